"""What the program says of data, in the language asked for (``phrases.ttl``, ``analysis.ttl`` … in ``data/``)."""

from __future__ import annotations

from functools import lru_cache

from dadiplo.resources import VOCAB, folder
from dadiplo.store import Literal, parse, triple_of
from dadiplo.tables import isolate


@lru_cache(maxsize=4)
def _phrases(file: str) -> dict[tuple[str, str], str]:
    path = folder("data") / f"{file}.ttl"
    return {
        (subject.value.removeprefix(VOCAB + "phrase/"), obj.language or ""): obj.value
        for subject, _, obj in map(triple_of, parse(path.read_bytes(), "turtle", name=str(path)))
        if isinstance(obj, Literal)
    }


def phrase(name: str, language: str = "en", file: str = "phrases", **slots: object) -> str:
    """Return a sentence of a file with its slots filled; each filling keeps its own direction of writing."""
    table = _phrases(file)
    template = table.get((name, language)) or table[name, "en"]
    return template.format(**{slot: isolate(str(value)) for slot, value in slots.items()})


def phrases(file: str) -> dict[str, dict[str, str]]:
    """Return all sentences of a file: language → name → sentence."""
    found: dict[str, dict[str, str]] = {}
    for (name, language), text in sorted(_phrases(file).items()):
        found.setdefault(language, {})[name] = text
    return found
