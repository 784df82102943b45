"""The network flattened for graph files: nodes and edges with plain values, clean text and stable ids.

Formats of graph files know no lists, languages or dates that every program agrees on. Hence here, once for all
writers: a column a language, lists joined with " | ", dates as ISO 8601 text, nothing where nothing is known, one type
a column, and no control characters (each becomes U+FFFD, as XML 1.0 section 2.2 cannot write them; a line end is LF).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import combinations
from typing import TypeAlias

from dadiplo.citations import Citation, cite
from dadiplo.errors import NothingError
from dadiplo.excerpts import Excerpt, excerpted_events
from dadiplo.network import LEVELS, Agent, Event, agents
from dadiplo.resources import DD, PREFIXES, compact
from dadiplo.store import IRI, Literal, Store, triple_of

Value: TypeAlias = str | float
LANGUAGES = ("en", "ar", "es", "ur")
#: Column → its type: ``string``, ``date`` (ISO 8601, a whole day) or ``double``.
_LABELS = {"label": "string", **{f"label_{language}": "string" for language in LANGUAGES}}
_OF_EVENT = {
    "event_type": "string",
    "kind": "string",
    "modality": "string",
    "date": "string",
    "earliest": "date",
    "latest": "date",
    "topics": "string",
}
_CITED = {"sources": "string", "quote": "string"}
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class Node:
    """An agent, or an event, with its values by column; ``id`` is its compact IRI."""

    id: str
    values: Mapping[str, Value]
    #: Where it is drawn, if a layout was made.
    position: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True)
class Edge:
    """A link by an event; ``id`` says which event links whom, ``source`` and ``target`` are ids of nodes."""

    id: str
    source: str
    target: str
    values: Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class Network:
    """Nodes and edges by id; several edges may link the same two nodes."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    #: Whether edges lead from an event to a participant; otherwise they link two agents alike.
    directed: bool
    node_columns: Mapping[str, str] = field(default_factory=dict)
    edge_columns: Mapping[str, str] = field(default_factory=dict)


def clean(text: str) -> str:
    """Return a text without control characters, with LF line ends; all else stays, direction marks and emoji too."""
    return _CONTROLS.sub("\ufffd", text.replace("\r\n", "\n").replace("\r", "\n"))


def flatten(store: Store, excerpt: Excerpt, positions: Mapping[str, tuple[float, float]] | None = None) -> Network:
    """Return the network of an excerpt, flattened.

    Args:
        store: the graph.
        excerpt: which events count, and the level: agents of one kind linked by events, or events with participants.
        positions: IRI → where a node is drawn.

    Raises:
        NothingError: no event is selected, or none links two agents of the level.

    """
    found = excerpted_events(store, excerpt)
    names = _Names(store, excerpt.language)
    known = agents(store, {agent for event in found for agent in event.agents})
    cited = _Citations(store, excerpt.language)
    nodes: dict[str, dict[str, Value]] = {}
    edges: list[Edge] = []
    if excerpt.level == "events":
        columns = {"role": "string"} | _OF_EVENT
        for event in found:
            nodes[event.iri] = {**names.of(event.iri), "type": event.type} | _values_of(event)
            for agent, role in event.parts:
                if agent in known:
                    nodes.setdefault(agent, _agent_values(known[agent], names))
                    values = {**names.of(DD + role), "role": role, **_values_of(event), **cited.of(event.iri, agent)}
                    edges.append(_edge(event.iri, agent, values, compact(event.iri), role, compact(agent)))
    else:
        columns = {"event": "string"} | _OF_EVENT | {"weight": "double"}
        for event in found:
            members = [agent for agent in event.agents if agent in known and known[agent].type in LEVELS[excerpt.level]]
            shared = names.of(event.iri) | {"event": event.iri} | _values_of(event)
            for one, other in combinations(members, 2):
                for agent in (one, other):
                    nodes.setdefault(agent, _agent_values(known[agent], names))
                values = shared | {"weight": round(1 / (len(members) - 1), 6)} | cited.of(event.iri, one, other)
                edges.append(_edge(one, other, values, *map(compact, (event.iri, one, other))))
    if not edges:
        raise NothingError(f"no event that is selected links two of them at the level {excerpt.level}")
    places = positions or {}
    shown = [Node(compact(iri), _cleaned({"iri": iri} | values), places.get(iri)) for iri, values in nodes.items()]
    return Network(
        nodes=tuple(sorted(shown, key=_id)),
        edges=tuple(sorted(edges, key=_id)),
        directed=excerpt.level == "events",
        node_columns={"iri": "string"} | _LABELS | {"type": "string", "states": "string"}
        | (_OF_EVENT if excerpt.level == "events" else {}),
        edge_columns=_LABELS | columns | _CITED,
    )  # fmt: skip


def _id(item: Node | Edge) -> str:
    return item.id


def _edge(source: str, target: str, values: dict[str, Value], *parts: str) -> Edge:
    return Edge("--".join(parts), compact(source), compact(target), _cleaned(values))


def _cleaned(values: Mapping[str, Value]) -> dict[str, Value]:
    return {
        name: clean(value) if isinstance(value, str) else value for name, value in values.items() if value not in ("",)
    }


def _values_of(event: Event) -> dict[str, Value]:
    return {
        "event_type": event.type,
        "kind": event.kind.rsplit("/", 1)[-1],
        "modality": _joined(event.modality),
        "date": event.date,
        "earliest": event.earliest,
        "latest": event.latest,
        "topics": _joined(topic.rsplit("/", 1)[-1] for topic in event.topics),
    }


def _agent_values(agent: Agent, names: _Names) -> dict[str, Value]:
    states = _joined(state.rsplit("/", 1)[-1] for state in agent.states)
    return {**names.of(agent.iri), "type": agent.type, "states": states}


def _joined(values: Iterable[str]) -> str:
    return " | ".join(dict.fromkeys(values))


class _Names:
    """Names of things in all languages, and in the one that programs show."""

    def __init__(self, store: Store, language: str) -> None:
        self._store, self._language = store, language

    def of(self, iri: str) -> dict[str, Value]:
        names = dict(self._found(iri))
        shown = names.get(self._language) or names.get("en") or next(iter(names.values()), "") or compact(iri)
        return {"label": shown, **{f"label_{tag}": names[tag] for tag in LANGUAGES if tag in names}}

    def _found(self, iri: str) -> Iterator[tuple[str, str]]:
        for predicate in (PREFIXES["skos"] + "prefLabel", PREFIXES["rdfs"] + "label"):
            literals = [triple_of(quad)[2] for quad in self._store.match(IRI(iri), IRI(predicate))]
            # In reverse, so that of two names in a language the first counts.
            for name in sorted((t for t in literals if isinstance(t, Literal)), key=lambda t: t.value, reverse=True):
                yield name.language or "", name.value
            if literals:
                return


class _Citations:
    """The pages and quotes on which an edge rests: of an article's quotes, those that name most of who is linked."""

    def __init__(self, store: Store, language: str) -> None:
        self._store, self._language = store, language
        self._quoted: dict[str, bool] = {}
        self._pages: dict[str, dict[str, Value]] = {}

    def of(self, event: str, *linked: str) -> dict[str, Value]:
        if event not in self._quoted:
            self._quoted[event] = next(self._store.match(IRI(event), IRI(DD + "evidencedBy")), None) is not None
        if self._quoted[event]:
            return self._found(event, linked)
        if event not in self._pages:
            self._pages[event] = self._found(event, ())
        return self._pages[event]

    def _found(self, event: str, linked: tuple[str, ...]) -> dict[str, Value]:
        row = {"event": IRI(event), **{str(number): IRI(iri) for number, iri in enumerate(linked)}}
        citations: list[Citation] = cite(self._store, dict(row), ["event"], self._language)
        return {
            "sources": _joined(citation.url or citation.source for citation in citations),
            "quote": _joined(citation.quote for citation in citations if citation.quote),
        }
