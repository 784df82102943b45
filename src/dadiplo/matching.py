"""Annotations of a text, and which of those found are those wanted: one-to-one matching of entities and events.

Matching rules. Entities and events are matched one to one, greedily, the best score first, earlier ones first among
equals. All texts are compared as folded words (``folding``).

* Entities match if their types are equal and their names or one of their mentions are; failing that, if a mention of
  one contains a mention of the other (which counts least).
* Events match if their types are equal and either their evidence shares at least three words in a row that make up
  30 % of the shorter one, or a third of their participants together is shared. Shared evidence counts four times,
  shared participants twice; modality, date, subtype and topics break ties.
* A pair of states is an event type with two states that take part in one event of that type, once a text.
* Roles are pairs of participant and role; those of unmatched events are misses and false alarms.
* Topics, modality and date are compared on matched events; a date counts where either side has one.

Method: one-to-one mapping as in the evaluations of ACE and TAC KBP, with overlap of spans only in the choice.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any, TypeVar

from dadiplo.errors import InputError
from dadiplo.folding import words_of

#: Evidence counts as shared from this many words in a row and from this part of the shorter one.
_WORDS, _PART = 3, 0.3
#: Participants count as shared from this part of all.
_SHARED = 0.34

G = TypeVar("G")
P = TypeVar("P")


@dataclass(frozen=True, slots=True)
class Entity:
    """An annotated entity; name and mentions are folded."""

    id: str
    type: str
    name: str
    mentions: frozenset[str]
    shown: str
    written: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Event:
    """An annotated event; evidence is folded, ``quote`` is as it was written."""

    type: str
    subtype: str
    modality: str
    date: str
    participants: frozenset[tuple[str, str]]
    topics: frozenset[str]
    evidence: str
    quote: str


@dataclass(frozen=True, slots=True)
class Annotation:
    """The entities and events of one text, in the form that ``extract --format json`` writes."""

    id: str
    language: str
    entities: tuple[Entity, ...]
    events: tuple[Event, ...]


def read_annotation(path: Path) -> Annotation:
    """Return the annotation in a JSON file.

    Raises:
        InputError: it cannot be read or is not of the form.

    """
    try:
        return as_annotation(json.loads(path.read_bytes()), path.stem)
    except OSError as error:
        raise InputError(f"{path}: {error.strerror}") from None
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise InputError(f"{path}: not an annotation ({type(error).__name__}: {error})") from None


def as_annotation(record: dict[str, Any], name: str) -> Annotation:
    """Return the annotation of a JSON object in the form that ``extract --format json`` writes."""
    entities = []
    for item in record["entities"]:
        written = tuple(item.get("mentions") or ())
        folded = frozenset(filter(None, map(_folded, written)))
        entities.append(
            Entity(item["id"], item["type"], _folded(item["canonical_en"]), folded, item["canonical_en"], written)
        )
    known = {entity.id for entity in entities}
    events = []
    for item in record["events"]:
        parts = frozenset((part["id"], part["role"]) for part in item["participants"] if part["id"] in known)
        quote = item.get("evidence") or ""
        events.append(
            Event(
                type=item["type"],
                subtype=_folded(item.get("subtype") or ""),
                modality=item["modality"],
                date=item.get("date") or "",
                participants=parts,
                topics=frozenset(item.get("topics") or ()),
                evidence=_folded(quote),
                quote=quote,
            )
        )
    return Annotation(name, record["lang"], tuple(entities), tuple(events))


def _folded(text: str) -> str:
    return " ".join(words_of(text))


def matched(gold: Sequence[G], found: Sequence[P], score: Callable[[G, P], float]) -> list[tuple[int, int]]:
    """Return pairs of places in the two sequences, each used once, the best scores first."""
    scored = [(score(one, other), i, j) for i, one in enumerate(gold) for j, other in enumerate(found)]
    pairs: list[tuple[int, int]] = []
    taken_gold: set[int] = set()
    taken_found: set[int] = set()
    for value, i, j in sorted(scored, key=lambda item: (-item[0], item[1], item[2])):
        if value > 0 and i not in taken_gold and j not in taken_found:
            taken_gold.add(i)
            taken_found.add(j)
            pairs.append((i, j))
    return sorted(pairs)


def entity_score(one: Entity, other: Entity) -> float:
    """Return how well a found entity fits a wanted one; 0 if it is another."""
    if one.type != other.type:
        return 0.0
    shared = one.mentions & other.mentions
    value = 4.0 * (one.name == other.name != "")
    if shared:
        value += 1 + 2 * len(shared) / len(one.mentions | other.mentions)
    if value:
        return value
    contained = any(
        min(len(a), len(b)) >= 4 and (_contains(a, b) or _contains(b, a)) for a in one.mentions for b in other.mentions
    )
    return 0.5 if contained else 0.0


def _contains(text: str, part: str) -> bool:
    return f" {part} " in f" {text} "


def event_score(one: Event, other: Event, same: dict[str, str]) -> float:
    """Return how well a found event fits a wanted one; 0 if it is another. ``same`` is as for ``translated``."""
    if one.type != other.type:
        return 0.0
    evidence = _overlap(one.evidence, other.evidence)
    participants = _part({id_ for id_, _ in one.participants}, {id_ for id_, _ in translated(other, same)})
    if evidence < _PART and participants < _SHARED:
        return 0.0
    ties = 0.5 * (one.modality == other.modality) + 0.5 * (one.date == other.date)
    ties += 0.25 * (one.subtype == other.subtype) + 0.25 * _part(one.topics, other.topics)
    return 4 * evidence + 2 * participants + ties


def _part(one: set[str] | frozenset[str], other: set[str] | frozenset[str]) -> float:
    """Return the Jaccard index of two sets."""
    return len(one & other) / len(one | other) if one | other else 0.0


def _overlap(one: str, other: str) -> float:
    """Return the longest run of words that two texts share, as part of the shorter one."""
    if not one or not other:
        return 0.0
    if one == other:
        return 1.0
    if _contains(one, other) or _contains(other, one):
        return 0.95
    left, right = one.split(), other.split()
    longest = 0
    row = [0] * (len(right) + 1)
    for word in left:
        row = [0] + [row[j] + 1 if word == there else 0 for j, there in enumerate(right)]
        longest = max(longest, *row)
    return longest / min(len(left), len(right)) if longest >= _WORDS else 0.0


def translated(event: Event, same: dict[str, str]) -> frozenset[tuple[str, str]]:
    """Return the participants of a found event; ``same`` has for found entities the identifiers of the wanted ones."""
    return frozenset((same.get(id_, f"found {id_}"), role) for id_, role in event.participants)


def state_pairs(annotation: Annotation, same: dict[str, str] | None = None) -> set[tuple[str, str, str]]:
    """Return each type of event with each two states that take part in one; ``same`` is given for what was found."""
    names = {
        entity.id: same.get(entity.id, f"found {entity.name}") if same is not None else entity.id
        for entity in annotation.entities
        if entity.type == "State"
    }
    pairs = set()
    for event in annotation.events:
        states = sorted({names[id_] for id_, _ in event.participants if id_ in names})
        pairs |= {(event.type, a, b) for a, b in combinations(states, 2)}
    return pairs


def role_count(annotation: Annotation) -> int:
    """Return how many participants all events have together."""
    return sum(len(event.participants) for event in annotation.events)
