"""Dates that events take from the announcement that told them, where their own clause states none."""

from __future__ import annotations

from dadiplo.model import Event
from dadiplo.resources import DD
from dadiplo.terms import ANNOUNCEMENT, MEASURE, PLANNED, STATEMENT

_SPEAKER = DD + "hasSpeaker"


def date_by_announcements(events: list[Event]) -> None:
    """Give what was announced on a day that day: what its speaker says of it, and a measure that is still pending."""
    for announcement in events:
        if announcement.type != ANNOUNCEMENT or not announcement.date:
            continue
        speakers = announcement.agents(_SPEAKER)
        for event in events:
            if event.type == STATEMENT and not event.date and event.agents(_SPEAKER) == speakers:
                event.date = announcement.date
        for role, event in announcement.links:
            pending = event.type == MEASURE and event.modality == PLANNED
            if role == DD + "announces" and pending and not event.date:
                event.date = announcement.date
