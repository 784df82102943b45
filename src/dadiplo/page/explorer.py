"""What the explorer page shows, as plain data: agents, events with quotes and sources, words, positions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import combinations
from typing import Any

from dadiplo.citations import Citation, passage_citation, source_citation
from dadiplo.folding import fold
from dadiplo.network import AGENT_TYPES, LEVELS, Agent, Event, agents
from dadiplo.phrases import phrases
from dadiplo.pictures.layout import Lengths, positions
from dadiplo.pictures.projection import CONTINENTS
from dadiplo.resources import DD, PREFIXES, compact
from dadiplo.store import IRI, Literal, Store

LANGUAGES = ("en", "ar", "es", "ur")
_LABELS = (PREFIXES["skos"] + "prefLabel", PREFIXES["rdfs"] + "label")
_OTHER_NAMES = (PREFIXES["skos"] + "altLabel", DD + "isoAlpha2", DD + "isoAlpha3")
_NOTE = PREFIXES["skos"] + "editorialNote"
_SOURCE = IRI(PREFIXES["dcterms"] + "source")
_LATITUDE, _LONGITUDE = IRI(PREFIXES["geo"] + "lat"), IRI(PREFIXES["geo"] + "long")
#: Properties of an event that the page tells beside those of a network, in this order.
FACTS = ("stage", "bindingness", "tookPlaceAt", "concernsAsset", "corroboration", "relevance")
#: Roles of those from whom an act goes out, and of those to whom it goes.
FROM = frozenset({"hasAgent", "hasSpeaker", "hasVisitor", "hasAppointer"})
TO = frozenset({"hasTarget", "hasAddressee", "hasHost", "hasAppointee"})


def model(store: Store, listed: Sequence[Event]) -> dict[str, Any]:
    """Return all that the page shows, as JSON data.

    ``nodes``, ``events``, ``quotes`` and ``sources`` are lists that refer to one another by index; ``words`` has the
    labels of classes, properties and concepts; ``levels`` the nodes and positions of each network; ``capitals`` the
    places of all states and ``continents`` those of names on the map, in degrees; ``texts`` the words of the page
    itself, by language.

    Args:
        store: the graph.
        listed: the events that are shown.

    """
    known = agents(store, {agent for event in listed for agent in event.agents})
    iris = sorted(known)
    index = {iri: number for number, iri in enumerate(iris)}
    sources = _Sources(store)
    words = _Words(store)
    told = [_event(store, event, known, index, sources, words) for event in listed]
    for name in AGENT_TYPES:
        words.add(DD + name)
    return {
        "version": 1,
        "languages": list(LANGUAGES),
        "nodes": [_node(store, known[iri], index) for iri in iris],
        "events": told,
        "quotes": sources.quotes,
        "sources": sources.sources,
        "words": words.labels,
        "levels": {level: _placed(level, told, [known[iri].type for iri in iris]) for level in LEVELS},
        "capitals": capitals(store),
        "continents": CONTINENTS,
        "texts": phrases("explorer"),
    }


def links(members: Iterable[list[int]], size: int) -> Lengths:
    """Return the neighbours of each node, with lengths of links that leave room around busy nodes."""
    together: dict[tuple[int, int], float] = defaultdict(float)
    for group in members:
        for pair in combinations(sorted(group), 2):
            together[pair] += 1 / (len(group) - 1)
    around: list[set[int]] = [set() for _ in range(size)]
    for one, other in together:
        around[one].add(other)
        around[other].add(one)
    lengths: list[dict[int, float]] = [{} for _ in range(size)]
    for (one, other), weight in sorted(together.items()):
        # Nodes with other neighbours stand apart (Gansner, Koren and North 2005), those with much in common together.
        apart = len(around[one] ^ around[other])
        length = (1.6 + 0.5 * apart**0.5) / (1 + 0.15 * min(weight, 4))
        lengths[one][other] = lengths[other][one] = round(length, 3)
    return lengths


def _placed(level: str, told: list[dict[str, Any]], types: list[str]) -> dict[str, list[Any]]:
    """Return the nodes of a level, and where they stand."""
    inside = {number for number, kind in enumerate(types) if kind in LEVELS[level]}
    groups = [[node for node in event["members"] if node in inside] for event in told]
    shown = sorted({node for group in groups for node in group})
    own = {node: number for number, node in enumerate(shown)}
    places = positions(links([[own[node] for node in group] for group in groups if len(group) > 1], len(shown)))
    return {"nodes": shown, "x": [x for x, _ in places], "y": [y for _, y in places]}


def _node(store: Store, agent: Agent, index: dict[str, int]) -> dict[str, Any]:
    labels = dict(agent.labels)
    folded = {fold(text) for text in labels.values()}
    others = {
        quad.object.value
        for predicate in _OTHER_NAMES
        for quad in store.match(IRI(agent.iri), IRI(predicate))
        if isinstance(quad.object, Literal) and fold(quad.object.value) not in folded
    }
    node: dict[str, Any] = {"id": compact(agent.iri), "type": agent.type, "labels": labels}
    if others:
        node["also"] = sorted(others)
    states = [index[state] for state in agent.states if state in index and state != agent.iri]
    if states:
        node["states"] = states
    place = _coordinates(store, agent) if agent.type == "State" else None
    if place:
        node["place"] = place
    return node


def _coordinates(store: Store, state: Agent) -> list[float] | None:
    """Return latitude and longitude of a state that is a city, or of its capital, in degrees."""
    capitals = sorted(
        quad.subject.value
        for quad in store.match(None, IRI(DD + "capitalOf"), IRI(state.iri))
        if isinstance(quad.subject, IRI)
    )
    for place in (state.iri, *capitals):
        pair = [_text(store, IRI(place), predicate) for predicate in (_LATITUDE, _LONGITUDE)]
        if all(pair):
            return [float(value) for value in pair]
    return None


def capitals(store: Store) -> list[float]:
    """Return latitude, longitude, latitude … of all capitals and city states that a graph knows, in degrees."""
    subjects = {quad.subject.value for quad in store.match(None, _LATITUDE) if isinstance(quad.subject, IRI)}
    placed = [[_text(store, IRI(place), axis) for axis in (_LATITUDE, _LONGITUDE)] for place in sorted(subjects)]
    return [float(value) for pair in placed if all(pair) for value in pair]


def _event(
    store: Store, event: Event, known: dict[str, Agent], index: dict[str, int], sources: _Sources, words: _Words
) -> dict[str, Any]:
    subject = IRI(event.iri)
    parts = [(agent, role) for agent, role in event.parts if agent in known]
    sides = [_side(parts, roles, known, index) for roles in (FROM, TO)]
    told: dict[str, Any] = {
        "id": compact(event.iri),
        "type": event.type,
        "labels": _labels(store, event.iri),
        "kind": words.add(event.kind) if event.kind else "",
        "modality": [words.add(PREFIXES["modality"] + name) for name in event.modality],
        "date": [event.date, event.earliest, event.latest] if event.earliest else [],
        "topics": [words.add(topic) for topic in event.topics],
        "parts": [[index[agent], words.add(DD + role)] for agent, role in parts],
        "members": [index[agent] for agent in event.agents if agent in index],
        "facts": [
            [words.add(DD + name), words.add(value)]
            for name in FACTS
            for value in sorted(
                q.object.value for q in store.match(subject, IRI(DD + name)) if isinstance(q.object, IRI)
            )
        ],
        "notes": sorted(q.object.value for q in store.match(subject, IRI(_NOTE)) if isinstance(q.object, Literal)),
        "quotes": sources.quoted(subject),
        "sources": sources.of(subject),
    }
    words.add(DD + event.type)
    if all(sides) and not set(sides[0]) & set(sides[1]):
        told["flow"] = sides
    return {key: value for key, value in told.items() if value or key in ("labels", "members")}


def _side(
    parts: list[tuple[str, str]], roles: frozenset[str], known: dict[str, Agent], index: dict[str, int]
) -> list[int]:
    """Return the agents in certain roles, and the states for which they act."""
    there = {agent for agent, role in parts if role in roles}
    return sorted({index[name] for agent in there for name in (agent, *known[agent].states) if name in index})


class _Words:
    """Labels of classes, properties, concepts and places, each once."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self.labels: dict[str, dict[str, str]] = {}

    def add(self, iri: str) -> str:
        """Return the key under which the labels of a term are found."""
        key = compact(iri)
        if key not in self.labels:
            self.labels[key] = _labels(self._store, iri) or {"en": key.partition(":")[2]}
        return key


class _Sources:
    """Quotes and the pages and articles they are from, each once, in the order in which they are first used."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._sources: dict[str, int] = {}
        self._quotes: dict[str, int] = {}
        self.sources: list[dict[str, str]] = []
        self.quotes: list[dict[str, Any]] = []

    def of(self, subject: IRI) -> list[int]:
        """Return the web pages and articles that state a thing."""
        found = [q.object for q in self._store.match(subject, _SOURCE) if isinstance(q.object, IRI)]
        return [self._source(iri) for iri in sorted(found, key=lambda iri: iri.value)]

    def quoted(self, subject: IRI) -> list[int]:
        """Return the passages on which a thing rests, in the order of the text."""
        passages = [q.object for q in self._store.match(subject, IRI(DD + "evidencedBy")) if isinstance(q.object, IRI)]
        told = sorted((passage_citation(self._store, passage, "en"), passage) for passage in passages)
        return [self._quote(passage, citation) for citation, passage in told if citation.quote]

    def _quote(self, passage: IRI, citation: Citation) -> int:
        if passage.value not in self._quotes:
            self._quotes[passage.value] = len(self.quotes)
            source = self._source(IRI(citation.source))
            quote = {
                "text": citation.quote,
                "source": source,
                "place": [citation.start, citation.end],
                "voice": self._named(passage, "attribution"),
                "speaker": self._named(passage, "attributedTo"),
            }
            self.quotes.append({key: value for key, value in quote.items() if value not in ("", {})})
        return self._quotes[passage.value]

    def _named(self, passage: IRI, name: str) -> dict[str, str]:
        for quad in self._store.match(passage, IRI(DD + name)):
            if isinstance(quad.object, IRI):
                return _labels(self._store, quad.object.value)
        return {}

    def _source(self, iri: IRI) -> int:
        if iri.value not in self._sources:
            self._sources[iri.value] = len(self.sources)
            citation = source_citation(self._store, iri, "en")
            source = {
                "title": citation.title,
                "publisher": citation.speaker,
                "url": citation.url,
                "issued": citation.issued,
                "language": _text(self._store, iri, IRI(PREFIXES["dcterms"] + "language")),
            }
            self.sources.append({key: value for key, value in source.items() if value})
        return self._sources[iri.value]


def _labels(store: Store, iri: str) -> dict[str, str]:
    """Return the names of a thing by language."""
    found: dict[str, str] = {}
    for predicate in _LABELS:
        for quad in store.match(IRI(iri), IRI(predicate)):
            if isinstance(quad.object, Literal):
                tag = quad.object.language or "en"
                found[tag] = min(found.get(tag, quad.object.value), quad.object.value)
        if found:
            break
    return dict(sorted(found.items()))


def _text(store: Store, subject: IRI, predicate: IRI) -> str:
    return min((q.object.value for q in store.match(subject, predicate) if isinstance(q.object, Literal)), default="")
