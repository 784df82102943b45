"""Clauses of a sentence and the position of each entity in its clause, by marks, cues and word order alone."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from dadiplo.lexicon import CUE, Lexicon
from dadiplo.mentions import SentenceMentions
from dadiplo.model import Mention, Sentence, Span
from dadiplo.resources import DD

#: Cues that tell the position of the entity they stand beside.
_ROLE_CUES = {
    CUE + name
    for name in (
        "subject", "object", "with", "between", "by", "to", "of", "in", "about", "as", "during", "after", "before",
        "like", "such-as", "on-behalf", "according-to",
    )
}  # fmt: skip
_OPENERS = {CUE + "that", CUE + "which", CUE + "where"}
#: Cues that are predicates: a part of a sentence that has one can stand as a clause.
_PREDICATES = {CUE + name for name in ("judges", "predicts", "unnamed-view", "context", "aim", "benefit", "first")}
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
    """Return the clauses of a sentence in order, with the position of each entity."""
    parts = _parts(mentions)
    for part in parts:
        part.entities = [m for m in mentions.entities if part.first <= m.first <= part.last]
        words = [m for m in mentions.words if part.first <= m.first <= part.last]
        part.words = [word for word in words if not _misread(word, part, words)]
    merged = _merge(parts)
    for clause in merged:
        _assign_positions(clause, lexicon)
    return merged


def _parts(mentions: SentenceMentions) -> list[Clause]:
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


def _merge(parts: list[Clause]) -> list[Clause]:
    """Join parts without a predicate to the clause they belong to: the next one at the start, else the last."""
    result: list[Clause] = []
    pending: Clause | None = None
    for part in parts:
        if not _stands_alone(part):
            if result:
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
    if pending:
        result.append(pending)
    return result


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


def _assign_positions(clause: Clause, lexicon: Lexicon) -> None:
    order = sorted([*clause.entities, *clause.words], key=lambda m: (m.first, m.last))
    mentions = list(reversed(clause.entities)) if lexicon.order == "SOV" else list(clause.entities)
    step = 1 if lexicon.order == "SOV" else -1
    previous: Mention | None = None
    for mention in mentions:
        position = _by_proclitic(mention)
        if not position and previous is not None and _coordinated(mention, previous, order, clause):
            position = clause.positions[previous]
        if not position:
            position = _by_cue(mention, order, step, lexicon)
        clause.positions[mention] = position
        previous = mention
    _by_order(clause, lexicon)


def _by_proclitic(mention: Mention) -> str:
    for cue in mention.cues:
        if cue in _ROLE_CUES:
            return cue.removeprefix(CUE)
    return ""


def _coordinated(mention: Mention, previous: Mention, order: list[Mention], clause: Clause) -> bool:
    """Tell whether "and" or a comma joins a mention to the one read before it."""
    left, right = (previous, mention) if previous.first < mention.first else (mention, previous)
    between = [m for m in order if left.last < m.first and m.last < right.first]
    if any(m.kind not in ("office",) and m.iri != CUE + "and" for m in between):
        return False
    joined = CUE + "and" in right.cues or any(m.iri == CUE + "and" for m in between)
    gap = right.first - left.last - 1
    return gap <= 3 and (joined or (gap == 0 and "،" in clause.sentence.words[right.first].before))


def _by_cue(mention: Mention, order: list[Mention], step: int, lexicon: Lexicon) -> str:
    """Return the cue that governs a mention: the nearest before it (after it, where cues follow their noun)."""
    beside = mention.first if step < 0 else mention.last
    near = sorted(
        (m for m in order if (m.last < beside if step < 0 else m.first > beside)),
        key=lambda m: abs((m.last if step < 0 else m.first) - beside),
    )
    for other in near:
        if other.iri in _ROLE_CUES:
            return other.iri.removeprefix(CUE)
        if other.kind == "office" or other.iri in (CUE + "this", CUE + "capital"):
            continue
        if other.form == "noun" or other.iri == CUE + "benefit":
            adjacent = abs((other.last if step < 0 else other.first) - beside) == 1
            if not adjacent or other.definite:
                return ""
            # "The visit of X" has X as its doer, "the creation of X" creates X.
            return "object" if lexicon.value(other.iri, DD + "needsObject") == "true" else "of"
        if other.kind in ("topic", "state", "organization", "person", "place") or _is_verb(other):
            return ""
    return ""


def _by_order(clause: Clause, lexicon: Lexicon) -> None:
    """Give the entities without a cue the position of subject or object by the order of words."""
    verb = clause.verb
    free = [mention for mention in clause.entities if not clause.positions[mention]]
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
    taken = False
    for group in before[:1] if lexicon.order != "VSO" or verb is None else before[-1:]:
        taken = True
        for mention in group:
            clause.positions[mention] = "object" if passive else "subject"
    for group in after:
        position = "object" if taken or passive else "subject"
        taken = True
        for mention in group:
            clause.positions[mention] = position
    for mention in free:
        clause.positions[mention] = clause.positions[mention] or "object"
