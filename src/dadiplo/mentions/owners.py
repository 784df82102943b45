"""Whose an office is: the state or body beside it, the one named before, or something unknown."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import takewhile
from typing import TYPE_CHECKING

from dadiplo.affixes import FEMININES, HER
from dadiplo.folding import fold
from dadiplo.labels import Entry
from dadiplo.lexicon import CUE
from dadiplo.mentions.anaphors import body_meant
from dadiplo.mentions.bodykinds import FIRMS, GOVERNMENT
from dadiplo.mentions.readings import Reading
from dadiplo.model import Mention
from dadiplo.resources import DD, ID

if TYPE_CHECKING:
    from dadiplo.mentions.finder import MentionFinder

_SMALL_GAP = 4
#: What stands between an office and whose it is.
_BEFORE_OWNERS = {CUE + name for name in ("of", "definite", "object-pronoun")}


class Owners:
    """Reads whose the offices of a sentence are, for ``Persons``."""

    def __init__(self, finder: MentionFinder) -> None:
        self.finder = finder
        self.lexicon = finder.lexicon

    def of(self, reading: Reading, office: Mention) -> tuple[str, int, int]:
        """Return the state or body whose office it is, and the first and last word of office and owner together."""
        owner, first, last = self._beside(reading, office)
        behind = any(m.iri == owner and m.kind == "state" and m.first > office.last for m in reading.entities)
        if behind and self.lexicon.order == "SVO" and self._possessed(reading, office):
            # "Its mission chief for X" is of the body spoken of.
            owner, first, last = "", office.first, office.last
        owner = owner or self._possessor(reading, office) or self._of_government(reading, office)
        if not owner and self.lexicon.name_shape == "head-first":
            owner, last = self._definite_owner(reading, last)
        return owner, first, last

    def _beside(self, reading: Reading, office: Mention) -> tuple[str, int, int]:
        """Read the state or body that stands beside an office: right behind it, or before it."""
        words = reading.sentence.words
        for mention in reading.entities:
            shared = office.first < mention.first <= office.last < mention.last
            if mention.kind not in ("state", "organization") or (mention.first <= office.last and not shared):
                continue
            # "Head of agency" is an office, and "agency …" the name of the body.
            adjacent = shared or mention.first == office.last + 1
            may_follow = adjacent or self.lexicon.order != "SOV"
            if may_follow and self._near(reading, office.last + 1, mention.first, after=True):
                return mention.iri, office.first, self._with_state(reading, mention)
            break
        for mention in reversed(reading.entities):
            if mention.kind not in ("state", "organization") or mention.last >= office.last:
                continue
            if mention.first < office.first <= mention.last:
                # "X's finance committee chair": the committee is the body, and "committee chair" the office.
                return mention.iri, office.first, office.last
            if mention.last >= office.first:
                continue
            if self._near(reading, mention.last + 1, office.first, after=False):
                return mention.iri, (mention.first if mention.form == "demonym" else office.first), office.last
            break
        return "", office.first, min(office.last, len(words) - 1)

    def _with_state(self, reading: Reading, owner: Mention) -> int:
        """Return the last word of an owner with the state behind it: "the head of the commission in X"."""
        state = next((m for m in reading.entities if m.kind == "state" and m.first == owner.last + 2), None)
        joined = any(w.iri == CUE + "in" and w.first == owner.last + 1 for w in reading.words)
        named = owner.kind == "organization" and self.lexicon.name_shape == "head-first"
        return state.last if state is not None and joined and named else owner.last

    def _definite_owner(self, reading: Reading, last: int) -> tuple[str, int]:
        """Return the body named before that a definite noun behind an office means ("the governor of the bank")."""
        words = reading.sentence.words
        index = last + 1
        if index < len(words) and any(w.iri == CUE + "in" and w.last == index for w in reading.words_at(index)):
            index += 1
        if index >= len(words) or reading.entity_at(index) or words[index].before.strip():
            return "", last
        owner = body_meant(self.finder, words[index].text, words[index].span.start)
        return (owner, index) if owner else ("", last)

    def _possessor(self, reading: Reading, office: Mention) -> str:
        """Return the body or state that "its governor" speaks of: the one named last before."""
        if self.lexicon.name_shape == "head-first":
            return self._by_ending(reading, office)
        if not self._possessed(reading, office):
            return ""
        before = [m for m in reading.entities if m.last < office.first and m.kind in ("organization", "state")]
        bodies = [m for m in before if m.kind == "organization"]
        if before:
            return (bodies or before)[-1].iri
        text = self.finder.document.text
        # "Its mission chief, X, said …": of the body named last.
        near = office.first == 1 or not self.lexicon.drops_pronouns
        last = self._last_body(reading, text.rfind("\n", 0, reading.sentence.span.start)) if near else ""
        return last or self._firm_named_last(reading, office)

    def _firm_named_last(self, reading: Reading, office: Mention) -> str:
        """Return the firm whose founder or manager "its founder" is: the body named last before, if it is one."""
        if self.lexicon.value(office.iri, DD + "inFirmsToo") != "true":
            return ""
        last = self._last_body(reading, 0)
        return last if last and self.finder.is_firm(last) else ""

    def _possessed(self, reading: Reading, office: Mention) -> bool:
        """Tell whether "its" stands right before an office; whose a counterpart is holds no office there."""
        owned = any(w.iri == CUE + "possessive" and w.last == office.first - 1 for w in reading.words)
        return owned and not any(w.iri == CUE + "counterpart" and w.first == office.first for w in reading.words)

    def _last_body(self, reading: Reading, start: int) -> str:
        """Return the body named last before a sentence, from a place in the text on."""
        before = self.finder.namings.before(reading.sentence.span.start)
        inside = takewhile(lambda named: named[0].start > start, before)
        return next((iri for _, iri in inside if iri.startswith(f"{ID}org/")), "")

    def _by_ending(self, reading: Reading, office: Mention) -> str:
        """Return whose an office is by the pronoun joined to it: the body or state named last that agrees with it."""
        word = reading.sentence.words[office.last].text
        readings = self.lexicon.analyses(word)
        if not any(a.possessive for a in readings) or any(e.iri == office.iri for e in self._whole(word)):
            return ""
        feminine = word.endswith(HER)
        named: Iterable[tuple[int, str]] = sorted(
            (
                (m.span.start, m.iri)
                for m in reading.entities
                if m.last < office.first and m.kind in ("organization", "state")
            ),
            reverse=True,
        )
        if not named:
            place = reading.sentence.span.start
            before = self.finder.namings.before(place)
            named = (
                (span.start, iri)
                for span, iri in before
                if iri.startswith((f"{ID}state/", f"{ID}org/")) and span.end < place
            )
        text = self.finder.document.text
        for start, iri in named:
            opening = re.compile(r"\S+").search(text, start)
            if iri.startswith(f"{ID}state/") or (opening is not None and feminine == opening[0].endswith(FEMININES)):
                return iri
        return ""

    def _whole(self, word: str) -> list[Entry]:
        """Return the labels of one word that a word is as it stands."""
        return [entry for entry in self.lexicon.entries.get(fold(word), ()) if len(entry.words) == 1]

    def _of_government(self, reading: Reading, office: Mention) -> str:
        """Return the state that "spokesman for the Government" most likely speaks of."""
        head = next((w for w in reading.words if w.iri == GOVERNMENT and w.first > office.last), None)
        if head is None or self.lexicon.order == "SOV" or head.first - office.last > _SMALL_GAP:
            return ""
        between = range(office.last + 1, head.first)
        if not all({CUE + "of", CUE + "definite", CUE + "in"} & {w.iri for w in reading.words_at(i)} for i in between):
            return ""
        joined = bool(between) or CUE + "of" in head.cues or self.lexicon.name_shape == "head-first"
        return self.finder.homes.likely(reading, office.first) if joined else ""

    def of_unknown(self, reading: Reading, office: Mention) -> bool:
        """Tell whether an office that firms and clubs have too is said to be one of something unknown."""
        words = reading.sentence.words
        if self.lexicon.order == "SOV":
            # "The president of the company".
            of = any(w.iri == CUE + "of" for w in reading.words_at(office.first - 1)) if office.first else False
            firms = FIRMS | {CUE + "firm"}
            return of and any(w.iri in firms and w.last == office.first - 2 for w in reading.words)
        if self.lexicon.value(office.iri, DD + "inFirmsToo") != "true":
            return False
        at = office.last + 1
        if self.lexicon.name_shape == "head-first":
            return self._at_something_quoted(reading, at)
        if at >= len(words) or not any(w.iri == CUE + "of" for w in reading.words_at(at)):
            return False
        while at < len(words) and (
            any(w.iri in _BEFORE_OWNERS for w in reading.words_at(at)) or reading.is_name_word(at, "indefinite")
        ):
            at += 1
        if any(w.iri == CUE + "firm" for w in reading.words_at(at)):
            return True
        if at >= len(words) or reading.taken(at) or words[at].before.strip():
            return False
        if any(w.kind == "body-kind" and w.iri not in FIRMS for w in reading.words_at(at)):
            return False
        # "The president of the bank", where a bank has been named, is one of that bank.
        stem = min((a.stem for a in self.lexicon.analyses(words[at].text)), key=len)
        return not any(iri.startswith(ID + "org/") for iri in self.finder.names.with_word(stem))

    def _at_something_quoted(self, reading: Reading, at: int) -> bool:
        """Tell whether an Arabic office is one at what stands between quotation marks ("head of research at «X»")."""
        words = reading.sentence.words
        opened = {quote.start for quote in reading.quotes}
        for index in range(at, min(at + _SMALL_GAP, len(words) - 1)):
            inside = {w.iri for w in reading.words_at(index)} & {CUE + "in", CUE + "with"}
            if inside and words[index + 1].span.start in opened:
                entity = reading.entity_at(index + 1)
                return entity is None or not self.finder.is_official(entity.iri)
        return False

    def _near(self, reading: Reading, start: int, end: int, *, after: bool) -> bool:
        """Tell whether only small words stand between an office and its owner: "of the", "'s", a portfolio."""
        words = reading.sentence.words
        if end - start > _SMALL_GAP - (0 if after else 1):
            return False
        for index in range(start, end + 1):
            before = words[index].before.lstrip(")" if index == start and not after else "")
            if re.search(r"[^\s'’\-“”\"«»]", before):
                return False
        small = {CUE + name for name in ("of", "in", "definite", "by", "to", "about")}
        if self.lexicon.name_shape == "head-first" and end > start:
            # "The minister of finance in Zambia": nothing but a preposition stands between.
            inside = {w.iri for w in reading.words_at(end - 1)}
            if not after or not inside & {CUE + "in", CUE + "to"}:
                return False
            # "The director for accounts in the department": only what the office is for stands between.
            between = (self.lexicon.analyses(words[index].text) for index in range(start, end - 1))
            return all(any(a.definite for a in readings) for readings in between)
        for index in range(start, end):
            meanings = reading.words_at(index)
            if any(m.kind == "cue" and m.iri not in small for m in meanings) and not reading.is_name_word(
                index, "name-connector"
            ):
                return False
            verb = any(m.form in ("verb", "passive") for m in meanings) and all(m.form != "noun" for m in meanings)
            if verb or any(m.kind == "office" for m in meanings):
                return False
            if not meanings and (words[index].text[:1].isupper() or self.lexicon.name_shape != "capitals"):
                return False
        return True
