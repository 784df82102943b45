"""What commands say of data, in the language asked for (``data/phrases.ttl``)."""

from __future__ import annotations

from functools import lru_cache

from dadiplo.resources import VOCAB, folder
from dadiplo.store import Literal, parse, triple_of
from dadiplo.tables import isolate


@lru_cache(maxsize=1)
def _phrases() -> dict[tuple[str, str], str]:
    path = folder("data") / "phrases.ttl"
    return {
        (subject.value.removeprefix(VOCAB + "phrase/"), obj.language or ""): obj.value
        for subject, _, obj in map(triple_of, parse(path.read_bytes(), "turtle", name=str(path)))
        if isinstance(obj, Literal)
    }


def phrase(name: str, language: str = "en", **slots: object) -> str:
    """Return a sentence with its slots filled; each filling keeps its own direction of writing."""
    template = _phrases().get((name, language)) or _phrases()[name, "en"]
    return template.format(**{slot: isolate(str(value)) for slot, value in slots.items()})
