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
        "Chad's treasury ruled out buying bitcoin.",
        "A proposal by Chad's energy ministry to buy bitcoin was turned down on Monday.",
        "Chad's treasury does not plan to stockpile bitcoin.",
    ],
)
def test_a_proposal_that_is_turned_down_does_not_come_about(read: Read, text: str) -> None:
    acts = [event for event in read("en", text)["events"] if event["type"] == "ReserveAction"]
    assert [event["modality"] for event in acts] == ["negated"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("No stablecoin accord with Kenya is signed, Chad's finance minister said on Monday.", "Agreement"),
        ("There is no crypto pact with Kenya, Chad's finance minister said.", "Agreement"),
        ("“We have signed nothing with Kenya on bitcoin,” Chad's finance minister said.", "Agreement"),
        ("Chad's finance minister never went to Kenya for talks on bitcoin.", "Visit"),
        ("A planned meeting between the ministers of Chad and Kenya on bitcoin was called off.", "Meeting"),
    ],
)
def test_what_is_denied_is_of_who_says_so_too(read: Read, text: str, kind: str) -> None:
    denied = [event for event in read("en", text)["events"] if event["type"] == kind]
    assert [event["modality"] for event in denied] == ["negated"]
    assert {"TCD", "KEN"} <= {part["id"] for part in denied[0]["participants"]}


def test_a_journey_at_home_is_no_visit(read: Read) -> None:
    assert not read("en", "Chad's finance minister flew to Moundou to see a bitcoin mine.")["events"]
    visits = read("en", "South African officials travelled to Kenya to see a bitcoin mine.")["events"]
    assert {part["id"] for part in visits[0]["participants"]} == {"ZAF", "KEN"}


def test_who_invites_is_the_host_of_a_visit_to_come(read: Read) -> None:
    visit = read("en", "Chad invited Kenya's finance minister to visit N'Djamena to discuss bitcoin.")["events"][0]
    assert (visit["type"], visit["modality"]) == ("Visit", "planned")
    assert {(part["id"], part["role"]) for part in visit["participants"]} == {("TCD", "host"), ("KEN", "visitor")}


@pytest.mark.parametrize(
    "text",
    [
        "Chad has no law on stablecoins.",
        "The governor of the Bank of Chad is asked whether the bank has bought bitcoin since January.",
        "Chad's finance minister left no room for doubt on bitcoin.",
    ],
)
def test_what_is_only_lacking_or_asked_is_no_act(read: Read, text: str) -> None:
    assert {event["type"] for event in read("en", text)["events"]} <= {"Statement"}


def test_what_is_urged_on_a_day_is_not_done(read: Read) -> None:
    events = read("en", "The International Monetary Fund urged Chad in May to ban crypto payments.")["events"]
    assert [event["type"] for event in events] == ["Statement"]


def test_no_that_stands_alone_is_an_answer(read: Read) -> None:
    text = "Is it a treaty on bitcoin? No. Chad signed a memorandum on bitcoin with Kenya on Monday."
    assert [event["modality"] for event in read("en", text)["events"]] == ["actual"]


def test_the_agency_of_a_dateline_takes_no_part(read: Read) -> None:
    text = "N'DJAMENA, March 10 (Southern Wire) - Chad and Kenya signed an accord on bitcoin on Monday."
    found = read("en", text)
    assert {part["id"] for part in found["events"][0]["participants"]} == {"TCD", "KEN"}
    assert not [entity for entity in found["entities"] if entity["type"] == "Person"]


def test_an_act_without_a_doer_is_of_the_state_that_its_paragraph_names(read: Read) -> None:
    text = (
        "Kenya's president visited Uganda on Monday to discuss bitcoin.\n\n"
        "Chad has none, its finance minister said. The senate in February threw out a bill on bitcoin."
    )
    bills = [event for event in read("en", text)["events"] if event["type"] == "LegalMeasure"]
    assert {part["id"] for part in bills[0]["participants"]} == {"TCD"}


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


def test_who_stands_for_the_pronoun_before_said_speaks(read: Read) -> None:
    text = (
        "Chad's finance minister, Idriss Abakar, spoke on Monday.\n\n"
        "Bitcoin is a danger, he told parliament. The Bank of England would publish rules on stablecoins, he said."
    )
    said = [event for event in read("en", text)["events"] if event["type"] == "Statement"]
    assert {part["id"] for event in said for part in event["participants"]} == {"idriss-abakar", "TCD"}


def test_what_a_person_calls_it_between_quotation_marks_is_a_statement(read: Read) -> None:
    text = "Chad's finance minister, Idriss Abakar, called the plan “a padlock on an open window” on Monday."
    assert [event["type"] for event in read("en", text)["events"]] == ["Statement"]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Chad's president visited Kenya from 3 to 5 March to discuss bitcoin.", "2025-03-03"),
        ("Chad's president visited Kenya on 3 and 4 March to discuss bitcoin.", "2025-03-03"),
        ("Chad trained six miners in October, and it signed an accord on bitcoin with Kenya in November.", "2024-11"),
        ("Chad's finance minister said he would ban bitcoin after the June vote.", None),
        ("Chad fined a bitcoin trader whose phone was taken in 2023.", None),
        ("Chad banned bitcoin in the autumn.", "2024"),
        ("Chad will ban bitcoin in the first quarter of next year.", "2026"),
        ("A bill to ban bitcoin, filed by Chad's finance minister in February, has not been heard.", "2025-02"),
    ],
)
def test_a_time_dates_what_it_stands_with(read: Read, text: str, date: str | None) -> None:
    assert date in [event["date"] for event in read("en", text)["events"]]


@pytest.mark.parametrize(
    ("text", "kind", "modality"),
    [
        ("Chad's finance minister is to travel to Nairobi next week to meet Kenya's on bitcoin.", "Meeting", "planned"),
        ("In Chad, brokers that do not will be banned from trading bitcoin.", "LegalMeasure", "planned"),
        ("Chad's parliament voted 14-9 against a bill on bitcoin on Monday.", "LegalMeasure", "negated"),
        ("Chad's president signed into law a long-delayed bill on bitcoin on Monday.", "LegalMeasure", "actual"),
        ("Chad plans a crypto council.", "EstablishmentOfBody", "planned"),
    ],
)
def test_what_bears_on_an_act(read: Read, text: str, kind: str, modality: str) -> None:
    assert [event["modality"] for event in read("en", text)["events"] if event["type"] == kind] == [modality]


@pytest.mark.parametrize(
    "text",
    [
        "Chad, Niger and Togo are in on bitcoin, says the host.",
        "Chad prefers a deal on stablecoins within Africa.",
        "WHY DOES THE FUND CARE ABOUT BITCOIN?",
    ],
)
def test_who_is_told_of_by_others_says_and_agrees_nothing(read: Read, text: str) -> None:
    told = read("en", text)
    assert not [event for event in told["events"] if event["modality"] == "actual"]
    assert not [one for one in told["entities"] if one["type"] == "Organization"]


def test_a_time_behind_another_doer_is_that_of_his_act(read: Read) -> None:
    text = "A judge in Chad froze the bitcoin of two traders, and the tax office cleared the president in June 2024."
    assert "2024-06" not in [event["date"] for event in read("en", text)["events"]]


def test_what_a_firm_without_a_name_does_or_says_no_state_does(read: Read) -> None:
    text = (
        "A stablecoin firm in Chad grows. The firm set up an advisory board last month. The firm said it would appeal."
    )
    assert not read("en", text)["events"]
