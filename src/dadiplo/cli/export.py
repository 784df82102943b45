"""``dadiplo export``: the graph in another format."""

from __future__ import annotations

from pathlib import Path

import click

from dadiplo.cli.common import graph_option, hush, output_option, talk, write
from dadiplo.export import EXPORTERS


@click.command(epilog="Example: dadiplo export jsonld -o diplomacy.jsonld")
@click.argument("fmt", metavar="FORMAT", type=click.Choice(list(EXPORTERS)))
@graph_option
@output_option
@click.option("--without-inferred", is_flag=True, help="Leave out what was inferred.")
def command(fmt: str, graph: Path | None, output: Path | None, without_inferred: bool) -> None:
    """Write the graph as FORMAT."""
    from dadiplo.cache import open_graph
    from dadiplo.inference import INFERRED

    store = open_graph(graph, report=talk)
    hush()
    quads = [quad for quad in store if not (without_inferred and quad.graph_name == INFERRED)]
    write(EXPORTERS[fmt](quads), output)
