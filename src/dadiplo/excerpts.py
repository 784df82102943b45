"""A part of the graph: what a source says, what surrounds a thing, and the events of a network that count."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from dadiplo.errors import NothingError
from dadiplo.inference import INFERRED
from dadiplo.network import Event, Selection, events
from dadiplo.resources import BASE, DD, GRAPH, ID, PREFIXES
from dadiplo.store import IRI, BlankNode, Quad, Store, graph_of, triple_of

_TYPE = IRI(PREFIXES["rdf"] + "type")
_SOURCE = IRI(PREFIXES["dcterms"] + "source")
_EVIDENCE = (IRI(DD + "evidencedBy"), IRI(DD + "inArticle"), IRI(DD + "documentedIn"), _SOURCE)
#: What is told of things that an excerpt only mentions.
_NAMES = {
    _TYPE.value,
    PREFIXES["skos"] + "prefLabel",
    PREFIXES["rdfs"] + "label",
    PREFIXES["dcterms"] + "title",
}
#: Graphs in which what several sources say stands together.
_SHARED = {GRAPH + "curated", GRAPH + "entities"}
#: What belongs to the event or thing that it points at, beside events and agents.
_ATTACHED = ("Situation", "Claim")


@dataclass(frozen=True, slots=True)
class Excerpt:
    """Which part of a graph is written; by default all of it.

    ``source`` and ``about`` are IRIs, ``hops`` is how far from the thing an event may be: 1 for the events in which it
    takes part, 2 for those of their participants too, and so on. ``level`` is one of ``network.LEVELS`` or ``events``
    (agents and events, linked by roles); ``selection`` says which events a network has.
    """

    without_inferred: bool = False
    source: str = ""
    about: str = ""
    hops: int = 1
    level: str = "agents"
    selection: Selection = field(default_factory=Selection)
    #: Language of the names that a drawing shows.
    language: str = "en"
    #: What a picture shows: one of ``picture.PICTURES``.
    picture: str = "network"


def excerpted_quads(store: Store, excerpt: Excerpt) -> list[Quad]:
    """Return the quads of an excerpt.

    What is about a thing is the thing, the events around it, their participants, what is claimed of them, and the
    passages, articles and pages on which they rest; what these only mention is there with its names.

    Raises:
        NothingError: there are none.

    """
    quads: Iterable[Quad] = store
    if excerpt.source:
        quads = _told_by(store, excerpt.source)
    if excerpt.about:
        inside = _described(store, excerpt)
        mentioned = _mentioned(store, inside)
        quads = (quad for quad in quads if _belongs(quad, inside, mentioned))
    if excerpt.without_inferred:
        quads = (quad for quad in quads if quad.graph_name != INFERRED)
    found = list(quads)
    if not found:
        raise NothingError("nothing in the graph is selected by these options")
    return found


def excerpted_events(store: Store, excerpt: Excerpt) -> list[Event]:
    """Return the events of an excerpt, by IRI.

    Raises:
        NothingError: there are none.

    """
    found = events(store, excerpt.selection)
    if excerpt.source:
        told = {triple_of(quad)[0].value for quad in _told_by(store, excerpt.source)}
        found = [event for event in found if event.iri in told]
    if excerpt.about:
        found = _around(found, excerpt.about, excerpt.hops)
    if not found:
        raise NothingError("no event in the graph is selected by these options")
    return found


def own_graphs(source: str) -> set[str]:
    """Return the IRIs of the graphs that hold what an article or page says by itself."""
    slug = source.rsplit("/", 1)[-1]
    return {GRAPH + slug, GRAPH + "source-" + slug}


def _told_by(store: Store, source: str) -> Iterator[Quad]:
    """Yield what a source says: its own graphs, and what the common graph of all pages says with it as a source."""
    own = own_graphs(source)
    for name in sorted(own):
        yield from store.match(graph=IRI(name))
    shared = {source, *(triple_of(quad)[0].value for quad in store.match(None, _SOURCE, IRI(source)))}
    for subject in sorted(shared):
        for quad in store.describe(IRI(subject)):
            if graph_of(quad) in _SHARED:
                yield quad


def _around(found: list[Event], about: str, hops: int) -> list[Event]:
    """Return the events of a thing, then step by step those that share a participant with them."""
    reached = {about}
    chosen: set[str] = set()
    for _ in range(hops):
        near = [e for e in found if e.iri in reached or not reached.isdisjoint((*e.agents, *e.topics))]
        chosen |= {event.iri for event in near}
        # What was there at the start may be a topic; from there on agents lead from event to event.
        reached = {agent for event in near for agent in event.agents}
    return [event for event in found if event.iri in chosen]


def _described(store: Store, excerpt: Excerpt) -> set[str]:
    near = _around(events(store, Selection(modality="any")), excerpt.about, excerpt.hops)
    inside = {excerpt.about} | {event.iri for event in near} | {agent for event in near for agent in event.agents}
    for node in [excerpt.about, *(event.iri for event in near)]:
        for quad in store.match(None, None, IRI(node)):
            subject = triple_of(quad)[0]
            if any(store.has(subject, _TYPE, IRI(DD + name)) for name in _ATTACHED):
                inside.add(subject.value)
    fresh = sorted(inside)
    while fresh:
        ends = {
            triple_of(quad)[2].value
            for node in fresh
            for link in _EVIDENCE
            for quad in store.match(IRI(node), link)
            if isinstance(quad.object, IRI)
        }
        fresh = sorted(ends - inside)
        inside |= ends
    return inside


def _mentioned(store: Store, inside: set[str]) -> set[str]:
    found = set()
    for node in inside:
        for quad in store.match(IRI(node)):
            _, predicate, obj = triple_of(quad)
            for term in (predicate, obj):
                if isinstance(term, IRI) and term.value.startswith(BASE):
                    found.add(term.value)
    return found - inside


def _belongs(quad: Quad, inside: set[str], mentioned: set[str]) -> bool:
    subject, predicate, obj = triple_of(quad)
    if isinstance(subject, BlankNode):
        return False
    if subject.value in inside:
        # A state is linked to half the world by inference; such links lead only to what is inside.
        derived = quad.graph_name == INFERRED and isinstance(obj, IRI) and obj.value.startswith(ID)
        return not derived or obj.value in inside
    return subject.value in mentioned and predicate.value in _NAMES
