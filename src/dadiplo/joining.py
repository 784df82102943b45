"""The same event in articles and on curated pages: one IRI, where the date tells which of several it is.

States make agreements, hold talks, travel and pass laws of one kind again and again. An article names such an event
by those who take part, by kind and by the date that it states (``resolution``); curated ones are numbered. Which are
one depends on all that is known, not on its order:

- an agreement that an article dates is the curated one of its parties, kind and year, if there is exactly one;
- meetings, visits and measures that articles date are one if not more than three days lie between them, and the
  curated one that is as near, if there is exactly one; a month or a year is near to every day in it;
- what an article does not date is the only dated one of its name within two months of the article, or the only one
  if the day of the article is not known either;
- an agreement of which an article does not tell the kind is the one of a kind, of the same parties and as near, that
  others tell of, if there is exactly one;
- talks and visits of which an article names and dates no more than the states are those, as near, that persons or
  bodies of the same states are told to have held, if there is exactly one of them.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from dataclasses import dataclass

from dadiplo.dates import DATED, bounds, naming_date
from dadiplo.resources import DD, GRAPH, ID, PREFIXES, VOCAB
from dadiplo.store import IRI, Quad, Store, graph_of, triple_of

_TYPE, _DATE = IRI(PREFIXES["rdf"] + "type"), IRI(DD + "date")
_STATES, _ACTS_FOR = IRI(DD + "concernsState"), IRI(DD + "actsFor")
_HOLDER, _POST = IRI(DD + "tenureHolder"), IRI(DD + "tenurePost")
#: What a post is in: the body or the state itself.
_IN = (IRI(DD + "postIn"), IRI(DD + "headPostOf"))
_DIGEST, _ISSUED = IRI(DD + "digest"), IRI(PREFIXES["dcterms"] + "issued")
_NAME = re.compile(rf"{re.escape(ID)}((?:{'|'.join(DATED)})/.+?)(?:-[0-9]{{4}}(?:-[0-9]{{2}}){{0,2}}|-undated)?-[0-9]+")
_NUMBERED = re.compile(rf"{re.escape(ID)}((?:{'|'.join(DATED)})/.+)-[0-9]+")
#: Graphs of curated facts: what pages together say, and what one says against the others.
_CURATED = (GRAPH + "curated", GRAPH + "source-")
#: Who takes part in what states do together, in the order in which their names make that of the event.
_SIDES = {"agreement": ("hasParty",), "meeting": ("hasParticipant",), "visit": ("hasVisitor", "hasHost")}
_STATE = f"{ID}state/"
_KIND, _KINDS, _IN_SCHEME = IRI(DD + "instrumentKind"), f"{VOCAB}instrument-kind", IRI(PREFIXES["skos"] + "inScheme")
#: The kind of what is only called an agreement.
_ANY_KIND = f"{_KINDS}/agreement"
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
    #: The states on each side, and whether of talks or a visit nobody else is named, or of an agreement no kind is.
    sides: tuple[frozenset[str], ...] = ()
    only_states: bool = False
    kindless: bool = False

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
        return self.is_near(date)

    def is_near(self, date: str) -> bool:
        """Tell whether a date is at most some days away, or one date is the month or the year in which the other is."""
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
    names: dict[_Told, str] = {}
    for key, told in by_key.items():
        names |= _names(store, told, curated.get(key, {}))
    names |= _of_persons(names, store, curated)
    names |= _of_a_kind(names, store, curated)
    result: dict[str, dict[str, str]] = defaultdict(dict)
    for one, name in names.items():
        if name != one.event:
            result[one.graph][one.event] = name
    return result


def _of_persons(names: dict[_Told, str], store: Store, curated: dict[str, dict[str, set[str]]]) -> dict[_Told, str]:
    """Return the names of talks and visits told of states alone which are those of their persons or bodies."""
    known: dict[tuple[frozenset[str], ...], list[tuple[str, str]]] = defaultdict(list)
    for one, name in names.items():
        if one.date and not one.only_states:
            known[one.sides].append((name, one.date))
    for key, events in curated.items():
        for name, dates in events.items() if key.startswith("meeting/") else ():
            states = {triple_of(q)[2].value for q in store.match(IRI(name), _STATES, None, IRI(f"{GRAPH}curated"))}
            known[frozenset(states),] += [(name, date) for date in dates]
    told = (one for one in names if one.only_states and len(one.date) == _DAY)
    return _only_ones(names, {one: {name for name, date in known[one.sides] if one.is_of(date)} for one in told})


def _of_a_kind(names: dict[_Told, str], store: Store, curated: dict[str, dict[str, set[str]]]) -> dict[_Told, str]:
    """Return the names of agreements told without their kind which are those that others tell of with it."""
    known: dict[tuple[frozenset[str], ...], list[tuple[str, str]]] = defaultdict(list)
    for one, name in names.items():
        if one.date and one.key.startswith("agreement/") and not one.kindless:
            known[one.sides].append((name, one.date))
    for key, events in curated.items():
        for name, dates in events.items() if key.startswith("agreement/") else ():
            known[_taking_part(store, "agreement", name, f"{GRAPH}curated")[0]] += [(name, date) for date in dates]
    near = {}
    # What a state agrees with firms is not told apart by the state.
    for one in (one for one in names if one.kindless and len(one.sides[0]) > 1):
        published = _value(store, None, _ISSUED, one.graph)
        near[one] = {
            name
            for name, date in known[one.sides]
            if (one.is_near(date) if one.date else not published or _near(published, date))
        }
    return _only_ones(names, near)


def _only_ones(names: dict[_Told, str], near: dict[_Told, set[str]]) -> dict[_Told, str]:
    """Return the names of what only one event is near to.

    What one article tells beside that event is another one, also where other articles tell it.
    """
    used: dict[str, set[str]] = defaultdict(set)
    for one, name in names.items():
        used[one.graph].add(name)
    apart = {names[one] for one, found in near.items() if found & used[one.graph]}
    return {one: min(found) for one, found in near.items() if len(found) == 1 and names[one] not in apart}


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
    kinds = {triple_of(quad)[0].value for quad in store.match(None, _IN_SCHEME, IRI(_KINDS))}
    # A name that others gave keeps the kind that they tell.
    of_a_kind = re.compile("|".join(sorted(f"-{re.escape(kind.removeprefix(_KINDS)[1:])}(?=-|$)" for kind in kinds)))
    for graph in store.graphs():
        if graph.startswith(_CURATED) or next(store.match(None, _DIGEST, graph=IRI(graph)), None) is None:
            continue
        by_name: dict[str, list[_Told]] = defaultdict(list)
        for kind in DATED.values():
            for event, _, _ in map(triple_of, store.match(None, _TYPE, IRI(DD + kind), IRI(graph))):
                known = _NAME.fullmatch(event.value)
                if known and isinstance(event, IRI):
                    sides, own, only = _taking_part(store, known[1].partition("/")[0], event.value, graph)
                    kindless = kind == "Agreement" and _value(store, event, _KIND, graph) in ("", _ANY_KIND)
                    key = own if only else of_a_kind.sub("", known[1]) if kindless else known[1]
                    one = _Told(graph, event.value, key, _value(store, event, _DATE, graph), sides, only, kindless)
                    by_name[one.own].append(one)
        found += [group[0] for group in by_name.values() if len(group) == 1]
    return sorted(found, key=lambda one: (one.graph, one.event))


def _taking_part(store: Store, folder: str, event: str, graph: str) -> tuple[tuple[frozenset[str], ...], str, bool]:
    """Return the states on each side of an event, the first part of its name by them, and whether they are all it has.

    An event that took another name keeps its own first part so.
    """
    sides, agents, local = [], set(), []
    for role in _SIDES.get(folder, ()):
        given = {triple_of(quad)[2].value for quad in store.match(IRI(event), IRI(DD + role), None, IRI(graph))}
        sides.append(frozenset(state for agent in given for state in _states(store, agent)))
        agents |= given
        local += sorted(agent.rsplit("/", 1)[-1].lower() for agent in given)
    told = frozenset[str]().union(*sides)
    only = len(told) > 1 and agents == told and (folder == "meeting" or len(told) == len(sides))
    return (*sides,), f"{folder}/{'-'.join(local)}", only


def _states(store: Store, agent: str) -> set[str]:
    """Return the states that an agent is or acts for, a person by the posts that sources give him."""
    if agent.startswith(_STATE):
        return {agent}
    if agent.startswith(f"{ID}person/"):
        tenures = [triple_of(quad)[0].value for quad in store.match(None, _HOLDER, IRI(agent))]
        held = [tenure for tenure in tenures if agent in _asserted(store, tenure, _HOLDER)]
        posts = [post for tenure in held for post in _asserted(store, tenure, _POST)]
        owners = {owner for post in posts for relation in _IN for owner in _asserted(store, post, relation)}
        return {state for owner in owners if not owner.startswith(f"{ID}person/") for state in _states(store, owner)}
    return {state for state in _asserted(store, agent, _ACTS_FOR) if state.startswith(_STATE)}


def _asserted(store: Store, subject: str, predicate: IRI) -> set[str]:
    """Return the values that sources state: what was inferred before would depend on the order of adding."""
    quads = (quad for quad in store.describe(IRI(subject)) if quad.predicate == predicate)
    return {triple_of(quad)[2].value for quad in quads if graph_of(quad) != f"{GRAPH}inferred"}


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
