"""Labels as they are looked up in texts: what they stand for, what words can begin, and labels with a gap."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple, TypeAlias

from dadiplo.folding import fold
from dadiplo.model import Mention, Word
from dadiplo.resources import VOCAB

#: How many words can stand in the gap of a verb, and of a noun, and what ends the search behind it.
_GAP, _GAP_OF_NOUN = 14, 4
#: How long prepositions are.
_SMALL = 3
#: How many words the first part of a label with a gap has at most.
_LONGEST = 6
#: How many words from the first of a label with a gap its rest can begin.
REACH = _GAP + _LONGEST
#: How many words a doer has that stands inside a verb.
_GAP_OF_DOER = 12
_OPENERS = {f"{VOCAB}cue/{name}" for name in ("that", "which", "where", "if")}
#: Days that are read inside a longer label too.
_DAYS_INSIDE = {f"{VOCAB}cue/{name}" for name in ("today", "yesterday")}
#: How many words a gap has at most where a verb without one begins alike.
_NEAR_GAP = 6
_AFTER_GAP = re.compile(r"[;؛:\n.]")


class Entry(NamedTuple):
    """A label: the words it consists of, and what it stands for. A lexicon has ten thousands: tuples load fast."""

    words: tuple[str, ...]
    iri: str
    kind: str
    form: str
    #: The label has the article of its own: "the Sudan", but not "the Mali" (where the word means "financial").
    definite: bool = False
    #: How the text must write the first word: "" as it likes, "A" with a capital ("May"), "AA" all in capitals ("US");
    #: "A A" asks a capital of the last word too ("La Paz").
    capitals: str = ""
    #: Words that must follow at some distance: the label is written "took … office".
    tail: tuple[str, ...] = ()
    #: What may stand before the tail is the doer only.
    doer_inside: bool = False


@dataclass(frozen=True, slots=True)
class Analysis:
    """One way to read a word: what is left of it, how many letters were peeled off, and their meanings."""

    stem: str
    skip: int
    cues: tuple[str, ...]
    definite: bool
    #: A joined pronoun was taken off; cues are not read in such words ("in it" governs no other noun).
    possessive: bool = False
    #: The word is another form of the verb than this one, which labels of several words have.
    inflected: bool = False


#: Labels that are found, each with the reading of its first word.
Labels: TypeAlias = tuple[tuple[Entry, Analysis], ...]


@dataclass(frozen=True, slots=True)
class Opening:
    """What a word can begin, each with the reading of the word: labels that it is by itself, and longer ones."""

    labels: Labels
    longer: tuple[tuple[Node, Analysis], ...]
    #: The words with which the longer labels can go on.
    following: frozenset[str]
    #: How the word is read as a later word of a label, and what it goes on with there.
    parts: tuple[Analysis, ...]
    stems: frozenset[str]
    #: Labels with a gap that begin with the word, by their second word before the gap.
    parted: dict[str, list[tuple[Entry, Analysis]]]
    #: Those of which one word stands before the gap, by the first word behind it.
    gapped: dict[str, list[tuple[Entry, Analysis]]]
    #: The kinds of all labels that begin with the word.
    kinds: frozenset[str]

    def under(self, children: dict[str, Node]) -> list[tuple[Node, bool]]:
        """Return the nodes to which the word leads from one above, and whether as another form of a verb."""
        if children.keys().isdisjoint(self.stems):
            return []
        return [(children[part.stem], part.inflected) for part in self.parts if part.stem in children]


@dataclass(slots=True)
class Node:
    """A place in the tree of labels: the words that go on from there, and the labels that end there."""

    children: dict[str, Node] = field(default_factory=dict)
    entries: list[Entry] = field(default_factory=list)
    #: Labels with a gap that begin there.
    parted: list[Entry] = field(default_factory=list)
    #: Of a first word: the kinds of all labels that it can begin.
    kinds: set[str] = field(default_factory=set)


def with_gaps(
    ends: dict[int, Labels], openings: list[Opening], words: tuple[Word, ...], first: int
) -> dict[int, Labels]:
    """Add the labels with a gap that begin at a word; other triggers there say less ("added … to reserves").

    Of several verbs the one counts whose rest stands nearest ("organised … a seminar on the trade in coins").
    """
    found: dict[int, list[tuple[Entry, Analysis]]] = defaultdict(list)
    told = list(behind_gaps(ends, openings, words, first))
    whole = max((last for last, labels in ends.items() if any(e.kind == "trigger" for e, _ in labels)), default=first)
    if whole > first:
        # "Put off once more …": a verb of two words with nothing between is no other with much in its gap.
        told = [one for one in told if one[0].doer_inside or one[2] - whole <= _NEAR_GAP]
    close = min((start for entry, _, start in told if _names_what(entry)), default=len(words))
    nearest, nearby = len(words), list[tuple[Entry, Analysis]]()
    for entry, reading, start in told:
        if entry.kind == "trigger" and not entry.doer_inside and start > close:
            continue
        if entry.doer_inside:
            nearby = [*(nearby if start == nearest else []), (entry, reading)] if start <= nearest else nearby
            nearest = min(start, nearest)
        else:
            found[first + len(entry.words) - 1].append((entry, reading))
    if nearby and not found:
        found[first] = nearby
    if not found:
        return ends
    kept = dict(ends)
    if any(entry.kind == "trigger" for labels in found.values() for entry, _ in labels):
        kept = {last: tuple(label for label in labels if label[0].kind != "trigger") for last, labels in ends.items()}
    merged = {last: in_order([*kept.get(last, ()), *found.get(last, ())]) for last in sorted({*kept, *found})}
    return {last: labels for last, labels in merged.items() if labels}


def _names_what(entry: Entry) -> bool:
    """Tell whether behind the gap of a verb stands a noun, not a preposition alone."""
    return entry.kind == "trigger" and not entry.doer_inside and any(len(word) > _SMALL for word in entry.tail)


def behind_gaps(
    ends: dict[int, Labels], openings: list[Opening], words: tuple[Word, ...], first: int
) -> Iterator[tuple[Entry, Analysis, int]]:
    """Yield the labels with a gap that begin at a word, each with where its rest begins behind the gap."""
    parted, gapped = openings[first].parted, openings[first].gapped
    beside = sorted(openings[first + 1].stems & parted.keys()) if first + 1 < len(openings) else ()
    begun = [label for second in beside for label in parted[second]]
    if not (begun or gapped):
        return
    ahead = {stem for other in openings[first + 1 : first + REACH] for stem in other.stems}
    begun += [label for opens in sorted(gapped.keys() & ahead) for label in gapped[opens]]
    for entry, reading in begun:
        if not ahead.issuperset(entry.tail):
            continue
        last = first + len(entry.words) - 1
        rest = zip(entry.words[1:], openings[first + 1 :], strict=False)
        begins = last < len(words) and all(word in other.stems for word, other in rest)
        start = _following(entry, words, last, openings) if begins else 0
        if start == last + 1 and any(label.iri == entry.iri for label, _ in ends.get(last + len(entry.tail), ())):
            # Nothing stands in the gap, and a label without one has all its words.
            continue
        if start:
            yield entry, reading, start


def _following(entry: Entry, words: tuple[Word, ...], last: int, openings: list[Opening]) -> int:
    """Return where the second part of a label with a gap stands behind its first, or 0."""
    tail, gap = entry.tail, _GAP_OF_NOUN if entry.form == "noun" else _GAP_OF_DOER if entry.doer_inside else _GAP
    for start in range(last + 1, min(last + 2 + gap, len(words) - len(tail) + 1)):
        if words[start].before != " " and _AFTER_GAP.search(words[start].before):
            return 0
        if tail[0] in openings[start].stems and all(
            word in openings[start + number].stems for number, word in enumerate(tail)
        ):
            return start if start > last + 1 or not entry.doer_inside else 0
        if entry.doer_inside and _ends_doer(openings[start]):
            return 0
    return 0


def _ends_doer(opening: Opening) -> bool:
    """Tell whether a word can be no part of a doer: it opens a clause, or is a verb and nothing else."""
    entries = [entry for entry, _ in opening.labels]
    if any(entry.iri in _OPENERS for entry in entries):
        return True
    return any(entry.kind == "trigger" for entry in entries) and all(
        entry.form in ("verb", "passive") for entry in entries
    )


def of_kinds(labels: Labels, kinds: Collection[str]) -> Labels:
    """Return the labels of some kinds."""
    return tuple(label for label in labels if label[0].kind in kinds)


def in_order(labels: list[tuple[Entry, Analysis]]) -> Labels:
    """Return labels in a fixed order; of one thing in one form the reading with the fewest letters peeled off."""
    if len(labels) == 1:
        return tuple(labels)
    first: dict[tuple[str, str, str], tuple[Entry, Analysis]] = {}
    for entry, reading in labels:
        first.setdefault((entry.kind, entry.iri, entry.form), (entry, reading))
    return tuple(first[key] for key in sorted(first))


def stays_inside(entry: Entry, outer: Labels) -> bool:
    """Tell whether a label is also read inside a longer one: a day, and a topic inside a verb."""
    if entry.kind == "weekday":
        return any(other.kind == "trigger" and entry.words[0] not in other.words for other, _ in outer)
    return entry.iri in _DAYS_INSIDE or (entry.kind == "topic" and any(other.kind == "trigger" for other, _ in outer))


def in_place(result: list[Mention], tails: list[Mention]) -> list[Mention]:
    """Put in verbs whose label has a gap, at the words behind it, in place of other verbs there that are no longer."""
    longer = [m for m in result if m.kind == "trigger" and any(m.first < t.first and t.last <= m.last for t in tails)]
    tails = [t for t in tails if not any(m.first < t.first and t.last <= m.last for m in longer)]
    taken = {index for tail in tails for index in range(tail.first, tail.last + 1)}
    kept = [m for m in result if m.kind != "trigger" or taken.isdisjoint(range(m.first, m.last + 1))]
    return sorted(dict.fromkeys([*kept, *tails]), key=lambda m: (m.first, m.last, m.kind, m.iri, m.form))


def raw_length(word: str, folded: int) -> int:
    """Return how many characters of the raw word make up its first ``folded`` folded letters."""
    for length in range(len(word) + 1):
        if len(fold(word[:length])) >= folded:
            while length < len(word) and folded and not fold(word[length]):
                length += 1
            return length
    return len(word)


def capitals_fit(wanted: str, word: str) -> bool:
    """Tell whether a word has the capitals that a label asks for: none, one, or all."""
    if not wanted:
        return True
    return word.isupper() if wanted == "AA" else word[:1].isupper()
