"""Why two agents are linked: the shortest and the strongest paths over events and situations, hop by hop.

A hop leads from one agent to another by what both take part in: an event, a post held, one acting for the other.
Topics, classes and places, which everything shares, are no hops.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice, pairwise, product

from dadiplo.citations import Citation, cite
from dadiplo.network import PARTICIPATION, Event, Selection, events, events_of
from dadiplo.resources import DD, PREFIXES, VOCAB
from dadiplo.store import IRI, Quad, Store, graph_of, triple_of

#: Whether a meeting was in person says less of it than that it was one.
_FORMATS = f"{VOCAB}meeting-format/"
_SOURCE = IRI(PREFIXES["dcterms"] + "source")
#: By which one agent stands to another without an event.
_STANDING = tuple(IRI(DD + name) for name in ("actsFor", "partOf", "affiliatedWith"))
_TENURE, _POST, _OWNER = (IRI(DD + name) for name in ("tenureHolder", "tenurePost", "postIn"))
#: Paths looked at; between the hubs of a large graph there are far more than anybody reads.
_MANY = 2000


@dataclass(frozen=True, slots=True)
class Link:
    """What links two agents: an event (with its date and modality), a tenure, or a property such as ``dd:actsFor``."""

    iri: str
    #: IRI of the concept or class that says what it is, or of the property.
    kind: str
    date: str = ""
    modality: tuple[str, ...] = ()
    #: How many take part: with ever more the link of any two of them says ever less.
    size: int = 2

    @property
    def strength(self) -> float:
        """Return 1 / (n - 1) for n participants (Newman 2001, doi:10.1103/PhysRevE.64.016132)."""
        return 1 / max(self.size - 1, 1)


@dataclass(frozen=True, slots=True)
class Path:
    """Agents from one end to the other, and between each two all that links them, the strongest first."""

    agents: tuple[str, ...]
    hops: tuple[tuple[Link, ...], ...]

    @property
    def distance(self) -> float:
        """Return the sum over hops of the inverse of the sum of strengths (Newman 2001, section IV)."""
        return sum(1 / sum(link.strength for link in hop) for hop in self.hops)

    @property
    def order(self) -> tuple[float, tuple[str, ...]]:
        """Return what sorts paths by strength, then by name."""
        return round(self.distance, 9), self.agents


@dataclass(frozen=True, slots=True)
class Found:
    """The paths between two agents, best first, and how far was searched."""

    start: str
    end: str
    #: Which events counted.
    selection: Selection
    paths: tuple[Path, ...]
    hops: int
    #: How many agents each end reaches, and in how many events each takes part with agents that do not belong to it.
    reached: tuple[int, int]
    events: tuple[int, int]


def why(
    store: Store, start: str, end: str, selection: Selection | None = None, *, limit: int = 3, hops: int = 4
) -> Found:
    """Return how two agents are linked.

    These are the paths of the fewest hops and, between agents that are linked directly, those over one other agent that
    belongs to neither; of all of them the shortest, then the strongest.

    Args:
        store: the graph.
        start: IRI of an agent.
        end: IRI of another agent.
        selection: which events count; those reported as actual if ``None``. Its ``kind`` and ``topic`` are heeded too.
        limit: how many paths.
        hops: how long a path may be.

    """
    wanted = selection or Selection()
    links = _Links(store, wanted)
    parents, reached = _meet(links, start, end, hops)
    chains = list(islice(parents, _MANY))
    if chains and len(chains[0]) == 2:
        # Who belongs to one of the ends is how that end takes part, and no third.
        between = (links.of(start).keys() & links.of(end).keys()) - links.belonging(start) - links.belonging(end)
        chains += [(start, middle, end) for middle in sorted(between)[:_MANY]]
    paths = [Path(chain, tuple(links.of(one)[other] for one, other in pairwise(chain))) for chain in chains]
    shortest = sorted(paths, key=lambda path: (len(path.agents), *path.order))[:1]
    others = sorted((path for path in paths if path not in shortest), key=lambda path: path.order)
    taken = (links.events_with_others(start), links.events_with_others(end))
    return Found(start, end, wanted, tuple([*shortest, *others][:limit]), hops, reached, taken)


def _meet(links: _Links, start: str, end: str, hops: int) -> tuple[Iterator[tuple[str, ...]], tuple[int, int]]:
    """Search in breadth from both ends; return the shortest chains of agents, and how many each end reached."""
    before: list[dict[str, list[str]]] = [{start: []}, {end: []}]
    edge: list[list[str]] = [[start], [end]]
    for _ in range(hops):
        if before[0].keys() & before[1].keys() or not (edge[0] and edge[1]):
            break
        side = 0 if len(edge[0]) <= len(edge[1]) else 1
        new: dict[str, list[str]] = defaultdict(list)
        for agent in edge[side]:
            for other in sorted(links.of(agent)):
                if other not in before[side]:
                    new[other].append(agent)
        before[side] |= new
        edge[side] = sorted(new)
    met = sorted(before[0].keys() & before[1].keys())

    def chains(side: int, agent: str) -> Iterator[tuple[str, ...]]:
        if not before[side][agent]:
            yield (agent,)
        for parent in before[side][agent]:
            for chain in chains(side, parent):
                yield (*chain, agent)

    found = (
        (*left, *reversed(right[:-1])) for agent in met for left, right in product(chains(0, agent), chains(1, agent))
    )
    return found, (len(before[0]) - 1, len(before[1]) - 1)


class _Links:
    """The links of each agent: by events from an index of all that count, by situations looked up when asked for."""

    def __init__(self, store: Store, selection: Selection) -> None:
        self._store = store
        self._known: dict[str, dict[str, tuple[Link, ...]]] = {}
        self._events: dict[str, list[Event]] = defaultdict(list)
        for event in events(store, selection):
            for agent in event.agents:
                self._events[agent].append(event)

    def of(self, agent: str) -> dict[str, tuple[Link, ...]]:
        """Return the agents to which an agent is linked, and by what."""
        if agent not in self._known:
            found: dict[str, set[Link]] = defaultdict(set)
            for event in self._events.get(agent, ()):
                link = _link(event)
                for other in event.agents:
                    if other != agent:
                        found[other].add(link)
            for other, link in self._situations_of(agent):
                found[other].add(link)
            self._known[agent] = {
                other: tuple(sorted(links, key=lambda link: (-link.strength, link.date or "?", link.iri)))
                for other, links in found.items()
            }
        return self._known[agent]

    def belonging(self, agent: str) -> set[str]:
        """Return the agents that act for an agent, are part of it or hold a post in it, and the reverse."""
        return {other for other, _ in self._situations_of(agent)}

    def events_with_others(self, agent: str) -> int:
        """Return in how many events an agent takes part with agents that do not belong to it."""
        own = self.belonging(agent) | {agent}
        return sum(not own.issuperset(event.agents) for event in self._events.get(agent, ()))

    def _situations_of(self, agent: str) -> Iterator[tuple[str, Link]]:
        node = IRI(agent)
        for predicate in _STANDING:
            for quad in [*self._store.match(node, predicate), *self._store.match(None, predicate, node)]:
                subject, _, obj = triple_of(quad)
                other = obj.value if subject == node else subject.value
                if other != agent:
                    yield other, Link(subject.value, predicate.value)
        for tenure, _, _ in map(triple_of, self._store.match(None, _TENURE, node)):
            for owner in self._owners(tenure):
                yield owner, Link(tenure.value, _TENURE.value)
        for post, _, _ in map(triple_of, self._store.match(None, _OWNER, node)):
            for tenure, _, _ in map(triple_of, self._store.match(None, _POST, post)):
                for _, _, holder in map(triple_of, self._store.match(tenure, _TENURE)):
                    yield holder.value, Link(tenure.value, _TENURE.value)

    def _owners(self, tenure: object) -> Iterator[str]:
        for _, _, post in map(triple_of, self._store.match(tenure, _POST)):  # type: ignore[arg-type]
            for _, _, owner in map(triple_of, self._store.match(post, _OWNER)):  # type: ignore[arg-type]
                yield owner.value


def _link(event: Event) -> Link:
    # Who takes part through a state, and the state, are one side.
    sides = len(event.states) or len(event.agents)
    kind = event.kind if event.kind and not event.kind.startswith(_FORMATS) else DD + event.type
    return Link(event.iri, kind, event.date, event.modality, max(sides, 2))


def sides(store: Store, link: Link, agent: str) -> list[str]:
    """Return the bodies and persons through which an agent takes part in an event, itself left out, sorted."""
    node = IRI(link.iri)
    members = {triple_of(quad)[2] for role in PARTICIPATION for quad in store.match(node, role)}
    return sorted(
        member.value
        for member in members
        if isinstance(member, IRI) and member.value != agent and store.has(member, _STANDING[0], IRI(agent))
    )


def topics_of(store: Store, agent: str) -> set[str]:
    """Return the topics of the events in which an agent takes part, however sources put them."""
    return {
        triple_of(quad)[2].value for node in events_of(store, agent) for quad in store.match(node, IRI(DD + "hasTopic"))
    }


def evidence(store: Store, link: Link, one: str, other: str, language: str = "en") -> list[Citation]:
    """Return what a link rests on: the quotes that name most of both ends, and web sources."""
    row = {"link": IRI(link.iri), "one": IRI(one), "other": IRI(other)}
    return cite(store, dict(row), ["link"], language)


def quads_of(store: Store, found: Found) -> list[Quad]:
    """Return all that the graph says of the agents, links, passages and sources of the paths, each in its graph."""
    nodes = {agent for path in found.paths for agent in path.agents}
    nodes |= {link.iri for path in found.paths for hop in path.hops for link in hop}
    described = [quad for node in sorted(nodes) for quad in store.describe(IRI(node))]
    grounds = {
        quad.object
        for quad in described
        if quad.predicate in (_SOURCE, IRI(DD + "evidencedBy"), IRI(DD + "documentedIn"))
        and isinstance(quad.object, IRI)
    }
    described += [quad for node in grounds for quad in store.describe(node)]
    articles = {q.object for q in described if q.predicate.value == DD + "inArticle" and isinstance(q.object, IRI)}
    described += [quad for node in articles - grounds for quad in store.describe(node)]
    return sorted({quad for quad in described if not graph_of(quad).endswith("/inferred")}, key=str)
