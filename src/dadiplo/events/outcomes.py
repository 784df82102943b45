"""What became of what was agreed on, planned or called off: it is still to come, is put off, or does not come about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dadiplo.clauses.scenes import Scene, noun_types, start
from dadiplo.events.doers import complete
from dadiplo.events.frames import frame, inside, plain
from dadiplo.events.topics import assets_beside
from dadiplo.lexicon import CUE
from dadiplo.mentions.bodykinds import FIRMS
from dadiplo.model import Event, Mention
from dadiplo.resources import DD
from dadiplo.terms import ACTUAL, AGREEMENT, DENIED, ESTABLISHMENT, MEETING, NOUN_EVENTS, PLANNED, TRIGGER, VISIT

if TYPE_CHECKING:
    from dadiplo.events.reader import EventReader

#: How many words from who agreed the noun stands that "on" governs.
_NEXT = 2
_SIDES = 2
#: How many words behind "the plan" the body can stand.
_PLAN = 4
#: How many words behind "quit" the pilot or programme can stand.
_PROJECT = 5
_CONCLUDING = (TRIGGER + "sign", TRIGGER + "conclude")


@frame("agree")
def _accord(reader: EventReader, scene: Scene, verb: Mention) -> Event | None:
    """Read "agreed on the signing of a memorandum", "agreed on a meeting in May": that is still to come."""
    doers = [*scene.clause.in_position("subject"), *(w for w in scene.clause.words if w.iri == CUE + "both-sides")]
    last = max((m.last for m in doers if m.first > verb.last), default=verb.last)
    noun = next((n for n in scene.clause.words if n.form == "noun" and n.first > last), None)
    if reader.lexicon.order != "VSO" or noun is None:
        return plain(reader, scene, verb)
    if noun.kind == "trigger" and noun_types(reader, noun) <= {MEETING, VISIT} and noun.first - last <= _NEXT:
        event = start(reader, scene, noun_types(reader, noun), noun)
        event.modality = PLANNED if event.modality == ACTUAL else event.modality
        time = scene.time_of(noun)
        event.date = time.value(planned=True) if time is not None else event.date
        scene.used.update([*scene.nouns, *scene.references])
        reader.roles.assign(event, scene.clause, scene.subject, noun, reader.context.sides)
        return reader.settle(event)
    signed = noun.iri in _CONCLUDING
    if signed:
        scene.nouns = [other for other in scene.nouns if other is not noun]
    told = plain(reader, scene, verb)
    made = noun.kind == "instrument-kind" and noun.first - last == _NEXT + 1
    if told is not None and told.modality == ACTUAL and (made or signed):
        told.modality = PLANNED
    return told


@frame("repeal")
def _called_off(reader: EventReader, scene: Scene, verb: Mention) -> Event | None:
    """What repeals or cancels talks or a visit is no measure: they do not come about; an accord ends."""
    nouns = [noun for noun in [*scene.nouns, *scene.references] if noun_types(reader, noun)]
    nearest = min(nouns, key=lambda noun: (abs(noun.first - verb.first), noun.iri), default=None)
    if nearest is None or not noun_types(reader, nearest) & {MEETING, VISIT}:
        unsaid = nearest is None or CUE + "to" in nearest.cues
        if reader.lexicon.order == "VSO" and unsaid and not assets_beside(scene, verb):
            # Tenders and workshops are called off with the same verb.
            return None
        ended = {noun.kind for noun in nouns if noun.kind in NOUN_EVENTS} == {"instrument-kind"}
        return plain(reader, scene, verb._replace(iri=TRIGGER + "withdraw") if ended else verb)
    return _fate(reader, scene, verb._replace(iri=TRIGGER + "fail"))


@frame("fail", "postpone")
def _fate(reader: EventReader, scene: Scene, verb: Mention) -> Event | None:
    """What fails or waits is named by a noun beside the verb or inside it ("rejected the bill"), or was told before."""
    scene.nouns += inside(reader, scene, verb)
    if _ends_without_accord(reader, scene, verb):
        scene.used.update(scene.nouns)
        return _talks_broken_off(reader, scene, verb)
    told = None if scene.nouns else reader.referent(*scene.references)
    if told is None and not scene.nouns and reader.lexicon.order == "VSO":
        told = _told_at_head(reader, scene, verb)
        if told is None and verb.iri == TRIGGER + "fail" and scene.clause.cue("draft"):
            return _talks_broken_off(reader, scene, verb)
    if told is None or told.modality == DENIED:
        return plain(reader, scene, verb) or _body_not_made(reader, scene, verb)
    # "The visit was put off": what has been told comes later, or not at all.
    again = start(reader, scene, {told.type}, verb)
    told.modality = again.modality
    told.date, told.either = (again.date, again.either) if again.date else (told.date, told.either)
    told.support(scene.passage)
    scene.used.update(scene.references)
    return told


def _ends_without_accord(reader: EventReader, scene: Scene, verb: Mention) -> bool:
    """Tell whether talks are said to have ended without an accord, where verbs come first."""
    nouns = [n for n in [*scene.nouns, *scene.references] if n.first > verb.last]
    talks = [n for n in nouns if noun_types(reader, n) == {MEETING}]
    accords = [n for n in nouns if n.kind == "instrument-kind" and talks and n.first > talks[0].last]
    lacks = [w for w in scene.clause.words if w.iri == CUE + "failed" and accords and w.last == accords[0].first - 1]
    return reader.lexicon.order == "VSO" and bool(lacks)


def _talks_broken_off(reader: EventReader, scene: Scene, verb: Mention) -> Event | None:
    """Negotiations between two sides that fail bring no agreement about."""
    sides = [m for m in scene.clause.in_position("between") if reader.finder.is_official(m.iri)]
    if len(sides) < _SIDES:
        return None
    event = start(reader, scene, {AGREEMENT}, verb)
    for side in sides:
        event.add(DD + "hasParty", side.iri)
    return reader.settle(event)


def _body_not_made(reader: EventReader, scene: Scene, verb: Mention) -> Event | None:
    """Return the founding of a body that is off: "buried the idea of an agency", "the plan of a council fell through".

    The body is none known by name, and is planned, or stands right behind the verb.
    """
    clause = scene.clause
    if any(noun_types(reader, noun) for noun in [*scene.nouns, *scene.references]):
        return None
    plans = [w.last for w in clause.words if w.iri == CUE + "intent"]
    kinds = [w for w in clause.words if w.kind == "body-kind" and w.iri not in FIRMS]
    words = clause.sentence.words
    kinds += [m for m in clause.entities if m.kind == "organization" and words[m.first].text[:1].islower()]
    planned = [w for w in kinds if any(0 < w.first - last <= _PLAN for last in plans)]
    behind = [w for w in kinds if 0 < w.first - verb.last <= _NEXT and not clause.in_position("object")]
    body = next(iter(planned or behind), None)
    if body is None or reader.lexicon.order != "SVO":
        return None
    event = start(reader, scene, {ESTABLISHMENT}, verb)
    for mention in [m for m in (scene.subject, *scene.partners) if m is not None]:
        reader.roles.give(event, mention, "subject", verb)
    complete(reader, event, scene)
    return reader.settle(event)


def _told_at_head(reader: EventReader, scene: Scene, verb: Mention) -> Event | None:
    """Return the event of this sentence that the noun at its head tells of: "the visit that X is said to have made"."""
    nouns = [w for w in scene.mentions.words if w.form == "noun" and w.last < verb.first]
    told = reader.context.latest(*sorted(noun_types(reader, nouns[0]))) if nouns else None
    start = scene.clause.sentence.span.start
    return told if told is not None and any(passage.span.start >= start for passage in told.passages) else None


@frame("join")
def _accession(reader: EventReader, scene: Scene, verb: Mention) -> Event | None:
    """States and bodies join projects and accords; a person joins a bank to work there."""
    doer = scene.subject
    works = doer is not None and doer.kind == "person" and reader.lexicon.order == "SVO" and not scene.partners
    works = works and not any(noun_types(reader, noun) & {AGREEMENT} for noun in [*scene.nouns, *scene.references])
    return None if works else plain(reader, scene, verb)


@frame("withdraw")
def _withdrawal(reader: EventReader, scene: Scene, verb: Mention) -> Event | None:
    """What is left must be no place and no gathering: "left for the airport", "walked out of a hearing"."""
    words = scene.clause.sentence.words
    if any(w.iri == CUE + "gathering" and 0 < w.first - verb.last <= _PROJECT for w in scene.clause.words):
        return None
    beside = [m for m in scene.clause.entities if 0 < m.first - verb.last <= 2]
    behind = words[verb.last + 1].text[:1] if verb.last < scene.clause.last else ""
    named = any(m.kind == "organization" for m in beside) or (not beside and behind.isupper())
    objects = [noun for noun in [*scene.nouns, *scene.references] if noun_types(reader, noun) & {AGREEMENT}]
    project = named or bool(objects) or verb.last > verb.first
    if scene.subject is not None and scene.subject.kind != "person":
        # "Peru quit the CBDC pilot".
        project = project or any(w.kind == "topic" and 0 < w.first - verb.last <= _PROJECT for w in scene.clause.words)
    return plain(reader, scene, verb) if project or reader.lexicon.order != "SVO" else None
