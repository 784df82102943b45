"""Names told by capitals alone, in languages that write names with them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from dadiplo.folding import fold
from dadiplo.lexicon import CUE, JOINT, Lexicon
from dadiplo.mentions.bodykinds import COMPANY
from dadiplo.mentions.readings import Reading
from dadiplo.model import Mention, Span
from dadiplo.resources import ID
from dadiplo.terms import LEGISLATOR, TRIGGER

if TYPE_CHECKING:
    from dadiplo.mentions.persons import Persons

#: How many words the name of a body has at most.
LONGEST = 9
#: How many words the name of a place with "San" or "Port" has at most, that of any place, and that of a person.
_LONGEST_PLACE, _SHORT, _LONGEST_PERSON = 3, 2, 3
#: What stands between a dateline and the sentence that it opens.
_BEHIND_DATELINE = re.compile(r"[^\w\n]*[-–—][ \u00a0]+")
#: What stands behind the agency in a dateline.
_AGENCY = re.compile(r"\)[.:]?\s*[-–—]+\s*")
#: What does not stand before the name of a person.
_NOT_BEFORE_NAMES = {CUE + name for name in ("definite", "firm", "in", "about", "such-as")}
#: What stands between analysts and their firm.
_AT = {CUE + "in", CUE + "at-name", CUE + "with", CUE + "of"}
#: Verbs of motion, which end with the preposition before a place.
_MOTIONS = {TRIGGER + name for name in ("visit", "go")}
#: How many letters a noun has more than the small words that stand before "of" too.
_NOUN = 4
#: How names of firms can be written in one word: WazirX, CoinDCX.
_FIRM_SHAPE = re.compile(r"[A-Z][a-z]+[A-Z]\w*")


def capital_run(lexicon: Lexicon, reading: Reading, first: int, last: int) -> tuple[int, int]:
    """Return the widest run of words with capitals, joined by small words, around some words."""
    words = reading.sentence.words
    while first > 0 and last - first < LONGEST and JOINT.fullmatch(words[first].before):
        if can_be_named(lexicon, reading, first - 1):
            first -= 1
            continue
        step = first - 1
        while step > 0 and first - step <= 2 and _connects(lexicon, reading, step):
            step -= 1
        joined = all(JOINT.fullmatch(words[i].before) for i in range(step + 1, first))
        # "In Tegucigalpa the Honduran council": an article alone joins no names.
        joined = joined and not all(_is_article(lexicon, words[i].text) for i in range(step + 1, first))
        joined = joined and not _is_member(lexicon, reading, step)
        if step < first - 1 and joined and can_be_named(lexicon, reading, step) and step > 0:
            first = step
            continue
        break
    while last + 1 < len(words) and last - first < LONGEST and JOINT.fullmatch(words[last + 1].before):
        if can_be_named(lexicon, reading, last + 1):
            last += 1
            continue
        step = last + 1
        while step < len(words) - 1 and step - last <= 3 and _connects(lexicon, reading, step):
            step += 1
        joined = all(JOINT.fullmatch(words[i].before) for i in range(last + 1, step + 1))
        if (
            step > last + 1
            and joined
            and can_be_named(lexicon, reading, step)
            and not _starts_another(lexicon, reading, last + 1, step)
        ):
            last = step
            continue
        break
    return first, last


def _connects(lexicon: Lexicon, reading: Reading, index: int) -> bool:
    """Tell whether a word is a small one that joins parts of names, also inside a topic ("Sistemas de Pagos")."""
    text = reading.sentence.words[index].text
    return reading.is_name_word(index, "name-connector") or (
        text.islower() and CUE + "name-connector" in lexicon.cues_of(text)
    )


def _is_member(lexicon: Lexicon, reading: Reading, last: int) -> bool:
    """Tell whether a run of two words or more that ends before "of" is somebody: "Ann Lee of the University of X"."""
    first = last
    while (
        first > 0
        and can_be_named(lexicon, reading, first - 1)
        and JOINT.fullmatch(reading.sentence.words[first].before)
    ):
        first -= 1
    titled = first > 0 and any(m.iri == CUE + "honorific" for m in reading.words_at(first - 1))
    known = any(
        reading.words_at(i)
        or reading.entity_at(i) is not None
        or reading.is_name_word(i, "firm-name", "body-name", "place-kind")
        for i in range(first, last + 1)
    )
    return titled or (1 < last + 1 - first <= _LONGEST_PERSON and not known and not lexicon.adjectives_behind)


def _is_article(lexicon: Lexicon, word: str) -> bool:
    """Tell whether a word with a small letter is the definite article and nothing else."""
    cues = set(lexicon.cues_of(word))
    return word.islower() and CUE + "definite" in cues and CUE + "of" not in cues


def _is_indefinite(lexicon: Lexicon, word: str) -> bool:
    """Tell whether a word is the English article that opens a sentence and no name ("An Advisory Council")."""
    return not lexicon.adjectives_behind and CUE + "indefinite" in lexicon.cues_of(word)


def _starts_another(lexicon: Lexicon, reading: Reading, connector: int, index: int) -> bool:
    """Tell whether "and" joins the name of another body or person rather than more of this one."""
    conjunction = any(w.iri == CUE + "and" for w in reading.words_at(connector))
    if not conjunction:
        return False
    entity = reading.entity_at(index)
    if entity is not None and entity.kind != "state":
        return True
    following = [m.kind for m in reading.words_at(index)]
    articles = [_is_article(lexicon, reading.sentence.words[i].text) for i in range(connector + 1, index)]
    if articles and all(articles) and "body-kind" in following:
        # "The Ministry of X and the Ministry of Y".
        return True
    return entity is not None or (
        "body-kind" in following and index == connector + 1 and not can_be_named(lexicon, reading, index + 1)
    )


def can_be_named(lexicon: Lexicon, reading: Reading, index: int) -> bool:
    """Tell whether a word can be part of a name in capitals."""
    words = reading.sentence.words
    if not 0 <= index < len(words):
        return False
    text = words[index].text
    if not text[:1].isupper() and not (text[:1].isdigit() and index and reading.taken(index - 1)):
        return False
    entity = reading.entity_at(index)
    if entity is not None and entity.kind in ("person", "organization"):
        return False
    meanings = reading.words_at(index)
    if any(m.kind in ("office", "month", "weekday") for m in meanings) or _is_indefinite(lexicon, text):
        return False
    if index and not _BEHIND_DATELINE.fullmatch(words[index].before):
        return True
    return not (lexicon.is_common(text) or any(m.kind == "cue" or m.form == "verb" for m in meanings))


#: How many signs stand between a word and what it governs.
_GOVERNED = 3


class UnknownNames:
    """Reads firms and places that nothing but their capitals tells, and what may be persons, for ``Persons``."""

    def __init__(self, persons: Persons) -> None:
        self.persons = persons
        self.finder = persons.finder
        self._before: dict[str, list[str]] | None = None

    def read(self, reading: Reading) -> list[tuple[int, int]]:
        """Read the places and firms that words in capitals name, and return the runs that may name a person.

        Bodies and firms are read before, from their head words; laws, projects and products have an article before
        them or a common noun inside.
        """
        persons = []
        for first, last in self._runs(reading):
            if self._route(reading, first, last):
                continue
            known = self._named_in_full(reading, first, last)
            if known is not None:
                reading.add(known)
                continue
            kind = self._kind(reading, first, last)
            if kind == "place":
                reading.add(self.finder.place(reading, first, last))
            elif kind == "firm":
                reading.add(self.finder.firm(reading, first, last))
            elif kind == "person":
                persons.append((first, last))
        return persons

    def _named_in_full(self, reading: Reading, first: int, last: int) -> Mention | None:
        """Return whom the first words of a name mean that the article has told in full."""
        words = reading.sentence.words
        begins = tuple(fold(words[i].text) for i in range(first, last + 1))
        found = {
            iri
            for iri in self.finder.names.with_word(begins[0])
            if iri.startswith((f"{ID}org/", f"{ID}person/"))
            and any(len(n) > len(begins) and n[: len(begins)] == begins for n in self.finder.names.of(iri))
        }
        behind = words[last + 1] if last + 1 < len(words) else None
        if behind is not None and behind.before == " " and behind.text.istitle() and not reading.entity_at(last + 1):
            # "The National Roundtable": a longer name.
            return None
        if len(found) != 1 or any(len(words[i].text) <= _SHORT for i in range(first, last + 1)):
            return None
        iri = min(found)
        kind = "person" if iri.startswith(f"{ID}person/") else "organization"
        return Mention(Span(words[first].span.start, words[last].span.end), first, last, iri, kind, "word")

    def _runs(self, reading: Reading) -> Iterator[tuple[int, int]]:
        """Yield the first and last word of each run of words in capitals that can be a name."""
        words = reading.sentence.words
        taken: set[int] | None = None
        index = 0
        while index < len(words):
            if reading.words_at(index) or not self.persons.can_name(reading, index, True):
                index += 1
                continue
            if taken is None:
                # A state whose name belongs to a title is no entity of the sentence any more.
                states = self.finder.lexicon.find(reading.sentence, ("state",))
                taken = {i for state in states for i in range(state.first, state.last + 1)}
            lettered = not index and len(words[index].text) == 1
            if index in taken or lettered:
                # "P. Usted …", "Q Thabo …": a letter before a question or an item, behind which a name can begin.
                index += 1
                continue
            end = self._with_firm_word(reading, index, self._end(reading, index))
            if end > index and not self._tells_nothing(reading, index, end):
                yield index, end - 1
            index = max(end, index + 1)

    def _end(self, reading: Reading, index: int) -> int:
        """Return the word behind a run of words that can be a name, which no particle ends."""
        words, end = reading.sentence.words, index
        while end < len(words) and self._belongs(reading, end, end == index):
            if end > index and not re.fullmatch(r"[ \u00a0]*(?:&[ \u00a0]*)?|-", words[end].before):
                break
            end += 1
        while end > index and not words[end - 1].text[:1].isupper():
            end -= 1
        return end

    def _belongs(self, reading: Reading, index: int, first: bool) -> bool:
        """Tell whether a word is one of a name: none with a meaning of its own, but for what ends names of firms."""
        ends = not first and reading.is_name_word(index, "firm-name") and not reading.entity_at(index)
        # "Hadi Al Hussaini", where the particle is a preposition elsewhere.
        ends = ends or (not first and reading.is_name_word(index, "name-particle"))
        if ends and reading.sentence.words[index].text[:1].isupper():
            return True
        return self.persons.can_name(reading, index, first) and not reading.words_at(index)

    def _with_firm_word(self, reading: Reading, index: int, end: int) -> int:
        """Return the end of a run with what firms are in capitals behind it: "Nam Viet Commercial Bank"."""
        words = reading.sentence.words
        while index < end < len(words) and words[end].before == " " and words[end].text[:1].isupper():
            firm = next((m for m in reading.words_at(end) if m.iri in (CUE + "firm", COMPANY)), None)
            if firm is None or reading.entity_at(end) is not None:
                break
            end = firm.last + 1
        return end

    def _tells_nothing(self, reading: Reading, index: int, end: int) -> bool:
        """Tell whether the capitals of a run tell nothing: the one at the start of a sentence, or words of capitals."""
        texts = [word.text for word in reading.sentence.words[index:end]]
        opens = not index and len(texts) == 1 and not self._opens_as_firm(reading, index)
        opens = opens and not self._beside_firm(reading, index, end - 1)
        return all(text.isupper() and len(text) > 1 for text in texts) or opens

    def _kind(self, reading: Reading, first: int, last: int) -> str:
        """Return what a run of words in capitals names ("place", "firm", "person"), or "" where nothing tells."""
        words, length = reading.sentence.words, last + 1 - first
        before = {m.iri for m in reading.words_at(first - 1)} if first else set()
        if length <= _SHORT and self._beside_place(reading, first):
            return "place"
        if before & _AT and any(m.iri == CUE + "unnamed-source" for m in reading.words_at(first - 2)):
            # "Analysts at X".
            return "firm"
        if self._is_agency(reading, first, last):
            return ""
        if before & {CUE + "of"} and self._behind_office(reading, first - 2):
            # "Head of X and Y": a department.
            return ""
        if self._has(reading, "other-name", first, last):
            return ""
        if self._is_seat(reading, first, last) or (length <= _SHORT and self.elects(reading, last)):
            return "place"
        if 1 < length <= _LONGEST_PLACE and reading.is_name_word(first, "place-first"):
            return "place"
        firm = self._has(reading, "firm-name", first, last) or any(
            m.iri in (CUE + "firm", COMPANY) for m in reading.words_at(last)
        )
        if self._employs(reading, first) or (length <= _SHORT and self._beside_firm(reading, first, last)):
            return "firm"
        if first and reading.is_name_word(first - 1, "at-name"):
            staff = self._behind_staff(reading, first - 1) or self._acts(reading, last)
            return "firm" if firm or staff else "place"
        if length <= _SHORT and self._located(reading, first):
            return "place"
        if firm and length > 1 and any(m.iri in (CUE + "firm", COMPANY) for m in reading.words_at(last)):
            return "firm"
        if length == 1:
            shaped = _FIRM_SHAPE.fullmatch(words[first].text) or self._named_doer(reading, first)
            return "firm" if shaped else "place" if self._home(reading, first) else ""
        named = sum(not reading.is_name_word(index, "name-particle") for index in range(first, last + 1))
        if named > _LONGEST_PERSON or self._quoted(reading, first) or self._goes_on(reading, last):
            return ""
        if firm:
            return "firm"
        return "" if before & _NOT_BEFORE_NAMES or self.persons.abbreviates(reading, first, last) else "person"

    def _is_agency(self, reading: Reading, first: int, last: int) -> bool:
        """Tell whether a name in brackets stands before the dash of a dateline ("LUSAKA, Aug 19 (Southern Wire) -")."""
        words = reading.sentence.words
        behind = words[last + 1].before if last + 1 < len(words) else ""
        return words[first].before.endswith("(") and bool(_AGENCY.fullmatch(behind))

    def _is_seat(self, reading: Reading, first: int, last: int) -> bool:
        """Tell whether a name in brackets behind a person is where a member was elected ("X Y (Couva South) said")."""
        words = reading.sentence.words
        member = next((m for m in reading.entities if m.kind == "person" and m.last == first - 1), None)
        behind = words[last + 1].before if last + 1 < len(words) else reading.sentence.tail
        if member is None or not words[first].before.endswith("(") or not behind.startswith(")"):
            return False
        self.finder.offices[member.iri].add((LEGISLATOR, ""))
        return True

    def elects(self, reading: Reading, last: int) -> bool:
        """Tell whether a member of parliament behind a name was elected there ("Camarines Sur congressman X Y")."""
        words = reading.sentence.words
        member = last + 1 < len(words) and any(m.iri == LEGISLATOR for m in reading.words_at(last + 1))
        return member and words[last + 1].before == " " and not self.finder.lexicon.adjectives_behind

    def _beside_firm(self, reading: Reading, first: int, last: int) -> bool:
        """Tell whether "and" or a comma joins a name to that of a firm: "Tether and X", "X, Binance and others"."""
        words = reading.sentence.words
        before = first - 2 if first and self._joins(reading, first - 1) else first - 1
        listed = first > 0 and (before < first - 1 or words[first].before.strip() == ",")
        beside = [reading.entity_at(before)] if listed and before >= 0 else []
        after = last + 2 if last + 1 < len(words) and self._joins(reading, last + 1) else last + 1
        if after < len(words) and (after > last + 1 or words[after].before.strip() == ","):
            beside.append(reading.entity_at(after))
        return any(m is not None and m.kind == "organization" and self.finder.is_firm(m.iri) for m in beside)

    def _joins(self, reading: Reading, index: int) -> bool:
        """Tell whether a word is "and"."""
        return reading.sentence.words[index].before == " " and any(
            m.iri == CUE + "and" for m in reading.words_at(index)
        )

    def _home(self, reading: Reading, index: int) -> bool:
        """Tell whether "of" alone joins a name of one word to a common noun ("jubilados de X", "la central de X")."""
        words = reading.sentence.words
        lexicon = self.finder.lexicon
        if not lexicon.adjectives_behind or index < 2 or words[index].before != " ":
            return False
        of = any(m.iri == CUE + "of" and m.first == m.last for m in reading.words_at(index - 1))
        noun, bare = words[index - 2], words[index - 1].text not in lexicon.contractions
        known = reading.taken(index - 2) or reading.is_name_word(index - 2, "product", "firm-name", "other-name")
        noun_like = noun.text.islower() and len(noun.text) > _NOUN and not noun.text.endswith(lexicon.finite_endings)
        return of and bare and noun_like and not known and self._always_governed(words[index].text)

    def _always_governed(self, name: str) -> bool:
        """Tell whether a small word stands before a name wherever the article has it, as before places."""
        if self._before is None:
            self._before = defaultdict(list)
            for left, right in pairwise(re.finditer(r"^|\w+", self.finder.document.text)):
                self._before[right[0]].append(left[0] if right.start() - left.end() <= _GOVERNED else "")
        return all(word.islower() and len(word) <= _NOUN + 1 for word in self._before[name])

    def _employs(self, reading: Reading, first: int) -> bool:
        """Tell whether a name stands behind words that only firms follow: "joined from X", "according to X"."""
        return bool(first) and reading.is_name_word(first - 1, "firm-follows")

    def _named_doer(self, reading: Reading, index: int) -> bool:
        """Tell whether one word in capitals without an article acts: persons are introduced with two names."""
        text = reading.sentence.words[index].text
        articles = {CUE + "definite", CUE + "indefinite", CUE + "possessive", CUE + "this"}
        described = any(m.iri in articles for m in reading.words_at(index - 1)) if index else False
        # "R. Eso lo desmintió …": behind the letter of who answers a sentence begins.
        answer = index == 1 and len(reading.sentence.words[0].text) == 1
        common = answer or self.finder.lexicon.is_common(text)
        return len(text) > _SHORT and not described and not common and self._acts(reading, index)

    def _opens_as_firm(self, reading: Reading, index: int) -> bool:
        """Tell whether one word that opens a sentence acts like a firm: neither a plural nor a participle."""
        text = reading.sentence.words[index].text
        lexicon = self.finder.lexicon
        shaped = not text.endswith(lexicon.everyday_endings) and not lexicon.adjectives_behind
        return shaped and self._acts(reading, index)

    def _acts(self, reading: Reading, index: int) -> bool:
        """Tell whether a verb in small letters stands right behind a name."""
        words, behind = reading.sentence.words, index + 1
        if behind >= len(words) or words[behind].before != " " or not words[behind].text.islower():
            return False
        return any(m.form == "verb" and m.kind == "trigger" for m in reading.words_at(behind))

    def _behind_office(self, reading: Reading, index: int) -> bool:
        """Tell whether an office stands at a word, or before the adjective there ("el secretario emiratí de X")."""
        if index < 0:
            return False
        words = reading.words_at(index)
        if (
            not words
            and index
            and self.finder.lexicon.adjectives_behind
            and reading.sentence.words[index].text.islower()
        ):
            words = reading.words_at(index - 1)
        return any(m.kind == "office" or m.iri == CUE + "counterpart" for m in words)

    def _has(self, reading: Reading, cue: str, first: int, last: int) -> bool:
        """Tell whether a word of a run is one that names of a kind have."""
        return any(reading.is_name_word(index, cue) for index in range(first, last + 1))

    def _goes_on(self, reading: Reading, last: int) -> bool:
        """Tell whether an entity stands right behind a run, parted by nothing but a space."""
        words = reading.sentence.words
        beside = any(m.first == last + 1 for m in reading.entities)
        return beside and not words[last + 1].before.strip()

    def _beside_place(self, reading: Reading, index: int) -> bool:
        """Tell whether a name goes on with a list of places ("in X, Y and Z")."""
        words = reading.sentence.words
        joined = any(w.iri == CUE + "and" for w in reading.words_at(index - 1)) if index else False
        place = reading.entity_at(index - 2 if joined else index - 1) if index > 1 else None
        comma = words[index].before.strip() == ","
        listed = place is not None and place.kind == "place" and place.first > 0
        governed = listed and place is not None and CUE + "in" in {w.iri for w in reading.words_at(place.first - 1)}
        return (joined or comma) and (
            governed or (joined and listed and self._beside_place(reading, place.first if place else 0))
        )

    def _behind_staff(self, reading: Reading, at: int) -> bool:
        """Tell whether somebody stands before "at": an office, or a person by name."""
        before = reading.entity_at(at - 1) if at else None
        office = at > 0 and any(m.kind == "office" for m in reading.words_at(at - 1))
        return office or (before is not None and before.kind == "person")

    def _route(self, reading: Reading, first: int, last: int) -> bool:
        """Read the two places of "the road from X to Y", "the border between X and Y", and tell whether it is one."""
        words, start = reading.sentence.words, last + 2
        if last + 1 - first > _SHORT or start >= len(words) or first < 2:
            return False
        if reading.taken(start) or not self.persons.can_name(reading, start, True):
            return False
        joint = {w.iri for w in reading.words_at(last + 1)} & {CUE + "and", CUE + "to"}
        named = any(reading.is_name_word(i, "firm-name", "other-name") for i in (*range(first, last + 1), start))
        if named or not joint or not reading.is_name_word(first - 2, "way"):
            return False
        more = start + 1
        joined = more < len(words) and words[more].before == " " and not reading.taken(more)
        reading.add(self.finder.place(reading, first, last))
        reading.add(
            self.finder.place(reading, start, more if joined and self.persons.can_name(reading, more, False) else start)
        )
        return True

    def _located(self, reading: Reading, index: int) -> bool:
        """Tell whether a preposition of place stands right before a name, and no firm's word in it."""
        words = reading.sentence.words
        if reading.is_name_word(index - 1, "near") or (index > 1 and reading.is_name_word(index - 2, "way")):
            counts = index + 1 < len(words) and words[index + 1].text[:1].isdigit()
            named = reading.is_name_word(index, "firm-name", "other-name")
            return not words[index].before.strip() and not named and not counts
        before = reading.words_at(index - 1)
        alone = any(w.iri == CUE + "in" and w.first == w.last for w in before)
        # "Arrived in X", "landed at X".
        alone = alone or any(w.iri in _MOTIONS and w.first < w.last == index - 1 for w in before)
        place = not reading.is_name_word(index, "firm-name", "other-name") and not reading.is_name_word(
            index - 1, "at-name"
        )
        return alone and not words[index].before.strip() and place

    def _quoted(self, reading: Reading, index: int) -> bool:
        return any(reading.sentence.words[index].span in quote for quote in reading.quotes)
