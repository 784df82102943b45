"""What an article says beyond events: judgements, "first of its kind", trends and context, with speaker and quote."""

from __future__ import annotations

from dataclasses import replace

from dadiplo.clauses.scenes import asset_of
from dadiplo.clauses.wordorder import marked
from dadiplo.events.reader import EventReader
from dadiplo.events.topics import topics_in
from dadiplo.lexicon import CUE
from dadiplo.mentions.readings import Clause
from dadiplo.model import Event, Mention, Passage, Span
from dadiplo.resources import DD, VOCAB
from dadiplo.terms import (
    AGREEMENT,
    CLAIM,
    DIRECT,
    ESTABLISHMENT,
    INDIRECT,
    JUDGEMENT,
    MEETING,
    OUTLET,
    OWN_VOICE,
    PRECEDENCE,
    STATEMENT,
)

_JUDGING = {CUE + "judged", CUE + "judges", CUE + "predicts"}
_SPLITTING = {CUE + "judges", CUE + "predicts"}
_SCOPE = VOCAB + "scope/"


def read_claims(reader: EventReader) -> list[Event]:
    """Return the claims of the article that ``reader`` has read, in the order of the text."""
    claims: list[Event] = []
    for index, (clause, voice, event) in enumerate(reader.clauses):
        following = reader.clauses[index + 1][0] if index + 1 < len(reader.clauses) else None
        voice = _speaker_voice(voice, event)
        about = reader.context.latest(MEETING) if clause.cue("benefit") else event
        subject: Event | str | None = None
        for part in _parts(clause):
            claims += _precedence(reader, part, voice, event, clause, following)
            claims += _plain(reader, part, voice, about)
            judgement, subject = _judgement(reader, part, voice, event, subject)
            claims += judgement
    claims += _name_claims(reader)
    return claims


def _speaker_voice(voice: Passage, event: Event | None) -> Passage:
    """In a clause that tells a statement, what is judged is judged by its speaker."""
    if (
        event is not None
        and event.type == STATEMENT
        and voice.attribution == OWN_VOICE
        and voice.span == event.passages[0].span
    ):
        speaker = next(iter(event.agents(DD + "hasSpeaker")), "")
        return replace(voice, attribution=INDIRECT, speaker=speaker)
    return voice


def _parts(clause: Clause) -> list[Clause]:
    """Split a clause at marks and before words that judge, so that each part makes one claim."""
    splitting = {w.first for w in clause.words if w.iri in _SPLITTING or (w.kind == "trigger" and w.form == "verb")}
    splitting |= marked(clause.sentence)
    starts = [clause.first, *(index for index in sorted(splitting) if clause.first < index <= clause.last)]
    if len(starts) == 1:
        return [clause]
    ends = [start - 1 for start in starts[1:]] + [clause.last]
    parts = []
    for start, end in zip(starts, ends, strict=True):
        entities = [m for m in clause.entities if start <= m.first <= end]
        meanings = [m for m in clause.words if start <= m.first <= end]
        positions = {m: clause.positions[m] for m in entities}
        parts.append(Clause(clause.sentence, start, end, clause.opener, clause.tail, entities, meanings, positions))
    return parts


def _judgement(
    reader: EventReader, part: Clause, voice: Passage, event: Event | None, subject: Event | str | None
) -> tuple[list[Event], Event | str | None]:
    """Return the judgement of a part and what it is about; a verb that judges takes the subject before it."""
    markers = [word for word in part.words if word.iri in _JUDGING]
    agents = [m.iri for m in part.in_position("subject", "of")]
    quoted = voice.attribution == DIRECT and not part.words_in("noun")
    if markers and markers[0].iri != CUE + "judged" and markers[0].first == part.first and subject:
        about: Event | str | None = subject
    else:
        about = (_judged_agent(part, markers[0]) if markers else "") or (None if quoted else event)
        about = about or (agents[0] if agents else None)
    if not markers:
        return [], about or subject
    predicted = any(word.iri == CUE + "predicts" for word in markers)
    claim = _claim(JUDGEMENT, _said(part, voice), voice, "predicted" if predicted else "evaluated")
    if isinstance(about, Event) and about.type == STATEMENT:
        # Not the act of speaking is judged but what is spoken of, if the part names it.
        about = next((asset for word in part.words if (asset := asset_of(reader, word))), None)
    _about(claim, about)
    return [claim], about


def _said(part: Clause, voice: Passage) -> Span:
    """Return the span of a part without the speaker and the verb of saying at its front."""
    speakers = [m for m in part.entities if m.iri == voice.speaker and part.positions.get(m) == "subject"]
    if not speakers or speakers[0].last >= part.last:
        return part.span
    return Span(part.sentence.words[speakers[0].last + 1].span.start, part.span.end)


def _judged_agent(part: Clause, marker: Mention) -> str:
    """Return the agent whose name stands right before a judging adjective ("the far-sighted stance of X")."""
    near = [
        m
        for m in part.entities
        if m.kind != "place" and (0 < marker.first - m.last <= 1 or 0 < m.first - marker.last <= 1)
    ]
    return near[0].iri if near else ""


def _precedence(
    reader: EventReader,
    part: Clause,
    voice: Passage,
    event: Event | None,
    clause: Clause,
    following: Clause | None,
) -> list[Event]:
    first = part.cue("first")
    if first is None:
        return []
    kind = part.cue("of-its-kind")
    nouns = [w for w in part.words if w.form == "noun" or w.iri == CUE + "a-state"]
    following_noun = next((w for w in nouns if 0 < w.first - first.last <= 2), None)
    if kind is None and following_noun is None:
        return []
    span = Span(part.span.start, clause.span.end) if part.cue("a-state") else part.span
    claim = _claim(PRECEDENCE, span, voice, "evaluated")
    claim.describe(DD + "precedenceScope", _SCOPE + _scope(part, clause, following))
    if event is None or event.type == STATEMENT:
        event = reader.context.latest(AGREEMENT) or event
    _about(claim, event)
    return [claim]


def _scope(part: Clause, clause: Clause, following: Clause | None) -> str:
    """Return the set within which something is called first, as far as the words decide it."""
    if part.cue("a-state"):
        return "global"
    if part.in_position("between") or part.cue("both-sides"):
        # "The first meeting of X and Y, devoted wholly to Z": first ever, or first of that sort?
        restricted = (
            following is not None
            and following.sentence is clause.sentence
            and not following.opener
            and following.verb is not None
            and following.verb.first == following.first
            and not following.verb.cues
        )
        return "ambiguous-scope" if restricted else "bilateral"
    if any(m.kind == "state" for m in part.in_position("to", "of", "in")):
        return "national"
    return "ambiguous-scope"


def _plain(reader: EventReader, part: Clause, voice: Passage, event: Event | None) -> list[Event]:
    result = []
    for name in ("trend", "context", "benefit"):
        cue = part.cue(name)
        if cue is None:
            continue
        span = part.span
        if name == "context":
            span = Span(span.start, cue.span.end)
            event = event or next(iter(reader.context.events), None)
        claim = _claim(CLAIM, span, voice, "actual")
        for word in part.words:
            if word.kind == "topic":
                claim.describe(DD + "hasTopic", word.iri)
        _about(claim, event)
        result.append(claim)
    return result


def _name_claims(reader: EventReader) -> list[Event]:
    """The name of a new regulator says what it is to regulate; that it does so is only claimed."""
    result = []
    for event in reader.context.events:
        if event.type != ESTABLISHMENT:
            continue
        for body in event.agents(DD + "concernsBody"):
            record = reader.finder.records.get(body)
            topics = topics_in(reader, record.mentions[0]) if record and record.mentions else []
            if record and topics:
                claim = _claim(CLAIM, record.mentions[0], event.passages[0], "announced")
                claim.confidence = 0.7
                for topic in topics:
                    claim.describe(DD + "hasTopic", topic)
                _about(claim, body)
                result.append(claim)
    return result


def _claim(cls: str, span: Span, voice: Passage, modality: str) -> Event:
    claim = Event(cls, [replace(voice, span=span)], VOCAB + "modality/" + modality)
    if voice.speaker and voice.attribution != OUTLET:
        claim.add(DD + "claimedBy", voice.speaker)
    return claim


def _about(claim: Event, about: Event | str | None) -> None:
    if isinstance(about, Event):
        claim.links.append((DD + "claimAbout", about))
    elif about:
        claim.add(DD + "claimAbout", about)
