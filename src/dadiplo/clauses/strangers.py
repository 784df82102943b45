"""Doers that are nobody we know: what an Arabic verb has as its subject, and who speaks behind a Spanish one."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from dadiplo.affixes import FEMININE, OPEN_TA, PRESENT
from dadiplo.clauses.positions import has_pronoun
from dadiplo.clauses.tenses import is_present
from dadiplo.clauses.wordorder import MARK, is_unknown_noun, says
from dadiplo.lexicon import CUE, Lexicon
from dadiplo.mentions.bodykinds import FIRMS
from dadiplo.mentions.readings import PRIVATE, Clause
from dadiplo.model import Mention
from dadiplo.resources import DD, VOCAB
from dadiplo.terms import AGREEMENT, APPOINTMENT, MEETING, STATEMENT, TRIGGER, VISIT

if TYPE_CHECKING:
    from dadiplo.clauses.scenes import Scene

#: What laws say: their readers are told of the law, not of an act.
_CONTENT = {TRIGGER + name for name in ("ban", "permit", "license", "legalise", "regulate", "tax", "designate")}
#: Kinds of text that say something; a licence or a tax is what is given or levied.
_TEXTS = {
    VOCAB + f"measure-kind/{name}"
    for name in ("law", "bill", "decree", "ordinance", "order", "regulation", "regulatory-framework", "amendment")
}
#: What only persons and bodies do.
_OF_PERSONS = {VISIT, MEETING, AGREEMENT, APPOINTMENT, STATEMENT}
#: Cues that stand between a doer and its verb.
_WITH_VERB = {CUE + name for name in ("negation", "planned", "possible", "may-before-present", "should", "failed")}
#: What no phrase of a doer has in it.
_NO_PART = {
    CUE + name
    for name in ("in", "to", "of", "with", "about", "after", "before", "during", "by", "which", "that", "if", "as")
}
_PROVISION = CUE + "provision"
_CONJUNCTIONS = {CUE + name for name in ("that", "where", "and", "if", "as")}
_KNOWN = ("body-kind", "office")
#: How many words a doer before its verb can have.
_PHRASE = 4
#: How many letters the pronouns before a verb in its label have at most ("se").
_PARTICLE = 2


def acts_by_stranger(lexicon: Lexicon, clause: Clause, verb: Mention, words: list[Mention]) -> bool:
    """Tell whether the doer of an active Arabic verb is a law, a firm or an asset rather than somebody we know.

    ``words`` are those of the whole sentence.
    """
    if lexicon.order != "VSO":
        return False
    if verb.form == "passive":
        return _firm_on_its_own(lexicon, clause, verb)
    evoked = lexicon.values(verb.iri, DD + "evokes")
    return (
        says_what_text_does(lexicon, clause, verb, words)
        or _is_stranger_behind(lexicon, clause, verb, evoked)
        or stranger_before(lexicon, clause, verb)
    )


def _firm_on_its_own(lexicon: Lexicon, clause: Clause, verb: Mention) -> bool:
    """Tell whether a verb that could be passive says what a firm does with its own ("halts the firm its machines")."""
    words = clause.sentence.words
    firms = [w for w in clause.words if w.first == verb.last + 1 and w.iri in PRIVATE and not w.cues]
    if not firms or not _agree(lexicon, clause, verb, firms[0].first):
        return False
    behind = range(firms[0].last + 1, clause.last + 1)
    end = next((at for at in behind if MARK.search(words[at].before)), clause.last + 1)
    return any(has_pronoun(words[at].text, lexicon) for at in range(firms[0].last + 1, end))


def says_what_text_does(lexicon: Lexicon, clause: Clause, verb: Mention, words: list[Mention]) -> bool:
    """Tell whether a verb only says what a text does that stands before it: "the law, which bans …", "rules bind …".

    Behind a noun without article Arabic needs no "which".
    """
    if lexicon.order != "VSO" or verb.iri not in _CONTENT or clause.in_position("subject", "by"):
        return False
    if clause.opener == CUE + "which" and verb.first - clause.first <= len(("which", "not")):
        return True
    if _behind_text(clause, verb, words):
        return True
    # "Rules that bind the issuers and ban …".
    before = [w for w in words if w.iri in _CONTENT and w.form == "verb" and w.last < verb.first][-1:]
    return CUE + "and" in verb.cues and any(_behind_text(clause, w, words) for w in before)


def _behind_text(clause: Clause, verb: Mention, words: list[Mention]) -> bool:
    beside = [w for w in words if w.last == verb.first - 1 and not w.definite]
    bare = clause.sentence.words[verb.first].before == " "
    return bare and any(w.iri == _PROVISION or w.iri in _TEXTS or w.kind == "instrument-kind" for w in beside)


def _is_stranger_behind(lexicon: Lexicon, clause: Clause, verb: Mention, evoked: Collection[str]) -> bool:
    index = verb.last + 1
    words = clause.sentence.words
    if index > clause.last or MARK.search(words[index].before):
        return False
    if any(m.first <= index <= m.last and m.kind != "asset" for m in clause.entities):
        return False
    meanings = [w for w in clause.words if w.first == index and not w.cues]
    if any(w.kind in _KNOWN and w.iri not in FIRMS for w in meanings):
        return False
    if any(w.iri in _TEXTS or w.iri == _PROVISION or w.kind == "instrument-kind" for w in meanings):
        return verb.iri in _CONTENT and any(w.definite for w in meanings)
    if any(w.iri in PRIVATE for w in meanings):
        return _agree(lexicon, clause, verb, index)
    if any(w.kind == "topic" for w in meanings):
        return verb.first == verb.last and bool(evoked) and set(evoked) <= _OF_PERSONS
    # "Subjected them several countries to rules": behind the pronoun of what is acted on stands who acts.
    several = any(w.iri == CUE + "a-state" for w in meanings)
    return several and has_pronoun(words[verb.last].text, lexicon)


def stranger_before(lexicon: Lexicon, clause: Clause, verb: Mention) -> bool:
    """Tell whether a text, a firm or an asset stands as the doer before its verb ("the ban does not mention …")."""
    words = clause.sentence.words
    index = verb.first - 1
    if lexicon.order != "VSO" or clause.in_position("subject", "by"):
        return False
    while index > clause.first and any(w.iri in _WITH_VERB and w.first <= index <= w.last for w in clause.words):
        index -= 1
    if index < clause.first or any(MARK.search(words[at].before) for at in range(index + 1, verb.first + 1)):
        return False
    found = False
    for at in range(index, clause.first - 1, -1):
        if index - at >= _PHRASE:
            return False
        entity = next((m for m in clause.entities if m.first <= at <= m.last), None)
        meanings = [w for w in clause.words if w.first <= at <= w.last]
        if (entity is not None and entity.form != "demonym") or any(
            w.kind in _KNOWN and w.iri not in FIRMS for w in meanings
        ):
            return False
        if _NO_PART & {*lexicon.cues_of(words[at].text), *(c for w in meanings for c in (w.iri, *w.cues))}:
            return False
        text = any(w.kind in ("measure-kind", "instrument-kind") or w.iri == _PROVISION for w in meanings)
        found = found or text or any(w.iri in PRIVATE or w.kind == "topic" for w in meanings)
        if at == clause.first or words[at].before.strip():
            break
    return found


def _agree(lexicon: Lexicon, clause: Clause, verb: Mention, noun: int) -> bool:
    """Tell whether an Arabic verb has the gender of the noun behind it: what differs is not its doer."""
    words = clause.sentence.words
    text = words[verb.last].text
    if verb.first == verb.last and CUE + "and" in verb.cues:
        text = text[1:]
    feminine = text.startswith(PRESENT[1]) if is_present(lexicon, verb, text) else text.endswith(OPEN_TA)
    return feminine == words[noun].text.endswith(FEMININE)


def stranger_speaks(lexicon: Lexicon, scene: Scene, verb: Mention) -> bool:
    """Tell whether somebody whom nothing of ours names stands right behind a verb of saying ("resumía un gestor").

    "They say" is nobody we know either.
    """
    if lexicon.order == "SVO" and not lexicon.drops_pronouns:
        return _nobody_speaks(lexicon, scene.clause, verb)
    if not lexicon.drops_pronouns or verb.form != "verb":
        return False
    if _says_of_several(lexicon, scene, verb):
        return True
    clause, words, at = scene.clause, scene.clause.sentence.words, verb.last + 1
    adverbs = {i for w in clause.words if w.iri == CUE + "inserted" for i in range(w.first, w.last + 1)}
    while at < clause.last and at in adverbs | clause.timed:
        at += 1
    if at >= clause.last or words[at].before != " " or any(m.last < verb.first for m in clause.in_position("subject")):
        return False
    if any(w.iri == CUE + "unnamed-source" and w.first == at for w in clause.words):
        return True
    some = CUE + "indefinite" in lexicon.cues_of(words[at].text)
    # "Asked for a coffee" asks; "…, says a trader" does not.
    return some and bool(words[verb.first].before.strip()) and _is_common(lexicon, clause, at + 1)


def _says_of_several(lexicon: Lexicon, scene: Scene, verb: Mention) -> bool:
    """Tell whether a verb is one of several and names no doer, where the doer before is one person or body."""
    clause = scene.clause
    if scene.partners or clause.in_position("subject", "by", "of", "modifier"):
        return False
    words = (word.text for word in clause.sentence.words[verb.first : verb.last + 1])
    finite = next((word for word in words if len(word) > _PARTICLE), "")
    one = scene.subject is None or scene.subject.kind in ("person", "organization")
    return one and lexicon.plural_verb_ending != "" and finite.endswith(lexicon.plural_verb_ending)


def _nobody_speaks(lexicon: Lexicon, clause: Clause, verb: Mention) -> bool:
    """Tell whether an English verb of saying leaves open who speaks.

    Somebody without office stands behind it ("…," said a trader), it opens its sentence ("Asked about coins, …"), or it
    is a passive without "by" ("was told of the plan").
    """
    words, at = clause.sentence.words, verb.last + 1
    if verb.form == "passive":
        return clause.cue("by") is None and not clause.in_position("by")
    if verb.first == 0:
        quoted = any(mark in words[0].before + clause.sentence.tail for mark in '“”"')
        return not quoted and not any(m.first == at and m.form != "demonym" for m in clause.entities)
    if at > clause.last or not words[verb.first].before.strip() or not _is_some(lexicon, clause, at):
        return False
    quoted = any(mark in words[verb.first].before for mark in '“”"')
    if (clause.first < verb.first and not quoted) or CUE + "that" in lexicon.cues_of(words[verb.last].text):
        # "X, governor of Y, cautioned a committee": who speaks stands before the comma.
        return False
    return not any(w.kind == "office" and at < w.first <= at + _PHRASE for w in clause.words)


def somebody_speaks(lexicon: Lexicon, clause: Clause) -> bool:
    """Tell whether "a trader", whom nothing of ours names, is who speaks: "he" is nobody named before.

    For languages that need their pronouns; "a day after" is no speaker, nor are several ("aides said").
    """
    verb, words = clause.verb, clause.sentence.words
    if lexicon.order != "SVO" or lexicon.drops_pronouns or verb is None or not says(verb, lexicon):
        return False
    at = verb.last + 1
    named = bool(clause.in_position("subject")) or clause.cue("pronoun") is not None
    behind = at <= clause.last and bool(words[verb.first].before.strip()) and _is_some(lexicon, clause, at)
    opening = [i for i in range(clause.first, verb.first) if _is_some(lexicon, clause, i) and _opens_phrase(clause, i)]
    if not opening or (named and verb.first - opening[-1] > _PHRASE):
        return behind and not named
    known = any(opening[-1] < m.first < verb.first for m in clause.in_position("subject"))
    return not known and not any(index in clause.timed for index in range(opening[-1], verb.first))


def _opens_phrase(clause: Clause, index: int) -> bool:
    """Tell whether a word opens its clause, or what a mark or conjunction parts from the words before it."""
    joined = any(w.last == index - 1 and w.iri in _CONJUNCTIONS for w in clause.words)
    return index == clause.first or joined or bool(clause.sentence.words[index].before.strip())


def _is_some(lexicon: Lexicon, clause: Clause, index: int) -> bool:
    return CUE + "indefinite" in lexicon.cues_of(clause.sentence.words[index].text)


def _is_common(lexicon: Lexicon, clause: Clause, index: int) -> bool:
    ends = index == len(clause.sentence.words) - 1
    known = any(m.first <= index <= m.last for m in (*clause.words, *clause.entities))
    word = clause.sentence.words[index].text
    return (ends and word.islower() and not known) or (not ends and is_unknown_noun(clause, index, lexicon))
