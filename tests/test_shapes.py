"""Each shape and each audit is silent on the good example of its file and speaks on the bad one."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from dadiplo.dates import with_bounds
from dadiplo.pipeline import Knowledge, load_knowledge
from dadiplo.resources import GRAPH, PREFIXES, folder
from dadiplo.store import IRI, Literal, Quad, Store, parse, triple_of
from dadiplo.validation import DATA_SHAPES, SHAPES, Result, audit, shape_quads, validate

HERE = Path(__file__).parent
SH = PREFIXES["sh"]
TYPE = PREFIXES["rdf"] + "type"
SUBCLASS = PREFIXES["rdfs"] + "subClassOf"
SEVERITY_OF_FILE = {"must": "Violation", "should": "Warning", "gaps": "Info", "terms": "Violation"}


@cache
def shapes_of(*files: str) -> list[Quad]:
    return shape_quads(*files)


def is_shape(quad: Quad) -> bool:
    kinds = (IRI(SH + "NodeShape"), IRI(SH + "PropertyShape"))
    return quad.predicate.value == TYPE and quad.object in kinds and isinstance(quad.subject, IRI)


FILE_OF_SHAPE = {
    quad.subject.value.removeprefix(SHAPES): path.stem
    for path in sorted(folder("shapes").glob("*.ttl"))
    for quad in shapes_of(path.stem)
    if is_shape(quad)
}
AUDITS = sorted(path.stem for path in (folder("queries") / "audit").glob("*.rq"))


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return load_knowledge()


def example(kind: str, name: str, case: str) -> list[Quad]:
    """Return the quads in the graphs of an example file whose names start with ``good`` or ``bad``."""
    path = HERE / kind / f"{name}.trig"
    if not path.is_file():
        pytest.fail(f"{name} has no example: write tests/{kind}/{name}.trig with graph:good and graph:bad")
    quads = parse(path.read_bytes(), "trig", name=str(path))
    chosen = [quad for quad in quads if quad.graph_name.value.startswith(GRAPH + case)]
    assert chosen, f"{path} has no graph:{case}"
    return chosen


def subjects(quads: list[Quad]) -> set[str]:
    return {triple_of(quad)[0].value for quad in quads}


def objects(name: str, predicate: str) -> list[IRI | Literal]:
    """Return what a shape says with a predicate of SHACL."""
    subject = IRI(SHAPES + name)
    quads = shapes_of(FILE_OF_SHAPE[name])
    return [quad.object for quad in quads if quad.subject == subject and quad.predicate.value == SH + predicate]


def targets(name: str, quads: list[Quad], knowledge: Knowledge) -> set[str]:
    """Return the nodes of the quads that a shape looks at."""
    classes = {node.value for node in objects(name, "targetClass")}
    properties = {node.value for node in objects(name, "targetSubjectsOf")}
    below = [quad for quad in knowledge.quads if quad.predicate.value == SUBCLASS and isinstance(quad.subject, IRI)]
    while wider := {quad.subject.value for quad in below if quad.object.value in classes} - classes:
        classes |= wider
    return {
        quad.subject.value
        for quad in quads
        if quad.predicate.value in properties or (quad.predicate.value == TYPE and quad.object.value in classes)
    }


def shape_results(name: str, quads: list[Quad], knowledge: Knowledge) -> list[Result]:
    if FILE_OF_SHAPE[name] == "terms":
        report = validate(quads, shapes_of("terms"))
    else:
        report = validate(quads, shapes_of(*DATA_SHAPES), knowledge.quads)
    return [result for result in report.results if result.shape == name]


def audit_results(name: str, quads: list[Quad], knowledge: Knowledge) -> list[Result]:
    store = Store()
    store.extend(knowledge.quads)
    store.extend(quads)
    store.extend(list(with_bounds(quads)))
    own = subjects(quads)
    return [
        result
        for result in audit(store).results
        if result.shape == name and (result.focus in own or result.value in own)
    ]


@pytest.mark.parametrize("name", FILE_OF_SHAPE)
def test_shape_is_silent_on_good_data(name: str, knowledge: Knowledge) -> None:
    good = example("shapes", name, "good")
    assert targets(name, good, knowledge), f"{name} looks at nothing in graph:good"
    assert shape_results(name, good, knowledge) == []


@pytest.mark.parametrize("name", FILE_OF_SHAPE)
def test_shape_finds_the_mistake(name: str, knowledge: Knowledge) -> None:
    found = shape_results(name, example("shapes", name, "bad"), knowledge)
    assert found, f"{name} finds nothing in graph:bad"
    good = targets(name, example("shapes", name, "good"), knowledge)
    assert {result.focus for result in found} <= good, "graph:bad should be graph:good with one mistake"


@pytest.mark.parametrize("name", FILE_OF_SHAPE)
def test_shape_has_messages_and_the_severity_of_its_file(name: str) -> None:
    assert sorted(message.language for message in objects(name, "message")) == ["ar", "en"]
    assert objects(name, "severity") == [IRI(SH + SEVERITY_OF_FILE[FILE_OF_SHAPE[name]])]


@pytest.mark.parametrize("name", AUDITS)
def test_audit_is_silent_on_good_data(name: str, knowledge: Knowledge) -> None:
    assert audit_results(name, example("audits", name, "good"), knowledge) == []


@pytest.mark.parametrize("name", AUDITS)
def test_audit_finds_each_mistake(name: str, knowledge: Knowledge) -> None:
    bad = example("audits", name, "bad")
    found = {text for result in audit_results(name, bad, knowledge) for text in (result.focus, result.value)}
    for graph in {quad.graph_name for quad in bad}:
        own = subjects([quad for quad in bad if quad.graph_name == graph])
        assert own & found, f"{name} finds nothing in {graph}"


@pytest.mark.parametrize(("kind", "names"), [("shapes", FILE_OF_SHAPE), ("audits", AUDITS)])
def test_every_example_belongs_to_something(kind: str, names: list[str]) -> None:
    assert sorted(path.stem for path in (HERE / kind).glob("*.trig") if path.stem not in names) == []
