"""Large named files are kept as stores in the user's cache; what they answer is what the file says."""

from __future__ import annotations

from pathlib import Path

import pytest

from dadiplo import cache, network
from dadiplo.store import Store, serialize


@pytest.fixture
def large(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, graph: Store) -> Path:
    """A file that counts as large, and a cache of its own."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setattr(cache, "LARGE", 1000)
    (tmp_path / "cache").mkdir()
    (tmp_path / "big.nq").write_bytes(serialize(sorted(graph, key=str), "nquads"))
    return tmp_path / "big.nq"


def test_a_large_file_is_read_once(large: Path, graph: Store) -> None:
    told: list[str] = []
    first = cache.open_graph(large, report=told.append)
    again = cache.open_graph(large, report=told.append)
    assert told == [f"reading {large} (once)"]
    assert first.folder == again.folder
    assert first.folder is not None
    assert set(again) == set(graph)
    assert set(again.match()) == set(graph.match())


def test_a_file_that_changed_is_read_again(large: Path) -> None:
    before = cache.open_graph(large)
    with large.open("a", encoding="utf-8") as file:
        file.write("<https://example.org/a> <https://example.org/b> <https://example.org/c> .\n")
    after = cache.open_graph(large)
    assert len(after) == len(before) + 1
    assert after.folder != before.folder


def test_a_small_file_is_kept_nowhere(large: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache, "LARGE", 10**9)
    assert cache.open_graph(large).folder is None
    assert list((large.parent / "cache").iterdir()) == []


def test_without_a_cache_that_can_be_written_to_the_file_is_read(large: Path, graph: Store) -> None:
    (large.parent / "cache").rmdir()
    (large.parent / "cache").write_text("in the way", encoding="utf-8")
    assert set(cache.open_graph(large)) == set(graph)


def test_events_are_kept_beside_the_store(large: Path, graph: Store) -> None:
    store = cache.open_graph(large)
    assert store.folder is not None
    network._kept.cache_clear()
    found = network.events(store, network.Selection(modality="any"))
    assert (store.folder / "events.json").is_file()
    network._kept.cache_clear()
    assert network.events(store, network.Selection(modality="any")) == found
    assert found == network.events(graph, network.Selection(modality="any"))
    # What is no such file is written anew.
    (store.folder / "events.json").write_text('{"fields": []}', encoding="utf-8")
    network._kept.cache_clear()
    assert network.events(store, network.Selection(modality="any")) == found
