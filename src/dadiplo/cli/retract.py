"""``dadiplo retract``: what falls with a source."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from dadiplo.cli.common import graph_option, hush, language_option, talk, write
from dadiplo.errors import UsageError


@click.command(epilog="Example: dadiplo retract pakistan-el-salvador-bitcoin --dry-run")
@click.argument("source")
@graph_option
@language_option
@click.option("--dry-run", is_flag=True, help="Only say what would fall and what would survive.")
@click.option(
    "-o", "--output", type=click.Path(path_type=Path, file_okay=False), help="Folder for the graph without the source."
)
def command(source: str, graph: Path | None, lang: str, dry_run: bool, output: Path | None) -> None:
    """Take a source (its name, address or IRI) back: what rests on it alone falls, the rest survives."""
    from dadiplo.cache import open_graph
    from dadiplo.lookup import label
    from dadiplo.output import write_build
    from dadiplo.phrases import phrase
    from dadiplo.pipeline import Build, complete
    from dadiplo.retraction import find_source, retract, with_links

    if not dry_run and output is None:
        raise UsageError("say --dry-run, or -o FOLDER for the graph without the source")
    store = open_graph(graph, report=talk)
    found = retract(store, find_source(store, source))
    talk("inferring anew")
    complete(found.store)
    found = with_links(found, store)
    hush()
    lines = [phrase("falls", lang, thing=label(store, iri, lang)) for iri in found.falls]
    lines += [phrase("survives", lang, thing=label(store, iri, lang), count=count) for iri, count in found.survives]
    for iri, prop in found.closes:
        lines.append(
            phrase("contradiction-closes", lang, thing=label(store, iri, lang), property=label(store, prop, lang))
        )
    for link in found.links:
        lines.append(phrase("lost-link", lang, thing=" ".join(label(store, part, lang) for part in link.split(" "))))
    write("".join(line + "\n" for line in lines or [phrase("nothing-rests", lang)]), None)
    if output is not None and not dry_run:
        write_build(output, Build(found.store, []), lang)
        print(f"→ {output}", file=sys.stderr)
