"""Which body named before a definite noun or a shorter name means: "the bank", "the commission", "the two banks"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from dadiplo.lexicon import CUE, Lexicon
from dadiplo.mentions.bodykinds import REGULATOR
from dadiplo.mentions.readings import Reading
from dadiplo.model import Mention, Span
from dadiplo.resources import DD, ID

if TYPE_CHECKING:
    from dadiplo.mentions.finder import MentionFinder

_SEVERAL = 2


def body_meant(finder: MentionFinder, word: str, at: int) -> str:
    """Return the body that a definite noun at a place in the text means by the head word of its name, or nothing."""
    found = bodies_meant(finder, word)
    return _nearest(finder, list(found), at) if finder.lexicon.name_shape == "head-first" else next(found, "")


def bodies_meant(finder: MentionFinder, word: str) -> Iterator[str]:
    """Yield the bodies that a definite noun can mean by the head word of a name, the last one introduced first."""
    lexicon = finder.lexicon
    both = lexicon.name_shape == "capitals"
    stems = {a.stem for a in lexicon.analyses(word) if a.definite or both}
    for iri in finder.names.bodies_with(stems):
        names = finder.names.of(iri)
        heads = {name[0] for name in names} | ({name[-1] for name in names} if both else set())
        if stems & {a.stem for head in heads for a in lexicon.analyses(head)}:
            yield iri


def _nearest(finder: MentionFinder, bodies: list[str], at: int) -> str:
    """Return of several bodies the one meant at a place: the last of its paragraph, else the most named, or nothing."""
    if len(bodies) < _SEVERAL:
        return next(iter(bodies), "")
    start = finder.document.text.rfind("\n", 0, at) + 1
    told = {iri: [m.start for m in finder.records[iri].mentions if m.start < at] for iri in bodies}
    beside = [(max(places), iri) for iri, places in told.items() if places and max(places) >= start]
    return max(beside)[1] if beside else max(bodies, key=lambda iri: len(told[iri]))


def named_before(finder: MentionFinder, reading: Reading, head: Mention) -> Mention | None:
    """Read "the commission" as the body named before to which it points back; it is no name of it."""
    if reading.sentence.headline or not _points_back(finder.lexicon, reading, head):
        return None
    name = finder.document.text[head.span.start : head.span.end]
    beside = [m.iri for m in reading.entities if m.kind == "state" and m.last < head.first]
    iri = called_before(finder, head, _state_of_seat(finder.lexicon, reading, head), name)
    if iri and beside and finder.lexicon.order == "SVO" and finder.said_state_of(iri) not in beside:
        # "Omanis may not …, and the central bank": of several the one of the state spoken of.
        iri = next((b for s in beside[::-1] if (b := called_before(finder, head, s, name))), "") or iri
    iri = iri or _regulator(finder, head)
    return Mention(head.span, head.first, head.last, iri, "organization", "anaphor", head.cues) if iri else None


def government_meant(finder: MentionFinder, reading: Reading, head: Mention) -> Mention | None:
    """A government is its state: the one beside it, which is named already, else the one spoken of."""
    beside = [
        m
        for m in reading.entities
        if m.kind == "state" and min(abs(m.first - head.last), abs(head.first - m.last)) <= 2
    ]
    if beside or not _points_back(finder.lexicon, reading, head):
        return None
    state = finder.homes.likely(reading, head.first)
    return Mention(head.span, head.first, head.last, state, "state", "anaphor", head.cues) if state else None


def add_bodies_meant(finder: MentionFinder, reading: Reading) -> None:
    """Read "the bank" as the bank named before, where it is no kind of body of the lexicon."""
    shape = finder.lexicon.name_shape
    if shape == "head-last":
        return
    behind_article = {w.last + 1 for w in reading.words if w.iri in (CUE + "definite", CUE + "this")}
    for index, word in enumerate(reading.sentence.words):
        loose = not (index in behind_article or _stands_alone(reading, index)) or word.before.strip()
        if (shape == "capitals" and (loose or _goes_on(reading, index))) or reading.taken(index):
            continue
        iri = body_meant(finder, word.text, word.span.start)
        if iri:
            analysis = min(finder.lexicon.analyses(word.text), key=lambda a: (not a.definite, a.skip))
            span = Span(word.span.start + analysis.skip, word.span.end)
            reading.add(Mention(span, index, index, iri, "organization", "anaphor", analysis.cues))


def _goes_on(reading: Reading, index: int) -> bool:
    """Tell whether a word in capitals opens a longer name ("the National Roundtable")."""
    words = reading.sentence.words
    behind = words[index + 1] if index + 1 < len(words) else None
    named = behind is not None and behind.before == " " and behind.text[:1].isupper()
    return words[index].text[:1].isupper() and named and reading.entity_at(index + 1) is None


def _stands_alone(reading: Reading, index: int) -> bool:
    """Tell whether one word in capitals stands among small ones inside a sentence ("a Fund team")."""
    words = reading.sentence.words
    if index == 0 or not words[index].text.istitle():
        return False
    return all(words[i].text.islower() for i in (index - 1, index + 1) if i < len(words))


def called_before(finder: MentionFinder, head: Mention, state: str, name: str) -> str:
    """Return the body named before that a shorter form ("the Pakistani council") points back to."""
    wanted = [
        _stems(finder.lexicon, word)
        for word in re.findall(r"\w+", name if not state else finder.document.text[head.span.start : head.span.end])
    ]
    found = []
    for iri in finder.names.bodies_with(wanted[0]) if wanted else ():
        if iri not in finder.records or finder.records[iri].type == DD + "MediaOrganization":
            continue
        if state and finder.said_state_of(iri) != state:
            continue
        for known in finder.names.of(iri):
            stems = {stem for word in known for stem in _stems(finder.lexicon, word)}
            if all(options & stems for options in wanted):
                if finder.lexicon.order != "SOV":
                    return iri
                # "(the Authority)" behind its name says which is meant from there on.
                found.append((len(known) == len(wanted), iri))
                break
    exact = [iri for whole, iri in found if whole]
    return exact[0] if exact else _nearest(finder, [iri for _, iri in found], head.span.start)


def _state_of_seat(lexicon: Lexicon, reading: Reading, head: Mention) -> str:
    """Return the state of the place behind "the commission in …", which tells it from others of its kind."""
    seat = next((m for m in reading.entities if m.kind == "place" and m.first == head.last + 2), None)
    joined = any(w.iri == CUE + "in" and w.first == head.last + 1 for w in reading.words)
    if seat is None or not joined or lexicon.order != "SVO":
        return ""
    return lexicon.value(seat.iri, DD + "capitalOf") or lexicon.value(seat.iri, DD + "inState")


def _regulator(finder: MentionFinder, head: Mention) -> str:
    """Return the authority named last that "the regulator", "the watchdog" means."""
    kinds = {iri: finder.lexicon.value(iri, DD + "bodyKind") for iri in finder.records if iri.startswith(f"{ID}org/")}
    kinds |= {iri: v for iri in kinds for p, v in finder.records[iri].facts if p == DD + "bodyKind"}
    found = [iri for iri, kind in kinds.items() if kind.endswith("regulator")]
    return found[-1] if found and head.iri == REGULATOR and finder.lexicon.order == "SVO" else ""


def _points_back(lexicon: Lexicon, reading: Reading, head: Mention) -> bool:
    if head.definite or lexicon.order == "SOV":
        return True
    before = {w.iri for w in reading.words_at(head.first - 1) if w.last == head.first - 1}
    return bool(before & {CUE + "definite", CUE + "this", CUE + "possessive"})


def _stems(lexicon: Lexicon, word: str) -> set[str]:
    return {analysis.stem for analysis in lexicon.analyses(word)}
