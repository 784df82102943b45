"""``dadiplo verify``: whether each quote of a graph is what its article says."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from pathlib import Path

import click

from dadiplo.cli.common import hush, output_option, talk, write
from dadiplo.tables import isolate


@click.command(epilog="Example: dadiplo verify build --articles my-articles")
@click.argument("graph", type=click.Path(path_type=Path), required=False)
@click.option(
    "--articles",
    type=click.Path(path_type=Path),
    multiple=True,
    help="Folder with article files (or a file) beside the shipped ones; may be given several times.",
)
@click.option("-f", "--format", "fmt", type=click.Choice(["text", "json"]), default="text", show_default=True)
@output_option
def command(graph: Path | None, articles: tuple[Path, ...], fmt: str, output: Path | None) -> None:
    """Cut every passage of GRAPH out of its article again and compare quote, offsets and the article's SHA-256.

    GRAPH is an RDF file or a folder that build wrote; the shipped graph if not given. The exit code is 1 if anything
    differs or the file of an article is not there.
    """
    from dadiplo.cache import open_graph
    from dadiplo.resources import compact, folder
    from dadiplo.verification import article_paths, verify

    files = article_paths([folder("data") / "articles", *articles])
    store = open_graph(graph, report=talk)
    hush()
    found = verify(store, files)
    if fmt == "json":
        record = {**asdict(found), "verified": not found.failures}
        write(json.dumps(record, ensure_ascii=False, indent=1) + "\n", output)
    else:
        lines = []
        for failure in found.failures:
            where = failure.file + (f": byte {failure.byte}" if failure.byte >= 0 else "")
            what = compact(failure.passage or failure.article)
            lines.append(": ".join(part for part in (where, what, isolate(failure.message)) if part))
        passages = f"{found.passages:,} passage{'s' * (found.passages != 1)}"
        whole = f"{found.articles:,} article{'s' * (found.articles != 1)}"
        failed = len(found.failures)
        failures = f"{failed:,} failure{'s' * (failed != 1)}"
        lines.append(f"{passages} verified, {failures}" if failed else f"{passages} in {whole} verified")
        write("".join(line + "\n" for line in lines), output)
    if found.failures:
        sys.exit(1)
