"""What talks are told of: who holds, attends and discusses, whom somebody represents, and what came of them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dadiplo.clauses.scenes import Scene, give_values, noun_types, set_kind, start
from dadiplo.clauses.tenses import is_infinitive
from dadiplo.events.doers import complete
from dadiplo.events.frames import frame, plain
from dadiplo.model import Event, Mention, Span
from dadiplo.resources import DD
from dadiplo.terms import ACTUAL, AGREEMENT, DENIED, MEETING, NOUN_EVENTS, REPRESENTATION, TRIGGER, VISIT

if TYPE_CHECKING:
    from dadiplo.events.reader import EventReader
#: Talks are of so many sides.
_SIDES = 2


@frame("represent")
def _representation(reader: EventReader, scene: Scene, verb: Mention) -> Event | None:
    event = start(reader, scene, {REPRESENTATION}, verb)
    reader.roles.assign(event, scene.clause, None, verb)
    holders = event.agents(DD + "representative")
    owners = {title.owner for title in scene.mentions.titles}
    # The body in whose capacity the person acts is named too, but it is not who is represented.
    event.arguments = [a for a in event.arguments if a.role != DD + "principal" or a.value not in owners]
    if not holders or not event.agents(DD + "principal"):
        return None
    target = reader.referent(*scene.references) or reader.context.latest(AGREEMENT, MEETING)
    if target:
        event.links.append((DD + "inEvent", target))
    capacity = scene.clause.cue("as")
    for title in scene.mentions.titles:
        if capacity and title.owner and title.first == capacity.last + 1:
            passage = replace(scene.voice, span=Span(capacity.span.start, title.span.end))
            event.describe(DD + "inCapacity", reader.posts.tenure(holders[0], title, passage, reader.context))
    reader.context.add(event)
    return event


@frame("result")
def _result(reader: EventReader, scene: Scene, verb: Mention) -> Event | None:
    """Read "the meeting led to the signing of a letter": an event named before led to a new one."""
    cause = reader.referent(*scene.references)
    noun = next((noun for noun in scene.nouns if noun.kind in NOUN_EVENTS), None)
    if noun is None:
        return None
    trigger = next((n for n in scene.nouns if n.kind == "trigger" and n.first < noun.first), noun)
    scene.used.update(scene.nouns)
    scene.used.update(scene.references)
    event = start(reader, scene, noun_types(reader, noun), trigger)
    set_kind(event, noun)
    give_values(reader, event, trigger)
    reader.roles.assign(event, scene.clause, None, trigger, reader.context.sides)
    complete(reader, event, scene)
    event = reader.settle(event)
    if cause and cause is not event:
        cause.links.append((DD + "resultedIn", event))
        cause.support(scene.passage)
    return event


@frame("hold")
def held(reader: EventReader, scene: Scene, verb: Mention) -> Event | None:
    """Read "the meeting saw a discussion": the clause tells more of an event named before; who hosts a guest meets."""
    guests = [m.first for m in scene.clause.in_position("object") if m.kind == "person"]
    talks = [n.first for n in scene.nouns if n.first > verb.last and noun_types(reader, n) & {MEETING, VISIT}]
    if reader.lexicon.order == "VSO" and guests and scene.subject is not None and min(guests) < min(talks, default=99):
        return plain(reader, scene, verb._replace(iri=TRIGGER + "receive"))
    event = reader.referent(*scene.references)
    if event:
        scene.used.update([*scene.nouns, *scene.references])
        event.support(scene.passage)
    return event


@frame("discuss")
def _discussion(reader: EventReader, scene: Scene, verb: Mention) -> Event | None:
    """What was discussed belongs to the meeting named, else to the meeting read last, else two agents met."""
    scene.used.update(scene.references)
    event = reader.referent(*scene.references)
    others = scene.clause.in_position("with")
    if event is None and not (scene.subject and others):
        event = reader.context.latest(MEETING)
    doers = scene.clause.in_position("subject")
    if len(doers) < _SIDES and not others:
        # "The presidents of X and Y discussed …"
        owners = [m for m in scene.clause.in_position("of") if m.last < verb.first and m.kind != "place"]
        bodies = reader.lexicon.order == "SVO"
        doers += [m for m in owners if m.kind == "state" or (bodies and reader.finder.is_official(m.iri))]
    if event is not None:
        if not reader.sides(event):
            # "A short meeting in X: the governors of Y and Z spoke of …"
            for mention in [*doers, *others]:
                event.add(DD + "hasParticipant", mention.iri)
        event.support(scene.passage)
        return event
    if scene.subject is None and not doers:
        event = Event(MEETING, [scene.passage], ACTUAL)
        reader.roles.of_both_sides(event, scene.clause.words, reader.context.sides)
        return reader.settle(event) if event.arguments else None
    if scene.subject is None or (not others and len(doers) < _SIDES):
        return None
    event = start(reader, scene, {MEETING}, verb)
    if is_infinitive(reader.lexicon, scene.clause, verb):
        event.modality = ACTUAL
    for mention in [scene.subject, *doers, *others]:
        event.add(DD + "hasParticipant", mention.iri)
    return reader.settle(event)


@frame("attend")
def _attendance(reader: EventReader, scene: Scene, verb: Mention) -> Event | None:
    """Who takes part in talks named before belongs to them; who takes no part does not."""
    talks = [noun for noun in scene.nouns if MEETING in noun_types(reader, noun)]
    event = reader.referent(*scene.references) or reader.context.latest(MEETING)
    if event is None and talks:
        return plain(reader, scene, verb)
    scene.used.update(talks)
    if event is None or start(reader, scene, {MEETING}, verb).modality == DENIED:
        return None
    reader.roles.assign(event, scene.clause, scene.subject, verb)
    event.support(scene.passage)
    return event
