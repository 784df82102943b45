"""One event in several articles and on curated pages has one IRI, where dates tell which it is, in any order."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest

from dadiplo import network, pipeline, questions
from dadiplo.resources import GRAPH, ID, PREFIXES, VOCAB
from dadiplo.retraction import find_source, retract
from dadiplo.store import IRI, Quad, Store

ARTICLE = """Bolivia and Paraguay sign
date: 2026-06-03

Bolivia and Paraguay signed a memorandum of understanding on stablecoins on 2 June {year}.
"""
PAGE = """
@prefix agreement: <https://w3id.org/dadiplo/id/agreement/> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix dd: <https://w3id.org/dadiplo/ontology#> .
@prefix graph: <https://w3id.org/dadiplo/graph/> .
@prefix instrument-kind: <https://w3id.org/dadiplo/vocab/instrument-kind/> .
@prefix modality: <https://w3id.org/dadiplo/vocab/modality/> .
@prefix source: <https://w3id.org/dadiplo/id/source/> .
@prefix state: <https://w3id.org/dadiplo/id/state/> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
graph:curated {
    source:one a dd:WebPage ; dcterms:identifier "https://example.org/one" ; dcterms:publisher "Example News" ;
        dcterms:title "One"@en .
"""
AGREEMENT = """
    agreement:bol-pry-memorandum-of-understanding-{number} a dd:Agreement ; dcterms:source source:one ;
        dd:date "{date}"^^xsd:date ; dd:hasParty state:BOL , state:PRY ; dd:modality modality:actual ;
        dd:instrumentKind instrument-kind:memorandum-of-understanding .
"""
CURATED = f"{ID}agreement/bol-pry-memorandum-of-understanding-1"


@pytest.fixture(scope="module")
def knowledge_alone() -> list[Quad]:
    """A build without articles and sources."""
    return list(pipeline.build_graph([], sources=[]).store)


def store_of(quads: Iterable[Quad]) -> Store:
    store = Store()
    store.extend(quads)
    return store


def added_one_by_one(knowledge_alone: list[Quad], paths: Iterable[Path]) -> Store:
    store = store_of(knowledge_alone)
    for path in paths:
        store = pipeline.add_to(store, pipeline.read_articles([path])).store
    return store


def built(tmp_path: Path, year: int, *dates: str) -> tuple[Store, Path, Path]:
    article, facts = tmp_path / "told.txt", tmp_path / "facts.trig"
    article.write_text(ARTICLE.format(year=year), encoding="utf-8")
    agreements = "".join(AGREEMENT.format(number=n, date=date) for n, date in enumerate(dates, 1))
    facts.write_text(PAGE + agreements + "}\n", encoding="utf-8")
    return pipeline.build_graph([article], sources=[facts]).store, article, facts


def agreements_of_article(store: Store) -> set[str]:
    graph = IRI(GRAPH + "told")
    return {
        quad.subject.value
        for quad in store.match(None, None, IRI("https://w3id.org/dadiplo/ontology#Agreement"), graph)
    }


@pytest.mark.parametrize(
    ("year", "dates", "joins"),
    [
        (2026, ("2026-06-02",), True),
        (2026, ("2026-05-30",), True),
        (2026, ("2025-06-02",), False),
        (2026, ("2026-06-02", "2026-02-01"), False),
        (2026, ("2026-06-02", "2024-02-01"), True),
        (2026, (), False),
    ],
)
def test_joins_where_one_curated_agreement_has_the_year(
    year: int, dates: tuple[str, ...], joins: bool, tmp_path: Path
) -> None:
    store, *_ = built(tmp_path, year, *dates)
    (iri,) = agreements_of_article(store)
    assert (iri == CURATED) == joins


def test_the_order_of_article_and_page_does_not_matter(tmp_path: Path, knowledge_alone: list[Quad]) -> None:
    whole, article, facts = built(tmp_path, 2026, "2026-06-02")
    page_later = pipeline.add_to(added_one_by_one(knowledge_alone, [article]), [], [facts]).store
    page_first = pipeline.build_graph([], sources=[facts]).store
    article_later = pipeline.add_to(page_first, pipeline.read_articles([article])).store
    assert set(page_later) == set(article_later) == set(whole)


def test_both_kinds_of_evidence_stand_apart(tmp_path: Path) -> None:
    store, *_ = built(tmp_path, 2026, "2026-05-30")
    dates = {
        (quad.object.value, str(quad.graph_name.value).removeprefix(GRAPH))
        for graph in ("curated", "told")
        for quad in store.match(IRI(CURATED), IRI("https://w3id.org/dadiplo/ontology#date"), None, IRI(GRAPH + graph))
    }
    assert dates == {("2026-05-30", "curated"), ("2026-06-02", "told")}


DATED = "Bolivia and Paraguay signed a memorandum of understanding on stablecoins on 2 June 2026."
UNDATED = "Bolivia and Paraguay have signed a memorandum of understanding on stablecoins."
EARLIER = "Bolivia and Paraguay signed a memorandum of understanding on stablecoins on 5 May 2024."


def articles(tmp_path: Path, *texts: tuple[str, str]) -> list[Path]:
    paths = []
    for number, (day, text) in enumerate(texts):
        paths.append(tmp_path / f"a{number}.txt")
        paths[-1].write_text(f"Bolivia and Paraguay\ndate: {day}\n\n{text}\n", encoding="utf-8")
    return paths


def names(store: Store) -> list[str]:
    kind = IRI("https://w3id.org/dadiplo/ontology#Agreement")
    return [
        quad.subject.value.rsplit("/", 1)[-1].removeprefix("bol-pry-memorandum-of-understanding-")
        for number in range(3)
        for quad in store.match(None, None, kind, IRI(f"{GRAPH}a{number}"))
    ]


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        ([("2026-06-03", DATED), ("2026-06-04", UNDATED)], ["2026-1", "2026-1"]),
        ([("2026-06-03", DATED), ("2026-12-04", UNDATED)], ["2026-1", "1"]),
        ([("2026-06-03", DATED), ("2026-06-04", UNDATED), ("2026-06-04", EARLIER)], ["2026-1", "2026-1", "2024-1"]),
        ([("2026-06-03", UNDATED), ("2026-06-04", UNDATED)], ["1", "1"]),
    ],
)
def test_undated_report_is_of_the_only_dated_agreement_near_its_day(
    texts: list[tuple[str, str]], expected: list[str], tmp_path: Path, knowledge_alone: list[Quad]
) -> None:
    paths = articles(tmp_path, *texts)
    whole = pipeline.build_graph(paths, sources=[]).store
    assert names(whole) == expected
    for order in {tuple(reversed(paths)), (*paths[1:], paths[0])}:
        assert set(added_one_by_one(knowledge_alone, order)) == set(whole)


def test_undated_report_gets_its_own_name_back_when_the_dated_one_is_taken_back(tmp_path: Path) -> None:
    dated, undated = articles(tmp_path, ("2026-06-03", DATED), ("2026-06-04", UNDATED))
    both = pipeline.build_graph([dated, undated], sources=[]).store
    rest = retract(both, find_source(both, "a0")).store
    pipeline.complete(rest)
    assert names(rest) == ["1"]
    assert set(rest) == set(pipeline.build_graph([undated], sources=[]).store)


MET = (
    "The governor of the Bank of Ghana, Ama Boateng, met the governor of the Central Bank of Kenya, Peter Otieno, {on}"
)
MET += " to discuss stablecoins."
BANNED = "Bolivia banned mining of bitcoin {on}."
#: what articles tell, the days on which they appear and what they state, how many events that is
REPORTS = [
    (MET, [("2026-03-11", "on 9 March 2026"), ("2026-03-12", "on 10 March 2026"), ("2026-03-12", "")], 1),
    (MET, [("2026-03-11", "on 9 March 2026"), ("2026-06-12", "on 10 June 2026")], 2),
    (MET, [("2026-03-11", "on 9 March 2026"), ("2026-06-12", "on 10 June 2026"), ("2026-06-14", "")], 2),
    (MET, [("2026-03-11", "on 9 March 2026"), ("2026-12-12", "")], 2),
    (MET, [("2026-03-11", "on 9 March 2026"), ("", "")], 1),
    (MET, [("2026-02-02", "on 31 January 2026"), ("2026-02-02", "on 1 February 2026"), ("2026-04-02", "in 2026")], 1),
    (BANNED, [("2026-03-11", "on 9 March 2026"), ("2026-03-12", "in March 2026")], 1),
    (BANNED, [("2020-03-11", "on 9 March 2020"), ("2026-03-12", "on 9 March 2026")], 2),
]


@pytest.mark.parametrize(("text", "told", "expected"), REPORTS)
def test_what_is_done_again_and_again_is_told_apart_by_its_day(
    text: str, told: list[tuple[str, str]], expected: int, tmp_path: Path, knowledge_alone: list[Quad]
) -> None:
    paths = []
    for number, (day, when) in enumerate(told):
        paths.append(tmp_path / f"a{number}.txt")
        news = text.format(on=when).replace(" .", ".").replace("  ", " ")
        head = f"Digital assets\ndate: {day}\n" if day else "Digital assets\n"
        paths[-1].write_text(f"{head}\n{news}\n", encoding="utf-8")
    whole = pipeline.build_graph(paths, sources=[]).store
    found = {
        quad.subject.value
        for number in range(len(told))
        for kind in ("Meeting", "LegalMeasure")
        for quad in whole.match(None, None, IRI(f"https://w3id.org/dadiplo/ontology#{kind}"), IRI(f"{GRAPH}a{number}"))
    }
    assert len(found) == expected, found
    assert set(added_one_by_one(knowledge_alone, reversed(paths))) == set(whole)


OF_PERSONS = MET.format(on="on 9 March 2026")
OF_OTHERS = "Ghana's finance minister, Yaa Danso, met Kenya's finance minister, Mary Wanjiru, on 9 March 2026 to discuss bitcoin."
OF_STATES = "Ghana and Kenya held talks on stablecoins on {day} March 2026."
VISIT = "The governor of the Bank of Ghana, Ama Boateng, visited Kenya on 9 March 2026 to see its bitcoin mines."
VISIT_OF_STATE = "A delegation from Ghana visited Kenya on 10 March 2026 to see its bitcoin mines."


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        ([OF_PERSONS, OF_STATES.format(day=10)], 1),
        ([OF_PERSONS, OF_STATES.format(day=20)], 2),
        ([OF_PERSONS, OF_OTHERS, OF_STATES.format(day=9)], 3),
        ([OF_STATES.format(day=9), OF_STATES.format(day=10)], 1),
        ([VISIT, VISIT_OF_STATE], 1),
    ],
)
def test_what_states_are_told_to_do_is_what_their_persons_did(
    texts: list[str], expected: int, tmp_path: Path, knowledge_alone: list[Quad]
) -> None:
    paths = articles(tmp_path, *((f"2026-03-{21 + number}", text) for number, text in enumerate(texts)))
    whole = pipeline.build_graph(paths, sources=[]).store
    assert len(events(whole, len(paths))) == expected
    assert set(added_one_by_one(knowledge_alone, reversed(paths))) == set(whole)
    rest = retract(whole, find_source(whole, "a0")).store
    pipeline.complete(rest)
    assert set(rest) == set(pipeline.build_graph(paths[1:], sources=[]).store)


def events(store: Store, articles: int) -> set[str]:
    """Return the talks and visits that articles tell."""
    return {
        quad.subject.value
        for number in range(articles)
        for kind in ("Meeting", "Visit")
        for quad in store.match(None, None, IRI(f"https://w3id.org/dadiplo/ontology#{kind}"), IRI(f"{GRAPH}a{number}"))
    }


LETTER = "Bolivia and Paraguay signed a letter of intent on stablecoins on 1 June 2026."
ANY = "Bolivia and Paraguay signed an agreement on stablecoins{on}."
IN_ARABIC = "وقعت بوليفيا وباراغواي اتفاقا بشأن العملات المستقرة في 3 يونيو 2026."


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        ([DATED, ANY.format(on=" on 3 June 2026")], 1),
        ([DATED, ANY.format(on="")], 1),
        ([DATED, IN_ARABIC], 1),
        ([DATED, ANY.format(on=" on 20 June 2026")], 2),
        ([DATED, LETTER], 2),
        ([DATED, LETTER, ANY.format(on=" on 3 June 2026")], 3),
        ([f"{DATED} {ANY.format(on=' on 3 June 2026')}", ANY.format(on=" on 3 June 2026")], 2),
        ([ANY.format(on=" on 2 June 2026"), ANY.format(on=" on 3 June 2026")], 1),
    ],
)
def test_agreement_without_its_kind_is_the_only_one_of_a_kind_near_its_day(
    texts: list[str], expected: int, tmp_path: Path, knowledge_alone: list[Quad]
) -> None:
    paths = articles(tmp_path, *(("2026-06-21", text) for text in texts))
    whole = pipeline.build_graph(paths, sources=[]).store
    told = agreements(whole, *range(len(paths)))
    assert len(told) == expected, told
    assert set(added_one_by_one(knowledge_alone, reversed(paths))) == set(whole)
    rest = retract(whole, find_source(whole, "a0")).store
    pipeline.complete(rest)
    assert set(rest) == set(pipeline.build_graph(paths[1:], sources=[]).store)


def agreements(store: Store, *articles: int) -> set[str]:
    """Return the agreements that articles tell, by their numbers."""
    kind = IRI("https://w3id.org/dadiplo/ontology#Agreement")
    return {q.subject.value for n in articles for q in store.match(None, None, kind, IRI(f"{GRAPH}a{n}"))}


def test_what_one_article_tells_beside_it_is_another_in_all(tmp_path: Path) -> None:
    other = ANY.format(on=" on 3 June 2026")
    paths = articles(tmp_path, ("2026-06-21", f"{DATED} {other}"), ("2026-06-21", other))
    whole = pipeline.build_graph(paths, sources=[]).store
    assert len(agreements(whole, 0)) == 2
    assert agreements(whole, 1) < agreements(whole, 0)
    assert not any("memorandum" in iri for iri in agreements(whole, 1))


def test_agreements_of_one_state_with_firms_are_not_joined(tmp_path: Path) -> None:
    paths = articles(
        tmp_path,
        ("2026-06-21", "Bolivia signed a memorandum of understanding with Andes Chain on stablecoins on 2 June 2026."),
        ("2026-06-21", "Bolivia signed an agreement with Lago Pay on stablecoins on 3 June 2026."),
    )
    whole = pipeline.build_graph(paths, sources=[]).store
    assert len(agreements(whole, 0)) == len(agreements(whole, 1)) == 1
    assert agreements(whole, 0).isdisjoint(agreements(whole, 1))


def test_kind_that_one_article_tells_is_that_of_the_event(tmp_path: Path) -> None:
    paths = articles(tmp_path, ("2026-06-21", ANY.format(on=" on 3 June 2026")), ("2026-06-21", DATED))
    whole = pipeline.build_graph(paths, sources=[]).store
    (iri,) = agreements(whole, 0, 1)
    labels = {quad.object.value for quad in whole.match(IRI(iri), IRI(PREFIXES["skos"] + "prefLabel"))}
    assert "Memorandum of understanding: Bolivia – Paraguay" in labels
    kind = f"{VOCAB}instrument-kind/memorandum-of-understanding"
    assert [event.kind for event in network.events(whole) if event.iri == iri] == [kind]
    given = {"state": "Bolivia", "of": "Bolivia", "a": "Bolivia", "b": "Paraguay"}
    for name in ("partners", "agreements", "agreements-between", "reports"):
        question = questions.load(name)
        known = {one.name: given[one.name] for one in question.parameters if one.name in given}
        assert {row["kind"].value for row in questions.ask(whole, question, known).rows} == {kind}, name
