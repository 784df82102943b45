"""How an event stands among the others of its article, and what the shipped trees make of that."""

from __future__ import annotations

import pytest
from test_candidates import VISIT, read

from dadiplo.events.reader import EventReader
from dadiplo.events.standing import Read, standings
from dadiplo.model import Span
from dadiplo.terms import MEASURE, STATEMENT
from dadiplo.trees import probability_by

#: An event as likely told as not, in the third sentence.
DOUBTFUL = Read(MEASURE, Span(200, 240), 3, (0.5, 0.5), 0.5)


@pytest.fixture(scope="module")
def reader() -> EventReader:
    return read(VISIT).reader


def of_first(reader: EventReader, *others: Read) -> dict[str, float]:
    return standings(reader, [DOUBTFUL, *others])[0]


def test_who_stands_beside_an_event_is_like_it_or_is_told_elsewhere(reader: EventReader) -> None:
    rival = Read(STATEMENT, Span(230, 260), 3, (0.9, 0.9), 0.9)
    alike = Read(MEASURE, Span(100, 140), 2, (0.8, 0.8), 0.8)
    far = Read(STATEMENT, Span(500, 540), 6, (0.7, 0.7), 0.7)
    measures = of_first(reader, rival, alike, far)
    expected = {
        "beside": 0.9, "overlapping": 0.9, "alike beside": 0.0, "near": 0.8, "alike": 0.8, "alike before": 0.8,
        "alike behind": 0.0, "others": 0.9, "sum of others": 2.4, "number of others": 3.0, "mean of others": 0.8,
        "odds": 0.0, "place": 3.0,
    }  # fmt: skip
    assert {name: measures[name] for name in expected} == pytest.approx(expected)


def test_an_event_alone_has_no_others(reader: EventReader) -> None:
    measures = of_first(reader)
    assert measures["others"] == measures["number of others"] == measures["mean of others"] == 0.0


def test_order_does_not_count(reader: EventReader) -> None:
    other = Read(STATEMENT, Span(300, 340), 4, (0.6, 0.6), 0.6)
    assert standings(reader, [DOUBTFUL, other]) == standings(reader, [other, DOUBTFUL])[::-1]


def test_a_likelier_reading_of_the_same_words_speaks_against_an_event(reader: EventReader) -> None:
    trees = reader.lexicon.trees["told"]
    elsewhere = [Read(STATEMENT, Span(500, 540), 6, (0.9, 0.9), 0.9)]
    rival = Read(STATEMENT, DOUBTFUL.span, DOUBTFUL.sentence, (0.97, 0.97), 0.97)
    with_rival = probability_by(trees, of_first(reader, rival, *elsewhere))
    assert with_rival < probability_by(trees, of_first(reader, *elsewhere))


def test_what_else_an_article_tells_speaks_for_an_event(reader: EventReader) -> None:
    trees = reader.lexicon.trees["told"]
    others = [Read(STATEMENT, Span(500 + at, 540 + at), 6 + at, (0.95, 0.95), 0.95) for at in range(4)]
    unlikely = [other._replace(probability=0.02, likely=(0.02, 0.02)) for other in others]
    among = probability_by(trees, of_first(reader, *others))
    assert among > probability_by(trees, of_first(reader, *unlikely))
