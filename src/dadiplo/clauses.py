"""Clauses of a sentence and the position of each entity in its clause, by marks, cues and word order alone."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from itertools import pairwise

from dadiplo.lexicon import CUE, Lexicon
from dadiplo.model import Mention, Sentence, Span
from dadiplo.readings import SentenceMentions, Title, without_genitive
from dadiplo.resources import DD
from dadiplo.times import Time

#: Cues that tell the position of the entity they stand beside.
_ROLE_CUES = {
    CUE + name
    for name in (
        "subject", "object", "with", "between", "by", "to", "of", "in", "about", "as", "during", "after", "before",
        "like", "such-as", "on-behalf", "according-to",
    )
}  # fmt: skip
_OPENERS = {CUE + "that", CUE + "which", CUE + "where", CUE + "if"}
#: Cues that are predicates: a part of a sentence that has one can stand as a clause.
_PREDICATES = {CUE + name for name in ("judges", "predicts", "unnamed-view", "context", "aim", "benefit", "first")}
#: Cues that belong to the verb behind them.
_WITH_VERB = {
    CUE + name for name in ("negation", "planned", "possible", "earlier", "failed", "draft", "and", "to", "aim")
}
#: Cues that may stand between the items of a list.
_IN_LISTS = {CUE + name for name in ("and", "definite", "possessive", "honorific")}
_LIST_GAP = 4
#: How many words can stand between a preposition and what it governs.
_REACH = 4
_SUBORDINATING = ("after", "before")
_PAIRED = re.compile(r"[\"“”„«»()]")
_MARK = re.compile(r"[,،;؛:—–\n]")


@dataclass(slots=True)
class Clause:
    """Words ``first`` to ``last`` of a sentence, with the cue that opens them and what they mention."""

    sentence: Sentence
    first: int
    last: int
    opener: str = ""
    tail: str = ""
    entities: list[Mention] = field(default_factory=list)
    words: list[Mention] = field(default_factory=list)
    positions: dict[Mention, str] = field(default_factory=dict)

    @property
    def span(self) -> Span:
        """The characters of the clause, with a closing quotation mark or bracket that belongs to it."""
        start, end = self.sentence.words[self.first].span.start, self.sentence.words[self.last].span.end
        words = self.sentence.words[self.first : self.last + 1]
        opened = sum(len(_PAIRED.findall(word.before)) for word in words[1:])
        after = self.sentence.words[self.last + 1].before if self.last + 1 < len(self.sentence.words) else self.tail
        if opened % 2 and after and _PAIRED.match(after):
            end += 1
        return Span(start, end)

    def cue(self, name: str) -> Mention | None:
        """Return the first mention of a cue in the clause."""
        return next((word for word in self.words if word.iri == CUE + name), None)

    def in_position(self, *names: str) -> list[Mention]:
        """Return the entities in one of the positions."""
        return [mention for mention in self.entities if self.positions.get(mention) in names]

    def words_in(self, form: str) -> list[Mention]:
        """Return the words of the lexicon that are matched by one form of label."""
        return [word for word in self.words if word.form == form]

    @property
    def verb(self) -> Mention | None:
        """The first finite trigger of the clause."""
        return next((word for word in self.words if _is_verb(word)), None)


def clauses(mentions: SentenceMentions, lexicon: Lexicon) -> list[Clause]:
    """Return the clauses of a sentence in order, with one finite verb at most, and the position of each entity."""
    mentions = replace(mentions, words=_without_time_cues(mentions, lexicon))
    parts = _parts(mentions, lexicon)
    for part in parts:
        part.entities = _once([m for m in mentions.entities if part.first <= m.first <= part.last])
        words = [m for m in mentions.words if part.first <= m.first <= part.last]
        if lexicon.order == "SOV":
            words = [without_genitive(m, part.sentence, part.last, lexicon) for m in words]
        part.words = [word for word in words if not _misread(word, part, words)]
    merged = _merge(parts, lexicon, mentions.times)
    for clause in merged:
        _assign_positions(clause, lexicon, mentions.titles)
    return merged


def supposes(clause: Clause) -> bool:
    """Tell whether a clause only asks, or makes a condition ("if X banned …"): nothing is told of."""
    condition = clause.cue("if")
    return (
        "?" in clause.sentence.tail
        or "؟" in clause.sentence.tail
        or (condition is not None and condition.first - clause.first <= 1)
    )


def framing_link(clause: Clause) -> str:
    """Return the link that "during" or "after" before a noun makes from the main event to the noun's."""
    if clause.verb is None:
        for word in clause.words:
            if word.iri in (CUE + "during", CUE + "after"):
                return DD + ("subEventOf" if word.iri == CUE + "during" else "followedEvent")
    return ""


def _without_time_cues(mentions: SentenceMentions, lexicon: Lexicon) -> list[Mention]:
    """Leave out prepositions that govern a time: "in June the bank …" says nothing of where the bank is."""
    if lexicon.order == "SOV":
        beside = {time.last + 1 for time in mentions.times}
        return [w for w in mentions.words if not (w.kind == "cue" and w.first in beside and w.iri in _ROLE_CUES)]
    beside = {time.first - 1 for time in mentions.times}
    return [w for w in mentions.words if not (w.kind == "cue" and w.last in beside and w.iri in _ROLE_CUES)]


def _once(entities: list[Mention]) -> list[Mention]:
    """Leave out the abbreviation in brackets that stands right behind the name it repeats."""
    kept: list[Mention] = []
    for mention in entities:
        if not (kept and kept[-1].iri == mention.iri and mention.first == kept[-1].last + 1):
            kept.append(mention)
    return kept


def _parts(mentions: SentenceMentions, lexicon: Lexicon) -> list[Clause]:
    sentence = mentions.sentence
    inside = {
        index
        for mention in [*mentions.entities, *mentions.words]
        for index in range(mention.first + 1, mention.last + 1)
    }
    starts = [0]
    openers: dict[int, str] = {}
    opening = {m.first: m.iri for m in mentions.words if m.iri in _OPENERS}
    verbs_after_and = {m.first for m in mentions.words if _is_verb(m) and CUE + "and" in m.cues}
    breaks = {*opening, *verbs_after_and, *_first_of_its_kind(mentions)}
    breaks |= {
        index for index, left, right in _between_verbs(mentions, lexicon) if not breaks & set(range(left, right))
    }
    for index in range(1, len(sentence.words)):
        if index not in inside and (index in breaks or _MARK.search(sentence.words[index].before)):
            starts.append(index)
    for index in starts:
        openers[index] = opening.get(index, "")
    ends = [start - 1 for start in starts[1:]] + [len(sentence.words) - 1]
    return [
        Clause(sentence, start, end, openers[start], sentence.tail)
        for start, end in zip(starts, ends, strict=True)
        if end >= start
    ]


def _between_verbs(mentions: SentenceMentions, lexicon: Lexicon) -> list[tuple[int, int, int]]:
    """Return where a clause ends between two finite verbs, with the end of the first and the start of the second.

    It ends behind the first verb if verbs come last, else before the second. Auxiliaries and "and" go with the second
    verb; after a verb of saying all that follows does, as in "X said Y had …".
    """
    twins = {(word.first, word.last) for word in mentions.words if word.kind == "cue"}
    verbs = [word for word in mentions.words if _is_verb(word) and (word.first, word.last) not in twins]
    cues = {word.first: word.iri for word in mentions.words if word.kind == "cue"}
    words = mentions.sentence.words
    result = []
    for left, right in pairwise(verbs):
        if right.first <= left.last + 1:
            continue
        if lexicon.order == "SOV":
            # An auxiliary can overlap the verb and go on behind it.
            end = max(word.last for word in mentions.words if word.first <= left.last <= word.last) + 1
            while end < right.first and cues.get(end) == CUE + "had":
                end += 1
            result.append((end, end, right.first + 1))
            continue
        start = right.first
        while start - 1 > left.last and cues.get(start - 1) in _WITH_VERB:
            start -= 1
        said = _says(left, lexicon)
        named = any(left.last < m.first and m.last < start for m in mentions.entities)
        if said and named and lexicon.order == "SVO":
            start = left.last + 1
        elif lexicon.order == "SVO":
            comma = max(
                i for i in range(left.last + 1, start + 1) if i == left.last + 1 or _MARK.search(words[i].before)
            )
            if comma > left.last + 1 and any(comma <= m.first and m.last < start for m in mentions.entities):
                start = comma
        result.append((start, left.last + 1, right.first + 1))
    return result


def _misread(word: Mention, part: Clause, words: list[Mention]) -> bool:
    """Tell apart a verb and a cue of one spelling: the verb opens its clause, the cue stands inside it."""
    twins = [other for other in words if other.first == word.first and other.last == word.last]
    if not (any(_is_verb(twin) for twin in twins) and any(twin.kind == "cue" for twin in twins)):
        return False
    opens = all(other.iri in _OPENERS for other in words if other.last < word.first) and word.first - part.first <= 1
    return _is_verb(word) != opens


def _first_of_its_kind(mentions: SentenceMentions) -> set[int]:
    """Return where "the first state to …" begins inside a clause, at the "as" before it if there is one."""
    result = set()
    for word in mentions.words:
        if word.iri == CUE + "first":
            noun = next((m for m in mentions.words if m.iri == CUE + "a-state" and 0 < m.first - word.last <= 2), None)
            opener = next((m for m in mentions.words if m.iri == CUE + "as" and m.last == word.first - 1), word)
            if noun:
                result.add(opener.first)
    return result


def _merge(parts: list[Clause], lexicon: Lexicon, times: list[Time]) -> list[Clause]:
    """Join parts without a predicate to the clause they belong to.

    At the start that is the next one, else the one before; but after a colon or semicolon, or where the next clause
    begins with its verb and needs a doer, what names the doer goes with the next.
    """
    result: list[Clause] = []
    pending: Clause | None = None
    for number, part in enumerate(parts):
        if result and pending is None and number and _bridged(parts, number, times):
            _join(result[-1], part)
            continue
        if not _stands_alone(part):
            item = "\n" in part.sentence.words[part.first].before
            if result and pending is None and not item and not _opens_next(parts, number, lexicon):
                if lexicon.order == "SVO" and part.opener in (CUE + "where", CUE + "which"):
                    # Who does something that the lexicon does not know there takes no part here.
                    part.entities = []
                _join(result[-1], part)
            else:
                pending = _join(pending, part) if pending else part
            continue
        if pending:
            joined = _join(pending, part)
            joined.opener = part.opener
            result.append(joined)
            pending = None
        else:
            result.append(part)
    if pending and result:
        _join(result[-1], pending)
    elif pending:
        result.append(pending)
    return result


def _bridged(parts: list[Clause], number: int, times: list[Time]) -> bool:
    """Tell whether a part without a verb goes on with the clause that a time between commas interrupts.

    "X signed, on Thursday, a law": what is signed belongs to the verb.
    """
    part, between = parts[number], parts[number - 1]
    if part.verb is not None or part.opener or number < len(("verb", "time")) or between.entities:
        return False
    covered = {index for time in times for index in range(time.first, time.last + 1)}
    covered |= {index for word in between.words for index in range(word.first, word.last + 1) if word.kind == "cue"}
    dated = any(between.first <= time.first <= between.last for time in times)
    return dated and set(range(between.first, between.last + 1)) <= covered and part.words_in("noun") != []


def _opens_next(parts: list[Clause], number: int, lexicon: Lexicon) -> bool:
    """Tell whether a part without a predicate begins the clause behind it rather than ends the one before."""
    part = parts[number]
    if lexicon.order != "SVO" or not any(m.kind != "place" for m in part.entities):
        return False
    following = next((other for other in parts[number + 1 :] if _stands_alone(other)), None)
    if following is None or following.verb is None or following.opener:
        return False
    first = following.first
    if any(w.iri in (CUE + "to", CUE + "aim") and w.first == first for w in following.words):
        # "X met Y, the minister, to discuss …": the minister is Y.
        return False
    joined = any(w.iri == CUE + "and" and w.first == first for w in following.words)
    bare = all(m.first > following.verb.first for m in following.entities)
    strong = re.search("[;:؛—–]", part.sentence.words[part.first].before)
    return bare and (bool(strong) or (not joined and following.verb.first - first <= _LIST_GAP))


def _stands_alone(part: Clause) -> bool:
    return any(
        _is_verb(word) or word.form == "noun" or word.iri in _PREDICATES or word.iri == CUE + "according-to"
        for word in part.words
    )


def _join(clause: Clause, part: Clause) -> Clause:
    clause.last = part.last
    clause.entities = clause.entities + part.entities
    clause.words = clause.words + part.words
    return clause


def _is_verb(word: Mention) -> bool:
    return word.kind == "trigger" and word.form in ("verb", "passive")


def _says(verb: Mention, lexicon: Lexicon) -> bool:
    return DD + "Statement" in lexicon.values(verb.iri, DD + "evokes")


def _assign_positions(clause: Clause, lexicon: Lexicon, titles: list[Title]) -> None:
    starts = {title.last: title.first for title in titles if title.holder and title.first >= clause.first}
    order = sorted([*clause.entities, *clause.words], key=lambda m: (m.first, m.last))
    mentions = list(reversed(clause.entities)) if lexicon.order == "SOV" else list(clause.entities)
    previous: Mention | None = None
    for mention in mentions:
        position = _by_proclitic(mention) or ("modifier" if _describes(mention, clause) else "")
        if not position and previous is not None and _coordinated(mention, previous, order, clause):
            position = clause.positions[previous].replace("modifier", "")
        if not position:
            # What governs a title governs the name behind it.
            titled = replace(mention, first=min(mention.first, starts.get(mention.last, mention.first)))
            position = _by_cue(titled, order, clause, lexicon)
        clause.positions[mention] = position
        previous = mention
    _by_order(clause, lexicon)


def _describes(mention: Mention, clause: Clause) -> bool:
    """Tell whether a demonym stands right beside the name of a body or person, which it describes."""
    return mention.form == "demonym" and any(
        other.kind in ("organization", "person") and other.last == mention.first - 1 for other in clause.entities
    )


def _by_proclitic(mention: Mention) -> str:
    for cue in mention.cues:
        if cue in _ROLE_CUES:
            return cue.removeprefix(CUE)
    return ""


def _coordinated(mention: Mention, previous: Mention, order: list[Mention], clause: Clause) -> bool:
    """Tell whether "and" or a comma joins a mention to the one read before it."""
    left, right = (previous, mention) if previous.first < mention.first else (mention, previous)
    between = [m for m in order if left.last < m.first and m.last < right.first]
    if any(m.kind not in ("office", "body-kind") and m.iri not in _IN_LISTS for m in between):
        return False
    joined = CUE + "and" in right.cues or any(m.iri == CUE + "and" for m in between)
    gap = right.first - left.last - 1
    comma = any(mark in clause.sentence.words[left.last + 1].before for mark in ",،")
    return (joined and gap <= _LIST_GAP) or (comma and gap <= 1)


def _by_cue(mention: Mention, order: list[Mention], clause: Clause, lexicon: Lexicon) -> str:
    """Return the cue that governs a mention: the nearest before it (after it, where cues follow their noun)."""
    behind = lexicon.order == "SOV"
    beside = mention.last if behind else mention.first
    near = sorted(
        (m for m in order if (m.first > beside if behind else m.last < beside)),
        key=lambda m: abs((m.first if behind else m.last) - beside),
    )
    reached = beside
    for other in near:
        edge = other.first if behind else other.last
        if abs(edge - reached) > (1 if behind else _REACH) or _mark_between(clause, reached, edge):
            return ""
        reached = (max if behind else min)(reached, other.last if behind else other.first)
        if other.iri in _ROLE_CUES:
            name = other.iri.removeprefix(CUE)
            if name == "in" and mention.kind == "person":
                # "Said in parliament the rapporteur, X": nobody is where something happens.
                return ""
            if name == "of" and not behind and _names_before(other, order, clause):
                return "modifier"
            return "" if name in _SUBORDINATING and _opens_clause(mention, clause, lexicon) else name
        if other.kind == "office" or other.iri in (CUE + "this", CUE + "capital", CUE + "definite", CUE + "possessive"):
            continue
        ending = _cue_at_edge(other, clause, lexicon)
        if ending:
            return ending
        if other.form == "noun" or other.iri == CUE + "benefit":
            adjacent = abs(edge - beside) == 1
            if not adjacent or other.definite:
                return ""
            # "The visit of X" has X as its doer, "the creation of X" creates X.
            return "object" if lexicon.value(other.iri, DD + "needsObject") == "true" else "of"
        if other.kind in ("topic", "state", "organization", "person", "place") or _is_verb(other):
            return ""
    return ""


def _names_before(cue: Mention, order: list[Mention], clause: Clause) -> bool:
    """Tell whether "of" stands right behind a name, which the state or place after it only describes."""
    index = cue.first - 1
    if index < clause.first:
        return False
    known = [m for m in order if m.first <= index <= m.last]
    capital = clause.sentence.words[index].text[:1].isupper() and not known and index > clause.first
    return capital or any(m.kind == "organization" for m in known)


def _mark_between(clause: Clause, one: int, other: int) -> bool:
    """Tell whether a comma or a stronger mark stands between two words."""
    words = clause.sentence.words
    return any(_MARK.search(words[index].before) for index in range(min(one, other) + 1, max(one, other) + 1))


def _opens_clause(mention: Mention, clause: Clause, lexicon: Lexicon) -> bool:
    """Tell whether "after" and "before" open a clause with a mention as its doer ("after X banned …")."""
    return lexicon.order == "SVO" and clause.verb is not None and clause.verb.first > mention.last


def _cue_at_edge(other: Mention, clause: Clause, lexicon: Lexicon) -> str:
    """Return the cue that a label of several words ends with ("visit to"), or begins with where cues follow."""
    if other.first == other.last:
        return ""
    word = clause.sentence.words[other.first if lexicon.order == "SOV" else other.last]
    return next((cue.removeprefix(CUE) for cue in lexicon.cues_of(word.text) if cue in _ROLE_CUES), "")


def _flat(groups: list[list[Mention]]) -> list[Mention]:
    return [mention for group in groups for mention in group]


def _has_doer(clause: Clause, lexicon: Lexicon) -> bool:
    """Tell whether an office or a kind of body stands before the verb as its doer ("the king of X visited Y")."""
    verb = clause.verb
    if lexicon.order != "SVO" or verb is None or verb.form == "passive" or _says(verb, lexicon):
        return False
    governed = any(w.iri in _ROLE_CUES and w.last < verb.first for w in clause.words if w.first == clause.first)
    return not governed and any(w.kind in ("office", "body-kind") and w.last < verb.first for w in clause.words)


def _by_order(clause: Clause, lexicon: Lexicon) -> None:
    """Give the entities without a cue the position of subject or object by the order of words."""
    verb = clause.verb
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
    if lexicon.order == "SOV" and any(position == "subject" for position in clause.positions.values()):
        # Where a particle marks the doer, what has none is not the doer.
        for mention in free:
            clause.positions[mention] = "object"
        return
    taken = _has_doer(clause, lexicon)
    if lexicon.order == "SVO" and len(before) > 1 and verb is not None and _says(verb, lexicon):
        # "X will not follow Y, Z said": the person nearest before the verb speaks, if there is one.
        personal = [group for group in before if any(m.kind == "person" for m in group)]
        before = personal[-1:] or before[-1:]
    doers = {"SVO": before, "SOV": before[:1], "VSO": before[-1:] if verb else before[:1]}[lexicon.order]
    for group in doers:
        taken = True
        for mention in group:
            clause.positions[mention] = "object" if passive else "subject"
    for group in after:
        position = "object" if taken or passive else "subject"
        taken = True
        for mention in group:
            clause.positions[mention] = position
    for mention in free:
        clause.positions[mention] = clause.positions[mention] or ("object" if mention not in _flat(before) else "")
