"""The dataset described by itself: what it is, how much of what there is, where it comes from (DCAT, VoID)."""

from __future__ import annotations

from collections import Counter

from dadiplo import __version__
from dadiplo.resources import BASE, DD, GRAPH, PREFIXES, folder
from dadiplo.store import IRI, Literal, Quad, Store, Term, graph_of, parse, triple_of

DATASET = GRAPH + "dataset"
_IRI = BASE + "dataset"


def describe_dataset(store: Store) -> list[Quad]:
    """Return the description of a graph: title, licence, version, sources, counts by class and by graph."""
    void, dcterms = PREFIXES["void"], PREFIXES["dcterms"]
    classes: Counter[str] = Counter()
    graphs: Counter[str] = Counter()
    triples = 0
    for quad in store:
        graphs[graph_of(quad)] += 1
        triples += 1
    seen: set[tuple[str, str]] = set()
    for quad in store.match(None, IRI(PREFIXES["rdf"] + "type")):
        subject, cls = triple_of(quad)[0].value, triple_of(quad)[2].value
        if cls.startswith(DD) and (subject, cls) not in seen:
            seen.add((subject, cls))
            classes[cls] += 1
    path = folder("data") / "dataset.ttl"
    quads = [
        *(Quad(*triple_of(quad), IRI(DATASET)) for quad in parse(path.read_bytes(), "turtle", name=str(path))),
        _quad(_IRI, PREFIXES["owl"] + "versionInfo", Literal(__version__)),
        _quad(_IRI, void + "triples", _number(triples)),
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


def _number(value: int) -> Literal:
    return Literal(str(value), datatype=IRI(PREFIXES["xsd"] + "integer"))


def _quad(subject: str, predicate: str, obj: Term) -> Quad:
    return Quad(IRI(subject), IRI(predicate), obj, IRI(DATASET))
