"""Pictures of analyses: well-formed SVG with alternative text and the names of the table, the same bytes every time."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest
from conftest import Run

from dadiplo.analysis import ANALYSES, Request
from dadiplo.analysis.charts import PLOTS, draw
from dadiplo.filters import level_of
from dadiplo.network import Selection
from dadiplo.pictures.drawing import HEIGHT, WIDTH
from dadiplo.resources import ID, PREFIXES
from dadiplo.store import Store

SVG = "{http://www.w3.org/2000/svg}"
LEGAL_TENDER = PREFIXES["measure-kind"] + "legal-tender"
SINGAPORE = f"{ID}state/SGP"


def drawn(store: Store, name: str, language: str = "en", *, about: str = "", limit: int = -1) -> str:
    analysis = ANALYSES[name]
    about = SINGAPORE if "about!" in analysis.options else about
    selection = Selection(kind=LEGAL_TENDER if name == "diffusion" else "")
    most = analysis.limit if limit < 0 else limit
    request = Request(selection, level_of(store, about, analysis.levels), about, most)
    return draw(store, analysis, request, analysis.run(store, request), language)


def names(svg: str) -> list[str]:
    return [(text.text or "").strip("\u2067\u2069") for text in ElementTree.fromstring(svg).iter(f"{SVG}text")]


@pytest.mark.parametrize("name", sorted(PLOTS))
@pytest.mark.parametrize("language", ["en", "ar", "es", "ur"])
def test_a_picture_is_well_formed_and_says_what_it_shows(world: Store, name: str, language: str) -> None:
    svg = drawn(world, name, language)
    root = ElementTree.fromstring(svg)
    assert root.get("role") == "img"
    assert root.findtext(f"{SVG}title")
    assert re.search(r"\d", root.findtext(f"{SVG}desc") or "")
    assert not re.search(r"\bnan\b|\binf\b|style=|<script", svg)
    for x, y in re.findall(r"[ML](-?[\d.]+) (-?[\d.]+)", svg):
        assert -5 <= float(x) <= WIDTH + 5
        assert -5 <= float(y) <= HEIGHT + 5
    assert svg == drawn(world, name, language)


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("brokers", {"United Kingdom", "Pakistan", "Hong Kong SAR China"}),
        ("communities", {"El Salvador", "Ghana"}),
        ("ego", {"Singapore", "Australia", "Agreement"}),
        ("diffusion", {"Marshall Islands", "El Salvador", "2018", "first time"}),
        ("forecast", {"forecast", "United Arab Emirates", "what happened"}),
        ("timeline", {"Legal Measure", "2014", "2026"}),
        ("centrality", {"2016", "2026", "Pakistan"}),
    ],
)
def test_names_of_the_table_are_in_the_picture(world: Store, name: str, shown: set[str]) -> None:
    assert shown <= set(names(drawn(world, name)))


def test_right_to_left_names_are_isolated(world: Store) -> None:
    svg = drawn(world, "ego", "ar")
    assert ">\u2067سنغافورة\u2069<" in svg
    assert 'xml:lang="ar"' in svg


def test_few_events_have_their_names_and_uncertain_dates_a_line(world: Store) -> None:
    svg = drawn(world, "timeline", about=f"{ID}state/CAF")
    assert any("Sango" in name for name in names(svg))
    assert re.search(r'd="M[\d.]+ [\d.]+H[\d.]+" stroke="#[0-9a-f]{6}" stroke-width="3"', svg)


def test_the_standing_of_one_leaves_gaps_where_it_has_no_events(world: Store) -> None:
    svg = drawn(world, "centrality", about=f"{ID}state/GBR")
    assert {"partners", "strength", "betweenness", "PageRank"} <= set(names(svg))
    curves = re.findall(r'd="([^"]*)" stroke="#0072b2" stroke-width="2.5"', svg)
    assert [curve.count("M") for curve in curves] == [2] * 4


def test_a_forecast_is_dashed_and_told_as_one(world: Store) -> None:
    svg = drawn(world, "forecast", limit=3)
    assert len(re.findall(r'<path d="[^"]*" stroke="#d55e00" stroke-width="[\d.]+" stroke-dasharray="9', svg)) == 3
    assert ElementTree.fromstring(svg).findtext(f"{SVG}desc", "").startswith("Forecast, not fact")
    assert "This is a forecast from patterns of the past, not something that a source says." in names(svg)


def test_command_writes_a_picture_beside_the_table(run: Run, tmp_path: Path) -> None:
    done = run("analyze", "brokers", "--limit", "2", "--plot", tmp_path / "brokers.svg", "-f", "csv")
    assert (done.returncode, done.stdout.count("\n")) == (0, 3)
    assert ElementTree.fromstring((tmp_path / "brokers.svg").read_text(encoding="utf-8")).tag == f"{SVG}svg"
    assert run("analyze", "ego", "PK", "--lang", "ur", "--plot", tmp_path / "ego.png").returncode == 0
    assert (tmp_path / "ego.png").read_bytes().startswith(b"\x89PNG")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("visits", "--plot", "visits.svg"), "those that have: brokers, centrality, communities, diffusion"),
        (("brokers", "--plot", "brokers.gif"), ".svg or .png"),
    ],
)
def test_what_cannot_be_drawn_is_told_in_a_line(run: Run, arguments: tuple[str, ...], told: str) -> None:
    done = run("analyze", *arguments)
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    assert told in done.stderr


def test_nothing_to_draw_writes_nothing(run: Run, tmp_path: Path) -> None:
    done = run("analyze", "brokers", "--since", "2100-01-01", "--plot", tmp_path / "none.svg")
    assert done.returncode == 0
    assert done.stderr.count("\n") == 1
    assert not (tmp_path / "none.svg").exists()
