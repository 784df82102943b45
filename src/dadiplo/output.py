"""What a build is written to: the graph in three forms, their digests, and what validation found."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable
from functools import partial
from pathlib import Path

from dadiplo.errors import InputError
from dadiplo.export.jsonld import jsonld, lines_of
from dadiplo.export.turtle import Blocks, blocks_of, trig, turtle
from dadiplo.gates import Gate, gates, gates_text
from dadiplo.pipeline import Build
from dadiplo.processes import beside
from dadiplo.store import IRI, BlankNode, Quad, triple_of
from dadiplo.validation import Report, report_text

#: What ``build`` writes the graph to: file name → writer, and reader of the blocks of what it wrote.
GRAPH_FILES: dict[str, tuple[Callable[..., str], Callable[[str], Blocks]]] = {
    "dadiplo.trig": (trig, blocks_of),
    "dadiplo.ttl": (turtle, blocks_of),
    "dadiplo.jsonld": (jsonld, lines_of),
}
#: SHA-256 of the graph's files, in the form that ``sha256sum --check`` reads.
DIGESTS = "dadiplo.sha256"


def write_build(
    target: Path, built: Build, language: str = "en", earlier: Path | None = None
) -> tuple[Report, list[Gate]]:
    """Validate a build and write it into a folder: the graph's files, their digests and ``validation.txt``.

    Each graph file is written by a process of its own where the system can fork, while this one validates.

    Args:
        target: the folder.
        built: what to write.
        language: of the report.
        earlier: the folder of the build that ``built`` adds to. What it says of subjects that are unchanged is copied
            from its files, if they are as that build wrote them.

    Raises:
        InputError: a file could not be written.

    """
    altered, quads = built.altered, []
    if altered is not None and earlier is not None and _as_written(earlier):
        quads = [quad for node in altered for quad in built.store.describe(node)]
    # Blank nodes have names that depend on all of them.
    if not quads or any(isinstance(term, BlankNode) for quad in quads for term in triple_of(quad)):
        altered, quads = None, list(built.store)
    target.mkdir(parents=True, exist_ok=True)
    writers = {name: beside(partial(_write_graph_file, target, name, quads, altered, earlier)) for name in GRAPH_FILES}
    report = built.validate()
    measured = gates(built.store, report, language)
    _write_whole(target / "validation.txt", gates_text(measured) + "\n" + report_text(report, language))
    for name, written in writers.items():
        try:
            written()
        except EOFError:
            raise InputError(f"{target / name}: could not be written") from None
    _write_whole(target / DIGESTS, _digests(target))
    return report, measured


def _write_graph_file(
    target: Path, name: str, quads: list[Quad], altered: frozenset[IRI | BlankNode] | None, earlier: Path | None
) -> None:
    write, read = GRAPH_FILES[name]
    kept = {}
    if altered is not None and earlier is not None:
        replaced = {node.value for node in altered}
        for graph, blocks in read((earlier / name).read_text(encoding="utf-8")).items():
            kept[graph] = {subject: block for subject, block in blocks.items() if subject not in replaced}
    _write_whole(target / name, write(quads, {graph: blocks for graph, blocks in kept.items() if blocks}))


def _as_written(folder: Path) -> bool:
    """Tell whether the graph's files in a folder are as one build wrote them, with blank nodes only inside blocks."""
    try:
        told = (folder / DIGESTS).read_text(encoding="utf-8")
        return told == _digests(folder) and b"\n    _:" not in (folder / "dadiplo.trig").read_bytes()
    except OSError:
        return False


def _digests(folder: Path) -> str:
    return "".join(f"{hashlib.sha256((folder / name).read_bytes()).hexdigest()}  {name}\n" for name in GRAPH_FILES)


def _write_whole(path: Path, text: str) -> None:
    """Write a file whole or not at all."""
    temporary = path.with_name(f".{path.name}.{os.getpid()}")
    temporary.write_bytes(text.encode("utf-8"))
    os.replace(temporary, path)
