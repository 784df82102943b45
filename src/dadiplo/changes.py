"""What changed between two builds, in an analyst's words."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from decimal import Decimal

from dadiplo.lookup import label
from dadiplo.phrases import phrase
from dadiplo.resources import DD, GRAPH, ID, PREFIXES, compact
from dadiplo.store import IRI, Store, Term, graph_of, triple_of

#: Graphs that hold no source.
_NO_SOURCES = {GRAPH + name for name in ("ontology", "entities", "inferred", "dataset")}
#: Properties with one true value: two values in two sources contradict one another.
SINGLE = (
    DD + "date", DD + "began", DD + "ended", DD + "instrumentKind", DD + "measureKind", DD + "bindingness",
    DD + "quantity", DD + "statusValue", DD + "tookPlaceAt",
)  # fmt: skip
_DATES = {DD + "date", DD + "began", DD + "ended"}
_HIDDEN = {
    DD + name
    for name in (
        "earliest",
        "latest",
        "evidencedBy",
        "corroboration",
        "relevance",
        "confidence",
        "reviewed",
        "inArticle",
    )
} | {PREFIXES["skos"] + "editorialNote", PREFIXES["dcterms"] + "description", PREFIXES["skos"] + "note"}
_SOURCE = {PREFIXES["dcterms"] + "source"}
_LINKS = ("hasAgreementWith", "metWith", "hasEverAdoptedAsLegalTender", "heads")
_TYPE = PREFIXES["rdf"] + "type"
#: "An agreement, kind not stated" agrees with any kind.
UNSPECIFIC = {PREFIXES["instrument-kind"] + "agreement"}


@dataclass
class Thing:
    """What the sources say of one individual: property → value → the graphs that say so; and its sources."""

    values: dict[str, dict[Term, set[str]]] = field(default_factory=lambda: defaultdict(lambda: defaultdict(set)))
    sources: set[str] = field(default_factory=set)

    def contested(self, prop: str) -> dict[Term, set[str]]:
        """Return the values of a single-valued property that differ from one in the graph of another source."""
        if prop not in SINGLE:
            return {}
        values = {term: graphs for term, graphs in self.values.get(prop, {}).items() if term.value not in UNSPECIFIC}
        return {
            term: graphs
            for term, graphs in values.items()
            if any(differ(prop, term, other) and len(graphs | values[other]) > 1 for other in values)
        }


def differ(prop: str, one: Term, other: Term) -> bool:
    """Tell whether two values of a property contradict one another; a month and a day in it do not."""
    if prop in _DATES:
        return not (one.value.startswith(other.value) or other.value.startswith(one.value))
    try:
        return Decimal(one.value) != Decimal(other.value)
    except ArithmeticError:
        return one != other


@dataclass(frozen=True, slots=True)
class Change:
    """One change: its phrase and what fills it, as IRIs and values."""

    kind: str
    thing: str
    property: str = ""
    old: tuple[str, ...] = ()
    new: tuple[str, ...] = ()
    count: int = 0


def things(store: Store) -> dict[str, Thing]:
    """Return what the sources of a graph say of each individual."""
    result: dict[str, Thing] = defaultdict(Thing)
    for quad in store:
        graph, (node, prop, obj) = graph_of(quad), triple_of(quad)
        if graph in _NO_SOURCES or not isinstance(node, IRI) or "#char=" in node.value:
            continue
        subject, predicate = node.value, prop.value
        if not subject.startswith(ID) or subject.startswith((ID + "source/", ID + "article/")):
            continue
        thing = result[subject]
        if predicate in _SOURCE:
            thing.sources.add(obj.value)
        elif predicate == DD + "evidencedBy":
            thing.sources.add(obj.value.partition("#")[0])
        if predicate not in _HIDDEN | _SOURCE:
            thing.values[predicate][obj].add(graph)
    return result


def changes(old: Store, new: Store) -> list[Change]:
    """Return what changed from one graph to another: individuals, values, contradictions, links that follow."""
    before, after = things(old), things(new)
    found: list[Change] = []
    for iri in sorted(set(before) | set(after)):
        if iri not in before:
            found += [Change("added", iri)] if _is_event(after[iri]) else []
        elif iri not in after:
            found += [Change("removed", iri)] if _is_event(before[iri]) else []
        else:
            found += _thing_changes(iri, before[iri], after[iri])
    links_before, links_after = _links(old), _links(new)
    found += [Change("new-link", " ".join(link)) for link in sorted(links_after - links_before)]
    found += [Change("lost-link", " ".join(link)) for link in sorted(links_before - links_after)]
    return found


def _is_event(thing: Thing) -> bool:
    return _TYPE in thing.values


def _thing_changes(iri: str, before: Thing, after: Thing) -> list[Change]:
    found = []
    for prop in sorted((set(before.values) | set(after.values)) - {_TYPE}):
        was, now = before.contested(prop), after.contested(prop)
        old = {term.value for term in before.values.get(prop, {})}
        new = {term.value for term in after.values.get(prop, {})}
        if old == new:
            continue
        if now and not was:
            count = len(set().union(*now.values()))
            found.append(Change("contested", iri, prop, _texts(old), _texts(new), count))
        elif was and not now:
            found.append(Change("settled", iri, prop, _texts(old), _texts(new)))
        elif len(old) == 1 and len(new) == 1:
            found.append(Change("changed", iri, prop, _texts(old), _texts(new)))
        else:
            found += [Change("gained", iri, prop, (), _texts(new - old))] if new - old else []
            found += [Change("lost", iri, prop, _texts(old - new), ())] if old - new else []
    if len(before.sources) != len(after.sources) and _is_event(before):
        found.append(Change("more-sources", iri, "", (str(len(before.sources)),), (str(len(after.sources)),)))
    return found


def _texts(values: set[str]) -> tuple[str, ...]:
    return tuple(sorted(values))


def _links(store: Store) -> set[tuple[str, str, str]]:
    """Return the derived links between agents, a symmetric one once."""
    found = set()
    for name in _LINKS:
        for quad in store.match(None, IRI(DD + name)):
            one, other = triple_of(quad)[0].value, triple_of(quad)[2].value
            symmetric = name in ("hasAgreementWith", "metWith")
            found.add((min(one, other), DD + name, max(one, other)) if symmetric else (one, DD + name, other))
    return found


def describe(change: Change, old: Store, new: Store, language: str = "en") -> str:
    """Return a change as a sentence; names come from the graph that has the thing."""
    store = old if change.kind in ("removed", "lost-link") else new

    def name(value: str) -> str:
        return label(store, value, language) if value.startswith("http") else value

    if change.kind.endswith("-link"):
        thing = " ".join(name(part) for part in change.thing.split(" "))
    else:
        thing = name(change.thing)

    def listed(values: tuple[str, ...]) -> str:
        return phrase("comma", language).join(map(name, values))

    return phrase(
        change.kind,
        language,
        thing=thing,
        property=name(change.property) if change.property else "",
        old=listed(change.old),
        new=listed(change.new),
        values=listed(change.new or change.old),
        count=change.count,
    )


def as_dict(change: Change) -> dict[str, object]:
    """Return a change as a plain object for JSON."""
    return {
        "change": change.kind,
        "thing": change.thing,
        "property": compact(change.property) if change.property else None,
        "old": list(change.old),
        "new": list(change.new),
    }
