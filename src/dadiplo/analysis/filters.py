"""From what a person types to the events that count: kinds by class or concept, topics, modality, days."""

from __future__ import annotations

from dadiplo.errors import UsageError
from dadiplo.folding import words_of
from dadiplo.lookup import find
from dadiplo.network import LEVELS, Selection, agents
from dadiplo.resources import DD, PREFIXES, VOCAB
from dadiplo.store import IRI, Literal, Store, triple_of

#: Schemes of the kinds of events.
SCHEMES = ("instrument-kind", "measure-kind", "money-action", "reserve-action", "meeting-format")


def selection(
    store: Store, *, kind: str = "", topic: str = "", modality: str = "actual", since: str = "", as_of: str = ""
) -> Selection:
    """Return which events count.

    Args:
        store: the graph.
        kind: class of event or concept of a kind, by local name or label in any language.
        topic: concept of the topic scheme, in the same way.
        modality: concept of the modality scheme, or ``any``.
        since: first day, ISO 8601.
        as_of: last day.

    Raises:
        UsageError: something has no such name, with the nearest names.

    """
    return Selection(
        kind=_kind(store, kind) if kind else "",
        topic=find(store, topic, "topic") if topic else "",
        modality=modality if modality == "any" else find(store, modality, "modality").rsplit("/", 1)[-1],
        since=since,
        as_of=as_of,
    )


def _kind(store: Store, text: str) -> str:
    """Return the local name of a class of events, or the IRI of a concept."""
    names: dict[str, set[str]] = {}
    for cls in _classes(store):
        names.setdefault(_folded(cls), set()).add(cls)
        for text_of_class in _labels(store, DD + cls, "rdfs:label"):
            names.setdefault(_folded(text_of_class), set()).add(cls)
    for scheme in SCHEMES:
        for quad in store.match(None, IRI(PREFIXES["skos"] + "inScheme"), IRI(f"{VOCAB}{scheme}")):
            concept = triple_of(quad)[0].value
            for spoken in (concept, concept.rsplit("/", 1)[-1], f"{scheme}:{concept.rsplit('/', 1)[-1]}"):
                names.setdefault(_folded(spoken), set()).add(concept)
            for property_name in ("skos:prefLabel", "skos:altLabel"):
                for spoken in _labels(store, concept, property_name):
                    names.setdefault(_folded(spoken), set()).add(concept)
    found = names.get(_folded(text.removeprefix("dd:")), set())
    if len(found) == 1:
        return min(found)
    if found:
        # A class says more than a concept of the same name, as it has all kinds.
        classes = sorted(name for name in found if "/" not in name)
        if len(classes) == 1:
            return classes[0]
        raise UsageError(f"{text!r} can mean {', '.join(sorted(found))}; say which")
    import difflib

    near = difflib.get_close_matches(_folded(text), sorted(names), n=3, cutoff=0.6)
    hint = f"; did you mean {', '.join(near)}?" if near else ""
    raise UsageError(f"no kind of event is called {text!r}{hint}")


def _folded(text: str) -> str:
    """Return a name without differences of case, accents and hyphens."""
    return " ".join(words_of(text))


def _classes(store: Store) -> list[str]:
    subclass = IRI(PREFIXES["rdfs"] + "subClassOf")
    below = {triple_of(quad)[0].value for quad in store.match(None, subclass, IRI(DD + "Event"))}
    return sorted(iri.removeprefix(DD) for iri in below if iri.startswith(DD))


def _labels(store: Store, iri: str, name: str) -> list[str]:
    prefix, _, local = name.partition(":")
    found = store.match(IRI(iri), IRI(PREFIXES[prefix] + local))
    return [quad.object.value for quad in found if isinstance(quad.object, Literal)]


def level_of(store: Store, about: str, levels: tuple[str, ...]) -> str:
    """Return the narrowest level at which an agent is, else the first of the levels."""
    known = agents(store, [about]) if about else {}
    if about in known:
        fitting = [level for level in levels if known[about].type in LEVELS[level]]
        return min(fitting, key=lambda level: (len(LEVELS[level]), level), default=next(iter(levels), ""))
    return next(iter(levels), "")
