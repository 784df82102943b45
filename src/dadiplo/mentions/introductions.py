"""Names in scripts without capitals that their surroundings introduce: a byline, an appointment, quotation marks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dadiplo.affixes import PLURALS
from dadiplo.lexicon import CUE
from dadiplo.mentions.appositions import GOVERNING
from dadiplo.mentions.readings import Reading, is_verb
from dadiplo.model import Mention
from dadiplo.terms import TRIGGER

if TYPE_CHECKING:
    from dadiplo.mentions.persons import Persons

#: A byline is a paragraph of its own, with the place before a mark: "Beirut - X Y", "Cairo - by X Y and Z W:".
_BYLINE_WORDS = 10
_MARK = re.compile(r"[-–—:|/)]")
_NAME = (2, 4)
#: How many words a name between quotation marks has at most.
_QUOTED = 5
#: How many words before a name between quotation marks the office of somebody there can stand.
_STAFF = 4
#: How far behind "appointed" the office of the person can stand.
_APPOINTED = 9
_APPOINT = {TRIGGER + name for name in ("appoint", "dismiss", "resign")}


def read_introduced(persons: Persons, reading: Reading) -> None:
    """Add the persons and firms of a sentence that only their surroundings tell."""
    if not reading.sentence.headline:
        _byline(persons, reading)
        _led(persons, reading)
    _explained(persons, reading)
    _appointees(persons, reading)
    _appointed_before(persons, reading)
    if persons.lexicon.order == "SOV":
        _joined_persons(persons, reading)
    _quoted_firms(persons, reading)


def _byline(persons: Persons, reading: Reading) -> None:
    """Read the writers in the first line of the text: nothing but a place, a mark and names."""
    document, sentence = persons.finder.document, reading.sentence
    words = sentence.words
    first = not document.text[document.body : sentence.span.start].strip()
    ends = document.text[sentence.span.end : sentence.span.end + 2].startswith("\n") or "\n" in sentence.tail
    if not first or not ends or len(words) > _BYLINE_WORDS:
        return
    marks = [i for i, word in enumerate(words) if i and _MARK.search(word.before)]
    if not marks or any(word.form in ("verb", "passive") for word in reading.words if word.first > marks[-1]):
        return
    start = index = marks[-1]
    while index <= len(words):
        ends_here = index == len(words) or words[index].after_comma or _joined(reading, index)
        if ends_here and index > start:
            named = all(persons.can_name(reading, i, i == start) for i in range(start, index))
            if _NAME[0] <= index - start <= _NAME[1] and named:
                persons.person_added(reading, start, index - 1)
            start = index
        index += 1


def _joined(reading: Reading, index: int) -> bool:
    """Tell whether "and" is joined to a given name, or stands before one."""
    given = next((m for m in reading.names if m.first == index and m.iri == CUE + "given-name"), None)
    return given is not None and CUE + "and" in given.cues


def _led(persons: Persons, reading: Reading) -> None:
    """Read the name behind "led by", "received": two words that the lexicon does not know."""
    for cue in [m for m in reading.names if m.iri == CUE + "person-follows"]:
        start = persons.behind_demonym(reading, cue.last + 1)
        words = reading.sentence.words
        if start + 1 >= len(words) or words[start].before.strip() or reading.taken(start) or reading.taken(start + 1):
            continue
        if persons.foreign(reading, start) and not words[start + 1].before.strip():
            person = persons.name_at(reading, start)
            if person is not None:
                reading.add(person)


def _explained(persons: Persons, reading: Reading) -> None:
    """Read the name before "…, and she is": two words that the lexicon does not know, or one behind a verb."""
    if persons.lexicon.name_shape != "head-first":
        return
    words = reading.sentence.words
    for mark in [w for w in reading.words if w.first > 1 and words[w.first].after_comma]:
        pronoun = mark.iri == CUE + "pronoun" and CUE + "and" in mark.cues
        expert = mark.iri == CUE + "unnamed-source"
        behind = reading.words_at(mark.last + 1)
        if not (pronoun or expert) or any(w.iri == CUE + "firm" or w.kind == "body-kind" for w in behind):
            continue
        first = mark.first
        while first > 0 and mark.first - first < _NAME[1] and words[first - 1].before.strip() in ("", ".", "«"):
            if reading.taken(first - 1) or not persons.can_name(reading, first - 1, True):
                break
            first -= 1
        before = reading.words_at(first - 1) if first else []
        said = any(w.form == "verb" and w.kind == "trigger" for w in before)
        two = mark.first - first == _NAME[0] and all(persons.foreign(reading, i) for i in range(first, mark.first))
        if (two and first > 0) or (pronoun and said and mark.first - first == 1):
            persons.person_added(reading, first, mark.first - 1)


def _appointees(persons: Persons, reading: Reading) -> None:
    """Read the name between "appointed" and the office: what the lexicon does not know."""
    head_first = persons.lexicon.name_shape == "head-first"
    for office in [w for w in reading.words if w.kind == "office"]:
        acts = [w for w in reading.words if w.iri in _APPOINT and 0 < office.first - w.last <= _APPOINTED]
        if head_first and acts and reading.entity_at(office.first - 1) is None and not office.definite:
            first = office.first
            while first > acts[-1].last + 1 and office.first - first < _NAME[1]:
                if not persons.can_name(reading, first - 1, True):
                    break
                first -= 1
                if reading.sentence.words[first].before != " ":
                    break
            if office.first - first >= _NAME[0]:
                persons.person_added(reading, first, office.first - 1)


def _appointed_before(persons: Persons, reading: Reading) -> None:
    """Read the name before the particle of an appointment, where verbs come last: "X to governor appointed"."""
    if persons.lexicon.order != "SOV":
        return
    for act in [w for w in reading.words if w.iri in _APPOINT]:
        ends = [w.first for w in reading.words if w.iri == CUE + "to" and 0 < act.first - w.last <= _APPOINTED][:2]
        if act.form == "noun":
            ends = []
        # "X's appointment"; "in X's hands was given", where the label begins with the particle.
        ends += [w.first for w in reading.words if w.iri == CUE + "of" and w.last == act.first - 1]
        if CUE + "of" in persons.lexicon.cues_of(reading.sentence.words[act.first].text):
            ends.append(act.first)
        for end in ends:
            _named_up_to(persons, reading, end)


def _named_up_to(persons: Persons, reading: Reading, end: int) -> None:
    """Add the person whose name of words that the lexicon does not know ends before a word."""
    if end < _NAME[0] or reading.entity_at(end - 1) is not None:
        return
    first = end
    while first > 0 and end - first < _NAME[1] and persons.can_name(reading, first - 1, True):
        first -= 1
        if reading.sentence.words[first].before != " ":
            break
    if end - first >= _NAME[0]:
        persons.person_added(reading, first, end - 1)


def _joined_persons(persons: Persons, reading: Reading) -> None:
    """Read two or three words that only names have, behind a person and "and", where a particle shows their end."""
    words = reading.sentence.words
    ends = {m.last + 1 for m in reading.entities if m.kind == "person"}
    for joint in [w for w in reading.words if w.iri == CUE + "and" and w.first in ends]:
        end = start = joint.last + 1
        while (
            end < len(words) and end - start < _NAME[1] and words[end].before == " " and persons.foreign(reading, end)
        ):
            end += 1
        governed = end < len(words) and GOVERNING & {w.iri for w in reading.words_at(end)}
        native = any(words[i].text.endswith(PLURALS) for i in range(start, end))
        if end - start >= _NAME[0] and governed and words[end].before == " " and not native:
            persons.person_added(reading, start, end - 1)


#: Prepositions that stand before the names of firms.
_WITH_FIRMS = {CUE + name for name in ("with", "in", "to", "between", "and")}


def _quoted_firms(persons: Persons, reading: Reading) -> None:
    """Read what stands between quotation marks and is no word of the language as the name of a firm."""
    words = reading.sentence.words
    for quote in reading.quotes:
        inside = [i for i, word in enumerate(words) if word.span in quote]
        if not 0 < len(inside) <= _QUOTED:
            continue
        first, last = inside[0], inside[-1]
        if _employs(persons, reading, first):
            reading.add(persons.finder.firm(reading, first, last))
            continue
        sov = persons.lexicon.order == "SOV"
        ends_as_firm = sov and first < last and reading.is_name_word(last, "firm-name")
        known = [m for i in inside if (m := reading.entity_at(i)) is not None]
        if any(m.kind != "place" or not ends_as_firm for m in known):
            continue
        meanings = [m for i in inside for m in reading.words_at(i) if not (ends_as_firm and m.iri == CUE + "firm")]
        if any(m.kind in ("cue", "topic", "office", "month", "measure-kind", "instrument-kind") for m in meanings):
            continue
        if any(m.kind == "trigger" and m.form != "noun" for m in meanings):
            continue
        named = [i for i in (inside[-1:] if sov else inside) if reading.is_name_word(i, "firm-name")]
        unknown = [i for i in inside if persons.foreign(reading, i)]
        if not named and len(unknown) < len(inside):
            continue
        if sov and not named and not _beside_firm(reading, first, last):
            # Where names have no capitals, what stands between quotation marks may be any word.
            continue
        if (
            persons.lexicon.name_shape == "head-first"
            and first == last
            and not named
            and not _told_firm(reading, first)
        ):
            continue
        beside = {first - 1, last + 1}
        if any(reading.is_name_word(i, "product") for i in beside if 0 <= i < len(words)):
            continue
        reading.add(persons.finder.firm(reading, first, last))


def _employs(persons: Persons, reading: Reading, first: int) -> bool:
    """Tell whether Arabic words before a name between quotation marks say that somebody works there, or what it is."""
    if persons.lexicon.name_shape != "head-first" or first == 0:
        return False
    entity = reading.entity_at(first)
    if entity is not None and entity.kind == "organization":
        return False
    if reading.is_name_word(first - 1, "firm-head"):
        return True
    at = any(w.iri in (CUE + "in", CUE + "with") for w in reading.words_at(first - 1))
    staff = any(
        (w.kind == "office" or w.iri == CUE + "unnamed-source") and 0 < first - w.last <= _STAFF for w in reading.words
    )
    return at and staff and (entity is None or entity.kind in ("state", "place"))


def _told_firm(reading: Reading, index: int) -> bool:
    """Tell whether one quoted Arabic word can be a firm: it does something, is from somewhere, or is said to be one."""
    acts = any(is_verb(w) and w.last == index - 1 for w in reading.words)
    described = any(m.form == "demonym" and m.first == index + 1 for m in reading.entities)
    governed = any(w.iri in _WITH_FIRMS and w.last == index - 1 for w in reading.words)
    return acts or described or governed or _beside_firm(reading, index, index)


def _beside_firm(reading: Reading, first: int, last: int) -> bool:
    """Tell whether what a firm or body is stands near a name, or somebody of it behind "of"."""
    near = [w for w in reading.words if first - _APPOINTED < w.last < first or last < w.first <= last + _NAME[0] + 1]
    return any(w.iri == CUE + "firm" or w.kind in ("body-kind", "office") for w in near)


def holder_beside(reading: Reading, office: Mention, first: int) -> Mention | None:
    """Return the person right before an office without a comma between, unless a verb of meeting is before the two."""
    person = next((m for m in reading.entities if m.kind == "person" and m.last == first - 1), None)
    if person is None or reading.sentence.words[first].before.strip() or office.cues:
        return None
    meets = any(
        w.iri in (TRIGGER + "meet", TRIGGER + "visit") and w.form == "verb" and w.last == person.first - 1
        for w in reading.words
    )
    return None if meets else person
