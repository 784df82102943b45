"""Rows of weights in one number: what is added class by class, and what senses of words are read."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dadiplo.weights import packed, probability, read_senses, read_weights, summed, unpacked

CLASSES = 5
ROWS = st.lists(st.lists(st.integers(-2000, 2000), min_size=CLASSES, max_size=CLASSES), max_size=300)


@given(ROWS)
def test_rows_added_at_once_are_those_added_class_by_class(rows: list[list[int]]) -> None:
    weights = {str(at): packed(row) for at, row in enumerate(rows)}
    wanted = [sum(column) / 100 for column in zip(*rows, strict=True)] or [0.0] * CLASSES
    assert unpacked(summed(weights, [*weights, "unknown"]), CLASSES) == wanted


def test_what_is_unknown_says_nothing() -> None:
    weights = {"one": packed([100]), "other": packed([-100])}
    assert probability(weights, ["unknown"]) == probability(weights, ["one", "other"]) == 0.5
    assert probability(weights, ["one"]) > 0.5 > probability(weights, ["other"])


@pytest.mark.parametrize("language", ["ar", "en", "es", "ur"])
def test_shipped_weights_speak_for_some_class(language: str) -> None:
    found = read_weights(language)
    assert set(found) == {
        "articles",
        "candidates",
        "coreference",
        "dates",
        "events",
        "modality",
        "names",
        "participation",
        "topics",
    }
    assert all(row for weights in found.values() for row in weights.values())


def test_words_have_supersenses_and_glosses() -> None:
    supersenses, glosses = read_senses("es")
    assert supersenses["rubrico"] == glosses["rubrico"] == ("sign",)
    assert read_senses("xx") == ({}, {})
