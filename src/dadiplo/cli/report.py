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

    HTML has pictures too: a map or the network of partners, and the events over the years.

    X is a state, body or person, by code or name, or the IRI of an event (agreement:pak-slv-letter-of-intent-1).
    The page has no scripts and needs no network.
    """
    from dadiplo.cache import open_graph
    from dadiplo.lookup import find
    from dadiplo.report import FORMATS, report

    store = open_graph(graph, report=talk)
    named = output is not None and output.suffix.lower() in (".html", ".htm")
    fmt = fmt or ("html" if named else "md")
    iri = find(store, thing)
    hush()
    told = report(store, iri, lang)
    if fmt == "html":
        from dadiplo.pictures.illustrations import illustrations

        write(FORMATS[fmt](told, illustrations(store, iri, lang)), output)
        return
    write(FORMATS[fmt](told, ()), output)
