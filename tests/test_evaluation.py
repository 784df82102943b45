"""The evaluation counts what a reader would count by hand."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from conftest import Run
from hypothesis import given
from hypothesis import strategies as st

from dadiplo import evaluation
from dadiplo.documents import document
from dadiplo.evaluation import Count, Scores, compare
from dadiplo.matching import as_annotation

TEXT = "A headline\n\nPakistan and Peru signed a memorandum of understanding on Bitcoin. Ana Paz resigned on Monday.\n"
DOCUMENT = document(TEXT.encode(), name="t", slug="t", language="en")


def entity(id_: str, name: str, *mentions: str, kind: str = "State") -> dict[str, Any]:
    return {"id": id_, "type": kind, "canonical_en": name, "mentions": list(mentions or (name,))}


def event(
    kind: str,
    evidence: str,
    *parts: str,
    modality: str = "actual",
    date: str | None = None,
    topics: tuple[str, ...] = (),
) -> dict[str, Any]:
    participants = [dict(zip(("id", "role"), part.split(), strict=True)) for part in parts]
    return {
        "type": kind,
        "modality": modality,
        "date": date,
        "participants": participants,
        "topics": list(topics),
        "evidence": evidence,
    }


def record(entities: list[dict[str, Any]], events: list[dict[str, Any]], lang: str = "en") -> dict[str, Any]:
    return {"lang": lang, "entities": entities, "events": events}


GOLD = record(
    [entity("a", "Pakistan"), entity("b", "Peru"), entity("c", "Ana Paz", kind="Person")],
    [
        event(
            "Agreement", "signed a memorandum of understanding on Bitcoin", "a party", "b party", topics=("bitcoin",)
        ),
        event("Appointment", "Ana Paz resigned", "c appointee", date="2025-07-14"),
    ],
)


def scored(gold: dict[str, Any], found: dict[str, Any]) -> tuple[Scores, list[evaluation.Mistake]]:
    scores = Scores()
    mistakes = compare(as_annotation(gold, "t"), as_annotation(found, "t"), scores, DOCUMENT)
    return scores, mistakes


def numbers(count: Count) -> tuple[int, int, int]:
    return count.right, count.found, count.gold


def test_all_right() -> None:
    scores, mistakes = scored(GOLD, GOLD)
    assert mistakes == []
    assert {count.f1 for count in scores.counts.values()} == {1.0}
    assert {count.precision for count in scores.accuracy.values()} == {1.0}


def test_counted_by_hand() -> None:
    found = record(
        [
            entity("PAK", "Islamic Republic", "Pakistan"),  # another name, a shared mention: right
            entity("PER", "Peru", "Perú"),  # the same name: right
            entity("x", "Ana Paz", kind="Organization"),  # another type: wrong
        ],
        [
            event(
                "Agreement",
                "a memorandum of understanding",
                "PAK party",
                "PER signatory",
                "x party",
                modality="planned",
            ),
            event("Meeting", "signed a memorandum of understanding on Bitcoin", "PAK participant", "PER participant"),
        ],
    )
    scores, mistakes = scored(GOLD, found)
    counts = {name: numbers(count) for name, count in scores.counts.items()}
    assert counts["entities"] == (2, 3, 3)
    assert counts["entities: State"] == (2, 2, 2)
    assert counts["entities: Person"] == (0, 0, 1)
    assert counts["entities: Organization"] == (0, 1, 0)
    assert counts["events"] == (1, 2, 2)
    assert counts["events: Agreement"] == (1, 1, 1)
    assert counts["events: Meeting"] == (0, 1, 0)
    assert counts["events with modality"] == (0, 2, 2)
    assert counts["pairs of states"] == (1, 2, 1)  # (Agreement, Pakistan, Peru) is right, (Meeting, …) is not
    assert counts["roles"] == (1, 5, 3)
    assert counts["topics"] == (0, 0, 1)
    assert numbers(scores.accuracy["modality"]) == (0, 1, 1)
    assert "date" not in scores.accuracy
    assert [(mistake.kind, mistake.what) for mistake in mistakes] == [
        ("missed", "Person: Ana Paz"),
        ("false alarm", "Organization: Ana Paz"),
        ("missed", "Appointment, actual: Ana Paz (appointee)"),
        ("false alarm", "Meeting, actual: Islamic Republic (participant), Peru (participant)"),
        ("wrong modality", "Agreement: planned for actual"),
        ("missed", "party of Agreement: Peru"),
        ("false alarm", "signatory of Agreement: Peru"),
        ("false alarm", "party of Agreement: Ana Paz"),
    ]
    assert mistakes[0].sentence == "Ana Paz resigned on Monday."
    assert mistakes[4].sentence == "Pakistan and Peru signed a memorandum of understanding on Bitcoin."


def test_one_gold_event_is_matched_once_and_by_the_better() -> None:
    agreement = GOLD["events"][0]
    worse = event("Agreement", "Bitcoin", "a party", "b party", modality="planned")
    scores, _ = scored(record(GOLD["entities"], [agreement]), record(GOLD["entities"], [worse, agreement]))
    assert numbers(scores.counts["events"]) == (1, 2, 1)
    assert numbers(scores.counts["events with modality"]) == (1, 2, 1)


@pytest.mark.parametrize(
    ("evidence", "parts", "matches"),
    [
        ("a memorandum of", [], True),  # three words in a row
        ("signed a", [], True),  # contained as a whole
        ("of the memorandum on paper", [], False),  # nothing of length three
        ("elsewhere", ["a party"], True),  # half of the participants
        ("elsewhere", ["a party", "x party", "y party"], False),  # a quarter
        ("elsewhere", [], False),
    ],
)
def test_what_makes_two_events_one(evidence: str, parts: list[str], matches: bool) -> None:
    others = [entity("x", "Chad"), entity("y", "Mali")]
    found = record([*GOLD["entities"], *others], [event("Agreement", evidence, *parts)])
    scores, _ = scored(record(GOLD["entities"], GOLD["events"][:1]), found)
    assert scores.counts["events"].right == matches


def test_identifiers_of_the_two_sides_are_never_confused() -> None:
    found = record([entity("a", "Chad"), entity("b", "Mali")], [event("Agreement", "x y z", "a party", "b party")])
    scores, _ = scored(GOLD, found)
    assert scores.counts["entities"].right == scores.counts["events"].right == 0
    assert scores.counts["pairs of states"].right == 0


def test_events_in_a_text_without_any() -> None:
    scores, _ = scored(record(GOLD["entities"], []), GOLD)
    assert (scores.silent_texts, scores.false_events) == (1, 2)
    assert scores.counts["events"].f1 == 0.0


@given(st.integers(0, 9), st.integers(0, 9), st.integers(0, 9))
def test_f1_lies_between_precision_and_recall(right: int, more_found: int, more_gold: int) -> None:
    count = Count(right, right + more_found, right + more_gold)
    low, high = sorted((count.precision, count.recall))
    assert low - 1e-9 <= count.f1 <= high + 1e-9
    assert (count.f1 == 1.0) == (more_found == more_gold == 0)


@pytest.fixture
def folders(tmp_path: Path) -> Path:
    (tmp_path / "text").mkdir()
    (tmp_path / "gold").mkdir()
    (tmp_path / "text" / "t.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "gold" / "t.json").write_text(json.dumps(GOLD), encoding="utf-8")
    (tmp_path / "text" / "u.txt").write_text("خبر\n\nهبط سعر البيتكوين في السوق اليوم.\n", encoding="utf-8")
    (tmp_path / "gold" / "u.json").write_text(
        json.dumps(record([entity("p", "Peru", "البيتكوين")], [], "ar")), encoding="utf-8"
    )
    return tmp_path


def test_command_in_every_format(run: Run, folders: Path) -> None:
    table = run("evaluate", "text", "gold")
    assert (table.returncode, table.stderr) == (0, "")
    assert table.stdout.splitlines()[0].split() == [
        "language",
        "measure",
        "precision",
        "recall",
        "F1",
        "accuracy",
        "gold",
        "found",
    ]
    assert {line.split()[0] for line in table.stdout.splitlines()[2:]} == {"all", "ar", "en"}
    measured = json.loads(run("evaluate", "text", "gold", "-f", "json", "--errors").stdout)
    assert measured["ar"]["texts"] == 1
    assert measured["all"]["entities"]["gold"] == 4
    assert measured["ar"]["texts without events"] == {"texts": 1, "events": 0}
    assert any(mistake["text"] == "u" for mistake in measured["errors"])
    assert run("evaluate", "text", "gold", "-f", "md").stdout.startswith("| language | measure |")
    only = json.loads(run("evaluate", "text", "gold", "-f", "json", "--lang", "en").stdout)
    assert set(only) == {"all", "en"}


def test_errors_are_readable(run: Run, folders: Path) -> None:
    lines = run("evaluate", "text", "gold", "--errors", "--lang", "ar").stdout.splitlines()
    start = lines.index("u")
    assert lines[start + 1] == "- missed: State: Peru"
    assert lines[start + 2] == "  \u2068هبط سعر البيتكوين في السوق اليوم.\u2069"


@pytest.mark.parametrize(
    ("break_it", "message"),
    [
        (lambda top: (top / "text" / "t.txt").unlink(), "t.txt: No such file"),
        (lambda top: (top / "gold" / "t.json").write_text("{"), "t.json: not an annotation"),
        (lambda top: (top / "gold" / "t.json").write_text('{"entities": [{"id": 1}]}'), "t.json: not an annotation"),
        (lambda top: [path.unlink() for path in (top / "gold").iterdir()], "no annotations"),
    ],
)
def test_what_cannot_be_read_is_told(break_it, message: str, run: Run, folders: Path) -> None:  # type: ignore[no-untyped-def]
    break_it(folders)
    done = run("evaluate", "text", "gold")
    assert (done.returncode, done.stdout) == (3, "")
    assert done.stderr.count("\n") == 1
    assert message in done.stderr


def test_folder_that_is_not_there(run: Run, folders: Path) -> None:
    assert "no such folder" in run("evaluate", "text", "nowhere").stderr
