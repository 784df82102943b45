"""What follows an appointment where verbs come last: who goes on with it, who left before, what replaces what."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dadiplo.clauses.scenes import Scene
from dadiplo.lexicon import CUE
from dadiplo.model import Event, Mention
from dadiplo.resources import DD
from dadiplo.terms import APPOINTMENT, TRIGGER

if TYPE_CHECKING:
    from dadiplo.events.reader import EventReader

#: Verbs of coming to a post.
_COMING = {TRIGGER + name for name in ("appoint", "take-office")}


def replaces_thing(scene: Scene) -> bool:
    """Tell whether an asset takes the place of another ("the digital rupee will replace cash"): nobody is named."""
    clause = scene.clause
    named = any(m.kind in ("person", "organization", "state") for m in clause.entities)
    post = any(w.kind == "office" or w.iri in (CUE + "subject", CUE + "post") for w in clause.words)
    return any(w.kind == "topic" for w in clause.words) and not (named or post)


def goes_on_with_post(reader: EventReader, scene: Scene, trigger: Mention) -> Event | None:
    """Return the appointment of its paragraph that "she takes up her duties in July" goes on with."""
    clause, last = scene.clause, reader.context.latest(APPOINTMENT)
    pronoun = clause.cue("pronoun")
    alone = pronoun is not None and pronoun.first == clause.first and not clause.entities
    if last is None or not alone or trigger.iri not in _COMING or trigger.form == "noun":
        return None
    between = reader.document.text[last.passages[-1].span.end : clause.span.start]
    if "\n" in between or clause.cue("subject") is not None:
        return None
    last.support(scene.passage)
    return last


def add_post_told_last(reader: EventReader, event: Event) -> None:
    """Give who left ("her predecessor resigned") the body and the state of the post told last."""
    last = reader.context.latest(APPOINTMENT)
    for body in last.agents(DD + "concernsBody") if last is not None else ():
        event.add(DD + "concernsBody", body)
    for appointer in last.agents(DD + "hasAppointer") if last is not None else ():
        event.add(DD + "hasAppointer", reader.finder.state_of(appointer) or appointer)
