"""The state at home in an article: news names its offices and bodies without saying whose they are."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from dadiplo.documents import is_heading
from dadiplo.lexicon import CUE, Lexicon
from dadiplo.mentions.readings import Reading, is_verb
from dadiplo.model import Mention, Sentence
from dadiplo.resources import DD, ID, VOCAB

if TYPE_CHECKING:
    from dadiplo.mentions.finder import MentionFinder

#: The headline and the sentences behind it that say where the news is from.
_OPENING = 3
#: How often the state counts in whose capital the news was written.
_WRITTEN_AT = 5
#: What names a state, by itself or by what it owns.
_NAMING = ("state", "organization", "place")
#: How many words from a body the place can stand that tells its state.
_BESIDE = 4
#: How an item of a round-up opens: a few words up to a colon or a dash.
_ITEM = re.compile(r"[^\n:—–]{1,30}(?:: | [—–-] )")
#: How far from the start of a paragraph the state can stand that it is about.
_OPENING_WORDS = 1
#: How far from the start of a sentence the capital can stand of whose state it tells.
_CAPITAL = 3
#: How many items a digest has.
_SEVERAL = 2
#: How many words the heading of a paragraph has that stands before its first sentence.
_HEADING = 3


class Homes:
    """Tells which state a word of an article most likely belongs to.

    Args:
        finder: reads the mentions of the article.
        found: what the lexicon finds in each of its sentences.

    """

    def __init__(self, finder: MentionFinder, found: list[list[Mention]]) -> None:
        self._finder = finder
        self._found = found
        self._main: str | None = None
        self.home = home_state(finder.lexicon, found)

    def likely(self, reading: Reading, index: int) -> str:
        """Return the state that a word most likely belongs to: the nearest before it in its sentence, or behind it.

        A place right beside it stands for the state it lies in, a body before it for its own. Else it is the state that
        the paragraph opens with or named last, else that of the news.
        """
        near = []
        behind = self._finder.lexicon.order == "SOV"
        english = self._finder.lexicon.order == "SVO" and not self._finder.lexicon.drops_pronouns
        verb = min(
            (w.first for w in reading.words if (is_verb(w) or w.kind == "office") and w.first > index),
            default=len(reading.sentence.words),
        )
        for mention in reading.entities:
            acted_on = mention.first > verb and english
            if mention.first > index and (behind or acted_on or self._is_elsewhere(mention, reading, index)):
                # Whose an office is stands before it; "the minister spent Tuesday in X" tells it least of all.
                continue
            state = mention.iri if mention.kind == "state" else ""
            if mention.kind == "organization" and mention.first < index:
                state = self._finder.said_state_of(mention.iri)
            beside = abs(mention.first - index) <= _BESIDE
            if mention.kind == "place" and beside and not self._finder.places.is_dateline(mention, reading.sentence):
                state = self._finder.lexicon.state_around(mention.iri)
            if state:
                far = abs(mention.first - index)
                # "The ministry flew to X": a state behind is seldom its own, but "the energy ministry Armenian".
                after = mention.first > index and (mention.form != "demonym" or far >= _BESIDE)
                # "X will not join Y's bond, the minister said": whom another's things are spoken of to is not home.
                near.append((after, far > _BESIDE and self._is_owner(mention, reading), far, state))
        if near:
            return min(near)[-1]
        here = self._paragraph_state(reading) or self._state_of_capital(reading)
        return here or self._named_before(reading) or self.home or self.main

    def _is_elsewhere(self, mention: Mention, reading: Reading, index: int) -> bool:
        """Tell whether "in", "to" or a verb stands before a state, or another office: it is of elsewhere."""
        if self._finder.lexicon.order == "VSO" and any(
            (w.kind == "office" or w.iri == CUE + "counterpart") and index < w.first < mention.first
            for w in reading.words
        ):
            # "The minister received the minister of X": of another.
            return True
        return self._finder.lexicon.order == "SVO" and any(
            (w.iri in (CUE + "in", CUE + "to") or is_verb(w)) and w.last == mention.first - 1 for w in reading.words
        )

    def _is_owner(self, mention: Mention, reading: Reading) -> bool:
        """Tell whether a name has a genitive behind an apostrophe: something of it is spoken of."""
        behind = reading.sentence.words[mention.last + 1 : mention.last + 2]
        return any(word.text in self._finder.lexicon.genitives for word in behind)

    def headed(self, reading: Reading) -> str:
        """Return the state under whose name alone a paragraph of a digest stands ("Ghana. Parliament …")."""
        start = self._finder.document.text.rfind("\n", 0, reading.sentence.span.start) + 1
        opening = self._finder.sentences[self._finder.sentence_from(start)]
        return self._paragraph_state(reading) if len(opening.words) <= _HEADING else ""

    def opening_at(self, place: int) -> str:
        """Return the state that a mark parts from the rest of the paragraph of a place ("Togo: …", "Togo. …")."""
        text = self._finder.document.text
        start = text.rfind("\n", 0, place) + 1
        opening = self._finder.sentences[self._finder.sentence_from(start)]
        alone = len(opening.words) <= _HEADING and not text.startswith("\n", opening.span.end)
        return self._opening_state(start) if alone or _ITEM.match(text, start) else self.heading_over(place)

    def heading_over(self, place: int) -> str:
        """Return the state that stands alone in the line above the paragraph of a place, as in a digest."""
        text = self._finder.document.text
        start = text.rfind("\n", 0, place) + 1
        above = text.rfind("\n", 0, max(start - 1, 0)) + 1
        line = text[above:start].split()
        alone = 0 < len(line) <= _HEADING and above > self._finder.document.title.end
        return self._opening_state(above) if alone and is_heading(text, above) else ""

    @property
    def main(self) -> str:
        """The state that the article names most often, by itself or through its bodies and its capital."""
        if self._main is None:
            counts: Counter[str] = Counter()
            for sentence, found in zip(self._finder.sentences, self._found, strict=True):
                others = self._finder.namesakes.other_capitals(found)
                for mention in found:
                    if mention.kind not in _NAMING:
                        continue
                    if others and mention in others:
                        # "Amman" is no Oman.
                        continue
                    weight = self._weight(mention, sentence)
                    if mention.kind == "state":
                        counts[mention.iri] += weight
                    else:
                        counts[self._finder.lexicon.value(mention.iri, DD + "actsFor")] += weight
                        counts[self._finder.lexicon.value(mention.iri, DD + "capitalOf")] += weight
            del counts[""]
            # Of states named equally often the one named first.
            self._main = next((iri for iri, _ in counts.most_common(1)), "")
        return self._main

    def _weight(self, mention: Mention, sentence: Sentence) -> int:
        return _WRITTEN_AT if mention.kind == "place" and self._finder.places.is_dateline(mention, sentence) else 1

    def _named_before(self, reading: Reading) -> str:
        """Return the state that the paragraph of a sentence named last before it, by itself or by one of its bodies."""
        start = self._finder.document.text.rfind("\n", 0, reading.sentence.span.start) + 1
        for span, iri in self._finder.namings.before(reading.sentence.span.start):
            if span.start < start:
                break
            state = self._finder.said_state_of(iri)
            if state.startswith(f"{ID}state/"):
                return state
        return ""

    def _state_of_capital(self, reading: Reading) -> str:
        """Return the state whose capital a sentence names before anything else ("In Wellington the bank …")."""
        if self._finder.lexicon.order == "SOV":
            return ""
        places = (m for m in reading.entities if m.kind == "place" and m.first <= _CAPITAL)
        return next((s for m in places if (s := self._finder.lexicon.value(m.iri, DD + "capitalOf"))), "")

    def _paragraph_state(self, reading: Reading) -> str:
        """Return the state that opens the paragraph of a sentence or its heading, as in news of several countries."""
        text = self._finder.document.text
        start = text.rfind("\n", 0, reading.sentence.span.start) + 1
        above = text.rfind("\n", 0, max(start - 1, 0)) + 1
        heading = above < start and is_heading(text, above)
        return self._opening_state(start) or (self._opening_state(above) if heading else "")

    def _opening_state(self, start: int) -> str:
        """Return the state among the first words from a place in the text on."""
        sentences = self._finder.sentences
        opening = self._finder.sentence_from(start)
        if opening >= len(self._found) or sentences[opening].headline:
            return ""
        found = self._found[opening]
        lexicon = self._finder.lexicon
        # Oman and Amman are one word.
        capitals = {(m.first, lexicon.value(m.iri, DD + "capitalOf")) for m in found if m.kind == "place"}
        doubtful = {first for first, state in capitals if state}
        states = (
            m.iri
            for m in found
            if m.kind == "state" and m.first <= _OPENING_WORDS and m.form != "demonym"
            if m.first not in doubtful or (m.first, m.iri) in capitals
        )
        if lexicon.order == "SOV":
            # "Harare: the bank …".
            ends = {
                m.span.end: lexicon.value(m.iri, DD + "capitalOf") for m in found if m.kind == "place" and not m.first
            }
            items = (state for end, state in ends.items() if self._finder.document.text.startswith(":", end))
            return next(states, "") or next(filter(None, items), "")
        return next(states, "") or self._opening_capital(found)

    def _opening_capital(self, found: list[Mention]) -> str:
        """Return the state whose capital opens a paragraph behind its preposition ("In Wellington the bank …")."""
        lexicon = self._finder.lexicon
        if lexicon.order == "VSO":
            return self._heading_capital(found)
        governed = {m.last + 1 for m in found if m.iri in (CUE + "in", CUE + "of") and m.first == 0}
        capitals = (lexicon.value(m.iri, DD + "capitalOf") for m in found if m.kind == "place" and m.first in governed)
        return next(filter(None, capitals), "") if lexicon.order == "SVO" else ""

    def _heading_capital(self, found: list[Mention]) -> str:
        """Return the state whose capital and a colon open an item of an Arabic digest of several ("Islamabad: …")."""
        text, value = self._finder.document.text, self._finder.lexicon.value
        opening = next((m for m in found if m.kind == "place" and m.first == 0 and not m.cues), None)
        if opening is None or not text.startswith(":", opening.span.end) or len(self._items) < _SEVERAL:
            return ""
        return value(opening.iri, DD + "capitalOf")

    @cached_property
    def _items(self) -> set[str]:
        """The capitals that open paragraphs with a colon behind them."""
        text = self._finder.document.text
        opening = (m for found in self._found for m in found if m.kind == "place" and m.first == 0)
        headed = (m for m in opening if text.startswith(":", m.span.end) and text[: m.span.start].endswith("\n"))
        return {m.iri for m in headed if self._finder.lexicon.value(m.iri, DD + "capitalOf")}


def home_state(lexicon: Lexicon, found: Sequence[Iterable[Mention]]) -> str:
    """Return the state of the press of the language that an article names first, or an empty string.

    ``found`` are the mentions of each sentence; a state counts by itself, by its bodies and by its capital if the
    opening of the article names it.
    """
    press = lexicon.values(f"{VOCAB}language/{lexicon.language}", DD + "pressState")
    if not press:
        return ""
    doubtful = ""
    for mentions in found[:_OPENING]:
        meant: dict[int, set[str]] = defaultdict(set)
        for mention in mentions:
            owned = (mention.iri, *(lexicon.value(mention.iri, DD + name) for name in ("actsFor", "capitalOf")))
            meant[mention.first] |= press.intersection(owned)
        for states in filter(None, meant.values()):
            if len(states) == 1:
                return min(states)
            # Oman and Amman are one word.
            doubtful = doubtful or min(states)
    return doubtful
