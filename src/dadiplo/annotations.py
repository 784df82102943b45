"""What was read in an article as annotations: entities with mentions, events with roles, dates and evidence.

The form is that of ACE-style event annotation with one JSON object for each article; names of types, roles, kinds
and topics are the notations of the ontology.
"""

from __future__ import annotations

from typing import Any

from dadiplo.extraction import Extraction
from dadiplo.lexicon import Lexicon
from dadiplo.model import Event
from dadiplo.resources import DD, ID, PREFIXES
from dadiplo.store import IRI, Literal, Quad

_TYPES = {
    DD + name: name
    for name in (
        "Agreement", "Meeting", "Visit", "Statement",
        "EstablishmentOfBody", "LegalMeasure", "ReserveAction", "Appointment",
    )
}  # fmt: skip
_SUBTYPES = (DD + "instrumentKind", DD + "measureKind", DD + "reserveActionKind")
_LABEL = PREFIXES["skos"] + "prefLabel"
_NOTATION = PREFIXES["skos"] + "notation"


def annotate(extraction: Extraction, lexicon: Lexicon) -> dict[str, Any]:
    """Return the annotations of one article as a JSON object."""
    document = extraction.document
    entities = _entities(extraction.quads, lexicon, document.text)
    known = {entity["id"] for entity in entities}
    states = _states(extraction.quads, lexicon)
    events: list[dict[str, Any]] = []
    for event in extraction.events:
        if event.type in _TYPES:
            events.append(_event(event, f"ev{len(events) + 1}", known, states, lexicon, document.text))
    return {
        "id": document.slug,
        "lang": document.language,
        "published": document.published.isoformat() if document.published else None,
        "entities": entities,
        "events": events,
    }


def _local(iri: str) -> str:
    return iri.rsplit("/", 1)[-1]


def _entities(quads: list[Quad], lexicon: Lexicon, text: str) -> list[dict[str, Any]]:
    spans: dict[str, list[str]] = {}
    types: dict[str, str] = {}
    labels: dict[str, str] = {}
    for quad in quads:
        if not isinstance(quad.subject, IRI):
            continue
        subject = quad.subject.value
        if quad.predicate.value == PREFIXES["rdf"] + "type" and isinstance(quad.object, IRI):
            types[subject] = quad.object.value
        if quad.predicate.value == _LABEL and isinstance(quad.object, Literal):
            known = labels.get(subject, quad.object.value)
            labels[subject] = quad.object.value if quad.object.language == "en" else known
        if quad.predicate.value == DD + "evidencedBy" and isinstance(quad.object, IRI):
            start, _, end = quad.object.value.partition("#char=")[2].partition(",")
            spans.setdefault(subject, []).append(text[int(start) : int(end)])
    result = []
    for iri in sorted(spans):
        kind = _kind(iri, types, lexicon)
        if kind:
            name = lexicon.labels.get(iri, {}).get("en") or labels.get(iri) or spans[iri][0]
            result.append({"id": _local(iri), "type": kind, "canonical_en": name, "mentions": sorted(set(spans[iri]))})
    return result


def _kind(iri: str, types: dict[str, str], lexicon: Lexicon) -> str:
    folder = iri.removeprefix(ID).split("/", 1)[0]
    if folder == "org":
        media = types.get(iri) == DD + "MediaOrganization" or lexicon.is_a(iri, DD + "MediaOrganization")
        return "" if media else "Organization"
    return {"state": "State", "person": "Person", "place": "Place"}.get(folder, "")


def _states(quads: list[Quad], lexicon: Lexicon) -> dict[str, str]:
    """Return the state behind each body and person of the article."""
    behind: dict[str, str] = {}
    for quad in quads:
        if quad.predicate.value in (DD + "actsFor", DD + "affiliatedWith") and isinstance(quad.object, IRI):
            behind[quad.subject.value] = quad.object.value  # type: ignore[union-attr]
    tenures: dict[str, dict[str, str]] = {}
    posts: dict[str, str] = {}
    for quad in quads:
        predicate = quad.predicate.value
        if not isinstance(quad.object, IRI) or not isinstance(quad.subject, IRI):
            continue
        if predicate in (DD + "tenureHolder", DD + "tenurePost"):
            tenures.setdefault(quad.subject.value, {})[predicate] = quad.object.value
        if predicate in (DD + "postIn", DD + "headPostOf"):
            posts[quad.subject.value] = quad.object.value
    for tenure in tenures.values():
        owner = posts.get(tenure.get(DD + "tenurePost", ""), "")
        state = owner if owner.startswith(ID + "state/") else behind.get(owner) or lexicon.value(owner, DD + "actsFor")
        if state:
            behind.setdefault(tenure[DD + "tenureHolder"], state)
    return behind


def _event(
    event: Event, number: str, known: set[str], states: dict[str, str], lexicon: Lexicon, text: str
) -> dict[str, Any]:
    participants: list[dict[str, str]] = []

    def add(iri: str, role: str) -> None:
        item = {"id": _local(iri), "role": role}
        if item["id"] in known and item not in participants and not iri.startswith(ID + "place/"):
            participants.append(item)

    for argument in event.arguments:
        role = lexicon.value(argument.role, _NOTATION)
        if not role:
            continue
        add(argument.value, role)
        state = states.get(argument.value) or lexicon.value(argument.value, DD + "actsFor")
        if state and role != "body":
            add(
                state,
                {"speaker": "speaker_state", "signatory": "party", "addressee": "addressee"}.get(role, role),
            )
    span = event.passages[0].span
    subtype = next((event.values[prop][0] for prop in _SUBTYPES if event.values.get(prop)), "")
    topics = {
        lexicon.value(topic, _NOTATION)
        for prop in (DD + "hasTopic", DD + "hasAim")
        for topic in event.values.get(prop, [])
    }
    return {
        "id": number,
        "type": _TYPES[event.type],
        "subtype": lexicon.value(subtype, _NOTATION) or None,
        "modality": lexicon.value(event.modality, _NOTATION) or "actual",
        "date": event.date or None,
        "participants": participants,
        "topics": sorted(topics - {""}),
        "evidence": text[span.start : span.end],
    }
