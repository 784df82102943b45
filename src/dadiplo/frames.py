"""What a trigger makes of its clause: one small reader for each verb that does more than evoke its event."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from dadiplo.appointments import APPOINTING, read_appointment
from dadiplo.doers import complete, sides_within
from dadiplo.lexicon import CUE
from dadiplo.matters import is_matter
from dadiplo.model import Event, Mention, Sentence, Span
from dadiplo.nouns import bodies_created
from dadiplo.positions import is_unknown_noun
from dadiplo.resources import DD, VOCAB
from dadiplo.scenes import NEAR, Scene, asset_of, give_values, noun_types, set_kind, start
from dadiplo.terms import (
    ACTUAL,
    AGREEMENT,
    DENIED,
    MEASURE,
    MEETING,
    NOUN_EVENTS,
    PLANNED,
    REPRESENTATION,
    TRIGGER,
    VISIT,
)
from dadiplo.topics import names_assets

if TYPE_CHECKING:
    from dadiplo.events import EventReader

_BILL = VOCAB + "measure-kind/bill"
#: What makes a bill a law; another bill is still only planned.
_PASSING = {TRIGGER + name for name in ("enact", "adopt", "sign", "veto", "take-effect", "fail")}
#: What officials do with a bill or law that the text need not name again.
_ON_A_TEXT = {TRIGGER + name for name in ("enact", "introduce", "amend", "repeal")}
_DECIDING = {VOCAB + "body-kind/parliament", VOCAB + "body-kind/court"}
_LEGISLATOR, _PLURAL = VOCAB + "office/legislator", "s"
#: How many words from "the third country in the region" its infinitive can stand.
_KIND_OF = 5
#: Verbs that tell of a measure of another kind than the one they act on.
_UNDOING = {TRIGGER + name for name in ("lift", "repeal", "amend")}
#: What officials do with a decree on a person.
_CARRYING = {TRIGGER + name for name in ("enact", "license", "issue", "adopt", "sign", "order", "agree")}
_HEADS_OF_STATE = {VOCAB + "office/" + name for name in ("president", "monarch")}
#: Verbs after which none of the nouns they act on tells of more.
_WHOLLY = _UNDOING | {TRIGGER + "fail", TRIGGER + "postpone"}


Frame = Callable[["EventReader", Scene, Mention], Event | None]
FRAMES: dict[str, Frame] = dict.fromkeys(APPOINTING, read_appointment)


def frame(*triggers: str) -> Callable[[Frame], Frame]:
    """Register a reader for triggers by their local names."""

    def register(function: Frame) -> Frame:
        for trigger in triggers:
            FRAMES[TRIGGER + trigger] = function
        return function

    return register


def read_verb(reader: EventReader, scene: Scene, verb: Mention) -> Event | None:
    """Return the event that a verb evokes in its clause."""
    if _says_what_for(reader, scene, verb) or _carries_appointment(scene, verb) or is_matter(reader, scene, verb):
        return None
    return FRAMES.get(verb.iri, plain)(reader, scene, verb)


def _carries_appointment(scene: Scene, verb: Mention) -> bool:
    """Tell whether a decree or approval is only that of an appointment, which a noun tells ("approved naming X")."""
    named = any(m.kind == "person" for m in scene.clause.entities)
    if verb.iri not in _CARRYING or not named or not any(n.iri in APPOINTING for n in scene.nouns):
        return False
    scene.used.update(noun for noun in scene.nouns if noun.kind == "measure-kind")
    return True


def _says_what_for(reader: EventReader, scene: Scene, verb: Mention) -> bool:
    """Tell whether an infinitive only says what a law is for ("a bill to ban"), or what a state is the first to do."""
    words = scene.mentions.words
    if reader.lexicon.order != "SVO" or verb.iri == TRIGGER + "adopt":
        return False
    to = next((w for w in words if w.iri in (CUE + "to", CUE + "aim") and w.last == verb.first - 1), None)
    first = to.first if to is not None else verb.first
    if to is None and CUE + "to" not in reader.lexicon.cues_of(scene.clause.sentence.words[verb.first].text):
        return False
    near = [w for w in words if first - _KIND_OF <= w.last < first]
    laws = [w for w in near if w.kind == "measure-kind" and w.form == "noun" and w.last == first - 1]
    return bool(laws) or any(w.iri == CUE + "a-state" for w in near)


def plain(reader: EventReader, scene: Scene, verb: Mention) -> Event | None:
    """The event that the verb evokes; a noun in the clause tells which, where the verb leaves it open."""
    evoked = reader.lexicon.values(verb.iri, DD + "evokes")
    nouns = [*scene.nouns, *scene.references, *inside(reader, scene, verb)]
    objects = [noun for noun in nouns if noun_types(reader, noun) & evoked]
    # "Put off the entry into force of the rules": the rules tell what kind of act it is.
    objects.sort(key=lambda noun: len(noun_types(reader, noun) & evoked))
    if objects:
        noun = _head(reader, scene, verb, objects)
        scene.used.update(other for other in objects if other.kind == noun.kind and other.first <= noun.last + 1)
        scene.used.update(other for other in objects if verb.iri in _WHOLLY or other.first == noun.first)
        if reader.lexicon.order == "SOV":
            also = [w.first for w in scene.clause.words if w.iri == CUE + "and"]
            scene.used.update(n for n in objects if not any(n.last < place < noun.first for place in also))
        approved = reader.lexicon.order == "SOV" or verb.iri == TRIGGER + "enact"
        bodies = bodies_created(reader, scene, noun) if approved and noun.iri == TRIGGER + "create" else []
        if bodies:
            # "Gave its approval to the founding of X".
            return bodies[0]
        if reader.lexicon.order == "SVO":
            # "Signed a bill into law", "passed a law on licences": only "and" joins another act.
            also = [w.first for w in scene.clause.words if w.iri == CUE + "and" and w.first > noun.last]
            alone = [other for other in objects if other.kind == noun.kind and noun.last < other.first]
            scene.used.update(other for other in alone if not any(first < other.first for first in also))
        event = start(reader, scene, noun_types(reader, noun) & evoked, verb, noun)
        if verb.iri in _UNDOING and event.type == MEASURE:
            # What lifts a ban is no ban.
            give_values(reader, event, verb)
        else:
            set_kind(event, noun)
        if noun.iri == _BILL and verb.iri not in _PASSING and event.modality == ACTUAL:
            event.modality = PLANNED
        event.told_of = noun.last < scene.clause.first
        event.definite = noun in scene.references or event.told_of
    elif _tells_more(reader, scene, verb, evoked):
        return scene.previous
    elif reader.lexicon.value(verb.iri, DD + "needsObject") == "true" and not _points_to_measure(reader, scene, verb):
        return None
    else:
        event = start(reader, scene, _left_open(reader, scene, evoked), verb)
    give_values(reader, event, verb)
    reader.roles.assign(event, scene.clause, scene.subject, verb, reader.context.sides)
    for partner in scene.partners:
        if partner not in scene.clause.entities or scene.clause.positions[partner] != "subject":
            reader.roles.give(event, partner, "subject", verb)
    if scene.pronoun is not None and event.type == MEETING:
        reader.roles.give(event, scene.pronoun, "object", verb)
    if event.type == AGREEMENT and event.modality == DENIED and not event.arguments:
        # "No agreement was signed" between those spoken of.
        for side in reader.context.sides:
            event.add(DD + "hasParty", side)
    sides_within(reader, event, scene)
    if event.type in (MEETING, AGREEMENT) and not event.arguments and not event.definite:
        return None
    if reader.lexicon.value(verb.iri, DD + "needsTopic") == "true" and not names_assets(scene, verb):
        return None
    complete(reader, event, scene)
    return reader.settle(event)


def inside(reader: EventReader, scene: Scene, verb: Mention) -> list[Mention]:
    """Return the nouns inside a verb of several words that needs an object ("is drafting a law")."""
    if verb.last == verb.first or reader.lexicon.value(verb.iri, DD + "needsObject") != "true":
        return []
    words = scene.clause.sentence.words[verb.first : verb.last + 1]
    found = reader.lexicon.find(Sentence(verb.span, words), tuple(NOUN_EVENTS))
    return [noun._replace(first=noun.first + verb.first, last=noun.last + verb.first) for noun in found]


def _left_open(reader: EventReader, scene: Scene, evoked: set[str]) -> set[str]:
    """Return which of the events it is that a verb leaves open: a head of state signs the bill told last."""
    heads = any(w.kind == "office" and w.iri in _HEADS_OF_STATE for w in scene.clause.words)
    alone = not scene.clause.in_position("with", "between")
    last = reader.context.latest(MEASURE, AGREEMENT)
    if {MEASURE, AGREEMENT} <= evoked and heads and alone and last is not None and last.type == MEASURE:
        return {MEASURE}
    return evoked - {MEASURE} if len(evoked) > 1 else evoked


def _tells_more(reader: EventReader, scene: Scene, verb: Mention, evoked: set[str]) -> bool:
    """Tell whether a clause without agents only dates the event before ("an accord, signed in December")."""
    event = scene.previous
    if event is None or event.type not in evoked or scene.clause.entities:
        return False
    time = scene.time_of(verb)
    if time is not None and not event.date:
        event.date = time.value(event.modality not in (ACTUAL, DENIED))
    given = reader.lexicon.values(verb.iri, DD + "givesValue") & {DENIED, PLANNED}
    event.modality = min(given, default=event.modality)
    give_values(reader, event, verb)
    event.support(scene.passage)
    return True


def _head(reader: EventReader, scene: Scene, verb: Mention, objects: list[Mention]) -> Mention:
    """Return the noun that a verb acts on: where verbs come last, of "a bill of taxation" the one nearest the verb."""
    first = objects[0]
    if reader.lexicon.order != "SOV":
        return first
    also = [w.first for w in scene.clause.words if w.iri == CUE + "and"]
    chain = [n for n in objects if n.kind == first.kind and first.first <= n.first < verb.first]
    return max(
        (n for n in chain if not any(first.last < place < n.first for place in also)),
        key=lambda n: n.first,
        default=first,
    )


def _points_to_measure(reader: EventReader, scene: Scene, verb: Mention) -> bool:
    """Tell whether an official passes or vetoes something that the text need not name again ("approved the text")."""
    official = scene.subject is not None and reader.finder.is_official(scene.subject.iri)
    return verb.iri in _ON_A_TEXT and official and reader.context.latest(MEASURE) is not None


def deciding(reader: EventReader, scene: Scene) -> bool:
    """Tell whether a parliament or a court is the doer of a clause."""
    doers = scene.clause.in_position("subject", "by") or ([scene.subject] if scene.subject else [])
    return any(kinds_of(reader, m.iri) & _DECIDING for m in doers if m.kind == "organization") or _deputies(
        reader, scene
    )


def _deputies(reader: EventReader, scene: Scene) -> bool:
    """Tell whether the members of a parliament are the doers together ("los diputados respaldaron la ley")."""
    verb = scene.clause.verb
    if verb is None or not reader.lexicon.drops_pronouns:
        return False
    words = scene.clause.sentence.words
    told = [w.first for w in scene.clause.words if w.iri == _LEGISLATOR and w.first > 0 and w.last < verb.first]
    return any(
        words[at].text.endswith(_PLURAL) and CUE + "definite" in reader.lexicon.cues_of(words[at - 1].text)
        for at in told
    )


def kinds_of(reader: EventReader, body: str) -> set[str]:
    """Return the kinds of a body, as known and as told."""
    record = reader.finder.records.get(body)
    return reader.lexicon.values(body, DD + "bodyKind") | ({value for _, value in record.facts} if record else set())


@frame("permit")
def _permission(reader: EventReader, scene: Scene, verb: Mention) -> Event | None:
    """Public bodies permit and restrict; what contracts and technology allow is no measure."""
    stranger = is_unknown_noun(scene.clause, verb.first - 1, reader.lexicon)
    official = not stranger and _official_doer(reader, scene)
    return plain(reader, scene, verb) if verb.form == "passive" or official else None


def _official_doer(reader: EventReader, scene: Scene) -> bool:
    """Tell whether the doer of a clause is a state, a public body or an officer."""
    doers = scene.clause.in_position("subject") or ([scene.subject] if scene.subject else [])
    public = any(w.kind in ("office", "body-kind") for w in scene.clause.words)
    return public or any(reader.finder.is_official(m.iri) for m in doers)


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
        return plain(reader, scene, verb)
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


@frame("withdraw")
def _withdrawal(reader: EventReader, scene: Scene, verb: Mention) -> Event | None:
    """What is left must be no place: "left for the airport", "left Islamabad"."""
    words = scene.clause.sentence.words
    beside = [m for m in scene.clause.entities if 0 < m.first - verb.last <= 2]
    behind = words[verb.last + 1].text[:1] if verb.last < scene.clause.last else ""
    named = any(m.kind == "organization" for m in beside) or (not beside and behind.isupper())
    objects = [noun for noun in [*scene.nouns, *scene.references] if noun_types(reader, noun) & {AGREEMENT}]
    project = named or bool(objects) or verb.last > verb.first
    if scene.subject is not None and scene.subject.kind != "person":
        # "Peru quit the CBDC pilot".
        project = project or any(w.kind == "topic" and 0 < w.first - verb.last <= _KIND_OF for w in scene.clause.words)
    return plain(reader, scene, verb) if project or reader.lexicon.order != "SVO" else None


@frame("order")
def _order(reader: EventReader, scene: Scene, verb: Mention) -> Event | None:
    """Read "ordered the exchange X to stop", or what a noun says is ordered."""
    kinds = {noun.kind for noun in scene.nouns if noun.kind in NOUN_EVENTS and noun.first > verb.last}
    if kinds:
        return plain(reader, scene, verb) if "measure-kind" in kinds else None
    told = [w for w in scene.mentions.words if (w.iri == CUE + "firm" or w.kind == "topic") and w.first > verb.last]
    told += [m for m in scene.clause.entities if m.kind == "organization" and m.first > verb.last]
    to = any(w.iri == CUE + "to" and w.first > verb.last for w in scene.mentions.words)
    return plain(reader, scene, verb) if to and told else None


@frame("create")
def _creation(reader: EventReader, scene: Scene, verb: Mention) -> Event | None:
    """A body, named or told by its kind, or else what a noun of the clause says is created."""
    behind = reader.lexicon.order != "SOV" and verb.form != "passive"
    nouns = [n for n in scene.nouns if n.kind in NOUN_EVENTS and (n.first > verb.last) == behind]
    kinds = [w for w in scene.clause.words if w.kind == "body-kind" and (w.first > verb.first) == behind]
    kinds += [m for m in scene.clause.entities if m.kind == "organization" and (m.first > verb.last) == behind]
    nearest = min([*nouns, *kinds], key=lambda m: (abs(m.first - verb.first), m.kind), default=None)
    offices = [w for w in scene.clause.words if w.kind == "office" and 0 < w.first - verb.last <= _KIND_OF]
    named = [m for m in scene.clause.entities if m.kind == "person" and m.first > verb.last]
    beside = offices and not any(
        w.kind in ("cue", "measure-kind") and verb.last < w.first < offices[0].first for w in scene.clause.words
    )
    if beside and named and (nearest is None or offices[0].first < nearest.first or nearest.first < verb.first):
        # "The council has a new head, X".
        return read_appointment(reader, scene, verb._replace(iri=TRIGGER + "appoint", form="passive"))
    if not behind and any(w.kind == "office" and w.last == verb.first - 1 for w in scene.clause.words):
        # Where verbs come last: "made him governor".
        return read_appointment(reader, scene, verb._replace(iri=TRIGGER + "appoint"))
    if nearest is not None and nearest in nouns:
        return plain(reader, scene, verb)
    bodies = bodies_created(reader, scene, verb)
    if bodies:
        scene.used.update(n for n in scene.nouns if n.kind == "measure-kind")
        return bodies[0]
    return plain(reader, scene, verb) if scene.nouns else None


@frame("give")
def _gift(reader: EventReader, scene: Scene, verb: Mention) -> Event | None:
    """Read "gave the country a council": a body that is new, and not one to which something is given."""
    words = scene.clause.sentence.words[: scene.clause.last + 1]
    behind = range(verb.last + 1, min(verb.last + 1 + NEAR, len(words)))
    new = [at for at in behind if CUE + "indefinite" in reader.lexicon.cues_of(words[at].text)]
    bodies = [w for w in scene.clause.words if w.kind == "body-kind"]
    bodies += [m for m in scene.clause.entities if m.kind == "organization"]
    given = any(0 < m.first - at <= NEAR for m in bodies for at in new[:1])
    first = min((m.first for m in bodies if m.first > verb.last), default=0)
    to = any(w.iri == CUE + "to" and verb.last < w.first < first for w in scene.clause.words)
    created = bodies_created(reader, scene, verb) if given and not to else []
    return created[0] if created else None


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
    if event is not None:
        event.support(scene.passage)
        return event
    doers = scene.clause.in_position("subject")
    if not doers:
        # "The presidents of X and Y discussed …"
        doers = [m for m in scene.clause.in_position("of") if m.last < verb.first and m.kind == "state"]
    if scene.subject is None and not doers:
        event = Event(MEETING, [scene.passage], ACTUAL)
        reader.roles.of_both_sides(event, scene.clause.words, reader.context.sides)
        return reader.settle(event) if event.arguments else None
    if scene.subject is None or (not others and len(doers) < 2):
        return None
    event = Event(MEETING, [scene.passage], ACTUAL)
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
