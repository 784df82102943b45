"""RDF terms between Oxigraph and rdflib, for the engines that need rdflib graphs."""

from __future__ import annotations

from collections.abc import Iterable

import rdflib

from dadiplo.store import IRI, XSD_STRING, BlankNode, Literal, Quad, Term, Triple, graph_of, triple_of


def to_rdflib(term: Term) -> rdflib.term.Node:
    """Return the rdflib term; a plain string stays plain, as rdflib does not equate it with xsd:string."""
    if isinstance(term, IRI):
        return rdflib.URIRef(term.value)
    if isinstance(term, BlankNode):
        return rdflib.BNode(term.value)
    if term.language:
        return rdflib.Literal(term.value, lang=term.language)
    if term.datatype.value == XSD_STRING:
        return rdflib.Literal(term.value)
    return rdflib.Literal(term.value, datatype=rdflib.URIRef(term.datatype.value), normalize=False)


def from_rdflib(triple: tuple[rdflib.term.Node, ...]) -> Triple:
    """Return the triple in Oxigraph's terms."""
    subject, predicate, obj = (_term(node) for node in triple)
    return subject, predicate, obj  # type: ignore[return-value]


def triple_to_rdflib(triple: Triple) -> tuple[rdflib.term.Node, rdflib.term.Node, rdflib.term.Node]:
    """Return the triple in rdflib's terms."""
    subject, predicate, obj = triple
    return to_rdflib(subject), to_rdflib(predicate), to_rdflib(obj)


def to_graph(quads: Iterable[Quad]) -> rdflib.Graph:
    """Return an rdflib graph with the triples of all quads."""
    graph = rdflib.Graph()
    for quad in quads:
        graph.add(triple_to_rdflib(triple_of(quad)))
    return graph


def to_dataset(quads: Iterable[Quad]) -> rdflib.Dataset:
    """Return an rdflib dataset with the quads in their named graphs; its default graph is the union of all."""
    from dadiplo.resources import PREFIXES

    dataset = rdflib.Dataset(default_union=True)
    for prefix, namespace in PREFIXES.items():
        dataset.bind(prefix, namespace)
    for quad in quads:
        graph = dataset.graph(rdflib.URIRef(graph_of(quad))) if graph_of(quad) else dataset.default_graph
        graph.add(triple_to_rdflib(triple_of(quad)))
    return dataset


def _term(node: rdflib.term.Node) -> Term:
    if isinstance(node, rdflib.URIRef):
        return IRI(str(node))
    if isinstance(node, rdflib.BNode):
        return BlankNode(str(node))
    if not isinstance(node, rdflib.Literal):
        raise TypeError(f"not an RDF term: {node!r}")
    if node.language:
        return Literal(str(node), language=node.language)
    return Literal(str(node), datatype=IRI(str(node.datatype or XSD_STRING)))
