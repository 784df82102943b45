"""The graph that commands read: the shipped one, built once into the user's cache, or one the user names."""

from __future__ import annotations

import os
import sys
import zlib
from collections.abc import Callable
from pathlib import Path

from dadiplo import __version__
from dadiplo.errors import InputError
from dadiplo.resources import folder
from dadiplo.store import Store, format_of, parse, stable

_FOLDERS = ("ontology", "data", "shapes", "queries")
#: The folder of the cache that holds lexicons (``lexicons``); the others hold graphs.
LEXICONS = "lexicons"


def open_graph(path: Path | None = None, *, report: Callable[[str], None] = lambda message: None) -> Store:
    """Return the graph in a file or in a folder that ``build`` wrote, or the shipped graph.

    Raises:
        InputError: the path is no RDF file and no such folder.

    """
    if path is not None:
        return load_graph(path)
    stored = cache_folder() / data_key()
    if not stored.is_dir():
        report("building the graph of the shipped data (once)")
        _fill(stored)
    try:
        return Store.open_folder(stored)
    except OSError:
        # Another version of the store's format, or a damaged cache: the source data are at hand.
        import shutil

        shutil.rmtree(stored, ignore_errors=True)
        _fill(stored)
        return Store.open_folder(stored)


def load_graph(path: Path) -> Store:
    """Return the graph in an RDF file, or in the ``dadiplo.trig`` of a folder."""
    if path.is_dir():
        if not (path / "dadiplo.trig").is_file():
            raise InputError(f"{path}: no dadiplo.trig in this folder; run dadiplo build -o {path}")
        path = path / "dadiplo.trig"
    store = Store()
    try:
        quads = stable(parse(path.read_bytes(), format_of(path), name=str(path)))
    except OSError as error:
        raise InputError(f"{path}: {error.strerror}") from None
    store.extend(quads)
    return store


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


def _fill(stored: Path) -> None:
    import shutil
    import tempfile

    from dadiplo.pipeline import build_graph

    stored.parent.mkdir(parents=True, exist_ok=True)
    temporary = Path(tempfile.mkdtemp(dir=stored.parent, prefix=".building-"))
    try:
        Store.write_folder(temporary / "store", build_graph().quads())
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
