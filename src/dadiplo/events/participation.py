"""Which states take part in an event, weighed from how and where the article names them.

Rules give a clause's agents their roles. News of two states names them once and then speaks of "the minister" and "both
banks", and a state named beside an act need have no part in it: a model over what rules read and where each state is
named adds the side that is left out and takes away the one that is not of it (argument role classification over the
whole text: Q. Li, H. Ji and L. Huang, Joint event extraction via structured prediction, 2013, take features as these).
The weights are data (``data/weights``); ``tests/corpus/train.py`` learns them.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import combinations, pairwise
from math import inf
from statistics import fmean
from typing import TYPE_CHECKING, NamedTuple

from dadiplo.events.detection import DETECTED
from dadiplo.events.relevance import is_short
from dadiplo.lexicon import CUE
from dadiplo.model import Event, Mention, Span
from dadiplo.resources import DD, ID
from dadiplo.terms import (
    AGREEMENT,
    APPOINTMENT,
    ESTABLISHMENT,
    MEASURE,
    MEETING,
    RESERVE_ACTION,
    STATEMENT,
    VISIT,
)
from dadiplo.weights import probability

if TYPE_CHECKING:
    from dadiplo.events.reader import EventReader

#: From which probability on a state is added to an event: the likeliest one to one of two sides of which only one is
#: known, any other; and under which a state is taken away.
_OTHER_SIDE, _ANY, _NONE = 0.4, 0.5, 0.5
#: How likely those of a list must be on the average to act together, and from which probability on one acts with them.
_TOGETHER, _WITH_THEM = 0.5, 0.2
#: What two sides do, or often do.
_OF_PAIRS = (AGREEMENT, MEETING, VISIT, ESTABLISHMENT)
_VISITOR, _HOST = DD + "hasVisitor", DD + "hasHost"
#: The role in which a state is added.
_ROLES = {
    AGREEMENT: DD + "hasParty", APPOINTMENT: DD + "hasAppointer", ESTABLISHMENT: DD + "hasAgent",
    MEASURE: DD + "hasAgent", MEETING: DD + "hasParticipant", RESERVE_ACTION: DD + "hasAgent",
    STATEMENT: DD + "hasAddressee", VISIT: _HOST,
}  # fmt: skip
_STATE = f"{ID}state/"
#: Glosses of words that say how many act, and up to how many sides of an event are told apart.
_NUMBERS, _MOST_TOGETHER = ("both", "two", "three", "four", "five", "six", "seven"), 6
_BOTH_SIDES, _THREE_SIDES, _THREE = CUE + "both-sides", CUE + "three-sides", 3
#: How many sentences before and behind an event a state may be named that takes part in it, unless the lead names it.
_BEFORE, _BEHIND = 12, 3
#: Sentences away are told apart up to these numbers; more states, pairs, other sides and states of the lead are not.
_SENTENCES, _MOST_STATES, _MOST_PAIRS, _MOST_OTHERS, _MOST_LEADING = (1, 2, 4, 8), 3, 3, 3, 9
#: States named within so many characters of each other, at least so many of them, are a list.
_APART, _LISTED = 40, 3
#: A list so many sentences before or behind an event is at it.
_AT = 2
#: Glosses of states and of who acts for one, and how far from them a number of them stands.
_OF_STATES, _BESIDE = {
    "authority", "bank", "capital", "country", "delegation", "government", "governor", "leader", "member", "minister",
    "nation", "neighbour", "partner", "party", "president", "regulator", "side", "state",
}, 2  # fmt: skip
#: A text that names more states than so many is told apart from one of fewer.
_MANY_STATES = (2, 3, 5, 8)


class Naming(NamedTuple):
    """A place where an article names a state: by itself, or through a body, a person, a capital or an anaphor."""

    start: int
    sentence: int
    state: str
    how: str


class Participation:
    """The states that an article names, and how likely each takes part in its events."""

    def __init__(self, reader: EventReader, events: list[Event]) -> None:
        self._reader = reader
        self._weights = reader.lexicon.weights.get("participation", {})
        weighed = "participation" in reader.lexicon.weights and not is_short(reader)
        self._read = [event for event in events if event.type in DETECTED]
        #: Those whose states are weighed.
        self._events = self._read if weighed else []
        #: Who names states in each sentence, and where each state is named, in order.
        self._inside: defaultdict[int, list[Naming]] = defaultdict(list)
        self._of_state: defaultdict[str, list[Naming]] = defaultdict(list)
        #: First sentence of a paragraph → the states that it names.
        self._paragraphs: dict[int, set[str]] = {}
        for naming in sorted(self._named()) if self._events else ():
            self._inside[naming.sentence].append(naming)
            self._of_state[naming.state].append(naming)
        self._lead = {state for state, namings in self._of_state.items() if namings[0].start <= reader.lead}
        self._sides = {id(event): self._states(event) for event in self._events}
        self._pairs = Counter(
            pair
            for event in self._events
            if event.type in _OF_PAIRS and len(self._sides[id(event)]) == len(("one", "other"))
            for pair in combinations(sorted(self._sides[id(event)]), 2)
        )
        #: The lists of states that the article names, each with its sentence.
        self._lists = list(self._listed())
        #: Event → the states of a list that are as many as its words say to act.
        self._groups: dict[int, list[str]] = {}
        self._told_before = self._sides_before()
        #: State → how many of the states have a part in more events that two sides do.
        self._ranks = self._ranked()
        headline = reader.document.title.end
        self._headed = {state for state, namings in self._of_state.items() if namings[0].start < headline}
        #: Event and state → what shows whether the state takes part.
        self.shown: defaultdict[int, dict[str, tuple[str, ...]]] = defaultdict(dict)
        for event in self._events:
            span, number = self._reader.told_at(event)
            around = range(number - _BEFORE, number + _BEHIND)
            near = {naming.state for at in around for naming in self._inside.get(at, ())}
            group = self._groups[id(event)] = self._group(span, number)
            for state in sorted(self._sides[id(event)] | self._lead | near | set(group)):
                self.shown[id(event)][state] = tuple(self._features(event, state, span, number))

    def _listed(self) -> Iterator[tuple[int, list[str]]]:
        """Yield the lists of states that the article names, each with the number of its sentence."""
        for number, namings in sorted(self._inside.items()):
            ends = [at for at, (one, other) in enumerate(pairwise(namings), 1) if other.start - one.start > _APART]
            for first, behind in pairwise([0, *ends, len(namings)]):
                states = sorted({naming.state for naming in namings[first:behind]})
                if len(states) >= _LISTED:
                    yield number, states

    def _list_near(self, number: int, size: int = 0, within: float = inf) -> tuple[str, list[str]]:
        """Return where the list of states nearest to a sentence stands, and the states; of any size or of one."""
        sized = (one for one in self._lists if not size or len(one[1]) == size)
        lists = ((abs(at - number), at > number, states) for at, states in sized if abs(at - number) <= within)
        away, behind, states = min(lists, default=(0, False, []))
        return f"{'behind' if behind else 'before'} {bisect_left(_SENTENCES, away)}", states

    def _group(self, span: Span, number: int) -> list[str]:
        """Return the states of the nearest list that has as many as the words that tell an event say to act."""
        size = self._size(span, number)
        return self._list_near(number, size)[1] if size >= _LISTED else []

    def _size(self, span: Span, number: int) -> int:
        """Return how many states, or who acts for as many, the words that tell an event speak of; 0 if of no number."""
        words = self._reader.finder.sentences[number].words
        inside = [self._glosses(word) for at, word in self._reader.detector.words(number) if words[at].span in span]
        for at, glosses in enumerate(inside):
            size = next((size for size, name in enumerate(_NUMBERS, 1) if name in glosses), 0)
            if size and any(_OF_STATES & near for near in inside[max(0, at - _BESIDE) : at + _BESIDE + 1]):
                return size
        return 0

    def _glosses(self, word: str) -> set[str]:
        return set(self._reader.lexicon.glosses.get(word, ()))

    def _sides_before(self) -> dict[int, set[str]]:
        """Return for each event the sides of the last one of several sides that is told before it."""
        found, last = {}, set[str]()
        for event in sorted(self._events, key=lambda event: self._reader.told_at(event)[0].start):
            found[id(event)] = last
            sides = self._sides[id(event)]
            last = sides if event.type in _OF_PAIRS and len(sides) > 1 else last
        return found

    def _ranked(self) -> dict[str, int]:
        counts = Counter(state for event in self._events if event.type in _OF_PAIRS for state in self._sides[id(event)])
        return {state: sum(other > count for other in counts.values()) for state, count in counts.items()}

    def settle(self) -> None:
        """Add to each event the states that are likely to take part in it, and take away those that are not."""
        for event in self._events if self._weights else ():
            likely = {state: probability(self._weights, shown) for state, shown in self.shown[id(event)].items()}
            read = self._sides[id(event)]
            together = self._together(event, likely)
            sides = {state for state in read if likely[state] >= _NONE or state in together}
            others = {state: likely[state] for state in likely if state not in read}
            best = max(others, key=lambda state: (others[state], state), default="")
            for state in sorted(others):
                lone = event.type in _OF_PAIRS and len(sides) == 1 and state == best
                if others[state] >= (_OTHER_SIDE if lone else _ANY) or state in together:
                    self._add(event, state, others[state])
            for state in sorted(read - sides, key=lambda state: (likely[state], state)):
                # Unlikely or not, somebody does what is told.
                event.arguments = [one for one in event.arguments if one.value != state] or event.arguments
        self._complete_threes()

    def _together(self, event: Event, likely: dict[str, float]) -> set[str]:
        """Return the states of a list at an event, or of one of as many as are said to act, that act together."""
        listed = self._groups[id(event)] or self._list_near(self._reader.told_at(event)[1], within=_AT)[1]
        shown = [state for state in listed if state in likely]
        if not shown or fmean(likely[state] for state in shown) < _TOGETHER:
            return set()
        return {state for state in shown if likely[state] >= _WITH_THEM}

    def _complete_threes(self) -> None:
        """Add to what "the three" do together those of the three named together last that are not read."""
        three: set[str] = set()
        for event in sorted(self._read, key=lambda event: self._reader.told_at(event)[0].start):
            span, number = self._reader.told_at(event)
            sides = self._states(event)
            meant = any(word.span in span for word in self._saying(_THREE_SIDES, number))
            if event.type in _OF_PAIRS and meant and sides < three:
                for state in sorted(three - sides):
                    self._add(event, state, _OTHER_SIDE)
            three = sides if len(sides) == _THREE else three

    def _add(self, event: Event, state: str, likely: float) -> None:
        role = _ROLES[event.type]
        if role == _HOST and not event.agents(_VISITOR):
            role = _VISITOR
        event.add(role, state)
        event.confidence = min(event.confidence, round(likely, 2))

    def _states(self, event: Event) -> set[str]:
        return {side for side in self._reader.sides(event) if side.startswith(_STATE)}

    def _named(self) -> Iterator[Naming]:
        """Yield where the article names states, and how."""
        finder, lexicon = self._reader.finder, self._reader.lexicon
        for number, mentions in enumerate(self._reader.detector.mentions):
            for mention in mentions.entities:
                iri = finder.renamed.get(mention.iri, mention.iri)
                state = finder.state_of(iri) or lexicon.value(iri, DD + "capitalOf")
                if state.startswith(_STATE):
                    how = mention.form if mention.form in ("demonym", "anaphor") else mention.kind
                    yield Naming(mention.span.start, number, state, how)

    def _features(self, event: Event, state: str, span: Span, number: int) -> Iterator[str]:
        """Yield what shows whether a state takes part in an event, for any event and for those of its type."""
        kind = event.type.rpartition("#")[2]
        for feature in self._of(event, state, span, number):
            yield from (f"#{feature}", f"#{kind} {feature}")

    def _of(self, event: Event, state: str, span: Span, number: int) -> Iterator[str]:
        sides = self._sides[id(event)]
        others = sides - {state}
        read = f"read {state in sides} with {min(_MOST_OTHERS, len(others))}"
        where, near = self._nearest(state, span, number)
        inside = {naming.state for naming in self._inside.get(number, ()) if span.start <= naming.start < span.end}
        yield from (read, where, f"{where} {read}")
        yield f"inside {min(_MOST_STATES, len(inside))} {where} {read}"
        yield from (f"{where} as {how} {read}" for how in sorted({naming.how for naming in near}))
        yield from (f"ever {how}" for how in sorted({naming.how for naming in self._of_state.get(state, ())}))
        lead = min(_MOST_LEADING, len(self._lead))
        yield from (f"lead {state in self._lead} {read}", f"lead of {lead} {state in self._lead} {read}")
        yield f"said {self._said(span, number)} {read}"
        # News of many states tells of each in a paragraph of its own.
        named = self._in_paragraph(self._reader.detector.paragraphs[number])
        many, known = bisect_left(_MANY_STATES, len(self._of_state)), len(others & named)
        yield f"of {many} {where} {read}"
        yield f"paragraph {state in named} with {min(_MOST_OTHERS, known)} {read}"
        yield f"paragraph {state in named} of {min(_MOST_STATES, len(named))} {where} {read}"
        state_of = self._reader.finder.state_of
        roles = {one.role.removeprefix(DD) for one in event.arguments if state_of(one.value) == state}
        yield from (f"role {role} {where}" for role in sorted(roles))
        pairs = sum(self._pairs[min(state, other), max(state, other)] for other in others)
        yield from self._of_article(event, state, span, number, read)
        yield from self._of_lists(event, state, number, read)
        own = event.type in _OF_PAIRS and len(others) == 1 and state in sides
        yield f"pairs {min(_MOST_PAIRS, pairs - own)} {read}"

    def _of_article(self, event: Event, state: str, span: Span, number: int, read: str) -> Iterator[str]:
        """Yield what part a state has in headline and other events, and whether a group of so many is spoken of."""
        last, many = self._told_before[id(event)], self._many(span, number)
        size = min(_MOST_TOGETHER, len(last))
        yield f"headed {state in self._headed} of {min(_MOST_STATES, len(self._headed))} {read}"
        yield f"rank {min(_MOST_STATES, self._ranks.get(state, _MOST_STATES))} {read}"
        yield f"last {state in last} of {size} {read}"
        yield f"last {state in last} shared {bool(last & (self._sides[id(event)] - {state}))} {read}"
        yield f"many {many} {read}"
        yield f"many {many} last {state in last} of {size}"

    def _of_lists(self, event: Event, state: str, number: int, read: str) -> Iterator[str]:
        """Yield whether a state is in the nearest list of states, and in one of as many as are said to act."""
        others = self._sides[id(event)] - {state}
        where, states = self._list_near(number)
        if states:
            listed, shared = state in states, min(_MOST_OTHERS, len(others.intersection(states)))
            yield f"list {where} {listed} {read}"
            yield f"list {where} {listed} shared {shared} {read}"
            yield f"list of {min(_MOST_TOGETHER, len(states))} {listed} shared {shared}"
        group = self._groups[id(event)]
        if group:
            yield f"group {state in group} {read}"
            yield f"group {state in group} shared {not others.isdisjoint(group)}"

    def _many(self, span: Span, number: int) -> str:
        """Return how many the words that tell an event say to act: the first such number, or nothing."""
        glosses, words = self._reader.lexicon.glosses, self._reader.finder.sentences[number].words
        inside = (word for at, word in self._reader.detector.words(number) if words[at].span in span)
        return next((gloss for word in inside for gloss in glosses.get(word, ()) if gloss in _NUMBERS), "")

    def _in_paragraph(self, paragraph: range) -> set[str]:
        """Return the states that the sentences of a paragraph name."""
        if paragraph.start not in self._paragraphs:
            self._paragraphs[paragraph.start] = {
                naming.state for one in paragraph for naming in self._inside.get(one, ())
            }
        return self._paragraphs[paragraph.start]

    def _said(self, span: Span, number: int) -> str:
        """Return whether the words that tell an event, or others of their sentence, say that two or three do it."""
        three = any(word.span in span for word in self._saying(_THREE_SIDES, number))
        both = self._saying(_BOTH_SIDES, number)
        where = "inside" if any(word.span in span for word in both) else "beside" if both else "nowhere"
        return f"three {three} both {where}"

    def _saying(self, cue: str, number: int) -> list[Mention]:
        """Return the words of a sentence that have a meaning."""
        return [word for word in self._reader.detector.mentions[number].words if word.iri == cue]

    def _nearest(self, state: str, span: Span, number: int) -> tuple[str, list[Naming]]:
        """Return where a state is named nearest to where an event is told, and its namings there."""
        here = [naming for naming in self._inside.get(number, ()) if naming.state == state]
        inside = [naming for naming in here if span.start <= naming.start < span.end]
        if here:
            return ("inside", inside) if inside else ("beside", here)
        every = self._of_state.get(state, [])
        at = bisect_left(every, number, key=lambda naming: naming.sentence)
        if at > 0:
            away = bisect_left(_SENTENCES, number - every[at - 1].sentence)
            return f"before {away}", every[at - 1 : at]
        if at < len(every):
            return f"behind {bisect_left(_SENTENCES, every[at].sentence - number)}", every[at : at + 1]
        return "nowhere", []
