"""The lexicon of one language: labels of the graph, looked up in words whatever their spelling or prefixes.

A label is found if its words, folded, stand one after another in the text. Folding removes what spelling
varies in (case, accents, short vowels, forms of hamza, Arabic or Urdu letters for the same sound); letters
written joined to a word (Arabic "and", "with", "the") are labels themselves and are peeled off.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable
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
#: What may stand between the words of one name.
_JOINT = re.compile(r"[ \t\u00a0]*[-‐‑'’&/]?[ \t\u00a0]*")
_POINT = re.compile(r"\.[ \t\u00a0]?")

CUE = VOCAB + "cue/"
POSSESSIVE = CUE + "possessive"


@dataclass(frozen=True, slots=True)
class Entry:
    """A label: the words it consists of, and what it stands for."""

    words: tuple[str, ...]
    iri: str
    kind: str
    form: str
    #: The label has the article of its own: "the Sudan", but not "the Mali" (where the word means "financial").
    definite: bool = False


@dataclass(frozen=True, slots=True)
class Analysis:
    """One way to read a word: what is left of it, how many letters were peeled off, and their meanings."""

    stem: str
    skip: int
    cues: tuple[str, ...]
    definite: bool
    #: A joined pronoun was taken off; cues are not read in such words ("in it" governs no other noun).
    possessive: bool = False


@dataclass
class Lexicon:
    """All labels of a language, by their first word."""

    language: str
    order: str = "SVO"
    entries: dict[str, list[Entry]] = field(default_factory=lambda: defaultdict(list))
    proclitics: list[tuple[str, str]] = field(default_factory=list)
    enclitics: list[tuple[str, str]] = field(default_factory=list)
    types: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    facts: dict[str, dict[str, set[str]]] = field(default_factory=lambda: defaultdict(lambda: defaultdict(set)))
    labels: dict[str, dict[str, str]] = field(default_factory=lambda: defaultdict(dict))
    _cache: dict[str, tuple[Analysis, ...]] = field(default_factory=dict)

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
                for entry in self.entries.get(reading.stem, ()):
                    if kinds and entry.kind not in kinds:
                        continue
                    last = first + len(entry.words) - 1
                    if last >= len(words) or (entry.iri, entry.form, last) in seen or not _fits(entry, reading):
                        continue
                    if all(
                        joined[first + step] and entry.words[step] in stems[first + step]
                        for step in range(1, len(entry.words))
                    ):
                        seen.add((entry.iri, entry.form, last))
                        result.append(_mention(words, first, last, entry, reading))
        return _longest(result)

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
            elif not obj.language:
                lexicon.facts[subject][predicate].add(obj.value)
            if predicate == DD + "readInTexts" and obj.value == "true":
                read_schemes.add(subject.removeprefix(VOCAB))
            if predicate == DD + "proclitic" and obj.language == language:
                lexicon.proclitics.append((fold(obj.value), subject))
            if predicate == DD + "enclitic" and obj.language == language:
                lexicon.enclitics.append((fold(obj.value), subject))
    lexicon.proclitics.sort(key=lambda item: (-len(item[0]), item))
    lexicon.enclitics.sort(key=lambda item: (-len(item[0]), item))
    lexicon.order = lexicon.value(f"{VOCAB}language/{language}", DD + "wordOrder") or lexicon.order
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
        raw = words_of(obj.value)
        words = tuple(_without(word, article) for word in raw)
        entry = Entry(words, subject, kind, form, bool(words) and words[0] != raw[0])
        if words and entry not in lexicon.entries[words[0]]:
            lexicon.entries[words[0]].append(entry)
    for entries in lexicon.entries.values():
        entries.sort(key=lambda entry: (-len(entry.words), entry.kind, entry.iri, entry.form))
    return lexicon


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
    named = entry.kind in ("state", "place") and entry.form != "demonym"
    return not (named and reading.definite and not entry.definite)


def _mention(words: tuple[Word, ...], first: int, last: int, entry: Entry, reading: Analysis) -> Mention:
    span = Span(words[first].span.start + reading.skip, words[last].span.end)
    return Mention(span, first, last, entry.iri, entry.kind, entry.form, reading.cues, reading.definite)


def _longest(mentions: list[Mention]) -> list[Mention]:
    """Drop matches that lie inside a longer one."""
    kept = [
        mention
        for mention in mentions
        if not any(
            other.first <= mention.first
            and mention.last <= other.last
            and other.last - other.first > mention.last - mention.first
            for other in mentions
        )
    ]
    return sorted(kept, key=lambda mention: (mention.first, mention.last, mention.kind, mention.iri, mention.form))
