"""A user's own SPARQL query, made safe and turned into a table, triples or a truth value."""

from __future__ import annotations

import re

from dadiplo.lookup import label
from dadiplo.resources import compact
from dadiplo.store import IRI, Literal, Quad, QueryBoolean, QuerySolutions, Store, Term
from dadiplo.tables import Cell, Table


def run(store: Store, text: str, name: str, language: str = "en") -> bool | list[Quad] | Table:
    """Return the result of a query: the truth of an ASK, the triples of a CONSTRUCT, the table of a SELECT.

    Raises:
        InputError: the text is not SPARQL.
        RefusedError: it would change data, read a file or call the network.

    """
    result = store.query(text, name=name)
    if isinstance(result, QueryBoolean):
        return bool(result)
    if isinstance(result, QuerySolutions):
        names = [variable.value for variable in result.variables]
        rows = [[_cell(store, term, language) for term in row] for row in result]
        if not re.search(r"\border\s+by\b", text, re.IGNORECASE):
            # A result without ORDER BY has no order of its own; sorted, it is the same in every run.
            rows.sort(key=lambda row: [(cell.text, cell.iri) for cell in row])
        return Table(names, names, rows)
    return [Quad(triple.subject, triple.predicate, triple.object) for triple in result]


def _cell(store: Store, term: Term | None, language: str) -> Cell:
    if isinstance(term, IRI):
        name = label(store, term.value, language)
        return Cell(name if name != compact(term.value) else compact(term.value), term.value)
    if isinstance(term, Literal):
        return Cell(term.value)
    return Cell("" if term is None else str(term))
