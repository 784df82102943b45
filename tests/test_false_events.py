"""What tells of no event: strangers who speak, acts of firms, deals on other matter."""

from __future__ import annotations

import pytest

from dadiplo.documents import document
from dadiplo.events.reader import EventReader
from dadiplo.lexicons import cached_lexicon
from dadiplo.model import Event
from dadiplo.resources import DD
from dadiplo.terms import AGREEMENT, MEASURE, STATEMENT

HEADS = {"en": "Digital assets", "ar": "الأصول الرقمية", "es": "Activos digitales", "ur": "ڈیجیٹل اثاثے"}


def _events(language: str, text: str) -> list[Event]:
    data = f"{HEADS[language]}\ndate: 2026-05-14\n\n{text}\n".encode()
    return EventReader(document(data, name="t", slug="t", language=language), cached_lexicon(language)).read()


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The Bank of Tanzania bought bitcoin on Monday. Traders shrugged."),
        ("en", "The Bank of Tanzania bought bitcoin on Monday. Canberra was told of the plan."),
        ("en", "Hong Kong was shut because of a typhoon warning and bitcoin fell."),
        ("en", "Bitcoin holders are reminded that losses cannot be made good by the Bank of Gambia."),
        ("ur", "اسٹیٹ بینک نے پیر کو بٹ کوائن خریدے۔ کمپنی کی بانی مارینا ٹیکسیرا نے کہا کہ بٹ کوائن اچھا ہے۔"),
    ],
)
def test_whoever_stands_nearby_does_not_speak(language: str, text: str) -> None:
    assert not [event for event in _events(language, text) if event.type == STATEMENT]


def test_a_state_named_in_the_sentence_goes_on_speaking() -> None:
    text = "Bhutan did not dump its coins, the prime minister told reporters on Wednesday; the bitcoin had moved."
    told = _events("en", text)
    assert [event.agents(DD + "hasSpeaker") for event in told if event.type == STATEMENT]


def test_an_accord_on_ferries_and_rice_is_none_of_digital_assets() -> None:
    text = (
        "Guyana's central bank banned bitcoin on Monday. The ban on crypto is the first of its kind there. "
        "On Thursday Guyana and Suriname signed an agreement in Paramaribo that removes duties on rice."
    )
    assert {event.type for event in _events("en", text)} & {AGREEMENT, MEASURE} == {MEASURE}


def test_what_a_relative_clause_tells_is_not_done_by_the_main_subject() -> None:
    text = (
        "Ghana's central bank licensed a bitcoin exchange on Monday. "
        "Governor Kofi Mensah pointed to a brewer and a telephone company that had signed letters of interest."
    )
    assert all(event.type != AGREEMENT for event in _events("en", text))
