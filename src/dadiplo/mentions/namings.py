"""What an article calls its entities, and where it names them: found by word or by place, however long it is."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Iterator, Set

from dadiplo.lexicon import Lexicon
from dadiplo.model import Span
from dadiplo.resources import ID

#: The folded words of a name.
Name = tuple[str, ...]

_BODY = f"{ID}org/"


class Names:
    """The names by which one article calls its entities."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        #: Entity → its names; the entity named first stands first.
        self._of: dict[str, list[Name]] = {}
        self._introduced: dict[str, int] = {}
        #: Word of a name → who has it; reading of a word → the bodies that have it in a name.
        self._with_word: dict[str, set[str]] = defaultdict(set)
        self._with_stem: dict[str, set[str]] = defaultdict(set)

    def add(self, iri: str, name: Name) -> None:
        """Remember a name of an entity."""
        known = self._of.setdefault(iri, [])
        self._introduced.setdefault(iri, len(self._introduced))
        if not name or name in known:
            return
        known.append(name)
        for word in name:
            self._with_word[word].add(iri)
            if iri.startswith(_BODY):
                for analysis in self._lexicon.analyses(word):
                    self._with_stem[analysis.stem].add(iri)

    def rename(self, old: str, new: str) -> None:
        """Give an entity the names of another: it has another IRI from now on."""
        for name in self._of.get(old, ()):
            self.add(new, name)

    def of(self, iri: str) -> list[Name]:
        """Return the names of an entity."""
        return self._of.get(iri, [])

    def with_word(self, word: str) -> Set[str]:
        """Return the entities that have a folded word in a name."""
        return self._with_word.get(word, set())

    def bodies_with(self, stems: Set[str]) -> list[str]:
        """Return the bodies that have a word in a name that can be read as one of the stems, the latest first."""
        found = {iri for stem in stems for iri in self._with_stem.get(stem, ())}
        return sorted(found, key=self._introduced.__getitem__, reverse=True)


class Namings:
    """The places where one article names its entities."""

    def __init__(self) -> None:
        #: (start, entity, end), in order.
        self._all: list[tuple[int, str, int]] = []

    def add(self, iri: str, span: Span) -> None:
        """Note that an entity is named at a place."""
        insort(self._all, (span.start, iri, span.end))

    def rename(self, old: str, new: str) -> None:
        """Note that an entity has another IRI from now on."""
        self._all = sorted((start, new if iri == old else iri, end) for start, iri, end in self._all)

    def before(self, place: int) -> Iterator[tuple[Span, str]]:
        """Yield who is named before a place in the text, and where, the last one first."""
        for number in range(bisect_left(self._all, (place,)) - 1, -1, -1):
            start, iri, end = self._all[number]
            yield Span(start, end), iri

    def inside(self, span: Span) -> Iterator[str]:
        """Yield who is named inside a span, in order."""
        for number in range(bisect_left(self._all, (span.start,)), len(self._all)):
            start, iri, end = self._all[number]
            if start >= span.end:
                return
            if end <= span.end:
                yield iri
