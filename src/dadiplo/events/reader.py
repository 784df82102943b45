"""From clauses to events: what each clause tells, which event it tells again, and how events hang together."""

from __future__ import annotations

from dadiplo.clauses.antecedents import (
    before_relative,
    described_by,
    inherits,
    meant_by_doer_pronoun,
    meant_by_object_pronoun,
    points_back_to_doer,
)
from dadiplo.clauses.contexts import Context
from dadiplo.clauses.refusals import leaves_open
from dadiplo.clauses.roles import Roles
from dadiplo.clauses.scenes import Scene, noun_types
from dadiplo.clauses.splitting import clauses, framing_link, supposes
from dadiplo.clauses.strangers import somebody_speaks
from dadiplo.clauses.subjects import collective, partners_of, subject_of, topic_of
from dadiplo.clauses.voices import Voices, own
from dadiplo.events.aboutness import Aboutness
from dadiplo.events.anchoring import Anchoring
from dadiplo.events.candidates import Candidates
from dadiplo.events.complements import read_verbs
from dadiplo.events.coreference import Coreference
from dadiplo.events.datings import (
    bare_time,
    date_again,
    date_by_announcements,
    date_by_clock,
    date_by_heading,
    date_by_meetings,
    date_by_only_time,
    date_by_reference,
    date_by_sentence,
)
from dadiplo.events.detected import read_detected
from dadiplo.events.detection import Detector
from dadiplo.events.doers import by_state, foreign_visitors
from dadiplo.events.interviews import add_answerer, add_position, answerer_meant, who_answers
from dadiplo.events.legaltender import read_legal_tender
from dadiplo.events.matters import is_lacked
from dadiplo.events.nouns import read_into_reserve, read_nouns
from dadiplo.events.participation import Participation
from dadiplo.events.posts import Posts
from dadiplo.events.relevance import lead_end, names_assets
from dadiplo.events.retelling import merge, told_once
from dadiplo.events.rumours import deny_told, rumoured, settle_rumours
from dadiplo.events.sides import take_sides
from dadiplo.events.tellings import is_background, weigh
from dadiplo.events.topics import complete_topics, give_topics
from dadiplo.isodates import Time
from dadiplo.lexicon import CUE, Lexicon
from dadiplo.mentions.finder import MentionFinder
from dadiplo.mentions.readings import MODAL_CUES, RELATIVE_CUES, Clause, SentenceMentions
from dadiplo.model import Document, Event, Mention, Passage, Span
from dadiplo.resources import DD, ID
from dadiplo.terms import (
    AGREEMENT,
    ANNOUNCED,
    ANNOUNCEMENT,
    DENIED,
    DIRECT,
    FATES,
    MEETING,
    NOUN_EVENTS,
    OFFICIAL,
    PLANNED,
    RESERVE_ACTION,
    STATEMENT,
    TRIGGER,
    VISIT,
)

_ANTECEDENT = 4
_PROPOSE = TRIGGER + "propose"
#: What opens a clause that goes on with no other.
_OPENING = {CUE + name for name in ("after", "before", "as", "during", "where", "and", "in", "with", "about", "by")}


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
        #: Person → the genders that words before the name tell.
        self.genders: dict[str, set[str]] = {}
        #: The clauses of the sentence that is being read.
        self._scenes: list[Scene] = []
        #: Who answers, if the article is an interview.
        self.answering = ""

    def read(self) -> list[Event]:
        """Return all events and situations of the article in the order of the text."""
        read = self.finder.read()
        self.answering, body = who_answers(self)
        if body:
            self.finder.offices[self.answering].add((OFFICIAL, body))
            self.finder.records[self.answering].state = self.finder.state_of(body)
        self.detector = Detector(self.finder, read, [names_assets(self, one) for one in self.finder.sentences])
        self.coreference = Coreference(self)
        self._read_sentences(read)
        foreign_visitors(self)
        take_sides(self)
        self.finder.acting |= self._acting()
        date_by_announcements(self.context.events)
        date_by_clock(self.document, self.context.events)
        for event in self.context.events:
            event.rename(self.finder.renamed)
        self.context.keep([one for event in self.context.events for one in by_state(event)])
        events = self._weighed()
        # What was only a rumour, or stood for measures of several states, is gone already.
        known, remaining = {id(event) for event in self.context.events}, {id(event) for event in events}
        for event in events:
            event.links = [(role, other) for role, other in event.links if id(other) in remaining]
        date_by_meetings(self, events)
        date_by_only_time(self, read, events)
        self.anchoring = Anchoring(self, events)
        self.anchoring.settle()
        complete_topics(self, events)
        self.aboutness = Aboutness(self, events)
        self.aboutness.settle()
        self.context.keep(events)
        self.clauses = [
            (clause, voice, event if id(event) in remaining else None)
            for clause, voice, event in self.clauses
            if event is None or id(event) in known
        ]
        return events

    def _read_sentences(self, read: list[SentenceMentions]) -> None:
        """Read the events of all sentences, those under the date of a heading and those that a later one denies."""
        heading: tuple[int, Time] | None = None
        rumours: list[Span] = []
        before: tuple[int, int] = (0, 0)
        for mentions in read:
            told, cut = len(self.context.events), len(self.clauses)
            self._read_sentence(mentions)
            if heading is not None and "\n" not in self.document.text[heading[0] : mentions.sentence.span.start]:
                date_by_heading(heading[1], self.context.events[told:])
            within = [clause for clause, _, _ in self.clauses[cut:]]
            date_by_sentence(self, mentions, within, self.context.events[told:])
            if "\n" not in self.document.text[before[1] : mentions.sentence.span.start]:
                deny_told(mentions, self.context.events[before[0] : told], self.context.events[told:])
            before = (told, mentions.sentence.span.end)
            rumour = rumoured(mentions)
            rumours += [rumour] if rumour is not None else []
            time = bare_time(mentions)
            heading = (mentions.sentence.span.end, time) if time is not None else None
        if self.answering:
            add_position(self, self.answering)
            add_answerer(self, self.answering)
        if rumours:
            self.context.keep(settle_rumours(self, rumours))

    def _weighed(self) -> list[Event]:
        """Return the events that the article is likely to tell, with their likely sides and modality."""
        self.candidates = Candidates(self, self.context.events)
        events = self.candidates.told()
        self.participation = Participation(self, events)
        self.participation.settle()
        for event in events:
            event.background = is_background(self, event)
            weigh(self, event)
            date_again(self.document, event)
        return told_once(events)

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
            official = [agent for agent in agents if self.finder.is_official(agent)]
            for person in (agent for agent in agents if agent.startswith(ID + "person/")):
                # Who manages something unnamed makes no state a side by living there.
                own = {self.finder.state_of(person)} if self._manages_unnamed(person) else set()
                found |= {person} if set(official) - own else set()
        return found

    def _manages_unnamed(self, person: str) -> bool:
        """Tell whether of a person only a post is known that firms have, and not where."""
        held = self.finder.offices.get(person, set())
        private = (not owner and self.lexicon.value(office, DD + "publicOffice") != "true" for office, owner in held)
        return bool(held) and all(private)

    def referent(self, *nouns: Mention) -> Event | None:
        """Return the event read before to which one of the nouns points back."""
        found = (self.context.latest(*sorted(noun_types(self, noun))) for noun in nouns)
        return next((event for event in found if event), None)

    def settle(self, event: Event) -> Event:
        """Join an event with the one of this article that it tells again, or keep it as new."""
        event.rename(self.finder.renamed)
        earlier = self.coreference.told_before(event)
        if earlier is not None:
            merge(earlier, event)
            return earlier
        event.headline = event.passages[0].span.end <= self.document.title.end
        self.context.add(event)
        return event

    def _read_sentence(self, mentions: SentenceMentions) -> None:
        self._scenes = []
        if not self.context.sides:
            # Before an event of two sides is told, "the two countries" are the two named last.
            self.context.sides = tuple(self._named[-2:]) if len(self._named) > 1 else ()
            self._read_clauses(mentions)
            self.context.sides = self.context.sides if self._sides_told else ()
        else:
            self._read_clauses(mentions)
        read_detected(self, self._scenes, self.finder.sentence_from(mentions.sentence.span.start))
        for mention in mentions.entities:
            state = mention.iri if mention.kind == "state" else ""
            if mention.kind == "organization" and self.lexicon.order == "SVO":
                state = self.finder.said_state_of(mention.iri)
            if state:
                self._named = [iri for iri in self._named if iri != state] + [state]

    def _read_clauses(self, mentions: SentenceMentions) -> None:
        voice = own(mentions.sentence.span)
        subject: Mention | None = None
        latest: Mention | None = None
        partners: tuple[Mention, ...] = ()
        framing: list[tuple[str, Event]] = []
        previous: Event | None = None
        complement = ""
        stranger = False
        for clause in clauses(mentions, self.lexicon):
            voice = self.voices.of(clause, voice, mentions)
            named = subject_of(clause, self.lexicon)
            antecedent = before_relative(self.lexicon, clause, mentions) if named is None else None
            goes_on = antecedent is None and inherits(self, clause)
            partners = partners if named is None and goes_on else partners_of(clause, named)
            subject = named or (subject if goes_on else antecedent)
            if subject is None and points_back_to_doer(self, clause):
                subject, partners = meant_by_doer_pronoun(self, clause, latest, partners)
            if subject is None:
                subject, *others = collective(clause, self.context) or (None,)
                partners = (*partners, *others)
            subject = self.voices.first_person(clause, voice) or self._answerer(clause, voice) or subject
            stranger = somebody_speaks(self.lexicon, clause) or (stranger and named is None)
            latest = subject or latest
            topic = topic_of(clause, subject)
            if topic is not None and topic.kind == "person":
                self.context.person = topic
            elif topic is not None and topic.form != "demonym":
                self.context.body = topic
            said = complement if self._continues(clause) or self._repeats(clause, complement) else ""
            events = self._clause_events(clause, voice, subject, mentions, said, previous, partners)
            complement = said if said == DENIED else self._complement(clause) or said
            subject = subject or self.voices.quoted(events, mentions)
            if subject is None and self.lexicon.order == "SVO":
                subject = described_by(clause)
            titles = [title for title in mentions.titles if clause.first <= title.first <= clause.last]
            self.posts.titles(titles, voice, self.context)
            main = events[0] if events else None
            link = framing_link(clause) if main else ""
            if main and link:
                framing.append((link, main))
            elif main:
                self._connect(main, framing, subject)
                framing = []
            benefit = self.context.latest(MEETING) if clause.cue("benefit") else None
            give_topics(self, clause, benefit or main or previous, voice, main=bool(main))
            previous = main or previous
            self._remember_sides(events)
            self.clauses.append((clause, voice, previous))
            voice = self.voices.after(events, voice)
        self.context.partners = partners if subject is not None else self.context.partners
        self._remember_doer(subject or latest, latest, mentions, stranger=stranger)

    def _remember_doer(
        self, subject: Mention | None, latest: Mention | None, mentions: SentenceMentions, *, stranger: bool
    ) -> None:
        """Keep who acts at the end of a sentence for those of the next that leave it unsaid or say "he"."""
        self.context.subject = subject or self.context.subject
        if stranger:
            self.context.subject = self.context.person = None
        elif latest is None or latest.kind != "person":
            # "The agency said so through its director, X. "…," he told reporters."
            persons = {m.iri: m for m in mentions.entities if m.kind == "person"}
            only = next(iter(persons.values())) if len(persons) == 1 else None
            self.context.person = only or self.context.person

    def _answerer(self, clause: Clause, voice: Passage) -> Mention | None:
        """Return who answers in an interview as the doer of a clause in the first person."""
        if not self.answering or voice.attribution == DIRECT:
            return None
        until = clause.verb.first if clause.verb is not None else clause.last + 1
        return answerer_meant(self, clause.sentence, clause.first, until, self.answering)

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
        if supposes(clause, answering=bool(self.answering)):
            return []
        nouns, references = self._nouns(clause, mentions)
        meant = meant_by_object_pronoun(self, clause)
        scene = Scene(
            clause, voice, subject, mentions, nouns, references, self.lexicon, complement, previous, partners, meant
        )
        self._scenes.append(scene)
        result = read_verbs(self, scene)
        event = result[0] if result else None
        announced = event is not None and event.type == ANNOUNCEMENT
        put = PLANNED if announced and event is not None and event.modality == PLANNED else ANNOUNCED
        for other in read_nouns(self, scene, put if announced else ""):
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
        if not result:
            date_by_reference(self, clause, mentions)
        pending = [noun for noun in references if noun not in scene.used]
        if not result and pending:
            earlier = self.referent(*pending)
            if earlier:
                if voice.attribution != DIRECT:
                    earlier.support(scene.passage)
                result.append(earlier)
        return result

    def _nouns(self, clause: Clause, mentions: SentenceMentions) -> tuple[list[Mention], list[Mention]]:
        """Return the nouns of a clause that can tell events, and those that point back to one told before."""
        nouns: list[Mention] = []
        references: list[Mention] = []
        titled = {i for title in mentions.titles for i in range(title.first, title.last + 1)}
        for noun in clause.words_in("noun"):
            if noun.first in titled or is_lacked(clause, noun, self.lexicon.order):
                # "The sanctions minister" tells of no sanctions.
                continue
            (references if self._points_back(noun, clause) else nouns).append(noun)
        return nouns + self._told_more_of(clause, mentions), references

    def _told_more_of(self, clause: Clause, mentions: SentenceMentions) -> list[Mention]:
        """Return the noun of which a relative clause or a participle tells more ("the law, adopted in May")."""
        verb = clause.verb
        if self.lexicon.order != "SVO" or verb is None or clause.words_in("noun") or clause.first == 0:
            return []
        # "The accord between X and Y, signed on Monday in Z".
        apposed = (
            verb.form == "passive" and verb.first == clause.first and clause.sentence.words[verb.first].after_comma
        )
        fate = verb.iri in FATES or apposed
        if clause.opener not in RELATIVE_CUES and not fate and verb.first != clause.first:
            return []
        evoked = self.lexicon.values(verb.iri, DD + "evokes")
        nouns = [
            w for w in mentions.words if w.form == "noun" and w.kind in NOUN_EVENTS and noun_types(self, w) & evoked
        ]
        since = 0 if fate else clause.first - _ANTECEDENT
        return [w for w in nouns if since <= w.last < clause.first][-1:]

    def _continues(self, clause: Clause) -> bool:
        """Tell whether a clause is, or goes on with, what the verb before says: "that …", "to …", "and …"."""
        opening = {w.iri for w in clause.words if w.first == clause.first}
        if self.lexicon.order == "SVO" and clause.verb is not None and clause.verb.first == clause.first:
            return True
        passive = clause.verb is not None and clause.verb.form == "passive"
        if self.lexicon.order == "SVO" and (passive or clause.sentence.words[clause.first].after_comma):
            # "…, and signed", "and was …": "and" goes on with the doer, not with what was promised.
            opening -= {CUE + "and"}
        if self.lexicon.order == "VSO" and clause.opener == CUE + "which":
            # "Denied what was said of …".
            return clause.sentence.words[clause.first].text in self.lexicon.free_relatives
        if self.lexicon.order == "VSO" and clause.verb is not None and clause.verb.first == clause.first > 0:
            # "Denied reports that spoke of …", "its intent to add …": Arabic needs no "which" behind a bare noun.
            reports = STATEMENT in self.lexicon.values(clause.verb.iri, DD + "evokes") and not clause.verb.cues
            acts = any(w.first == clause.first and w.form == "noun" for w in clause.words)
            if (reports or acts) and (clause.sentence.words[clause.first].before == " " or self._behind_time(clause)):
                return True
        plain = self.lexicon.order == "SVO" and not self.lexicon.drops_pronouns and not clause.opener
        if plain and clause.first and clause.sentence.words[clause.first].before == " " and not opening & _OPENING:
            # "Denied it had bought coins", "promised the bank would …": English needs no "that".
            return True
        return clause.opener == CUE + "that" or bool(opening & {CUE + "that", CUE + "to", CUE + "aim", CUE + "and"})

    def _repeats(self, clause: Clause, complement: str) -> bool:
        """Tell whether a clause only says where what is denied was told ("the reports in which it was said that …")."""
        told = clause.verb is not None and clause.verb.iri == TRIGGER + "say" and clause.cue("passive") is not None
        return self.lexicon.order == "SOV" and complement == DENIED and clause.opener == CUE + "which" and told

    def _behind_time(self, clause: Clause) -> bool:
        """Tell whether a time between commas parts a clause from the one before ("rejected, on Friday, a proposal")."""
        before = self.clauses[-1][0] if self.clauses else None
        return before is not None and before.sentence is clause.sentence and before.last in before.timed

    def _complement(self, clause: Clause) -> str:
        """Return the modality that the verb of a clause gives to what its speaker denies, promises or proposes."""
        if clause.verb is not None:
            given = self.lexicon.value(clause.verb.iri, DD + "complementModality")
            if given == DENIED and self.lexicon.order == "SVO" and leaves_open(self.lexicon, clause, clause.verb):
                return PLANNED
            # "Turned down the proposal of | creating …"
            governs = CUE + "of" in self.lexicon.cues_of(clause.sentence.words[clause.last].text)
            fell = DENIED in self.lexicon.values(clause.verb.iri, DD + "givesValue")
            open_ = self.lexicon.order == "VSO" and not clause.words_in("noun")
            return given or (DENIED if fell and ((governs and self.lexicon.order == "SVO") or open_) else "")
        # "It is planned that …"
        planned = clause.cue("planned")
        # "The proposal of the ministry | that …".
        proposal = next((w for w in clause.words if w.iri == _PROPOSE and w.form == "noun"), None)
        proposal = proposal if self.lexicon.order == "VSO" and proposal and proposal.first == clause.first else None
        return PLANNED if proposal or (planned and planned.last == clause.last) else ""

    def _points_back(self, noun: Mention, clause: Clause) -> bool:
        """Tell whether a definite noun points back to an event read before, rather than naming a new one."""
        this = any(word.iri == CUE + "this" and word.last == noun.first - 1 for word in clause.words)
        if self.lexicon.order == "VSO" and noun.kind == "trigger" and not this:
            # "Plans the accession to": verbal nouns have the article without being known.
            meant = [w for w in clause.words if w.iri in MODAL_CUES and 0 < noun.first - w.last <= _ANTECEDENT]
            if any(w.iri != CUE + "negation" for w in meant):
                return False
        return (noun.definite or this) and self.referent(noun) is not None

    def _remember_sides(self, events: list[Event]) -> None:
        for event in events:
            agents = event.agents()
            states = tuple(dict.fromkeys(state for value in agents if (state := self.finder.state_of(value))))
            self.context.state = states[0] if states else self.context.state
            if len(states) == 2:
                bodies = tuple(value for value in agents if value.startswith(ID + "org/"))
                self.context.sides = (*states, *bodies)
                self._sides_told = True

    def told_at(self, event: Event) -> tuple[Span, int]:
        """Return where in the body an event is told likeliest, and in which sentence that begins."""
        span = self.detector.telling(event).span
        return span, max(self.finder.sentence_from(span.start + 1) - 1, 0)

    def sides(self, event: Event) -> set[str]:
        """Return the states that take part, by themselves or through bodies and persons, else the agents."""
        sides = {self.finder.state_of(value) or value for value in event.agents()}
        return {side for side in sides if not side.startswith(ID + "place/")}
