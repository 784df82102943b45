"""The quality gates: each measures, each can fail, and a build that fails one says what it asks for."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import Run

from dadiplo import pipeline
from dadiplo.export.turtle import trig
from dadiplo.gates import gates, gates_text
from dadiplo.resources import folder
from dadiplo.store import Store
from dadiplo.validation import Report, Result

PATHS = sorted((folder("queries") / "gates").glob("*.rq"))

#: Twenty agreements that nobody dates.
UNDATED = """
@prefix agreement: <https://w3id.org/dadiplo/id/agreement/> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix dd: <https://w3id.org/dadiplo/ontology#> .
@prefix graph: <https://w3id.org/dadiplo/graph/> .
@prefix instrument-kind: <https://w3id.org/dadiplo/vocab/instrument-kind/> .
@prefix modality: <https://w3id.org/dadiplo/vocab/modality/> .
@prefix source: <https://w3id.org/dadiplo/id/source/> .
@prefix state: <https://w3id.org/dadiplo/id/state/> .
graph:curated {
    source:undated a dd:WebPage ; dcterms:identifier "https://example.org/undated" ; dcterms:publisher "Example News" ;
        dcterms:title "Undated"@en .
""" + "".join(
    f"    agreement:bol-pry-{number} a dd:Agreement ; dcterms:source source:undated ; dd:hasParty state:BOL , state:PRY ;\n"
    "        dd:instrumentKind instrument-kind:agreement ; dd:modality modality:actual .\n"
    for number in range(1, 21)
) + "}"  # fmt: skip


@pytest.fixture(scope="module")
def world_folder(world: Store, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The world as ``build`` would leave it for ``--from``."""
    top = tmp_path_factory.mktemp("world")
    (top / "dadiplo.trig").write_text(trig(world), encoding="utf-8")
    return top


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_gate_says_what_it_asks_for_in_english_and_arabic(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    for key in ("summary", "summary@ar", "minimum"):
        assert text.count(f"#+ {key}: ") == 1


def test_world_passes_every_gate_and_audit(built: pipeline.Build) -> None:
    report = built.validate()
    measured = gates(built.store, report)
    assert [gate.name for gate in measured if not gate.passed] == []
    names = [path.stem for path in PATHS] + sorted(path.stem for path in (folder("queries") / "audit").glob("*.rq"))
    assert [gate.name for gate in measured] == names
    assert [result for result in report.results if result.severity == "violation"] == []


def test_every_gate_fails_on_an_empty_graph() -> None:
    measured = gates(Store(), Report(()))
    assert [gate.name for gate in measured if not gate.passed] == [path.stem for path in PATHS]


def test_audit_that_found_something_is_a_failed_gate_with_its_sentence() -> None:
    found = Result("violation", "date-order", "x", "", "", (("en", "This ends before it begins."),))
    table = gates_text([gate for gate in gates(Store(), Report((found,))) if gate.name == "date-order"])
    assert table.splitlines()[1].split()[:4] == ["date-order", "1", "≤", "0"]
    assert "FAILED: " in table


@pytest.mark.parametrize(
    ("language", "sentence"),
    [("en", "At least this share of agreements has a date."), ("ar", "نسبة الاتفاقات المؤرخة لا تقل عن هذا الحد.")],
)
def test_build_that_fails_a_gate_says_which_and_ends_with_1(
    language: str, sentence: str, world_folder: Path, run: Run, tmp_path: Path
) -> None:
    (tmp_path / "undated.trig").write_text(UNDATED, encoding="utf-8")
    done = run("build", "undated.trig", "--from", world_folder, "-o", "out", "--lang", language)
    assert (done.returncode, done.stdout) == (1, "")
    failed = [line for line in done.stderr.splitlines() if "FAILED" in line]
    assert len(failed) == 1
    assert failed[0].startswith("agreements-with-date ")
    assert failed[0].endswith(f"FAILED: {sentence}")
    assert failed[0] in (tmp_path / "out" / "validation.txt").read_text(encoding="utf-8")
