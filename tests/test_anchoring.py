"""The dates and topics that events of an article have, among all that it names: weighed beside the rules."""

from __future__ import annotations

import dataclasses
from typing import Any

import pytest
from test_detection import NEWS as OF_TWO

from dadiplo.annotations import annotate
from dadiplo.documents import document
from dadiplo.events.aboutness import TOPICS
from dadiplo.extraction import Extraction, extract
from dadiplo.lexicons import cached_lexicon
from dadiplo.resources import PREFIXES, VOCAB

#: A speech at a ceremony of which the paragraph before tells the day, and a meeting to come.
NEWS = (
    "Ghana and Kenya sign stablecoin accord\ndate: {}\n\n"
    "Ghana and Kenya signed a memorandum on stablecoins in Accra on Monday. Guests from four countries came.\n\n"
    "Speaking at the ceremony, the deputy governor of the Bank of Ghana, Kwame Asante, said that coins need clear rules. "
    "The two central banks will meet again in Nairobi in June to settle who issues the tokens.\n\n"
    "The price of bitcoin rose by two per cent. Traders in Accra were pleased. Shops along the coast take coins too."
)
WEDNESDAY = "2025-03-12"


def read(text: str, *without: str, **weights: Any) -> Extraction:
    """What is read in an English text without the weights of some names, or with others."""
    lexicon = cached_lexicon("en")
    known = {name: row for name, row in lexicon.weights.items() if name not in without} | weights
    return extract(
        document(text.encode(), name="x", slug="x", language="en"), dataclasses.replace(lexicon, weights=known)
    )


def told(extraction: Extraction, kind: str) -> dict[str, Any]:
    """The only event of a type, as annotated."""
    (event,) = (one for one in annotate(extraction, extraction.reader.lexicon)["events"] if one["type"] == kind)
    found: dict[str, Any] = event
    return found


def test_what_is_said_at_a_ceremony_has_its_day() -> None:
    text = NEWS.format(WEDNESDAY)
    assert told(read(text), "Statement")["date"] == "2025-03-10"
    assert told(read(text, "dates"), "Statement")["date"] is None
    assert told(read(text), "Meeting")["date"] == "2025-06"


def test_the_matter_of_a_meeting_is_that_of_the_accord_before() -> None:
    text = OF_TWO.format("The two central banks will meet again in Nairobi in June to settle who issues the tokens.")
    assert told(read(text), "Meeting")["topics"] == ["stablecoin"]
    assert told(read(text, "topics"), "Meeting")["topics"] == []


def test_what_happened_is_never_dated_after_the_publication() -> None:
    extraction = read(NEWS.format(WEDNESDAY), dates={})
    shown = extraction.reader.anchoring.shown
    actual = [event for event in extraction.events if id(event) in shown and event.modality.endswith("/actual")]
    planned = [event for event in extraction.events if id(event) in shown and event.modality.endswith("/planned")]
    assert actual
    assert planned
    assert all(date <= WEDNESDAY for event in actual for date in shown[id(event)])
    assert all("2025-06" in shown[id(event)] for event in planned)


@pytest.mark.parametrize("weights", [{"dates": {}}, {"topics": {}}])
def test_without_weights_nothing_is_changed(weights: dict[str, dict[str, int]]) -> None:
    text = NEWS.format(WEDNESDAY)
    lexicon = cached_lexicon("en")
    unweighed = annotate(read(text, *weights, **weights), lexicon)
    assert unweighed == annotate(read(text, *weights), lexicon)


def test_short_items_and_texts_without_a_day_are_left_to_rules() -> None:
    short = read("Accord\ndate: 2025-03-12\n\nGhana and Kenya signed a memorandum on stablecoins on Monday.\n").reader
    assert short.anchoring.shown == short.aboutness.shown == {}
    undated = read(NEWS.replace("date: {}\n", ""))
    assert undated.reader.anchoring.shown == {}
    assert undated.events


def test_each_topic_with_a_notation_is_weighed_as_one() -> None:
    lexicon = cached_lexicon("en")
    notation = PREFIXES["skos"] + "notation"
    topics = {iri for iri in lexicon.labels if iri.startswith(VOCAB + "topic/")}
    notations = {lexicon.value(iri, notation) for iri in topics} - {""}
    assert len(notations) > 1
    assert sorted(lexicon.value(topic, notation) for topic in TOPICS) == sorted(notations)
