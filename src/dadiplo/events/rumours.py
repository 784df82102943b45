"""What the media only talk of: it did not happen if somebody denies it right behind, else nothing is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dadiplo.lexicon import CUE
from dadiplo.mentions.readings import SentenceMentions
from dadiplo.model import Event, Span
from dadiplo.terms import APPOINTMENT, DENIED, DENYING, STATEMENT

if TYPE_CHECKING:
    from dadiplo.events.reader import EventReader

#: How many characters behind a rumour its denial can stand.
_NEAR = 400


def rumoured(mentions: SentenceMentions) -> Span | None:
    """Return the span of a sentence that tells a rumour."""
    return mentions.sentence.span if any(w.iri == CUE + "rumour" for w in mentions.words) else None


def settle_rumours(reader: EventReader, rumours: list[Span]) -> list[Event]:
    """Return the events of an article, those that a rumour tells as denied, and none of which nobody says more."""
    events = reader.context.events
    denials = [e.passages[0].span for e in events if e.type == STATEMENT and e.trigger in DENYING]
    denials += [cue.span for found in reader.finder.found for cue in found if cue.iri == CUE + "untrue"]
    kept = []
    for event in events:
        span = event.passages[0].span
        told = next((rumour for rumour in rumours if span in rumour), None)
        sure = event.type in (STATEMENT, APPOINTMENT) or event.modality == DENIED or len(event.passages) > 1
        if told is None or sure:
            kept.append(event)
            continue
        if any(told.start <= denial.start <= told.end + _NEAR for denial in denials):
            event.modality, event.earlier, event.date = DENIED, False, ""
            again = (e for e in events if e is not event and e.type == event.type and e.modality == DENIED)
            if not any(reader.sides(e) == reader.sides(event) for e in again):
                kept.append(event)
    return kept
