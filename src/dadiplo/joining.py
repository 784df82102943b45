"""The same agreement in an article and on curated pages: one IRI, where the year tells which of several it is.

An article that dates an agreement names it by parties, kind and year (``resolution``); the curated ones are numbered.
They are one if exactly one curated agreement of these parties and this kind has that year.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

from dadiplo.resources import DD, GRAPH, ID
from dadiplo.store import IRI, Quad, Store, triple_of

_DATE = IRI(DD + "date")
_DATED = re.compile(rf"{re.escape(ID)}agreement/(.+)-([0-9]{{4}})-[0-9]+")
_NUMBERED = re.compile(rf"{re.escape(ID)}agreement/(.+)-[0-9]+")
#: Graphs of curated facts: what pages together say, and what one says against the others.
_CURATED = (GRAPH + "curated", GRAPH + "source-")


def curated_agreements(store: Store) -> dict[tuple[str, str], set[str]]:
    """Return the curated agreements by the first part of their name (parties and kind) and a year that a page gives."""
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    for graph in store.graphs():
        if graph.startswith(_CURATED):
            for subject, _, date in map(triple_of, store.match(None, _DATE, graph=IRI(graph))):
                numbered = _NUMBERED.fullmatch(subject.value)
                if numbered:
                    found[numbered[1], date.value[:4]].add(subject.value)
    return found


def joined(quads: Iterable[Quad], curated: dict[tuple[str, str], set[str]]) -> list[Quad]:
    """Return the quads of an article with the curated IRIs of the agreements that are the same.

    Args:
        quads: the graph of the article.
        curated: from ``curated_agreements``.

    """
    told = list(quads)
    named: dict[tuple[str, str], set[str]] = defaultdict(set)
    for quad in told:
        dated = _DATED.fullmatch(triple_of(quad)[0].value)
        if dated:
            named[dated[1], dated[2]].add(dated[0])
    renamed = {}
    for key, own in named.items():
        same = curated.get(key, set())
        if len(own) == len(same) == 1:
            renamed[min(own)] = min(same)
    if not renamed:
        return told
    return [_renamed(quad, renamed) for quad in told]


def rejoin(store: Store) -> bool:
    """Give the agreements of articles in a store their curated IRIs, and tell whether any had another."""
    curated = curated_agreements(store)
    changed = False
    for graph in store.graphs():
        if graph.startswith(_CURATED) or not any(store.match(None, IRI(DD + "digest"), graph=IRI(graph))):
            continue
        told = [Quad(*triple_of(quad), IRI(graph)) for quad in store.match(graph=IRI(graph))]
        new = joined(told, curated)
        if new != told:
            changed = True
            store.drop(graph)
            store.extend(new)
    return changed


def _renamed(quad: Quad, names: dict[str, str]) -> Quad:
    """Return a quad with new names; who represented whom at an agreement is named after it."""
    subject, predicate, obj = triple_of(quad)
    if isinstance(subject, IRI):
        subject = IRI(_new(subject.value, names))
    if isinstance(obj, IRI):
        obj = IRI(_new(obj.value, names))
    return Quad(subject, predicate, obj, quad.graph_name)


def _new(iri: str, names: dict[str, str]) -> str:
    if iri in names:
        return names[iri]
    for old, new in names.items():
        local = f"{ID}representation/{old.rsplit('/', 1)[-1]}-"
        if iri.startswith(local):
            return f"{ID}representation/{new.rsplit('/', 1)[-1]}-{iri.removeprefix(local)}"
    return iri
