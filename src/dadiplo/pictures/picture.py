"""Pictures of the graph as SVG: the network, the map of states, the timeline; made of what the explorer page shows."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations
from typing import Any

from dadiplo.network import LEVELS
from dadiplo.phrases import phrase
from dadiplo.pictures import drawing
from dadiplo.pictures.drawing import (
    COLOURS,
    FAINT,
    FILLS,
    LINE,
    SEA,
    SHAPES,
    SHEET,
    SOFT,
    Dot,
    Paper,
    Point,
    box,
    document,
    dots,
    fit,
    legend,
    line_sign,
    shape,
    text,
    xy,
)
from dadiplo.pictures.projection import arc, equal_earth, graticule, outline


@dataclass(frozen=True, slots=True)
class Sheet:
    """What a picture is drawn from: the data of the explorer page, the level and the language."""

    data: dict[str, Any]
    level: str
    language: str
    paper: Paper = SHEET
    #: A node whose links alone are shown; -1 for none.
    about: int = -1

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
    sheet = Sheet(data, "states" if picture == "map" else level if level in LEVELS else "agents", language)
    body, told = PICTURES[picture](sheet)
    return document(sheet.say("title"), told, body, language)


def figure(
    data: dict[str, Any], picture: str, paper: Paper, *, title: str, language: str, about: int = -1
) -> tuple[str, str]:
    """Return a picture as an SVG document to stand on a page with others, and what it shows in words.

    Args:
        data: what ``explorer.model`` returns.
        picture: one of ``PICTURES``.
        paper: its size.
        title: its title, which is read out.
        language: of names and words.
        about: index of the node whose links alone are shown, -1 for all.

    """
    sheet = Sheet(data, "states", language, paper, about)
    body, told = PICTURES[picture](sheet)
    return document(title, told, body, language, paper, key=f"{picture}-"), told


def _network(sheet: Sheet) -> tuple[str, str]:
    level = sheet.data["levels"][sheet.level]
    linked, weights = _linked(sheet, set(level["nodes"]))
    near = {node for pair in linked for node in pair}
    # Who is linked with nobody says nothing in a network that cannot be searched.
    places = {n: (x, y) for n, x, y in zip(level["nodes"], level["x"], level["y"], strict=True) if n in near}
    fitted = fit(places, sheet.paper)
    courses = {pair: [[fitted[pair[0]], fitted[pair[1]]]] for pair in linked}
    drawn = _lines(sheet, linked, courses, 8) + _dots(sheet, fitted, weights) + _legend(sheet, linked)
    return drawn, sheet.say(
        "picture-of-network", nodes=len(near), events=_count(linked), most=_most(sheet, weights, near)
    )


def _map(sheet: Sheet) -> tuple[str, str]:
    nodes = sheet.data["nodes"]
    inside = {number for number, node in enumerate(nodes) if node["type"] == "State" and "place" in node}
    linked, weights = _linked(sheet, inside)
    near = {node for pair in linked for node in pair}
    scale = (sheet.paper.width - 2 * sheet.paper.side) / (equal_earth(180, 0)[0] * 2)
    x0, y0 = sheet.paper.middle

    def paper(point: Point) -> Point:
        return x0 + point[0] * scale, y0 - point[1] * scale

    shown = near if sheet.about >= 0 else {node for node in inside if weights[node]}
    courses = {
        (a, b): [list(map(paper, piece)) for piece in arc(nodes[a]["place"], nodes[b]["place"])] for a, b in linked
    }
    spots = {n: paper(equal_earth(nodes[n]["place"][1], nodes[n]["place"][0])) for n in sorted(shown)}
    names = {sheet.say(key): paper(equal_earth(*reversed(place))) for key, place in sheet.data["continents"].items()}
    drawn = _globe(sheet, paper) + _lines(sheet, linked, courses, 4) + _dots(sheet, spots, weights, names)
    note = sheet.say("map-note") + " " + sheet.say("map-sources")
    drawn += _legend(sheet, linked) + text(
        note, x0, sheet.paper.height - 12, 11, fill=SOFT, right=sheet.language in ("ar", "ur")
    )
    return drawn, sheet.say("picture-of-map", nodes=len(near), events=_count(linked), most=_most(sheet, weights, near))


def _globe(sheet: Sheet, paper: Callable[[Point], Point]) -> str:
    """Draw what the map stands on: its edge, meridians and parallels, and all capitals as dots."""

    def course(points: list[Point]) -> str:
        return "M" + "L".join(xy(paper(point)) for point in points)

    net = "".join(map(course, graticule(15)))
    parts = [
        f'<path fill="{SEA}" stroke="{LINE}" d="{course(outline())}Z"/>\n',
        f'<path fill="none" stroke="{LINE}" stroke-width="0.6" d="{net}"/>\n',
    ]
    for latitude in (-60, -30, 0, 30, 60):
        x, y = paper(equal_earth(-180, latitude))
        parts.append(text(f"{abs(latitude)}°", x - 8, y + 4, 11, fill=FAINT, anchor="end"))
    places = sheet.data["capitals"]
    spots = (paper(equal_earth(places[i + 1], places[i])) for i in range(0, len(places), 2))
    dots = "".join(f"M{xy(spot)}h0" for spot in spots)
    parts.append(f'<path stroke="{FAINT}" stroke-width="3.4" stroke-linecap="round" d="{dots}"/>\n')
    return "".join(parts)


def _timeline(sheet: Sheet) -> tuple[str, str]:
    paper = sheet.paper
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
    slot = (paper.width - 2 * paper.side) / ((last - first + 1) * 4)
    floor = paper.height - paper.bottom - 50
    height = floor - paper.top - 30
    step = next(n for n in (1, 2, 5, 10, 20, 50, 100, 200, 500, 10**9) if most / n <= 6)
    parts = []
    for value in range(0, most + 1, step):
        y = floor - value / most * height
        parts.append(f'<path stroke="{LINE}" d="M{paper.side} {y:.1f}H{paper.width - paper.side}"/>')
        parts.append(text(str(value), paper.side - 10, y + 5, 14, fill=SOFT, anchor="end"))
    for quarter in sorted(heaps):
        x, y = paper.side + (quarter - first * 4) * slot, float(floor)
        for kind, colour in COLOURS.items():
            tall = heaps[quarter][kind] / most * height
            if tall:
                y -= tall
                parts.append(box(x + slot * 0.12, y, slot * 0.76, tall, colour))
    every = math.ceil(44 / (slot * 4))
    for year in range(first, last + 1, every) if heaps else ():
        parts.append(text(str(year), paper.side + (year - first + 0.5) * slot * 4, floor + 26, 15, fill=SOFT))
    dated = sum(heap.total() for heap in heaps.values())
    told = sheet.say("picture-of-timeline", first=first, last=last, events=dated, undated=undated)
    return "\n".join(parts) + "\n" + _legend(sheet), told


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
            if sheet.about in (-1, one, other):
                linked[one, other].append(event)
    return dict(sorted(linked.items())), weights


def _count(linked: dict[Pair, list[dict[str, Any]]]) -> int:
    return len({event["id"] for events in linked.values() for event in events})


def _most(sheet: Sheet, weights: Counter[int], near: Iterable[int]) -> str:
    names = sorted(near, key=lambda node: (-weights[node], node))[:5]
    return phrase("comma", sheet.language).join(sheet.name(sheet.data["nodes"][node]["labels"]) for node in names)


def _lines(
    sheet: Sheet, linked: dict[Pair, list[dict[str, Any]]], courses: dict[Pair, list[list[Point]]], gap: float
) -> str:
    strands: list[str] = []
    for pair, events in linked.items():
        counts = Counter((sheet.type(event), "modality:actual" in event.get("modality", ())) for event in events)
        strands += drawing.strands(counts, courses[pair], gap)
    return drawing.lines(strands)


def _dots(
    sheet: Sheet, spots: dict[int, Point], weights: Counter[int], regions: Mapping[str, Point] | None = None
) -> str:
    """Draw the nodes, the weightier first."""
    crowd = 1.0 if len(spots) < 150 else 0.6 if len(spots) < 800 else 0.35
    nodes = []
    for node in sorted(spots, key=lambda node: (-weights[node], node)):
        thing, radius = sheet.data["nodes"][node], min(3.6 + 2.1 * math.sqrt(weights[node]), 20) * crowd
        kind, strong = SHAPES.get(thing["type"], "body"), weights[node] >= 8
        nodes.append(Dot(spots[node], radius, sheet.name(thing["labels"]), kind, strong=strong))
    return dots(nodes, regions, sheet.paper)


def _legend(sheet: Sheet, linked: Mapping[Pair, list[dict[str, Any]]] | None = None) -> str:
    """Tell the colours of events, of those on links if these are given, and then the shapes of nodes."""
    events = sheet.data["events"] if linked is None else [event for events in linked.values() for event in events]
    there = {sheet.type(event) for event in events}
    words = {"other": sheet.say("other")}
    entries = [
        (line_sign(colour), words.get(kind) or _named(sheet, kind)) for kind, colour in COLOURS.items() if kind in there
    ]
    if linked is not None:
        shapes = {
            SHAPES.get(node["type"], "body") for node in sheet.data["nodes"] if node["type"] in LEVELS[sheet.level]
        }
        if len(shapes) > 1:
            entries += [(shape(kind, 11, 0, 7), sheet.say(f"shape-{kind}")) for kind in FILLS if kind in shapes]
        if not all("modality:actual" in event.get("modality", ()) for event in events):
            entries.append((line_sign(SOFT, dashed=True), sheet.say("line-dashed")))
    return legend(entries, sheet.language, sheet.paper)


def _named(sheet: Sheet, kind: str) -> str:
    return sheet.name(sheet.data["words"].get(f"dd:{kind}", {"en": kind}))
