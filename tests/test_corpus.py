"""The annotated texts: floors of what is read in those set aside, quotes at their offsets, the same bytes in any order.

Floors lie a little below what was measured. They guard against loss and are no claims of quality.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from conftest import ROOT

from dadiplo import bulk
from dadiplo.documents import read_article
from dadiplo.evaluation import evaluate
from dadiplo.extraction import extract
from dadiplo.inputs import sources
from dadiplo.lexicons import cached_lexicon
from dadiplo.resources import PREFIXES
from dadiplo.store import Literal

CORPUS = ROOT / "tests" / "corpus"
#: language → F1 of entities, events and pairs of states; accuracy of modality
FLOORS = {
    "ar": (0.86, 0.77, 0.61, 0.86),
    "en": (0.89, 0.75, 0.52, 0.84),
    "es": (0.90, 0.76, 0.61, 0.82),
    "ur": (0.87, 0.80, 0.62, 0.88),
}
TEXTS = sorted(CORPUS.glob("*/text/*.txt"))
#: Some of each language and half, for tests that read texts more than once.
SOME = TEXTS[::120]


def test_floors_are_held() -> None:
    scores = evaluate(CORPUS / "set-aside" / "text", CORPUS / "set-aside" / "gold")[0]
    for language, floors in FLOORS.items():
        measured = scores[language]
        counts = [measured.counts[name].f1 for name in ("entities", "events", "pairs of states")]
        counts.append(measured.accuracy["modality"].right / measured.accuracy["modality"].gold)
        assert all(value >= floor for value, floor in zip(counts, floors, strict=True)), (language, counts, floors)


@pytest.mark.parametrize("path", TEXTS[::15], ids=lambda path: path.stem)
def test_quotes_equal_the_text_at_their_offsets(path: Path) -> None:
    document = read_article(path)
    found = extract(document, cached_lexicon(document.language))
    assert all(event.passages for event in found.events)
    checked = 0
    for quad in found.quads:
        place = re.search(r"#char=(\d+),(\d+)$", getattr(quad.subject, "value", ""))
        if place and quad.predicate.value == PREFIXES["oa"] + "exact" and isinstance(quad.object, Literal):
            assert quad.object.value == document.text[int(place[1]) : int(place[2])]
            checked += 1
    assert checked or not found.events


def outputs(paths: list[Path], fmt: str) -> dict[str, str]:
    done = bulk.results(sources(paths), bulk.Settings(fmt), 1)
    return {result.stem: result.output for result in done}


def test_two_runs_give_the_same_json() -> None:
    assert outputs(SOME, "json") == outputs(SOME, "json")


def test_order_of_articles_changes_no_graph() -> None:
    assert outputs(SOME, "trig") == outputs(SOME[::-1], "trig")
