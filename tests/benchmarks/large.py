"""Measures questions and analyses on a large made-up graph, beside plain rdflib and plain networkx on the same work.

Run it from a checkout on a graph of ``large_graph.py``: ``python tests/benchmarks/large.py big.trig``. It prints a
Markdown table of seconds of CPU (other work on the machine does not count), and names what takes over five seconds.
``--without-rdflib`` leaves out rdflib, which needs some minutes to read a million triples.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable
from itertools import combinations
from pathlib import Path

import networkx as nx

from dadiplo import network, questions
from dadiplo.analysis import ANALYSES, Request, measures
from dadiplo.cache import load_graph, open_graph
from dadiplo.filters import selection
from dadiplo.lookup import find
from dadiplo.paths import why
from dadiplo.resources import DD, PREFIXES
from dadiplo.store import Store, format_of

#: Seconds that an analysis of states may take.
MOST = 5.0
PARTNERS = f"""PREFIX dd: <{DD}> PREFIX state: <{PREFIXES["state"]}>
SELECT DISTINCT ?partner WHERE {{ ?a a dd:Agreement ; dd:concernsState state:PAK , ?partner FILTER(?partner != state:PAK) }}"""
#: Analyses with what they need, at the level that they have by default, then bodies.
ASKED: list[tuple[str, dict[str, str]]] = [
    *((name, {}) for name in ("brokers", "centrality", "changes", "communities", "similar", "visits", "timeline")),
    *((name, {}) for name in ("forecast", "backtest")),
    ("ego", {"about": PREFIXES["state"] + "PAK"}),
    ("diffusion", {"kind": "legal-tender"}),
    ("brokers", {"level": "bodies"}),
    ("communities", {"level": "bodies"}),
    ("bridges", {"level": "bodies"}),
]


def seconds(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def asked(store: Store, name: str, given: dict[str, str]) -> float:
    analysis = ANALYSES[name]
    level = given.get("level") or next(iter(analysis.levels), "")
    chosen = selection(store, kind=given.get("kind", ""))
    request = Request(chosen, level, given.get("about", ""), analysis.limit)
    return seconds(lambda: analysis.run(store, request))


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("path", type=Path)
    parser.add_argument("--without-rdflib", action="store_true")
    given = parser.parse_args()
    rows: list[tuple[str, str, str]] = []

    def told(what: str, took: float, beside: str = "") -> None:
        rows.append((what, f"{took * 1000:.0f} ms" if took < 1 else f"{took:.1f} s", beside))

    first = seconds(lambda: open_graph(given.path))
    opened = seconds(lambda: open_graph(given.path))
    read = seconds(lambda: load_graph(given.path))
    told("`--graph` the first time", first)
    told("`--graph` again", opened, f"{read / opened:.0f} × faster than reading the file ({read:.1f} s)")
    store = open_graph(given.path)
    slow = []
    gathered = seconds(lambda: network.events(store))
    told("events of the graph, the first time", gathered)
    network._kept.cache_clear()
    told("events of the graph, again", seconds(lambda: network.events(store)))
    lookup = seconds(lambda: find(store, "PK"))
    asking = seconds(lambda: list(store.select(PARTNERS)[1]))
    told("state by its code", lookup)
    told("state by its name", seconds(lambda: find(store, "باكستان")))
    named = seconds(lambda: questions.ask(store, questions.load("partners"), {"state": "PK"}))
    told("`query partners`", named)
    ends = [find(store, code) for code in ("PK", "SV", "CM", "PY", "US", "CN")]
    took = [seconds(lambda one=one, other=other: why(store, one, other)) for one, other in combinations(ends, 2)]
    told("`why` of two states, the slowest of 15 pairs", max(took))
    if given.without_rdflib:
        told("partners in SPARQL", asking)
    else:
        import rdflib

        graph = rdflib.Dataset(default_union=True)
        parsed = seconds(lambda: graph.parse(given.path, format=format_of(given.path)))
        by_rdflib = seconds(lambda: list(graph.query(PARTNERS)))
        told(
            "partners in SPARQL",
            asking,
            f"{by_rdflib / asking:.0f} × faster than rdflib, which reads {parsed:.0f} s first",
        )
    for name, arguments in ASKED:
        took = asked(store, name, arguments)
        words = " ".join([name, *arguments.values()]).replace(PREFIXES["state"], "")
        told(f"`analyze {words}`", took)
        if took > MOST:
            slow.append(rows[-1][0])
    states = network.simple(network.network(store))
    pairs = {
        "betweenness": (
            lambda: measures.betweenness(states),
            lambda: nx.betweenness_centrality(states, weight="distance"),
        ),
        "constraint": (lambda: measures.constraint(states), lambda: nx.constraint(states, weight="weight")),
    }
    for name, (own, plain) in pairs.items():
        mine, theirs = seconds(own), seconds(plain)
        told(f"{name} of {len(states)} states", mine, f"{theirs / mine:.1f} × faster than networkx ({theirs:.1f} s)")
    print("| what | CPU | beside it |\n|---|---|---|")
    for row in rows:
        print("| " + " | ".join(row) + " |")
    print(f"\nover {MOST:.0f} s: {', '.join(slow) or 'none'}")


if __name__ == "__main__":
    main()
