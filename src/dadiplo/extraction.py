"""Extraction as one pure function of an article and a lexicon."""

from __future__ import annotations

from dataclasses import dataclass

from dadiplo.claims import read_claims
from dadiplo.events import EventReader
from dadiplo.lexicon import Lexicon
from dadiplo.model import Document, Event, Span
from dadiplo.store import Quad
from dadiplo.triples import GraphWriter


@dataclass(frozen=True, slots=True)
class Extraction:
    """What was read in one article: the events and claims, and the quads of its graph.

    ``given`` tells for subject, predicate and object of what was said of an event the span that says it; ``behind``
    for each agent the state and the body for which it acts, as far as they are told or likely.
    """

    document: Document
    events: list[Event]
    quads: list[Quad]
    given: dict[tuple[str, str, str], Span]
    behind: dict[str, tuple[str, str]]


def extract(document: Document, lexicon: Lexicon) -> Extraction:
    """Return what the article says, as events and as the quads of its named graph."""
    reader = EventReader(document, lexicon)
    events = reader.read()
    events = events + read_claims(reader)
    writer = GraphWriter(document, reader.finder, lexicon)
    quads = sorted(writer.write(events), key=str)
    behind = {iri: (reader.finder.state_of(iri), reader.finder.body_of(iri)) for iri in reader.finder.records}
    return Extraction(document, events, quads, writer.given, behind)
