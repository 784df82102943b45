"""Saved news pages as text, with what their markup says of title, date, publisher, address and language.

The one module that knows trafilatura (main text and metadata of a page; A. Barbaresi, ACL 2021). It is handed a page
that is already here and fetches nothing. Its dates are not used: where none is declared, they are guessed.
"""

from __future__ import annotations

import codecs
import datetime as dt
import re
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from typing import Any

from dadiplo.documents import detect_language, known_languages
from dadiplo.errors import InputError

#: A page saved with its pictures inside is large; more than this is no page of news.
MAX_PAGE = 20_000_000
#: What is left of a page without scripts, styles and embedded pictures.
_MAX_MARKUP = 3_000_000
#: Levels of elements; real pages have a few dozen, and the parser's recursion is not without end.
_MAX_DEPTH = 400
_MAX_ELEMENTS = 40_000

_INERT = re.compile(r"<!--|<(script|style|svg|noscript|template|iframe|object)\b[^>]*>", re.IGNORECASE)
_CLOSING = {
    name: re.compile(rf"</{name}\b[^>]*>", re.IGNORECASE)
    for name in ("script", "style", "svg", "noscript", "template", "iframe", "object")
}
_TAG = re.compile(r"<(/?)([a-z][a-z0-9]*)", re.IGNORECASE)
#: A tag with more attributes than anybody writes; parsers compare each with all others.
_OVERLOADED = re.compile(
    r"""<[a-z][^\s>]*+(?:\s++[^\s=>"']++(?:\s*+=\s*+(?:"[^"]*+"|'[^']*+'|[^\s>"']*+))?+){500}""", re.IGNORECASE
)
#: Elements that end by themselves, so that an opening tag is not one level more.
_SELF_CLOSING = {
    "p", "li", "br", "img", "input", "meta", "link", "hr", "source", "wbr", "option", "td", "tr", "th", "dt", "dd",
}  # fmt: skip
_EMBEDDED = re.compile(r"\bdata:[\w.+/-]+(?:;[\w=-]+)*,[^\"'\s)>]*")
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w:.-]{2,30})", re.IGNORECASE)
_BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_PUBLISHED = {
    "article:published_time", "og:published_time", "og:article:published_time", "datepublished", "date", "pubdate",
    "publishdate", "publish-date", "publication_date", "originalpublicationdate", "dc.date", "dc.date.issued",
    "dc.date.created", "dcterms.date", "dcterms.issued", "dcterms.created", "parsely-pub-date", "sailthru.date",
}  # fmt: skip
_JSON_DATE = re.compile(r'"datePublished"\s*:\s*"([^"]{4,40})"')
_DAY_IN_ADDRESS = re.compile(r"/((?:19|20)\d\d)[/-](\d\d?)[/-](\d\d?)(?=\D|$)")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


@dataclass(frozen=True, slots=True)
class Page:
    """The article of a page; ``date`` is ``YYYY-MM-DD``. What the markup does not say is empty."""

    title: str
    body: str
    date: str = ""
    publisher: str = ""
    url: str = ""
    language: str = ""


def read_page(data: bytes, *, name: str) -> Page:
    """Return the article of a saved page.

    The date is one that the markup declares (meta elements, JSON-LD, ``time``) or that stands in its address, never
    one guessed from the text. Of the languages that the lexicon has, the letters and words of the text decide; another
    one is believed if the page declares it.

    Raises:
        InputError: the page is too large, too deep, in an unknown encoding or has no article; or trafilatura is
            not installed.

    """
    try:
        import trafilatura
        from trafilatura.metadata import extract_metadata
    except ImportError:
        raise InputError(f"{name}: reading pages needs trafilatura; pip install 'dadiplo[html]'") from None
    if len(data) > MAX_PAGE:
        raise InputError(f"{name}: more than {MAX_PAGE:,} bytes is too large for a page")
    markup = _without_inert(_decoded(data, name))
    if len(markup) > _MAX_MARKUP:
        raise InputError(f"{name}: {len(markup):,} characters of markup is too large for a page of news")
    _refuse_overgrown(markup, name)
    tree = trafilatura.load_html(markup)
    if tree is None:
        raise InputError(f"{name}: no page of HTML")
    about = extract_metadata(tree)
    found = trafilatura.bare_extraction(markup, include_comments=False, include_tables=False)
    body = _lines(getattr(found, "text", None) or "")
    title = " ".join((about.title or "").split())
    if body and body[0] == title:
        del body[0]
    if not body:
        raise InputError(f"{name}: no article found in this page")
    if not title:
        title = body.pop(0)
    text = "\n\n".join(body)
    language = _language(tree)
    url = about.url or ""
    if language in known_languages():
        language = detect_language(f"{title}\n{text}")
    return Page(
        title=_CONTROL.sub("", title),
        body=_CONTROL.sub("", text),
        date=_published(tree, markup, url),
        publisher=about.sitename or "",
        url=url if re.fullmatch(r"https?://\S+", url) else "",
        language=language,
    )


def _decoded(data: bytes, name: str) -> str:
    """Return a page as text: by its byte order mark, as UTF-8, or in the encoding that it declares."""
    encodings = [encoding for mark, encoding in _BOMS if data.startswith(mark)] or ["utf-8"]
    declared = _CHARSET.search(data[:4096])
    if declared:
        encodings.append(declared[1].decode("ascii"))
    for encoding in encodings:
        try:
            text = data.decode(encoding)
        except (UnicodeError, LookupError):
            continue
        if isinstance(text, str) and text.strip("\ufeff\x00 \t\r\n"):
            return text
    if not data.strip():
        raise InputError(f"{name}: the file is empty")
    raise InputError(f"{name}: neither UTF-8 nor in an encoding that the page declares; save it as UTF-8")


def _without_inert(markup: str) -> str:
    """Return a page without what is no text: comments, scripts except JSON-LD, styles, drawings, embedded pictures.

    What is opened and never closed ends with the page, as in a browser; so the page is gone through once.
    """
    kept = []
    position = 0
    while found := _INERT.search(markup, position):
        name = (found[1] or "").lower()
        kept.append(markup[position : found.start()])
        closing = _CLOSING[name].search(markup, found.end()) if name else None
        end = closing.end() if closing else (markup.find("-->", found.start() + 2) + 3 if not name else 0)
        if end < found.end():
            position = len(markup)
            break
        if name == "script" and "ld+json" in found[0].lower():
            kept.append(markup[found.start() : end])
        position = end
    kept.append(markup[position:])
    return re.sub(r"^\s*<\?xml[^>]*\?>", "", _EMBEDDED.sub("", "".join(kept)))


def _refuse_overgrown(markup: str, name: str) -> None:
    """Refuse a page so deep or so full that reading it would take minutes or overrun the stack."""
    depth = deepest = count = 0
    for found in _TAG.finditer(markup):
        count += not found[1]
        if found[2].lower() not in _SELF_CLOSING:
            depth = max(0, depth - 1) if found[1] else depth + 1
            deepest = max(deepest, depth)
    if deepest > _MAX_DEPTH:
        raise InputError(f"{name}: elements nested {deepest:,} deep; this is no page of news")
    if count > _MAX_ELEMENTS:
        raise InputError(f"{name}: {count:,} elements; this is no page of news")
    if _OVERLOADED.search(markup):
        raise InputError(f"{name}: an element with hundreds of attributes; this is no page of news")


def _published(tree: Any, markup: str, url: str) -> str:
    """Return the day of publication that the page declares, else the one in its address."""
    metas = {
        (meta.get("property") or meta.get("name") or meta.get("itemprop") or "").lower(): meta.get("content") or ""
        for meta in reversed(tree.findall(".//meta"))
    }
    declared = [metas[name] for name in sorted(_PUBLISHED & set(metas), key=len, reverse=True)]
    declared += _JSON_DATE.findall(markup)[:1]
    for path in ("//time[@pubdate or @itemprop='datePublished']", "//article//time", "//h1/following::time"):
        declared += [time.get("datetime") or "" for time in tree.xpath(path)[:1]]
    for value in declared:
        if day := _day(value.strip()):
            return day
    in_address = _DAY_IN_ADDRESS.search(url)
    return _day("{}-{:0>2}-{:0>2}".format(*in_address.groups())) if in_address else ""


def _day(value: str) -> str:
    """Return the day of an ISO 8601 or RFC 5322 date, or an empty string."""
    for read in (dt.date.fromisoformat, dt.datetime.fromisoformat, parsedate_to_datetime):
        try:
            found = read(value)
        except (ValueError, TypeError, IndexError):
            continue
        return found.date().isoformat() if isinstance(found, dt.datetime) else found.isoformat()
    return ""


def _language(tree: Any) -> str:
    """Return the primary tag of the language that the page declares."""
    declared = tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang") or ""
    primary = re.split(r"[-_]", declared.strip().lower())[0]
    return primary if re.fullmatch(r"[a-z]{2,3}", primary) else ""


def _lines(text: str) -> list[str]:
    return [line for line in (" ".join(part.split()) for part in text.splitlines()) if line]
