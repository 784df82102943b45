"""Which mentions of one article are of one event: weighed beside the rules, and which passage stands for it."""

from __future__ import annotations

import pytest
from test_candidates import annotated, read
from test_detection import read_with

COLOUR = (
    "The price of bitcoin rose by two per cent. Traders in the old town were pleased. Shops by the river take coins. "
    "Nobody sold."
)
TALKS = (
    "Kenya and Rwanda sign accord on stablecoins\ndate: 2025-03-12\n\n"
    "Kenya's president, William Ruto, met the president of Rwanda, Paul Kagame, in Nairobi on Tuesday to discuss "
    f"stablecoins. {{later}}\n\n{COLOUR}"
)
OTHERS = (
    "The governor of the Central Bank of Kenya, Kamau Thugge, met his Rwandan counterpart on Monday to discuss a digital "
    "currency."
)
#: A headline that tells of talks by the name of the bank alone, and not when.
AUTHORITY = (
    "El Banco de Zambia autoriza la primera moneda estable tras conversar con Kenia\ndate: 2026-03-18\n\n"
    "El Banco de Zambia autorizó el martes a una empresa a emitir una moneda estable respaldada por el kwacha.\n\n"
    "La licencia se apoya en el reglamento de fichas de pago que la entidad dictó en noviembre de 2024. En 2021, el banco "
    "central había ordenado a los bancos cerrar las cuentas de las casas de cambio de criptomonedas.\n\n"
    "El gobernador, Denny Kalyalya, se reunió el lunes en Lusaka con su homólogo keniano, Kamau Thugge, para hablar de la "
    "supervisión de los emisores.\n\n"
    "El bitcoin cayó un 2 % el martes."
)
AGAIN = "The two presidents discussed stablecoins at the meeting for two hours."


def meetings(text: str, *without: str) -> list[str]:
    """Return the dates of the meetings of a text."""
    return [event["date"] for event in annotated(read(text, *without)) if event["type"] == "Meeting"]


@pytest.mark.xfail(strict=True, reason="what says the day of the first talks is read apart, and they are joined")
def test_two_meetings_of_the_same_states_are_two_events() -> None:
    text = TALKS.format(later=OTHERS)
    assert meetings(text) == ["2025-03-11", "2025-03-10"]
    assert meetings(text, "coreference") == ["2025-03-10"]


def test_a_meeting_told_again_is_one_event() -> None:
    text = TALKS.replace("met the president", "on Tuesday met the president").replace(
        "in Nairobi on Tuesday", "in Nairobi"
    )
    assert meetings(text.format(later=f"{AGAIN} {OTHERS}")) == ["2025-03-11", "2025-03-10"]


def test_short_items_are_left_to_rules() -> None:
    reader = read("Kenya bans crypto mining\ndate: 2025-03-12\n\nKenya banned crypto mining on Tuesday.").reader
    assert reader.coreference.compared == []


def test_what_is_compared_names_nobody() -> None:
    pairs = read(TALKS.format(later=OTHERS)).reader.coreference.compared
    assert pairs
    assert not [feature for pair in pairs for feature in pair.shown if "/KEN" in feature or "ruto" in feature]


@pytest.mark.parametrize(
    ("headline", "vague", "clear"),
    [
        (
            "Bank of Ghana warns against stablecoins",
            "The Bank of Ghana has thought about stablecoins for long, it said.",
            "On Tuesday the bank warned traders against stablecoins in a statement.",
        ),
        (
            "Kenya's president meets Rwanda's on stablecoins",
            "The talks of Kenya and Rwanda lasted two hours.",
            "Kenya's president, William Ruto, met the president of Rwanda, Paul Kagame, in Nairobi to discuss stablecoins.",
        ),
        (
            "Ghana's parliament passes law on virtual assets",
            "The law of Ghana on virtual assets has forty articles.",
            "Ghana's parliament passed the law on virtual assets on Tuesday.",
        ),
    ],
)
def test_the_passage_that_tells_an_event_best_is_its_evidence(headline: str, vague: str, clear: str) -> None:
    reading = read(f"{headline}\ndate: 2025-03-12\n\n{vague}\n\n{clear}\n\n{COLOUR}")
    told = [reading.document.text[passage.span.start : passage.span.end] for passage in reading.events[0].passages]
    assert told[:2] == [headline, vague.rstrip(".").removesuffix(", it said")]
    (evidence,) = (one["evidence"] for one in annotated(reading))
    assert evidence[:20] == clear[:20]


def test_a_headline_and_the_act_below_are_one_event() -> None:
    found = read_with("es", AUTHORITY)
    assert [event.date for event in found.events if event.type.endswith("Meeting")] == ["2026-03-16"]
