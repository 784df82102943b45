"""Quality gates: how much there is, how complete it is and that no audit finds anything, each a query with a bound."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from dadiplo.resources import folder
from dadiplo.store import Literal, Store
from dadiplo.validation import Report

_HEADER = re.compile(r"^#\+ (summary|minimum)(?:@([a-z]{2}))?: (.*)$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Gate:
    """A measured value with its bound."""

    name: str
    summary: str
    value: float
    bound: float
    #: Whether the value may be greater, rather than smaller, than the bound.
    at_least: bool = True

    @property
    def is_share(self) -> bool:
        """Whether the value is a part of one rather than a count."""
        return self.at_least and self.bound <= 1

    @property
    def passed(self) -> bool:
        """Whether the value is good enough."""
        return self.value >= self.bound if self.at_least else self.value <= self.bound


def gates(store: Store, report: Report, language: str = "en") -> list[Gate]:
    """Return the gates of ``queries/gates`` measured on a graph, then the audits with what they found, by name.

    Args:
        store: the graph.
        report: what its validation found.
        language: of the sentences that say what each gate asks for.

    """
    result = []
    for path in sorted((folder("queries") / "gates").glob("*.rq")):
        told = _header(path)
        _, rows = store.select(path.read_text(encoding="utf-8"))
        term = next(iter(rows))[0]
        value = float(term.value) if isinstance(term, Literal) else 0.0
        result.append(Gate(path.stem, _summary(told, language), value, float(told["minimum", "en"])))
    for path in sorted((folder("queries") / "audit").glob("*.rq")):
        found = sum(item.shape == path.stem for item in report.results)
        result.append(Gate(path.stem, _summary(_header(path), language), found, 0, at_least=False))
    return result


def gates_text(measured: list[Gate]) -> str:
    """Return the gates as a table, a failed one with the sentence that says what it asks for."""
    lines = [f"{'gate':<28} {'value':>8} {'bound':>8}"]
    for gate in measured:
        digits = 3 if gate.is_share else 0
        bound = f"{'≥' if gate.at_least else '≤'} {gate.bound:.{digits}f}"
        failed = "" if gate.passed else f"  FAILED: {gate.summary}"
        lines.append(f"{gate.name:<28} {gate.value:>8.{digits}f} {bound:>8}{failed}")
    return "\n".join(lines) + "\n"


def _header(path: Path) -> dict[tuple[str, str], str]:
    text = path.read_text(encoding="utf-8")
    return {(key, tag or "en"): value for key, tag, value in _HEADER.findall(text)}


def _summary(told: dict[tuple[str, str], str], language: str) -> str:
    return told.get(("summary", language)) or told["summary", "en"]
