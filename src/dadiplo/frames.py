"""What a trigger makes of its clause: one small reader for each verb that does more than evoke its event."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from dadiplo.clauses import Clause
from dadiplo.documents import slug
from dadiplo.lexicon import CUE
from dadiplo.mentions import EntityRecord, SentenceMentions, titled
from dadiplo.model import Event, Mention, Passage, Span
from dadiplo.resources import DD, ID, VOCAB
from dadiplo.terms import (
    ACTUAL,
    AGREEMENT,
    ANNOUNCEMENT,
    ESTABLISHMENT,
    INTENDED,
    KINDS,
    MEASURE,
    MEETING,
    NOUN_EVENTS,
    POSSIBLE,
    REPRESENTATION,
    RESERVE_ACTION,
    STATEMENT,
    VISIT,
)

if TYPE_CHECKING:
    from dadiplo.events import EventReader

_TRIGGER = VOCAB + "trigger/"
_MODAL_CUES = {CUE + "negation", CUE + "planned", CUE + "possible", CUE + "aim"}
#: Nouns of these triggers ("statement", "adoption") tell of no event without their verb.
_VERBS_ONLY = {_TRIGGER + name for name in ("say", "announce", "discuss", "adopt", "praise", "warn")}


@dataclass(slots=True)
class Scene:
    """A clause as its triggers see it: new nouns, nouns that point back, the subject, and the voice."""

    clause: Clause
    voice: Passage
    subject: Mention | None
    mentions: SentenceMentions
    nouns: list[Mention]
    references: list[Mention]
    used: set[Mention] = field(default_factory=set)

    @property
    def passage(self) -> Passage:
        """The whole clause in its voice."""
        return replace(self.voice, span=self.clause.span)


Frame = Callable[["EventReader", Scene, Mention], Event | None]
FRAMES: dict[str, Frame] = {}


def frame(*triggers: str) -> Callable[[Frame], Frame]:
    """Register a reader for triggers by their local names."""

    def register(function: Frame) -> Frame:
        for trigger in triggers:
            FRAMES[_TRIGGER + trigger] = function
        return function

    return register


def read_verb(reader: EventReader, scene: Scene, verb: Mention) -> Event | None:
    """Return the event that a verb evokes in its clause."""
    return FRAMES.get(verb.iri, _plain)(reader, scene, verb)


def _plain(reader: EventReader, scene: Scene, verb: Mention) -> Event | None:
    """The event that the verb evokes; a noun in the clause tells which, where the verb leaves it open."""
    evoked = reader.lexicon.values(verb.iri, DD + "evokes")
    objects = [noun for noun in [*scene.nouns, *scene.references] if noun_types(reader, noun) & evoked]
    if objects:
        noun = objects[0]
        scene.used.update(other for other in objects if other.kind == noun.kind and other.first <= noun.last + 1)
        event = start(reader, scene, noun_types(reader, noun) & evoked, verb)
        set_kind(event, noun)
        event.definite = noun in scene.references
    elif reader.lexicon.value(verb.iri, DD + "needsObject") == "true":
        return None
    else:
        event = start(reader, scene, evoked - {MEASURE} if len(evoked) > 1 else evoked, verb)
    give_values(reader, event, verb)
    reader.roles.assign(event, scene.clause, scene.subject, verb, reader.context.sides)
    if event.type in (MEETING, AGREEMENT) and not event.arguments and not event.definite:
        return None
    return reader.settle(event)


@frame("say", "praise", "warn", "announce")
def _statement(reader: EventReader, scene: Scene, verb: Mention) -> Event | None:
    announcing = verb.iri == _TRIGGER + "announce"
    event = start(reader, scene, {ANNOUNCEMENT if announcing else STATEMENT}, verb)
    event.modality = ACTUAL if event.modality == POSSIBLE else event.modality
    reader.roles.assign(event, scene.clause, scene.subject, verb)
    if not event.agents(DD + "hasSpeaker") and reader.context.subject is not None and reader.lexicon.order != "SVO":
        reader.roles.give(event, reader.context.subject, "subject", verb)
    speakers = event.agents(DD + "hasSpeaker")
    if not speakers or reader.lexicon.is_a(speakers[0], DD + "MediaOrganization"):
        return None
    reader.voices.speaker = speakers[0]
    return reader.settle(event)


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
            event.describe(DD + "inCapacity", reader.posts.tenure(holders[0], title, passage, reader.context.events))
    reader.context.events.append(event)
    return event


@frame("adopt")
def _adoption(reader: EventReader, scene: Scene, verb: Mention) -> Event | None:
    """Only the adoption of an asset as legal tender; other adoptions need a noun that says of what."""
    if scene.clause.cue("as-legal-tender") is None:
        return _plain(reader, scene, verb)
    event = start(reader, scene, {MEASURE}, verb)
    event.describe(DD + "measureKind", VOCAB + "measure-kind/legal-tender")
    agent = scene.subject
    common = scene.clause.cue("a-state")
    if common:
        # "the first state to adopt": the state meant is the one named last before these words.
        named = [m for m in scene.mentions.entities if m.kind == "state" and m.last < common.first]
        agent = named[-1] if named else agent
    if agent:
        reader.roles.give(event, agent, "subject", verb)
    for word in scene.clause.words:
        asset = asset_of(reader, word)
        if asset:
            event.describe(DD + "concernsAsset", asset)
    return reader.settle(event)


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
    event = reader.settle(event)
    if cause and cause is not event:
        cause.links.append((DD + "resultedIn", event))
        cause.support(scene.passage)
    return event


@frame("hold")
def _held(reader: EventReader, scene: Scene, verb: Mention) -> Event | None:
    """Read "the meeting saw a discussion": the clause tells more of an event named before."""
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
    if event is not None:
        event.support(scene.passage)
        return event
    if scene.subject is None:
        return None
    event = Event(MEETING, [scene.passage], ACTUAL)
    for mention in [scene.subject, *others]:
        event.add(DD + "hasParticipant", mention.iri)
    return reader.settle(event)


def read_nouns(reader: EventReader, scene: Scene, modality: str) -> list[Event]:
    """Return the events that nouns of the clause tell of by themselves, in the modality of an announcement if any."""
    result = []
    nouns = [noun for noun in scene.nouns if noun not in scene.used]
    creating = next((noun for noun in nouns if noun.iri == _TRIGGER + "create"), None)
    for noun in nouns:
        if noun is creating:
            result += _created_bodies(reader, scene, noun, modality)
            continue
        if noun.iri in _VERBS_ONLY or _told_by_another(reader, noun, nouns):
            continue
        agents = scene.clause.entities or scene.clause.cue("both-sides") or scene.subject
        if noun.kind in NOUN_EVENTS and not agents:
            continue
        trigger = next((n for n in nouns if n.kind == "trigger" and n.first < noun.first), noun)
        event = start(reader, scene, noun_types(reader, noun), trigger)
        event.modality = modality or event.modality
        set_kind(event, noun)
        if trigger is not noun:
            give_values(reader, event, trigger)
        reader.roles.assign(
            event,
            scene.clause,
            scene.subject if creating or modality else None,
            trigger,
            reader.context.sides,
        )
        if event.type == RESERVE_ACTION:
            _reserve(reader, event, noun, scene)
        if event.arguments or event.type == VISIT:
            result.append(reader.settle(event))
    return result


def _told_by_another(reader: EventReader, noun: Mention, nouns: list[Mention]) -> bool:
    """Tell whether a verbal noun only carries a noun beside it ("the signing of a letter")."""
    types = noun_types(reader, noun)
    return noun.kind == "trigger" and any(n.kind in NOUN_EVENTS and noun_types(reader, n) & types for n in nouns)


def _created_bodies(reader: EventReader, scene: Scene, noun: Mention, modality: str) -> list[Event]:
    result = []
    for mention in scene.clause.entities:
        if mention.kind != "organization" or mention.first < noun.last:
            continue
        event = start(reader, scene, {ESTABLISHMENT}, noun)
        event.modality = modality or event.modality
        body = mention.iri
        agents = [m for m in scene.clause.in_position("subject") if m is not mention]
        agent = next(iter(agents), scene.subject)
        if agent and agent.kind == "state":
            body = reader.finder.place_body(body, agent.iri)
        event.add(DD + "concernsBody", body)
        if agent and agent.iri != mention.iri:
            reader.roles.give(event, agent, "subject", noun)
        result.append(reader.settle(event))
    return result


def _reserve(reader: EventReader, event: Event, noun: Mention, scene: Scene) -> None:
    """Name the reserve after its owner and its asset, and record both."""
    owner = next(iter(event.agents(DD + "hasAgent")), "")
    if not owner:
        return
    named = reader.document.text[noun.span.start : noun.span.end]
    asset = next((a for a in (asset_of(reader, word) for word in scene.clause.words) if a), "")
    asset = asset or _asset_in(reader, named)
    country = reader.lexicon.value(owner, DD + "isoAlpha3").lower() or owner.rsplit("/", 1)[-1]
    asset_name = slug(reader.lexicon.labels.get(asset, {}).get("en", "digital asset"))
    iri = f"{ID}reserve/{country}-strategic-{asset_name}-reserve"
    record = reader.finder.records.setdefault(
        iri, EntityRecord(iri, DD + "Reserve", labels=_reserve_labels(reader, owner, asset, named))
    )
    record.mentions.append(noun.span)
    if asset:
        record.facts.add((DD + "declaredAsset", asset))
    reader.finder.records[owner].facts.add((DD + "hasReserve", iri))
    event.describe(DD + "concernsReserve", iri)


def _reserve_labels(reader: EventReader, owner: str, asset: str, named: str) -> dict[str, str]:
    """Return the name of a reserve: as the article calls it, and composed in the other languages."""
    kinds = reader.lexicon.labels.get(VOCAB + "topic/strategic-reserve", {})
    owners, assets = reader.lexicon.labels.get(owner, {}), reader.lexicon.labels.get(asset, {})
    labels = {
        tag: f"{titled(kinds[tag], tag)}: {assets[tag]} ({owners[tag]})"
        for tag in kinds
        if tag in owners and tag in assets
    }
    return {**labels, reader.document.language: named}


def start(reader: EventReader, scene: Scene, types: set[str], trigger: Mention) -> Event:
    """Return a new event of one of the types, with the modality of its clause."""
    return Event(min(types), [scene.passage], _modality(reader, scene.clause, trigger))


def _modality(reader: EventReader, clause: Clause, trigger: Mention) -> str:
    """Return how the clause puts its event: letters joined to the trigger, else the marker nearest before it."""
    for cue in trigger.cues:
        if cue == CUE + "to" and trigger.form == "noun":
            return INTENDED
        value = reader.lexicon.value(cue, DD + "givesValue")
        if value.startswith(VOCAB + "modality/"):
            return value
    for word in reversed(clause.words):
        if word.first < trigger.first and word.iri in _MODAL_CUES:
            return reader.lexicon.value(word.iri, DD + "givesValue")
    return ACTUAL


def noun_types(reader: EventReader, noun: Mention) -> set[str]:
    """Return the classes of event that a noun can stand for."""
    return {NOUN_EVENTS[noun.kind][0]} if noun.kind in NOUN_EVENTS else reader.lexicon.values(noun.iri, DD + "evokes")


def set_kind(event: Event, noun: Mention) -> None:
    """Give an event the kind that its noun names."""
    if noun.kind in NOUN_EVENTS:
        event.describe(NOUN_EVENTS[noun.kind][1], noun.iri)


def give_values(reader: EventReader, event: Event, trigger: Mention) -> None:
    """Give an event the kind and the stage that its trigger implies, unless it has them."""
    for value in sorted(reader.lexicon.values(trigger.iri, DD + "givesValue")):
        scheme = value.removeprefix(VOCAB).split("/", 1)[0]
        if scheme == "stage" and event.modality == ACTUAL and DD + "stage" not in event.values:
            event.describe(DD + "stage", value)
        elif scheme in NOUN_EVENTS and NOUN_EVENTS[scheme][0] == event.type and not set(KINDS) & set(event.values):
            event.describe(NOUN_EVENTS[scheme][1], value)


def asset_of(reader: EventReader, word: Mention) -> str:
    """Return the digital asset that a topic such as Bitcoin names."""
    return reader.lexicon.value(word.iri, DD + "namesAsset") if word.kind == "topic" else ""


def _asset_in(reader: EventReader, words: str) -> str:
    for word in words.split():
        for analysis in reader.lexicon.analyses(word):
            for entry in reader.lexicon.entries.get(analysis.stem, ()):
                if entry.kind == "asset" and len(entry.words) == 1:
                    return entry.iri
    return ""
