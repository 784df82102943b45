"""Who is the doer of a clause by the positions of its entities, and which doers stand together."""

from __future__ import annotations

from dadiplo.clauses.contexts import Context
from dadiplo.clauses.roles import is_inside_speech, is_modifier
from dadiplo.clauses.wordorder import ROLE_CUES
from dadiplo.lexicon import CUE, Lexicon
from dadiplo.mentions.readings import Clause
from dadiplo.model import Mention
from dadiplo.resources import DD, ID
from dadiplo.terms import MEETING, VISIT

#: Nouns for those who took part in what was told before: the event, and their role in it.
_COLLECTIVES = {CUE + "envoy": (VISIT, DD + "hasVisitor"), CUE + "participants": (MEETING, DD + "hasParticipant")}
_KINDS = {"person": "person", "org": "organization", "state": "state"}


def subject_of(clause: Clause, lexicon: Lexicon) -> Mention | None:
    """Return the doer of a clause; the genitive of a verbal noun is its doer too ("the visit of X")."""
    agents = [m for m in clause.entities if m.kind != "place" and not is_modifier(m, clause)]
    agents = [m for m in agents if not is_inside_speech(m, clause, lexicon)]
    verb = clause.verb.first if clause.verb else clause.last + 1
    owners = [m for m in agents if clause.positions[m] == "of" and m.first < verb and _owns_doer(m, clause)]
    doer = next((m for m in agents if clause.positions[m] == "subject"), None)
    # "In the view of Russia's minister X": X's, where what the verb says of the owner stands right behind him.
    beside = [m for m in owners if m.kind == "person" and m.last == verb - 1] if lexicon.order == "SOV" else []
    return doer or next(iter([*beside, *owners]), None)


def _owns_doer(owner: Mention, clause: Clause) -> bool:
    """Tell whether an owner is that of the doer, where a particle marks the doer: "X's minister <subject>"."""
    marks = [w for w in clause.words if w.iri == CUE + "subject"]
    between = (
        [w.iri for w in clause.words if w.kind == "cue" and owner.last < w.first < marks[-1].first] if marks else []
    )
    return not marks or (owner.last < marks[-1].first and not (set(between) & ROLE_CUES) - {CUE + "of"})


def partners_of(clause: Clause, subject: Mention | None) -> tuple[Mention, ...]:
    """Return who else is the doer of a clause: "X and Y met and …" goes on with both."""
    doers = [m for m in clause.in_position("subject") if m.kind != "place" and not is_modifier(m, clause)]
    if subject is not None and clause.positions.get(subject) == "of":
        # "The government of X and that of Y": behind the article the noun is left out.
        cues = {w.first: w.iri for w in clause.words if w.kind == "cue" and w.iri in (CUE + "of", CUE + "definite")}
        owners = [m for m in clause.in_position("of", "modifier") if m.kind == "state" and m.first > subject.last]
        verb = clause.verb.first if clause.verb else clause.last
        left_out = (m for m in owners if cues.get(m.first - 1) == CUE + "of" and cues.get(m.first - 2) is not None)
        return tuple(m for m in left_out if m.first < verb and cues[m.first - 2] == CUE + "definite")
    return tuple(m for m in doers if subject in doers and m is not subject)


def collective(clause: Clause, context: Context) -> tuple[Mention, ...]:
    """Return whom "the delegation" or "the participants" mean as marked doers, persons first."""
    mark = clause.cue("subject")
    word = next((w for w in clause.words if mark and w.iri in _COLLECTIVES and w.last == mark.first - 1), None)
    if word is None:
        return ()
    kind, role = _COLLECTIVES[word.iri]
    event = context.latest(kind)
    agents = event.agents(role) if event else []
    folders = {agent: agent.removeprefix(ID).split("/", 1)[0] for agent in agents}
    known = sorted((a for a in agents if folders[a] in _KINDS), key=lambda a: list(_KINDS).index(folders[a]))
    return tuple(Mention(word.span, word.first, word.last, a, _KINDS[folders[a]], "anaphor") for a in known)


def topic_of(clause: Clause, doer: Mention | None) -> Mention | None:
    """Return whom a clause is about: the doer, or to whom something is done ("X was received")."""
    if clause.verb is None or clause.verb.form != "passive":
        return doer
    about = [m for m in clause.in_position("object") if m.last < clause.verb.first and m.kind != "place"]
    return about[0] if about else doer
