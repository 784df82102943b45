"""Who is the doer of a clause by the positions of its entities, and which doers stand together."""

from __future__ import annotations

from collections.abc import Set
from typing import TYPE_CHECKING

from dadiplo.lexicon import CUE, Lexicon
from dadiplo.model import Event, Mention
from dadiplo.positions import ROLE_CUES, says
from dadiplo.readings import Clause, SentenceMentions
from dadiplo.resources import DD, ID
from dadiplo.roles import is_modifier
from dadiplo.terms import MEETING, VISIT

if TYPE_CHECKING:
    from dadiplo.events import EventReader

#: Nouns for those who took part in what was told before: the event, and their role in it.
_COLLECTIVES = {CUE + "envoy": (VISIT, DD + "hasVisitor"), CUE + "participants": (MEETING, DD + "hasParticipant")}
_KINDS = {"person": "person", "org": "organization", "state": "state"}
#: What opens a phrase that is no doer, and what opens one that may be.
_PREPOSITIONS = {CUE + name for name in ("in", "to", "of", "with", "about", "after", "before", "during", "from", "by")}
#: How many words can stand before a verb that goes on with the doer before, and how Arabic nouns end that are no doers.
_OPENING, _ACCUSATIVE = 4, ("ا", "اً", "ًا")
_DETERMINERS = {CUE + name for name in ("definite", "possessive", "this")}


def subject_of(clause: Clause) -> Mention | None:
    """Return the doer of a clause; the genitive of a verbal noun is its doer too ("the visit of X")."""
    agents = [m for m in clause.entities if m.kind != "place" and not is_modifier(m, clause)]
    verb = clause.verb.first if clause.verb else clause.last + 1
    owners = [m for m in agents if clause.positions[m] == "of" and m.first < verb and _owns_doer(m, clause)]
    return next((m for m in agents if clause.positions[m] == "subject"), None) or next(iter(owners), None)


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


def marked_antecedent(clause: Clause, mentions: SentenceMentions) -> Mention | None:
    """Return the agent named last before "which" with the particle of the doer behind it."""
    relative = clause.cue("which")
    if relative is None or relative.first - clause.first > 1:
        return None
    marked = any(w.iri == CUE + "subject" and w.first == relative.last + 1 for w in clause.words)
    before = [m for m in mentions.entities if m.last < clause.first and m.kind != "place"]
    return before[-1] if marked and before else None


def collective(clause: Clause, told: list[Event]) -> tuple[Mention, ...]:
    """Return whom "the delegation" or "the participants" mean as marked doers, persons first."""
    mark = clause.cue("subject")
    word = next((w for w in clause.words if mark and w.iri in _COLLECTIVES and w.last == mark.first - 1), None)
    if word is None:
        return ()
    kind, role = _COLLECTIVES[word.iri]
    event = next((event for event in reversed(told) if event.type == kind), None)
    agents = event.agents(role) if event else []
    folders = {agent: agent.removeprefix(ID).split("/", 1)[0] for agent in agents}
    known = sorted((a for a in agents if folders[a] in _KINDS), key=lambda a: list(_KINDS).index(folders[a]))
    return tuple(Mention(word.span, word.first, word.last, a, _KINDS[folders[a]], "anaphor") for a in known)


def leaves_doer_unsaid(clause: Clause, known: set[int], lexicon: Lexicon) -> bool:
    """Tell whether no noun of a clause is the doer before its verb, where a language leaves pronouns out.

    What a preposition governs is no doer ("the next morning", "in the capital"); ``known`` are the words that speak of
    nobody.
    """
    end = clause.verb.first if clause.verb else clause.last + 1
    governed = filled = False
    for index in range(clause.first, end):
        word = clause.sentence.words[index]
        cues = set(lexicon.cues_of(word.text))
        if "," in word.before:
            governed = filled = False
        if cues & _PREPOSITIONS:
            governed, filled = True, False
        elif index in known:
            if filled and cues & _DETERMINERS:
                governed = False
            filled = filled or not cues & _DETERMINERS
        elif not governed or (filled and lexicon.is_common(word.text)):
            return False
        else:
            filled = True
    return True


def topic_of(clause: Clause, doer: Mention | None) -> Mention | None:
    """Return whom a clause is about: the doer, or to whom something is done ("X was received")."""
    if clause.verb is None or clause.verb.form != "passive":
        return doer
    about = [m for m in clause.in_position("object") if m.last < clause.verb.first and m.kind != "place"]
    return about[0] if about else doer


def meant_by(
    reader: EventReader, clause: Clause, latest: Mention | None, partners: tuple[Mention, ...]
) -> tuple[Mention | None, tuple[Mention, ...]]:
    """Return for whom a pronoun before the verb stands, and who else is the doer together with him.

    "He" is a person, "it" is none, and "they" are all the doers of the sentence before.
    """
    context = reader.context
    doer = latest or context.subject
    pronoun = clause.cue("pronoun")
    if doer is None or pronoun is None or reader.lexicon.order != "SVO":
        return doer, partners
    cues = reader.lexicon.cues_of(clause.sentence.words[pronoun.first].text)
    if CUE + "plural" in cues:
        return doer, partners or (context.partners if latest is None else ())
    if CUE + "personal" in cues:
        return (doer if doer.kind == "person" else context.person), ()
    return (doer if doer.kind != "person" else context.body or doer), ()


def goes_on_with_verb(clause: Clause, timed: Set[int], lexicon: Lexicon) -> bool:
    """Tell whether an Arabic verb at the head of a sentence has no noun behind it that could be its doer.

    ``timed`` are the words that tell a time.
    """
    verb = clause.verb
    if verb is None or clause.first or verb.form != "verb" or says(verb, lexicon) or clause.in_position("subject"):
        return False
    index = verb.last + 1
    if verb.first > _OPENING or index > clause.last:
        return False
    known = any(w.first <= index <= w.last for w in clause.words) or index in timed
    return known or clause.sentence.words[index].text.endswith(_ACCUSATIVE)


def described_by(clause: Clause) -> Mention | None:
    """Return whom a participle between commas describes, the doer of what follows ("X, named in May, promised …")."""
    verb = clause.verb
    if verb is None or verb.form != "passive" or verb.last > verb.first or clause.first:
        return None
    if "," not in clause.sentence.words[verb.first].before:
        return None
    return next((m for m in clause.entities if m.last < verb.first and m.kind in ("person", "organization")), None)
