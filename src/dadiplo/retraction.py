"""What falls when a source is taken back, and what survives on others."""

from __future__ import annotations

from dataclasses import dataclass

from dadiplo.changes import Thing, changes, things
from dadiplo.errors import UsageError
from dadiplo.resources import DD, GRAPH, ID, PREFIXES
from dadiplo.store import IRI, Quad, Store, graph_of, triple_of

_TYPE = PREFIXES["rdf"] + "type"


@dataclass(frozen=True, slots=True)
class Retraction:
    """The outcome: what falls, what survives (with how many sources), contradictions that close, links that go."""

    source: str
    falls: tuple[str, ...]
    survives: tuple[tuple[str, int], ...]
    closes: tuple[tuple[str, str], ...]
    links: tuple[str, ...]
    store: Store


def find_source(store: Store, text: str) -> str:
    """Return the IRI of the source that a name, an address or an IRI means.

    Raises:
        UsageError: there is no such source, with the nearest names.

    """
    kinds = (IRI(DD + "WebPage"), IRI(DD + "Article"))
    candidates = {triple_of(quad)[0].value for kind in kinds for quad in store.match(None, None, kind)}
    for wanted in (text, ID + "source/" + text, ID + "article/" + text):
        if wanted in candidates:
            return wanted
    prefix, _, local = text.partition(":")
    if prefix in ("source", "article") and ID + f"{prefix}/{local}" in candidates:
        return ID + f"{prefix}/{local}"
    for quad in store.match(None, IRI(PREFIXES["dcterms"] + "identifier")):
        subject, _, obj = triple_of(quad)
        if obj.value == text:
            return subject.value
    import difflib

    names = [iri.rsplit("/", 1)[-1] for iri in candidates]
    near = difflib.get_close_matches(text, sorted(names), n=3, cutoff=0.5)
    raise UsageError(f"no source is called {text!r}" + (f"; did you mean {', '.join(near)}?" if near else ""))


def retract(store: Store, source: str) -> Retraction:
    """Return what becomes of a graph without one of its sources; the graph itself is left as it is."""
    before = things(store)
    resting = {iri: thing for iri, thing in before.items() if source in thing.sources and _TYPE in thing.values}
    falls = {iri for iri, thing in resting.items() if thing.sources == {source}}
    own_graphs = {GRAPH + source.rsplit("/", 1)[-1], GRAPH + "source-" + source.rsplit("/", 1)[-1]}
    kept: list[Quad] = []
    for quad in store:
        subject, _, obj = triple_of(quad)
        if graph_of(quad) in own_graphs | {GRAPH + "inferred", GRAPH + "dataset"}:
            continue
        if {subject.value, obj.value} & (falls | {source}):
            continue
        kept.append(quad)
    rest = Store()
    rest.extend(kept)
    return Retraction(
        source=source,
        falls=tuple(sorted(falls)),
        survives=tuple(sorted((iri, len(thing.sources) - 1) for iri, thing in resting.items() if iri not in falls)),
        closes=tuple(_closed(before, things(rest))),
        links=(),
        store=rest,
    )


def with_links(retraction: Retraction, before: Store) -> Retraction:
    """Return a retraction with the links that no longer follow, after the inferences have been made anew."""
    gone = tuple(c.thing for c in changes(before, retraction.store) if c.kind == "lost-link")
    return Retraction(
        retraction.source, retraction.falls, retraction.survives, retraction.closes, gone, retraction.store
    )


def _closed(before: dict[str, Thing], after: dict[str, Thing]) -> list[tuple[str, str]]:
    return sorted(
        (iri, prop)
        for iri, thing in before.items()
        for prop in thing.values
        if thing.contested(prop) and iri in after and not after[iri].contested(prop)
    )
