"""Which topics an event has, weighed from where the article names them and from the senses of the words around.

Rules give an event the topics that its own words name. News names them once and goes on with "the project" or "such
coins": a model over both adds what is likely, each topic by itself (binary relevance: G. Tsoumakas and I. Katakis,
Multi-label classification: an overview, 2007). The weights are data (``data/weights``); ``tests/corpus/train.py``
learns them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from dadiplo.events.detection import DETECTED
from dadiplo.events.relevance import is_short
from dadiplo.events.topics import named_in
from dadiplo.model import Event
from dadiplo.resources import DD, PREFIXES, VOCAB
from dadiplo.weights import logistic, summed, unpacked

if TYPE_CHECKING:
    from dadiplo.events.reader import EventReader

_TOPIC = f"{VOCAB}topic/"
#: The topics that are weighed, in the order of the weights; narrower ones count as these.
TOPICS = tuple(
    _TOPIC + name
    for name in (
        "anti-money-laundering", "bitcoin", "cbdc", "education", "financial-inclusion", "knowledge-exchange", "mining",
        "public-sector-use", "regulation", "remittances", "stablecoins", "strategic-reserve", "taxation",
        "tokenisation",
    )
)  # fmt: skip
_HAS_TOPIC, _HAS_AIM, _NOTATION = DD + "hasTopic", DD + "hasAim", PREFIXES["skos"] + "notation"
#: From which probability on an event has a topic.
_LIKELY = 0.4
#: More namings, topics and topics read are not told apart.
_MOST_NAMINGS, _MOST_TOPICS, _MOST_READ = 3, 4, 3


class Aboutness:
    """The topics that an article names, and how likely each of its events has them."""

    def __init__(self, reader: EventReader, events: list[Event]) -> None:
        self._reader = reader
        self._weights = reader.lexicon.weights.get("topics", {})
        weighed = "topics" in reader.lexicon.weights and not is_short(reader)
        self._events = [event for event in events if weighed and event.type in DETECTED]
        #: Notation → the topic that is weighed.
        self.by_notation = {reader.lexicon.value(topic, _NOTATION): topic for topic in TOPICS}
        #: For each sentence the topics that it names, and where.
        self._named: list[list[tuple[int, str]]] = []
        if self._events:
            sentences = reader.finder.sentences
            self._named = [
                [(one.span.start, self._topic(one.iri)) for one in named_in(reader, each)] for each in sentences
            ]
        places = [place for named in self._named for place in named]
        self._count = Counter(topic for _, topic in places)
        self._lead = {topic for start, topic in places if start <= reader.lead}
        #: Event → what shows which topics it has.
        self.shown = {id(event): tuple(self._features(event)) for event in self._events}

    def settle(self) -> None:
        """Give each event the topics that it is likely to have beside those that rules read in its words."""
        for event in self._events if self._weights else ():
            sums = unpacked(summed(self._weights, self.shown[id(event)]), len(TOPICS))
            read = self._read(event)
            for topic, weight in zip(TOPICS, sums, strict=True):
                if topic not in read and logistic(weight) >= _LIKELY:
                    event.describe(_HAS_TOPIC, topic, self._reader.told_at(event)[0])

    def _topic(self, iri: str) -> str:
        """Return the topic that is weighed for one that is narrower: both have the same notation."""
        return self.by_notation.get(self._reader.lexicon.value(iri, _NOTATION), iri)

    def _read(self, event: Event) -> set[str]:
        """Return the topics that rules have read in the words of an event."""
        return {self._topic(one) for prop in (_HAS_TOPIC, _HAS_AIM) for one in event.values.get(prop, ())}

    def _features(self, event: Event) -> Iterator[str]:
        """Yield what shows which topics an event has."""
        reader = self._reader
        kind, (span, number) = event.type.rpartition("#")[2], reader.told_at(event)
        yield f"#{kind}"
        for values in event.values.values():
            yield from (f"#value {value.removeprefix(VOCAB)}" for value in values if value.startswith(VOCAB))
        lexicon, words = reader.lexicon, reader.finder.sentences[number].words
        for at, word in reader.detector.words(number):
            where = "in" if span.start <= words[at].span.start < span.end else "by"
            yield from (f"#{where} :{sense}" for sense in lexicon.supersenses.get(word, ()))
            yield from (f"#{where} ={gloss}" for gloss in lexicon.glosses.get(word, ()))
        read = self._read(event)
        here = {topic for _, topic in self._named[number]}
        inside = {topic for start, topic in self._named[number] if span.start <= start < span.end}
        beside = {topic for at in (number - 1, number + 1) for topic in self._around(at)}
        yield f"#topics {min(_MOST_TOPICS, len(self._count))}"
        for topic in sorted(read.union(self._count)):
            where = (
                "inside" if topic in inside else "here" if topic in here else "beside" if topic in beside else "text"
            )
            told = f"#{topic.removeprefix(_TOPIC)} {where} {topic in read}"
            yield from (told, f"{told} {kind}", f"{told} lead {topic in self._lead}")
            yield from (
                f"{told} named {min(_MOST_NAMINGS, self._count[topic])}",
                f"{told} with {min(_MOST_TOPICS, len(here))}",
            )
            yield f"{told} read {min(_MOST_READ, len(read))}"

    def _around(self, number: int) -> set[str]:
        named = self._named[number] if 0 <= number < len(self._named) else ()
        return {topic for _, topic in named}
