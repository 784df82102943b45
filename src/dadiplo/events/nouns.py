"""Events that nouns tell of by themselves: agreements, laws, meetings, visits, reserves and new bodies."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from dadiplo.clauses.modality import NEAR
from dadiplo.clauses.positions import has_pronoun
from dadiplo.clauses.scenes import Scene, asset_of, give_values, noun_types, set_kind, start
from dadiplo.documents import slug
from dadiplo.events.appointments import read_appointment
from dadiplo.events.doers import complete
from dadiplo.events.establishments import bodies_created
from dadiplo.events.frames import inside, left_open
from dadiplo.events.matters import (
    dealt_with,
    demanded,
    in_denial,
    in_passing,
    matter_of_talks,
    matter_of_text,
    obliged,
    only_a_power,
    only_urged,
    own_session,
    owned_instrument,
    purpose_of_visit,
    said_only,
    sides_of_new_body,
    spoken_about,
    spoken_of,
    takes_no_part,
    what_a_text_allows,
)
from dadiplo.events.relevance import ACTS, JOINING
from dadiplo.events.retelling import merge
from dadiplo.events.topics import assets_beside
from dadiplo.lexicon import CUE, POSSESSIVE
from dadiplo.mentions.readings import MODAL_CUES, EntityRecord, titled
from dadiplo.model import Event, Mention
from dadiplo.resources import DD, ID, VOCAB
from dadiplo.terms import (
    ACTUAL,
    AGREEMENT,
    APPOINTMENT,
    BILL,
    DENIED,
    DIRECT,
    FATES,
    KINDS,
    MEASURE,
    MEETING,
    NOUN_EVENTS,
    PLANNED,
    REPRESENTATION,
    RESERVE_ACTION,
    TRIGGER,
    VISIT,
)

if TYPE_CHECKING:
    from dadiplo.events.reader import EventReader

#: How many words from the founding of something an Arabic noun can stand that says what is founded.
_CREATED = 2
#: What makes a law.
_MAKING = {TRIGGER + name for name in ("enact", "sign", "adopt", "take-effect")}
#: What says of a bill that it is still to be passed.
_PENDING = {CUE + "draft", CUE + "planned"}
#: Verbs of an accord that can stand before a phrase between commas and then what is signed.
_SIGNING = {TRIGGER + name for name in ("sign", "conclude", "agree")}
#: Prepositions that make a noun the matter of something.
_GOVERNING = {CUE + name for name in ("about", "in", "to", "of")}
#: Nouns of these triggers ("statement", "adoption") tell of no event without their verb.
_VERBS_ONLY = {
    TRIGGER + name
    for name in (
        "say", "describe", "announce", "discuss", "adopt", "praise", "warn", "urge", "promise", "propose",
        "deny", "reject", "support", "oppose", "represent", "keep-silent",
    )
}  # fmt: skip


def read_into_reserve(reader: EventReader, scene: Scene) -> Event | None:
    """Read "X will not add bitcoin to its reserves", where no verb of buying says so; what is done needs its day."""
    into = scene.clause.cue("into-reserve")
    if into is None or scene.subject is None or not reader.finder.is_official(scene.subject.iri):
        return None
    behind = reader.lexicon.order == "SOV"
    if not any(w.kind == "topic" and (w.first <= into.last or behind) for w in scene.clause.words):
        return None
    event = start(reader, scene, {RESERVE_ACTION}, into)
    if event.modality == ACTUAL and not event.date:
        return None
    event.add(DD + "hasAgent", scene.subject.iri, scene.passage.span)
    return reader.settle(event)


def read_nouns(reader: EventReader, scene: Scene, modality: str) -> list[Event]:
    """Return the events that nouns of the clause tell of by themselves, in the modality of an announcement if any."""
    result: list[Event] = []
    nouns = _repeals_as_failures(reader, [noun for noun in scene.nouns if noun not in scene.used])
    if reader.lexicon.order == "SOV":
        nouns = [noun for noun in nouns if not _makes_reserve(nouns, noun)]
    creating = next((noun for noun in nouns if noun.iri == TRIGGER + "create"), None)
    for noun in nouns:
        if noun is creating:
            put = modality or (PLANNED if _is_only_proposed(reader, scene, noun) else "")
            result += [_announced(event, put) for event in bodies_created(reader, scene, noun)]
        elif not (
            (creating is not None and _is_founded(scene, noun))
            or _needs_more(reader, scene, noun, nouns)
            or _is_law_in_passing(reader, scene, noun, creating)
            or _is_only_spoken_of(reader, scene, noun)
        ):
            event = _read_noun(reader, scene, noun, _trigger_of(reader, noun, nouns), modality, founding=bool(creating))
            result += [event] if event is not None else []
    return result


def _makes_reserve(nouns: list[Mention], noun: Mention) -> bool:
    """Tell whether what is created is a reserve, told right before the creation or in the same words: no body."""
    reserves = (n for n in nouns if n.kind == "reserve-action")
    return noun.iri == TRIGGER + "create" and any(n.first <= noun.last and noun.first <= n.last + 1 for n in reserves)


def _is_only_proposed(reader: EventReader, scene: Scene, creating: Mention) -> bool:
    """Tell whether a body is only what a bill provides for, or what somebody calls for."""
    bills = [w for w in scene.clause.words if w.iri == BILL and w.last < creating.first]
    return bool(bills) or (reader.lexicon.order == "VSO" and only_urged(reader, scene, creating))


def _announced(event: Event, modality: str) -> Event:
    """Give an event the modality of its announcement: "announced its intention to buy" can only be planned."""
    event.modality = modality if modality and event.modality == ACTUAL else event.modality
    return event


def _is_founded(scene: Scene, noun: Mention) -> bool:
    """Tell whether a noun is part of the name of what is founded: "the joint committee" does not meet yet."""
    return any(w.kind == "body-kind" and w.first == noun.first for w in scene.clause.words)


def _needs_more(reader: EventReader, scene: Scene, noun: Mention, nouns: list[Mention]) -> bool:
    """Tell whether a noun tells of nothing without a verb, an object, a topic, or the noun that it carries."""
    lexicon = reader.lexicon
    needy = lexicon.order != "SVO" and lexicon.value(noun.iri, DD + "needsObject") == "true"
    needy = needy and not (lexicon.order == "SOV" and inside(reader, scene, noun))
    if needy or noun.iri in _VERBS_ONLY or noun.iri in FATES or _only_carries(reader, noun, nouns):
        return True
    if demanded(lexicon, scene, noun):
        return True
    return lexicon.value(noun.iri, DD + "needsTopic") == "true" and not assets_beside(scene, noun)


def _is_law_in_passing(reader: EventReader, scene: Scene, noun: Mention, creating: Mention | None) -> bool:
    """Tell whether a noun names a law or a ban that the clause neither founds nor tells of."""
    order = reader.lexicon.order
    ruling = noun.kind == "measure-kind" or (order == "SVO" and noun_types(reader, noun) == {MEASURE})
    created = creating is not None and (order != "VSO" or abs(noun.first - creating.last) <= _CREATED)
    return ruling and not created and not _told(reader, scene, noun)


def _is_only_spoken_of(reader: EventReader, scene: Scene, noun: Mention) -> bool:
    """Tell whether a clause speaks of what a noun stands for, without saying that it comes about."""
    order, types = reader.lexicon.order, noun_types(reader, noun)
    wished = noun.kind == "trigger" or order == "SVO"
    law = types == {MEASURE}
    return (
        not types
        or types == {REPRESENTATION}
        or in_denial(scene, noun)
        or (types <= {MEASURE, RESERVE_ACTION} and only_a_power(scene, noun))
        or (types <= {MEASURE, RESERVE_ACTION, AGREEMENT} and what_a_text_allows(reader.lexicon, scene, noun))
        or (types == {RESERVE_ACTION} and dealt_with(reader, scene, noun))
        or (wished and types <= set(ACTS) and only_urged(reader, scene, noun))
        or (law and matter_of_talks(reader, scene, noun))
        or (types <= {MEASURE, RESERVE_ACTION} and purpose_of_visit(reader, scene, noun))
        or (law and order == "SOV" and said_only(scene, noun))
        or (AGREEMENT not in types and owned_instrument(reader, scene, noun))
        or own_session(reader, scene, noun)
    )


def _trigger_of(reader: EventReader, noun: Mention, nouns: list[Mention]) -> Mention:
    """Return the verbal noun that carries a noun ("the signing of a letter", "joining the accord"), else the noun."""
    types = noun_types(reader, noun)
    before = [n for n in nouns if n.kind == "trigger" and n.first < noun.first]
    joins = (n for n in nouns if n.iri in JOINING and n.first > noun.last and reader.lexicon.order == "SOV")
    carrying = next(joins, None) if types == {AGREEMENT} else None
    return carrying or next((n for n in reversed(before) if noun_types(reader, n) & types), next(iter(before), noun))


def _read_noun(
    reader: EventReader, scene: Scene, noun: Mention, trigger: Mention, modality: str, *, founding: bool
) -> Event | None:
    """Return the event that a noun stands for, unless nobody takes part in it."""
    types = noun_types(reader, noun)
    if types == {APPOINTMENT}:
        return read_appointment(reader, scene, noun)
    if len(types) > 1 and reader.lexicon.order == "VSO":
        # "Promised to sign it": what a head of state signs is the bill told last.
        types = left_open(reader, scene, types)
    event = start(reader, scene, types, trigger, noun if trigger is not noun else None)
    event.by_noun = True
    if any(w.iri == CUE + "under" and w.first == noun.last + 1 for w in scene.clause.words):
        # "Under the accord with X": it is there already, whatever comes of it.
        event.modality, event.earlier = ACTUAL, True
    if event.modality == DENIED and types == {MEETING} and takes_no_part(reader.lexicon, scene, noun):
        return None
    if types == {RESERVE_ACTION} and _only_talked_of(reader, scene, event):
        return None
    _announced(event, modality)
    set_kind(event, noun)
    signed = _signed_before(reader, scene, event, noun)
    if signed is not None:
        reader.roles.assign(event, scene.clause, None, trigger, reader.context.sides)
        merge(signed, event)
        return signed
    if noun.iri == BILL and event.modality == ACTUAL:
        event.modality = PLANNED
    if trigger is not noun or noun.kind == "trigger":
        give_values(reader, event, trigger)
    doer = _doer_of_noun(reader, scene, event, noun, acting=founding or bool(modality))
    reader.roles.assign(event, scene.clause, doer, trigger, reader.context.sides)
    if types & set(ACTS) and spoken_about(reader, scene, noun):
        # Who praises or decries a law did not make it.
        speaking = {m.iri for m in [scene.subject, *scene.partners, *scene.clause.in_position("subject")] if m}
        event.arguments = [a for a in event.arguments if a.value not in speaking]
        if not event.arguments:
            return None
    _give_unsaid(reader, scene, event, noun)
    if event.type == VISIT and _goes_nowhere(reader, scene, event, noun):
        return None
    return reader.settle(event) if event.arguments or event.type == VISIT else None


def _only_talked_of(reader: EventReader, scene: Scene, event: Event) -> bool:
    """Tell whether somebody's own words name a reserve, and neither whose nor when ("they talk of a reserve")."""
    quoted = scene.voice.attribution == DIRECT and reader.lexicon.drops_pronouns
    return quoted and event.modality == ACTUAL and not event.date and not scene.clause.entities


def _signed_before(reader: EventReader, scene: Scene, event: Event, noun: Mention) -> Event | None:
    """Return the event of the verb that acts on a noun over a phrase between commas ("signed, in May, an accord")."""
    before, clause = scene.previous, scene.clause
    if not reader.lexicon.drops_pronouns or before is None or before.type != AGREEMENT or event.type != AGREEMENT:
        return None
    bare = clause.verb is None and noun.first - clause.first <= 1 and not set(KINDS) & set(before.values)
    return before if bare and before.trigger in _SIGNING and noun.kind == "instrument-kind" else None


def _goes_nowhere(reader: EventReader, scene: Scene, event: Event, noun: Mention) -> bool:
    """Tell whether an arrival of a doer told before is one at no place that we know ("his arrival at his office")."""
    text = scene.clause.sentence.words[noun.last].text
    named = event.agents(DD + "hasHost", DD + "tookPlaceAt")
    return reader.lexicon.order == "VSO" and has_pronoun(text, reader.lexicon) and not named


def _give_unsaid(reader: EventReader, scene: Scene, event: Event, noun: Mention) -> None:
    """Give an event who takes part in it without standing in a role of its clause."""
    if obliged(scene, noun) or (noun_types(reader, noun) == {RESERVE_ACTION} and matter_of_text(reader, scene, noun)):
        _by_law(reader, event, scene)
    if event.type in (AGREEMENT, MEETING) and not event.arguments:
        reader.roles.of_both_sides(event, scene.mentions.words, reader.context.sides)
    if event.type == MEETING and not event.arguments and scene.clause.cue("first") is not None:
        for state in sides_of_new_body(reader) if reader.lexicon.order == "SOV" else ():
            event.add(DD + "hasParticipant", state)
    if event.type == RESERVE_ACTION and noun.kind in NOUN_EVENTS:
        _reserve(reader, event, noun, scene)
    visited = event.type == VISIT and not event.agents(DD + "hasVisitor") and scene.clause.cue("during")
    if event.type == VISIT and _is_received(scene, noun) and scene.previous is not None:
        # "X received Y, who is on a visit": Y visits.
        own = reader.finder.state_of(scene.subject.iri) if scene.subject is not None else ""
        host = {own, *event.agents(DD + "hasHost")}
        event.arguments = [a for a in event.arguments if a.role != DD + "hasVisitor"]
        for agent in scene.previous.agents(DD + "hasParticipant"):
            if reader.finder.state_of(agent) not in host:
                event.add(DD + "hasVisitor", agent, scene.previous.passages[0].span)
    elif visited and scene.subject is not None and scene.subject.iri not in event.agents():
        # "X said during a visit to Y" leaves unsaid who visits; by syntax it is X.
        event.add(DD + "hasVisitor", scene.subject.iri, scene.passage.span)
        event.confidence = 0.9
    complete(reader, event, scene)


def _is_received(scene: Scene, noun: Mention) -> bool:
    """Tell whether a verb of receiving stands before a visit, in a clause of its own, as verbs come first."""
    received = any(
        w.iri == TRIGGER + "receive" and w.form == "verb" for w in scene.mentions.words if w.last < noun.first
    )
    talks = scene.previous is not None and scene.previous.type == MEETING
    return received and talks and scene.clause.verb is None


def _by_law(reader: EventReader, event: Event, scene: Scene) -> None:
    """Give what a law obliges a state to the fate of the law: a bill that fell leaves nothing to be bought.

    What is only tabled is still to come.
    """
    law = scene.previous if scene.previous is not None and scene.previous.type == MEASURE else None
    law = law or reader.context.latest(MEASURE)
    done = law is not None and law.modality == ACTUAL and law.trigger in _MAKING
    event.modality = DENIED if law is not None and law.modality == DENIED else ACTUAL if done else PLANNED
    for agent in law.agents(DD + "hasAgent") if law is not None else ():
        state = reader.finder.state_of(agent)
        if state:
            event.add(DD + "hasAgent", state, scene.passage.span)


def _repeals_as_failures(reader: EventReader, nouns: list[Mention]) -> list[Mention]:
    """Return nouns, with the repeal of visits and talks ("the cancellation of the visit") as their failure."""
    off = {
        noun
        for noun, other in pairwise(nouns)
        if noun.iri == TRIGGER + "repeal"
        and noun_types(reader, other)
        and noun_types(reader, other) <= {MEETING, VISIT}
    }
    return [noun._replace(iri=TRIGGER + "fail") if noun in off else noun for noun in nouns]


def _doer_of_noun(reader: EventReader, scene: Scene, event: Event, noun: Mention, *, acting: bool) -> Mention | None:
    """Return the doer of what a noun tells: that of its clause, if it acts, or the one a pronoun stands for."""
    if acting:
        return scene.subject
    if event.type not in (AGREEMENT, MEETING, VISIT):
        return None
    if scene.clause.verb is None and scene.clause.cue("pronoun"):
        pronouns = {w.last for w in scene.clause.words if w.iri == CUE + "pronoun"}
        if reader.lexicon.order == "SOV" and noun.first - 1 in pronouns:
            # "His meeting with X", where whom he meets may stand as the owner of an office.
            return reader.context.subject
        return scene.subject or reader.context.subject
    text = scene.clause.sentence.words[noun.last].text
    others = [m for m in scene.clause.entities if m.first > noun.last and m.kind != "place"]
    if event.type != AGREEMENT and others and reader.lexicon.order == "VSO" and has_pronoun(text, reader.lexicon):
        # "His meeting with X": of the doer.
        return scene.subject or reader.context.subject
    return None


def _told(reader: EventReader, scene: Scene, noun: Mention) -> bool:
    """Tell whether a law or a ban is told of, not only mentioned: with its name, date or maker, or an act on it."""
    clause = scene.clause
    words = clause.sentence.words
    if spoken_of(reader, scene, noun) or (reader.lexicon.order == "SOV" and in_passing(reader, scene, noun)):
        return False
    numbered = noun.last < clause.last and words[noun.last + 1].text[:1].isdigit()
    if numbered or (noun.first > 0 and words[noun.last].text[:1].isupper() and not clause.sentence.headline):
        return True
    made = any(
        abs(m.first - noun.last) <= NEAR or abs(noun.first - m.last) <= NEAR
        for m in clause.entities
        if m.form == "demonym" or clause.positions[m] in ("of", "by") or m.last < noun.first
    )
    made = made or (noun.iri == BILL and any(m.last < noun.first for m in clause.in_position("subject")))
    acted = any(n.kind == "trigger" and n is not noun for n in scene.nouns)
    if reader.lexicon.order == "SVO":
        near = [w for w in clause.words if w.iri in MODAL_CUES and 0 < noun.first - w.last <= NEAR - 1]
        if any(w.iri == CUE + "definite" and w.last == noun.first - 1 for w in clause.words) and any(
            w.iri in _GOVERNING and w.last == noun.first - 2 for w in clause.words
        ):
            # "Was not consulted on the levy": it is not the levy that is denied.
            near = []
        owned = any(w.iri == POSSESSIVE and w.first < noun.first <= w.last + NEAR for w in clause.words)
        made = (made and clause.cue("first") is not None) or _is_pending(scene, noun)
        return made or acted or scene.time_of(noun) is not None or (bool(near) and not owned)
    return (
        made
        or acted
        or scene.time_of(noun) is not None
        or any(word.iri in MODAL_CUES and word.last < noun.first for word in clause.words)
    )


def _is_pending(scene: Scene, noun: Mention) -> bool:
    """Tell whether a clause without a verb of ours says that a bill is not passed yet ("is before parliament")."""
    opens = noun.iri == BILL and scene.clause.verb is None and noun.first - scene.clause.first <= NEAR
    return opens and any(w.iri in _PENDING and w.first > noun.last for w in scene.clause.words)


def _only_carries(reader: EventReader, noun: Mention, nouns: list[Mention]) -> bool:
    """Tell whether a verbal noun only carries a noun beside it ("the signing of a letter")."""
    types = noun_types(reader, noun)
    return noun.kind == "trigger" and any(n.kind in NOUN_EVENTS and noun_types(reader, n) & types for n in nouns)


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
    reader.finder.note(record, noun.span)
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


def _asset_in(reader: EventReader, words: str) -> str:
    for word in words.split():
        for analysis in reader.lexicon.analyses(word):
            for entry in reader.lexicon.entries.get(analysis.stem, ()):
                if entry.kind == "asset" and len(entry.words) == 1:
                    return entry.iri
    return ""
