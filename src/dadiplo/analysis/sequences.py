"""What happened in which order, and how an instrument or a policy went from state to state."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from dataclasses import replace
from heapq import heappop, heappush

from dadiplo import network
from dadiplo.analysis import measures
from dadiplo.analysis.registry import Names, Request, Result, Row, Words, analysis, kind_of, name, say, top
from dadiplo.errors import DadiploError, UsageError
from dadiplo.lookup import label
from dadiplo.network import Event
from dadiplo.resources import DD
from dadiplo.store import IRI, Store, triple_of

#: Property → whether its subject comes after its object, and the sentence that tells it of the later and the earlier.
_ORDER = {
    "followedEvent": (True, "placed-after", "placed-before"),
    "subEventOf": (True, "placed-within", "placed-around"),
    "resultedIn": (False, "placed-result", "placed-cause"),
}
#: After every day.
_NEVER = "9999-12-31"


@analysis("timeline", "from to event kind placed", limit=0, options=("about",))
def timeline(store: Store, request: Request) -> Result:
    """Return events in order, each with the first and last day that it can have happened.

    Dates are intervals, as sources give a month or contradict one another. An undated event stands after the last of
    the events that it followed, was part of or resulted from, else before the first of those that came after it, else
    at the end; events of one day stand in the order that is stated. A topological sort (Kahn 1962,
    doi:10.1145/368996.369025).

    Raises:
        DadiploError: the stated order has a cycle.

    """
    undated = replace(request.selection, since="", as_of="")
    events = {
        event.iri: event
        for event in network.events(store, undated)
        if not request.about or request.about in event.agents
    }
    links = _links(store, events)
    _, cycle = measures.topological((earlier, later) for earlier, later, _, _ in links)
    if cycle:
        names = " → ".join(label(store, iri) for iri in [*cycle, cycle[0]])
        raise DadiploError(f"the stated order of events goes in a circle: {names}")
    order, place = _placed(events, links)
    rows = []
    for iri in order:
        event = events[iri]
        if not (request.selection.admits(event) or (not event.earliest and _within(place[iri], request))):
            continue
        told = () if event.earliest else _told(links, iri, place) or (say("placed-nowhere"),)
        kind = name(kind_of(event))
        rows.append(Row((event.earliest, event.latest, name(iri), kind, told), (iri,)))
    return Result(top(rows, request.limit))


def _within(day: str, request: Request) -> bool:
    """Tell whether the day after which an undated event stands is in the period asked for."""
    return day != _NEVER and request.selection.since <= day <= (request.selection.as_of or _NEVER)


Link = tuple[str, str, str, str]


def _links(store: Store, events: dict[str, Event]) -> list[Link]:
    """Return the stated order: the earlier event, the later, and the sentences about the later and the earlier."""
    found = set()
    for prop, (after, of_later, of_earlier) in _ORDER.items():
        for subject, _, obj in map(triple_of, store.match(None, IRI(DD + prop))):
            later, earlier = (subject.value, obj.value) if after else (obj.value, subject.value)
            if earlier in events and later in events:
                found.add((earlier, later, of_later, of_earlier))
    return sorted(found)


def _placed(events: dict[str, Event], links: list[Link]) -> tuple[list[str], dict[str, str]]:
    """Return events in order, and for each the day where it stands; dates count more than a stated order."""
    before: dict[str, set[str]] = defaultdict(set)
    after: dict[str, set[str]] = defaultdict(set)
    for earlier, later, _, _ in links:
        before[later].add(earlier)
        after[earlier].add(later)
    order, _ = measures.topological((earlier, later) for earlier, later, _, _ in links)
    place = {iri: event.earliest for iri, event in events.items()}
    for iri in order:
        place[iri] = place[iri] or max((place[other] for other in before[iri]), default="")
    for iri in reversed(order):
        place[iri] = place[iri] or min((place[other] for other in after[iri] if place[other]), default="")
    place = {iri: day or _NEVER for iri, day in place.items()}
    waiting = {iri: {other for other in before[iri] if place[other] <= place[iri]} for iri in events}
    ready = [(place[iri], events[iri].latest or place[iri], iri) for iri in events if not waiting[iri]]
    ready.sort()
    result = []
    while ready:
        _, _, iri = heappop(ready)
        result.append(iri)
        for other in sorted(after[iri]):
            if iri in waiting[other]:
                waiting[other].remove(iri)
                if not waiting[other]:
                    heappush(ready, (place[other], events[other].latest or place[other], other))
    return result, place


def _told(links: list[Link], iri: str, place: dict[str, str]) -> tuple[Words, ...]:
    """Return in words where an undated event stands: after the nearest earlier one, else before the nearest later."""
    earlier = [(place[one], one, phrase) for one, other, phrase, _ in links if other == iri]
    if earlier:
        latest = max(day for day, _, _ in earlier)
        return tuple(say(phrase, event=name(one)) for day, one, phrase in sorted(earlier) if day == latest)[:1]
    later = sorted((place[other], other, phrase) for one, other, _, phrase in links if one == iri)
    return tuple(say(phrase, event=name(other)) for _, other, phrase in later[:1])


@analysis("diffusion", "order agent event from to gap since_first earlier_partners", limit=0)
def diffusion(store: Store, request: Request) -> Result:
    """Return which state did a thing first and who came after, with the days between.

    The first event of each state that fits ``--kind`` or ``--topic``: cumulative adoption in the sense of Rogers 2003
    ("Diffusion of Innovations") and of the event history of states (Berry and Berry 1990, doi:10.2307/1963526). Days
    are a range where a date is uncertain. ``earlier_partners`` are those who had done it and with whom the state had
    had to do by then: whom it may have learnt from, which no source need say.

    Raises:
        UsageError: neither kind nor topic is given.

    """
    if not (request.selection.kind or request.selection.topic):
        raise UsageError("say of what: --kind or --topic")
    events = [event for event in network.events(store, request.selection) if event.earliest]
    firsts: dict[str, Event] = {}
    for event in sorted(events, key=lambda one: (one.earliest, one.latest, one.iri)):
        for state in event.states:
            firsts.setdefault(state, event)
    adopted = sorted(firsts.items(), key=lambda item: (item[1].earliest, item[1].latest, item[1].iri, item[0]))
    contacts = _contacts(store)
    rows: list[Row] = []
    for number, (state, event) in enumerate(adopted, 1):
        earlier = [other for other, first in adopted[: number - 1] if first.iri != event.iri]
        partners = tuple(
            other for other in earlier if contacts.get(frozenset((state, other)), _NEVER) <= event.earliest
        )
        gap = _days(adopted[number - 2][1], event) if number > 1 else ""
        since = _days(adopted[0][1], event) if number > 1 else ""
        rows.append(
            Row(
                (number, name(state), name(event.iri), event.earliest, event.latest, gap, since, Names(partners)),
                (event.iri,),
            )
        )
    return Result(top(rows, request.limit), (say("note-diffusion"),) if rows else ())


def _contacts(store: Store) -> dict[frozenset[str], str]:
    """Return for each pair of states the last day on which they can first have had to do with one another."""
    found: dict[frozenset[str], str] = {}
    for event in network.events(store):
        for one in event.states if event.latest else ():
            for other in event.states:
                pair = frozenset((one, other))
                if one != other and event.latest < found.get(pair, _NEVER):
                    found[pair] = event.latest
    return found


def _days(earlier: Event, later: Event) -> str:
    """Return the days between two events, or the fewest and most that there can be."""
    least = max((_day(later.earliest) - _day(earlier.latest)).days, 0)
    most = (_day(later.latest) - _day(earlier.earliest)).days
    return str(most) if least == most else f"{least}–{most}"


def _day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)
