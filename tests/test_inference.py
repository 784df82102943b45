"""The compiled rules give what owlrl gives, no more and no less, and keep it in a graph of its own."""

from __future__ import annotations

import pytest

from dadiplo.errors import UsageError
from dadiplo.extraction import Extraction
from dadiplo.inference import INFERRED, infer
from dadiplo.pipeline import ONTOLOGY, Knowledge
from dadiplo.store import IRI, Quad, Store, parse

HEAD = """
@prefix : <http://example.org/> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
"""

#: One axiom each, with a triple that must follow and one that must not.
AXIOMS = {
    "subclass": (":A rdfs:subClassOf :B . :B rdfs:subClassOf :C . :x a :A .", ":x a :C", ":x a :D"),
    "equivalent class": (":A owl:equivalentClass :B . :x a :B .", ":x a :A", ":A a :B"),
    "intersection": (
        ":A owl:equivalentClass [ owl:intersectionOf ( :B :C ) ] . :x a :B , :C . :y a :B . :z a :A .",
        ":x a :A . :z a :B , :C",
        ":y a :A",
    ),
    "union": (":A owl:unionOf ( :B :C ) . :x a :B . :y a :A .", ":x a :A", ":y a :B"),
    "someValuesFrom": (
        ":A owl:equivalentClass [ a owl:Restriction ; owl:onProperty :p ; owl:someValuesFrom :B ] . :x :p :y . :y a :B . :z :p :w .",
        ":x a :A",
        ":z a :A",
    ),
    "hasValue, both ways": (
        ":A owl:equivalentClass [ a owl:Restriction ; owl:onProperty :p ; owl:hasValue :v ] . :x :p :v . :y a :A . :z :p :w .",
        ":x a :A . :y :p :v",
        ":z a :A",
    ),
    "domain and range": (":p rdfs:domain :A ; rdfs:range :B . :x :p :y .", ":x a :A . :y a :B", ":y a :A"),
    "range of a literal": (":p rdfs:range :B . :x :p 'text' . :x :p :y .", ":y a :B", ":x a :B"),
    "subproperty": (":p rdfs:subPropertyOf :q . :q rdfs:domain :A . :x :p :y .", ":x :q :y . :x a :A", ":y :q :x"),
    "equivalent property": (":p owl:equivalentProperty :q . :x :q :y .", ":x :p :y", ":y :p :x"),
    "inverse": (":p owl:inverseOf :q . :x :p :y . :z :q :w .", ":y :q :x . :w :p :z", ":y :p :x"),
    "symmetric": (":p a owl:SymmetricProperty . :x :p :y .", ":y :p :x", ":x :p :x"),
    "transitive": (":p a owl:TransitiveProperty . :x :p :y . :y :p :z .", ":x :p :z", ":z :p :x"),
    "chain in order": (":r owl:propertyChainAxiom ( :p :q ) . :x :p :y . :y :q :z . :a :q :b . :b :p :c .", ":x :r :z", ":a :r :c"),
    "chain of three": (":r owl:propertyChainAxiom ( :p :q :p ) . :x :p :y . :y :q :z . :z :p :w .", ":x :r :w", ":x :r :z"),
    "chain through itself": (":p owl:propertyChainAxiom ( :p skos:broader ) . :x :p :y . :y skos:broader :z . :z skos:broader :w .", ":x :p :z , :w", ":y :p :z"),
    "functional": (":p a owl:FunctionalProperty . :x :p :y , :z .", ":y owl:sameAs :z", ":x owl:sameAs :y"),
    "inverse functional": (":p a owl:InverseFunctionalProperty . :x :p :v . :y :p :v . :z :p :w .", ":x owl:sameAs :y", ":x owl:sameAs :z"),
    "sameAs carries facts": (":x owl:sameAs :y . :x :p :v . :u :p :x .", ":y :p :v . :u :p :y", ":v :p :y"),
    "two sides of a party": (
        ":hasParty owl:inverseOf :partyTo . :concerns owl:propertyChainAxiom ( :hasParty :actsFor ) . :a :hasParty :b . :b :actsFor :s .",
        ":a :concerns :s . :b :partyTo :a",
        ":s :partyTo :a",
    ),
}  # fmt: skip


def store_of(text: str) -> Store:
    store = Store()
    store.extend(
        Quad(q.subject, q.predicate, q.object, IRI(ONTOLOGY)) for q in parse(HEAD + text, "turtle", name="test")
    )
    return store


def asks(store: Store, pattern: str) -> bool:
    prefixes = HEAD.replace("@prefix", "PREFIX").replace("> .", ">")
    return store.ask(f"{prefixes} ASK {{ {pattern} }}")


@pytest.mark.parametrize("name", AXIOMS)
def test_axiom_gives_what_follows_and_nothing_else(name: str) -> None:
    text, follows, does_not = AXIOMS[name]
    store = store_of(text)
    infer(store)
    assert asks(store, follows)
    assert not asks(store, does_not)


@pytest.mark.parametrize("name", AXIOMS)
def test_rules_equal_owlrl(name: str) -> None:
    text = AXIOMS[name][0]
    ours, theirs = store_of(text), store_of(text)
    assert set(infer(ours)) == set(infer(theirs, "owlrl"))


def test_rules_equal_owlrl_on_the_sample(sample: Extraction, knowledge: Knowledge) -> None:
    """The ontology, the sample's graph and the entities it names; the other states only repeat the same axioms."""
    named = {quad.object for quad in sample.quads} | {quad.subject for quad in sample.quads}
    data = [
        quad for quad in knowledge.quads
        if (quad.graph_name == IRI(ONTOLOGY) and "/vocab/" not in str(quad.subject)) or quad.subject in named
    ]  # fmt: skip
    ours, theirs = Store(), Store()
    for store in (ours, theirs):
        store.extend([*data, *sample.quads])
    rules, reference = set(infer(ours)), set(infer(theirs, "owlrl"))
    assert rules == reference
    assert len(rules) > 300


def test_inferred_triples_are_in_their_own_graph_and_new(graph: Store) -> None:
    inferred = {(q.subject, q.predicate, q.object) for q in graph.match(graph=INFERRED)}
    asserted = {(q.subject, q.predicate, q.object) for q in graph if q.graph_name != INFERRED}
    assert inferred
    assert not inferred & asserted


@pytest.mark.parametrize(
    "link",
    [
        "state:PAK dd:hasAgreementWith state:SLV",
        "org:slv-bitcoin-office dd:hasAgreementWith org:pak-crypto-council",
        "state:SLV dd:cooperatesWith state:PAK",
        "person:bilal-bin-saqib dd:metWith person:nayib-bukele",
        "state:SLV dd:metWith state:PAK",
        "person:nayib-bukele dd:heads state:SLV",
        "person:bilal-bin-saqib dd:represents state:PAK",
        "state:SLV dd:hasEverAdoptedAsLegalTender asset:BTC",
        "org:pak-finance-ministry a dd:Ministry",
        "org:pak-virtual-asset-regulator a dd:Regulator",
    ],
)
def test_link_is_derived(link: str, graph: Store) -> None:
    assert graph.ask(f"ASK {{ GRAPH graph:inferred {{ {link} }} }}")


@pytest.mark.parametrize(
    "absent",
    [
        "state:PAK dd:hasAgreementWith state:PAK",
        "state:PAK dd:hasEverAdoptedAsLegalTender asset:BTC",
        "person:bilal-bin-saqib dd:heads state:PAK",
        "?x owl:sameAs ?y",
    ],
)
def test_link_is_not_derived(absent: str, graph: Store) -> None:
    assert not graph.ask(f"ASK {{ {absent} }}")


@pytest.mark.parametrize("modality", ["planned", "denied", "announced", "possible"])
def test_agreement_that_is_not_actual_gives_no_link(modality: str, knowledge: Knowledge) -> None:
    text = f"""
    <https://w3id.org/dadiplo/id/agreement/x> a dd:Agreement ; dd:modality modality:{modality} ; dd:hasParty state:FRA , state:DEU .
    <https://w3id.org/dadiplo/id/meeting/y> a dd:Meeting ; dd:modality modality:{modality} ; dd:hasParticipant state:FRA , state:DEU .
    """
    prefixes = """@prefix dd: <https://w3id.org/dadiplo/ontology#> . @prefix state: <https://w3id.org/dadiplo/id/state/> .
    @prefix modality: <https://w3id.org/dadiplo/vocab/modality/> ."""
    store = Store()
    store.extend(knowledge.quads)
    store.extend(parse(prefixes + text, "turtle", name="test"))
    infer(store)
    assert not store.ask("ASK { state:FRA dd:hasAgreementWith|dd:metWith|dd:cooperatesWith ?other }")


def test_unknown_reasoner_is_refused() -> None:
    with pytest.raises(UsageError, match="no reasoner 'magic'"):
        infer(Store(), "magic")
