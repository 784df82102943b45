"""Which body named before a definite noun means: "the bank", "the two banks"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dadiplo.resources import ID

if TYPE_CHECKING:
    from dadiplo.mentions import MentionFinder

_SEVERAL = 2


def body_meant(finder: MentionFinder, word: str, at: int) -> str:
    """Return the body that a definite noun at a place in the text means by the head word of its name, or nothing."""
    found = bodies_meant(finder, word)
    return _nearest(finder, list(found), at) if finder.lexicon.name_shape == "head-first" else next(found, "")


def bodies_meant(finder: MentionFinder, word: str) -> Iterator[str]:
    """Yield the bodies that a definite noun can mean by the head word of a name, the last one introduced first."""
    lexicon = finder.lexicon
    both = lexicon.name_shape == "capitals"
    stems = {a.stem for a in lexicon.analyses(word) if a.definite or both}
    for iri, names in reversed(finder.names.items()) if stems else ():
        if not iri.startswith(ID + "org/"):
            continue
        heads = {name[0] for name in names} | ({name[-1] for name in names} if both else set())
        if stems & {a.stem for head in heads for a in lexicon.analyses(head)}:
            yield iri


def _nearest(finder: MentionFinder, bodies: list[str], at: int) -> str:
    """Return of several bodies the one meant at a place: the last of its paragraph, else the most named, or nothing."""
    if len(bodies) < _SEVERAL:
        return next(iter(bodies), "")
    start = finder.document.text.rfind("\n", 0, at) + 1
    told = {iri: [m.start for m in finder.records[iri].mentions if m.start < at] for iri in bodies}
    beside = [(max(places), iri) for iri, places in told.items() if places and max(places) >= start]
    return max(beside)[1] if beside else max(bodies, key=lambda iri: len(told[iri]))
