"""The lexicon of one language: labels of the graph, looked up in words whatever their spelling or prefixes.

A label is found if its words, folded, stand one after another in the text. Folding removes what spelling
varies in (case, accents, short vowels, forms of hamza, Arabic or Urdu letters for the same sound); letters
written joined to a word (Arabic "and", "with", "the") are labels themselves and are peeled off.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from dadiplo.folding import fold, words_of
from dadiplo.model import Mention, Sentence, Span, Word
from dadiplo.resources import DD, ID, PREFIXES, VOCAB
from dadiplo.store import IRI, Literal, Quad

_SKOS = PREFIXES["skos"]
_FORMS = {
    _SKOS + "prefLabel": "word",
    _SKOS + "altLabel": "word",
    _SKOS + "hiddenLabel": "word",
    DD + "verbForm": "verb",
    DD + "passiveForm": "passive",
    DD + "nounForm": "noun",
    DD + "demonym": "demonym",
}
_KINDS = {"state": "state", "org": "organization", "person": "person", "place": "place", "asset": "asset"}
_WRITTEN_WITH_CAPITAL = {*_KINDS.values(), "month", "weekday"} - {"asset"}
#: What may stand between the words of one name.
_JOINT = re.compile(r"[ \t\u00a0]*[-‐‑'’&/]?[ \t\u00a0]*")
_POINT = re.compile(r"\.[ \t\u00a0]?")

CUE = VOCAB + "cue/"
POSSESSIVE = CUE + "possessive"
_GOVERNS = {CUE + "with", CUE + "as"}
_DAYS_INSIDE = {CUE + "today", CUE + "yesterday"}


@dataclass(frozen=True, slots=True)
class Entry:
    """A label: the words it consists of, and what it stands for."""

    words: tuple[str, ...]
    iri: str
    kind: str
    form: str
    #: The label has the article of its own: "the Sudan", but not "the Mali" (where the word means "financial").
    definite: bool = False
    #: How the text must write the first word: "" as it likes, "A" with a capital ("May"), "AA" all in capitals ("US").
    capitals: str = ""


@dataclass(frozen=True, slots=True)
class Analysis:
    """One way to read a word: what is left of it, how many letters were peeled off, and their meanings."""

    stem: str
    skip: int
    cues: tuple[str, ...]
    definite: bool
    #: A joined pronoun was taken off; cues are not read in such words ("in it" governs no other noun).
    possessive: bool = False


@dataclass(slots=True)
class Node:
    """A place in the tree of labels: the words that go on from there, and the labels that end there."""

    children: dict[str, Node] = field(default_factory=dict)
    entries: list[Entry] = field(default_factory=list)


@dataclass(eq=False)
class Lexicon:
    """All labels of a language, by their first word."""

    language: str
    order: str = "SVO"
    #: How names of bodies are built: ``capitals``, ``head-first`` or ``head-last``.
    name_shape: str = "capitals"
    #: Whether a verb without a doer goes on with the one before ("Viaja a …").
    drops_pronouns: bool = False
    entries: dict[str, list[Entry]] = field(default_factory=lambda: defaultdict(list))
    trie: dict[str, Node] = field(default_factory=dict)
    proclitics: list[tuple[str, str]] = field(default_factory=list)
    enclitics: list[tuple[str, str]] = field(default_factory=list)
    #: Endings of verbs that have the meaning of a cue: (cue, letters).
    endings: list[tuple[str, str]] = field(default_factory=list)
    #: Endings of verbs in the present and in the past tense: (cue, letters).
    tenses: list[tuple[str, str]] = field(default_factory=list)
    #: Words that can stand inside a verb of several words: adverbs, and "not" where verbs come last.
    inserted: set[str] = field(default_factory=set)
    #: Words that are parts of names in just this spelling ("علي", which folds like a preposition).
    exact_names: set[str] = field(default_factory=set)
    #: The commonest words of the language, folded: never a name.
    common: set[str] = field(default_factory=set)
    types: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    facts: dict[str, dict[str, set[str]]] = field(default_factory=lambda: defaultdict(lambda: defaultdict(set)))
    labels: dict[str, dict[str, str]] = field(default_factory=lambda: defaultdict(dict))
    _cache: dict[str, tuple[Analysis, ...]] = field(default_factory=dict)
    _cues: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def is_common(self, word: str) -> bool:
        """Tell whether a word is one of the commonest of the language."""
        return fold(word) in self.common

    def value(self, subject: str, predicate: str) -> str:
        """Return the first value of a property in sorted order, or an empty string."""
        return min(self.facts[subject].get(predicate, ()), default="") if subject in self.facts else ""

    def values(self, subject: str, predicate: str) -> set[str]:
        """Return all values of a property."""
        return self.facts[subject].get(predicate, set()) if subject in self.facts else set()

    def is_a(self, subject: str, *classes: str) -> bool:
        """Tell whether an entity has one of the classes or a subclass of one."""
        return any(cls in self.types.get(subject, ()) for cls in classes)

    def superclasses(self, cls: str) -> tuple[str, ...]:
        """Return a class and the classes above it, nearest first."""
        found = [cls]
        for item in found:
            found += sorted(self.values(item, PREFIXES["rdfs"] + "subClassOf") - set(found))
        return tuple(found)

    def analyses(self, word: str) -> tuple[Analysis, ...]:
        """Return the readings of a word, the one with the fewest letters peeled off first."""
        found = self._cache.get(word)
        if found is None:
            found = self._cache[word] = tuple(self._analyse(word))
        return found

    def cues_of(self, word: str) -> tuple[str, ...]:
        """Return the cues that a word is by itself, also where it stands inside a longer label."""
        found = self._cues.get(word)
        if found is None:
            entries = (entry for analysis in self.analyses(word) for entry in self.entries.get(analysis.stem, ()))
            cues = (entry.iri for entry in entries if entry.kind == "cue" and len(entry.words) == 1)
            found = self._cues[word] = tuple(dict.fromkeys(cues))
        return found

    def find(self, sentence: Sentence, kinds: Collection[str] = ()) -> list[Mention]:
        """Return all longest matches in a sentence, in order; two labels of one span give two mentions.

        With ``kinds`` only these kinds of mention are looked for, also inside longer names.
        """
        words = sentence.words
        readings = [self.analyses(word.text) for word in words]
        stems = [{reading.stem for reading in options} for options in readings]
        joined = [False] + [_joined(left.text, right.before) for left, right in pairwise(words)]
        result: list[Mention] = []
        for first in range(len(words)):
            seen: set[tuple[str, str, int]] = set()
            for reading in readings[first]:
                node = self.trie.get(reading.stem)
                for entry, last in self._matches(node, first, joined, stems) if node else ():
                    if (kinds and entry.kind not in kinds) or (entry.iri, entry.form, last) in seen:
                        continue
                    if not _fits(entry, reading) or not _capitals_fit(entry.capitals, words[first].text):
                        continue
                    seen.add((entry.iri, entry.form, last))
                    result.append(_mention(words, first, last, entry, reading))
        return _longest(result)

    def _matches(
        self, node: Node, first: int, joined: list[bool], stems: list[set[str]]
    ) -> Iterator[tuple[Entry, int]]:
        """Yield the labels that begin at a word whose node is given, each with its last word.

        An adverb may stand inside a verb of several words, where verbs come last "not" as well.
        """
        open_nodes = [(node, first, False)]
        while open_nodes:
            node, at, parted = open_nodes.pop()
            for entry in node.entries:
                if not (parted and entry.form == "word"):
                    yield entry, at
            if not node.children or at + 1 >= len(stems) or not joined[at + 1]:
                continue
            open_nodes += [(node.children[stem], at + 1, parted) for stem in stems[at + 1] if stem in node.children]
            inside = not parted and at + 2 < len(stems) and stems[at + 1] & self.inserted
            if inside and joined[at + 2]:
                open_nodes += [(node.children[stem], at + 2, True) for stem in stems[at + 2] if stem in node.children]

    def index(self) -> None:
        """Arrange the labels by their words, so that all that begin at a word are found in one walk."""
        for entries in self.entries.values():
            for entry in entries:
                node = self.trie.setdefault(entry.words[0], Node())
                for word in entry.words[1:]:
                    node = node.children.setdefault(word, Node())
                node.entries.append(entry)

    def _analyse(self, word: str) -> Iterable[Analysis]:
        whole = fold(word)
        options: list[tuple[str, tuple[str, ...], bool]] = [(whole, (), False)]
        for stem, cues, definite in options:
            for letters, cue in self.proclitics:
                if cue in cues or definite or not stem.startswith(letters) or len(stem) - len(letters) < 2:
                    continue
                option = (stem[len(letters) :], (*cues, cue), cue == CUE + "definite" or len(letters) > 1)
                if option not in options:
                    options.append(option)
        seen = set()
        for stem, cues, definite in options:
            meanings = tuple(cue for cue in cues if cue != CUE + "definite")
            skip = _raw_length(word, len(whole) - len(stem)) if cues else 0
            article = _raw_length(word, len(whole) - len(stem)) if definite else 0
            # The article belongs to the name it stands before; conjunctions and prepositions do not.
            shown = skip
            if definite:
                shown = _raw_length(word, len(whole) - len(stem) - 2) if article else skip
            endings = self._endings(stem) if not definite and not word.endswith("ة") else [(stem, False)]
            for rest, possessive in endings:
                if (rest, definite) not in seen:
                    seen.add((rest, definite))
                    yield Analysis(rest, shown, meanings, definite, possessive)

    def _endings(self, stem: str) -> Iterable[tuple[str, bool]]:
        """Yield what is left of a word without its ending, and whether the ending was a pronoun."""
        yield stem, False
        for letters, cue in self.enclitics:
            if stem.endswith(letters) and len(stem) - len(letters) >= 3:
                rest = stem[: -len(letters)]
                yield rest, cue == POSSESSIVE
                if rest.endswith("ت"):
                    # Arabic ta marbuta is written as an open ta before a pronoun.
                    yield rest[:-1] + "ه", cue == POSSESSIVE


def build_lexicon(quads: Iterable[Quad], language: str) -> Lexicon:
    """Return the lexicon of a language from the ontology, the vocabularies, the word lists and the entities."""
    lexicon = Lexicon(language)
    triples = [
        (quad.subject.value, quad.predicate.value, quad.object) for quad in quads if isinstance(quad.subject, IRI)
    ]
    read_schemes = set()
    for subject, predicate, obj in triples:
        if isinstance(obj, IRI):
            lexicon.facts[subject][predicate].add(obj.value)
        elif isinstance(obj, Literal):
            if obj.language and predicate in (_SKOS + "prefLabel", PREFIXES["rdfs"] + "label"):
                lexicon.labels[subject][obj.language] = obj.value
            elif not obj.language or predicate == DD + "everydayWord":
                lexicon.facts[subject][predicate].add(obj.value)
            if predicate == DD + "readInTexts" and obj.value == "true":
                read_schemes.add(subject.removeprefix(VOCAB))
            if predicate == DD + "commonWord" and obj.language == language:
                lexicon.common.add(fold(obj.value))
            if predicate == DD + "exactForm" and obj.language == language:
                lexicon.exact_names.add(obj.value)
            if predicate == DD + "wordEnding" and obj.language == language:
                tense = subject in (CUE + "present", CUE + "past")
                (lexicon.tenses if tense else lexicon.endings).append((subject, obj.value))
            if predicate == DD + "proclitic" and obj.language == language:
                lexicon.proclitics.append((fold(obj.value), subject))
            if predicate == DD + "enclitic" and obj.language == language:
                lexicon.enclitics.append((fold(obj.value), subject))
    lexicon.proclitics.sort(key=lambda item: (-len(item[0]), item))
    lexicon.enclitics.sort(key=lambda item: (-len(item[0]), item))
    lexicon.order = lexicon.value(f"{VOCAB}language/{language}", DD + "wordOrder") or lexicon.order
    shape = lexicon.value(f"{VOCAB}language/{language}", DD + "nameShape")
    lexicon.drops_pronouns = lexicon.value(f"{VOCAB}language/{language}", DD + "dropsPronouns") == "true"
    lexicon.name_shape = shape or lexicon.name_shape
    for subject in {subject for subject, predicate, _ in triples if predicate == PREFIXES["rdf"] + "type"}:
        for cls in lexicon.facts[subject].get(PREFIXES["rdf"] + "type", set()):
            lexicon.types[subject].update(lexicon.superclasses(cls))
    article = {letters for letters, cue in lexicon.proclitics if cue == CUE + "definite"}
    for subject, predicate, obj in triples:
        form = _FORMS.get(predicate)
        if form is None or not isinstance(obj, Literal):
            continue
        kind = _kind(subject)
        named = subject.startswith(ID)
        if not kind or not (obj.language == language or (named and obj.language in ("en", None))):
            continue
        if predicate == _SKOS + "prefLabel" and not named and kind not in read_schemes:
            continue
        if form == "demonym" and obj.language != language:
            # "German" is a given name in Spanish.
            continue
        raw = words_of(obj.value)
        words = tuple(_without(word, article) for word in raw)
        entry = Entry(words, subject, kind, form, bool(words) and words[0] != raw[0], _capitals(obj.value, kind))
        if words and entry not in lexicon.entries[words[0]]:
            lexicon.entries[words[0]].append(entry)
            inside = subject == CUE + "inserted" or (subject == CUE + "negation" and lexicon.order == "SOV")
            if inside and len(words) == 1:
                lexicon.inserted.add(words[0])
    for entries in lexicon.entries.values():
        entries.sort(key=lambda entry: (-len(entry.words), entry.kind, entry.iri, entry.form))
    lexicon.index()
    return lexicon


def _capitals(label: str, kind: str) -> str:
    """Return what the capitals of a label ask of a text: abbreviations are written in capitals, names with one."""
    first = label.split(maxsplit=1)[0] if label.strip() else ""
    letters = [char for char in first if char.isalpha()]
    if not letters or not letters[0].isupper():
        return ""
    if len(letters) > 1 and all(char.isupper() for char in letters) and label == first:
        return "AA"
    return "A" if kind in _WRITTEN_WITH_CAPITAL else ""


def _capitals_fit(wanted: str, word: str) -> bool:
    if not wanted:
        return True
    return word.isupper() if wanted == "AA" else word[:1].isupper()


def _kind(iri: str) -> str:
    if iri.startswith(ID):
        return _KINDS.get(iri[len(ID) :].split("/", 1)[0], "")
    if iri.startswith(VOCAB):
        return iri[len(VOCAB) :].split("/", 1)[0]
    return ""


def _without(word: str, articles: set[str]) -> str:
    for article in articles:
        if word.startswith(article) and len(word) - len(article) >= 2:
            return word[len(article) :]
    return word


def _raw_length(word: str, folded: int) -> int:
    """Return how many characters of the raw word make up its first ``folded`` folded letters."""
    for length in range(len(word) + 1):
        if len(fold(word[:length])) >= folded:
            while length < len(word) and folded and not fold(word[length]):
                length += 1
            return length
    return len(word)


def _joined(word: str, between: str) -> bool:
    """Tell whether two words can belong to one name; a point may stand between initials only."""
    return bool(_JOINT.fullmatch(between) or (len(word) <= 2 and _POINT.fullmatch(between)))


def _fits(entry: Entry, reading: Analysis) -> bool:
    """Tell whether a label may be read in a word with an article or a shortened ending."""
    if reading.possessive and (entry.kind == "cue" or entry.kind in _KINDS.values()):
        return entry.form == "demonym"
    if entry.form in ("verb", "passive") and _GOVERNS & set(reading.cues):
        # No preposition is joined to a verb.
        return False
    bare = entry.definite and not reading.definite and len(entry.words) == 1 and entry.form != "demonym"
    if bare and entry.kind in ("cue", "weekday", "state", "place"):
        # "Sunday" and "one" differ by the article alone.
        return False
    named = entry.kind in ("state", "place") and entry.form != "demonym"
    return not (named and reading.definite and not entry.definite)


def _mention(words: tuple[Word, ...], first: int, last: int, entry: Entry, reading: Analysis) -> Mention:
    span = Span(words[first].span.start + reading.skip, words[last].span.end)
    return Mention(span, first, last, entry.iri, entry.kind, entry.form, reading.cues, reading.definite)


def _longest(mentions: list[Mention]) -> list[Mention]:
    """Drop matches that lie inside a longer one; a time inside a verb remains ("gave today its consent")."""
    kept = [
        mention
        for mention in mentions
        if mention.iri in _DAYS_INSIDE
        or not any(
            other.first <= mention.first
            and mention.last <= other.last
            and other.last - other.first > mention.last - mention.first
            for other in mentions
        )
    ]
    return sorted(kept, key=lambda mention: (mention.first, mention.last, mention.kind, mention.iri, mention.form))
