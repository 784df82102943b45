"""The dataset described by itself: what it is, how much of what there is, where it comes from (DCAT, VoID)."""

from __future__ import annotations

from collections import Counter

from dadiplo import __version__
from dadiplo.resources import BASE, DD, GRAPH, PREFIXES, folder
from dadiplo.store import IRI, Literal, Quad, Store, Term, parse, triple_of

DATASET = GRAPH + "dataset"
_IRI = BASE + "dataset"


def describe_dataset(store: Store) -> list[Quad]:
    """Return the description of a graph: title, licence, version, sources, counts by class and by graph."""
    void, dcterms = PREFIXES["void"], PREFIXES["dcterms"]
    graphs = _counts(store, "SELECT ?graph (COUNT(*) AS ?n) { GRAPH ?graph { ?s ?p ?o } } GROUP BY ?graph")
    counted = _counts(store, "SELECT ?class (COUNT(*) AS ?n) { ?x a ?class } GROUP BY ?class")
    classes = Counter({cls: count for cls, count in counted.items() if cls.startswith(DD)})
    path = folder("data") / "dataset.ttl"
    quads = [
        *(Quad(*triple_of(quad), IRI(DATASET)) for quad in parse(path.read_bytes(), "turtle", name=str(path))),
        _quad(_IRI, PREFIXES["owl"] + "versionInfo", Literal(__version__)),
        _quad(_IRI, void + "triples", _number(sum(graphs.values()))),
        _quad(_IRI, void + "classes", _number(len(classes))),
        _quad(
            _IRI,
            void + "documents",
            _number(classes[DD + "WebPage"] + classes[DD + "Article"]),
        ),
    ]
    for cls, count in sorted(classes.items()):
        part = f"{_IRI}#class-{cls.removeprefix(DD)}"
        quads += [
            _quad(_IRI, void + "classPartition", IRI(part)),
            _quad(part, void + "class", IRI(cls)),
            _quad(part, void + "entities", _number(count)),
        ]
    for graph, count in sorted(graphs.items()):
        part = f"{_IRI}#graph-{graph.removeprefix(GRAPH)}"
        quads += [
            _quad(_IRI, void + "subset", IRI(part)),
            _quad(part, dcterms + "identifier", Literal(graph)),
            _quad(part, void + "triples", _number(count)),
        ]
    return quads


def _counts(store: Store, query: str) -> Counter[str]:
    _, rows = store.select(query)
    return Counter({what.value: int(count.value) for what, count in rows if what is not None and count is not None})


def _number(value: int) -> Literal:
    return Literal(str(value), datatype=IRI(PREFIXES["xsd"] + "integer"))


def _quad(subject: str, predicate: str, obj: Term) -> Quad:
    return Quad(IRI(subject), IRI(predicate), obj, IRI(DATASET))
