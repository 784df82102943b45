"""Passages of one to three sentences, each an act told in other words: floors of what is read in them.

``tests/corpus/passages`` holds one JSON object a line for each passage. Every third is set aside: it may be measured, not
looked at. Floors lie a little below what was measured; they guard against loss and are no claims of quality.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
from conftest import ROOT

from dadiplo.annotations import annotate
from dadiplo.documents import document
from dadiplo.evaluation import Scores, compare
from dadiplo.extraction import extract
from dadiplo.lexicons import cached_lexicon
from dadiplo.matching import as_annotation

PASSAGES = ROOT / "tests" / "corpus" / "passages"
#: Above passages whose text is to say alone what they are on.
NO_HEAD, WITHOUT_HEAD = "…", 900
HEADS = {"ar": "الأصول الرقمية", "en": "Digital assets", "es": "Activos digitales", "ur": "ڈیجیٹل اثاثے"}
#: language → F1 of events, accuracy of modality, in the half that is set aside
FLOORS = {"ar": (0.70, 0.82), "en": (0.65, 0.85), "es": (0.65, 0.83), "ur": (0.66, 0.89)}


def passages(language: str, half: str) -> Iterator[dict[str, Any]]:
    for line in (PASSAGES / f"{language}.jsonl").read_text(encoding="utf-8").splitlines():
        passage = json.loads(line)
        if (int(passage["id"][2:]) % 3 == 0) == (half == "set-aside"):
            yield passage


def annotated(passage: dict[str, Any], language: str) -> dict[str, Any]:
    """The passage in the form of the annotated texts: of its participants the states alone are told."""
    states = sorted({state for event in passage["events"] for state in event["states"]})
    return {
        "id": passage["id"],
        "lang": language,
        "entities": [{"id": name, "type": "State", "canonical_en": name, "mentions": []} for name in states],
        "events": [
            {**event, "participants": [{"id": name, "role": "participant"} for name in event["states"]]}
            for event in passage["events"]
        ],
    }


def scored(language: str) -> Scores:
    scores, lexicon = Scores(), cached_lexicon(language)
    for passage in passages(language, "set-aside"):
        head = NO_HEAD if int(passage["id"][2:]) > WITHOUT_HEAD else HEADS[language]
        data = f"{head}\ndate: {passage['published']}\n\n{passage['text']}\n".encode()
        read = document(data, name=passage["id"], slug=passage["id"], language=language)
        found = as_annotation(annotate(extract(read, lexicon), lexicon), passage["id"])
        compare(as_annotation(annotated(passage, language), passage["id"]), found, scores, read)
    return scores


@pytest.mark.parametrize("language", FLOORS)
def test_floor_is_held(language: str) -> None:
    scores = scored(language)
    events, modality = scores.counts["events"].f1, scores.accuracy["modality"]
    measured = (events, modality.right / modality.gold)
    assert all(value >= floor for value, floor in zip(measured, FLOORS[language], strict=True)), measured


def test_passages_are_of_the_form() -> None:
    for path in sorted(PASSAGES.glob("*.jsonl")):
        for half in ("development", "set-aside"):
            for passage in passages(path.stem, half):
                assert set(passage) == {"id", "published", "text", "events"}
                assert all(event["evidence"] in passage["text"] for event in passage["events"]), passage["id"]
