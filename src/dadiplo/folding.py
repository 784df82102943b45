"""Folding: texts without the differences that spelling in news varies in."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_LETTERS = str.maketrans({"ى": "ي", "ی": "ي", "ک": "ك", "ة": "ه", "ۃ": "ه", "ہ": "ه", "ە": "ه", "ٱ": "ا", "’": "'"})
_DROPPED = re.compile("[\u0640\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]")


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """Return a text with the differences removed that spelling in news varies in."""
    lower = unicodedata.normalize("NFKC", _DROPPED.sub("", text)).casefold()
    decomposed = unicodedata.normalize("NFKD", lower)
    kept = "".join(char for char in decomposed if not unicodedata.combining(char))
    return kept.translate(_LETTERS)


def words_of(text: str) -> list[str]:
    """Return the folded words of a label."""
    return re.findall(r"\w+", fold(text))
