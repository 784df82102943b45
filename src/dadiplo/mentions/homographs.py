"""Words of one spelling and several meanings: what stands beside them tells which is meant."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import lru_cache

from dadiplo.affixes import ACCUSATIVE, ALIF, ARTICLE, DUAL, DUAL_HEAD, PRESENT
from dadiplo.folding import fold
from dadiplo.lexicon import CUE, Lexicon
from dadiplo.mentions.readings import SentenceMentions, is_verb
from dadiplo.model import Mention, Sentence
from dadiplo.terms import TRIGGER

_GO = TRIGGER + "go"
#: Who signs what was "signed" stands before it.
_SIGNING = {TRIGGER + "sign", TRIGGER + "conclude"}
_ALREADY = CUE + "may-before-present"
_CALENDAR = ("month", "weekday")
_PREPOSITIONS = {
    CUE + name for name in ("with", "between", "of", "in", "about", "during", "to", "after", "before", "by")
}
_DETERMINERS = {CUE + name for name in ("definite", "indefinite", "possessive", "this")}
_NOMINAL = {CUE + name for name in ("in", "about", "with", "between")}
_HYPHENS = ("-", "\u2010", "\u2011")
#: How many words behind "not" its "yet" can stand.
_YET = 6
#: The vowel that tells passives of the past tense, where it is written.
_DAMMA = re.compile("[وف]?[^\u064a\u062a\u0646]\u064f")


def by_neighbours(mentions: SentenceMentions) -> list[Mention]:
    """Of words spelled alike leave out the verb right behind a preposition, and noun or passive right before the doer.

    "On banning" and "banned", "the cabinet seized" and "were seized" are one word where short vowels are not written.
    """
    words = mentions.sentence.words
    told = {m.last + 1 for m in mentions.entities if m.kind != "place"}
    already = {w.last + 1 for w in mentions.words if w.iri == _ALREADY and w.first in told}
    beside = _Beside(mentions)
    return [_voiced(word, words[word.first].text, already) for word in mentions.words if not beside.rules_out(word)]


class _Beside:
    """What stands beside the words of a sentence: by the number of the word, and as a test of one reading of a word."""

    def __init__(self, mentions: SentenceMentions) -> None:
        self._mentions = mentions
        self._forms: dict[tuple[int, int], set[str]] = {}
        for word in mentions.words:
            self._forms.setdefault((word.first, word.last), set()).add(word.form)
        # No finite verb stands right behind "in" or "about"; after "after" it can.
        self._nominal = {
            w.last + 1 for w in mentions.words if w.iri in _NOMINAL and w.kind == "cue" and w.first == w.last
        }
        self._governed = {w.last + 1 for w in mentions.words if w.iri in _PREPOSITIONS and w.kind == "cue"}
        public = {w.first - 1 for w in mentions.words if w.kind == "body-kind" and not w.cues}
        public |= {m.first - 1 for m in mentions.entities if m.kind in ("organization", "state") and not m.cues}
        # "Named the minister Y …": he names, whoever "was named minister" has a name.
        self._public = public | {
            w.first - 1 for w in mentions.words if w.kind == "office" and w.definite and not w.cues
        }
        persons = {m.first - 1 for m in mentions.all() if m.kind in ("person", "office") and not m.cues}
        self._acting = self._public | persons
        # "Seized coins": a participle behind what it describes.
        self._described = {w.last + 1 for w in mentions.words if w.kind == "topic"}
        # "Lifted Bolivia the ban": behind a verb and its doer stands a noun, not another verb.
        verbs = {w.last + 1 for w in mentions.words if is_verb(w)}
        verbs |= {w.last + 1 for w in mentions.words if w.kind == "office" and w.first in verbs}
        entities = (m for m in mentions.entities if m.first in verbs and not m.cues and m.kind != "place")
        self._objects = {m.last + 1 for m in entities}
        self._before_cues = {w.first - 1 for w in mentions.words if w.kind == "cue"}
        self._denials = [w.last for w in mentions.words if w.iri == CUE + "negation"]

    def rules_out(self, word: Mention) -> bool:
        """Tell whether a word is no such verb, noun or passive where it stands."""
        opening = self._mentions.sentence.words[word.first]
        close, twins = not opening.before.strip(), self._forms[word.first, word.last]
        if word.iri == CUE + "after" and word.first == word.last and self._behind_denial(word):
            return _governs_nothing(word, self._mentions)
        if word.form == "verb" and word.first in self._nominal and close:
            return True
        if word.form == "verb" and "noun" in twins and _is_accusative(self._mentions, word):
            return True
        if word.form == "verb" and "noun" in twins and word.first in self._governed | self._objects:
            return close
        if word.form == "verb" and word.kind == "trigger" and word.first in self._objects and not word.cues:
            # "Denied the bank holding talks": a past form there is the verbal noun of its spelling.
            return close and not opening.text.startswith(PRESENT)
        if word.form == "noun" and "verb" in twins and word.last in self._acting and word.last not in self._before_cues:
            # "The central bank banned": the first word of its clause, with who does so right behind it.
            return word.first == 0 or not close
        if word.iri == TRIGGER + "seize" and word.form != "verb" and word.first in self._described:
            return True
        if word.iri == TRIGGER + "ban" and word.form == "passive" and word.first in self._described:
            return opening.text.startswith(ARTICLE)
        if word.form != "passive" or "verb" not in twins:
            return False
        return self._mentions.sentence.words[word.last].text.endswith(ALIF) or word.last in self._public

    def _behind_denial(self, word: Mention) -> bool:
        return any(0 < word.first - denial <= _YET for denial in self._denials)


def _voiced(word: Mention, text: str, already: Collection[int]) -> Mention:
    """Return a verb as active or passive: written vowels tell that, and "X had already", where X acts."""
    if word.form == "verb" and word.kind == "trigger" and word.iri not in _SIGNING and _DAMMA.match(text):
        return word._replace(form="passive")
    if word.form == "passive" and word.first in already and not _DAMMA.match(text):
        return word._replace(form="verb")
    return word


def _is_accusative(mentions: SentenceMentions, word: Mention) -> bool:
    """Tell whether an Arabic word is an object rather than the verb of two doers, whom that has before it.

    "Lifted a ban": the noun and "they both banned" are one word.
    """
    words, at = mentions.sentence.words, word.first
    if not words[word.last].text.endswith(ACCUSATIVE) or not at or words[at].before.strip() or CUE + "and" in word.cues:
        return False
    doers = any(m.last == at - 1 and m.kind != "place" for m in mentions.entities)
    opened = any(w.last == at - 1 and (w.form == "verb" or w.kind == "cue") for w in mentions.words)
    return not (doers or opened or words[at - 1].text.endswith(DUAL))


def is_accusative_body(mention: Mention, sentence: Sentence, lexicon: Lexicon) -> bool:
    """Tell whether the head of an Arabic body's name has the ending of objects ("set up an office for …")."""
    words = sentence.words
    head = words[mention.first].text
    if mention.kind != "organization" or mention.last == mention.first or not head.endswith(ACCUSATIVE):
        return False
    # "The two ministries of …", "the firm Savana".
    known = any(w.kind == "body-kind" and w.first == mention.first for w in lexicon.find(sentence, ("body-kind",)))
    return known and not head.endswith(DUAL_HEAD) and not words[mention.first + 1].text.startswith(ARTICLE)


def behind_articles(mentions: SentenceMentions, lexicon: Lexicon) -> list[Mention]:
    """Leave out verbs that an article or possessive makes nouns: "el pacto", "su firma" where accents are not read.

    "La" and "los" are pronouns before verbs too ("la firmó"): behind them only what can be a noun is one.
    """
    nouns = {(word.first, word.last) for word in mentions.words if word.form == "noun"}
    words = mentions.sentence.words
    accented = _accented(lexicon)
    gerunds = tuple(letters for cue, letters in lexicon.tenses if cue == CUE + "gerund") or ("\n",)
    known = {i for w in mentions.words for i in range(w.first, w.last + 1)}

    def lacks_accent(word: Mention) -> bool:
        text = words[word.first].text
        bare = word.first == word.last and text.endswith(accented) and not text.isupper()
        return bare and not any(text.lower().endswith(letters) for _, letters in lexicon.tenses)

    def is_noun(word: Mention) -> bool:
        if word.form != "verb" or word.kind != "trigger":
            return False
        if lacks_accent(word):
            # "Aviso", "archivo": the past tense is "avisó".
            return True
        if word.first and words[word.first].before in _HYPHENS:
            # "A long-delayed bill", "state-backed".
            return True
        if word.first == 0 or words[word.first].before != " ":
            return False
        before = words[word.first - 1].text
        cues = lexicon.cues_of(before)
        twin = (word.first, word.last) in nouns
        if word.first > 1 and word.first == word.last and words[word.first].text.lower().endswith(gerunds):
            # "A typhoon warning": the noun before it describes it.
            beside = _DETERMINERS & set(lexicon.cues_of(words[word.first - 2].text))
            if beside and before.islower() and not cues and (word.first - 1) not in known:
                return True
        if CUE + "object-pronoun" in cues or CUE + "this" in cues or fold(before) != before.lower():
            return twin and bool(_DETERMINERS & set(cues))
        return bool(_DETERMINERS & set(cues))

    return [word for word in mentions.words if not is_noun(word)]


@lru_cache(maxsize=8)
def _accented(lexicon: Lexicon) -> tuple[str, ...]:
    """Return the endings of verbs that have an accent, without it."""
    return tuple(fold(letters) for _, letters in lexicon.tenses if fold(letters) != letters)


def bound_motions(mentions: SentenceMentions) -> list[Mention]:
    """Leave out verbs and nouns of motion that do not stand right behind where one goes: most are auxiliaries."""
    if all(word.iri != _GO for word in mentions.words):
        return mentions.words
    goals = {m.last + 1 for m in mentions.entities if m.kind in ("state", "place") and m.form != "demonym"}
    goals |= {w.last + 1 for w in mentions.words if w.iri == CUE + "negation" and w.first in goals}
    return [word for word in mentions.words if word.iri != _GO or word.first in goals]


def _governs_nothing(word: Mention, mentions: SentenceMentions) -> bool:
    """Tell whether "after" behind a denial is "yet": nothing definite, no name and no time stands behind it."""
    words, index = mentions.sentence.words, word.last + 1
    if index >= len(words) or words[index].before.strip():
        return True
    named = any(m.first <= index <= m.last and m.kind != "organization" for m in mentions.entities)
    return not (named or any(time.first == index for time in mentions.times)) and not words[index].text.startswith(
        ARTICLE
    )


def misread(word: Mention, first: int, words: list[Mention], openers: Collection[str], behind: bool) -> bool:
    """Tell apart a verb and a cue of one spelling: the verb opens its clause, the cue stands inside it.

    Where verbs come last, so that auxiliaries are ``behind`` them, the cue stands right behind another verb.
    """
    if behind:
        return is_verb(word) == any(is_verb(w) and w.first < word.first <= w.last + 1 for w in words)
    opens = all(other.iri in openers for other in words if other.last < word.first) and word.first - first <= 1
    return is_verb(word) != opens


def without_given_names(mentions: list[Mention], sentence: Sentence, lexicon: Lexicon) -> list[Mention]:
    """Leave out months and weekdays that are names: "Julio Velarde", but not "4 de Julio" or what English says."""
    words = sentence.words
    if all(m.kind not in _CALENDAR for m in mentions):
        return mentions
    governed = {m.last + 1 for m in mentions if m.kind in ("cue", "numeral") and m.iri != CUE + "of"}
    governed |= {m.last + 1 for m in mentions if m.iri == CUE + "of" and m.first and words[m.first - 1].text.isdigit()}
    kept = []
    for mention in mentions:
        if mention.kind in _CALENDAR and mention.first == mention.last < len(words) - 1:
            text, behind = words[mention.first].text, words[mention.last + 1]
            capitals = text[:1].isupper() and behind.text[:1].isupper() and behind.text[1:].islower()
            usual = lexicon.labels.get(mention.iri, {}).get(lexicon.language, "")
            if capitals and behind.before == " " and usual.islower() and mention.first not in governed:
                continue
        kept.append(mention)
    return kept


def offices_without_accent(mentions: list[Mention], sentence: Sentence, lexicon: Lexicon) -> list[Mention]:
    """Read as an office what only an accent tells from a body ("secretaria", not "secretaría")."""
    words = sentence.words
    bodies = [m for m in mentions if m.kind in ("organization", "body-kind")]
    bare = {m.first for m in bodies if _is_office(words[m.first].text, lexicon)}
    if not bare:
        return mentions
    offices = [m for m in lexicon.find(sentence, ("office",)) if m.first in bare]
    kept = [m for m in mentions if m not in bodies or m.first not in bare]
    return sorted({*kept, *offices}, key=lambda m: (m.first, m.last, m.iri, m.form))


def _is_office(word: str, lexicon: Lexicon) -> bool:
    bare = fold(word) == word.lower() and not word.isupper()
    return bare and CUE + "office-without-accent" in lexicon.cues_of(word)
