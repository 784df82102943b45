"""The same agreement in articles and on curated pages: one IRI, where the date tells which of several it is.

An article that dates an agreement names it by parties, kind and year, one that does not by parties and kind alone
(``resolution``); curated ones are numbered. Which are one depends on all that is known, not on its order:

- an agreement that an article dates is the curated one of its parties, kind and year, if there is exactly one;
- one that an article does not date is the only dated one of its parties and kind, if no curated one is known and the
  article appeared within two months of that date.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from dataclasses import dataclass

from dadiplo.dates import bounds
from dadiplo.resources import DD, GRAPH, ID, PREFIXES
from dadiplo.store import IRI, Quad, Store, triple_of

_TYPE, _AGREEMENT = IRI(PREFIXES["rdf"] + "type"), IRI(DD + "Agreement")
_DATE = IRI(DD + "date")
_DIGEST, _ISSUED = IRI(DD + "digest"), IRI(PREFIXES["dcterms"] + "issued")
_DATED = re.compile(rf"{re.escape(ID)}agreement/(.+)-[0-9]{{4}}-[0-9]+")
_NUMBERED = re.compile(rf"{re.escape(ID)}agreement/(.+)-[0-9]+")
#: Graphs of curated facts: what pages together say, and what one says against the others.
_CURATED = (GRAPH + "curated", GRAPH + "source-")
#: How many days may lie between an agreement and an article that tells of it without a date.
_NEAR = 60


@dataclass(frozen=True, slots=True)
class _Told:
    """An agreement as an article tells it: parties and kind as the first part of its name, and its date, if stated."""

    graph: str
    agreement: str
    parties: str
    date: str

    @property
    def own(self) -> str:
        """Return the name that the article alone gives it."""
        year = f"-{self.date[:4]}" if self.date else ""
        return f"{ID}agreement/{self.parties}{year}-1"


def join(store: Store) -> set[str]:
    """Give the agreements of articles one IRI where they are the same, and return the graphs that changed."""
    changed = set()
    for graph, names in sorted(_joins(store).items()):
        told = [Quad(*triple_of(quad), IRI(graph)) for quad in store.match(graph=IRI(graph))]
        store.drop(graph)
        store.extend([_renamed(quad, names) for quad in told])
        changed.add(graph)
    return changed


def _joins(store: Store) -> dict[str, dict[str, str]]:
    """Return for each graph of an article what agreements are to be called that it calls otherwise.

    An agreement that got its name from others gets its own back where they no longer agree. Of several of one kind and
    year in one article none is joined: which is which cannot be told.
    """
    curated = _curated(store)
    told = _told(store)
    names = {}
    dated: dict[str, dict[str, str]] = defaultdict(dict)
    for one in told:
        names[one] = one.own
        if one.date:
            same = curated.get(one.parties, {}).get(one.date[:4], set())
            if len(same) == 1:
                names[one] = min(same)
            else:
                dated[one.parties].setdefault(one.own, one.date)
    for one in told:
        others = dated.get(one.parties, {})
        if not one.date and len(others) == 1 and one.parties not in curated:
            ((name, date),) = others.items()
            if _near(_value(store, None, _ISSUED, one.graph), date):
                names[one] = name
    result: dict[str, dict[str, str]] = defaultdict(dict)
    for one, name in names.items():
        if name != one.agreement:
            result[one.graph][one.agreement] = name
    return result


def _told(store: Store) -> list[_Told]:
    """Return the agreements that articles tell, without those of which one article tells several of a kind and year."""
    found = []
    for graph in store.graphs():
        if graph.startswith(_CURATED) or next(store.match(None, _DIGEST, graph=IRI(graph)), None) is None:
            continue
        by_name: dict[str, list[_Told]] = defaultdict(list)
        for agreement, _, _ in map(triple_of, store.match(None, _TYPE, _AGREEMENT, IRI(graph))):
            known = _DATED.fullmatch(agreement.value) or _NUMBERED.fullmatch(agreement.value)
            if known and isinstance(agreement, IRI):
                date = _value(store, agreement, _DATE, graph)
                one = _Told(graph, agreement.value, known[1], date)
                by_name[one.own].append(one)
        found += [group[0] for group in by_name.values() if len(group) == 1]
    return sorted(found, key=lambda one: (one.graph, one.agreement))


def _curated(store: Store) -> dict[str, dict[str, set[str]]]:
    """Return the curated agreements by the first part of their name (parties and kind) and each year a page gives."""
    found: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for graph in store.graphs():
        if graph.startswith(_CURATED):
            for subject, _, date in map(triple_of, store.match(None, _DATE, graph=IRI(graph))):
                numbered = _NUMBERED.fullmatch(subject.value)
                if numbered:
                    found[numbered[1]][date.value[:4]].add(subject.value)
    return found


def _value(store: Store, subject: IRI | None, predicate: IRI, graph: str) -> str:
    return min((triple_of(quad)[2].value for quad in store.match(subject, predicate, None, IRI(graph))), default="")


def _near(published: str, date: str) -> bool:
    """Tell whether a day of publication is known and close to a date, as exact as it is stated."""
    days, issued = bounds(date), bounds(published)
    if days is None or issued is None:
        return False
    first, last, day = (dt.date.fromisoformat(text) for text in (*days, issued[0]))
    near = dt.timedelta(_NEAR)
    return first - near <= day <= last + near


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
