"""Clauses of a sentence and the position of each entity in its clause, by marks, cues and word order alone."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from dadiplo.clauses.positions import assign_positions
from dadiplo.clauses.relatives import AUXILIARIES, around_relatives
from dadiplo.clauses.tenses import is_gerund
from dadiplo.clauses.wordorder import LIST_GAP, MARK, ROLE_CUES, marked, says
from dadiplo.isodates import Time
from dadiplo.lexicon import CUE, Lexicon
from dadiplo.mentions.homographs import behind_articles, bound_motions, by_neighbours, misread
from dadiplo.mentions.readings import MODAL_CUES, Clause, SentenceMentions, is_verb, without_genitive
from dadiplo.model import Mention
from dadiplo.resources import DD
from dadiplo.terms import ESTABLISHMENT, MEETING, NOUN_EVENTS, VISIT

_OPENERS = {CUE + "that", CUE + "which", CUE + "where", CUE + "if"}
#: Cues that are predicates: a part of a sentence that has one can stand as a clause.
_PREDICATES = {CUE + name for name in ("judges", "predicts", "unnamed-view", "context", "aim", "benefit", "first")}
#: Cues that belong to the verb behind them.
_WITH_VERB = {
    CUE + name
    for name in ("negation", "planned", "possible", "earlier", "failed", "draft", "should", "and", "to", "aim")
}
#: What opens a phrase that can be a doer.
_ARTICLES = {CUE + name for name in ("definite", "indefinite", "possessive")}
_OPENING_PHRASES = _ARTICLES | {CUE + "failed"}
#: What verbs of holding and making tell with their noun.
_JOURNEYS = {MEETING, VISIT}
#: What opens a clause that dates the one before it.
_DATING = {CUE + "after", CUE + "before"}
#: How many auxiliaries and adverbs stand between a comma and its verb.
_AUXILIARIES = 2
#: Marks that end a quotation.
_QUOTED = re.compile('[»”"’]')
#: Marks that part sentences rather than phrases.
_STRONG = re.compile("[;؛]")


def clauses(mentions: SentenceMentions, lexicon: Lexicon) -> list[Clause]:
    """Return the clauses of a sentence in order, with one finite verb at most, and the position of each entity."""
    if mentions.times:
        mentions = replace(mentions, words=_without_time_cues(mentions, lexicon))
    if lexicon.order == "VSO":
        mentions = replace(mentions, words=by_neighbours(mentions))
    elif lexicon.order == "SOV":
        mentions = replace(mentions, words=bound_motions(mentions))
    else:
        mentions = replace(mentions, words=behind_articles(mentions, lexicon))
    parts = _parts(mentions, lexicon)
    if lexicon.order == "SOV":
        parts = around_relatives(parts, lexicon)
    merged = _merge(parts, lexicon, mentions.times)
    timed = {index for time in mentions.times for index in range(time.first, time.last + 1)}
    words = enumerate(mentions.sentence.words) if mentions.quotes else ()
    quoted = {index for index, word in words if any(word.span in quote for quote in mentions.quotes)}
    for before, clause in zip([None, *merged], merged, strict=False):
        clause.timed, clause.quoted = timed, quoted
        assign_positions(clause, lexicon, mentions.titles, resumes=before is not None and _resumes(clause, before))
    return merged


def _resumes(clause: Clause, before: Clause) -> bool:
    """Tell whether a clause begins with the verb of the doer that a relative clause describes ("X, who …, told Y")."""
    words, verb = clause.sentence.words, clause.verb
    if before.opener != CUE + "which" or clause.opener or verb is None:
        return False
    if _QUOTED.search(words[verb.first].before):
        # "«What who … says», answered X."
        return False
    start = max((i for i in range(before.first + 1, verb.first + 1) if MARK.search(words[i].before)), default=-1)
    return start > before.first and 0 <= verb.first - start <= _AUXILIARIES


def supposes(clause: Clause, *, answering: bool = False) -> bool:
    """Tell whether a clause only asks, or makes a condition ("if X banned …"): nothing is told of.

    Where somebody is answering, "you" is who does what the clause tells.
    """
    condition = clause.cue("if")
    asked = clause.cue("asked")
    you = clause.cue("second-person")
    if you is not None and not answering and you.first not in clause.quoted and clause.verb is not None:
        # "You have not met X", "X and Y have told you": of readers, or of who is asked.
        return True
    if asked is not None and (clause.verb is None or asked.first < clause.verb.first):
        return True
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
    """Leave out prepositions that govern a time: "in June the bank …" says nothing of where the bank is.

    "In May" is no "may".
    """
    if lexicon.order == "SOV":
        beside = {time.last + 1 for time in mentions.times}
        return [w for w in mentions.words if not (w.kind == "cue" and w.first in beside and w.iri in ROLE_CUES)]
    beside = {time.first - 1 for time in mentions.times}
    inside = {index for time in mentions.times for index in range(time.first - 1, time.last + 1)}
    within = {index for time in mentions.times for index in range(time.first, time.last + 1)}
    return [
        w
        for w in mentions.words
        # "The first of April" is the first of nothing else.
        if not (w.kind == "cue" and (w.last in beside or w.first in within) and w.iri in ROLE_CUES)
        and not (w.iri == CUE + "first" and w.last in inside)
        and not (w.iri == CUE + "possible" and w.first == w.last and w.first in within)
    ]


def _once(entities: list[Mention], *, cues_behind: bool) -> list[Mention]:
    """Leave out the abbreviation in brackets that stands right behind the name it repeats.

    Where cues stand behind what they govern, the name reaches as far as its abbreviation: "the bank (CB) <subject>".
    """
    kept: list[Mention] = []
    for mention in entities:
        if not (kept and kept[-1].iri == mention.iri and mention.first == kept[-1].last + 1):
            kept.append(mention)
        elif cues_behind:
            kept[-1] = kept[-1]._replace(last=mention.last)
    return kept


def _parts(mentions: SentenceMentions, lexicon: Lexicon) -> list[Clause]:
    sentence = mentions.sentence
    inside = {
        index
        for mention in [*mentions.entities, *mentions.words]
        if mention.last > mention.first
        for index in range(mention.first + 1, mention.last + 1)
    }
    openers: dict[int, str] = {}
    opening = {m.first: m.iri for m in mentions.words if m.iri in _OPENERS}
    verbs_after_and = {m.first for m in mentions.words if is_verb(m) and CUE + "and" in m.cues}
    breaks = {*opening, *verbs_after_and, *_first_of_its_kind(mentions)}
    breaks |= {
        index for index, left, right in _between_verbs(mentions, lexicon) if not breaks & set(range(left, right))
    }
    breaks |= marked(sentence)
    starts = [0, *(index for index in sorted(breaks - inside) if 0 < index < len(sentence.words))]
    for index in starts:
        openers[index] = opening.get(index, "")
    ends = [start - 1 for start in starts[1:]] + [len(sentence.words) - 1]
    return [
        _part(mentions, start, end, openers[start], lexicon)
        for start, end in zip(starts, ends, strict=True)
        if end >= start
    ]


def _part(mentions: SentenceMentions, first: int, last: int, opener: str, lexicon: Lexicon) -> Clause:
    named = [mention for mention in mentions.entities if first <= mention.first <= last]
    entities = _once(named, cues_behind=lexicon.order == "SOV")
    words = [mention for mention in mentions.words if first <= mention.first <= last]
    if lexicon.order == "SOV":
        words = [without_genitive(word, mentions.sentence, last, lexicon) for word in words]
    verbs = {(word.first, word.last) for word in words if is_verb(word)}
    twins = verbs and verbs & {(word.first, word.last) for word in words if word.kind == "cue"}
    if twins:
        behind = lexicon.order == "SOV"
        words = [w for w in words if (w.first, w.last) not in twins or not misread(w, first, words, _OPENERS, behind)]
    return Clause(mentions.sentence, first, last, opener, mentions.sentence.tail, entities, words)


def _between_verbs(mentions: SentenceMentions, lexicon: Lexicon) -> list[tuple[int, int, int]]:
    """Return where a clause ends between two finite verbs, with the end of the first and the start of the second.

    It ends behind the first verb if verbs come last, else before the second. Auxiliaries and "and" go with the second
    verb; after a verb of saying all that follows does, as in "X said Y had …".
    """
    twins = {(word.first, word.last) for word in mentions.words if word.kind == "cue"}
    verbs = [word for word in mentions.words if is_verb(word) and (word.first, word.last) not in twins]
    if not verbs[1:]:
        return []
    cues = {word.first: word.iri for word in mentions.words if word.kind == "cue"}
    with_verb = {word.last: word.first for word in mentions.words if word.iri in _WITH_VERB}
    words = mentions.sentence.words
    timed = {i for time in mentions.times for i in range(time.first - 1, time.last + 1)}
    infinitives = tuple(letters for cue, letters in lexicon.tenses if cue == CUE + "infinitive") or ("\n",)
    result = []
    for left, right in pairwise(verbs):
        if right.first <= left.last + 1:
            continue
        if set(range(left.last + 1, right.first)) <= timed and words[right.first].text.endswith(infinitives):
            # "Proposed on Monday to buy": the day parts no clauses.
            continue
        if lexicon.order == "SOV":
            end = _end_of_verb(mentions, left, right, lexicon)
            result.append((end, end, right.first + 1))
            continue
        start = right.first
        if lexicon.order == "SVO" and not lexicon.drops_pronouns and cues.get(start - 1) == CUE + "pronoun":
            # "In a note released last week it warned": the pronoun is the doer of the verb behind it.
            start -= 1
        while with_verb.get(start - 1, left.last) > left.last:
            start = with_verb[start - 1]
        if _says_on(mentions, right, lexicon):
            result.append((right.first, left.last + 1, right.first + 1))
            continue
        said = says(left, lexicon)
        named = any(left.last < m.first and m.last < start for m in mentions.entities)
        # "Commended X for it and expressed the hope": "and" goes on with the doer.
        said = said and (lexicon.drops_pronouns or cues.get(start) != CUE + "and")
        if said and (named or _tells_of_phrase(mentions, left, lexicon)) and lexicon.order == "SVO":
            start = left.last + 1
        elif lexicon.order == "SVO":
            start = _joined_doer(mentions, lexicon, left, right) or _dated_by(mentions, left, start) or start
            # "Met X, on Monday, to discuss …": what it was for has the day of the meeting.
            purpose = cues.get(start) in (CUE + "to", CUE + "aim")
            start = _at_comma(
                mentions, left, start, mentions.entities if purpose else [*mentions.entities, *mentions.times]
            )
        result.append((start, left.last + 1, right.first + 1))
    return result


def _end_of_verb(mentions: SentenceMentions, verb: Mention, following: Mention, lexicon: Lexicon) -> int:
    """Return the word behind a verb that comes last and its auxiliaries, which can overlap it and go on behind it."""
    words = mentions.sentence.words
    end = max(word.last for word in mentions.words if word.first <= verb.last <= word.last) + 1
    while end < following.first and words[end].before == " " and AUXILIARIES & set(lexicon.cues_of(words[end].text)):
        end += 1
    return end


def _at_comma(mentions: SentenceMentions, left: Mention, start: int, told: Sequence[Mention | Time]) -> int:
    """Return where the last mark before a clause stands, if a name or a time stands between it and the clause."""
    marks = [i for i in range(left.last + 2, start + 1) if MARK.search(mentions.sentence.words[i].before)]
    belongs = marks and any(marks[-1] <= m.first and m.last < start for m in told)
    return marks[-1] if belongs else start


def _tells_of_phrase(mentions: SentenceMentions, verb: Mention, lexicon: Lexicon) -> bool:
    """Tell whether an article or "no" behind a verb of saying opens what is said ("said no coins had been sold").

    Behind a quotation ("…", said the minister) it is the doer.
    """
    words = mentions.sentence.words
    if lexicon.drops_pronouns or words[verb.first].before != " ":
        return False
    return bool(_OPENING_PHRASES & set(lexicon.cues_of(words[verb.last + 1].text)))


def _says_on(mentions: SentenceMentions, verb: Mention, lexicon: Lexicon) -> bool:
    """Tell whether a gerund of saying goes on with the doer of the verb before ("wrote to X asking for …")."""
    if lexicon.order != "SVO" or not says(verb, lexicon):
        return False
    beside = any(m.last == verb.first - 1 for m in mentions.entities)
    word = mentions.sentence.words[verb.first]
    return beside and word.before == " " and is_gerund(lexicon, word.text)


def _joined_doer(mentions: SentenceMentions, lexicon: Lexicon, left: Mention, right: Mention) -> int:
    """Return where "and" and an article or a name open a clause ("bought coins and the bank sold them")."""
    words = mentions.sentence.words
    joins = [w for w in mentions.words if w.iri == CUE + "and" and left.last < w.first and w.last + 2 <= right.first]
    for join in reversed(joins):
        if any(MARK.search(words[i].before) for i in range(join.first + 1, right.first + 1)):
            continue
        if _ARTICLES & set(lexicon.cues_of(words[join.last + 1].text)) or _named_doer(mentions, join, right):
            return join.first
    return 0


def _dated_by(mentions: SentenceMentions, left: Mention, verb: int) -> int:
    """Return where "after" or "before" opens a clause with a doer of its own ("left after the bank banned coins")."""
    words = mentions.sentence.words
    links = [w for w in mentions.words if w.iri in _DATING and left.last < w.first and w.last + 1 < verb]
    for link in reversed(links):
        if any(MARK.search(words[i].before) for i in range(link.last + 1, verb + 1)):
            continue
        return link.first
    return 0


def _named_doer(mentions: SentenceMentions, join: Mention, verb: Mention) -> bool:
    """Tell whether a name alone stands between "and" and a verb, and no name before it that it could join."""
    small = {w.first for w in mentions.words if w.iri in _WITH_VERB or w.iri == CUE + "object-pronoun"}
    names = [m.last for m in mentions.entities if m.first == join.last + 1]
    named = any(small.issuperset(range(last + 1, verb.first)) for last in names)
    return named and not any(m.last == join.first - 1 for m in mentions.entities)


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
            result[-1] = _join(result[-1], part)
            continue
        if result and pending is None and _is_object(part, result[-1], lexicon):
            result[-1] = _join(result[-1], part)
            continue
        if not _stands_alone(part, lexicon):
            item = "\n" in part.sentence.words[part.first].before
            if result and pending is None and not item and not _opens_next(parts, number, lexicon):
                if lexicon.order == "SVO" and part.opener in (CUE + "where", CUE + "which"):
                    # Who does something that the lexicon does not know there takes no part here.
                    part = replace(part, entities=[])
                result[-1] = _join(result[-1], part)
            elif pending and lexicon.order == "SVO" and _describes_doer(part, pending):
                pending = _join(pending, replace(part, entities=[], words=[w for w in part.words if w.kind == "topic"]))
            else:
                pending = _join(pending, part) if pending else part
            continue
        if pending:
            if _STRONG.search(part.sentence.words[part.first].before):
                # Who is named and what is denied before a semicolon takes no part in what follows.
                kept = [w for w in pending.words if w.iri not in MODAL_CUES]
                pending = replace(pending, words=kept, entities=[] if part.entities else pending.entities)
            result.append(replace(_join(pending, part), opener=part.opener))
            pending = None
        else:
            result.append(part)
    if pending and result:
        result[-1] = _join(result[-1], pending)
    elif pending:
        result.append(pending)
    return result


def _describes_doer(part: Clause, before: Clause) -> bool:
    """Tell whether a relative clause describes who is named before it ("X, the founder who advised Y, …")."""
    return bool(before.entities) and part.opener == CUE + "which"


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
    if dated and set(range(between.first, between.last + 1)) <= covered and part.words_in("noun"):
        return True
    # "The assembly backed, with 441 votes, the bill".
    aside = not between.opener and all(word.kind == "cue" for word in between.words) and len(between.words) > 0
    law = any(word.kind == "measure-kind" and word.first - part.first <= 1 for word in part.words)
    return aside and law and part.sentence.words[part.first].after_comma


def _is_object(part: Clause, before: Clause, lexicon: Lexicon) -> bool:
    """Tell whether a part without a verb is the object that commas part from the verb it needs.

    "The senate rejected last month, by two votes, a bill": where verbs come first the object comes late.
    """
    verb = before.verb
    if lexicon.order != "VSO" or verb is None or part.verb is not None or part.opener:
        return False
    evoked = lexicon.values(verb.iri, DD + "evokes")
    opening = [w for w in part.words if w.kind == "trigger" and w.form == "noun" and w.first == part.first]
    if evoked <= _JOURNEYS and any(lexicon.values(w.iri, DD + "evokes") == evoked for w in opening):
        # "Made, at the head of a delegation, a visit to X".
        return True
    if evoked == {ESTABLISHMENT}:
        # "Set up, in the month of May, a department".
        behind = any(w.kind == "body-kind" and w.first > verb.last for w in before.words)
        return not behind and any(w.kind == "body-kind" and w.first == part.first and not w.cues for w in part.words)
    if lexicon.value(verb.iri, DD + "needsObject") != "true" or any(
        w.kind in NOUN_EVENTS and w.first > verb.last for w in before.words
    ):
        return False
    return any(w.kind in NOUN_EVENTS and w.first == part.first and not w.cues for w in part.words)


def _opens_next(parts: list[Clause], number: int, lexicon: Lexicon) -> bool:
    """Tell whether a part without a predicate begins the clause behind it rather than ends the one before."""
    part = parts[number]
    if lexicon.order != "SVO" or not any(m.kind != "place" for m in part.entities):
        return False
    following = next((other for other in parts[number + 1 :] if _stands_alone(other, lexicon)), None)
    if following is None or following.verb is None or following.opener:
        return False
    first = following.first
    if any(w.iri in (CUE + "to", CUE + "aim") and w.first == first for w in following.words):
        # "X met Y, the minister, to discuss …": the minister is Y.
        return False
    joined = any(w.iri == CUE + "and" and w.first == first for w in following.words)
    bare = all(m.first > following.verb.first for m in following.entities)
    strong = re.search("[;:؛—–]", part.sentence.words[part.first].before)
    return bare and (bool(strong) or (not joined and following.verb.first - first <= LIST_GAP))


def _stands_alone(part: Clause, lexicon: Lexicon) -> bool:
    if lexicon.order == "SOV" and part.cue("into-reserve") is not None:
        return True
    return any(
        is_verb(word) or word.form == "noun" or word.iri in _PREDICATES or word.iri == CUE + "according-to"
        for word in part.words
    )


def _join(clause: Clause, part: Clause) -> Clause:
    return replace(clause, last=part.last, entities=clause.entities + part.entities, words=clause.words + part.words)
