"""Places: where the news was written, where something happened, and the capitals that stand for their governments."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING

from dadiplo.affixes import ADJECTIVES, OBLIQUE_PLURALS, YA_OF_EZAFE
from dadiplo.lexicon import CUE, Lexicon
from dadiplo.mentions.capitals import can_be_named
from dadiplo.mentions.readings import PRIVATE, EntityRecord, Reading, spelled_before
from dadiplo.model import Mention, Sentence, Span, Word
from dadiplo.resources import DD
from dadiplo.terms import SPEAKING, TRIGGER

if TYPE_CHECKING:
    from dadiplo.mentions.finder import MentionFinder

#: A preposition before the name of a capital makes it a place.
_LOCATIVE = {CUE + name for name in ("in", "to", "of", "capital", "name-connector")}
#: What stands before the name of a capital that is dealt with as a government, and what goes with its acts.
_WITH_GOVERNMENTS = {CUE + name for name in ("with", "between", "by")}
_CONJUNCTIONS = {CUE + name for name in ("and", "that", "where", "which")}
#: Nouns whose genitive is a government: "the announcement of Ankara", but not "the visit to Ankara".
_OF_GOVERNMENTS = SPEAKING | {
    TRIGGER + name
    for name in ("join", "withdraw", "ban", "enact", "adopt", "legalise", "repeal", "create", "buy", "sell")
}
_VISIT = TRIGGER + "visit"
#: How many words an aside behind the name of a capital has at most.
_ASIDE = 5
_AUXILIARY = {CUE + name for name in ("negation", "planned", "possible", "earlier", "failed", "draft", "inserted")}
#: Postpositions behind the name of a capital that make it the government.
_ACTING = {CUE + name for name in ("subject", "with", "between", "of")}
#: How many words the name of a place behind its kind has, and how many small ones stand between.
_NAME, _LINKS = 3, 2
#: How many words behind "of" what is of a government can stand, and what that is.
_OWNED = 3
_OF_STATES = ("trigger", "office", "body-kind", "measure-kind", "instrument-kind", "reserve-action")
_STANCES = {CUE + name for name in ("intent", "post", "counterpart", "envoy", "draft", "planned")}
_DATELINE_END = re.compile(r"[^.\n]{1,60}?(?:\s[-–—]\s|[):]\s)")
#: How far from the start of its paragraph the place of a dateline can stand.
_DATELINE_AT = 3
_HOUR = re.compile(r"\s*\d{1,2}[:.]\d{2}\s*[-–—|]?\s*")
_ITEM = re.compile(r"\s*[-–—:]\s")
_DATELINE = re.compile(
    r"\s*(?:[-–—(:/]|\.-|[,،][^.\n]{0,30}?(?:[-–—(]|\.-)|[,،] ?\d{1,2} [^.,،\n]{3,20} \d{4}[.:] )"
    r"|(?:[,،]| \w{2})? \d{1,2}[ /][^.\n]{2,25}?(?:\s*[-–—/:(]|\n)"
)


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
                reading.entities[index] = mention._replace(
                    span=Span(before.span.start, mention.span.end), first=before.first, cues=before.cues
                )
                record = self.finder.records.setdefault(mention.iri, EntityRecord(mention.iri, DD + "Place"))
                record.facts.add((DD + "capitalOf", state))
            elif state and self._is_government(mention, reading):
                seat = self.lexicon.value(mention.iri, DD + "seatOf")
                # Brussels is the European Union unless the article names Belgium.
                if seat and not self.finder.namesakes.states[state]:
                    reading.entities[index] = mention._replace(iri=seat, kind="organization")
                else:
                    reading.entities[index] = mention._replace(iri=state, kind="state")

    def kinds(self, reading: Reading) -> None:
        """Read the places that a word for their kind names: "Assiut governorate", "the palace of Baabda"."""
        words = reading.sentence.words
        before = self.lexicon.name_shape == "head-last"
        for cue in [m for m in reading.names if m.iri == CUE + "near"] if before else ():
            self._named_before(cue, reading)
        for kind in [m for m in reading.names if m.iri == CUE + "place-kind"]:
            if self.lexicon.name_shape == "capitals":
                self._with_capitals(kind, reading)
                continue
            quoted = any(words[kind.first].span in quote for quote in reading.quotes)
            if reading.entity_at(kind.first) is not None or kind.definite or quoted:
                continue
            spelled = spelled_before(self.lexicon, reading.sentence, kind.first)
            if before and kind.first - spelled > 1:
                # "I T Park".
                reading.add(self.finder.place(reading, spelled, kind.last))
                continue
            joined = before and words[kind.last].text.endswith(YA_OF_EZAFE)
            if words[kind.first].text.endswith("ه") and not before:
                # A joined pronoun, which folds like the ending of the feminine: "its governor".
                continue
            index = kind.first - 1 if before and not joined else kind.last + 1
            if not 0 <= index < len(words) or words[max(index, kind.first)].before.strip():
                continue
            inside = reading.entity_at(index)
            if inside is None and (reading.taken(index) or not self._proper(reading, index)):
                continue
            if inside is not None and (inside.kind != "place" or inside.first != inside.last):
                continue
            first, last = min(index, kind.first), max(index, kind.last)
            if before and not joined and inside is None and first and words[first].before == " ":
                # "Firoz Pur Road".
                first -= not reading.taken(first - 1) and self._strange(reading, first - 1)
            span = Span(kind.span.start if first == kind.first else words[first].span.start, words[last].span.end)
            place = inside or self.finder.place(reading, first, last)
            reading.add(Mention(span, first, last, place.iri, "place", "word", kind.cues))

    def _named_before(self, cue: Mention, reading: Reading) -> None:
        """Read one or two words before "… live in", "the road to …" that nothing but names have as a place."""
        words, first = reading.sentence.words, cue.first
        while first > 0 and cue.first - first < _LINKS and words[first].before == " ":
            plural = words[first - 1].text.endswith(OBLIQUE_PLURALS)
            if plural or reading.taken(first - 1) or not self._strange(reading, first - 1):
                break
            first -= 1
        if first < cue.first:
            reading.add(self.finder.place(reading, first, cue.first - 1))

    def _strange(self, reading: Reading, index: int) -> bool:
        """Tell whether a word is one that only names have: a given name, or none of the lexicon."""
        return reading.is_name_word(index, "given-name") or (
            self._proper(reading, index) and not reading.is_name_word(index, "product", "portfolio")
        )

    def _with_capitals(self, kind: Mention, reading: Reading) -> None:
        """Read what goes on from a kind in capitals: "Queens Road", "Lake Albert", "the village of X", "isla de X"."""
        words = reading.sentence.words
        quoted = any(words[kind.first].span in quote for quote in reading.quotes)
        if reading.entity_at(kind.first) is not None or (quoted and words[kind.first].text[:1].isupper()):
            return
        named = words[kind.first].text[:1].isupper() and kind.first > 0
        first = kind.first
        if not named and self._local(kind, reading):
            return
        while named and not self.lexicon.adjectives_behind and self._capital(reading, first - 1, first):
            first -= 1
        if first < kind.first:
            if not self._goes_on_as_firm(reading, kind.last + 1):
                reading.add(self.finder.place(reading, first, kind.last))
            return
        start = kind.last + 1
        while start < len(words) and start - kind.last <= _LINKS and self._links(reading, start):
            start += 1
        opens = kind.first == 0 and start > kind.last + 1
        if start >= len(words) or opens or (not self.lexicon.adjectives_behind and (named or start == kind.last + 1)):
            return
        known = reading.entity_at(start)
        end = known.last + 1 if known is not None and known.kind == "place" else start
        while known is None and end - start < _NAME and self._capital(reading, end, end):
            end += 1
        if end > start and not words[start].text[:1].isdigit():
            if known is None:
                reading.add(self.finder.place(reading, kind.first if named else start, end - 1))
            self._listed(reading, end)

    def _goes_on_as_firm(self, reading: Reading, index: int) -> bool:
        """Tell whether a name goes on with a word of firms in capitals: "Dragon Harbour Securities"."""
        words = reading.sentence.words
        joined = index < len(words) and words[index].before == " " and words[index].text[:1].isupper()
        return joined and reading.is_name_word(index, "firm-name", "body-name")

    def _local(self, kind: Mention, reading: Reading) -> bool:
        """Read the name between "the" and a kind in small letters ("the Bintumani hotel"), and tell whether one is."""
        words, first = reading.sentence.words, kind.first
        if self.lexicon.adjectives_behind or words[first].before != " ":
            return False
        while kind.first - first < _LINKS and self._capital(reading, first - 1, first):
            first -= 1
        article = first > 0 and CUE + "definite" in {w.iri for w in reading.words_at(first - 1)}
        if first == kind.first or not article or any(reading.taken(i) for i in range(first, kind.first)):
            return False
        reading.add(self.finder.place(reading, first, kind.first - 1))
        return True

    def _listed(self, reading: Reading, index: int) -> None:
        """Read the next of several places behind their kind: "the villages of X and Y"."""
        joined = any(w.iri == CUE + "and" for w in reading.words_at(index))
        end = start = index + 1
        while joined and end - start < _NAME and self._capital(reading, end, end):
            end += 1
        if end > start:
            reading.add(self.finder.place(reading, start, end - 1))

    def _links(self, reading: Reading, index: int) -> bool:
        """Tell whether a small word joins a kind to its name."""
        small = {CUE + "of", CUE + "definite"} & {w.iri for w in reading.words_at(index)}
        return bool(small) and reading.sentence.words[index].before == " "

    def _capital(self, reading: Reading, index: int, joint: int) -> bool:
        """Tell whether a word in capitals, which belongs to no entity, is joined to others by a space."""
        words = reading.sentence.words
        if not 0 <= index < len(words) or joint >= len(words) or words[joint].before != " ":
            return False
        free = reading.entity_at(index) is None and not any(m.kind == "body-kind" for m in reading.words_at(index))
        return (
            free
            and not reading.is_name_word(index, "firm-name", "other-name")
            and can_be_named(self.lexicon, reading, index)
        )

    def _proper(self, reading: Reading, index: int) -> bool:
        """Tell whether a word can be a proper name: neither a word of the language nor an adjective of its kind."""
        text = reading.sentence.words[index].text
        if reading.is_name_word(index, "everyday-word", "place-kind") or self.lexicon.is_common(text):
            return False
        if text[:1].isdigit():
            return False
        if self.lexicon.name_shape == "head-last":
            return True
        analyses = self.lexicon.analyses(text)
        return not text.endswith(ADJECTIVES) and not any(
            a.possessive for a in analyses if self.lexicon.entries.get(a.stem)
        )

    def states_meant(self, reading: Reading) -> None:
        """Read "the island nation", "the kingdom" before its verb as the state that the article is about."""
        self._own_states(reading)
        state = self.finder.homes.heading_over(reading.sentence.span.start) or self.finder.homes.main
        named = {m.iri for m in reading.entities if m.kind == "state"}
        if self.lexicon.order != "SVO" or not state or reading.sentence.headline or state in named:
            return
        for word in [w for w in reading.words if w.iri == CUE + "a-state"]:
            before = {w.iri for w in reading.words if w.last == word.first - 1}
            behind = [w for w in reading.words if w.first == word.last + 1]
            acts = any(w.form in ("verb", "passive") or w.iri in _AUXILIARY for w in behind)
            one = not self.lexicon.is_plural(reading.sentence.words[word.last].text)
            if acts and one and before & {CUE + "definite", CUE + "this"}:
                reading.add(Mention(word.span, word.first, word.last, state, "state", "anaphor", word.cues))

    def _own_states(self, reading: Reading) -> None:
        """Read "his country" as the state of the person named before it, "the kingdom" as the one of the news."""
        for word in [w for w in reading.words if w.iri == CUE + "own-state"]:
            if reading.entity_at(word.last + 1) is not None or reading.taken(word.first):
                continue
            before = [m for m in reading.entities if m.last < word.first and not word.definite]
            persons = [m for m in before if m.kind == "person"]
            named = [self.finder.state_of(m.iri) for m in reversed(persons or before)]
            state = next((iri for iri in named if iri), self.finder.homes.main)
            if state:
                reading.add(Mention(word.span, word.first, word.last, state, "state", "anaphor", word.cues))

    def _given_name(self, mention: Mention, reading: Reading) -> bool:
        """Tell whether an unknown word in capitals goes on with the name of a city: "Washington Olmedo"."""
        words, after = reading.sentence.words, mention.last + 1
        return (
            after < len(words)
            and words[after].before == " "
            and words[after].text[:1].isupper()
            and words[after].text[1:].islower()
            and not reading.taken(after)
        )

    def _is_government(self, mention: Mention, reading: Reading) -> bool:
        """Tell whether the name of a capital stands for the government: it acts, or is joined with one that does."""
        order = self.lexicon.order
        if order == "SVO" and self._sends(mention, reading):
            return True
        if (
            self.is_dateline(mention, reading.sentence)
            or (set(mention.cues) | self._cue_before(mention, reading)) & _LOCATIVE
        ):
            return False
        if order == "SVO" and self._given_name(mention, reading):
            return False
        joined = [other for other in reading.entities if self._joined_to(mention, other, reading)]
        if joined and not (order == "SOV" and self._owns_private(max([mention, *joined], key=_last), reading)):
            return True
        if order == "SOV":
            return self._marked_as_doer(mention, reading)
        if order == "VSO" and CUE + "with" in mention.cues:
            # The joined letter means "in" before places.
            return False
        before = {w.iri for w in reading.words if w.last == mention.first - 1}
        if (set(mention.cues) | before) & _WITH_GOVERNMENTS:
            return True
        return (self._behind_act if order == "VSO" else self._before_act)(mention, reading)

    def _owns_private(self, mention: Mention, reading: Reading) -> bool:
        """Tell whether "of" stands behind cities that are joined, and nothing of a state ("the shops of X and Y")."""
        of = next((w for w in self._right_behind(mention, reading) if w.iri == CUE + "of"), None)
        return of is not None and mention.kind == "place" and not self._owns_act(of, reading)

    def _marked_as_doer(self, mention: Mention, reading: Reading) -> bool:
        """Tell whether a postposition behind a capital, or nothing known behind the one at the head, makes it act."""
        if reading.is_name_word(mention.last + 2, "indefinite"):
            # "A trader of London".
            return False
        after = self._right_behind(mention, reading)
        acting = {w.iri for w in after} & _ACTING
        if acting - {CUE + "of"} or (acting and self._owns_act(after[0], reading)):
            return True
        # What opens a sentence without a postposition is its doer.
        then = reading.sentence.words[mention.last + 1 : mention.last + 2]
        told = any(w.iri == CUE + "that" for w in reading.words if w.last == mention.first - 1)
        if told and reading.entity_at(mention.last + 1) is not None:
            # "That Moscow hoards coins for trade with China".
            return True
        known = bool(after) or reading.taken(mention.last + 1) or not then or bool(then[0].before.strip())
        return (mention.first == 0 or told) and not known and not self.lexicon.is_common(then[0].text)

    def _behind_act(self, mention: Mention, reading: Reading) -> bool:
        """Tell whether a capital does what the word before it tells, where verbs come first, or a verb follows it."""
        words = reading.sentence.words
        before = [w for w in reading.words if w.last == mention.first - 1]
        if any((w.form == "verb" and w.iri != _VISIT) or w.iri in _AUXILIARY for w in before):
            return True
        if any(w.iri == _VISIT for w in before):
            return False
        if reading.is_name_word(mention.first - 1, "stance") or any(w.iri in _OF_GOVERNMENTS for w in before):
            return True
        opens = _opens(words, mention.first) or any(w.iri in _CONJUNCTIONS for w in before)
        if (opens or CUE + "and" in mention.cues) and any(map(_is_act, self._right_behind(mention, reading))):
            return True
        # An unknown word that opens the clause, or follows "that" or "not", is most likely its verb.
        verb = mention.first - 1
        if verb < 0 or before or reading.taken(verb):
            return False
        opening = {w.iri for w in reading.words_at(verb - 1)} if verb else set()
        return _opens(words, verb) or bool(opening & (_CONJUNCTIONS | _AUXILIARY))

    def _before_act(self, mention: Mention, reading: Reading) -> bool:
        """Tell whether a verb, a genitive or an unknown word behind a capital says what it does, or what it has."""
        words, after = reading.sentence.words, self._right_behind(mention, reading)
        if mention.first == 0 and {CUE + "that", CUE + "which"} & {w.iri for w in after}:
            return True
        if mention.last + 1 >= len(words):
            return False
        if words[mention.last + 1].before.strip(" '’"):
            return _opens(words, mention.first) and self._acts_behind_aside(mention, reading)
        if words[mention.last + 1].text in self.lexicon.genitives or any(map(_is_act, after)):
            return True
        # The capital that opens a clause and is followed by an unknown word is most likely its doer.
        before = (w for w in reading.words if w.last == mention.first - 1)
        opens = _opens(words, mention.first) or any(w.iri in _CONJUNCTIONS for w in before)
        return opens and not any(w.kind in ("cue", "office", "body-kind") for w in after)

    def _right_behind(self, mention: Mention, reading: Reading) -> list[Mention]:
        return [w for w in reading.words if w.first == mention.last + 1]

    def _owns_act(self, of: Mention, reading: Reading) -> bool:
        """Tell whether an office, a body or an act stands behind "of": what else does is of the city alone."""
        near = [w for w in reading.words if 0 < w.first - of.last <= _OWNED]
        private = any(w.iri in PRIVATE for w in near)
        return not private and any(w.kind in _OF_STATES or w.iri in _STANCES for w in near)

    def _acts_behind_aside(self, mention: Mention, reading: Reading) -> bool:
        """Tell whether a verb stands behind a short aside without a name ("London, for its part, froze …")."""
        words = reading.sentence.words
        stop = range(mention.last + 2, min(mention.last + 2 + _ASIDE, len(words)))
        end = next((i for i in stop if words[i].after_comma), 0)
        named = any(mention.last < m.first < end for m in reading.entities)
        if not end or named or not words[mention.last + 1].after_comma:
            return False
        return any(map(_is_act, reading.words_at(end)))

    def _sends(self, mention: Mention, reading: Reading) -> bool:
        """Tell whether a delegation is said to be of, or from, a capital."""
        of = next((w for w in reading.words if w.last == mention.first - 1 and w.iri == CUE + "of"), None)
        before = of.first if of is not None else -1
        return any(w.iri == CUE + "envoy" and w.last == before - 1 for w in reading.words)

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
        if self.lexicon.order == "SVO" and right.first == left.last + 1 and left is mention and right.kind == "place":
            # "Washington, Tokyo and Seoul".
            between = reading.sentence.words[right.first].before == ", " and not self.is_dateline(
                mention, reading.sentence
            )
        return between or (right.first == left.last + 1 and CUE + "and" in right.cues)

    def _cue_before(self, mention: Mention, reading: Reading) -> set[str]:
        before = {w.iri for w in reading.words if w.kind == "cue" and w.last == mention.first - 1}
        if self.lexicon.order == "SVO" and reading.sentence.words[mention.first].before == ", ":
            # "In Dublin, Lisbon and Cork".
            listed = next((m for m in reading.entities if m.last == mention.first - 1 and m.kind == "place"), None)
            return self._cue_before(listed, reading) if listed is not None else before
        gap = 1 if CUE + "and" in mention.cues else 2
        other = next(
            (m for m in reading.entities if m.last == mention.first - gap and m.kind in ("place", "state")), None
        )
        if other is not None and (CUE + "and" in before or CUE + "and" in mention.cues):
            return self._cue_before(other, reading) | set(other.cues)
        if self.lexicon.order == "SOV":
            return {w.iri for w in reading.words if w.kind == "cue" and w.first == mention.last + 1} & {
                CUE + "in", CUE + "to", CUE + "after",
            }  # fmt: skip
        return before

    def where_written(self, mention: Mention, reading: Reading) -> Mention | None:
        """Return the city instead of the state of one name where it opens a paragraph; None if no city is known."""
        if mention.kind != "state" or not self.is_dateline(mention, reading.sentence):
            return mention
        text, end = self.finder.document.text, mention.span.end
        name = text[mention.span.start : end]
        if text.startswith(":", end) and not name.isupper():
            # "Turkey: …" opens an item of news in brief.
            return mention
        for city in _cities(self.lexicon)[mention.iri]:
            if name in self.lexicon.labels[city].get(self.lexicon.language, ""):
                return mention._replace(iri=city, kind="place")
        # So does "Turkey – …", where no city has that name.
        return mention if _ITEM.match(text, end) else None

    def is_dateline(self, mention: Mention, sentence: Sentence) -> bool:
        """Tell whether a place opens a paragraph as where the news was written."""
        text, start = self.finder.document.text, mention.span.start
        before = text[sentence.span.start : start]
        if _HOUR.fullmatch(before) and text[mention.span.end : mention.span.end + 1] == "\n":
            # "15:20 - Doha" heads an entry of a live report.
            return True
        opens = not before or before.rstrip().endswith("/")
        return opens and not sentence.headline and bool(_DATELINE.match(text, mention.span.end))

    def after_dateline(self, reading: Reading) -> int:
        """Return where the text begins behind "NAIROBI, Oct 17 -": the date there is that of the report."""
        start = reading.sentence.span.start
        first = next((m for m in reading.entities if m.span.start - start <= _DATELINE_AT), None)
        opens = start == 0 or self.finder.document.text[start - 1] == "\n"
        if not opens or first is None or first.kind != "place":
            return start
        found = _DATELINE_END.match(self.finder.document.text, start, reading.sentence.span.end)
        return found.end() if found and first.span.end <= found.end() else start


@lru_cache(maxsize=8)
def _cities(lexicon: Lexicon) -> dict[str, list[str]]:
    """Return the capital of each state, and the places of a state that has none, as Singapore.

    Other names with the name of the state in them ("Mount Lebanon", "Córdoba (Argentina)") are none of the state alone.
    """
    found: dict[str, list[str]] = defaultdict(list)
    for prop in ("capitalOf", "inState"):
        capitals = set(found)
        for place, facts in sorted(lexicon.facts.items()):
            for state in facts.get(DD + prop, set()) - capitals:
                found[state].append(place)
    return found


def _last(mention: Mention) -> int:
    """Return where a mention ends."""
    return mention.last


def _is_act(word: Mention) -> bool:
    """Tell whether a word is a verb or an auxiliary."""
    return word.form == "verb" or word.iri in _AUXILIARY


def _opens(words: tuple[Word, ...], index: int) -> bool:
    """Tell whether a word opens a sentence or stands behind a mark."""
    return index == 0 or bool(re.search(r"[,،;؛:.“”\"«»—–-]", words[index].before))
