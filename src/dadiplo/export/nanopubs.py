"""Events as nanopublications: what one source graph says of one event, where it is written, and who publishes it.

After the nanopublication guidelines (https://nanopub.net/guidelines/working_draft/): a head, an assertion, its
provenance and the publication info, each a graph. IRIs follow from those of source graph and event; they are no trusty
IRIs, and no time of creation is given, because the same data shall give the same bytes.
"""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import quote

from dadiplo.errors import NothingError
from dadiplo.excerpts import Excerpt, excerpted_quads
from dadiplo.export.turtle import trig
from dadiplo.lookup import label
from dadiplo.network import Selection, events
from dadiplo.resources import BASE, DD, GRAPH, ID, PREFIXES
from dadiplo.store import IRI, Literal, Quad, Store, Triple, graph_of, triple_of

_NP, _PROV, _DC = PREFIXES["np"], PREFIXES["prov"], PREFIXES["dcterms"]
_TYPE = IRI(PREFIXES["rdf"] + "type")
_DATASET = IRI(BASE + "dataset")
_SOURCE, _EVIDENCE, _ARTICLE = IRI(_DC + "source"), IRI(DD + "evidencedBy"), IRI(DD + "inArticle")
#: What is said of the evidence rather than of the event.
_OF_EVIDENCE = {_SOURCE.value, _EVIDENCE.value, PREFIXES["skos"] + "editorialNote"} | {
    DD + name for name in ("corroboration", "confidence", "relevance", "reviewed")
}
_NO_SOURCES = {GRAPH + name for name in ("ontology", "entities", "inferred", "dataset")}


def nanopubs(store: Store, excerpt: Excerpt) -> str:
    """Return the events of an excerpt as nanopublications in TriG, sorted.

    Raises:
        NothingError: nothing is selected.

    """
    selected = Store()
    selected.extend(quad for quad in excerpted_quads(store, excerpt) if graph_of(quad) not in _NO_SOURCES)
    found: list[Quad] = []
    for event in events(store, Selection(modality="any")):
        for graph in sorted({graph_of(quad) for quad in selected.describe(IRI(event.iri))}):
            found += _nanopub(store, selected, IRI(event.iri), IRI(graph))
    if not found:
        raise NothingError("no event in the graph is selected by these options")
    return trig(found)


def _nanopub(store: Store, selected: Store, event: IRI, graph: IRI) -> Iterator[Quad]:
    parts = [
        event,
        *sorted({triple_of(q)[0] for q in selected.match(None, IRI(DD + "inEvent"), event, graph)}, key=str),
    ]
    told = [triple_of(quad) for part in parts for quad in selected.match(part, graph=graph)]
    name = f"{BASE}np/{_local(graph.value, GRAPH)}/{_local(event.value, ID)}"
    nanopub, assertion = IRI(name), IRI(name + "#assertion")
    graphs: dict[str, list[Triple]] = {
        "Head": [
            (nanopub, _TYPE, IRI(_NP + "Nanopublication")),
            (nanopub, IRI(_NP + "hasAssertion"), assertion),
            (nanopub, IRI(_NP + "hasProvenance"), IRI(name + "#provenance")),
            (nanopub, IRI(_NP + "hasPublicationInfo"), IRI(name + "#pubinfo")),
        ],
        "assertion": [triple for triple in told if triple[1].value not in _OF_EVIDENCE],
        "provenance": [
            (assertion, IRI(_DC + "isPartOf"), graph),
            *(triple for triple in told if triple[1].value in _OF_EVIDENCE),
            *_evidence(store, assertion, told),
        ],
        "pubinfo": [
            (nanopub, IRI(PREFIXES["rdfs"] + "label"), Literal(label(store, event.value), language="en")),
            (nanopub, IRI(_DC + "isPartOf"), _DATASET),
            *(
                (nanopub, triple_of(quad)[1], triple_of(quad)[2])
                for term in ("creator", "license")
                for quad in store.match(_DATASET, IRI(_DC + term))
            ),
        ],
    }
    if graphs["assertion"]:
        yield from (Quad(*triple, IRI(f"{name}#{part}")) for part, triples in graphs.items() for triple in triples)


def _evidence(store: Store, assertion: IRI, told: list[Triple]) -> Iterator[Triple]:
    """Yield what the assertion was derived from: pages, and articles with the passages that are quoted."""
    for _, predicate, obj in told:
        if predicate not in (_SOURCE, _EVIDENCE) or not isinstance(obj, IRI):
            continue
        origins = [obj]
        if predicate == _EVIDENCE:
            articles = [triple_of(quad)[2] for quad in store.match(obj, _ARTICLE)]
            origins = [article for article in articles if isinstance(article, IRI)]
            yield from (triple_of(quad) for quad in store.match(obj))
        for origin in origins:
            yield assertion, IRI(_PROV + "wasDerivedFrom"), origin
            yield from (triple_of(quad) for quad in store.match(origin) if isinstance(quad.object, Literal))


def _local(iri: str, top: str) -> str:
    return quote(iri.removeprefix(top), safe="/" if iri.startswith(top) else "")
