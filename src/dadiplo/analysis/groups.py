"""Which agents belong together, and which of them hold the parts of a network together."""

from __future__ import annotations

from collections import Counter
from math import log

from dadiplo import network
from dadiplo.analysis import measures
from dadiplo.analysis.rankings import events_of
from dadiplo.analysis.registry import Names, Request, Result, Row, analysis, name, say, top
from dadiplo.store import Store

#: Topics shown of a community, and members shown of a part that is cut off.
_TOPICS, _MEMBERS = 3, 5


@analysis(
    "communities",
    "community size members topics events inside",
    levels=("states", "persons", "bodies", "agents"),
    limit=0,
)
def communities(store: Store, request: Request) -> Result:
    """Return groups of agents that have more to do with one another than with the rest, and the topics they share.

    Louvain (Blondel et al. 2008, doi:10.1088/1742-5468/2008/10/P10008) with a fixed seed. A topic holds a group
    together if it is more frequent in the events inside the group than in all: topics are ordered by the group's part
    of the Kullback-Leibler divergence (Kullback and Leibler 1951, doi:10.1214/aoms/1177729694). ``inside`` is the share
    of the members' weight that is with one another.
    """
    full = network.network(store, request.level, request.selection)
    graph = network.simple(full)
    groups, modularity = measures.communities(graph)
    topics_of = {key: data["topics"] for _, _, key, data in full.edges(keys=True, data=True)}
    everywhere = Counter(topic for topics in topics_of.values() for topic in topics)
    strength = measures.strengths(graph)
    rows = []
    for number, members in enumerate(groups, 1):
        inner = set(members)
        within = full.subgraph(members)
        events = tuple(sorted({key for _, _, key in within.edges(keys=True)}))
        counts = Counter(topic for key in events for topic in topics_of[key])
        held = {
            topic: count * log(count * len(topics_of) / (len(events) * everywhere[topic]))
            for topic, count in counts.items()
        }
        topics = sorted((topic for topic in held if held[topic] > 0), key=lambda topic: (-held[topic], topic))[:_TOPICS]
        inside = sum(data["weight"] for one, other, data in graph.edges(members, data=True) if {one, other} <= inner)
        whole = sum(strength[member] for member in members)
        ordered = sorted(members, key=lambda member: (-strength[member], member))
        shown = Names(tuple(topics), tuple(counts[topic] for topic in topics))
        values = (number, len(members), Names(tuple(ordered)), shown, len(events), 2 * inside / whole if whole else 0.0)
        rows.append(Row(values, events))
    return Result(top(rows, request.limit), (say("note-modularity", value=f"{modularity:.3f}"),) if rows else ())


@analysis(
    "bridges",
    "joint agent other parts separated without",
    levels=("bodies", "states", "persons", "agents"),
)
def bridges(store: Store, request: Request) -> Result:
    """Return agents and links without which the network falls apart, with what they join.

    Articulation points and bridges (Hopcroft and Tarjan 1973, doi:10.1145/362248.362272). ``parts`` is how many pieces
    are left, ``separated`` how many agents lose the largest of them, ``without`` the closest of these. A link to an
    agent who has no other is no bridge here: it joins nothing.
    """
    full = network.network(store, request.level, request.selection)
    graph = network.simple(full)
    strength = measures.strengths(graph)
    found = []
    for node, pieces in measures.cut_points(graph).items():
        lost = sorted((member for piece in pieces[1:] for member in piece), key=lambda one: (-strength[one], one))
        values = (say("joint-agent"), name(node), "", len(pieces), len(lost), Names(tuple(lost[:_MEMBERS])))
        found.append((-len(lost), 0, node, Row(values, events_of(full, node))))
    for (one, other), sides in measures.bridges(graph).items():
        lost = sorted(sides[1], key=lambda member: (-strength[member], member))
        pair = (say("joint-link"), name(one), name(other), 2, len(lost), Names(tuple(lost[:_MEMBERS])))
        found.append((-len(lost), 1, one, Row(pair, tuple(sorted(full[one][other])))))
    rows = [row for _, _, _, row in sorted(found, key=lambda item: item[:3])]
    note = (say("note-parts", count=measures.parts(graph), agents=len(graph)),) if rows else ()
    return Result(top(rows, request.limit), note)
