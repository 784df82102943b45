"""Where cues stand behind: the name behind what a body is ("the regulator X <of>"), the portfolio behind an office."""

from __future__ import annotations

import re

from dadiplo.bodykinds import FIRMS, WIDE
from dadiplo.lexicon import CUE, Lexicon
from dadiplo.model import Mention
from dadiplo.readings import Reading, is_verb

#: Behind a name in apposition stands what governs it, or its abbreviation in brackets.
_GOVERNING = {CUE + name for name in ("subject", "of", "to", "with", "in", "by", "between", "about")}
_LONGEST = 4
#: The ending of Urdu adjectives made of nouns: the other everyday words are no part of a body's name.
_RELATIONAL = "ی"
#: The Urdu ending of heads that a name stands beside, and endings of common nouns in the plural.
_OBLIQUE = "ے"
_PLURALS = ("وں", "ین", "ات", "ان", "یں")
#: How many words from a name between quotation marks the body can stand that goes by it.
_REACH = 7
#: The Urdu "and" inside the names of portfolios.
_AND = "و"


def named_behind(lexicon: Lexicon, reading: Reading, head: Mention, *, oblique: bool = False) -> tuple[int, int] | None:
    """Return the first and last word of the name behind what a body is; with ``oblique`` only in that case."""
    words = reading.sentence.words
    if oblique and not words[head.last].text.endswith(_OBLIQUE):
        return None
    first = index = head.last + 1
    while index < len(words) and index - first < _LONGEST and _strange(lexicon, reading, index):
        index += 1
    if index == first or index >= len(words):
        return None
    governed = any(w.iri in _GOVERNING and w.first == index for w in reading.words_at(index))
    if not ((governed and words[index].before == " ") or "(" in words[index].before):
        return None
    return first, index - 1


def _strange(lexicon: Lexicon, reading: Reading, index: int) -> bool:
    """Tell whether a word can only belong to a name: neither the lexicon nor everyday language has it."""
    word = reading.sentence.words[index]
    if word.before.strip() or reading.taken(index) or any(char.isdigit() for char in word.text):
        return False
    if lexicon.is_common(word.text) or word.text.endswith(_PLURALS):
        return False
    return not reading.is_name_word(index, "everyday-word", "given-name", "portfolio", "product", "place-kind")


def with_portfolio(reading: Reading, office: Mention) -> Mention:
    """Return an office with the portfolio behind it ("member law", "minister industry and trade")."""
    words = reading.sentence.words
    last = office.last
    while last + 1 < len(words) and words[last + 1].before == " ":
        joined = words[last + 1].text == _AND and last > office.last
        at = last + 2 if joined else last + 1
        if at >= len(words) or not reading.is_name_word(at, "portfolio") or any(map(is_verb, reading.words_at(at))):
            break
        last = at
    return office._replace(last=last)


def called(reading: Reading, head: Mention) -> tuple[int, int] | None:
    """Return the words between quotation marks by which a body goes that is told behind ("“X” by name a group")."""
    words = reading.sentence.words
    for quote in reading.quotes:
        inside = [i for i, word in enumerate(words) if word.span in quote]
        if not inside or not 0 < head.first - inside[-1] <= _REACH:
            continue
        by_name = any(w.iri == CUE + "as" and w.first == inside[-1] + 1 for w in reading.words)
        known = any(re.search("[,،]", words[i].before) for i in range(inside[-1] + 1, head.first + 1))
        if by_name and not known:
            return inside[0], inside[-1]
    return None


def no_modifier(reading: Reading, index: int, head: Mention) -> bool:
    """Tell whether a word before the head of a name is no part of it: an everyday noun, or what another body is."""
    text = reading.sentence.words[index].text
    everyday = reading.is_name_word(index, "everyday-word", "indefinite")
    if everyday and head.iri in WIDE and not reading.is_name_word(index, "attribute"):
        # "Any regulator", "a provincial committee".
        return True
    if head.iri in FIRMS and (everyday or any(m.kind == "topic" for m in reading.words_at(index))):
        # "A stablecoin company", "a data company".
        return True
    if any(m.kind == "body-kind" for m in reading.words_at(index)) and text.endswith(_OBLIQUE):
        return True
    return reading.is_name_word(index, "everyday-word") and not text.endswith(_RELATIONAL)


def end_of_purpose(lexicon: Lexicon, reading: Reading, index: int) -> int:
    """Return the last word of what a body is for, as its name says behind "for", up to a particle or a bracket."""
    words = reading.sentence.words
    while index + 1 < len(words) and words[index + 1].before == " ":
        meanings = reading.words_at(index + 1)
        if any(m.kind != "topic" for m in meanings) or reading.entity_at(index + 1) is not None:
            break
        if lexicon.is_common(words[index + 1].text) or reading.is_name_word(index + 1, "given-name"):
            break
        index += 1
    return index
