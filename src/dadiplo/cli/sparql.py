"""``dadiplo sparql``: a query of one's own."""

from __future__ import annotations

import os
import re
import sys
import threading
from pathlib import Path

import click

from dadiplo.cli.common import graph_option, hush, language_option, output_option, read_input, talk, write
from dadiplo.errors import TimeLimitError


@click.command(epilog="Example: dadiplo sparql 'SELECT ?s WHERE { ?s dd:hasAgreementWith state:SLV }'")
@click.argument("query")
@graph_option
@language_option
@output_option
@click.option(
    "-f",
    "--format",
    "fmt",
    type=click.Choice(["table", "md", "json", "jsonl", "csv", "tsv", "turtle"]),
    help="Default: table on a terminal, csv in a pipe; turtle for CONSTRUCT and DESCRIBE.",
)
@click.option(
    "--timeout",
    type=click.FloatRange(min=0.001),
    default=60.0,
    show_default=True,
    help="Seconds after which the query is stopped.",
)
def command(query: str, graph: Path | None, lang: str, output: Path | None, fmt: str | None, timeout: float) -> None:
    """Run QUERY: a SPARQL query, a file with one, or - for standard input.

    The query sees the union of all graphs; GRAPH asks one of them. The prefixes of dadiplo are declared. Updates
    and queries that would read a file or call the network are refused.
    """
    from dadiplo import tables
    from dadiplo.cache import open_graph
    from dadiplo.sparql import run
    from dadiplo.turtle import turtle

    text, name = _query(query)
    store = open_graph(graph, report=talk)
    hush()
    watch = threading.Timer(timeout, _stop, [timeout])
    watch.daemon = True
    watch.start()
    result = run(store, text, name, lang)
    watch.cancel()
    if isinstance(result, bool):
        write(("true" if result else "false") + "\n", output)
    elif isinstance(result, list):
        write(turtle(result), output)
    else:
        fmt = fmt or ("table" if sys.stdout.isatty() and output is None else "csv")
        write(tables.FORMATS[fmt](result), output)


def _query(query: str) -> tuple[str, str]:
    """Return a query and how to call it; one word without braces names a file."""
    if query == "-" or not re.search(r"[\s{<]", query):
        data, name = read_input(query)
        return data.decode("utf-8", "replace"), name
    return query, "query"


def _stop(timeout: float) -> None:
    print(
        f"dadiplo: the query took longer than {timeout:g} s; ask for less, or raise --timeout",
        file=sys.stderr,
        flush=True,
    )
    os._exit(TimeLimitError.exit_code)
