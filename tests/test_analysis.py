"""The analyses, on a graph small enough to check by hand: whole tables, filters, languages, errors, no rows."""

from __future__ import annotations

import json
import re
from pathlib import Path

import networkx as nx
import pytest
from conftest import Run
from hypothesis import given
from hypothesis import strategies as st

from dadiplo import network, pipeline
from dadiplo.analysis import ANALYSES, Request, measures
from dadiplo.analysis.rendering import absence, to_table
from dadiplo.errors import DadiploError, UsageError
from dadiplo.filters import selection
from dadiplo.phrases import phrase
from dadiplo.resources import PREFIXES, folder
from dadiplo.store import Literal, Store, parse, serialize, triple_of
from dadiplo.tables import as_csv, as_json, as_table

#: El Salvador, Pakistan and the Emirates know one another, Kenya knows the Emirates, Bhutan only Kenya.
EVENTS = """
graph:curated {
  agreement:x-pak-slv a dd:Agreement ; skos:prefLabel "A1"@en ; dd:hasParty state:PAK , state:SLV ;
    dd:instrumentKind instrument-kind:memorandum-of-understanding ; dd:hasTopic topic:education ;
    dd:date "2020-01-10"^^xsd:date ; dd:modality modality:actual ; dcterms:source source:x-one .
  agreement:x-slv-are a dd:Agreement ; skos:prefLabel "A2"@en ; dd:hasParty state:SLV , state:ARE ;
    dd:instrumentKind instrument-kind:memorandum-of-understanding ; dd:hasTopic topic:education ;
    dd:date "2020-06"^^xsd:gYearMonth ; dd:modality modality:actual ; dcterms:source source:x-two .
  agreement:x-are-ken a dd:Agreement ; skos:prefLabel "A3"@en ; dd:hasParty state:ARE , state:KEN ;
    dd:instrumentKind instrument-kind:letter-of-intent ; dd:hasTopic topic:mining ;
    dd:date "2021-03-01"^^xsd:date ; dd:modality modality:actual ; dcterms:source source:x-one , source:x-two .
  agreement:x-ken-btn a dd:Agreement ; skos:prefLabel "A4"@en ; dd:hasParty state:KEN , state:BTN ;
    dd:instrumentKind instrument-kind:letter-of-intent ; dd:hasTopic topic:mining ;
    dd:date "2023-07-07"^^xsd:date ; dd:modality modality:actual .
  agreement:x-bra-pak a dd:Agreement ; skos:prefLabel "A5"@en ; dd:hasParty state:BRA , state:PAK ;
    dd:date "2021"^^xsd:gYear ; dd:modality modality:planned .
  meeting:x-in-are a dd:Meeting ; skos:prefLabel "M1"@en ; dd:hasParticipant state:PAK , state:ARE ;
    dd:meetingFormat meeting-format:in-person ; dd:tookPlaceInState state:ARE ;
    dd:date "2021-05-01"^^xsd:date ; dd:modality modality:actual .
  meeting:x-in-pak a dd:Meeting ; skos:prefLabel "M2"@en ; dd:hasParticipant state:PAK , state:ARE ;
    dd:meetingFormat meeting-format:in-person ; dd:tookPlaceInState state:PAK ;
    dd:date "2022"^^xsd:gYear ; dd:modality modality:actual .
  statement:x-after a dd:Statement ; skos:prefLabel "S1"@en ; dd:hasSpeaker state:PAK ;
    dd:followedEvent meeting:x-in-are ; dd:modality modality:actual .
  statement:x-lost a dd:Statement ; skos:prefLabel "S2"@en ; dd:hasSpeaker state:PAK ; dd:modality modality:actual .
  measure:x-slv a dd:LegalMeasure ; skos:prefLabel "L1"@en ; dd:hasAgent state:SLV ;
    dd:measureKind measure-kind:legal-tender ; dd:date "2021-09-07"^^xsd:date ; dd:modality modality:actual .
  measure:x-are a dd:LegalMeasure ; skos:prefLabel "L2"@en ; dd:hasAgent state:ARE ;
    dd:measureKind measure-kind:legal-tender ; dd:date "2021-09"^^xsd:gYearMonth ; dd:modality modality:actual .
  measure:x-ken a dd:LegalMeasure ; skos:prefLabel "L3"@en ; dd:hasAgent state:KEN ;
    dd:measureKind measure-kind:legal-tender ; dd:date "2022-09-07"^^xsd:date ; dd:modality modality:actual .
  source:x-one a dd:WebPage ; dcterms:title "Page one"@en ; dcterms:publisher "Outlet" ; dcterms:identifier "https://example.org/1" .
  source:x-two a dd:WebPage ; dcterms:title "Page two"@en ; dcterms:publisher "Outlet" ; dcterms:identifier "https://example.org/2" .
}
"""
CYCLE = """
graph:curated {
  statement:x-one a dd:Statement ; skos:prefLabel "one"@en ; dd:hasSpeaker state:PAK ;
    dd:followedEvent statement:x-two ; dd:modality modality:actual .
  statement:x-two a dd:Statement ; skos:prefLabel "two"@en ; dd:hasSpeaker state:PAK ;
    dd:followedEvent statement:x-one ; dd:modality modality:actual .
}
"""


def built(path: Path, text: str) -> Store:
    path.write_text("".join(f"@prefix {name}: <{iri}> .\n" for name, iri in PREFIXES.items()) + text, encoding="utf-8")
    return pipeline.build_graph(articles=[], sources=[path]).store


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Store:
    return built(tmp_path_factory.mktemp("graph") / "small.trig", EVENTS)


def table(store: Store, name: str, language: str = "en", *, cited: bool = False, **given: str) -> str:
    """Return what an analysis of a graph shows on a wide terminal, without the marks of direction."""
    filters = {key: given.pop(key) for key in ("kind", "topic", "modality", "since", "as_of") if key in given}
    analysis = ANALYSES[name]
    level = given.pop("level", next(iter(analysis.levels), ""))
    request = Request(selection(store, **filters), level, limit=int(given.pop("limit", analysis.limit)), **given)
    result = analysis.run(store, request)
    return re.sub("[\u2066-\u2069]", "", as_table(to_table(store, analysis, result, language, cited=cited), 200))


PAK = PREFIXES["state"] + "PAK"
#: Two pairs that sign after all the others.
LATER = """
graph:curated {
  agreement:x-are-pak a dd:Agreement ; skos:prefLabel "A6"@en ; dd:hasParty state:ARE , state:PAK ;
    dd:date "2024-01-01"^^xsd:date ; dd:modality modality:actual .
  agreement:x-slv-ken a dd:Agreement ; skos:prefLabel "A7"@en ; dd:hasParty state:SLV , state:KEN ;
    dd:date "2024-02-01"^^xsd:date ; dd:modality modality:actual .
}
"""


@pytest.fixture(scope="module")
def later(tmp_path_factory: pytest.TempPathFactory) -> Store:
    return built(tmp_path_factory.mktemp("graph") / "later.trig", EVENTS + LATER)


# -- golden tables --------------------------------------------------------------------------------------------

GOLDEN: dict[str, tuple[str, dict[str, str], str]] = {
    "brokers": (
        "brokers",
        {},
        """
agent                 betweenness  constraint  partners  events
────────────────────  ───────────  ──────────  ────────  ──────
United Arab Emirates  0.667        0.627       3         4
Kenya                 0.500        0.500       2         2
""",
    ),
    "brokers by a day": (
        "brokers",
        {"as_of": "2021-12-31"},
        """
agent                 betweenness  constraint  partners  events
────────────────────  ───────────  ──────────  ────────  ──────
United Arab Emirates  0.667        0.611       3         3
""",
    ),
    "brokers on a topic": (
        "brokers",
        {"topic": "mining"},
        """
agent  betweenness  constraint  partners  events
─────  ───────────  ──────────  ────────  ──────
Kenya  1.000        0.500       2         2
""",
    ),
    "brokers with sources": (
        "brokers",
        {"cited": True},
        """
agent                 betweenness  constraint  partners  events
────────────────────  ───────────  ──────────  ────────  ──────  ──────
United Arab Emirates  0.667        0.627       3         4       [1][2]
Kenya                 0.500        0.500       2         2       [1][2]

[1] Page one, Outlet, https://example.org/1
[2] Page two, Outlet, https://example.org/2
""",
    ),
    "centrality": (
        "centrality",
        {"about": PAK},
        """
year  agent     partners  strength  betweenness  PageRank  events
────  ────────  ────────  ────────  ───────────  ────────  ──────
2020  Pakistan  1         1.000     0.000        0.257     1
2021  Pakistan  1         1.000     0.000        0.257     1
2022  Pakistan  1         1.000     0.000        0.500     1

events that cannot be placed in one year, left out: 2
""",
    ),
    "centrality of each year": (
        "centrality",
        {"limit": "1"},
        """
year  agent                 partners  strength  betweenness  PageRank  events
────  ────────────────────  ────────  ────────  ───────────  ────────  ──────
2020  El Salvador           2         2.000     1.000        0.486     2
2021  United Arab Emirates  2         2.000     1.000        0.486     2
2022  United Arab Emirates  1         1.000     0.000        0.500     1
2023  Bhutan                1         1.000     0.000        0.500     1

events that cannot be placed in one year, left out: 2
""",
    ),
    "changes": (
        "changes",
        {"start": "2020-12-31", "end": "2021-12-31"},
        """
change    agent                 other     rank    rank   date
                                          before  after
────────  ────────────────────  ────────  ──────  ─────  ──────────
new link  United Arab Emirates  Kenya                    2021-03-01
new link  United Arab Emirates  Pakistan                 2021-05-01
came in   Kenya                                   4
rose      United Arab Emirates            2       1
fell      El Salvador                     1       2

compared: what happened up to 2020-12-31 with what happened up to 2021-12-31
""",
    ),
    "communities": (
        "communities",
        {},
        """
group  size  members                                      topics                                     events  share
                                                                                                             inside
─────  ────  ───────────────────────────────────────────  ─────────────────────────────────────────  ──────  ──────
1      3     United Arab Emirates, Pakistan, El Salvador  education and awareness (2)                4       0.889
2      2     Kenya, Bhutan                                digital assets (1), mining and energy (1)  1       0.667

modularity 0.208 (Louvain, fixed seed)
""",
    ),
    "bridges": (
        "bridges",
        {"level": "states"},
        """
joint  agent                 other  parts  cut off  among them
                                           without
                                           it
─────  ────────────────────  ─────  ─────  ───────  ─────────────────────
agent  United Arab Emirates         2      2        Pakistan, El Salvador
link   United Arab Emirates  Kenya  2      2        Kenya, Bhutan
agent  Kenya                        2      1        Bhutan

separate parts of the network of 5 agents: 1
""",
    ),
    "similar": (
        "similar",
        {"about": PAK},
        """
agent     other                 cosine  Jaccard  in common
────────  ────────────────────  ──────  ───────  ──────────────────────────────────────────────────────────────────────────
Pakistan  United Arab Emirates  0.381   0.333    Meeting, El Salvador, memorandum of understanding, education and awareness
Pakistan  El Salvador           0.355   0.375    memorandum of understanding, education and awareness, United Arab Emirates
Pakistan  Kenya                 0.081   0.091    United Arab Emirates

agents with fewer than 3 events are not compared
""",
    ),
    "ego": (
        "ego",
        {"about": PAK},
        """
agent                 events  weight  first       last        by                               topics
────────────────────  ──────  ──────  ──────────  ──────────  ───────────────────────────────  ───────────────────────────
United Arab Emirates  2       2.000   2021-05-01  2022-12-31  Meeting (2)
El Salvador           1       1.000   2020-01-10  2020-01-10  memorandum of understanding (1)  education and awareness (1)
""",
    ),
    "ego of what is planned": (
        "ego",
        {"about": PAK, "modality": "planned"},
        """
agent   events  weight  first       last        by
──────  ──────  ──────  ──────────  ──────────  ─────────────
Brazil  1       1.000   2021-01-01  2021-12-31  Agreement (1)
""",
    ),
    "visits": (
        "visits",
        {},
        """
guest                 host                  visits  returned  first       last
────────────────────  ────────────────────  ──────  ────────  ──────────  ──────────
United Arab Emirates  Pakistan              1       1         2022-01-01  2022-12-31
Pakistan              United Arab Emirates  1       1         2021-05-01  2021-05-01

returned: 2 of 2 directions of visits (reciprocity 1.00)
""",
    ),
    "timeline": (
        "timeline",
        {},
        """
from        to          event  kind                         placed
──────────  ──────────  ─────  ───────────────────────────  ────────
2020-01-10  2020-01-10  A1     memorandum of understanding
2020-06-01  2020-06-30  A2     memorandum of understanding
2021-03-01  2021-03-01  A3     letter of intent
2021-05-01  2021-05-01  M1     Meeting
                        S1     Statement                    after M1
2021-09-01  2021-09-30  L2     legal-tender act
2021-09-07  2021-09-07  L1     legal-tender act
2022-01-01  2022-12-31  M2     Meeting
2022-09-07  2022-09-07  L3     legal-tender act
2023-07-07  2023-07-07  A4     letter of intent
                        S2     Statement                    undated
""",
    ),
    "timeline of a period": (
        "timeline",
        {"since": "2021-04-01", "as_of": "2021-12-31"},
        """
from        to          event  kind              placed
──────────  ──────────  ─────  ────────────────  ────────
2021-05-01  2021-05-01  M1     Meeting
                        S1     Statement         after M1
2021-09-01  2021-09-30  L2     legal-tender act
2021-09-07  2021-09-07  L1     legal-tender act
""",
    ),
    "diffusion": (
        "diffusion",
        {"kind": "legal tender"},
        """
order  agent                 event  from        to          days since the one before  days since the first  earlier, and a partner by then
─────  ────────────────────  ─────  ──────────  ──────────  ─────────────────────────  ────────────────────  ──────────────────────────────
1      United Arab Emirates  L2     2021-09-01  2021-09-30
2      El Salvador           L1     2021-09-07  2021-09-07  0–6                        0–6                   United Arab Emirates
3      Kenya                 L3     2022-09-07  2022-09-07  365                        342–371               United Arab Emirates

the order is that of time; that one learnt from another is not said
""",
    ),
    "forecast": (
        "forecast",
        {},
        """
status    agent                 other        score  common    Adamic-Adar  resource    shared  reasons
                                                    partners               allocation  topics
────────  ────────────────────  ───────────  ─────  ────────  ───────────  ──────────  ──────  ───────────────────────────────────────────────────────────────────────────────────────────────────────
forecast  United Arab Emirates  Pakistan     0.750  1         1.443        0.500       0.507   in contact without signing (2); common partners (1): El Salvador; both work on: education and awareness
forecast  United Arab Emirates  Bhutan       0.458  1         1.443        0.500       0.530   common partners (1): Kenya; both work on: digital assets, mining and energy
forecast  Kenya                 El Salvador  0.333  1         0.910        0.333       0.124   common partners (1): United Arab Emirates
forecast  Kenya                 Pakistan     0.208  1         0.910        0.333       0.000   common partners (1): United Arab Emirates

This is a forecast from patterns of the past, not something that a source says.
No back-test: no pair that was known by the day of the split signs after it.
""",
    ),
}


@pytest.mark.parametrize("case", GOLDEN)
def test_table_is_what_was_computed_by_hand(case: str, small: Store) -> None:
    name, given, expected = GOLDEN[case]
    shown = dict(given)
    cited = bool(shown.pop("cited", False))
    assert table(small, name, cited=cited, **shown) == expected.lstrip("\n")


def test_every_analysis_has_a_golden_table() -> None:
    assert {name for name, _, _ in GOLDEN.values()} | {"backtest"} == set(ANALYSES)


def test_backtest_is_what_was_computed_by_hand(later: Store) -> None:
    """Of six pairs that had not signed by the end of 2023, two sign later: ARE-PAK and KEN-SLV."""
    request = Request(split="2023-12-31")
    rows = {row.values[0].phrase: row.values[1:6] for row in ANALYSES["backtest"].run(later, request).rows}
    # Degrees: PAK, SLV and KEN 2, ARE 3, BTN 1. ARE-PAK (6) is before all four others; KEN-SLV (4) before three, and
    # level with KEN-PAK: (4 + 3.5) / 8. Of six pairs, all are among the first ten: 2 / 6.
    assert rows["score-preferential-attachment"][0] == pytest.approx(7.5 / 8)
    # ARE-PAK, KEN-PAK, KEN-SLV and ARE-BTN have one common partner, the two others none: (3 + 3) / 8.
    assert rows["score-common-neighbours"][0] == pytest.approx(6 / 8)
    # Only ARE-PAK met before: (4 + 2) / 8.
    assert rows["score-earlier-contact"][0] == pytest.approx(6 / 8)
    assert all(row[2] == pytest.approx(2 / 6) and row[3:] == (6, 2) for row in rows.values())


def test_without_a_day_the_backtest_learns_from_seventy_percent_of_first_agreements(later: Store) -> None:
    # Six pairs sign first on six days; the fourth is the last with no more than 4.2 of them.
    assert ANALYSES["backtest"].run(later, Request()).rows[0].values[-1] == "2023-07-07"


def test_a_forecast_no_better_than_the_baseline_says_so(later: Store) -> None:
    shown = table(later, "forecast", split="2023-12-31")
    assert "Combined score: AUC 0.88 ± 0.19, precision at 10 0.33; number of partners (baseline): AUC 0.94" in shown
    assert "no better than the baseline" in shown


# -- what holds for all ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ANALYSES)
def test_analysis_says_whose_method_it_is(name: str) -> None:
    doc = ANALYSES[name].run.__doc__ or ""
    assert re.search(r"(doi:10\.|\b(19|20)[0-9]{2}\b)", doc)


@pytest.mark.parametrize("language", ["ar", "es", "ur"])
@pytest.mark.parametrize("name", ANALYSES)
def test_texts_are_in_every_language(name: str, language: str) -> None:
    for key in (f"analysis-{name}", *(f"column-{column}" for column in ANALYSES[name].columns)):
        text = phrase(key, language, "analysis")
        assert text != phrase(key, "en", "analysis") or text in ("PageRank", "Jaccard", "Adamic-Adar", "AUC")
        if language != "es":
            assert re.search("[\u0621-\u064a\u066e-\u06d3]", text)


def test_every_sentence_of_the_analyses_is_spoken_and_has_four_languages_with_the_same_slots() -> None:
    path = folder("data") / "analysis.ttl"
    found: dict[str, dict[str, str]] = {}
    for subject, _, obj in map(triple_of, parse(path.read_bytes(), "turtle", name=str(path))):
        assert isinstance(obj, Literal)
        found.setdefault(subject.value.rsplit("/", 1)[-1], {})[obj.language or ""] = obj.value
    for name, texts in found.items():
        slots = {language: sorted(re.findall(r"\{(\w+)\}", text)) for language, text in texts.items()}
        assert set(slots) == {"en", "ar", "es", "ur"}, name
        assert all(other == slots["en"] for other in slots.values()), name
    source = "\n".join(path.read_text() for path in (folder("data").parent / "src/dadiplo/analysis").glob("*.py"))
    spoken = set(re.findall(r'"((?:change|joint|placed|forecast|reason|backtest|empty|note|plot)-[a-z-]+)"', source))
    spoken |= {f"column-{column}" for analysis in ANALYSES.values() for column in analysis.columns}
    spoken |= {f"analysis-{name}" for name in ANALYSES} | {"score-combined"}
    spoken |= {f"score-{score}" for score in re.findall(r'"([a-z-]+)": _', source)}
    # What questions say too stands with the sentences of all commands.
    assert set(found) == spoken - {"empty-unknown"}


def test_table_in_arabic(small: Store) -> None:
    assert (
        table(small, "brokers", "ar")
        == """\
الفاعل                    مركزية  القيد  الشركاء  الأحداث
                          التوسط
────────────────────────  ──────  ─────  ───────  ───────
الإمارات العربية المتحدة  0.667   0.627  3        4
كينيا                     0.500   0.500  2        2
"""
    )
    assert "تواصل دون توقيع (2)؛ شركاء مشتركون (1): السلفادور؛" in table(small, "forecast", "ar")


def test_programs_get_numbers_and_iris(small: Store) -> None:
    analysis = ANALYSES["brokers"]
    found = to_table(small, analysis, analysis.run(small, Request(level="states")))
    row = json.loads(as_json(found))[1]
    assert row == {
        "agent": {"label": "Kenya", "iri": PREFIXES["state"] + "KEN"},
        "betweenness": 0.5, "constraint": 0.5, "partners": 2, "events": 2,
    }  # fmt: skip
    assert as_csv(found).splitlines()[0] == "agent,agent_iri,betweenness,constraint,partners,events"


def test_every_row_of_a_forecast_is_labelled_and_nothing_enters_the_graph(later: Store) -> None:
    before = serialize(sorted(later, key=str), "nquads")
    analysis = ANALYSES["forecast"]
    texts = set()
    for _ in range(2):
        found = to_table(later, analysis, analysis.run(later, Request()))
        assert {row["status"] for row in json.loads(as_json(found))} == {"forecast"}
        assert all(line.startswith("forecast,") for line in as_csv(found).splitlines()[1:])
        texts.add(as_json(found) + as_table(found))
    assert len(texts) == 1
    assert serialize(sorted(later, key=str), "nquads") == before


# -- measures -------------------------------------------------------------------------------------------------

EDGES = st.dictionaries(
    st.tuples(st.integers(0, 9), st.integers(0, 9)).filter(lambda pair: pair[0] < pair[1]),
    st.integers(1, 4),
    min_size=1,
    max_size=25,
)


@given(EDGES)
def test_measures_agree_with_networkx(edges: dict[tuple[int, int], int]) -> None:
    graph = nx.Graph()
    for (one, other), weight in edges.items():
        graph.add_edge(f"n{one}", f"n{other}", weight=weight / 2, distance=2 / weight)
    # networkx takes equal sums of distances for different ones if their last digits differ; whole ones are exact.
    whole = nx.Graph(
        (one, other, {"distance": 12 // round(d["weight"] * 2)}) for one, other, d in graph.edges(data=True)
    )
    between, sources = measures.betweenness(whole)
    assert sources == len(graph)
    assert between == pytest.approx(nx.betweenness_centrality(whole, weight="distance"))
    assert measures.constraint(graph) == pytest.approx(nx.constraint(graph, weight="weight"))
    ranks = measures.pagerank(graph)
    assert sum(ranks.values()) == pytest.approx(1)
    from networkx.algorithms.link_analysis.pagerank_alg import _pagerank_python

    assert ranks == pytest.approx(_pagerank_python(graph, tol=1e-10, max_iter=500), abs=1e-6)


def test_betweenness_of_a_large_network_is_a_repeatable_estimate() -> None:
    graph = nx.barabasi_albert_graph(120, 2, seed=1)
    graph = nx.relabel_nodes(graph, {node: f"n{node:03d}" for node in graph})
    nx.set_edge_attributes(graph, 1.0, "distance")
    whole, _ = measures.betweenness(graph)
    part, sources = measures.betweenness(graph, exact=100, sample=60)
    assert sources == 60
    assert part == measures.betweenness(graph, exact=100, sample=60)[0]
    assert max(part, key=part.__getitem__) == max(whole, key=whole.__getitem__)
    assert sum(part.values()) == pytest.approx(sum(whole.values()), rel=0.2)


def test_groups_do_not_depend_on_the_order_of_the_graph(small: Store) -> None:
    graph = network.simple(network.network(small))
    other = nx.Graph()
    other.add_nodes_from(reversed(list(graph.nodes(data=True))))
    other.add_edges_from(reversed([(b, a, data) for a, b, data in graph.edges(data=True)]))
    assert measures.communities(graph)[0] == measures.communities(other)[0]


# -- what goes wrong ------------------------------------------------------------------------------------------


def test_circle_in_the_stated_order_is_one_line_and_exit_code_1(run: Run, tmp_path: Path) -> None:
    store = built(tmp_path / "cycle.trig", CYCLE)
    with pytest.raises(DadiploError, match="in a circle: one → two → one"):
        ANALYSES["timeline"].run(store, Request())
    (tmp_path / "built.nq").write_bytes(serialize(store, "nquads"))
    done = run("analyze", "timeline", "--graph", tmp_path / "built.nq")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == "dadiplo: the stated order of events goes in a circle: one → two → one\n"


def test_kinds_are_found_by_class_concept_and_label(small: Store) -> None:
    concept = "https://w3id.org/dadiplo/vocab/instrument-kind/letter-of-intent"
    for text in ("letter-of-intent", "Letter of Intent", "خطاب نوايا", concept, "instrument-kind:letter-of-intent"):
        assert selection(small, kind=text).kind == concept
    assert selection(small, kind="meeting").kind == selection(small, kind="اجتماع").kind == "Meeting"
    with pytest.raises(
        UsageError, match=r"no kind of event is called 'letter of intend'; did you mean letter of intent"
    ):
        selection(small, kind="letter of intend")
    with pytest.raises(UsageError, match="no topic is called"):
        selection(small, topic="gardening")


@pytest.mark.parametrize(
    ("name", "filters", "said"),
    [
        ("visits", {"as_of": "2019-12-31"}, "nothing fits these filters; the graph has 2 of this (Visit, Meeting), from 2021-05-01 to 2022-12-31"),
        ("ego", {"kind": "Withdrawal"}, "the graph has none of this: Withdrawal"),
        ("brokers", {"kind": "legal tender"}, "3 of this (legal-tender act) fit the filters, but nothing follows from them here"),
    ],
)  # fmt: skip
def test_no_rows_are_explained(name: str, filters: dict[str, str], said: str, small: Store) -> None:
    analysis = ANALYSES[name]
    request = Request(selection(small, **filters), "states", about=PAK)
    assert analysis.run(small, request).rows == ()
    assert absence(small, analysis, request) == said
    assert absence(small, analysis, request, "ar") != said


def test_agent_without_events_is_told_as_such(run: Run) -> None:
    done = run("analyze", "similar", "Tuvalu")
    assert done.stderr.startswith("nothing in the graph answers this; it knows no event of Tuvalu at all\n")


def test_diffusion_asks_of_what(small: Store) -> None:
    with pytest.raises(UsageError, match="--kind or --topic"):
        ANALYSES["diffusion"].run(small, Request())


# -- the command, on the shipped graph ------------------------------------------------------------------------


def test_command_tells_its_analyses_and_their_options(run: Run) -> None:
    listed = run("analyze", "--list", "--lang", "ar")
    assert [line.split("\t")[0] for line in listed.stdout.splitlines()[1:]] == sorted(ANALYSES)
    assert "من يتوسط بين الآخرين؟" in listed.stdout
    told = run("analyze", "brokers", "--help").stdout
    assert all(
        option in told for option in ("--as-of", "--since", "--kind", "--topic", "--modality", "--level", "--cite")
    )
    assert "doi:10.2307/3033543" in told


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["brokrs"], "no analysis is called 'brokrs'; did you mean brokers"),
        (["ego", "Pakistn"], "no agent is called 'Pakistn'; did you mean Pakistan"),
        (["ego", "Central Bank"], "can mean"),
        (["ego"], "Missing argument 'X'"),
        (["ego", "x" * 10_000], "no agent has a name of 10,000 characters"),
        (["changes", "--from", "2025-01-02", "--to", "2025-01-01"], "2025-01-02, is after the last, 2025-01-01"),
        (["brokers", "--as-of", "soon"], "'soon' is not a date like 2025, 2025-07 or 2025-07-16"),
    ],
)
def test_wrong_calls_are_one_line_and_exit_code_2(arguments: list[str], message: str, run: Run) -> None:
    done = run("analyze", *arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert message in done.stderr
    assert done.stderr.count("\n") == 1


def test_notes_stand_beside_the_data_of_programs(run: Run) -> None:
    done = run("analyze", "forecast", "-f", "jsonl", "--limit", "2")
    assert len([json.loads(line) for line in done.stdout.splitlines()]) == 2
    assert "forecast from patterns of the past" in done.stderr
    assert "precision at 10" in done.stderr
    assert run("analyze", "visits", "--as-of", "2015-01-01", "-f", "table").stdout == ""


def test_level_is_that_of_the_agent_asked_about(run: Run) -> None:
    shown = run("analyze", "ego", "Nayib Bukele", "-f", "csv").stdout
    assert "/id/person/" in shown
    assert "/id/state/" not in shown
