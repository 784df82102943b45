"""Contradictions between sources are listed with both values and their sources; what is none is not listed."""

from __future__ import annotations

import itertools
import json
from pathlib import Path

import pytest
from conftest import Run
from hypothesis import given
from hypothesis import strategies as st

from dadiplo import questions
from dadiplo.changes import SINGLE, differ
from dadiplo.conflicts import conflicts
from dadiplo.resources import DD, PREFIXES, compact
from dadiplo.store import Literal, Store, parse

HEAD = "".join(f"@prefix {name}: <{iri}> .\n" for name, iri in PREFIXES.items())
AGREEMENT = "agreement:pak-bra-memorandum-of-understanding-1"


def store_of(**graphs: str) -> Store:
    store = Store()
    body = "".join(f"graph:{name} {{ {text} }}\n" for name, text in graphs.items())
    store.extend(parse(HEAD + body, "trig", name="test"))
    return store


def dated(*values: str) -> str:
    return " ".join(f'{AGREEMENT} a dd:Agreement ; dd:hasParty state:PAK ; dd:date "{value}" .' for value in values)


def contested(store: Store) -> list[tuple[str, list[str]]]:
    return [(compact(item.property), [side.value.value for side in item.sides]) for item in conflicts(store)]


@pytest.mark.parametrize(
    ("one", "other", "values"),
    [
        (dated("2025-07-16"), dated("2025-07-17"), ["2025-07-16", "2025-07-17"]),
        (dated("2025-07-16"), dated("2025-07"), []),
        (dated("2025"), dated("2025-07"), []),
        (dated("2025-07-16"), dated("2025-07-16"), []),
        (dated("2025-07-16", "2025-07-17"), "", []),
        (dated("2025-07-16"), dated("2025-08"), ["2025-07-16", "2025-08"]),
        (dated("2025-07-16"), dated("2025-07", "2025-09"), ["2025-07-16", "2025-09"]),
    ],
)
def test_dates(one: str, other: str, values: list[str]) -> None:
    found = contested(store_of(one=one, other=other))
    if "2025-09" in values:
        # The month of the second source agrees with the day of the first, and not with its own second month.
        assert found == [("dd:date", ["2025-07-16", "2025-09"])]
    else:
        assert found == ([("dd:date", values)] if values else [])


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (
            "dd:instrumentKind instrument-kind:treaty",
            "dd:instrumentKind instrument-kind:letter-of-intent",
            "dd:instrumentKind",
        ),
        ("dd:instrumentKind instrument-kind:agreement", "dd:instrumentKind instrument-kind:letter-of-intent", None),
        ("dd:quantity 6240", "dd:quantity 6238", "dd:quantity"),
        ("dd:quantity 6240", "dd:quantity 6240.0", None),
        ("dd:stage stage:announced", "dd:stage stage:in-force", None),
        ("dd:hasParty state:PAK", "dd:hasParty state:BRA", None),
        ("dd:modality modality:planned", "dd:modality modality:actual", None),
    ],
)
def test_properties(one: str, other: str, expected: str | None) -> None:
    found = contested(store_of(one=f"{AGREEMENT} {one} .", other=f"{AGREEMENT} {other} ."))
    assert [prop for prop, _ in found] == ([expected] if expected else [])


def test_offices_of_one_person_are_no_contradiction() -> None:
    tenure = 'tenure:{0} a dd:Tenure ; dd:tenureHolder person:x ; dd:tenurePost post:{0} ; dd:began "{1}" .'
    assert contested(store_of(one=tenure.format("minister", "2020"), other=tenure.format("chair", "2025"))) == []


def test_what_is_inferred_is_no_source() -> None:
    assert contested(store_of(one=dated("2025-07-16"), inferred=dated("2025-07-17"))) == []


DAYS = st.sampled_from(["2025", "2025-07", "2025-07-16", "2025-07-17", "2025-08", "2024-01-01"])


@given(DAYS, DAYS)
def test_contradiction_is_mutual_and_never_with_oneself(one: str, other: str) -> None:
    prop = DD + "date"
    assert differ(prop, Literal(one), Literal(other)) == differ(prop, Literal(other), Literal(one))
    assert not differ(prop, Literal(one), Literal(one))


def test_question_and_command_agree(world: Store) -> None:
    answer = questions.ask(world, questions.load("contradictions"), {})
    asked = {
        (row["thing"].value, row["property"].value, frozenset((row["valueA"].value, row["valueB"].value)))
        for row in answer.rows
    }
    listed = {
        (item.thing, item.property, frozenset((one.value.value, other.value.value)))
        for item in conflicts(world)
        for one, other in itertools.combinations(item.sides, 2)
        if differ(item.property, one.value, other.value) and len({*one.graphs, *other.graphs}) > 1
    }
    assert listed == asked
    assert len(listed) > 20
    text = (Path(questions.__file__).parents[2] / "queries/questions/contradictions.rq").read_text()
    assert set(SINGLE) == {
        DD + name for name in text.split("VALUES ?property {")[1].split("}")[0].replace("dd:", "").split()
    }


def test_each_value_has_its_own_sources(world: Store) -> None:
    letter = PREFIXES["agreement"] + "pak-slv-letter-of-intent-1"
    by_property = {compact(item.property): item for item in conflicts(world, letter)}
    kinds = {side.value.value.rsplit("/", 1)[-1]: side for side in by_property["dd:instrumentKind"].sides}
    assert set(kinds) == {"letter-of-intent", "memorandum-of-understanding"}
    quotes = [citation.quote for citation in kinds["letter-of-intent"].citations if citation.quote]
    assert quotes
    assert all("خطاب نوايا" in quote for quote in quotes)
    for item in conflicts(world):
        assert all(side.citations for side in item.sides), item.thing
    days = by_property["dd:date"].sides
    assert not {c.source for c in days[0].citations} & {c.source for c in days[1].citations}


def test_command_in_every_format_and_its_exit_codes(run: Run, tmp_path: Path) -> None:
    done = run("conflicts", "SV", "--lang", "ar")
    assert done.returncode == 0
    assert "2025-07-17" in done.stdout
    assert "[1]" in done.stdout
    assert run("conflicts", "SV", "--fail-on", "any").returncode == 1
    record = json.loads(run("conflicts", "SV", "-f", "json").stdout)
    assert all(len(item["values"]) > 1 for item in record)
    assert run("conflicts", "SV", "-f", "md").stdout.startswith("| Event | property | value |")
    none = run("conflicts", "Mongolia", "--fail-on", "any")
    assert (none.returncode, none.stdout, none.stderr) == (0, "", "no contradictions\n")
    assert run("conflicts", "Nowhereland").returncode == 2
