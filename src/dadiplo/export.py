"""The graph in other formats; each is one registered function from quads to a document."""

from __future__ import annotations

from collections.abc import Callable

from dadiplo.jsonld import jsonld
from dadiplo.store import Quad, serialize
from dadiplo.turtle import trig, turtle

Exporter = Callable[[list[Quad]], str | bytes]

#: Name on the command line → function; the command's choices are these keys.
EXPORTERS: dict[str, Exporter] = {}


def exporter(name: str) -> Callable[[Exporter], Exporter]:
    """Register a function under the name of its format."""

    def register(function: Exporter) -> Exporter:
        EXPORTERS[name] = function
        return function

    return register


@exporter("turtle")
def to_turtle(quads: list[Quad]) -> str:
    """All graphs together as Turtle."""
    return turtle(quads)


@exporter("trig")
def to_trig(quads: list[Quad]) -> str:
    """Every graph by itself as TriG."""
    return trig(quads)


@exporter("nquads")
def to_nquads(quads: list[Quad]) -> bytes:
    """N-Quads, sorted."""
    return serialize(sorted(quads, key=str), "nquads")


@exporter("jsonld")
def to_jsonld(quads: list[Quad]) -> str:
    """JSON-LD with named graphs and a readable context."""
    return jsonld(quads)
