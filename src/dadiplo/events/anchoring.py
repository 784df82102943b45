"""Which of the times that an article states is that of an event, weighed from where and how it states them.

Rules date an event by its own clause and its neighbours. News tells a day once and goes on with what happened on it,
and a time beside an act can be that of another one: a model over all times of the article decides (temporal anchoring
of events over the whole text: N. Reimers, N. Dehghani and I. Gurevych, Temporal anchoring of events for the TimeBank
corpus, 2016). The weights are data (``data/weights``); ``tests/corpus/train.py`` learns them.
"""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from dadiplo.events.detection import DETECTED
from dadiplo.events.relevance import is_short
from dadiplo.folding import fold
from dadiplo.isodates import Time, last_day
from dadiplo.model import Event, Span
from dadiplo.terms import ACTUAL
from dadiplo.weights import probability

if TYPE_CHECKING:
    from dadiplo.events.reader import EventReader

#: From which probability on a time is that of an event.
_LIKELY = 0.4
#: Characters between a time and an event in its sentence, sentences between them, and days from a time to the
#: publication are told apart up to these numbers.
_CHARACTERS, _SENTENCES, _DAYS = (15, 50, 120), (1, 2, 4, 8), (0, 1, 2, 6, 13, 31, 92, 366, 1500)
#: More times and events than so many in a sentence are not told apart.
_MOST = 3
#: How many words open a sentence.
_OPENING = 3


class Stated(NamedTuple):
    """A time where an article states it, and whether a date is what it means for the past, for what comes, or both."""

    sentence: int
    time: Time
    meant: str


class Anchoring:
    """The times that an article states, and how likely each of its events was then."""

    def __init__(self, reader: EventReader, events: list[Event]) -> None:
        self._reader = reader
        self._weights = reader.lexicon.weights.get("dates", {})
        published = reader.document.published
        weighed = "dates" in reader.lexicon.weights and published is not None and not is_short(reader)
        #: The day of publication; without one no event is weighed.
        self._today = published or dt.date.max
        # "Recently" is all that a text says of when it was.
        self._events = [one for one in events if weighed and one.type in DETECTED and not one.time_expression]
        self._stated: defaultdict[str, list[Stated]] = defaultdict(list)
        for number, mentions in enumerate(reader.detector.mentions if self._events else ()):
            for time in mentions.times:
                for date in sorted({time.past, time.future} - {""}):
                    meant = "both" if time.past == time.future else "past" if date == time.past else "future"
                    self._stated[date].append(Stated(number, time, meant))
        self._starts = sorted(one.time.span.start for one in chain.from_iterable(self._stated.values()))
        self._told = {id(event): reader.told_at(event) for event in self._events}
        #: Sentence → the events told first in it, and where.
        self._inside: defaultdict[int, list[tuple[int, Span]]] = defaultdict(list)
        for event in self._events:
            span, number = self._told[id(event)]
            self._inside[number].append((id(event), span))
        #: Event and date → what shows whether the event was then.
        self.shown = {id(event): dict(self._dates(event)) for event in self._events}

    def settle(self) -> None:
        """Give each event the date that is the likeliest, none if none is likely."""
        for event in self._events if self._weights else ():
            shown = self.shown[id(event)]
            likely = {date: probability(self._weights, features) for date, features in shown.items()}
            best = max(likely, key=lambda date: (likely[date], date), default="")
            event.date = best if best and likely[best] >= _LIKELY else ""

    def _dates(self, event: Event) -> Iterator[tuple[str, tuple[str, ...]]]:
        """Yield each date that an event can have, with what shows whether it has it, also for events of its type.

        What happened was not after the publication.
        """
        kind, today = event.type.rpartition("#")[2], self._today.isoformat()
        for date in sorted({*self._stated, event.date} - {""}):
            if event.modality == ACTUAL and event.date != date > today:
                continue
            yield date, tuple(chain.from_iterable((f"#{one}", f"#{kind} {one}") for one in self._of(event, date)))

    def _of(self, event: Event, date: str) -> Iterator[str]:
        span, number = self._told[id(event)]
        read = "read" if date == event.date else "other" if event.date else "none"
        when, told = self._when(date), event.modality.rpartition("/")[2]
        yield from (f"{when} {read}", f"{read} {told}")
        stated = self._stated.get(date, ())
        if not stated:
            yield f"unstated {read}"
            return
        one = min(stated, key=lambda one: self._far(one, span, number))
        where, mentions = self._where(one, span, number), self._reader.detector.mentions[one.sentence]
        times = {other.past for other in mentions.times if other.stated}
        beside = [other for told_of, other in self._inside.get(one.sentence, ()) if told_of != id(event)]
        inside = any(other.start <= one.time.span.start < other.end for other in beside)
        yield from (f"{where} {one.meant} {read}", f"{where} {min(_MOST, len(times))} times {read}")
        yield from (f"{where} {when} {read}", f"{where} {when} {told} {one.meant}", f"{told} {one.meant} {when} {read}")
        yield from (f"{where} of another {inside} {read}", f"{where} beside {min(_MOST, len(beside))} {read}")
        yield from (
            f"{where} opens {one.time.first < _OPENING} {read}",
            f"{where} background {event.background} {read}",
        )
        yield f"{where} stated {one.time.stated} ahead {one.time.ahead} {told}"
        yield f"{where} last {self._is_last_before(one.time, span)} {read}"
        yield f"{where} voice {event.passages[-1].attribution.rpartition('/')[2]} {read}"
        own = (other for other in self._reader.detector.mentions[number].times if other.span in span)
        yield f"{where} other inside {any(date not in (other.past, other.future) for other in own)} {read}"
        yield f"{where} same paragraph {self._is_one_paragraph(one.time.span, span)} {read}"
        if one.sentence == number:
            words = mentions.sentence.words
            yield f"{where} behind {fold(words[one.time.first - 1].text) if one.time.first else ''}"

    def _far(self, one: Stated, span: Span, number: int) -> tuple[int, int, int]:
        """Return how far a time stands from where an event is told: in sentences, then in characters."""
        inside = span.start <= one.time.span.start < span.end
        return abs(one.sentence - number), 0 if inside else abs(one.time.span.start - span.start), one.time.span.start

    def _where(self, one: Stated, span: Span, number: int) -> str:
        if one.sentence != number:
            side = "before" if one.sentence < number else "behind"
            return f"{side} s{bisect_left(_SENTENCES, abs(one.sentence - number))}"
        if span.start <= one.time.span.start < span.end:
            return "inside"
        if one.time.span.start < span.start:
            return f"before {bisect_left(_CHARACTERS, span.start - one.time.span.end)}"
        return f"behind {bisect_left(_CHARACTERS, one.time.span.start - span.end)}"

    def _when(self, date: str) -> str:
        """Return how exact a date is, and how long before or after the publication."""
        days = (last_day(date) - self._today).days
        return f"{len(date)} {'after' if days > 0 else 'ago'} {bisect_left(_DAYS, abs(days))}"

    def _is_last_before(self, time: Time, span: Span) -> bool:
        at = bisect_left(self._starts, span.start)
        return at > 0 and self._starts[at - 1] == time.span.start

    def _is_one_paragraph(self, one: Span, other: Span) -> bool:
        first, last = sorted((one.start, other.start))
        return "\n" not in self._reader.document.text[first:last]
