"""One page on a thing: what a reader finds on it, in which direction, and that it is one harmless document."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree

import pytest
from conftest import Run

from dadiplo.pictures.illustrations import illustrations
from dadiplo.report import as_html, as_markdown, report
from dadiplo.resources import ID
from dadiplo.store import IRI, Literal, Quad, Store

LETTER = f"{ID}agreement/pak-slv-letter-of-intent-1"


class Page(HTMLParser):
    """The elements of a page with their attributes, and whether each that is opened is closed."""

    VOID = ("meta", "link", "br", "img")

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


@pytest.mark.parametrize(("language", "direction"), [("en", "ltr"), ("ar", "rtl"), ("es", "ltr"), ("ur", "rtl")])
def test_page_has_its_direction_and_every_footnote_its_source(language: str, direction: str, world: Store) -> None:
    page = Page(as_html(report(world, f"{ID}state/PAK", language)))
    assert page.open == []
    assert ("html", {"lang": language, "dir": direction}) in page.tags
    targets = {attrs["id"] for tag, attrs in page.tags if tag == "li"}
    links = {str(attrs["href"])[1:] for tag, attrs in page.tags if tag == "a" and str(attrs["href"]).startswith("#")}
    assert links
    assert links <= targets
    assert not any(tag == "script" for tag, _ in page.tags)


def test_state_has_its_partners_law_and_open_questions(world: Store) -> None:
    told = report(world, f"{ID}state/SLV")
    assert [section.key for section in told.sections][:4] == ["timeline", "linked", "partners", "legal-status"]
    facts = dict(told.facts)
    assert facts["kind"] == "State"
    assert facts["بالعربية"] == "السلفادور"
    text = as_markdown(told)
    assert "legal tender" in text
    assert "Sources differ on" in text


def test_agreement_has_parties_signatory_quotes_and_what_is_not_said(world: Store) -> None:
    text = as_markdown(report(world, LETTER))
    assert text.startswith("# Letter of intent of the Bitcoin Office of El Salvador and the Pakistan Crypto Council\n")
    assert "- **has signatory**: Bilal bin Saqib\n" in text
    assert "Whether the agreement is binding is not said." in text
    assert "> \u2068فقد أبرم الاتفاق بين “مكتب البيتكوين السلفادوري” و”مجلس التشفير الباكستاني”\u2069 [^3]" in text
    notes = set(re.findall(r"^\[\^(\d+)\]:", text, re.MULTILINE))
    assert set(re.findall(r"\[\^(\d+)\](?!:)", text)) <= notes


@pytest.mark.parametrize(
    ("thing", "keys", "shown"),
    [
        ("state/PAK", ["map-", "timeline-"], "السلفادور"),
        ("person/bilal-bin-saqib", ["network-", "timeline-"], "باكستان"),
        ("org/tether", ["network-", "timeline-"], "جورجيا"),
    ],
)
def test_pictures_stand_on_the_page_in_its_language(world: Store, thing: str, keys: list[str], shown: str) -> None:
    pictures = illustrations(world, ID + thing, "ar")
    assert pictures == illustrations(world, ID + thing, "ar")
    page = as_html(report(world, ID + thing, "ar"), pictures)
    elements = Page(page).tags
    drawn = [attributes for tag, attributes in elements if tag == "svg"]
    # Text inside keeps its anchors although the page runs from right to left.
    assert [(a["direction"], a["xml:lang"], a["role"]) for a in drawn] == [("ltr", "ar", "img")] * len(keys)
    assert [a["aria-labelledby"] for a in drawn] == [f"{key}title {key}desc" for key in keys]
    ids = [str(attributes["id"]) for _, attributes in elements if "id" in attributes]
    assert len(ids) == len(set(ids))
    assert {f"{key}title" for key in keys} <= set(ids)
    assert not any("style" in attributes for _, attributes in elements)
    assert f">\u2067{shown}\u2069<" in page
    for svg, told in pictures:
        assert ElementTree.fromstring(svg).findtext("{http://www.w3.org/2000/svg}desc") == re.sub(
            "[\u2068\u2069]", "", told
        )


def test_pictures_can_be_read_on_a_dark_page(world: Store) -> None:
    page = as_html(report(world, f"{ID}state/PAK"), illustrations(world, f"{ID}state/PAK"))
    dark = page.partition("prefers-color-scheme:dark){figure ")[2].partition("</style>")[0]
    for colour in ("#1b2430", "#fbfaf7", "#5a6572"):
        assert f'[fill="{colour}"]{{fill:#' in dark
        assert f'fill="{colour}"' in page.partition("</style>")[2]


def test_map_of_partners_shows_no_links_among_the_others(world: Store) -> None:
    svg, _ = illustrations(world, f"{ID}state/THA")[0]
    names = re.findall("<g><title>([^<]*)<", svg)
    lines = svg.partition('stroke-opacity="0.62"')[2].partition("</g>")[0].count("<path")
    # A conference of n states would else give n (n - 1) / 2 lines.
    assert len(names) > 3
    assert len(names) - 1 <= lines < len(names) * 3


def test_what_has_no_events_has_no_pictures(world: Store) -> None:
    assert illustrations(world, f"{ID}state/TUV") == []
    assert illustrations(world, LETTER) == []


def test_same_bytes_twice(world: Store) -> None:
    assert as_html(report(world, LETTER, "ar")) == as_html(report(world, LETTER, "ar"))


def test_hostile_name_is_text(world: Store) -> None:
    store = Store()
    store.extend(world)
    name = "<script>alert(1)</script>\"'&"
    store.extend(
        [Quad(IRI(LETTER), IRI("http://www.w3.org/2004/02/skos/core#prefLabel"), Literal("!" + name, language="en"))]
    )
    page = as_html(report(store, LETTER))
    assert "<script" not in page
    assert "&lt;script&gt;" in page


def test_command_writes_a_page_or_markdown(run: Run, tmp_path: Path) -> None:
    assert run("report", "Thailand", "-o", "thailand.html").returncode == 0
    text = (tmp_path / "thailand.html").read_text(encoding="utf-8")
    assert text.startswith("<!doctype html>")
    assert "<figure><svg" in text
    assert run("report", "كينيا", "--lang", "ar").stdout.startswith("# كينيا\n")
    assert run("report", "Boliva").returncode == 2
