"""Boosted trees: how a file of them is read, what they add up to, and that the ones learned are those written."""

from __future__ import annotations

import math
from pathlib import Path

import pytest
from test_detection import training

from dadiplo import trees
from dadiplo.lexicons import cached_lexicon
from dadiplo.trees import probability_by, read_trees

#: The share of what is told, and one tree: less than half sure is told less, else more if it stands in the lead.
WRITTEN = "0\t0.0000\n0\todds\t0.500000\n1\t-2.0000\n1\tin lead\t0.500000\n2\t1.0000\n2\t3.0000\n"


def shipped_in(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (folder / "trees").mkdir()
    monkeypatch.setattr(trees, "folder", lambda name: folder)
    return folder / "trees"


@pytest.mark.parametrize(
    ("odds", "lead", "wanted"), [(0.5, 1.0, -2.0), (0.6, 0.0, 1.0), (0.6, 1.0, 3.0)], ids=["low", "below", "lead"]
)
def test_answers_lead_to_a_leaf(
    odds: float, lead: float, wanted: float, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shipped_in(tmp_path, monkeypatch).joinpath("told.tsv").write_text(WRITTEN, encoding="utf-8")
    found = read_trees()["told"]
    assert probability_by(found, {"odds": odds, "in lead": lead}) == pytest.approx(1 / (1 + math.exp(-wanted)))


def test_without_trees_nothing_is_known() -> None:
    assert probability_by((), {}) == 0.5


def test_a_lexicon_from_the_cache_has_the_shipped_trees() -> None:
    assert cached_lexicon("ur").trees == read_trees()
    assert read_trees()["told"]


def test_what_is_written_says_the_same_as_what_was_learned(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("sklearn", reason="only training needs scikit-learn")
    train = training()
    written = shipped_in(tmp_path, monkeypatch)
    monkeypatch.setattr(train, "folder", lambda name: tmp_path)
    measured = [{"odds": float(n % 40), "in lead": float(n % 3)} for n in range(800)]
    told = [one["odds"] > 25 and one["in lead"] < 2 for one in measured]
    train.learn_trees("told", measured, told)
    found = read_trees()["told"]
    assert [probability_by(found, one) > 0.5 for one in measured] == told
    before = written.joinpath("told.tsv").read_text(encoding="utf-8")
    train.learn_trees("told", measured, told)
    assert written.joinpath("told.tsv").read_text(encoding="utf-8") == before
