"""Offices that a sentence names: whose they are, and the persons who hold them."""

from __future__ import annotations

import re
from itertools import chain
from typing import TYPE_CHECKING

from dadiplo.affixes import FEMININE
from dadiplo.lexicon import CUE
from dadiplo.mentions.appositions import with_portfolio
from dadiplo.mentions.bodykinds import FIRMS
from dadiplo.mentions.introductions import holder_beside
from dadiplo.mentions.owners import Owners
from dadiplo.mentions.readings import Reading, Title, inside_any
from dadiplo.model import Mention, Span
from dadiplo.resources import DD, ID, PREFIXES, VOCAB
from dadiplo.terms import OFFICIAL

if TYPE_CHECKING:
    from dadiplo.mentions.persons import Persons

_BROADER = PREFIXES["skos"] + "broader"
_COUNTERPART = CUE + "counterpart"
#: How many words can stand between an office and the comma before its holder.
_TAIL = 9
#: How many words can stand between the comma behind a name and its office ("X, the deputy foreign minister").
_OWN = 2
#: What parts the words of "of Peru's central bank".
_JOINING = (" ", "'", "’")
#: How many words behind "of" the body begins to which somebody belongs ("of the Chilean senate").
_OWNER = 4
#: How many words from an office the kind of body stands whose it is ("of the", "parliament's finance").
_KIND = 3
#: How many words describe an office before its holder ("the former", "to the kingdom").
_DESCRIBED = 3
#: How many words before an office or a name the rank of its holder stands.
_RANK = 2


#: Offices that many hold.
_MANY = (OFFICIAL, *(f"{VOCAB}office/{name}" for name in ("legislator", "member", "adviser", "senior-officer")))


class Officers:
    """Reads the offices of a sentence for ``Persons``, who know names."""

    def __init__(self, persons: Persons) -> None:
        self.persons = persons
        self.finder = persons.finder
        self.lexicon = persons.lexicon
        self._owners = Owners(persons.finder)
        #: The office that was named last, which a counterpart holds too.
        self._office = OFFICIAL
        #: Who was called by which rank ("His Excellency X"), and who holds an office under a feminine title.
        self._ranks: dict[tuple[str, str], None] = {}
        self._feminine: set[str] = set()

    def read(self, reading: Reading) -> list[Title]:
        """Return the offices that a sentence names, with whose they are and who holds them."""
        titles = []
        for word in [word for word in reading.words if word.kind == "office" or word.iri == _COUNTERPART]:
            if inside_any(word, reading.entities):
                continue
            office = word._replace(iri=self._office, kind="office") if word.iri == _COUNTERPART else word
            self._office = office.iri
            if self.lexicon.name_shape == "head-last":
                office = with_portfolio(reading, office)
            titles.append(self._title(reading, office))
        if self.lexicon.name_shape == "head-first":
            self._named_by_rank(reading)
        return titles

    def _named_by_rank(self, reading: Reading) -> None:
        """Read "His Excellency" as who was so called last, else the official named last; "the guest" is not of here."""
        for word in [w for w in reading.words if w.iri == CUE + "that-person" and not inside_any(w, reading.entities)]:
            text = reading.sentence.words[word.first].text
            ranked = (iri for rank, iri in reversed(self._ranks) if text.startswith(rank[:-1]))
            here = (m.iri for m in reversed(reading.entities) if m.kind == "person" and m.last < word.first)
            before = (iri for _, iri in self.finder.namings.before(reading.sentence.span.start))
            known = chain(ranked, (iri for iri in chain(here, before) if iri.startswith(f"{ID}person/")))
            guest = word.last > word.first
            home = self.finder.homes.home or self.finder.homes.main
            fit = (p for p in known if self.finder.is_official(p) and not (guest and self.finder.state_of(p) == home))
            person = next(fit, "")
            if person:
                reading.add(Mention(word.span, word.first, word.last, person, "person", "anaphor", word.cues))

    def read_members(self, reading: Reading) -> None:
        """Give persons named right before "of" and a public body to it ("Maria Lopez of Peru's central bank said").

        Who signs in Spanish does so "por el Banco Central", behind a comma.
        """
        words = reading.sentence.words
        bodies = [m for m in reading.entities if m.kind == "organization" and self.finder.is_official(m.iri)]
        for person in [m for m in reading.entities if m.kind == "person"] if bodies else ():
            at = person.last + 1
            body = next((m for m in bodies if at < m.first <= at + _OWNER), None)
            if body is None:
                continue
            cues = {w.iri for w in reading.words_at(at)}
            signs = self.lexicon.drops_pronouns and words[at].before == ", " and CUE + "by" in cues
            joined = words[at].before in _JOINING and bool({CUE + "of", CUE + "from"} & cues)
            if (joined or signs) and all(words[i].before in _JOINING for i in range(at + 1, body.first + 1)):
                self.finder.offices[person.iri].add((OFFICIAL, body.iri))
                self.finder.record(person)
                record = self.finder.records[person.iri]
                record.state = self.finder.state_of(body.iri) or record.state

    def _title(self, reading: Reading, office: Mention) -> Title:
        owner, first, last = self._owners.of(reading, office)
        person, last = self._holder(reading, office, first, last)
        start = office.span.start if first == office.first else reading.sentence.words[first].span.start
        span = Span(start, reading.sentence.words[last].span.end)
        known = self._told_before(reading, office, owner) if person is None and not self._names(reading, last) else ""
        if known:
            form = "word" if office.iri == OFFICIAL or owner else "anaphor"
            person = Mention(span, first, last, known, "person", form, office.cues, office.definite)
            reading.add(person)
        if person is None:
            return Title(span, first, last, office.iri, owner, "")
        if owner:
            if office.iri != OFFICIAL:
                self.finder.hold(office.iri, owner, person.iri)
            for mention in [m for m in reading.entities if m.iri == owner and first <= m.first <= last]:
                if mention.kind != "organization":
                    reading.entities.remove(mention)
                self.finder.record(mention)
        else:
            self.finder.record(person)
            record = self.finder.records[person.iri]
            record.state = record.state or self.finder.homes.likely(reading, office.first)
        elsewhere = not owner and self._owners.of_unknown(reading, office)
        if not owner and self._of_public_body(reading, office):
            # "The governor of the central bank", without its state.
            elsewhere = False
            self.finder.acting.add(person.iri)
        self.finder.offices[person.iri].add((office.iri, owner or ("?" if elsewhere else "")))
        self._remember_title(reading, office, person.iri)
        return Title(span, first, last, office.iri, owner, person.iri)

    def _remember_title(self, reading: Reading, office: Mention, person: str) -> None:
        """Remember by which rank the holder of an Arabic office is called, and whether the title is feminine."""
        words = reading.sentence.words
        if self.lexicon.name_shape != "head-first":
            return
        named = {office.first, *(m.first for m in reading.entities if m.iri == person)}
        ranks = (w for w in reading.words if w.iri == CUE + "honorific")
        near = (w for w in ranks if not named.isdisjoint(range(w.first + 1, w.first + _RANK + 1)))
        for rank in [words[w.first].text for w in near]:
            self._ranks.pop((rank, person), None)
            self._ranks[rank, person] = None
        if words[office.first].text.endswith(FEMININE):
            self._feminine.add(person)

    def _names(self, reading: Reading, last: int) -> bool:
        """Tell whether a name, or "of" what an office is, stands right behind it: another holds it ("Minister X")."""
        words, at = reading.sentence.words, last + 1
        if self.lexicon.name_shape != "capitals" or self.lexicon.drops_pronouns or at >= len(words):
            return False
        named = words[at].before == " " and words[at].text[:1].isupper() and words[at].text.isalpha()
        return named or any(w.iri == CUE + "of" and w.first == at for w in reading.words_at(at))

    def _of_public_body(self, reading: Reading, office: Mention) -> bool:
        """Tell whether a kind of public body stands beside an office ("head of parliament's banking committee")."""
        kinds = [w for w in reading.words if w.kind == "body-kind" and w.iri not in FIRMS]
        if self.lexicon.order == "SOV":
            joined = office.first > 1 and any(w.iri == CUE + "of" for w in reading.words_at(office.first - 1))
            return joined and any(w.last == office.first - 2 for w in kinds)
        words, genitives = reading.sentence.words, self.lexicon.genitives
        joined = any(w.iri == CUE + "of" for w in reading.words_at(office.last + 1))
        behind = joined and any(1 < w.first - office.last <= _KIND for w in kinds)
        owning = [w for w in kinds if 1 < office.first - w.last <= _KIND]
        return behind or any(words[w.last + 1].text in genitives for w in owning)

    def _told_before(self, reading: Reading, office: Mention, owner: str) -> str:
        """Return who holds an office without a name beside it, as the article told before."""
        if owner:
            # "Officials of the Fund" in Urdu are others than who meets them.
            official = office.iri == OFFICIAL and self.lexicon.order != "SOV"
            return (
                self._unplaced(reading, office, owner) if official else self.finder.holders.get((office.iri, owner), "")
            )
        many = office.iri in (_MANY if self.lexicon.order == "SOV" else (OFFICIAL,))
        return "" if many else self._holder_named_before(reading, office)

    def _holder(self, reading: Reading, office: Mention, first: int, last: int) -> tuple[Mention | None, int]:
        """Return the person who holds an office: named right behind it, or before it with a comma between."""
        if reading.is_name_word(office.last, "near"):
            # "MP for X": what stands behind is a place.
            return self._before(reading, office, first), last
        words = reading.sentence.words
        at = last + 1
        repeated = reading.entity_at(at)
        if repeated is not None and repeated.kind == "organization" and "(" in words[at].before:
            # The owner's abbreviation in brackets.
            at = repeated.last + 1
        at = self._behind_tail(reading, at)
        honorific = next((w for w in reading.words if w.iri == CUE + "honorific" and w.first == at), None)
        opening, at = at, honorific.last + 1 if honorific else at
        person = next((m for m in reading.entities if m.kind == "person" and m.first == at), None)
        direct = at < len(words) and bool(re.fullmatch(r"\)?\s*[,،]?\s*", words[opening].before))
        # "The governor, Dr. X".
        direct = direct and office.iri != OFFICIAL and (at == opening or words[at].before in (" ", ". "))
        if person is None and direct:
            comma = words[opening].after_comma
            person = self._before(reading, office, first) if comma else None
            if person is not None:
                return person, last
            person = self.persons.name_at(reading, at) if not comma or self.persons.surely_name(reading, at) else None
            if person:
                reading.add(person)
        between = self.lexicon.order == "SVO" and person is not None and _office_behind(reading, person)
        if between and (before := self._before(reading, office, first)):
            # "X, minister of Fiji, Y, minister of Tonga, …".
            return before, last
        if person is not None and at < len(words) and direct:
            # The proclitics of the title govern the name behind it: "with President X".
            if not person.cues and office.cues:
                changed = person._replace(cues=office.cues)
                reading.entities[reading.entities.index(person)] = changed
                person = changed
            return person, person.last
        return self._before(reading, office, first), last

    def _behind_tail(self, reading: Reading, at: int) -> int:
        """Return where the name in apposition begins behind what an office is for: "the secretary for trade, X Y".

        Without such a name what was given comes back.
        """
        words = reading.sentence.words
        if self.lexicon.name_shape == "head-first":
            # "The governor of the central bank X": a body without a name of its own stands between.
            head = next((w for w in reading.words_at(at) if w.kind == "body-kind" and w.definite and not w.cues), None)
            at = head.last + 1 if head is not None and reading.entity_at(at) is None else at
            at = self._behind_description(reading, at)
        if at >= len(words) or not {CUE + "of", CUE + "in", CUE + "about", CUE + "to"} & {
            w.iri for w in reading.words_at(at)
        }:
            return at
        for index in range(at, min(at + _TAIL, len(words))):
            if any(m.kind == "office" or m.form in ("verb", "passive") for m in reading.words_at(index)):
                return at
            if index > at and re.fullmatch(r"[,،]\s*", words[index].before):
                person = reading.entity_at(index)
                known = person is not None and person.kind == "person"
                return index if known or (person is None and self.persons.surely_name(reading, index)) else at
        return at

    def _behind_description(self, reading: Reading, at: int) -> int:
        """Return where two words that only names have begin behind "the former", "to the kingdom"; else the same."""
        words = reading.sentence.words
        index, joined = at + any(w.iri == CUE + "in" for w in reading.words_at(at)), False
        while index < len(words) and index - at < _DESCRIBED and words[index].before == " ":
            entity = reading.entity_at(index)
            readings = self.lexicon.analyses(words[index].text)
            definite = any(a.definite and set(a.cues) <= {CUE + "and"} for a in readings)
            if index > at and any(w.iri == CUE + "honorific" and w.first == index for w in reading.words_at(index)):
                # "The minister of A and B, Dr X".
                return index
            joined = joined or any(CUE + "and" in a.cues for a in readings)
            if not (definite if entity is None else entity.kind in ("state", "place")):
                break
            index = entity.last + 1 if entity is not None else index + 1
        named = not joined and at < index < len(words) - 1 and all(words[i].before == " " for i in (index, index + 1))
        return index if named and all(self.persons.foreign(reading, i) for i in (index, index + 1)) else at

    def _before(self, reading: Reading, office: Mention, first: int) -> Mention | None:
        """Return the person to whom an office stands in apposition: "X, the governor of …", "X, who chairs …"."""
        words = reading.sentence.words
        beside = holder_beside(reading, office, first) if self.lexicon.name_shape == "head-first" else None
        if beside is not None and office.iri != OFFICIAL:
            return beside
        comma = next(
            (i for i in range(first, max(first - 4, 0), -1) if re.search(r"[,،(–—-]", words[i].before.strip() or "x")),
            -1,
        )
        if comma <= 0 or office.iri == OFFICIAL:
            return None
        for index in range(comma, first):
            joining = {w.iri for w in reading.words_at(index)} & {CUE + "and", CUE + "by", CUE + "with"}
            if joining and not reading.entity_at(index):
                return None
            if any(m.form in ("verb", "passive") for m in reading.words_at(index)) or reading.entity_at(index):
                owner = reading.entity_at(index)
                if owner is None or owner.kind == "person":
                    return None
        known = next((m for m in reading.entities if m.kind == "person" and m.last == comma - 1), None)
        if known:
            return known
        return self.persons.name_before(reading, comma)

    def _holder_named_before(self, reading: Reading, office: Mention) -> str:
        """Return the holder named before to whom "the minister" points back, if there is one only."""
        honoured = next((w for w in reading.words if w.iri == CUE + "honorific" and w.last == office.first - 1), office)
        before = {w.iri for w in reading.words if w.last == honoured.first - 1}
        if honoured is not office:
            # "The Honourable Minister".
            before |= set(self.lexicon.cues_of(reading.sentence.words[honoured.first].text))
        definite = office.definite or self.lexicon.order == "SOV" or bool(before & {CUE + "definite", CUE + "this"})
        offices = self.finder.offices.items()
        holders = [iri for iri, held in offices if any(o == office.iri for o, _ in held)]
        if not holders:
            # "The minister" is the only finance minister named before.
            kinds = [
                iri for iri, held in offices if any(self.lexicon.value(o, _BROADER) == office.iri for o, _ in held)
            ]
            holders = kinds if len(kinds) == 1 else []
        if self.lexicon.name_shape == "head-first":
            woman = reading.sentence.words[office.first].text.endswith(FEMININE)
            holders = [iri for iri in holders if (iri in self._feminine) == woman] or holders
        if any(w.iri == CUE + "guest" and w.first == office.last + 1 for w in reading.words):
            # "The visiting minister" is not of here.
            here = self.finder.homes.home or self.finder.homes.main
            holders = [iri for iri in holders if self.finder.state_of(iri) != here] or holders
        elif len(holders) > 1:
            # Of two ministers "the minister" is that of where the news was written.
            written = self.finder.homes.home or self.finder.homes.main
            home = [iri for iri in holders if written and self.finder.state_of(iri) == written]
            holders = home or holders
        return holders[-1] if definite and holders and not reading.sentence.headline else ""

    def _unplaced(self, reading: Reading, office: Mention, state: str) -> str:
        """Return the person named before in the sentence whom "a Pakistani official" describes."""
        for mention in reversed(reading.entities):
            person = mention.kind == "person" and mention.last < office.first
            if person and self.finder.said_state_of(mention.iri) in ("", state):
                self.finder.record(mention)
                self.finder.records[mention.iri].facts.add((DD + "affiliatedWith", state))
                return mention.iri
        return ""


def _office_behind(reading: Reading, person: Mention) -> bool:
    """Tell whether a person's own office stands behind the name and a comma."""
    behind = person.last + 1
    words = reading.sentence.words
    comma = behind < len(words) and words[behind].before == ", "
    return comma and any(w.kind == "office" and 0 <= w.first - behind <= _OWN for w in reading.words)
