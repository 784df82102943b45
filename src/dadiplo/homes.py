"""The state at home in an article: news names its offices and bodies without saying whose they are."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dadiplo.lexicon import Lexicon
from dadiplo.model import Mention
from dadiplo.resources import DD, VOCAB

#: The headline and the sentences behind it that say where the news is from.
_OPENING = 3


def home_state(lexicon: Lexicon, found: Sequence[Iterable[Mention]]) -> str:
    """Return the state of the press of the language that an article names first, or an empty string.

    ``found`` are the mentions of each sentence; a state counts by itself, by its bodies and by its capital if the
    opening of the article names it.
    """
    press = lexicon.values(f"{VOCAB}language/{lexicon.language}", DD + "pressState")
    if not press:
        return ""
    for mentions in found[:_OPENING]:
        for mention in mentions:
            owned = {
                mention.iri,
                lexicon.value(mention.iri, DD + "actsFor"),
                lexicon.value(mention.iri, DD + "capitalOf"),
            }
            if owned & press:
                return min(owned & press)
    return ""
