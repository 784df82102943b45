"""``dadiplo extract``: from articles to triples, annotations or a reading view."""

from __future__ import annotations

import datetime as dt
import shutil
import sys
import time
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

import click

from dadiplo.cli.common import LANGUAGES, hush, read_input, talk, write
from dadiplo.errors import InputError, UsageError

if TYPE_CHECKING:
    from dadiplo.bulk import Result
    from dadiplo.inputs import Source

FORMATS = ("turtle", "trig", "json", "jsonl", "view")


@click.command(
    epilog="Example: dadiplo extract news.txt --format view     or: cat news.txt | dadiplo extract -     "
    "or: dadiplo extract articles/ --format json -o out"
)
@click.argument("files", nargs=-1, required=True)
@click.option("-f", "--format", "fmt", type=click.Choice(FORMATS), help="Default: view on a terminal, trig in a pipe.")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, file_okay=False),
    help="Folder; one file for each article, and the text of one that was no text file.",
)
@click.option("--published", help="Date of publication, like 2025-07-16, if the article does not give it.")
@click.option("--language", type=click.Choice(LANGUAGES), help="Language of the articles; found out if not given.")
@click.option("--jsonl", is_flag=True, help="FILES (or standard input) are JSON Lines: an article on each line.")
@click.option("--workers", type=click.IntRange(min=1), help="Processes. Default: one a core for more than a few files.")
def command(
    files: tuple[str, ...],
    fmt: str | None,
    output: Path | None,
    published: str | None,
    language: str | None,
    jsonl: bool,
    workers: int | None,
) -> None:
    """Read articles and write what they say.

    FILES are text files (UTF-8), saved pages (.html), JSON Lines (.jsonl), folders of these, or - for standard input.
    A line of JSON Lines is an object with text, or title and body, and what is known of id, date, url, publisher
    and language. An article that cannot be read is told on standard error; the others are read, and the exit code is 3.
    """
    from dadiplo.bulk import Settings, results

    fmt = fmt or ("view" if sys.stdout.isatty() and output is None else "trig")
    color = sys.stdout.isatty() and output is None
    settings = Settings(fmt, language or "", _day(published), shutil.get_terminal_size((100, 24)).columns, color)
    found, count = _sources(files, fmt, output, lines=jsonl)
    failed = done = 0
    told = 0.0
    stems: set[str] = set()
    for result in results(found, settings, workers):
        done += 1
        if time.monotonic() - told > 0.1:
            told = time.monotonic()
            talk(f"{done:,} of {count:,} articles" if count else f"{done:,} articles")
        error = result.error
        if error is None and output is not None and result.stem in stems:
            error = InputError(f"{result.called}: another article is called {result.stem} too; give each its id")
        if error is not None and count == 1:
            hush()
            raise error
        if error is not None:
            failed += 1
            hush()
            print(f"dadiplo: {error}", file=sys.stderr, flush=True)
        elif output is not None:
            stems.add(result.stem)
            _keep(output, result, fmt)
        else:
            write("\n" * (fmt == "view" and done - failed > 1) + result.output, None)
    hush()
    if failed:
        print(f"dadiplo: {failed:,} of {done:,} articles could not be read", file=sys.stderr)
        sys.exit(InputError.exit_code)


def _sources(names: tuple[str, ...], fmt: str, output: Path | None, *, lines: bool) -> tuple[Iterator[Source], int]:
    """Return the articles, and how many there are if that is known before they are read."""
    from dadiplo.inputs import LINES, STANDARD_INPUT, Source, files_in, json_lines, sources

    paths: list[Path] = []
    for name in names:
        if name != "-":
            paths += files_in(Path(name)) if Path(name).is_dir() else [Path(name)]
    many = lines or any(path.suffix.lower() in LINES for path in paths)
    _refuse_clashes([path for path in paths if not many or path.suffix.lower() not in LINES], fmt, output)
    given: Iterator[Source] = sources(paths, lines=lines)
    if "-" in names and lines:
        given = chain(given, json_lines(sys.stdin.buffer, called=STANDARD_INPUT, stem="standard-input"))
    elif "-" in names:
        data, called = read_input("-")
        given = chain(given, [Source(called, "standard-input", data=data)])
    return given, 0 if many else len(paths) + ("-" in names)


def _refuse_clashes(paths: list[Path], fmt: str, output: Path | None) -> None:
    """Refuse articles whose names, and so their files or graphs, are the same, and files that would be written over."""
    from dadiplo.bulk import FORMATS as WRITERS
    from dadiplo.documents import slug_of
    from dadiplo.inputs import stem_of

    seen: set[str] = set()
    for path in paths:
        name = slug_of(path.name) if fmt in ("turtle", "trig") else stem_of(path)
        if name in seen:
            raise UsageError(f"two articles would both be called {name}; rename one of the files")
        seen.add(name)
    if output is not None:
        own = {path.resolve() for path in paths}
        for path in paths:
            target = output / (stem_of(path) + WRITERS[fmt][1])
            if target.resolve() in own:
                raise UsageError(f"{target} is an article and would be written over; choose another folder")


def _keep(output: Path, result: Result, fmt: str) -> None:
    from dadiplo.bulk import FORMATS as WRITERS

    output.mkdir(parents=True, exist_ok=True)
    if result.text:
        write(result.text, output / (result.stem + ".txt"))
    write(result.output, output / (result.stem + WRITERS[fmt][1]))


def _day(published: str | None) -> dt.date | None:
    if published is None:
        return None
    try:
        return dt.date.fromisoformat(published)
    except ValueError:
        raise UsageError(f"--published: {published!r} is not a date like 2025-07-16") from None
