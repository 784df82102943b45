"""A lexicon from the cache is the one that was built; a cache that cannot be trusted is built anew."""

from __future__ import annotations

import dataclasses
import os
import pickle
import sys
from pathlib import Path

import pytest
from conftest import SAMPLE

from dadiplo import lexicons
from dadiplo.documents import read_article
from dadiplo.extraction import extract
from dadiplo.lexicon import Lexicon
from dadiplo.pipeline import Knowledge


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    lexicons.cached_lexicon.cache_clear()
    yield tmp_path / "dadiplo" / "lexicons"
    lexicons.cached_lexicon.cache_clear()


def load(language: str = "ar"):  # type: ignore[no-untyped-def]
    lexicons.cached_lexicon.cache_clear()
    return lexicons.cached_lexicon(language)


@pytest.fixture
def known(knowledge: Knowledge, monkeypatch: pytest.MonkeyPatch) -> Lexicon:
    """A lexicon that is built already: what is tested is the cache."""
    built = knowledge.lexicon("ar")
    monkeypatch.setattr(lexicons, "_build", lambda language: built)
    return built


def forbid_building(monkeypatch: pytest.MonkeyPatch) -> None:
    def build(language: str) -> None:
        raise AssertionError("built although it is in the cache")

    monkeypatch.setattr(lexicons, "_build", build)


@pytest.mark.parametrize("language", ["ar", "en", "es", "ur"])
def test_cached_lexicon_is_the_built_one(language: str, folder: Path, knowledge: Knowledge, monkeypatch) -> None:  # type: ignore[no-untyped-def]
    load(language)
    forbid_building(monkeypatch)
    cached, built = load(language), knowledge.lexicon(language)
    for field in dataclasses.fields(built):
        if not field.name.startswith("_"):
            assert getattr(cached, field.name) == getattr(built, field.name), field.name
    assert cached.facts["no such thing"] == {}, "default dictionaries stay what they were"


def test_extraction_with_a_cached_lexicon_is_the_same(folder: Path, knowledge: Knowledge) -> None:
    load()
    document = read_article(SAMPLE)
    assert extract(document, load()).quads == extract(document, knowledge.lexicon("ar")).quads


@pytest.mark.usefixtures("known")
def test_damaged_cache_is_built_anew_without_a_word(folder: Path, capfd, monkeypatch) -> None:  # type: ignore[no-untyped-def]
    load()
    (path,) = folder.glob("*.pickle")
    whole = path.read_bytes()
    for damaged in (b"", whole[:40], whole[:-1], whole[:5000] + bytes([whole[5000] ^ 1]) + whole[5001:]):
        path.write_bytes(damaged)
        assert load().entries
        assert path.read_bytes() == whole
    assert capfd.readouterr() == ("", "")
    forbid_building(monkeypatch)
    assert load().entries


class Trap:
    def __reduce__(self):  # type: ignore[no-untyped-def]
        return (os.mkdir, ("trap-was-sprung",))


@pytest.mark.usefixtures("known")
@pytest.mark.skipif(sys.platform == "win32", reason="no modes")
@pytest.mark.parametrize("target", ["file", "folder", "link"])
def test_cache_that_others_can_write_to_is_not_unpickled(
    target: str, folder: Path, tmp_path: Path, monkeypatch
) -> None:  # type: ignore[no-untyped-def]
    monkeypatch.chdir(tmp_path)
    load()
    (path,) = folder.glob("*.pickle")
    data = pickle.dumps(Trap())
    import hashlib

    path.write_bytes(hashlib.sha256(data).digest() + data)
    if target == "link":
        path.rename(tmp_path / "elsewhere")
        path.symlink_to(tmp_path / "elsewhere")
    else:
        (path if target == "file" else folder).chmod(0o777)
    assert load().entries
    assert not (tmp_path / "trap-was-sprung").exists()


def test_cache_that_cannot_be_written_is_done_without(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "dadiplo").write_text("a file where the folder should be")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert load().entries
    lexicons.cached_lexicon.cache_clear()


@pytest.mark.usefixtures("known")
def test_changed_data_are_another_cache(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    load()
    monkeypatch.setattr(lexicons, "data_key", lambda: "other-data")
    load()
    assert len(list(folder.glob("*.pickle"))) == 2


def test_language_of_an_article_is_no_path(folder: Path) -> None:
    assert load("../../escaped").language == "../../escaped"
    assert not folder.exists()
