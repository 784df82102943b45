"""From an article file to a document, and from its text to sentences; the text itself is never altered."""

from __future__ import annotations

import datetime as dt
import hashlib
import re
import unicodedata
from collections import Counter, defaultdict
from functools import lru_cache
from pathlib import Path

from anyascii import anyascii

from dadiplo.errors import InputError
from dadiplo.folding import fold
from dadiplo.model import Document, Sentence, Span, Word
from dadiplo.resources import DD, PREFIXES, folder
from dadiplo.store import parse, triple_of

#: Single marks written twice are one double mark.
_QUOTES = re.compile("’’|‘‘|''|[\"“”„«»‘’‹›]")
#: An article is a few thousand characters; a book-sized file is more likely a mistake than news.
MAX_BYTES = 5_000_000

_HEADER = re.compile(r"(date|url|publisher|language|author)\s*:[ \t]*(\S.*?)\s*", re.IGNORECASE)
_WORD = re.compile(r"[\w\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u200c\u200d]+")
_STOP = re.compile(r"[.!?؟۔…]+[\"'”’»›“)\]]*(?=\s|$)")
#: The mark of a list item at the front of a line.
BULLET = re.compile(r"\s*(?:[•◦▪‣·*–—-]|\d{1,2}[.)])\s+")
_OPENING_QUOTE = re.compile(r"\s*[\"'“”„«‘‹]")
#: Initials, and the number of an item.
_INITIALS = r"(?:^|[\s(])(?:\w\.)*[^\W\d]\.$|^\s*\d\.$"
#: How many characters an abbreviation, or a word that is an answer, has at most.
_ABBREVIATED = 40
#: What goes on behind a mark: `"Why now?" asked the minister`.
_GOES_ON = re.compile(r"\s+[^\W\d_]")
#: How many characters a heading inside an article has at most, and what it does not end with.
_HEADING, _FULL_STOPS = 90, ".!?؟۔"


def read_article(path: Path, *, language: str = "", published: dt.date | None = None) -> Document:
    """Return the document in a UTF-8 file.

    Args:
        path: the file: headline, optional ``key: value`` lines, then the body.
        language: language tag; found from the header or the letters if empty.
        published: date of publication, if the header does not give it.

    Raises:
        InputError: the file cannot be read, is not UTF-8 text, is empty or too large.

    """
    try:
        if path.is_dir():
            raise InputError(f"{path}: is a folder; name the article files in it")
        with path.open("rb") as file:
            # Not by the size that the system tells: a device or a pipe has none.
            data = file.read(MAX_BYTES + 1)
    except OSError as error:
        raise InputError(f"{path}: {error.strerror}") from None
    return document(data, name=str(path), slug=slug_of(path.name), language=language, published=published)


def document(data: bytes, *, name: str, slug: str, language: str = "", published: dt.date | None = None) -> Document:
    """Return the document in ``data``; see ``read_article``."""
    if len(data) > MAX_BYTES:
        raise InputError(f"{name}: more than {MAX_BYTES:,} bytes is too large for an article")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise InputError(f"{name}:{line}: byte {error.start} is not UTF-8; save the file as UTF-8") from None
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        raise InputError(f"{name}:{line}: a NUL character; this is not a text file")
    if not text.strip("\ufeff \t\r\n"):
        raise InputError(f"{name}: the file is empty")
    title = _title(text)
    header, body = _header(text, title.end)
    return Document(
        slug=slug,
        language=language or header.get("language", "") or detect_language(text),
        text=text,
        digest=hashlib.sha256(data).hexdigest(),
        body=body,
        title=title,
        published=published or _date(header.get("date"), name),
        publisher=header.get("publisher", ""),
        url=header.get("url", ""),
        author=header.get("author", ""),
    )


def slug_of(file_name: str) -> str:
    """Return the ASCII name of an article from its file name, without its ending and a language tag."""
    stem = re.sub(r"(\.[a-z]{2})?\.[A-Za-z]{2,5}$", "", file_name)
    return slug(stem) or hashlib.sha256(file_name.encode()).hexdigest()[:16]


def slug(text: str) -> str:
    """Return a text as lower-case ASCII words joined by hyphens."""
    return re.sub(r"[^a-z0-9]+", "-", anyascii(text).lower().replace("'", "")).strip("-")


def detect_language(text: str) -> str:
    """Return the tag of the language whose commonest short words occur most often, else that of the script."""
    scores: Counter[str] = Counter()
    common = _common_words()
    for word, number in Counter(re.findall(r"[^\W\d_]+", text)).items():
        for tag in common.get(fold(word), ()):
            scores[tag] += number
    if scores:
        return max(sorted(scores), key=lambda tag: scores[tag])
    scripts = Counter(unicodedata.name(char, "").split(" ", 1)[0] for char in text if char.isalpha())
    by_script = {script: tag for tag, _, script in _languages() if script}
    return next((by_script[script] for script, _ in scripts.most_common() if script in by_script), "en")


def known_languages() -> frozenset[str]:
    """Return the tags of the languages that can be told apart."""
    return frozenset(tag for tag, _, _ in _languages())


@lru_cache(maxsize=1)
def _vocabulary() -> list[tuple[str, str, str]]:
    """Return what the ontology says of the languages."""
    path = folder("ontology") / "vocabulary" / "language.ttl"
    triples = (triple_of(quad) for quad in parse(path.read_bytes(), "turtle", name=str(path)))
    return [(subject.value, predicate.value, obj.value) for subject, predicate, obj in triples]


@lru_cache(maxsize=1)
def _abbreviations() -> re.Pattern[str]:
    """Return what ends with a point that ends no sentence: initials, and the abbreviations of all languages."""
    words = sorted({word for _, predicate, word in _vocabulary() if predicate == DD + "abbreviation"})
    return re.compile(rf"{_INITIALS}|(?:^|\s)(?:{'|'.join(map(re.escape, words))})\.$")


@lru_cache(maxsize=1)
def _languages() -> list[tuple[str, frozenset[str], str]]:
    """Return for each language its tag, its commonest words (folded) and the script it is the default for."""
    tags: dict[str, str] = {}
    words: dict[str, set[str]] = defaultdict(set)
    scripts: dict[str, str] = {}
    for subject, predicate, obj in _vocabulary():
        if predicate == PREFIXES["skos"] + "notation":
            tags[subject] = obj
        elif predicate == DD + "commonWord":
            words[subject].add(fold(obj))
        elif predicate == DD + "defaultForScript":
            scripts[subject] = obj
    return [(tags[subject], frozenset(words[subject]), scripts.get(subject, "")) for subject in sorted(tags)]


@lru_cache(maxsize=1)
def _common_words() -> dict[str, list[str]]:
    """Return the commonest words of all languages, folded, each with the tags of those that have it."""
    found: dict[str, list[str]] = defaultdict(list)
    for tag, words, _ in _languages():
        for word in words:
            found[word].append(tag)
    return dict(found)


def sentences(document: Document) -> list[Sentence]:
    """Return the sentences of the headline and the body, in order.

    A line that ends with a colon takes with it the list or the quotation that follows.
    """
    abbreviation = _abbreviations()
    result = [_sentence(document.text, document.title.start, document.title.end, headline=True)]
    for start, end in _paragraphs(document.text, document.body):
        position = start
        for stop in _STOP.finditer(document.text, start, end):
            following = _GOES_ON.match(document.text, stop.end(), end)
            if following is not None and following[0][-1].islower():
                continue
            near = max(position, document.text.rfind(" ", position, max(stop.start() - _ABBREVIATED, 0)))
            if abbreviation.search(document.text[near : stop.start() + 1]) and not (
                near == position and _is_answer(document.text, position, stop)
            ):
                continue
            if document.text[position : stop.end()].strip():
                result.append(_sentence(document.text, position, stop.end()))
            position = stop.end()
        if document.text[position:end].strip():
            result.append(_sentence(document.text, position, end))
    return [sentence for sentence in result if sentence.words]


def _is_answer(text: str, start: int, stop: re.Match[str]) -> bool:
    """Tell whether a word stands alone before a mark and no number follows ("No. It is …")."""
    alone = fold(text[start : stop.start()].strip())
    return alone in _common_words() and not text[stop.end() : stop.end() + 1].isdigit()


def _title(text: str) -> Span:
    start = len(text) - len(text.lstrip("\ufeff \t\r\n"))
    end = text.find("\n", start)
    end = len(text) if end < 0 else end
    return Span(start, start + len(text[start:end].rstrip()))


def _header(text: str, position: int) -> tuple[dict[str, str], int]:
    """Return the header's values and where the body starts."""
    values: dict[str, str] = {}
    while position < len(text):
        line_start = text.find("\n", position) + 1
        if not line_start:
            return values, len(text)
        line_end = text.find("\n", line_start)
        line_end = len(text) if line_end < 0 else line_end
        line = text[line_start:line_end]
        found = _HEADER.fullmatch(line.rstrip("\r"))
        if not found:
            return values, line_start
        values[found[1].lower()] = found[2]
        position = line_end
    return values, position


def _date(value: str | None, name: str) -> dt.date | None:
    if not value:
        return None
    try:
        return dt.date.fromisoformat(value[:10])
    except ValueError:
        raise InputError(f"{name}: date: {value} is not a date like 2025-07-16") from None


def _paragraphs(text: str, start: int) -> list[tuple[int, int]]:
    """Return the paragraphs; one that ends with a colon is joined with the list or quotation after it."""
    blocks: list[tuple[int, int]] = []
    in_list = False
    for found in re.finditer(r"[^\r\n]+", text[start:]):
        begin, end = start + found.start(), start + found.end()
        if not text[begin:end].strip():
            continue
        bullet = bool(BULLET.match(text, begin, end))
        if blocks:
            previous = text[blocks[-1][0] : blocks[-1][1]].rstrip()
            opens = previous.endswith(":")
            quote = bool(_OPENING_QUOTE.match(text, begin, end))
            if (opens and (bullet or quote)) or (in_list and bullet):
                blocks[-1] = (blocks[-1][0], end)
                in_list = bullet
                continue
        in_list = False
        blocks.append((begin, end))
    return blocks


def _sentence(text: str, start: int, end: int, *, headline: bool = False) -> Sentence:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    words = []
    position = start
    for found in _WORD.finditer(text, start, end):
        first, behind = found.span()
        words.append(Word(Span(first, behind), found[0], text[position:first]))
        position = behind
    return Sentence(Span(start, end), tuple(words), text[position:end], headline)


def quote_spans(text: str, span: Span) -> list[Span]:
    """Return what stands between quotation marks; which mark opens is told by order, not by its shape."""
    marks: list[Span] = []
    for found in _QUOTES.finditer(text, span.start, span.end):
        start, end = found.span()
        before = text[start - 1] if start > span.start else " "
        after = text[end] if end < span.end else " "
        if found[0] in "'’‘" and before.isalnum() and after.isalnum():
            continue
        marks.append(Span(start, end))
    return [Span(opening.end, closing.start) for opening, closing in zip(marks[::2], marks[1::2], strict=False)]


def is_heading(text: str, place: int) -> bool:
    """Tell whether the line around a place is a heading: short, without a full stop, with a paragraph below it."""
    start, end = text.rfind("\n", 0, place) + 1, text.find("\n", place)
    return (
        place - start <= end - start <= _HEADING
        and text[end - 1] not in _FULL_STOPS
        and text[end + 1 : end + 2] != "\n"
    )
