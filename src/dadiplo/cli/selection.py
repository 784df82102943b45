"""The options that choose the events of a network, and what they mean in a graph."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import click

from dadiplo.cli.common import F
from dadiplo.errors import UsageError

if TYPE_CHECKING:
    from dadiplo.network import Selection
    from dadiplo.store import Store

_OPTIONS = (
    click.option("--kind", help="Only events of a class (Meeting) or a kind (memorandum of understanding)."),
    click.option("--topic", help="Only events on a topic."),
    click.option("--since", metavar="DATE", help="Only events not before a day, month or year."),
    click.option("--as-of", metavar="DATE", help="Only events not after a day, month or year."),
    click.option("--modality", help="Only events that sources put so; any for all. Default: actual."),
)


def selection_options(command: F) -> F:
    """Add the options whose values ``selection`` understands."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


def selection(
    store: Store, kind: str | None, topic: str | None, since: str | None, as_of: str | None, modality: str | None
) -> Selection:
    """Return the selection that the values of the options mean.

    Raises:
        UsageError: a name is unknown (with the nearest ones), or a date is none.

    """
    from dadiplo.lookup import find
    from dadiplo.network import Selection

    return Selection(
        kind=_kind(store, kind) if kind else "",
        topic=find(store, topic, "topic") if topic else "",
        modality=find(store, modality, "modality").rsplit("/", 1)[-1]
        if modality and modality != "any"
        else modality or "actual",
        since=_day("--since", since)[0] if since else "",
        as_of=_day("--as-of", as_of)[1] if as_of else "",
    )


def _kind(store: Store, text: str) -> str:
    """Return the local name of the class of events, or the IRI of the kind, that a text names."""
    from dadiplo.lookup import find, find_class
    from dadiplo.network import KIND_SCHEMES

    tries: list[Callable[[], str]] = [lambda: find_class(store, text, "Event")]
    tries += [lambda scheme=scheme: find(store, text, scheme) for scheme in KIND_SCHEMES]  # type: ignore[misc]
    told: list[str] = []
    for look in tries:
        try:
            return look()
        except UsageError as error:
            told.append(str(error))
    suggestion = next((message.partition(";")[2] for message in told if ";" in message), "")
    raise UsageError(f"no class or kind of event is called {text!r}" + (f";{suggestion}" if suggestion else ""))


def _day(option: str, text: str) -> tuple[str, str]:
    from dadiplo.dates import bounds

    found = bounds(text)
    if found is None:
        raise UsageError(f"{option}: {text!r} is not a date like 2025, 2025-07 or 2025-07-16")
    return found
