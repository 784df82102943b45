"""The two sides of news of two states: who of those it names stands on which, and whom a speaker addresses.

News of a visit or an accord names both states once and then speaks of "the minister", "the guest" and "the bank". What
is left open there is filled from the pairs of states that the same article tells of, with less confidence.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, TypeAlias

from dadiplo.model import Event
from dadiplo.resources import DD, ID
from dadiplo.terms import ACTUAL, AGREEMENT, ESTABLISHMENT, KINDS, MEETING, PLANNED, STATEMENT, TRIGGER, VISIT

if TYPE_CHECKING:
    from dadiplo.events.reader import EventReader

#: State → the states with which the article tells it to meet, visit, sign or found something, and how often.
Partners: TypeAlias = dict[str, Counter[str]]

_SPEAKER, _ADDRESSEE = DD + "hasSpeaker", DD + "hasAddressee"
_VISITOR, _HOST = DD + "hasVisitor", DD + "hasHost"
#: What two sides do, with the roles of both.
_ROLES = {AGREEMENT: (DD + "hasParty",), MEETING: (DD + "hasParticipant",), VISIT: (_VISITOR, _HOST)}
_PAIR = 2
_AGREE, _PRAISE = TRIGGER + "agree", TRIGGER + "praise"
#: How sure it is that a side which the words leave out is the usual one.
_CONFIDENCE = 0.8


def take_sides(reader: EventReader) -> None:
    """Put those whose state the article does not say on the side that is left, and add sides left unsaid."""
    events = reader.context.events
    for event in events:
        if event.type in (AGREEMENT, MEETING):
            _on_the_other_side(reader, event)
        elif event.type == VISIT:
            _apart(reader, event)
    partners = _partners(reader)
    pair: list[str] = []
    for event in events:
        states = _states(reader, event)
        if event.type == STATEMENT and event.modality == ACTUAL and not event.agents(_ADDRESSEE):
            _add_addressee(reader, event, partners)
        elif event.type in (AGREEMENT, MEETING) and not states and event.modality == PLANNED:
            # "The talks open in May", "a memorandum is to be signed".
            for state in pair:
                _add(event, _ROLES[event.type][0], state)
        elif event.type in _ROLES and len(states) == 1 and any(map(reader.finder.is_official, event.agents())):
            _add_other_side(event, states[0], partners)
        pair = states if event.type in _ROLES and len(states) == _PAIR else pair


def _states(reader: EventReader, event: Event) -> list[str]:
    return sorted(side for side in reader.sides(event) if side.startswith(ID + "state/"))


def _partners(reader: EventReader) -> Partners:
    found: Partners = {}
    for event in reader.context.events:
        sides = _states(reader, event)
        if event.type in (*_ROLES, ESTABLISHMENT) and len(sides) == _PAIR:
            for one, other in (sides, sides[::-1]):
                found.setdefault(one, Counter())[other] += 1
    return found


def _on_the_other_side(reader: EventReader, event: Event) -> None:
    """Of two who meet or sign, one whose state nothing tells is not of the state of the other."""
    finder = reader.finder
    agents = [agent for agent in event.agents() if not agent.startswith(ID + "place/")]
    unsaid = [a for a in agents if a.startswith(ID + "person/") and a in finder.records and not finder.said_state_of(a)]
    states = {finder.state_of(agent) for agent in agents} - {""}
    if len(states) == len(unsaid) == 1 < len(agents):
        state = states.pop()
        ranked = [partner for partner, _ in _partners(reader).get(state, Counter()).most_common(1)]
        # "The governor and the deputy governor of the Bank of X signed": the one of whom nothing is said is of here.
        here = [finder.homes.main] if event.type == AGREEMENT and finder.homes.main != state else []
        for partner in (ranked or here)[:1]:
            finder.records[unsaid[0]].state = partner


def _apart(reader: EventReader, event: Event) -> None:
    """Nobody visits his own state: the visitor named first tells which hosts and other visitors are none."""
    state_of = reader.finder.state_of
    visitors, hosts = event.agents(_VISITOR), event.agents(_HOST)
    home = state_of(visitors[0]) if visitors else ""
    abroad = {state_of(host) for host in hosts} - {"", home}
    if home and abroad:
        event.arguments = [
            a
            for a in event.arguments
            if not (a.role == _HOST and state_of(a.value) == home)
            and not (a.role == _VISITOR and state_of(a.value) in abroad)
        ]


def _add_other_side(event: Event, state: str, partners: Partners) -> None:
    """Add the partner of the only state of an event of two sides, unless the article has several alike."""
    if event.trigger == _AGREE and not set(KINDS) & set(event.values):
        # "The council agreed to list the coin": one side decides.
        return
    ranked = partners.get(state, Counter()).most_common(_PAIR)
    if not ranked or (len(ranked) == _PAIR and ranked[0][1] == ranked[1][1]):
        return
    free = [role for role in _ROLES[event.type] if event.type != VISIT or not event.agents(role)]
    if free:
        _add(event, free[0], ranked[0][0])


def _add_addressee(reader: EventReader, event: Event, partners: Partners) -> None:
    """Add the partner of the speaker's state if the words of the statement name it, its capital or its bodies."""
    own = {reader.finder.state_of(agent) for agent in event.agents(_SPEAKER)} - {""}
    ranked = partners.get(min(own), Counter()).most_common() if len(own) == 1 else []
    if not ranked:
        return
    named = {iri for passage in event.passages for iri in reader.finder.namings.inside(passage.span)}
    named |= {reader.lexicon.value(iri, DD + "capitalOf") for iri in named}
    named |= {reader.finder.said_state_of(iri) for iri in named if iri.startswith(ID + "org/")}
    partner = next((partner for partner, _ in ranked if partner in named), "")
    courtesy = event.trigger == _PRAISE and not named - {"", *own, *event.agents(_SPEAKER)}
    if courtesy and len(ranked) == 1 and reader.lexicon.order == "VSO":
        # "Thanked for the warm welcome", "welcomed the guests": those of the other side, in Arabic news.
        partner = ranked[0][0]
    if partner:
        _add(event, _ADDRESSEE, partner)


def _add(event: Event, role: str, state: str) -> None:
    event.add(role, state)
    event.confidence = min(event.confidence, _CONFIDENCE)
