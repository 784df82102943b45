"""Statements that no verb tells: whose view something is, and what a noun at head or end of a sentence says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dadiplo.clauses.scenes import Scene, start
from dadiplo.clauses.voices import own
from dadiplo.events.appointments import named_in_accusative
from dadiplo.events.speeches import unnamed
from dadiplo.lexicon import CUE
from dadiplo.mentions.readings import is_verb
from dadiplo.model import Event, Mention, Passage
from dadiplo.resources import DD
from dadiplo.terms import ACTUAL, MEETING, STATEMENT, TRIGGER, VISIT

if TYPE_CHECKING:
    from dadiplo.events.reader import EventReader

#: What tells whose view something is, and how many words can stand between it and whose it is.
_VIEWS = (CUE + "view-of", CUE + "according-to")
_SMALL = 3
#: How many words behind a speaker the comma can stand ("for the Greek minister of finance, …").
_PORTFOLIO = 5
#: How many words behind "of" the speaker of a statement without a verb can stand.
_SPEAKER_REACH = 7
_DEFINITE = CUE + "definite"
#: How many characters a quotation behind a colon has that is speech.
_SPOKEN_LENGTH = 25
#: What a noun says at the end of a sentence without a verb, and at its head.
_SPOKEN_LAST = {
    TRIGGER + name for name in ("say", "praise", "warn", "urge", "deny", "support", "oppose", "promise", "propose")
}
_SPOKEN = {TRIGGER + name for name in ("praise", "warn", "urge", "deny", "support", "reject", "promise")}


def read_without_verb(reader: EventReader, scene: Scene) -> list[Event]:
    """Return the statement that a clause without a verb tells of, by whose view it is or by a noun at its head."""
    told = _view_of(reader, scene) or _before_colon(reader, scene) or _said_by_noun(reader, scene)
    told = told or named_in_accusative(reader, scene)
    return [told] if told is not None else []


def _statement(
    reader: EventReader, scene: Scene, speaker: Mention, trigger: Mention, passage: Passage | None = None
) -> Event:
    """Return the statement that somebody makes, in the voice of the clause or in that of a passage."""
    event = start(reader, scene, {STATEMENT}, trigger)
    event.modality = ACTUAL
    event.passages = [passage] if passage is not None else event.passages
    event.add(DD + "hasSpeaker", speaker.iri, speaker.span)
    return reader.settle(event)


def _view_of(reader: EventReader, scene: Scene) -> Event | None:
    """Read "for the senator X, …", "according to Y, “…”" as a statement where the sentence quotes or tells no act."""
    clause, mentions = scene.clause, scene.mentions
    if reader.lexicon.order == "SOV":
        return _view_before(reader, scene)
    cue = next((w for w in clause.words if w.iri in _VIEWS and w.first - clause.first <= 1), None)
    if cue is None:
        return None
    holders = {t.holder for t in mentions.titles if t.holder and 0 < t.first - cue.last <= _SMALL}
    near = [m for m in clause.entities if m.iri in holders or 0 < m.first - cue.last <= _SMALL]
    named = [m for m in near if m.iri in holders or m.kind == "organization" or _is_officer(reader, scene, m)]
    speaker = next((m for m in named if m.first > cue.last and reader.finder.is_official(m.iri)), None)
    if speaker is None:
        return None
    words = clause.sentence.words
    behind = words[speaker.last + 1 : speaker.last + 1 + _PORTFOLIO]
    # "It is the view of X that …".
    parted = any(word.after_comma or CUE + "that" in reader.lexicon.cues_of(word.text) for word in behind)
    quoted = any(quote.start > speaker.span.end for quote in mentions.quotes)
    telling = (w for w in mentions.words if is_verb(w) and not any(w.span in quote for quote in mentions.quotes))
    acts = any(reader.lexicon.values(w.iri, DD + "evokes") - {VISIT, MEETING} for w in telling)
    topic = any(w.kind == "topic" for w in mentions.words)
    if not parted or not (quoted or (topic and not acts)):
        return None
    reader.voices.speaker = speaker.iri
    return _statement(reader, scene, speaker, cue, own(clause.span))


def _before_colon(reader: EventReader, scene: Scene) -> Event | None:
    """Read "X at the door: “…”", a quotation behind a colon and the name of an official, as a statement."""
    clause, mentions, words = scene.clause, scene.mentions, scene.clause.sentence.words
    if reader.lexicon.order == "SOV" or clause.first or clause.sentence.headline:
        return None
    quote = next((q for q in mentions.quotes if q.end - q.start >= _SPOKEN_LENGTH), None)
    # Where verbs come first a body heads such a line too ("the ministry in a note: “…”").
    kinds = ("person", "organization") if reader.lexicon.order == "VSO" else ("person",)
    named = [m for m in clause.entities if m.kind in kinds and quote is not None and m.span.end < quote.start]
    if quote is None or not named or not reader.finder.is_official(named[-1].iri):
        return None
    colon = next((i for i, w in enumerate(words) if i > named[-1].last and ":" in w.before), None)
    if colon is None or words[colon].span.start != quote.start:
        return None
    reader.voices.speaker = named[-1].iri
    verb = Mention(clause.span, clause.first, clause.first, TRIGGER + "say", "trigger", "noun")
    return _statement(reader, scene, named[-1], verb, own(clause.span))


def _view_before(reader: EventReader, scene: Scene) -> Event | None:
    """Read "<bank> according-to …", where cues stand behind, as a statement if the clause has a topic and no act."""
    clause = scene.clause
    views = {w.first - 1 for w in clause.words if w.iri in _VIEWS}
    speaker = next((m for m in clause.entities if m.last in views and m.kind in ("organization", "person")), None)
    if speaker is None or not reader.finder.is_official(speaker.iri) or scene.nouns or scene.references:
        return None
    if clause.sentence.headline or not any(w.kind == "topic" and w.first > speaker.last for w in clause.words):
        return None
    return _statement(reader, scene, speaker, next(w for w in clause.words if w.first - 1 == speaker.last))


def _before(reader: EventReader, scene: Scene, word: Mention) -> tuple[str, ...]:
    return reader.lexicon.cues_of(scene.clause.sentence.words[word.first - 1].text)


def _is_officer(reader: EventReader, scene: Scene, mention: Mention) -> bool:
    """Tell whether a demonym stands with an office that one person holds ("the Greek governor")."""
    beside = {mention.first - 1, mention.last + 1}
    offices = any(w.kind == "office" and {w.first, w.last} & beside for w in scene.clause.words)
    return mention.form == "demonym" and offices and not unnamed(reader, scene, mention.iri)


def _said_by_noun(reader: EventReader, scene: Scene) -> Event | None:
    """Read "a warning by the bank of …", "Egyptian praise for …" at the head of a sentence without a verb."""
    clause = scene.clause
    if reader.lexicon.order == "SOV":
        return _said_by_last_noun(reader, scene)
    if clause.sentence.headline or not clause.cue("of"):
        return None
    noun = next((w for w in clause.words_in("noun") if w.iri in _SPOKEN and w.first - clause.first <= 1), None)
    if noun is not None and (noun.first > 1 or (noun.first and _DEFINITE not in _before(reader, scene, noun))):
        return None
    if noun is None:
        return None
    by = next((w for w in clause.words if w.iri == CUE + "of" and 0 < w.first - noun.last <= _SMALL), None)
    named = [m for m in clause.in_position("of", "by") if by is not None and 0 < m.first - by.last <= _SPEAKER_REACH]
    persons = [
        m for m in clause.entities if m.kind == "person" and by is not None and 0 < m.first - by.last <= _SPEAKER_REACH
    ]
    speakers = [m for m in [*persons, *named] if reader.finder.is_official(m.iri)]
    if not speakers:
        return None
    return _statement(reader, scene, speakers[0], noun)


def _said_by_last_noun(reader: EventReader, scene: Scene) -> Event | None:
    """Read "<bank> of the public to a warning", "<president> of a clear message:", where a verb would come last."""
    clause = scene.clause
    noun = next((w for w in clause.words_in("noun") if w.last == clause.last and w.iri in _SPOKEN_LAST), None)
    if noun is None or clause.sentence.headline or clause.verb is not None:
        return None
    owners = {w.first - 1 for w in clause.words if w.iri == CUE + "of" and w.first < noun.first}
    speaker = next((m for m in clause.entities if m.last in owners and reader.finder.is_official(m.iri)), None)
    if speaker is None or any(w.iri == CUE + "envoy" for w in clause.words):
        return None
    return _statement(reader, scene, speaker, noun)
