"""Relative clauses that interrupt their sentence where verbs come last ("the bill, which X tabled, was passed")."""

from __future__ import annotations

from dataclasses import replace

from dadiplo.clauses.wordorder import MARK, ROLE_CUES
from dadiplo.lexicon import CUE, Lexicon
from dadiplo.mentions.readings import Clause, is_verb

#: What ends a verb before a comma.
AUXILIARIES = {CUE + name for name in ("auxiliary", "participle", "had")}
_ENDS = {*AUXILIARIES, CUE + "planned", CUE + "passive", CUE + "copula"}
#: Of how many parts a relative clause consists at most.
_LONGEST = 3


def around_relatives(parts: list[Clause], lexicon: Lexicon) -> list[Clause]:
    """Return the parts of a sentence with those around each relative clause joined, and that clause before them.

    A relative clause tells of the name before it too; one without a verb is left out.
    """
    result: list[Clause] = []
    index = 0
    while index < len(parts):
        end = _end(parts, index, lexicon)
        if end:
            head, told = parts[index], [part for part in parts[index + 1 : end] if part.verb is not None]
            if told and not head.words_in("noun"):
                entities, words = [*head.entities, *told[0].entities], [*head.words, *told[0].words]
                told[0] = replace(told[0], first=head.first, entities=entities, words=words)
            result += [*told, _joined(head, parts[end])]
        else:
            result.append(parts[index])
        index = max(end, index) + 1
    return result


def _end(parts: list[Clause], index: int, lexicon: Lexicon) -> int:
    """Return the number of the part that goes on with one that a relative clause interrupts, 0 if none does."""
    head = parts[index]
    if index + 2 >= len(parts) or head.verb is not None or parts[index + 1].opener != CUE + "which":
        return 0
    doer = head.cue("subject")
    if not _marked(parts[index + 1]) and (doer is not None or not head.words_in("noun")):
        # "What X has signed, …" in the order "X <subject> which … signed".
        return 0
    for number in range(index + 1, min(index + 1 + _LONGEST, len(parts) - 1)):
        part, following = parts[number], parts[number + 1]
        if number > index + 1 and part.opener:
            return 0
        if _is_closed(part, lexicon):
            goes_on = not following.opener and _marked(following) and following.verb is not None
            two = doer is not None and following.cue("subject") is not None
            return number + 1 if goes_on and not two else 0
    return 0


def _marked(part: Clause) -> bool:
    before = part.sentence.words[part.first].before
    return bool(MARK.search(before)) and ("," in before or "،" in before)


def _is_closed(part: Clause, lexicon: Lexicon) -> bool:
    """Tell whether a part ends with its finite verb."""
    ends = any(is_verb(word) and word.last == part.last for word in part.words)
    return ends or bool(_ENDS & set(lexicon.cues_of(part.sentence.words[part.last].text)))


def _joined(head: Clause, rest: Clause) -> Clause:
    """Return the two parts as one; what is marked behind the relative clause is the name before it."""
    entities = list(head.entities)
    governed = any(word.first == rest.first and word.iri in ROLE_CUES for word in rest.words)
    if governed and entities and entities[-1].last == head.last:
        entities[-1] = entities[-1]._replace(last=rest.first - 1)
    aside = range(head.last + 1, rest.first)
    words = [*head.words, *rest.words]
    return replace(head, last=rest.last, entities=[*entities, *rest.entities], words=words, aside=aside)
