"""``dadiplo build``: everything, from sources to files."""

from __future__ import annotations

import gc
import sys
from functools import partial
from pathlib import Path

import click

from dadiplo.cli.common import LANGUAGES, hush, talk


@click.command(epilog="Example: dadiplo build -o out my-articles/*.txt my-facts.ttl")
@click.argument("files", nargs=-1, type=click.Path(path_type=Path))
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("build"),
    show_default=True,
)
@click.option(
    "--from",
    "existing",
    type=click.Path(path_type=Path),
    help="Add FILES to this build (its folder or dadiplo.trig) instead of building everything again; "
    "validation.txt then tells of what was added.",
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
def command(files: tuple[Path, ...], existing: Path | None, output: Path, reasoner: str, lang: str) -> None:
    """Build the graph of the shipped data and of FILES beside them, validate it and write it.

    FILES are articles (text) and curated facts (Turtle, TriG or another RDF format, by their ending).

    Writes dadiplo.trig (every graph), dadiplo.ttl (all graphs together), dadiplo.jsonld, their SHA-256 and
    validation.txt into the output folder. The exit code is 1 if the data do not conform to the shapes.
    """
    from dadiplo.cache import load_graph
    from dadiplo.gates import gates_text
    from dadiplo.output import write_build
    from dadiplo.pipeline import add_to, article_files, build_graph, read_articles, source_files
    from dadiplo.processes import beside
    from dadiplo.store import SUFFIXES
    from dadiplo.validation import SEVERITIES

    # Terms and quads make no cycles, and looking for some among hundreds of thousands takes a third of the time.
    gc.disable()
    facts = [path for path in files if path.suffix.lower() in SUFFIXES]
    articles = [path for path in files if path not in facts]
    if output.exists() and not output.is_dir():
        raise click.UsageError(f"{output} is a file; name a folder")
    if existing is not None:
        reading = beside(partial(read_articles, articles))
        talk("loading the build, reading articles")
        built = add_to(load_graph(existing), reading(), facts, report=talk)
    else:
        sources = [*source_files(), *facts]
        built = build_graph([*article_files(), *articles], sources=sources, reasoner=reasoner, report=talk)
    talk("writing and validating")
    report, measured = write_build(output, built, lang, existing)
    hush()
    counts = built.counts()
    if built.articles:
        articles_read = f"{counts['articles']} article{'s' * (counts['articles'] != 1)}"
        print(f"{articles_read}: {counts['events']} events and situations, {counts['claims']} claims", file=sys.stderr)
    size = f"{counts['quads']:,} quads in {counts['graphs']} graphs, {counts['inferred']:,} of them inferred"
    print(size, file=sys.stderr)
    found = ", ".join(f"{report.count(name)} {name}" for name in SEVERITIES)
    print(f"{found} → {output}/validation.txt", file=sys.stderr)
    print(gates_text(measured), end="", file=sys.stderr)
    if report.fails() or not all(gate.passed for gate in measured):
        sys.exit(1)
