"""Verbs of creating and giving: a body, a post, or what a noun says is created."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dadiplo.clauses.modality import NEAR
from dadiplo.clauses.scenes import Scene
from dadiplo.events.appointments import read_appointment
from dadiplo.events.establishments import bodies_created
from dadiplo.events.frames import frame, plain
from dadiplo.lexicon import CUE
from dadiplo.model import Event, Mention
from dadiplo.resources import VOCAB
from dadiplo.terms import NOUN_EVENTS, TRIGGER

if TYPE_CHECKING:
    from dadiplo.events.reader import EventReader

_LICENCE = VOCAB + "measure-kind/licence"
#: How many words behind the verb the office can stand.
_OFFICE_REACH = 5


@frame("create")
def _creation(reader: EventReader, scene: Scene, verb: Mention) -> Event | None:
    """A body, named or told by its kind, or else what a noun of the clause says is created."""
    if _by_strangers(reader, scene, verb):
        return None
    behind = reader.lexicon.order != "SOV" and verb.form != "passive"
    nouns = [n for n in scene.nouns if n.kind in NOUN_EVENTS and (n.first > verb.last) == behind]
    nouns = [n for n in nouns if not _by_means(reader, scene, n)]
    # "Se crea la …": what is created can stand behind a passive too.
    anywhere = verb.form == "passive" and reader.lexicon.drops_pronouns
    kinds = [w for w in scene.clause.words if w.kind == "body-kind" and (anywhere or (w.first > verb.first) == behind)]
    named_bodies = [m for m in scene.clause.entities if m.kind == "organization"]
    kinds += [m for m in named_bodies if anywhere or (m.first > verb.last) == behind]
    nearest = min([*nouns, *kinds], key=lambda m: (abs(m.first - verb.first), m.kind), default=None)
    offices = [w for w in scene.clause.words if w.kind == "office" and 0 < w.first - verb.last <= _OFFICE_REACH]
    named = [m for m in scene.clause.entities if m.kind == "person" and m.first > verb.last]
    beside = offices and not any(
        w.kind in ("cue", "measure-kind") and verb.last < w.first < offices[0].first for w in scene.clause.words
    )
    held = beside and named and reader.lexicon.order != "SOV"
    if held and (nearest is None or offices[0].first < nearest.first or nearest.first < verb.first):
        # "The council has a new head, X".
        return read_appointment(reader, scene, verb._replace(iri=TRIGGER + "appoint", form="passive"))
    last = reader.lexicon.order == "SOV"
    if last and any(w.kind == "office" and w.last == verb.first - 1 for w in scene.clause.words):
        # Where verbs come last: "made him governor".
        return read_appointment(reader, scene, verb._replace(iri=TRIGGER + "appoint"))
    if nearest is not None and nearest in nouns:
        return plain(reader, scene, verb)
    bodies = bodies_created(reader, scene, verb)
    if bodies:
        scene.used.update(n for n in scene.nouns if n.kind == "measure-kind")
        return bodies[0]
    return plain(reader, scene, verb) if scene.nouns else None


def _by_strangers(reader: EventReader, scene: Scene, verb: Mention) -> bool:
    """Tell whether something was founded by people whom nothing of ours names ("fundada por dos ingenieros")."""
    clause = scene.clause
    by = [w.first for w in clause.words if w.iri == CUE + "by" and w.first > verb.last]
    if not reader.lexicon.drops_pronouns or verb.form != "passive" or not by:
        return False
    if not set(range(verb.last + 1, by[0])) <= clause.timed | {index - 1 for index in clause.timed}:
        return False
    near = range(by[0], by[0] + _OFFICE_REACH)
    public = ("office", "body-kind", "measure-kind", "instrument-kind", "trigger")
    known = [w for w in clause.words if w.first in near and w.kind in public]
    return not known and not any(m.first in near for m in clause.entities)


@frame("set-up")
def _set_up(reader: EventReader, scene: Scene, verb: Mention) -> Event | None:
    """A body named beside the verb, or the one that the verb itself tells by its kind."""
    bodies = bodies_created(reader, scene, verb)
    return bodies[0] if bodies else plain(reader, scene, verb)


def _by_means(reader: EventReader, scene: Scene, noun: Mention) -> bool:
    """Tell whether a decree or law is only that by which something is created ("set up by decree a council")."""
    if noun.kind != "measure-kind":
        return False
    if reader.lexicon.order == "SOV":
        # "By ordinance" has its particle behind it.
        return any(w.iri == CUE + "about" and w.first == noun.last + 1 for w in scene.clause.words)
    cues = reader.lexicon.cues_of(scene.clause.sentence.words[noun.first].text)
    inside = noun.last > noun.first and CUE + "by" in cues
    return reader.lexicon.order == "SVO" and inside


@frame("give")
def _gift(reader: EventReader, scene: Scene, verb: Mention) -> Event | None:
    """Read "gave the country a council": a body that is new, and not one to which something is given."""
    words = scene.clause.sentence.words[: scene.clause.last + 1]
    behind = range(verb.last + 1, min(verb.last + 1 + NEAR, len(words)))
    new = [at for at in behind if CUE + "indefinite" in reader.lexicon.cues_of(words[at].text)]
    bodies = [w for w in scene.clause.words if w.kind == "body-kind"]
    bodies += [m for m in scene.clause.entities if m.kind == "organization"]
    # "The state has a regulator now": right behind the verb no article is needed.
    given = any(0 < m.first - at <= NEAR for m in bodies for at in new[:1])
    beside = [w for w in bodies if w.kind == "body-kind" and w.first == verb.last + 1]
    # To which "90 days" or "a year" are given is there already.
    counted = {at for at in behind if words[at].text[:1].isdigit()}
    given = given or any(w.last + 1 not in {*new, *counted} for w in beside)
    first = min((m.first for m in bodies if m.first > verb.last), default=0)
    to = any(w.iri == CUE + "to" and verb.last < w.first < first for w in scene.clause.words)
    created = bodies_created(reader, scene, verb) if given and not to else []
    if not created and any(noun.iri == _LICENCE for noun in scene.nouns):
        # "No licence has been granted to any exchange."
        return plain(reader, scene, verb._replace(iri=TRIGGER + "license"))
    return created[0] if created else None
