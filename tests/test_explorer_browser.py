"""The explorer page in a browser without a network: what a reader sees, clicks and types."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from browser import Browser, executable

from dadiplo import page
from dadiplo.network import Selection, events
from dadiplo.page.explorer import model
from dadiplo.store import Store

pytestmark = pytest.mark.skipif(executable() is None, reason="no Chromium on this machine: apt-get install chromium")

PAKISTAN, SALVADOR = "state:PAK", "state:SLV"
LETTER = "agreement:pak-slv-letter-of-intent-1"


@pytest.fixture(scope="module")
def data(world: Store) -> dict[str, Any]:
    return model(world, events(world, Selection(modality="any")))


@pytest.fixture(scope="module")
def explorer(data: dict[str, Any], tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("page") / "explorer.html"
    path.write_text(page.render(data), encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with Browser() as started:
        yield started


@pytest.fixture
def opened(browser: Browser, explorer: Path) -> Iterator[Browser]:
    browser.requests.clear()
    browser.messages.clear()
    browser.open(explorer)
    yield browser
    assert browser.messages == []
    assert {url.partition("#")[0] for url in browser.requests} <= {"about:blank", explorer.as_uri(), "data:,"}


def text(browser: Browser, selector: str) -> str:
    """Return what an element says, without the marks that isolate names."""
    told = str(browser.run(f"document.querySelector({json.dumps(selector)})?.innerText ?? ''"))
    return told.replace("\u2068", "").replace("\u2069", "")


def hits(browser: Browser) -> list[str]:
    return [str(hit) for hit in browser.run("[...document.querySelectorAll('#hits li')].map(li => li.innerText)")]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("السلڤادور", None),
        ("الامارات", "United Arab Emirates"),
        ("الإماراتُ العـــربية", "United Arab Emirates"),
        ("ال سلواڈور", "El Salvador"),
        ("بوکيلے", "Nayib Bukele"),
        ("turkiye", "Türkiye"),
        ("SLV", "El Salvador"),
    ],
)
def test_search_reads_any_spelling(opened: Browser, typed: str, expected: str | None) -> None:
    opened.type("#query", typed)
    if expected is None:
        assert text(opened, "#hits .none") == "Nothing found"
    else:
        assert hits(opened)[0].startswith(expected)
        opened.press("Enter")
        assert text(opened, "#panel h2").strip() == expected


def test_panel_of_an_event_reads_quote_voice_and_source(opened: Browser, explorer: Path) -> None:
    opened.open(explorer, f"#event={LETTER}")
    assert "Letter of intent" in text(opened, "#panel h2")
    assert "اتفاق تاريخي بين باكستان والسلفادور" in text(opened, "#panel blockquote")
    assert opened.run("getComputedStyle(document.querySelector('#panel blockquote')).direction") == "rtl"
    assert "article's own voice" in text(opened, "#panel figcaption")
    links = opened.run("[...document.querySelectorAll('#panel .sources a')].map(a => [a.href, a.rel])")
    assert len(links) > 3
    assert all(href.startswith("https://") and rel == "noopener noreferrer" for href, rel in links)


def test_click_on_a_node_and_on_a_link(opened: Browser, explorer: Path) -> None:
    opened.open(explorer, f"#as=modality:actual&link={PAKISTAN}~{SALVADOR}")
    assert text(opened, "#panel h2") == "Pakistan – El Salvador"
    opened.open(explorer, f"#as=modality:actual&node={PAKISTAN}")
    # The chosen node has a ring in the accent colour; the middle of what is inside it is the node.
    opened.run("document.getElementById('close').click()")
    assert opened.run("document.getElementById('panel').hidden")
    # Step to the weightiest node by key and open it: the keyboard does what the pointer does.
    opened.run("document.getElementById('canvas').focus()")
    opened.press("n")
    named = text(opened, "#live").partition(",")[0]
    opened.press("Enter")
    assert text(opened, "#panel h2").strip() == named
    opened.press("Escape")
    assert opened.run("document.getElementById('panel').hidden")


def test_pointer_finds_what_is_drawn(opened: Browser, explorer: Path) -> None:
    opened.open(explorer, "#view=map&as=modality:actual")
    box = opened.run(
        "(() => { const b = document.getElementById('canvas').getBoundingClientRect(); return [b.x, b.y, b.width, b.height]; })()"
    )
    seen = set()
    for row in range(12):
        for column in range(24):
            x, y = box[0] + box[2] * (column + 0.5) / 24, box[1] + box[3] * (row + 0.5) / 12
            opened.call("Input.dispatchMouseEvent", type="mouseMoved", x=x, y=y)
            if not opened.run("document.getElementById('tip').hidden"):
                seen.add((x, y))
    assert seen
    opened.click_at(*sorted(seen)[0])
    assert not opened.run("document.getElementById('panel').hidden")
    assert text(opened, "#panel h2")


def test_filters_narrow_and_the_address_keeps_them(opened: Browser, explorer: Path) -> None:
    def shown() -> str:
        return text(opened, "#counts")

    before = shown()
    opened.click("[id='types/Meeting']")
    meetings = shown()
    assert meetings != before
    assert "kind=Meeting" in opened.run("location.hash")
    opened.run(
        "(() => { const i = document.getElementById('first'); i.value = 2025 * 4; i.dispatchEvent(new Event('input')); })()"
    )
    assert "time=2025-01~" in opened.run("location.hash")
    narrowed, address = shown(), opened.run("location.hash")
    assert narrowed != meetings
    opened.open(explorer, address)
    assert shown() == narrowed
    opened.click("#reset")
    assert shown().startswith("Events: 4")


def test_path_between_two_states_with_what_it_rests_on(opened: Browser, explorer: Path) -> None:
    opened.open(explorer, f"#as=modality:actual&node={PAKISTAN}")
    opened.click("#path-from")
    opened.type("#query", "السعودية")
    opened.press("Enter")
    assert "Shortest path: Pakistan – Saudi Arabia" in text(opened, "#panel h2").replace("\u2068", "").replace(
        "\u2069", ""
    )
    steps = opened.run("[...document.querySelectorAll('.path > li:not(.between)')].map(li => li.innerText.trim())")
    assert steps[0] == "Pakistan"
    assert steps[-1] == "Saudi Arabia"
    assert len(steps) > 2
    assert opened.run("document.querySelectorAll('.path .between .item').length") >= len(steps) - 1
    assert f"path={PAKISTAN}~state:SAU" in opened.run("location.hash")


def test_neighbourhood_hides_the_rest(opened: Browser, explorer: Path) -> None:
    opened.open(explorer, f"#as=modality:actual&node={PAKISTAN}")
    whole = text(opened, "#counts")
    opened.click("#ego")
    assert text(opened, "#counts") != whole
    opened.press("Escape")
    opened.press("Escape")
    assert text(opened, "#counts") == whole


def test_arabic_turns_the_page_around(opened: Browser) -> None:
    opened.run(
        "(() => { const s = document.getElementById('language'); s.value = 'ar'; s.dispatchEvent(new Event('change')); })()"
    )
    assert opened.run("[document.documentElement.lang, document.documentElement.dir, document.title]") == [
        "ar",
        "rtl",
        "دبلوماسية الأصول الرقمية",
    ]
    filters, stage = opened.run("['filters', 'stage'].map(id => document.getElementById(id).getBoundingClientRect().x)")
    assert filters > stage
    assert "اتفاق" in text(opened, "#filters")
    opened.type("#query", "Pakistan")
    assert hits(opened)[0].startswith("باكستان")


def test_table_has_the_events_as_text(opened: Browser, explorer: Path) -> None:
    opened.open(explorer, "#view=table&kind=Agreement&as=modality:actual")
    rows = opened.run("document.querySelectorAll('#table tbody tr').length")
    assert f"Events: {rows} " in text(opened, "#table caption")
    assert opened.run("[...document.querySelectorAll('#table thead th')].every(th => th.scope === 'col')")
    opened.run("document.querySelector('#table tbody th button').focus()")
    opened.press("Enter")
    assert text(opened, "#panel h2")


def test_everything_that_can_be_used_has_a_name_and_the_keyboard_reaches_it(opened: Browser) -> None:
    nameless = opened.run(
        "[...document.querySelectorAll('button, input, select, canvas[role], a')].filter(e => !e.closest('[hidden]') &&"
        " !(e.getAttribute('aria-label') || e.innerText || e.labels?.length)).map(e => e.outerHTML)"
    )
    assert nameless == []
    reached = []
    for _ in range(8):
        opened.press("Tab")
        reached.append(opened.run("document.activeElement.id || document.activeElement.dataset.view"))
    assert reached == ["skip", "query", "network", "map", "table", "language", "theme", "reset"]


def test_dark_follows_the_system_until_one_chooses(opened: Browser, explorer: Path) -> None:
    opened.media(prefers_color_scheme="dark")
    try:
        opened.open(explorer)
        assert opened.run("document.documentElement.dataset.theme") == "dark"
        opened.click("#theme")
        assert opened.run("document.documentElement.dataset.theme") == "light"
        assert "theme=light" in opened.run("location.hash")
    finally:
        opened.media()


def test_hostile_labels_are_only_read(browser: Browser, data: dict[str, Any], tmp_path: Path) -> None:
    script = "<script>window.ran=1</script>"
    bad = f"</script>{script}<img src=x onerror=window.ran=1>\u2028<svg onload=window.ran=1>"
    hostile = json.loads(json.dumps(data))
    for node in hostile["nodes"]:
        node["labels"] = {"en": bad, "ar": bad}
    for event in hostile["events"]:
        event["labels"] = {"en": bad}
    for source in hostile["sources"]:
        source.update(title=bad, url="javascript:window.ran=1", publisher=bad)
    for quote in hostile["quotes"]:
        quote["text"] = bad
    hostile["words"] = {key: {"en": bad} for key in hostile["words"]}
    for limit, name in ((0, "packed.html"), (10**9, "plain.html")):
        page.READABLE, usual = limit, page.READABLE
        try:
            (tmp_path / name).write_text(page.render(hostile), encoding="utf-8")
        finally:
            page.READABLE = usual
        browser.requests.clear()
        browser.open(tmp_path / name, f"#event={LETTER}")
        browser.type("#query", "onerror")
        assert "<img src=x onerror" in text(browser, "#panel h2")
        assert "onerror" in hits(browser)[0]
        browser.run("[...document.querySelectorAll('.more')].forEach(b => b.click())")
        browser.open(tmp_path / name, "#view=table")
        assert browser.run(
            "window.ran === undefined && document.querySelectorAll('img, main svg[onload]').length === 0"
        )
        assert browser.run("document.querySelectorAll('a[href^=javascript]').length") == 0
        assert {url.partition("#")[0] for url in browser.requests} <= {
            "about:blank",
            (tmp_path / name).as_uri(),
            "data:,",
        }


def test_print_has_the_picture_and_the_whole_panel(opened: Browser, explorer: Path) -> None:
    opened.size(700, 900)
    opened.call("Emulation.setEmulatedMedia", media="print")
    try:
        opened.open(explorer, f"#event={LETTER}")
        stage, panel = opened.run(
            "['stage', 'panel'].map(id => { const b = document.getElementById(id).getBoundingClientRect(); return [b.top, b.bottom]; })"
        )
        assert stage[1] <= panel[0]
        assert opened.run("(p => p.scrollHeight <= p.clientHeight + 1)(document.getElementById('panel'))")
        assert opened.run("['filters', 'query', 'time'].every(id => !document.getElementById(id).offsetHeight)")
    finally:
        opened.call("Emulation.setEmulatedMedia", media="")
        opened.size(1440, 900)
