"""Bodies that are established: those that a clause names, or tells only by their kind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dadiplo.clauses.scenes import Scene, start
from dadiplo.events.doers import complete
from dadiplo.lexicon import CUE
from dadiplo.mentions.bodykinds import CABINET
from dadiplo.mentions.readings import RELATIVE_CUES
from dadiplo.model import Event, Mention, Sentence
from dadiplo.resources import DD
from dadiplo.terms import ESTABLISHMENT, MEASURE, NOUN_EVENTS

if TYPE_CHECKING:
    from dadiplo.events.reader import EventReader

#: Where what is created stands.
_CREATED = ("object", "of", "subject", "to", "about")
#: How many words behind a verb of founding a word can stand that only beside it means a body ("a unit").
_FOUNDED = 8
#: What stands before who helps, and how many words before a kind of body.
_COMPANIONS, _MODIFIERS = {CUE + "with", CUE + "by"}, 4
_GOVERNING = {CUE + name for name in ("in", "with", "of", "to", "about", "by", "between")}


def bodies_created(reader: EventReader, scene: Scene, trigger: Mention) -> list[Event]:
    """Return the creation of each body that a clause names, or of the one it tells only by its kind."""
    bodies, kinds = _beside(reader, scene, trigger)
    if not bodies and not kinds:
        bodies, kinds = _before(reader, scene, trigger)
    if not bodies and not kinds:
        return []
    created: list[Mention | None] = [*bodies] or [None]
    return [_creation(reader, scene, trigger, body) for body in created]


def _beside(reader: EventReader, scene: Scene, trigger: Mention) -> tuple[list[Mention], list[Mention]]:
    """Return the bodies, and the kinds of bodies, that stand where what a trigger creates does."""
    clause, final, passive = scene.clause, reader.lexicon.order == "SOV", trigger.form == "passive"
    doers = _doers_behind(reader, scene, trigger)
    bodies = [
        m
        for m in clause.entities
        if m.kind == "organization"
        and (passive or (m.last < trigger.first if final else m.first > trigger.last))
        and clause.positions[m] in _CREATED
        # The doer of "agreed on the establishment of an office" is not what is established.
        and not (trigger.form == "noun" and clause.positions[m] == "subject")
        and m not in doers
        # A cabinet creates, and is itself formed by elections.
        and CABINET not in reader.finder.kinds_of(m.iri)
    ]
    kinds = [
        w
        for w in clause.words
        if w.kind == "body-kind" and (passive or (w.last < trigger.first if final else w.first > trigger.first))
    ]
    kinds = [w for w in kinds if not _with_whom(reader, scene, trigger, w)]
    if not bodies and not kinds and not final:
        kinds = _founded(reader, scene, trigger)
    if final and not bodies and not kinds and trigger.last > trigger.first:
        # The kind can be a part of the verb: "commission-making".
        words = clause.sentence.words[trigger.first : trigger.last + 1]
        kinds = reader.lexicon.find(Sentence(trigger.span, words), ("body-kind",))
    return bodies, kinds


def _with_whom(reader: EventReader, scene: Scene, trigger: Mention, kind: Mention) -> bool:
    """Tell whether "with" or "by" governs a kind of body: it is no new one ("launched a test with the regulator")."""
    lexicon, words = reader.lexicon, scene.clause.sentence.words
    if lexicon.order != "SVO" or lexicon.drops_pronouns or trigger.form == "passive":
        return False
    for at in range(kind.first - 1, max(kind.first - 1 - _MODIFIERS, trigger.last), -1):
        cues = set(lexicon.cues_of(words[at].text))
        if cues & _COMPANIONS or CUE + "indefinite" in cues or words[at + 1].before != " ":
            return bool(cues & _COMPANIONS)
    return False


def _founded(reader: EventReader, scene: Scene, trigger: Mention) -> list[Mention]:
    """Return the noun behind a trigger that means a body because it is founded ("set up a team of experts")."""
    words, lexicon = scene.clause.sentence.words, reader.lexicon
    for at in range(trigger.last + 1, min(trigger.last + 1 + _FOUNDED, scene.clause.last + 1)):
        stems = {a.stem for a in lexicon.analyses(words[at].text) if not (a.cues or a.definite or a.possessive)}
        if stems & lexicon.founded and not _GOVERNING & set(lexicon.cues_of(words[at - 1].text)):
            return [Mention(words[at].span, at, at, trigger.iri, "body-kind", "word")]
    return []


def _before(reader: EventReader, scene: Scene, trigger: Mention) -> tuple[list[Mention], list[Mention]]:
    """Return the body, and the kinds, that a participle or a relative clause behind them says are created."""
    clause, order = scene.clause, reader.lexicon.order
    bodies: list[Mention] = []
    kinds: list[Mention] = []
    if trigger.form != "passive" and order != "SOV" and not (trigger.form == "noun" and order == "VSO"):
        # A participle behind its noun looks like the verb: "a working group, set up in 2023".
        bodies = [m for m in clause.entities if m.kind == "organization" and m.last < trigger.first][-1:]
        kinds = [w for w in clause.words if w.kind == "body-kind" and w.last < trigger.first]
        behind = clause.sentence.words[trigger.last + 1 : trigger.last + 2]
        if trigger.form == "noun" and any(CUE + "of" in reader.lexicon.cues_of(word.text) for word in behind):
            # Before "the creation of …" stands who creates.
            bodies, kinds = [], [*kinds, *bodies]
    if not bodies and not kinds and order == "SVO" and clause.opener in RELATIVE_CUES:
        # "The commission that X has just set up".
        bodies = [m for m in scene.mentions.entities if m.kind == "organization" and m.last == clause.first - 1]
    return bodies, kinds


def _creation(reader: EventReader, scene: Scene, trigger: Mention, body: Mention | None) -> Event:
    """Return the creation of a body, with who creates it."""
    event = start(reader, scene, {ESTABLISHMENT}, trigger)
    agents = [m for m in scene.clause.in_position("subject", "by") if m is not body and m.kind != "place"]
    agent = next(iter(agents), scene.subject if scene.subject is not body else None)
    if body is not None:
        home = agent.iri if agent is not None and agent.kind == "state" else ""
        iri = reader.finder.place_body(body.iri, home) if home else body.iri
        event.add(DD + "concernsBody", iri)
    for one in agents or ([agent, *scene.partners] if agent else []):
        if body is None or one.iri != body.iri:
            reader.roles.give(event, one, "subject", trigger)
    if not event.agents(DD + "hasAgent"):
        reader.roles.of_both_sides(event, scene.clause.words, reader.context.sides)
    complete(reader, event, scene)
    behind = reader.lexicon.drops_pronouns and body is not None and body.first > trigger.last
    _not_by_itself(event, trigger._replace(form="passive") if behind else trigger, scene.previous)
    return reader.settle(event)


def _not_by_itself(event: Event, trigger: Mention, before: Event | None) -> None:
    """Part a body from its founder: nothing founds itself.

    In "set up X, then founded Y" it is the one told just before; else an active verb has the founder beside it, but for
    one that drops its doer ("un decreto que crea el Consejo X").
    """
    body, agent = DD + "concernsBody", DD + "hasAgent"
    if not event.agents(body) or event.agents(agent) != event.agents(body):
        return
    again = before is not None and before.type == ESTABLISHMENT
    wrong = agent if again or trigger.form == "passive" else body
    event.arguments = [a for a in event.arguments if a.role != wrong]
    of_law = wrong == agent and before is not None and before.type == MEASURE
    for founder in before.agents(agent) if before is not None and (again or of_law) else ():
        event.add(agent, founder)


def _doers_behind(reader: EventReader, scene: Scene, verb: Mention) -> list[Mention]:
    """Return the bodies that create something where verbs come first: what they create stands behind them."""
    if reader.lexicon.order != "VSO" or verb.form != "verb":
        return []
    doers = [m for m in scene.clause.in_position("subject") if m.first > verb.last]
    last = max((m.last for m in doers), default=0)
    behind = [w for w in [*scene.clause.words, *scene.clause.entities] if w.first > last]
    created = any(w.kind in ("body-kind", "organization", *NOUN_EVENTS) for w in behind)
    return doers if created or len(doers) > 1 else []
