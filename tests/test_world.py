"""The questions on all shipped data: who agreed with whom, what the law said when, and what was known when."""

from __future__ import annotations

import re

import pytest
from test_questions import shown

from dadiplo import questions
from dadiplo.answers import to_table
from dadiplo.resources import DD, GRAPH, PREFIXES
from dadiplo.store import IRI, Store, graph_of, parse, triple_of

LEGAL_TENDER, VOLUNTARY = "legal-status:legal-tender", "legal-status:voluntary-acceptance"


def ask(world: Store, name: str, **values: str) -> set[tuple[str, ...]]:
    given = {key.replace("_", "-"): value for key, value in values.items()}
    return shown(questions.ask(world, questions.load(name), given))


#: state, day → what the law says of bitcoin, from when to when
STATUS = {
    ("SV", "2020-12-31"): set(),
    ("SV", "2021-09-06"): set(),
    # Two sources date the end a week apart, and one still says legal tender on the day of the reform.
    ("SV", "2022-06-01"): {
        (LEGAL_TENDER, "2021-09-07", "2025-01-29"),
        (LEGAL_TENDER, "2021-09-07", "2025-02-06"),
        (LEGAL_TENDER, "2021-09-07", ""),
    },
    # After the reform the sources disagree: acceptance is voluntary, and one never says that legal tender ended.
    ("SV", "2025-06-01"): {(VOLUNTARY, "2025-01-29", ""), (LEGAL_TENDER, "2021-09-07", "")},
    ("CF", "2022-04-01"): set(),
    # Promulgation is told as 22 or 27 April.
    ("CF", "2022-06-01"): {(LEGAL_TENDER, "2022-04-22", "2023-03-23"), (LEGAL_TENDER, "2022-04-27", "2023-03-23")},
    ("CF", "2024-01-01"): {(VOLUNTARY, "2023-03-23", "")},
}


@pytest.mark.parametrize(("state", "day"), STATUS)
def test_legal_status_as_of(state: str, day: str, world: Store) -> None:
    rows = ask(world, "legal-status", state=state, asset="BTC", as_of=day)
    assert {row[2:5] for row in rows} == STATUS[state, day]


def test_repeal_is_not_known_before_anyone_wrote_of_it(world: Store) -> None:
    known = ask(world, "legal-status", state="CF", known_on="2022-12-31")
    assert {row[2:] for row in known} == {
        (LEGAL_TENDER, "2022-04-22", "", "", ""),
        (LEGAL_TENDER, "2022-04-27", "", "", ""),
    }
    assert ask(world, "legal-status", state="CF", known_on="2022-01-01") == set()


MBRIDGE = {"org:are-cbuae", "org:chn-pboc-dci", "org:hkg-hkma", "org:tha-bot"}


@pytest.mark.parametrize(
    ("day", "members"),
    [
        ("2020-12-31", set()),
        ("2022-01-01", MBRIDGE | {"org:bis-ih"}),
        ("2024-07-01", MBRIDGE | {"org:bis-ih", "org:sau-sama"}),
        ("2025-01-01", MBRIDGE | {"org:sau-sama"}),
    ],
)
def test_members_of_mbridge_as_of(day: str, members: set[str], world: Store) -> None:
    assert {row[1] for row in ask(world, "project-members", project="mbridge", as_of=day)} == members


def test_who_left_mbridge_and_what_was_known_of_it(world: Store) -> None:
    left = {row[1:] for row in ask(world, "project-members", project="mbridge") if row[3]}
    assert left == {("org:bis-ih", "2021", "2024-10-31")}
    assert not any(row[3] for row in ask(world, "project-members", project="mbridge", known_on="2024-06-30"))


MEMORANDUM, LETTER = "instrument-kind:memorandum-of-understanding", "agreement:pak-slv-letter-of-intent-1"
BOLIVIA = "agreement:bol-slv-memorandum-of-understanding-1"

#: question, parameters → rows of the shown columns
ANSWERS = [
    ("agreements", {"of": "Bolivia"}, {
        (BOLIVIA, MEMORANDUM, "stage:in-force", "2025-07-30", "org:bol-bcb"),
        (BOLIVIA, MEMORANDUM, "stage:in-force", "2025-07-30", "org:slv-cnad"),
    }),
    ("agreements", {"of": "Bolivia", "as-of": "2025-07-29"}, set()),
    ("agreements", {"of": "بوليفيا", "known-on": "2025-07-01"}, set()),
    ("partners", {"state": "SV"}, {
        ("state:ARG", "agreement:arg-slv-cooperation-agreement-1", "instrument-kind:cooperation-agreement", ""),
        ("state:BOL", BOLIVIA, MEMORANDUM, ""),
        ("state:PAK", LETTER, "instrument-kind:letter-of-intent", ""),
        ("state:PAK", LETTER, MEMORANDUM, ""),
        ("state:PRY", "agreement:pry-slv-memorandum-of-understanding-1", MEMORANDUM, ""),
    }),
    # The one source that calls it a memorandum is found by its word, the others by theirs.
    ("partners", {"state": "PK", "kind": "letter of intent"}, {("state:SLV", LETTER, "instrument-kind:letter-of-intent", "")}),
    ("partners", {"state": "PK", "kind": "memorandum of understanding"}, {("state:SLV", LETTER, MEMORANDUM, "")}),
    ("partners", {"state": "Singapore", "kind": MEMORANDUM}, {
        ("state:ARE", "agreement:are-sgp-memorandum-of-understanding-1", MEMORANDUM, ""),
        ("state:DEU", "agreement:deu-sgp-memorandum-of-understanding-1", MEMORANDUM, ""),
        ("state:GBR", "agreement:gbr-sgp-memorandum-of-understanding-1", MEMORANDUM, ""),
        ("state:IND", "agreement:ind-sgp-memorandum-of-understanding-1", MEMORANDUM, ""),
    }),
    # No source of the table says how far an agreement binds.
    ("partners", {"state": "Singapore", "bindingness": "legally binding"}, set()),
    ("unrepresented-states", {"state": "SV"}, {(LETTER, "state:SLV")}),
    ("signatories", {"of": "El Salvador"}, {
        ("person:douglas-rodriguez-fuentes", "org:slv-bcr", "agreement:imf-slv-extended-fund-facility", "2025-02-26"),
        ("person:jerson-posada", "org:slv-finance-ministry", "agreement:imf-slv-extended-fund-facility", "2025-02-26"),
        ("person:juan-carlos-reyes", "org:slv-cnad", "agreement:arg-slv-cooperation-agreement-1", "2024-12-11"),
        ("person:juan-carlos-reyes", "org:slv-cnad", BOLIVIA, "2025-07-30"),
        ("person:juan-carlos-reyes", "org:slv-cnad", "agreement:pry-slv-memorandum-of-understanding-1", "2025-03-07"),
        ("person:rodolfo-delgado", "org:slv-fgr", "agreement:eu-sv-attorney-general-agreement", ""),
    }),
    # The two central banks' memorandum is dated 15 March by one source and 16 March by another.
    ("regulator-memoranda", {"state": "India"}, {
        ("2023-03-15", "org:are-cbuae", "org:ind-rbi", "agreement:are-ind-memorandum-of-understanding-1"),
        ("2023-03-16", "org:are-cbuae", "org:ind-rbi", "agreement:are-ind-memorandum-of-understanding-1"),
    }),
    ("reserve-actions", {"state": "Bhutan"}, {
        ("state:BTN", "action:btn-gmc-reserve", "reserve-action:policy", "stage:proposed", "2025-01-08", ""),
        ("state:BTN", "action:btn-pledge", "reserve-action:policy", "stage:proposed", "2025-12-17", ""),
    }),
    ("reserve-actions", {"state": "Bhutan", "as-of": "2025-06-01"}, {
        ("state:BTN", "action:btn-gmc-reserve", "reserve-action:policy", "stage:proposed", "2025-01-08", ""),
    }),
    # One day's holding differs by source; no row adds anything up.
    ("holdings", {"holder": "org:btn-dhi"}, {
        ("org:btn-dhi", "asset:BTC", "13011", "2024-09-16", ""),
        ("org:btn-dhi", "asset:BTC", "13092", "2024-09-16", "source:bitlyfool-bhutan-transparent-bitcoin-holdings"),
        ("org:btn-dhi", "asset:BTC", "11688", "2025-01-08", ""),
        ("org:btn-dhi", "asset:BTC", "12500", "2025-12", ""),
        ("org:btn-dhi", "asset:BTC", "5400", "2026-03-09", ""),
    }),
    ("bans", {"state": "Bolivia"}, {
        ("state:BOL", "measure:bol-ban", "2014", "stage:ended", "measure:bol-lift", "2024-06-26"),
        ("state:BOL", "measure:bol-ban-2", "2020-12-15", "stage:ended", "measure:bol-lift", "2024-06-26"),
    }),
    ("bans", {"state": "Bolivia", "as-of": "2025-01-01"}, set()),
    ("bans", {"state": "Pakistan"}, {
        ("state:PAK", "measure:pak-sbp-ban", "2018-04-06", "stage:ended", "measure:pak-sbp-lift", "2026-04-14"),
        ("state:PAK", "measure:pak-sbp-ban", "2018-04-06", "stage:ended", "measure:pak-sbp-lift", "2026-04-15"),
    }),
    ("bans", {"state": "Pakistan", "known-on": "2026-01-01"}, {("state:PAK", "measure:pak-sbp-ban", "2018-04-06", "", "", "")}),
    ("holdings", {"holder": "SV", "as-of": "2025-03-04"}, {
        ("org:slv-bitcoin-office", "asset:BTC", "6049", "2025-01-30", ""),
        ("org:slv-bitcoin-office", "asset:BTC", "6101.15", "2025-03-04", ""),
    }),
    ("holdings", {"holder": "SV", "known-on": "2025-03-05"}, {
        ("org:slv-bitcoin-office", "asset:BTC", "6049", "2025-01-30", ""),
    }),
    ("single-source", {"state": "Bolivia"}, {
        ("measure:bol-ban-2", "source:fincrypt-bolivia-lifts-ban-newsbtc-copy", "source-tier:trade-or-other"),
        ("statement:bol-rojas-crypto", "source:cointelegraph-bolivia-el-salvador-mou", "source-tier:trade-or-other"),
    }),
    ("agreement-gaps", {"state": "Bolivia"}, {
        (BOLIVIA, f"dd:{name}") for name in ("bindingness", "textPublished", "tookPlaceAt")
    }),
    ("digital-money", {"state": "India"}, {
        ("money:ind-digital-rupee-retail", "money-action:pilot", "org:ind-rbi", "2022-12-01"),
        ("money:ind-digital-rupee-wholesale", "money-action:pilot", "org:ind-rbi", "2022-11-01"),
    }),
]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "values", "expected"), ANSWERS, ids=[" ".join([name, *values.values()]) for name, values, _ in ANSWERS]
)
def test_answer_on_the_world(name: str, values: dict[str, str], expected: set[tuple[str, ...]], world: Store) -> None:
    assert shown(questions.ask(world, questions.load(name), values)) == expected


def test_contradictions_of_the_letter_of_intent(world: Store) -> None:
    rows = {row[1:] for row in ask(world, "contradictions") if row[0] == LETTER}
    assert rows == {
        ("dd:date", "2025-07-16", "2025-07-17"),
        ("dd:instrumentKind", "instrument-kind:letter-of-intent", MEMORANDUM),
    }


def test_partners_by_bindingness_are_found_where_a_source_tells_it(world: Store) -> None:
    """The table tells no bindingness, so that one source more has to."""
    told = """@prefix dd: <https://w3id.org/dadiplo/ontology#> . @prefix id: <https://w3id.org/dadiplo/id/agreement/> .
    @prefix bindingness: <https://w3id.org/dadiplo/vocab/bindingness/> .
    id:deu-sgp-memorandum-of-understanding-1 dd:bindingness bindingness:non-binding ."""
    store = Store()
    store.extend(world)
    store.extend(parse(told, "turtle", name="told"))
    rows = ask(store, "partners", state="SG", bindingness="bindingness:non-binding")
    assert rows == {
        ("state:DEU", "agreement:deu-sgp-memorandum-of-understanding-1", MEMORANDUM, "bindingness:non-binding")
    }


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("name", questions.names())
def test_answer_has_words_in_every_cell_that_says_something(name: str, language: str, world: Store) -> None:
    """No raw IRI, no None, no heading missing."""
    question = questions.load(name)
    given = {
        parameter.name: {"a": "Pakistan", "b": "El Salvador"}.get(parameter.name, "Pakistan")
        for parameter in question.parameters
        if parameter.required
    }
    table = to_table(world, questions.ask(world, question, given), language)
    assert all(table.headings)
    odd = re.compile(r"https?://w3id|^None$|^_:|^[a-z-]+:[a-z]")
    assert [cell.text for row in table.rows for cell in row if odd.search(cell.text)] == []
    assert question.summary["en"].endswith("?")
    assert question.summary["ar"].endswith("؟")


@pytest.mark.parametrize(
    "name", ["agreements", "bans", "holdings", "legal-status", "partners", "regulators", "signatories"]
)
def test_every_row_on_the_world_can_show_its_source(name: str, world: Store) -> None:
    values = {"agreements": {"of": "Pakistan"}, "partners": {"state": "Pakistan"}}.get(name, {})
    table = to_table(world, questions.ask(world, questions.load(name), values), cited=True)
    assert table.cited
    assert all(table.cited)


def test_letter_of_intent_is_one_with_two_kinds_of_evidence(world: Store) -> None:
    """What the article says and what pages say of one event stays apart by its graph."""
    letter = IRI(questions.expand(LETTER))
    graphs = {
        graph_of(quad)
        for quad in world
        if quad.subject == letter and quad.predicate.value in (DD + "date", DD + "instrumentKind")
    }
    assert {GRAPH + "pakistan-el-salvador-bitcoin", GRAPH + "curated"} <= graphs
    kinds = {triple_of(q)[2].value.rsplit("/", 1)[-1] for q in world.match(letter, IRI(DD + "instrumentKind"))}
    assert kinds == {"letter-of-intent", "memorandum-of-understanding"}
    article = IRI(GRAPH + "pakistan-el-salvador-bitcoin")
    assert list(world.match(letter, IRI(DD + "evidencedBy"), graph=article))
    assert not list(world.match(letter, IRI(DD + "date"), graph=article)), "the article gives no date"
    assert list(world.match(letter, IRI(PREFIXES["dcterms"] + "source"), graph=IRI(GRAPH + "curated")))


def test_every_state_has_its_codes(world: Store) -> None:
    states = {triple_of(q)[0] for q in world.match(None, IRI(PREFIXES["rdf"] + "type"), IRI(DD + "State"))}
    for state in states:
        alpha3 = [triple_of(q)[2].value for q in world.match(state, IRI(DD + "isoAlpha3"))]
        assert len(alpha3) == 1
        assert state.value.endswith("/" + alpha3[0])
        assert re.fullmatch("[A-Z]{2}", next(triple_of(q)[2].value for q in world.match(state, IRI(DD + "isoAlpha2"))))


def test_nothing_is_the_same_as_something_else_by_machine(world: Store) -> None:
    same = IRI(PREFIXES["owl"] + "sameAs")
    assert [quad for quad in world if quad.predicate == same and graph_of(quad) != GRAPH + "entities"] == []


def test_no_holding_is_a_property_of_a_reserve(world: Store) -> None:
    for quad in world.match(None, IRI(PREFIXES["rdf"] + "type"), IRI(DD + "Reserve")):
        assert not list(world.match(triple_of(quad)[0], IRI(DD + "quantity")))


def test_dataset_describes_itself(world: Store) -> None:
    """VoID and DCAT: licence, version, counts that are those of the graph."""
    dataset = IRI("https://w3id.org/dadiplo/dataset")

    def values(predicate: str) -> set[str]:
        prefix, _, local = predicate.partition(":")
        found = world.match(dataset, IRI(PREFIXES[prefix] + local), graph=IRI(GRAPH + "dataset"))
        return {triple_of(quad)[2].value for quad in found}

    assert values("dcterms:license") == {"https://creativecommons.org/licenses/by/4.0/"}
    assert len(values("dcterms:title")) == 4
    assert len(values("owl:versionInfo")) == 1
    described = [quad for quad in world if graph_of(quad) != GRAPH + "dataset"]
    assert values("void:triples") == {str(len(described))}
    assert len(values("void:subset")) == len({graph_of(quad) for quad in described})
    agreements = {triple_of(q)[0] for q in world.match(None, IRI(PREFIXES["rdf"] + "type"), IRI(DD + "Agreement"))}
    part = IRI(dataset.value + "#class-Agreement")
    (count,) = world.match(part, IRI(PREFIXES["void"] + "entities"))
    assert triple_of(count)[2].value == str(len(agreements))
