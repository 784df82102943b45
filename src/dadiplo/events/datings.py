"""Dates that events take from elsewhere where their own clause states none: a heading, an announcement, "this …"."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

from dadiplo.isodates import Time, last_day
from dadiplo.lexicon import CUE, Lexicon
from dadiplo.mentions.readings import Clause, SentenceMentions, is_verb
from dadiplo.model import Document, Event
from dadiplo.resources import DD
from dadiplo.terms import (
    ACTUAL,
    AGREEMENT,
    ANNOUNCEMENT,
    DENIED,
    DIRECT,
    ESTABLISHMENT,
    INDIRECT,
    MEASURE,
    MEETING,
    PLANNED,
    RESERVE_ACTION,
    STATEMENT,
    VISIT,
)

if TYPE_CHECKING:
    from dadiplo.events.reader import EventReader

_SPEAKER = DD + "hasSpeaker"
_SAID = {STATEMENT, ANNOUNCEMENT}
#: What meetings lead to.
_OUTCOMES = (AGREEMENT, ESTABLISHMENT)
#: Of these, while they are pending, the latest step is told with its day.
_PENDING = (MEASURE, RESERVE_ACTION)
#: How many days before the publication the time can lie of news that its sentence tells elsewhere.
_RECENT = 62
#: How many days a weekday without its date is away at most.
_WEEK = 7
#: How many words a sentence that is only a date has, and how far behind an event "this …" can date it.
_BARE, _NEAR = 8, 160
#: How a paragraph of an article opens that tells minute by minute what happens ("13.10 | …", "13:10 h.").
_CLOCK = re.compile(r"(?:[01]?\d|2[0-3])(?::[0-5]\d(?!\d)|[.h][0-5]\d(?= ?(?:[|h–—:-]|$)))", re.MULTILINE)


def date_by_clock(document: Document, events: list[Event]) -> None:
    """Give what a paragraph tells that opens with the time of day the day of publication."""
    if document.published is None:
        return
    for event in events:
        start = document.text.rfind("\n", 0, event.passages[0].span.start) + 1
        clock = _CLOCK.match(document.text, start)
        if clock and not event.date and event.modality == ACTUAL and not event.earlier:
            event.date = document.published.isoformat()


def date_by_announcements(events: list[Event]) -> None:
    """Give what was announced on a day that day: what its speaker says of it, and a measure that is still pending."""
    for announcement in events:
        if announcement.type != ANNOUNCEMENT or not announcement.date:
            continue
        speakers = announcement.agents(_SPEAKER)
        for event in events:
            if event.type == STATEMENT and not event.date and event.agents(_SPEAKER) == speakers:
                event.date = announcement.date
        for role, event in announcement.links:
            pending = event.type == MEASURE and event.modality == PLANNED
            if role == DD + "announces" and pending and not event.date:
                event.date = announcement.date


def date_by_meetings(reader: EventReader, events: list[Event]) -> None:
    """Give accords and new bodies without a day that of the meeting of the same sides that was told last."""
    told = sorted(events, key=lambda event: event.passages[0].span.start)
    met: Event | None = None
    for event in told:
        news = event.modality == ACTUAL and not event.background
        if news and event.type == MEETING and len(event.date) == len("2026-05-14"):
            met = event
        elif met is not None and news and event.type in _OUTCOMES and not event.date and not event.earlier:
            event.date = met.date if reader.sides(met) & reader.sides(event) else ""


def date_by_only_time(reader: EventReader, read: list[SentenceMentions], events: list[Event]) -> None:
    """Give what a sentence tells the only time that it states, if that dates nothing else in it.

    "A bill, filed by X on July 22, has not been heard"; to a statement only a day that no quote tells.
    """
    published = reader.document.published
    if published is None:
        return
    within: dict[int, list[Event]] = {}
    undated: dict[int, list[Event]] = {}
    for event in events:
        for number in {reader.finder.sentence_around(passage.span) for passage in event.passages} - {None}:
            within.setdefault(number or 0, []).append(event)
        number = reader.finder.sentence_around(event.passages[-1].span)
        if not event.date and number is not None and event.modality != DENIED:
            undated.setdefault(number, []).append(event)
    for number, there in sorted(undated.items()):
        times = [time for time in read[number].times if time.stated and not _ends(reader.lexicon, read[number], time)]
        meant = {date for time in times for date in (time.past, time.future)}
        if len({time.past for time in times}) != 1 or any(event.date in meant for event in within[number]):
            continue
        quoted = any(times[0].span in quote for quote in read[number].quotes)
        for event in there:
            event.date = _meant_by_only(times[0], quoted, event, published)


def _ends(lexicon: Lexicon, mentions: SentenceMentions, time: Time) -> bool:
    """Tell whether a time is that until which something goes on."""
    return any(
        CUE + "until" in lexicon.cues_of(word.text)
        for word in mentions.sentence.words[max(time.first - 2, 0) : time.first]
    )


def _meant_by_only(time: Time, quoted: bool, event: Event, published: dt.date) -> str:
    """Return what the only time of a sentence means for an event that it tells, "" if it does not date it."""
    if event.modality == ACTUAL:
        back = (published - last_day(time.past)).days
        if time.past > published.isoformat() or (back > _RECENT and not event.background):
            # What is to come dates nothing that happened, and news is not dated by what lies months back.
            return ""
    if event.type in _SAID:
        day = len(time.past) == len("2026-05-14") and not quoted
        return time.past if day and time.span.start < event.passages[-1].span.end else ""
    if event.type in _PENDING and event.modality == PLANNED:
        return nearest(published, time)
    return time.value(event.modality != ACTUAL)


def nearest(published: dt.date, time: Time) -> str:
    """Return of the dates that a time can mean the one that is nearer to the publication."""
    return min((time.past, time.future), key=lambda day: abs((last_day(day) - published).days))


def date_again(document: Document, event: Event) -> None:
    """Give an event the day that its time means as the event is told in the end, as past or as to come.

    A weekday is the last one of what did not come about. Of a measure in the making a time can be that of a
    step already taken: what is nearer to the publication counts.
    """
    published, (date, other) = document.published, event.either
    if published is None or not date or not other or date == other or event.date != date:
        return
    today = published.isoformat()
    near = min(date, other, key=lambda one: abs((last_day(one) - published).days))
    weekday = len(date) == len(today) and abs((last_day(date) - last_day(other)).days) <= _WEEK
    if event.modality == ACTUAL or (event.modality == DENIED and weekday):
        event.date = min(date, other) if date > today else date
    elif event.type in _PENDING and not weekday:
        event.date = near if date < today else date
    elif event.modality == PLANNED and event.type not in _PENDING:
        event.date = other if date < today < other else date


def bare_time(mentions: SentenceMentions) -> Time | None:
    """Return the time of a sentence that is no more than a date ("Before that: February.")."""
    if len(mentions.sentence.words) > _BARE or len(mentions.times) != 1 or mentions.entities:
        return None
    return None if any(map(is_verb, mentions.words)) else mentions.times[0]


def date_by_heading(heading: Time, events: list[Event]) -> None:
    """Give the acts that the sentence behind a bare date tells that date."""
    for event in events:
        if not event.date and event.type not in (STATEMENT, ANNOUNCEMENT):
            event.date = heading.value(event.modality == PLANNED)


def date_by_sentence(
    reader: EventReader, mentions: SentenceMentions, clauses: list[Clause], events: list[Event]
) -> None:
    """Give an act without a day the only day or month that its sentence states, in a clause before it.

    "He flies to Doha on Saturday, | where he will meet X"; behind the act only if its clause tells of the same thing
    ("an accord is being drafted | that they will sign in May").
    """
    times = [time for time in mentions.times if time.stated]
    if len({time.past for time in times}) != 1 or len(times[0].past) == len("2026") or mentions.sentence.headline:
        return
    time = times[0]
    at = next((i for i, clause in enumerate(clauses) if clause.first <= time.first <= clause.last), None)
    if at is None or any(time.span in quote for quote in mentions.quotes):
        return
    verb = clauses[at].verb
    evoked = reader.lexicon.values(verb.iri, DD + "evokes") if verb is not None else set()
    dated = any(event.date == time.past for event in events)
    for event in events:
        span = event.passages[-1].span
        i = next((i for i, clause in enumerate(clauses) if clause.span.start <= span.start <= clause.span.end), at)
        own = event.passages[-1].attribution not in (INDIRECT, DIRECT)
        refused = event.modality == DENIED and not (i == at + 1 and own and not event.earlier)
        on_the_way = event.type == VISIT and (event.by_noun or dated)
        if event.date or event.type in _SAID or refused or on_the_way:
            continue
        # "X said on Monday that …", "announced on Monday that it will …": the day is that of saying.
        spoken = evoked & _SAID and (not own or event.modality != ACTUAL)
        if i > at and not spoken:
            event.date = time.value(event.modality not in (ACTUAL, DENIED))
        elif i < at and event.type in evoked and not (event.type == MEASURE and event.modality == ACTUAL):
            # The day from which what is decreed holds is not that of the decree.
            if event.modality == ACTUAL and clauses[at].cue("planned") is not None:
                # "An accord is being drafted, that they will sign in May".
                event.modality = PLANNED
            event.date = time.value(event.modality not in (ACTUAL, DENIED))


def date_by_reference(reader: EventReader, clause: Clause, mentions: SentenceMentions) -> None:
    """Give the act told last the day of "this decision was taken on Tuesday", where verbs come last."""
    if reader.lexicon.order != "SOV" or not reader.context.events:
        return
    times = [t for t in mentions.times if clause.first <= t.first and t.last <= clause.last and t.stated]
    this = [w for w in clause.words if w.iri == CUE + "this"]
    nouns = {w.first for w in clause.words if w.form == "noun" or w.iri == CUE + "intent"}
    if not times or not any(w.last + 1 in nouns for w in this):
        return
    latest = reader.context.events[-1]
    near = clause.span.start - latest.passages[-1].span.end <= _NEAR
    if near and not latest.date and latest.modality == ACTUAL and latest.type not in (STATEMENT, ANNOUNCEMENT):
        latest.date = times[0].past
