"""Where it is written: the passages and web sources on which a row of an answer rests."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from dadiplo.lookup import label
from dadiplo.resources import DD, PREFIXES
from dadiplo.store import IRI, Literal, Store, Term

_OA = PREFIXES["oa"]
_DC = PREFIXES["dcterms"]


@dataclass(frozen=True, slots=True, order=True)
class Citation:
    """A quote at its place in an article, or a web source (which has no quote)."""

    source: str
    start: int
    end: int
    quote: str
    title: str
    attribution: str = ""
    speaker: str = ""
    url: str = ""
    issued: str = ""


def cite(store: Store, row: dict[str, Term | None], evidence: Iterable[str], language: str = "en") -> list[Citation]:
    """Return the citations of a row, those first that name most of what the row says.

    Args:
        store: the graph.
        row: variable → term.
        evidence: the variables whose values are evidenced (events, claims, entities or passages) or are sources.
        language: for titles and names.

    """
    about = {term.value for term in row.values() if isinstance(term, IRI)}
    found: dict[str, Citation] = {}
    scores: dict[str, int] = {}
    for word in evidence:
        # "source|situation" is the first of the two that the row has.
        node = next((row[name] for name in word.split("|") if row.get(name) is not None), None)
        if not isinstance(node, IRI):
            continue
        if _text(store, node, _DC + "publisher") and not _text(store, node, DD + "digest"):
            found[node.value] = source_citation(store, node, language)
            scores[node.value] = 0
            continue
        passages = [quad.object for quad in store.match(node, IRI(DD + "evidencedBy")) if isinstance(quad.object, IRI)]
        if _text(store, node, _OA + "exact"):
            passages.append(node)
        for passage in passages:
            citation = passage_citation(store, passage, language)
            found[passage.value] = citation
            scores[passage.value] = sum(_names(store, other, citation) for other in about - {node.value})
        for quad in store.match(node, IRI(_DC + "source")):
            if isinstance(quad.object, IRI):
                found[quad.object.value] = source_citation(store, quad.object, language)
                scores[quad.object.value] = 0
    best = max((scores[key] for key in found if found[key].quote), default=0)
    kept = [c for key, c in found.items() if not c.quote or scores[key] == best]
    return sorted(set(kept))


def _names(store: Store, iri: str, citation: Citation) -> bool:
    """Tell whether a thing is named, or is evidenced as a whole, inside a quoted span."""
    for quad in store.match(IRI(iri), IRI(DD + "evidencedBy")):
        if isinstance(quad.object, IRI) and quad.object.value.startswith(citation.source + "#"):
            start, end = _offsets(store, quad.object)
            if citation.start <= start and end <= citation.end:
                return True
    return False


def passage_citation(store: Store, passage: IRI, language: str) -> Citation:
    """Return the citation of a passage: its quote and place, who speaks, and the article."""
    article = next((q.object for q in store.match(passage, IRI(DD + "inArticle"))), None)
    start, end = _offsets(store, passage)
    voice = next((q.object for q in store.match(passage, IRI(DD + "attribution"))), None)
    speaker = next((q.object for q in store.match(passage, IRI(DD + "attributedTo"))), None)
    return Citation(
        source=article.value if isinstance(article, IRI) else passage.value.partition("#")[0],
        start=start,
        end=end,
        quote=_text(store, passage, _OA + "exact"),
        title=label(store, article.value, language) if isinstance(article, IRI) else "",
        attribution=label(store, voice.value, language) if isinstance(voice, IRI) else "",
        speaker=label(store, speaker.value, language) if isinstance(speaker, IRI) else "",
        url=_text(store, article, _DC + "identifier") if isinstance(article, IRI) else "",
        issued=_text(store, article, _DC + "issued") if isinstance(article, IRI) else "",
    )


def source_citation(store: Store, source: IRI, language: str) -> Citation:
    """Return the citation of a web source."""
    publisher = _text(store, source, _DC + "publisher")
    return Citation(
        source=source.value,
        start=0,
        end=0,
        quote="",
        title=label(store, source.value, language),
        speaker=publisher,
        url=_text(store, source, _DC + "identifier"),
        issued=_text(store, source, _DC + "issued"),
    )


def _offsets(store: Store, passage: IRI) -> tuple[int, int]:
    return int(_text(store, passage, _OA + "start") or 0), int(_text(store, passage, _OA + "end") or 0)


def _text(store: Store, subject: IRI, predicate: str) -> str:
    values = [q.object.value for q in store.match(subject, IRI(predicate)) if isinstance(q.object, Literal)]
    return min(values, default="")
