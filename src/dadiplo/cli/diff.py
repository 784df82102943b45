"""``dadiplo diff``: what changed between two builds."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import click

from dadiplo.cli.common import language_option, output_option, write


@click.command(epilog="Example: dadiplo diff build-of-june build-of-july --lang ar")
@click.argument("old", type=click.Path(path_type=Path))
@click.argument("new", type=click.Path(path_type=Path))
@language_option
@click.option("-f", "--format", "fmt", type=click.Choice(["text", "md", "json"]), default="text", show_default=True)
@output_option
def command(old: Path, new: Path, lang: str, fmt: str, output: Path | None) -> None:
    """Say what changed from OLD to NEW: RDF files, or folders that build wrote.

    Events and situations added or removed, values changed, contradictions opened or settled, sources gained or lost,
    and the links that follow or no longer follow.
    """
    from dadiplo.cache import load_graph
    from dadiplo.changes import as_dict, changes, describe
    from dadiplo.phrases import phrase

    before, after = load_graph(old), load_graph(new)
    found = changes(before, after)
    told = [describe(change, before, after, lang) for change in found]
    if fmt == "json":
        objects = [{**as_dict(change), "text": text} for change, text in zip(found, told, strict=True)]
        write(json.dumps(objects, ensure_ascii=False, indent=1) + "\n", output)
    elif told:
        write("".join(("- " if fmt == "md" else "") + line + "\n" for line in told), output)
    else:
        print(phrase("no-change", lang), file=sys.stderr)
