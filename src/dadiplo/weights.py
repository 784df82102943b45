"""Weights learned from annotated texts, what they add up to, and the senses of words they are learned of."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import repeat
from math import exp
from typing import TypeAlias

from dadiplo.resources import folder

#: How much something speaks for each class, in hundredths of log-odds, all classes in one number, each ``_SIZE`` times
#: the one before: rows are added for all classes at once. And what is shown → how much that does.
Row: TypeAlias = int
Weights: TypeAlias = "dict[str, Row]"
#: What a word means, one or several of a kind.
Senses: TypeAlias = "tuple[str, ...]"
_SIZE, _HUNDREDTHS = 1 << 32, 100

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
                weights[feature] = packed(map(int, columns))
    return found


def read_senses(language: str) -> tuple[dict[str, Senses], dict[str, Senses]]:
    """Return the words of a language in ``data/senses``, folded, with their supersenses, and those with glosses.

    Supersenses are coarse classes of meaning (M. Ciaramita and M. Johnson, Supersense tagging of unknown nouns, 2003),
    a gloss is the plain English word that means the same. Both are the same in all languages: a word that no annotated
    text has shares what was learned of others of its class or gloss.
    """
    path = folder("data") / "senses" / f"{language}.tsv"
    supersenses: dict[str, Senses] = {}
    glosses: dict[str, Senses] = {}
    # The same senses are one object: a lexicon with them is kept smaller and loaded faster.
    shared: dict[str, Senses] = {}
    for line in path.read_text(encoding="utf-8").splitlines() if path.exists() else ():
        if line.startswith("#"):
            continue
        word, *columns = line.split("\t")
        for found, senses in zip((supersenses, glosses), columns, strict=False):
            found[word] = shared.setdefault(senses, tuple(senses.split(" ")))
    return supersenses, glosses


def probability(weights: Weights, shown: Iterable[str]) -> float:
    """Return how probable the only class of some weights is, by what is shown of something."""
    return logistic(unpacked(summed(weights, shown), 1)[0])


def summed(weights: Weights, shown: Iterable[str]) -> Row:
    """Return what all that is shown of something speaks together, each once however often it is shown."""
    return sum(map(weights.get, set(shown), repeat(0)))


def logistic(log_odds: float) -> float:
    """Return the probability that log-odds stand for."""
    return 1 / (1 + exp(-log_odds))


def packed(columns: Iterable[int]) -> Row:
    """Return a row of weights, in hundredths, from those of the classes in order."""
    return sum(weight * _SIZE**at for at, weight in enumerate(columns))


def unpacked(row: Row, classes: int) -> list[float]:
    """Return how much a row of weights, or several added, speaks for each of some classes, in log-odds."""
    found = []
    for _ in range(classes):
        # The lowest class can be below zero and has then borrowed from the next.
        lowest = (row + _SIZE // 2) % _SIZE - _SIZE // 2
        found.append(lowest / _HUNDREDTHS)
        row = (row - lowest) // _SIZE
    return found
