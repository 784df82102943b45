"""Whether an event is told as news, as context, as planned or as denied, weighed from how it is told.

Rules read modality from cues and tenses, and take what lies back for context. How sure that is depends on the rest: on
what day it was and how exactly that is told, in which sentence of the text, in which words and whose voice. Logistic
regression over all that, the reading of the rules among it, decides. The weights are data (``data/weights``);
``tests/corpus/train.py`` learns them.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from dadiplo.events.detection import DETECTED, GLOSS
from dadiplo.events.relevance import is_short
from dadiplo.isodates import last_day
from dadiplo.lexicon import CUE
from dadiplo.mentions.readings import Clause
from dadiplo.model import Document, Event, Passage, Span
from dadiplo.resources import DD, ID, VOCAB
from dadiplo.terms import (
    ACTUAL,
    ANNOUNCED,
    ANNOUNCEMENT,
    DENIED,
    DIRECT,
    INDIRECT,
    INTENDED,
    MEASURE,
    PLANNED,
    POSSIBLE,
    RESERVE_ACTION,
    STATEMENT,
    TRIGGER,
)
from dadiplo.weights import summed, unpacked

if TYPE_CHECKING:
    from dadiplo.events.reader import EventReader

#: How an event can be told, in the order of the weights.
NEWS, CONTEXT, AHEAD, NOT_SO = TELLINGS = ("actual", "background", "planned", "negated")
#: Modality → how an event of it is told.
_TOLD = {ACTUAL: NEWS, ANNOUNCED: NEWS, PLANNED: AHEAD, POSSIBLE: AHEAD, INTENDED: AHEAD, DENIED: NOT_SO}
_PLAIN = {NEWS: ACTUAL, CONTEXT: ACTUAL, AHEAD: PLANNED, NOT_SO: DENIED}
_WEIGHED = (*DETECTED, ANNOUNCEMENT)
#: What happened up to so many days before the publication is told apart.
_DAYS = (-1, 0, 1, 3, 7, 14, 31, 92, 366)
_MOST_PASSAGES, _HEAD, _PARTS = 4, 4, 4
#: How many words before and behind what tells an event are next to it.
_NEXT = 3
_SPEAKER = DD + "hasSpeaker"
#: What happened up to so many days before the publication is news; if told in the lead; if told in the pluperfect.
_NEWS_DAYS = 7
_NEWS_DAYS_OF_LEAD = 31
_NEWS_DAYS_EARLIER = 4
#: How numbered paragraphs begin ("3. ", "4.2 "), and how many of them a note has.
_NUMBERED, _PARAGRAPHS = re.compile(r"^(?:\d{1,2}|\d\.\d{1,2})\.? (?=\w)", re.MULTILINE), 3
#: Acts that are context late in a text and without a date, if a noun tells of them or others did them elsewhere.
_CONTEXT_IF_UNDATED = (MEASURE, RESERVE_ACTION)


def is_background(reader: EventReader, event: Event) -> bool:
    """Tell whether an event is told as context: by tense, by a date days back, or as a measure of others elsewhere."""
    if event.modality not in (ACTUAL, ANNOUNCED):
        return False
    published = reader.document.published
    if event.type == STATEMENT and event.earlier:
        return True
    if event.type == STATEMENT and all(_inside_other_speech(event, p) for p in event.passages):
        return True
    lead = any(passage.span.start <= reader.lead for passage in event.passages)
    if event.date and published is not None:
        if len(event.date) < len("2025-07-16"):
            this_month = event.date == published.isoformat()[:7]
            return event.earlier or not (lead or this_month) or last_day(event.date) < published
        item = any(reader.finder.homes.opening_at(passage.span.start) for passage in event.passages)
        recent = lead or item or _is_note(document=reader.document)
        news = _NEWS_DAYS_EARLIER if event.earlier else _NEWS_DAYS_OF_LEAD if recent else _NEWS_DAYS
        return last_day(event.date) < published - dt.timedelta(days=news)
    if event.earlier or event.type in (STATEMENT, ANNOUNCEMENT) or lead:
        return event.earlier
    if event.type not in _CONTEXT_IF_UNDATED:
        return False
    sides = {side for side in reader.sides(event) if side.startswith(ID + "state/")}
    opening = {reader.finder.homes.opening_at(passage.span.start) for passage in event.passages}
    # In a round-up the item that opens with a state is the news of it.
    elsewhere = bool(sides) and not sides & (_lead_states(reader) | opening)
    return elsewhere or not event.trigger.startswith(TRIGGER)


@lru_cache(maxsize=1)
def _is_note(document: Document) -> bool:
    """Tell whether a text has numbered paragraphs, as press notes and bulletins have: they tell of a month."""
    return len(_NUMBERED.findall(document.text, document.body)) >= _PARAGRAPHS


def _lead_states(reader: EventReader) -> set[str]:
    """Return the states that headline and first paragraph name, by themselves or through bodies and persons."""
    return {reader.finder.state_of(iri) for _, iri in reader.finder.namings.before(reader.lead + 1)}


def _inside_other_speech(event: Event, passage: Passage) -> bool:
    """Tell whether a statement is told inside the speech of somebody else."""
    return passage.attribution in (INDIRECT, DIRECT) and passage.speaker not in ("", *event.agents(_SPEAKER))


def weigh(reader: EventReader, event: Event) -> None:
    """Give an event the modality in which it is told most likely, and tell whether it is context.

    In a short item little but cues and tenses tells that. What is announced or intended stays so.
    """
    weights = reader.lexicon.weights.get("modality")
    if not weights or event.type not in _WEIGHED or event.modality == INTENDED or is_short(reader):
        return
    sums = unpacked(summed(weights, features(reader, event)), len(TELLINGS))
    told = TELLINGS[max(range(len(TELLINGS)), key=lambda at: sums[at])]
    if event.modality != ANNOUNCED or told == CONTEXT:
        event.background = told == CONTEXT
        if _TOLD[event.modality] != _TOLD[_PLAIN[told]]:
            event.modality = _PLAIN[told]


def features(reader: EventReader, event: Event) -> Iterator[str]:
    """Yield what the way in which an event is told shows."""
    told = reader.detector.telling(event)
    number = reader.told_at(event)[1]
    # Glosses tell which event it is, not how it is told.
    yield from (one for one in reader.detector.features(number) if one[0] == "#" and one[1:2] != GLOSS)
    yield from _words(reader, number, told.span, event.type.rpartition("#")[2])
    lead = any(passage.span.start <= reader.lead for passage in event.passages)
    kind = event.type.rpartition("#")[2]
    by = "noun" if event.by_noun else "verb"
    yield from (f"#type {kind}", f"#trigger {event.trigger.removeprefix(VOCAB)}", f"#type {kind} {by}")
    yield from (f"#read {event.modality.removeprefix(VOCAB)}", f"#context {event.background}")
    yield from (f"#earlier {event.earlier}", f"#lead {lead}", f"#told of {event.told_of}", f"#known {event.definite}")
    yield f"#passages {min(_MOST_PASSAGES, len(event.passages))}"
    yield f"#voice {told.attribution.removeprefix(VOCAB)}"
    yield f"#place {_PARTS * number // len(reader.finder.sentences)}"
    yield f"#head {number < _HEAD}"
    sides = {side for side in reader.sides(event) if side.startswith(f"{ID}state/")}
    yield f"#elsewhere {bool(sides) and not sides & _lead_states(reader)}"
    for name in _day(reader, event):
        yield from (f"#day {name}", f"#day {name} lead {lead}", f"#day {name} earlier {event.earlier}")
        yield from (f"#day {name} {kind}", f"#day {name} read {event.modality.removeprefix(VOCAB)}")
    clause = _clause(reader, told)
    if clause is not None:
        yield from _clause_features(clause, event)


def _words(reader: EventReader, number: int, span: Span, kind: str) -> Iterator[str]:
    """Yield the words that tell an event and their supersenses, those next to them, and the cues among them.

    The sentences beside it show only supersenses.
    """
    sentence, senses = reader.finder.sentences[number], reader.lexicon.supersenses
    words = [(sentence.words[at].span, word) for at, word in reader.detector.words(number)]
    inside = [word for where, word in words if span.start <= where.start < span.end]
    for word in inside:
        yield f"in {word}"
        yield from (f"#in {sense}" for sense in senses.get(word, ()))
    yield from (f"in {one} {other}" for one, other in pairwise(inside))
    yield from (f"before {word}" for word in [word for where, word in words if where.end <= span.start][-_NEXT:])
    yield from (f"behind {word}" for word in [word for where, word in words if where.start >= span.end][:_NEXT])
    for cue in reader.finder.cues_in(sentence):
        if cue.span in span:
            yield from (f"#in {cue.iri.removeprefix(CUE)}", f"#in {cue.iri.removeprefix(CUE)} {kind}")
    for side in (-1, 1):
        if 0 <= number + side < len(reader.finder.sentences):
            beside = (word for _, word in reader.detector.words(number + side))
            yield from (f"#beside {side} {sense}" for word in beside for sense in senses.get(word, ()))


def _day(reader: EventReader, event: Event) -> Iterator[str]:
    """Yield how long before the publication an event was, and how exactly that is told."""
    published = reader.document.published
    if not event.date or published is None:
        yield "unsaid"
        return
    days = (published - last_day(event.date)).days
    yield next((f"{at}" for at in _DAYS if days <= at), "old")
    yield f"digits {len(event.date)}"
    if published.isoformat().startswith(event.date):
        yield f"now {len(event.date)}"


def _clause(reader: EventReader, passage: Passage) -> Clause | None:
    """Return the clause that a passage is of."""
    found = (clause for clause, _, _ in reader.clauses if clause.span.start <= passage.span.start < clause.span.end)
    return next(found, None)


def _clause_features(clause: Clause, event: Event) -> Iterator[str]:
    """Yield what opens the clause of an event, and the cues before and behind what tells of the event."""
    yield f"#opens {clause.opener.removeprefix(VOCAB)}"
    telling = next((word for word in clause.words if word.iri == event.trigger), clause.verb)
    if telling is not None:
        yield f"#form {telling.form}"
    for word in clause.words:
        if word.kind == "cue":
            side = "" if telling is None else "before " if word.first < telling.first else "behind "
            yield f"#clause {side}{word.iri.removeprefix(VOCAB)}"
