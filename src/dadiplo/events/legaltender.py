"""Acts that make an asset legal tender: by a verb of adopting, or by the words for legal tender alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dadiplo.clauses.scenes import Scene, asset_of, start
from dadiplo.clauses.wordorder import says
from dadiplo.events.doers import complete
from dadiplo.events.frames import frame, plain
from dadiplo.lexicon import CUE
from dadiplo.mentions.readings import Clause, overlap
from dadiplo.model import Event, Mention
from dadiplo.resources import DD, VOCAB
from dadiplo.terms import ACTUAL, DENIED, INDIRECT, LEGAL_TENDER, MEASURE, TRIGGER

if TYPE_CHECKING:
    from dadiplo.events.reader import EventReader

_ADOPTING = {TRIGGER + "adopt", TRIGGER + "legalise"}
_COPULA = CUE + "copula"
_LEGAL_TENDER = VOCAB + "topic/legal-tender"


@frame("adopt", "legalise")
def _adoption(reader: EventReader, scene: Scene, verb: Mention) -> Event | None:
    """Read the adoption of an asset as legal tender; other adoptions need a noun that says of what."""
    inside = any(w.iri == _LEGAL_TENDER and overlap(w, verb) for w in scene.clause.words)
    if scene.clause.cue("as-legal-tender") is None and not inside:
        return plain(reader, scene, verb)
    event = start(reader, scene, {MEASURE}, verb)
    event.describe(DD + "measureKind", LEGAL_TENDER)
    agents = scene.clause.in_position("subject") or [m for m in (scene.subject,) if m is not None]
    common = scene.clause.cue("a-state")
    if common:
        # "the first state to adopt": the state meant is the one named last before these words.
        agents = [m for m in scene.mentions.entities if m.kind == "state" and m.last < common.first][-1:] or agents
    for agent in agents:
        reader.roles.give(event, agent, "subject", verb)
    _give_assets(reader, event, scene.clause)
    return reader.settle(event)


def read_legal_tender(reader: EventReader, scene: Scene) -> Event | None:
    """Read "X made bitcoin legal tender" and "it is not legal tender in Y", where no verb of adopting says so."""
    verb = scene.clause.verb
    topics = (w for w in scene.clause.words if w.iri == _LEGAL_TENDER and (verb is None or not overlap(w, verb)))
    told = scene.clause.cue("as-legal-tender") or next(topics, None)
    if told is None or (verb is not None and verb.iri in _ADOPTING):
        return None
    event = start(reader, scene, {MEASURE}, told)
    if event.modality == ACTUAL and not event.date and not _is_made(reader, scene, told):
        return None
    if event.modality == DENIED and not event.date and _only_reminded(reader, scene, told):
        return None
    event.describe(DD + "measureKind", LEGAL_TENDER)
    states = [m for m in scene.clause.entities if m.kind == "state"]
    doers = [m for m in states if scene.clause.positions[m] == "subject"]
    for mention in doers or states[:1]:
        event.add(DD + "hasAgent", mention.iri)
    complete(reader, event, scene)
    return reader.settle(event) if event.arguments else None


def _give_assets(reader: EventReader, event: Event, clause: Clause) -> None:
    for word in clause.words:
        asset = asset_of(reader, word)
        if asset:
            event.describe(DD + "concernsAsset", asset)


def _is_made(reader: EventReader, scene: Scene, told: Mention) -> bool:
    """Tell whether a state or public body does something, rather than that something is legal tender there."""
    clause = scene.clause
    words = clause.sentence.words[clause.first : told.last + 1]
    doers = [m for m in clause.in_position("subject") if reader.finder.is_official(m.iri)]
    return (
        told.kind == "cue" and bool(doers) and not any(_COPULA in reader.lexicon.cues_of(word.text) for word in words)
    )


def _only_reminded(reader: EventReader, scene: Scene, told: Mention) -> bool:
    """Tell whether words only say how something stands ("reminded citizens that crypto is not legal tender")."""
    verb = scene.clause.verb
    said = scene.voice.attribution == INDIRECT or (verb is not None and says(verb, reader.lexicon))
    words = scene.clause.sentence.words[scene.clause.first : told.first]
    return reader.lexicon.order == "SVO" and said and any(_COPULA in reader.lexicon.cues_of(w.text) for w in words)
