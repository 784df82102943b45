"""Who resembles whom, who is close to one agent, who visits whom."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from math import log, sqrt

from dadiplo import network
from dadiplo.analysis import measures
from dadiplo.analysis.registry import Names, Request, Result, Row, analysis, days, kind_of, name, say, top
from dadiplo.network import Event
from dadiplo.resources import DD
from dadiplo.store import IRI, Store

#: Events that an agent must have to be compared: with fewer, one event in common makes two agents alike.
_LEAST = 3
#: Features, kinds and topics shown in a row.
_SHOWN = 5

Features = dict[str, dict[str, float]]


@analysis(
    "similar",
    "agent other cosine jaccard shared",
    levels=("states", "persons", "bodies"),
    options=("about",),
)
def similar(store: Store, request: Request) -> Result:
    """Return the agents most alike in what they do: to one, or all pairs.

    What an agent does is how often it has to do with each partner, topic and kind of event. Cosine of the counts,
    each weighted by how few agents have it (tf-idf; Salton and Buckley 1988, doi:10.1016/0306-4573(88)90021-0), and
    Jaccard's index of the sets (Jaccard 1912, doi:10.1111/j.1469-8137.1912.tb05611.x). ``shared`` are the features that
    make most of the likeness. Agents with fewer than three events are left out, unless one is asked about.
    """
    events = network.events(store, request.selection)
    counts, number = feature_counts(store, events, request.level)
    kept = {agent: counts[agent] for agent in counts if number[agent] >= _LEAST or agent == request.about}
    vectors = weighted(kept)
    pairs = (
        [(request.about, other) for other in sorted(vectors) if other != request.about]
        if request.about
        else [(one, other) for one in sorted(vectors) for other in sorted(vectors) if one < other]
    )
    found = []
    for one, other in pairs:
        cosine, common = likeness(vectors.get(one, {}), vectors.get(other, {}))
        if cosine > 0:
            found.append((-cosine, one, other, common))
    rows = []
    for score, one, other, common in sorted(found)[: request.limit or None]:
        jaccard = len(common) / len(kept[one].keys() | kept[other].keys())
        shown = common[:_SHOWN]
        behind = tuple(event.iri for event in events if _behind(event, (one, other), shown))
        rows.append(Row((name(one), name(other), -score, jaccard, Names(shown)), behind))
    return Result(tuple(rows), (say("note-least", count=_LEAST),))


def feature_counts(store: Store, events: Iterable[Event], level: str) -> tuple[dict[str, Counter[str]], Counter[str]]:
    """Return how often each agent of a level has each feature (a partner, topic, kind or class), and its events."""
    listed = list(events)
    known = network.agents(store, {agent for event in listed for agent in event.agents}, level)
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    number: Counter[str] = Counter()
    for event in listed:
        members = [agent for agent in event.agents if agent in known]
        for agent in members:
            number[agent] += 1
            counts[agent].update(features(event))
            counts[agent].update(other for other in members if other != agent)
    return dict(counts), number


def features(event: Event) -> list[str]:
    """Return the topics of an event and its kind, or its class if it has none."""
    return [*event.topics, kind_of(event)]


def _behind(event: Event, pair: tuple[str, str], shown: tuple[str, ...]) -> bool:
    """Tell whether an event gives one of a pair one of the features shown."""
    agents = event.agents
    return any(one in agents for one in pair) and not set(shown).isdisjoint({*features(event), *agents})


def weighted(counts: dict[str, Counter[str]]) -> Features:
    """Return the counts of features weighted by how few agents have each (tf-idf), each vector of length 1."""
    having = Counter(feature for own in counts.values() for feature in own)
    result = {}
    for agent, own in counts.items():
        vector = {feature: (1 + log(count)) * log(1 + len(counts) / having[feature]) for feature, count in own.items()}
        length = sqrt(sum(value * value for value in vector.values()))
        result[agent] = {feature: value / length for feature, value in vector.items()}
    return result


def likeness(one: dict[str, float], other: dict[str, float]) -> tuple[float, tuple[str, ...]]:
    """Return the cosine of two vectors of length 1, and the features in both, those first that make most of it."""
    common = {feature: one[feature] * other[feature] for feature in sorted(one.keys() & other.keys())}
    return float(sum(common.values())), tuple(sorted(common, key=lambda feature: (-common[feature], feature)))


@analysis(
    "ego",
    "agent events weight first last kinds topics",
    levels=("states", "persons", "bodies", "agents"),
    limit=0,
    options=("about!",),
)
def ego(store: Store, request: Request) -> Result:
    """Return the partners of an agent: how often they had to do with one another, since when, by what kinds of events.

    The network of one agent (Wasserman and Faust 1994, "Social Network Analysis", 2.3); ``weight`` counts an event of
    n agents as 1 / (n - 1) (Newman 2001, doi:10.1103/PhysRevE.64.016132). An agent's own bodies are no partners.
    """
    events = [event for event in network.events(store, request.selection) if request.about in event.agents]
    known = network.agents(store, {agent for event in events for agent in event.agents})
    level = network.LEVELS[request.level]
    own = known[request.about].states if request.about in known else ()
    together: dict[str, list[Event]] = defaultdict(list)
    weight: dict[str, float] = defaultdict(float)
    for event in events:
        members = [agent for agent in event.agents if agent in known and known[agent].type in level]
        for agent in members:
            if agent != request.about and agent not in own and request.about not in known[agent].states:
                together[agent].append(event)
                weight[agent] += 1 / (len({*members, request.about}) - 1)
    rows = []
    for agent in sorted(together, key=lambda other: (-len(together[other]), -weight[other], other)):
        found = together[agent]
        kinds = measures.counted(map(kind_of, found), _SHOWN)
        topics = measures.counted((topic for event in found for topic in event.topics), _SHOWN)
        values = (name(agent), len(found), weight[agent], *days(found), Names(*kinds), Names(*topics))
        rows.append(Row(values, tuple(event.iri for event in found)))
    return Result(top(rows, request.limit))


@analysis("visits", "guest host visits returned first last", limit=0, areas=("Visit", "Meeting"), options=("about",))
def visits(store: Store, request: Request) -> Result:
    """Return which states come to which, how often, and how often that was returned.

    A visit is one told as such, or a meeting in a state that takes part in it, not by video: the others come to it.
    Reciprocity in the sense of Wasserman and Faust 1994 ("Social Network Analysis", 13.1); meetings in a third state
    are visits to nobody, and what is part of a visit is no further one.
    """
    found: dict[tuple[str, str], list[Event]] = defaultdict(list)
    events = {event.iri: event for event in network.events(store, request.selection)}
    told = (agent for event in events.values() if event.type == "Visit" for agent, _ in event.parts)
    states_of = {iri: agent.states for iri, agent in network.agents(store, told).items()}
    for event in events.values():
        within = (quad.object for quad in store.match(IRI(event.iri), IRI(DD + "subEventOf")))
        if any(isinstance(whole, IRI) and _is_visit(events.get(whole.value)) for whole in within):
            continue
        for pair in _visited(event, states_of):
            found[pair].append(event)
    rows = []
    wanted = [pair for pair in found if not request.about or request.about in pair]
    for guest, host in sorted(wanted, key=lambda pair: (-len(found[pair]), pair)):
        paid, returned = found[guest, host], found.get((host, guest), [])
        values = (name(guest), name(host), len(paid), len(returned), *days(paid))
        rows.append(Row(values, tuple(event.iri for event in paid)))
    both = sum((host, guest) in found for guest, host in found)
    share = say("note-reciprocity", share=f"{both / len(found):.2f}", count=both, whole=len(found)) if found else None
    return Result(top(rows, request.limit), (share,) if share and rows else ())


def _is_visit(event: Event | None) -> bool:
    return event is not None and event.type == "Visit"


def _visited(event: Event, states_of: Mapping[str, tuple[str, ...]]) -> list[tuple[str, str]]:
    """Return the pairs of guest and host of an event, given the states of those who take part in visits."""
    hosts = set(event.places) & set(event.states)
    if event.type == "Visit":
        named, guests = (
            {state for agent, part in event.parts if part == role for state in states_of.get(agent, ())}
            for role in ("hasHost", "hasVisitor")
        )
        hosts = named or set(event.places)
        guests = guests or set(event.states) - hosts
    elif event.type == "Meeting" and not event.kind.endswith("/video"):
        guests = set(event.states) - hosts
    else:
        return []
    return [(guest, host) for guest in sorted(guests) for host in sorted(hosts) if guest != host]
