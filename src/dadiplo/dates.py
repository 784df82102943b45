"""Stated dates and the days they can mean: a month lasts from its first to its last day."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Iterable, Iterator

from dadiplo.resources import DD, PREFIXES
from dadiplo.store import IRI, Literal, Quad

_XSD = PREFIXES["xsd"]
_PRECISION = {4: "gYear", 7: "gYearMonth", 10: "date"}
#: Property of a stated date → which ends of the time it gives.
_ENDS = {
    DD + "date": ("earliest", "latest"),
    DD + "began": ("earliest",),
    DD + "ended": ("latest",),
    PREFIXES["dcterms"] + "issued": ("earliest", "latest"),
}


def date_literal(value: str) -> Literal:
    """Return a stated date (``2025``, ``2025-07`` or ``2025-07-16``) with the datatype of its precision."""
    return Literal(value, datatype=IRI(_XSD + _PRECISION[len(value)]))


def bounds(value: str) -> tuple[str, str] | None:
    """Return the first and the last day that a stated date can mean, or ``None`` if it is no date."""
    if not re.fullmatch(r"[0-9]{4}(-[0-9]{2}){0,2}", value):
        return None
    first = (value + "-01-01")[:10]
    try:
        day = dt.date.fromisoformat(first)
    except ValueError:
        return None
    if len(value) == 4:
        return first, f"{value}-12-31"
    last = calendar.monthrange(day.year, day.month)[1] if len(value) == 7 else day.day
    return first, f"{value[:7]}-{last:02d}"


#: Folder of the names of events that are told apart by their dates, as they are done again and again → class.
DATED = {"agreement": "Agreement", "meeting": "Meeting", "visit": "Visit", "measure": "LegalMeasure"}


def naming_date(folder: str, date: str) -> str:
    """Return the part of a stated date that belongs to the name of an event: of an agreement the year."""
    return date[: len("2025")] if folder == "agreement" else date


def with_bounds(quads: Iterable[Quad]) -> Iterator[Quad]:
    """Yield the first and last days of all stated dates, each in the graph of its date."""
    for quad in quads:
        ends = _ENDS.get(quad.predicate.value)
        days = bounds(quad.object.value) if ends and isinstance(quad.object, Literal) else None
        if ends and days:
            for end in ends:
                day = Literal(days[0] if end == "earliest" else days[1], datatype=IRI(_XSD + "date"))
                yield Quad(quad.subject, IRI(DD + end), day, quad.graph_name)
