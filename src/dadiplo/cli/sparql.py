"""``dadiplo sparql``: a query of one's own."""

from __future__ import annotations

import os
import re
import sys
import threading
from collections.abc import Sequence
from pathlib import Path

import click

from dadiplo import results, tables
from dadiplo.cli.common import graph_option, hush, language_option, output_option, read_input, talk, write
from dadiplo.errors import TimeLimitError, UsageError
from dadiplo.export.registry import RDF_WRITERS

#: Formats of ``tables`` that show names; those that share a name with the W3C's are the W3C's here. No row is cited.
TABLES = [name for name in tables.FORMATS if name not in {*results.FORMATS, *tables.CITING}]
GRAPHS = {name: RDF_WRITERS[name][0] for name in ("turtle", "ntriples", "jsonld", "rdfxml")}


@click.command(epilog="Example: dadiplo sparql 'SELECT ?s WHERE { ?s dd:hasAgreementWith state:SLV }'")
@click.argument("query")
@graph_option
@language_option
@output_option
@click.option(
    "-f",
    "--format",
    "fmt",
    type=click.Choice([*TABLES, *results.FORMATS, *GRAPHS]),
    help="json, xml, csv and tsv are the W3C's result formats; table, md, jsonl and html have names beside IRIs; "
    "the others are for CONSTRUCT and DESCRIBE. Default: table on a terminal, csv in a pipe; turtle for triples.",
)
@click.option("--max-rows", type=click.IntRange(min=1), help="Stop after this many rows or triples, and say so.")
@click.option(
    "--timeout",
    type=click.FloatRange(min=0.001),
    default=60.0,
    show_default=True,
    help="Seconds after which the query is stopped.",
)
def command(
    query: str,
    graph: Path | None,
    lang: str,
    output: Path | None,
    fmt: str | None,
    max_rows: int | None,
    timeout: float,
) -> None:
    """Run QUERY: a SPARQL query, a file with one, or - for standard input.

    The query sees the union of all graphs; GRAPH asks one of them. The prefixes of dadiplo are declared. Updates
    and queries that would read a file or call the network are refused.
    """
    from dadiplo.cache import open_graph
    from dadiplo.sparql import run, to_table

    text, name = _query(query)
    store = open_graph(graph, report=talk)
    hush()
    watch = threading.Timer(timeout, _stop, [timeout])
    watch.daemon = True
    watch.start()
    result = run(store, text, name, limit=max_rows)
    watch.cancel()
    if isinstance(result, bool):
        _fitting(fmt, [*TABLES, *results.FORMATS], "ASK")
        word = "true\n" if result else "false\n"
        write(results.TRUTH_FORMATS[fmt](result) if fmt in results.TRUTH_FORMATS else word, output)
    elif isinstance(result, list):
        _fitting(fmt, list(GRAPHS), "CONSTRUCT or DESCRIBE")
        write(GRAPHS[fmt or "turtle"](result), output)
    else:
        _fitting(fmt, [*TABLES, *results.FORMATS], "SELECT")
        fmt = fmt or ("table" if sys.stdout.isatty() and output is None else "csv")
        if fmt in TABLES:
            write(tables.FORMATS[fmt](to_table(store, result, lang)), output)
        else:
            write(results.FORMATS[fmt](result.names, result.rows), output)
        if result.cut:
            print(f"stopped after {max_rows} rows (--max-rows)", file=sys.stderr)


def _fitting(fmt: str | None, fitting: Sequence[str], kind: str) -> None:
    if fmt is not None and fmt not in fitting:
        raise UsageError(f"-f {fmt} cannot show the result of {kind}; choose from {', '.join(fitting)}")


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
