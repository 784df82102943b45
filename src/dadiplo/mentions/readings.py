"""What is known of a sentence and of an article's entities while their mentions are being read."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Set
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from dadiplo.affixes import DUAL, FEMININE, OPEN_TA
from dadiplo.folding import fold
from dadiplo.lexicon import CUE, Lexicon
from dadiplo.model import Mention, Sentence, Span

if TYPE_CHECKING:
    from dadiplo.isodates import Time

#: Cues of what is denied, planned, possible or meant.
MODAL_CUES = {CUE + name for name in ("negation", "planned", "possible", "aim", "draft", "failed")}
#: Cues that open a relative clause.
RELATIVE_CUES = (CUE + "which", CUE + "that")
#: Cues of who is private and acts for no state.
PRIVATE = {CUE + name for name in ("firm", "market", "unnamed-source")}
#: The Urdu verb form that is spelled like the genitive particle.
_DID = ("کی",)
#: Cues that nouns are.
_OF_NOUNS = {
    CUE + name
    for name in ("everyday-word", "product", "place-kind", "firm-name", "given-name", "firm", "intent", "draft-text")
}

#: What may stand between the parts of a date.
_IN_DATES = {CUE + "of", CUE + "definite", CUE + "month"}
_PAIRED = re.compile(r"[\"“”„«»()]")


@dataclass
class EntityRecord:
    """What an article tells of one entity.

    ``state`` is the state a body or person most likely belongs to where the article does not say so.
    """

    iri: str
    type: str
    mentions: list[Span] = field(default_factory=list)
    labels: dict[str, str] = field(default_factory=dict)
    facts: set[tuple[str, str]] = field(default_factory=set)
    state: str = ""


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
    """The mentions of one sentence: entities without overlap, all other words of the lexicon, titles and times."""

    sentence: Sentence
    entities: list[Mention]
    words: list[Mention]
    titles: list[Title]
    quotes: list[Span]
    times: list[Time]

    def all(self) -> list[Mention]:
        """Return entities and words in the order of the text."""
        return sorted([*self.entities, *self.words], key=lambda mention: (mention.first, mention.last))


@dataclass
class Reading:
    """One sentence while its mentions are being read: ``words`` are the lexicon's, ``names`` those that help names."""

    sentence: Sentence
    entities: list[Mention]
    words: list[Mention]
    names: list[Mention]
    quotes: list[Span]

    def __post_init__(self) -> None:
        self._words_at = by_word(self.words)
        self._names_at = {
            index: {mention.iri.removeprefix(CUE) for mention in found} for index, found in by_word(self.names).items()
        }

    def taken(self, index: int) -> bool:
        """Tell whether a word belongs to an entity or has a meaning of its own."""
        return index in self._words_at or self.entity_at(index) is not None

    def entity_at(self, index: int) -> Mention | None:
        """Return the entity that has a word."""
        for mention in self.entities:
            if mention.first <= index <= mention.last:
                return mention
        return None

    def words_at(self, index: int) -> list[Mention]:
        """Return the meanings of a word."""
        return self._words_at.get(index, [])

    def is_name_word(self, index: int, *cues: str) -> bool:
        """Tell whether a word is one of those that help to read names."""
        found = self._names_at.get(index)
        return found is not None and not found.isdisjoint(cues)

    def names_at(self, index: int) -> set[str]:
        """Return what a word is of those that help to read names."""
        return self._names_at.get(index, set())

    def add(self, mention: Mention) -> None:
        """Put in an entity in place of those that share words with it."""
        self.entities = sorted([*(m for m in self.entities if not overlap(m, mention)), mention], key=lambda m: m.first)


def without_shorter(words: list[Mention], iris: Collection[str]) -> list[Mention]:
    """Leave out of some words those inside longer ones: "the day before yesterday" contains "yesterday"."""
    some = [w for w in words if w.iri in iris]
    longer = [w for w in some if w.last > w.first]
    inside = {
        w
        for w in some
        for o in longer
        if o.first <= w.first and w.last <= o.last and w.last - w.first < o.last - o.first
    }
    return [w for w in words if w not in inside] if inside else words


def has_dual(lexicon: Lexicon, word: str, iri: str) -> bool:
    """Tell whether an Arabic word has a dual of the same meaning in the lexicon: it means one, as plurals have none."""
    stem = word.removesuffix(FEMININE) + OPEN_TA * word.endswith(FEMININE)
    duals = (lexicon.entries.get(fold(stem + ending), ()) for ending in DUAL)
    return lexicon.order == "VSO" and any(entry.iri == iri for dual in duals for entry in dual)


def is_letter(lexicon: Lexicon, word: str) -> bool:
    """Tell whether a word is the name of a letter, as abbreviations are spelled in another script ("I", "T")."""
    return CUE + "letter" in lexicon.cues_of(word)


def spelled_before(lexicon: Lexicon, sentence: Sentence, end: int) -> int:
    """Return where an abbreviation begins that ends before a word and is spelled letter by letter."""
    words, first = sentence.words, end
    while first > 0 and words[first].before == " " and is_letter(lexicon, words[first - 1].text):
        first -= 1
    return first


def numbers_in(sentence: Sentence) -> list[int]:
    """Return the places of the words that begin with a digit of any script."""
    return [index for index, word in enumerate(sentence.words) if word.text[0].isdecimal()]


def joins_date(meanings: list[Mention]) -> bool:
    """Tell whether a word may stand between the parts of a date: "of", "the", "de", "month of"."""
    return any(m.iri in _IN_DATES for m in meanings)


def by_word(mentions: Iterable[Mention]) -> dict[int, list[Mention]]:
    """Return the mentions that have each word, by its number in the sentence."""
    found: dict[int, list[Mention]] = {}
    for mention in mentions:
        for index in range(mention.first, mention.last + 1):
            found.setdefault(index, []).append(mention)
    return found


def without_genitive(word: Mention, sentence: Sentence, end: int, lexicon: Lexicon) -> Mention:
    """Return the noun of a verb of two words whose "did" is the genitive of its spelling: a noun stands behind it."""
    words = sentence.words
    if word.kind != "trigger" or word.form not in ("verb", "passive") or word.last == word.first or word.last >= end:
        return word
    following = words[word.last + 1]
    if words[word.last].text not in _DID or following.before.strip():
        return word
    if lexicon.is_common(following.text) or set(lexicon.cues_of(following.text)) - _OF_NOUNS:
        return word
    return word._replace(span=Span(word.span.start, words[word.last - 1].span.end), last=word.last - 1, form="noun")


@dataclass
class Clause:
    """Words ``first`` to ``last`` of a sentence, with the cue that opens them and what they mention."""

    sentence: Sentence
    first: int
    last: int
    opener: str = ""
    tail: str = ""
    entities: list[Mention] = field(default_factory=list)
    words: list[Mention] = field(default_factory=list)
    positions: dict[Mention, str] = field(default_factory=dict)
    #: The words of the sentence that tell a time.
    timed: Set[int] = frozenset()
    #: Those inside quotation marks.
    quoted: Set[int] = frozenset()
    #: The words of a relative clause that interrupts this one.
    aside: range = range(0)

    def __post_init__(self) -> None:
        #: The first finite trigger of the clause.
        self.verb = next((word for word in self.words if is_verb(word)), None)
        self._cues = {word.iri: word for word in reversed(self.words) if word.kind == "cue"}
        self._span: Span | None = None

    @property
    def span(self) -> Span:
        """The characters of the clause, with a closing quotation mark or bracket that belongs to it."""
        if self._span is None:
            self._span = self._measured()
        return self._span

    def _measured(self) -> Span:
        start, end = self.sentence.words[self.first].span.start, self.sentence.words[self.last].span.end
        words = self.sentence.words[self.first : self.last + 1]
        opened = sum(len(_PAIRED.findall(word.before)) for word in words[1:] if word.before != " ")
        after = self.sentence.words[self.last + 1].before if self.last + 1 < len(self.sentence.words) else self.tail
        if opened % 2 and after and _PAIRED.match(after):
            end += 1
        return Span(start, end)

    def cue(self, name: str) -> Mention | None:
        """Return the first mention of a cue in the clause."""
        return self._cues.get(CUE + name)

    def in_position(self, *names: str) -> list[Mention]:
        """Return the entities in one of the positions."""
        return [mention for mention in self.entities if self.positions.get(mention) in names]

    def words_in(self, form: str) -> list[Mention]:
        """Return the words of the lexicon that are matched by one form of label."""
        return [word for word in self.words if word.form == form]


def titled(text: str, language: str) -> str:
    """Return a label as the name of one thing: in title case in English, with a capital in Spanish."""
    if language == "en":
        return " ".join(
            word if word in ("of", "and", "for", "or") else word[:1].upper() + word[1:] for word in text.split()
        )
    return text[:1].upper() + text[1:]


def overlap(one: Mention, other: Mention) -> bool:
    """Tell whether two mentions share a word."""
    return one.first <= other.last and other.first <= one.last


def inside_any(mention: Mention, others: list[Mention]) -> bool:
    """Tell whether a mention lies within one of the others."""
    return any(other.first <= mention.first and mention.last <= other.last for other in others)


def is_verb(word: Mention) -> bool:
    """Tell whether a word of the lexicon is a finite verb that evokes something."""
    return word.kind == "trigger" and word.form in ("verb", "passive")
