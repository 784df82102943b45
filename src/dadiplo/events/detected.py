"""Events of which no word that the lexicon knows tells as its rules ask: read where a sentence is likely to tell one.

What such a sentence tells is read as if its verb were a plain one of that type: who takes part by position and cue,
modality and date as of any other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dadiplo.clauses.scenes import Scene, start
from dadiplo.events.detection import DETECTED, LIKELY
from dadiplo.events.doers import complete
from dadiplo.mentions.readings import Clause
from dadiplo.model import Event, Mention
from dadiplo.resources import DD
from dadiplo.terms import AGREEMENT, ANNOUNCEMENT, MEETING, STATEMENT

#: What several sides do together.
_OF_SIDES = (AGREEMENT, MEETING)

if TYPE_CHECKING:
    from dadiplo.events.reader import EventReader


def read_detected(reader: EventReader, scenes: list[Scene], number: int) -> None:
    """Read the events that a sentence is likely to tell and that no rule has read in its clauses."""
    sentence = reader.finder.sentences[number]
    if not scenes or sentence.headline:
        return
    for kind, probability in zip(DETECTED, reader.detector.likelihoods(number), strict=True):
        if probability < LIKELY or _is_told(reader, kind, number):
            continue
        scene = max(scenes, key=lambda one: reader.detector.weight(number, _words(one.clause), kind))
        event = _read(reader, scene, kind, number)
        if event is not None:
            event.confidence = min(event.confidence, round(probability, 2))


def _is_told(reader: EventReader, kind: str, number: int) -> bool:
    """Tell whether a rule has read an event of a type in a sentence."""
    span = reader.finder.sentences[number].span
    kinds = (kind, ANNOUNCEMENT) if kind == STATEMENT else (kind,)
    return any(p.span in span for one in kinds for event in reader.context.of_type(one) for p in event.passages)


def _words(clause: Clause) -> range:
    return range(clause.first, clause.last + 1)


def _read(reader: EventReader, scene: Scene, kind: str, number: int) -> Event | None:
    """Read a clause as one whose verb tells an event of a type; return nothing if nobody takes part."""
    clause = scene.clause
    at = max(_words(clause), key=lambda word: reader.detector.weight(number, range(word, word + 1), kind))
    first, last = (clause.verb.first, clause.verb.last) if clause.verb is not None else (at, at)
    trigger = Mention(clause.sentence.words[first].span, first, last, "", "trigger", "verb")
    event = start(reader, scene, {kind}, trigger)
    reader.roles.assign(event, clause, scene.subject, trigger, reader.context.sides)
    for partner in scene.partners:
        reader.roles.give(event, partner, "subject", trigger)
    complete(reader, event, scene)
    if not any(reader.finder.is_official(agent) for agent in event.agents()):
        _give_officials(reader, event, scene, trigger)
    if not any(reader.finder.is_official(agent) for agent in event.agents()):
        return None
    event.detected = True
    return reader.settle(event)


def _give_officials(reader: EventReader, event: Event, scene: Scene, trigger: Mention) -> None:
    """Give an event of nobody in office those in office that its sentence names, of one side the first."""
    officials = [m for m in scene.mentions.entities if reader.finder.is_official(m.iri)]
    context = (reader.context.body, reader.context.person, reader.context.subject)
    officials = officials or [m for m in context if m is not None and reader.finder.is_official(m.iri)][:1]
    for mention in officials if event.type in _OF_SIDES else officials[:1]:
        reader.roles.give(event, mention, "subject", trigger)
