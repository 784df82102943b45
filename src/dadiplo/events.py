"""From clauses to events: what each clause tells, which event it tells again, and how events hang together."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field, replace

from dadiplo.clauses import Clause, clauses
from dadiplo.documents import BULLET, sentences
from dadiplo.frames import Scene, noun_types, read_nouns, read_verb
from dadiplo.lexicon import CUE, Lexicon
from dadiplo.mentions import MentionFinder, SentenceMentions
from dadiplo.model import Document, Event, Mention, Passage, Sentence, Span, Word
from dadiplo.posts import Posts
from dadiplo.resources import DD, ID, VOCAB
from dadiplo.roles import Roles, is_modifier
from dadiplo.terms import (
    ACTUAL,
    AGREEMENT,
    ANNOUNCED,
    ANNOUNCEMENT,
    DIRECT,
    KINDS,
    MEETING,
    REPRESENTATION,
    STATEMENT,
    UNNAMED,
    VISIT,
)
from dadiplo.voices import Voices, own

_GENERIC = VOCAB + "instrument-kind/agreement"
_SPEAKER = DD + "hasSpeaker"


@dataclass(slots=True)
class Context:
    """What earlier sentences leave behind for later ones."""

    events: list[Event] = field(default_factory=list)
    subject: Mention | None = None
    sides: tuple[str, ...] = ()

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

    def read(self) -> list[Event]:
        """Return all events and situations of the article in the order of the text."""
        for sentence in sentences(self.document):
            self._read_sentence(self.finder.read(sentence))
        return self.context.events

    def referent(self, *nouns: Mention) -> Event | None:
        """Return the event read before to which one of the nouns points back."""
        found = (self.context.latest(*sorted(noun_types(self, noun))) for noun in nouns)
        return next((event for event in found if event), None)

    def settle(self, event: Event) -> Event:
        """Join an event with the one of this article that it tells again, or keep it as new."""
        for earlier in reversed(self.context.events):
            if self._same(earlier, event):
                _merge(earlier, event)
                return earlier
        self.context.events.append(event)
        return event

    def topics_in(self, span: Span) -> list[str]:
        """Return the topics that the words of a name contain."""
        text = self.document.text[span.start : span.end]
        words = tuple(Word(Span(m.start(), m.end()), m[0], " ") for m in re.finditer(r"\w+", text))
        return sorted({mention.iri for mention in self.lexicon.find(Sentence(span, words), ("topic",))})

    def _read_sentence(self, mentions: SentenceMentions) -> None:
        voice = own(mentions.sentence.span)
        subject: Mention | None = None
        framing: list[tuple[str, Event]] = []
        previous: Event | None = None
        for clause in clauses(mentions, self.lexicon):
            voice = self.voices.of(clause, voice, mentions)
            subject = _subject(clause) or subject
            events = self._clause_events(clause, voice, subject, mentions)
            titles = [title for title in mentions.titles if clause.first <= title.first <= clause.last]
            self.posts.titles(titles, voice, self.context.events)
            main = events[0] if events else None
            link = _framing(clause) if main else ""
            if main and link:
                framing.append((link, main))
            elif main:
                _connect(main, framing, subject)
                framing = []
            benefit = self.context.latest(MEETING) if clause.cue("benefit") else None
            self._topics(clause, benefit or main or previous, voice, bool(main))
            previous = main or previous
            self._remember_sides(events)
            self.clauses.append((clause, voice, previous))
            voice = self.voices.after(events, voice)
        self.context.subject = subject or self.context.subject

    def _clause_events(
        self, clause: Clause, voice: Passage, subject: Mention | None, mentions: SentenceMentions
    ) -> list[Event]:
        nouns: list[Mention] = []
        references: list[Mention] = []
        for noun in clause.words_in("noun"):
            (references if self._points_back(noun, clause) else nouns).append(noun)
        scene = Scene(clause, voice, subject, mentions, nouns, references)
        verb = clause.verb
        event = read_verb(self, scene, verb) if verb else None
        result = [event] if event else []
        announced = event is not None and event.type == ANNOUNCEMENT
        for other in read_nouns(self, scene, ANNOUNCED if announced else ""):
            if event is not None and announced:
                event.links.append((DD + "announces", other))
            result.append(other)
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

    def _points_back(self, noun: Mention, clause: Clause) -> bool:
        """Tell whether a definite noun points back to an event read before, rather than naming a new one."""
        this = any(word.iri == CUE + "this" and word.last == noun.first - 1 for word in clause.words)
        return (noun.definite or this) and self.referent(noun) is not None

    def _topics(self, clause: Clause, event: Event | None, voice: Passage, main: bool) -> None:
        """Give the topics of a clause to its event; after "aims to" they are aims of the agreement."""
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
        for word in clause.words:
            if word.kind == "topic":
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
            states = tuple(value for value in event.agents() if value.startswith(ID + "state/"))
            if len(states) == 2:
                self.context.sides = states

    def _same(self, earlier: Event, event: Event) -> bool:
        """Tell whether two events of one article are one: no kind, modality or party stands against it."""
        if earlier.type != event.type or event.type in (ANNOUNCEMENT, REPRESENTATION):
            return False
        if event.type == STATEMENT:
            # An article tells one statement of a speaker, in however many sentences.
            return earlier.agents(_SPEAKER) == event.agents(_SPEAKER) and earlier.modality == event.modality
        if (earlier.modality == ACTUAL) != (event.modality == ACTUAL) and not event.definite:
            return False
        for prop in (*KINDS, DD + "concernsBody"):
            one = set(earlier.values.get(prop, ())) or set(earlier.agents(prop))
            two = set(event.values.get(prop, ())) or set(event.agents(prop))
            if one and two and one != two and _GENERIC not in one | two:
                return False
        if event.definite:
            return True
        mine, theirs = self._sides(event), self._sides(earlier)
        return bool(mine and theirs) and (mine <= theirs or theirs <= mine)

    def _sides(self, event: Event) -> set[str]:
        """Return the states that take part, by themselves or through bodies and persons, else the agents."""
        sides = {self.finder.state_of(value) or value for value in event.agents()}
        return {side for side in sides if not side.startswith(ID + "place/")}


def _subject(clause: Clause) -> Mention | None:
    """Return the doer of a clause; the genitive of a verbal noun is its doer too ("the visit of X")."""
    agents = [m for m in clause.entities if m.kind != "place" and not is_modifier(m, clause)]
    return next((m for p in ("subject", "of") for m in agents if clause.positions[m] == p), None)


def _framing(clause: Clause) -> str:
    """Return the link that "during" or "after" before a noun makes from the main event to the noun's."""
    if clause.verb is None:
        for word in clause.words:
            if word.iri in (CUE + "during", CUE + "after"):
                return DD + ("subEventOf" if word.iri == CUE + "during" else "followedEvent")
    return ""


def _connect(event: Event, framing: list[tuple[str, Event]], subject: Mention | None) -> None:
    for link, other in framing:
        if other is event:
            continue
        event.links.append((link, other))
        if other.type == VISIT and not other.agents(DD + "hasVisitor") and subject:
            # "During a visit to X, Y met …" leaves unsaid who visits; by syntax it is Y.
            other.add(DD + "hasVisitor", subject.iri, event.passages[0].span)
            other.confidence = 0.9


def _merge(earlier: Event, event: Event) -> None:
    for argument in event.arguments:
        earlier.add(argument.role, argument.value, event.given.get((argument.role, argument.value)))
    for prop, values in event.values.items():
        known = earlier.values.get(prop, [])
        if prop == DD + "instrumentKind" and known:
            if _GENERIC not in known or _GENERIC in values:
                continue
            del earlier.values[prop]
        for value in values:
            earlier.describe(prop, value, event.given.get((prop, value)))
    for passage in event.passages:
        earlier.support(passage)
