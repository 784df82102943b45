"""Guests and journeys: who receives whom, who arrives where, who sends a delegation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dadiplo.affixes import HER
from dadiplo.clauses.positions import has_pronoun
from dadiplo.clauses.scenes import Scene, noun_types, start
from dadiplo.clauses.wordorder import is_unknown_noun
from dadiplo.events.frames import frame, plain
from dadiplo.lexicon import CUE
from dadiplo.mentions.bodykinds import FIRMS
from dadiplo.mentions.readings import is_verb
from dadiplo.model import Event, Mention, Sentence
from dadiplo.resources import DD
from dadiplo.terms import VISIT

if TYPE_CHECKING:
    from dadiplo.events.reader import EventReader

_COMING = {CUE + name for name in ("envoy", "honorific", "counterpart", "both-sides", "own-state", "pronoun")}
#: How many words from "received" the guest can stand.
_GUEST = 9
#: How many words before a relative clause the officer stands of whom it tells.
_ANTECEDENT = 5


@frame("receive")
def _reception(reader: EventReader, scene: Scene, verb: Mention) -> Event | None:
    """Officials meet whom they receive; what they receive else is no meeting."""
    clause = scene.clause
    titles = [title.first for title in scene.mentions.titles if title.first <= clause.last]
    guests = [m.first for m in clause.entities if m.kind == "person"] + titles
    guests += [w.first for w in clause.words if w.iri == CUE + "envoy"]
    received = any(0 < first - verb.last <= _GUEST for first in guests)
    received = received or (verb.form == "passive" and _is_guest(reader, scene, verb))
    received = received or scene.pronoun is not None
    to = [w.last for w in clause.words if w.iri == CUE + "to" and w.first > verb.last]
    # "Will receive a mission of the Fund": whom "to" governs is a guest.
    guests_named = [
        n for n in scene.nouns if noun_types(reader, n) == {VISIT} and any(0 < n.first - at <= 2 for at in to)
    ]
    if guests_named:
        scene.used.update(guests_named)
        received = True
    return plain(reader, scene, verb) if received else None


def _is_guest(reader: EventReader, scene: Scene, verb: Mention) -> bool:
    """Tell whether somebody is what a passive says is received: a law, or somebody's decision, is only welcomed."""
    clause, words = scene.clause, scene.clause.sentence.words
    if reader.lexicon.order != "SVO" or reader.lexicon.drops_pronouns:
        return True
    guests = [m.last for m in clause.entities if m.kind in ("person", "state", "organization")]
    guests += [w.last for w in clause.words if w.kind == "office" or w.iri in _COMING]
    guests += [title.last for title in scene.mentions.titles]
    owning = reader.lexicon.genitives
    before = (last for last in guests if last < verb.first)
    return any(words[last + 1].text not in owning for last in before) or scene.subject is not None


@frame("send")
def _mission(reader: EventReader, scene: Scene, verb: Mention) -> Event | None:
    """Who sends a delegation or experts somewhere visits."""
    sent = [w for w in scene.clause.words if w.iri == CUE + "envoy" and 0 < w.first - verb.last <= _GUEST]
    return plain(reader, scene, verb) if sent else None


@frame("arrive")
def _arrival(reader: EventReader, scene: Scene, verb: Mention) -> Event | None:
    """Persons and delegations arrive somewhere; prices, laws and coins arrive too."""
    clause = scene.clause
    doers = [m for m in [*clause.in_position("subject"), scene.subject] if m is not None]
    doers = [m for m in doers if m.kind == "person" or (m.kind == "organization" and reader.finder.is_official(m.iri))]
    coming = clause.cue("envoy") is not None or any(not reader.finder.is_firm(m.iri) for m in doers)
    coming = coming or _officer(scene, verb)
    where = [m for m in clause.in_position("to", "in") if m.kind in ("place", "state") and m.last > verb.first]
    where += [w for w in clause.words if w.iri in (CUE + "a-state", CUE + "capital") and w.first > verb.last]
    # "Is on a tour of X": whatever preposition the verb ends with.
    places = (m for m in clause.entities if m.kind in ("place", "state") and m.form != "demonym")
    goals = [m for m in places if m.first == verb.last + 1]
    if not coming or not (where or goals):
        return None
    clause.positions.update(dict.fromkeys(goals, "to"))
    if reader.lexicon.order == "SVO" and not any(
        m.kind != "place" or reader.lexicon.state_around(m.iri) for m in [*where, *goals]
    ):
        # "Went to Oxbridge on a scholarship": to no state.
        return None
    return plain(reader, scene, verb)


@frame("expected-visit")
def _expected(reader: EventReader, scene: Scene, verb: Mention) -> Event | None:
    """Guests and delegations are expected somewhere; answers, ships and rules are too ("Doha's answer is expected")."""
    clause = scene.clause
    if reader.lexicon.order != "SVO" or reader.lexicon.drops_pronouns:
        return plain(reader, scene, verb)
    stranger = is_unknown_noun(clause, verb.first - 1, reader.lexicon)
    return None if stranger and clause.cue("envoy") is None else plain(reader, scene, verb)


@frame("invite")
def _invitation(reader: EventReader, scene: Scene, verb: Mention) -> Event | None:
    """Who invites somebody to visit is the host of a visit to come, unless another state is named behind."""
    ending = next((w.first for w in scene.mentions.words if is_verb(w) and w.first > verb.last), verb.last + _GUEST)
    behind = [m for m in scene.mentions.entities if m.first > verb.last and m.kind != "place"]
    guests = [m for m in behind if m.first < ending]
    if not guests:
        return None
    event = start(reader, scene, {VISIT}, verb)
    for guest in guests:
        event.add(DD + "hasVisitor", guest.iri, guest.span)
    hosts = [m.iri for m in behind if m.first > ending and m.kind == "state" and m.form != "demonym"]
    inviting = reader.finder.state_of(scene.subject.iri) if scene.subject is not None else ""
    for host in [host for host in (*hosts, inviting) if host][:1]:
        event.add(DD + "hasHost", host)
    return reader.settle(event)


def _officer(scene: Scene, verb: Mention) -> bool:
    """Tell whether an officer without a name arrives: "the Colombian vice-president, who landed in …".

    The doer may stand behind the verb ("aterrizó en X el ministro kirguís").
    """
    clause = scene.clause
    since = clause.first - _ANTECEDENT if clause.opener == CUE + "which" else clause.first
    beside = {at for m in clause.in_position("subject", "of") for at in (m.first - 1, m.first - 2, m.last + 1)}
    return any(
        (w.kind == "office" or (w.kind == "body-kind" and w.iri not in FIRMS))
        and (since <= w.first < verb.first or (verb.last < w.first <= clause.last and {w.first, w.last} & beside))
        for w in scene.mentions.words
    )


@frame("visit")
def _visit(reader: EventReader, scene: Scene, verb: Mention) -> Event | None:
    """Where verbs come last, "came" and "arrived" need who or where to, for laws come too; "paid a visit" does not."""
    if reader.lexicon.order == "SOV" and not scene.clause.entities and scene.clause.cue("envoy") is None:
        words = scene.clause.sentence.words[verb.first : verb.last + 1]
        inside = [m for word in words for m in reader.lexicon.find(Sentence(word.span, (word,)), ("trigger",))]
        if not any(w.iri == verb.iri and w.form == "noun" for w in [*inside, *scene.nouns]):
            return None
    if reader.lexicon.order == "VSO" and not (_somebody(reader, scene) and _of_visit(reader, scene, verb)):
        return None
    return plain(reader, scene, verb)


def _of_visit(reader: EventReader, scene: Scene, verb: Mention) -> bool:
    """Tell whether what a pronoun joined to an Arabic verb means is a visit ("the visit that X made")."""
    text = scene.clause.sentence.words[verb.last].text
    if not text.endswith(HER) or not has_pronoun(text, reader.lexicon):
        return True
    nouns = (w for w in scene.mentions.words if w.form == "noun" and w.last < verb.first)
    return any(VISIT in noun_types(reader, noun) for noun in nouns)


def _somebody(reader: EventReader, scene: Scene) -> bool:
    """Tell whether a clause names who arrives, or goes on with a doer: money and prices arrive with the same verbs."""
    clause = scene.clause
    named = [m for m in clause.entities if clause.positions[m] == "subject" and m.kind != "place"]
    told = any(w.kind in ("office", "body-kind") or w.iri in _COMING for w in clause.words)
    goes_on = clause.first == 0 and reader.context.subject is not None
    return bool(named) or told or goes_on or scene.subject is not None or scene.pronoun is not None
