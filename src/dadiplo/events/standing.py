"""How an event read in an article stands among the others, once of all is known how likely they are told.

Of two readings of the same words one is told, and what nearly nothing else in its article bears out is not: so each
event is weighed again beside its rivals, by a few measures (collective classification: P. Sen and others, 2008). The
trees that weigh them are data (``data/trees``); ``tests/corpus/train.py`` learns them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from math import log
from typing import TYPE_CHECKING, NamedTuple

from dadiplo.model import Span

if TYPE_CHECKING:
    from dadiplo.events.reader import EventReader

#: Probabilities nearer to 0 or 1 are not told apart.
_SUREST = 0.999


class Read(NamedTuple):
    """An event read: type and place, how likely sentence and words tell such a one, and how likely it is told."""

    type: str
    span: Span
    sentence: int
    likely: tuple[float, float]
    probability: float


def standings(reader: EventReader, events: list[Read]) -> list[dict[str, float]]:
    """Return for each event read in an article its measures."""
    if not events:
        return []
    article = dict(_of_article(reader))
    lead = reader.finder.sentence_from(reader.lead + 1)
    return [{**article, **dict(_of(one, events)), "in lead": float(one.sentence < lead)} for one in events]


def _of_article(reader: EventReader) -> Iterator[tuple[str, float]]:
    """Yield how long an article is, and where and how much of it is on digital assets."""
    named, behind = reader.detector.assets, max(2, reader.finder.sentence_from(reader.lead + 1))
    on = [reader.detector.is_on_assets(number) for number in range(len(named))]
    yield "sentences", float(len(named))
    yield "names assets", sum(named) / len(named)
    yield "on assets", sum(on) / len(on)
    yield "lead names assets", float(any(named[1:behind]))


def _of(one: Read, events: list[Read]) -> Iterator[tuple[str, float]]:
    """Yield how likely an event is, and those that stand beside it, are like it, or are told elsewhere."""
    others = [other for other in events if other is not one]
    beside = [other for other in others if other.sentence == one.sentence]
    near = [other for other in others if abs(other.sentence - one.sentence) == 1]
    alike = [other for other in others if other.type == one.type]
    yield "odds", log(_bounded(one.probability) / (1 - _bounded(one.probability)))
    yield from zip(("sentence", "clause"), one.likely, strict=True)
    yield "place", float(one.sentence)
    yield from _likeliest("beside", beside)
    yield from _likeliest("overlapping", [other for other in beside if _overlap(other.span, one.span)])
    yield from _likeliest("alike beside", [other for other in beside if other.type == one.type])
    yield from _likeliest("near", near)
    yield from _likeliest("alike", alike)
    yield from _likeliest("alike before", [other for other in alike if other.span.start < one.span.start])
    yield from _likeliest("alike behind", [other for other in alike if other.span.start > one.span.start])
    yield from _likeliest("others", others)
    yield "number of others", float(len(others))
    yield "mean of others", sum(other.probability for other in others) / max(1, len(others))


def _likeliest(name: str, events: Iterable[Read]) -> Iterator[tuple[str, float]]:
    """Yield how likely the likeliest of some events is, and how many are expected."""
    probabilities = [other.probability for other in events]
    yield name, max(probabilities, default=0.0)
    yield f"sum of {name}", sum(probabilities)


def _bounded(probability: float) -> float:
    return min(max(probability, 1 - _SUREST), _SUREST)


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end
