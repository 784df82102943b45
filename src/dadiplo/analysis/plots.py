"""Pictures of analyses where one says more than the table: each a function registered under the analysis' name."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dadiplo import network
from dadiplo.analysis import measures
from dadiplo.analysis.registry import Analysis, Names, Request, Result, Row, Value
from dadiplo.analysis.rendering import summary, to_table
from dadiplo.lookup import label
from dadiplo.page.explorer import links
from dadiplo.phrases import phrase
from dadiplo.pictures import drawing
from dadiplo.pictures.drawing import COLOURS, FAINT, LINE, SHAPES, SHEET, Dot, Paper, Point
from dadiplo.pictures.layout import positions
from dadiplo.resources import DD
from dadiplo.store import Store

if TYPE_CHECKING:
    from dadiplo.analysis.measures import Graph, MultiGraph

#: Colours of groups, told apart by the colour-blind (Okabe and Ito 2008); smaller groups share the last.
GROUPS = ("#0072b2", "#e69f00", "#009e73", "#cc79a7", "#56b4e9", "#d55e00", "#8a7a00")
REST = "#98a2ab"
_FORECAST = "#d55e00"
#: Names in the sentence that tells a picture.
TOLD = 5


@dataclass(frozen=True, slots=True)
class View:
    """What a picture is drawn from: the rows of an analysis and the graph they are from."""

    store: Store
    request: Request
    result: Result
    language: str
    paper: Paper = SHEET

    def name(self, iri: str) -> str:
        """Return the name of a thing."""
        return label(self.store, iri, self.language)

    def names(self, iris: Collection[str]) -> str:
        """Return the names of the first few things, with commas."""
        return phrase("comma", self.language).join(self.name(iri) for iri in list(iris)[:TOLD])

    def say(self, key: str, **slots: object) -> str:
        """Return a sentence of ``data/analysis.ttl``."""
        return phrase(key, self.language, "analysis", **slots)

    def kind(self, kind: str) -> str:
        """Return what events of a colour are called."""
        if kind == "other":
            return phrase("other", self.language, "explorer")
        return label(self.store, DD + kind, self.language)

    def legend(self, types: Collection[str]) -> str:
        """Draw what the colours of kinds of events mean."""
        signs = [(drawing.line_sign(COLOURS[kind]), self.kind(kind)) for kind in COLOURS if kind in types]
        return drawing.legend(signs, self.language, self.paper)


#: Draws the body of a picture, and tells in a sentence what is on it.
Plot = Callable[[View], tuple[str, str]]
PLOTS: dict[str, Plot] = {}


def plot(*names: str) -> Callable[[Plot], Plot]:
    """Return a decorator that registers how the rows of analyses are drawn."""

    def register(function: Plot) -> Plot:
        PLOTS.update(dict.fromkeys(names, function))
        return function

    return register


def draw(store: Store, analysis: Analysis, request: Request, result: Result, language: str = "en") -> str:
    """Return the picture of a result as an SVG document with alternative text.

    Raises:
        KeyError: the analysis has none in ``PLOTS``.

    """
    body, told = PLOTS[analysis.name](View(store, request, result, language))
    notes = to_table(store, analysis, Result((), result.notes), language).notes
    return drawing.document(summary(analysis, language), told, body + drawing.notes(notes, language), language)


def iri_of(value: Value) -> str:
    """Return the thing that a cell holds, or an empty string."""
    return value.iris[0] if isinstance(value, Names) and value.iris else ""


def type_of(event: network.Event | None) -> str:
    """Return what an event is coloured as."""
    return event.type if event is not None and event.type in COLOURS else "other"


@plot("brokers", "communities")
def groups(view: View) -> tuple[str, str]:
    """Draw a network whose nodes are coloured by community and the larger the more they stand between others."""
    full = network.network(view.store, view.request.level, view.request.selection)
    graph = network.simple(full)
    found, _ = measures.communities(graph)
    between, _ = measures.betweenness(graph)
    most = max(between.values(), default=0.0) or 1.0
    large = [members for members in found if len(members) > 1][: len(GROUPS)]
    colour = {node: GROUPS[number] for number, members in enumerate(large) for node in members}
    places = _laid(full)
    crowd = 1.0 if len(graph) < 150 else 0.6
    order = sorted(graph, key=lambda node: (-between[node], -graph.degree(node), node))
    first = set(order[:12])
    nodes = [
        Dot(
            places[node],
            (5 + 21 * math.sqrt(between[node] / most)) * crowd,
            view.name(node),
            _shape(graph, node),
            colour.get(node, REST),
            node in first,
        )
        for node in order
    ]
    same = {
        (one, other): colour.get(one, REST) if colour.get(one) == colour.get(other) else LINE
        for one, other in graph.edges
    }
    topics_of = {
        frozenset(row.values[2].iris): row.values[3].iris[:1]
        for row in view.result.rows
        if isinstance(row.values[2], Names) and isinstance(row.values[3], Names)
    }
    signs = []
    for number, members in enumerate(large, 1):
        leading = sorted(members, key=lambda node: (-between[node], -graph.degree(node), node))[:2]
        topics = topics_of.get(frozenset(members), ())
        told = f"{view.names(leading)} … ({view.names(topics)})" if topics else f"{view.names(leading)} …"
        signs.append((drawing.shape("state", 11, 0, 7, GROUPS[number - 1]), told))
    if len(colour) < len(graph):
        signs.append((drawing.shape("state", 11, 0, 7, REST), view.say("plot-smaller")))
    told = view.say("plot-groups", agents=len(graph), groups=len(found), most=view.names(order))
    return _edges(graph, places, same) + drawing.dots(nodes) + drawing.legend(signs, view.language), told


@plot("ego")
def ego(view: View) -> tuple[str, str]:
    """Draw an agent in the middle of its partners: the more they had to do with it, the nearer they stand."""
    about, rows = view.request.about, view.result.rows
    events = {event.iri: event for event in network.events(view.store, view.request.selection)}
    partners = [iri_of(row.values[0]) for row in rows]
    known = network.agents(view.store, [about, *partners])
    most = max(len(row.events) for row in rows)
    x0, y0 = view.paper.middle
    across, down = view.paper.width / 2 - 3.3 * view.paper.side, y0 - view.paper.top - 50
    places = {about: (x0, y0)}
    for number, (partner, row) in enumerate(zip(partners, rows, strict=True)):
        # Neighbours on the ring have been given different numbers of events, and stand in turn nearer and farther.
        angle = 2 * math.pi * number / len(rows) - math.pi / 2
        near = 1 - 0.42 * math.log1p(len(row.events) - 1) / math.log1p(most) - 0.16 * (number % 2)
        places[partner] = (x0 + across * near * math.cos(angle), y0 + down * near * math.sin(angle))
    among = network.simple(network.network(view.store, view.request.level, view.request.selection)).subgraph(partners)
    parts, types = [_edges(among, places, dict.fromkeys(among.edges, LINE))], set()
    strands = []
    for partner, row in zip(partners, rows, strict=True):
        counts = Counter((type_of(events.get(iri)), "actual" in events[iri].modality) for iri in row.events)
        types |= {kind for kind, _ in counts}
        strands += drawing.strands(counts, [[places[about], places[partner]]], 7)
    parts.append(drawing.lines(strands))
    nodes = [Dot((x0, y0), 24, view.name(about), _kind(known, about), strong=True)]
    for partner, row in zip(partners, rows, strict=True):
        radius = min(4 + 2.2 * math.sqrt(len(row.events)), 18)
        nodes.append(
            Dot(places[partner], radius, view.name(partner), _kind(known, partner), strong=partner in partners[:5])
        )
    parts += [drawing.dots(nodes, paper=view.paper), view.legend(types)]
    count = len({iri for row in rows for iri in row.events})
    told = view.say("plot-ego", agent=view.name(about), partners=len(rows), events=count, most=view.names(partners))
    return "".join(parts), told


@plot("forecast")
def forecast(view: View) -> tuple[str, str]:
    """Draw pairs that may sign next as dashed lines over the network of what happened."""
    full = network.network(view.store, "states", view.request.selection)
    pairs = [(iri_of(row.values[1]), iri_of(row.values[2]), _number(row)) for row in view.result.rows]
    named = {state for one, other, _ in pairs for state in (one, other)}
    graph = network.simple(full)
    graph.add_nodes_from(sorted(named - set(graph)))
    places = _laid(full, named)
    lowest = min(score for _, _, score in pairs)
    span = max(score for _, _, score in pairs) - lowest or 1.0
    dashed = [
        f'<path d="M{"L".join(map(drawing.xy, drawing.bent([places[one], places[other]], 14)))}" stroke="{_FORECAST}" '
        f'stroke-width="{1.6 + 2.6 * (score - lowest) / span:.1f}" stroke-dasharray="9 6"/>'
        for one, other, score in pairs
    ]
    degree = dict(graph.degree())
    order = sorted(graph, key=lambda node: (node not in named, -degree[node], node))
    nodes = [
        Dot(
            places[n],
            min(4 + 1.6 * math.sqrt(degree[n]), 16),
            view.name(n),
            fill="" if n in named else FAINT,
            strong=n in named,
        )
        for n in order
    ]
    signs = [
        (drawing.line_sign(_FORECAST, dashed=True), view.say("forecast-status")),
        (drawing.line_sign(FAINT), view.say("plot-happened")),
    ]
    body = _edges(graph, places, dict.fromkeys(graph.edges, FAINT)) + drawing.lines(dashed) + drawing.dots(nodes)
    first = phrase("comma", view.language).join(f"{view.name(one)} – {view.name(other)}" for one, other, _ in pairs[:3])
    return body + drawing.legend(signs, view.language), view.say("plot-forecast", pairs=len(pairs), most=first)


def _number(row: Row) -> float:
    score = row.values[3]
    return float(score) if isinstance(score, (int, float)) else 0.0


def _laid(full: MultiGraph, beside: Collection[str] = ()) -> dict[str, Point]:
    """Return where the nodes of a network stand on the paper, with those that are linked with none."""
    order = sorted({*full, *beside})
    index = {node: number for number, node in enumerate(order)}
    members: dict[str, set[int]] = defaultdict(set)
    for one, other, key in full.edges(keys=True):
        members[key] |= {index[one], index[other]}
    placed = positions(links([sorted(group) for _, group in sorted(members.items())], len(order)))
    return drawing.fit(dict(zip(order, placed, strict=True)))


def _edges(graph: Graph, places: Mapping[str, Point], colours: Mapping[tuple[str, str], str]) -> str:
    found = sorted((tuple(sorted(edge)), colours[edge], graph.edges[edge]["events"]) for edge in graph.edges)
    return drawing.lines(
        f'<path d="M{drawing.xy(places[one])}L{drawing.xy(places[other])}" stroke="{colour}" '
        f'stroke-width="{min(0.9 + 0.6 * math.log2(count), 4):.1f}"/>'
        for (one, other), colour, count in found
    )


def _shape(graph: Graph, node: str) -> str:
    return SHAPES.get(graph.nodes[node].get("type", ""), "body")


def _kind(known: Mapping[str, network.Agent], iri: str) -> str:
    return SHAPES.get(known[iri].type, "body") if iri in known else "state"
