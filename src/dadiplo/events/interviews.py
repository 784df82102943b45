"""Interviews, told as questions and answers: who answers, and that the answers take a position on digital assets."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dadiplo.events.relevance import names_assets
from dadiplo.lexicon import CUE
from dadiplo.model import Event, Mention, Passage, Sentence, Span
from dadiplo.resources import DD, ID
from dadiplo.terms import ACTUAL, DIRECT, STATEMENT, TRIGGER

if TYPE_CHECKING:
    from dadiplo.events.reader import EventReader

#: A line that asks something, and how many of them make an interview.
_QUESTION, _ASKED = re.compile(r"^[^\n]*[?؟][”\"»]?\s*$", re.MULTILINE), 3
_SPEAKER = DD + "hasSpeaker"
_FIRST_PERSON = CUE + "first-person"


def who_answers(reader: EventReader) -> tuple[str, str]:
    """Return who answers the questions of an interview and the public body of whom that makes an official.

    Both are empty where a text is no interview of an official, the body where the article tells the office. Who answers
    is the person named first before the first line that asks something, with an office or in a sentence that names a
    public body ("X has been in charge of payments at the bank of Y since …").
    """
    document = reader.document
    asked = [found.start() for found in _QUESTION.finditer(document.text, document.body)]
    if len(asked) < _ASKED:
        return "", ""
    records = reader.finder.records
    named = [(m.start, iri) for iri, r in records.items() if iri.startswith(f"{ID}person/") for m in r.mentions]
    start, person = min(((at, iri) for at, iri in named if document.body <= at < asked[0]), default=(0, ""))
    if not person or reader.finder.is_firm(person):
        return "", ""
    if reader.finder.is_official(person):
        return person, ""
    body = _body_beside(reader, start)
    return (person, body) if body else ("", "")


def _body_beside(reader: EventReader, place: int) -> str:
    """Return the public body or state that is named nearest to a place in the text in its sentence, or nothing."""
    number = reader.finder.sentence_around(Span(place, place + 1))
    if number is None:
        return ""
    sentence = reader.finder.sentences[number]
    near = [
        (not iri.startswith(f"{ID}org/"), abs(m.start - place), iri)
        for iri, record in reader.finder.records.items()
        if iri.startswith((f"{ID}org/", f"{ID}state/")) and reader.finder.is_official(iri)
        for m in record.mentions
        if m in sentence.span
    ]
    return min(near)[2] if near else ""


def add_position(reader: EventReader, speaker: str) -> None:
    """Add the statement that the answers of an interview make, unless a verb of saying has told it."""
    if any(event.type == STATEMENT and speaker in event.agents(_SPEAKER) for event in reader.context.events):
        return
    first = min((m.start for m in reader.finder.records[speaker].mentions), default=0)
    for sentence in reader.finder.sentences:
        if sentence.span.start > first and not sentence.headline and _answers(reader, sentence):
            event = Event(STATEMENT, [Passage(sentence.span, DIRECT, speaker)], ACTUAL, trigger=TRIGGER + "say")
            event.add(_SPEAKER, speaker, sentence.span)
            reader.context.add(event)
            return


def answerer_meant(reader: EventReader, sentence: Sentence, first: int, until: int, speaker: str) -> Mention | None:
    """Return who answers as the doer of a clause where "I" or "we" stands before its verb, outside of quotations."""
    for index in range(first, until):
        word = sentence.words[index]
        if _FIRST_PERSON in reader.lexicon.cues_of(word.text):
            return Mention(word.span, index, index, speaker, "person", "anaphor")
    return None


def _answers(reader: EventReader, sentence: Sentence) -> bool:
    """Tell whether a sentence names digital assets and asks nothing."""
    return not {"?", "؟"} & set(sentence.tail) and names_assets(reader, sentence)
