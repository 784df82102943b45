"""The nouns of extraction: what passes from one stage to the next. Offsets are code points of the whole file.

Spans, words and mentions are made by the thousand for an article, and their fields read by the ten thousand. As frozen
dataclasses they would take four times as long to make, as tuples three times as long to read.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar, dataclass_transform

_T = TypeVar("_T")


@dataclass_transform(eq_default=True, frozen_default=True)
def _record(cls: type[_T]) -> type[_T]:
    """Make a class of values that the type checker holds for frozen."""
    return dataclass(slots=True)(cls)


@_record
class Span:
    """Characters ``start`` to ``end`` (exclusive) of an article file."""

    start: int
    end: int

    def __hash__(self) -> int:
        return hash((self.start, self.end))

    def __contains__(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True)
class Document:
    """An article file as it was read: ``text`` is the whole unaltered content, header lines included."""

    slug: str
    language: str
    text: str
    digest: str
    body: int
    title: Span
    published: dt.date | None = None
    publisher: str = ""
    url: str = ""
    author: str = ""


@_record
class Word:
    """A word of a sentence; ``before`` is the text between it and the word before (or the sentence start)."""

    span: Span
    text: str
    before: str

    @property
    def after_comma(self) -> bool:
        """Whether a comma stands before the word."""
        return "," in self.before or "،" in self.before


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with its words and the marks after the last one.

    A list that a colon opens belongs to the sentence that opens it.
    """

    span: Span
    words: tuple[Word, ...]
    tail: str = ""
    headline: bool = False


@_record
class Mention:
    """Words ``first`` to ``last`` (inclusive) of a sentence that stand for an entity or a concept.

    ``kind`` is ``state``, ``organization``, ``person``, ``place``, ``asset`` or the name of a vocabulary
    scheme; ``form`` tells which kind of label matched; ``cues`` are the meanings of letters joined to the front.
    """

    span: Span
    first: int
    last: int
    iri: str
    kind: str
    form: str
    cues: tuple[str, ...] = ()
    definite: bool = False

    def __hash__(self) -> int:
        return hash((self.first, self.last, self.iri))

    def _replace(self, **changes: Any) -> Mention:
        """Return the mention with other values in some fields."""
        return replace(self, **changes)


@dataclass(frozen=True, slots=True)
class Passage:
    """A quoted span with the voice it speaks in (IRIs of the attribution scheme and of the speaker or outlet)."""

    span: Span
    attribution: str = ""
    speaker: str = ""


@dataclass(frozen=True, slots=True)
class Argument:
    """An agent, place or other node in a role of an event; ``role`` is the IRI of a property."""

    role: str
    value: str


@dataclass(slots=True)
class Event:
    """An event, situation or claim read from one article, before it has an IRI of its own.

    ``type`` is the IRI of a class. ``arguments`` are agents and places in roles, ``values`` concepts and nodes that
    describe the event, ``links`` point to other events of the same reading. ``given`` remembers for each role or
    property and its value the span that gave it.
    """

    type: str
    passages: list[Passage]
    modality: str
    arguments: list[Argument] = field(default_factory=list)
    values: dict[str, list[str]] = field(default_factory=dict)
    links: list[tuple[str, Event]] = field(default_factory=list)
    given: dict[tuple[str, str], Span] = field(default_factory=dict)
    date: str = ""
    #: The date of a time that can mean two, and what it means if the event is told the other way, past or to come.
    either: tuple[str, str] = ("", "")
    time_expression: str = ""
    definite: bool = False
    #: Told by a clause that goes on with a noun before it ("the rules, which take effect …").
    told_of: bool = False
    #: The meaning of the word that evoked it.
    trigger: str = ""
    #: Told by a noun alone ("the meeting"), not by a verb.
    by_noun: bool = False
    #: Read in the headline, which tells in short what the text tells again.
    headline: bool = False
    #: Told as what happened before, by tense or by a word such as "earlier".
    earlier: bool = False
    #: Told as context, not as the news of the article.
    background: bool = False
    #: Done by the state of which the article tells most, as nothing else says who does it.
    by_default: bool = False
    confidence: float = 1.0

    def add(self, role: str, value: str, span: Span | None = None) -> None:
        """Put an agent or place in a role."""
        if Argument(role, value) not in self.arguments:
            self.arguments.append(Argument(role, value))
            self.given.setdefault((role, value), span or self.passages[-1].span)

    def rename(self, iris: dict[str, str]) -> None:
        """Give those who take part the IRIs that they have got since."""
        if not any(argument.value in iris for argument in self.arguments):
            return
        self.arguments = [Argument(one.role, iris.get(one.value, one.value)) for one in self.arguments]
        self.given = {(role, iris.get(value, value)): span for (role, value), span in self.given.items()}

    def describe(self, prop: str, value: str, span: Span | None = None) -> None:
        """Give the event a concept or node as the value of a property."""
        values = self.values.setdefault(prop, [])
        if value not in values:
            values.append(value)
            self.given.setdefault((prop, value), span or self.passages[-1].span)

    def support(self, passage: Passage) -> None:
        """Add a passage, unless the event has one with the same span."""
        if all(known.span != passage.span for known in self.passages):
            self.passages.append(passage)

    def told_first(self, body: int) -> Passage:
        """Return the first passage of the body if it has one: the headline only says in short what the text says."""
        return next((passage for passage in self.passages if passage.span.start >= body), self.passages[0])

    def agents(self, *roles: str) -> list[str]:
        """Return the values in the given roles, or in any role."""
        return [argument.value for argument in self.arguments if not roles or argument.role in roles]
