"""One page on a thing: what a reader finds on it, in which direction, and that it is one harmless document."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from conftest import Run

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
    assert run("report", "Kenya", "-o", "kenya.html").returncode == 0
    assert (tmp_path / "kenya.html").read_text(encoding="utf-8").startswith("<!doctype html>")
    assert run("report", "كينيا", "--lang", "ar").stdout.startswith("# كينيا\n")
    assert run("report", "Boliva").returncode == 2
