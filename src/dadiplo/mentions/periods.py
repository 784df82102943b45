"""Periods: the first day of "del 3 al 14", "15 to 18 June", and the year that a season means."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from dadiplo.isodates import Time, number_in
from dadiplo.lexicon import CUE, Lexicon
from dadiplo.model import Mention, Sentence, Span

#: What stands between two days without a word.
_DASHES = ("-", "–", "—")
#: Words that stand between two days, and words that open a period.
_BETWEEN, _SVO_BETWEEN = {CUE + "with", CUE + "to", CUE + "and"}, {CUE + "to", CUE + "and"}
_OPENING = {CUE + "between", CUE + "from", CUE + "of"}

#: The month in which a season of the north begins, and how many months it lasts.
SEASONS, _LASTS = {CUE + "spring": 3, CUE + "summer": 6, CUE + "autumn": 9}, 3
_LAST, _NEXT = CUE + "last", CUE + "next"


def season_of(lexicon: Lexicon, sentence: Sentence, season: Mention, published: dt.date) -> tuple[str, str]:
    """Return the year of a season without one as told of the past and of what is to come ("in the autumn")."""
    begins = SEASONS[season.iri]
    past = published.year - (published.month < begins)
    future = published.year + (published.month >= begins + _LASTS)
    beside = {
        cue for word in sentence.words[max(season.first - 1, 0) : season.last + 2] for cue in lexicon.cues_of(word.text)
    }
    if _LAST in beside:
        future = past
    elif _NEXT in beside:
        past = future
    return str(past), str(future)


def since(lexicon: Lexicon, sentence: Sentence, time: Time) -> Time:
    """Return a weekday since which something is so as the last one ("in office since Monday"), other times as is."""
    at = time.first - 1
    at -= at > 0 and CUE + "definite" in lexicon.cues_of(sentence.words[at].text)
    began = at >= 0 and CUE + "since" in lexicon.cues_of(sentence.words[at].text)
    return replace(time, future=time.past) if began and _is_week_apart(time) else time


def with_weekdays(times: list[Time]) -> list[Time]:
    """Return times in order, with the weekday right before a day of the month as part of it ("Saturday, August 1")."""
    result: list[Time] = []
    for time in times:
        before = result[-1] if result else None
        day = time.past == time.future or _far(time)
        if before is not None and before.last == time.first - 1 and day and _is_day(time) and _is_week_apart(before):
            result[-1] = replace(time, first=before.first, span=Span(before.span.start, time.span.end))
        else:
            result.append(time)
    return result


def _is_day(time: Time) -> bool:
    return len(time.past) == len(time.future) == len("2026-05-14")


def _is_week_apart(time: Time) -> bool:
    """Tell whether a time is a weekday without its date: of the past and of what is to come it means days apart."""
    return _is_day(time) and time.past != time.future and not _far(time)


def _far(time: Time) -> bool:
    """Tell whether what a day means of the past and of what is to come is a year apart."""
    return time.past[:4] != time.future[:4] and time.past[5:] == time.future[5:]


def began_on(
    lexicon: Lexicon, sentence: Sentence, meanings: dict[int, list[Mention]], first: int, day: int
) -> tuple[int, int]:
    """Return the first day of a period that ends on a day of the month, and its place, else the day itself."""
    if lexicon.order == "SOV":
        steps: tuple[int, ...] = (1,) if sentence.words[first].before.strip() in _DASHES else (2,)
    else:
        steps = (2, 3) if lexicon.order == "SVO" else (2,)
    for step in steps:
        index = first - step
        before = number_in(sentence.words[index].text) if index >= 0 else None
        if before and before < day and _joined(lexicon, meanings, index, first):
            return before, index
    return day, first


def _joined(lexicon: Lexicon, meanings: dict[int, list[Mention]], index: int, first: int) -> bool:
    """Tell whether what stands between two days, or before the first, makes a period of them."""
    between = {m.iri for m in meanings.get(first - 1, ())}
    if lexicon.order == "SOV":
        return index == first - 1 or bool(_BETWEEN & between)
    if lexicon.order == "VSO":
        return CUE + "to" in between
    if not lexicon.adjectives_behind or (index == first - 2 and CUE + "and" in between):
        # "From 15 to 18 June", "27 and 28 May".
        return index == first - 2 and bool(_SVO_BETWEEN & between)
    opens = {m.iri for at in (index - 1, index - 2) for m in meanings.get(at, ()) if at >= 0}
    cues = (m.kind == "cue" for at in range(index + 1, first) for m in meanings.get(at, ()))
    return bool(opens & _OPENING) and any(cues)
