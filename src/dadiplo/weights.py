"""The weights by which events are detected, as they were learned from annotated texts."""

from __future__ import annotations

from dadiplo.resources import folder

_ALL_LANGUAGES = "*"


def read_weights(language: str) -> dict[str, tuple[float, ...]]:
    """Return what sentences of a language show of themselves → how much that speaks for each type of event.

    The columns of ``data/weights/events.tsv`` are the language of a feature (``*`` for all), the feature, and for each
    type of event its weight in hundredths of log-odds.
    """
    found: dict[str, tuple[float, ...]] = {}
    for line in (folder("data") / "weights" / "events.tsv").read_text(encoding="utf-8").splitlines():
        of, feature, *weights = line.split("\t")
        if of in (language, _ALL_LANGUAGES):
            found[feature] = tuple(int(weight) / 100 for weight in weights)
    return found
