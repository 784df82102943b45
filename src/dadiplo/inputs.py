"""From what a user names to articles: files, folders, saved pages and JSON Lines, one article at a time."""

from __future__ import annotations

import dataclasses
import datetime as dt
import hashlib
import json
import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from dadiplo.documents import MAX_BYTES, document, read_article, slug, slug_of
from dadiplo.errors import InputError
from dadiplo.model import Document

TEXTS = (".txt", ".md")
PAGES = (".html", ".htm")
LINES = (".jsonl",)
#: Endings of the files that are looked for in a folder.
SUFFIXES = (*TEXTS, *PAGES, *LINES)
STANDARD_INPUT = "standard input"

_HEADERS = ("date", "publisher", "url", "language", "author")
_FILE_NAME = re.compile(r"\w[\w.-]{0,199}")


@dataclass(frozen=True, slots=True)
class Source:
    """An article that has not been read yet: a file, or the bytes of one (a JSON object, or standard input).

    ``called`` is its name in messages, ``stem`` that of the files written for it.
    """

    called: str
    stem: str
    path: Path | None = None
    data: bytes = b""
    is_json: bool = False
    error: str = ""


@dataclass(frozen=True, slots=True)
class Article:
    """An article that was read; ``derived`` tells that its text is in no file yet."""

    id: str
    stem: str
    document: Document
    derived: bool


def files_in(folder: Path) -> list[Path]:
    """Return the articles under a folder in the order of their paths; hidden files and READMEs are none.

    Raises:
        InputError: it has none, or cannot be read.

    """
    found = []

    def refuse(error: OSError) -> None:
        raise InputError(f"{error.filename}: {error.strerror}")

    for top, folders, names in os.walk(folder, onerror=refuse):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in names:
            path = Path(top, name)
            if name.startswith(".") or path.stem.upper() == "README" or path.suffix.lower() not in SUFFIXES:
                continue
            if path.is_file():
                found.append(path)
    if not found:
        raise InputError(f"{folder}: no articles in this folder ({' '.join(SUFFIXES)})")
    return sorted(found)


def sources(paths: Iterable[Path], *, lines: bool = False) -> Iterator[Source]:
    """Yield the articles of files; those of a JSON Lines file one by one.

    Args:
        paths: the files.
        lines: whatever its ending, a file is JSON Lines.

    """
    for path in paths:
        if lines or path.suffix.lower() in LINES:
            try:
                with path.open("rb") as file:
                    yield from json_lines(file, called=str(path), stem=path.stem)
            except OSError as error:
                yield Source(str(path), path.stem, error=f"{path}: {error.strerror}")
        else:
            yield Source(str(path), stem_of(path), path=path)


def json_lines(file: IO[bytes], *, called: str, stem: str) -> Iterator[Source]:
    """Yield the articles of a JSON Lines stream as they come; empty lines are passed over."""
    number = 0
    while line := file.readline(MAX_BYTES + 1):
        number += 1
        name = f"{called}:{number}"
        if len(line) > MAX_BYTES:
            while line and not line.endswith(b"\n"):
                line = file.readline(MAX_BYTES)
            yield Source(name, f"{stem}-{number}", error=f"{name}: too long for an article (limit {MAX_BYTES:,} bytes)")
        elif line.strip():
            yield Source(name, f"{stem}-{number}", data=line, is_json=True)


def stem_of(path: Path) -> str:
    """Return the name of a file without its ending."""
    return path.name.rsplit(".", 1)[0] or path.name


def read(source: Source, *, language: str = "", published: dt.date | None = None) -> Article:
    """Return the article of a source.

    Args:
        source: what to read.
        language: language tag; what the article says or its letters tell if empty.
        published: date of publication, instead of the article's own.

    Raises:
        InputError: it cannot be read or is no article.

    """
    if source.error:
        raise InputError(source.error)
    if source.is_json:
        return _from_json(source, language, published)
    if source.path is None:
        name = slug(source.stem)
        found = document(source.data, name=source.called, slug=name, language=language, published=published)
        return Article(source.stem, source.stem, found, derived=True)
    if source.path.suffix.lower() in PAGES:
        return _from_page(source, source.path, language, published)
    return Article(
        source.stem, source.stem, read_article(source.path, language=language, published=published), derived=False
    )


def article_text(title: str, body: str, **headers: str) -> str:
    """Return the text of an article file: the headline, what is known of the article, then its body."""
    known = [f"{name}: {' '.join(headers[name].split())}\n" for name in _HEADERS if headers.get(name, "").strip()]
    return f"{' '.join(title.split())}\n{''.join(known)}\n{body.strip()}\n"


def _from_page(source: Source, path: Path, language: str, published: dt.date | None) -> Article:
    from dadiplo.pages import MAX_PAGE, read_page

    try:
        with path.open("rb") as file:
            data = file.read(MAX_PAGE + 1)
    except OSError as error:
        raise InputError(f"{path}: {error.strerror}") from None
    page = read_page(data, name=str(path))
    text = article_text(
        page.title, page.body, date=page.date, publisher=page.publisher, url=page.url, language=page.language
    )
    found = document(text.encode(), name=str(path), slug=slug_of(path.name), language=language, published=published)
    return Article(source.stem, source.stem, found, derived=True)


def _from_json(source: Source, language: str, published: dt.date | None) -> Article:
    """Return the article of a JSON object: ``text`` is its whole text, else ``title`` and ``body`` are put together."""
    try:
        given = json.loads(source.data)
    except (ValueError, RecursionError) as error:
        raise InputError(f"{source.called}: not a JSON object ({' '.join(str(error).split())[:120]})") from None
    if not isinstance(given, dict):
        raise InputError(f"{source.called}: not a JSON object")
    values = {key: _text(source, given, key) for key in ("id", "title", "text", "body", *_HEADERS)}
    values |= {key: " ".join(values[key].split()) for key in _HEADERS}
    text = values["text"]
    if not text.strip():
        if not (values["title"] and values["body"]):
            raise InputError(f"{source.called}: no text; an article has text, or title and body")
        text = article_text(values["title"], values["body"], **{key: values[key] for key in _HEADERS})
    id_ = values["id"] or source.stem
    name = slug(id_)[:120] or hashlib.sha256(id_.encode("utf-8", "replace")).hexdigest()[:16]
    try:
        data = text.encode()
    except UnicodeEncodeError:
        raise InputError(f"{source.called}: half of a surrogate pair in the text; write whole characters") from None
    found = document(
        data,
        name=source.called,
        slug=name,
        language=language or values["language"],
        published=published or _day(source, values["date"]),
    )
    found = dataclasses.replace(
        found,
        publisher=values["publisher"] or found.publisher,
        url=values["url"] or found.url,
        author=values["author"] or found.author,
    )
    # The file of its text must lead back to the article: from its name the graph is found again.
    named = _FILE_NAME.fullmatch(id_) and slug_of(id_ + ".txt") == name
    return Article(id_, id_ if named else name, found, derived=True)


def _text(source: Source, given: dict[str, Any], key: str) -> str:
    value = given.get(key)
    if value is None:
        return ""
    if isinstance(value, bool) or not isinstance(value, str | int):
        raise InputError(f"{source.called}: {key} is not a text")
    return str(value)


def _day(source: Source, value: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(value[:10]) if value else None
    except ValueError:
        raise InputError(f"{source.called}: date: {value[:40]} is not a date like 2025-07-16") from None
