"""RDF terms, parsing and the quad store: the one module that knows Oxigraph.

All other modules speak of ``IRI``, ``Literal`` and ``Quad`` and call the functions here, so that another
engine would be a change of this file alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TypeAlias

import pyoxigraph as ox

from dadiplo.errors import InputError, RefusedError, UsageError
from dadiplo.resources import OWN_GRAPH, PREFIXES

IRI = ox.NamedNode
BlankNode = ox.BlankNode
Literal = ox.Literal
Quad = ox.Quad
DefaultGraph = ox.DefaultGraph
QueryBoolean = ox.QueryBoolean
QuerySolutions = ox.QuerySolutions
Term: TypeAlias = ox.NamedNode | ox.BlankNode | ox.Literal
Row: TypeAlias = tuple[Term | None, ...]
Triple: TypeAlias = tuple[ox.NamedNode | ox.BlankNode, ox.NamedNode, Term]

XSD_STRING = "http://www.w3.org/2001/XMLSchema#string"
LANG_STRING = "http://www.w3.org/1999/02/22-rdf-syntax-ns#langString"

#: Name on the command line → RDF format, and the file endings that mean it.
FORMATS: dict[str, ox.RdfFormat] = {
    "turtle": ox.RdfFormat.TURTLE,
    "trig": ox.RdfFormat.TRIG,
    "ntriples": ox.RdfFormat.N_TRIPLES,
    "nquads": ox.RdfFormat.N_QUADS,
    "jsonld": ox.RdfFormat.JSON_LD,
    "rdfxml": ox.RdfFormat.RDF_XML,
}
SUFFIXES: dict[str, str] = {
    ".ttl": "turtle",
    ".trig": "trig",
    ".nt": "ntriples",
    ".nq": "nquads",
    ".jsonld": "jsonld",
    ".json": "jsonld",
    ".rdf": "rdfxml",
    ".owl": "rdfxml",
    ".xml": "rdfxml",
}

#: SPARQL words that change data, read files or call the network when they stand outside strings and IRIs.
_FORBIDDEN = {
    "SERVICE": "a query that calls another endpoint",
    "LOAD": "a request that reads a file or a page",
    "INSERT": "an update",
    "DELETE": "an update",
    "CLEAR": "an update",
    "DROP": "an update",
    "CREATE": "an update",
    "COPY": "an update",
    "MOVE": "an update",
    "ADD": "an update",
}
_NOT_CODE = re.compile(
    r'"""(?:[^"\\]|\\.|"(?!""))*"""'
    r"|'''(?:[^'\\]|\\.|'(?!''))*'''"
    r'|"(?:[^"\\\n]|\\.)*"'
    r"|'(?:[^'\\\n]|\\.)*'"
    r"|<[^<>\"{}|^`\\\s]*>"
    r"|#[^\n]*",
)
_FROM = re.compile(r"\bFROM\s+(?:NAMED\s+)?<(?!https?:|urn:)([^>]*)>", re.IGNORECASE)


def triple_of(quad: Quad) -> Triple:
    """Return subject, predicate and object of a quad."""
    return quad.subject, quad.predicate, quad.object  # type: ignore[return-value]


def graph_of(quad: Quad) -> str:
    """Return the IRI of the graph of a quad, or an empty string if it is in none."""
    return "" if isinstance(quad.graph_name, DefaultGraph) else quad.graph_name.value


def parse(data: bytes | str, fmt: str, *, name: str, base: str | None = None) -> list[Quad]:
    """Return the quads of an RDF document in memory.

    Args:
        data: the document.
        fmt: a key of ``FORMATS``.
        name: how to call the document in an error.
        base: IRI against which relative IRIs are read.

    Raises:
        InputError: the document is not well formed.
        RefusedError: it would fetch something or expand entities (a DOCTYPE, a remote JSON-LD context).

    """
    if fmt == "rdfxml":
        head = data if isinstance(data, str) else data.decode("utf-8", "replace")
        if re.search(r"<!DOCTYPE|<!ENTITY", head, re.IGNORECASE):
            raise RefusedError(f"{name}: a DOCTYPE is not read; remove it and write entities out")
    try:
        quads = list(ox.parse(input=data, format=FORMATS[fmt], base_iri=base))
    except SyntaxError as error:
        message = str(error.msg)
        if "LoadDocumentCallback" in message:
            raise RefusedError(f"{name}: a remote @context is not fetched; write the context inline") from None
        where = f"{name}:{error.lineno}:{error.offset}" if error.lineno else name
        message = re.sub(
            r"^Parser error (?:at|between) line \d+ column \d+(?: and (?:line \d+ )?column \d+)?: ",
            "",
            message,
        )
        raise InputError(f"{where}: {' '.join(message.split())}") from None
    except (ValueError, OSError) as error:
        raise InputError(f"{name}: {error}") from None
    if any(isinstance(quad.object, ox.Triple) for quad in quads):
        raise InputError(f"{name}: triple terms of RDF 1.2 are not read; write the statement as a node")
    return quads


def stable(quads: Iterable[Quad]) -> list[Quad]:
    """Return the quads with blank nodes named by their content (RDFC-1.0), the same in every run."""
    named: list[Quad] = []
    nameless: list[Quad] = []
    for quad in quads:
        blank = isinstance(quad.subject, BlankNode) or isinstance(quad.object, BlankNode)
        (nameless if blank else named).append(quad)
    if nameless:
        # Names depend on the quads with blank nodes alone (RDFC-1.0, 4.6), so the others need not be hashed.
        dataset = ox.Dataset(nameless)
        dataset.canonicalize(ox.CanonicalizationAlgorithm.RDFC_1_0)
        nameless = sorted(dataset, key=str)
    return named + nameless


def serialize(quads: Iterable[Quad], fmt: str) -> bytes:
    """Return quads in one of the line formats or RDF/XML, in the order given."""
    return bytes(ox.serialize(quads, format=FORMATS[fmt], prefixes=PREFIXES) or b"")


def format_of(path: Path) -> str:
    """Return the RDF format that a file's ending stands for.

    Raises:
        InputError: the ending is none of ``SUFFIXES``.

    """
    try:
        return SUFFIXES[path.suffix.lower()]
    except KeyError:
        raise InputError(f"{path}: unknown ending; use one of {' '.join(SUFFIXES)}") from None


class Store:
    """Named graphs, in memory or on disk, that answer SPARQL queries.

    The default graph of a query is the merge of all named graphs: a triple that two sources state is there once.
    """

    def __init__(self, inner: ox.Store | None = None, folder: Path | None = None) -> None:
        self._inner = inner if inner is not None else ox.Store()
        #: Where a store on disk lies that is open for reading only.
        self.folder = folder

    @classmethod
    def open_folder(cls, path: Path) -> Store:
        """Open a store on disk for reading only; several processes may do so at once."""
        return cls(ox.Store.read_only(str(path)), path)

    @staticmethod
    def write_folder(path: Path, quads: Iterable[Quad]) -> None:
        """Write a new store on disk and close it."""
        inner = ox.Store(str(path))
        added = list(_in_graphs(quads))
        inner.bulk_extend(added)
        inner.bulk_extend(Quad(quad.subject, quad.predicate, quad.object) for quad in added)
        inner.flush()

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def __iter__(self) -> Iterator[Quad]:
        """Yield the quads of the named graphs."""
        for graph in self._inner.named_graphs():
            yield from self._inner.quads_for_pattern(None, None, None, graph)

    def extend(self, quads: Iterable[Quad]) -> None:
        """Add quads; what is in no graph is taken for a source of its own."""
        added = list(_in_graphs(quads))
        if not added:
            return
        if next(iter(self._inner.quads_for_pattern(None, None, None)), None) is not None:
            self._inner.bulk_extend(added)
            self._inner.bulk_extend([Quad(quad.subject, quad.predicate, quad.object) for quad in added])
        else:
            # The engine merges the graphs of a whole file faster than quads can be made here.
            self._inner.bulk_extend(added)
            self._inner.update("INSERT { ?s ?p ?o } WHERE { GRAPH ?g { ?s ?p ?o } }")

    def drop(self, graph: str) -> None:
        """Remove a named graph; what no other graph states leaves the merge too."""
        self.remove(list(self.match(graph=IRI(graph))))
        self._inner.remove_graph(IRI(graph))

    def remove(self, quads: Iterable[Quad]) -> None:
        """Remove quads of named graphs; what no other graph states leaves the merge too."""
        for quad in quads:
            self._inner.remove(quad)
            triple = triple_of(quad)
            if next(iter(q for q in self._inner.quads_for_pattern(*triple, None) if graph_of(q)), None) is None:
                self._inner.remove(Quad(*triple))

    def graphs(self) -> list[str]:
        """Return the IRIs of the named graphs, sorted."""
        return sorted(graph.value for graph in self._inner.named_graphs() if isinstance(graph, ox.NamedNode))

    def match(
        self,
        subject: IRI | BlankNode | None = None,
        predicate: IRI | None = None,
        obj: Term | None = None,
        graph: IRI | None = None,
    ) -> Iterator[Quad]:
        """Return the quads of a graph, or of the merge of all, that agree with the terms given."""
        return self._inner.quads_for_pattern(subject, predicate, obj, graph or ox.DefaultGraph())

    def describe(self, subject: IRI | BlankNode) -> Iterator[Quad]:
        """Yield the quads of named graphs about a subject."""
        return (quad for quad in self._inner.quads_for_pattern(subject, None, None, None) if graph_of(quad))

    def has(self, subject: IRI | BlankNode, predicate: IRI, obj: Term) -> bool:
        """Tell whether any graph has the triple."""
        return Quad(subject, predicate, obj) in self._inner

    def construct(self, query: str) -> Iterator[tuple[IRI | BlankNode, IRI, Term]]:
        """Return the triples of a trusted CONSTRUCT query."""
        result = self._run(query)
        if not isinstance(result, ox.QueryTriples):
            raise UsageError("this query is not a CONSTRUCT or DESCRIBE")
        for triple in result:
            yield triple.subject, triple.predicate, triple.object

    def select(self, query: str) -> tuple[list[str], Iterator[Row]]:
        """Return the variables and the rows of a trusted SELECT query."""
        result = self._run(query)
        if not isinstance(result, ox.QuerySolutions):
            raise UsageError("this query is not a SELECT")
        names = [variable.value for variable in result.variables]
        return names, (tuple(row) for row in result)

    def ask(self, query: str) -> bool:
        """Return the answer of a trusted ASK query."""
        result = self._run(query)
        if not isinstance(result, ox.QueryBoolean):
            raise UsageError("this query is not an ASK")
        return bool(result)

    def query(self, query: str, *, name: str = "query") -> ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples:
        """Return the result of a query that somebody else wrote.

        Raises:
            RefusedError: it would change data, read a file or call the network.
            InputError: it is not SPARQL.

        """
        refuse_unsafe(query, name)
        try:
            return self._run(query)
        except SyntaxError as error:
            raise InputError(_syntax_error(query, name, str(error.msg))) from None

    def _run(self, query: str) -> ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples:
        return self._inner.query(query, prefixes=PREFIXES)


def _in_graphs(quads: Iterable[Quad]) -> Iterator[Quad]:
    """Yield quads; those in no graph are in one of their own."""
    own = IRI(OWN_GRAPH)
    return (Quad(*triple_of(quad), own) if isinstance(quad.graph_name, DefaultGraph) else quad for quad in quads)


def _syntax_error(query: str, name: str, message: str) -> str:
    """Return where a query stops being SPARQL; the parser's own list of what it expected helps nobody."""
    found = re.search(r"error at (\d+):(\d+)", message)
    if not found:
        return f"{name}: {' '.join(message.split())[:200]}"
    line, column = int(found[1]), int(found[2])
    before = query.splitlines()[line - 1][: column - 1].strip()[-40:] if query.splitlines() else ""
    return f"{name}:{line}:{column}: not SPARQL after “{before}”" if before else f"{name}:{line}:{column}: not SPARQL"


def refuse_unsafe(query: str, name: str) -> None:
    """Raise ``RefusedError`` if a query would change data, read a file or call the network."""
    code = _NOT_CODE.sub(lambda found: found[0] if found[0].startswith("<") else " ", query)
    local = _FROM.search(code)
    if local:
        raise RefusedError(f"{name}: FROM <{local[1]}> would read a file; name it with --graph instead")
    for word in re.findall(r"(?<![\w:?$@.-])[A-Za-z]+(?![\w:.-])", re.sub(r"<[^<>\s]*>", " ", code)):
        what = _FORBIDDEN.get(word.upper())
        if what:
            raise RefusedError(f"{name}: {word.upper()} is refused: {what}; queries only read the graph")
