"""Whether each quote of a graph is what its article says: passages cut out of the article files again.

A passage (Web Annotation, ``oa:exact`` with text positions) must be the text between its offsets, counted in code
points of the whole file; the file must have the SHA-256 digest that the graph gives of its article.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from dadiplo.documents import slug_of
from dadiplo.errors import InputError
from dadiplo.resources import DD, PREFIXES
from dadiplo.store import IRI, Store, triple_of

#: Endings of files that hold the text of an article.
_SUFFIXES = (".txt", ".md")


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage as the graph has it; ``start`` and ``end`` are -1 if it gives no number."""

    iri: str
    article: str
    exact: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Failure:
    """What does not hold of an article or of one of its passages.

    ``kind`` is ``digest``, ``passage``, ``offsets``, ``missing`` or ``unreadable``; ``byte`` is where in the file the
    first character stands that differs from the quote, or where the quote stands now; or -1.
    """

    kind: str
    article: str
    file: str
    passage: str
    message: str
    byte: int = -1


@dataclass(frozen=True, slots=True)
class Verification:
    """How many passages in how many articles hold, and what fails."""

    passages: int
    articles: int
    failures: tuple[Failure, ...]


def verify(store: Store, files: Iterable[Path]) -> Verification:
    """Return whether the passages of a graph are the text of their articles.

    Args:
        store: the graph.
        files: the article files, found by their names.

    """
    candidates: dict[str, list[Path]] = defaultdict(list)
    for path in files:
        candidates[slug_of(path.name)].append(path)
    passages = _passages(store)
    for quad in store.match(None, IRI(DD + "digest")):
        if isinstance(quad.subject, IRI):
            passages.setdefault(quad.subject.value, [])
    failures: list[Failure] = []
    good = 0
    articles = 0
    for article in sorted(passages):
        found = _article_failures(store, article, passages[article], candidates.get(article.rsplit("/", 1)[-1], []))
        failed = {failure.passage for failure in found if failure.passage}
        unread = any(failure.kind in ("missing", "unreadable") for failure in found)
        good += 0 if unread else len(passages[article]) - len(failed)
        articles += not found
        failures += found
    return Verification(good, articles, tuple(failures))


def article_paths(folders: Iterable[Path]) -> list[Path]:
    """Return the texts in files and folders.

    Raises:
        InputError: one of them is not there.

    """
    found = []
    for path in folders:
        if path.is_dir():
            found += sorted(item for item in path.rglob("*") if item.suffix in _SUFFIXES and item.is_file())
        elif path.is_file():
            found.append(path)
        else:
            raise InputError(f"{path}: no such file or folder")
    return found


def _passages(store: Store) -> dict[str, list[Passage]]:
    """Return the passages of each article in the order of their offsets."""
    result: dict[str, list[Passage]] = defaultdict(list)
    for quad in store.match(None, IRI(PREFIXES["oa"] + "exact")):
        if not isinstance(quad.subject, IRI):
            continue
        node = quad.subject
        article = min(_values(store, node, DD + "inArticle"), default=node.value.partition("#")[0])
        start, end = (_number(store, node, name) for name in ("start", "end"))
        result[article].append(Passage(node.value, article, triple_of(quad)[2].value, start, end))
    for passages in result.values():
        passages.sort(key=lambda passage: (passage.start, passage.end, passage.iri))
    return result


def _number(store: Store, node: IRI, name: str) -> int:
    values = _values(store, node, PREFIXES["oa"] + name)
    value = values.pop() if len(values) == 1 else ""
    return int(value) if value.isascii() and value.isdigit() else -1


def _values(store: Store, node: IRI, predicate: str) -> set[str]:
    return {triple_of(quad)[2].value for quad in store.match(node, IRI(predicate))}


def _article_failures(store: Store, article: str, passages: list[Passage], paths: list[Path]) -> list[Failure]:
    digests = _values(store, IRI(article), DD + "digest")
    if not paths:
        message = f"no file for this article ({len(passages)} passages not checked); name its folder with --articles"
        return [Failure("missing", article, "", "", message)]
    try:
        contents = [(path, path.read_bytes()) for path in paths]
        # Of several files with the name of the article the one with its digest is meant.
        path, data = next((item for item in contents if hashlib.sha256(item[1]).hexdigest() in digests), contents[0])
        text = data.decode("utf-8")
    except OSError as error:
        return [Failure("unreadable", article, str(paths[0]), "", str(error.strerror))]
    except UnicodeDecodeError as error:
        message = "is not UTF-8 (any more)"
        return [Failure("unreadable", article, str(path), "", message, error.start)]
    failures = []
    digest = hashlib.sha256(data).hexdigest()
    if digest not in digests:
        told = (
            f"the graph was made of a file with SHA-256 {min(digests)[:16]}…" if digests else "the graph has no digest"
        )
        failures.append(Failure("digest", article, str(path), "", f"SHA-256 is {digest[:16]}…, {told}"))
    return failures + list(_passage_failures(passages, text, str(path)))


def _passage_failures(passages: list[Passage], text: str, file: str) -> Iterator[Failure]:
    for passage in passages:
        start, end = passage.start, passage.end
        if (
            not 0 <= start < end
            or end - start != len(passage.exact)
            or not passage.iri.endswith(f"#char={start},{end}")
        ):
            message = f"offsets {start}–{end} are not those of a quote of {len(passage.exact)} characters or of its IRI"
            yield Failure("offsets", passage.article, file, passage.iri, message)
        elif text[start:end] != passage.exact and passage.exact in text:
            moved = text.index(passage.exact)
            message = f"the quote stands at character {moved} now, not at {start}"
            yield Failure("passage", passage.article, file, passage.iri, message, len(text[:moved].encode()))
        elif text[start:end] != passage.exact:
            there = text[start:end]
            same = next((n for n, (a, b) in enumerate(zip(there, passage.exact, strict=False)) if a != b), len(there))
            before, quoted = text[: start + same], passage.exact[same : same + 1]
            read = text[start + same : start + same + 1]
            message = (
                f"the quote has {_character(quoted)} where the file has {_character(read)} "
                f"(character {start + same}, line {before.count(chr(10)) + 1})"
            )
            yield Failure("passage", passage.article, file, passage.iri, message, len(before.encode()))


def _character(char: str) -> str:
    if not char:
        return "the end"
    return f"“{char}” (U+{ord(char):04X})" if char.isprintable() else f"U+{ord(char):04X}"
