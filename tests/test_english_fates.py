"""What becomes of what English news proposes, applies for, or dates by what is told before."""

from __future__ import annotations

import pytest
from conftest import Read


@pytest.mark.parametrize(
    "text",
    [
        "Chad's cabinet rejected a proposal to put reserves into bitcoin.",
        "A proposal to buy bitcoin was turned down by Chad's cabinet on Monday.",
        "Chad's parliament threw out a motion to create a bitcoin reserve.",
        "Chad's treasury said no coins had been sold.",
        "No bitcoin has been bought, Chad's treasury said.",
    ],
)
def test_a_proposal_that_is_turned_down_does_not_come_about(read: Read, text: str) -> None:
    acts = [event for event in read("en", text)["events"] if event["type"] == "ReserveAction"]
    assert [event["modality"] for event in acts] == ["negated"]


def test_a_refused_application_is_a_decision_of_who_refuses_it(read: Read) -> None:
    for text in (
        "The Bank of Ghana rejected the application of Kraken for a crypto licence on Monday.",
        "The application of Kraken for a crypto licence was turned down by the Bank of Ghana on Monday.",
    ):
        assert [(event["type"], event["date"]) for event in read("en", text)["events"]] == [
            ("LegalMeasure", "2025-03-10")
        ]


def test_a_year_told_before_is_that_of_the_month_behind_it(read: Read) -> None:
    text = "Kenya banned bitcoin mining in 2021. Uganda licensed six miners of bitcoin in September of that year."
    assert [event["date"] for event in read("en", text)["events"]] == ["2021", "2021-09"]
    text = "In 2022 Chad banned bitcoin mining; two years later Kenya banned it."
    assert [event["date"] for event in read("en", text)["events"]] == ["2022", "2024"]
