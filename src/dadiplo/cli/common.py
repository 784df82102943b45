"""What the commands share: options, opening the graph, writing results."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from dadiplo.errors import InputError

F = TypeVar("F", bound=Callable[..., Any])

LANGUAGES = ("en", "ar", "es", "ur")

graph_option = click.option(
    "--graph",
    type=click.Path(path_type=Path),
    help="RDF file, or folder that build wrote. Default: the shipped data.",
)
language_option = click.option(
    "--lang",
    type=click.Choice(LANGUAGES),
    default="en",
    show_default=True,
    help="Language of names and headings.",
)
output_option = click.option(
    "-o", "--output", type=click.Path(path_type=Path), help="Write to this file instead of the terminal."
)


def date_option(ctx: click.Context, parameter: click.Parameter, value: str) -> str:
    """Return an ISO date that a user typed, or the empty string; for the ``callback`` of an option."""
    if value and not _is_date(value):
        raise click.BadParameter(f"{value!r} is not a date like 2025-07-16", ctx, parameter)
    return value


def _is_date(value: str) -> bool:
    import datetime as dt

    try:
        return dt.date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False


def talk(message: str) -> None:
    """Tell the user of progress, if somebody is watching."""
    if sys.stderr.isatty():
        print(f"\r\033[K{message} …", end="", file=sys.stderr, flush=True)


def hush() -> None:
    """Remove the line of progress."""
    if sys.stderr.isatty():
        print("\r\033[K", end="", file=sys.stderr, flush=True)


def write(text: str | bytes, output: Path | None) -> None:
    """Write a result to a file (whole or not at all) or to standard output."""
    data = text.encode("utf-8") if isinstance(text, str) else text
    if output is None or str(output) == "-":
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
        return
    if output.is_dir():
        raise InputError(f"{output}: is a folder; name a file")
    if not output.parent.is_dir():
        raise InputError(f"{output.parent}: no such folder")
    import tempfile

    try:
        handle, temporary = tempfile.mkstemp(dir=output.parent, prefix=f".{output.name[:40]}.")
    except OSError as error:
        raise InputError(f"{output}: cannot be written: {error.strerror}") from None
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        os.chmod(temporary, 0o644)
        os.replace(temporary, output)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise


def read_input(path: str) -> tuple[bytes, str]:
    """Return the content of a file or of standard input (``-``), and how to call it."""
    if path == "-":
        return sys.stdin.buffer.read(), "standard input"
    try:
        if Path(path).is_dir():
            raise InputError(f"{path}: is a folder, not a file")
        return Path(path).read_bytes(), path
    except OSError as error:
        raise InputError(f"{path}: {error.strerror}") from None
