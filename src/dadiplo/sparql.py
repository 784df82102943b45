"""A user's own SPARQL query, made safe: rows, triples or a truth value."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice

from dadiplo.lookup import label
from dadiplo.resources import compact
from dadiplo.store import IRI, Literal, Quad, QueryBoolean, QuerySolutions, Row, Store, Term
from dadiplo.tables import Cell, Table


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows of a SELECT; ``cut`` if there were more than asked for."""

    names: tuple[str, ...]
    rows: tuple[Row, ...]
    cut: bool = False


def run(store: Store, text: str, name: str = "query", *, limit: int | None = None) -> bool | list[Quad] | Rows:
    """Return the result of a query: the truth of an ASK, the triples of a CONSTRUCT or DESCRIBE, the rows of a SELECT.

    Rows of a query without ORDER BY, which have no order of their own, are sorted; so they are the same in every run.

    Args:
        store: the graph.
        text: SPARQL 1.1; the prefixes of dadiplo are declared.
        name: how to call the query in an error.
        limit: rows or triples after which to stop; no limit if ``None``.

    Raises:
        InputError: the text is not SPARQL.
        RefusedError: it would change data, read a file or call the network.

    """
    result = store.query(text, name=name)
    if isinstance(result, QueryBoolean):
        return bool(result)
    if isinstance(result, QuerySolutions):
        names = tuple(variable.value for variable in result.variables)
        rows = [tuple(row) for row in islice(result, None if limit is None else limit + 1)]
        cut = limit is not None and len(rows) > limit
        rows = rows[:limit]
        if not re.search(r"\border\s+by\b", text, re.IGNORECASE):
            rows.sort(key=lambda row: [str(term or "") for term in row])
        return Rows(names, tuple(rows), cut)
    return [Quad(triple.subject, triple.predicate, triple.object) for triple in islice(result, limit)]


def to_table(store: Store, found: Rows, language: str = "en") -> Table:
    """Return rows as a table with names in a language."""
    rows = [[_cell(store, term, language) for term in row] for row in found.rows]
    return Table(found.names, found.names, rows)


def _cell(store: Store, term: Term | None, language: str) -> Cell:
    if isinstance(term, IRI):
        name = label(store, term.value, language)
        return Cell(name if name != compact(term.value) else compact(term.value), term.value)
    if isinstance(term, Literal):
        return Cell(term.value)
    return Cell("" if term is None else str(term))
