"""Extraction as one pure function of an article and a lexicon."""

from __future__ import annotations

from dataclasses import dataclass

from dadiplo.claims import read_claims
from dadiplo.events import EventReader
from dadiplo.lexicon import Lexicon
from dadiplo.model import Document, Event
from dadiplo.store import Quad
from dadiplo.triples import write_graph


@dataclass(frozen=True, slots=True)
class Extraction:
    """What was read in one article: the events and claims, and the quads of its graph."""

    document: Document
    events: list[Event]
    quads: list[Quad]


def extract(document: Document, lexicon: Lexicon) -> Extraction:
    """Return what the article says, as events and as the quads of its named graph."""
    reader = EventReader(document, lexicon)
    events = reader.read()
    events = events + read_claims(reader)
    return Extraction(document, events, write_graph(document, reader.finder, lexicon, events))
