"""The questions on the sample graph: what they answer, in which language, with which evidence, in both engines."""

from __future__ import annotations

import re

import pytest
from rdflib import Dataset

from dadiplo import questions
from dadiplo.answers import to_table
from dadiplo.bridge import to_rdflib, triple_to_rdflib
from dadiplo.errors import UsageError
from dadiplo.resources import compact
from dadiplo.store import IRI, Store, triple_of

LETTER = "agreement:pak-slv-letter-of-intent-1"
MEETING = "meeting:bilal-bin-saqib-nayib-bukele-1"
VISIT = "visit:bilal-bin-saqib-slv-1"
BILAL, BUKELE = "person:bilal-bin-saqib", "person:nayib-bukele"
PCC, OFFICE, FINANCE = "org:pak-crypto-council", "org:slv-bitcoin-office", "org:pak-finance-ministry"
REGULATOR = "org:pak-virtual-asset-regulator"
RESERVE = "reserve:pak-strategic-bitcoin-reserve"
BOTH = {"a": "PK", "b": "SV"}

#: question → parameters, the expected rows of the shown columns
ANSWERS: dict[str, tuple[dict[str, str], set[tuple[str, ...]]]] = {
    "agreements-between": (BOTH, {
        (LETTER, "instrument-kind:letter-of-intent", "stage:signed", PCC),
        (LETTER, "instrument-kind:letter-of-intent", "stage:signed", OFFICE),
    }),
    "partners": ({"state": "السلفادور"}, {("state:PAK", LETTER, "instrument-kind:letter-of-intent", "")}),
    "meetings": ({}, {
        (MEETING, BILAL, VISIT, "place:slv-san-salvador"),
        (MEETING, BUKELE, VISIT, "place:slv-san-salvador"),
    }),
    "representatives": ({}, {(BILAL, "state:PAK", "post:pak-crypto-council-chief-executive", LETTER)}),
    "unrepresented-states": ({}, {(LETTER, "state:SLV")}),
    "meeting-topics": ({}, {
        (MEETING, f"topic:{name}")
        for name in ("bitcoin", "digital-assets", "education", "strategic-reserve", "regulatory-reform", "national-experience")
    }),
    "agreement-aims": ({}, {
        (LETTER, f"topic:{name}")
        for name in ("knowledge-exchange", "public-sector-use", "financial-inclusion", "financial-policy")
    }),
    "legal-tender": ({}, {("state:SLV", "asset:BTC", "measure:slv-legal-tender-btc-1")}),
    "firsts": ({}, {
        (LETTER, "scope:bilateral", "", "attribution:unnamed-view"),
        (LETTER, "scope:national", FINANCE, "attribution:indirect-speech"),
        (MEETING, "scope:ambiguous-scope", "", "attribution:own-voice"),
        ("measure:slv-legal-tender-btc-1", "scope:global", "", "attribution:own-voice"),
    }),
    "ambiguous-firsts": ({}, {(MEETING, "في أول اجتماع رسمي بين مسؤول باكستاني والرئيس السلفادوري")}),
    "cited-outlets": ({}, {("org:express-news", "4", "article:pakistan-el-salvador-bitcoin")}),
    "announced-only": ({}, {
        ("establishment:pak-virtual-asset-regulator", "state:PAK", "مؤخرًا"),
        ("action:pak-strategic-bitcoin-reserve-creation", "state:PAK", "مؤخرًا"),
    }),
    "announced-reserves": ({}, {(RESERVE, "state:PAK", "asset:BTC")}),
    "holdings": ({}, set()),
    "judgements": ({}, {
        ("attribution:own-voice", "", "8"),
        ("attribution:unnamed-view", "", "3"),
        ("attribution:direct-quote", BILAL, "3"),
        ("attribution:indirect-speech", FINANCE, "2"),
        ("attribution:indirect-speech", BUKELE, "2"),
    }),
    "heads": ({}, {(BUKELE, "post:slv-president", "state:SLV"), (BILAL, "post:pak-crypto-council-chief-executive", PCC)}),
    "relative-times": ({}, {
        (event, "مؤخرًا", "article:pakistan-el-salvador-bitcoin")
        for event in (
            "statement:pakistan-el-salvador-bitcoin-pak-1",
            "establishment:pak-virtual-asset-regulator",
            "action:pak-strategic-bitcoin-reserve-creation",
        )
    }),
    "order-of-events": ({}, {
        ("statement:pakistan-el-salvador-bitcoin-bilal-bin-saqib-1", "dd:followedEvent", MEETING),
        (MEETING, "dd:subEventOf", VISIT),
        (MEETING, "dd:resultedIn", LETTER),
    }),
    "documented-agreements": ({}, {(LETTER, "1", "1")}),
    "contradictions": ({}, set()),
    "regulators": ({"state": "PK"}, {(REGULATOR, "state:PAK", "topic:digital-assets"), (REGULATOR, "state:PAK", "topic:regulation")}),
    "legal-status": ({}, {("state:SLV", "asset:BTC", "legal-status:legal-tender", "", "", "", "")}),
    "shared-topics": ({}, set()),
    "cooperation": ({}, {("state:PAK", "state:SLV", LETTER)}),
    "statements": ({"agent": "Bukele"}, {
        ("statement:pakistan-el-salvador-bitcoin-nayib-bukele-1", BUKELE, "state:PAK", "topic:bitcoin"),
        ("statement:pakistan-el-salvador-bitcoin-nayib-bukele-1", BUKELE, "state:PAK", "topic:digital-assets"),
    }),
    "timeline": ({"topic": "education"}, {("", "", MEETING, "")}),
    "bodies": ({"state": "Pakistan"}, {
        (PCC, "dd:DigitalAssetBody", "state:PAK"),
        (FINANCE, "dd:Ministry", "state:PAK"),
        (REGULATOR, "dd:Regulator", "state:PAK"),
    }),
    "appointments": ({}, set()),
    "conditions": ({}, set()),
    "agreement-gaps": ({}, {
        (LETTER, f"dd:{name}") for name in ("bindingness", "date", "hasSignatory", "textPublished", "tookPlaceAt")
    }),
    "agreements": ({"of": "Pakistan"}, {
        (LETTER, "instrument-kind:letter-of-intent", "stage:signed", "", PCC),
        (LETTER, "instrument-kind:letter-of-intent", "stage:signed", "", OFFICE),
    }),
    "bans": ({}, set()),
    "digital-money": ({}, set()),
    "project-members": ({}, set()),
    "regulator-memoranda": ({}, set()),
    "reports": ({}, set()),
    "reserve-actions": ({}, {
        ("state:PAK", "action:pak-strategic-bitcoin-reserve-creation", "reserve-action:creation", "", "", ""),
    }),
    "signatories": ({}, set()),
    "single-source": ({"state": "SV"}, {
        (event, "article:pakistan-el-salvador-bitcoin", "")
        for event in (
            LETTER,
            MEETING,
            VISIT,
            "measure:slv-legal-tender-btc-1",
            "statement:pakistan-el-salvador-bitcoin-bilal-bin-saqib-1",
            "statement:pakistan-el-salvador-bitcoin-nayib-bukele-1",
        )
    }),
}  # fmt: skip


def shown(answer: questions.Answer) -> set[tuple[str, ...]]:
    rows = set()
    for row in answer.rows:
        cells = [row[name] for name in answer.columns]
        rows.add(tuple("" if c is None else compact(c.value) if isinstance(c, IRI) else c.value for c in cells))
    return rows


@pytest.mark.parametrize("name", ANSWERS)
def test_answer_on_the_sample(name: str, graph: Store) -> None:
    values, expected = ANSWERS[name]
    assert shown(questions.ask(graph, questions.load(name), values)) == expected


def test_direct_quotation_of_a_person(graph: Store) -> None:
    answer = questions.ask(graph, questions.load("quotes"), {"speaker": "Bilal bin Saqib"})
    quotes = [row["quote"].value for row in answer.rows]
    assert quotes == [
        "خطوة السلفادور الجريئة في اعتماد البيتكوين تمثل مصدر إلهام للدول الأخرى",
        "وهذه الزيارة تؤسس لعلاقة استراتيجية قائمة على الابتكار والتعاون والتعلّم المتبادل",
    ]


def test_evidence_for_a_link_is_the_sentence_that_names_both_bodies(graph: Store) -> None:
    answer = questions.ask(graph, questions.load("evidence-for-link"), BOTH)
    assert [(compact(r["bodyA"].value), compact(r["bodyB"].value)) for r in answer.rows] == [(PCC, OFFICE)]
    assert "مكتب البيتكوين السلفادوري" in answer.rows[0]["quote"].value


def test_there_are_at_least_twenty_questions_and_each_is_tested() -> None:
    assert len(questions.names()) >= 20
    assert set(questions.names()) == {*ANSWERS, "quotes", "evidence-for-link"}


@pytest.mark.parametrize("name", questions.names())
def test_header_is_complete(name: str) -> None:
    question = questions.load(name)
    assert question.summary["en"].endswith("?")
    assert question.summary["ar"].endswith("؟")
    assert question.columns
    assert question.tags
    selected = re.search(r"SELECT (?:DISTINCT )?(.*)", question.text)[1]
    assert all(f"?{column}" in selected for column in question.columns)
    assert all(f"?{variable}" in selected for word in question.evidence for variable in word.split("|"))
    assert all(parameter.help for parameter in question.parameters)


@pytest.mark.parametrize("name", questions.names())
def test_rdflib_gives_the_same_rows(name: str, graph: Store, reference: Dataset) -> None:
    values = ANSWERS.get(name, ({"speaker": BILAL} if name == "quotes" else BOTH, set()))[0]
    question = questions.load(name)
    answer = questions.ask(graph, question, values)
    terms = {
        p.name: IRI(questions.expand(p.default)) if p.name not in values else questions._iri(graph, p, values[p.name])
        for p in question.parameters
        if p.name in values or p.default
    }
    rows = reference.query(questions.bind(question.text, terms))
    assert sorted(tuple("" if c is None else str(c) for c in row) for row in rows) == sorted(
        tuple("" if c is None else c.value for c in row.values()) for row in answer.rows
    )


@pytest.fixture(scope="module")
def reference(graph: Store) -> Dataset:
    """All named graphs in rdflib, with their merge as the default graph."""
    dataset = Dataset()
    for quad in graph:
        triple = triple_to_rdflib(triple_of(quad))
        dataset.add(triple)
        dataset.graph(to_rdflib(quad.graph_name)).add(triple)
    return dataset


@pytest.mark.parametrize(
    ("language", "heading", "cell"),
    [
        ("en", "kind", "letter of intent"),
        ("ar", "النوع", "خطاب نوايا"),
        ("es", "tipo", "carta de intención"),
        ("ur", "قسم", "لیٹر آف انٹنٹ"),
    ],
)
def test_answer_is_in_the_language_asked_for(graph: Store, language: str, heading: str, cell: str) -> None:
    table = to_table(graph, questions.ask(graph, questions.load("partners"), {"state": "PAK"}), language)
    assert table.headings[2] == heading
    assert table.rows[0][2].text == cell


def test_citation_is_the_quote_with_its_place_and_voice(graph: Store) -> None:
    answer = questions.ask(graph, questions.load("representatives"), {})
    table = to_table(graph, answer, "en", cited=True)
    (source,) = table.sources
    assert source.quote.startswith("حيث مثّل باكستان في التوقيع بلال بن ثاقب")
    assert (source.start, source.end) == (341, 421)
    assert (source.attribution, source.speaker) == ("cited outlet", "Express News")
    assert list(table.cited) == [[1]]


@pytest.mark.parametrize("name", sorted(set(ANSWERS) - {"cited-outlets", "judgements"}))
def test_every_row_can_show_its_source(name: str, graph: Store) -> None:
    values, expected = ANSWERS[name]
    table = to_table(graph, questions.ask(graph, questions.load(name), values), cited=True)
    assert len(table.cited) == len(expected)
    assert all(table.cited)


def test_value_cannot_change_a_query(graph: Store) -> None:
    with pytest.raises(UsageError, match="no state is called"):
        questions.ask(graph, questions.load("partners"), {"state": '"} } DELETE WHERE { ?s ?p ?o } #'})


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({}, "needs --state"),
        ({"state": "Pakistn"}, "did you mean Pakistan"),
        ({"state": "باکستان"}, None),
        ({"state": "PK", "colour": "red"}, "has no parameter 'colour'"),
        ({"state": "PK", "kind": "letter of intend"}, "did you mean letter"),
        ({"state": "state:XYZ"}, "is not in the graph"),
    ],
)
def test_wrong_values_are_explained(graph: Store, values: dict[str, str], message: str | None) -> None:
    question = questions.load("partners")
    if message is None:
        assert questions.ask(graph, question, values).rows
        return
    with pytest.raises(UsageError, match=message):
        questions.ask(graph, question, values)


def test_unknown_question_is_answered_with_near_names() -> None:
    with pytest.raises(UsageError, match="did you mean partners"):
        questions.load("partner")


def test_ambiguous_name_lists_the_candidates(graph: Store) -> None:
    with pytest.raises(UsageError, match="can mean .*; say which"):
        questions.ask(graph, questions.load("partners"), {"state": "Guinea Republic"})
