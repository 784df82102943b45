"""Bodies that the graph does not know, told by a head word and the rest of the name, a state, quotes or brackets."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dadiplo.affixes import ARTICLE
from dadiplo.documents import slug
from dadiplo.lexicon import CUE
from dadiplo.mentions.abbreviations import told_in_full
from dadiplo.mentions.anaphors import add_bodies_meant, called_before, government_meant, named_before
from dadiplo.mentions.appositions import before_head, called, named_behind
from dadiplo.mentions.bodykinds import (
    ALONE,
    CABINET,
    COURT,
    FIRMS,
    GOVERNMENT,
    KIND,
    PARLIAMENT,
    PORTFOLIO,
    PROPER,
    WIDE,
    bodies_by_kind,
)
from dadiplo.mentions.capitals import LONGEST, can_be_named, capital_run
from dadiplo.mentions.constructs import by_definite_words, by_proper_words, names_one
from dadiplo.mentions.firms import Firms
from dadiplo.mentions.readings import EntityRecord, Reading, titled
from dadiplo.model import Mention, Span
from dadiplo.resources import DD, ID

if TYPE_CHECKING:
    from dadiplo.mentions.finder import MentionFinder

_MODIFIERS = 5
#: Kinds that a head of several words names alone.
_NAMED = {KIND + name for name in ("agency", "law-enforcement", "financial-regulator")}
#: How words between quotation marks end that are speech.
_SPOKEN = re.compile(r"[,.!?…،؟]$")
_BRACKET = re.compile(r"[”\"»]?[ \t\u00a0]?\(([^()\n]{2,40})\)")
_ABBREVIATION = re.compile(r"[A-Z][A-Za-z]*[A-Z0-9][A-Za-z0-9.\-]*")


class Bodies:
    """Finds the bodies of a sentence for a ``MentionFinder``."""

    def __init__(self, finder: MentionFinder) -> None:
        self.finder = finder
        self.lexicon = finder.lexicon
        self._text = finder.document.text
        self._unique = bodies_by_kind(finder.lexicon)
        self.firms = Firms(finder)

    def read(self, reading: Reading) -> None:
        """Add the bodies of a sentence, and remember the abbreviations that stand in brackets behind names."""
        for head in [word for word in reading.words if word.kind == "body-kind"]:
            holder = next((m for m in reading.entities if m.first <= head.first and head.last <= m.last), None)
            if holder is not None and holder.kind != "state":
                continue
            if head.iri == GOVERNMENT:
                body = government_meant(self.finder, reading, head)
            else:
                body = self._in_apposition(reading, head) if self.lexicon.name_shape == "head-last" else None
                body = (
                    body or self._quoted(reading, head) or self._shaped(reading, head) or self._of_state(reading, head)
                )
                body = body or self._alone(reading, head) or self._of_heading(reading, head)
                body = body or named_before(self.finder, reading, head)
            if body is None and head.iri == CABINET:
                body = government_meant(self.finder, reading, head)
            if body:
                reading.add(body)
        for head in [m for m in reading.names if m.iri == CUE + "body-name"]:
            self._named_in_capitals(reading, head)
        self.firms.read(reading)
        for head in [m for m in reading.names if m.iri == CUE + "firm-head" and not m.definite]:
            if reading.taken(head.first):
                continue
            span = by_proper_words(self.lexicon, reading, head)
            if span is not None and names_one(reading, *span):
                reading.add(self.firms.firm(reading, *span))
        if not reading.sentence.headline:
            add_bodies_meant(self.finder, reading)
        for first, last in told_in_full(reading) if self.lexicon.name_shape == "capitals" else ():
            reading.add(self._abbreviated(reading, first, last))
        for mention in [m for m in reading.entities if m.kind in ("organization", "state")]:
            self._bracketed(reading, mention)

    # -- the ways a body is named ------------------------------------------------------------------------

    def _quoted(self, reading: Reading, head: Mention) -> Mention | None:
        words = reading.sentence.words
        for quote in reading.quotes:
            inside = [i for i, word in enumerate(words) if word.span in quote]
            if inside and inside[0] <= head.first <= inside[-1] and len(inside) <= LONGEST - 1:
                if _SPOKEN.search(self._text[quote.start : quote.end]) or any(
                    CUE + "copula" in self.lexicon.cues_of(words[i].text) for i in inside
                ):
                    # "Central banks are late, as always," is speech.
                    continue
                if any(w.kind == "trigger" and w.form in ("verb", "passive") for w in reading.words if w.span in quote):
                    continue
                return self._body(reading, head, inside[0], inside[-1], "")
        return None

    def _in_apposition(self, reading: Reading, head: Mention) -> Mention | None:
        """Urdu: the name behind what a body is, or before it between quotation marks."""
        span = called(reading, head)
        if span is None and head.iri in WIDE:
            span = named_behind(self.lexicon, reading, head, oblique=True)
        return self._body(reading, head, *span, self._state_beside(reading, head.first, span[1])) if span else None

    def _shaped(self, reading: Reading, head: Mention) -> Mention | None:
        """Read the rest of a name around its head: by capitals, by definite words after it, by what stands before."""
        language = self.lexicon.name_shape
        shapes = {"capitals": self._by_capitals, "head-first": self._by_definite_words, "head-last": self._before_head}
        span = shapes[language](reading, head) if language in shapes else None
        if span is None:
            return None
        first, last = span
        states = [m for m in reading.entities if m.kind == "state" and first <= m.first and m.last <= last]
        only_state = (
            head.iri != KIND + "association"
            and states
            and {*range(first, last + 1)}
            == {
                *range(head.first, head.last + 1),
                *(index for m in states for index in range(m.first, m.last + 1)),
            }
        )
        if only_state:
            return None
        return self._body(
            reading, head, first, last, states[-1].iri if states else self._state_beside(reading, first, last)
        )

    def _by_definite_words(self, reading: Reading, head: Mention) -> tuple[int, int] | None:
        return by_definite_words(self.lexicon, reading, head)

    def _by_capitals(self, reading: Reading, head: Mention) -> tuple[int, int] | None:
        words = reading.sentence.words
        if "?" in reading.sentence.tail and words[head.first].text.isupper() and len(words[head.first].text) > 1:
            # "WHY DOES THE FUND CARE?"
            return None
        if not words[head.first].text[:1].isupper() or (
            head.first == 0 and head.last == 0 and not can_be_named(self.lexicon, reading, 1)
        ):
            return None
        first, last = capital_run(self.lexicon, reading, head.first, head.last)
        if (first, last) == (head.first, head.last):
            # "Monetary Authority", "Central Bank": a head of two words in capitals needs its state.
            return None
        return first, last

    def _before_head(self, reading: Reading, head: Mention) -> tuple[int, int] | None:
        return before_head(self.lexicon, reading, head)

    def _of_state(self, reading: Reading, head: Mention) -> Mention | None:
        """Read a head word with the state beside it: "Bolivia's central bank", "the ministry of finance of Peru"."""
        states = [mention for mention in reading.entities if mention.kind == "state"]
        firm = head.iri in FIRMS or CUE + "firm" in self.lexicon.cues_of(reading.sentence.words[head.last].text)
        if firm and self.lexicon.name_shape == "head-last":
            # "A software company of X" has no name.
            return None
        right = [state for state in states if state.first > head.last]
        if self.lexicon.name_shape == "head-last":
            # "The board <to> the Kenyan side": only the name of a state goes on with a name.
            right = [state for state in right if state.form != "demonym"]
        left = [state for state in states if state.last < head.first and self.lexicon.name_shape != "head-first"]
        if right and self._joined(reading, head.last + 1, right[0].first):
            state = right[0]
            if self._several(reading, state) or self._mere(reading, head, head.last + 1, state.first):
                return None
            return self._body(reading, head, head.first, state.last, state.iri)
        if left and self._joined(reading, left[-1].last + 1, head.first, before=True):
            state = left[-1]
            if state.form == "demonym" and len(left) > 1 and self._several(reading, left[-2]):
                # "The X and Y central banks".
                return None
            if self._mere(reading, head, state.last + 1, head.first):
                return None
            return self._body(reading, head, state.first, head.last, state.iri)
        return None

    def _several(self, reading: Reading, state: Mention) -> bool:
        """Tell whether another state is joined to one: "the central banks of X and Y" are no body."""
        following = next((m for m in reading.entities if m.kind == "state" and m.first > state.last), None)
        if following is None or following.first - state.last > 2 or following.form != state.form:
            return False
        between = reading.sentence.words[state.last + 1].before
        return (
            "," in between
            or "،" in between
            or any(w.iri == CUE + "and" and w.first == state.last + 1 for w in reading.words)
            or CUE + "and" in following.cues
        )

    def _mere(self, reading: Reading, head: Mention, start: int, end: int) -> bool:
        """Tell whether a head word of a wide kind and a state name no body of its own ("an American court")."""
        between = [i for i in range(start, end) if reading.sentence.words[i].text not in self.lexicon.genitives]
        return head.iri in WIDE and all(any(m.kind == "cue" for m in reading.words_at(i)) for i in between)

    def _joined(self, reading: Reading, start: int, end: int, *, before: bool = False) -> bool:
        """Tell whether the words between a head word and a state can belong to one name.

        With ``before`` the state stands first.
        """
        words = reading.sentence.words
        if end - start > _MODIFIERS:
            return False
        for index in range(start, end + 1):
            if index < len(words) and re.search(r"[^\s'’\-]", words[index].before):
                return False
        if not self._near_enough(reading, start, end, before=before):
            return False
        # The preposition or genitive that joins the state to the head is part of the name.
        joining = {CUE + "of", CUE + "in"}
        for mention in reading.words:
            if start <= mention.first < end:
                if mention.kind == "cue" and mention.iri not in joining:
                    return False
                if mention.kind in ("office", "body-kind") or (
                    mention.kind == "trigger" and mention.form in ("verb", "passive")
                ):
                    return False
        return all(
            index == start or not any(analysis.cues for analysis in self.lexicon.analyses(words[index].text)[:1])
            for index in range(start, end)
        )

    def _near_enough(self, reading: Reading, start: int, end: int, *, before: bool) -> bool:
        """Tell whether the words between a head and a state are ones that names have: few, and definite in Arabic.

        With ``before`` the state stands before the head.
        """
        if before and start < end and self.lexicon.adjectives_behind:
            # "De España sin comisión".
            return False
        unknown = [
            i
            for i in range(start, end)
            if not reading.words_at(i) and reading.sentence.words[i].text not in self.lexicon.genitives
        ]
        if self.lexicon.name_shape == "head-first":
            texts = [reading.sentence.words[i].text for i in range(start, end)]
            return all(any(a.definite for a in self.lexicon.analyses(text)) for text in texts)
        words = reading.sentence.words
        plain = start in unknown and not words[start].text[:1].isupper()
        if plain and not before and self.lexicon.name_shape == "capitals" and not self.lexicon.adjectives_behind:
            # "Parliament sat in Kenya": what stands right behind a head in small letters is no part of its name.
            return False
        common = [i for i in range(start, end) if self.lexicon.is_common(words[i].text) and not reading.words_at(i)]
        if self.lexicon.name_shape == "head-last" and common:
            # "A court of X" names none.
            return False
        return len(unknown) <= 2

    def _alone(self, reading: Reading, head: Mention) -> Mention | None:
        """Read a head word that names its body without more: "Congress", "the finance ministry"."""
        written = reading.sentence.words[head.first].text[:1].isupper()
        capital = written and (head.first > 0 or (head.iri in ALONE and head.last == 0 and self.lexicon.order == "SVO"))
        proper = capital or self.lexicon.name_shape != "capitals"
        several = head.last > head.first
        # "Held in treasury" is no ministry.
        named = (head.iri in PORTFOLIO and (several or proper)) or (head.iri == KIND + "ministry" and several)
        named = named or (several and head.iri in _NAMED and self._capitals(reading, head))
        named = named or (proper and (head.iri in ALONE or (several and head.iri in {*PROPER, COURT, CABINET})))
        if not named:
            return None
        state = self.finder.homes.likely(reading, head.first)
        body = self._body(reading, head, head.first, head.last, state, likely=True)
        common = self.lexicon.name_shape != "capitals" and head.iri == PARLIAMENT and not several
        if body is not None and common and reading.is_name_word(head.first, "everyday-word"):
            # "The parliament" is a noun where no capital makes it a name.
            return body._replace(form="anaphor")
        return body

    def _of_heading(self, reading: Reading, head: Mention) -> Mention | None:
        """Read "the central bank" in a paragraph that stands under the name of a state as the one of that state."""
        before = {w.iri for w in reading.words if w.last == head.first - 1}
        state = ""
        if self.is_standard(head.iri):
            state = self.finder.homes.headed(reading) if CUE + "definite" in before else ""
            if CUE + "possessive" in before and self.lexicon.order == "SVO":
                # "Its central bank": that of the state named last, unless a body was.
                state = self.finder.named_last(reading, head.first)
        return self._body(reading, head, head.first, head.last, state) if state else None

    def _capitals(self, reading: Reading, head: Mention) -> bool:
        """Tell whether a head of several words is written as a name: in capitals but for small words, or in Arabic."""
        words = [reading.sentence.words[i] for i in range(head.first, head.last + 1)]
        if self.lexicon.name_shape == "capitals":
            small = [w for w in words if not w.text[:1].isupper()]
            return words[0].text[:1].isupper() and words[-1].text[:1].isupper() and len(small) < len(words) - 1
        return self.lexicon.name_shape == "head-first" and words[-1].text.startswith(ARTICLE)

    def _named_in_capitals(self, reading: Reading, head: Mention) -> None:
        """Read a run of capitals with a noun of names of bodies at its end or, in Spanish, before it: "Green Party"."""
        words = reading.sentence.words
        # A small article is part of what the lexicon found: "the House".
        if reading.sentence.headline or reading.taken(head.first) or not words[head.first].text[:1].isupper():
            return
        first, last = capital_run(self.lexicon, reading, head.first, head.last)
        first = head.first if self.lexicon.adjectives_behind else first
        if any(m.iri == CUE + "and" for m in reading.words_at(head.last + 1)):
            # "Fiji Airways and Air Mauritius".
            last = head.last
        places = [m for m in reading.entities if m.kind == "place" and first <= m.first and m.last <= last]
        if (first, last) == (head.first, head.last) or any(m.first - head.last == 2 for m in places):
            # "Departamento de Boquerón": a place.
            return
        reading.add(self._body_called(reading, first, last))

    def _abbreviated(self, reading: Reading, first: int, last: int) -> Mention:
        """Return the mention of a body whose abbreviation follows in brackets: of the state in its name, if any."""
        words = reading.sentence.words
        state = self._state_in(reading, first, last)
        known = reading.entity_at(last + 1)
        if known is not None and known.kind == "organization" and state in ("", self.finder.said_state_of(known.iri)):
            span = Span(words[first].span.start, words[last].span.end)
            return Mention(span, first, last, known.iri, "organization", "word")
        return self._body_called(reading, first, last)

    def _state_in(self, reading: Reading, first: int, last: int) -> str:
        """Return the state that a name contains, or the one right beside it."""
        states = [m.iri for m in reading.entities if m.kind == "state" and first <= m.first and m.last <= last]
        return states[-1] if states else self._state_beside(reading, first, last)

    def _body_called(self, reading: Reading, first: int, last: int) -> Mention:
        """Return the mention of a body that some words name and no kind tells."""
        words = reading.sentence.words
        state = self._state_in(reading, first, last)
        span = Span(words[first].span.start, words[last].span.end)
        name = self._text[span.start : span.end]
        country = self.lexicon.value(state, DD + "isoAlpha3").lower() if state else ""
        iri = f"{ID}org/{country}-{slug(name)}" if country else f"{ID}org/{slug(name)}"
        self.finder.add_body(iri, "", state, {self.finder.document.language: name})
        self.finder.name(iri, name, "organization", alias=True)
        return Mention(span, first, last, iri, "organization", "word")

    def _bracketed(self, reading: Reading, mention: Mention) -> None:
        """Remember the abbreviation or other name that stands in brackets behind a name."""
        found = _BRACKET.match(self._text, mention.span.end, reading.sentence.span.end)
        if not found:
            return
        inner = found[1].strip('“”"«» ')
        words = reading.sentence.words
        start = found.start(1) + found[1].index(inner)
        inside = [i for i, word in enumerate(words) if start <= word.span.start and word.span.end <= start + len(inner)]
        if not inside or len(inside) > 4:
            return
        short = bool(_ABBREVIATION.fullmatch(inner.replace(" ", ""))) or not re.search(r"[A-Za-zÀ-ɏ]", inner)
        known = reading.entity_at(inside[0])
        if known is not None and (known.iri == mention.iri or known.kind != "organization"):
            return
        if (
            not short
            or any(char.isdigit() for char in inner)
            or any(
                w.kind in ("cue", "weekday", "month")
                for i in inside
                for w in reading.words_at(i)
                if len(inside) > 1 and not reading.is_name_word(i, "letter")
            )
        ):
            return
        span = Span(words[inside[0]].span.start, words[inside[-1]].span.end)
        if mention.kind == "organization":
            self.finder.name(mention.iri, inner, "organization", alias=True)
            reading.add(Mention(span, inside[0], inside[-1], mention.iri, "organization", "word"))
        elif _ABBREVIATION.fullmatch(inner):
            self.finder.name(mention.iri, inner, "state", alias=True)
            reading.add(Mention(span, inside[0], inside[-1], mention.iri, "state", "word"))

    # -- from words to an IRI ----------------------------------------------------------------------------

    def _state_beside(self, reading: Reading, first: int, last: int) -> str:
        """Return the state whose name or demonym stands right before or behind a name."""
        words = reading.sentence.words
        for state in (m for m in reading.entities if m.kind == "state"):
            between = range(state.last + 1, first) if state.last < first else range(last + 1, state.first)
            gap = list(between)
            if len(gap) > 2 or any(index >= len(words) for index in gap):
                continue
            after_bracket = state.first > last and _BRACKET.match(self._text, words[last].span.end)
            small = all(
                words[i].text in self.lexicon.genitives
                or {CUE + "of", CUE + "in"} & {w.iri for w in reading.words_at(i)}
                for i in gap
            )
            joint = words[first].before if state.last < first else words[state.first].before
            if (small and not re.search(r"[,،;.:]", joint)) or (after_bracket and len(gap) <= 1):
                return state.iri
        return ""

    def _body(
        self, reading: Reading, head: Mention, first: int, last: int, state: str, *, likely: bool = False
    ) -> Mention | None:
        """Return the body that a head word, its modifiers and a state name: a known, an earlier or a new one."""
        words = reading.sentence.words
        start = head.span.start if first == head.first else words[first].span.start
        span = Span(start, words[last].span.end)
        name = self._text[span.start : span.end]
        bare = (first, last) == (head.first, head.last)
        entity = reading.entity_at(first)
        if entity is not None and entity.first == first:
            span = Span(entity.span.start, span.end)
        earlier = called_before(self.finder, head, state, name) if not likely else ""
        chamber = head.iri == PARLIAMENT and reading.is_name_word(head.last, "chamber")
        longer = head.iri == PARLIAMENT and not self._is_generic(reading, head, first, last)
        iri = earlier or ("" if chamber or longer else self._unique.get((state, head.iri), ""))
        if not iri:
            if bare and not state and head.iri in WIDE:
                return None
            country = self.lexicon.value(state, DD + "isoAlpha3").lower() if state else ""
            generic = self._is_generic(reading, head, first, last)
            local = (
                head.iri.rsplit("/", 1)[-1]
                if state and generic and not chamber and self.is_standard(head.iri)
                else slug(name)
            )
            iri = f"{ID}org/{country}-{local}" if country else f"{ID}org/{local}"
            if iri not in self.finder.records:
                labels = (
                    self.labels(head.iri, state)
                    if state and generic and not chamber and self.is_standard(head.iri)
                    else {}
                )
                labels = labels or {self.finder.document.language: name}
                record = self.finder.add_body(iri, head.iri, "" if likely else state, labels)
                if head.iri in FIRMS:
                    record.type = DD + "Organization"
                    self.firms.remember_short(iri, name)
                elif not state or likely:
                    record.state = state or self.finder.homes.likely(reading, first)
                self.finder.name(iri, name, "organization", alias=not generic)
        return Mention(span, first, last, iri, "organization", "word", head.cues, head.definite)

    def _is_generic(self, reading: Reading, head: Mention, first: int, last: int) -> bool:
        """Tell whether a name is no more than its kind and its state."""
        inside = {index for m in reading.entities if m.kind == "state" for index in range(m.first, m.last + 1)}
        rest = set(range(first, last + 1)) - inside - set(range(head.first, head.last + 1))
        return all(
            reading.sentence.words[i].text in self.lexicon.genitives
            or any(w.kind == "cue" for w in reading.words_at(i))
            for i in rest
        )

    def is_standard(self, kind: str) -> bool:
        """Tell whether a state has at most one body of the kind, so that kind and state name it."""
        return self.lexicon.value(kind, DD + "onePerState") == "true"

    def labels(self, kind: str, state: str) -> dict[str, str]:
        """Return the names of a body that is known by its kind and its state only."""
        kinds, states = self.lexicon.labels.get(kind, {}), self.lexicon.labels.get(state, {})
        return {tag: f"{titled(kinds[tag], tag)} ({states[tag]})" for tag in kinds if tag in states}

    def placed(self, body: str, record: EntityRecord, state: str) -> tuple[str, dict[str, str]]:
        """Return the IRI and the names of a body once its state is known."""
        kind = next((value for prop, value in record.facts if prop == DD + "bodyKind"), "")
        country = self.lexicon.value(state, DD + "isoAlpha3").lower()
        if self.is_standard(kind):
            iri = self._unique.get((state, kind)) or f"{ID}org/{country}-{kind.rsplit('/', 1)[-1]}"
            return iri, self.labels(kind, state)
        name = body.rsplit("/", 1)[-1].removeprefix(f"{country}-")
        return f"{ID}org/{country}-{name}", {}
