"""What an analysis is: a function from a graph and a request to rows, registered under the name users type."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from dadiplo.network import Event, Selection
from dadiplo.resources import DD
from dadiplo.store import Store


@dataclass(frozen=True, slots=True)
class Names:
    """Things of the graph, shown by their names with commas between; ``counts`` stand behind them in brackets."""

    iris: tuple[str, ...]
    counts: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Words:
    """A sentence of ``data/analysis.ttl`` with what fills its slots; in ``Names`` it is in the language asked for."""

    phrase: str
    slots: tuple[tuple[str, object], ...] = ()


#: What a cell can hold: a thing (``Names`` of one), several things, sentences, a number, or a text such as a date.
Value: TypeAlias = Names | Words | tuple[Words, ...] | int | float | str


@dataclass(frozen=True, slots=True)
class Row:
    """The values of a row, and the events on which it rests."""

    values: tuple[Value, ...]
    events: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Result:
    """Rows, the best first, and what has to be known to read them."""

    rows: tuple[Row, ...]
    notes: tuple[Words, ...] = ()


@dataclass(frozen=True, slots=True)
class Request:
    """What is asked: which events count, among which agents, about whom; days are ISO 8601.

    ``limit`` is the most rows wanted, 0 for all; ``start`` and ``end`` are the days that ``changes`` compares,
    ``split`` the day up to which a back-test learns. An empty string leaves the choice to the analysis.
    """

    selection: Selection = field(default_factory=Selection)
    level: str = ""
    about: str = ""
    limit: int = 0
    start: str = ""
    end: str = ""
    split: str = ""


@dataclass(frozen=True, slots=True)
class Analysis:
    """A registered analysis: its columns, the levels of agents it can take, and what else it asks for."""

    name: str
    columns: tuple[str, ...]
    run: Callable[[Store, Request], Result]
    #: Levels of agents, the default first; none if the analysis has its own.
    levels: tuple[str, ...]
    #: Rows shown if no limit is given; 0 for all.
    limit: int
    #: ``about`` (a thing may be named), ``about!`` (it must be), ``period``, ``split``.
    options: frozenset[str]
    #: Classes of events that it speaks of; all if none.
    areas: tuple[str, ...]
    #: Columns that a table on a terminal leaves out, to have room for words.
    details: frozenset[str]


ANALYSES: dict[str, Analysis] = {}


def analysis(
    name: str,
    columns: str,
    *,
    levels: Sequence[str] = (),
    limit: int = 10,
    options: Sequence[str] = (),
    areas: Sequence[str] = (),
    details: str = "",
) -> Callable[[Callable[[Store, Request], Result]], Callable[[Store, Request], Result]]:
    """Return a decorator that registers an analysis; see ``Analysis``. ``columns`` are names with spaces between."""

    def register(function: Callable[[Store, Request], Result]) -> Callable[[Store, Request], Result]:
        ANALYSES[name] = Analysis(
            name,
            tuple(columns.split()),
            function,
            tuple(levels),
            limit,
            frozenset(options),
            tuple(areas),
            frozenset(details.split()),
        )
        return function

    return register


def name(iri: str) -> Names:
    """Return the cell of one thing."""
    return Names((iri,) if iri else ())


def say(phrase: str, **slots: object) -> Words:
    """Return a sentence with its slots."""
    return Words(phrase, tuple(slots.items()))


def top(rows: Sequence[Row], limit: int) -> tuple[Row, ...]:
    """Return the first rows, all if the limit is 0."""
    return tuple(rows[:limit] if limit else rows)


def kind_of(event: Event) -> str:
    """Return the IRI of what an event is: its kind, or its class if it has none or the kind is but its format."""
    return event.kind if event.kind and "/meeting-format/" not in event.kind else DD + event.type


def days(events: Sequence[Event]) -> tuple[str, str]:
    """Return the first and the last day that dated events can mean; empty strings if none is dated."""
    dated = [event for event in events if event.latest]
    return min((event.earliest for event in dated), default=""), max((event.latest for event in dated), default="")
