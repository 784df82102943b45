"""Who acts where the clause does not say so: the state that acts here, the other side, where visitors come from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile
from typing import TYPE_CHECKING

from dadiplo.clauses.scenes import Scene
from dadiplo.clauses.wordorder import says
from dadiplo.events.relevance import ACTS, OF_ANYBODY
from dadiplo.lexicon import CUE, Lexicon
from dadiplo.mentions.bodykinds import KIND, STATE_ENTERPRISE
from dadiplo.mentions.readings import Clause, is_verb
from dadiplo.model import Event, Mention, Word
from dadiplo.resources import DD, ID
from dadiplo.terms import AGREEMENT, ESTABLISHMENT, MEASURE, MEETING, RESERVE_ACTION, TRIGGER, VISIT

if TYPE_CHECKING:
    from dadiplo.events.reader import EventReader

#: Where a state stands that something goes to, comes from or is done with: it does not act.
_AWAY = ("to", "from", "with", "about")
#: Roles of who does something.
_DOING = {DD + role for role in ("hasVisitor", "hasSpeaker", "hasAgent", "hasParticipant", "hasSignatory", "hasParty")}
#: Where a state stands behind the verb of a visit that does not receive it.
_NO_HOST = ("from", "with", "of", "by")
_GO = TRIGGER + "go"
_SEIZE = TRIGGER + "seize"
_TO_SOMEBODY = {TRIGGER + "urge", TRIGGER + "warn"}
#: Bodies that act for their state also where no name says of which.
_AUTHORITIES = {KIND + name for name in ("law-enforcement", "court", "ministry", "government")}
#: How many words behind its verb such a doer stands where verbs come first.
_RIGHT_BEHIND = 2
_MOTIONS = {TRIGGER + "visit", _GO}
_AGENT, _VISITOR, _HOST = DD + "hasAgent", DD + "hasVisitor", DD + "hasHost"
#: Where a state stands for which somebody sets out or in which he arrives, and how many words before the verb.
_GOALS, _GOAL = ("in", "about"), 4
#: What two sides do, with the role of both.
_OF_SIDES = {AGREEMENT: DD + "hasParty", MEETING: DD + "hasParticipant"}


def complete(reader: EventReader, event: Event, scene: Scene) -> None:
    """Give an act whose doer the clause does not name the state that acts here, and one side the other."""
    if event.type == MEETING:
        _doer_before(reader, event, scene)
    if event.type in _OF_SIDES:
        _other_side(reader, event, scene)
    if event.type == VISIT:
        if reader.lexicon.order == "SOV":
            _destination(reader, event, scene)
        _host(reader, event, scene)
    if event.type == ESTABLISHMENT and scene.clause.cue("joint"):
        _of_both(reader, event, scene)
    if event.trigger == TRIGGER + "praise":
        _addressee(reader, event, scene)
    if event.trigger in _TO_SOMEBODY:
        _urged(reader, event, scene)
    if event.type == RESERVE_ACTION:
        _owners_of_arms(reader, event, scene)
    if event.type in ACTS and not any(reader.finder.is_official(agent) for agent in event.agents(_AGENT)):
        _doer_in_office(reader, event, scene)


def _owners_of_arms(reader: EventReader, event: Event, scene: Scene) -> None:
    """Add the state whose fund or firm buys or sells: its coins are the state's."""
    for agent in event.agents(_AGENT):
        owners = reader.lexicon.values(agent, DD + "partOf") if _is_arm(reader, agent) else set()
        for owner in sorted(owner for owner in owners if owner.startswith(f"{ID}state/")):
            event.add(_AGENT, owner, scene.passage.span)


def _doer_in_office(reader: EventReader, event: Event, scene: Scene) -> None:
    """Give an act of states, of which nobody in office is the doer, the subject or the state that acts here."""
    firms = [agent for agent in event.agents(_AGENT) if reader.finder.is_firm(agent)]
    if firms and event.type != MEASURE:
        return
    for target in firms:
        # No firm makes a law: what is said of it is done to it.
        event.add(DD + "hasTarget", target, event.given.get((_AGENT, target)))
    event.arguments = [a for a in event.arguments if a.role != _AGENT]
    if scene.subject is not None and reader.finder.is_official(scene.subject.iri):
        event.add(_AGENT, scene.subject.iri, scene.passage.span)
        return
    firm = _done_by_firm(scene)
    own = event.trigger in OF_ANYBODY or firm
    whose = _owner_of_coins(reader, event, scene) if own and not firm else None
    if whose is not None:
        event.add(_AGENT, whose.iri, scene.passage.span)
    elif own and (owner := _telling_owner(reader, event, scene)):
        event.add(_AGENT, owner)
    elif not own or _told_of_state(scene) or _is_done_by_authority(reader, scene):
        # Firms buy, sell and refuse too: who does so, or whose money it is, must be said.
        _state_here(reader, event, scene)


def _told_of_state(scene: Scene) -> bool:
    """Tell whether a clause speaks of a state without a name, or of the money of one ("part of the reserves")."""
    return scene.clause.cue("a-state") is not None or scene.clause.cue("state-money") is not None


def _done_by_firm(scene: Scene) -> bool:
    """Tell whether a clause with a verb speaks of a firm, and of no body before the verb."""
    verb = scene.clause.verb
    if verb is None or scene.clause.cue("firm") is None:
        return False
    return not any(w.kind == "body-kind" and w.last < verb.first for w in scene.clause.words)


def _state_here(reader: EventReader, event: Event, scene: Scene) -> None:
    """Add the state that acts here: named in the clause or before it, around a place, or the one of the news."""
    clause = scene.clause
    states = [m for m in clause.entities if m.kind == "state" and clause.positions[m] not in _AWAY]
    before = [m for m in scene.mentions.entities if m.kind == "state" and m.last < clause.first]
    places = [m.iri for m in clause.entities if m.kind == "place" and clause.positions[m] == "in"]
    state = states[0].iri if states else before[-1].iri if before else ""
    state = state or next(filter(None, map(reader.lexicon.state_around, places)), "")
    told = [*scene.mentions.entities, *filter(None, (reader.context.subject, reader.context.body))]
    event.by_default = not state and not any(reader.finder.is_official(m.iri) for m in told)
    state = state or reader.finder.homes.heading_over(scene.passage.span.start)
    state = state or _told_in_paragraph(reader, scene) or reader.context.state or reader.finder.homes.main
    if state:
        event.add(_AGENT, state, scene.passage.span)
    if event.type == MEASURE and states and all(clause.positions[m] == "in" for m in states):
        # "In X and Y it is banned".
        for other in states[1:]:
            event.add(_AGENT, other.iri, scene.passage.span)


def _told_in_paragraph(reader: EventReader, scene: Scene) -> str:
    """Return the state that the paragraph of an English sentence named last before it."""
    if reader.lexicon.order != "SVO" or reader.lexicon.drops_pronouns:
        return ""
    at = scene.clause.sentence.span.start
    since = reader.document.text.rfind("\n", 0, at) + 1
    before = takewhile(lambda naming: naming[0].start >= since, reader.finder.namings.before(at))
    return next((iri for _, iri in before if iri.startswith(f"{ID}state/")), "")


def _is_done_by_authority(reader: EventReader, scene: Scene) -> bool:
    """Tell whether police, prosecutors, a court or a ministry without a name do what the clause tells."""
    verb = scene.clause.verb
    if verb is None or verb.form != "verb":
        return False
    near = verb.last + _RIGHT_BEHIND
    vso = reader.lexicon.order == "VSO"
    doing = (w for w in scene.clause.words if w.kind == "body-kind" and w.iri in _AUTHORITIES)
    return any(verb.last < w.first <= near if vso else w.last < verb.first for w in doing)


def _owner_of_coins(reader: EventReader, event: Event, scene: Scene) -> Mention | None:
    """Return whose coins come or go where nobody is said to act ("300 bitcoin now sit in Chad's vaults").

    What is seized somewhere the authorities there seize.
    """
    clause, verb = scene.clause, scene.clause.verb
    if reader.lexicon.order == "SOV" or event.type != RESERVE_ACTION or verb is None or verb.form != "passive":
        return None
    words = clause.sentence.words
    # "Went to the vaults of Chad": where verbs come first an owner stands behind what is owned.
    owning = ("to", "object", "of", "modifier") if reader.lexicon.order == "VSO" else ()
    own = [
        m
        for m in clause.entities
        if (m.kind == "organization" and not owning and reader.finder.is_official(m.iri))
        or (
            m.kind == "state"
            and (m.form == "demonym" or verb.iri == _SEIZE or _is_possessive(reader.lexicon, words, m))
        )
        or (m.first > verb.last and clause.positions[m] in owning and reader.finder.state_of(m.iri))
    ]
    return own[0] if own else None


def _telling_owner(reader: EventReader, event: Event, scene: Scene) -> str:
    """Return the body that says behind a clause that coins came or went ("the coins were sold, the treasury said")."""
    verb = scene.clause.verb
    if event.type != RESERVE_ACTION or verb is None or verb.form != "passive" or scene.clause.cue("by") is not None:
        return ""
    saying = {w.first for w in scene.mentions.words if is_verb(w) and says(w, reader.lexicon)}
    behind = (m for m in scene.mentions.entities if m.first > scene.clause.last and m.last + 1 in saying)
    return next((m.iri for m in behind if reader.finder.is_official(m.iri)), "")


def _is_possessive(lexicon: Lexicon, words: Sequence[Word], mention: Mention) -> bool:
    """Tell whether a name has a genitive behind an apostrophe."""
    behind = words[mention.last + 1] if mention.last + 1 < len(words) else None
    return behind is not None and behind.before in ("'", "’") and behind.text in lexicon.genitives


def _is_arm(reader: EventReader, agent: str) -> bool:
    return STATE_ENTERPRISE in reader.lexicon.values(agent, DD + "bodyKind")


def sides_within(reader: EventReader, event: Event, scene: Scene) -> None:
    """Give an accord or talks that name no side those within whom they come about, where verbs come last.

    "In X and Y an agreement was reached" is one of X and Y.
    """
    within = [m for m in scene.clause.in_position("in") if m.kind in ("state", "organization")]
    several = len({reader.finder.state_of(m.iri) for m in within} - {""}) > 1
    if reader.lexicon.order == "SOV" and event.type in _OF_SIDES and not event.arguments and several:
        for mention in within:
            event.add(_OF_SIDES[event.type], mention.iri)


def _doer_before(reader: EventReader, event: Event, scene: Scene) -> None:
    """Add the doer of the clause before, where "and met X" names only whom: verbs stand before both."""
    verb, before = scene.clause.verb, scene.previous
    if before is None or verb is None or reader.lexicon.order != "VSO":
        return
    if CUE + "and" not in verb.cues and scene.clause.opener != CUE + "where":
        return
    agents = event.agents(DD + "hasParticipant")
    if scene.clause.in_position("with", "between", "object") or len(reader.sides(event)) > 1:
        return
    doers = [a.value for a in before.arguments if a.role in _DOING and a.value not in agents]
    if doers:
        event.add(DD + "hasParticipant", doers[0], before.passages[0].span)


def _other_side(reader: EventReader, event: Event, scene: Scene) -> None:
    """Add the side that acts here where only the one it acts with is named ("the memorandum with X")."""
    role = _OF_SIDES[event.type]
    sides = {reader.finder.state_of(agent) for agent in event.agents(role)} - {""}
    named = [m for m in scene.clause.entities if m.iri in event.agents(role)]
    beside = {reader.finder.state_of(m.iri) for m in named if scene.clause.positions[m] == "with"} - {""}
    if len(sides) > 1 or sides != beside or any(scene.clause.positions[m] != "with" for m in named) or not named:
        return
    speaker = reader.finder.state_of(scene.voice.speaker) if scene.voice.speaker else ""
    acting = reader.finder.state_of(scene.subject.iri) if scene.subject is not None else speaker
    if not sides and reader.lexicon.order != "SVO":
        return
    told = [acting or _teller(reader, scene)]
    if sides:
        # A firm named alone may have dealt with anybody.
        pair, main = reader.context.sides, reader.finder.homes.main
        told += [side for side in pair if side.startswith(ID + "state/") and sides <= {*pair} and main not in pair]
        told += [main, reader.context.state]
    state = next((s for s in told if s and s not in sides), "")
    if state:
        event.add(role, state)


def _teller(reader: EventReader, scene: Scene) -> str:
    """Return the state of who says behind a clause what it tells ("no deal with X is signed, Y's minister said")."""
    verbs = [w for w in scene.mentions.words if is_verb(w) and w.first > scene.clause.last]
    if reader.lexicon.order != "SVO" or not verbs or not says(verbs[0], reader.lexicon):
        return ""
    before = (m for m in scene.mentions.entities if scene.clause.last < m.first < verbs[0].first)
    return next((state for m in before if (state := reader.finder.state_of(m.iri))), "")


def _state_of_place(reader: EventReader, mention: Mention) -> str:
    """Return the state that a place is or lies in, nothing if that is unknown."""
    return mention.iri if mention.kind == "state" else reader.lexicon.state_around(mention.iri)


def _destination(reader: EventReader, event: Event, scene: Scene) -> None:
    """Where verbs come last, host is the state right before the verb or noun of the visit ("X came", "X's visit").

    Without such a goal it is the one that the visitor leaves ("from X").
    """
    clause = scene.clause
    goals = {w.first for w in clause.words if w.iri in _MOTIONS and not _of_comer(reader, w, clause)}
    goals |= {w.first for w in clause.words if w.iri == CUE + "negation" and w.last + 1 in goals}
    places = [m for m in clause.entities if m.kind in ("state", "place") and m.form != "demonym"]
    beside = [m for m in places if m.last + 1 in goals]
    last = max((w.first for w in clause.words if w.iri in _MOTIONS and w.form == "verb"), default=0)
    # "Set out for X", "arrived in X".
    near = [m for m in places if clause.positions[m] in _GOALS and m.kind == "state" and 0 < last - m.last <= _GOAL]
    sending = [m for m in places if clause.positions[m] == "with"]
    if (beside or near) and sending and clause.cue("envoy") and not event.agents(_VISITOR):
        # "From X a delegation came to Y".
        state = _state_of_place(reader, sending[0])
        if state:
            event.add(_VISITOR, state)
    for mention in beside or near or sending:
        state = _state_of_place(reader, mention)
        others = [a for a in event.agents(_VISITOR) if a != mention.iri]
        if mention in beside or mention in near:
            event.arguments = [a for a in event.arguments if a.role != _VISITOR or a.value != mention.iri]
        if mention not in beside and mention not in near and not others:
            # "A delegation from X": X sends it.
            if state and clause.cue("envoy"):
                event.add(_VISITOR, state)
        elif state and state not in {reader.finder.state_of(agent) for agent in others}:
            event.add(_HOST, state)


def _of_comer(reader: EventReader, word: Mention, clause: Clause) -> bool:
    """Tell whether a noun of coming has before it who comes ("the arrival of X")."""
    inside = reader.lexicon.cues_of(clause.sentence.words[word.first].text)
    return word.iri == _GO and word.form == "noun" and word.last > word.first and CUE + "of" in inside


def _host(reader: EventReader, event: Event, scene: Scene) -> None:
    """Add the host of a visit that no preposition of ours tells: a state behind the verb, else the other side."""
    clause, verb = scene.clause, scene.clause.verb
    visitors = {reader.finder.state_of(agent) for agent in event.agents(_VISITOR)} - {""}
    if len(visitors) != 1 or event.agents(_HOST):
        return
    places = [m for m in clause.entities if m.kind == "place" and (verb is None or m.first > verb.last)]
    states = [m for m in clause.entities if m.kind == "state" and m.iri not in visitors and m.form != "demonym"]
    behind = [m for m in states if verb is not None and m.first > verb.last and clause.positions[m] not in _NO_HOST]
    home = clause.cue("capital") or clause.cue("own-state")
    if behind:
        event.add(_HOST, behind[0].iri)
    elif home is not None and not places and reader.finder.homes.main not in ("", *visitors):
        # "Reached the capital on Sunday": of the state of which the article tells.
        event.add(_HOST, reader.finder.homes.main)
    elif not places and len(reader.context.sides) > 1 and visitors < set(reader.context.sides):
        for side in reader.context.sides:
            if side.startswith(ID + "state/") and side not in visitors:
                event.add(_HOST, side)


def _of_both(reader: EventReader, event: Event, scene: Scene) -> None:
    """Give a joint body both sides that the sentence, or else the text, has told of."""
    sides = {reader.finder.state_of(agent) for agent in event.agents(_AGENT)} - {""}
    states = [side for side in reader.context.sides if side.startswith(ID + "state/")]
    if len(sides) < len(states) and sides <= set(states):
        for state in states:
            event.add(_AGENT, state, scene.passage.span)


def _addressee(reader: EventReader, event: Event, scene: Scene) -> None:
    """Add the other state whose laws or measures somebody praises ("praised the Kazakh rules")."""
    own = {reader.finder.state_of(agent) for agent in event.agents(DD + "hasSpeaker")} - {""}
    if event.agents(DD + "hasAddressee") or not own:
        return
    verb = scene.clause.verb
    behind = [m for m in scene.clause.entities if m.kind == "state" and verb is not None and m.first > verb.last]
    for mention in [m for m in behind if m.iri not in own][:1]:
        event.add(DD + "hasAddressee", mention.iri)


def _urged(reader: EventReader, event: Event, scene: Scene) -> None:
    """Add the other state right behind a verb of urging, where what it is to do is a clause of its own."""
    verb = scene.clause.verb
    own = {reader.finder.state_of(agent) for agent in event.agents(DD + "hasSpeaker")} - {""}
    if verb is None or reader.lexicon.order != "SVO" or not own or event.agents(DD + "hasAddressee"):
        return
    states = (m for m in scene.mentions.entities if m.kind == "state" and m.form != "demonym" and m.iri not in own)
    for mention in (m for m in states if m.first == verb.last + 1):
        event.add(DD + "hasAddressee", mention.iri)


def by_state(event: Event) -> list[Event]:
    """Return the acts that "X and Y banned …" tells of: one for each state, as each acts for itself."""
    states = [agent for agent in event.agents(_AGENT) if agent.startswith(ID + "state/")]
    if event.type not in (MEASURE, RESERVE_ACTION) or len(states) < len(("one", "other")):
        return [event]
    result = [event]
    for state in states[1:]:
        other = replace(
            event,
            arguments=[a for a in event.arguments if a.role != _AGENT or a.value == state],
            values={prop: list(values) for prop, values in event.values.items()},
            links=list(event.links),
            passages=list(event.passages),
        )
        result.append(other)
    event.arguments = [a for a in event.arguments if a.role != _AGENT or a.value not in states[1:]]
    return result


def foreign_visitors(reader: EventReader) -> None:
    """Visitors whose state the article does not say come from another state than their host: the one named last."""
    for event in reader.context.events:
        hosts = {reader.finder.state_of(agent) for agent in event.agents(_HOST)} - {""}
        for visitor in event.agents(_VISITOR) if event.type == VISIT else ():
            record = reader.finder.records.get(visitor)
            if record is None or reader.finder.said_state_of(visitor) or record.state not in hosts:
                continue
            main = reader.finder.homes.main
            other = _named_last_before(reader, event.passages[0].span.end, hosts) or (main if main not in hosts else "")
            record.state = other or record.state


def _named_last_before(reader: EventReader, position: int, without: set[str]) -> str:
    """Return the state that is named last before a place in the text, except some."""
    before = (iri for _, iri in reader.finder.namings.before(position))
    return next((iri for iri in before if iri.startswith(ID + "state/") and iri not in without), "")
