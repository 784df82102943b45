"""``dadiplo build``: everything, from sources to files."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from dadiplo.cli.common import LANGUAGES, hush, talk


@click.command(epilog="Example: dadiplo build -o out my-articles/*.txt")
@click.argument("articles", nargs=-1, type=click.Path(path_type=Path))
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("build"),
    show_default=True,
)
@click.option(
    "--reasoner",
    type=click.Choice(["rules", "owlrl"]),
    default="rules",
    show_default=True,
    help="Engine of OWL 2 RL inference.",
)
@click.option(
    "--lang",
    type=click.Choice(LANGUAGES),
    default="en",
    show_default=True,
    help="Language of the validation messages.",
)
def command(articles: tuple[Path, ...], output: Path, reasoner: str, lang: str) -> None:
    """Build the graph of the shipped data and of ARTICLES beside them, validate it and write it.

    Writes dadiplo.trig (every graph), dadiplo.ttl (all graphs together), dadiplo.jsonld and validation.txt into
    the output folder. The exit code is 1 if the data do not conform to the shapes.
    """
    from dadiplo.pipeline import article_files, build_graph, output_files, write_files
    from dadiplo.validation import SEVERITIES

    if output.exists() and not output.is_dir():
        raise click.UsageError(f"{output} is a file; name a folder")
    built = build_graph([*article_files(), *articles], reasoner=reasoner, report=talk)
    talk("validating")
    report = built.validate()
    talk("writing")
    write_files(output, output_files(built, report, lang))
    hush()
    counts = built.counts()
    articles_read = f"{counts['articles']} article{'s' * (counts['articles'] != 1)}"
    print(f"{articles_read}: {counts['events']} events and situations, {counts['claims']} claims", file=sys.stderr)
    size = f"{counts['quads']:,} quads in {counts['graphs']} graphs, {counts['inferred']:,} of them inferred"
    print(size, file=sys.stderr)
    found = ", ".join(f"{report.count(name)} {name}" for name in SEVERITIES)
    print(f"{found} → {output}/validation.txt", file=sys.stderr)
    if report.fails():
        sys.exit(1)
