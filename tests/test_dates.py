"""Stated dates and the days they can mean."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dadiplo.dates import bounds, date_literal, with_bounds
from dadiplo.isodates import counted_on
from dadiplo.resources import DD, GRAPH, PREFIXES
from dadiplo.store import IRI, Quad

DAYS = st.dates(dt.date(1900, 1, 1), dt.date(2100, 12, 31))
EVENT, CURATED = IRI("https://w3id.org/dadiplo/id/meeting/x"), IRI(GRAPH + "curated")


@given(DAYS)
def test_month_and_year_hold_their_days_and_not_the_next(day: dt.date) -> None:
    for size, datatype in ((4, "gYear"), (7, "gYearMonth"), (10, "date")):
        stated = day.isoformat()[:size]
        found = bounds(stated)
        assert found is not None
        first, last = map(dt.date.fromisoformat, found)
        assert first <= day <= last
        for outside in (first - dt.timedelta(1), last + dt.timedelta(1)):
            assert not outside.isoformat().startswith(stated)
        assert date_literal(stated).datatype.value == PREFIXES["xsd"] + datatype


@given(DAYS, DAYS)
def test_days_of_a_period_are_those_of_its_ends(one: dt.date, other: dt.date) -> None:
    began, ended = (day.isoformat() for day in sorted((one, other)))
    stated = [
        Quad(EVENT, IRI(DD + "began"), date_literal(began), CURATED),
        Quad(EVENT, IRI(DD + "ended"), date_literal(ended[:7]), CURATED),
    ]
    found = {(quad.predicate.value.removeprefix(DD), quad.object.value) for quad in with_bounds(stated)}
    assert found == {("earliest", began), ("latest", bounds(ended[:7])[1])}  # type: ignore[index]
    assert {quad.graph_name for quad in with_bounds(stated)} == {CURATED}


@pytest.mark.parametrize(
    "text", ["", "recently", "2025-13", "2025-00", "25", "2025-7-1", "2025-02-30", "0000", "٢٠٢٥-٠٧"]
)
def test_what_is_no_date_has_no_days(text: str) -> None:
    assert bounds(text) is None


def test_month_ends_on_its_last_day_and_words_have_none() -> None:
    assert bounds("2024-02") == ("2024-02-01", "2024-02-29")
    assert bounds("2023-02") == ("2023-02-01", "2023-02-28")
    assert list(with_bounds([Quad(EVENT, IRI(DD + "timeExpression"), date_literal("2025"), CURATED)])) == []


@pytest.mark.parametrize(
    ("unit", "steps", "date"),
    [
        ("year", 2, "2026"),
        ("month", 10, "2025-01"),
        ("week", 1, "2024-03-19"),
        ("year", 9000, ""),
        ("month", -99999, ""),
    ],
)
def test_what_is_counted_out_of_the_calendar_is_no_date(unit: str, steps: int, date: str) -> None:
    assert counted_on("2024-03-12", unit, steps) == date
