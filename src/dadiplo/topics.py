"""What is spoken of: the topics and aims of events, the topics in a name, and digital assets beside a trigger."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from dadiplo.documents import BULLET
from dadiplo.model import Event, Mention, Passage, Sentence, Span, Word
from dadiplo.readings import Clause
from dadiplo.resources import DD
from dadiplo.scenes import Scene
from dadiplo.terms import AGREEMENT, DIRECT, STATEMENT, UNNAMED

if TYPE_CHECKING:
    from dadiplo.events import EventReader

#: How many words from "bought" what was bought can stand, and how many from "the purchase of".
_OBJECT, _BESIDE = 12, 6
_SPEAKER = DD + "hasSpeaker"


def give_topics(reader: EventReader, clause: Clause, event: Event | None, voice: Passage, *, main: bool) -> None:
    """Give the topics of a clause to its event; after "aims to" they are aims of the agreement."""
    topics = [word for word in clause.words if word.kind == "topic"]
    if not topics:
        return
    aim = clause.cue("aim")
    if voice.attribution == DIRECT:
        said = (e for e in reversed(reader.context.events) if e.type == STATEMENT)
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
            event.describe(DD + ("hasAim" if is_aim else "hasTopic"), word.iri, span)
        event.support(replace(voice, span=span))


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


def names_assets(scene: Scene, trigger: Mention) -> bool:
    """Tell whether digital assets, or what is done with them, are named near a trigger."""
    far = _BESIDE if trigger.form == "noun" else _OBJECT
    near = [w for w in scene.mentions.words if w.kind == "topic" and abs(w.first - trigger.last) <= _BESIDE]
    return bool(near) or any(w.kind == "topic" and abs(w.first - trigger.last) <= far for w in scene.clause.words)


def topics_in(reader: EventReader, span: Span) -> list[str]:
    """Return the topics that the words of a name contain."""
    text = reader.document.text[span.start : span.end]
    words = tuple(Word(Span(m.start(), m.end()), m[0], " ") for m in re.finditer(r"\w+", text))
    return sorted({mention.iri for mention in reader.lexicon.find(Sentence(span, words), ("topic",))})
