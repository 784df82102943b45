"""Whether those to whom a verb of saying is given by what was told before, or by their place, are who speaks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dadiplo.affixes import MANY
from dadiplo.clauses.scenes import Scene
from dadiplo.clauses.tenses import is_gerund
from dadiplo.clauses.wordorder import is_unknown_noun
from dadiplo.lexicon import CUE
from dadiplo.mentions.readings import PRIVATE
from dadiplo.model import Event, Mention
from dadiplo.resources import DD, ID
from dadiplo.terms import TRIGGER

if TYPE_CHECKING:
    from dadiplo.events.reader import EventReader

_SPEAKER = DD + "hasSpeaker"
#: What a state says whose name is carried over from what was told before.
_SAID_BY_STATES = {TRIGGER + name for name in ("deny", "announce")}


def mistaken(reader: EventReader, scene: Scene, event: Event, verb: Mention) -> bool:
    """Tell whether the speakers of a statement are only carried over or stand nearby, and somebody else speaks."""
    speakers = event.agents(_SPEAKER)
    if not speakers:
        return False
    named = [m for m in scene.clause.entities if m.iri in speakers]
    persons = any(iri.startswith(ID + "person/") for iri in speakers)
    if reader.lexicon.order == "SVO" and (_is_noun(reader, scene, verb) or _only_behind(scene, verb, named)):
        return True
    if not persons and len(speakers) == 1 and _of_many(reader, scene, verb):
        return True
    return not named and (_said_by_none(reader, verb, scene) or (not persons and _carried(reader, scene, event, verb)))


def _carried(reader: EventReader, scene: Scene, event: Event, verb: Mention) -> bool:
    """Tell whether a state or a body that a clause does not name is not what its pronoun, or its form, means."""
    speakers = event.agents(_SPEAKER)
    beside = any(m.iri in speakers for m in scene.mentions.entities)
    if not beside and all(iri.startswith(ID + "state/") for iri in speakers) and verb.iri not in _SAID_BY_STATES:
        return True
    lexicon, words = reader.lexicon, scene.clause.sentence.words
    pronouns = (w for w in scene.clause.words if w.iri == CUE + "pronoun" and 0 <= verb.first - w.last <= 2)
    personal = any(CUE + "personal" in lexicon.cues_of(words[w.first].text) for w in pronouns)
    return lexicon.order == "SVO" and personal


def _said_by_none(reader: EventReader, verb: Mention, scene: Scene) -> bool:
    """Tell whether a passive leaves open who says it, or a firm or the market does ("traders shrugged")."""
    # "Se informa" does not leave it open: who issues the note does.
    alone = not reader.lexicon.drops_pronouns or verb.first == verb.last
    passive = verb.form == "passive" and scene.clause.cue("by") is None and alone
    private = any(w.iri in PRIVATE and w.last == verb.first - 1 for w in scene.clause.words)
    return passive or private


def _of_many(reader: EventReader, scene: Scene, verb: Mention) -> bool:
    """Tell whether many speak, by the ending of the verb."""
    text = scene.clause.sentence.words[verb.first].text
    return reader.lexicon.order == "VSO" and verb.form == "verb" and text.endswith(MANY)


def _only_behind(scene: Scene, verb: Mention, named: list[Mention]) -> bool:
    """Tell whether those named do something else, by which is told behind what is said ("that it is paid by X")."""
    positions = scene.clause.positions
    that = [w.first for w in scene.clause.words if w.first > verb.last and (w.iri == CUE + "that" or w.form == "noun")]
    behind = [m for m in named if positions[m] == "by" and that and m.first > min(that)]
    return bool(named) and len(behind) == len(named)


def _is_noun(reader: EventReader, scene: Scene, verb: Mention) -> bool:
    """Tell whether what could be a verb of saying is a noun with an unknown one before it ("a typhoon warning")."""
    text = scene.clause.sentence.words[verb.first].text
    alone = verb.first == verb.last and is_gerund(reader.lexicon, text) and not reader.lexicon.drops_pronouns
    return alone and is_unknown_noun(scene.clause, verb.first - 1, reader.lexicon)
