"""The same event in articles and on curated pages: one IRI, where the date tells which of several it is.

States make agreements, hold talks, travel and pass laws of one kind again and again. An article names such an event
by those who take part, by kind and by the date that it states (``resolution``); curated ones are numbered. Which are
one depends on all that is known, not on its order:

- an agreement that an article dates is the curated one of its parties, kind and year, if there is exactly one;
- meetings, visits and measures that articles date are one if not more than three days lie between them, and the
  curated one that is as near, if there is exactly one; a month or a year is near to every day in it;
- what an article does not date is the only dated one of its name within two months of the article, or the only one
  if the day of the article is not known either.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from dataclasses import dataclass

from dadiplo.dates import DATED, bounds, naming_date
from dadiplo.resources import DD, GRAPH, ID, PREFIXES
from dadiplo.store import IRI, Quad, Store, triple_of

_TYPE, _DATE = IRI(PREFIXES["rdf"] + "type"), IRI(DD + "date")
_DIGEST, _ISSUED = IRI(DD + "digest"), IRI(PREFIXES["dcterms"] + "issued")
_NAME = re.compile(rf"{re.escape(ID)}((?:{'|'.join(DATED)})/.+?)(?:-[0-9]{{4}}(?:-[0-9]{{2}}){{0,2}}|-undated)?-[0-9]+")
_NUMBERED = re.compile(rf"{re.escape(ID)}((?:{'|'.join(DATED)})/.+)-[0-9]+")
#: Graphs of curated facts: what pages together say, and what one says against the others.
_CURATED = (GRAPH + "curated", GRAPH + "source-")
#: How many days may lie between two reports of one event, and between an event and an article that does not date it.
_SAME, _NEAR = 3, 60
_DAY = len("2025-07-16")


@dataclass(frozen=True, slots=True)
class _Told:
    """An event as an article tells it: who and what kind as the first part of its name, and its date, if stated."""

    graph: str
    event: str
    key: str
    date: str

    @property
    def own(self) -> str:
        """Return the name that the article alone gives it."""
        date = naming_date(self.key.partition("/")[0], self.date)
        return f"{ID}{self.key}-{date}-1" if date else f"{ID}{self.key}-1"

    def is_of(self, date: str) -> bool:
        """Tell whether a date that another source states can be of this event.

        It can if it is of the same year, for an agreement; for others if days are near, or one date is the month or
        the year in which the other is.
        """
        if self.key.startswith("agreement/"):
            return naming_date("agreement", date) == naming_date("agreement", self.date)
        if len(self.date) < _DAY or len(date) < _DAY:
            return self.date.startswith(date) or date.startswith(self.date)
        return _within(self.date, date, _SAME)


def join(store: Store) -> set[str]:
    """Give the events of articles one IRI where they are the same, and return the graphs that changed."""
    changed = set()
    for graph, names in sorted(_joins(store).items()):
        told = [Quad(*triple_of(quad), IRI(graph)) for quad in store.match(graph=IRI(graph))]
        store.drop(graph)
        store.extend([_renamed(quad, names) for quad in told])
        changed.add(graph)
    return changed


def _joins(store: Store) -> dict[str, dict[str, str]]:
    """Return for each graph of an article what events are to be called that it calls otherwise.

    An event that got its name from others gets its own back where they no longer agree. Of several of one name in one
    article none is joined: which is which cannot be told.
    """
    curated = _curated(store)
    by_key: dict[str, list[_Told]] = defaultdict(list)
    for one in _told(store):
        by_key[one.key].append(one)
    result: dict[str, dict[str, str]] = defaultdict(dict)
    for key, told in by_key.items():
        for one, name in _names(store, told, curated.get(key, {})).items():
            if name != one.event:
                result[one.graph][one.event] = name
    return result


def _names(store: Store, told: list[_Told], curated: dict[str, set[str]]) -> dict[_Told, str]:
    """Return the names of what articles tell under one key; ``curated`` has the dates of each curated event."""
    names: dict[_Told, str] = {}
    days: dict[str, set[str]] = defaultdict(set)
    # Days come before months and years and in their order, so that the earliest gives a run of days its name.
    for one in sorted((one for one in told if one.date), key=lambda one: (-len(one.date), one.date, one.graph)):
        same = [name for name, dates in curated.items() if any(map(one.is_of, dates))]
        found = same or [name for name, dates in days.items() if any(map(one.is_of, dates))]
        names[one] = found[0] if len(found) == 1 else one.own
        days[names[one]].add(one.date)
    dated = {name: curated.get(name, set()) | days.get(name, set()) for name in (*curated, *days)}
    for one in (one for one in told if not one.date):
        published = _value(store, None, _ISSUED, one.graph)
        near = [name for name, dates in dated.items() if not published or any(_near(published, date) for date in dates)]
        names[one] = near[0] if len(near) == 1 else one.own
        if names[one] in curated and names[one] not in near and one.key.startswith(("meeting/", "visit/")):
            # The first known agreement or law of a kind is the one that is spoken of years later; talks are held anew.
            names[one] = f"{ID}{one.key}-undated-1"
    return names


def _told(store: Store) -> list[_Told]:
    """Return the events that articles tell, without those of which one article tells several of one name."""
    found = []
    for graph in store.graphs():
        if graph.startswith(_CURATED) or next(store.match(None, _DIGEST, graph=IRI(graph)), None) is None:
            continue
        by_name: dict[str, list[_Told]] = defaultdict(list)
        for kind in DATED.values():
            for event, _, _ in map(triple_of, store.match(None, _TYPE, IRI(DD + kind), IRI(graph))):
                known = _NAME.fullmatch(event.value)
                if known and isinstance(event, IRI):
                    one = _Told(graph, event.value, known[1], _value(store, event, _DATE, graph))
                    by_name[one.own].append(one)
        found += [group[0] for group in by_name.values() if len(group) == 1]
    return sorted(found, key=lambda one: (one.graph, one.event))


def _curated(store: Store) -> dict[str, dict[str, set[str]]]:
    """Return the curated events by the first part of their name, each with the dates that pages give."""
    found: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for graph in store.graphs():
        if graph.startswith(_CURATED):
            for subject, _, date in map(triple_of, store.match(None, _DATE, graph=IRI(graph))):
                numbered = _NUMBERED.fullmatch(subject.value)
                if numbered:
                    found[numbered[1]][subject.value].add(date.value)
    return found


def _value(store: Store, subject: IRI | None, predicate: IRI, graph: str) -> str:
    return min((triple_of(quad)[2].value for quad in store.match(subject, predicate, None, IRI(graph))), default="")


def _near(published: str, date: str) -> bool:
    """Tell whether a day of publication is close to a date, as exact as it is stated."""
    return _within(published[:_DAY], date, _NEAR)


def _within(day: str, date: str, days: int) -> bool:
    """Tell whether at most so many days lie between a day and a date, as exact as it is stated."""
    one, other = bounds(day), bounds(date)
    if one is None or other is None:
        return False
    at, first, last = (dt.date.fromisoformat(text) for text in (one[0], *other))
    return first - dt.timedelta(days) <= at <= last + dt.timedelta(days)


def _renamed(quad: Quad, names: dict[str, str]) -> Quad:
    """Return a quad with new names; who represented whom at an event is named after it."""
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
