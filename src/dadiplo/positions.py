"""The position of each entity in its clause, by cues and word order alone."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dadiplo.folding import fold
from dadiplo.lexicon import CUE, Lexicon
from dadiplo.model import Mention, Sentence
from dadiplo.readings import PRIVATE, Clause, Title, is_verb
from dadiplo.resources import DD
from dadiplo.tenses import is_participle
from dadiplo.terms import STATEMENT, VISIT

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
#: How many words can stand between a preposition and what it governs.
_REACH = 4
#: Who does something without a name: "they", "a delegation".
_DOING = {CUE + "pronoun", CUE + "envoy"}
_INDEFINITE = CUE + "indefinite"
_SUBORDINATING = ("after", "before")
#: What stands between a preposition and what it governs.
_TRANSPARENT = {CUE + name for name in ("counterpart", "this", "capital", "definite", "possessive")}
#: Shorter words are no nouns.
_NOUN = 4
#: How many words behind "of" somebody private can stand whose home a state is told as.
_OF_FIRM = 4
#: Marks that part what they stand between.
MARK = re.compile(r"[,،;؛:—–\n]")


def marked(sentence: Sentence) -> set[int]:
    """Return the words behind a comma or a stronger mark."""
    return {i for i, word in enumerate(sentence.words) if word.before != " " and MARK.search(word.before)}


def assign_positions(clause: Clause, lexicon: Lexicon, titles: list[Title], *, resumes: bool = False) -> None:
    """Give each entity of a clause its position; its doer is told before it if it resumes another clause."""
    if not clause.entities:
        return
    vso = lexicon.order == "VSO"
    told = [t for t in titles if (t.holder or (vso and t.owner)) and t.first >= clause.first]
    starts = {title.last: title.first for title in told}
    tails = {title.holder: title.last for title in titles if title.holder}
    described = _described_by_title(clause, titles) if lexicon.order == "SVO" else {}
    order = sorted([*clause.entities, *clause.words], key=lambda m: (m.first, m.last))
    mentions = list(reversed(clause.entities)) if lexicon.order == "SOV" else list(clause.entities)
    previous: Mention | None = None
    for mention in mentions:
        before = _by_proclitic(mention)
        if (
            before == "to"
            and vso
            and any(w.iri == CUE + "earlier" and w.last == mention.first - 1 for w in clause.words)
        ):
            # "It happened to X before that …": X did it.
            before = ""
        position = before or ("modifier" if _describes(mention, clause, lexicon) else "")
        svo = lexicon.order == "SVO"
        holder = svo and previous is not None and previous.first >= starts.get(mention.last, mention.first)
        left = _with_title(previous, mention, tails) if svo and previous is not None else previous
        free = not position and not holder
        if free and previous is not None and left is not None and _coordinated(mention, left, order, clause):
            # "By X, governor of Y, and Z": Z is joined to X.
            joined = described.get(previous, previous) if mention.kind == "person" else previous
            position = clause.positions[joined].replace("modifier", "")
        if not position:
            # What governs a title governs the name behind it.
            first = starts.get(mention.last, mention.first)
            if svo and previous is not None and previous.last == first - 1 and first < mention.first:
                # "With Treasury secretary X".
                first = previous.first
            titled = mention._replace(first=first) if first < mention.first else mention
            position = _by_cue(titled, order, clause, lexicon)
        if svo and not position and previous is not None and _in_apposition(mention, previous, clause):
            position = clause.positions[previous]
        clause.positions[mention] = position
        if vso and previous is not None and not position and _two_demonyms(previous, mention, clause):
            # "The Mauritanian-Senegalese summit" is one of both.
            clause.positions[previous] = clause.positions[mention] = "between"
        previous = mention
    _by_order(clause, lexicon, resumes=resumes)


def _in_apposition(person: Mention, owner: Mention, clause: Clause) -> bool:
    """Tell whether a person is who holds the office of an owner before a comma ("by Kenya's minister, X")."""
    words = clause.sentence.words
    if person.kind != "person" or owner.kind not in ("state", "organization") or "," not in words[person.first].before:
        return False
    between = [w for w in clause.words if owner.last < w.first < person.first]
    office = any(w.kind == "office" and w.last == person.first - 1 for w in between)
    plain = all(w.kind in ("office", "topic", "body-kind") for w in between)
    return office and plain and clause.positions.get(owner) in ("by", "with", "between")


def _two_demonyms(one: Mention, other: Mention, clause: Clause) -> bool:
    """Tell whether two demonyms without a name before them stand side by side."""
    pair = one.form == other.form == "demonym" and other.first == one.last + 1 and not one.cues and not other.cues
    return pair and one.iri != other.iri and clause.positions[one] in ("", "of", "between")


def _with_title(person: Mention, mention: Mention, tails: dict[str, int]) -> Mention:
    """Return a person with the office told behind the name, if another mention stands behind both."""
    last = tails.get(person.iri, person.last)
    return person._replace(last=last) if person.last < last < mention.first else person


def _described_by_title(clause: Clause, titles: list[Title]) -> dict[Mention, Mention]:
    """Return for each owner of an office behind a person's name that person ("X, governor of Y")."""
    found: dict[Mention, Mention] = {}
    for title in titles:
        persons = [m for m in clause.entities if m.iri == title.holder and m.last < title.first]
        owners = [m for m in clause.entities if m.iri == title.owner and title.first <= m.first <= title.last]
        if persons and owners:
            found[owners[-1]] = persons[-1]
    return found


def _describes(mention: Mention, clause: Clause, lexicon: Lexicon) -> bool:
    """Tell whether a demonym stands right behind the name of a body or person, which it describes."""
    return (
        mention.form == "demonym"
        and lexicon.order != "SOV"
        and any(
            other.kind in ("organization", "person") and other.last == mention.first - 1 for other in clause.entities
        )
    )


def _by_proclitic(mention: Mention) -> str:
    for cue in mention.cues:
        if cue in ROLE_CUES:
            return cue.removeprefix(CUE)
    return ""


def _coordinated(mention: Mention, previous: Mention, order: list[Mention], clause: Clause) -> bool:
    """Tell whether "and" or a comma joins a mention to the one read before it."""
    left, right = (previous, mention) if previous.first < mention.first else (mention, previous)
    between = [m for m in order if left.last < m.first and m.last < right.first]
    if any(m.kind not in ("office", "body-kind") and m.iri not in _IN_LISTS and not _nor(m, right) for m in between):
        return False
    joined = CUE + "and" in right.cues or any(m.iri in _JOINING or CUE + "and" in m.cues for m in between)
    gap = right.first - left.last - 1
    comma = any(mark in clause.sentence.words[left.last + 1].before for mark in ",،")
    return (joined and gap <= LIST_GAP) or (comma and gap <= 1)


def _nor(word: Mention, right: Mention) -> bool:
    """Tell whether a negation stands right before a mention as in "neither X nor Y"."""
    return word.iri == CUE + "negation" and word.first == word.last == right.first - 1


def _of_firm(of: Mention, order: list[Mention]) -> bool:
    """Tell whether a firm or trader is what "of" stands before, where it follows its noun ("Singapore's companies")."""
    firm = next((m for m in order if m.iri in PRIVATE and 0 < m.first - of.last <= _OF_FIRM), None)
    if firm is None:
        return False
    kind = (firm.first, firm.last, "body-kind")
    between = (m for m in order if of.last < m.first <= firm.first and (m.first, m.last, m.kind) != kind)
    return not any(m.iri in (*ROLE_CUES, CUE + "envoy") or m.kind in ("state", "office", "body-kind") for m in between)


def _by_cue(mention: Mention, order: list[Mention], clause: Clause, lexicon: Lexicon) -> str:
    """Return the cue that governs a mention: the nearest before it (after it, where cues follow their noun)."""
    for other, gap in _within_reach(mention, order, clause, lexicon):
        if other.iri in (CUE + "in", CUE + "of") and any(
            m.iri == CUE + "counterpart" and m.last == other.first - 1 for m in order
        ):
            # "Its counterpart in X" is of X.
            continue
        if lexicon.drops_pronouns and other.iri == CUE + "which" and gap == 1:
            # "The coins that X had put aside": nothing before governs X.
            return ""
        if other.iri in ROLE_CUES:
            return _governed(mention, other, order, clause, lexicon)
        if other.kind == "office" or other.iri in _TRANSPARENT:
            continue
        if lexicon.order == "VSO" and (other.iri == CUE + "envoy" or _is_denied_owner(other, lexicon, clause)):
            # "With envoys of X", "no plans with X": X meets, X plans nothing.
            if other.iri == CUE + "negation":
                return ""
            continue
        ending = _cue_at_edge(other, clause, lexicon)
        if ending:
            return ending
        if other.form == "noun" or other.iri == CUE + "benefit":
            return _behind_noun(other, clause, lexicon) if gap == 1 and not other.definite else ""
        if other.kind in ("topic", "state", "organization", "person", "place") or is_verb(other):
            return ""
    return ""


def _within_reach(
    mention: Mention, order: list[Mention], clause: Clause, lexicon: Lexicon
) -> Iterator[tuple[Mention, int]]:
    """Yield what stands beside a mention on the side of its cues, the nearest first, with its distance in words.

    A wide gap, a comma and an article that opens the phrase of the mention end the reach.
    """
    behind = lexicon.order == "SOV"
    beside = reached = mention.last if behind else mention.first
    near = sorted(
        (m for m in order if (m.first > beside if behind else m.last < beside)),
        key=lambda m: abs((m.first if behind else m.last) - beside),
    )
    article = mention.first - 1
    opens = (
        not behind and article >= clause.first and _INDEFINITE in lexicon.cues_of(clause.sentence.words[article].text)
    )
    for other in near:
        edge = other.first if behind else other.last
        if opens and edge < article - 1:
            # "At the close of the session a committee …": an article opens another phrase.
            return
        if abs(edge - reached) > (1 if behind else _REACH) or _mark_between(clause, reached, edge):
            return
        reached = (max if behind else min)(reached, other.last if behind else other.first)
        yield other, abs(edge - beside)


def _governed(mention: Mention, cue: Mention, order: list[Mention], clause: Clause, lexicon: Lexicon) -> str:
    """Return the position that a cue gives to a mention, which a cue of place or of whose it is may only describe."""
    name = cue.iri.removeprefix(CUE)
    if name == "in":
        # "The central banks in X and Y met": they are those of the states.
        of_bodies = mention.kind == "state" and lexicon.order == "VSO" and _of_bodies(cue, clause)
        # "Said in parliament the rapporteur, X": nobody is where something happens.
        return "" if mention.kind == "person" or of_bodies else name
    if name == "of":
        if lexicon.order == "VSO" and _of_delegation(cue, order, clause):
            return ""
        if lexicon.order == "SOV":
            describes = mention.kind == "state" and _of_firm(cue, order)
        else:
            describes = _names_before(cue, order, clause) or _of_another(cue, order, clause)
        return "modifier" if describes else name
    return "" if name in _SUBORDINATING and _opens_clause(mention, clause, lexicon) else name


def _behind_noun(noun: Mention, clause: Clause, lexicon: Lexicon) -> str:
    """Return the position right beside a noun that tells of an act."""
    if lexicon.order == "VSO" and has_pronoun(clause.sentence.words[noun.last].text, lexicon):
        # "His meeting X": whom he meets.
        return "object"
    if noun.last > noun.first and CUE + "to" in lexicon.cues_of(clause.sentence.words[noun.last - 1].text):
        # "An invitation to visit X": where somebody goes.
        return "object"
    # "The visit of X" has X as its doer, "the creation of X" creates X.
    return "object" if lexicon.value(noun.iri, DD + "needsObject") == "true" else "of"


def _is_denied_owner(other: Mention, lexicon: Lexicon, clause: Clause) -> bool:
    """Tell whether a denial of several words ends with whose what is denied would be ("no plans with …")."""
    last = lexicon.cues_of(clause.sentence.words[other.last].text)
    return other.iri == CUE + "negation" and other.last > other.first and CUE + "in" in last


def has_pronoun(word: str, lexicon: Lexicon) -> bool:
    """Tell whether a pronoun is joined to an Arabic noun ("his meeting")."""
    return any(analysis.possessive for analysis in lexicon.analyses(word))


def _of_delegation(cue: Mention, order: list[Mention], clause: Clause) -> bool:
    """Tell whether "of" stands behind a delegation that opens its clause or does what the verb before it tells."""
    # An adjective may stand behind it: "a technical mission of X".
    near = (cue.first - 1, cue.first - 2)
    envoy = next((m for m in order if m.iri == CUE + "envoy" and m.last in near), None)
    if envoy is None or envoy.cues:
        return False
    before = [m for m in order if m.last == envoy.first - 1]
    return envoy.first == clause.first or any(is_verb(m) or m.iri == CUE + "that" for m in before)


def _of_bodies(cue: Mention, clause: Clause) -> bool:
    """Tell whether a kind of body, or an office with its portfolio, stands right before "in"."""
    heads = (w for w in clause.words if w.last == cue.first - 1)
    kinds = ("body-kind", CUE + "both-sides")
    return any(w.kind in kinds or w.iri in kinds or (w.kind == "office" and w.last > w.first) for w in heads)


def _names_before(cue: Mention, order: list[Mention], clause: Clause) -> bool:
    """Tell whether "of" stands right behind a name, which the state or place after it only describes."""
    index = cue.first - 1
    if index < clause.first:
        return False
    known = [m for m in order if m.first <= index <= m.last]
    capital = clause.sentence.words[index].text[:1].isupper() and not known and index > clause.first
    return capital or any(m.kind == "organization" for m in known)


def _of_another(cue: Mention, order: list[Mention], clause: Clause) -> bool:
    """Tell whether "of" goes on with a noun that stands for nobody we know ("the second division of Uruguay")."""
    index = cue.first - 1
    if index <= clause.first or cue.first != cue.last:
        return False
    plain = clause.sentence.words[index].text[:1].islower()
    # "The economic vice-presidents of X and Y".
    held = any(m.kind in ("office", "body-kind") and m.last == index - 1 for m in order)
    return plain and not held and not any(m.first <= index <= m.last for m in order)


def _mark_between(clause: Clause, one: int, other: int) -> bool:
    """Tell whether a comma or a stronger mark stands between two words."""
    words = clause.sentence.words
    return any(MARK.search(words[index].before) for index in range(min(one, other) + 1, max(one, other) + 1))


def _opens_clause(mention: Mention, clause: Clause, lexicon: Lexicon) -> bool:
    """Tell whether "after" and "before" open a clause with a mention as its doer ("after X banned …")."""
    return lexicon.order == "SVO" and clause.verb is not None and clause.verb.first > mention.last


def _cue_at_edge(other: Mention, clause: Clause, lexicon: Lexicon) -> str:
    """Return the cue that a label of several words ends with ("visit to"), or begins with where cues follow."""
    if other.first == other.last or other.iri == CUE + "earlier":
        # "As early as 2018": it governs a time.
        return ""
    word = clause.sentence.words[other.first if lexicon.order == "SOV" else other.last]
    edge = next((cue.removeprefix(CUE) for cue in lexicon.cues_of(word.text) if cue in ROLE_CUES), "")
    if edge == "by" and other.form == "noun" and lexicon.drops_pronouns:
        # "De gira por Chile": where one goes.
        return "in"
    if edge == "to" and lexicon.order == "SOV" and is_verb(other) and says(other, lexicon):
        # "To X a fear is": X fears.
        last = lexicon.cues_of(clause.sentence.words[other.last].text)
        return "subject" if CUE + "copula" in last else edge
    return edge


def _flat(groups: list[list[Mention]]) -> list[Mention]:
    return [mention for group in groups for mention in group]


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
        if "," in word.before:
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
    small = lexicon.is_common(word) or fold(word) in lexicon.inserted or bool(lexicon.cues_of(word))
    return len(word) >= _NOUN and not known and not small


def _by_order(clause: Clause, lexicon: Lexicon, *, resumes: bool) -> None:
    """Give the entities without a cue the position of subject or object by the order of words."""
    verb = clause.verb
    if lexicon.order == "VSO":
        _capitals(clause, lexicon)
    if lexicon.order == "SVO" and verb is not None and says(verb, lexicon) and verb.first not in clause.quoted:
        # "«We are not X», said the minister of Y": X only is spoken of.
        spoken_of = [m for m in clause.entities if m.first in clause.quoted and not clause.positions[m]]
        clause.positions.update(dict.fromkeys(spoken_of, "about"))
    if lexicon.order == "SVO" and verb is not None and verb.form == "verb":
        _free_doer(clause, verb)
    free = [mention for mention in clause.entities if not clause.positions[mention] and mention.kind != "place"]
    for mention in clause.entities:
        clause.positions[mention] = clause.positions[mention] or ("in" if mention.kind == "place" else "")
    if not free:
        return
    groups: list[list[Mention]] = []
    for mention in free:
        if groups and _coordinated(mention, groups[-1][-1], sorted(clause.words, key=lambda m: m.first), clause):
            groups[-1].append(mention)
        else:
            groups.append([mention])
    before = [group for group in groups if verb is None or group[0].first < verb.first]
    after = [group for group in groups if group not in before]
    passive = verb is not None and verb.form == "passive"
    doing = any(position == "subject" for position in clause.positions.values()) or clause.cue("subject") is not None
    if lexicon.order == "SOV" and doing:
        # Where a particle marks the doer, named or not, what has none is not the doer.
        for mention in free:
            clause.positions[mention] = "object"
        return
    taken = (resumes and lexicon.order == "SVO") or _has_doer(clause, lexicon)
    if lexicon.order == "SVO" and len(before) > 1 and verb is not None and says(verb, lexicon):
        # "X will not follow Y, Z said": the person nearest before the verb speaks, if there is one.
        personal = [group for group in before if any(m.kind == "person" for m in group)]
        before = personal[-1:] or before[-1:]
    if lexicon.order == "VSO" and verb is not None and verb.form == "verb" and not before:
        # "Calling on X to …": X is called on by who was the doer before.
        taken = is_participle(lexicon, verb, clause.sentence.words[verb.first].text)
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


def _free_doer(clause: Clause, verb: Mention) -> None:
    """Take out of a list who stands between commas right before a verb ("at the invitation of X, Y, …, paid …")."""
    words = clause.sentence.words
    persons = [m for m in clause.entities if m.kind == "person" and m.last < verb.first]
    if len(persons) < 2 or words[verb.first].before.strip() != ",":
        return
    other, doer = persons[-2:]
    opens = any(w.first == clause.first and w.iri in ROLE_CUES for w in clause.words)
    listed = any(w.iri == CUE + "and" and other.last < w.first < doer.first for w in clause.words)
    parted = any("," in words[i].before for i in range(other.last + 1, doer.first + 1))
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


def says(verb: Mention, lexicon: Lexicon) -> bool:
    """Tell whether a verb is one of saying."""
    return STATEMENT in lexicon.values(verb.iri, DD + "evokes")
