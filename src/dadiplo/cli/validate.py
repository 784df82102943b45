"""``dadiplo validate``: check RDF files against the shapes."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import click

from dadiplo.cli.common import LANGUAGES, output_option, read_input, write
from dadiplo.errors import UsageError


@click.command(epilog="Example: dadiplo validate my-facts.ttl --fail-on warning --lang ar")
@click.argument("files", nargs=-1)
@click.option("-f", "--format", "fmt", type=click.Choice(["text", "json", "turtle"]), default="text", show_default=True)
@click.option(
    "--fail-on",
    type=click.Choice(["violation", "warning", "info"]),
    default="violation",
    show_default=True,
    help="Exit with 1 at this severity or worse.",
)
@click.option("--input-format", help="RDF format of standard input or of a file with an unusual ending.")
@click.option("--lang", type=click.Choice(LANGUAGES), default="en", show_default=True, help="Language of the messages.")
@output_option
def command(
    files: tuple[str, ...], fmt: str, fail_on: str, input_format: str | None, lang: str, output: Path | None
) -> None:
    """Check FILES against the shapes, or the shipped graph if none is named.

    FILES are Turtle, TriG, N-Triples, N-Quads, JSON-LD or RDF/XML by their ending; - is standard input.
    """
    from dadiplo.export.turtle import turtle
    from dadiplo.pipeline import build_graph, validate_quads
    from dadiplo.store import FORMATS, format_of, parse
    from dadiplo.validation import report_dicts, report_quads, report_text

    if input_format and input_format not in FORMATS:
        raise UsageError(f"--input-format: no format {input_format!r}; choose from {', '.join(FORMATS)}")
    if files:
        quads = []
        for name in files:
            if name == "-" and not input_format:
                raise UsageError("standard input has no ending; say --input-format turtle, for example")
            data, called = read_input(name)
            quads += parse(data, input_format or format_of(Path(name)), name=called)
        report = validate_quads(quads)
    else:
        report = build_graph().validate()
    if fmt == "json":
        text = (
            json.dumps(
                {"conforms": not report.fails(), "results": report_dicts(report)},
                ensure_ascii=False,
                indent=1,
            )
            + "\n"
        )
    elif fmt == "turtle":
        text = turtle(report_quads(report))
    else:
        text = report_text(report, lang)
    write(text, output)
    if report.fails(fail_on):
        sys.exit(1)
