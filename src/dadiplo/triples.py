"""From a reading to the named graph of its article: the one place where events become RDF."""

from __future__ import annotations

from bisect import bisect_right
from functools import lru_cache

from dadiplo.dates import date_literal
from dadiplo.lexicon import Lexicon
from dadiplo.mentions.finder import MentionFinder
from dadiplo.model import Document, Event, Passage, Span
from dadiplo.resolution import assign_iris
from dadiplo.resources import DD, GRAPH, ID, PREFIXES, VOCAB
from dadiplo.store import IRI, Literal, Quad, Term

_TYPE = IRI(PREFIXES["rdf"] + "type")
_LABEL = IRI(PREFIXES["skos"] + "prefLabel")
_XSD = PREFIXES["xsd"]
#: Most IRIs of an article stand in several quads, and each is checked when it is made.
_iri = lru_cache(maxsize=4096)(IRI)
_VOICES = ("own-voice", "unnamed-view", "cited-outlet", "indirect-speech", "direct-quote")


def article_iri(slug: str) -> str:
    """Return the IRI of an article."""
    return f"{ID}article/{slug}"


def passage_iri(slug: str, span: Span) -> str:
    """Return the IRI of a passage: the article with a character range as in RFC 5147."""
    return f"{article_iri(slug)}#char={span.start},{span.end}"


class GraphWriter:
    """Writes one article's graph."""

    def __init__(self, document: Document, finder: MentionFinder, lexicon: Lexicon) -> None:
        self.document = document
        self.finder = finder
        self.lexicon = lexicon
        self.graph = IRI(GRAPH + document.slug)
        self.quads: set[Quad] = set()
        #: Subject, predicate and object of what an event was given → the span that gave it.
        self.given: dict[tuple[str, str, str], Span] = {}
        self._voices: dict[Span, Passage] = {}
        #: The passages that tell of events, by where they start, and the length of the longest.
        self._told: list[Passage] = []
        self._longest = 0

    def write(self, events: list[Event]) -> set[Quad]:
        """Return the quads of the article: the article, its entities, events, claims and passages."""
        iris = assign_iris(events, self.document.slug, self.finder, self.lexicon)
        self._article()
        named = self._entities()
        for event in events:
            self._event(iris[id(event)], event, iris)
        for iri in named:
            for span in self.finder.records[iri].mentions:
                self._evidence(iri, Passage(span))
        told = [passage for passage in self._voices.values() if passage.attribution]
        self._told = sorted(told, key=lambda passage: passage.span.start)
        self._longest = max((passage.span.end - passage.span.start for passage in told), default=0)
        for span, passage in self._voices.items():
            self._passage(span, passage)
        return self.quads

    def _add(self, subject: str, predicate: str, value: str | Term) -> None:
        obj = _iri(value) if isinstance(value, str) else value
        self.quads.add(Quad(_iri(subject), _iri(predicate), obj, self.graph))

    def _article(self) -> None:
        document, iri = self.document, article_iri(self.document.slug)
        self._add(iri, _TYPE.value, DD + "Article")
        title = document.text[document.title.start : document.title.end]
        self._add(iri, PREFIXES["dcterms"] + "title", Literal(title, language=document.language))
        self._add(iri, PREFIXES["dcterms"] + "language", Literal(document.language))
        self._add(iri, DD + "digest", Literal(document.digest))
        if document.published:
            self._add(iri, PREFIXES["dcterms"] + "issued", date_literal(document.published.isoformat()))
        for name, value in (("publisher", document.publisher), ("creator", document.author)):
            if value:
                self._add(iri, PREFIXES["dcterms"] + name, Literal(value))
        if document.url:
            self._add(iri, PREFIXES["dcterms"] + "identifier", Literal(document.url))

    def _entities(self) -> list[str]:
        for iri, record in self.finder.records.items():
            if iri not in self.lexicon.types:
                self._add(iri, _TYPE.value, record.type)
                for language, label in record.labels.items():
                    self._add(iri, _LABEL.value, Literal(label, language=language))
            for predicate, value in record.facts:
                self._add(iri, predicate, value)
        return list(self.finder.records)

    def _event(self, iri: str, event: Event, iris: dict[int, str]) -> None:
        self._add(iri, _TYPE.value, event.type)
        if not self._is_situation(event):
            self._add(iri, DD + "modality", event.modality)
        for argument in event.arguments:
            role = self._role(event, argument.role, argument.value)
            self._add(iri, role, argument.value)
            self._give(iri, role, argument.value, event.given.get((argument.role, argument.value)))
        for predicate, values in event.values.items():
            for value in values:
                self._add(iri, predicate, value)
                self._give(iri, predicate, value, event.given.get((predicate, value)))
        for role, linked in event.links:
            self._add(iri, role, iris[id(linked)])
        if event.date:
            self._add(iri, DD + "date", date_literal(event.date))
        if event.time_expression:
            self._add(iri, DD + "timeExpression", Literal(event.time_expression, language=self.document.language))
        if event.confidence < 1:
            self._add(iri, DD + "confidence", Literal(str(event.confidence), datatype=IRI(_XSD + "decimal")))
        for passage in event.passages:
            self._evidence(iri, passage)

    def _give(self, subject: str, predicate: str, value: str, span: Span | None) -> None:
        if span:
            self.given[subject, predicate, value] = span

    def _is_situation(self, event: Event) -> bool:
        return event.type in (DD + "Representation", DD + "RoleTenure")

    def _role(self, event: Event, role: str, value: str) -> str:
        """A state whose own body is party takes part through it: the body is the party as signed."""
        if role == DD + "hasParty" and value.startswith(ID + "state/"):
            bodies = [a.value for a in event.arguments if a.role == role and a.value != value]
            if any(self.finder.state_of(body) == value for body in bodies):
                return DD + "concernsState"
        return role

    def _evidence(self, iri: str, passage: Passage) -> None:
        self._add(iri, DD + "evidencedBy", passage_iri(self.document.slug, passage.span))
        known = self._voices.get(passage.span)
        if known is None or self._rank(passage) > self._rank(known):
            self._voices[passage.span] = passage

    def _rank(self, passage: Passage) -> int:
        """Of two voices for one passage the more particular one counts."""
        name = passage.attribution.rsplit("/", 1)[-1]
        return _VOICES.index(name) if name in _VOICES else -1

    def _passage(self, span: Span, passage: Passage) -> None:
        iri = passage_iri(self.document.slug, span)
        self._add(iri, _TYPE.value, DD + "Passage")
        self._add(iri, PREFIXES["oa"] + "exact", Literal(self.document.text[span.start : span.end]))
        for name, value in (("start", span.start), ("end", span.end)):
            self._add(iri, PREFIXES["oa"] + name, Literal(str(value), datatype=IRI(_XSD + "integer")))
        self._add(iri, DD + "inArticle", article_iri(self.document.slug))
        if not passage.attribution:
            passage = self._surrounding(span)
        self._add(iri, DD + "attribution", passage.attribution)
        if passage.speaker:
            self._add(iri, DD + "attributedTo", passage.speaker)

    def _surrounding(self, span: Span) -> Passage:
        """The voice of a name is that of the narrowest event passage around it."""
        around = []
        for number in range(bisect_right(self._told, span.start, key=lambda p: p.span.start) - 1, -1, -1):
            passage = self._told[number]
            if passage.span.start < span.start - self._longest:
                break
            if span in passage.span:
                around.append(passage)
        own = Passage(span, VOCAB + "attribution/own-voice")
        return min(around, key=lambda p: (p.span.end - p.span.start, p.span.start), default=own)
