"""Who and what an article names: entities of the graph, and bodies and persons composed from head words and names."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field, replace

from dadiplo.documents import slug
from dadiplo.folding import words_of
from dadiplo.lexicon import CUE, Lexicon
from dadiplo.model import Document, Mention, Sentence, Span
from dadiplo.resources import DD, ID, PREFIXES, VOCAB

ENTITY_KINDS = ("state", "organization", "person", "place")
_PRIORITY = {"person": 0, "organization": 1, "place": 2, "state": 3}
_OFFICIAL = VOCAB + "office/official"
_QUOTES = '"“”„«»‘’‹›'
_MODIFIERS = 5
_NAME_WORDS = 4


@dataclass
class EntityRecord:
    """What an article tells of one entity."""

    iri: str
    type: str
    mentions: list[Span] = field(default_factory=list)
    labels: dict[str, str] = field(default_factory=dict)
    facts: set[tuple[str, str]] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class Title:
    """An office named with (or instead of) its holder: the office, whose it is, and the words that say so."""

    span: Span
    first: int
    last: int
    office: str
    owner: str
    holder: str


@dataclass
class SentenceMentions:
    """The mentions of one sentence: entities without overlap, all other words of the lexicon, and titles."""

    sentence: Sentence
    entities: list[Mention]
    words: list[Mention]
    titles: list[Title]
    quotes: list[Span]

    def all(self) -> list[Mention]:
        """Return entities and words in the order of the text."""
        return sorted([*self.entities, *self.words], key=lambda mention: (mention.first, mention.last))


class MentionFinder:
    """Reads the mentions of one article; later sentences know the names of the earlier ones."""

    def __init__(self, document: Document, lexicon: Lexicon) -> None:
        self.document = document
        self.lexicon = lexicon
        self.records: dict[str, EntityRecord] = {}
        self.holders: dict[tuple[str, str], str] = {}
        self.renamed: dict[str, str] = {}
        self._unique = _bodies_by_kind(lexicon)
        self._names: dict[str, list[tuple[str, ...]]] = defaultdict(list)
        for entries in lexicon.entries.values():
            for entry in entries:
                if entry.kind in ("organization", "person"):
                    self._names[entry.iri].append(entry.words)

    def read(self, sentence: Sentence) -> SentenceMentions:
        """Return the mentions of the next sentence."""
        found = _fewest_peeled(self.lexicon.find(sentence))
        quotes = quote_spans(self.document.text, sentence.span)
        entities = _without_overlap([mention for mention in found if mention.kind in ENTITY_KINDS])
        words = [mention for mention in found if mention.kind not in ENTITY_KINDS]
        for mention in entities:
            if mention.kind == "organization":
                self._record(mention)
        entities = self._bodies(sentence, entities, words, quotes)
        entities = self._short_names(sentence, entities, words)
        entities, titles = self._titles(sentence, entities, words)
        entities = self._places(entities, words)
        entities = _without_overlap(entities)
        words = [word for word in words if not _inside_any(word, entities)]
        for mention in entities:
            self._record(mention)
        return SentenceMentions(sentence, entities, words, titles, quotes)

    # -- bodies ------------------------------------------------------------------------------------------

    def _bodies(
        self, sentence: Sentence, entities: list[Mention], words: list[Mention], quotes: list[Span]
    ) -> list[Mention]:
        """Compose bodies from a head word ("ministry of finance", "authority") and a state or a quoted name."""
        result = list(entities)
        for head in [word for word in words if word.kind == "body-kind"]:
            if _inside_any(head, [mention for mention in result if mention.kind == "organization"]):
                continue
            body = self._quoted_body(sentence, head, quotes) or self._body_of_state(sentence, head, result, words)
            if body:
                result = [mention for mention in result if not _overlap(mention, body)] + [body]
        return sorted(result, key=lambda mention: mention.first)

    def _quoted_body(self, sentence: Sentence, head: Mention, quotes: list[Span]) -> Mention | None:
        for quote in quotes:
            inside = [i for i, word in enumerate(sentence.words) if word.span in quote]
            if inside and inside[0] <= head.first <= inside[-1] and len(inside) <= 8:
                span = Span(sentence.words[inside[0]].span.start, sentence.words[inside[-1]].span.end)
                return self._body(head, span, inside[0], inside[-1], "")
        return None

    def _body_of_state(
        self, sentence: Sentence, head: Mention, entities: list[Mention], words: list[Mention]
    ) -> Mention | None:
        states = [mention for mention in entities if mention.kind == "state"]
        right = [state for state in states if state.first > head.last]
        left = [state for state in states if state.last < head.first]
        if right and self._modifiers_only(sentence, head.last + 1, right[0].first, words):
            state = right[0]
            return self._body(head, Span(head.span.start, state.span.end), head.first, state.last, state.iri)
        if left and self._modifiers_only(sentence, left[-1].last + 1, head.first, words):
            state = left[-1]
            return self._body(head, Span(state.span.start, head.span.end), state.first, head.last, state.iri)
        return None

    def _modifiers_only(self, sentence: Sentence, start: int, end: int, words: list[Mention]) -> bool:
        """Tell whether the words between a head word and a state can belong to one name."""
        if end - start > _MODIFIERS:
            return False
        # The preposition or genitive that joins the state to the head is part of the name.
        joining = {CUE + "of", CUE + "in"}
        for index in range(start, end + 1):
            if index < len(sentence.words) and re.search(r"[^\s'’\-]", sentence.words[index].before):
                return False
        for mention in words:
            if start <= mention.first < end:
                if mention.kind == "cue" and mention.iri not in joining:
                    return False
                if mention.kind == "trigger" and mention.form in ("verb", "passive"):
                    return False
        return all(
            index == start
            or not any(analysis.cues for analysis in self.lexicon.analyses(sentence.words[index].text)[:1])
            for index in range(start, end)
        )

    def _body(self, head: Mention, span: Span, first: int, last: int, state: str) -> Mention | None:
        """Return the body that a head word, its modifiers and a state name: a known, an earlier or a new one."""
        kind = head.iri
        name = self.document.text[span.start : span.end]
        earlier = self._earlier_body(head, state)
        iri = earlier or self._unique.get((state, kind), "")
        if not iri:
            if not state and span == head.span and kind.rsplit("/", 1)[-1] in ("agency", "regulator", "company"):
                return None
            country = self.lexicon.value(state, DD + "isoAlpha3").lower() if state else ""
            standard = self._is_standard(kind)
            local = kind.rsplit("/", 1)[-1] if state and standard else slug(name)
            iri = f"{ID}org/{country}-{local}" if country else f"{ID}org/{local}"
            if iri not in self.records:
                record = self.records[iri] = EntityRecord(iri, DD + ("PublicBody" if state else "Organization"))
                record.facts.add((DD + "bodyKind", kind))
                if state:
                    record.facts.add((DD + "actsFor", state))
                record.labels = self._labels(kind, state) if state and standard else {self.document.language: name}
                self._names[iri].append(tuple(words_of(name)))
        return Mention(span, first, last, iri, "organization", "word", head.cues, head.definite)

    def _is_standard(self, kind: str) -> bool:
        """Tell whether a state has at most one body of the kind, so that kind and state name it."""
        return self.lexicon.value(kind, DD + "onePerState") == "true"

    def _labels(self, kind: str, state: str) -> dict[str, str]:
        kinds, states = self.lexicon.labels.get(kind, {}), self.lexicon.labels.get(state, {})
        return {tag: f"{titled(kinds[tag], tag)} ({states[tag]})" for tag in kinds if tag in states}

    def _earlier_body(self, head: Mention, state: str) -> str:
        """Return the body named before that a shorter form ("the Pakistani council") points back to."""
        head_words = {word for entry in self._entries(head) for word in entry}
        for iri, record in reversed(self.records.items()):
            if not self.lexicon.is_a(iri, DD + "Organization") and record.type not in (
                DD + "PublicBody", DD + "Organization",
            ):  # fmt: skip
                continue
            owner = self.lexicon.value(iri, DD + "actsFor") or next(
                (value for prop, value in record.facts if prop == DD + "actsFor"), ""
            )
            if state and owner != state:
                continue
            if any(head_words & set(name) for name in self._names[iri]):
                return iri
        return ""

    def _entries(self, mention: Mention) -> list[tuple[str, ...]]:
        text = self.document.text[mention.span.start : mention.span.end]
        return [tuple(min((a.stem for a in self.lexicon.analyses(word)), key=len) for word in text.split())]

    # -- persons -----------------------------------------------------------------------------------------

    def _short_names(self, sentence: Sentence, entities: list[Mention], words: list[Mention]) -> list[Mention]:
        """Find the last names of persons that the article has named in full."""
        result = list(entities)
        for iri, record in self.records.items():
            if record.type != DD + "Person":
                continue
            last_names = {name[-1] for name in self._names[iri] if len(name) > 1 and len(name[-1]) > 2}
            for index, word in enumerate(sentence.words):
                if any(mention.first <= index <= mention.last for mention in [*result, *words]):
                    continue
                stems = [analysis for analysis in self.lexicon.analyses(word.text) if analysis.stem in last_names]
                if stems:
                    span = Span(word.span.start + stems[0].skip, word.span.end)
                    result.append(Mention(span, index, index, iri, "person", "word", stems[0].cues))
        return sorted(result, key=lambda mention: mention.first)

    def _titles(
        self, sentence: Sentence, entities: list[Mention], words: list[Mention]
    ) -> tuple[list[Mention], list[Title]]:
        """Join offices with the state or body they belong to and with the person who holds them."""
        result = list(entities)
        titles = []
        for office in [word for word in words if word.kind == "office"]:
            if _inside_any(office, result):
                continue
            owner, last = self._owner(sentence, office, result)
            person = next((m for m in result if m.kind == "person" and m.first == last + 1), None)
            if person is None:
                person = self._new_person(sentence, last + 1, office, result, words)
                if person:
                    result.append(person)
            if person and person.first == last + 1:
                # The proclitics of the title govern the name behind it: "with President X".
                index = result.index(person)
                person = result[index] = replace(person, cues=person.cues or office.cues)
                end = person.last
            else:
                person, end = None, last
            span = Span(office.span.start, sentence.words[end].span.end)
            known = self.holders.get((office.iri, owner), "") if owner else ""
            if person is None and office.iri == _OFFICIAL and owner:
                known = self._unplaced_person(result, office, owner)
            if person is None and known:
                person = Mention(span, office.first, last, known, "person", "word", office.cues, office.definite)
                result.append(person)
            if owner and person:
                if office.iri != _OFFICIAL:
                    self.holders[office.iri, owner] = person.iri
                for mention in [m for m in result if m.iri == owner and office.last < m.first <= last]:
                    result.remove(mention)
                    self._record(mention)
            titles.append(Title(span, office.first, end, office.iri, owner, person.iri if person else ""))
        return sorted(result, key=lambda mention: mention.first), titles

    def _unplaced_person(self, entities: list[Mention], office: Mention, state: str) -> str:
        """Return the person named before in the sentence whom "a Pakistani official" describes."""
        for mention in reversed(entities):
            if mention.kind == "person" and mention.last < office.first and self.state_of(mention.iri) in ("", state):
                self._record(mention)
                self.records[mention.iri].facts.add((DD + "affiliatedWith", state))
                return mention.iri
        return ""

    def _owner(self, sentence: Sentence, office: Mention, entities: list[Mention]) -> tuple[str, int]:
        """Return the state or body that directly follows an office, and the last word of it."""
        for mention in entities:
            adjacent = mention.first == office.last + 1 and not re.search(
                r"[^\s'’]", sentence.words[mention.first].before.translate({ord(q): None for q in _QUOTES})
            )
            if adjacent and mention.kind in ("state", "organization"):
                return mention.iri, mention.last
        return "", office.last

    def _new_person(
        self, sentence: Sentence, start: int, office: Mention, entities: list[Mention], words: list[Mention]
    ) -> Mention | None:
        """Read an unknown name behind a title: words that the lexicon does not know, up to the next mark."""
        if office.iri == _OFFICIAL:
            return None
        end = start
        taken = {i for mention in [*entities, *words] for i in range(mention.first, mention.last + 1)}
        while end < len(sentence.words) and end - start < _NAME_WORDS and end not in taken:
            word = sentence.words[end]
            if (not re.fullmatch(r"[ \u00a0]*", word.before) and end > start) or not re.fullmatch(r"\s*", word.before):
                break
            latin = word.text[0].isascii()
            if latin and not word.text[0].isupper():
                break
            end += 1
        if end - start < 2:
            return None
        span = Span(sentence.words[start].span.start, sentence.words[end - 1].span.end)
        name = self.document.text[span.start : span.end]
        iri = f"{ID}person/{slug(name)}"
        if iri not in self.records:
            self.records[iri] = EntityRecord(iri, DD + "Person", labels={self.document.language: name})
            self._names[iri].append(tuple(words_of(name)))
        return Mention(span, start, end - 1, iri, "person", "word")

    # -- what later stages ask or add --------------------------------------------------------------------

    def name_outlet(self, span: Span) -> EntityRecord:
        """Return the record of a news outlet that an article cites and the graph does not know."""
        name = self.document.text[span.start : span.end]
        iri = f"{ID}org/{slug(name)}"
        record = self.records.setdefault(iri, EntityRecord(iri, DD + "MediaOrganization"))
        record.labels.setdefault(self.document.language, name)
        record.mentions.append(span)
        return record

    def place_body(self, body: str, state: str) -> str:
        """Record that a body named without its state belongs to a state, and return its IRI from now on."""
        if self.state_of(body):
            return body
        record = self.records.pop(body)
        kind = next((value for prop, value in record.facts if prop == DD + "bodyKind"), "")
        country = self.lexicon.value(state, DD + "isoAlpha3").lower()
        if self._is_standard(kind):
            record.iri = self._unique.get((state, kind)) or f"{ID}org/{country}-{kind.rsplit('/', 1)[-1]}"
            record.labels = {**self._labels(kind, state), **record.labels}
        else:
            record.iri = f"{ID}org/{country}-{body.rsplit('/', 1)[-1]}"
        record.type = DD + "PublicBody"
        record.facts.add((DD + "actsFor", state))
        self.records[record.iri] = record
        self._names[record.iri] = self._names[body]
        self.renamed[body] = record.iri
        return record.iri

    def state_of(self, iri: str) -> str:
        """Return the state that an agent is, acts for or holds a post in, as far as it is known."""
        if iri.startswith(ID + "state/"):
            return iri
        known = self.lexicon.value(iri, DD + "actsFor")
        if known:
            return known
        record = self.records.get(iri)
        for wanted in ("actsFor", "affiliatedWith"):
            for prop, value in sorted(record.facts) if record else ():
                if prop == DD + wanted:
                    return value
        for (_, owner), holder in sorted(self.holders.items()):
            if holder == iri and owner:
                return self.state_of(owner)
        return ""

    # -- places and records ------------------------------------------------------------------------------

    def _places(self, entities: list[Mention], words: list[Mention]) -> list[Mention]:
        """Read "the capital X" as naming the capital of its state."""
        for index, mention in enumerate(entities):
            before = next((w for w in words if w.iri == CUE + "capital" and w.last == mention.first - 1), None)
            if mention.kind == "place" and before and self.lexicon.value(mention.iri, DD + "capitalOf"):
                entities[index] = replace(
                    mention,
                    span=Span(before.span.start, mention.span.end),
                    first=before.first,
                    cues=before.cues,
                )
                record = self.records.setdefault(mention.iri, EntityRecord(mention.iri, DD + "Place"))
                record.facts.add((DD + "capitalOf", self.lexicon.value(mention.iri, DD + "capitalOf")))
        return entities

    def _record(self, mention: Mention) -> None:
        record = self.records.get(mention.iri)
        if record is None:
            declared = sorted(
                cls for cls in self.lexicon.values(mention.iri, PREFIXES["rdf"] + "type") if cls.startswith(DD)
            )
            record = self.records[mention.iri] = EntityRecord(mention.iri, declared[0] if declared else DD + "Agent")
            state = self.lexicon.value(mention.iri, DD + "actsFor")
            if state and mention.kind == "organization" and self._names_state(mention.span, state):
                record.facts.add((DD + "actsFor", state))
        if mention.span not in record.mentions:
            record.mentions.append(mention.span)

    def _names_state(self, span: Span, state: str) -> bool:
        """Tell whether the words of a name contain a name or a demonym of a state."""
        for word in re.findall(r"\w+", self.document.text[span.start : span.end]):
            for analysis in self.lexicon.analyses(word):
                if any(entry.iri == state for entry in self.lexicon.entries.get(analysis.stem, ())):
                    return True
        return False


def titled(text: str, language: str) -> str:
    """Return a label as the name of one thing: in title case in English, with a capital in Spanish."""
    if language == "en":
        return " ".join(
            word if word in ("of", "and", "for", "or") else word[:1].upper() + word[1:] for word in text.split()
        )
    return text[:1].upper() + text[1:]


def quote_spans(text: str, span: Span) -> list[Span]:
    """Return what stands between quotation marks; which mark opens is told by order, not by its shape."""
    marks = []
    for found in re.finditer(f"[{_QUOTES}]", text[span.start : span.end]):
        at = span.start + found.start()
        before = text[at - 1] if at > span.start else " "
        after = text[at + 1] if at + 1 < span.end else " "
        if found[0] in "'’‘" and before.isalnum() and after.isalnum():
            continue
        marks.append(at)
    return [Span(opening + 1, closing) for opening, closing in zip(marks[::2], marks[1::2], strict=False)]


def _bodies_by_kind(lexicon: Lexicon) -> dict[tuple[str, str], str]:
    """Return the known body for each state and kind of which the state has one."""
    result: dict[tuple[str, str], list[str]] = defaultdict(list)
    for subject, facts in lexicon.facts.items():
        for state in facts.get(DD + "actsFor", ()):
            for kind in facts.get(DD + "bodyKind", ()):
                result[state, kind].append(subject)
    return {
        key: bodies[0]
        for key, bodies in result.items()
        if len(bodies) == 1 and lexicon.value(key[1], DD + "onePerState") == "true"
    }


def _fewest_peeled(mentions: list[Mention]) -> list[Mention]:
    """Where one span can be read whole or with letters peeled off, keep the whole reading."""
    best: dict[tuple[int, int], int] = {}
    for mention in mentions:
        key = (mention.first, mention.last)
        best[key] = min(best.get(key, 99), len(mention.cues))
    return [mention for mention in mentions if len(mention.cues) == best[mention.first, mention.last]]


def _overlap(one: Mention, other: Mention) -> bool:
    return one.first <= other.last and other.first <= one.last


def _inside_any(mention: Mention, others: list[Mention]) -> bool:
    return any(other.first <= mention.first and mention.last <= other.last for other in others)


def _without_overlap(mentions: list[Mention]) -> list[Mention]:
    """Keep the longest of mentions that share words; of equal length a person before a body before a state."""
    ranked = sorted(mentions, key=lambda m: (-(m.last - m.first), _PRIORITY.get(m.kind, 9), m.first, m.iri))
    kept: list[Mention] = []
    for mention in ranked:
        if not any(_overlap(mention, other) for other in kept):
            kept.append(mention)
    return sorted(kept, key=lambda mention: mention.first)
