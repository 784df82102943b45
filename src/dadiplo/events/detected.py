"""Events of which no word that the lexicon knows tells as its rules ask: read where a sentence is likely to tell one.

What such a sentence tells is read as if its verb were a plain one of that type: who takes part by position and cue,
modality and date as of any other.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dadiplo.clauses.scenes import Scene, noun_types, start
from dadiplo.clauses.strangers import acts_by_stranger
from dadiplo.events.detection import DETECTED
from dadiplo.events.doers import complete
from dadiplo.events.frames import is_done_by_firm
from dadiplo.events.relevance import is_kept, is_short
from dadiplo.lexicon import CUE
from dadiplo.mentions.readings import Clause
from dadiplo.model import Event, Mention, Span
from dadiplo.resources import VOCAB
from dadiplo.terms import AGREEMENT, ANNOUNCEMENT, MEASURE, MEETING, STATEMENT

if TYPE_CHECKING:
    from dadiplo.events.reader import EventReader

#: From which probability on a sentence is read again: if no rule has read anything in it; or something of another type;
#: or (by the words of a clause alone) something of the same type; and in a short item.
_UNREAD, _BESIDE, _ANOTHER, _IN_SHORT = 0.1, 0.2, 0.4, 0.7
_LEGAL_TENDER = {VOCAB + "topic/legal-tender", CUE + "as-legal-tender"}
#: What several sides do together.
_OF_SIDES = (AGREEMENT, MEETING)


def read_detected(reader: EventReader, scenes: list[Scene], number: int) -> None:
    """Read the events that a sentence is likely to tell and that no rule has read in its clauses."""
    if not scenes or scenes[0].clause.sentence.headline:
        return
    likelihoods = reader.detector.likelihoods(number)
    if max(likelihoods) < _UNREAD:
        return
    short, told = is_short(reader), {kind: _told(reader, kind, number) for kind in DETECTED}
    least = _IN_SHORT if short else _BESIDE if any(told.values()) else _UNREAD
    for kind, probability in zip(DETECTED, likelihoods, strict=True):
        if probability < least or (short and _is_declined(reader, reader.finder.found[number], kind)):
            continue
        free = [s for s in scenes if not told[kind] or _tells_another(reader, s.clause, kind, number, told[kind])]
        weights = [reader.detector.weight(number, _words(scene.clause), kind) for scene in free]
        event = _read(reader, free[weights.index(max(weights))], kind, number) if free else None
        if event is not None:
            event.confidence = min(event.confidence, round(probability, 2))


def _told(reader: EventReader, kind: str, number: int) -> list[Span]:
    """Return the passages of a sentence in which rules have read events of a type that are kept."""
    span = reader.finder.sentences[number].span
    kinds = (kind, ANNOUNCEMENT) if kind == STATEMENT else (kind,)
    events = (event for one in kinds for event in reader.context.of_type(one))
    here = [(event, passage.span) for event in events for passage in event.passages if passage.span in span]
    return [where for event, where in here if is_kept(reader, event)]


def _tells_another(reader: EventReader, clause: Clause, kind: str, number: int, told: list[Span]) -> bool:
    """Tell whether a clause by itself is likely to tell of an event beside those that rules have read."""
    apart = all(span.end <= clause.span.start or clause.span.end <= span.start for span in told)
    return apart and reader.detector.of_clause(number, _words(clause), kind) >= _ANOTHER


def _is_declined(reader: EventReader, words: list[Mention], kind: str) -> bool:
    """Tell whether a sentence has a word for an event of a type of which no rule has read one."""
    kinds = {MEASURE} if any(word.iri in _LEGAL_TENDER for word in words) else set()
    return kind in kinds.union(*(noun_types(reader, word) for word in words))


def _words(clause: Clause) -> range:
    return range(clause.first, clause.last + 1)


def _read(reader: EventReader, scene: Scene, kind: str, number: int) -> Event | None:
    """Read a clause as one whose verb tells an event of a type; return nothing if nobody takes part."""
    clause = scene.clause
    at = max(_words(clause), key=lambda word: reader.detector.weight(number, range(word, word + 1), kind))
    first, last = (clause.verb.first, clause.verb.last) if clause.verb is not None else (at, at)
    trigger = Mention(clause.sentence.words[first].span, first, last, "", "trigger", "verb")
    if acts_by_stranger(reader.lexicon, clause, trigger, scene.mentions.words) or is_done_by_firm(
        reader, scene, trigger
    ):
        return None
    event = start(reader, scene, {kind}, trigger)
    reader.roles.assign(event, clause, scene.subject, trigger, reader.context.sides)
    for partner in scene.partners:
        reader.roles.give(event, partner, "subject", trigger)
    complete(reader, event, scene)
    if not any(reader.finder.is_official(agent) for agent in event.agents()):
        _give_officials(reader, event, scene, trigger)
    if not any(reader.finder.is_official(agent) for agent in event.agents()):
        return None
    return reader.settle(event)


def _give_officials(reader: EventReader, event: Event, scene: Scene, trigger: Mention) -> None:
    """Give an event of nobody in office those in office that its sentence names, of one side the first.

    Those of its clause are enough where they are of two sides.
    """
    officials = [m for m in scene.mentions.entities if reader.finder.is_official(m.iri)]
    context = (reader.context.body, reader.context.person, reader.context.subject)
    officials = officials or [m for m in context if m is not None and reader.finder.is_official(m.iri)][:1]
    if event.type not in _OF_SIDES:
        officials = officials[:1]
    inside = [m for m in officials if m.first in _words(scene.clause)]
    if len({reader.finder.state_of(m.iri) for m in inside} - {""}) > 1:
        officials = inside
    for mention in officials:
        reader.roles.give(event, mention, "subject", trigger)
