"""Who and what an article names: entities of the graph, and bodies and persons told by words and shapes."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from functools import lru_cache

from dadiplo.documents import quote_spans, sentences, slug
from dadiplo.folding import fold, words_of
from dadiplo.lexicon import CUE, Lexicon
from dadiplo.mentions.bodies import Bodies
from dadiplo.mentions.homes import Homes
from dadiplo.mentions.homographs import offices_without_accent, without_given_names
from dadiplo.mentions.namesakes import Namesakes
from dadiplo.mentions.namings import Names, Namings
from dadiplo.mentions.persons import Persons, latin
from dadiplo.mentions.places import Places
from dadiplo.mentions.portfolios import with_portfolios
from dadiplo.mentions.readings import EntityRecord, Reading, SentenceMentions, overlap
from dadiplo.mentions.times import TimeReader
from dadiplo.model import Document, Mention, Sentence, Span
from dadiplo.resources import DD, ID, PREFIXES, VOCAB

ENTITY_KINDS = ("state", "organization", "person", "place")
_PRIORITY = {"person": 0, "organization": 1, "state": 2, "place": 3}
#: Meanings that only help to read names.
_OF_NAMES = {
    CUE + name
    for name in (
        "name-connector", "given-name", "everyday-name", "name-particle", "firm-name", "at-name", "other-name",
        "everyday-word", "person-follows", "product", "place-kind", "portfolio", "stance", "copula",
        "indefinite", "personal", "feminine", "masculine", "plural", "way", "near", "attribute",
        "place-first", "firm-head", "body-name", "chamber", "office-without-accent", "first-person", "addressed",
        "letter", "firm-follows",
    )
}  # fmt: skip
#: Meanings that only help to read times.
_OF_TIMES = {
    CUE + name
    for name in (
        "today", "yesterday", "day-before-yesterday", "tomorrow", "same-day", "next-day", "day-before", "same-month",
        "following-month", "same-year", "following-year", "later", "until", "nobody", "last", "next", "current",
        "ago", "day", "week", "month", "year", "hijri-month", "day-after-tomorrow",
    )
}  # fmt: skip
#: What tells the state of an agent, the surest first.
_SAYING_WHOSE = (DD + "actsFor", DD + "affiliatedWith")
_TIME_SCHEMES = ("month", "weekday", "numeral")


class MentionFinder:
    """Reads the mentions of one article; later sentences know the names of the earlier ones, the headline all."""

    def __init__(self, document: Document, lexicon: Lexicon) -> None:
        self.document = document
        self.lexicon = lexicon
        self.records: dict[str, EntityRecord] = {}
        #: (Office, whose it is) → who holds it, as the article told last; person → the offices held so.
        self.holders: dict[tuple[str, str], str] = {}
        self._held: dict[str, set[tuple[str, str]]] = defaultdict(set)
        self.renamed: dict[str, str] = {}
        #: Person → the offices the article gives, with whose they are ("" if it does not say).
        self.offices: dict[str, set[tuple[str, str]]] = defaultdict(set)
        #: Persons who act for states or public bodies as the article tells: they sign, or visit.
        self.acting: set[str] = set()
        self.names = Names(lexicon)
        self.namings = Namings()
        self.sentences = sentences(document)
        self._starts = [sentence.span.start for sentence in self.sentences]
        self.found = [lexicon.find(sentence) for sentence in self.sentences]
        #: (Start of a sentence, kinds) → the mentions of these kinds alone.
        self._asked: dict[tuple[int, tuple[str, ...]], list[Mention]] = {}
        self.namesakes = Namesakes(self, self.found)
        self.homes = Homes(self, self.found)
        self._aliases: dict[str, list[tuple[tuple[str, ...], str, str]]] = defaultdict(list)
        self._times = TimeReader(lexicon, document.published)
        self._bodies = Bodies(self)
        self.persons = Persons(self)
        self.places = Places(self)

    def read(self) -> list[SentenceMentions]:
        """Return the mentions of all sentences in order."""
        order = sorted(range(len(self.sentences)), key=lambda index: self.sentences[index].headline)
        result = {index: self._read(self.sentences[index], self.found[index]) for index in order}
        return [result[index] for index in range(len(self.sentences))]

    def _read(self, sentence: Sentence, found: list[Mention]) -> SentenceMentions:
        if self.lexicon.name_shape == "capitals":
            found = offices_without_accent(found, sentence, self.lexicon)
            found = with_portfolios(without_given_names(found, sentence, self.lexicon), sentence)
        found = _fewest_peeled(found)
        reading = Reading(
            sentence,
            _without_overlap(self.namesakes.meant([m for m in found if m.kind in ENTITY_KINDS], found)),
            [m for m in found if m.kind not in ENTITY_KINDS and m.iri not in _OF_NAMES],
            [m for m in found if m.iri in _OF_NAMES],
            quote_spans(self.document.text, sentence.span),
        )
        # The name of a state that is a city too ("HONG KONG - …") opens a paragraph as where the news was written.
        reading.entities = [place for m in reading.entities if (place := self.places.where_written(m, reading))]
        for mention in reading.entities:
            if mention.kind == "organization":
                self.record(mention)
        self._known_names(reading)
        self._bodies.read(reading)
        self.places.kinds(reading)
        titles = self.persons.read(reading)
        self.places.read(reading)
        self.places.states_meant(reading)
        entities = _without_overlap(reading.entities)
        kept = [word for word in reading.words if word.kind not in _TIME_SCHEMES and word.iri not in _OF_TIMES]
        named = {i: m.last for m in entities if m.form != "anaphor" for i in range(m.first, m.last + 1)}
        words = [word for word in kept if word.last > named.get(word.first, -1)]
        for mention in entities:
            if mention.form != "anaphor":
                self.record(mention)
            if mention.kind == "organization" and mention.last > mention.first:
                self._states_inside(sentence, mention)
        # Where the news was written is no part of what it tells.
        entities = [m for m in entities if m.kind != "place" or not self.places.is_dateline(m, reading.sentence)]
        told = self.places.after_dateline(reading)
        times = [time for time in self._times.read(sentence, found) if time.span.start >= told]
        return SentenceMentions(sentence, entities, words, titles, reading.quotes, times)

    def _states_inside(self, sentence: Sentence, body: Mention) -> None:
        """Note the states that the name of a body contains ("Central Bank of Bahrain"): they are named there too."""
        words = sentence.words[body.first : body.last + 1]
        named = self.lexicon.find(Sentence(body.span, words), ("state", "place"))
        others = self.namesakes.other_capitals(named)
        for mention in [m for m in named if m.kind == "state" and m not in others]:
            inside = mention.last - mention.first < body.last - body.first
            everyday = {fold(word) for word in self.lexicon.values(mention.iri, DD + "everydayWord")}
            if inside and fold(self.document.text[mention.span.start : mention.span.end]) not in everyday:
                self.record(mention)

    # -- names that the article itself has introduced ----------------------------------------------------

    def name(self, iri: str, text: str, kind: str, *, alias: bool = False) -> None:
        """Remember a name of an entity, so that it is found again; an alias is found also where it stands alone."""
        words = tuple(words_of(text))
        self.names.add(iri, words)
        if alias and words and (words, iri, kind) not in self._aliases[words[0]]:
            self._aliases[words[0]].append((words, iri, kind))

    def name_person(self, iri: str, text: str) -> None:
        """Remember the name of a person and its short forms: the last word, with the particle before it."""
        self.name(iri, text, "person", alias=True)
        parts = text.split()
        if len(parts) > 1 and len(parts[-1]) > 2:
            self.name(iri, parts[-1], "person", alias=True)
        if len(parts) > 2:
            self.name(iri, " ".join(parts[-2:]), "person", alias=True)
            if self.lexicon.first_family_name and len(parts[-2]) > 3:
                # The first of two family names is the one in daily use.
                self.name(iri, parts[-2], "person", alias=True)

    def _known_names(self, reading: Reading) -> None:
        """Find the names and short names that earlier sentences introduced."""
        if not self._aliases:
            return
        words = reading.sentence.words
        readings = [self.lexicon.analyses(word.text) for word in words]
        for index in range(len(words)):
            for analysis in readings[index]:
                options = self._aliases.get(analysis.stem, ())
                for name, iri, kind in sorted(options, key=lambda option: (-len(option[0]), option[1])):
                    last = index + len(name) - 1
                    if last >= len(words) or any(
                        name[step] not in {a.stem for a in readings[index + step]} for step in range(1, len(name))
                    ):
                        continue
                    if latin(words[index].text) and not words[index].text[:1].isupper():
                        continue
                    if len(name) == 1 and kind == "person" and self._other_given_name(reading, index):
                        continue
                    known = reading.entity_at(index)
                    if known and (known.last - known.first >= len(name) - 1 or known.iri == iri):
                        break
                    if len(name) == 1 and kind == "person" and reading.words_at(index) and not latin(words[index].text):
                        continue
                    span = Span(words[index].span.start + analysis.skip, words[last].span.end)
                    reading.add(Mention(span, index, last, iri, kind, "word", analysis.cues))
                    break

    def _other_given_name(self, reading: Reading, index: int) -> bool:
        """Tell whether a family name known from somebody else stands behind a given name ("Ms Christina Rolle")."""
        if index < 1 or self.lexicon.name_shape != "capitals":
            return False
        words = reading.sentence.words
        before = words[index - 1].text
        written = before[:1].isupper() and before[1:2].islower() and words[index].before == " "
        known = reading.taken(index - 1) or self.lexicon.is_common(before)
        return written and not known and not reading.is_name_word(index - 1, "name-particle", "firm-name")

    # -- what other stages ask or add --------------------------------------------------------------------

    def add_body(self, iri: str, kind: str, state: str, labels: dict[str, str]) -> EntityRecord:
        """Return the record of a body that the graph does not know."""
        if iri not in self.records:
            record = self.records[iri] = EntityRecord(iri, DD + ("PublicBody" if state else "Organization"))
            if kind:
                record.facts.add((DD + "bodyKind", kind))
            if state:
                record.facts.add((DD + "actsFor", state))
            record.labels = labels
        return self.records[iri]

    def firm(self, reading: Reading, first: int, last: int) -> Mention:
        """Return the mention of a firm that some words name."""
        return self._bodies.firms.firm(reading, first, last)

    def organization(self, reading: Reading, first: int, last: int, kind: str = "") -> Mention:
        """Return the mention of an organization that the graph does not know, of a kind or of none that is told."""
        words = reading.sentence.words
        span = Span(words[first].span.start, words[last].span.end)
        name = self.document.text[span.start : span.end]
        iri = f"{ID}org/{slug(name)}"
        self.add_body(iri, kind, "", {self.document.language: name})
        self.name(iri, name, "organization", alias=True)
        return Mention(span, first, last, iri, "organization", "word")

    def place(self, reading: Reading, first: int, last: int) -> Mention:
        """Return the mention of a place that the graph does not know."""
        words = reading.sentence.words
        span = Span(words[first].span.start, words[last].span.end)
        name = self.document.text[span.start : span.end]
        iri = f"{ID}place/{slug(name)}"
        if iri not in self.records:
            self.records[iri] = EntityRecord(iri, DD + "Place", labels={self.document.language: name})
        return Mention(span, first, last, iri, "place", "word")

    def name_outlet(self, span: Span) -> EntityRecord:
        """Return the record of a news outlet that an article cites and the graph does not know."""
        name = self.document.text[span.start : span.end]
        iri = f"{ID}org/{slug(name)}"
        record = self.records.setdefault(iri, EntityRecord(iri, DD + "MediaOrganization"))
        record.labels.setdefault(self.document.language, name)
        self.note(record, span)
        return record

    def place_body(self, body: str, state: str) -> str:
        """Record that a body named without its state belongs to a state, and return its IRI from now on."""
        if self.said_state_of(body) or body not in self.records:
            return body
        record = self.records.pop(body)
        record.iri, labels = self._bodies.placed(body, record, state)
        record.labels = {**labels, **record.labels}
        record.type = DD + "PublicBody"
        record.facts.add((DD + "actsFor", state))
        self.records[record.iri] = record
        self.names.rename(body, record.iri)
        self.namings.rename(body, record.iri)
        self.renamed[body] = record.iri
        return record.iri

    def sentence_from(self, place: int) -> int:
        """Return the number of the first sentence that begins at a place in the text or behind it."""
        return bisect_left(self._starts, place)

    def sentence_around(self, span: Span) -> int | None:
        """Return the number of the sentence in which a span lies, or nothing."""
        number = bisect_right(self._starts, span.start) - 1
        return number if number >= 0 and span in self.sentences[number].span else None

    def assets_in(self, sentence: Sentence) -> list[Mention]:
        """Return the topics and digital assets that a sentence names, also inside longer names and verbs."""
        return self._of_kinds(sentence, "topic", "asset")

    def cues_in(self, sentence: Sentence) -> list[Mention]:
        """Return the cues of a sentence, also inside longer names and verbs."""
        return self._of_kinds(sentence, "cue")

    def _of_kinds(self, sentence: Sentence, *kinds: str) -> list[Mention]:
        key = sentence.span.start, kinds
        found = self._asked.get(key)
        if found is None:
            found = self._asked[key] = self.lexicon.find(sentence, kinds)
        return found

    def state_of(self, iri: str) -> str:
        """Return the state that an agent is, acts for or holds a post in: as known, as told, else as is likely."""
        said = self.said_state_of(iri)
        if not said:
            owner = holders(self.lexicon).get(iri, "")
            said = self.said_state_of(owner) if owner else ""
        if not said and self.lexicon.is_a(self.body_of(iri), DD + "InternationalOrganization"):
            # Who heads a body of several states acts for none.
            return ""
        return said or (self.records[iri].state if iri in self.records else "")

    def said_state_of(self, iri: str) -> str:
        """Return the state of an agent as far as the graph knows it or the article tells it."""
        if iri.startswith(ID + "state/"):
            return iri
        known = self.lexicon.value(iri, DD + "actsFor")
        if known:
            return known
        facts = sorted(self.records[iri].facts) if iri in self.records else ()
        for wanted in _SAYING_WHOSE:
            for prop, value in facts:
                if prop == wanted:
                    return value
        for _, owner in sorted(self._held.get(iri, ())):
            if owner and owner != iri:
                return self.said_state_of(owner)
        return ""

    def body_of(self, iri: str) -> str:
        """Return the body in which a person holds a post, as the article tells it."""
        owners = (owner for _, owner in sorted(self._held.get(iri, ())))
        return next((owner for owner in owners if owner.startswith(ID + "org/")), "")

    def is_official(self, iri: str) -> bool:
        """Tell whether an agent acts in public office: a state, a public or international body, its officers."""
        if iri.startswith(ID + "state/"):
            return True
        if iri.startswith(ID + "org/"):
            record = self.records.get(iri)
            public = (DD + "PublicBody", DD + "InternationalOrganization")
            return self.lexicon.is_a(iri, *public) or bool(record and (record.type in public or record.state))
        if not iri.startswith(ID + "person/"):
            return False
        held = self.offices.get(iri, set())
        owners = {owner for _, owner in held if owner}
        if iri in self.acting and not any(owner == "?" or self.is_firm(owner) for owner in owners):
            return True
        if owners:
            return any(self.is_official(owner) for owner in owners)
        if any(self.lexicon.value(office, DD + "publicOffice") == "true" for office, _ in held):
            return True
        known = holders(self.lexicon).get(iri, "")
        return self.is_official(known) if known else not held and iri in self.lexicon.types

    def is_firm(self, iri: str) -> bool:
        """Tell whether an agent is a firm, or a person who holds a post in one or in something unknown."""
        named = iri in self.records and VOCAB + "body-kind/company" in self.kinds_of(iri)
        if self.lexicon.is_a(iri, DD + "Company") or named:
            return True
        return any(owner == "?" or (owner and self.is_firm(owner)) for _, owner in self.offices.get(iri, ()))

    def kinds_of(self, body: str) -> set[str]:
        """Return the kinds of a body, as known and as told."""
        record = self.records.get(body)
        return self.lexicon.values(body, DD + "bodyKind") | ({value for _, value in record.facts} if record else set())

    def named_last(self, reading: Reading, index: int) -> str:
        """Return the state that is named last before a word, or nothing if a body is."""
        inside = [m for m in reading.entities if m.last < index and m.kind in ("state", "organization")]
        if inside:
            return inside[-1].iri if inside[-1].kind == "state" else ""
        before = (iri for _, iri in self.namings.before(reading.sentence.span.start))
        last = next((iri for iri in before if iri.startswith((f"{ID}state/", f"{ID}org/"))), "")
        return last if last.startswith(f"{ID}state/") else ""

    # -- records ------------------------------------------------------------------------------

    def record(self, mention: Mention) -> None:
        """Note where an entity is named."""
        record = self.records.get(mention.iri)
        if record is None:
            declared = sorted(
                cls for cls in self.lexicon.values(mention.iri, PREFIXES["rdf"] + "type") if cls.startswith(DD)
            )
            record = self.records[mention.iri] = EntityRecord(mention.iri, declared[0] if declared else DD + "Agent")
            state = self.lexicon.value(mention.iri, DD + "actsFor")
            if state and mention.kind == "organization" and self._names_state(mention.span, state):
                record.facts.add((DD + "actsFor", state))
        text = self.document.text[mention.span.start : mention.span.end]
        if mention.kind == "person":
            self.name_person(mention.iri, text)
        elif mention.kind == "organization":
            self.name(mention.iri, text, mention.kind)
            full = self.lexicon.labels.get(mention.iri, {}).get(self.lexicon.language)
            if full and self.lexicon.name_shape == "capitals":
                # "The Fund", where the article only says "the IMF".
                self.name(mention.iri, full, mention.kind)
        self.note(record, mention.span)

    def note(self, record: EntityRecord, span: Span) -> None:
        """Note that an entity is named at a place."""
        if span not in record.mentions:
            record.mentions.append(span)
            self.namings.add(record.iri, span)

    def hold(self, office: str, owner: str, person: str) -> None:
        """Note who holds an office of a state or body from now on."""
        self._held[self.holders.get((office, owner), "")].discard((office, owner))
        self.holders[office, owner] = person
        self._held[person].add((office, owner))

    def _names_state(self, span: Span, state: str) -> bool:
        """Tell whether the words of a name contain a name or a demonym of a state."""
        for word in re.findall(r"\w+", self.document.text[span.start : span.end]):
            for analysis in self.lexicon.analyses(word):
                if any(entry.iri == state for entry in self.lexicon.entries.get(analysis.stem, ())):
                    return True
        return False


@lru_cache(maxsize=8)
def holders(lexicon: Lexicon) -> dict[str, str]:
    """Return the state or body in which the graph knows a person to hold or have held a post."""
    found: dict[str, str] = {}
    for facts in lexicon.facts.values():
        for person in facts.get(DD + "tenureHolder", ()):
            for post in facts.get(DD + "tenurePost", ()):
                owner = lexicon.value(post, DD + "headPostOf") or lexicon.value(post, DD + "postIn")
                found[person] = min(owner, found.get(person, owner)) if owner else found.get(person, "")
    return found


def _fewest_peeled(mentions: list[Mention]) -> list[Mention]:
    """Where one span can be read whole or with letters peeled off, keep the whole reading."""
    if not any(mention.cues for mention in mentions):
        return mentions
    best: dict[tuple[int, int], int] = {}
    for mention in mentions:
        key = (mention.first, mention.last)
        best[key] = min(best.get(key, 99), len(mention.cues))
    return [mention for mention in mentions if len(mention.cues) == best[mention.first, mention.last]]


def _without_overlap(mentions: list[Mention]) -> list[Mention]:
    """Keep the longest of mentions that share words; of equal ones a person before a body, a state before a place."""
    ranked = sorted(
        mentions, key=lambda m: (-(m.last - m.first), _PRIORITY.get(m.kind, 9), m.form == "demonym", m.first, m.iri)
    )
    kept: list[Mention] = []
    for mention in ranked:
        if not any(overlap(mention, other) for other in kept):
            kept.append(mention)
    return sorted(kept, key=lambda mention: mention.first)
