"""Bodies told by the abbreviation in brackets behind their name: its letters are those that the words begin with."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dadiplo.folding import fold
from dadiplo.lexicon import JOINT
from dadiplo.mentions.readings import Reading

_ABBREVIATION = re.compile(r"[A-ZÁÉÍÓÚÑ]{2,8}")
#: How many words a name has at most, and how many of its words in capitals an abbreviation can leave out.
_LONGEST, _LEFT_OUT = 11, 2
#: What stands in capitals and is no body, though it is abbreviated: laws, instruments, matters.
_THINGS = ("measure-kind", "instrument-kind", "topic", "asset", "office")


def told_in_full(reading: Reading) -> Iterator[tuple[int, int]]:
    """Yield the first and last word of names that their abbreviation follows in brackets and no entity covers yet."""
    words = reading.sentence.words
    for index in range(2, len(words)):
        letters = words[index].text
        closed = words[index + 1].before if index + 1 < len(words) else reading.sentence.tail
        bracketed = words[index].before.strip() in ("(", "” (", '" (') and closed.startswith(")")
        if not bracketed or not _ABBREVIATION.fullmatch(letters):
            continue
        if any(m.kind in _THINGS for m in reading.words_at(index)) or _is_thing(reading, index - 1):
            continue
        first = _first(reading, index, fold(letters))
        known = [m for m in reading.entities if m.last >= first and m.first < index]
        parts = all(m.kind in ("state", "place") and m.first >= first and m.last - m.first < 2 for m in known)
        if first < index - 1 and parts and not any(m.first <= first and m.last >= index - 1 for m in known):
            yield first, index - 1


def _is_thing(reading: Reading, index: int) -> bool:
    """Tell whether the last word of a name is a law, an instrument or a matter rather than a body."""
    return any(m.kind in _THINGS and m.last == index and m.first == index for m in reading.words_at(index))


def _first(reading: Reading, end: int, letters: str) -> int:
    """Return the first word of the longest name before a word whose initials are the letters, or that word."""
    words = reading.sentence.words
    found, initials = end, ""
    for index in range(end - 1, max(end - 1 - _LONGEST, -1), -1):
        text = words[index].text
        if index < end - 1 and not JOINT.fullmatch(words[index + 1].before):
            break
        if text[:1].isupper():
            initials = fold(text[0]) + initials
            if initials[0] == letters[0] and _spells(letters, initials):
                found = index
        elif not reading.is_name_word(index, "name-connector") and not reading.words_at(index):
            break
        if len(initials) > len(letters) + _LEFT_OUT:
            break
    return found


def _spells(letters: str, initials: str) -> bool:
    """Tell whether all letters stand among the initials in order, with few left out."""
    rest = iter(initials)
    return len(initials) - len(letters) <= _LEFT_OUT and all(letter in rest for letter in letters)
