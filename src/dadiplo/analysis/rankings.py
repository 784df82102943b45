"""Who stands between the others, and how the standing of agents moves over the years."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from dadiplo import network
from dadiplo.analysis import measures
from dadiplo.analysis.registry import Request, Result, Row, Words, analysis, name, say, top
from dadiplo.errors import UsageError
from dadiplo.network import Event
from dadiplo.store import Store

if TYPE_CHECKING:
    from dadiplo.analysis.measures import Graph, MultiGraph

#: Agents shown for each year, if nobody is named.
_EACH_YEAR = 3


@analysis(
    "brokers",
    "agent betweenness constraint partners events",
    levels=("states", "persons", "bodies", "agents"),
)
def brokers(store: Store, request: Request) -> Result:
    """Return the agents who stand between others, those with the highest betweenness first.

    Betweenness on shortest distances, where a pair is the closer the more it has in common (Freeman 1977,
    doi:10.2307/3033543; Newman 2001, doi:10.1103/PhysRevE.64.016132), and Burt's constraint (Burt 1992, "Structural
    Holes"): low for those whose partners are not linked with one another.
    """
    full = network.network(store, request.level, request.selection)
    graph = network.simple(full)
    between, sources = measures.betweenness(graph)
    tight = measures.constraint(graph)
    ranked = sorted((node for node in graph if between[node] > 0), key=lambda node: (-between[node], tight[node], node))
    rows = []
    for node in ranked[: request.limit or None]:
        events = events_of(full, node)
        rows.append(Row((name(node), between[node], tight[node], graph.degree(node), len(events)), events))
    return Result(tuple(rows), sampled(graph, sources))


@analysis(
    "centrality",
    "year agent partners strength betweenness pagerank events",
    levels=("states", "persons", "bodies", "agents"),
    limit=0,
    options=("about",),
)
def centrality(store: Store, request: Request) -> Result:
    """Return the standing of agents year by year: of one, or of the first few of each year.

    For the network of the events of a year: number of partners (degree), strength (the sum of weights; Newman 2001,
    doi:10.1103/PhysRevE.64.016132), betweenness (Freeman 1977, doi:10.2307/3033543) and PageRank (Brin and Page 1998,
    doi:10.1016/S0169-7552(98)00110-X). Events that cannot be placed in one year are left out.
    """
    events = network.events(store, request.selection)
    years: dict[str, list[Event]] = defaultdict(list)
    for event in events:
        if event.earliest and event.earliest[:4] == event.latest[:4]:
            years[event.earliest[:4]].append(event)
    placed = sum(map(len, years.values()))
    rows: list[Row] = []
    notes: list[Words] = [say("note-no-year", count=len(events) - placed)] if placed < len(events) else []
    for year in sorted(years):
        full = network.linked(store, years[year], request.level)
        graph = network.simple(full)
        between, sources = measures.betweenness(graph)
        rank, strength = measures.pagerank(graph), measures.strengths(graph)
        notes += [note for note in sampled(graph, sources) if note not in notes]
        ranked = sorted(graph, key=lambda node: (-rank[node], node))
        for node in [request.about] if request.about else ranked[: request.limit or _EACH_YEAR]:
            if node in graph:
                found = events_of(full, node)
                values = (graph.degree(node), strength[node], between[node], rank[node], len(found))
                rows.append(Row((year, name(node), *values), found))
    return Result(tuple(rows), tuple(notes))


@analysis(
    "changes",
    "change agent other before after date",
    levels=("states", "persons", "bodies", "agents"),
    limit=0,
    options=("period",),
)
def changes(store: Store, request: Request) -> Result:
    """Return what a period brought: links that are new, agents who came in, rose or fell.

    Compares the network of what happened up to the first day with that up to the last: pairs that had nothing in
    common before, agents who had no partner before, and those whose rank by PageRank (Brin and Page 1998,
    doi:10.1016/S0169-7552(98)00110-X) differs, the farthest first. Without days, the year before the last dated event.

    Raises:
        UsageError: the first day is after the last.

    """
    events = [event for event in network.events(store, request.selection) if event.latest]
    end = request.end or max((event.latest for event in events), default="")
    start = request.start or (f"{int(end[:4]) - 1:04d}{end[4:]}" if end else "")
    if start > end:
        raise UsageError(f"the first day, {start}, is after the last, {end}")
    old_full = network.linked(store, (event for event in events if event.latest <= start), request.level)
    new_full = network.linked(store, (event for event in events if event.latest <= end), request.level)
    old, new = network.simple(old_full), network.simple(new_full)
    before, after = _ranks(old), _ranks(new)
    came = []
    for one, other in sorted(tuple(sorted(pair)) for pair in new.edges if not old.has_edge(*pair)):
        shared = sorted(new_full[one][other].items(), key=lambda item: (item[1]["latest"], item[0]))
        keys = tuple(key for key, _ in shared)
        values = (say("change-link"), name(one), name(other), "", "", shared[0][1]["date"] or shared[0][1]["latest"])
        came.append((shared[0][1]["latest"], Row(values, keys)))
    rows = [row for _, row in sorted(came, key=lambda item: item[0])]
    entered = sorted((after[node], node) for node in after if node not in before)
    for rank, node in entered:
        rows.append(Row((say("change-new"), name(node), "", "", rank, ""), events_of(new_full, node)))
    moved = sorted((after[node] - before[node], node) for node in after if node in before)
    for phrase, found in (
        ("change-rose", [(gap, node) for gap, node in moved if gap < 0]),
        ("change-fell", [(gap, node) for gap, node in reversed(moved) if gap > 0]),
    ):
        for _, node in found:
            earlier = set(events_of(old_full, node))
            recent = tuple(key for key in events_of(new_full, node) if key not in earlier)
            rows.append(Row((say(phrase), name(node), "", before[node], after[node], ""), recent))
    return Result(top(rows, request.limit), (say("note-period", start=start, end=end),) if end else ())


def _ranks(graph: Graph) -> dict[str, int]:
    """Return the rank of each node by PageRank, from 1; who has the same value has the same rank."""
    values = {node: round(value, 9) for node, value in measures.pagerank(graph).items()}
    ordered = sorted(values.values(), reverse=True)
    first: dict[float, int] = {}
    for index, value in enumerate(ordered, 1):
        first.setdefault(value, index)
    return {node: first[value] for node, value in values.items()}


def events_of(full: MultiGraph, node: str) -> tuple[str, ...]:
    """Return the events that link a node to others, sorted."""
    return tuple(sorted({key for _, _, key in full.edges(node, keys=True)}))


def sampled(graph: Graph, sources: int) -> tuple[Words, ...]:
    """Return the note that a betweenness is an estimate, if it is one."""
    if sources == len(graph):
        return ()
    return (say("note-sampled", sources=sources, nodes=len(graph)),)
