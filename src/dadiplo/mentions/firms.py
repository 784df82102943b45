"""Firms that the graph does not know, told by "company", "exchange" or "issuer" beside a name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dadiplo.documents import slug
from dadiplo.lexicon import CUE, JOINT
from dadiplo.mentions.appositions import GOVERNING, named_behind
from dadiplo.mentions.bodykinds import COMPANY
from dadiplo.mentions.capitals import can_be_named
from dadiplo.mentions.readings import PRIVATE, Reading, is_letter, spelled_before
from dadiplo.model import Mention, Span
from dadiplo.resources import ID

if TYPE_CHECKING:
    from dadiplo.mentions.finder import MentionFinder

_ARTICLES = {CUE + name for name in ("definite", "possessive", "first", "name-connector")}
#: How many words of a name, and how many up to what the name is, an apposition has ("X, the Nigerian exchange").
_NAME, _WHAT = 4, 6
#: What a name between quotation marks can be else: "the platform «mBridge»".
_PROJECTS = ("instrument-kind", "topic")
#: How many words can stand between what a firm is and its name, and how short no name is.
_BETWEEN, _SHORT = 4, 2
#: How many words of a name stand before the word of firms at its end.
_BEFORE = 3
#: How many letters an abbreviation has that names a body, and what else its words can mean together.
_LETTERS, _MEANT = 3, ("topic", "office", "trigger", "measure-kind", "instrument-kind")


class Firms:
    """Finds the firms of a sentence for a ``MentionFinder``."""

    def __init__(self, finder: MentionFinder) -> None:
        self.finder = finder
        self.lexicon = finder.lexicon
        self._text = finder.document.text

    def read(self, reading: Reading) -> None:
        """Read the names behind "company", "exchange", "issuer": what stands there in capitals or quotation marks."""
        words = reading.sentence.words
        if self.lexicon.name_shape == "capitals" and not reading.sentence.headline:
            self._in_apposition(reading)
            self._of_country(reading)
            self._called_by_places(reading)
        if self.lexicon.name_shape == "head-last":
            self._by_last_words(reading)
            self._spelled(reading)
        if self.lexicon.name_shape == "head-first":
            self._said_behind(reading)
        for cue in [word for word in reading.words if word.iri in PRIVATE]:
            index = self._behind(reading, cue.last + 1)
            if cue.iri != CUE + "firm" and not any(
                index < len(words) and quote.start == words[index].span.start for quote in reading.quotes
            ):
                # "Analysts at «X»" are those of a firm; others have no name.
                continue
            if index < len(words) and words[index].after_comma and self._of_head(reading, cue):
                # "The head of the company, X Y": an apposition to another.
                continue
            span = named_behind(self.lexicon, reading, cue) if self.lexicon.name_shape == "head-last" else None
            if span is not None:
                reading.add(self.firm(reading, *span))
            while index < len(words):
                quoted = any(quote.start == words[index].span.start for quote in reading.quotes)
                if reading.taken(index) and not (quoted and self._quoted_name(reading, cue, index)):
                    break
                # "The exchange “politicised”": in languages with capitals names have them.
                quoted = quoted and not (self.lexicon.name_shape == "capitals" and words[index].text[:1].islower())
                if not quoted and not (words[index].text[:1].isupper() and can_be_named(self.lexicon, reading, index)):
                    break
                if quoted:
                    last = max(
                        i for q in reading.quotes for i, w in enumerate(words) if w.span in q and words[index].span in q
                    )
                else:
                    last = index
                    while can_be_named(self.lexicon, reading, last + 1) and JOINT.fullmatch(words[last + 1].before):
                        last += 1
                reading.add(self.firm(reading, index, last))
                index = last + 1
                if index < len(words) and any(w.iri == CUE + "and" for w in reading.words_at(index)):
                    index += 1
                elif index >= len(words) or not words[index].after_comma:
                    break

    def _quoted_name(self, reading: Reading, cue: Mention, index: int) -> bool:
        """Tell whether a short quotation behind what a firm is is its name, whatever its words mean else."""
        quote = next(quote for quote in reading.quotes if quote.start == reading.sentence.words[index].span.start)
        inside = [i for i, word in enumerate(reading.sentence.words) if word.span in quote]
        entity = reading.entity_at(index)
        known = [m for m in reading.words_at(index) if m.kind in _PROJECTS and m.last >= inside[-1]]
        free = entity is None or (entity.kind != "organization" and entity.last < inside[-1])
        return index == cue.last + 1 and len(inside) <= _NAME and free and not known

    def _behind(self, reading: Reading, index: int) -> int:
        """Return where the name begins behind what a firm is, and behind where it is from ("la bolsa peruana X")."""
        words = reading.sentence.words
        if not self.lexicon.adjectives_behind:
            return index
        for at in range(index, min(index + _BETWEEN + 1, len(words))):
            entity = reading.entity_at(at)
            described = entity is not None and entity.form == "demonym"
            if words[at].before.strip() or (entity is not None and not described):
                return index
            if words[at].text[:1].isupper():
                # "A maker of safes from X": a place.
                return index if any(w.iri == CUE + "of" for w in reading.words_at(at - 1)) else at
            verb = any(w.form in ("verb", "passive") for w in reading.words_at(at))
            if verb or any(w.kind == "cue" and w.iri != CUE + "of" for w in reading.words_at(at)):
                return index
        return index

    def _said_behind(self, reading: Reading) -> None:
        """Read a quoted name behind which stands what it is: "«X», which is a trading platform"."""
        words = reading.sentence.words
        pronouns = {w.last for w in reading.words if w.iri == CUE + "pronoun"}
        for cue in [word for word in reading.words if word.iri == CUE + "firm" and word.first - 1 in pronouns]:
            before = [quote for quote in reading.quotes if quote.end < words[cue.first - 1].span.start]
            inside = [i for i, word in enumerate(words) if before and word.span in before[-1]]
            if inside and inside[-1] == cue.first - 2 and len(inside) <= _NAME and reading.entity_at(inside[0]) is None:
                reading.add(self.firm(reading, inside[0], inside[-1]))

    def _by_last_words(self, reading: Reading) -> None:
        """Read names that end with a word of firms, where nothing but what can be a name stands before: "X Capital"."""
        words = reading.sentence.words
        for mark in [m for m in reading.names if m.iri == CUE + "firm-name"]:
            first = mark.first
            if reading.taken(first) or reading.is_name_word(first, "product"):
                continue
            while mark.first - first < _BEFORE and first > 0 and words[first].before == " ":
                if not self._can_stand_before(reading, first - 1):
                    break
                first -= 1
            governed = mark.last + 1 < len(words) and any(w.kind == "cue" for w in reading.words_at(mark.last + 1))
            if first < mark.first and governed and words[mark.last + 1].before == " ":
                reading.add(self.firm(reading, first, mark.last))

    def _can_stand_before(self, reading: Reading, index: int) -> bool:
        """Tell whether a word can stand in a name before its word of firms: a letter, or what is no everyday word."""
        text = reading.sentence.words[index].text
        beside = [word.text for word in reading.sentence.words[max(index - 1, 0) : index + 2 : 2]]
        if is_letter(self.lexicon, text) and any(is_letter(self.lexicon, other) for other in beside):
            return reading.entity_at(index) is None
        known = reading.taken(index) or self.lexicon.is_common(text) or any(char.isdigit() for char in text)
        return not known and not reading.is_name_word(index, "everyday-word", "product", "name-connector", "portfolio")

    def _spelled(self, reading: Reading) -> None:
        """Read abbreviations that are spelled letter by letter and govern or do something: bodies of any kind."""
        words = reading.sentence.words
        letters = [i for i, word in enumerate(words) if is_letter(self.lexicon, word.text)]
        for last in [i for i in letters if i + 1 < len(words) and words[i + 1].before == " "]:
            longer = last + 1 in letters and self._governed(reading, last + 2)
            if not self._governed(reading, last + 1) or longer:
                # "K" is spelled like "of".
                continue
            first = spelled_before(self.lexicon, reading.sentence, last + 1)
            inside = range(first, last + 1)
            known = any(reading.entity_at(i) or reading.is_name_word(i, "other-name", "product") for i in inside)
            meant = any(w.kind in _MEANT and w.last > w.first for i in inside for w in reading.words_at(i))
            if last + 1 - first >= _LETTERS and not known and not meant:
                span = Span(words[first].span.start, words[last].span.end)
                name = self._text[span.start : span.end]
                iri = f"{ID}org/{slug(name)}"
                self.finder.add_body(iri, "", "", {self.finder.document.language: name})
                reading.add(Mention(span, first, last, iri, "organization", "word"))

    def _governed(self, reading: Reading, index: int) -> bool:
        """Tell whether a postposition stands at a word."""
        return bool(GOVERNING & {w.iri for w in reading.words_at(index)})

    def _of_head(self, reading: Reading, cue: Mention) -> bool:
        """Tell whether an office stands right before what a firm is: "the head of the company"."""
        return any(w.kind == "office" and 0 < cue.first - w.last <= _BETWEEN for w in reading.words)

    def _of_country(self, reading: Reading) -> None:
        """Read one word in capitals behind "the Swiss": persons are introduced with two names."""
        words = reading.sentence.words
        articles = {w.last for w in reading.words if w.iri == CUE + "definite"}
        for mention in [m for m in reading.entities if m.form == "demonym" and m.first == m.last]:
            index = mention.last + 1
            if mention.first - 1 not in articles or index >= len(words) or not words[mention.first].text[:1].islower():
                continue
            last = index
            while can_be_named(self.lexicon, reading, last + 1) and words[last + 1].before == " ":
                last += 1
            if last > index and any(reading.is_name_word(i, "firm-name") for i in range(index, last + 1)):
                if not any(reading.taken(i) for i in range(index, last + 1)) and words[index].before == " ":
                    reading.add(self.firm(reading, index, last))
                continue
            one = index + 1 == len(words) or not words[index + 1].text[:1].isupper() or words[index + 1].before != " "
            free = not reading.taken(index) and can_be_named(self.lexicon, reading, index)
            if one and free and words[index].before == " " and len(words[index].text) > _SHORT:
                reading.add(self.firm(reading, index, index))

    def _called_by_places(self, reading: Reading) -> None:
        """Read a place or state with a word of firms in capitals behind it, where the run ends: "Demerara Bank"."""
        words = reading.sentence.words
        for mention in [m for m in reading.entities if m.kind in ("place", "state") and m.form != "demonym"]:
            last = mention.last
            while last + 1 < len(words) and words[last + 1].before == " " and words[last + 1].text[:1].isupper():
                last += 1
            inside = range(mention.last + 1, last + 1)
            firm = last > mention.last and reading.is_name_word(last, "firm-name") and len(inside) < _NAME
            named = firm and words[mention.first].text[:1].isupper() and not any(reading.entity_at(i) for i in inside)
            if named and not any(
                m.kind in ("body-kind", "office", "month") for i in inside for m in reading.words_at(i)
            ):
                reading.add(self.firm(reading, mention.first, last))

    def _in_apposition(self, reading: Reading) -> None:
        """Read the names of which an apposition says that they are firms ("X, the mining company, …")."""
        words = reading.sentence.words
        for cue in [word for word in reading.words if word.iri == CUE + "firm"]:
            comma = next((i for i in range(cue.first, max(cue.first - _WHAT, 0), -1) if words[i].after_comma), 0)
            first = comma
            while first > 0 and comma - first < _NAME and self._names(reading, first - 1, comma):
                first -= 1
            between = [m for i in range(comma, cue.first) for m in reading.words_at(i)]
            plain = all(m.kind != "trigger" and (m.kind != "cue" or m.iri in _ARTICLES) for m in between)
            if comma > first and plain and not words[comma].text[:1].isupper():
                reading.add(self.firm(reading, first, comma - 1))

    def _names(self, reading: Reading, index: int, end: int) -> bool:
        """Tell whether a word is one of a name that ends before another word."""
        words = reading.sentence.words
        joined = index + 1 == end or bool(JOINT.fullmatch(words[index + 1].before))
        known = reading.entity_at(index) is not None or any(
            m.kind in ("office", "body-kind") for m in reading.words_at(index)
        )
        return joined and not known and words[index].text[:1].isupper() and can_be_named(self.lexicon, reading, index)

    def firm(self, reading: Reading, first: int, last: int) -> Mention:
        """Return the mention of a firm that some words name."""
        mention = self.finder.organization(reading, first, last, COMPANY)
        self.remember_short(mention.iri, self._text[mention.span.start : mention.span.end])
        return mention

    def remember_short(self, iri: str, name: str) -> None:
        """Remember a firm by its name without the word of firms at its end ("Golden Delta Holdings")."""
        parts = name.split()
        if self.lexicon.name_shape == "head-last" and len(parts) > _SHORT:
            self.finder.name(iri, " ".join(parts[:-1]), "organization", alias=True)
