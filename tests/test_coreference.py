"""Which mentions of one article are of one event: weighed beside the rules, and which passage stands for it."""

from __future__ import annotations

from math import prod

from conftest import ROOT
from test_candidates import annotated, read

TALKS = (
    "Kenya and Rwanda sign accord on stablecoins\ndate: 2025-03-12\n\n"
    "Kenya's president, William Ruto, met the president of Rwanda, Paul Kagame, in Nairobi on Tuesday to discuss "
    "stablecoins. {later}\n\n"
    "The price of bitcoin rose by two per cent. Traders in the old town were pleased. Shops by the river take coins. "
    "Nobody sold."
)
OTHERS = (
    "The governor of the Central Bank of Kenya, Kamau Thugge, met his Rwandan counterpart on Monday to discuss a digital "
    "currency."
)
AGAIN = "The two presidents discussed stablecoins at the meeting for two hours."


def meetings(text: str, *without: str) -> list[str]:
    """Return the dates of the meetings of a text."""
    return [event["date"] for event in annotated(read(text, *without)) if event["type"] == "Meeting"]


def test_two_meetings_of_the_same_states_are_two_events() -> None:
    text = TALKS.format(later=OTHERS)
    assert meetings(text) == ["2025-03-11", "2025-03-10"]
    assert meetings(text, "coreference") == ["2025-03-10"]


def test_a_meeting_told_again_is_one_event() -> None:
    assert meetings(TALKS.format(later=f"{AGAIN} {OTHERS}")) == ["2025-03-11", "2025-03-10"]


def test_short_items_are_left_to_rules() -> None:
    reader = read("Kenya bans crypto mining\ndate: 2025-03-12\n\nKenya banned crypto mining on Tuesday.").reader
    assert reader.coreference.compared == []


def test_what_is_compared_names_nobody() -> None:
    pairs = read(TALKS.format(later=OTHERS)).reader.coreference.compared
    assert pairs
    assert not [feature for pair in pairs for feature in pair.shown if "/KEN" in feature or "ruto" in feature]


def test_the_likeliest_passage_of_the_body_stands_for_an_event() -> None:
    text = (ROOT / "tests" / "corpus" / "development" / "text" / "ee_en01.txt").read_text(encoding="utf-8")
    reader = read(text).reader
    several = [event for event in reader.context.events if len(event.passages) > 1 and event.type.endswith("Statement")]
    assert several
    for event in several:
        body = [one for one in event.passages if one.span.start >= reader.document.body] or event.passages
        likely = [prod(reader.detector.tells(passage, event.type)) for passage in body]
        assert reader.detector.telling(event) == body[likely.index(max(likely))]
