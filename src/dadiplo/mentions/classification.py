"""What names that no rule has read are of: organizations, persons, places or none of these.

Classification of names by their words, their shape and what stands beside them (D. Nadeau and S. Sekine, A survey of
named entity recognition and classification, 2007), by logistic regression for each kind against the rest. The weights
are data (``data/weights``); ``tests/corpus/train.py`` learns them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain
from typing import TYPE_CHECKING

from dadiplo.folding import fold
from dadiplo.lexicon import CUE, JOINT
from dadiplo.mentions.readings import Reading
from dadiplo.model import Span
from dadiplo.weights import logistic, summed, unpacked

if TYPE_CHECKING:
    from dadiplo.mentions.persons import Persons

#: What a name can be of, in the order of the weights.
CLASSIFIED = ORGANIZATION, PERSON, PLACE = ("organization", "person", "place")
#: From which probability on a name is read.
_SURE = 0.4
#: No word of these kinds is one of a name.
_DATES = ("weekday", "month")
#: Words that are parts of names whatever else they mean, where names have no capitals.
_OF_NAMES = ("given-name", "firm-name", "name-particle")
#: How many words a name has at most, and up to which number they are told apart.
_LONGEST, _MOST = 6, 4
#: How many words beside a name are looked at, how many letters of its ends, and how long "of" is.
_BESIDE, _ENDS, _OF = 2, (2, 3), 3
_OPENING = re.compile(r"[.!?:…]|[\"“«‘¿¡—–]\s*$")
_MIXED = re.compile(r"[A-Z]\w*[a-zà-ÿ][A-Z]")
#: The meanings of words beside a name that say what it is of.
_TELLING = ("cue", "trigger", "office", "body-kind")


class NameClassifier:
    """Reads the names of a sentence that rules have left over, for a ``MentionFinder``."""

    def __init__(self, persons: Persons) -> None:
        self._persons = persons
        self._finder = persons.finder
        self._lexicon = persons.finder.lexicon
        self._weights = self._lexicon.weights.get("names", {})
        #: Where words stand that can be a name → what they show.
        self.shown: dict[Span, tuple[str, ...]] = {}

    def read(self, reading: Reading, persons: list[tuple[int, int]]) -> None:
        """Add the organizations, persons and places that a sentence is likely to name.

        Args:
            reading: the sentence.
            persons: the first and last words of runs that rules take for persons; without weights they are.

        """
        if "names" not in self._lexicon.weights:
            for first, last in persons:
                self._add(reading, first, last, PERSON)
            return
        words, ends = reading.sentence.words, dict(persons)
        for first, last in list(self._runs(reading, ends)):
            span = Span(words[first].span.start, words[last].span.end)
            self.shown[span] = tuple(self._features(reading, first, last, ends.get(first) == last))
            sums = unpacked(summed(self._weights, self.shown[span]), len(CLASSIFIED))
            if self._weights and logistic(max(sums)) >= _SURE:
                self._add(reading, first, last, CLASSIFIED[sums.index(max(sums))])

    def _add(self, reading: Reading, first: int, last: int, kind: str) -> None:
        if kind == PERSON:
            self._persons.person_added(reading, first, last)
        elif kind == PLACE:
            reading.add(self._finder.place(reading, first, last))
        else:
            reading.add(self._finder.organization(reading, first, last))

    def _runs(self, reading: Reading, ends: dict[int, int]) -> Iterator[tuple[int, int]]:
        """Yield the first and last word of each run of words that can be a name and that no entity has.

        Runs of which first and last word are given are not cut otherwise.
        """
        words, index = reading.sentence.words, 0
        while index < len(words):
            if index in ends:
                yield index, ends[index]
                index = ends[index] + 1
                continue
            if not self._can_name(reading, index) or self._opens_only(reading, index):
                index += 1
                continue
            last = index
            while last - index < _LONGEST:
                step = last + 2 if self._is_of(reading, last + 1) else last + 1
                if step >= len(words) or step in ends or not JOINT.fullmatch(words[step].before):
                    break
                if not self._can_name(reading, step):
                    break
                last = step
            yield index, last
            index = last + 1

    def _can_name(self, reading: Reading, index: int) -> bool:
        """Tell whether a word can be one of a name: by its capital, or because it means nothing else."""
        text = reading.sentence.words[index].text
        if reading.entity_at(index) is not None:
            return False
        if self._lexicon.name_shape == "capitals":
            return text[:1].isupper() and not any(m.kind in _DATES for m in reading.words_at(index))
        if reading.words_at(index) or len(text) == 1 or any(char.isdigit() for char in text):
            return False
        if reading.names_at(index):
            return reading.is_name_word(index, *_OF_NAMES)
        stems = {fold(text), *(analysis.stem for analysis in self._lexicon.analyses(text))}
        return self._lexicon.supersenses.keys().isdisjoint(stems) and self._lexicon.common.isdisjoint(stems)

    def _opens_only(self, reading: Reading, index: int) -> bool:
        """Tell whether a word of the language has its capital from opening a sentence."""
        word = reading.sentence.words[index]
        if self._lexicon.name_shape != "capitals" or not (index == 0 or _OPENING.search(word.before)):
            return False
        known = fold(word.text) in self._lexicon.supersenses or self._lexicon.is_common(word.text)
        return known or bool(reading.words_at(index))

    def _is_of(self, reading: Reading, index: int) -> bool:
        """Tell whether a word is "of" between two words of a name in capitals ("Port of Duqm")."""
        words = reading.sentence.words
        if self._lexicon.name_shape != "capitals" or index >= len(words) or words[index].before != " ":
            return False
        text = words[index].text
        return text.islower() and len(text) <= _OF and CUE + "of" in self._lexicon.cues_of(text)

    def _features(self, reading: Reading, first: int, last: int, person: bool) -> Iterator[str]:
        """Yield what shows what a name is of; what languages share that build names alike stands behind "#"."""
        shape = f"#{self._lexicon.name_shape} "
        yield f"{shape}person by rules {person}"
        shown = chain(self._of_words(reading, first, last), self._of_place(reading, first, last))
        yield from (shape + feature[1:] if feature[0] == "#" else feature for feature in shown)

    def _of_place(self, reading: Reading, first: int, last: int) -> Iterator[str]:
        """Yield where a name stands, and what stands beside it."""
        words = reading.sentence.words
        length = min(_MOST, last + 1 - first)
        opens = first == 0 or bool(_OPENING.search(words[first].before))
        quoted = any(words[first].span in quote for quote in reading.quotes)
        yield from (f"#opens {opens} {length}", f"#quoted {quoted} {length}")
        for name, at, step in (("before", first - 1, -1), ("behind", last + 1, 1)):
            between = words[first].before if step < 0 else words[at].before if at < len(words) else "."
            yield f"#{name} mark {between.strip()} {length}"
            beside = [i for i in range(at, at + _BESIDE * step, step) if 0 <= i < len(words)]
            for away, here in enumerate(beside):
                yield from self._beside(reading, here, f"{name} {away}", length)
            if len(beside) < _BESIDE:
                yield f"#{name} {len(beside)} nothing"
            else:
                yield f"{name} {' '.join(fold(words[i].text) for i in beside)}"

    def _of_words(self, reading: Reading, first: int, last: int) -> Iterator[str]:
        """Yield what the words of a name are: themselves, their shape, ends, meanings and supersenses."""
        words = reading.sentence.words[first : last + 1]
        length = min(_MOST, len(words))
        yield from ("#", f"#length {length}")
        folded = [fold(word.text) for word in words]
        yield from (f"word {word}" for word in folded)
        yield from (f"first {folded[0]}", f"last {folded[-1]}")
        for letters in _ENDS:
            yield from (f"opens {folded[0][:letters]}", f"ends {folded[-1][-letters:]}")
        if any(_MIXED.match(word.text) for word in words):
            yield f"#mixed {length}"
        if all(word.text.isupper() for word in words):
            yield f"#capitals {length}"
        yield from sorted({f"#joint {word.before.strip()}" for word in words[1:] if word.before.strip()})
        for at in range(first, last + 1):
            place = "last" if at == last else "inside"
            yield from (f"#{place} name {name}" for name in sorted(reading.names_at(at)))
            yield from (f"#{place} means {meaning.kind}" for meaning in reading.words_at(at))
            yield from (f"#{place} {one}" for one in self._lexicon.supersenses.get(folded[at - first], ("unknown",)))

    def _beside(self, reading: Reading, index: int, where: str, length: int) -> Iterator[str]:
        """Yield what a word beside a name is."""
        entity = reading.entity_at(index)
        if entity is not None:
            yield f"#{where} entity {entity.kind} {entity.form == 'demonym'}"
            return
        text, several = reading.sentence.words[index].text, length > 1
        folded = fold(text)
        yield from (f"{where} {folded}", f"{where} {folded} {several}", f"#{where} capital {text[:1].isupper()}")
        yield from (f"#{where} name {name}" for name in sorted(reading.names_at(index)))
        for meaning in reading.words_at(index):
            yield f"#{where} {meaning.kind} {meaning.form}"
            if meaning.kind in _TELLING:
                yield f"#{where} {meaning.iri.rpartition('/')[2]} {several}"
        yield from (f"#{where} :{one} {several}" for one in self._lexicon.supersenses.get(folded, ()))
