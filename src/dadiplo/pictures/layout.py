"""Where the nodes of a network stand in a picture: the same positions on every run and machine.

Distances in the picture follow distances in the network, by stochastic gradient descent (Zheng, Pawar and Goodman
2019, "Graph drawing by stochastic gradient descent", doi:10.1109/TVCG.2018.2859997). Large networks are laid out by
the distances to some pivots (Ortmann, Klimenta and Brandes 2017, "A sparse stress model", doi:10.7155/jgaa.00440).
"""

from __future__ import annotations

import math
import random
from collections.abc import Mapping, Sequence
from heapq import heappop, heappush

#: Neighbours of a node → how long the link to each should be (1 is usual).
Lengths = Sequence[Mapping[int, float]]
Point = tuple[float, float]

#: Components of up to so many nodes are laid out by all distances, larger ones by those to pivots.
EXACT = 200
PIVOTS = 20
ROUNDS = 15
#: Room that a node takes, in lengths of a link.
ROOM = 0.9
#: How often nodes that lie upon one another are pushed apart; a quarter of it in large networks.
APART = 24
#: Side of the cells that keep components apart.
CELL = 1.5
#: Width and height of the places in which nodes without links stand, so that their names have room.
COLUMN, ROW = 3.4, 1.2


def positions(neighbours: Lengths, seed: int = 1) -> list[Point]:
    """Return a position for each node, in lengths of a link, around (0, 0), rounded to 0.01.

    Components are laid out by themselves; the largest stands in the middle, the others around it, and nodes without
    links in rows below (y grows downwards).

    Args:
        neighbours: for each node its neighbours with the lengths wanted; symmetric.
        seed: of the random numbers.

    """
    placed: list[Point] = [(0.0, 0.0)] * len(neighbours)
    shapes, found = [], components(neighbours)
    for component in found:
        rng = random.Random(seed)
        index = {node: i for i, node in enumerate(component)}
        inner = [{index[other]: length for other, length in neighbours[node].items()} for node in component]
        shapes.append(_level(_apart(_component(inner, rng), rng)))
    for component, points, (cx, cy) in zip(found, shapes, _packed(shapes), strict=True):
        for node, (x, y) in zip(component, points, strict=True):
            placed[node] = (round(x + cx, 2) + 0.0, round(y + cy, 2) + 0.0)
    return placed


def components(neighbours: Lengths) -> list[list[int]]:
    """Return the components of a network, the largest first, then by their first node."""
    seen = [False] * len(neighbours)
    found = []
    for start in range(len(neighbours)):
        if seen[start]:
            continue
        seen[start] = True
        component = [start]
        for node in component:
            for other in neighbours[node]:
                if not seen[other]:
                    seen[other] = True
                    component.append(other)
        found.append(sorted(component))
    return sorted(found, key=lambda component: (-len(component), component[0]))


def _component(neighbours: Lengths, rng: random.Random) -> list[list[float]]:
    size = len(neighbours)
    if size <= 2:
        return [[i * neighbours[0].get(1, 1.0), 0.0] for i in range(size)]
    terms = _all_terms(neighbours) if size <= EXACT else _pivot_terms(neighbours)
    radius = math.sqrt(size)
    points = [[rng.uniform(-radius, radius), rng.uniform(-radius, radius)] for _ in range(size)]
    _descend(points, terms, rng)
    return points


def _distances(neighbours: Lengths, start: int) -> list[float]:
    """Return the length of the shortest path to each node (Dijkstra)."""
    found = [math.inf] * len(neighbours)
    found[start] = 0.0
    heap = [(0.0, start)]
    while heap:
        distance, node = heappop(heap)
        if distance > found[node]:
            continue
        for other, length in neighbours[node].items():
            further = distance + length
            if further < found[other]:
                found[other] = further
                heappush(heap, (further, other))
    return found


#: Two nodes, the distance wanted, and how much each of them is moved by it.
Term = tuple[int, int, float, float, float]


def _all_terms(neighbours: Lengths) -> list[Term]:
    terms = []
    for i in range(len(neighbours)):
        distances = _distances(neighbours, i)
        for j in range(i + 1, len(neighbours)):
            weight = 1 / (distances[j] * distances[j])
            terms.append((i, j, distances[j], weight, weight))
    return terms


def _pivot_terms(neighbours: Lengths) -> list[Term]:
    """Return the terms of all links, and of each node with each pivot, which stands for the nodes nearest to it."""
    size = len(neighbours)
    terms: list[Term] = [
        (i, j, length, 1 / (length * length), 1 / (length * length))
        for i in range(size)
        for j, length in neighbours[i].items()
        if i < j
    ]
    nearest = [math.inf] * size
    pivot = max(range(size), key=lambda i: (len(neighbours[i]), -i))
    tables: list[tuple[int, list[float]]] = []
    owner = [0] * size
    for number in range(min(PIVOTS, size)):
        distances = _distances(neighbours, pivot)
        tables.append((pivot, distances))
        for i, distance in enumerate(distances):
            if distance < nearest[i]:
                nearest[i], owner[i] = distance, number
        pivot = max(range(size), key=lambda i: (nearest[i], -i))
    regions: list[list[float]] = [[] for _ in tables]
    for i, number in enumerate(owner):
        regions[number].append(nearest[i])
    for number, (pivot, distances) in enumerate(tables):
        region = sorted(regions[number])
        within = 0
        for distance, i in sorted((distance, i) for i, distance in enumerate(distances)):
            while within < len(region) and region[within] <= distance / 2:
                within += 1
            if i == pivot or i in neighbours[pivot]:
                continue
            weight = 1 / (distance * distance)
            terms.append((i, pivot, distance, within * weight, 0.0))
    return terms


def _descend(points: list[list[float]], terms: list[Term], rng: random.Random) -> None:
    """Move the ends of each term towards the distance wanted, with steps that become smaller (annealing)."""
    weights = [max(left, right) for _, _, _, left, right in terms]
    largest, smallest = 1 / min(weights), 0.1 / max(weights)
    decay = math.log(smallest / largest) / (ROUNDS - 1)
    xs, ys = [x for x, _ in points], [y for _, y in points]
    sqrt = math.sqrt
    for turn in range(ROUNDS):
        step = largest * math.exp(decay * turn)
        rng.shuffle(terms)
        for i, j, distance, left, right in terms:
            dx, dy = xs[i] - xs[j], ys[i] - ys[j]
            move = 0.5 - distance / (2 * sqrt(dx * dx + dy * dy) + 1e-9)
            by = left * step
            if by > 1:
                by = 1.0
            by *= move
            xs[i] -= by * dx
            ys[i] -= by * dy
            if right:
                by = right * step
                if by > 1:
                    by = 1.0
                by *= move
                xs[j] += by * dx
                ys[j] += by * dy
    points[:] = [[x, y] for x, y in zip(xs, ys, strict=True)]


def _apart(points: list[list[float]], rng: random.Random) -> list[list[float]]:
    """Push nodes apart that would lie upon one another; a grid finds them."""
    for _ in range(APART if len(points) < 1000 else APART // 4):
        grid: dict[tuple[int, int], list[int]] = {}
        for i, (x, y) in enumerate(points):
            grid.setdefault((math.floor(x / ROOM), math.floor(y / ROOM)), []).append(i)
        moved = False
        for (gx, gy), here in grid.items():
            for ox, oy in ((0, 0), (1, 0), (-1, 1), (0, 1), (1, 1)):
                for i in here:
                    for j in grid.get((gx + ox, gy + oy), ()):
                        if (ox, oy) == (0, 0) and j <= i:
                            continue
                        one, other = points[i], points[j]
                        dx, dy = one[0] - other[0], one[1] - other[1]
                        apart = math.hypot(dx, dy)
                        if apart >= ROOM:
                            continue
                        if apart < 1e-6:
                            dx, dy = rng.uniform(-1e-3, 1e-3), rng.uniform(-1e-3, 1e-3)
                            apart = math.hypot(dx, dy) + 1e-9
                        push = (ROOM - apart) / (2 * apart)
                        one[0] += dx * push
                        one[1] += dy * push
                        other[0] -= dx * push
                        other[1] -= dy * push
                        moved = True
        if not moved:
            break
    return points


def _level(points: list[list[float]]) -> list[Point]:
    """Return points around their middle, turned so that their longest direction lies across."""
    size = len(points)
    mx, my = sum(x for x, _ in points) / size, sum(y for _, y in points) / size
    moved = [(x - mx, y - my) for x, y in points]
    xx, yy = sum(x * x for x, _ in moved), sum(y * y for _, y in moved)
    angle = 0.5 * math.atan2(2 * sum(x * y for x, y in moved), xx - yy)
    cos, sin = math.cos(angle), math.sin(angle)
    return [(x * cos + y * sin, y * cos - x * sin) for x, y in moved]


def _packed(shapes: Sequence[Sequence[Point]]) -> list[Point]:
    """Return where the middle of each component goes: as near to the largest as its nodes find room, on a wide ellipse.

    Components of one node stand in rows below.
    """
    taken: set[tuple[int, int]] = set()
    middles: list[Point] = []
    several = [points for points in shapes if len(points) > 1]
    for points in several:
        step, distance = 0, 0.0
        while True:
            angle = step * 2.399963  # the golden angle leaves no direction out
            x, y = 1.6 * distance * math.cos(angle), distance * math.sin(angle)
            cells = {(math.floor((px + x) / CELL), math.floor((py + y) / CELL)) for px, py in points}
            if not cells & taken:
                break
            step += 1
            distance += 0.05
        middles.append((x, y))
        taken |= {(cx + dx, cy + dy) for cx, cy in cells for dx in (-1, 0, 1) for dy in (-1, 0, 1)}
    below = (max((cy for _, cy in taken), default=0) + 1) * CELL
    left, right = min((cx for cx, _ in taken), default=0), max((cx for cx, _ in taken), default=0)
    single = len(shapes) - len(several)
    columns = max(1, int(1.4 * (right - left + 1) * CELL / COLUMN), math.ceil(math.sqrt(single / 3)))
    middle = (left + right + 1) / 2 * CELL - (min(columns, single) - 1) / 2 * COLUMN
    return middles + [(middle + i % columns * COLUMN, below + i // columns * ROW) for i in range(single)]
