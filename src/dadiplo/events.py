"""From clauses to events: what each clause tells, which event it tells again, and how events hang together."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field, replace

from dadiplo.clauses import clauses, framing_link, supposes
from dadiplo.complements import read_verbs
from dadiplo.datings import date_by_announcements
from dadiplo.documents import BULLET
from dadiplo.doers import by_state, foreign_visitors, meant_by_pronoun
from dadiplo.lexicon import CUE, Lexicon
from dadiplo.matters import is_lacked
from dadiplo.mentions import MentionFinder
from dadiplo.model import Document, Event, Mention, Passage, Sentence, Span, Word
from dadiplo.nouns import read_into_reserve, read_legal_tender, read_nouns
from dadiplo.positions import says
from dadiplo.posts import Posts
from dadiplo.readings import MODAL_CUES, Clause, SentenceMentions
from dadiplo.relevance import about_digital_assets, is_background, is_kept, lead_end
from dadiplo.resources import DD, ID
from dadiplo.retelling import is_same, merge
from dadiplo.roles import Roles
from dadiplo.scenes import Scene, noun_types, tense
from dadiplo.sides import take_sides
from dadiplo.subjects import (
    collective,
    described_by,
    goes_on_with_verb,
    leaves_doer_unsaid,
    marked_antecedent,
    meant_by,
    partners_of,
    subject_of,
    topic_of,
)
from dadiplo.terms import (
    AGREEMENT,
    ANNOUNCED,
    ANNOUNCEMENT,
    DIRECT,
    MEETING,
    NOUN_EVENTS,
    PLANNED,
    RESERVE_ACTION,
    STATEMENT,
    TRIGGER,
    UNNAMED,
    VISIT,
)
from dadiplo.voices import Voices, own

#: How many words from "bought" what was bought can stand, and how many from "the purchase of".
_OBJECT = 12
_BESIDE = 6
_UNNAMED_CUE = CUE + "unnamed-source"
_SOMEBODY = (_UNNAMED_CUE, CUE + "envoy")
_SPEAKER = DD + "hasSpeaker"
_RELATIVE = (CUE + "which", CUE + "that")
_FATES = (TRIGGER + "fail", TRIGGER + "postpone")
_ANTECEDENT = 4


@dataclass(slots=True)
class Context:
    """What earlier sentences leave behind for later ones."""

    events: list[Event] = field(default_factory=list)
    subject: Mention | None = None
    #: The person, and the state or body, who was last a doer; and who was one together with the subject.
    person: Mention | None = None
    body: Mention | None = None
    partners: tuple[Mention, ...] = ()
    sides: tuple[str, ...] = ()
    state: str = ""

    def latest(self, *types: str) -> Event | None:
        """Return the event of one of the types that was read last."""
        return next((event for event in reversed(self.events) if event.type in types), None)


class EventReader:
    """Reads the events of one article, sentence by sentence.

    ``clauses`` keeps each clause with its voice and the event it tells of, for the reading of claims.
    """

    def __init__(self, document: Document, lexicon: Lexicon) -> None:
        self.document = document
        self.lexicon = lexicon
        self.finder = MentionFinder(document, lexicon)
        self.roles = Roles(lexicon, self.finder)
        self.posts = Posts(lexicon, self.finder, self.roles)
        self.voices = Voices(lexicon, self.finder)
        self.context = Context()
        self.clauses: list[tuple[Clause, Passage, Event | None]] = []
        self.lead = lead_end(document)
        #: States in the order in which they were named last, and whether an event of two sides has been told.
        self._named: list[str] = []
        self._sides_told = False
        #: Words of the sentence that tell a time.
        self._timed: set[int] = set()

    def read(self) -> list[Event]:
        """Return all events and situations of the article in the order of the text."""
        for mentions in self.finder.read():
            self._read_sentence(mentions)
        foreign_visitors(self)
        take_sides(self)
        self.finder.acting = self._acting()
        date_by_announcements(self.context.events)
        self.context.events = [one for event in self.context.events for one in by_state(event)]
        events = about_digital_assets(self, [event for event in self.context.events if is_kept(self, event)])
        dropped = {id(event) for event in self.context.events} - {id(event) for event in events}
        for event in events:
            event.links = [(role, other) for role, other in event.links if id(other) not in dropped]
            event.background = is_background(self, event)
        self.context.events = events
        self.clauses = [(c, voice, None if id(event) in dropped else event) for c, voice, event in self.clauses]
        return events

    def _connect(self, event: Event, framing: list[tuple[str, Event]], subject: Mention | None) -> None:
        """Link an event with those that frame it, and give them its doer where they leave one unsaid."""
        for link, other in framing:
            if other is event:
                continue
            event.links.append((link, other))
            if other.type == VISIT and not other.agents(DD + "hasVisitor") and subject:
                # "During a visit to X, Y met …" leaves unsaid who visits; by syntax it is Y.
                other.add(DD + "hasVisitor", subject.iri, event.passages[0].span)
                other.confidence = 0.9
            elif other.type in (AGREEMENT, MEETING) and len(self.sides(other)) == 1 and subject:
                # "After an accord with X in May, Y …": the accord is of Y too.
                self.roles.give(other, subject, "subject", subject._replace(iri=other.trigger))
                other.confidence = 0.9

    def _acting(self) -> set[str]:
        """Return the persons who sign, visit or meet where only states and public bodies do."""
        found: set[str] = set()
        for event in self.context.events:
            agents = event.agents()
            if event.type not in (AGREEMENT, MEETING, VISIT) or any(self.finder.is_firm(agent) for agent in agents):
                continue
            if any(self.finder.is_official(agent) for agent in agents):
                found |= {agent for agent in agents if agent.startswith(ID + "person/")}
        return found

    def referent(self, *nouns: Mention) -> Event | None:
        """Return the event read before to which one of the nouns points back."""
        found = (self.context.latest(*sorted(noun_types(self, noun))) for noun in nouns)
        return next((event for event in found if event), None)

    def settle(self, event: Event) -> Event:
        """Join an event with the one of this article that it tells again, or keep it as new."""
        for earlier in reversed(self.context.events):
            if is_same(self, earlier, event):
                merge(earlier, event)
                return earlier
        event.headline = event.passages[0].span.end <= self.document.title.end
        self.context.events.append(event)
        return event

    def names_assets(self, scene: Scene, trigger: Mention) -> bool:
        """Tell whether digital assets, or what is done with them, are named near a trigger."""
        far = _BESIDE if trigger.form == "noun" else _OBJECT
        near = [w for w in scene.mentions.words if w.kind == "topic" and abs(w.first - trigger.last) <= _BESIDE]
        return bool(near) or any(w.kind == "topic" and abs(w.first - trigger.last) <= far for w in scene.clause.words)

    def topics_in(self, span: Span) -> list[str]:
        """Return the topics that the words of a name contain."""
        text = self.document.text[span.start : span.end]
        words = tuple(Word(Span(m.start(), m.end()), m[0], " ") for m in re.finditer(r"\w+", text))
        return sorted({mention.iri for mention in self.lexicon.find(Sentence(span, words), ("topic",))})

    def _read_sentence(self, mentions: SentenceMentions) -> None:
        if not self.context.sides:
            # Before an event of two sides is told, "the two countries" are the two named last.
            self.context.sides = tuple(self._named[-2:]) if len(self._named) > 1 else ()
            self._read_clauses(mentions)
            self.context.sides = self.context.sides if self._sides_told else ()
        else:
            self._read_clauses(mentions)
        for mention in mentions.entities:
            state = mention.iri if mention.kind == "state" else ""
            if mention.kind == "organization" and self.lexicon.order == "SVO":
                state = self.finder.said_state_of(mention.iri)
            if state:
                self._named = [iri for iri in self._named if iri != state] + [state]

    def _read_clauses(self, mentions: SentenceMentions) -> None:
        voice = own(mentions.sentence.span)
        self._timed = {index for time in mentions.times for index in range(time.first, time.last + 1)}
        subject: Mention | None = None
        latest: Mention | None = None
        partners: tuple[Mention, ...] = ()
        framing: list[tuple[str, Event]] = []
        previous: Event | None = None
        complement = ""
        for clause in clauses(mentions, self.lexicon):
            voice = self.voices.of(clause, voice, mentions)
            named = subject_of(clause)
            antecedent = self._antecedent(clause, mentions) if named is None else None
            inherits = antecedent is None and self.inherits(clause)
            partners = partners if named is None and inherits else partners_of(clause, named)
            subject = named or (subject if inherits else antecedent)
            if subject is None and self._has_pronoun(clause):
                subject, partners = meant_by(self, clause, latest, partners)
            if subject is None:
                subject, *others = collective(clause, self.context.events) or (None,)
                partners = (*partners, *others)
            subject = self.voices.first_person(clause, voice) or subject
            latest = subject or latest
            topic = topic_of(clause, subject)
            if topic is not None and topic.kind == "person":
                self.context.person = topic
            elif topic is not None and topic.form != "demonym":
                self.context.body = topic
            said = complement if self._continues(clause) else ""
            events = self._clause_events(clause, voice, subject, mentions, said, previous, partners)
            complement = self._complement(clause) or said
            subject = subject or self.voices.quoted(events, mentions)
            if subject is None and self.lexicon.drops_pronouns:
                subject = described_by(clause)
            titles = [title for title in mentions.titles if clause.first <= title.first <= clause.last]
            self.posts.titles(titles, voice, self.context.events)
            main = events[0] if events else None
            link = framing_link(clause) if main else ""
            if main and link:
                framing.append((link, main))
            elif main:
                self._connect(main, framing, subject)
                framing = []
            benefit = self.context.latest(MEETING) if clause.cue("benefit") else None
            self._topics(clause, benefit or main or previous, voice, bool(main))
            previous = main or previous
            self._remember_sides(events)
            self.clauses.append((clause, voice, previous))
            voice = self.voices.after(events, voice)
        self.context.subject = subject or self.context.subject
        self.context.partners = partners if subject is not None else self.context.partners

    def _clause_events(
        self,
        clause: Clause,
        voice: Passage,
        subject: Mention | None,
        mentions: SentenceMentions,
        complement: str,
        previous: Event | None,
        partners: tuple[Mention, ...],
    ) -> list[Event]:
        if supposes(clause):
            return []
        nouns: list[Mention] = []
        references: list[Mention] = []
        titled = {i for title in mentions.titles for i in range(title.first, title.last + 1)}
        for noun in clause.words_in("noun"):
            if noun.first in titled or is_lacked(clause, noun):
                # "The sanctions minister" tells of no sanctions.
                continue
            (references if self._points_back(noun, clause) else nouns).append(noun)
        nouns += self._told_more_of(clause, mentions)
        meant = meant_by_pronoun(self, clause)
        scene = Scene(clause, voice, subject, mentions, nouns, references, complement, previous, partners, meant)
        result = read_verbs(self, scene)
        event = result[0] if result else None
        announced = event is not None and event.type == ANNOUNCEMENT
        for other in read_nouns(self, scene, ANNOUNCED if announced else ""):
            if event is not None and announced:
                event.links.append((DD + "announces", other))
            result.append(other)
        tender = read_legal_tender(self, scene)
        told = any(other.type == RESERVE_ACTION for other in result)
        stored = None if told else read_into_reserve(self, scene)
        result += [other for other in (tender, stored) if other is not None and other not in result]
        recently = clause.cue("recently")
        for item in result:
            if recently and not item.time_expression:
                item.time_expression = self.document.text[recently.span.start : recently.span.end]
        pending = [noun for noun in references if noun not in scene.used]
        if not result and pending:
            earlier = self.referent(*pending)
            if earlier:
                if voice.attribution != DIRECT:
                    earlier.support(scene.passage)
                result.append(earlier)
        return result

    def _told_more_of(self, clause: Clause, mentions: SentenceMentions) -> list[Mention]:
        """Return the noun of which a relative clause or a participle tells more ("the law, adopted in May")."""
        verb = clause.verb
        if self.lexicon.order != "SVO" or verb is None or clause.words_in("noun") or clause.first == 0:
            return []
        fate = verb.iri in _FATES
        if clause.opener not in _RELATIVE and not fate and verb.first != clause.first:
            return []
        evoked = self.lexicon.values(verb.iri, DD + "evokes")
        nouns = [
            w for w in mentions.words if w.form == "noun" and w.kind in NOUN_EVENTS and noun_types(self, w) & evoked
        ]
        since = 0 if fate else clause.first - _ANTECEDENT
        return [w for w in nouns if since <= w.last < clause.first][-1:]

    def inherits(self, clause: Clause) -> bool:
        """Tell whether a clause without a doer of its own has that of the clause before.

        It has not where a word that the lexicon does not know stands before its verb ("analysts say"), or where
        a particle marks a doer.
        """
        if clause.verb is None:
            return True
        if self.lexicon.order == "VSO":
            # "The law, which recognises …": what stands before the relative does so, not the doer before.
            return clause.opener != CUE + "which" and not self._names_doer(clause)
        if self.lexicon.drops_pronouns and says(clause.verb, self.lexicon) and self._inserted(clause, clause.verb):
            return True
        if self.lexicon.order == "SOV":
            return clause.cue("subject") is None or self._has_pronoun(clause)
        doing = (m for m in clause.entities if m.form == "demonym" and clause.positions.get(m) == "subject")
        if any(m.last < clause.verb.first for m in doing):
            # "The Brazilians told them …"
            return False
        named = {i for m in clause.entities for i in range(m.first, m.last + 1)}
        known = {i for m in clause.words if self._no_doer(m, named) for i in range(m.first, m.last + 1)} | named
        if self.lexicon.drops_pronouns:
            return leaves_doer_unsaid(clause, known | self._timed, self.lexicon)
        return all(index in known for index in range(clause.first, clause.verb.first))

    def _inserted(self, clause: Clause, verb: Mention) -> bool:
        """Tell whether a verb of saying without its doer is put between commas ("the post, she said, …")."""
        words = clause.sentence.words
        behind = self.lexicon.cues_of(words[verb.last + 1].text) if verb.last + 1 < len(words) else ()
        past = tense(self.lexicon, clause, verb) == CUE + "past"
        return past and "," in words[verb.first].before and CUE + "that" not in behind

    def _antecedent(self, clause: Clause, mentions: SentenceMentions) -> Mention | None:
        """Return the agent right before a relative clause that has no doer of its own."""
        if self.lexicon.order == "SOV":
            return marked_antecedent(clause, mentions)
        if clause.opener != CUE + "which":
            return None
        beside = [m for m in mentions.entities if m.last == clause.first - 1 and m.kind != "place"]
        if self.lexicon.order == "SVO":
            # "… and Y, who flew in on Sunday": Y alone did; bodies and states before "which" may only be owners.
            held = {t.holder for t in mentions.titles for m in beside if t.owner == m.iri and t.last >= m.first}
            named = [m for m in mentions.entities if m.last < clause.first and m.iri in held]
            beside = [m for m in beside if m.kind == "person"] or named[-1:]
        return beside[0] if beside else None

    def _no_doer(self, word: Mention, named: set[int]) -> bool:
        """Tell whether a word speaks of nobody: an office without a name ("officials said") is somebody else."""
        return word.iri not in _SOMEBODY and (word.kind != "office" or word.first in named)

    def _has_pronoun(self, clause: Clause) -> bool:
        """Tell whether a pronoun before the verb stands for the doer of the sentence before."""
        if self.lexicon.drops_pronouns and clause.verb is not None and clause.verb.form == "verb":
            doers, words = clause.in_position("subject"), clause.sentence.words
            person = clause.cue("that-person")
            named = person is not None and CUE + "definite" in self.lexicon.cues_of(words[person.first - 1].text)
            if named and person and not doers and abs(person.first - clause.verb.last) <= _ANTECEDENT:
                # "…", the official said.
                return True
            return clause.first == 0 and not doers and self.inherits(clause)
        if self.lexicon.order == "VSO":
            return not self._names_doer(clause) and goes_on_with_verb(clause, self._timed, self.lexicon)
        pronoun, doer = clause.cue("pronoun"), clause.cue("subject")
        if pronoun is not None and doer is not None:
            # Where a particle marks the doer, it marks the pronoun or somebody else.
            return doer.first == pronoun.last + 1
        return pronoun is not None and (clause.verb is None or pronoun.first < clause.verb.first)

    def _names_doer(self, clause: Clause) -> bool:
        """Tell whether a definite noun that is no entity stands right behind the verb ("said the analyst")."""
        index = (clause.verb.last if clause.verb else clause.last) + 1
        if index > clause.last:
            return False
        meanings = [w for w in clause.words if w.first <= index <= w.last]
        if any(w.iri in (CUE + "honorific", _UNNAMED_CUE) for w in meanings):
            return True
        word = clause.sentence.words[index]
        definite = any(a.definite and not a.cues for a in self.lexicon.analyses(word.text))
        return definite and not meanings and all(not m.first <= index <= m.last for m in clause.entities)

    def _continues(self, clause: Clause) -> bool:
        """Tell whether a clause is, or goes on with, what the verb before says: "that …", "to …", "and …"."""
        opening = {w.iri for w in clause.words if w.first == clause.first}
        if self.lexicon.order == "SVO" and clause.verb is not None and clause.verb.first == clause.first:
            return True
        return clause.opener == CUE + "that" or bool(opening & {CUE + "that", CUE + "to", CUE + "aim", CUE + "and"})

    def _complement(self, clause: Clause) -> str:
        """Return the modality that the verb of a clause gives to what its speaker denies, promises or proposes."""
        if clause.verb is not None:
            return self.lexicon.value(clause.verb.iri, DD + "complementModality")
        # "It is planned that …"
        planned = clause.cue("planned")
        return PLANNED if planned and planned.last == clause.last else ""

    def _points_back(self, noun: Mention, clause: Clause) -> bool:
        """Tell whether a definite noun points back to an event read before, rather than naming a new one."""
        this = any(word.iri == CUE + "this" and word.last == noun.first - 1 for word in clause.words)
        if self.lexicon.order == "VSO" and noun.kind == "trigger" and not this:
            # "Plans the accession to": verbal nouns have the article without being known.
            meant = [w for w in clause.words if w.iri in MODAL_CUES and 0 < noun.first - w.last <= _ANTECEDENT]
            if any(w.iri != CUE + "negation" for w in meant):
                return False
        return (noun.definite or this) and self.referent(noun) is not None

    def _topics(self, clause: Clause, event: Event | None, voice: Passage, main: bool) -> None:
        """Give the topics of a clause to its event; after "aims to" they are aims of the agreement."""
        topics = [word for word in clause.words if word.kind == "topic"]
        if not topics:
            return
        aim = clause.cue("aim")
        if voice.attribution == DIRECT:
            said = (e for e in reversed(self.context.events) if e.type == STATEMENT)
            event = next((e for e in said if e.agents(_SPEAKER) == [voice.speaker]), None)
        elif aim is not None and not main:
            event = self.context.latest(AGREEMENT) or event
        elif not main or voice.attribution == UNNAMED:
            return
        if event is None:
            return
        by_item: dict[Span, list[Mention]] = defaultdict(list)
        for word in topics:
            by_item[self._item(word, clause)].append(word)
        for span, words in by_item.items():
            # Of "financial inclusion through blockchain" the first is the aim, the second only its means.
            ends = [word for word in words if self.lexicon.value(word.iri, DD + "medium") != "true"] or words
            for word in words:
                is_aim = event.type == AGREEMENT and aim is not None and word in ends
                event.describe(DD + ("hasAim" if is_aim else "hasTopic"), word.iri, span)
            event.support(replace(voice, span=span))

    def _item(self, word: Mention, clause: Clause) -> Span:
        """Return the list item in which a word stands, or the clause up to the list."""
        text = self.document.text
        start = text.rfind("\n", 0, word.span.start) + 1
        end = text.find("\n", word.span.end)
        line = text[start : len(text) if end < 0 else end]
        bullet = BULLET.match(line)
        if bullet and start > clause.span.start:
            return Span(start + bullet.end(), start + len(line.rstrip()))
        stop = text.find("\n", clause.span.start, clause.span.end)
        return Span(clause.span.start, stop if stop > 0 else clause.span.end)

    def _remember_sides(self, events: list[Event]) -> None:
        for event in events:
            agents = event.agents()
            states = tuple(dict.fromkeys(state for value in agents if (state := self.finder.state_of(value))))
            self.context.state = states[0] if states else self.context.state
            if len(states) == 2:
                bodies = tuple(value for value in agents if value.startswith(ID + "org/"))
                self.context.sides = (*states, *bodies)
                self._sides_told = True

    def sides(self, event: Event) -> set[str]:
        """Return the states that take part, by themselves or through bodies and persons, else the agents."""
        sides = {self.finder.state_of(value) or value for value in event.agents()}
        return {side for side in sides if not side.startswith(ID + "place/")}
