"""The formats that the graph is written in; each is one registered function of the graph and an excerpt of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from dadiplo.excerpts import Excerpt, excerpted_events, excerpted_quads
from dadiplo.export.flat import Network, flatten
from dadiplo.export.graphjson import cx2, cyjs
from dadiplo.export.graphtables import csv_tables, neo4j
from dadiplo.export.graphtext import cypher, dot, mermaid
from dadiplo.export.graphxml import gexf, graphml, yed
from dadiplo.export.jsonld import context_text, jsonld
from dadiplo.export.nanopubs import nanopubs
from dadiplo.export.rdfxml import rdfxml
from dadiplo.export.turtle import trig, turtle
from dadiplo.store import Quad, Store, serialize, stable, triple_of

#: A document, or several: file name → document.
Content: TypeAlias = str | bytes | Mapping[str, str | bytes]
Exporter: TypeAlias = Callable[[Store, Excerpt], Content]


@dataclass(frozen=True, slots=True)
class Format:
    """A format: its writer, one line of help, and whether it shows the network (so that a level can be chosen)."""

    write: Exporter
    summary: str
    network: bool = False
    #: Says why a document may not serve its purpose, or nothing.
    caution: Callable[[Content], str] = lambda content: ""
    #: What is taken if the user asks for nothing else.
    level: str = "agents"
    modality: str = "actual"


def ntriples(quads: Iterable[Quad]) -> bytes:
    """Return the triples of all graphs together as N-Triples, sorted."""
    return serialize(_merged(quads), "ntriples")


def nquads(quads: Iterable[Quad]) -> bytes:
    """Return N-Quads, sorted."""
    return serialize(sorted(quads, key=str), "nquads")


#: Format → writer of quads.
RDF_WRITERS: dict[str, tuple[Callable[[list[Quad]], str | bytes], str]] = {
    "turtle": (turtle, "all graphs together, for reading"),
    "trig": (trig, "each graph by itself, for reading"),
    "nquads": (nquads, "each graph by itself, a line a fact"),
    "ntriples": (ntriples, "all graphs together, a line a fact"),
    "jsonld": (jsonld, "JSON-LD with named graphs and its context"),
    "rdfxml": (rdfxml, "RDF/XML, all graphs together"),
}


#: Format → writer of a network.
NETWORK_WRITERS: dict[str, tuple[Callable[[Network], Content], str]] = {
    "gexf": (gexf, "GEXF 1.3 with intervals of time: Gephi"),
    "graphml": (graphml, "GraphML: Cytoscape, igraph, networkx"),
    "yed": (yed, "GraphML with shapes and labels: yEd"),
    "cyjs": (cyjs, "Cytoscape.js JSON: Cytoscape, web pages"),
    "cx2": (cx2, "CX2: Cytoscape, NDEx"),
    "dot": (dot, "DOT: Graphviz"),
    "csv": (csv_tables, "nodes.csv and edges.csv in a folder: spreadsheets, pandas"),
    "neo4j": (neo4j, "the same for neo4j-admin database import"),
    "cypher": (cypher, "Cypher statements: Neo4j"),
}


def _of_network(write: Callable[[Network], Content]) -> Exporter:
    return lambda store, excerpt: write(flatten(store, excerpt))


def _of_quads(write: Callable[[list[Quad]], str | bytes]) -> Exporter:
    return lambda store, excerpt: write(excerpted_quads(store, excerpt))


def _crowded(content: Content) -> str:
    """Mermaid refuses more than 500 edges or 50,000 characters (maxEdges, maxTextSize); long before it is a tangle."""
    edges = str(content).count("| n")
    if edges <= 300 and len(content) <= 50_000:
        return ""
    return f"{edges} links are many for Mermaid, which draws no more than 500; narrow it with --about, --topic, --since"


def _explorer(store: Store, excerpt: Excerpt) -> str:
    from dadiplo.page import render
    from dadiplo.page.explorer import model

    return render(model(store, excerpted_events(store, excerpt)), level=excerpt.level, language=excerpt.language)


def _picture(store: Store, excerpt: Excerpt) -> str:
    from dadiplo.page.explorer import model
    from dadiplo.pictures.picture import svg

    data = model(store, excerpted_events(store, excerpt))
    return svg(data, excerpt.picture, level=excerpt.level, language=excerpt.language)


def _raster(store: Store, excerpt: Excerpt) -> bytes:
    from dadiplo.pictures.raster import png

    return png(_picture(store, excerpt))


#: Name on the command line → format; the command's choices are these keys.
FORMATS: dict[str, Format] = {
    **{name: Format(_of_quads(write), summary) for name, (write, summary) in RDF_WRITERS.items()},
    "nanopubs": Format(nanopubs, "a nanopublication for each event and source, TriG"),
    **{name: Format(_of_network(write), summary, network=True) for name, (write, summary) in NETWORK_WRITERS.items()},
    "mermaid": Format(_of_network(mermaid), "Mermaid flowchart, names and dates alone: Markdown pages", True, _crowded),
    "context": Format(lambda store, excerpt: context_text(), "the JSON-LD context alone"),
    "html": Format(
        _explorer, "a page to explore the network with; needs nothing else", True, level="states", modality="any"
    ),
    "svg": Format(_picture, "a picture of the network, map or timeline, with alternative text", True, level="states"),
    "png": Format(_raster, "the same as an image; needs pip install 'dadiplo[png]'", True, level="states"),
}


def _merged(quads: Iterable[Quad]) -> list[Quad]:
    """Return the quads without their graphs, each once, sorted by subject."""
    merged = {Quad(*triple_of(quad)) for quad in quads}
    return sorted(stable(merged), key=lambda quad: tuple(map(str, triple_of(quad))))
