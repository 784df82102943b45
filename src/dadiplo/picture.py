"""Pictures of the graph as SVG: the network, the map of states, the timeline; made of what the explorer page shows."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from html import escape
from itertools import combinations
from typing import Any

from dadiplo.network import LEVELS
from dadiplo.phrases import phrase
from dadiplo.projection import equal_earth, graticule, great_circle, outline

Point = tuple[float, float]
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
SHAPES = {"State": "state", "Person": "person"}
FILLS = {"state": "#26384d", "body": "#6c7a89", "person": "#a0835a"}
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff]")


@dataclass(frozen=True, slots=True)
class Sheet:
    """What a picture is drawn from: the data of the explorer page, the level and the language."""

    data: dict[str, Any]
    level: str
    language: str

    def name(self, labels: dict[str, str]) -> str:
        """Return a label in the language of the picture, else in English, else in any."""
        return labels.get(self.language) or labels.get("en") or next(iter(labels.values()), "")

    def say(self, key: str, **slots: object) -> str:
        """Return words of the page."""
        return phrase(key, self.language, "explorer", **slots)

    def type(self, event: dict[str, Any]) -> str:
        """Return what an event is coloured as."""
        return event["type"] if event["type"] in COLOURS else "other"


def svg(data: dict[str, Any], picture: str, *, level: str = "states", language: str = "en") -> str:
    """Return a picture as an SVG document with alternative text, 1600 by 1000 pixels.

    Args:
        data: what ``explorer.model`` returns.
        picture: one of ``PICTURES``.
        level: whose network; the map is always of states.
        language: of names and words.

    """
    shown = "states" if picture == "map" else level if level in LEVELS else "agents"
    sheet = Sheet(data, shown, language)
    body, told = PICTURES[picture](sheet)
    title = sheet.say("title")
    right = language in ("ar", "ur")
    at = WIDTH - SIDE if right else SIDE
    head = _text(title, at, 46, 30, weight=600, anchor="start", right=right) + _text(
        told, at, 74, 15, fill=SOFT, anchor="start", right=right
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{HEIGHT}" viewBox="0 0 {WIDTH} {HEIGHT}" '
        f'role="img" aria-labelledby="title desc" xml:lang="{language}" font-family="{FONTS}">\n'
        f'<title id="title">{_clean(title)}</title>\n<desc id="desc">{_clean(told)}</desc>\n'
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="{GROUND}"/>\n{body}{head}{_legend(sheet, picture)}</svg>\n'
    )


def _network(sheet: Sheet) -> tuple[str, str]:
    level = sheet.data["levels"][sheet.level]
    linked, weights = _linked(sheet, set(level["nodes"]))
    near = {node for pair in linked for node in pair}
    # Who is linked with nobody says nothing in a network that cannot be searched.
    places = {n: (x, y) for n, x, y in zip(level["nodes"], level["x"], level["y"], strict=True) if n in near}
    fitted = _fit(places)
    courses = {pair: [[fitted[pair[0]], fitted[pair[1]]]] for pair in linked}
    drawn = _lines(sheet, linked, courses, 8) + _dots(sheet, fitted, weights)
    return drawn, sheet.say(
        "picture-of-network", nodes=len(near), events=_count(linked), most=_most(sheet, weights, near)
    )


def _map(sheet: Sheet) -> tuple[str, str]:
    nodes = sheet.data["nodes"]
    inside = {number for number, node in enumerate(nodes) if node["type"] == "State" and "place" in node}
    linked, weights = _linked(sheet, inside)
    near = {node for pair in linked for node in pair}
    scale = (WIDTH - 2 * SIDE) / (equal_earth(180, 0)[0] * 2)
    middle = (TOP + HEIGHT - BOTTOM) / 2

    def paper(point: Point) -> Point:
        return WIDTH / 2 + point[0] * scale, middle - point[1] * scale

    courses = {
        (a, b): [list(map(paper, piece)) for piece in great_circle(nodes[a]["place"], nodes[b]["place"])]
        for a, b in linked
    }
    spots = {n: paper(equal_earth(nodes[n]["place"][1], nodes[n]["place"][0])) for n in sorted(inside) if weights[n]}
    names = {sheet.say(key): paper(equal_earth(*reversed(place))) for key, place in sheet.data["continents"].items()}
    drawn = _globe(sheet, paper) + _lines(sheet, linked, courses, 4) + _dots(sheet, spots, weights, names)
    note = sheet.say("map-note") + " " + sheet.say("map-sources")
    drawn += _text(note, WIDTH / 2, HEIGHT - 16, 11, fill=SOFT, right=sheet.language in ("ar", "ur"))
    return drawn, sheet.say("picture-of-map", nodes=len(near), events=_count(linked), most=_most(sheet, weights, near))


def _globe(sheet: Sheet, paper: Callable[[Point], Point]) -> str:
    """Draw what the map stands on: its edge, meridians and parallels, and all capitals as dots."""

    def course(points: list[Point]) -> str:
        return "M" + "L".join(_pair(paper(point)) for point in points)

    net = "".join(map(course, graticule(15)))
    parts = [
        f'<path fill="{SEA}" stroke="{LINE}" d="{course(outline())}Z"/>\n',
        f'<path fill="none" stroke="{LINE}" stroke-width="0.6" d="{net}"/>\n',
    ]
    for latitude in (-60, -30, 0, 30, 60):
        x, y = paper(equal_earth(-180, latitude))
        parts.append(_text(f"{abs(latitude)}°", x - 8, y + 4, 11, fill=FAINT, anchor="end"))
    places = sheet.data["capitals"]
    spots = (paper(equal_earth(places[i + 1], places[i])) for i in range(0, len(places), 2))
    dots = "".join(f"M{_pair(spot)}h0" for spot in spots)
    parts.append(f'<path stroke="{FAINT}" stroke-width="3.4" stroke-linecap="round" d="{dots}"/>\n')
    return "".join(parts)


def _timeline(sheet: Sheet) -> tuple[str, str]:
    heaps: dict[int, Counter[str]] = defaultdict(Counter)
    undated = 0
    for event in sheet.data["events"]:
        if not event.get("date"):
            undated += 1
            continue
        year, month = event["date"][1].split("-")[:2]
        heaps[int(year) * 4 + (int(month) - 1) // 3][sheet.type(event)] += 1
    first, last = (min(heaps) // 4, max(heaps) // 4) if heaps else (0, 0)
    most = max((heap.total() for heap in heaps.values()), default=1)
    slot = (WIDTH - 2 * SIDE) / ((last - first + 1) * 4)
    floor, height = HEIGHT - BOTTOM - 50, HEIGHT - BOTTOM - 50 - TOP - 30
    step = next(n for n in (1, 2, 5, 10, 20, 50, 100, 200, 500, 10**9) if most / n <= 6)
    parts = []
    for value in range(0, most + 1, step):
        y = floor - value / most * height
        parts.append(f'<path stroke="{LINE}" d="M{SIDE} {y:.1f}H{WIDTH - SIDE}"/>')
        parts.append(_text(str(value), SIDE - 10, y + 5, 14, fill=SOFT, anchor="end"))
    for quarter in sorted(heaps):
        x, y = SIDE + (quarter - first * 4) * slot, float(floor)
        for kind, colour in COLOURS.items():
            tall = heaps[quarter][kind] / most * height
            if tall:
                y -= tall
                parts.append(_box(x + slot * 0.12, y, slot * 0.76, tall, colour))
    for year in range(first, last + 1) if heaps else ():
        parts.append(_text(str(year), SIDE + (year - first + 0.5) * slot * 4, floor + 26, 15, fill=SOFT))
    dated = sum(heap.total() for heap in heaps.values())
    told = sheet.say("picture-of-timeline", first=first, last=last, events=dated, undated=undated)
    return "\n".join(parts) + "\n", told


#: Name on the command line → what draws it and tells it in words.
PICTURES: dict[str, Callable[[Sheet], tuple[str, str]]] = {"network": _network, "map": _map, "timeline": _timeline}

Pair = tuple[int, int]


def _linked(sheet: Sheet, inside: set[int]) -> tuple[dict[Pair, list[dict[str, Any]]], Counter[int]]:
    """Return the events of each pair of nodes, and in how many events each node is."""
    linked: dict[Pair, list[dict[str, Any]]] = defaultdict(list)
    weights: Counter[int] = Counter()
    for event in sheet.data["events"]:
        members = [node for node in event["members"] if node in inside]
        weights.update(members)
        for one, other in combinations(sorted(members), 2):
            linked[one, other].append(event)
    return dict(sorted(linked.items())), weights


def _count(linked: dict[Pair, list[dict[str, Any]]]) -> int:
    return len({event["id"] for events in linked.values() for event in events})


def _most(sheet: Sheet, weights: Counter[int], near: Iterable[int]) -> str:
    names = sorted(near, key=lambda node: (-weights[node], node))[:5]
    return phrase("comma", sheet.language).join(sheet.name(sheet.data["nodes"][node]["labels"]) for node in names)


def _fit(places: dict[int, Point]) -> dict[int, Point]:
    """Return places stretched to the paper."""
    if not places:
        return {}
    xs, ys = [x for x, _ in places.values()], [y for _, y in places.values()]
    margin = SIDE + 70
    across, down = max(max(xs) - min(xs), 1), max(max(ys) - min(ys), 1)
    scale = min((WIDTH - 2 * margin) / across, (HEIGHT - TOP - BOTTOM - 60) / down)
    cx, cy = (max(xs) + min(xs)) / 2, (max(ys) + min(ys)) / 2
    middle = (TOP + HEIGHT - BOTTOM) / 2
    return {n: (WIDTH / 2 + (x - cx) * scale, middle + (y - cy) * scale) for n, (x, y) in places.items()}


def _lines(
    sheet: Sheet, linked: dict[Pair, list[dict[str, Any]]], courses: dict[Pair, list[list[Point]]], gap: float
) -> str:
    parts = []
    for pair, events in linked.items():
        strands = Counter((sheet.type(event), "modality:actual" in event.get("modality", ())) for event in events)
        ordered = sorted(strands, key=lambda key: (list(COLOURS).index(key[0]), not key[1]))
        for number, (kind, fact) in enumerate(ordered):
            bend = (number - (len(ordered) - 1) / 2) * gap
            path = "".join("M" + "L".join(map(_pair, _bent(piece, bend))) for piece in courses[pair])
            dash = "" if fact else ' stroke-dasharray="5 4"'
            width = min(1.2 + 0.8 * math.log2(strands[kind, fact]), 5)
            parts.append(f'<path d="{path}" stroke="{COLOURS[kind]}" stroke-width="{width:.1f}"{dash}/>')
    return '<g fill="none" stroke-opacity="0.62" stroke-linecap="round">\n' + "\n".join(parts) + "\n</g>\n"


def _bent(points: list[Point], bend: float) -> list[Point]:
    """Return a course that leaves the straight one by so many pixels in the middle."""
    if not bend:
        return points
    if len(points) == 2:
        (x1, y1), (x2, y2) = points
        points = [(x1 + (x2 - x1) * i / 10, y1 + (y2 - y1) * i / 10) for i in range(11)]
    bent = []
    for i, (x, y) in enumerate(points):
        before, after = points[max(0, i - 1)], points[min(len(points) - 1, i + 1)]
        dx, dy = after[0] - before[0], after[1] - before[1]
        swing = math.sin(math.pi * i / max(1, len(points) - 1))
        off = bend * math.sqrt(max(0.0, swing)) / (math.hypot(dx, dy) or 1)
        bent.append((x - dy * off, y + dx * off))
    return bent


def _dots(
    sheet: Sheet, spots: dict[int, Point], weights: Counter[int], regions: Mapping[str, Point] | None = None
) -> str:
    """Draw the nodes, and names where they do not cover one another: the weightier first, those of regions last."""
    crowd = 1.0 if len(spots) < 150 else 0.6 if len(spots) < 800 else 0.35
    radii = {node: min(3.6 + 2.1 * math.sqrt(weights[node]), 20) * crowd for node in spots}
    order = sorted(spots, key=lambda node: (-weights[node], node))
    nodes, names = [], []
    boxes = [(x - radii[n], y - radii[n], x + radii[n], y + radii[n]) for n, (x, y) in spots.items()]
    for node in order:
        (x, y), r, thing = spots[node], radii[node], sheet.data["nodes"][node]
        label = sheet.name(thing["labels"])
        shape = SHAPES.get(thing["type"], "body")
        nodes.append(f"<g><title>{_clean(label)}</title>{_shape(shape, x, y, r)}</g>")
        short = label if len(label) <= 38 else label[:36].rstrip() + "…"
        size = (17 if weights[node] >= 8 else 14) * (1 if crowd > 0.5 else 0.8)
        wide, tall = _width(short, size) + 4, size * 1.3
        own = (x - r, y - r, x + r, y + r)
        for left, top in (
            (x + r + 3, y - tall / 2), (x - r - 3 - wide, y - tall / 2), (x - wide / 2, y + r + 1),
            (x - wide / 2, y - r - 1 - tall), (x + r * 0.7 + 2, y + r * 0.7),
            (x - r * 0.7 - 2 - wide, y - r * 0.7 - tall),
        ):  # fmt: skip
            box = (left, top, left + wide, top + tall)
            inside = left > 8 and box[2] < WIDTH - 8 and top > TOP - 8 and box[3] < HEIGHT - BOTTOM + 14
            if inside and not any(_meet(box, other) for other in boxes if other != own):
                boxes.append(box)
                weight = 600 if weights[node] >= 8 else 400
                fill = INK if shape == "state" else SOFT
                names.append(
                    _text(short, left + wide / 2, top + tall * 0.77, size, fill=fill, weight=weight, halo=True)
                )
                break
    under = ""
    for region, (x, y) in (regions or {}).items():
        half = _width(region, 19) * 0.7
        if not any(_meet((x - half, y - 16, x + half, y + 6), other) for other in boxes):
            under += _text(region, x, y, 19, fill=FAINT, wide=True)
    drawn = f'<g stroke="{GROUND}" stroke-width="1.5">\n' + "\n".join(reversed(nodes)) + "\n</g>\n"
    return under + drawn + "".join(names)


def _shape(shape: str, x: float, y: float, r: float) -> str:
    fill = FILLS[shape]
    if shape == "state":
        return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{r:.1f}" fill="{fill}"/>'
    if shape == "person":
        d = r * 1.2
        return f'<path d="M{x:.1f} {y - d:.1f}l{d:.1f} {d:.1f}l{-d:.1f} {d:.1f}l{-d:.1f} {-d:.1f}z" fill="{fill}"/>'
    d = r * 0.9
    return _box(x - d, y - d, 2 * d, 2 * d, fill, d * 0.35)


def _box(x: float, y: float, width: float, height: float, fill: str, corner: float = 0) -> str:
    rounded = f' rx="{corner:.1f}"' if corner else ""
    return f'<rect x="{x:.1f}" y="{y:.1f}" width="{width:.1f}" height="{height:.1f}"{rounded} fill="{fill}"/>'


def _legend(sheet: Sheet, picture: str) -> str:
    there = {sheet.type(event) for event in sheet.data["events"]}
    words = {"other": sheet.say("other")}
    entries = [
        (
            f'<path d="M0 0h22" stroke="{colour}" stroke-width="5" stroke-linecap="round"/>',
            words.get(kind) or _named(sheet, kind),
        )
        for kind, colour in COLOURS.items()
        if kind in there
    ]
    if picture != "timeline":
        shapes = {
            SHAPES.get(node["type"], "body") for node in sheet.data["nodes"] if node["type"] in LEVELS[sheet.level]
        }
        entries += [(_shape(shape, 11, 0, 7), sheet.say(f"shape-{shape}")) for shape in FILLS if shape in shapes]
        entries.append(
            (f'<path d="M0 0h22" stroke="{SOFT}" stroke-width="2" stroke-dasharray="5 4"/>', sheet.say("line-dashed"))
        )
    right = sheet.language in ("ar", "ur")
    at, row, parts = float(SIDE), HEIGHT - BOTTOM + 34, []
    for sign, text in entries:
        wide = 32 + _width(text, 14) + 22
        if at + wide > WIDTH - SIDE:
            at, row = float(SIDE), row + 22
        x = WIDTH - at - 22 if right else at
        parts.append(f'<g transform="translate({x:.1f} {row - 5})">{sign}</g>')
        parts.append(_text(text, x - 8 if right else x + 30, row, 14, fill=SOFT, anchor="start", right=right))
        at += wide
    return "".join(parts)


def _named(sheet: Sheet, kind: str) -> str:
    return sheet.name(sheet.data["words"].get(f"dd:{kind}", {"en": kind}))


def _text(
    text: str,
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
    arabic = bool(_RIGHT_TO_LEFT.search(text))
    shown = f"\u2067{_clean(text)}\u2069" if arabic else _clean(text)
    if right and anchor == "start":
        anchor = "end"
    edge = f' stroke="{GROUND}" stroke-width="3.5" stroke-linejoin="round" paint-order="stroke"' if halo else ""
    # Letters of Arabic are joined and cannot stand apart.
    spaced = f' letter-spacing="{size / 5:g}"' if wide and not arabic else ""
    bold = f' font-weight="{weight}"' if weight != 400 else ""
    place = f'x="{x:.1f}" y="{y:.1f}" font-size="{size:g}" fill="{fill}" text-anchor="{anchor}"'
    return f"<text {place}{bold}{spaced}{edge}>{shown}</text>\n"


def _clean(text: str) -> str:
    return escape(_NOT_XML.sub("\ufffd", text.replace("\u2068", "").replace("\u2069", "")))


def _width(text: str, size: float) -> float:
    """Return about how wide a text is: fonts differ, and this is on the wide side of most."""
    return size * sum(
        0.3 if char in " .,:;'’-–ilI|" else 0.48 if "\u0590" <= char <= "\u08ff" else 0.66 if char.isupper() else 0.56
        for char in text
    )


def _meet(one: tuple[float, ...], other: tuple[float, ...]) -> bool:
    return one[0] < other[2] and one[2] > other[0] and one[1] < other[3] and one[3] > other[1]


def _pair(point: Point) -> str:
    return f"{point[0]:.1f} {point[1]:.1f}"
