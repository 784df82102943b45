"""Which of the events told before an article tells again, weighed from how each is told.

Two mentions are compared as in pairwise event coreference (Z. Chen, H. Ji and R. Haralick, A pairwise event coreference
model, feature impact and evaluation for event coreference resolution, 2009). What rules say of the two is one of the
features, beside how far they stand apart, how likely the words of each tell such an event, and which parties, kinds,
days and words they share. The weights are data (``data/weights``); ``tests/corpus/train.py`` learns them.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from dadiplo.events.candidates import is_left_to_rules
from dadiplo.events.detection import DETECTED, NAME
from dadiplo.events.relevance import is_short
from dadiplo.events.retelling import is_same
from dadiplo.isodates import compatible
from dadiplo.lexicon import NAMED_KINDS
from dadiplo.model import Event, Span
from dadiplo.resources import DD, ID, VOCAB
from dadiplo.terms import KINDS
from dadiplo.weights import probability

if TYPE_CHECKING:
    from dadiplo.events.reader import EventReader

#: From which probability on two mentions are of one event.
_ONE = 0.5
#: With how many of its type told last an event is compared, beside those that rules take for the same.
_RECENT = 4
#: Sentences between two mentions, how likely each tells its event, and how much they share, in steps.
_SENTENCES, _PROBABILITIES, _SHARED = (0, 1, 2, 4, 8), (0.08, 0.25, 0.5, 0.8), (0, 0.2, 0.4, 0.6, 0.99)
#: More events of a type in between, and more passages, than so many are not told apart.
_MOST = 2
#: How many letters a word has at least that says what is told, and how many words open a sentence.
_LONG, _OPENING = 4, 3
_AGENTS = {"states": f"{ID}state/", "persons": f"{ID}person/", "bodies": f"{ID}org/"}
_DESCRIBING = (*KINDS, DD + "concernsBody", DD + "stage")
_NAMES = set(NAMED_KINDS.values()) - {"asset"}


class Pair(NamedTuple):
    """Two mentions of events of a type: the passages of each, whether rules take them for one, and what they show."""

    type: str
    earlier: tuple[Span, ...]
    later: tuple[Span, ...]
    ruled: bool
    shown: tuple[str, ...]


class Later(NamedTuple):
    """The later of two mentions: its event, sentence, sides and words, and what it shows beside any earlier one."""

    event: Event
    sentence: int
    sides: set[str]
    words: set[str]
    alone: tuple[str, ...]


class Coreference:
    """Tells which event a clause tells again, if any."""

    def __init__(self, reader: EventReader) -> None:
        self._reader = reader
        self._weights = reader.lexicon.weights.get("coreference", {})
        self._compares = "coreference" in reader.lexicon.weights and not is_short(reader)
        #: The pairs that were compared, in order.
        self.compared: list[Pair] = []

    def told_before(self, event: Event) -> Event | None:
        """Return the event told before that another is likeliest to tell again, or nothing.

        In a short item, for types that are not detected and without weights, it is the last that rules take for it.
        What the headline tells is left to rules too, as no annotation says which sentence tells it again.
        """
        earlier = [(one, is_same(self._reader, one, event)) for one in self._reader.context.of_type(event.type)][::-1]
        weighed = self._compares and event.type in DETECTED and not is_left_to_rules(event)
        likely = list(self._likely(event, earlier)) if weighed else []
        if self._weights and likely:
            probable, _, best = max(likely, key=lambda pair: pair[:2])
            if probable >= _ONE:
                return best
            earlier = [(one, same) for one, same in earlier if not _is_weighed(one)]
        return next((one for one, same in earlier if same), None)

    def _likely(self, event: Event, earlier: list[tuple[Event, bool]]) -> Iterator[tuple[float, int, Event]]:
        """Yield how likely an event tells earlier ones again, last first, each with how far back it was told."""
        some = [
            (at, one, same) for at, (one, same) in enumerate(earlier) if _is_weighed(one) and (same or at < _RECENT)
        ]
        # What a sentence shows is read when it is asked for first, from what is known by then: not before it is needed.
        if not some:
            return
        later = self._seen(event)
        for rank, one, same in some:
            shown = tuple(dict.fromkeys(self._features(one, later, rank, ruled=same)))
            self.compared.append(Pair(event.type, _spans(one), _spans(event), same, shown))
            yield probability(self._weights, shown), -rank, one

    def _seen(self, event: Event) -> Later:
        """Return what of an event stays the same whichever it is compared with."""
        number = self._reader.told_at(event)[1]
        alone = (*self._of_one("other", event), *self._of_clause(event, number))
        return Later(event, number, self._reader.sides(event), self._words(event), alone)

    def _features(self, one: Event, later: Later, rank: int, *, ruled: bool) -> Iterator[str]:
        """Yield what two mentions show, all of it for what rules take for one event or not, and for the type."""
        kind = one.type.rpartition("#")[2]
        yield f"#{kind} ruled {ruled}"
        number, before = later.sentence, self._sentence_of_last(one)
        away = bisect_left(_SENTENCES, abs(number - before))
        shown = [f"rank {min(rank, _MOST)}", f"away {away}", *self._of_places(one, later.event, number, before, away)]
        shown += [*self._of_one("one", one), *self._of_both(one, later, away), *later.alone]
        for feature in shown:
            yield from (f"#ruled {ruled} {feature}", f"#{kind} ruled {ruled} {feature}")

    def _sentence_of_last(self, event: Event) -> int:
        return max(self._reader.finder.sentence_from(event.passages[-1].span.start + 1) - 1, 0)

    def _of_places(self, one: Event, other: Event, number: int, before: int, away: int) -> Iterator[str]:
        """Yield where in the article the two are told."""
        paragraphs = self._reader.detector.paragraphs
        yield f"paragraph {paragraphs[number] == paragraphs[before]} away {away}"
        yield f"opens {paragraphs[number].start == number}"
        yield f"lead {other.passages[0].span.start <= self._reader.lead}"
        yield f"passages {min(_MOST, len(one.passages) - 1)}"

    def _of_one(self, name: str, event: Event) -> Iterator[str]:
        """Yield how one of the two is told."""
        yield f"{name} noun {event.by_noun} known {event.definite}"
        yield f"{name} earlier {event.earlier} of {event.told_of} default {event.by_default}"
        for part, likely in zip(("sentence", "clause"), self._reader.detector.likely(event), strict=True):
            yield f"{name} {part} {bisect_left(_PROBABILITIES, likely)}"
        yield f"{name} modality {event.modality.removeprefix(VOCAB)}"
        yield f"{name} trigger {event.trigger.removeprefix(VOCAB)}"

    def _of_both(self, one: Event, later: Later, away: int) -> Iterator[str]:
        """Yield what of the two is the same."""
        other = later.event
        yield f"modality {one.modality.removeprefix(VOCAB)} {other.modality.removeprefix(VOCAB)}"
        yield f"earlier {one.earlier} {other.earlier}"
        yield f"trigger {one.trigger == other.trigger}"
        yield f"nouns {one.by_noun} {other.by_noun}"
        yield f"dates {_dates(one.date, other.date)}"
        for prop in _DESCRIBING:
            mine, theirs = (set(each.values.get(prop, ())) or set(each.agents(prop)) for each in (one, other))
            if mine or theirs:
                yield f"{prop.removeprefix(DD)} {_compared(mine, theirs)}"
        mine, theirs = set(one.agents()), set(other.agents())
        yield f"sides {_compared(self._reader.sides(one), later.sides)}"
        for name, opening in _AGENTS.items():
            some = ({agent for agent in each if agent.startswith(opening)} for each in (mine, theirs))
            yield f"{name} {_compared(*some)}"
        shared = bisect_left(_SHARED, len(mine & theirs) / max(1, len(mine | theirs)))
        yield from (f"shared {shared}", f"shared {shared} away {away}")
        mine, theirs = self._words(one), later.words
        yield f"words {bisect_left(_SHARED, len(mine & theirs) / max(1, min(len(mine), len(theirs))))}"
        yield f"digits {_compared(*({word for word in words if word[0].isdigit()} for words in (mine, theirs)))}"

    def _of_clause(self, other: Event, number: int) -> Iterator[str]:
        """Yield the meanings of the words that tell the later one, and those that open its sentence."""
        span, glosses = other.passages[0].span, self._reader.lexicon.glosses
        for mention in self._reader.finder.found[number]:
            if mention.kind not in _NAMES and span.start <= mention.span.start < span.end:
                yield f"has {mention.iri.removeprefix(VOCAB).removeprefix(ID)}"
        for _, word in self._reader.detector.words(number)[:_OPENING]:
            yield from (f"opening {gloss}" for gloss in glosses.get(word, ()))

    def _words(self, event: Event) -> set[str]:
        """Return the numbers and longer words, folded, in the passages of an event."""
        finder = self._reader.finder
        found: set[str] = set()
        for passage in event.passages:
            number = finder.sentence_around(passage.span)
            if number is None:
                continue
            spans = [word.span for word in finder.sentences[number].words]
            inside = (word for at, word in self._reader.detector.words(number) if spans[at] in passage.span)
            found |= {word for word in inside if word[0].isdigit() or (len(word) >= _LONG and word[0] != NAME)}
        return found


def _is_weighed(event: Event) -> bool:
    """Tell whether an event is weighed against those told behind it, not left to rules."""
    return not event.headline and not is_left_to_rules(event)


def _spans(event: Event) -> tuple[Span, ...]:
    return tuple(passage.span for passage in event.passages)


def _dates(one: str, other: str) -> str:
    if not one or not other:
        return f"{bool(one)} {bool(other)}"
    return "same" if one == other else "compatible" if compatible(one, other) else "apart"


def _compared(one: set[str], other: set[str]) -> str:
    """Return whether two sets are the same, one is within the other, they cross or lie apart, or which is empty."""
    if not one or not other:
        return f"{bool(one)} {bool(other)}"
    if one == other:
        return "same"
    return "within" if one <= other or other <= one else "crossing" if one & other else "apart"
