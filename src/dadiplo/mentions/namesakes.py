"""Which of the entities with one name is meant: bodies of several states, states and capitals, everyday words."""

from __future__ import annotations

import unicodedata
from collections import Counter, defaultdict
from functools import cached_property
from typing import TYPE_CHECKING

from dadiplo.folding import fold
from dadiplo.lexicon import CUE
from dadiplo.model import Mention
from dadiplo.resources import DD, ID

if TYPE_CHECKING:
    from dadiplo.mentions.finder import MentionFinder

#: What a demonym stands before.
_DESCRIBED = ("office", "body-kind", "topic", "organization", "person", "instrument-kind", "measure-kind", "asset")
_OFFICIAL = {CUE + name for name in ("envoy", "firm", "counterpart", "and", "capital")}


class Namesakes:
    """Tells entities with one name apart for a ``MentionFinder``, by all that the lexicon found in its article."""

    def __init__(self, finder: MentionFinder, found: list[list[Mention]]) -> None:
        self.finder = finder
        self.lexicon = finder.lexicon
        self._found = found
        #: How often each state is named.
        self.states = Counter(m.iri for mentions in found for m in mentions if m.kind == "state")
        #: (state, other state) → how often the first is spelled like the capital of the second.
        self._spelled = self._spelled_alike()

    def meant(self, entities: list[Mention], found: list[Mention]) -> list[Mention]:
        """Of bodies with one name keep the one whose state the article names.

        An abbreviation names a body only if the article names its state, a mere kind only that of the main one.
        """
        kinds = {(mention.first, mention.last) for mention in found if mention.kind == "body-kind"}
        groups: dict[tuple[int, int], list[Mention]] = defaultdict(list)
        for mention in entities:
            if mention.kind == "organization":
                groups[mention.first, mention.last].append(mention)
        dropped = self.other_capitals(entities) | self._everyday_words(entities, found)
        dropped |= self._of_others(entities, found)
        for span, group in groups.items():
            states = {mention: self.states.get(self.lexicon.value(mention.iri, DD + "actsFor"), 0) for mention in group}
            best = max(group, key=lambda mention: (states[mention], mention.iri))
            for mention in group:
                state = self.lexicon.value(mention.iri, DD + "actsFor")
                short = mention.first == mention.last and self.finder.document.text[mention.span.start].isascii()
                unnamed = bool(state) and not states[mention]
                here = self.finder.homes.heading_over(mention.span.start) if span in kinds else ""
                other = span in kinds and state not in ("", here or self.finder.homes.main)
                if (short and unnamed) or other or mention.iri != best.iri:
                    dropped.add(mention)
        text = self.finder.document.text
        # "US$": money.
        money = {m for m in entities if m.kind == "state" and text.startswith("$", m.span.end)}
        return [mention for mention in entities if mention not in dropped | money]

    def _of_others(self, entities: list[Mention], found: list[Mention]) -> set[Mention]:
        """Return the bodies that are not those of their state, as another stands behind ("the Mint of Y", not X's)."""
        if self.lexicon.order != "SVO":
            return set()
        of = {m.last for m in found if m.iri == CUE + "of"}
        states = {m.first: m.iri for m in found if m.kind == "state" and m.form != "demonym" and m.first - 1 in of}
        dropped = set()
        for body in (m for m in entities if m.kind == "organization"):
            home, behind = self.lexicon.value(body.iri, DD + "actsFor"), states.get(body.last + 2, "")
            if behind and home.startswith(f"{ID}state/") and home != behind:
                dropped.add(body)
        return dropped

    def other_capitals(self, entities: list[Mention]) -> set[Mention]:
        """Return what is not meant of a state and the capital of another spelled alike: what the article names less."""
        dropped: set[Mention] = set()
        for place in [m for m in entities if m.kind == "place"]:
            capital_of = self.lexicon.value(place.iri, DD + "capitalOf")
            for state in [m for m in entities if m.kind == "state" and (m.first, m.last) == (place.first, place.last)]:
                if capital_of and capital_of != state.iri:
                    text = self.finder.document.text[place.span.start : place.span.end]
                    if text in self._vowelled(place.iri) ^ self._vowelled(state.iri):
                        # A sign of doubling or a vowel tells Amman from Oman.
                        dropped.add(state if text in self._vowelled(place.iri) else place)
                        continue
                    others = self.states[state.iri] - self._spelled[state.iri, capital_of]
                    dropped.add(state if self.states[capital_of] > others else place)
        return dropped

    def _vowelled(self, iri: str) -> set[str]:
        """Return the name of an entity in the language of the article, if it is written with vowel signs."""
        label = self.lexicon.labels.get(iri, {}).get(self.finder.document.language, "")
        return {label} if any(unicodedata.combining(char) for char in label) else set()

    def _everyday_words(self, entities: list[Mention], found: list[Mention]) -> set[Mention]:
        """Names of states that are everyday words count only beside a preposition, and if named otherwise too."""
        dropped: set[Mention] = set()
        for mention in [m for m in entities if m.kind == "state" and m.first == m.last and not m.cues]:
            words = self.lexicon.values(mention.iri, DD + "everydayWord")
            if not words:
                continue
            text = self.finder.document.text[mention.span.start : mention.span.end]
            beside = {mention.first - 1} if self.lexicon.order != "SOV" else {mention.last + 1}
            cued = any(m.kind == "cue" and {m.first, m.last} & beside for m in found)
            alike = fold(text) in {fold(word) for word in words}
            if mention.form == "demonym":
                # "Chinese" stands before what is so, sugar alone.
                described = {m.first for m in [*entities, *found] if m.kind in _DESCRIBED or m.iri in _OFFICIAL}
                if alike and mention.last + 1 not in described and not self._named_otherwise(mention.iri, fold(text)):
                    dropped.add(mention)
                continue
            if alike and not (cued and self._named_otherwise(mention.iri, fold(text))):
                dropped.add(mention)
        return dropped

    def _named_otherwise(self, state: str, name: str) -> bool:
        """Tell whether the article names a state by another word too, or its capital."""
        names, capitals = self._named
        return state in capitals or bool(names[state] - {name})

    @cached_property
    def _named(self) -> tuple[dict[str, set[str]], set[str]]:
        """The folded words by which the article names each state, and the states whose capital it names."""
        names: dict[str, set[str]] = defaultdict(set)
        capitals: set[str] = set()
        for mention in (m for found in self._found for m in found):
            capitals.add(self.lexicon.value(mention.iri, DD + "capitalOf"))
            if mention.kind == "state":
                names[mention.iri].add(fold(self.finder.document.text[mention.span.start : mention.span.end]))
        return names, capitals

    def _spelled_alike(self) -> Counter[tuple[str, str]]:
        counts: Counter[tuple[str, str]] = Counter()
        for found in self._found:
            places = {
                (m.first, m.last): self.lexicon.value(m.iri, DD + "capitalOf") for m in found if m.kind == "place"
            }
            counts.update(
                (m.iri, places[m.first, m.last]) for m in found if m.kind == "state" and (m.first, m.last) in places
            )
        return counts
