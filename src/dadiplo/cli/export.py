"""``dadiplo export``: the graph, or a part of it, in another format."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from dadiplo.cli.common import graph_option, hush, language_option, output_option, talk, write
from dadiplo.cli.selection import selection_options
from dadiplo.errors import InputError, UsageError
from dadiplo.excerpts import Excerpt
from dadiplo.export.registry import FORMATS, Content
from dadiplo.network import LEVELS


class Export(click.Command):
    """A command whose help lists the registered formats."""

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options, then the formats."""
        super().format_options(ctx, formatter)
        for heading, network in (("RDF formats", False), ("Network formats", True)):
            rows = [(name, fmt.summary) for name, fmt in FORMATS.items() if fmt.network == network]
            if rows:
                with formatter.section(heading):
                    formatter.write_dl(rows)


@click.command(
    cls=Export,
    epilog="Example: dadiplo export gexf --level states --since 2025 -o states.gexf     "
    "or: dadiplo export turtle --about SV -o sv.ttl",
)
@click.argument("fmt", metavar="FORMAT", type=click.Choice(list(FORMATS)))
@graph_option
@output_option
@language_option
@click.option("--without-inferred", is_flag=True, help="RDF: leave out what was inferred.")
@click.option("--source", metavar="S", help="Only what a source says: its name, address or IRI.")
@click.option("--about", metavar="X", help="Only what surrounds a state, body, person or (by IRI) an event.")
@click.option(
    "--hops",
    type=click.IntRange(min=1),
    default=1,
    show_default=True,
    help="How far around X: 1 its events and who takes part in them, 2 also the events of these, and so on.",
)
@click.option(
    "--level",
    type=click.Choice([*LEVELS, "events"]),
    help="Network: who is linked by events; with events, these are nodes with roles as links. "
    "Default: agents, in pages and pictures states.",
)
@click.option(
    "--picture",
    type=click.Choice(["network", "map", "timeline"]),
    help="SVG and PNG: what is drawn. Default: network.",
)
@selection_options
def command(
    fmt: str,
    graph: Path | None,
    output: Path | None,
    lang: str,
    without_inferred: bool,
    source: str | None,
    about: str | None,
    hops: int,
    level: str | None,
    picture: str | None,
    **chosen_events: str | None,
) -> None:
    """Write the graph, or a part of it, as FORMAT."""
    from dadiplo.cache import open_graph
    from dadiplo.filters import selection
    from dadiplo.lookup import find
    from dadiplo.retraction import find_source

    chosen = FORMATS[fmt]
    network = {"level": level, **chosen_events}
    given = [f"--{name.replace('_', '-')}" for name, value in network.items() if value is not None]
    if given and not chosen.network:
        raise UsageError(f"{given[0]} is for formats of networks, not for {fmt}")
    if without_inferred and chosen.network:
        raise UsageError(f"--without-inferred is for formats of RDF, not for {fmt}")
    if picture and fmt not in ("svg", "png"):
        raise UsageError(f"--picture is for svg and png, not for {fmt}")
    wanted = {"modality": chosen.modality} | {key: value for key, value in chosen_events.items() if value}
    store = open_graph(graph, report=talk)
    talk("selecting and writing")
    excerpt = Excerpt(
        without_inferred=without_inferred,
        source=find_source(store, source) if source else "",
        about=find(store, about) if about else "",
        hops=hops,
        level=level or chosen.level,
        language=lang,
        picture=picture or "network",
        selection=selection(store, **wanted),
    )
    content = chosen.write(store, excerpt)
    hush()
    _write(content, output, fmt)
    caution = chosen.caution(content)
    if caution:
        print(f"dadiplo: {caution}", file=sys.stderr)


def _write(content: Content, output: Path | None, fmt: str) -> None:
    """Write a document to a file or standard output, or several into a folder, each whole or not at all."""
    if isinstance(content, (str, bytes)):
        write(content, output)
        return
    if output is None or str(output) == "-":
        raise UsageError(f"{fmt} is {len(content)} files; name a folder with -o")
    if output.exists() and not output.is_dir():
        raise UsageError(f"{output} is a file; {fmt} is {len(content)} files and needs a folder")
    if not output.parent.is_dir():
        raise InputError(f"{output.parent}: no such folder")
    output.mkdir(exist_ok=True)
    for name, document in content.items():
        write(document, output / name)
