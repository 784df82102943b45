"""What is dismissed: persons from their office, suits by courts, and ideas."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dadiplo.clauses.scenes import Scene
from dadiplo.events.appointments import read_appointment
from dadiplo.events.frames import frame, plain
from dadiplo.events.speeches import statement
from dadiplo.mentions.bodykinds import COURT
from dadiplo.model import Event, Mention
from dadiplo.terms import TRIGGER

if TYPE_CHECKING:
    from dadiplo.events.reader import EventReader


@frame("dismiss")
def _dismissal(reader: EventReader, scene: Scene, verb: Mention) -> Event | None:
    """Persons lose their office; a suit that a court dismisses is ruled on, and what is dismissed else is rejected."""
    clause = scene.clause
    courts = [w for w in clause.words if w.iri == COURT]
    courts += [m for m in clause.entities if COURT in reader.finder.kinds_of(m.iri)]
    if courts and not any(m.kind == "person" for m in clause.entities):
        return plain(reader, scene, verb._replace(iri=TRIGGER + "rule"))
    about = [w for w in clause.words if w.kind == "topic" and w.first > verb.last]
    held = [w for w in clause.words if w.kind == "office" and w.first > verb.last]
    named = [m for m in clause.entities if m.kind == "person" and m.first > verb.last]
    if about and not held and not named and verb.form == "verb" and reader.lexicon.order == "SVO":
        return statement(reader, scene, verb._replace(iri=TRIGGER + "reject"))
    return read_appointment(reader, scene, verb)
