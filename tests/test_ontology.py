"""The ontology keeps its own rules: labels, definitions, profile, use."""

from __future__ import annotations

import re
from collections import Counter

import pytest
from conftest import ROOT

from dadiplo.resources import DD, PREFIXES, turtle_files
from dadiplo.store import IRI, BlankNode, Literal, Quad, Store, parse
from dadiplo.validation import shape_quads, validate

RDF, RDFS, OWL, SKOS = (PREFIXES[name] for name in ("rdf", "rdfs", "owl", "skos"))


@pytest.fixture(scope="module")
def ontology() -> list[Quad]:
    return [quad for path in turtle_files("ontology") for quad in parse(path.read_bytes(), "turtle", name=str(path))]


@pytest.fixture(scope="module")
def store(ontology: list[Quad]) -> Store:
    store = Store()
    store.extend(ontology)
    return store


def terms(ontology: list[Quad], *types: str) -> set[str]:
    return {
        quad.subject.value
        for quad in ontology
        if quad.predicate.value == RDF + "type"
        and isinstance(quad.subject, IRI)
        and quad.subject.value.startswith(DD)
        and quad.object.value in {OWL + name for name in types}
    }


def test_style_guide_finds_nothing(ontology: list[Quad]) -> None:
    report = validate(ontology, shape_quads("terms"))
    assert [(result.shape, result.focus) for result in report.results] == []


def test_no_two_terms_have_one_label(ontology: list[Quad]) -> None:
    labels = Counter(
        (quad.object.language, quad.object.value.lower())
        for quad in ontology
        if quad.predicate.value == RDFS + "label" and isinstance(quad.object, Literal)
    )
    assert [label for label, count in labels.items() if count > 1] == []


def test_no_two_concepts_of_a_scheme_have_one_label(store: Store) -> None:
    _, rows = store.select(
        """SELECT ?a ?b ?l WHERE { ?a skos:prefLabel ?l ; skos:inScheme ?s . ?b skos:prefLabel ?l ; skos:inScheme ?s .
        FILTER(STR(?a) < STR(?b)) }"""
    )
    assert list(rows) == []


def test_every_class_serves_a_question_a_shape_or_an_example(ontology: list[Quad]) -> None:
    files = [
        *(ROOT / "queries").rglob("*.rq"),
        *(ROOT / "shapes").glob("*.ttl"),
        *(ROOT / "tests" / "shapes").glob("*.trig"),
    ]
    text = "\n".join(path.read_text(encoding="utf-8") for path in files)
    used = {DD + name for name in re.findall(r"\bdd:([A-Za-z0-9]+)", text)}
    parents = {}
    for quad in ontology:
        if quad.predicate.value == RDFS + "subClassOf" and isinstance(quad.object, IRI):
            parents.setdefault(quad.object.value, set()).add(quad.subject.value)
    words = {DD + name for name in ("Trigger", "Cue", "RolePattern")}
    unused = {cls for cls in terms(ontology, "Class") - used - words if not parents.get(cls, set()) & used}
    assert unused == set()


def test_every_property_has_a_domain_a_range_or_a_reason(ontology: list[Quad]) -> None:
    told = {
        quad.subject.value
        for quad in ontology
        if isinstance(quad.subject, IRI)
        and quad.predicate.value in (RDFS + "domain", RDFS + "range", RDFS + "subPropertyOf", SKOS + "scopeNote")
    }
    # When something was, and how sure a reading is, can be said of anything.
    anything = {DD + name for name in ("earliest", "latest")}
    assert terms(ontology, "ObjectProperty", "DatatypeProperty") - told - anything == set()


def test_profile_is_owl_2_rl(ontology: list[Quad]) -> None:
    """The constructs used are those that OWL 2 Profiles, section 4.2, allows where they stand."""
    allowed = {
        "Class", "ObjectProperty", "DatatypeProperty", "AnnotationProperty", "Ontology", "Restriction",
        "TransitiveProperty", "SymmetricProperty",
    }  # fmt: skip
    types = {
        q.object.value.removeprefix(OWL)
        for q in ontology
        if q.predicate.value == RDF + "type" and q.object.value.startswith(OWL)
    }
    assert types <= allowed
    predicates = {q.predicate.value.removeprefix(OWL) for q in ontology if q.predicate.value.startswith(OWL)}
    assert predicates <= {
        "disjointWith", "equivalentClass", "intersectionOf", "onProperty", "hasValue", "inverseOf",
        "propertyChainAxiom", "imports", "versionIRI", "versionInfo",
    }  # fmt: skip
    supers = [q.object for q in ontology if q.predicate.value == RDFS + "subClassOf"]
    assert not [cls for cls in supers if isinstance(cls, BlankNode)]


def test_modules_are_those_that_the_header_imports(ontology: list[Quad]) -> None:
    imported = {q.object.value.rsplit("/", 1)[-1] for q in ontology if q.predicate.value == OWL + "imports"}
    files = {path.stem for path in (ROOT / "ontology").glob("*.ttl")} - {"dadiplo", "alignments"}
    assert imported == files


def test_terms_are_defined_in_the_module_they_name(ontology: list[Quad]) -> None:
    for path in (ROOT / "ontology").glob("*.ttl"):
        for quad in parse(path.read_bytes(), "turtle", name=str(path)):
            if quad.predicate.value == RDFS + "isDefinedBy":
                assert quad.object.value.endswith(f"/{path.stem}"), quad.subject


def test_alignments_equate_nothing(ontology: list[Quad]) -> None:
    quads = parse((ROOT / "ontology" / "alignments.ttl").read_bytes(), "turtle", name="alignments")
    assert not {q.predicate.value for q in quads} & {
        OWL + "sameAs",
        OWL + "equivalentClass",
        OWL + "equivalentProperty",
    }
    known = terms(ontology, "Class", "ObjectProperty", "AnnotationProperty")
    assert {q.subject.value for q in quads if isinstance(q.subject, IRI) and q.subject.value.startswith(DD)} <= known


def test_readme_lists_every_question() -> None:
    text = (ROOT / "ontology" / "README.md").read_text(encoding="utf-8")
    for path in (ROOT / "queries" / "questions").glob("*.rq"):
        assert f"`{path.stem}`" in text, path.stem
