"""Boosted trees learned from annotated texts: how probable something is by a few numbers that measure it.

Each node of a tree asks of one measure whether it is at most a threshold, each leaf adds to the log-odds (J. H.
Friedman, Greedy function approximation: a gradient boosting machine, 2001). They weigh a few measures against each
other where rows of weights weigh many features one by one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TypeAlias

from dadiplo.resources import folder
from dadiplo.weights import logistic

#: A measure, a threshold, and what follows at most at that and above it; or the log-odds that a leaf adds.
Node: TypeAlias = "tuple[str, float, Node, Node] | float"
Trees: TypeAlias = "tuple[Node, ...]"


def read_trees() -> dict[str, Trees]:
    """Return the trees of each file in ``data/trees``, by the name of the file.

    A line is a node, before those that follow it: its depth, then its measure and threshold, or the log-odds of a leaf.
    """
    found = {}
    for path in sorted((folder("data") / "trees").glob("*.tsv")):
        lines = iter(path.read_text(encoding="utf-8").splitlines())
        found[path.stem] = tuple(_tree(line, lines) for line in lines)
    return found


def _tree(line: str, lines: Iterator[str]) -> Node:
    _, first, *threshold = line.split("\t")
    if not threshold:
        return float(first)
    return first, float(threshold[0]), _tree(next(lines), lines), _tree(next(lines), lines)


def probability_by(trees: Trees, measures: Mapping[str, float]) -> float:
    """Return how probable something is by its measures; those that some tree asks for must be among them."""
    log_odds = 0.0
    for node in trees:
        while isinstance(node, tuple):
            measure, threshold, below, above = node
            node = below if measures[measure] <= threshold else above
        log_odds += node
    return logistic(log_odds)
