"""The explorer page: what is in it, that nothing in it can run but its own program, and where its nodes stand."""

from __future__ import annotations

import base64
import hashlib
import json
import re
import subprocess
import zlib
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from conftest import ROOT
from hypothesis import given
from hypothesis import strategies as st

from dadiplo import page
from dadiplo.network import LEVELS, Selection, events
from dadiplo.page.explorer import LANGUAGES, model
from dadiplo.page.packing import SAFE
from dadiplo.phrases import phrases
from dadiplo.pictures.layout import positions
from dadiplo.store import Store, parse

HOSTILE = "</script><script>window.ran=1</script><img src=x onerror=window.ran=1>\u2028&amp;{{script}}"


class Elements(HTMLParser):
    """The elements of a page: name, attributes, text."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None], str]] = []
        self.inside = False
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs), ""))
        self.inside = True

    def handle_endtag(self, tag: str) -> None:
        self.inside = False

    def handle_data(self, data: str) -> None:
        if self.inside:
            tag, attributes, text = self.found[-1]
            self.found[-1] = (tag, attributes, text + data)

    def named(self, tag: str) -> list[tuple[dict[str, str | None], str]]:
        return [(attributes, text) for name, attributes, text in self.found if name == tag]


def data_of(text: str) -> dict[str, Any]:
    """Return the data of a page, as a browser would read it."""
    held = [(a, t) for a, t in Elements(text).named("script") if a.get("id") == "data"]
    ((attributes, told),) = held
    if attributes["type"] == "application/json":
        return json.loads(told)
    assert re.fullmatch(r"[^<>&\s]+", told)
    raw = base64.b85decode(told.translate({new: old for old, new in SAFE.items()}))
    return unpacked(json.loads(zlib.decompress(raw)))


def unpacked(data: dict[str, Any]) -> dict[str, Any]:
    """Return packed data as they were, as the page does it."""

    def values(column: Any) -> Any:
        if isinstance(column, dict) and "step" in column:
            before = 0
            made: list[Any] = []
            for value in column["step"]:
                row = []
                for step in value if isinstance(value, list) else [] if value is None else [value]:
                    before += step
                    row.append(before)
                made.append(row if isinstance(value, list) else None if value is None else row[0])
            return made
        if not isinstance(column, dict):
            return column
        columns = {key: values(of) for key, of in column["of"].items()}
        return [{key: of[i] for key, of in columns.items() if of[i] is not None} for i in range(column["rows"])]

    for name in ("nodes", "events", "quotes", "sources"):
        data[name] = values(data[name])
    for level in data["levels"].values():
        level["nodes"] = values(level["nodes"])
    for event in data["events"]:
        if len(event.get("date", ())) == 1:
            event["date"] *= 3
        who, roles = event.pop("who", []), event.pop("roles", [])
        if who:
            event["parts"] = [list(part) for part in zip(who, roles, strict=True)]
        ends = {end for node in who for end in (node, *data["nodes"][node].get("states", ()))}
        event.setdefault("members", sorted(ends))
    return data


@pytest.fixture(scope="module")
def data(world: Store) -> dict[str, Any]:
    return model(world, events(world, Selection(modality="any")))


@pytest.fixture(scope="module")
def text(data: dict[str, Any]) -> str:
    return page.render(data)


def test_every_event_has_its_sources_or_quotes(world: Store, data: dict[str, Any]) -> None:
    listed = events(world, Selection(modality="any"))
    assert [event["id"].partition(":")[2] for event in data["events"]] == [e.iri.rsplit("/", 1)[1] for e in listed]
    assert all(event.get("sources") or event.get("quotes") for event in data["events"])
    quote = next(quote for quote in data["quotes"] if "أبرم الاتفاق" in quote["text"])
    assert data["sources"][quote["source"]]["language"] == "ar"
    start, end = quote["place"]
    assert len(quote["text"]) == end - start


def test_states_stand_at_sourced_places(data: dict[str, Any]) -> None:
    states = {node["id"]: node for node in data["nodes"] if node["type"] == "State"}
    assert states["state:SLV"]["place"] == pytest.approx([13.69, -89.19], abs=0.01)
    assert states["state:SGP"]["place"] == pytest.approx([1.29, 103.85], abs=0.01)
    assert len([node for node in states.values() if "place" in node]) > 0.9 * len(states)


def test_an_act_has_a_direction_only_where_it_has_two_sides(data: dict[str, Any]) -> None:
    nodes = [node["id"] for node in data["nodes"]]
    directed = {e["id"]: [[nodes[n] for n in side] for side in e["flow"]] for e in data["events"] if "flow" in e}
    assert directed
    assert not any(set(one) & set(other) for one, other in directed.values())
    assert not any(name.startswith("agreement:") for name in directed)


def test_page_holds_the_data_and_calls_nobody(data: dict[str, Any], text: str) -> None:
    assert data_of(text)["events"] == json.loads(json.dumps(data["events"]))
    found = Elements(text)
    for tag, attributes, _ in found.found:
        assert not any(name.startswith("on") or name == "style" for name in attributes), tag
        assert not {"src", "srcset", "action", "ping"} & set(attributes), tag
        assert attributes.get("href", "data:,") == "data:,"
    assert not re.search(r"@import|url\(|https?://", found.named("style")[0][1])
    program = found.named("script")[-1][1]
    assert not re.search(
        r"innerHTML|outerHTML|insertAdjacent|document\.write|eval\(|fetch\(|XMLHttp|import\(|WebSocket|https?://",
        program,
    )


def test_policy_allows_only_the_program_and_style_of_the_page(text: str) -> None:
    found = Elements(text)
    (policy,) = [a["content"] for a, _ in found.named("meta") if a.get("http-equiv") == "Content-Security-Policy"]
    rules = dict(rule.split(" ", 1) for rule in str(policy).split("; "))

    def digest(content: str) -> str:
        return "'sha256-" + base64.b64encode(hashlib.sha256(content.encode()).digest()).decode() + "'"

    assert rules["default-src"] == rules["base-uri"] == rules["form-action"] == "'none'"
    assert rules["script-src"] == digest(found.named("script")[-1][1])
    assert rules["style-src"] == digest(found.named("style")[0][1])
    assert "unsafe" not in str(policy)


@pytest.mark.parametrize("limit", [0, 10**9], ids=["compressed", "readable"])
def test_labels_cannot_leave_the_data(data: dict[str, Any], limit: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(page, "READABLE", limit)
    hostile = {**data, "nodes": [{**node, "labels": {"en": HOSTILE}} for node in data["nodes"]]}
    made = page.render(hostile)
    assert data_of(made)["nodes"][0]["labels"]["en"] == HOSTILE
    assert [tag for tag, _, _ in Elements(made).found] == [tag for tag, _, _ in Elements(page.render(data)).found]
    assert "window.ran" not in re.sub(r'(?s)<script type="application/[^>]*>.*?</script>', "", made)


def test_packed_data_are_the_same(data: dict[str, Any], monkeypatch: pytest.MonkeyPatch) -> None:
    packed = page.render(data)
    monkeypatch.setattr(page, "READABLE", 10**9)
    plain = page.render(data)
    assert data_of(packed) == data_of(plain)
    assert len(packed) < 0.4 * len(plain)


def test_page_says_everything_in_four_languages(text: str) -> None:
    told = phrases("explorer")
    assert set(told) == set(LANGUAGES)
    for language in LANGUAGES:
        assert set(told[language]) == set(told["en"])
        for name, words in told[language].items():
            assert sorted(re.findall(r"\{\w+\}", words)) == sorted(re.findall(r"\{\w+\}", told["en"][name])), name
    program = Elements(text).named("script")[-1][1]
    used = set(re.findall(r'\bsay\(\s*"([a-z-]+)"', program)) | set(
        re.findall(r'data-(?:text|label|placeholder)="([a-z-]+)"', text)
    )
    assert used - {"shape-"} <= set(told["en"])
    # And says nothing that is never read.
    read = program + text
    for module in ("picture", "projection"):
        read += (ROOT / "src" / "dadiplo" / "pictures" / f"{module}.py").read_text(encoding="utf-8")
    composed = {name for name in told["en"] if name.startswith(("shape-", "picture-of-", "no-script"))}
    assert [name for name in sorted(set(told["en"]) - composed) if f'"{name}"' not in read] == []


def test_page_opens_in_the_language_asked_for(data: dict[str, Any]) -> None:
    made = page.render(data, language="ar", view="map", level="events")
    assert Elements(made).named("html")[0][0] == {"lang": "ar", "dir": "rtl"}
    assert data_of(made)["start"] == {"language": "ar", "view": "map", "level": "agents"}


def test_command_writes_the_same_page_twice(
    run: Callable[..., subprocess.CompletedProcess[str]], tmp_path: Path
) -> None:
    for name in ("one.html", "other.html"):
        assert run("export", "html", "--about", "PK", "-o", tmp_path / name).returncode == 0
    one = (tmp_path / "one.html").read_bytes()
    assert one == (tmp_path / "other.html").read_bytes()
    assert {event["type"] for event in data_of(one.decode())["events"]} > {"Agreement", "Meeting"}
    assert run("export", "html", "--without-inferred").returncode == 2


def test_states_without_events_leave_an_empty_but_whole_page() -> None:
    store = Store()
    store.extend(parse("<urn:a> <urn:b> <urn:c> .", "turtle", name="nothing"))
    made = page.render(model(store, []))
    assert data_of(made)["levels"].keys() == LEVELS.keys()
    assert data_of(made)["events"] == []


# Layout


def ring(size: int) -> list[dict[int, float]]:
    return [{(i - 1) % size: 1.0, (i + 1) % size: 1.0} for i in range(size)]


def test_a_ring_is_drawn_as_a_ring() -> None:
    placed = positions(ring(24))
    radii = [(x * x + y * y) ** 0.5 for x, y in placed]
    assert min(radii) > 0.75 * max(radii)


def test_large_networks_are_laid_out_by_pivots() -> None:
    size = 30
    grid = [
        {
            j: 1.0
            for j in (i - size, i + size, i - 1, i + 1)
            if 0 <= j < size * size and (abs(i - j) != 1 or i // size == j // size)
        }
        for i in range(size * size)
    ]
    placed = positions(grid)
    near = [
        ((placed[i][0] - placed[j][0]) ** 2 + (placed[i][1] - placed[j][1]) ** 2) ** 0.5
        for i in range(size * size)
        for j in grid[i]
    ]
    corners = [placed[i] for i in (0, size - 1, size * size - size, size * size - 1)]
    across = ((corners[0][0] - corners[3][0]) ** 2 + (corners[0][1] - corners[3][1]) ** 2) ** 0.5
    assert sum(near) / len(near) < 2
    assert across > 20


@given(st.lists(st.tuples(st.integers(0, 12), st.integers(0, 12)), max_size=30))
def test_nodes_never_lie_upon_one_another_and_stay_where_they_were(pairs: list[tuple[int, int]]) -> None:
    graph: list[dict[int, float]] = [{} for _ in range(13)]
    for one, other in pairs:
        if one != other:
            graph[one][other] = graph[other][one] = 1.0
    placed = positions(graph)
    assert placed == positions(graph)
    apart = [abs(a[0] - b[0]) + abs(a[1] - b[1]) for i, a in enumerate(placed) for b in placed[:i]]
    assert min(apart) > 0.3
