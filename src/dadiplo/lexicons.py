"""The shipped lexicons, built once into the user's cache: an extraction starts in the time it takes to load one.

A cache file is the digest of what follows and a pickle. It is read only from a folder and a file that belong to the
user and that nobody else can write to, because a pickle can run code; anything else is built anew.
"""

from __future__ import annotations

import dataclasses
import gc
import hashlib
import os
import pickle
import re
import stat
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from typing import Any

from dadiplo.cache import LEXICONS, cache_folder, data_key
from dadiplo.labels import Entry
from dadiplo.lexicon import Lexicon

_DIGEST = 32
#: How many files of earlier states of the data are left in the folder.
_KEPT = 12


@lru_cache(maxsize=8)
def cached_lexicon(language: str) -> Lexicon:
    """Return the shipped lexicon of a language, from the cache if it has one of the data as they are.

    A cache that is damaged, of other data, or not the user's alone is replaced without a word; one that cannot be
    written is done without.
    """
    if not re.fullmatch(r"[a-z]{2,3}", language):
        return _build(language)
    path = cache_folder() / LEXICONS / f"{data_key()}-{language}.pickle"
    found = _load(path, language)
    if found is None:
        found = _build(language)
        _save(path, found)
    # A lexicon stays. Collections that walk its hundred thousand objects again and again find nothing.
    gc.freeze()
    return found


@contextmanager
def uncollected() -> Iterator[None]:
    """Put off the collection of garbage while many small objects are made, of which it would find next to none."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


def _build(language: str) -> Lexicon:
    from dadiplo.pipeline import load_knowledge

    return load_knowledge().lexicon(language)


def _load(path: Path, language: str) -> Lexicon | None:
    try:
        if not _is_private(path.parent) or not _is_private(path):
            return None
        data = path.read_bytes()
        if hashlib.sha256(data[_DIGEST:]).digest() != data[:_DIGEST]:
            return None
        # Collections while a hundred thousand small objects are made would double the time.
        with uncollected():
            return _filled(language, pickle.loads(data[_DIGEST:]))
    except (OSError, pickle.UnpicklingError, AttributeError, ImportError, EOFError, TypeError, KeyError):
        return None


def _save(path: Path, lexicon: Lexicon) -> None:
    # What is remembered of texts is not kept.
    kept = [field.name for field in dataclasses.fields(lexicon) if not field.name.startswith("_")]
    values = {name: _plain(getattr(lexicon, name)) for name in kept}
    values["entries"] = {word: pickle.dumps(entries, protocol=5) for word, entries in lexicon.entries.items()}
    data = pickle.dumps(values, protocol=5)
    temporary = None
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=".building-")
        with os.fdopen(handle, "wb") as file:
            file.write(hashlib.sha256(data).digest() + data)
        os.replace(temporary, path)
        _forget_old(path.parent)
    except OSError:
        if temporary is not None:
            Path(temporary).unlink(missing_ok=True)


def _is_private(path: Path) -> bool:
    """Tell whether a file or folder is the user's own and nobody else can write to it."""
    status = path.lstat()
    if stat.S_ISLNK(status.st_mode):
        return False
    # On Windows the local application data are the user's own.
    return sys.platform == "win32" or (status.st_uid == os.getuid() and not status.st_mode & 0o022)


class _Entries(Mapping[str, list[Entry]]):
    """Labels by their first word, which stay pickled until they are asked for: few of all words stand in an article."""

    def __init__(self, pickled: dict[str, bytes]) -> None:
        self._pickled = pickled
        self._read: dict[str, list[Entry]] = {}

    def __getitem__(self, word: str) -> list[Entry]:
        found = self._read.get(word)
        if found is None:
            found = self._read[word] = pickle.loads(self._pickled[word])
        return found

    def __contains__(self, word: object) -> bool:
        return word in self._pickled

    def get(self, word: str, default: Any = None) -> Any:
        return self[word] if word in self._pickled else default

    def __iter__(self) -> Iterator[str]:
        return iter(self._pickled)

    def __len__(self) -> int:
        return len(self._pickled)


def _plain(value: Any) -> Any:
    """Return a value with its default dictionaries, whose factories cannot be pickled, as plain ones."""
    if isinstance(value, defaultdict):
        return {key: _plain(item) for key, item in value.items()}
    return value


def _filled(language: str, values: dict[str, Any]) -> Lexicon:
    """Return a lexicon with these values; its own default dictionaries are kept and filled."""
    lexicon = Lexicon(language)
    for name, value in values.items():
        own = getattr(lexicon, name)
        if name == "entries":
            lexicon.entries = _Entries(value)
        elif isinstance(own, defaultdict):
            _fill(own, value)
        else:
            setattr(lexicon, name, value)
    return lexicon


def _fill(target: defaultdict[Any, Any], values: dict[Any, Any]) -> None:
    assert target.default_factory is not None
    if isinstance(target.default_factory(), defaultdict):
        for key, inner in values.items():
            _fill(target[key], inner)
    else:
        target.update(values)


def _forget_old(parent: Path) -> None:
    files = sorted(parent.glob("*.pickle"), key=lambda path: path.stat().st_mtime)
    for path in files[:-_KEPT]:
        path.unlink(missing_ok=True)
