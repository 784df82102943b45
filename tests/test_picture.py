"""Pictures: well-formed SVG with alternative text, nothing outside the paper, PNG with letters of both scripts."""

from __future__ import annotations

import math
import re
import struct
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dadiplo.network import Selection, events
from dadiplo.page.explorer import model
from dadiplo.pictures.drawing import HEIGHT, WIDTH
from dadiplo.pictures.picture import PICTURES, svg
from dadiplo.pictures.projection import arc, equal_earth
from dadiplo.pictures.raster import png
from dadiplo.store import Store

SVG = "{http://www.w3.org/2000/svg}"
HOSTILE = "<script>alert(1)</script> & \x00\x1f\ufffe \"'"


@pytest.fixture(scope="module")
def data(world: Store) -> dict[str, Any]:
    return model(world, events(world, Selection()))


@pytest.mark.parametrize("picture", PICTURES)
@pytest.mark.parametrize("language", ["en", "ar", "es", "ur"])
def test_a_picture_is_well_formed_and_says_what_it_shows(data: dict[str, Any], picture: str, language: str) -> None:
    drawn = ElementTree.fromstring(svg(data, picture, language=language))
    assert drawn.get("role") == "img"
    assert drawn.findtext(f"{SVG}title")
    told = drawn.findtext(f"{SVG}desc") or ""
    assert re.search(r"\d", told)
    assert (
        "2014"
        if picture == "timeline"
        else {"en": "Pakistan", "ar": "باكستان", "es": "Pakistán", "ur": "پاکستان"}[language]
    ) in told
    assert {element.tag.removeprefix(SVG) for element in drawn.iter()} <= {
        "svg",
        "title",
        "desc",
        "g",
        "path",
        "rect",
        "circle",
        "text",
    }


@pytest.mark.parametrize("picture", PICTURES)
def test_everything_is_on_the_paper(data: dict[str, Any], picture: str) -> None:
    text = svg(data, picture)
    for path in re.findall(r' d="(M[^"a-z]*)"', text):
        for x, y in re.findall(r"(-?[\d.]+) (-?[\d.]+)", path):
            assert -5 <= float(x) <= WIDTH + 5
            assert -5 <= float(y) <= HEIGHT + 5
    assert "nan" not in text
    assert "inf" not in text
    assert "j " not in re.sub(r"<(text|title|desc)[^>]*>[^<]*", "", text)


def test_names_do_not_cover_one_another(data: dict[str, Any]) -> None:
    """Names have a halo; with 14 pixels two of them are nearer only if they lie apart in the other direction."""
    named = re.findall(
        r'<text x="([\d.]+)" y="([\d.]+)"[^>]*stroke[^>]*>([^<]*)<', svg(data, "network", level="agents")
    )
    assert len(named) > 60
    for i, (x1, y1, one) in enumerate(named):
        for x2, y2, other in named[:i]:
            if abs(float(y1) - float(y2)) < 12:
                assert abs(float(x1) - float(x2)) > 3 * (len(one) + len(other)) * 0.6, (one, other)


def test_map_has_all_capitals_and_names_of_continents_where_there_is_room(data: dict[str, Any]) -> None:
    """Faint dots show where the states are that take part in nothing: they stand in for the coasts."""
    text = svg(data, "map", language="es")
    dots = re.findall(r"M([\d.]+) ([\d.]+)h0", text)
    assert len(dots) == len(data["capitals"]) / 2 > 190
    assert ">América del Norte<" in text


def test_labels_are_only_text(data: dict[str, Any]) -> None:
    hostile = {**data, "nodes": [{**node, "labels": {"en": HOSTILE}} for node in data["nodes"]]}
    drawn = ElementTree.fromstring(svg(hostile, "network"))
    assert not list(drawn.iter(f"{SVG}script"))
    assert any(
        (title.text or "").startswith("<script>alert(1)</script> & \ufffd") for title in drawn.iter(f"{SVG}title")
    )


def test_an_image_has_the_letters_of_both_scripts() -> None:
    def ink(text: str) -> bytes:
        return png(
            f'<svg xmlns="http://www.w3.org/2000/svg" width="300" height="60"><text x="150" y="40" font-size="30" text-anchor="middle">{text}</text></svg>',
            1,
        )

    missing = ink("\U0001f9ff")
    assert ink("Pakistan") != missing
    assert ink("پاکستان") != missing
    # Joined letters are drawn otherwise than the same letters kept apart.
    assert ink("\u2067پاک\u2069") != ink("\u2067پ\u200cا\u200cک\u2069")


def test_image_of_the_map(data: dict[str, Any]) -> None:
    image = png(svg(data, "map", language="ur"), 1)
    assert image[:8] == b"\x89PNG\r\n\x1a\n"
    assert struct.unpack(">II", image[16:24]) == (WIDTH, HEIGHT)


def test_commands_write_pictures(run: Callable[..., subprocess.CompletedProcess[str]], tmp_path: Path) -> None:
    assert (
        run(
            "export", "svg", "--picture", "map", "--lang", "ar", "--kind", "Agreement", "-o", tmp_path / "map.svg"
        ).returncode
        == 0
    )
    assert "خريطة" in (tmp_path / "map.svg").read_text(encoding="utf-8")
    assert run("export", "png", "--picture", "timeline", "-o", tmp_path / "time.png").returncode == 0
    assert (tmp_path / "time.png").read_bytes().startswith(b"\x89PNG")
    refused = run("export", "gexf", "--picture", "map")
    assert (refused.returncode, refused.stderr.count("\n")) == (2, 1)


def test_without_the_extra_a_line_says_what_is_missing() -> None:
    script = "import sys; sys.modules['resvg_py'] = None\nfrom dadiplo.pictures.raster import png\ntry:\n    png('<svg/>')\nexcept Exception as error: print(error)"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout == "PNG needs pip install 'dadiplo[png]'; SVG does not\n"


# Projection


def test_equal_earth_keeps_areas_and_known_points() -> None:
    # The map is 2.05 times as wide as high, and a zone between parallels has the area it has on the globe.
    assert equal_earth(180, 0)[0] / equal_earth(0, 90)[1] == pytest.approx(2.0549, abs=1e-3)
    strip = sum(
        (equal_earth(180, lat + 0.5)[0] * 2) * (equal_earth(0, lat + 1)[1] - equal_earth(0, lat)[1])
        for lat in range(30, 60)
    )
    assert strip == pytest.approx(2 * math.pi * (math.sin(math.radians(60)) - 0.5), rel=1e-3)


@given(st.tuples(*[st.floats(-80, 80), st.floats(-180, 180)] * 2))
def test_arcs_begin_and_end_at_their_places_and_stay_on_the_map(spots: tuple[float, float, float, float]) -> None:
    one, other = spots[:2], spots[2:]
    pieces = arc(one, other)
    assert 1 <= len(pieces) <= 2
    for point, (latitude, longitude) in ((pieces[0][0], one), (pieces[-1][-1], other)):
        assert point[1] == pytest.approx(equal_earth(longitude, latitude)[1], abs=0.02)
        assert abs(point[0]) == pytest.approx(abs(equal_earth(longitude, latitude)[0]), abs=0.02)
    top = equal_earth(0, 90)[1]
    assert all(abs(y) <= top for piece in pieces for _, y in piece)
