"""Acts of parliaments, courts and officials: what they permit, order and adopt, and the texts they decide on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dadiplo.clauses.refusals import refused_acts
from dadiplo.clauses.scenes import Scene, noun_types
from dadiplo.clauses.wordorder import is_unknown_noun
from dadiplo.events.frames import frame, plain
from dadiplo.events.topics import assets_beside
from dadiplo.lexicon import CUE
from dadiplo.mentions.bodykinds import CABINET, COURT, FIRMS, PARLIAMENT
from dadiplo.model import Event, Mention
from dadiplo.resources import VOCAB
from dadiplo.terms import (
    AGREEMENT,
    APPOINTMENT,
    BILL,
    DENIED,
    ESTABLISHMENT,
    LEGISLATOR,
    MEASURE,
    MEETING,
    NOUN_EVENTS,
    RESERVE_ACTION,
    TRIGGER,
    VISIT,
)

if TYPE_CHECKING:
    from dadiplo.events.reader import EventReader

_DECIDING = {PARLIAMENT, COURT, CABINET}
_LICENCE = VOCAB + "measure-kind/licence"
#: What a state refuses by not doing it.
_REFUSED = {AGREEMENT, APPOINTMENT, ESTABLISHMENT, MEETING, RESERVE_ACTION, VISIT}
#: What parliaments and governments do with a text that need not be called a law.
_ON_TEXTS = {TRIGGER + name for name in ("enact", "introduce", "fail", "postpone", "amend", "veto", "reject")}


def deciding(reader: EventReader, scene: Scene) -> bool:
    """Tell whether a parliament or a court is the doer of a clause."""
    doers = scene.clause.in_position("subject", "by") or ([scene.subject] if scene.subject else [])
    if any(m.kind == "state" for m in doers) and any(w.iri == CABINET for w in scene.clause.words):
        # A cabinet is its state.
        return True
    return any(reader.finder.kinds_of(m.iri) & _DECIDING for m in doers if m.kind == "organization") or _deputies(
        reader, scene
    )


def votes_on_part(reader: EventReader, scene: Scene, verb: Mention) -> bool:
    """Tell whether a parliament votes on a proposal or a clause of which no noun says what it is about."""
    parts = {CUE + name for name in ("draft", "provision")}
    told = any(w.iri in parts and w.first > verb.last for w in scene.clause.words)
    return told and deciding(reader, scene) and not any(n.kind == "measure-kind" for n in scene.nouns)


def _deputies(reader: EventReader, scene: Scene) -> bool:
    """Tell whether the members of a parliament are the doers together ("lawmakers backed", "los diputados …")."""
    verb = scene.clause.verb
    if verb is None:
        return False
    words, bare = scene.clause.sentence.words, not reader.lexicon.drops_pronouns
    told = [w.first for w in scene.clause.words if w.iri == LEGISLATOR and w.last < verb.first]
    return any(
        reader.lexicon.is_plural(words[at].text)
        and (bare or (at > 0 and CUE + "definite" in reader.lexicon.cues_of(words[at - 1].text)))
        for at in told
    )


def is_court_acting(reader: EventReader, scene: Scene) -> bool:
    """Tell whether the doer of a clause is a court, also one told by its kind alone where a particle marks the doer."""
    mark = scene.clause.cue("subject")
    if mark is not None and any(w.iri == COURT and w.last == mark.first - 1 for w in scene.clause.words):
        return True
    return scene.subject is not None and COURT in reader.finder.kinds_of(scene.subject.iri)


def read_texts(reader: EventReader, scene: Scene, verb: Mention) -> None:
    """Read "the text", "the initiative" that a parliament votes on as the bill it is."""
    if verb.iri not in _ON_TEXTS:
        return
    first = verb.first if reader.lexicon.order == "SOV" else verb.first + 1
    inside = scene.clause.sentence.words[first : verb.last + 1]
    named = any(CUE + "draft-text" in reader.lexicon.cues_of(word.text) for word in inside)
    cue = verb if named else scene.clause.cue("draft-text")
    if cue is None or not (deciding(reader, scene) or _lapses(reader, scene, verb, cue)):
        return
    if not any(noun_types(reader, noun) & {MEASURE} for noun in [*scene.nouns, *scene.references]):
        scene.nouns.append(cue._replace(iri=BILL, kind="measure-kind", form="noun"))


def _lapses(reader: EventReader, scene: Scene, verb: Mention, text: Mention) -> bool:
    """Tell whether a text fails by itself ("the initiative lapsed") in an article that names a parliament."""
    if verb.iri != TRIGGER + "fail" or verb is text or scene.clause.in_position("subject", "by"):
        return False
    return any(PARLIAMENT in reader.finder.kinds_of(body) for body in reader.finder.records)


def refuses_act(reader: EventReader, scene: Scene, verb: Mention) -> bool:
    """Tell whether a noun behind "rejected" tells of a refused act by itself: a purchase, an appointment.

    Where verbs need their doer what a state or body refuses is any act; a person speaks too.
    """
    if _refuses_measure(reader, scene, verb):
        return True
    nouns = [n for n in scene.nouns if n.first > verb.last]
    if reader.lexicon.order == "SVO" and not reader.lexicon.drops_pronouns:
        by = scene.clause.in_position("by") if verb.form == "passive" else []
        doer = by[0] if by else scene.subject
        personal = doer is None or any(m.kind == "person" for m in (*by, doer))
        personal = personal or any(w.kind == "office" and w.first < verb.first for w in scene.clause.words)
        acts = refused_acts(reader.lexicon, scene, verb, _REFUSED)
        acts += [n for n in nouns if noun_types(reader, n) and noun_types(reader, n) <= _REFUSED]
        return not personal and bool(acts)
    coins = [n for n in nouns if noun_types(reader, n) == {RESERVE_ACTION}]
    named = any(noun_types(reader, n) == {APPOINTMENT} for n in nouns)
    return reader.lexicon.order != "SOV" and (named or (bool(coins) and assets_beside(scene, coins[0])))


def _refuses_measure(reader: EventReader, scene: Scene, verb: Mention) -> bool:
    """Tell whether a passive says who refused the measure told before it ("a proposal to tax | was rejected by Y")."""
    act = scene.previous
    english = reader.lexicon.order == "SVO" and not reader.lexicon.drops_pronouns
    told = act is not None and act.type == MEASURE and act.modality == DENIED
    return english and told and verb.form == "passive" and verb.first == scene.clause.first


def complete_refused(reader: EventReader, scene: Scene, verb: Mention) -> None:
    """Give an act told before a passive the doer and the day of its refusal ("a plan to buy was rejected by X")."""
    act = scene.previous
    if act is None or verb.form != "passive" or act.modality != DENIED or act.type not in {*_REFUSED, MEASURE}:
        return
    # "By X", "by the cabinet of X".
    for doer in (m for m in scene.clause.in_position("by", "of") if m.first > verb.last):
        reader.roles.give(act, doer, "subject", verb._replace(iri=act.trigger))
    time = scene.time_of(verb)
    act.date = time.value(planned=False) if time is not None else act.date


def refuses_licence(reader: EventReader, scene: Scene, verb: Mention) -> bool:
    """Tell whether a licence that is applied for is refused ("the application of X for a licence was turned down")."""
    passive = verb.form == "passive"
    licences = (
        n for n in scene.nouns if n.iri == _LICENCE and (n.last < verb.first if passive else n.first > verb.last)
    )
    return reader.lexicon.order == "SVO" and any(licences)


@frame("permit")
def _permission(reader: EventReader, scene: Scene, verb: Mention) -> Event | None:
    """Public bodies permit and restrict; what contracts and technology allow is no measure."""
    stranger = is_unknown_noun(scene.clause, verb.first - 1, reader.lexicon)
    official = not stranger and _official_doer(reader, scene)
    return plain(reader, scene, verb) if verb.form == "passive" or official else None


def _official_doer(reader: EventReader, scene: Scene) -> bool:
    """Tell whether the doer of a clause is a state, a public body or an officer."""
    doers = scene.clause.in_position("subject") or ([scene.subject] if scene.subject else [])
    public = any(w.kind == "office" or (w.kind == "body-kind" and w.iri not in FIRMS) for w in scene.clause.words)
    return public or any(reader.finder.is_official(m.iri) for m in doers)


@frame("order")
def _order(reader: EventReader, scene: Scene, verb: Mention) -> Event | None:
    """Read "ordered the exchange X to stop", or what a noun says is ordered."""
    kinds = {noun.kind for noun in scene.nouns if noun.kind in NOUN_EVENTS and noun.first > verb.last}
    if kinds:
        return plain(reader, scene, verb) if "measure-kind" in kinds else None
    told = [w for w in scene.mentions.words if (w.iri == CUE + "firm" or w.kind == "topic") and w.first > verb.last]
    told += [m for m in scene.clause.entities if m.kind == "organization" and m.first > verb.last]
    to = any(w.iri == CUE + "to" and w.first > verb.last for w in scene.mentions.words)
    return plain(reader, scene, verb) if to and told else None


def votes_on_text(reader: EventReader, scene: Scene, verb: Mention) -> bool:
    """Tell whether a parliament or a court rejects or backs a text: it decides, it does not speak.

    Neither does anybody speak where a text is rejected by nobody who is told.
    """
    unsaid = verb.form == "passive" and reader.lexicon.order == "SVO" and not scene.clause.in_position("by")
    texts = any(n.kind in NOUN_EVENTS for n in [*scene.nouns, *scene.references])
    return texts and (unsaid or deciding(reader, scene))
