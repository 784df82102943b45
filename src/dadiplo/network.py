"""The network: events with those who take part in them, and the graph of agents that follows from them.

Two agents are linked by each event in which both take part; states also through their bodies and persons
(``dd:concernsState``). Topics, classes and places, which everything shares, link nothing.
"""

from __future__ import annotations

import json
import os
from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, fields
from functools import lru_cache
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dadiplo.dates import bounds
from dadiplo.resources import DD, PREFIXES
from dadiplo.store import IRI, Literal, Store, triple_of

if TYPE_CHECKING:
    import networkx as nx

_TYPE = IRI(PREFIXES["rdf"] + "type")
_SUBCLASS = IRI(PREFIXES["rdfs"] + "subClassOf")
_SUBPROPERTY = IRI(PREFIXES["rdfs"] + "subPropertyOf")
_LABEL = IRI(PREFIXES["skos"] + "prefLabel")
_PARTICIPANT = IRI(DD + "hasParticipant")
_STATE = IRI(DD + "concernsState")
#: What kind of event of its class an event is.
KINDS = ("instrumentKind", "measureKind", "reserveActionKind", "moneyActionKind", "meetingFormat")
#: Schemes whose concepts these kinds are.
KIND_SCHEMES = ("instrument-kind", "measure-kind", "reserve-action", "money-action", "meeting-format")
#: Persons whom an event names beside its participants.
_NAMED = ("hasSignatory", "namesOfficial")
#: By which an event has agents; all other roles are narrower than the first.
PARTICIPATION = tuple(IRI(DD + name) for name in ("hasParticipant", "concernsState", *_NAMED))
#: Classes of agents, the narrower first: what an agent is shown as.
AGENT_TYPES = (
    "State", "Person", "CentralBank", "Regulator", "Ministry", "DigitalAssetBody", "InternationalOrganization",
    "MediaOrganization", "Company", "PublicBody", "Organization",
)  # fmt: skip
#: Level of a network → the types of agents in it.
LEVELS: dict[str, frozenset[str]] = {
    "states": frozenset({"State"}),
    "persons": frozenset({"Person"}),
    "bodies": frozenset(AGENT_TYPES) - {"State", "Person"},
    "agents": frozenset(AGENT_TYPES),
}


@dataclass(frozen=True, slots=True)
class Event:
    """An event with what a network needs to know of it; names are IRIs, dates ISO 8601."""

    iri: str
    #: Local name of its class, such as ``Agreement``.
    type: str
    #: Concept that says more than the class does, or an empty string.
    kind: str
    #: Local names, such as ``actual``: sources may differ.
    modality: tuple[str, ...]
    #: The date as stated, then the first and last day that it can mean; empty if no source dates the event.
    date: str
    earliest: str
    latest: str
    topics: tuple[str, ...]
    #: Who takes part, in which role (local name of the property), sorted.
    parts: tuple[tuple[str, str], ...]
    #: The states concerned, by themselves or through their bodies and persons, sorted.
    states: tuple[str, ...]
    #: The states in which it took place, sorted.
    places: tuple[str, ...] = ()

    @property
    def agents(self) -> tuple[str, ...]:
        """Who takes part, states through their bodies and persons among them, sorted."""
        return tuple(sorted({agent for agent, _ in self.parts} | set(self.states)))


@dataclass(frozen=True, slots=True)
class Selection:
    """Which events count: by modality, kind or class, topic, and day.

    ``kind`` is the local name of a class or the IRI of a concept, ``topic`` an IRI, ``modality`` a local name or
    ``any``; ``since`` and ``as_of`` are ISO dates: what happened, as far as is known, not before and not after them.
    Undated events count only where no day is asked for.
    """

    kind: str = ""
    topic: str = ""
    modality: str = "actual"
    since: str = ""
    as_of: str = ""

    def admits(self, event: Event) -> bool:
        """Tell whether an event counts."""
        return (
            (not self.kind or self.kind in (event.type, event.kind))
            and (not self.topic or self.topic in event.topics)
            and (self.modality == "any" or self.modality in event.modality)
            and (not self.since or (bool(event.earliest) and event.earliest >= self.since))
            and (not self.as_of or (bool(event.latest) and event.latest <= self.as_of))
        )


@dataclass(frozen=True, slots=True)
class Agent:
    """An agent: its type (one of ``AGENT_TYPES``), its names by language, and the states it acts for."""

    iri: str
    type: str
    labels: tuple[tuple[str, str], ...]
    states: tuple[str, ...]


def events(store: Store, selection: Selection | None = None) -> list[Event]:
    """Return the events of a graph that a selection admits, those reported as actual if there is none, by IRI."""
    wanted = selection or Selection()
    every = _gathered(store) if store.folder is None else _kept(store.folder)
    return [event for event in every if wanted.admits(event)]


@lru_cache(maxsize=2)
def _kept(folder: Path) -> tuple[Event, ...]:
    """Return the events of a store on disk, which does not change; gathering them from a large one takes seconds."""
    path = folder / "events.json"
    names = [field.name for field in fields(Event)]
    try:
        written = json.loads(path.read_text(encoding="utf-8"))
        if written["fields"] == names:
            return tuple(Event(*map(_frozen, row)) for row in written["events"])
    except (OSError, ValueError, LookupError, TypeError):
        pass
    found = tuple(_gathered(Store.open_folder(folder)))
    rows = [[getattr(event, name) for name in names] for event in found]
    temporary = path.with_name(f".events.{os.getpid()}")
    # A folder that cannot be written to is no error: the events are at hand.
    with suppress(OSError):
        temporary.write_text(json.dumps({"fields": names, "events": rows}), encoding="utf-8")
        os.replace(temporary, path)
    return found


def _frozen(value: str | list[Any]) -> Any:
    return value if isinstance(value, str) else tuple(map(_frozen, value))


def _gathered(store: Store) -> list[Event]:
    """Return all events of a graph by IRI, from its triples."""
    types: dict[str, str] = {}
    classes = [DD + "Event", *sorted(_values(store, None, _SUBCLASS, IRI(DD + "Event")))]
    for cls in classes:
        for quad in store.match(None, _TYPE, IRI(cls)):
            types[triple_of(quad)[0].value] = cls.removeprefix(DD)
    parts: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    roles = sorted(_values(store, None, _SUBPROPERTY, _PARTICIPANT))
    for role in [_PARTICIPANT.value, *roles, *(DD + name for name in _NAMED)]:
        for subject, agent in _pairs(store, role):
            parts[subject][agent].add(role.removeprefix(DD))
    broader = set(_pairs(store, PREFIXES["skos"] + "broader"))
    kinds: dict[str, str] = {}
    for subject, kind in (pair for name in KINDS for pair in _pairs(store, DD + name)):
        if (kinds.get(subject, ""), kind) not in broader:
            kinds[subject] = kind
    told = {name: _grouped(store, DD + name) for name in ("modality", "date", "earliest", "latest")}
    topics, states = _grouped(store, DD + "concernsTopic"), _grouped(store, _STATE.value)
    places = _grouped(store, DD + "tookPlaceInState")
    found = []
    for iri in sorted(types):
        found.append(
            Event(
                iri=iri,
                type=types[iri],
                kind=kinds.get(iri, ""),
                modality=tuple(sorted(value.rsplit("/", 1)[-1] for value in told["modality"].get(iri, ()))),
                date=min(told["date"].get(iri, ()), default=""),
                earliest=min(filter(_is_day, told["earliest"].get(iri, ())), default=""),
                latest=max(filter(_is_day, told["latest"].get(iri, ())), default=""),
                topics=tuple(sorted(topics.get(iri, ()))),
                parts=tuple((agent, role) for agent in sorted(parts[iri]) for role in _narrowest(parts[iri][agent])),
                states=tuple(sorted(states.get(iri, ()))),
                places=tuple(sorted(places.get(iri, ()))),
            )
        )
    return found


def agents(store: Store, iris: Iterable[str], level: str = "agents") -> dict[str, Agent]:
    """Return what is known of the agents of a level: type, names, states; what is none of them is left out."""
    types: dict[str, str] = {}
    last = max(AGENT_TYPES.index(name) for name in LEVELS[level])
    for name in reversed(AGENT_TYPES[: last + 1]):
        for quad in store.match(None, _TYPE, IRI(DD + name)):
            types[triple_of(quad)[0].value] = name
    found = {}
    for iri in sorted(set(iris)):
        if types.get(iri) in LEVELS[level]:
            names = [q.object for q in store.match(IRI(iri), _LABEL) if isinstance(q.object, Literal)]
            labels = {name.language or "": name.value for name in names}
            states = (iri,) if types[iri] == "State" else tuple(sorted(_values(store, IRI(iri), IRI(DD + "actsFor"))))
            found[iri] = Agent(iri, types[iri], tuple(sorted(labels.items())), states)
    return found


def events_of(store: Store, agent: str) -> set[IRI]:
    """Return the events in which an agent takes part, however sources put them."""
    node = IRI(agent)
    found = {triple_of(quad)[0] for role in PARTICIPATION for quad in store.match(None, role, node)}
    return {event for event in found if isinstance(event, IRI)}


def network(store: Store, level: str = "states", selection: Selection | None = None) -> nx.MultiGraph:
    """Return the graph of agents linked by events: a networkx ``MultiGraph``.

    A node is the IRI of an agent, with ``label``, ``label_en`` … ``label_ur``, ``type`` and ``states``. An edge is an
    event in which both take part, keyed by the event's IRI, with ``type``, ``kind``, ``date``, ``earliest``,
    ``latest``, ``topics`` and ``weight``: an event of n agents of the level weighs 1 / (n - 1) for each pair, so that a
    large conference does not outweigh many small talks (Newman 2001, "Scientific collaboration networks. II",
    doi:10.1103/PhysRevE.64.016132).

    Args:
        store: the graph.
        level: one of ``LEVELS``.
        selection: which events count; those reported as actual if ``None``.

    """
    return linked(store, events(store, selection), level)


def linked(store: Store, found: Iterable[Event], level: str = "states") -> nx.MultiGraph:
    """Return the graph of agents linked by the events given; see ``network``."""
    import networkx as nx

    listed = list(found)
    known = agents(store, {agent for event in listed for agent in event.agents}, level)
    graph = nx.MultiGraph()
    for event in listed:
        members = [agent for agent in event.agents if agent in known]
        for one, other in combinations(members, 2):
            for agent in (one, other):
                if agent not in graph:
                    graph.add_node(agent, **_attributes(known[agent]))
            graph.add_edge(
                one,
                other,
                key=event.iri,
                type=event.type,
                kind=event.kind,
                date=event.date,
                earliest=event.earliest,
                latest=event.latest,
                topics=event.topics,
                weight=1 / (len(members) - 1),
            )
    return graph


def simple(graph: nx.MultiGraph) -> nx.Graph:
    """Return a network with one edge a pair: ``weight`` is the sum, ``distance`` its inverse, ``events`` how many."""
    import networkx as nx

    result = nx.Graph()
    result.add_nodes_from(graph.nodes(data=True))
    for one, other, data in graph.edges(data=True):
        if result.has_edge(one, other):
            edge = result[one][other]
            edge["weight"] += data["weight"]
            edge["events"] += 1
        else:
            result.add_edge(one, other, weight=data["weight"], events=1)
    for _, _, edge in result.edges(data=True):
        edge["distance"] = 1 / edge["weight"]
    return result


def _attributes(agent: Agent) -> dict[str, object]:
    labels = dict(agent.labels)
    named = {f"label_{language}": text for language, text in agent.labels if language}
    label = labels.get("en") or next(iter(labels.values()), agent.iri.rsplit("/", 1)[-1])
    return {"label": label, **named, "type": agent.type, "states": agent.states}


def _is_day(text: str) -> bool:
    """Tell whether a text is a day; a graph of somebody else may say anything."""
    return len(text) == 10 and bounds(text) is not None


def _narrowest(roles: set[str]) -> list[str]:
    """Return the roles of an agent; ``hasParticipant`` only if nothing more is said."""
    return sorted(roles - {"hasParticipant"}) or ["hasParticipant"]


def _pairs(store: Store, predicate: str) -> Iterator[tuple[str, str]]:
    for subject, _, obj in map(triple_of, store.match(None, IRI(predicate))):
        yield subject.value, obj.value


def _grouped(store: Store, predicate: str) -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for subject, value in _pairs(store, predicate):
        found[subject].add(value)
    return found


def _values(store: Store, subject: IRI | None, predicate: IRI, obj: IRI | None = None) -> set[str]:
    """Return the IRIs at the open end of a pattern."""
    ends = (quad.subject if subject is None else quad.object for quad in store.match(subject, predicate, obj))
    return {end.value for end in ends if isinstance(end, IRI)}
