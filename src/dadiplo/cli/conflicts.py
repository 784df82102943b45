"""``dadiplo conflicts``: where sources contradict one another."""

from __future__ import annotations

import json
import shutil
import sys
from pathlib import Path

import click

from dadiplo import tables
from dadiplo.cli.common import graph_option, hush, language_option, output_option, talk, write


@click.command(epilog="Example: dadiplo conflicts 'El Salvador' --lang ar")
@click.argument("thing", metavar="[X]", required=False)
@graph_option
@language_option
@click.option("-f", "--format", "fmt", type=click.Choice(["table", "json", "md"]), default="table", show_default=True)
@click.option("--fail-on", type=click.Choice(["any"]), help="Exit with 1 if there is any contradiction.")
@output_option
def command(
    thing: str | None, graph: Path | None, lang: str, fmt: str, fail_on: str | None, output: Path | None
) -> None:
    """List where two sources give one thing two values that cannot both be true.

    X is a state, body or person that takes part, or the IRI of an event or situation; all if not given. Dates that
    differ in precision only, several offices of one person and later stages are no contradictions.
    """
    from dadiplo.cache import open_graph
    from dadiplo.conflicts import as_objects, as_table, conflicts
    from dadiplo.lookup import find
    from dadiplo.phrases import phrase

    store = open_graph(graph, report=talk)
    hush()
    found = conflicts(store, find(store, thing) if thing else "", lang)
    if fmt == "json":
        write(json.dumps(as_objects(store, found, lang), ensure_ascii=False, indent=1) + "\n", output)
    elif not found:
        print(phrase("no-conflict", lang), file=sys.stderr)
    else:
        table = as_table(store, found, lang)
        columns = shutil.get_terminal_size((100, 24)).columns
        write(tables.as_markdown(table) if fmt == "md" else tables.as_table(table, columns), output)
    if found and fail_on:
        sys.exit(1)
