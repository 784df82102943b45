"""From what a person types to the events that count: kinds by class or concept, topics, modality, days."""

from __future__ import annotations

from dadiplo.errors import UsageError
from dadiplo.folding import fold, words_of
from dadiplo.lookup import class_names, find, names, suggestions
from dadiplo.network import KIND_SCHEMES, LEVELS, Selection, agents
from dadiplo.resources import DD, compact
from dadiplo.store import Store

#: Modalities that need no look-up: the usual one, and all. So a graph without the vocabulary can be asked too.
_PLAIN = (Selection().modality, "any")


def selection(
    store: Store, *, kind: str = "", topic: str = "", modality: str = "", since: str = "", as_of: str = ""
) -> Selection:
    """Return which events count.

    Args:
        store: the graph.
        kind: class of event or concept of a kind, by local name or label in any language.
        topic: concept of the topic scheme, in the same way.
        modality: concept of the modality scheme, or ``any``; those reported as fact if empty.
        since: first day, ISO 8601.
        as_of: last day.

    Raises:
        UsageError: something has no such name, with the nearest names.

    """
    modality = modality or Selection().modality
    return Selection(
        kind=_kind(store, kind) if kind else "",
        topic=find(store, topic, "topic") if topic else "",
        modality=modality if modality in _PLAIN else find(store, modality, "modality").rsplit("/", 1)[-1],
        since=since,
        as_of=as_of,
    )


def _kind(store: Store, text: str) -> str:
    """Return the local name of a class of events, or the IRI of a concept."""
    named = [*class_names(store, "Event"), *(pair for scheme in KIND_SCHEMES for pair in names(store, scheme))]
    words = words_of(text)
    found = {iri for iri, name in named if words_of(name) == words or text in (iri, compact(iri))}
    # A class says more than a concept of the same name, as it has all kinds.
    found = {iri for iri in found if iri.startswith(DD)} or found
    if len(found) == 1:
        return min(found).removeprefix(DD)
    if found:
        raise UsageError(f"{text!r} can mean {', '.join(map(compact, sorted(found)))}; say which")
    raise UsageError(f"no kind of event is called {text!r}{suggestions(fold(text), named)}")


def level_of(store: Store, about: str, levels: tuple[str, ...]) -> str:
    """Return the narrowest level at which an agent is, else the first of the levels."""
    known = agents(store, [about]) if about else {}
    if about in known:
        fitting = [level for level in levels if known[about].type in LEVELS[level]]
        return min(fitting, key=lambda level: (len(LEVELS[level]), level), default=next(iter(levels), ""))
    return next(iter(levels), "")
