"""Weights learned from annotated texts, and what they add up to."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeAlias

from dadiplo.resources import folder

#: What is shown → how much that speaks for each class, in log-odds.
Weights: TypeAlias = "dict[str, tuple[float, ...]]"

_ALL_LANGUAGES = "*"


def read_weights(language: str) -> dict[str, Weights]:
    """Return the weights of each file in ``data/weights`` for the texts of a language, by the name of the file.

    The columns are the language of a feature (``*`` for all), the feature, and for each class its weight in hundredths.
    """
    found: dict[str, Weights] = {}
    for path in sorted((folder("data") / "weights").glob("*.tsv")):
        weights = found[path.stem] = {}
        for line in path.read_text(encoding="utf-8").splitlines():
            of, feature, *columns = line.split("\t")
            if of in (language, _ALL_LANGUAGES):
                weights[feature] = tuple(int(column) / 100 for column in columns)
    return found


def summed(weights: Weights, shown: Iterable[str], classes: int) -> list[float]:
    """Return how much all that is shown speaks for each of some classes; what has no weight says nothing."""
    found = [row for feature in shown if (row := weights.get(feature)) is not None]
    return [sum(column) for column in zip(*found, strict=True)] if found else [0.0] * classes
