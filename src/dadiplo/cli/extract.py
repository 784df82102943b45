"""``dadiplo extract``: from articles to triples, annotations or a reading view."""

from __future__ import annotations

import datetime as dt
import json
import shutil
import sys
from pathlib import Path

import click

from dadiplo.cli.common import LANGUAGES, read_input, write
from dadiplo.errors import UsageError

FORMATS = ("turtle", "trig", "json", "view")
_SUFFIXES = {"turtle": ".ttl", "trig": ".trig", "json": ".json", "view": ".txt"}


@click.command(epilog="Example: dadiplo extract news.txt --format view     or: cat news.txt | dadiplo extract -")
@click.argument("files", nargs=-1, required=True)
@click.option("-f", "--format", "fmt", type=click.Choice(FORMATS), help="Default: view on a terminal, trig in a pipe.")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, file_okay=False),
    help="Folder; one file for each article.",
)
@click.option("--published", help="Date of publication, like 2025-07-16, if the article does not give it.")
@click.option("--language", type=click.Choice(LANGUAGES), help="Language of the articles; found out if not given.")
def command(
    files: tuple[str, ...], fmt: str | None, output: Path | None, published: str | None, language: str | None
) -> None:
    """Read articles (UTF-8 text files, or - for standard input) and write what they say."""
    from dadiplo.annotations import annotate
    from dadiplo.documents import document, read_article
    from dadiplo.extraction import extract
    from dadiplo.pipeline import load_knowledge
    from dadiplo.turtle import trig, turtle
    from dadiplo.view import view

    day = _day(published)
    fmt = fmt or ("view" if sys.stdout.isatty() and output is None else "trig")
    documents = []
    for name in files:
        if name == "-":
            data, called = read_input(name)
            documents.append(document(data, name=called, slug="standard-input", language=language or "", published=day))
        else:
            documents.append(read_article(Path(name), language=language or "", published=day))
    slugs = [item.slug for item in documents]
    twice = next((name for name in slugs if slugs.count(name) > 1), None)
    if twice:
        raise UsageError(f"two articles would both be called {twice}; rename one of the files")
    knowledge = load_knowledge()
    extractions = [extract(item, knowledge.lexicon(item.language)) for item in documents]
    columns = shutil.get_terminal_size((100, 24)).columns
    texts = {}
    for name, item in zip(files, extractions, strict=True):
        stem = "standard-input" if name == "-" else Path(name).name.rsplit(".", 1)[0]
        if fmt == "json":
            texts[stem] = (
                json.dumps(
                    {**annotate(item, knowledge.lexicon(item.document.language)), "id": stem},
                    ensure_ascii=False,
                    indent=1,
                )
                + "\n"
            )
        elif fmt == "view":
            texts[stem] = view(item, columns, color=sys.stdout.isatty() and output is None)
        elif output is not None:
            texts[stem] = (trig if fmt == "trig" else turtle)(item.quads)
    if output is not None:
        output.mkdir(parents=True, exist_ok=True)
        for stem, text in texts.items():
            write(text, output / (stem + _SUFFIXES[fmt]))
    elif fmt in ("turtle", "trig"):
        write((trig if fmt == "trig" else turtle)([quad for item in extractions for quad in item.quads]), None)
    else:
        write("\n".join(texts.values()) if fmt == "view" else "".join(texts.values()), None)


def _day(published: str | None) -> dt.date | None:
    if published is None:
        return None
    try:
        return dt.date.fromisoformat(published)
    except ValueError:
        raise UsageError(f"--published: {published!r} is not a date like 2025-07-16") from None


__all__ = ["FORMATS", "command"]
