"""Bodies that are established: those that a clause names, or tells only by their kind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dadiplo.doers import complete
from dadiplo.model import Event, Mention, Sentence
from dadiplo.readings import RELATIVE_CUES
from dadiplo.resources import DD
from dadiplo.scenes import Scene, start
from dadiplo.terms import ESTABLISHMENT, NOUN_EVENTS

if TYPE_CHECKING:
    from dadiplo.events import EventReader

_CREATED = ("object", "of", "subject", "to", "about")


def bodies_created(reader: EventReader, scene: Scene, trigger: Mention) -> list[Event]:
    """Return the creation of each body that a clause names, or of the one it tells only by its kind."""
    result = []
    sov = reader.lexicon.order == "SOV"
    passive = trigger.form == "passive"
    doers = _doers_behind(reader, scene, trigger)
    bodies = [
        m
        for m in scene.clause.entities
        if m.kind == "organization"
        and (passive or (m.last < trigger.first if sov else m.first > trigger.last))
        and scene.clause.positions[m] in _CREATED
        # The doer of "agreed on the establishment of an office" is not what is established.
        and not (trigger.form == "noun" and scene.clause.positions[m] == "subject")
        and m not in doers
    ]
    kinds = [
        w
        for w in scene.clause.words
        if w.kind == "body-kind" and (passive or (w.last < trigger.first if sov else w.first > trigger.first))
    ]
    if sov and not bodies and not kinds and trigger.last > trigger.first:
        # The kind can be a part of the verb: "commission-making".
        words = scene.clause.sentence.words[trigger.first : trigger.last + 1]
        kinds = reader.lexicon.find(Sentence(trigger.span, words), ("body-kind",))
    doing = trigger.form == "noun" and reader.lexicon.order == "VSO"
    if not bodies and not kinds and not passive and not sov and not doing:
        # A participle behind its noun looks like the verb: "a working group, set up in 2023".
        bodies = [m for m in scene.clause.entities if m.kind == "organization" and m.last < trigger.first][-1:]
        kinds = [w for w in scene.clause.words if w.kind == "body-kind" and w.last < trigger.first]
    if not bodies and not kinds and reader.lexicon.order == "SVO" and scene.clause.opener in RELATIVE_CUES:
        # "The commission that X has just set up".
        bodies = [m for m in scene.mentions.entities if m.kind == "organization" and m.last == scene.clause.first - 1]
    if not bodies and not kinds:
        return []
    created: list[Mention | None] = [*bodies] or [None]
    for mention in created:
        event = start(reader, scene, {ESTABLISHMENT}, trigger)
        agents = [m for m in scene.clause.in_position("subject", "by") if m is not mention and m.kind != "place"]
        agent = next(iter(agents), scene.subject if scene.subject is not mention else None)
        if mention is not None:
            body = mention.iri
            if agent and agent.kind == "state":
                body = reader.finder.place_body(body, agent.iri)
            event.add(DD + "concernsBody", body)
        for one in agents or ([agent, *scene.partners] if agent else []):
            if mention is None or one.iri != mention.iri:
                reader.roles.give(event, one, "subject", trigger)
        if not event.agents(DD + "hasAgent"):
            reader.roles.of_both_sides(event, scene.clause.words, reader.context.sides)
        complete(reader, event, scene)
        result.append(reader.settle(event))
    return result


def _doers_behind(reader: EventReader, scene: Scene, verb: Mention) -> list[Mention]:
    """Return the bodies that create something where verbs come first: what they create stands behind them."""
    if reader.lexicon.order != "VSO" or verb.form != "verb":
        return []
    doers = [m for m in scene.clause.in_position("subject") if m.first > verb.last]
    last = max((m.last for m in doers), default=0)
    behind = [w for w in [*scene.clause.words, *scene.clause.entities] if w.first > last]
    created = any(w.kind in ("body-kind", "organization", *NOUN_EVENTS) for w in behind)
    return doers if created or len(doers) > 1 else []
