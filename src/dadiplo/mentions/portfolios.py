"""Offices with a long portfolio ("the minister of economy, trade and industry"), and names that are offices too."""

from __future__ import annotations

from dadiplo.lexicon import CUE
from dadiplo.model import Mention, Sentence, Span

#: How many words a portfolio can go on with.
_LONG = 7


def with_portfolios(found: list[Mention], sentence: Sentence) -> list[Mention]:
    """Return the mentions of a sentence with each office as long as its portfolio, and without "Rey" in a name."""
    offices = [m for m in found if m.kind == "office"]
    if not offices:
        return found
    known = {i for m in found if m.kind != "office" for i in range(m.first, m.last + 1)}
    ands = {m.first for m in found if m.iri == CUE + "and" and m.first == m.last}
    governed = {m.first for m in found if m.iri == CUE + "of"}
    names = {m for m in offices if _family_name(m, known, sentence)}
    ends = {m: _end(m, ands, governed, sentence) for m in offices}
    long = [m for m in offices if ends[m] > m.last]
    if not (names or long):
        return found
    result = []
    for mention in found:
        if mention in names:
            continue
        if any(m.last < mention.first <= ends[m] for m in long):
            # What is in the portfolio tells of nothing else.
            continue
        if mention in long:
            last = ends[mention]
            mention = mention._replace(last=last, span=Span(mention.span.start, sentence.words[last].span.end))
        result.append(mention)
    return result


def _family_name(office: Mention, known: set[int], sentence: Sentence) -> bool:
    """Tell whether a word for an office ends a name in capitals: "Álvaro Sotomayor Rey, …"."""
    words, index = sentence.words, office.first
    if office.first != office.last or index < 2 or not words[index].text[:1].isupper():
        return False
    before = words[index - 1]
    named = before.text[:1].isupper() and index - 1 not in known and words[index].before == " "
    behind = index + 1 < len(words) and words[index + 1].before == " " and words[index + 1].text[:1].isupper()
    return named and not behind and words[index - 2].text[:1].isupper() and before.before == " "


def _end(office: Mention, ands: set[int], governed: set[int], sentence: Sentence) -> int:
    """Return the last word of a list in capitals that goes on with a portfolio: ", Trade and Industry"."""
    words = sentence.words
    if office.first == office.last or not words[office.last].text[:1].isupper() or office.last + 1 >= len(words):
        return office.last
    if words[office.last + 1].before.strip() != ",":
        return office.last
    joined = item = False
    for index in range(office.last + 1, min(office.last + _LONG, len(words))):
        if index in ands:
            joined, item = True, False
            continue
        listed = words[index].before == ", " or (words[index].before == " " and not item)
        if not listed or not words[index].text[:1].isupper():
            # "The finance minister, X Y and Z W": items of one word each are none of persons.
            return office.last
        item = True
        ends = index + 1 == len(words) or words[index + 1].before.strip() == "," or index + 1 in governed
        if joined and ends:
            return index
    return office.last
