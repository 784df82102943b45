"""Why two agents are linked: paths, their quotes and sources, and what is said where there is no path."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from conftest import Run

from dadiplo import pipeline
from dadiplo.network import Selection
from dadiplo.paths import why
from dadiplo.resources import ID
from dadiplo.retraction import find_source, retract
from dadiplo.store import Store, parse

#: Bolivia and Chile have a memorandum; Chile and Peru met; Peru and Uruguay only plan to meet; Uruguay and Ghana both
#: act on mining; Kenya and Tanzania have a memorandum apart from the others.
FACTS = """
@prefix agreement: <https://w3id.org/dadiplo/id/agreement/> .
@prefix meeting: <https://w3id.org/dadiplo/id/meeting/> .
@prefix measure: <https://w3id.org/dadiplo/id/measure/> .
@prefix org: <https://w3id.org/dadiplo/id/org/> .
@prefix source: <https://w3id.org/dadiplo/id/source/> .
@prefix state: <https://w3id.org/dadiplo/id/state/> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix dd: <https://w3id.org/dadiplo/ontology#> .
@prefix graph: <https://w3id.org/dadiplo/graph/> .
@prefix instrument-kind: <https://w3id.org/dadiplo/vocab/instrument-kind/> .
@prefix modality: <https://w3id.org/dadiplo/vocab/modality/> .
@prefix topic: <https://w3id.org/dadiplo/vocab/topic/> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .

graph:curated {
    agreement:bol-chl-1 a dd:Agreement ; dcterms:source source:one ; dd:date "2026-02-03"^^xsd:date ;
        dd:hasParty org:bol-bcb , state:CHL ; dd:modality modality:actual ;
        dd:instrumentKind instrument-kind:memorandum-of-understanding .
    meeting:chl-per-1 a dd:Meeting ; dcterms:source source:two ; dd:date "2026-03"^^xsd:gYearMonth ;
        dd:hasParticipant state:CHL , state:PER ; dd:modality modality:actual .
    meeting:per-ury-1 a dd:Meeting ; dcterms:source source:two ; dd:hasParticipant state:PER , state:URY ;
        dd:modality modality:planned .
    agreement:ken-tza-1 a dd:Agreement ; dcterms:source source:two ; dd:hasParty state:KEN , state:TZA ;
        dd:modality modality:actual ; dd:instrumentKind instrument-kind:memorandum-of-understanding .
    measure:ury-1 a dd:LegalMeasure ; dcterms:source source:two ; dd:hasAgent state:URY ; dd:hasTopic topic:mining ;
        dd:modality modality:actual .
    measure:gha-1 a dd:LegalMeasure ; dcterms:source source:two ; dd:hasAgent state:GHA ; dd:hasTopic topic:mining ;
        dd:modality modality:actual .
    source:one a dd:WebPage ; dcterms:identifier "https://example.org/one" ; dcterms:publisher "Example News" ;
        dcterms:title "Bolivia and Chile sign"@en ; dcterms:issued "2026-02-04"^^xsd:date .
    source:two a dd:WebPage ; dcterms:identifier "https://example.org/two" ; dcterms:publisher "Example News" ;
        dcterms:title "Two"@en ; dcterms:issued "2026-03-20"^^xsd:date .
}
"""


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A graph small enough to see all paths."""
    top = tmp_path_factory.mktemp("why")
    (top / "facts.trig").write_text(FACTS, encoding="utf-8")
    store = pipeline.build_graph([], sources=[top / "facts.trig"]).store
    from dadiplo.export.turtle import trig

    (top / "small.trig").write_text(trig(store), encoding="utf-8")
    return top / "small.trig"


@pytest.fixture(scope="module")
def store(small: Path) -> Store:
    result = Store()
    result.extend(parse(small.read_bytes(), "trig", name="small"))
    return result


def chains(store: Store, one: str, other: str, **options: object) -> list[str]:
    found = why(store, f"{ID}state/{one}", f"{ID}state/{other}", **options)  # type: ignore[arg-type]
    return ["-".join(iri.rsplit("/", 1)[-1] for iri in path.agents) for path in found.paths]


ENGLISH = """\
How Bolivia and Peru are linked

1. Bolivia — Chile — Peru (shortest, strongest)
   Bolivia — Chile
     Memorandum of understanding: Bolivia – Chile · memorandum of understanding · 2026-02-03 · reported as fact · through Central Bank of Bolivia [1]
   Chile — Peru
     Meeting: Chile – Peru · Meeting · 2026-03 · reported as fact [2]

[1] Bolivia and Chile sign, Example News, 2026-02-04, https://example.org/one
[2] Two, Example News, 2026-03-20, https://example.org/two
"""


def test_text_has_each_hop_with_date_modality_and_source(small: Path, run: Run) -> None:
    done = run("why", "BO", "Perú", "--graph", small)
    assert (done.returncode, done.stdout, done.stderr) == (0, ENGLISH, "")


def test_arabic_answer_is_arabic(small: Path, run: Run) -> None:
    text = run("why", "بوليفيا", "PE", "--graph", small, "--lang", "ar").stdout
    head = text.partition("\n\n[1]")[0].translate({0x2068: None, 0x2069: None})
    assert head == (
        "الصلة بين بوليفيا وبيرو\n\n1. بوليفيا — تشيلي — بيرو (الأقصر، الأقوى)\n   بوليفيا — تشيلي\n"
        "     مذكرة تفاهم: بوليفيا – تشيلي · مذكرة تفاهم · 2026-02-03 · واقع · عبر البنك المركزي البوليفي [1]\n"
        "   تشيلي — بيرو\n     اجتماع: تشيلي – بيرو · اجتماع · 2026-03 · واقع [2]\n"
    ).rstrip("\n")


def test_markdown_has_footnotes(small: Path, run: Run) -> None:
    lines = run("why", "BO", "CL", "--graph", small, "-f", "md").stdout.splitlines()
    assert lines[0] == "# How Bolivia and Chile are linked"
    assert lines[-1] == "[^1]: Bolivia and Chile sign, Example News, 2026-02-04, https://example.org/one"
    assert any(line.endswith("through Central Bank of Bolivia [^1]") for line in lines)


def test_json_has_iris_and_evidence(small: Path, run: Run) -> None:
    answer = json.loads(run("why", "BO", "PE", "--graph", small, "-f", "json").stdout)
    (path,) = answer["paths"]
    assert [agent["label"] for agent in path["agents"]] == ["Bolivia", "Chile", "Peru"]
    (link,) = path["hops"][0]["links"]
    assert (link["iri"], link["date"], link["modality"]) == (f"{ID}agreement/bol-chl-1", "2026-02-03", ["actual"])
    assert link["evidence"][0]["url"] == "https://example.org/one"
    assert [body["label"] for body in link["through"]] == ["Central Bank of Bolivia"]


def test_trig_has_events_and_sources_in_their_graphs(small: Path, run: Run) -> None:
    quads = parse(run("why", "BO", "PE", "--graph", small, "-f", "trig").stdout, "trig", name="out")
    subjects = {quad.subject.value.removeprefix(ID) for quad in quads}
    assert {"agreement/bol-chl-1", "meeting/chl-per-1", "source/one", "source/two"} <= subjects
    assert not any("inferred" in str(quad.graph_name) for quad in quads)


def test_removing_the_only_source_of_a_hop_removes_the_path(store: Store) -> None:
    assert chains(store, "BOL", "PER") == ["BOL-CHL-PER"]
    rest = retract(store, find_source(store, "one")).store
    pipeline.complete(rest)
    assert chains(rest, "BOL", "PER") == []
    assert chains(rest, "CHL", "PER") == ["CHL-PER"]


def test_only_what_happened_counts_unless_asked(store: Store) -> None:
    assert chains(store, "PER", "URY") == []
    assert chains(store, "PER", "URY", selection=Selection(modality="any")) == ["PER-URY"]
    assert chains(store, "BOL", "PER", selection=Selection(as_of="2026-02-28")) == []
    assert chains(store, "BOL", "PER", hops=1) == []


@pytest.mark.parametrize(
    ("one", "other", "line"),
    [
        (
            "PE",
            "UY",
            "no path: no event (reported as fact) in the graph links Uruguay with anyone else; "
            "nearest: Meeting: Peru – Uruguay (planned); see --modality any\n",
        ),
        (
            "UY",
            "GH",
            "no path: no event (reported as fact) in the graph links Uruguay, Ghana with anyone else; "
            "nearest: both act on mining and energy\n",
        ),
    ],
)
def test_no_path_says_what_was_searched_and_what_is_nearest(
    one: str, other: str, line: str, small: Path, run: Run
) -> None:
    done = run("why", one, other, "--graph", small)
    assert (done.returncode, done.stdout, done.stderr) == (1, "", line)


def test_no_path_between_two_that_have_links(small: Path, run: Run) -> None:
    done = run("why", "Kenya", "Peru", "--graph", small)
    assert done.returncode == 1
    assert done.stderr.startswith("no path of up to 4 hops between Kenya (reaches ")


def test_link_of_few_is_stronger_than_one_of_many(world: Store) -> None:
    found = why(world, f"{ID}state/PAK", f"{ID}state/SLV")
    assert [link.size for link in found.paths[0].hops[0]] == sorted(link.size for link in found.paths[0].hops[0])
    assert found.paths[0].distance <= found.paths[1].distance


def test_same_agent_twice_and_unknown_name(run: Run) -> None:
    assert run("why", "PK", "باكستان").stderr == "dadiplo: 'PK' and 'باكستان' are the same; name two\n"
    assert "did you mean" in run("why", "PK", "Boliva").stderr
