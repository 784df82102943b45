"""``dadiplo report``: one page on a state, body, person or agreement."""

from __future__ import annotations

from pathlib import Path

import click

from dadiplo.cli.common import graph_option, hush, language_option, output_option, talk, write


@click.command(epilog="Example: dadiplo report Pakistan -o pakistan.html")
@click.argument("thing", metavar="X")
@graph_option
@language_option
@click.option(
    "-f",
    "--format",
    "fmt",
    type=click.Choice(["html", "md"]),
    help="Default: by the ending of the output file, else md.",
)
@output_option
def command(thing: str, graph: Path | None, lang: str, fmt: str | None, output: Path | None) -> None:
    """Write one page on X: facts, timeline, partners, answers, quotes with footnotes, and what is not known.

    X is a state, body or person, by code or name, or the IRI of an event (agreement:pak-slv-letter-of-intent-1).
    The page has no scripts and needs no network.
    """
    from dadiplo.cache import open_graph
    from dadiplo.lookup import find
    from dadiplo.report import FORMATS, report

    store = open_graph(graph, report=talk)
    hush()
    told = report(store, find(store, thing), lang)
    named = output is not None and output.suffix.lower() in (".html", ".htm")
    write(FORMATS[fmt or ("html" if named else "md")](told), output)
