"""Which types of event a sentence is likely to tell, as learned from annotated texts.

Detection of events as classification of sentences (D. Ahn, The stages of event extraction, 2006) by logistic
regression, for each type against the rest. What a sentence shows of itself are the meanings that the lexicon finds in
it, the supersenses and glosses of its words, which all languages share, its words and their pairs, what kinds of agents
it names, and the supersenses of the headline and of the sentences beside it; never who they are: so nothing is learned
of one state or body. The weights are data (``data/weights``); ``tests/corpus/train.py`` learns them.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import deque
from collections.abc import Iterator
from itertools import accumulate, chain, pairwise, product, repeat
from math import prod
from typing import TYPE_CHECKING

from dadiplo.folding import fold
from dadiplo.lexicon import NAMED_KINDS
from dadiplo.resources import ID, VOCAB
from dadiplo.terms import (
    AGREEMENT,
    APPOINTMENT,
    ESTABLISHMENT,
    MEASURE,
    MEETING,
    RESERVE_ACTION,
    STATEMENT,
    VISIT,
)
from dadiplo.weights import Row, Senses, logistic, unpacked

if TYPE_CHECKING:
    from dadiplo.mentions.finder import MentionFinder
    from dadiplo.mentions.readings import SentenceMentions
    from dadiplo.model import Event, Passage, Sentence

#: The types of event that are detected, in the order of the weights.
DETECTED = (AGREEMENT, APPOINTMENT, ESTABLISHMENT, MEASURE, MEETING, RESERVE_ACTION, STATEMENT, VISIT)
#: What every sentence shows, and where what no single word shows stands.
_ALWAYS, _NOWHERE = "#", -1
_EVERYWHERE = range(_NOWHERE, _NOWHERE + 1)
#: Who is named says nothing; that a name is an asset's does.
_NAMES = set(NAMED_KINDS.values()) - {"asset"}
_FORMS = ("verb", "passive", "noun")
#: Agents and first sentences are told apart up to these numbers, lengths in steps of so many words, and a text is cut
#: into so many parts.
_MOST, _FIRST, _STEP, _MOST_STEPS, _PARTS = 3, 4, 8, 6, 5
#: How many words with a meaning before a word are near it.
_NEAR = 3
#: Sentences from the nearest that names assets are told apart up to these numbers; what is far from any is likely to be
#: on other matters.
_AWAY, _FAR = (0, 1, 2, 4, 8), 2
#: The supersense of words on digital assets.
_ASSETS = "crypto"
#: What opens the kind of a name among words, and a gloss among what is shown.
NAME, GLOSS = "@", "="
#: What opens features of what sentences are on: many that say little each, so they are learned with less freedom.
MATTER = "#~"
_MARKS = {
    "quotes": re.compile(r"[\"“«‘]"),
    "digits": re.compile(r"\d"),
    "question": re.compile(r"[?؟]"),
    "brackets": re.compile(r"[(]"),
}


class Detector:
    """Tells how likely the sentences of an article are to tell of each type of event.

    Without weights nothing is detected, and whatever is read is believed.
    """

    def __init__(self, finder: MentionFinder, mentions: list[SentenceMentions], assets: list[bool]) -> None:
        """Take the mentions of all sentences of an article, and for each whether it names digital assets."""
        self._finder = finder
        self.mentions = mentions
        self._weights = finder.lexicon.weights.get("events", {})
        self._shown: dict[int, dict[str, int]] = {}
        self._worded: dict[int, list[tuple[int, str]]] = {}
        self._meant: dict[int, frozenset[str]] = {}
        self._matters: dict[tuple[str, int], tuple[str, ...]] = {}
        #: Whether each sentence names digital assets.
        self.assets = assets
        #: In how many sentences from each the nearest that names digital assets stands, in steps.
        self.away = _away(assets)
        #: The sentences of the paragraph of each, by their numbers.
        self.paragraphs = list(self._paragraphs())
        named = {paragraph for paragraph in set(self.paragraphs) if any(assets[one] for one in paragraph)}
        #: Whether the paragraph of each sentence names digital assets.
        self.in_paragraph = [paragraph in named for paragraph in self.paragraphs]
        self._sums: dict[int, list[Row]] = {}
        self._known: dict[int, tuple[float, ...]] = {}

    def likelihood(self, number: int, kind: str) -> float:
        """Return the probability that a sentence, by its number, tells of an event of a type."""
        return self.likelihoods(number)[DETECTED.index(kind)]

    def likely(self, event: Event) -> tuple[float, float]:
        """Return how likely an event of a detected type is told in one of the sentences in which it was read.

        The second number is the same of the words of one of its passages alone.
        """
        of_sentences, of_clauses = zip(*(self.tells(passage, event.type) for passage in event.passages), strict=True)
        return max(of_sentences), max(of_clauses)

    def telling(self, event: Event) -> Passage:
        """Return the passage of the body that is likeliest to tell an event, the first of equal ones."""
        start = self._finder.document.body
        body = [passage for passage in event.passages if passage.span.start >= start] or event.passages
        if len(body) == 1 or event.type not in DETECTED:
            return body[0]
        return max(body, key=lambda passage: prod(self.tells(passage, event.type)))

    def tells(self, passage: Passage, kind: str) -> tuple[float, float]:
        """Return how likely a passage tells an event of a type: by its sentence, and by its own words."""
        if not self._weights:
            return 1.0, 1.0
        number = self._finder.sentence_around(passage.span)
        if number is None:
            return 0.0, 0.0
        words = self._finder.sentences[number].words
        first = bisect_left(words, passage.span.start, key=lambda word: word.span.start)
        behind = bisect_left(words, passage.span.end, key=lambda word: word.span.start)
        return self.likelihood(number, kind), self.of_clause(number, range(first, behind), kind)

    def likelihoods(self, number: int) -> tuple[float, ...]:
        """Return the probability that a sentence, by its number, tells of an event of each type."""
        if not self._weights:
            return (0.0,) * len(DETECTED)
        if number not in self._known:
            self._known[number] = tuple(map(logistic, unpacked(self._up_to(number)[-1], len(DETECTED))))
        return self._known[number]

    def weight(self, number: int, words: range, kind: str) -> float:
        """Return how much some words of a sentence speak for an event of a type, in log-odds."""
        sums = self._up_to(number)
        return unpacked(sums[words.stop + 1] - sums[words.start + 1], len(DETECTED))[DETECTED.index(kind)]

    def of_clause(self, number: int, words: range, kind: str) -> float:
        """Return the probability that some words of a sentence tell of an event of a type."""
        return logistic(self.weight(number, words, kind) + self.weight(number, _EVERYWHERE, kind))

    def _up_to(self, number: int) -> list[Row]:
        """Return running sums of weights: nothing, what no word shows, that and the first word, and so on."""
        if number not in self._sums:
            get = self._weights.get
            of_word = [0] * (len(self._finder.sentences[number].words) + 1)
            for feature, at in self.features(number).items():
                of_word[at + 1] += get(feature, 0)
            self._sums[number] = list(accumulate(of_word, initial=0))
        return self._sums[number]

    def features(self, number: int) -> dict[str, int]:
        """Return what a sentence shows of itself, each with the word where it does so first, or -1."""
        if number not in self._shown:
            self._shown[number] = self._read(number)
        return self._shown[number]

    def _read(self, number: int) -> dict[str, int]:
        sentence = self._finder.sentences[number]
        found: dict[str, int] = {_ALWAYS: _NOWHERE}
        last = ""
        for mention in sorted(self._finder.found[number], key=lambda mention: mention.first):
            meaning = mention.kind if mention.kind in _NAMES else mention.iri.removeprefix(VOCAB).removeprefix(ID)
            if mention.kind not in _NAMES:
                found.setdefault(f"#{meaning}", mention.first)
                if mention.form in _FORMS:
                    found.setdefault(f"#{meaning} {mention.form}", mention.first)
            if mention.kind != "cue":
                found.setdefault(f"#{last} > {meaning}", mention.first)
                last = meaning
        words = self.words(number)
        for at, word in words:
            found.setdefault(word, at)
        for (at, one), (_, other) in pairwise(words):
            found.setdefault(f"{one} {other}", at)
        for feature, at in self._senses(number, words):
            found.setdefault(feature, at)
        shown = [*self._agents(sentence), *self._place(number), *self._marks(sentence)]
        found.update((f"#{name}", _NOWHERE) for name in shown)
        found.update((one, _NOWHERE) for one in self.matter(number))
        return found

    def supersenses(self, number: int) -> frozenset[str]:
        """Return the supersenses of the words of a sentence: what it is on."""
        if number not in self._meant:
            get = self._finder.lexicon.supersenses.get
            self._meant[number] = frozenset(chain.from_iterable(get(word, ()) for _, word in self.words(number)))
        return self._meant[number]

    def matter(self, number: int) -> Iterator[str]:
        """Yield what the headline and the sentences beside one are on, as features."""
        for place, at in (("headline", 0), ("before", number - 1), ("behind", number + 1)):
            if (at > 0 or place == "headline") and at < len(self._finder.sentences):
                yield from self.matter_of(place, at)

    def matter_of(self, place: str, number: int) -> tuple[str, ...]:
        """Return what a sentence, that stands in some place, is on, as features."""
        if (place, number) not in self._matters:
            self._matters[place, number] = tuple(f"{MATTER}{place} {one}" for one in sorted(self.supersenses(number)))
        return self._matters[place, number]

    def is_on_assets(self, number: int) -> bool:
        """Tell whether a sentence names digital assets, or has any word that means such."""
        return self.assets[number] or _ASSETS in self.supersenses(number)

    def words(self, number: int) -> list[tuple[int, str]]:
        """Return the folded words of a sentence with their numbers, for each name the kind of thing behind a mark."""
        if number not in self._worded:
            self._worded[number] = self._fold(number)
        return self._worded[number]

    def _fold(self, number: int) -> list[tuple[int, str]]:
        mentions = self.mentions[number]
        names = {m.first: m for m in mentions.entities if m.form != "anaphor"}
        found: list[tuple[int, str]] = []
        behind = 0
        for at, word in enumerate(mentions.sentence.words):
            if at in names:
                found.append((at, f"{NAME}{names[at].kind}"))
                behind = names[at].last + 1
            elif at >= behind and (folded := fold(word.text)):
                found.append((at, folded))
        return found

    def _senses(self, number: int, words: list[tuple[int, str]]) -> Iterator[tuple[str, int]]:
        """Yield what words of a sentence mean: supersenses, glosses, and glosses with what is named around them."""
        lexicon = self._finder.lexicon
        yield from _near(words, lexicon.supersenses, ":")
        yield from _near(words, lexicon.glosses, GLOSS)
        named = sorted({word for _, word in words if word[0] == NAME}) + ["assets"] * self.assets[number]
        named += ["far"] * (self.away[number] >= _FAR)
        for at, word in words:
            for gloss, name in product(lexicon.glosses.get(word, ()), named):
                yield f"#{GLOSS}{gloss} with {name}", at

    def _agents(self, sentence: Sentence) -> list[str]:
        """Return which kinds of agents a sentence names, how many, and of how many states."""
        finder = self._finder
        counts: dict[str, int] = {}
        named = list(finder.namings.inside(sentence.span))
        for iri in named:
            kind = iri.removeprefix(ID).partition("/")[0]
            kind = "official" if kind in ("person", "org") and finder.is_official(iri) else kind
            counts[kind] = counts.get(kind, 0) + 1
        sides = {finder.state_of(iri) for iri in named} - {""}
        found = [f"names {kind}{end}" for kind, n in sorted(counts.items()) for end in ("", f" {min(_MOST, n)}")]
        return [*found, f"sides {min(_MOST, len(sides))}"]

    def _place(self, number: int) -> list[str]:
        """Return where a sentence stands in its text, and whether it or one beside it names digital assets."""
        sentences = self._finder.sentences
        found = [f"part {_PARTS * number // len(sentences)}"]
        found += [f"sentence {number}"] if number < _FIRST else []
        found += ["assets"] if self.assets[number] else []
        found += [f"assets away {self.away[number]}", f"assets in paragraph {self.in_paragraph[number]}"]
        return found + (["paragraph"] if self.paragraphs[number].start == number else [])

    def _paragraphs(self) -> Iterator[range]:
        """Yield for each sentence the sentences of its paragraph."""
        text, sentences = self._finder.document.text, self._finder.sentences
        ends = [
            number
            for number, (one, other) in enumerate(pairwise(sentences), 1)
            if "\n" in text[one.span.end : other.span.start]
        ]
        for first, behind in pairwise([0, *ends, len(sentences)]):
            yield from repeat(range(first, behind), behind - first)

    def _marks(self, sentence: Sentence) -> list[str]:
        """Return how long a sentence is, and which marks it has."""
        text = self._finder.document.text[sentence.span.start : sentence.span.end]
        found = [f"words {min(_MOST_STEPS, len(sentence.words) // _STEP)}"]
        return found + [name for name, mark in _MARKS.items() if mark.search(text)]


def _away(assets: list[bool]) -> list[int]:
    """Return for each sentence how far the nearest that names assets is, in steps; the last step if none does."""
    furthest = len(assets) + _AWAY[-1]
    found = [furthest] * len(assets)
    for some in (range(len(assets)), reversed(range(len(assets)))):
        away = furthest
        for number in some:
            away = 0 if assets[number] else away + 1
            found[number] = min(found[number], away)
    return [bisect_left(_AWAY, away) for away in found]


def _near(words: list[tuple[int, str]], senses: dict[str, Senses], mark: str) -> Iterator[tuple[str, int]]:
    """Yield what words mean, and what two mean that stand near each other in either order."""
    before: deque[Senses] = deque(maxlen=_NEAR)
    for at, word in words:
        named = word[0] == NAME
        here = (word,) if named else senses.get(word, ())
        if not here:
            continue
        if not named:
            yield from ((f"#{mark}{one}", at) for one in here)
        for one, other in product(here, chain.from_iterable(before)):
            yield f"#{mark}{min(one, other)} {max(one, other)}", at
        before.append(here)
