"""What is spoken of: the topics and aims of events, the topics in a name, and digital assets beside a trigger."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from dadiplo.clauses.scenes import Scene
from dadiplo.documents import BULLET
from dadiplo.lexicon import CUE
from dadiplo.mentions.readings import Clause
from dadiplo.model import Event, Mention, Passage, Sentence, Span, Word
from dadiplo.resources import DD, VOCAB
from dadiplo.terms import (
    AGREEMENT,
    APPOINTMENT,
    DENIED,
    DENYING,
    DIRECT,
    ESTABLISHMENT,
    MEETING,
    RESERVE_ACTION,
    STATEMENT,
    TRIGGER,
    UNNAMED,
    VISIT,
)

if TYPE_CHECKING:
    from dadiplo.events.reader import EventReader

#: How many words from "bought" what was bought can stand, and how many from "the purchase of".
_OBJECT, _BESIDE = 16, 6
_SPEAKER = DD + "hasSpeaker"
_TOPIC, _AIM = DD + "hasTopic", DD + "hasAim"
#: Who comes, and who gets a post, has no topic but the one that the clause itself tells.
_WITHOUT_TOPIC = (VISIT, APPOINTMENT)
_GOES_ON = (MEETING, AGREEMENT, ESTABLISHMENT)
_MINING = VOCAB + "topic/mining"
_INTO_RESERVE = CUE + "into-reserve"
_CREATION = VOCAB + "reserve-action/creation"
#: Nouns of Urdu and others that name the coin too.
_DEALT = {VOCAB + f"reserve-action/{name}" for name in ("purchase", "sale")}
_RESERVES = VOCAB + "topic/strategic-reserve"


def give_topics(reader: EventReader, clause: Clause, event: Event | None, voice: Passage, *, main: bool) -> None:
    """Give the topics of a clause to its event; after "aims to" they are aims of the agreement."""
    topics = [word for word in clause.words if word.kind == "topic"]
    if not topics:
        return
    aim = clause.cue("aim")
    if voice.attribution == DIRECT:
        said = reversed(reader.context.of_type(STATEMENT))
        event = next((e for e in said if e.agents(_SPEAKER) == [voice.speaker]), None)
    elif aim is not None and not main:
        event = reader.context.latest(AGREEMENT) or event
    elif not main or voice.attribution == UNNAMED:
        return
    if event is None:
        return
    by_item: dict[Span, list[Mention]] = defaultdict(list)
    for word in topics:
        by_item[_item(reader, word, clause)].append(word)
    for span, words in by_item.items():
        # Of "financial inclusion through blockchain" the first is the aim, the second only its means.
        ends = [word for word in words if reader.lexicon.value(word.iri, DD + "medium") != "true"] or words
        for word in words:
            is_aim = event.type == AGREEMENT and aim is not None and word in ends
            event.describe(_AIM if is_aim else _TOPIC, word.iri, span)
        event.support(replace(voice, span=span))


def complete_topics(reader: EventReader, events: list[Event]) -> None:
    """Give events the topics of the sentence that tells of them, but those that it tells of another event.

    Topics inside the words that evoke an event ("to buy bitcoin for the reserve") count as well. What is said has
    those of all the sentence.
    """
    told = {id(event): reader.detector.telling(event).span for event in events}
    by_sentence: dict[int | None, list[Event]] = defaultdict(list)
    for event in events:
        by_sentence[reader.finder.sentence_around(told[id(event)])].append(event)
    sentences = reader.finder.sentences
    for number, sentence in enumerate(sentences):
        inside = by_sentence.get(number, [])
        wanted = [event for event in inside if event.type not in _WITHOUT_TOPIC]
        if not wanted:
            continue
        topics = [*named_in(reader, sentence)]
        if not topics:
            before = sentences[number - 1] if number else None
            behind = sentences[number + 1] if number + 1 < len(sentences) else None
            for event in wanted:
                _borrow(reader, event, before, behind, told[id(event)])
        reserve = any(event.type == RESERVE_ACTION for event in wanted)
        cues = reader.finder.cues_in(sentence) if reserve else ()
        to_reserve = any(cue.iri == _INTO_RESERVE for cue in cues)
        spans = {told[id(event)] for event in inside}
        around = [(topic, {span for span in spans if topic.span in span}) for topic in topics]
        for event in wanted:
            own = told[id(event)]
            for topic, telling in around:
                known = topic.iri in event.values.get(_AIM, ())
                if not known and (own in telling or event.type == STATEMENT or not telling):
                    event.describe(_TOPIC, topic.iri, own)
            created = _CREATION in event.values.get(DD + "reserveActionKind", ())
            if event.type == RESERVE_ACTION and (to_reserve or created):
                event.describe(_TOPIC, _RESERVES, own)


def _borrow(reader: EventReader, event: Event, before: Sentence | None, behind: Sentence | None, own: Span) -> None:
    """Give an event of a sentence without topics those of the one before that it denies, or behind that goes on."""
    if event.values.get(_TOPIC) or event.values.get(_AIM):
        return
    denies = event.modality == DENIED or event.trigger in DENYING
    source = before if denies else behind if event.type in _GOES_ON else None
    if source is None:
        return
    if not denies and "\n" in reader.document.text[own.end : source.span.start]:
        return
    for topic in named_in(reader, source):
        event.describe(_TOPIC, topic.iri, own)


def named_in(reader: EventReader, sentence: Sentence) -> Iterator[Mention]:
    """Yield the topics that a sentence names, also inside one another ("a bitcoin reserve")."""
    for topic in reader.finder.assets_in(sentence):
        if topic.kind != "topic":
            continue
        yield topic
        if topic.last == topic.first:
            continue
        for first, last in ((topic.first + 1, topic.last), (topic.first, topic.last - 1)):
            inner = sentence.words[first : last + 1]
            if inner:
                span = Span(inner[0].span.start, inner[-1].span.end)
                yield from reader.lexicon.find(Sentence(span, inner), ("topic",))


def _item(reader: EventReader, word: Mention, clause: Clause) -> Span:
    """Return the list item in which a word stands, or the clause up to the list."""
    text = reader.document.text
    start = text.rfind("\n", 0, word.span.start) + 1
    end = text.find("\n", word.span.end)
    line = text[start : len(text) if end < 0 else end]
    bullet = BULLET.match(line)
    if bullet and start > clause.span.start:
        return Span(start + bullet.end(), start + len(line.rstrip()))
    stop = text.find("\n", clause.span.start, clause.span.end)
    return Span(clause.span.start, stop if stop > 0 else clause.span.end)


def assets_beside(scene: Scene, trigger: Mention) -> bool:
    """Tell whether digital assets, or what is done with them, are named beside a trigger."""
    far = _BESIDE if trigger.form == "noun" else _OBJECT
    if _sold_to(scene, trigger):
        return False
    words = scene.mentions.words
    near = any(w.kind == "topic" and abs(w.first - trigger.last) <= _BESIDE for w in words)
    # "Bitcoin's purchase begins": the words that name the coin run into the verb.
    near = near or any(w.iri in _DEALT and w.first <= trigger.first <= w.last for w in words)
    return near or any(w.kind == "topic" and abs(w.first - trigger.last) <= far for w in scene.clause.words)


def _sold_to(scene: Scene, trigger: Mention) -> bool:
    """Tell whether assets only say to whom something is sold ("sells power to bitcoin miners")."""
    if trigger.iri != TRIGGER + "sell" or trigger.form != "verb":
        return False
    buyer = min((w.first for w in scene.clause.words if w.iri == CUE + "to" and w.first > trigger.last + 1), default=0)
    coins = [w.first for w in scene.clause.words if w.kind == "topic" and w.iri != _MINING]
    return 0 < buyer < min(coins, default=0)


def topics_in(reader: EventReader, span: Span) -> list[str]:
    """Return the topics that the words of a name contain."""
    text = reader.document.text[span.start : span.end]
    words = tuple(Word(Span(m.start(), m.end()), m[0], " ") for m in re.finditer(r"\w+", text))
    return sorted({mention.iri for mention in reader.lexicon.find(Sentence(span, words), ("topic",))})
