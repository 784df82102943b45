"""Persons that the graph does not know: told by a title, an apposition, a verb of saying and the shape of names."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dadiplo.affixes import HAMZAS, NATIVE, NISBA
from dadiplo.documents import slug
from dadiplo.folding import fold
from dadiplo.lexicon import CUE
from dadiplo.mentions.capitals import UnknownNames
from dadiplo.mentions.classification import NameClassifier
from dadiplo.mentions.introductions import read_introduced
from dadiplo.mentions.officers import Officers
from dadiplo.mentions.readings import EntityRecord, Reading, Title
from dadiplo.model import Mention, Span
from dadiplo.resources import DD, ID
from dadiplo.terms import SPEAKING, TRIGGER

if TYPE_CHECKING:
    from dadiplo.mentions.finder import MentionFinder

#: Verbs that a person right before or behind them is the doer of.
_PERSONAL = SPEAKING | {TRIGGER + name for name in ("meet", "sign", "veto", "resign", "discuss", "visit")}
_LATIN = re.compile(r"[A-Za-zÀ-ɏ]")
_PREPOSITIONS = {CUE + name for name in ("in", "to", "of", "with", "about")}
#: Verbs that a person beside them gets or loses an office by.
_OFFICE = {TRIGGER + name for name in ("appoint", "dismiss")}
_NAME_WORDS = 6
#: How many letters initials and what is written short before a name have at most ("JB", "St").
_INITIALS = 2
#: How "father of" begins in Arabic, whatever its case.
_FATHER = "أب"
#: How many words a name has before its family name.
_GIVEN = 2
#: Marks behind which a sentence begins: its first word has a capital whatever it is ("PARIS – When X …").
_OPENING = re.compile(r"[–—:“\"«]|\s-\s")
_SPACE = re.compile(r"[ \t\u00a0]*\.?[ \t\u00a0]*|[-‐‑'’]")


class Persons:
    """Finds the persons of a sentence, and the offices they hold, for a ``MentionFinder``."""

    def __init__(self, finder: MentionFinder) -> None:
        self.finder = finder
        self.lexicon = finder.lexicon
        self._text = finder.document.text
        self._officers = Officers(self)
        self._unknown_names = UnknownNames(self)
        self.classifier = NameClassifier(self)

    def read(self, reading: Reading) -> list[Title]:
        """Add the persons of a sentence, and return the offices it names with whose they are and who holds them."""
        for word in [w for w in reading.words if w.iri == CUE + "honorific"]:
            person = self.name_at(reading, self.behind_demonym(reading, word.last + 1))
            if person and not self._unknown_names.elects(reading, person.last):
                reading.add(person)
        titles = self._officers.read(reading)
        self._beside_verbs(reading)
        if self.lexicon.name_shape != "capitals":
            self._by_given_names(reading)
            read_introduced(self, reading)
        if not reading.sentence.headline:
            capitals = self.lexicon.name_shape == "capitals"
            self.classifier.read(reading, self._unknown_names.read(reading) if capitals else [])
        if self.lexicon.order == "SVO":
            self._officers.read_members(reading)
        return titles

    def behind_demonym(self, reading: Reading, index: int) -> int:
        """Return where the name begins behind where one is from ("the researcher the Turkish X Y")."""
        entity = reading.entity_at(index)
        described = entity is not None and entity.form == "demonym" and self.lexicon.name_shape == "head-first"
        return entity.last + 1 if entity is not None and described and not entity.cues else index

    def surely_name(self, reading: Reading, index: int) -> bool:
        """Tell whether a name begins at a word behind a comma: two capitals, or a name that news uses."""
        words = reading.sentence.words
        if latin(words[index].text):
            return self._two_capitals(reading, index) or self._starts_with_place(reading, index)
        return reading.is_name_word(index, "given-name") or self._between_commas(reading, index)

    def _between_commas(self, reading: Reading, index: int) -> bool:
        """Tell whether nothing but two words that can only be names stands up to the next mark: ", X Y, …"."""
        words = reading.sentence.words
        if self.lexicon.name_shape != "head-first" or index + 1 >= len(words) or words[index + 1].before != " ":
            return False
        behind = words[index + 2].before if index + 2 < len(words) else reading.sentence.tail
        marked = bool(re.match(r"[,،):]|\s*$", behind))
        return marked and self._strange(reading, index) and self._family_name(reading, index + 1)

    def _ends_at_comma(self, reading: Reading, last: int) -> bool:
        """Tell whether a comma stands behind a word: "said X Y, who …"."""
        words = reading.sentence.words
        return last + 1 < len(words) and words[last + 1].after_comma

    def _family_name(self, reading: Reading, index: int) -> bool:
        """Tell whether the second word of a name can only be one: none of the lexicon, also with the article."""
        text = reading.sentence.words[index].text
        if self._strange(reading, index):
            return True
        free = not reading.taken(index) and not reading.words_at(index) and not text.endswith(NATIVE)
        known = self.lexicon.is_common(text) or reading.is_name_word(index, "everyday-word")
        definite = [a for a in self.lexicon.analyses(text) if a.definite and not a.cues]
        return free and not known and any(not self.lexicon.entries.get(a.stem) for a in definite)

    def name_at(self, reading: Reading, start: int) -> Mention | None:
        """Read an unknown name that begins at a word: what the lexicon does not know, up to the next mark."""
        words = reading.sentence.words
        end = start
        if self._starts_with_place(reading, start):
            end += 1
        while end < len(words) and end - start < _NAME_WORDS and self.can_name(reading, end, end == start):
            if end > start and not _SPACE.fullmatch(words[end].before):
                break
            if end - start >= 2 and not self._goes_on(reading, start, end):
                break
            end += 1
        if end - start == 1 and self._ends_with_state(reading, end):
            end += 1
        while end > start and reading.is_name_word(end - 1, "name-particle") and not reading.is_name_word(
            end - 1, "given-name"
        ):  # fmt: skip
            end -= 1
        if end <= start or (end - start < 2 and not self._single(reading, start)):
            return None
        if self._names_firm(reading, start, end) or self.abbreviates(reading, start, end - 1):
            return None
        return self._person(reading, start, end - 1)

    def abbreviates(self, reading: Reading, first: int, last: int) -> bool:
        """Tell whether a run of words holds an abbreviation, which no name of a person has ("JAM-DEX", not "JB")."""
        texts = (word.text for word in reading.sentence.words[first : last + 1])
        return not reading.sentence.headline and any(text.isupper() and len(text) > _INITIALS for text in texts)

    def _starts_with_place(self, reading: Reading, start: int) -> bool:
        """Tell whether a name begins with a word that is a place or state too ("Washington Olmedo")."""
        words = reading.sentence.words
        entity = reading.entity_at(start) if start < len(words) else None
        if entity is None or entity.kind not in ("place", "state") or entity.first != entity.last:
            return False
        following = start + 1 < len(words) and not words[start + 1].before.strip()
        named = following and self.can_name(reading, start + 1, False) and not reading.words_at(start + 1)
        written = latin(words[start].text) or self.lexicon.name_shape == "head-first"
        return entity.form != "demonym" and written and named and words[start].before.strip() in ("", ",")

    def _ends_with_state(self, reading: Reading, index: int) -> bool:
        """Tell whether a state or place of one word right behind a given name is a family name ("X Montenegro")."""
        words = reading.sentence.words
        entity = reading.entity_at(index) if index < len(words) else None
        if entity is None or entity.kind not in ("state", "place") or entity.first != entity.last:
            return False
        joined = words[index].before == " " and entity.form != "demonym"
        return joined and self.lexicon.name_shape == "capitals" and len(words[index - 1].text) > _INITIALS

    def name_before(self, reading: Reading, end: int) -> Mention | None:
        """Read an unknown name that ends before a word."""
        words = reading.sentence.words
        start = end
        while start > 0 and end - start < _NAME_WORDS and self.can_name(reading, start - 1, False):
            start -= 1
            if not _SPACE.fullmatch(words[start].before):
                break
        if latin(words[end - 1].text) and start < end and not words[start].text[:1].isupper():
            start += 1
        if start < end and CUE + "definite" in self.lexicon.cues_of(words[start].text):
            # "The Speaker reminded …".
            start += 1
        if start == 0 and len(words[0].text) == 1:
            # "R. Eso lo desmintió …": who answers.
            start += 1
        if end - start < 2 or self._names_firm(reading, start, end) or self.abbreviates(reading, start, end - 1):
            return None
        if (
            start
            and self.lexicon.name_shape == "head-first"
            and CUE + "in" in self.lexicon.cues_of(words[start - 1].text)
        ):
            # "In its weekly session".
            return None
        return self.person_added(reading, start, end - 1)

    def _names_firm(self, reading: Reading, start: int, end: int) -> bool:
        """Tell whether a name ends with a word that firms have: "X Capital", unless it stands behind an office."""
        titled = any(m.kind == "office" for m in reading.words_at(start - 1)) if start else False
        return end - start > 1 and not titled and reading.is_name_word(end - 1, "firm-name")

    def can_name(self, reading: Reading, index: int, first: bool) -> bool:
        """Tell whether a word can be part of a person's name, or its first word."""
        words = reading.sentence.words
        text = words[index].text
        in_latin = latin(text)
        if in_latin and first and not text[:1].isupper():
            return False
        if reading.entity_at(index) is not None or any(char.isdigit() for char in text):
            return False
        if in_latin:
            return self._can_name_by_capital(reading, index, first)
        if reading.is_name_word(index, "given-name", "name-particle") or text in self.lexicon.exact_names:
            return True
        everyday = first and reading.is_name_word(index, "everyday-name") and not text.endswith(("ا", "ً"))
        if everyday and self._behind_title(reading, index):
            return True
        if not first and _PREPOSITIONS & set(self.lexicon.cues_of(text)) and self.lexicon.is_common(text):
            return False
        if not first and reading.is_name_word(index - 1, "name-particle") and self.lexicon.name_shape == "head-first":
            # "Abd al-Amir": an office elsewhere.
            return True
        if not first and self.lexicon.name_shape == "head-first" and reading.is_name_word(index + 1, "name-particle"):
            # "Muhammad al-Amin Ould …" too.
            return True
        if reading.words_at(index) or self.lexicon.is_common(text) or reading.is_name_word(index, "everyday-word"):
            return False
        if self.lexicon.name_shape == "head-first":
            if fold(text) in self.lexicon.supersenses and (first or not self._is_nisba(text)):
                # A word of the language: what is a given name too was found above, family names are adjectives too.
                return False
            if index + 1 < len(words) and any(w.iri == CUE + "own-state" for w in reading.words_at(index + 1)):
                # "The readiness of his country": a noun.
                return False
            return not self._has_prefix(text, first) and not text.endswith(("ً", "ًا", "اً"))
        return True

    def _can_name_by_capital(self, reading: Reading, index: int, first: bool) -> bool:
        """Tell whether a word in Latin letters can be part of a person's name, or its first word."""
        word, meanings = reading.sentence.words[index], reading.words_at(index)
        if reading.is_name_word(index, "name-particle") and not first:
            return True
        if reading.is_name_word(index, "first-person"):
            return False
        if any(m.kind in ("office", "weekday", "month", "body-kind") or m.iri == CUE + "honorific" for m in meanings):
            return False
        hyphen = index > 0 and word.before in ("-", "‐", "‑") and not first
        opens = index == 0 or bool(_OPENING.search(word.before))
        return (word.text[:1].isupper() or hyphen) and not (opens and (meanings or self.lexicon.is_common(word.text)))

    def _has_prefix(self, word: str, first: bool) -> bool:
        """Tell whether an Arabic word has an article, an "and" or a "to" that names do not begin with."""
        analyses = self.lexicon.analyses(word)
        # The article is written without hamza: "Almaz" has none.
        if first and not word.startswith(HAMZAS) and any(a.definite for a in analyses):
            return True
        peeled = any(
            CUE + "and" in a.cues and (self.lexicon.entries.get(a.stem) or self.lexicon.is_common(a.stem))
            for a in analyses
        )
        return peeled or any(CUE + "to" in a.cues and a.definite for a in analyses) or (first and self._for_what(word))

    def _behind_title(self, reading: Reading, index: int) -> bool:
        """Tell whether what a person is called, or an office, stands right before a word."""
        return index > 0 and any(w.iri == CUE + "honorific" or w.kind == "office" for w in reading.words_at(index - 1))

    def foreign(self, reading: Reading, index: int) -> bool:
        """Tell whether a word can only be a name: no word of the lexicon, without the article or a native ending."""
        text = reading.sentence.words[index].text
        if reading.taken(index) or not self.can_name(reading, index, True):
            return False
        return not (self.lexicon.name_shape == "head-first" and text.endswith(NATIVE))

    def _strange(self, reading: Reading, index: int) -> bool:
        """Tell whether a word is unknown to the lexicon and none of the commonest."""
        word = reading.sentence.words[index].text
        return self.foreign(reading, index) and not reading.words_at(index) and not self.lexicon.is_common(word)

    def _goes_on(self, reading: Reading, start: int, index: int) -> bool:
        """Tell whether a name of two words has a third: in capitals, or because a particle or given names say so."""
        words = reading.sentence.words
        if latin(words[index].text) or self.lexicon.name_shape != "head-first":
            return True
        if reading.is_name_word(index, "given-name", "name-particle") or words[index].text in self.lexicon.exact_names:
            return True
        if reading.is_name_word(index - 1, "name-particle"):
            return True
        if index - start < _NAME_WORDS and any(reading.is_name_word(i, "name-particle") for i in range(start, index)):
            # The family name follows the fathers': "X bin Y al-Z".
            return any(a.definite for a in self.lexicon.analyses(words[index].text))
        if index - start == _GIVEN and self._is_nisba(words[index].text):
            return True
        exact = self.lexicon.exact_names
        given = all(reading.is_name_word(i, "given-name") or words[i].text in exact for i in range(start, index))
        return given and index - start < 3

    def _is_nisba(self, word: str) -> bool:
        """Tell whether a word that the lexicon does not know is a family name like "al-Zubaydi"."""
        readings = self.lexicon.analyses(word)
        return word.endswith(NISBA) and any(
            a.definite and not a.cues and not self.lexicon.entries.get(a.stem) for a in readings
        )

    def _single(self, reading: Reading, index: int) -> bool:
        """Tell whether one word behind a title is a name: a capital, or a name that news uses."""
        text = reading.sentence.words[index].text
        return (latin(text) and text[:1].isupper() and len(text) > 2) or reading.is_name_word(index, "given-name")

    def _beside_verbs(self, reading: Reading) -> None:
        """Read names that a verb of saying, meeting or signing stands beside."""
        active = _PERSONAL | _OFFICE if self.lexicon.order == "VSO" else _PERSONAL
        named = self.lexicon.order == "VSO"
        for verb in [w for w in reading.words if (w.iri in active and w.form == "verb") or _suffers(w, noun=named)]:
            if self.lexicon.order == "VSO":
                person = self._at_verb(reading, verb.last + 1, appointed=verb.iri in _OFFICE)
            elif self.lexicon.order == "SOV":
                person = None
            else:
                person = self._latin_beside(reading, verb)
            if person:
                reading.add(person)
        if self.lexicon.order == "SOV":
            for mark in [w for w in reading.words if w.iri == CUE + "subject" and w.first > 1]:
                known = any(reading.is_name_word(i, "given-name") for i in (mark.first - 2, mark.first - 1))
                known = known or self._behind_office(reading, mark.first)
                # Two unknown words that open a sentence and do something are a name.
                opening = mark.first == 2 and all(self._strange(reading, index) for index in (0, 1))
                if reading.entity_at(mark.first - 1) is None and (known or opening):
                    self.name_before(reading, mark.first)

    def _behind_office(self, reading: Reading, end: int) -> bool:
        """Tell whether nothing but two or three words that only names have stands between an office and a word."""
        first = end
        while first > 0 and end - first <= _GIVEN and self._strange(reading, first - 1):
            first -= 1
            if reading.sentence.words[first].before != " ":
                return False
        office = first > 0 and any(w.kind == "office" for w in reading.words_at(first - 1))
        return office and end - first >= _GIVEN

    def _by_given_names(self, reading: Reading) -> None:
        """Read names in scripts without capitals: a given name that has no other meaning, and what goes on from it."""
        index = 0
        while index + 1 < len(reading.sentence.words):
            person = None
            if self._opens_name(reading, index):
                person = self.name_at(reading, index)
            if person is None:
                index += 1
                continue
            reading.add(person)
            index = person.last + 1

    def _opens_name(self, reading: Reading, index: int) -> bool:
        """Tell whether a given name opens a name here: with another behind it, or with one more unknown word."""
        words = reading.sentence.words
        father = reading.is_name_word(index, "name-particle") and words[index].text.startswith(_FATHER)
        if father and not reading.taken(index) and reading.is_name_word(index + 1, "given-name"):
            return words[index + 1].before == " "
        if reading.taken(index) or not reading.is_name_word(index, "given-name"):
            return False
        given = [m for m in reading.names if m.first == index and m.iri == CUE + "given-name"]
        if given and all(m.definite for m in given):
            # "The spring": no given name has the article of another.
            return False
        joined = bool(_SPACE.fullmatch(words[index + 1].before))
        return joined and self.can_name(reading, index + 1, False) and not reading.taken(index + 1)

    def _at_verb(self, reading: Reading, index: int, *, appointed: bool = False) -> Mention | None:
        words = reading.sentence.words
        behind = reading.entity_at(index) if appointed and index < len(words) else None
        if behind is not None and behind.kind in ("organization", "state"):
            # "The council appointed Y …": the name stands behind who appoints.
            index = behind.last + 1
        if appointed and index < len(words) and self._for_what(words[index].text):
            # "Was chosen for its presidency Y".
            index += 1
        if index >= len(words) or reading.taken(index) or words[index].before.strip():
            return None
        strange = index + 1 < len(words) and words[index + 1].before == " "
        strange = strange and (
            (self._between_commas(reading, index) and self._ends_at_comma(reading, index + 1))
            or (appointed and all(self.foreign(reading, i) for i in (index, index + 1)))
        )
        if not (strange or reading.is_name_word(index, "given-name")):
            return None
        return self.name_at(reading, index)

    def _for_what(self, word: str) -> bool:
        """Tell whether an Arabic word says for what somebody is chosen: "for its presidency"."""
        return any(CUE + "to" in a.cues and a.possessive for a in self.lexicon.analyses(word))

    def _latin_beside(self, reading: Reading, verb: Mention) -> Mention | None:
        words = reading.sentence.words
        before = verb.first
        auxiliary = before > 0 and any(w.kind == "cue" for w in reading.words_at(before - 1))
        for end in (before, before - 1) if auxiliary else (before,):
            if end > 0 and reading.entity_at(end - 1) is None and words[end - 1].text[:1].isupper():
                person = self.name_before(reading, end)
                if person:
                    return person
        after = verb.last + 1
        if verb.iri == TRIGGER + "visit" and verb.last > verb.first:
            # "Flew back from X": a place.
            return None
        if after < len(words) and not words[after].before.strip() and not reading.taken(after):
            return self.name_at(reading, after) if self._two_capitals(reading, after) else None
        return None

    def _two_capitals(self, reading: Reading, index: int) -> bool:
        words = reading.sentence.words
        return index + 1 < len(words) and all(
            words[i].text[:1].isupper() and not reading.taken(i) for i in (index, index + 1)
        )

    def person_added(self, reading: Reading, first: int, last: int) -> Mention:
        """Add the person whom some words name, and return the mention."""
        mention = self._person(reading, first, last)
        reading.add(mention)
        return mention

    def _person(self, reading: Reading, first: int, last: int) -> Mention:
        words = reading.sentence.words
        # Letters joined to a given name ("with", "and") are no part of it.
        given = next((m for m in reading.names if m.first == m.last == first and m.cues), None)
        plain = any(m.first == first and not m.cues for m in reading.names)
        cues = given.cues if given is not None and not plain else ()
        start = given.span.start if given is not None and not plain else words[first].span.start
        span = Span(start, words[last].span.end)
        name = self._text[span.start : span.end]
        known = self.lexicon.family_names.get(fold(name), "") or self._called(name) if first == last else ""
        iri = known or f"{ID}person/{slug(name)}"
        if iri not in self.finder.records and not known:
            self.finder.records[iri] = EntityRecord(
                iri,
                DD + "Person",
                labels={self.finder.document.language: name},
                state=self.finder.homes.likely(reading, first),
            )
        self.finder.name_person(iri, name)
        return Mention(span, first, last, iri, "person", "word", cues)

    def _called(self, name: str) -> str:
        """Return the one person told before whose given name stands alone ("Datuk Rosmaliza"), in Latin letters."""
        if not latin(name):
            return ""
        given, names = fold(name), self.finder.names
        persons = (iri for iri in names.with_word(given) if iri.startswith(f"{ID}person/"))
        found = [
            iri
            for iri in persons
            if iri in self.finder.records and any(n[0] == given and len(n) > 1 for n in names.of(iri))
        ]
        return found[0] if len(found) == 1 else ""


def latin(word: str) -> bool:
    """Tell whether a word is written in Latin letters, where names have capitals."""
    return bool(_LATIN.match(word))


def _suffers(word: Mention, *, noun: bool) -> bool:
    """Tell whether a verb, or a noun too, says that the person beside it was appointed or dismissed."""
    return (word.form == "passive" or (noun and word.form == "noun")) and word.iri in _OFFICE
