"""What an event is on: its topics, and trade deals, roads and fish beside the news that are none of ours."""

from __future__ import annotations

from typing import Any

import pytest
from conftest import Read

# language, news, a deal of the same states on something else
BESIDE = [
    (
        "en",
        "Kenya and Ghana signed a memorandum on stablecoin rules in Nairobi on Tuesday.",
        "Kenya and Ghana also concluded a trade agreement with lower duties on tea.",
    ),
    (
        "es",
        "Chile y Perú firmaron el martes en Lima un memorando sobre monedas estables.",
        "Chile y Perú suscribieron además un protocolo que rebaja aranceles al trigo.",
    ),
    (
        "ar",
        "وقع الأردن والمغرب يوم الثلاثاء في عمان مذكرة تفاهم بشأن العملات المستقرة.",
        "ووقع الأردن والمغرب كذلك اتفاقا بشأن الرسوم الجمركية على الحمضيات.",
    ),
    (
        "ur",
        "پاکستان اور ترکیہ نے منگل کو اسلام آباد میں اسٹیبل کوائنز پر مفاہمتی یادداشت پر دستخط کیے۔",
        "پاکستان اور ترکیہ نے گندم اور چاول کی تجارت کے معاہدے پر بھی دستخط کیے۔",
    ),
]


def agreements(events: list[dict[str, Any]]) -> list[str]:
    return [event["evidence"] for event in events if event["type"] == "Agreement"]


@pytest.mark.parametrize(("language", "news", "other"), BESIDE, ids=[case[0] for case in BESIDE])
def test_a_trade_deal_beside_the_news_is_none_of_it(language: str, news: str, other: str, read: Read) -> None:
    found = agreements(read(language, f"{news} {other}")["events"])
    assert len(found) == 1
    assert found[0] in news


def test_a_trade_deal_on_digital_assets_is_ours(read: Read) -> None:
    text = "Kenya and Ghana signed a trade agreement in Accra on Tuesday that covers stablecoins and customs duties."
    assert len(agreements(read("en", text)["events"])) == 1


TOPICS = [
    ("en", "The central bank of Ghana bought bitcoin for its reserves on Tuesday.", {"bitcoin", "strategic_reserve"}),
    (
        "en",
        "Kenya signed an accord with Ghana on Tuesday. The pact covers stablecoins.",
        {"stablecoin"},
    ),
    (
        "en",
        "Kenya signed an accord with Ghana on mining of bitcoin on Tuesday. Both banks keep an eye on stablecoins.",
        {"bitcoin", "mining"},
    ),
    (
        "en",
        "Kenya signed an accord on stablecoins with Ghana on Tuesday, after Togo had banned mining of bitcoin.",
        {"stablecoin"},
    ),
    ("ar", "أعلن البنك المركزي الأردني يوم الثلاثاء تكوين احتياطي من البيتكوين.", {"bitcoin", "strategic_reserve"}),
    ("es", "El Banco Central de Chile compró bitcoin para sus reservas el martes.", {"bitcoin", "strategic_reserve"}),
]


@pytest.mark.parametrize(("language", "text", "topics"), TOPICS)
def test_an_event_has_the_topics_of_its_sentence_or_else_of_the_next(
    language: str, text: str, topics: set[str], read: Read
) -> None:
    event = next(e for e in read(language, text)["events"] if e["type"] in ("Agreement", "ReserveAction"))
    assert set(event["topics"]) == topics
