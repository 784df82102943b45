"""Pictures of analyses along time: what came in which order, who followed whom, how the standing of agents moved."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from dadiplo import network
from dadiplo.analysis import rankings
from dadiplo.analysis.plots import GROUPS, PLOTS, REST, TOLD, View, draw, iri_of, plot, type_of
from dadiplo.analysis.registry import Names, Row
from dadiplo.pictures import drawing
from dadiplo.pictures.drawing import BOTTOM, COLOURS, HEIGHT, INK, LINE, SIDE, SOFT, TOP, WIDTH, Point

__all__ = ["PLOTS", "draw"]

_FLOOR, _HIGH = HEIGHT - BOTTOM - 34, TOP + 18
#: Up to so many events have a line and a name each; more are heaped up by kind.
_NAMED = 40
#: Days beyond which a date is shown as uncertain: it is known to the year, or sources differ.
_MONTH = 31
#: Agents shown for each year.
_RANKS = 8
#: What a chart of one agent's standing shows, with the column of each.
_STANDING = (("partners", 2), ("strength", 3), ("betweenness", 4), ("pagerank", 5))


@dataclass(frozen=True, slots=True)
class Span:
    """Something on the axis of time: the first and last day it can mean, its name and colour."""

    first: dt.date
    last: dt.date
    name: str
    colour: str
    strong: bool = False


@plot("timeline")
def timeline(view: View) -> tuple[str, str]:
    """Draw events as dots on an axis of time: each with its name if they are few, else heaped up by kind."""
    events = {event.iri: event for event in network.events(view.store, network.Selection(modality="any"))}
    dated = [row for row in view.result.rows if row.values[0]]
    heaps: dict[str, list[Span]] = defaultdict(list)
    for row in dated:
        kind = type_of(events.get(iri_of(row.values[2])))
        heaps[kind].append(_span(row, 0, view.name(iri_of(row.values[2])), COLOURS[kind]))
    spans = [span for kind in COLOURS for span in heaps[kind]]
    first = min((span.first for span in spans), default=None)
    last = max((span.last for span in spans), default=None)
    undated = len(view.result.rows) - len(dated)
    told = view.say("plot-timeline", events=len(dated), first=first or "?", last=last or "?", undated=undated)
    if not spans:
        return "", told
    if len(spans) <= _NAMED:
        ordered = sorted(spans, key=lambda span: (span.first, span.last, span.name))
        return _rows(ordered) + view.legend({kind for kind in heaps if heaps[kind]}), told
    return _heaped(view, {kind: heaps[kind] for kind in COLOURS if heaps[kind]}), told


@plot("diffusion")
def diffusion(view: View) -> tuple[str, str]:
    """Draw states in the order in which they did a thing, with grey lines from partners who had done it before."""
    rows = view.result.rows
    spans = [_span(row, 3, view.name(iri_of(row.values[1])), COLOURS["Agreement"], strong=True) for row in rows]
    order = {iri_of(row.values[1]): number for number, row in enumerate(rows)}
    before = [
        (order[other], number)
        for number, row in enumerate(rows)
        if isinstance(row.values[7], Names)
        for other in row.values[7].iris
        if other in order
    ]
    signs = [(drawing.shape("state", 11, 0, 6, COLOURS["Agreement"]), view.say("plot-first-time"))]
    if before:
        signs.append((drawing.line_sign(REST), view.say("column-earlier_partners")))
    first = view.names(list(order)) + (" …" if len(order) > TOLD else "")
    told = view.say("plot-diffusion", states=len(rows), first=spans[0].first, last=spans[-1].last, most=first)
    return _rows(spans, before) + drawing.legend(signs, view.language), told


@plot("centrality")
def centrality(view: View) -> tuple[str, str]:
    """Draw the ranks of agents year by year, or four curves for one agent."""
    rows = view.result.rows
    years = sorted({int(str(row.values[0])) for row in rows})
    if view.request.about:
        agent = view.name(view.request.about)
        return _curves(view, rows), view.say("plot-standing", agent=agent, first=years[0], last=years[-1])
    if not view.request.limit:
        # Three of a year, which a table shows, make few lines.
        rows = rankings.centrality(view.store, replace(view.request, limit=_RANKS)).rows
    ranks: dict[str, dict[int, int]] = defaultdict(dict)
    seen: Counter[int] = Counter()
    for row in rows:
        year = int(str(row.values[0]))
        seen[year] += 1
        ranks[iri_of(row.values[1])][year] = seen[year]
    often = sorted(ranks, key=lambda agent: (-len(ranks[agent]), sum(ranks[agent].values()), agent))
    colours = {agent: GROUPS[n] for n, agent in enumerate(often[: len(GROUPS)]) if len(ranks[agent]) > 1}
    column = (WIDTH - 2 * SIDE) / (years[-1] - years[0] + 1)
    lane = (_FLOOR - _HIGH) / max(seen.values())

    def place(year: int, rank: int) -> Point:
        return SIDE + (year - years[0] + 0.5) * column, _HIGH + (rank - 0.62) * lane

    most = max(6, int(column / 7))
    parts = [drawing.text(str(year), place(year, 1)[0], _FLOOR + 26, 15, fill=SOFT) for year in years]
    lines, points, names = [], [], []
    for agent in reversed(often):
        colour = colours.get(agent, REST)
        for year, rank in sorted(ranks[agent].items()):
            x, y = place(year, rank)
            if year - 1 in ranks[agent]:
                x0, y0 = place(year - 1, ranks[agent][year - 1])
                course = f"M{x0:.1f} {y0:.1f}C{(x0 + x) / 2:.1f} {y0:.1f} {(x0 + x) / 2:.1f} {y:.1f} {x:.1f} {y:.1f}"
                lines.append(f'<path d="{course}" stroke="{colour}" stroke-width="5"/>')
            points.append(drawing.shape("state", x, y, 9, colour))
            for number, line in enumerate(drawing.wrapped(view.name(agent), 12.5, column - 8)[:2]):
                words = drawing.shorten(line, most)
                names.append(drawing.text(words, x, y + 26 + 15 * number, 12.5, fill=INK, halo=True))
    told = view.say("plot-centrality", first=years[0], last=years[-1], agents=len(ranks), most=view.names(often))
    return "".join(parts) + drawing.lines(lines) + "\n".join(points) + "\n" + "".join(names), told


def _span(row: Row, column: int, name: str, colour: str, strong: bool = False) -> Span:
    first, last = (dt.date.fromisoformat(str(row.values[place])) for place in (column, column + 1))
    return Span(first, last, name, colour, strong)


def _axis(spans: Sequence[Span], left: float, right: float) -> tuple[Callable[[dt.date], float], str]:
    """Return where a day stands, and the axis: years, or months if there are few of them."""
    first, last = min(span.first for span in spans), max(span.last for span in spans)
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    start = dt.date(first.year, 1, 1) if months > 18 else first.replace(day=1)
    end = dt.date(last.year + 1, 1, 1) if months > 18 else (last.replace(day=1) + dt.timedelta(32)).replace(day=1)
    scale = (right - left) / (end - start).days

    def at(day: dt.date) -> float:
        return left + (day - start).days * scale

    parts = []
    day = start
    step = 12 * max(1, round((end.year - start.year) / 16)) if months > 18 else max(1, months // 12)
    while day < end:
        parts.append(f'<path stroke="{LINE}" d="M{at(day):.1f} {_HIGH}V{_FLOOR + 8}"/>')
        told = str(day.year) if months > 18 else day.isoformat()[:7]
        parts.append(drawing.text(told, at(day) + 4, _FLOOR + 22, 14, fill=SOFT, anchor="start"))
        further = day.month - 1 + step
        day = dt.date(day.year + further // 12, further % 12 + 1, 1)
    parts.append(f'<path stroke="{SOFT}" d="M{left:.1f} {_FLOOR}H{right:.1f}"/>\n')
    return at, "".join(parts)


def _rows(spans: Sequence[Span], before: Sequence[tuple[int, int]] = ()) -> str:
    """Draw a line for each span, the first above; ``before`` are pairs of lines that are joined."""
    at, axis = _axis(spans, SIDE, WIDTH - SIDE)
    room = _FLOOR - _HIGH - 10
    lane = min(70.0, room / len(spans))
    size, radius = min(15 + max(0, lane - 34) / 9, lane * 0.72), min(6 + max(0, lane - 34) / 9, lane * 0.32)
    top = _HIGH + 8 + (room - lane * len(spans)) / 2
    places = [
        (at(span.first + (span.last - span.first) / 2), top + (number + 0.5) * lane)
        for number, span in enumerate(spans)
    ]
    parts = [axis]
    joined = []
    for one, other in before:
        (x0, y0), (x1, y1) = places[one], places[other]
        joined.append(f'<path d="M{x0:.1f} {y0:.1f}Q{x0:.1f} {y1:.1f} {x1:.1f} {y1:.1f}" stroke="{REST}"/>')
    parts.append(drawing.lines(joined))
    for span, (x, y) in zip(spans, places, strict=True):
        x0, x1 = at(span.first), at(span.last)
        if x1 - x0 > 2 * radius:
            parts.append(
                f'<path d="M{x0:.1f} {y:.1f}H{x1:.1f}" stroke="{span.colour}" stroke-width="3" stroke-opacity="0.4"/>'
            )
        parts.append(drawing.shape("state", x, y, radius, span.colour))
        if size >= 6:
            left = x > WIDTH * 0.6
            edge = min(x0, x - radius) - 6 if left else max(x1, x + radius) + 6
            told = drawing.shorten(span.name, 84)
            weight = 600 if span.strong else 400
            parts.append(
                drawing.text(
                    told, edge, y + size * 0.34, size, anchor="end" if left else "start", weight=weight, halo=True
                )
            )
    return "".join(parts) + "\n"


def _heaped(view: View, heaps: dict[str, list[Span]]) -> str:
    """Draw dots heaped up in a lane for each kind of event; hollow ones are uncertain by more than a month."""
    at, axis = _axis([span for heap in heaps.values() for span in heap], SIDE + 170, WIDTH - SIDE)
    tall = (_FLOOR - _HIGH) / len(heaps)
    parts = [axis]
    for number, (kind, heap) in enumerate(heaps.items()):
        floor = _HIGH + (number + 1) * tall - 6
        radius = 6.5
        while radius > 1.5 and max(_columns(heap, at, radius).values()) * 2.15 * radius > tall - 16:
            radius *= 0.92
        name = view.kind(kind)
        parts.append(drawing.text(name, SIDE + 150, floor - 4, 15, anchor="end", weight=600))
        parts.append(drawing.text(str(len(heap)), SIDE + 150, floor - 24, 14, fill=SOFT, anchor="end"))
        parts.append(f'<path stroke="{LINE}" d="M{SIDE + 170} {floor:.1f}H{WIDTH - SIDE}"/>')
        level: Counter[int] = Counter()
        for span in sorted(heap, key=lambda span: (span.first, span.last, span.name)):
            column = _column(span, at, radius)
            level[column] += 1
            x, y = (column + 0.5) * radius * 2.15, floor - (level[column] - 0.5) * radius * 2.15
            sure = (span.last - span.first).days <= _MONTH
            style = f'fill="{span.colour}"' if sure else f'fill="none" stroke="{span.colour}" stroke-width="1.4"'
            told = drawing.clean(f"{span.name}, {span.first}" if sure else span.name)
            parts.append(
                f'<g><title>{told}</title><circle cx="{x:.1f}" cy="{y:.1f}" r="{radius - 0.5:.1f}" {style}/></g>'
            )
    return "\n".join(parts) + "\n"


def _column(span: Span, at: Callable[[dt.date], float], radius: float) -> int:
    return int(at(span.first + (span.last - span.first) / 2) / (radius * 2.15))


def _columns(heap: Sequence[Span], at: Callable[[dt.date], float], radius: float) -> Counter[int]:
    return Counter(_column(span, at, radius) for span in heap)


def _curves(view: View, rows: Sequence[Row]) -> str:
    """Draw four small charts of one agent's standing, each with its own scale from 0."""
    years = [int(str(row.values[0])) for row in rows]
    wide, tall = (WIDTH - 2 * SIDE - 80) / 2, (_FLOOR - _HIGH - 70) / 2
    parts = []
    for number, (name, column) in enumerate(_STANDING):
        values = [value if isinstance(value := row.values[column], (int, float)) else 0 for row in rows]
        left, top = SIDE + number % 2 * (wide + 80), _HIGH + 30 + number // 2 * (tall + 60)
        most = max(values) or 1
        span = max(years[-1] - years[0], 1)
        spots = [
            (
                left + 40 + (0.5 if len(years) == 1 else (year - years[0]) / span) * (wide - 80),
                top + tall - value / most * (tall - 40),
            )
            for year, value in zip(years, values, strict=True)
        ]
        right = view.language in drawing.RIGHT_TO_LEFT
        title, start = view.say(f"column-{name}"), left + wide if right else left
        parts.append(drawing.text(title, start, top - 2, 16, weight=600, anchor="start", right=right))
        parts.append(f'<path stroke="{LINE}" d="M{left:.1f} {top + tall:.1f}H{left + wide:.1f}"/>')
        # A year without events leaves a gap.
        steps = ["L" if year - 1 == before else "M" for before, year in zip([0, *years], years, strict=False)]
        curve = "".join(step + drawing.xy(spot) for step, spot in zip(steps, spots, strict=True))
        parts.append(drawing.lines([f'<path d="{curve}" stroke="{GROUPS[0]}" stroke-width="2.5"/>']))
        for year, value, (x, y) in zip(years, values, spots, strict=True):
            parts.append(drawing.shape("state", x, y, 4.5, GROUPS[0]))
            told = f"{value:.2f}" if isinstance(value, float) else str(value)
            parts.append(drawing.text(told, x, y - 10, 12.5, halo=True))
            parts.append(drawing.text(str(year), x, top + tall + 18, 12.5, fill=SOFT))
    return "".join(parts)
