"""Names in four languages for what has none of its own: states from CLDR, events from their kind and parties."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from dadiplo.resources import DD, GRAPH, ID, PREFIXES
from dadiplo.store import IRI, BlankNode, Literal, Quad, Store

LANGUAGES = ("en", "ar", "es", "ur")
_LABEL = IRI(PREFIXES["skos"] + "prefLabel")
_CLASS_LABEL = IRI(PREFIXES["rdfs"] + "label")
_TYPE = IRI(PREFIXES["rdf"] + "type")
_BROADER = IRI(PREFIXES["skos"] + "broader")
#: Properties that tell more of an event than its class does, and those that tell whose event it is.
_KINDS = (DD + "instrumentKind", DD + "measureKind", DD + "reserveActionKind", DD + "precedenceScope")
_PARTIES = (
    DD + "concernsState", DD + "hasVisitor", DD + "hasSpeaker", DD + "hasParticipant", DD + "hasAgent",
    DD + "concernsBody", DD + "concernsReserve", DD + "concernsAsset", DD + "tenureHolder", DD + "tenurePost",
    DD + "representative", DD + "principal", DD + "statusState", DD + "statusAsset", DD + "observedReserve",
    DD + "observedHolder", DD + "claimedBy", DD + "tookPlaceAt",
)  # fmt: skip
#: Articles and sources have titles, passages and claims have quotes.
_UNNAMED = tuple(f"{ID}{folder}/" for folder in ("article", "claim", "source"))
#: What has a name of its own, though perhaps not in every language, is not named after what it is.
_NAMED = tuple(f"{ID}{folder}/" for folder in ("asset", "org", "person", "place", "post", "reserve", "state"))
#: For these classes who takes part as a person says more than which states are concerned.
_PERSONAL = {DD + "Meeting", DD + "Visit", DD + "Statement", DD + "Announcement"}


def state_names(quads: Iterable[Quad], graph: str) -> list[Quad]:
    """Return the usual names of the states among ``quads``, from CLDR by their alpha-2 code."""
    from babel import Locale

    names = {language: Locale(language).territories for language in LANGUAGES}
    result = []
    for quad in quads:
        if quad.predicate.value == DD + "isoAlpha2" and isinstance(quad.object, Literal):
            for language, territories in names.items():
                if quad.object.value in territories:
                    label = Literal(territories[quad.object.value], language=language)
                    result.append(Quad(quad.subject, _LABEL, label, IRI(graph)))
    return result


def event_names(store: Store, only: Iterable[IRI | BlankNode] | None = None) -> list[Quad]:
    """Return a name for every event and situation in each language it has none in: its kind, then who is concerned.

    Args:
        store: the graph.
        only: the nodes to name; all if ``None``.

    """
    facts: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    labels: dict[str, dict[str, str]] = defaultdict(dict)
    for quad in store if only is None else _around(store, only):
        if not isinstance(quad.subject, IRI):
            continue
        predicate = quad.predicate.value
        if isinstance(quad.object, IRI):
            facts[quad.subject.value][predicate].add(quad.object.value)
        elif isinstance(quad.object, Literal) and predicate in (_LABEL.value, _CLASS_LABEL.value):
            known = labels[quad.subject.value].get(quad.object.language or "", quad.object.value)
            labels[quad.subject.value][quad.object.language or ""] = min(known, quad.object.value)
    classes = _depths(facts)
    result = []
    for subject in sorted(facts):
        lacking = [language for language in LANGUAGES if language not in labels.get(subject, {})]
        named = subject.startswith(_NAMED) and labels.get(subject)
        if not subject.startswith(ID) or subject.startswith(_UNNAMED) or named or not lacking:
            continue
        types = [cls for cls in facts[subject].get(_TYPE.value, ()) if cls in classes]
        if not types:
            continue
        cls = min(types, key=lambda name: (-classes[name], name))
        kinds = next((facts[subject][prop] for prop in _KINDS if facts[subject].get(prop)), {cls})
        # One article says only "agreement", another which.
        kind = min(kinds - set().union(*(facts[one][_BROADER.value] for one in kinds if one in facts)) or kinds)
        parties = _parties(facts[subject], cls, labels)
        for language in lacking:
            head = labels[kind].get(language) or labels[cls].get(language, "")
            names = [labels[party].get(language) or labels[party].get("en", "") for party in parties]
            text = (
                head[:1].upper()
                + (head[1:].lower() if kind == cls else head[1:])
                + (": " + " – ".join(name for name in names if name) if names else "")
            )
            result.append(Quad(IRI(subject), _LABEL, Literal(text, language=language), IRI(GRAPH + "inferred")))
    return result


def _around(store: Store, nodes: Iterable[IRI | BlankNode]) -> Iterator[Quad]:
    """Yield what tells the names of some nodes: their facts, the labels of what they name, the classes."""
    named = set()
    for node in nodes:
        for quad in store.match(node):
            named.add(quad.object)
            yield quad
    for quad in store.match(None, IRI(PREFIXES["rdfs"] + "subClassOf")):
        named.add(quad.subject)
        yield quad
    for thing in named:
        if isinstance(thing, IRI):
            for predicate in (_LABEL, _CLASS_LABEL, _BROADER):
                yield from store.match(thing, predicate)


def _parties(facts: dict[str, set[str]], cls: str, labels: dict[str, dict[str, str]]) -> list[str]:
    """Return who an event is named after: its states, or for meetings and statements the persons in it."""
    order = [*_PARTIES[1:], _PARTIES[0]] if cls in _PERSONAL else list(_PARTIES)
    if cls == DD + "EstablishmentOfBody":
        order.insert(0, DD + "concernsBody")
    if cls == DD + "Meeting":
        persons = sorted(v for v in facts.get(DD + "hasParticipant", ()) if v.startswith(ID + "person/"))
        if len(persons) > 1:
            return persons
    found: list[str] = []
    for prop in order:
        values = sorted(value for value in facts.get(prop, ()) if labels.get(value) and value not in found)
        found += values
        if cls.endswith(("RoleTenure", "Representation", "LegalStatus", "HoldingObservation")):
            continue
        if found:
            break
    return found[:4]


def _depths(facts: dict[str, dict[str, set[str]]]) -> dict[str, int]:
    """Return the classes of the ontology with their depth, so that the narrowest type can be named."""
    above = {
        cls: values.get(PREFIXES["rdfs"] + "subClassOf", set()) for cls, values in facts.items() if cls.startswith(DD)
    }
    return {cls: len({sup for sup in supers if sup.startswith(DD)}) for cls, supers in above.items()} | {
        cls: 0 for cls in facts if cls.startswith(DD) and cls not in above
    }
