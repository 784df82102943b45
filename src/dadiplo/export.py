"""The formats that the graph is written in; each is one registered function of the graph and an excerpt of it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TypeAlias

from dadiplo.excerpts import Excerpt, excerpted_quads
from dadiplo.jsonld import context_text, jsonld
from dadiplo.store import Literal, Quad, Store, serialize, stable, triple_of
from dadiplo.turtle import trig, turtle

#: A document, or several: file name → document.
Content: TypeAlias = str | bytes | dict[str, str | bytes]
Exporter: TypeAlias = Callable[[Store, Excerpt], Content]


@dataclass(frozen=True, slots=True)
class Format:
    """A format: its writer, one line of help, and whether it shows the network (so that a level can be chosen)."""

    write: Exporter
    summary: str
    network: bool = False


def ntriples(quads: Iterable[Quad]) -> bytes:
    """Return the triples of all graphs together as N-Triples, sorted."""
    return serialize(_merged(quads), "ntriples")


def nquads(quads: Iterable[Quad]) -> bytes:
    """Return N-Quads, sorted."""
    return serialize(sorted(quads, key=str), "nquads")


def rdfxml(quads: Iterable[Quad]) -> bytes:
    """Return the triples of all graphs together as RDF/XML, sorted.

    XML 1.0 has no way to write most control characters (section 2.2): they become U+FFFD.
    """
    return serialize(_merged(map(_in_xml, quads)), "rdfxml")


#: Format → writer of quads.
RDF_WRITERS: dict[str, tuple[Callable[[list[Quad]], str | bytes], str]] = {
    "turtle": (turtle, "all graphs together, for reading"),
    "trig": (trig, "each graph by itself, for reading"),
    "nquads": (nquads, "each graph by itself, a line a fact"),
    "ntriples": (ntriples, "all graphs together, a line a fact"),
    "jsonld": (jsonld, "JSON-LD with named graphs and its context"),
    "rdfxml": (rdfxml, "RDF/XML, all graphs together"),
}


def _of_quads(write: Callable[[list[Quad]], str | bytes]) -> Exporter:
    return lambda store, excerpt: write(excerpted_quads(store, excerpt))


#: Name on the command line → format; the command's choices are these keys.
FORMATS: dict[str, Format] = {
    **{name: Format(_of_quads(write), summary) for name, (write, summary) in RDF_WRITERS.items()},
    "context": Format(lambda store, excerpt: context_text(), "the JSON-LD context alone"),
}

_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def _in_xml(quad: Quad) -> Quad:
    subject, predicate, obj = triple_of(quad)
    if not isinstance(obj, Literal) or not _NOT_XML.search(obj.value):
        return quad
    text = _NOT_XML.sub("\ufffd", obj.value)
    literal = Literal(text, language=obj.language) if obj.language else Literal(text, datatype=obj.datatype)
    return Quad(subject, predicate, literal, quad.graph_name)


def _merged(quads: Iterable[Quad]) -> list[Quad]:
    """Return the quads without their graphs, each once, sorted by subject."""
    merged = {Quad(*triple_of(quad)) for quad in quads}
    return sorted(stable(merged), key=lambda quad: tuple(map(str, triple_of(quad))))
