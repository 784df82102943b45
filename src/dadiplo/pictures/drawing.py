"""What pictures are made of: SVG with text of both directions, names that do not cover one another, legends."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from typing import TypeVar

Point = tuple[float, float]
Box = tuple[float, float, float, float]
Key = TypeVar("Key")
WIDTH, HEIGHT = 1600, 1000
#: Room for title and legend.
TOP, BOTTOM, SIDE = 92, 86, 60
FONTS = "Inter, 'Noto Sans', 'Noto Sans Arabic', Amiri, sans-serif"
INK, SOFT, LINE, GROUND, SEA, FAINT = "#1b2430", "#5a6572", "#dcdbd5", "#fbfaf7", "#f1f4f5", "#a9b4bd"
#: Kind of event → colour that the colour-blind can tell from the others (Okabe and Ito 2008).
COLOURS = {
    "Agreement": "#0072b2", "Meeting": "#009e73", "Statement": "#cc79a7", "LegalMeasure": "#d55e00",
    "DigitalMoneyAction": "#56b4e9", "ReserveAction": "#e69f00", "other": "#8b949e",
}  # fmt: skip
#: Type of agent → its shape; all others are bodies.
SHAPES = {"State": "state", "Person": "person"}
FILLS = {"state": "#26384d", "body": "#6c7a89", "person": "#a0835a"}
RIGHT_TO_LEFT = ("ar", "ur")
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_ARABIC = re.compile("[\u0590-\u08ff]")


#: Colours of a picture → those that take their place where the page around it is dark.
DARK = {
    INK: "#e6e9ee", SOFT: "#a5b0bb", LINE: "#303945", GROUND: "#14181e", SEA: "#191f27", FAINT: "#55616d",
    "#26384d": "#d5dde5", "#6c7a89": "#8e9cab", "#a0835a": "#c7a877",
    "#0072b2": "#4ba3e0", "#009e73": "#2cc295", "#cc79a7": "#e29bc4", "#d55e00": "#f0813d",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Paper:
    """The size of a picture in pixels, with the room above and below for heading and legend, and at the sides."""

    width: int = WIDTH
    height: int = HEIGHT
    top: int = TOP
    bottom: int = BOTTOM
    side: int = SIDE

    @property
    def middle(self) -> Point:
        """The middle of what is between heading and legend."""
        return self.width / 2, (self.top + self.height - self.bottom) / 2


SHEET = Paper()


@dataclass(frozen=True, slots=True)
class Dot:
    """A node with its name; ``strong`` names are larger."""

    place: Point
    radius: float
    name: str
    shape: str = "state"
    fill: str = ""
    strong: bool = False


def document(title: str, told: str, body: str, language: str, paper: Paper = SHEET, key: str = "") -> str:
    """Return an SVG document with a title and, as alternative text, what it shows; both are written if there is room.

    Args:
        title: its title.
        told: what it shows, in words.
        body: SVG elements.
        language: of all that is written.
        paper: its size.
        key: tells it from other pictures on the same page.

    """
    right = language in RIGHT_TO_LEFT
    at = paper.width - paper.side if right else paper.side
    head = ""
    if paper.top >= TOP:
        head = text(title, at, 46, 30, weight=600, anchor="start", right=right)
        for number, row in enumerate(wrapped(told, 15, paper.width - 2 * paper.side)):
            head += text(row, at, 74 + 19 * number, 15, fill=SOFT, anchor="start", right=right)
    size = f'width="{paper.width}" height="{paper.height}"'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} viewBox="0 0 {paper.width} {paper.height}" '
        f'direction="ltr" role="img" aria-labelledby="{key}title {key}desc" xml:lang="{language}" '
        f'font-family="{FONTS}">\n'
        f'<title id="{key}title">{clean(title)}</title>\n<desc id="{key}desc">{clean(told)}</desc>\n'
        f'<rect {size} fill="{GROUND}"/>\n{body}{head}</svg>\n'
    )


def darkened() -> str:
    """Return the style rules by which pictures inside an HTML page take other colours."""
    return "".join(
        f'figure [{part}="{light}"]{{{part}:{dark}}}' for light, dark in DARK.items() for part in ("fill", "stroke")
    )


def fit(places: Mapping[Key, Point], paper: Paper = SHEET) -> dict[Key, Point]:
    """Return places stretched to the paper."""
    if not places:
        return {}
    xs, ys = [x for x, _ in places.values()], [y for _, y in places.values()]
    margin = paper.side + 70
    across, down = max(max(xs) - min(xs), 1), max(max(ys) - min(ys), 1)
    scale = min((paper.width - 2 * margin) / across, (paper.height - paper.top - paper.bottom - 60) / down)
    cx, cy = (max(xs) + min(xs)) / 2, (max(ys) + min(ys)) / 2
    x0, y0 = paper.middle
    return {n: (x0 + (x - cx) * scale, y0 + (y - cy) * scale) for n, (x, y) in places.items()}


def bent(points: list[Point], bend: float) -> list[Point]:
    """Return a course that leaves the straight one by so many pixels in the middle."""
    if not bend:
        return points
    if len(points) == 2:
        (x1, y1), (x2, y2) = points
        points = [(x1 + (x2 - x1) * i / 10, y1 + (y2 - y1) * i / 10) for i in range(11)]
    swung = []
    for i, (x, y) in enumerate(points):
        before, after = points[max(0, i - 1)], points[min(len(points) - 1, i + 1)]
        dx, dy = after[0] - before[0], after[1] - before[1]
        swing = math.sin(math.pi * i / max(1, len(points) - 1))
        off = bend * math.sqrt(max(0.0, swing)) / (math.hypot(dx, dy) or 1)
        swung.append((x - dy * off, y + dx * off))
    return swung


def strands(counts: Mapping[tuple[str, bool], int], course: Sequence[list[Point]], gap: float) -> list[str]:
    """Return the lines of a link, so many pixels apart: one for each kind of event, dashed if it is no fact.

    Args:
        counts: how many events of a kind, reported as fact or not.
        course: pieces of the way from one node to the other.
        gap: pixels between two lines.

    """
    found = []
    ordered = sorted(counts, key=lambda key: (list(COLOURS).index(key[0]), not key[1]))
    for number, (kind, fact) in enumerate(ordered):
        bend = (number - (len(ordered) - 1) / 2) * gap
        path = "".join("M" + "L".join(map(xy, bent(piece, bend))) for piece in course)
        dash = "" if fact else ' stroke-dasharray="5 4"'
        width = min(1.2 + 0.8 * math.log2(counts[kind, fact]), 5)
        found.append(f'<path d="{path}" stroke="{COLOURS[kind]}" stroke-width="{width:.1f}"{dash}/>')
    return found


def lines(paths: Iterable[str]) -> str:
    """Draw paths as lines through which those below are seen."""
    return '<g fill="none" stroke-opacity="0.62" stroke-linecap="round">\n' + "\n".join(paths) + "\n</g>\n"


def dots(nodes: Sequence[Dot], regions: Mapping[str, Point] | None = None, paper: Paper = SHEET) -> str:
    """Draw nodes, and names where they do not cover one another: those of the first nodes first, of regions last."""
    drawn, names = [], []
    taken: list[tuple[Box, float]] = [(_around(dot), dot.radius) for dot in nodes]
    crowd = 1.0 if len(nodes) < 800 else 0.8
    for dot in nodes:
        (x, y), r = dot.place, dot.radius
        drawn.append(f"<g><title>{clean(dot.name)}</title>{shape(dot.shape, x, y, r, dot.fill)}</g>")
        short = shorten(dot.name)
        size = (17 if dot.strong else 14) * crowd
        wide, tall = width(short, size) * (1.06 if dot.strong else 1) + 4, size * 1.3
        corners = (
            (x + r + 3, y - tall / 2), (x - r - 3 - wide, y - tall / 2), (x - wide / 2, y + r + 1),
            (x - wide / 2, y - r - 1 - tall), (x + r * 0.7 + 2, y + r * 0.7),
            (x - r * 0.7 - 2 - wide, y - r * 0.7 - tall),
        )  # fmt: skip
        inside = [
            (left, top, left + wide, top + tall)
            for left, top in corners
            if 8 < left < paper.width - 8 - wide and paper.top - 8 < top < paper.height - paper.bottom + 6 - tall
        ]
        # In a crowd the names of the weightiest may lie upon small nodes.
        for least in (0.0, r * 0.6) if dot.strong else (0.0,):
            blocking = [other for other, radius in taken if radius > least and other != _around(dot)]
            place = next((spot for spot in inside if not any(meet(spot, other) for other in blocking)), None)
            if place:
                taken.append((place, math.inf))
                fill, weight = INK if dot.shape == "state" else SOFT, 600 if dot.strong else 400
                at = (place[0] + wide / 2, place[1] + tall * 0.77)
                names.append(text(short, *at, size, fill=fill, weight=weight, halo=True))
                break
    under = ""
    for region, (x, y) in (regions or {}).items():
        half = width(region, 19) * 0.7
        if not any(meet((x - half, y - 16, x + half, y + 6), other) for other, _ in taken):
            under += text(region, x, y, 19, fill=FAINT, wide=True)
    above = "\n".join(reversed(drawn))
    return f'{under}<g stroke="{GROUND}" stroke-width="1.5">\n{above}\n</g>\n' + "".join(names)


def _around(dot: Dot) -> Box:
    (x, y), r = dot.place, dot.radius
    return x - r, y - r, x + r, y + r


def shorten(name: str, most: int = 38) -> str:
    """Return a name of at most so many letters."""
    return name if len(name) <= most else name[: most - 2].rstrip() + "…"


def shape(kind: str, x: float, y: float, r: float, fill: str = "") -> str:
    """Draw a node: states are circles, persons diamonds, bodies squares."""
    fill = fill or FILLS[kind]
    if kind == "state":
        return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{r:.1f}" fill="{fill}"/>'
    if kind == "person":
        d = r * 1.2
        return f'<path d="M{x:.1f} {y - d:.1f}l{d:.1f} {d:.1f}l{-d:.1f} {d:.1f}l{-d:.1f} {-d:.1f}z" fill="{fill}"/>'
    d = r * 0.9
    return box(x - d, y - d, 2 * d, 2 * d, fill, d * 0.35)


def box(x: float, y: float, width: float, height: float, fill: str, corner: float = 0) -> str:
    """Draw a rectangle."""
    rounded = f' rx="{corner:.1f}"' if corner else ""
    return f'<rect x="{x:.1f}" y="{y:.1f}" width="{width:.1f}" height="{height:.1f}"{rounded} fill="{fill}"/>'


def line_sign(colour: str, dashed: bool = False) -> str:
    """Draw a line for a legend."""
    dash = ' stroke-width="2" stroke-dasharray="5 4"' if dashed else ' stroke-width="5" stroke-linecap="round"'
    return f'<path d="M0 0h22" stroke="{colour}"{dash}/>'


def legend(entries: Iterable[tuple[str, str]], language: str, paper: Paper = SHEET) -> str:
    """Draw signs, each made around (11, 0), with what they mean, from the side where reading starts."""
    right = language in RIGHT_TO_LEFT
    at, row, parts = float(paper.side), paper.height - paper.bottom + 24, []
    for sign, meaning in entries:
        wide = 32 + width(meaning, 14) + 22
        if at + wide > paper.width - paper.side:
            at, row = float(paper.side), row + 22
        x = paper.width - at - 22 if right else at
        parts.append(f'<g transform="translate({x:.1f} {row - 5})">{sign}</g>')
        parts.append(text(meaning, x - 8 if right else x + 30, row, 14, fill=SOFT, anchor="start", right=right))
        at += wide
    return "".join(parts)


def notes(sentences: Iterable[str], language: str) -> str:
    """Write what has to be known to read a picture, below it, in lines that fit."""
    right = language in RIGHT_TO_LEFT
    rows = [row for sentence in sentences for row in wrapped(sentence, 10.5, WIDTH - 2 * SIDE)]
    at = WIDTH - SIDE if right else SIDE
    first = HEIGHT - 8 - 13 * (len(rows) - 1)
    return "".join(
        text(row, at, first + 13 * number, 10.5, fill=SOFT, anchor="start", right=right)
        for number, row in enumerate(rows)
    )


def wrapped(sentence: str, size: float, room: float) -> list[str]:
    """Return a sentence in lines that fit into so many pixels."""
    rows = [""]
    for word in sentence.split():
        longer = f"{rows[-1]} {word}".strip()
        if rows[-1] and width(longer, size) > room:
            rows.append(word)
        else:
            rows[-1] = longer
    return rows


def text(
    told: str,
    x: float,
    y: float,
    size: float,
    *,
    fill: str = INK,
    weight: int = 400,
    anchor: str = "middle",
    right: bool = False,
    halo: bool = False,
    wide: bool = False,
) -> str:
    """Return a line of text; right-to-left text is isolated, since not every renderer finds out by itself."""
    arabic = bool(_ARABIC.search(told))
    shown = f"\u2067{clean(told)}\u2069" if arabic else clean(told)
    if right and anchor == "start":
        anchor = "end"
    edge = f' stroke="{GROUND}" stroke-width="3.5" stroke-linejoin="round" paint-order="stroke"' if halo else ""
    # Letters of Arabic are joined and cannot stand apart.
    spaced = f' letter-spacing="{size / 5:g}"' if wide and not arabic else ""
    bold = f' font-weight="{weight}"' if weight != 400 else ""
    place = f'x="{x:.1f}" y="{y:.1f}" font-size="{size:g}" fill="{fill}" text-anchor="{anchor}"'
    return f"<text {place}{bold}{spaced}{edge}>{shown}</text>\n"


def clean(text: str) -> str:
    """Return a text as XML, without marks of direction, which ``text`` sets, and what XML cannot hold."""
    return escape(_NOT_XML.sub("\ufffd", text.replace("\u2068", "").replace("\u2069", "")))


def width(text: str, size: float) -> float:
    """Return about how wide a text is: fonts differ, and this is on the wide side of most."""
    return size * sum(
        0.3 if char in " .,:;'’-–ilI|" else 0.48 if "\u0590" <= char <= "\u08ff" else 0.66 if char.isupper() else 0.56
        for char in text
    )


def meet(one: Box, other: Box) -> bool:
    """Tell whether two boxes have something in common."""
    return one[0] < other[2] and one[2] > other[0] and one[1] < other[3] and one[3] > other[1]


def xy(point: Point) -> str:
    """Return a point as a path names it."""
    return f"{point[0]:.1f} {point[1]:.1f}"
