"""What earlier sentences of an article leave behind for later ones."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from dadiplo.model import Event, Mention


class Context:
    """The events told so far, by type too, and who was spoken of last."""

    def __init__(self) -> None:
        self.events: list[Event] = []
        #: Type → its events with their number among all.
        self._by_type: dict[str, list[tuple[int, Event]]] = defaultdict(list)
        self.subject: Mention | None = None
        #: The person, and the state or body, who was last a doer; and who was one together with the subject.
        self.person: Mention | None = None
        self.body: Mention | None = None
        self.partners: tuple[Mention, ...] = ()
        self.sides: tuple[str, ...] = ()
        self.state: str = ""

    def add(self, event: Event) -> None:
        """Add an event that is told now."""
        self._by_type[event.type].append((len(self.events), event))
        self.events.append(event)

    def keep(self, events: Iterable[Event]) -> None:
        """Take these events in place of those told so far."""
        self.events = []
        self._by_type.clear()
        for event in events:
            self.add(event)

    def of_type(self, kind: str) -> list[Event]:
        """Return the events of a type in the order in which they were told."""
        return [event for _, event in self._by_type.get(kind, ())]

    def latest(self, *types: str) -> Event | None:
        """Return the event of one of the types that was told last."""
        last = [self._by_type[kind][-1] for kind in types if kind in self._by_type]
        return max(last, key=lambda numbered: numbered[0], default=(0, None))[1]
