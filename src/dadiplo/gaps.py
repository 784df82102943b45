"""What is not known of an agreement, body, person or state: contradictions, failed shapes, open questions; ranked."""

from __future__ import annotations

import re
from dataclasses import dataclass

from dadiplo.citations import Citation, cite
from dadiplo.conflicts import conflicts
from dadiplo.lookup import label
from dadiplo.network import events_of
from dadiplo.phrases import phrase
from dadiplo.questions import bind
from dadiplo.resources import folder
from dadiplo.store import IRI, Store
from dadiplo.tables import Cell, Table
from dadiplo.validation import SEVERITIES, validate_nodes

_HEADER = re.compile(r"^#\+ (message|rank)(?:@([a-z]{2}))?: (.*)$", re.MULTILINE)
#: Rank of a contradiction; those of failed shapes, by severity; those of ``queries/gaps`` stand in their files.
_CONTESTED = 1
_SHAPES = dict(zip(SEVERITIES, (1, 2, 4), strict=True))


@dataclass(frozen=True, slots=True, order=True)
class Gap:
    """Something that is not known of a thing; the most pressing have the lowest rank."""

    rank: int
    #: Whether it is of something in which the thing asked about takes part.
    indirect: bool
    thing: str
    #: Name of the shape or query, or the property that sources contest.
    rule: str
    message: str


def gaps(store: Store, thing: str, language: str = "en") -> list[Gap]:
    """Return what is not known of a thing and of the events in which it takes part, the most pressing first.

    Args:
        store: the graph.
        thing: IRI of an event, agent or reserve.
        language: of the messages.

    """
    found = set()
    for conflict in conflicts(store, thing, language):
        values = phrase("comma", language).join(_value(store, side.value, language) for side in conflict.sides)
        told = phrase("differ", language, property=label(store, conflict.property, language), values=values)
        found.add(Gap(_CONTESTED, conflict.thing != thing, conflict.thing, conflict.property.rsplit("#", 1)[-1], told))
    for result in validate_nodes(store, {IRI(thing), *events_of(store, thing)}).results:
        rank = _SHAPES[result.severity]
        found.add(Gap(rank, result.focus != thing, result.focus, result.shape, result.message(language)))
    for path in sorted((folder("queries") / "gaps").glob("*.rq")):
        text = path.read_text(encoding="utf-8")
        header = {(key, tag or "en"): value for key, tag, value in _HEADER.findall(text)}
        message = header.get(("message", language)) or header["message", "en"]
        _, rows = store.select(bind(text, {"thing": IRI(thing)}))
        for (focus,) in rows:
            if focus is not None:
                found.add(Gap(int(header["rank", "en"]), focus.value != thing, focus.value, path.stem, message))
    return sorted(found)


def as_table(store: Store, found: list[Gap], language: str = "en", *, cited: bool = False) -> Table:
    """Return gaps as a table; with ``cited`` each has the numbers of the sources of its thing."""
    rows = [[Cell(label(store, gap.thing, language), gap.thing), Cell(gap.message)] for gap in found]
    headings = [phrase("thing", language), phrase("not-known", language)]
    if not cited:
        return Table(("thing", "unknown"), headings, rows)
    sources: dict[Citation, int] = {}
    numbers = []
    for gap in found:
        citations = cite(store, {"thing": IRI(gap.thing)}, ["thing"], language)
        numbers.append([sources.setdefault(citation, len(sources) + 1) for citation in citations])
    return Table(("thing", "unknown"), headings, rows, numbers, list(sources))


def checked() -> int:
    """Return how many rules are asked of a thing: shapes of ``shapes/`` and queries of ``queries/gaps``."""
    from dadiplo.validation import shape_quads

    shapes = {quad.subject for quad in shape_quads() if quad.predicate.value.endswith("shacl#severity")}
    return len(shapes) + len(list((folder("queries") / "gaps").glob("*.rq")))


def _value(store: Store, term: object, language: str) -> str:
    return label(store, term.value, language) if isinstance(term, IRI) else str(getattr(term, "value", term))
