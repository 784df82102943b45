"""A saved news page becomes an article with its title, date, publisher, address and language; nothing is fetched."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import SAMPLE, Run

from dadiplo import pages
from dadiplo.errors import InputError
from dadiplo.pages import read_page

PARAGRAPHS = [part for part in SAMPLE.read_text(encoding="utf-8").split("\n\n")[1:] if len(part) > 80]
ARABIC = "".join(f"<p>{part}</p>\n" for part in PARAGRAPHS)
ENGLISH = (
    "<p>Pakistan and El Salvador signed a letter of intent on Bitcoin in San Salvador, officials of both said.</p>" * 3
)
NAVIGATION = (
    "<nav><ul><li><a href='/'>Home page of it all</a></li><li><a href='/markets'>Markets today</a></li></ul></nav>"
)


def page(body: str = ARABIC, head: str = "", lang: str = "ar") -> str:
    return (
        f"<!DOCTYPE html><html lang='{lang}'><head><meta charset='utf-8'><title>العنوان | الموقع</title>{head}"
        f"<script>var x = '<p>never shown</p>';</script></head><body>{NAVIGATION}<article><h1>العنوان</h1>{body}</article>"
        "<footer>All rights reserved 2019</footer></body></html>"
    )


HEAD = """<meta property="og:title" content="اتفاق تاريخي"><meta property="og:site_name" content="صحيفة">
<link rel="canonical" href="https://example.org/news/1">
<meta property="article:published_time" content="2025-07-16T22:10:00+05:00">"""


def test_page_as_an_article(run: Run, tmp_path: Path) -> None:
    (tmp_path / "saved.html").write_text(page(head=HEAD), encoding="utf-8")
    done = run("extract", "saved.html", "-f", "json", "-o", "out")
    assert (done.returncode, done.stderr) == (0, "")
    text = (tmp_path / "out" / "saved.txt").read_text(encoding="utf-8")
    assert text.startswith(
        "اتفاق تاريخي\ndate: 2025-07-16\npublisher: صحيفة\nurl: https://example.org/news/1\nlanguage: ar\n\n"
    )
    assert PARAGRAPHS[0] in text
    assert "never shown" not in text
    assert "Markets today" not in text
    record = json.loads((tmp_path / "out" / "saved.json").read_text(encoding="utf-8"))
    assert (record["id"], record["lang"], record["published"]) == ("saved", "ar", "2025-07-16")
    assert any(event["type"] == "Agreement" for event in record["events"])
    assert all(event["evidence"] in text for event in record["events"])
    again = run("extract", "out/saved.txt", "-f", "json").stdout
    assert json.loads(again) == record, "the text beside it is the article"


@pytest.mark.parametrize(
    ("head", "body", "day"),
    [
        ('<meta name="date" content="2025-07-16">', "", "2025-07-16"),
        ('<meta itemprop="datePublished" content="2025-07-16T00:30:00Z">', "", "2025-07-16"),
        (
            '<script type="application/ld+json">{"datePublished": "2025-07-16T08:00:00+03:00"}</script>',
            "",
            "2025-07-16",
        ),
        ("", "<time datetime='2025-07-16T08:00'>Wednesday</time>", "2025-07-16"),
        ('<meta name="pubdate" content="Wed, 16 Jul 2025 08:00:00 +0300">', "", "2025-07-16"),
        ('<link rel="canonical" href="https://example.org/2025/7/16/story">', "", "2025-07-16"),
        ('<meta property="article:modified_time" content="2025-08-01">', "", ""),
        ("", "<p>Seen on 16 July 2024, © 2019, img-2018-01-01.jpg</p>", ""),
        ('<meta name="date" content="soon">', "", ""),
    ],
)
def test_date_is_the_declared_one_or_none(head: str, body: str, day: str) -> None:
    assert read_page(page(body + ARABIC, head).encode(), name="p").date == day


def test_language_is_that_of_the_text_unless_another_is_declared() -> None:
    assert read_page(page(ARABIC, lang="en-US").encode(), name="p").language == "ar"
    assert read_page(page(ENGLISH, lang="ar").encode(), name="p").language == "en"
    assert read_page(page(ENGLISH, lang="de").encode(), name="p").language == "de"


def test_encodings() -> None:
    expected = read_page(page().encode(), name="p")
    declared = page().replace("charset='utf-8'", "charset='windows-1256'").replace("ـ", "")
    assert read_page(declared.encode("windows-1256", "ignore"), name="p").title == expected.title
    assert read_page(page().encode("utf-16"), name="p") == expected
    assert read_page(b"\xef\xbb\xbf" + page().encode(), name="p") == expected
    for data in (b"<p>\xff\xfe\xfa</p>", b"<meta charset=no-such-thing><p>\xff\xfa</p>"):
        with pytest.raises(InputError, match="save it as UTF-8"):
            read_page(data, name="p")


HOSTILE = {
    "empty": (b"", "empty"),
    "nothing to read": (b"<html><body></body></html>", "no article|no page"),
    "deep": (b"<div>" * 100_000, "nested"),
    "full": (b"<p>x</p>" * 100_000, "elements"),
    "attributes": (b"<div " + b" ".join(b"a%d" % n for n in range(100_000)) + b">x", "attributes"),
    "comments": (b"<!--" * 500_000, "no article|no page"),
    "scripts": (b"<script>" * 200_000, "no article|no page"),
    "50 MB": (b"<p>word</p>" * 5_000_000, "too large"),
    "long": (b"<p>" + b"word " * 700_000, "too large"),
    "binary": (bytes(range(256)) * 100, "UTF-8|no page|no article"),
}


@pytest.mark.parametrize("case", HOSTILE)
def test_hostile_page_ends_in_one_line(case: str, run: Run, tmp_path: Path) -> None:
    data, message = HOSTILE[case]
    (tmp_path / "bad.html").write_bytes(data)
    done = run("extract", "bad.html")
    assert (done.returncode, done.stdout) == (3, "")
    assert done.stderr.count("\n") == 1
    assert done.stderr.startswith("dadiplo: bad.html: ")
    assert any(part in done.stderr for part in message.split("|")), done.stderr


def test_missing_library_is_told_with_the_remedy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    with pytest.raises(InputError, match=r"pip install 'dadiplo\[html\]'"):
        read_page(page().encode(), name="p")


def test_page_is_read_without_network(tmp_path: Path) -> None:
    (tmp_path / "p.html").write_text(page(head=HEAD + "<link rel=stylesheet href=https://example.org/x.css>"))
    script = """
import sys
def watch(event, arguments):
    if event in ("socket.connect", "socket.getaddrinfo", "socket.sendto", "socket.sendmsg"):
        raise SystemExit(99)
sys.addaudithook(watch)
from pathlib import Path
from dadiplo.pages import read_page
assert read_page(Path("p.html").read_bytes(), name="p").body
"""
    assert subprocess.run([sys.executable, "-c", script], cwd=tmp_path, check=False).returncode == 0


def test_scripts_styles_and_pictures_are_left_out() -> None:
    assert pages._without_inert("a<script>x</script>b<STYLE>y</style >c<!-- z -->d<!-->e") == "abcde"
    assert pages._without_inert("a<script>never closed") == "a"
    assert pages._without_inert("<img src='data:image/png;base64,AAAA'>") == "<img src=''>"
