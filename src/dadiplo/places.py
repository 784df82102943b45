"""Places: where the news was written, where something happened, and the capitals that stand for their governments."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from dadiplo.lexicon import CUE
from dadiplo.model import Mention, Span, Word
from dadiplo.readings import EntityRecord, Reading
from dadiplo.resources import DD

if TYPE_CHECKING:
    from dadiplo.mentions import MentionFinder

#: A preposition before the name of a capital makes it a place.
_LOCATIVE = {CUE + name for name in ("in", "to", "of", "capital", "name-connector")}
#: What stands before the name of a capital that is dealt with as a government, and what goes with its acts.
_WITH_GOVERNMENTS = {CUE + name for name in ("with", "between", "by")}
_CONJUNCTIONS = {CUE + name for name in ("and", "that", "where", "which")}
_AUXILIARY = {CUE + name for name in ("negation", "planned", "possible", "earlier", "failed")}
#: Postpositions behind the name of a capital that make it the government.
_ACTING = {CUE + name for name in ("subject", "with", "between", "of")}
_DATELINE_END = re.compile(r"[^.\n]{1,60}?(?:\s[-–—]\s|[):]\s)")
#: How far from the start of its paragraph the place of a dateline can stand.
_DATELINE_AT = 3
_DATELINE = re.compile(r"\s*(?:[-–—(:/]|\.-|[,،][^.\n]{0,30}?(?:[-–—(]|\.-))")


class Places:
    """Reads what the places of a sentence stand for, for a ``MentionFinder``."""

    def __init__(self, finder: MentionFinder) -> None:
        self.finder = finder
        self.lexicon = finder.lexicon

    def read(self, reading: Reading) -> None:
        """Tell the capital that stands for its government from the city; "the capital X" names it with that word."""
        for index, mention in enumerate(reading.entities):
            if mention.kind != "place":
                continue
            state = self.lexicon.value(mention.iri, DD + "capitalOf")
            before = next((w for w in reading.words if w.iri == CUE + "capital" and w.last == mention.first - 1), None)
            if before and state:
                reading.entities[index] = replace(
                    mention, span=Span(before.span.start, mention.span.end), first=before.first, cues=before.cues
                )
                record = self.finder.records.setdefault(mention.iri, EntityRecord(mention.iri, DD + "Place"))
                record.facts.add((DD + "capitalOf", state))
            elif state and self._is_government(mention, reading):
                reading.entities[index] = replace(mention, iri=state, kind="state")

    def _is_government(self, mention: Mention, reading: Reading) -> bool:
        """Tell whether the name of a capital stands for the government: it acts, or is joined with one that does."""
        if self.is_dateline(mention, reading) or (set(mention.cues) | self._cue_before(mention, reading)) & _LOCATIVE:
            return False
        after = [w for w in reading.words if w.first == mention.last + 1]
        before = [w for w in reading.words if w.last == mention.first - 1]
        if any(self._joined_to(mention, other, reading) for other in reading.entities):
            return True
        if self.lexicon.order == "SOV":
            return bool({w.iri for w in after} & _ACTING)
        if (set(mention.cues) | {w.iri for w in before}) & _WITH_GOVERNMENTS:
            return True
        words = reading.sentence.words
        if self.lexicon.order == "VSO":
            if any(w.form == "verb" or w.iri in _AUXILIARY for w in before):
                return True
            # An unknown word that opens the clause is most likely its verb.
            verb = mention.first - 1
            return verb >= 0 and not before and not reading.taken(verb) and _opens(words, verb)
        if mention.last + 1 >= len(words) or words[mention.last + 1].before.strip(" '’"):
            return False
        if words[mention.last + 1].text == "s" or any(w.form == "verb" or w.iri in _AUXILIARY for w in after):
            return True
        # The capital that opens a clause and is followed by an unknown word is most likely its doer.
        opens = _opens(words, mention.first) or any(w.iri in _CONJUNCTIONS for w in before)
        return opens and not any(w.kind in ("cue", "office", "body-kind") for w in after)

    def _joined_to(self, mention: Mention, other: Mention, reading: Reading) -> bool:
        """Tell whether "and" joins the name of a capital to a state or another capital."""
        if other is mention or other.kind not in ("state", "place") or other.form == "demonym":
            return False
        left, right = (mention, other) if mention.first < other.first else (other, mention)
        if right.first - left.last > 2 or (
            other.kind == "place" and not self.lexicon.value(other.iri, DD + "capitalOf")
        ):
            return False
        between = any(w.iri == CUE + "and" and left.last < w.first < right.first for w in reading.words)
        return between or (right.first == left.last + 1 and CUE + "and" in right.cues)

    def _cue_before(self, mention: Mention, reading: Reading) -> set[str]:
        before = {w.iri for w in reading.words if w.kind == "cue" and w.last == mention.first - 1}
        other = next(
            (m for m in reading.entities if m.last == mention.first - 2 and m.kind in ("place", "state")), None
        )
        if other is not None and (CUE + "and" in before or CUE + "and" in mention.cues):
            return self._cue_before(other, reading) | set(other.cues)
        if self.lexicon.order == "SOV":
            return {w.iri for w in reading.words if w.kind == "cue" and w.first == mention.last + 1} & {
                CUE + "in", CUE + "to", CUE + "after",
            }  # fmt: skip
        return before

    def is_dateline(self, mention: Mention, reading: Reading) -> bool:
        """Tell whether a place opens a paragraph as where the news was written."""
        text, start = self.finder.document.text, mention.span.start
        opens = start == reading.sentence.span.start or text[reading.sentence.span.start : start].rstrip().endswith("/")
        return opens and not reading.sentence.headline and bool(_DATELINE.match(text, mention.span.end))

    def after_dateline(self, reading: Reading) -> int:
        """Return where the text begins behind "NAIROBI, Oct 17 -": the date there is that of the report."""
        start = reading.sentence.span.start
        first = next((m for m in reading.entities if m.span.start - start <= _DATELINE_AT), None)
        opens = start == 0 or self.finder.document.text[start - 1] == "\n"
        found = _DATELINE_END.match(self.finder.document.text, start, reading.sentence.span.end)
        if not (found and opens and first is not None and first.kind == "place" and first.span.end <= found.end()):
            return start
        return found.end()


def _opens(words: tuple[Word, ...], index: int) -> bool:
    """Tell whether a word opens a sentence or stands behind a mark."""
    return index == 0 or bool(re.search(r"[,،;؛:.“”\"«»—–-]", words[index].before))
