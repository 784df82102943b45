"""``dadiplo gaps``: what is not known of a thing."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import click

from dadiplo import tables
from dadiplo.cli.common import graph_option, hush, language_option, output_option, talk, write


@click.command(epilog="Example: dadiplo gaps Pakistan --lang ar")
@click.argument("thing", metavar="X")
@graph_option
@language_option
@click.option("--cite", is_flag=True, help="Number the sources of each row and list them.")
@click.option("--limit", type=click.IntRange(min=1), default=20, show_default=True, help="How many rows.")
@click.option(
    "-f", "--format", "fmt", type=click.Choice(list(tables.FORMATS)), help="Default: table on a terminal, else csv."
)
@output_option
def command(
    thing: str, graph: Path | None, lang: str, cite: bool, limit: int, fmt: str | None, output: Path | None
) -> None:
    """List what is not known of X, the most pressing first: contradictions, plans without outcome, missing facts.

    X is a state, body, person or event, by code, name or IRI (agreement:pak-slv-letter-of-intent-1).
    """
    from dadiplo.cache import open_graph
    from dadiplo.gaps import as_table, checked, gaps
    from dadiplo.lookup import find, label
    from dadiplo.phrases import phrase

    store = open_graph(graph, report=talk)
    hush()
    iri = find(store, thing)
    found = gaps(store, iri, lang)
    if not found:
        print(phrase("no-gap", lang, thing=label(store, iri, lang), count=checked()), file=sys.stderr)
        return
    fmt = fmt or ("table" if sys.stdout.isatty() and output is None else "csv")
    table = as_table(store, found[:limit], lang, cited=cite or fmt in tables.CITING)
    columns = shutil.get_terminal_size((100, 24)).columns
    write(tables.as_table(table, columns) if fmt == "table" else tables.FORMATS[fmt](table), output)
    if len(found) > limit:
        print(phrase("and-more", lang, count=len(found) - limit) + " (--limit)", file=sys.stderr)
