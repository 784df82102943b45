"""From the rows of an analysis to a table in a language, with its sources; and what to say if there are none."""

from __future__ import annotations

from dadiplo import network
from dadiplo.analysis.registry import Analysis, Names, Request, Result, Row, Value, Words, days
from dadiplo.citations import Citation, cite
from dadiplo.lookup import label
from dadiplo.network import Selection
from dadiplo.phrases import phrase
from dadiplo.resources import DD
from dadiplo.store import IRI, Store, Term
from dadiplo.tables import Cell, Table

#: The file of ``data/`` with the sentences and headings of analyses.
_FILE = "analysis"


def summary(analysis: Analysis, language: str = "en") -> str:
    """Return the question that an analysis answers."""
    return phrase(f"analysis-{analysis.name}", language, _FILE)


def to_table(store: Store, analysis: Analysis, result: Result, language: str = "en", *, cited: bool = False) -> Table:
    """Return the table of a result; with ``cited`` each row has the numbers of the sources of its events."""
    headings = [phrase(f"column-{column}", language, _FILE) for column in analysis.columns]
    rows = [[_cell(store, value, language) for value in row.values] for row in result.rows]
    notes = [_said(store, note, language) for note in result.notes]
    if not cited:
        return Table(analysis.columns, headings, rows, notes=notes)
    sources: dict[Citation, int] = {}
    numbers = []
    for row in result.rows:
        found = sorted({citation for event in row.events for citation in _citations(store, row, event, language)})
        numbers.append([sources.setdefault(citation, len(sources) + 1) for citation in found])
    return Table(analysis.columns, headings, rows, numbers, list(sources), notes)


def absence(store: Store, analysis: Analysis, request: Request, language: str = "en") -> str:
    """Return why there are no rows: no event of the agent or kind, none that the filters leave, or nothing follows."""
    wanted = request.selection
    areas = [wanted.kind] if wanted.kind else list(analysis.areas) or ["Event"]
    comma = phrase("comma", language)
    area = comma.join(label(store, kind if ":" in kind else DD + kind, language) for kind in areas)
    every = network.events(store, Selection(modality="any"))
    if request.about and not any(request.about in event.agents for event in every):
        return phrase("empty-unknown", language, agent=label(store, request.about, language))
    known = [event for event in every if areas == ["Event"] or event.type in areas or event.kind in areas]
    if not known:
        return phrase("empty-graph", language, _FILE, area=area)
    left = [event for event in known if wanted.admits(event)]
    if left:
        return phrase("empty-result", language, _FILE, area=area, count=len(left))
    first, last = days(known)
    return phrase("empty-filter", language, _FILE, area=area, count=len(known), first=first or "?", last=last or "?")


def _citations(store: Store, row: Row, event: str, language: str) -> list[Citation]:
    things = {iri for value in row.values if isinstance(value, Names) for iri in value.iris if iri != event}
    terms: dict[str, Term | None] = {f"thing{number}": IRI(iri) for number, iri in enumerate(sorted(things))}
    return cite(store, {"event": IRI(event), **terms}, ("event",), language)


def _cell(store: Store, value: Value, language: str) -> Cell:
    if isinstance(value, Names) and len(value.iris) == 1 and not value.counts:
        return Cell(label(store, value.iris[0], language), value.iris[0])
    if isinstance(value, (int, float)):
        return Cell(f"{value:.3f}" if isinstance(value, float) else str(value), number=value)
    return Cell(_text(store, value, language))


def _text(store: Store, value: object, language: str) -> str:
    if isinstance(value, Names):
        # A topic and a kind can have one name, such as "sanctions".
        names = [label(store, iri, language) for iri in value.iris]
        if value.counts:
            names = [f"{text} ({count})" for text, count in zip(names, value.counts, strict=True)]
        return phrase("comma", language).join(dict.fromkeys(names))
    if isinstance(value, Words):
        return _said(store, value, language)
    if isinstance(value, tuple):
        return phrase("semicolon", language).join(_text(store, part, language) for part in value)
    return str(value)


def _said(store: Store, words: Words, language: str) -> str:
    slots = {slot: _text(store, value, language) for slot, value in words.slots}
    return phrase(words.phrase, language, _FILE, **slots)
