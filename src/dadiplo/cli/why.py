"""``dadiplo why``: how two states, bodies or persons are linked, and where it is written."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from dadiplo.cli.common import graph_option, hush, language_option, output_option, talk, write
from dadiplo.cli.selection import as_of_option, modality_option
from dadiplo.errors import UsageError


@click.command(epilog="Example: dadiplo why Pakistan 'El Salvador'")
@click.argument("one", metavar="A")
@click.argument("other", metavar="B")
@graph_option
@language_option
@as_of_option
@modality_option
@click.option("--limit", type=click.IntRange(1, 50), default=3, show_default=True, help="How many paths.")
@click.option("--hops", type=click.IntRange(1, 8), default=4, show_default=True, help="How long a path may be.")
@click.option(
    "-f", "--format", "fmt", type=click.Choice(["text", "md", "json", "trig"]), default="text", show_default=True
)
@output_option
def command(
    one: str,
    other: str,
    graph: Path | None,
    lang: str,
    as_of: str | None,
    modality: str | None,
    limit: int,
    hops: int,
    fmt: str,
    output: Path | None,
) -> None:
    """Say how A and B are linked: the shortest and the strongest paths over events and situations.

    A and B are states, bodies or persons, by code or by name in any of the four languages. Every hop has its event
    with date and modality, the quotes and the sources. The exit code is 1 if no path is found.
    """
    from dadiplo.cache import open_graph
    from dadiplo.explanation import FORMATS, near_miss
    from dadiplo.filters import selection
    from dadiplo.lookup import find
    from dadiplo.paths import why

    store = open_graph(graph, report=talk)
    hush()
    start, end = find(store, one), find(store, other)
    if start == end:
        raise UsageError(f"{one!r} and {other!r} are the same; name two")
    chosen = selection(store, modality=modality or "", as_of=as_of or "")
    found = why(store, start, end, chosen, limit=limit, hops=hops)
    if not found.paths:
        print(near_miss(store, found, lang), file=sys.stderr)
        sys.exit(1)
    write(FORMATS[fmt](store, found, lang), output)
