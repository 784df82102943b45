"""What was read in an article as annotations: entities with mentions, events with roles, dates and evidence.

The form is that of ACE-style event annotation with one JSON object for each article; names of types, roles, kinds
and topics are the notations of the ontology.
"""

from __future__ import annotations

from typing import Any

from dadiplo.events.detection import DETECTED
from dadiplo.extraction import Extraction
from dadiplo.lexicon import Lexicon
from dadiplo.mentions.readings import EntityRecord
from dadiplo.model import Event
from dadiplo.resources import DD, ID, PREFIXES
from dadiplo.terms import ANNOUNCEMENT, APPOINTMENT, STATEMENT

_TYPES = {kind: kind.removeprefix(DD) for kind in DETECTED} | {ANNOUNCEMENT: STATEMENT.removeprefix(DD)}
#: Role of a person → role of the state for which it is played.
_STATE_ROLES = {"speaker": "speaker_state", "signatory": "party"}
#: Roles that a person plays for the body as well.
_THROUGH_BODIES = ("speaker", "participant")
_SUBTYPES = (DD + "instrumentKind", DD + "measureKind", DD + "reserveActionKind")
_MEDIA = DD + "MediaOrganization"
_NOTATION = PREFIXES["skos"] + "notation"


def annotate(extraction: Extraction, lexicon: Lexicon) -> dict[str, Any]:
    """Return the annotations of one article as a JSON object."""
    document = extraction.document
    entities = _entities(extraction.records, lexicon, document.text)
    known = {entity["id"] for entity in entities}
    events = []
    for number, event in enumerate(annotated(extraction), 1):
        span = extraction.reader.detector.telling(event).span
        evidence = document.text[span.start : span.end]
        events.append(_event(event, f"ev{number}", evidence, known, extraction.behind, lexicon))
    return {
        "id": document.slug,
        "lang": document.language,
        "published": document.published.isoformat() if document.published else None,
        "entities": entities,
        "events": events,
    }


def annotated(extraction: Extraction) -> list[Event]:
    """Return the events of an article that are annotated, in order.

    What is only announced is a statement, unless the announcement tells of an event of its own.
    """
    events = extraction.events
    speaking = {s for e in events if e.type == STATEMENT for s in e.agents(DD + "hasSpeaker")}

    def is_announced(event: Event) -> bool:
        return event.type == ANNOUNCEMENT and (
            any(role == DD + "announces" for role, _ in event.links)
            or bool(speaking & set(event.agents(DD + "hasSpeaker")))
            or _tells_another(event, events)
        )

    return [event for event in events if event.type in _TYPES and not is_announced(event)]


def _tells_another(event: Event, events: list[Event]) -> bool:
    """Tell whether an announcement only tells of another event in the same words."""
    spans = [passage.span for passage in event.passages]
    return any(
        passage.span in span or span in passage.span
        for other in events
        if other is not event and other.type in _TYPES and other.type != event.type
        for passage in other.passages
        for span in spans
    )


def _local(iri: str) -> str:
    return iri.rsplit("/", 1)[-1]


def _entities(records: dict[str, EntityRecord], lexicon: Lexicon, text: str) -> list[dict[str, Any]]:
    result = []
    for iri, record in sorted(records.items()):
        kind = _kind(record, lexicon)
        if kind and record.mentions:
            mentions = [text[span.start : span.end] for span in record.mentions]
            own = {} if iri in lexicon.types else record.labels
            name = lexicon.labels.get(iri, {}).get("en") or own.get("en") or min(own.values(), default=mentions[0])
            result.append({"id": _local(iri), "type": kind, "canonical_en": name, "mentions": sorted(set(mentions))})
    return result


def _kind(record: EntityRecord, lexicon: Lexicon) -> str:
    folder = record.iri.removeprefix(ID).split("/", 1)[0]
    if folder == "org":
        told = record.type == _MEDIA and record.iri not in lexicon.types
        return "" if told or lexicon.is_a(record.iri, _MEDIA) else "Organization"
    return {"state": "State", "person": "Person", "place": "Place"}.get(folder, "")


def _event(
    event: Event, number: str, evidence: str, known: set[str], behind: dict[str, tuple[str, str]], lexicon: Lexicon
) -> dict[str, Any]:
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
        "modality": "background" if event.background else lexicon.value(event.modality, _NOTATION) or "actual",
        "date": event.date or None,
        "participants": _participants(event, known, behind, lexicon),
        "topics": sorted(topics - {""}),
        "evidence": evidence,
    }


def _participants(
    event: Event, known: set[str], behind: dict[str, tuple[str, str]], lexicon: Lexicon
) -> list[dict[str, str]]:
    """Return who takes part in which role, with the body and the state behind each."""
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
        state, body = behind.get(argument.value, ("", ""))
        if body and role in _THROUGH_BODIES:
            add(body, role)
        if state and state != argument.value and role not in ("body", "appointee", "target"):
            add(state, _STATE_ROLES.get(role, role))
    if event.type == APPOINTMENT and all(item["role"] != "appointer" for item in participants):
        for argument in event.arguments:
            add(behind.get(argument.value, ("", ""))[0], "appointer")
    return participants
