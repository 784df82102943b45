"""What marks and the order of words tell of a clause: what stands in a list, and who is its doer."""

from __future__ import annotations

import re

from dadiplo.affixes import SUBJUNCTIVE
from dadiplo.clauses.tenses import is_participle
from dadiplo.folding import fold
from dadiplo.lexicon import CUE, Lexicon
from dadiplo.mentions.readings import PRIVATE, Clause
from dadiplo.model import Mention, Sentence
from dadiplo.resources import DD
from dadiplo.terms import MEETING, STATEMENT, TRIGGER, VISIT

#: Cues that tell the position of the entity they stand beside.
ROLE_CUES = {
    CUE + name
    for name in (
        "subject", "object", "with", "between", "by", "to", "of", "in", "about", "as", "during", "after", "before",
        "like", "such-as", "on-behalf", "according-to",
    )
}  # fmt: skip
#: What opens a phrase that is no doer, and what opens one that may be.
_PREPOSITIONS = {CUE + name for name in ("in", "to", "of", "with", "about", "after", "before", "during", "from", "by")}
_DETERMINERS = {CUE + name for name in ("definite", "possessive", "this")}
#: Cues that may stand between the items of a list.
_IN_LISTS = {CUE + name for name in ("and", "definite", "possessive", "honorific", "counterpart", "pronoun")}
_JOINING = (CUE + "and", CUE + "negation")
LIST_GAP = 4
#: Who does something without a name: "they", "a delegation".
_DOING = {CUE + "pronoun", CUE + "envoy"}
#: Shorter words are no nouns.
_NOUN = 4
#: Marks that part what they stand between; a comma or colon between digits ("1,200", "10:30") has no space beside it.
MARK = re.compile(r"(?<!^)[,:]|[,:](?!$)|[،;؛—–\n]|\s-\s")
#: Marks a word as no name; what it is besides nothing tells.
_EVERYDAY = CUE + "everyday-word"


def marked(sentence: Sentence) -> set[int]:
    """Return the words behind a comma or a stronger mark."""
    return {i for i, word in enumerate(sentence.words) if word.before != " " and MARK.search(word.before)}


def coordinated(mention: Mention, previous: Mention, order: list[Mention], clause: Clause) -> bool:
    """Tell whether "and" or a comma joins a mention to the one read before it."""
    left, right = (previous, mention) if previous.first < mention.first else (mention, previous)
    between = [m for m in order if left.last < m.first and m.last < right.first]
    if any(m.kind not in ("office", "body-kind") and m.iri not in _IN_LISTS and not _nor(m, right) for m in between):
        return False
    joined = CUE + "and" in right.cues or any(m.iri in _JOINING or CUE + "and" in m.cues for m in between)
    gap = right.first - left.last - 1
    comma = clause.sentence.words[left.last + 1].after_comma
    return (joined and gap <= LIST_GAP) or (comma and gap <= 1)


def _nor(word: Mention, right: Mention) -> bool:
    """Tell whether a negation stands right before a mention as in "neither X nor Y"."""
    return word.iri == CUE + "negation" and word.first == word.last == right.first - 1


def by_order(clause: Clause, lexicon: Lexicon, *, resumes: bool) -> None:
    """Give the entities without a cue the position of subject or object by the order of words."""
    verb = clause.verb
    if lexicon.order == "VSO":
        _capitals(clause, lexicon)
        _reached(clause)
    if lexicon.order == "SVO" and verb is not None and says(verb, lexicon):
        _spoken_of(clause, verb, lexicon)
    if lexicon.order == "SVO" and verb is not None and verb.form == "verb":
        _free_doer(clause, verb)
    free = [mention for mention in clause.entities if not clause.positions[mention] and mention.kind != "place"]
    for mention in clause.entities:
        clause.positions[mention] = clause.positions[mention] or ("in" if mention.kind == "place" else "")
    if not free:
        return
    groups = _groups(free, clause)
    before = [group for group in groups if verb is None or group[0].first < verb.first]
    after = [group for group in groups if group not in before]
    passive = verb is not None and verb.form == "passive"
    doing = any(position == "subject" for position in clause.positions.values()) or clause.cue("subject") is not None
    if lexicon.order == "SOV" and doing:
        # Where a particle marks the doer, named or not, what has none is not the doer.
        for mention in free:
            clause.positions[mention] = "object"
        return
    taken = (resumes and lexicon.order == "SVO") or _has_doer(clause, lexicon) or _aims(clause, lexicon)
    taken = taken or (not before and _heads_relative(clause, lexicon))
    if lexicon.order == "SVO" and len(before) > 1 and verb is not None and says(verb, lexicon):
        # "X will not follow Y, Z said": the person nearest before the verb speaks, if there is one.
        personal = [group for group in before if any(m.kind == "person" for m in group)]
        before = personal[-1:] or before[-1:]
    if lexicon.order == "VSO" and verb is not None and verb.form == "verb" and not before:
        # "Calling on X to …": X is called on by who was the doer before.
        taken = is_participle(lexicon, verb, clause.sentence.words[verb.first].text) or _meets_counterpart(
            clause, verb, lexicon
        )
    doers = {"SVO": before, "SOV": before[:1], "VSO": before[-1:] if verb else before[:1]}[lexicon.order]
    for group in doers:
        taken = True
        for mention in group:
            clause.positions[mention] = "object" if passive else "subject"
    if lexicon.order == "SVO" and after and not taken and verb is not None and says(verb, lexicon):
        after = _with_holder(after, clause)
    for group in after:
        position = "object" if taken or passive else "subject"
        taken = True
        for mention in group:
            clause.positions[mention] = position
    for mention in free:
        clause.positions[mention] = clause.positions[mention] or ("object" if mention not in _flat(before) else "")


def _groups(mentions: list[Mention], clause: Clause) -> list[list[Mention]]:
    """Return the entities of a clause in groups that "and" or commas join."""
    words = sorted(clause.words, key=lambda m: m.first)
    groups: list[list[Mention]] = []
    for mention in mentions:
        if groups and coordinated(mention, groups[-1][-1], words, clause):
            groups[-1].append(mention)
        else:
            groups.append([mention])
    return groups


def _reached(clause: Clause) -> None:
    """Take a state right behind a verb of coming as where somebody comes ("reached Egypt the minister of Kenya")."""
    verb = clause.verb
    if verb is None or verb.iri != TRIGGER + "visit" or verb.form != "verb":
        return
    goal = next((m for m in clause.entities if m.kind in ("state", "organization") and m.first == verb.last + 1), None)
    if goal is None or goal.form != "word":
        return
    # "Visited the bank", where nobody and no other place stands behind.
    last = goal.kind == "state" or all(m.last <= goal.last for m in clause.entities)
    if last and not clause.positions[goal]:
        clause.positions[goal] = "to"


def _spoken_of(clause: Clause, verb: Mention, lexicon: Lexicon) -> None:
    """Give those of whom somebody else speaks their position: inside a quotation, and before "she said"."""
    if verb.first not in clause.quoted:
        # "«We are not X», said the minister of Y": X only is spoken of.
        quoted = [m for m in clause.entities if m.first in clause.quoted and not clause.positions[m]]
        clause.positions.update(dict.fromkeys(quoted, "about"))
    said = any(w.iri == CUE + "pronoun" and w.last == verb.first - 1 for w in clause.words)
    if not lexicon.drops_pronouns and (said or _inverted(clause, verb, lexicon)):
        # "The bank respects the court, she said": she speaks, of the bank.
        bodies = [m for m in clause.entities if m.kind != "person" and m.last < verb.first]
        clause.positions.update(dict.fromkeys((m for m in bodies if not clause.positions[m]), "about"))


def _aims(clause: Clause, lexicon: Lexicon) -> bool:
    """Tell whether the verb is an infinitive at the head of its clause ("to establish X"): what follows is no doer."""
    verb = clause.verb
    if verb is None or lexicon.order != "SVO" or lexicon.drops_pronouns or verb.first - clause.first > 1:
        return False
    return CUE + "to" in lexicon.cues_of(clause.sentence.words[clause.first].text)


def _heads_relative(clause: Clause, lexicon: Lexicon) -> bool:
    """Tell whether "who" is the doer of its clause ("who joined the bank in 2004"): what follows its verb is none."""
    verb = clause.verb
    if verb is None or lexicon.order != "SVO" or lexicon.drops_pronouns or verb.form != "verb":
        return False
    return clause.opener == CUE + "which" and not says(verb, lexicon)


def _inverted(clause: Clause, verb: Mention, lexicon: Lexicon) -> bool:
    """Tell whether who says it stands behind a comma and the verb ("they are in, says the host")."""
    words = clause.sentence.words
    if not words[verb.first].after_comma or verb.last >= len(words) - 1 or words[verb.last + 1].before != " ":
        return False
    return bool({CUE + "definite", CUE + "indefinite"} & set(lexicon.cues_of(words[verb.last + 1].text)))


def _free_doer(clause: Clause, verb: Mention) -> None:
    """Take out of a list who stands between commas right before a verb ("at the invitation of X, Y, …, paid …")."""
    words = clause.sentence.words
    persons = [m for m in clause.entities if m.kind == "person" and m.last < verb.first]
    if len(persons) < 2 or words[verb.first].before.strip() != ",":
        return
    other, doer = persons[-2:]
    opens = any(w.first == clause.first and w.iri in ROLE_CUES for w in clause.words)
    listed = any(w.iri == CUE + "and" and other.last < w.first < doer.first for w in clause.words)
    parted = any(words[i].after_comma for i in range(other.last + 1, doer.first + 1))
    same = clause.positions[doer] == clause.positions[other] != ""
    if opens and same and parted and not listed and "subject" not in clause.positions.values():
        clause.positions[doer] = ""


def _with_holder(groups: list[list[Mention]], clause: Clause) -> list[list[Mention]]:
    """Join to who speaks first the person who holds an office there ("said Kenya's minister X")."""
    first, *rest = groups
    if not rest or rest[0][0].kind != "person":
        return groups
    office = next((w for w in clause.words if w.kind == "office" and w.last == rest[0][0].first - 1), None)
    return [[*first, *rest[0]], *rest[1:]] if office is not None and first[-1].last < office.first else groups


def _capitals(clause: Clause, lexicon: Lexicon) -> None:
    """Give a state whose capital is named by it ("the Lebanese capital") the position of a place: it does not act."""
    verb = clause.verb
    visits = verb is not None and VISIT in lexicon.values(verb.iri, DD + "evokes")
    capitals = {w.last + 1 for w in clause.words if w.iri == CUE + "capital"}
    for mention in clause.entities:
        if mention.form == "demonym" and mention.first in capitals and not clause.positions[mention]:
            clause.positions[mention] = "object" if visits else "in"


def _meets_counterpart(clause: Clause, verb: Mention, lexicon: Lexicon) -> bool:
    """Tell whether an Arabic verb of meeting has "his counterpart" right behind it, whom the doer told before meets."""
    met = lexicon.values(verb.iri, DD + "evokes") == {MEETING}
    return met and any(w.iri == CUE + "counterpart" and w.first == verb.last + 1 for w in clause.words)


def _has_doer(clause: Clause, lexicon: Lexicon) -> bool:
    """Tell whether an office, a kind of body or a pronoun is the doer before the verb ("the king of X visited Y")."""
    verb = clause.verb
    if lexicon.order != "SVO" or verb is None or verb.form == "passive":
        return False
    if is_unknown_noun(clause, verb.first - 1, lexicon):
        known = {i for m in (*clause.words, *clause.entities) for i in range(m.first, m.last + 1)}
        if not (lexicon.drops_pronouns and leaves_doer_unsaid(clause, known, lexicon)):
            return True
    if says(verb, lexicon):
        before = clause.sentence.words[verb.first - 1].text if verb.first > clause.first else ""
        speaking = {CUE + "pronoun"} | (set() if lexicon.drops_pronouns else PRIVATE)
        told = any(w.iri in speaking and w.last == verb.first - 1 for w in clause.words)
        return told or CUE + "first-person" in lexicon.cues_of(before)
    governed = any(w.iri in ROLE_CUES and w.last < verb.first for w in clause.words if w.first == clause.first)
    doing = (w for w in clause.words if w.kind in ("office", "body-kind") or w.iri in _DOING)
    return not governed and any(w.last < verb.first for w in doing)


def leaves_doer_unsaid(clause: Clause, known: set[int], lexicon: Lexicon) -> bool:
    """Tell whether no noun of a clause is the doer before its verb, where a language leaves pronouns out.

    What a preposition governs is no doer ("the next morning", "in the capital"); ``known`` are the words that speak of
    nobody.
    """
    end = clause.verb.first if clause.verb else clause.last + 1
    governed = filled = False
    for index in range(clause.first, end):
        word = clause.sentence.words[index]
        cues = set(lexicon.cues_of(word.text))
        if word.after_comma:
            governed = filled = False
        if cues & _PREPOSITIONS:
            governed, filled = True, False
        elif index in known:
            if filled and cues & _DETERMINERS:
                governed = False
            filled = filled or not cues & _DETERMINERS
        elif not governed or (filled and lexicon.is_common(word.text)):
            return False
        else:
            filled = True
    return True


def is_unknown_noun(clause: Clause, index: int, lexicon: Lexicon) -> bool:
    """Tell whether a word is most likely a noun that the lexicon does not know ("lawyers say", "the author")."""
    if index < clause.first or clause.sentence.words[index + 1].before != " ":
        return False
    word = clause.sentence.words[index].text
    known = any(m.first <= index <= m.last for m in (*clause.words, *clause.entities))
    small = lexicon.is_common(word) or fold(word) in lexicon.inserted or {*lexicon.cues_of(word)} - {_EVERYDAY}
    return len(word) >= _NOUN and not known and not small


def ends_in_subjunctive(clause: Clause, verb: Mention, lexicon: Lexicon) -> bool:
    """Tell whether an Urdu verb behind "that" is in the subjunctive ("ordered that it deposit the coins").

    The past of the same spelling has a particle behind its doer, and auxiliaries make other tenses of it.
    """
    words = clause.sentence.words
    if lexicon.order != "SOV" or verb.form != "verb" or clause.opener != CUE + "that":
        return False
    ends = verb.last >= clause.last or bool(MARK.search(words[verb.last + 1].before))
    ends = ends or CUE + "and" in lexicon.cues_of(words[verb.last + 1].text)
    return clause.cue("subject") is None and ends and words[verb.last].text.endswith(SUBJUNCTIVE)


def says(verb: Mention, lexicon: Lexicon) -> bool:
    """Tell whether a verb is one of saying."""
    return STATEMENT in lexicon.values(verb.iri, DD + "evokes")


def _flat(groups: list[list[Mention]]) -> list[Mention]:
    return [mention for group in groups for mention in group]
