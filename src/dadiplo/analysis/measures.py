"""Measures of a network: what analyses compute with networkx, or faster than it with the same result.

Networks are those of ``network.simple``: ``weight`` says how close a pair is, ``distance`` is its inverse. Nodes are
visited in sorted order and random choices have a fixed seed, so that results are the same in every run.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterable
from heapq import heappop, heappush
from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    import networkx as nx

    Graph: TypeAlias = nx.Graph
    MultiGraph: TypeAlias = nx.MultiGraph

SEED = 7
#: Networks with more nodes get a betweenness estimated from some sources only.
EXACT_NODES = 3000
#: Sources of the estimate.
SAMPLE = 256


def betweenness(graph: Graph, *, exact: int = EXACT_NODES, sample: int = SAMPLE) -> tuple[dict[str, float], int]:
    """Return the betweenness of each node on shortest distances, between 0 and 1, and how many sources it is from.

    Freeman 1977 (doi:10.2307/3033543), by the algorithm of Brandes 2001 (doi:10.1080/0022250X.2001.9990249); above
    ``exact`` nodes estimated from ``sample`` sources drawn with a fixed seed (Brandes and Pich 2007,
    doi:10.1142/S0218127407018403), and then the number of sources is less than that of nodes.
    """
    nodes = sorted(graph)
    place = {node: index for index, node in enumerate(nodes)}
    near = [sorted((place[other], data["distance"]) for other, data in graph.adj[node].items()) for node in nodes]
    count = len(nodes)
    sources = list(range(count)) if count <= exact else sorted(random.Random(SEED).sample(range(count), sample))
    total = [0.0] * count
    for source in sources:
        order, before, paths = _shortest(near, source)
        share = [0.0] * count
        for node in reversed(order):
            part = (1 + share[node]) / paths[node]
            for previous in before[node]:
                share[previous] += paths[previous] * part
            if node != source:
                total[node] += share[node]
    scale = count / (len(sources) * (count - 1) * (count - 2)) if count > 2 else 0.0
    return {node: total[place[node]] * scale for node in nodes}, len(sources)


def _shortest(near: list[list[tuple[int, float]]], source: int) -> tuple[list[int], list[list[int]], list[int]]:
    """Return the nodes by distance from a source, the nodes before each on shortest paths, and how many paths."""
    count = len(near)
    far = [float("inf")] * count
    before: list[list[int]] = [[] for _ in range(count)]
    paths, done = [0] * count, [False] * count
    far[source], paths[source] = 0.0, 1
    order: list[int] = []
    queue = [(0.0, source)]
    while queue:
        distance, node = heappop(queue)
        if done[node]:
            continue
        done[node] = True
        order.append(node)
        for other, step in near[node]:
            if done[other]:
                continue
            length = distance + step
            # Sums of inverse weights that are equal on paper differ in the last digits.
            slack = 1e-9 * length
            if length < far[other] - slack:
                far[other], paths[other], before[other] = length, paths[node], [node]
                heappush(queue, (length, other))
            elif length <= far[other] + slack:
                paths[other] += paths[node]
                before[other].append(node)
    return order, before, paths


def constraint(graph: Graph) -> dict[str, float]:
    """Return Burt's constraint of each node: low for those whose partners are not linked with one another.

    Burt 1992, "Structural Holes": the sum over partners j of (p_ij + sum over q of p_iq p_qj) squared, where p_ij is
    the share of i's weight that is with j.
    """
    share: dict[str, dict[str, float]] = {}
    for node in graph:
        whole = sum(data["weight"] for data in graph.adj[node].values())
        share[node] = {other: data["weight"] / whole for other, data in sorted(graph.adj[node].items())}
    result = {}
    for node in sorted(graph):
        own = share[node]
        reached = dict(own)
        for middle, part in own.items():
            for other, further in share[middle].items():
                if other in own:
                    reached[other] += part * further
        result[node] = sum(value * value for value in reached.values())
    return result


def pagerank(graph: Graph, *, damping: float = 0.85) -> dict[str, float]:
    """Return the weighted PageRank of each node (Brin and Page 1998, doi:10.1016/S0169-7552(98)00110-X)."""
    nodes = sorted(graph)
    share = {}
    for node in nodes:
        whole = sum(data["weight"] for data in graph.adj[node].values())
        share[node] = [(other, data["weight"] / whole) for other, data in sorted(graph.adj[node].items())]
    if not nodes:
        return {}
    rank = dict.fromkeys(nodes, 1 / len(nodes))
    for _ in range(200):
        # Only agents with a partner are in a network, so no rank is lost at a dead end.
        new = dict.fromkeys(nodes, (1 - damping) / len(nodes))
        for node in nodes:
            for other, part in share[node]:
                new[other] += damping * rank[node] * part
        moved = sum(abs(new[node] - rank[node]) for node in nodes)
        rank = new
        if moved < 1e-10:
            break
    return rank


def strengths(graph: Graph) -> dict[str, float]:
    """Return the sum of the weights of each node."""
    return {node: sum(data["weight"] for data in graph.adj[node].values()) for node in sorted(graph)}


def communities(graph: Graph) -> tuple[list[list[str]], float]:
    """Return groups of nodes with more weight inside than between, the largest first, and their modularity.

    Louvain (Blondel et al. 2008, doi:10.1088/1742-5468/2008/10/P10008) with a fixed seed; modularity by Newman 2006
    (doi:10.1073/pnas.0601602103).
    """
    import networkx as nx

    ordered = _ordered(graph)
    if not ordered.number_of_edges():
        return [], 0.0
    found = nx.community.louvain_communities(ordered, weight="weight", seed=SEED)
    groups = sorted((sorted(group) for group in found), key=lambda group: (-len(group), group))
    return groups, float(nx.community.modularity(ordered, found, weight="weight"))


def cut_points(graph: Graph) -> dict[str, list[list[str]]]:
    """Return the nodes without which their part of the network falls apart, each with the pieces, largest first.

    Articulation points by Hopcroft and Tarjan 1973 (doi:10.1145/362248.362272).
    """
    import networkx as nx

    result = {}
    for node in sorted(set(nx.articulation_points(graph))):
        rest = set(nx.node_connected_component(graph, node)) - {node}
        pieces = [sorted(piece) for piece in nx.connected_components(graph.subgraph(rest))]
        result[node] = sorted(pieces, key=lambda piece: (-len(piece), piece))
    return result


def bridges(graph: Graph) -> dict[tuple[str, str], list[list[str]]]:
    """Return the links without which their part of the network falls apart, each with its two sides, largest first.

    A side of one node is no side: the last link of an agent joins nothing else (Tarjan 1974,
    doi:10.1016/0020-0190(74)90003-9).
    """
    import networkx as nx

    result = {}
    for one, other in sorted(tuple(sorted(edge)) for edge in nx.bridges(graph)):
        if graph.degree(one) > 1 and graph.degree(other) > 1:
            whole = set(nx.node_connected_component(graph, one))
            side = _reached(graph, one, without=other)
            sides = [sorted(side), sorted(whole - side)]
            result[one, other] = sorted(sides, key=lambda members: (-len(members), members))
    return result


def _reached(graph: Graph, start: str, without: str) -> set[str]:
    """Return the nodes reached from one end of a bridge without crossing it."""
    found, queue = {start}, [start]
    while queue:
        node = queue.pop()
        for other in graph.adj[node]:
            if other not in found and not (node == start and other == without):
                found.add(other)
                queue.append(other)
    return found


def parts(graph: Graph) -> int:
    """Return of how many separate parts a network is."""
    import networkx as nx

    return int(nx.number_connected_components(graph))


def topological(edges: Iterable[tuple[str, str]]) -> tuple[list[str], list[str]]:
    """Return nodes in an order in which each edge goes forward, or else no order and the nodes of a cycle."""
    import networkx as nx

    listed = sorted(edges)
    # In the closure of a circle each node comes before itself; the circle says more.
    graph: Any = nx.DiGraph(edge for edge in listed if edge[0] != edge[1])
    itself = [one for one, other in listed if one == other]
    try:
        if itself and nx.is_directed_acyclic_graph(graph):
            return [], itself[:1]
        return list(nx.lexicographical_topological_sort(graph)), []
    except nx.NetworkXUnfeasible:
        return [], [one for one, _ in nx.find_cycle(graph, sorted(graph))]


def _ordered(graph: Graph) -> Graph:
    """Return a network whose nodes and edges come in sorted order: networkx breaks ties by the order of insertion."""
    import networkx as nx

    result = nx.Graph()
    result.add_nodes_from(sorted(graph))
    weights = ((min(edge[:2]), max(edge[:2]), edge[2]["weight"]) for edge in graph.edges(data=True))
    result.add_weighted_edges_from(sorted(weights))
    return result


def counted(values: Iterable[str], most: int) -> tuple[tuple[str, ...], tuple[int, ...]]:
    """Return the most frequent values with how often each is there, ties by name."""
    found = sorted(Counter(values).items(), key=lambda item: (-item[1], item[0]))[:most]
    return tuple(value for value, _ in found), tuple(count for _, count in found)
