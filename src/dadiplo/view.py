"""An article sentence by sentence, each beside the triples it gave: for reading on a terminal."""

from __future__ import annotations

import textwrap
from collections import defaultdict

from dadiplo.documents import sentences
from dadiplo.extraction import Extraction
from dadiplo.model import Span
from dadiplo.resources import DD, PREFIXES, compact
from dadiplo.store import IRI, Literal, Quad, Term
from dadiplo.tables import isolate
from dadiplo.turtle import literal_text
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
        elif not subject.startswith(article_iri(document.slug)):
            facts[subject].append(quad)
    first = {subject: min(spans, key=lambda s: (s.start, s.end)) for subject, spans in evidence.items()}
    lines = []
    shown: set[str] = set()
    for sentence in sentences(document):
        text = " ".join(document.text[sentence.span.start : sentence.span.end].split())
        for line in textwrap.wrap(text, max(columns - 2, 20)):
            lines.append(_paint("1", isolate(line), color))
        for subject in sorted(facts, key=lambda name: (first.get(name, sentence.span).start, name)):
            if not any(span in sentence.span for span in evidence.get(subject, ())):
                continue
            if subject in shown:
                if _is_event(facts[subject]):
                    lines.append("  " + _paint("2", f"{compact(subject)} (again)", color))
                continue
            shown.add(subject)
            lines += _block(subject, facts[subject], columns, color)
        lines.append("")
    return "\n".join(lines).rstrip("\n") + "\n"


def _is_event(quads: list[Quad]) -> bool:
    return any(quad.predicate.value == DD + "modality" for quad in quads)


def _block(subject: str, quads: list[Quad], columns: int, color: bool) -> list[str]:
    by_predicate: dict[str, list[str]] = defaultdict(list)
    for quad in quads:
        if quad.predicate.value not in _HIDDEN:
            by_predicate[quad.predicate.value].append(_term(quad.object))
    types = by_predicate.pop(_TYPE, [])
    head = f"  {compact(subject)}" + (f" a {', '.join(types)}" if types else "")
    lines = [_paint("36", head, color)]
    for predicate in sorted(by_predicate):
        values = " , ".join(sorted(by_predicate[predicate]))
        name = compact(predicate)
        lines += textwrap.wrap(
            f"{name} {values}", columns, initial_indent="      ", subsequent_indent="          ", break_long_words=False
        )
    return lines


def _term(term: Term) -> str:
    if isinstance(term, IRI):
        return compact(term.value)
    return isolate(literal_text(term)) if isinstance(term, Literal) else str(term)


def _paint(code: str, text: str, color: bool) -> str:
    return f"\033[{code}m{text}\033[0m" if color else text
