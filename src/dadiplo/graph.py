"""The face for Python: open a graph, ask it, get its network and its paths."""

from __future__ import annotations

import html
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dadiplo import explanation, paths, questions, sparql, tables
from dadiplo.answers import to_table
from dadiplo.cache import open_graph
from dadiplo.citations import Citation
from dadiplo.lookup import find, label
from dadiplo.network import Event, Selection
from dadiplo.network import events as events_of
from dadiplo.network import network as network_of
from dadiplo.store import Store

if TYPE_CHECKING:
    import networkx as nx
    import pandas
    import rdflib


@dataclass(frozen=True, slots=True, repr=False)
class Answer(Sequence[dict[str, str]]):
    """The rows of an answer: a sequence of dictionaries from column to text, which also prints as a table.

    A thing of the graph has its name under the column and its IRI under the column with ``_iri``.
    """

    table: tables.Table

    @property
    def columns(self) -> tuple[str, ...]:
        """Return the names of the columns."""
        return tuple(self.table.names)

    @property
    def sources(self) -> tuple[Citation, ...]:
        """Return the numbered sources, if they were asked for."""
        return tuple(self.table.sources)

    @property
    def cited(self) -> tuple[tuple[Citation, ...], ...]:
        """Return the sources of each row, if they were asked for."""
        return tuple(tuple(self.table.sources[number - 1] for number in numbers) for numbers in self.table.cited)

    def __len__(self) -> int:
        """Return how many rows there are."""
        return len(self.table.rows)

    def __getitem__(self, index: Any) -> Any:
        """Return a row, or a list of them for a slice."""
        if isinstance(index, slice):
            return [self._row(row) for row in self.table.rows[index]]
        return self._row(self.table.rows[index])

    def __iter__(self) -> Iterator[dict[str, str]]:
        """Yield the rows."""
        return (self._row(row) for row in self.table.rows)

    def to_pandas(self) -> pandas.DataFrame:
        """Return the rows as a pandas data frame.

        Raises:
            ImportError: pandas is not installed.

        """
        import pandas

        names = [part for name in self.columns for part in (name, f"{name}_iri") if part == name or self._linked(name)]
        return pandas.DataFrame(list(self), columns=names)

    def __repr__(self) -> str:
        """Return the rows as a table for a terminal."""
        return tables.as_table(self.table).rstrip("\n") or "(no rows)"

    def _repr_html_(self) -> str:
        """Return the rows as HTML for a notebook."""
        return tables.as_html(self.table)

    def _row(self, row: Sequence[tables.Cell]) -> dict[str, str]:
        result = {}
        for name, cell in zip(self.columns, row, strict=True):
            result[name] = cell.text
            if self._linked(name):
                result[f"{name}_iri"] = cell.iri
        return result

    def _linked(self, name: str) -> bool:
        index = self.columns.index(name)
        return any(row[index].iri for row in self.table.rows)


@dataclass(frozen=True, slots=True, repr=False)
class Explanation:
    """How two agents are linked: the paths, and how they read."""

    found: paths.Found
    _store: Store
    _language: str

    @property
    def paths(self) -> tuple[paths.Path, ...]:
        """Return the paths, the shortest first, then the strongest."""
        return self.found.paths

    def to(self, fmt: str) -> str:
        """Return the paths as ``text``, ``md``, ``json`` or ``trig``."""
        return explanation.FORMATS[fmt](self._store, self.found, self._language)

    def __bool__(self) -> bool:
        """Tell whether there is a path."""
        return bool(self.found.paths)

    def __repr__(self) -> str:
        """Return the paths as text, or what was searched in vain."""
        if self:
            return self.to("text").rstrip("\n")
        return explanation.near_miss(self._store, self.found, self._language)

    def _repr_html_(self) -> str:
        return f'<pre dir="auto" style="white-space: pre-wrap">{html.escape(repr(self))}</pre>'


@dataclass(frozen=True, slots=True, repr=False)
class Graph:
    """A knowledge graph that can be asked; from ``dadiplo.open``."""

    store: Store
    name: str = "shipped data"
    _sizes: dict[str, int] = field(default_factory=dict, compare=False)

    @staticmethod
    def questions() -> dict[str, str]:
        """Return the named questions with what they ask, in English."""
        return {name: questions.load(name).summary["en"] for name in questions.names()}

    def ask(self, question: str, *, lang: str = "en", cite: bool = False, **parameters: str) -> Answer:
        """Return the answer to a named question.

        Args:
            question: its name, from ``questions``.
            lang: language of names and headings: ``en``, ``ar``, ``es`` or ``ur``.
            cite: also number the sources of each row.
            parameters: the options of the question; ``as_of`` is ``--as-of``.

        Raises:
            UsageError: there is no such question or parameter, or a value names nothing.

        """
        values = {name.replace("_", "-"): str(value) for name, value in parameters.items()}
        answer = questions.ask(self.store, questions.load(question), values)
        return Answer(to_table(self.store, answer, lang, cited=cite))

    def sparql(self, query: str, *, lang: str = "en", limit: int | None = None) -> Answer | bool | rdflib.Graph:
        """Return the result of a SPARQL query: rows, the truth of an ASK, or the rdflib graph of a CONSTRUCT.

        Raises:
            InputError: the text is not SPARQL.
            RefusedError: it would change data, read a file or call the network.

        """
        found = sparql.run(self.store, query, limit=limit)
        if isinstance(found, bool):
            return found
        if isinstance(found, list):
            from dadiplo.bridge import to_graph

            return to_graph(found)
        return Answer(sparql.to_table(self.store, found, lang))

    def find(self, name: str, kind: str = "Agent") -> str:
        """Return the IRI of what a name or code means; ``kind`` is a class (``State``) or a scheme (``topic``).

        Raises:
            UsageError: nothing has that name (with the nearest names), or several things have it.

        """
        return find(self.store, name, kind)

    def label(self, iri: str, lang: str = "en") -> str:
        """Return the name of a thing in a language, else in English, else in any."""
        return label(self.store, iri, lang)

    def events(self, selection: Selection | None = None) -> list[Event]:
        """Return the events that a selection admits, those reported as actual if there is none."""
        return events_of(self.store, selection)

    def network(self, level: str = "states", selection: Selection | None = None) -> nx.MultiGraph:
        """Return the networkx graph of ``states``, ``persons``, ``bodies`` or all ``agents``.

        Nodes and edges have the attributes that ``dadiplo.network.network`` documents.
        """
        return network_of(self.store, level, selection)

    def why(
        self, one: str, other: str, *, lang: str = "en", selection: Selection | None = None, limit: int = 3
    ) -> Explanation:
        """Return how two agents, given by name, code or IRI, are linked.

        Raises:
            UsageError: a name is unknown or means several things.

        """
        start, end = find(self.store, one), find(self.store, other)
        return Explanation(paths.why(self.store, start, end, selection, limit=limit), self.store, lang)

    def to_rdflib(self) -> rdflib.Dataset:
        """Return a copy as an rdflib dataset, a named graph for each source and one for what is inferred."""
        from dadiplo.bridge import to_dataset

        return to_dataset(self.store)

    def __len__(self) -> int:
        """Return how many quads there are."""
        if "quads" not in self._sizes:
            self._sizes["quads"] = len(self.store)
        return self._sizes["quads"]

    def __repr__(self) -> str:
        """Return the name and the size."""
        return f"<dadiplo graph of {self.name}: {len(self):,} quads in {len(self.store.graphs())} graphs>"


def open(path: str | Path | None = None) -> Graph:
    """Return the graph in an RDF file or in a folder that ``dadiplo build`` wrote, or the graph of the shipped data.

    Raises:
        InputError: the path is no RDF file and no such folder.

    """
    if path is None:
        return Graph(open_graph())
    return Graph(open_graph(Path(path)), str(path))
