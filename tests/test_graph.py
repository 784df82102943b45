"""The face for Python: what a notebook does with it, and that README's example is true."""

from __future__ import annotations

import doctest
import re
import subprocess
import sys
from pathlib import Path

import pytest
import rdflib
from conftest import ROOT

import dadiplo
from dadiplo.resources import PREFIXES


@pytest.fixture(scope="module")
def graph(world: object) -> dadiplo.Graph:
    return dadiplo.Graph(world)  # type: ignore[arg-type]


def test_readme_example_is_true(graph: dadiplo.Graph, monkeypatch: pytest.MonkeyPatch) -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    (example,) = re.findall(r"```python\n(>>>.*?)```", text, re.DOTALL)
    monkeypatch.setitem(dadiplo.__dict__, "open", lambda path=None: graph)
    test = doctest.DocTestParser().get_doctest(example, {}, "README", "README.md", 0)
    failures: list[str] = []
    doctest.DocTestRunner().run(test, out=failures.append)
    assert not failures, "".join(failures)


def test_rows_are_dictionaries_and_a_table(graph: dadiplo.Graph) -> None:
    answer = graph.ask("partners", state="باراغواي", lang="ar")
    assert len(answer) == 1
    assert answer[0]["partner"] == "السلفادور"
    assert answer[0]["partner_iri"].endswith("/state/SLV")
    assert list(answer) == answer[:] == [answer[0]]
    assert "السلفادور" in repr(answer)
    assert "<bdi>السلفادور</bdi>" in answer._repr_html_()
    assert repr(graph.ask("partners", state="Tuvalu")) == "(no rows)"


def test_pandas_frame_has_the_columns(graph: dadiplo.Graph) -> None:
    pandas = pytest.importorskip("pandas", reason="pandas is not installed")
    frame = graph.ask("partners", state="Paraguay").to_pandas()
    assert isinstance(frame, pandas.DataFrame)
    assert frame["partner"].tolist() == ["El Salvador"]


def test_sources_of_rows(graph: dadiplo.Graph) -> None:
    answer = graph.ask("partners", state="Pakistan", cite=True)
    assert len(answer.cited) == len(answer)
    assert {source for sources in answer.cited for source in sources} == set(answer.sources)
    assert graph.ask("partners", state="Pakistan").sources == ()


def test_unknown_names_and_parameters_are_usage_errors(graph: dadiplo.Graph) -> None:
    with pytest.raises(dadiplo.UsageError, match="did you mean Bolivia"):
        graph.why("PK", "Boliva")
    with pytest.raises(dadiplo.UsageError, match="no question is called"):
        graph.ask("partner")
    with pytest.raises(dadiplo.UsageError, match="no parameter 'nation'"):
        graph.ask("partners", nation="PK")
    with pytest.raises(dadiplo.RefusedError):
        graph.sparql("DELETE WHERE { ?s ?p ?o }")


def test_network_has_the_documented_attributes(graph: dadiplo.Graph) -> None:
    states = graph.network()
    pakistan, salvador = graph.find("PK"), graph.find("SV")
    assert states.nodes[pakistan]["label_ar"] == "باكستان"
    assert states.nodes[pakistan]["type"] == "State"
    edges = states[pakistan][salvador]
    letter = edges["https://w3id.org/dadiplo/id/agreement/pak-slv-letter-of-intent-1"]
    assert (letter["type"], letter["date"], letter["weight"]) == ("Agreement", "2025-07-16", 1.0)
    assert set(letter) == {"type", "kind", "date", "earliest", "latest", "topics", "weight"}
    assert all(data["type"] == "Person" for _, data in graph.network("persons").nodes(data=True))


def test_selection_by_kind_topic_and_day(graph: dadiplo.Graph) -> None:
    events = graph.events(dadiplo.Selection(kind="Agreement", as_of="2024-12-31"))
    assert events
    assert all(event.type == "Agreement" and event.latest <= "2024-12-31" for event in events)
    mining = graph.find("mining and energy", "topic")
    assert all(mining in event.topics for event in graph.events(dadiplo.Selection(topic=mining)))
    assert len(graph.events()) < len(graph.events(dadiplo.Selection(modality="any")))


def test_why_is_false_without_a_path_and_says_so(graph: dadiplo.Graph) -> None:
    assert not graph.why("Kenya", "France")
    assert repr(graph.why("Kenya", "France")).startswith("no path")
    assert repr(graph.why("PK", "SV")).startswith("How Pakistan and El Salvador are linked")
    assert graph.why("PK", "SV")._repr_html_().startswith("<pre")


def test_rdflib_copy_has_the_same_quads(graph: dadiplo.Graph) -> None:
    dataset = graph.to_rdflib()
    assert isinstance(dataset, rdflib.Dataset)
    assert sum(
        len(part) for part in dataset.graphs() if part.identifier != rdflib.graph.DATASET_DEFAULT_GRAPH_ID
    ) == len(graph)
    asked = dataset.query("ASK { <https://w3id.org/dadiplo/id/state/PAK> a <https://w3id.org/dadiplo/ontology#State> }")
    assert asked.askAnswer
    built = graph.sparql("CONSTRUCT { ?a dd:metWith ?b } { ?a dd:metWith ?b }")
    assert isinstance(built, rdflib.Graph)
    assert len(built) > 0


def test_importing_the_face_pays_for_nothing_heavy() -> None:
    code = "import sys, dadiplo; dadiplo.open; print([m for m in ('rdflib', 'networkx', 'pyshacl', 'pandas') if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


def test_what_is_no_day_dates_no_event(tmp_path: Path) -> None:
    told = 'a dd:Event ; dd:modality modality:actual ; dd:earliest "soon" ; dd:latest "2025-02-30" .'
    prefixes = "".join(f"@prefix {name}: <{PREFIXES[name]}> . " for name in ("dd", "modality"))
    (tmp_path / "odd.ttl").write_text(f"{prefixes}<urn:event> {told}")
    (event,) = dadiplo.open(tmp_path / "odd.ttl").events()
    assert (event.earliest, event.latest) == ("", "")
