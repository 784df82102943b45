"""Interviews, told as questions and answers: who answers, and that the answers take a position on digital assets."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dadiplo.events.relevance import names_assets
from dadiplo.lexicon import CUE
from dadiplo.model import Event, Mention, Passage, Sentence, Span
from dadiplo.resources import DD, ID
from dadiplo.terms import ACTUAL, AGREEMENT, DIRECT, ESTABLISHMENT, MEETING, STATEMENT, TRIGGER, VISIT

if TYPE_CHECKING:
    from dadiplo.events.reader import EventReader

#: A line that asks something, and how many of them make an interview.
_QUESTION, _ASKED = re.compile(r"^[^\n]*[?؟][”\"»]?\s*$", re.MULTILINE), 3
#: A line behind a dash or bullet and its answer behind another, with a blank line before and behind both.
_EXCHANGE = re.compile(r"(?<=\n\n)[-–—*•●▪] ?[^\n]+\n[-–—*•●▪] ?[^\n]+(?=\n\n|\n?\Z)")
_SPEAKER = DD + "hasSpeaker"
#: Words for who answers: in the answers, and in the questions.
_ANSWERING = {CUE + name for name in ("first-person", "second-person", "addressed")}
#: What two sides do, with the role of who answers where one of them is left unsaid.
_OF_TWO = {
    AGREEMENT: DD + "hasParty",
    MEETING: DD + "hasParticipant",
    VISIT: DD + "hasVisitor",
    ESTABLISHMENT: DD + "hasAgent",
}


def who_answers(reader: EventReader) -> tuple[str, str]:
    """Return who answers the questions of an interview and the public body of whom that makes an official.

    Both are empty where a text is no interview of an official, the body where the article tells the office. Who answers
    is the person named first before the first line that asks something, with an office or in a sentence that names a
    public body ("X has been in charge of payments at the bank of Y since …").
    """
    document = reader.document
    lines = (found for one in (_QUESTION, _EXCHANGE) for found in one.finditer(document.text, document.body))
    asked = sorted({found.start() for found in lines})
    if len(asked) < _ASKED or _QUESTION.match(document.text, document.title.start, document.title.end):
        # An article whose headline asks answers its questions itself.
        return "", ""
    records = reader.finder.records
    named = [(m.start, iri) for iri, r in records.items() if iri.startswith(f"{ID}person/") for m in r.mentions]
    start, person = min(((at, iri) for at, iri in named if document.body <= at < asked[0]), default=(0, ""))
    if not person or reader.finder.is_firm(person):
        return "", ""
    if reader.finder.is_official(person):
        return person, ""
    number = reader.finder.sentence_around(Span(start, start + 1))
    within = reader.finder.sentences[number].span if number is not None else Span(start, start)
    body = _body_beside(reader, start, within)
    if not body and len(asked) > _ASKED:
        # Who is asked so much is introduced in more than one sentence.
        body = _body_beside(reader, start, Span(document.body, asked[0]))
    return (person, body) if body else ("", "")


def _body_beside(reader: EventReader, place: int, within: Span) -> str:
    """Return the public body, else the state, named nearest to a place of the text inside a span, or nothing."""
    near = [
        (not iri.startswith(f"{ID}org/"), abs(m.start - place), iri)
        for iri, record in reader.finder.records.items()
        if iri.startswith((f"{ID}org/", f"{ID}state/")) and reader.finder.is_official(iri)
        for m in record.mentions
        if m in within
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


def add_answerer(reader: EventReader, speaker: str) -> None:
    """Add who answers to what two sides do, of which the answers and questions name the other side alone."""
    state = reader.finder.state_of(speaker)
    first = min((m.start for m in reader.finder.records[speaker].mentions), default=0)
    for event in reader.context.events:
        role, span, agents = _OF_TWO.get(event.type, ""), event.passages[0].span, event.agents()
        others = {reader.finder.state_of(agent) for agent in agents} - {""}
        open_ = len(others) == 1 and state not in ("", *others) and any(map(reader.finder.is_official, agents))
        if not role or not open_ or span.start < first:
            continue
        if not event.agents(role):
            event.add(role, speaker, span)
        elif event.type != VISIT:
            event.add(role, state, span)


def answerer_meant(reader: EventReader, sentence: Sentence, first: int, until: int, speaker: str) -> Mention | None:
    """Return who answers as the doer of a clause where "I", "we" or "you" stands before its verb, but in quotations."""
    for index in range(first, until):
        word = sentence.words[index]
        if _ANSWERING & set(reader.lexicon.cues_of(word.text)):
            return Mention(word.span, index, index, speaker, "person", "anaphor")
    return None


def _answers(reader: EventReader, sentence: Sentence) -> bool:
    """Tell whether a sentence names digital assets and asks nothing."""
    return not {"?", "؟"} & set(sentence.tail) and names_assets(reader, sentence)
