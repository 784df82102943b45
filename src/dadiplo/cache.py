"""The graph that commands read: the shipped one, built once into the user's cache, or one the user names.

A large file that the user names is read once: it is kept in the cache under the digest of its content.
"""

from __future__ import annotations

import os
import sys
import zlib
from collections.abc import Callable
from pathlib import Path

from dadiplo import __version__
from dadiplo.errors import InputError
from dadiplo.resources import folder
from dadiplo.store import Quad, Store, format_of, parse, stable

_FOLDERS = ("ontology", "data", "shapes", "queries")
#: The folder of the cache that holds lexicons (``lexicons``); the others hold graphs.
LEXICONS = "lexicons"
#: Bytes from which a file is kept as a store: smaller ones are read faster than the store is opened twice.
LARGE = 5_000_000


def open_graph(path: Path | None = None, *, report: Callable[[str], None] = lambda message: None) -> Store:
    """Return the graph in a file or in a folder that ``build`` wrote, or the shipped graph.

    Raises:
        InputError: the path is no RDF file and no such folder.

    """
    if path is None:
        return _stored(data_key(), _built, "building the graph of the shipped data (once)", report)
    path, data = _content(path)
    if len(data) < LARGE:
        return _loaded(path, data)
    import hashlib

    key = f"{__version__}-{hashlib.sha256(format_of(path).encode() + data).hexdigest()[:32]}"
    try:
        return _stored(key, lambda: _quads(path, data), f"reading {path} (once)", report)
    except OSError:
        # Without a cache that can be written to, it is read each time.
        return _loaded(path, data)


def load_graph(path: Path) -> Store:
    """Return the graph in an RDF file, or in the ``dadiplo.trig`` of a folder, in memory: it may be changed."""
    return _loaded(*_content(path))


def _loaded(path: Path, data: bytes) -> Store:
    store = Store()
    store.extend(_quads(path, data))
    return store


def _quads(path: Path, data: bytes) -> list[Quad]:
    return stable(parse(data, format_of(path), name=str(path)))


def _content(path: Path) -> tuple[Path, bytes]:
    """Return the file that a path means, and what is in it."""
    if path.is_dir():
        if not (path / "dadiplo.trig").is_file():
            raise InputError(f"{path}: no dadiplo.trig in this folder; run dadiplo build -o {path}")
        path = path / "dadiplo.trig"
    try:
        return path, path.read_bytes()
    except OSError as error:
        raise InputError(f"{path}: {error.strerror}") from None


def _built() -> list[Quad]:
    from dadiplo.pipeline import build_graph

    return build_graph().quads()


def _stored(key: str, quads: Callable[[], list[Quad]], doing: str, report: Callable[[str], None]) -> Store:
    """Return the store of a key from the cache; what is not there is written first."""
    stored = cache_folder() / key
    if not stored.is_dir():
        report(doing)
        _fill(stored, quads())
    try:
        return Store.open_folder(stored)
    except OSError:
        # Another version of the store's format, or a damaged cache: the source data are at hand.
        import shutil

        shutil.rmtree(stored, ignore_errors=True)
        _fill(stored, quads())
        return Store.open_folder(stored)


def cache_folder() -> Path:
    """Return the folder for caches, as the XDG base directory specification says."""
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA") or str(Path.home() / "AppData" / "Local")
    else:
        base = os.environ.get("XDG_CACHE_HOME") or str(Path.home() / ".cache")
    return Path(base) / "dadiplo"


def data_key() -> str:
    """Return a name for the state of the shipped files and of this program."""
    parts = [__version__]
    tops = [folder(name) for name in _FOLDERS] + [Path(__file__).parent]
    for top in tops:
        parts += [str(top), *_stamps(str(top))]
    data = "\n".join(parts).encode()
    return f"{__version__}-{zlib.crc32(data):08x}{zlib.adler32(data):08x}"


def _stamps(top: str) -> list[str]:
    found = []
    for entry in sorted(os.scandir(top), key=lambda item: item.name):
        if entry.is_dir():
            if entry.name != "__pycache__":
                found += _stamps(entry.path)
        else:
            status = entry.stat()
            found.append(f"{entry.path}:{status.st_size}:{status.st_mtime_ns}")
    return found


def _fill(stored: Path, quads: list[Quad]) -> None:
    import shutil
    import tempfile

    stored.parent.mkdir(parents=True, exist_ok=True)
    temporary = Path(tempfile.mkdtemp(dir=stored.parent, prefix=".building-"))
    try:
        Store.write_folder(temporary / "store", quads)
        os.replace(temporary / "store", stored)
    except OSError:
        if not stored.is_dir():
            raise
    finally:
        shutil.rmtree(temporary, ignore_errors=True)
    _forget_old(stored)


def _forget_old(stored: Path) -> None:
    """Keep the newest few caches only; each state of the data has its own."""
    import shutil

    graphs = (
        path for path in stored.parent.iterdir() if path.is_dir() and path not in (stored, stored.parent / LEXICONS)
    )
    others = sorted(graphs, key=lambda path: path.stat().st_mtime)
    for path in others[:-3]:
        shutil.rmtree(path, ignore_errors=True)
