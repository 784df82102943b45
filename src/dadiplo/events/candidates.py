"""Which of the events read an article tells, weighed from how each was read and what is read beside it.

Rules and the detector propose events; a model over both decides (stacked generalization: D. H. Wolpert, 1992). What
rules say of an event is one of its features, beside how likely its sentence and its own words tell such a one, who
takes part, what else is told there, what the sentences around are on, and how much the text speaks of digital assets.
So a sure event is kept though a rule speaks against it, and an unlikely one is not. A second model tells from the
likeliest ones, headline, lead and how much of the article is on digital assets whether it tells any. The weights are
data (``data/weights``); ``tests/corpus/train.py`` learns them from what is read in texts of which the detector has
learned nothing.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator
from itertools import chain
from math import log
from typing import TYPE_CHECKING

from dadiplo.events.detection import DETECTED
from dadiplo.events.relevance import about_digital_assets, is_kept, is_short, kept, names_anybody
from dadiplo.events.standing import Read, standings
from dadiplo.model import Event
from dadiplo.resources import DD, ID, VOCAB
from dadiplo.terms import ACTUAL, ANNOUNCED, INTENDED, KINDS, LEGAL_TENDER
from dadiplo.trees import probability_by
from dadiplo.weights import probability

if TYPE_CHECKING:
    from dadiplo.events.reader import EventReader

#: From which probability on an article tells any event, and from which on an event is told.
_TELLS, _TOLD = 0.5, 0.4
#: From which likelihood of its sentence or its own words on an act with which an article opens is told.
_LED = 0.65
#: Probabilities are told apart in steps of log-odds, and in few steps beside what the text is about.
_LOG_ODDS, _SUREST = range(-5, 6), 0.998
_PROBABILITIES = (0.08, 0.25, 0.5, 0.8)
#: Steps of what a text tells: the events expected, those that rules keep, the sentences on assets in ten.
_EXPECTED, _KEPT, _ON_ASSETS = (0.3, 0.6, 1, 1.5, 2.5, 4, 7), (1, 2, 4, 8), (0, 1, 2, 4, 6)
_LIKELIEST = (0.01, 0.03, 0.08, 0.15, 0.25, 0.4, 0.6, 0.8, 0.95)
#: How much two events share those who take part: nobody, some, most, all.
_SHARED = (0, 0.34, 0.67, 0.99)
#: More agents, sides, passages and events than so many are not told apart; a text is cut into so many parts.
_MOST, _MOST_SIDES, _PARTS = 2, 3, 4
#: How many events of a type before and behind one are compared with it.
_NEAR = 5
#: Steps of how many sentences an article has and how many events it tells by the sum of what is likely.
_SENTENCES, _SUM = (6, 9, 12, 16, 20, 26), (0.3, 0.6, 1, 1.5, 2.5, 4, 7)
#: The likeliest events of an article; more sentences on digital assets than so many are not told apart.
_RANKS, _MANY = ("likeliest", "second", "third"), 6


class Candidates:
    """The events read in one article, each with what shows whether the article tells it."""

    def __init__(self, reader: EventReader, events: list[Event]) -> None:
        self._reader = reader
        self._events = events
        self._weights = reader.lexicon.weights.get("candidates", {})
        self._of_articles = reader.lexicon.weights.get("articles", {})
        self._trees = reader.lexicon.trees.get("told", ()) if self._weights else ()
        ruled = kept(reader, events)
        self._kept = {id(event) for event in ruled}
        self._about = {id(event) for event in about_digital_assets(reader, ruled)}
        #: Event → what shows whether it is told, for those of the types that are detected.
        self.shown: dict[int, tuple[str, ...]] = {}
        #: What shows whether the article tells any of them.
        self.article: tuple[str, ...] = ()
        #: Event → how it stands among the others.
        self.standings: dict[int, dict[str, float]] = {}
        if "candidates" in reader.lexicon.weights and not is_short(reader):
            weighed = [event for event in events if event.type in DETECTED]
            self._sentence = {id(event): reader.told_at(event)[1] for event in weighed}
            self._likely = {id(event): reader.detector.likely(event) for event in weighed}
            self._text = tuple(self._of_text(weighed))
            self._beside: defaultdict[int, list[Event]] = defaultdict(list)
            self._of_type: defaultdict[str, list[Event]] = defaultdict(list)
            for event in sorted(weighed, key=lambda event: self._sentence[id(event)]):
                self._beside[self._sentence[id(event)]].append(event)
                self._of_type[event.type].append(event)
            self.shown = {id(event): tuple(self._features(event)) for event in weighed}

    def told(self) -> list[Event]:
        """Return the events that the article tells, in order: in a short item what rules keep, else what is likely.

        What the headline tells and a sentence on digital assets tells again is the news, likely or not, and so is an
        act on digital assets with which the article opens. An article that is likely to speak of other things, or of no
        state, tells nothing else.
        """
        likely = {event: probability(self._weights, shown) for event, shown in self.shown.items()}
        headed = [event for event in self._events if id(event) in likely and self._is_headed(event)]
        news = {id(event) for event in headed if self._is_told_below(event)}
        opened = bool(news or (headed and self._reader.detector.assets[0]))
        self.article = tuple(self._of_article(likely, opened)) if likely else ()
        weighed = likely and self._weights and self._of_articles
        tells = 1.0 if news or not weighed else probability(self._of_articles, self.article)
        led = {id(event) for event in self._events if id(event) in likely and self._is_led(event)} if weighed else set()
        # Also of an article that is to tell nothing: trees are learned from all.
        self.standings = self._standings(likely)
        if tells < _TELLS:
            return [event for event in self._events if id(event) in led]
        if self._trees:
            likely = {event: probability_by(self._trees, measures) for event, measures in self.standings.items()}
        decided = {id(event) for event in self._events if id(event) in likely and not is_left_to_rules(event)}
        told = {event for event, sure in likely.items() if sure >= _TOLD} | news | led | self._about - decided
        return [event for event in self._events if id(event) in told]

    def _standings(self, likely: dict[int, float]) -> dict[int, dict[str, float]]:
        """Return how each event that is weighed stands among the others."""
        read = [
            Read(event.type, *self._reader.told_at(event), self._likely[id(event)], likely[id(event)])
            for event in self._events
            if id(event) in likely
        ]
        return dict(zip(likely, standings(self._reader, read), strict=True))

    def _is_headed(self, event: Event) -> bool:
        """Tell whether the headline tells an event that rules keep as one on digital assets."""
        # What the text tells again is no longer marked as told by the headline.
        return event.passages[0].span.end <= self._reader.document.title.end and id(event) in self._about

    def _is_led(self, event: Event) -> bool:
        """Tell whether the first sentence under a headline on digital assets tells an act that rules keep as one."""
        opens = self._reader.detector.assets[0] and self._sentence[id(event)] == 1
        kept = opens and event.modality == ACTUAL and id(event) in self._about
        return kept and max(self._likely[id(event)]) >= _LED

    def _is_told_below(self, event: Event) -> bool:
        """Tell whether a sentence below the headline that names digital assets tells an event."""
        finder, body = self._reader.finder, self._reader.document.body
        places = (finder.sentence_around(passage.span) for passage in event.passages if passage.span.start >= body)
        return any(number is not None and self._reader.detector.assets[number] for number in places)

    def _of_article(self, likely: dict[int, float], opened: bool) -> Iterator[str]:
        """Yield how likely the likeliest events are, how long the article is and how much of it on digital assets.

        ``opened`` says whether its headline tells an event on digital assets.
        """
        ranked = sorted(likely.values(), reverse=True)
        lead = [likely[id(event)] for event in self._events if id(event) in likely and self._is_in_lead(event)]
        for name, one in (*zip(_RANKS, ranked, strict=False), *(("lead", one) for one in sorted(lead)[-1:])):
            odds = _log_odds(one)
            yield from (f"#{name} over {step}" for step in _LOG_ODDS if odds > step)
        yield from (f"#sum over {step}" for step in _SUM if sum(ranked) > step)
        yield from (f"#sentences over {step}" for step in _SENTENCES if len(self._reader.finder.sentences) > step)
        yield f"#in lead {min(_MOST_SIDES, len(lead))}"
        named = self._reader.detector.assets
        share = _share(named)
        yield from (
            f"#opened {opened}",
            f"#headed by assets {named[0]}",
            f"#sentences on assets {min(_MANY, sum(named))}",
        )
        yield from (f"#on assets {share}", f"#opened {opened} on assets {share}", "#article")
        yield from self._of_opening()

    def _of_opening(self) -> Iterator[str]:
        """Yield what headline and lead of an article are on."""
        detector, named = self._reader.detector, self._reader.detector.assets
        behind = max(2, self._reader.finder.sentence_from(self._reader.lead + 1))
        on = [detector.is_on_assets(number) for number in range(len(named))]
        led, share = any(on[1:behind]), _share(on)
        yield f"#headed by assets {named[0]} led {any(named[1:behind])}"
        yield from (f"#led by assets {any(named[1:behind])}", f"#share on assets {share}")
        yield f"#headed on assets {on[0]} led {led}"
        yield f"#headed on assets {on[0]} led {led} share {share}"
        yield from detector.matter_of("headline", 0)

    def _is_in_lead(self, event: Event) -> bool:
        return event.told_first(self._reader.document.body).span.start <= self._reader.lead

    def _of_text(self, weighed: list[Event]) -> Iterator[str]:
        """Yield how much an article tells, and how much of it is on digital assets."""
        reader, named = self._reader, self._reader.detector.assets
        lead = reader.finder.sentence_from(reader.lead + 1)
        told = [self._likely[id(event)][0] for event in weighed if id(event) in self._kept]
        yield f"expects {bisect_left(_EXPECTED, sum(told))}"
        yield f"likeliest {bisect_left(_LIKELIEST, max(told, default=0))}"
        yield f"keeps {bisect_left(_KEPT, len(told))}"
        yield f"on assets {_share(named)}"
        yield f"headed by assets {named[0]}"
        yield f"led by assets {any(named[1:lead])}"
        yield f"about {bool(self._about)}"

    def _features(self, event: Event) -> Iterator[str]:
        """Yield what shows whether an event is told, all of it for events of its type alone."""
        kind = event.type.rpartition("#")[2]
        likely = bisect_left(_PROBABILITIES, self._likely[id(event)][0])
        yield f"#{kind}"
        yield from (f"#{kind} {feature} likely {likely}" for feature in self._text)
        shown = (self._of_likelihood(event), self._of_reading(event), self._of_agents(event), self._of_others(event))
        yield from (f"#{kind} {feature}" for feature in chain(self._text, *shown))
        number = self._sentence[id(event)]
        yield from chain(self._reader.detector.matter_of("here", number), self._reader.detector.matter(number))

    def _of_likelihood(self, event: Event) -> Iterator[str]:
        """Yield how likely the sentence of an event and its own words tell such a one, and how many others likelier."""
        number = self._sentence[id(event)]
        for name, likely in zip(("sentence", "clause"), self._likely[id(event)], strict=True):
            odds = _log_odds(likely)
            yield from (f"{name} over {step}" for step in _LOG_ODDS if odds > step)
        likelier = sum(other > self._likely[id(event)][0] for other in self._reader.detector.likelihoods(number))
        yield f"likelier types {likelier}"

    def _of_reading(self, event: Event) -> Iterator[str]:
        """Yield how an event was read, and what rules say of it."""
        reader, number = self._reader, self._sentence[id(event)]
        yield f"rules {is_kept(reader, event)}"
        yield f"rules keep {id(event) in self._kept} about {id(event) in self._about}"
        yield f"modality {event.modality.removeprefix(VOCAB)}"
        yield f"trigger {event.trigger.removeprefix(VOCAB)}"
        yield from (f"noun {event.by_noun}", f"known {event.definite}", f"headline {event.headline}")
        yield from (f"default {event.by_default}", f"earlier {event.earlier}", f"date {len(event.date)}")
        yield f"passages {min(_MOST_SIDES, len(event.passages))}"
        yield f"part {_PARTS * number // len(reader.finder.sentences)}"
        away, inside = reader.detector.away[number], self._names_assets(event)
        paragraph = reader.detector.in_paragraph[number]
        yield from (f"assets away {away}", f"assets in paragraph {paragraph}", f"assets inside {inside}")
        yield f"assets away {away} in paragraph {paragraph} inside {inside}"
        for prop, values in event.values.items():
            yield f"has {prop.removeprefix(DD)}"
            yield from (f"kind {value.removeprefix(VOCAB)}" for value in values if prop in KINDS)

    def _names_assets(self, event: Event) -> bool:
        """Tell whether the words that tell an event name digital assets."""
        number = self._sentence[id(event)]
        if not self._reader.detector.assets[number]:
            return False
        span, _ = self._reader.told_at(event)
        named = self._reader.finder.assets_in(self._reader.finder.sentences[number])
        return any(topic.span in span for topic in named)

    def _of_agents(self, event: Event) -> Iterator[str]:
        """Yield who takes part in an event, and in which roles."""
        reader, agents = self._reader, event.agents()
        states = sum(side.startswith(f"{ID}state/") for side in reader.sides(event))
        yield f"officials {min(_MOST, sum(map(reader.finder.is_official, agents)))}"
        yield f"sides {min(_MOST_SIDES, states)}"
        yield f"agents {min(_MOST_SIDES, len(agents))}"
        yield f"firm {any(map(reader.finder.is_firm, agents))}"
        yield f"named {names_anybody(reader, event)}"
        yield from (f"role {role.removeprefix(DD)}" for role in dict.fromkeys(one.role for one in event.arguments))

    def _of_others(self, event: Event) -> Iterator[str]:
        """Yield what is read in the same sentence, and how events of the same type before and behind are like it."""
        number, clause = self._sentence[id(event)], self._likely[id(event)][1]
        here = [other for other in self._beside[number] if other is not event]
        better = [other for other in here if self._likely[id(other)][1] > clause]
        yield f"beside {min(_MOST_SIDES, len(here))} better {min(_MOST_SIDES, len(better))}"
        alike = [other for other in here if other.type == event.type]
        yield f"beside its type {min(_MOST, len(alike))} better {any(other.type == event.type for other in better)}"
        for other in here:
            yield f"with {other.type.rpartition('#')[2]} better {self._likely[id(other)][1] > clause}"
        alike = self._of_type[event.type]
        first = bisect_left(alike, number, key=lambda other: self._sentence[id(other)])
        last = bisect_right(alike, number, key=lambda other: self._sentence[id(other)])
        for name, some in (("before", alike[max(0, first - _NEAR) : first]), ("behind", alike[last : last + _NEAR])):
            yield f"{name} {min(_MOST, len(some))}"
            if some:
                shared = bisect_left(_SHARED, max(_shared(event, other) for other in some))
                dated = any(other.date == event.date != "" for other in some)
                yield from (f"{name} shared {shared}", f"{name} shared {shared} dated {dated}")
                yield f"{name} told so {any(other.trigger == event.trigger for other in some)}"


def is_left_to_rules(event: Event) -> bool:
    """Tell whether rules are enough for an event: texts have few of those only meant, and of coins as legal tender."""
    return event.modality in (ANNOUNCED, INTENDED) or LEGAL_TENDER in event.values.get(DD + "measureKind", ())


def _share(named: list[bool]) -> int:
    """Return the step of how many of ten sentences are on digital assets."""
    return bisect_left(_ON_ASSETS, 10 * sum(named) // len(named))


def _log_odds(probability: float) -> float:
    likely = min(max(probability, 1 - _SUREST), _SUREST)
    return log(likely / (1 - likely))


def _shared(one: Event, other: Event) -> float:
    """Return the Jaccard index of those who take part in two events."""
    mine, theirs = set(one.agents()), set(other.agents())
    return len(mine & theirs) / max(1, len(mine | theirs))
