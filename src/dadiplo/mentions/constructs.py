"""Names of bodies where heads come first (Arabic): what belongs to a name behind its head word."""

from __future__ import annotations

import re

from dadiplo.affixes import ARTICLE, FEMININE, NATIVE, PARTICIPLE, PLURAL_HEADS, PRESENT, RELATIONAL
from dadiplo.lexicon import CUE, Lexicon
from dadiplo.mentions.bodykinds import KIND
from dadiplo.mentions.capitals import LONGEST
from dadiplo.mentions.readings import Reading
from dadiplo.model import Mention

#: How many words a university or bank is named after.
_MODIFIERS = 5
#: Kinds whose names have nouns in the construct: "the directorate of systems of payment".
_CHAINED = {KIND + name for name in ("agency", "ministry", "law-enforcement")}


def by_definite_words(lexicon: Lexicon, reading: Reading, head: Mention) -> tuple[int, int] | None:
    """Arabic: the head, then definite words, names of states and what "and" or "for the" joins to them."""
    words = reading.sentence.words
    last = head.last
    if any(a.possessive for a in lexicon.analyses(words[last].text)) and not head.definite:
        # "His office overlooking …" is no name.
        return None
    if head.first == head.last and words[last].text.endswith(PLURAL_HEADS) and not head.definite:
        # "Ministries of finance" are several.
        return None
    if head.iri == KIND + "association" and not head.definite and head.first == head.last:
        return by_proper_words(lexicon, reading, head)
    while last + 1 < len(words) and last - head.first < LONGEST and re.fullmatch(r"\s*[“\"«]?", words[last + 1].before):
        index = last + 1
        entity = reading.entity_at(index)
        if entity is not None and entity.kind in ("person", "organization"):
            break
        if (
            entity is not None
            and entity.kind in ("state", "place")
            and not ({CUE + "and", CUE + "with"} & set(entity.cues))
        ):
            last = entity.last
            continue
        meanings = reading.words_at(index)
        if any(m.kind == "trigger" and m.form in ("verb", "passive") for m in meanings) or any(
            m.kind in ("office", "cue", "month", "weekday") and not m.iri.endswith("/of") for m in meanings
        ):
            break
        analyses = lexicon.analyses(words[index].text)
        definite = [a for a in analyses if a.definite and not a.possessive]
        link = _links(lexicon, reading, head, index) if not definite and not head.definite else 0
        if link and last == head.last:
            last = link
            continue
        if not definite or any(a.cues and set(a.cues) - {CUE + "and", CUE + "to"} for a in definite[:1]):
            break
        if CUE + "and" in definite[0].cues and last == head.last:
            break
        if last == head.first and head.definite and not _describes(reading, index):
            # "The council | the upholding of rates": behind the article stand adjectives only.
            break
        last = index
    return (head.first, last) if last > head.last else None


def _links(lexicon: Lexicon, reading: Reading, head: Mention, index: int) -> int:
    """Return the definite word to which one or two nouns in the construct join a head, or 0."""
    words = reading.sentence.words
    if head.iri not in _CHAINED or head.first != head.last:
        return 0
    for at in range(index, min(index + 2, len(words) - 1)):
        text = words[at].text
        used = any(
            m.kind in ("office", "cue", "body-kind") or m.form in ("verb", "passive") for m in reading.words_at(at)
        )
        joined = any(a.cues and a.definite for a in lexicon.analyses(text)) or lexicon.is_common(text)
        # "A cell that gathers": behind the first noun what looks like a verb is one.
        used = used or (at > index and text.startswith(PRESENT))
        if used or joined or reading.entity_at(at) is not None or words[at].before != " ":
            return 0
        behind = [a for a in lexicon.analyses(words[at + 1].text) if a.definite and not a.possessive]
        if behind and not behind[0].cues and words[at + 1].before == " " and reading.entity_at(at + 1) is None:
            return at + 1
    return 0


def _describes(reading: Reading, index: int) -> bool:
    """Tell whether a definite word is an adjective: by its ending, as a participle or as one of a few words."""
    text = reading.sentence.words[index].text
    shaped = text.endswith(RELATIONAL) or text.removeprefix(ARTICLE).startswith(PARTICIPLE)
    return shaped or reading.is_name_word(index, "attribute")


def by_proper_words(lexicon: Lexicon, reading: Reading, head: Mention) -> tuple[int, int] | None:
    """Arabic: what a university or exchange is named after: places, persons and definite words."""
    words = reading.sentence.words
    last = head.last
    while last + 1 < len(words) and last - head.first < _MODIFIERS and words[last + 1].before == " ":
        index = last + 1
        entity = reading.entity_at(index)
        if entity is not None and entity.kind != "organization" and entity.form != "demonym" and not entity.cues:
            last = entity.last
            continue
        text = words[index].text
        definite = any(a.definite and not a.cues and not a.possessive for a in lexicon.analyses(text))
        known = any(m.kind != "office" for m in reading.words_at(index)) or lexicon.is_common(text)
        particle = reading.is_name_word(index, "name-particle", "given-name")
        everyday = reading.is_name_word(index, "everyday-word") or text.endswith((*NATIVE, FEMININE))
        first = index == head.last + 1
        if entity is not None or known or not (definite or particle or (not everyday and first)):
            break
        last = index
    while last > head.last and reading.is_name_word(last, "name-particle"):
        last -= 1
    return (head.first, last) if last > head.last else None


def names_one(reading: Reading, first: int, last: int) -> bool:
    """Tell whether behind a head stands a place, a state or a definite name: "the bank of the Rajhi"."""
    text = reading.sentence.words[first + 1].text
    entity = reading.entity_at(first + 1)
    quoted = any(reading.sentence.words[first + 1].span in quote for quote in reading.quotes)
    return entity is not None or quoted or text.startswith(ARTICLE) or last > first + 1
