"""From an answer in terms of the graph to a table in a language, with its citations."""

from __future__ import annotations

import re

from dadiplo.citations import Citation, cite
from dadiplo.lookup import label
from dadiplo.questions import Answer
from dadiplo.resources import PREFIXES, expand
from dadiplo.store import IRI, Literal, Store, Term
from dadiplo.tables import Cell, Table

_LABEL = re.compile(r'"([^"]*)"@([a-z]{2})')


def to_table(store: Store, answer: Answer, language: str = "en", *, cited: bool = False) -> Table:
    """Return the table of an answer; with ``cited`` each row has the numbers of its sources."""
    columns = answer.columns
    headings = [_heading(store, answer.question.columns.get(name, ""), name, language) for name in columns]
    rows = [[_cell(store, row[name], language) for name in columns] for row in answer.rows]
    if not cited:
        return Table(columns, headings, *_distinct(rows, []))
    sources: dict[Citation, int] = {}
    numbers = []
    for row in answer.rows:
        found = cite(store, row, answer.question.evidence, language)
        numbers.append([sources.setdefault(citation, len(sources) + 1) for citation in found])
    rows, numbers = _distinct(rows, numbers)
    return Table(columns, headings, rows, numbers, list(sources))


def _distinct(rows: list[list[Cell]], numbers: list[list[int]]) -> tuple[list[list[Cell]], list[list[int]]]:
    """Join rows that show the same; they differ only in what they rest on."""
    merged: dict[tuple[Cell, ...], list[int]] = {}
    for index, row in enumerate(rows):
        known = merged.setdefault(tuple(row), [])
        known += [n for n in (numbers[index] if numbers else []) if n not in known]
    return [list(row) for row in merged], list(merged.values())


def _heading(store: Store, told: str, name: str, language: str) -> str:
    labels = {tag: text for text, tag in _LABEL.findall(told)}
    if labels:
        return str(labels.get(language) or labels["en"])
    if told.partition(":")[0] in PREFIXES:
        text = label(store, expand(told), language)
        return text.lower() if text.istitle() or language == "es" else text[:1].lower() + text[1:]
    return re.sub(r"(?<!^)(?=[A-Z])", " ", name).lower()


def _cell(store: Store, term: Term | None, language: str) -> Cell:
    if isinstance(term, IRI):
        return Cell(label(store, term.value, language), term.value)
    if isinstance(term, Literal):
        return Cell(" ".join(term.value.split()))
    return Cell("")
