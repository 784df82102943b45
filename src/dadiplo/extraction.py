"""Extraction as one pure function of an article and a lexicon."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from dadiplo.events.claims import read_claims
from dadiplo.events.reader import EventReader
from dadiplo.lexicon import Lexicon
from dadiplo.mentions.finder import MentionFinder
from dadiplo.mentions.readings import EntityRecord
from dadiplo.model import Document, Event, Span
from dadiplo.store import Quad
from dadiplo.triples import GraphWriter


@dataclass(frozen=True)
class Extraction:
    """What was read in one article: the events and claims, who and what it names, and the quads of its graph.

    Claims are read and the graph is written when they are asked for: annotations do without.
    """

    document: Document
    events: list[Event]
    reader: EventReader

    @property
    def finder(self) -> MentionFinder:
        """Who read the names of the article."""
        return self.reader.finder

    @cached_property
    def claims(self) -> list[Event]:
        """What the article judges or predicts, and what it says came first."""
        return read_claims(self.reader)

    @property
    def records(self) -> dict[str, EntityRecord]:
        """What the article tells of each entity, by its IRI."""
        return self.finder.records

    @cached_property
    def behind(self) -> dict[str, tuple[str, str]]:
        """For each agent the state and the body for which it acts, as far as they are told or likely."""
        return {iri: (self.finder.state_of(iri), self.finder.body_of(iri)) for iri in self.records}

    @cached_property
    def quads(self) -> list[Quad]:
        """The quads of the named graph of the article, in order."""
        return sorted(self._written.quads, key=str)

    @property
    def given(self) -> dict[tuple[str, str, str], Span]:
        """For subject, predicate and object of what was said of an event the span that says it."""
        return self._written.given

    @cached_property
    def _written(self) -> GraphWriter:
        writer = GraphWriter(self.document, self.finder, self.reader.lexicon)
        writer.write([*self.events, *self.claims])
        return writer


def extract(document: Document, lexicon: Lexicon) -> Extraction:
    """Return what the article says, as events and as the quads of its named graph."""
    reader = EventReader(document, lexicon)
    return Extraction(document, reader.read(), reader)
