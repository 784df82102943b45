"""An article sentence by sentence, each beside the triples it gave: for reading on a terminal."""

from __future__ import annotations

import textwrap
from collections import defaultdict

from dadiplo.documents import sentences
from dadiplo.export.turtle import literal_text
from dadiplo.extraction import Extraction
from dadiplo.model import Span
from dadiplo.resources import DD, PREFIXES, compact
from dadiplo.store import IRI, Literal, Quad, Term, triple_of
from dadiplo.tables import isolate
from dadiplo.triples import article_iri

_HIDDEN = {DD + "evidencedBy", DD + "confidence"}
_TYPE = PREFIXES["rdf"] + "type"


def view(extraction: Extraction, columns: int = 100, *, color: bool = False) -> str:
    """Return the sentences of an article with the triples that rest on a passage inside each.

    Args:
        extraction: what was read.
        columns: width to wrap at.
        color: use terminal colours.

    """
    document = extraction.document
    facts: dict[str, list[Quad]] = defaultdict(list)
    evidence: dict[str, list[Span]] = defaultdict(list)
    prefix = article_iri(document.slug) + "#char="
    for quad in extraction.quads:
        subject = quad.subject.value if isinstance(quad.subject, IRI) else ""
        if quad.predicate.value == DD + "evidencedBy" and isinstance(quad.object, IRI):
            start, _, end = quad.object.value.removeprefix(prefix).partition(",")
            evidence[subject].append(Span(int(start), int(end)))
        elif not subject.startswith(article_iri(document.slug)) and not _foreign_label(quad, document.language):
            facts[subject].append(quad)
    first = {subject: min(spans, key=lambda span: (span.start, span.end)) for subject, spans in evidence.items()}
    lines = []
    for sentence in sentences(document):
        text = " ".join(document.text[sentence.span.start : sentence.span.end].split())
        for line in textwrap.wrap(text, max(columns - 2, 20)):
            lines.append(_paint("1", isolate(line), color))
        told = [subject for subject in facts if any(span in sentence.span for span in evidence.get(subject, ()))]
        for subject in sorted(told, key=lambda name: (first[name].start, name)):
            new = [quad for quad in facts[subject] if _where(quad, extraction, first) in sentence.span]
            if new:
                lines += _block(subject, new, columns, color)
        lines.append("")
    return "\n".join(lines).rstrip("\n") + "\n"


def _foreign_label(quad: Quad, language: str) -> bool:
    return isinstance(quad.object, Literal) and quad.object.language not in (None, language)


def _where(quad: Quad, extraction: Extraction, first: dict[str, Span]) -> Span:
    """Return the span that gave a triple: the one remembered, else the later of where its two ends are first named."""
    subject, predicate, obj = triple_of(quad)
    known = extraction.given.get((subject.value, predicate.value, obj.value))
    ends = [first[term.value] for term in (subject, obj) if term.value in first]
    return known or max(ends, key=lambda span: span.start)


def _block(subject: str, quads: list[Quad], columns: int, color: bool) -> list[str]:
    by_predicate: dict[str, list[str]] = defaultdict(list)
    for quad in quads:
        if quad.predicate.value not in _HIDDEN:
            by_predicate[quad.predicate.value].append(_term(triple_of(quad)[2]))
    types = by_predicate.pop(_TYPE, [])
    head = f"  {compact(subject)}" + (f" a {', '.join(types)}" if types else "")
    lines = [_paint("36", head, color)]
    for predicate in sorted(by_predicate):
        values = " , ".join(sorted(by_predicate[predicate]))
        name = compact(predicate)
        lines += textwrap.wrap(
            f"{name} {values}",
            columns,
            initial_indent="      ",
            subsequent_indent="          ",
            break_long_words=False,
        )
    return lines


def _term(term: Term) -> str:
    if isinstance(term, IRI):
        return compact(term.value)
    return isolate(literal_text(term)) if isinstance(term, Literal) else str(term)


def _paint(code: str, text: str, color: bool) -> str:
    return f"\033[{code}m{text}\033[0m" if color else text
