"""The tense of a verb, by its ending or its prefix."""

from __future__ import annotations

import re
from collections.abc import Iterable

from dadiplo.affixes import FEMININE, PRESENT
from dadiplo.folding import fold
from dadiplo.isodates import Time
from dadiplo.labels import Entry
from dadiplo.lexicon import CUE, Lexicon
from dadiplo.mentions.readings import Clause, is_verb
from dadiplo.model import Mention

#: How Arabic participles end in the feminine and in the plural, and how they look in the accusative.
_ENDINGS_OF_NOUNS, _ACCUSATIVE = (FEMININE, "ين"), re.compile(r"[وف]?(?:م|.ا)\w{2,}(?<!ه)(?<!هم)ا$")

#: How many letters the pronouns and particles have at most that stand before a verb in its label ("se", "to").
_PARTICLE = 2
#: How many letters verbs have that are the same in the present and the past.
_SHORT = 3


def tense(lexicon: Lexicon, clause: Clause, verb: Mention) -> str:
    """Return the cue that the ending of a verb has, if the lexicon tells tenses by endings."""
    if not lexicon.tenses or not is_verb(verb):
        return ""
    words = [word.text.lower() for word in clause.sentence.words[verb.first : verb.last + 1]]
    text = next((word for word in words if len(word) > _PARTICLE), "")
    found = _by_ending(lexicon, text)
    participle = len(words) > 1 and _by_ending(lexicon, words[1]) == CUE + "past"
    if found == CUE + "infinitive" and verb.form == "verb" and participle:
        # "To have bought": what is said to be done.
        return CUE + "past"
    return found


def _by_ending(lexicon: Lexicon, word: str) -> str:
    return max(((len(letters), cue) for cue, letters in lexicon.tenses if word.endswith(letters)), default=(0, ""))[1]


def is_infinitive(lexicon: Lexicon, clause: Clause, verb: Mention) -> bool:
    """Tell whether a verb is an infinitive, by its ending."""
    return tense(lexicon, clause, verb) == CUE + "infinitive"


def is_plural_present(lexicon: Lexicon, verb: Mention, clause: Clause) -> bool:
    """Tell whether a verb of one word is the plural of the present: with the ending of the singular it is one too.

    Short ones can be past as well ("put", "cut").
    """
    text = clause.sentence.words[verb.first].text
    singular = any(
        entry.iri == verb.iri and entry.form == "verb"
        for cue, ending in lexicon.tenses
        if cue == CUE + "present"
        for entry in labels_of(lexicon, fold(text + ending))
    )
    before = clause.sentence.words[verb.first - 1].text if verb.first else ""
    infinitive = CUE + "to" in lexicon.cues_of(before)
    return verb.first == verb.last and len(text) > _SHORT and text.islower() and singular and not infinitive


def is_present(lexicon: Lexicon, trigger: Mention, verb: str) -> bool:
    """Tell whether an Arabic verb is in the present tense: past forms that begin like it have a longer present."""
    other = PRESENT[0] + fold(verb)[1:]
    known = any(e.iri == trigger.iri and e.form == "verb" for e in labels_of(lexicon, other))
    return verb.startswith(PRESENT) and (verb.startswith(PRESENT[0]) or known)


def is_participle(lexicon: Lexicon, verb: Mention, word: str) -> bool:
    """Tell whether an Arabic verb is a participle that goes on with the doer before it ("stressing that …").

    It ends as feminines, plurals or accusatives do. Duals of the past end as accusatives, and are verbs without that.
    """
    if word.endswith(_ENDINGS_OF_NOUNS):
        return True
    if not _ACCUSATIVE.match(fold(word)):
        return False
    past = labels_of(lexicon, fold(word)[:-1])
    return not any(entry.iri == verb.iri and entry.form == "verb" for entry in past)


def labels_of(lexicon: Lexicon, form: str) -> list[Entry]:
    """Return the labels that begin with a form of a verb, or with that for which it stands in labels."""
    return [e for word in (form, *lexicon.inflections.get(form, ())) for e in lexicon.entries.get(word, ())]


def is_gerund(lexicon: Lexicon, word: str) -> bool:
    """Tell whether a word has the ending of a gerund."""
    return any(cue == CUE + "gerund" and word.endswith(letters) for cue, letters in lexicon.tenses)


def not_until(lexicon: Lexicon, clause: Clause, times: Iterable[Time]) -> bool:
    """Tell whether what was not done until a day was done then ("no aprobó hasta diciembre la ley")."""
    verb, words = clause.verb, clause.sentence.words
    if not lexicon.drops_pronouns or verb is None or tense(lexicon, clause, verb) != CUE + "past":
        return False
    days = [time.first for time in times if verb.last < time.first <= clause.last]
    days = [day for day in days if CUE + "today" not in lexicon.cues_of(words[day].text)]
    return any(CUE + "until" in lexicon.cues_of(words[i].text) for day in days for i in range(max(day - 2, 0), day))
