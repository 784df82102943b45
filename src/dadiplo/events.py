"""From clauses to events: what each trigger evokes, who takes which role, how events hang together.

Roles come from the role patterns of the lexicon (``data/lexicon/roles.ttl``): the position of an agent in its
clause and the class of event give the property. Event types follow ACE-style trigger and argument extraction;
the categories are those of the ontology's events module.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field, replace

from dadiplo.clauses import Clause, clauses
from dadiplo.documents import sentences, slug
from dadiplo.lexicon import CUE, Lexicon
from dadiplo.mentions import EntityRecord, MentionFinder, SentenceMentions, Title
from dadiplo.model import Argument, Document, Event, Mention, Passage, Sentence, Span, Word
from dadiplo.resources import DD, ID, VOCAB

AGREEMENT = DD + "Agreement"
MEETING = DD + "Meeting"
VISIT = DD + "Visit"
STATEMENT = DD + "Statement"
ANNOUNCEMENT = DD + "Announcement"
ESTABLISHMENT = DD + "EstablishmentOfBody"
MEASURE = DD + "LegalMeasure"
RESERVE_ACTION = DD + "ReserveAction"
REPRESENTATION = DD + "Representation"
TENURE = DD + "RoleTenure"

ACTUAL = VOCAB + "modality/actual"
ANNOUNCED = VOCAB + "modality/announced"
OWN_VOICE = VOCAB + "attribution/own-voice"
DIRECT = VOCAB + "attribution/direct-quote"
INDIRECT = VOCAB + "attribution/indirect-speech"
OUTLET = VOCAB + "attribution/cited-outlet"
UNNAMED = VOCAB + "attribution/unnamed-view"

#: The class of event that a noun of a vocabulary scheme stands for, and the property that keeps its kind.
NOUN_EVENTS = {
    "instrument-kind": (AGREEMENT, DD + "instrumentKind"),
    "measure-kind": (MEASURE, DD + "measureKind"),
    "reserve-action": (RESERVE_ACTION, DD + "reserveActionKind"),
}
_GENERIC = {VOCAB + "instrument-kind/agreement"}


@dataclass(slots=True)
class Context:
    """What earlier sentences leave behind for later ones."""

    events: list[Event] = field(default_factory=list)
    subject: Mention | None = None
    speaker: str = ""
    sides: tuple[str, ...] = ()

    def latest(self, *types: str) -> Event | None:
        """Return the event of one of the types that was read last."""
        return next((event for event in reversed(self.events) if event.type in types), None)


class EventReader:
    """Reads the events of one article, sentence by sentence."""

    def __init__(self, document: Document, lexicon: Lexicon) -> None:
        self.document = document
        self.lexicon = lexicon
        self.finder = MentionFinder(document, lexicon)
        self.context = Context()
        self.clauses: list[tuple[Clause, Passage, Event | None]] = []
        self._patterns = _role_patterns(lexicon)

    def read(self) -> list[Event]:
        """Return all events and situations of the article in the order of the text."""
        for sentence in sentences(self.document):
            mentions = self.finder.read(sentence)
            self._read_sentence(mentions)
        return self.context.events

    # -- one sentence ------------------------------------------------------------------------------------

    def _read_sentence(self, mentions: SentenceMentions) -> None:
        parts = clauses(mentions, self.lexicon)
        voice = Passage(Span(0, 0), OWN_VOICE)
        subject: Mention | None = None
        framing: list[tuple[str, Event]] = []
        previous: Event | None = None
        for clause in parts:
            voice = self._voice(clause, voice, mentions)
            own = self._subject(clause)
            subject = own or subject
            before = len(self.context.events)
            events = self._clause_events(clause, voice, subject, mentions)
            for title in mentions.titles:
                if clause.first <= title.first <= clause.last:
                    self._tenure(title, clause, voice, subject)
            main = events[0] if events else None
            frame = self._frame(clause, main)
            if frame and main:
                framing.append((frame, main))
            elif main:
                self._link(main, framing, subject)
                framing = []
            benefit = clause.cue("benefit") is not None and self.context.latest(MEETING)
            self._topics(clause, benefit or main or previous, voice, bool(main))
            previous = main or previous
            self._remember_sides(events)
            self.clauses.append((clause, replace(voice, span=clause.span), main or previous))
            voice = self._after_statement(events, voice, before)
        self.context.subject = subject or self.context.subject

    def _subject(self, clause: Clause) -> Mention | None:
        agents = [m for m in clause.entities if m.kind != "place" and not self._is_modifier(m, clause)]
        # The genitive of a verbal noun is its doer: "the visit of X".
        return next((m for p in ("subject", "of") for m in agents if clause.positions[m] == p), None)

    def _is_modifier(self, mention: Mention, clause: Clause) -> bool:
        """Tell whether a demonym only describes a noun that the lexicon does not know."""
        if mention.form != "demonym":
            return False
        return not any(word.kind in ("office", "body-kind") and word.last == mention.first - 1 for word in clause.words)

    # -- voice -------------------------------------------------------------------------------------------

    def _voice(self, clause: Clause, voice: Passage, mentions: SentenceMentions) -> Passage:
        """Return in whose voice a clause speaks, given the voice of the clause before it."""
        for quote in mentions.quotes:
            inside = quote.start <= clause.span.start and clause.span.end <= quote.end + 1
            if inside and clause.last - clause.first >= 3:
                return Passage(clause.span, DIRECT, self.context.speaker)
        if voice.attribution == DIRECT:
            voice = Passage(clause.span, OWN_VOICE)
        cited = clause.cue("according-to")
        if cited:
            source = self._cited(clause, cited, mentions)
            if source:
                media = self.lexicon.is_a(source, DD + "MediaOrganization") or self.finder.records[source].type.endswith(
                    "MediaOrganization"
                )
                return Passage(clause.span, OUTLET if media else INDIRECT, source)
        if clause.cue("unnamed-view") and voice.attribution == OWN_VOICE:
            return Passage(clause.span, UNNAMED)
        if voice.attribution == UNNAMED and clause.opener != CUE + "which":
            return Passage(clause.span, OWN_VOICE)
        return voice

    def _cited(self, clause: Clause, cue: Mention, mentions: SentenceMentions) -> str:
        """Return the outlet or agent after "according to"; an unknown name in quotation marks is an outlet."""
        for mention in clause.entities:
            if mention.first > cue.last and mention.kind in ("organization", "person", "state"):
                return mention.iri
        for quote in mentions.quotes:
            if cue.span.end <= quote.start <= clause.span.end:
                name = self.document.text[quote.start : quote.end]
                record = self.finder.name_outlet(name, quote)
                return record.iri
        return ""

    def _after_statement(self, events: list[Event], voice: Passage, before: int) -> Passage:
        """After a verb of saying, what follows in the sentence is the speaker's."""
        for event in events:
            if event.type == STATEMENT and voice.attribution in (OWN_VOICE, OUTLET):
                speaker = next((a.value for a in event.arguments if a.role == DD + "hasSpeaker"), "")
                if speaker:
                    self.context.speaker = speaker
                    return Passage(voice.span, INDIRECT, speaker)
        return voice

    # -- events of a clause ------------------------------------------------------------------------------

    def _clause_events(
        self, clause: Clause, voice: Passage, subject: Mention | None, mentions: SentenceMentions
    ) -> list[Event]:
        verbs = [word for word in clause.words if word.kind == "trigger" and word.form in ("verb", "passive")]
        nouns = [word for word in clause.words if word.form == "noun" and not self._is_reference(word, clause)]
        references = [word for word in clause.words if word.form == "noun" and self._is_reference(word, clause)]
        result: list[Event] = []
        used: set[Mention] = set()
        for verb in verbs[:1]:
            event = self._verb_event(clause, verb, nouns, references, voice, subject, used, mentions)
            if event:
                result.append(event)
        modality = ANNOUNCED if result and result[0].type == ANNOUNCEMENT else ""
        for event in self._noun_events(clause, [n for n in nouns if n not in used], voice, subject, modality, mentions):
            if modality:
                result[0].links.append((DD + "announces", event))
            result.append(event)
        recently = clause.cue("recently")
        for event in result:
            if recently and not event.time_expression:
                event.time_expression = self.document.text[recently.span.start : recently.span.end]
        for reference in references:
            if reference not in used and not result:
                earlier = self._referent(reference)
                if earlier:
                    if voice.attribution != DIRECT:
                        self._support(earlier, clause, voice)
                    result.append(earlier)
        return result

    def _is_reference(self, noun: Mention, clause: Clause) -> bool:
        """Tell whether a definite noun points back to an event read before, rather than naming a new one."""
        demonstrative = any(word.iri == CUE + "this" and word.last == noun.first - 1 for word in clause.words)
        return (noun.definite or demonstrative) and self._referent(noun) is not None

    def _referent(self, noun: Mention) -> Event | None:
        types = [NOUN_EVENTS[noun.kind][0]] if noun.kind in NOUN_EVENTS else sorted(self._evoked(noun))
        return self.context.latest(*types)

    def _evoked(self, trigger: Mention) -> set[str]:
        return self.lexicon.values(trigger.iri, DD + "evokes")

    def _verb_event(
        self,
        clause: Clause,
        verb: Mention,
        nouns: list[Mention],
        references: list[Mention],
        voice: Passage,
        subject: Mention | None,
        used: set[Mention],
        mentions: SentenceMentions,
    ) -> Event | None:
        evoked = self._evoked(verb)
        local = verb.iri.removeprefix(VOCAB + "trigger/")
        if local == "result":
            return self._result(clause, verb, nouns, references, voice, used)
        if local == "hold":
            return self._held(clause, nouns, references, voice, used)
        if local == "discuss":
            return self._discussed(clause, references, voice, subject, used)
        if evoked == {REPRESENTATION}:
            return self._representation(clause, verb, voice, references, mentions)
        if evoked == {ANNOUNCEMENT}:
            return self._statement(clause, verb, voice, subject, ANNOUNCEMENT)
        if evoked == {STATEMENT}:
            return self._statement(clause, verb, voice, subject, STATEMENT)
        if local == "adopt":
            return self._adoption(clause, verb, voice, subject, mentions)
        objects = [noun for noun in [*nouns, *references] if self._object_type(noun) & evoked]
        if objects:
            noun = objects[0]
            used.add(noun)
            used.update(self._apposed(noun, objects))
            event = self._new(clause, self._object_type(noun) & evoked, voice, verb)
            self._kind(event, noun)
            if noun in references:
                event.definite = True
        elif self.lexicon.value(verb.iri, DD + "needsObject") == "true":
            return None
        else:
            event = self._new(clause, evoked - {MEASURE} if len(evoked) > 1 else evoked, voice, verb)
        self._give(event, verb)
        self._roles(event, clause, subject, verb)
        if event.type in (MEETING, AGREEMENT) and not event.arguments and not event.definite:
            return None
        return self._settle(event)

    def _object_type(self, noun: Mention) -> set[str]:
        if noun.kind in NOUN_EVENTS:
            return {NOUN_EVENTS[noun.kind][0]}
        return self._evoked(noun)

    def _apposed(self, noun: Mention, nouns: list[Mention]) -> list[Mention]:
        return [other for other in nouns if other.first <= noun.last + 1 and other is not noun and other.kind == noun.kind]

    def _new(self, clause: Clause, types: set[str], voice: Passage, trigger: Mention) -> Event:
        modality = self._modality(clause, trigger)
        return Event(sorted(types)[0], [replace(voice, span=clause.span)], modality)

    def _modality(self, clause: Clause, trigger: Mention) -> str:
        """Return how the clause puts its event: the marker nearest before the trigger decides."""
        for cue in trigger.cues:
            if cue == CUE + "to" and trigger.form == "noun":
                return VOCAB + "modality/intended"
            value = self.lexicon.value(cue, DD + "givesValue")
            if value.startswith(VOCAB + "modality/"):
                return value
        for word in reversed(clause.words):
            if word.first < trigger.first and word.kind == "cue" and word.iri in _MODAL_CUES:
                return self.lexicon.value(word.iri, DD + "givesValue")
        return ACTUAL

    def _kind(self, event: Event, noun: Mention) -> None:
        if noun.kind in NOUN_EVENTS:
            event.values[NOUN_EVENTS[noun.kind][1]] = [noun.iri]

    def _give(self, event: Event, verb: Mention) -> None:
        for value in sorted(self.lexicon.values(verb.iri, DD + "givesValue")):
            scheme = value.removeprefix(VOCAB).split("/", 1)[0]
            if scheme == "stage" and event.modality == ACTUAL:
                event.values.setdefault(DD + "stage", [value])
            elif scheme in NOUN_EVENTS and NOUN_EVENTS[scheme][0] == event.type:
                event.values.setdefault(NOUN_EVENTS[scheme][1], [value])

    def _roles(self, event: Event, clause: Clause, subject: Mention | None, trigger: Mention) -> None:
        for mention in clause.entities:
            self._role(event, mention, clause.positions[mention], trigger, clause)
        if subject is not None and not any(m.iri == subject.iri for m in clause.entities):
            self._role(event, subject, "subject", trigger, None)
        sides = clause.cue("both-sides")
        if sides and event.type in (AGREEMENT, MEETING):
            for side in self.context.sides:
                self._add(event, DD + ("hasParty" if event.type == AGREEMENT else "hasParticipant"), side)

    def _role(self, event: Event, mention: Mention, position: str, trigger: Mention, clause: Clause | None) -> None:
        if clause is not None and self._is_modifier(mention, clause):
            return
        if mention.kind == "place":
            if position in ("in", "to", "object", "of", "subject") and event.type in (VISIT, MEETING, AGREEMENT):
                self._add(event, DD + "tookPlaceAt", mention.iri)
                state = self.lexicon.value(mention.iri, DD + "capitalOf") or self.lexicon.value(mention.iri, DD + "inState")
                if event.type == VISIT and state and position in ("to", "object"):
                    self._add(event, DD + "hasHost", state)
            return
        for key in (trigger.iri, *self.lexicon.superclasses(event.type)):
            for filler, role in self._patterns.get((key, position), ()):
                if self._fills(mention.iri, filler):
                    self._add(event, role, mention.iri)
                    return

    def _fills(self, iri: str, cls: str) -> bool:
        record = self.finder.records.get(iri)
        kind = iri.removeprefix(ID).split("/", 1)[0]
        by_kind = {"state": DD + "State", "org": DD + "Organization", "person": DD + "Person"}.get(kind)
        return cls == DD + "Agent" or cls == by_kind or self.lexicon.is_a(iri, cls) or bool(record and record.type == cls)

    def _add(self, event: Event, role: str, value: str) -> None:
        if not any(a.value == value and a.role == role for a in event.arguments):
            event.arguments.append(Argument(role, value))

    # -- particular verbs --------------------------------------------------------------------------------

    def _statement(self, clause: Clause, verb: Mention, voice: Passage, subject: Mention | None, cls: str) -> Event | None:
        event = self._new(clause, {cls}, voice, verb)
        event.modality = ACTUAL if event.modality == VOCAB + "modality/possible" else event.modality
        self._roles(event, clause, subject, verb)
        speakers = [a for a in event.arguments if a.role == DD + "hasSpeaker"]
        if not speakers and self.context.subject is not None and self.lexicon.order != "SVO":
            self._role(event, self.context.subject, "subject", verb, None)
            speakers = [a for a in event.arguments if a.role == DD + "hasSpeaker"]
        if not speakers or self.lexicon.is_a(speakers[0].value, DD + "MediaOrganization"):
            return None
        self.context.speaker = speakers[0].value
        return self._settle(event)

    def _representation(
        self, clause: Clause, verb: Mention, voice: Passage, references: list[Mention], mentions: SentenceMentions
    ) -> Event | None:
        event = self._new(clause, {REPRESENTATION}, voice, verb)
        self._roles(event, clause, None, verb)
        roles = {a.role for a in event.arguments}
        if not {DD + "representative", DD + "principal"} <= roles:
            return None
        target = next((e for e in (self._referent(r) for r in references) if e), None) or self.context.latest(AGREEMENT, MEETING)
        if target:
            event.links.append((DD + "inEvent", target))
        holder = next(a.value for a in event.arguments if a.role == DD + "representative")
        capacity = clause.cue("as")
        for title in mentions.titles:
            if capacity and title.first == capacity.last + 1 and title.owner:
                post = self._post(title)
                event.values[DD + "inCapacity"] = [post]
                self._add_tenure(holder, post, Span(capacity.span.start, title.span.end), voice)
        # The body in whose capacity the person acts is named, but it is not who is represented.
        event.arguments = [
            a for a in event.arguments
            if a.role != DD + "principal" or not any(t.owner == a.value for t in mentions.titles)
        ]  # fmt: skip
        self.context.events.append(event)
        return event

    def _adoption(
        self, clause: Clause, verb: Mention, voice: Passage, subject: Mention | None, mentions: SentenceMentions
    ) -> Event | None:
        tender = next((w for w in clause.words if w.iri == CUE + "as-legal-tender"), None)
        if not tender:
            return None
        event = self._new(clause, {MEASURE}, voice, verb)
        event.values[DD + "measureKind"] = [VOCAB + "measure-kind/legal-tender"]
        agent = subject
        common = clause.cue("a-state")
        if common:
            # "the first state to adopt": the state meant is the one named last before these words.
            named = [m for m in mentions.entities if m.kind == "state" and m.last < common.first]
            agent = named[-1] if named else subject
        if agent:
            self._role(event, agent, "subject", verb, None)
        for word in clause.words:
            asset = self.asset_of(word)
            if asset:
                event.values[DD + "concernsAsset"] = [asset]
        return self._settle(event)

    def asset_of(self, word: Mention) -> str:
        """Return the digital asset that a topic such as Bitcoin names."""
        name = word.iri.rsplit("/", 1)[-1] if word.kind == "topic" else ""
        label = self.lexicon.labels.get(VOCAB + "topic/" + name, {}).get("en", "")
        for asset, types in self.lexicon.types.items():
            if DD + "DigitalAsset" in types and label and self.lexicon.labels[asset].get("en") == label:
                return asset
        return ""

    def _result(
        self, clause: Clause, verb: Mention, nouns: list[Mention], references: list[Mention], voice: Passage, used: set[Mention]
    ) -> Event | None:
        """Read "the meeting led to the signing of a letter": the cause is named before what it led to."""
        cause = next((self._referent(r) for r in references if r.first > verb.first or r.first < verb.first), None)
        objects = [noun for noun in nouns if noun.kind in NOUN_EVENTS]
        if not objects:
            return None
        noun = objects[0]
        trigger = next((n for n in nouns if n.kind == "trigger" and n.first < noun.first), noun)
        used.update(nouns)
        used.update(references)
        event = self._new(clause, self._object_type(noun), voice, trigger)
        self._kind(event, noun)
        self._give(event, trigger)
        for mention in clause.entities:
            self._role(event, mention, clause.positions[mention], trigger, clause)
        self._roles(event, clause, None, trigger)
        event = self._settle(event)
        if cause and cause is not event:
            cause.links.append((DD + "resultedIn", event))
            self._support(cause, clause, voice)
        return event

    def _held(
        self, clause: Clause, nouns: list[Mention], references: list[Mention], voice: Passage, used: set[Mention]
    ) -> Event | None:
        for reference in references:
            event = self._referent(reference)
            if event:
                used.update(nouns)
                used.add(reference)
                self._support(event, clause, voice)
                return event
        return None

    def _discussed(
        self, clause: Clause, references: list[Mention], voice: Passage, subject: Mention | None, used: set[Mention]
    ) -> Event | None:
        used.update(references)
        event = next((e for e in (self._referent(r) for r in references) if e), None)
        others = clause.in_position("with")
        if event is None and not (subject and others):
            event = self.context.latest(MEETING)
        if event is not None:
            self._support(event, clause, voice)
            return event
        if not (subject and others):
            return None
        event = Event(MEETING, [replace(voice, span=clause.span)], ACTUAL)
        for mention in [subject, *others]:
            self._add(event, DD + "hasParticipant", mention.iri)
        return self._settle(event)

    def _noun_events(
        self,
        clause: Clause,
        nouns: list[Mention],
        voice: Passage,
        subject: Mention | None,
        modality: str,
        mentions: SentenceMentions,
    ) -> list[Event]:
        result = []
        creating = next((n for n in nouns if n.iri == VOCAB + "trigger/create"), None)
        for noun in nouns:
            types = self._object_type(noun)
            if noun.iri == VOCAB + "trigger/create":
                result += self._created_bodies(clause, noun, voice, subject, modality)
                continue
            if noun.kind == "trigger" and any(n.kind in NOUN_EVENTS and self._object_type(n) & types for n in nouns):
                continue
            if noun.kind in NOUN_EVENTS and not (clause.entities or clause.cue("both-sides") or creating or subject):
                continue
            if noun.kind == "trigger" and noun.iri.rsplit("/", 1)[-1] in ("say", "announce", "discuss", "adopt", "praise", "warn"):
                continue
            trigger = next((n for n in nouns if n.kind == "trigger" and n.first < noun.first), noun)
            event = self._new(clause, types, voice, trigger)
            event.modality = modality or event.modality
            self._kind(event, noun)
            if trigger is not noun:
                self._give(event, trigger)
            self._roles(event, clause, subject if creating or modality else None, trigger)
            if creating and noun.kind in NOUN_EVENTS and not event.arguments:
                state = next((m for m in reversed(clause.entities) if m.kind == "state"), None)
                if state:
                    self._add(event, DD + "hasAgent", state.iri)
            if event.type == RESERVE_ACTION:
                self._reserve(event, noun, clause)
            if event.arguments or event.type == VISIT:
                result.append(self._settle(event))
        return result

    def _created_bodies(
        self, clause: Clause, noun: Mention, voice: Passage, subject: Mention | None, modality: str
    ) -> list[Event]:
        result = []
        for mention in clause.entities:
            if mention.kind != "organization" or mention.first < noun.last:
                continue
            event = self._new(clause, {ESTABLISHMENT}, voice, noun)
            event.modality = modality or event.modality
            self._add(event, DD + "concernsBody", mention.iri)
            agent = next((m for m in clause.in_position("subject") if m is not mention), None) or subject
            if agent and agent.iri != mention.iri:
                self._role(event, agent, "subject", noun, None)
                if agent.kind == "state":
                    self._rename(event, mention.iri, self.finder.place_body(mention.iri, agent.iri))
            result.append(self._settle(event))
        return result

    def _rename(self, event: Event, old: str, new: str) -> None:
        event.arguments = [replace(a, value=new) if a.value == old else a for a in event.arguments]

    def _reserve(self, event: Event, noun: Mention, clause: Clause) -> None:
        owner = next((a.value for a in event.arguments if a.role == DD + "hasAgent"), "")
        if not owner:
            return
        asset = next((a for a in (self.asset_of(w) for w in clause.words) if a), "")
        words = self.document.text[noun.span.start : noun.span.end]
        if not asset:
            asset = self._asset_in(words)
        country = self.lexicon.value(owner, DD + "isoAlpha3").lower() or owner.rsplit("/", 1)[-1]
        name = slug(self.lexicon.labels.get(asset, {}).get("en", "digital asset"))
        iri = f"{ID}reserve/{country}-strategic-{name}-reserve"
        record = self.finder.records.setdefault(iri, EntityRecord(iri, DD + "Reserve", labels={self.document.language: words}))
        record.mentions.append(noun.span)
        if asset:
            record.facts.add((DD + "declaredAsset", asset))
        self.finder.records[owner].facts.add((DD + "hasReserve", iri))
        event.values[DD + "concernsReserve"] = [iri]

    def _asset_in(self, words: str) -> str:
        for word in words.split():
            for analysis in self.lexicon.analyses(word):
                for entry in self.lexicon.entries.get(analysis.stem, ()):
                    if entry.kind == "asset" and len(entry.words) == 1:
                        return entry.iri
        return ""

    # -- posts and tenures -------------------------------------------------------------------------------

    def _tenure(self, title: Title, clause: Clause, voice: Passage, subject: Mention | None) -> None:
        if title.owner and title.holder and title.office != VOCAB + "office/official":
            self._add_tenure(title.holder, self._post(title), title.span, voice)

    def _post(self, title: Title) -> str:
        owner = self.lexicon.value(title.owner, DD + "isoAlpha3").lower() or title.owner.rsplit("/", 1)[-1]
        office = title.office.rsplit("/", 1)[-1]
        iri = f"{ID}post/{owner}-{office}"
        record = self.finder.records.setdefault(iri, EntityRecord(iri, DD + "Post"))
        leads = self.lexicon.values(title.office, DD + "leads")
        heads = any(self._fills(title.owner, cls) for cls in leads)
        record.facts.add((DD + "office", title.office))
        record.facts.add((DD + ("headPostOf" if heads else "postIn"), title.owner))
        names = self.lexicon.labels.get(title.office, {})
        owners = self.lexicon.labels.get(title.owner) or self.finder.records[title.owner].labels
        record.labels = {
            language: f"{names[language][:1].upper()}{names[language][1:]} ({owners[language]})"
            for language in names if language in owners
        }  # fmt: skip
        if title.span not in record.mentions:
            record.mentions.append(title.span)
        return iri

    def _add_tenure(self, holder: str, post: str, span: Span, voice: Passage) -> None:
        passage = replace(voice, span=span)
        for event in self.context.events:
            if event.type == TENURE and {a.value for a in event.arguments} == {holder, post}:
                if passage not in event.passages:
                    event.passages.append(passage)
                return
        arguments = [Argument(DD + "tenureHolder", holder), Argument(DD + "tenurePost", post)]
        self.context.events.append(Event(TENURE, [passage], ACTUAL, arguments))

    # -- links, topics, references -----------------------------------------------------------------------

    def _frame(self, clause: Clause, event: Event | None) -> str:
        """Return the link that "during" or "after" before a noun makes from the main event to this one."""
        for word in clause.words:
            if word.iri in (CUE + "during", CUE + "after") and event is not None and clause.verb is None:
                return DD + ("subEventOf" if word.iri == CUE + "during" else "followedEvent")
        return ""

    def _link(self, event: Event, framing: list[tuple[str, Event]], subject: Mention | None) -> None:
        for role, frame in framing:
            if frame is event:
                continue
            event.links.append((role, frame))
            if frame.type == VISIT and not any(a.role == DD + "hasVisitor" for a in frame.arguments) and subject:
                frame.arguments.append(Argument(DD + "hasVisitor", subject.iri))
                frame.confidence = 0.9

    def _topics(self, clause: Clause, event: Event | None, voice: Passage, main: bool) -> None:
        topics = [word for word in clause.words if word.kind == "topic"]
        aim = clause.cue("aim")
        if voice.attribution == DIRECT:
            event = next((e for e in reversed(self.context.events) if e.type == STATEMENT and _speaker(e) == voice.speaker), None)
        elif aim is not None and not main:
            event = self.context.latest(AGREEMENT) or event
        elif not main or voice.attribution == UNNAMED:
            return
        if event is None:
            return
        by_item: dict[Span, list[Mention]] = defaultdict(list)
        for word in topics:
            by_item[self._topic_span(word, clause)].append(word)
        for span, words in by_item.items():
            plain = [w for w in words if self.lexicon.value(w.iri, DD + "medium") != "true"]
            for word in words:
                is_aim = event.type == AGREEMENT and aim is not None and (word in plain or not plain)
                values = event.values.setdefault(DD + ("hasAim" if is_aim else "hasTopic"), [])
                if word.iri not in values:
                    values.append(word.iri)
            self._support_span(event, span, voice)

    def _topic_span(self, word: Mention, clause: Clause) -> Span:
        """Return the list item in which a topic stands, or the clause up to the list."""
        text = self.document.text
        start = text.rfind("\n", 0, word.span.start) + 1
        end = text.find("\n", word.span.end)
        end = len(text) if end < 0 else end
        bullet = re.match(r"\s*(?:[•◦▪‣·*–—-]|\d{1,2}[.)])\s+", text[start:end])
        if bullet:
            return Span(start + bullet.end(), start + len(text[start:end].rstrip()))
        stop = text.find("\n", clause.span.start, clause.span.end)
        return Span(clause.span.start, stop if stop > 0 else clause.span.end)

    def _support(self, event: Event, clause: Clause, voice: Passage) -> None:
        self._support_span(event, clause.span, voice)

    def _support_span(self, event: Event, span: Span, voice: Passage) -> None:
        passage = replace(voice, span=span)
        if not any(p.span == span for p in event.passages):
            event.passages.append(passage)

    def _remember_sides(self, events: list[Event]) -> None:
        for event in events:
            states = tuple(a.value for a in event.arguments if a.value.startswith(ID + "state/"))
            if len(states) == 2:
                self.context.sides = states

    def topics_in(self, span: Span) -> list[str]:
        """Return the topics that the words of a name contain."""
        text = self.document.text[span.start : span.end]
        sentence = Sentence(span, tuple(Word(Span(m.start(), m.end()), m[0], " ") for m in re.finditer(r"\w+", text)))
        found = [m for m in self.lexicon.find(sentence) if m.kind in ("topic", "body-kind")]
        return sorted({m.iri for m in found if m.kind == "topic"})

    # -- one event told twice ----------------------------------------------------------------------------

    def _settle(self, event: Event) -> Event:
        """Join an event with the one of this article that it tells again, or keep it as new."""
        for earlier in reversed(self.context.events):
            if self._same(earlier, event):
                self._merge(earlier, event)
                return earlier
        self.context.events.append(event)
        return event

    def _same(self, earlier: Event, event: Event) -> bool:
        if earlier.type != event.type or event.type in (ANNOUNCEMENT, REPRESENTATION):
            return False
        if event.type == STATEMENT:
            # An article tells one statement of a speaker, in however many sentences.
            return _speaker(earlier) == _speaker(event) and earlier.modality == event.modality
        if (earlier.modality == ACTUAL) != (event.modality == ACTUAL) and not event.definite:
            return False
        for prop in (DD + "instrumentKind", DD + "measureKind", DD + "reserveActionKind"):
            one, two = earlier.values.get(prop), event.values.get(prop)
            if one and two and one != two and not (set(one) | set(two)) & _GENERIC:
                return False
        if event.definite:
            return True
        for role in (DD + "concernsBody",):
            one_body = {a.value for a in earlier.arguments if a.role == role}
            two_body = {a.value for a in event.arguments if a.role == role}
            if one_body and two_body and one_body != two_body:
                return False
        mine, theirs = self._sides(event), self._sides(earlier)
        return bool(mine) and bool(theirs) and (mine <= theirs or theirs <= mine)

    def _sides(self, event: Event) -> set[str]:
        """Return the states (or, failing that, agents) that take part, bodies counted as their states."""
        result = set()
        for argument in event.arguments:
            state = self.finder.state_of(argument.value)
            result.add(state or argument.value)
        return {value for value in result if not value.startswith(ID + "place/")}

    def _merge(self, earlier: Event, event: Event) -> None:
        for argument in event.arguments:
            self._add(earlier, argument.role, argument.value)
        for prop, values in event.values.items():
            known = earlier.values.setdefault(prop, [])
            if prop == DD + "instrumentKind" and set(known) & _GENERIC and not set(values) & _GENERIC:
                earlier.values[prop] = list(values)
            elif not (prop == DD + "instrumentKind" and known):
                known.extend(value for value in values if value not in known)
        for passage in event.passages:
            if not any(p.span == passage.span for p in earlier.passages):
                earlier.passages.append(passage)


def _speaker(event: Event) -> str:
    return next((a.value for a in event.arguments if a.role == DD + "hasSpeaker"), "")


_MODAL_CUES = {CUE + "negation", CUE + "planned", CUE + "possible", CUE + "aim"}


def _role_patterns(lexicon: Lexicon) -> dict[tuple[str, str], list[tuple[str, str]]]:
    """Return (event class or trigger, position) → [(class of agent, role)]."""
    result: dict[tuple[str, str], list[tuple[str, str]]] = defaultdict(list)
    for subject in lexicon.facts:
        if not subject.startswith(VOCAB + "role/"):
            continue
        for event in lexicon.values(subject, DD + "patternEvent"):
            for cue in lexicon.values(subject, DD + "patternCue"):
                for filler in sorted(lexicon.values(subject, DD + "patternFiller")):
                    role = lexicon.value(subject, DD + "patternRole")
                    result[event, cue.removeprefix(CUE)].append((filler, role))
    return result


def sentence_text(document: Document, sentence: Sentence) -> str:
    """Return the characters of a sentence."""
    return document.text[sentence.span.start : sentence.span.end]
