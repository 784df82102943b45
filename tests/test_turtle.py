"""Turtle, TriG and JSON-LD say the same as the quads, in one order, for people to read."""

from __future__ import annotations

import json
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyld import jsonld as pyld
from rdflib import Dataset

from dadiplo.export import turtle
from dadiplo.export.jsonld import context, jsonld
from dadiplo.export.registry import RDF_WRITERS
from dadiplo.output import GRAPH_FILES
from dadiplo.resources import DD, GRAPH, ID, PREFIXES
from dadiplo.store import IRI, Literal, Quad, parse, serialize, stable

iris = st.sampled_from(
    [DD + "Agreement", ID + "state/PAK", ID + "article/a#char=1,2", "http://other.example/x y".replace(" ", "%20")]
)
texts = st.text(st.characters(blacklist_categories=["Cs"]), max_size=30)
literals = st.one_of(
    st.builds(lambda text: Literal(text), texts),
    st.builds(lambda text, tag: Literal(text, language=tag), texts, st.sampled_from(["en", "ar", "es", "ur"])),
    st.builds(lambda number: Literal(str(number), datatype=IRI(PREFIXES["xsd"] + "integer")), st.integers()),
    st.builds(lambda text: Literal(text, datatype=IRI(PREFIXES["xsd"] + "date")), texts),
)
quads = st.lists(
    st.builds(
        lambda s, p, o, g: Quad(IRI(s), IRI(p), o, IRI(g)),
        iris,
        st.sampled_from([DD + "hasParty", PREFIXES["skos"] + "prefLabel", PREFIXES["rdf"] + "type"]),
        st.one_of(iris.map(IRI), literals),
        st.sampled_from([GRAPH + "one", GRAPH + "two"]),
    ),
    max_size=12,
)


@given(quads)
def test_trig_round_trip(data: list[Quad]) -> None:
    assert set(parse(turtle.trig(data), "trig", name="test")) == set(data)


@given(quads)
def test_turtle_round_trip(data: list[Quad]) -> None:
    union = {(quad.subject, quad.predicate, quad.object) for quad in data}
    assert {(q.subject, q.predicate, q.object) for q in parse(turtle.turtle(data), "turtle", name="test")} == union


@given(quads)
def test_jsonld_round_trip(data: list[Quad]) -> None:
    assert set(parse(jsonld(data), "jsonld", name="test")) == set(data)


def test_no_term_of_the_context_hides_a_prefix() -> None:
    assert {name: context()[name] for name in PREFIXES} == PREFIXES


@given(quads, iris)
def test_blocks_kept_from_an_earlier_document_give_the_same_bytes(data: list[Quad], altered: str) -> None:
    new = [quad for quad in data if quad.subject.value == altered]
    for write, read in GRAPH_FILES.values():
        whole = write(data)
        kept = {
            graph: {subject: block for subject, block in blocks.items() if subject != altered}
            for graph, blocks in read(whole).items()
        }
        assert write(new, {graph: blocks for graph, blocks in kept.items() if blocks}) == whole


@given(quads, st.randoms(use_true_random=False))
def test_order_of_quads_does_not_matter(data: list[Quad], chance: random.Random) -> None:
    shuffled = list(data)
    chance.shuffle(shuffled)
    for write, _ in RDF_WRITERS.values():
        assert write(shuffled) == write(data)


@pytest.mark.parametrize(
    "pair", [(Literal("1"), Literal("1", datatype=IRI(PREFIXES["xsd"] + "date"))), (Literal("1"), Literal("01"))]
)
def test_values_that_look_alike_have_one_order(pair: tuple[Literal, Literal]) -> None:
    told = [Quad(IRI(DD + "Agreement"), IRI(DD + "date"), value, IRI(GRAPH + "one")) for value in pair]
    for write, _ in RDF_WRITERS.values():
        assert write(told) == write(told[::-1])


def test_block_is_sorted_grouped_and_prefixed() -> None:
    text = """
    @prefix dd: <https://w3id.org/dadiplo/ontology#> . @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
    @prefix state: <https://w3id.org/dadiplo/id/state/> . @prefix agreement: <https://w3id.org/dadiplo/id/agreement/> .
    agreement:b dd:hasParty state:SLV , state:PAK . agreement:b a dd:Agreement ; skos:prefLabel "اتفاق"@ar , "Agreement"@en .
    agreement:a10 a dd:Agreement . agreement:a9 a dd:Agreement ; dd:confidence 0.9 ; dd:reviewed true .
    <https://w3id.org/dadiplo/id/article/x#char=10,12> a dd:Passage . <https://w3id.org/dadiplo/id/article/x#char=9,12> a dd:Passage .
    """
    assert turtle.turtle(parse(text, "turtle", name="test")) == (
        """@prefix agreement: <https://w3id.org/dadiplo/id/agreement/> .
@prefix dd: <https://w3id.org/dadiplo/ontology#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix state: <https://w3id.org/dadiplo/id/state/> .

# agreement

agreement:a9 a dd:Agreement ;
    dd:confidence 0.9 ;
    dd:reviewed true .

agreement:a10 a dd:Agreement .

agreement:b a dd:Agreement ;
    skos:prefLabel "اتفاق"@ar , "Agreement"@en ;
    dd:hasParty state:PAK , state:SLV .

# passage

<https://w3id.org/dadiplo/id/article/x#char=9,12> a dd:Passage .

<https://w3id.org/dadiplo/id/article/x#char=10,12> a dd:Passage .
"""
    )


def test_lists_and_nameless_classes_are_written_in_place() -> None:
    text = """@prefix dd: <https://w3id.org/dadiplo/ontology#> . @prefix owl: <http://www.w3.org/2002/07/owl#> .
    dd:CentralBank owl:equivalentClass [ owl:intersectionOf ( dd:PublicBody [ owl:onProperty dd:bodyKind ] ) ] ."""
    written = turtle.turtle(parse(text, "turtle", name="test"))
    assert "owl:equivalentClass [ owl:intersectionOf ( dd:PublicBody [ owl:onProperty dd:bodyKind ] ) ] ." in written


def test_blank_nodes_are_named_by_their_content() -> None:
    text = "@prefix dd: <https://w3id.org/dadiplo/ontology#> . dd:a dd:p [ dd:q 'x' ] , [ dd:q 'y' ] ."
    runs = {serialize(sorted(stable(parse(text, "turtle", name="t")), key=str), "nquads") for _ in range(3)}
    assert len(runs) == 1


def test_jsonld_is_readable_and_read_by_another_library() -> None:
    text = """
    @prefix agreement: <https://w3id.org/dadiplo/id/agreement/> . @prefix dd: <https://w3id.org/dadiplo/ontology#> .
    @prefix skos: <http://www.w3.org/2004/02/skos/core#> . @prefix state: <https://w3id.org/dadiplo/id/state/> .
    @prefix graph: <https://w3id.org/dadiplo/graph/> . @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
    graph:x { agreement:a a dd:Agreement ; dd:hasParty state:PAK , state:SLV ; skos:prefLabel "اتفاق"@ar ; dd:earliest "2025-07-16"^^xsd:date . }
    """
    data = parse(text, "trig", name="test")
    document = json.loads(jsonld(data))
    assert document["@graph"] == [
        {
            "@id": "graph:x",
            "@graph": [
                {
                    "@id": "agreement:a",
                    "@type": "Agreement",
                    "earliest": "2025-07-16",
                    "hasParty": ["state:PAK", "state:SLV"],
                    "prefLabel": {"ar": "اتفاق"},
                }
            ],
        }
    ]
    read = pyld.to_rdf(document, {"format": "application/n-quads"})
    assert set(parse(read, "nquads", name="pyld")) == set(data)


@pytest.mark.parametrize("fmt", ["trig", "nquads", "jsonld"])
def test_whole_graph_is_the_same_for_rdflib(fmt: str, built) -> None:  # type: ignore[no-untyped-def]
    sample = [quad for quad in built.quads() if "pakistan-el-salvador" in str(quad.graph_name)]
    content = RDF_WRITERS[fmt][0](sample)
    reader = Dataset()
    name = {"jsonld": "json-ld"}.get(fmt, fmt)
    reader.parse(data=content.decode() if isinstance(content, bytes) else content, format=name)
    count = sum(len(graph) for graph in reader.graphs() if str(graph.identifier).startswith(GRAPH))
    assert count == len(sample)
