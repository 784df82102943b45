"""Where cues stand behind: the name behind what a body is ("the regulator X <of>"), the portfolio behind an office."""

from __future__ import annotations

from dadiplo.affixes import EZAFE, OBLIQUE, OBLIQUE_INFINITIVE, PLURALS, YA
from dadiplo.lexicon import CUE, JOINT, Lexicon
from dadiplo.mentions.bodykinds import FIRMS, KIND, WIDE, WITHOUT_MODIFIERS
from dadiplo.mentions.readings import Reading, is_verb
from dadiplo.model import Mention

#: Behind a name in apposition stands what governs it, or its abbreviation in brackets.
GOVERNING = {CUE + name for name in ("subject", "of", "to", "with", "in", "by", "between", "about")}
_LONGEST = 4
#: How many words stand before the head of a name, and behind "for" up to its abbreviation in brackets.
_MODIFIERS, _PURPOSE = 5, 7
#: How many words from a name between quotation marks the body can stand that goes by it.
_REACH = 7
#: The Urdu "and" inside the names of portfolios.
_AND = "و"


def named_behind(lexicon: Lexicon, reading: Reading, head: Mention, *, oblique: bool = False) -> tuple[int, int] | None:
    """Return the first and last word of the name behind what a body is; with ``oblique`` only in that case."""
    words = reading.sentence.words
    if oblique and not words[head.last].text.endswith(OBLIQUE):
        return None
    first = index = head.last + 1
    while index < len(words) and index - first < _LONGEST:
        ends = index > first and reading.is_name_word(index, "firm-name") and reading.entity_at(index) is None
        if not (_strange(lexicon, reading, index) or (ends and words[index].before == " ")):
            break
        index += 1
    if index == first or index >= len(words):
        return None
    governed = any(w.iri in GOVERNING and w.first == index for w in reading.words_at(index))
    if not ((governed and words[index].before == " ") or "(" in words[index].before):
        return None
    return first, index - 1


def _strange(lexicon: Lexicon, reading: Reading, index: int) -> bool:
    """Tell whether a word can only belong to a name: neither the lexicon nor everyday language has it."""
    word = reading.sentence.words[index]
    if word.before.strip() or reading.taken(index) or any(char.isdigit() for char in word.text):
        return False
    if lexicon.is_common(word.text) or word.text.endswith((*PLURALS, OBLIQUE_INFINITIVE)):
        return False
    return not reading.is_name_word(index, "everyday-word", "given-name", "portfolio", "product", "place-kind")


def with_portfolio(reading: Reading, office: Mention) -> Mention:
    """Return an office with the portfolio behind it ("member law", "minister for foreign trade")."""
    words = reading.sentence.words
    last = office.last
    if reading.is_name_word(last + 1, "name-connector"):
        last = _behind_for(reading, last + 1)
        return office._replace(last=last) if last > office.last + 1 else office
    while last + 1 < len(words) and words[last + 1].before == " ":
        joined = words[last + 1].text == _AND and last > office.last
        at = last + 2 if joined else last + 1
        if at >= len(words) or not reading.is_name_word(at, "portfolio") or any(map(is_verb, reading.words_at(at))):
            break
        last = at
    return office._replace(last=last)


def _behind_for(reading: Reading, last: int) -> int:
    """Return the last word of what an office is for behind "for": portfolios, topics and adjectives."""
    words = reading.sentence.words
    while last + 1 < len(words) and words[last + 1].before == " ":
        word, meanings = words[last + 1], reading.words_at(last + 1)
        joined = word.text == _AND or any(m.iri == CUE + "and" for m in meanings)
        described = reading.is_name_word(last + 1, "portfolio") or any(m.kind == "topic" for m in meanings)
        adjective = reading.is_name_word(last + 1, "everyday-word") and word.text.endswith(YA)
        if not (joined or described or adjective):
            break
        last += 1
    return last


def called(reading: Reading, head: Mention) -> tuple[int, int] | None:
    """Return the words between quotation marks by which a body goes that is told behind ("“X” by name a group")."""
    words = reading.sentence.words
    for quote in reading.quotes:
        inside = [i for i, word in enumerate(words) if word.span in quote]
        if not inside or not 0 < head.first - inside[-1] <= _REACH:
            continue
        by_name = any(w.iri == CUE + "as" and w.first == inside[-1] + 1 for w in reading.words)
        known = any(words[i].after_comma for i in range(inside[-1] + 1, head.first + 1))
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
    if any(m.kind == "body-kind" for m in reading.words_at(index)) and text.endswith(OBLIQUE):
        return True
    return reading.is_name_word(index, "everyday-word") and not text.endswith(YA)


def end_of_purpose(lexicon: Lexicon, reading: Reading, index: int) -> int:
    """Return the last word of what a body is for, as its name says behind "for", up to a particle or a bracket."""
    words = reading.sentence.words
    while index + 1 < len(words) and words[index + 1].before == " ":
        if words[index + 1].text == _AND and reading.is_name_word(index + 2, "portfolio"):
            index += 2
            continue
        meanings = reading.words_at(index + 1)
        if any(m.kind != "topic" for m in meanings) or reading.entity_at(index + 1) is not None:
            break
        if lexicon.is_common(words[index + 1].text) or reading.is_name_word(index + 1, "given-name"):
            break
        index += 1
    return index


def before_head(lexicon: Lexicon, reading: Reading, head: Mention) -> tuple[int, int] | None:
    """Return the first and last word of a name around its head, if it has more than that.

    A name has what stands before the head without a postposition, and what "of" or "for" joins behind it.
    """
    words = reading.sentence.words
    if words[head.last].text.endswith(EZAFE) and head.last + 1 < len(words) and words[head.last + 1].before == " ":
        # "The ministry-of mines": what joins the next word is written.
        return head.first, end_of_purpose(lexicon, reading, head.last + 1)
    first = _portfolio_before(reading, head)
    if first == head.first:
        first = _first_modifier(lexicon, reading, head)
    last = _behind_connectors(lexicon, reading, head.last)
    if (first, last) == (head.first, head.last):
        return None
    while first > 0 and words[first].before == " " and reading.is_name_word(first - 1, "attribute"):
        # "National": part of a name that has more than that.
        first -= 1
    return first, last


def _portfolio_before(reading: Reading, head: Mention) -> int:
    """Return where the portfolio of a ministry begins that stands before it with a postposition ("tourism <of> M")."""
    words, at = reading.sentence.words, head.first - 2
    bare = head.iri == KIND + "ministry" and head.first == head.last
    if not bare or at < 0 or not any(w.iri == CUE + "of" for w in reading.words_at(at + 1)):
        return head.first
    joined = all(words[index].before == " " for index in (at + 1, head.first))
    if not joined or not reading.is_name_word(at, "portfolio"):
        return head.first
    return at - 2 if at > 1 and words[at - 1].text == _AND and reading.is_name_word(at - 2, "portfolio") else at


def _first_modifier(lexicon: Lexicon, reading: Reading, head: Mention) -> int:
    """Return where a name begins by the words before its head that can be part of it."""
    words, first = reading.sentence.words, head.first
    while first > 0 and head.first - first < _MODIFIERS and JOINT.fullmatch(words[first].before):
        index = first - 1
        entity = reading.entity_at(index)
        if entity is not None:
            if entity.kind in ("state", "place"):
                first = entity.first
                continue
            break
        if not reading.is_name_word(index, "name-connector"):
            meanings = reading.words_at(index)
            if any(m.kind in ("cue", "office", "month", "weekday") or is_verb(m) for m in meanings):
                break
            if lexicon.is_common(words[index].text) or no_modifier(reading, index, head):
                break
            if head.iri in WITHOUT_MODIFIERS:
                break
        first = index
    while first < head.first and reading.is_name_word(first, "name-connector"):
        first += 1
    return first


def _behind_connectors(lexicon: Lexicon, reading: Reading, last: int) -> int:
    """Return the last word of a name that goes on behind "of" or "for", up to the abbreviation in brackets."""
    words = reading.sentence.words
    while last + 2 < len(words) and reading.is_name_word(last + 1, "name-connector") and JOINT.fullmatch(
        words[last + 1].before
    ):  # fmt: skip
        at = last + 2
        if reading.is_name_word(at, "name-connector") and at + 1 < len(words):
            # "Of the".
            at += 1
        bracket = _before_bracket(reading, at)
        if bracket:
            return bracket
        if any(m.kind == "cue" for m in reading.words_at(at)):
            break
        entity = reading.entity_at(at)
        last = entity.last if entity is not None else end_of_purpose(lexicon, reading, at)
    return last


def _before_bracket(reading: Reading, start: int) -> int:
    """Return the word before a bracket near a word, 0 if a mark, a verb or a postposition stands between."""
    words = reading.sentence.words
    for index in range(start + 1, min(start + _PURPOSE, len(words))):
        if "(" in words[index].before:
            return index - 1
        meanings = reading.words_at(index)
        if words[index].before != " " or any(m.iri in GOVERNING or is_verb(m) for m in meanings):
            break
    return 0
