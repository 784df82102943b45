"""What the media only talk of: it did not happen if somebody denies it right behind, else nothing is told.

What the next sentence says is not so did not happen either, whoever told it ("It has not.", "The fund denied it").
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dadiplo.clauses.wordorder import MARK
from dadiplo.lexicon import CUE
from dadiplo.mentions.readings import SentenceMentions, is_verb
from dadiplo.model import Event, Mention, Span
from dadiplo.terms import ANNOUNCEMENT, APPOINTMENT, DENIED, DENYING, STATEMENT, TRIGGER

if TYPE_CHECKING:
    from dadiplo.events.reader import EventReader

#: How many characters behind a rumour its denial can stand.
_NEAR = 400
#: How many words a sentence has that only says no ("It has not"), and how far in "is false" and "was rejected" stand.
_BARE, _OPENING = 4, 5
_DENY, _FELL = TRIGGER + "deny", {TRIGGER + "reject", TRIGGER + "fail"}
_NOT = {CUE + "negation", CUE + "failed"}


def rumoured(mentions: SentenceMentions) -> Span | None:
    """Return the span of a sentence that tells a rumour."""
    return mentions.sentence.span if any(w.iri == CUE + "rumour" for w in mentions.words) else None


def settle_rumours(reader: EventReader, rumours: list[Span]) -> list[Event]:
    """Return the events of an article, those that a rumour tells as denied, and none of which nobody says more."""
    events = reader.context.events
    denials = [e.passages[0].span for e in events if e.type == STATEMENT and e.trigger in DENYING]
    denials += [cue.span for found in reader.finder.found for cue in found if cue.iri == CUE + "untrue"]
    kept = []
    for event in events:
        span = event.passages[0].span
        told = next((rumour for rumour in rumours if span in rumour), None)
        sure = event.type in (STATEMENT, APPOINTMENT) or event.modality == DENIED or len(event.passages) > 1
        if told is None or sure:
            kept.append(event)
            continue
        if any(told.start <= denial.start <= told.end + _NEAR for denial in denials):
            event.modality, event.earlier, event.date = DENIED, False, ""
            again = (e for e in events if e is not event and e.type == event.type and e.modality == DENIED)
            if not any(reader.sides(e) == reader.sides(event) for e in again):
                kept.append(event)
    return kept


def deny_told(mentions: SentenceMentions, before: list[Event], now: list[Event]) -> None:
    """Deny the acts that the sentence before tells if this one opens by saying that they are not so, or did not come.

    ``now`` are the events that this sentence tells anew: a denial that says of what is one of its own.
    """
    acts = [e for e in before if e.type not in (STATEMENT, ANNOUNCEMENT, APPOINTMENT) and len(e.passages) == 1]
    if not acts:
        return
    fell = _fell(mentions)
    if fell is None and not _says_no(mentions) and not (_denies_it(mentions) and all(e.type == STATEMENT for e in now)):
        return
    times = [time for time in mentions.times if fell is not None and time.stated]
    for event in acts:
        event.modality, event.earlier, event.date = DENIED, False, times[0].past if times else ""


def _says_no(mentions: SentenceMentions) -> bool:
    """Tell whether a sentence opens with no more than a denial: "It has not.", "That was wrong, …"."""
    words = mentions.sentence.words
    end = next((i for i in range(1, len(words)) if MARK.search(words[i].before)), len(words))
    head = [w for w in mentions.words if w.last < min(end, _OPENING)]
    bare = end <= _BARE and any(w.iri in _NOT and w.last == end - 1 and w.first > 0 for w in head)
    return bare or any(w.iri == CUE + "untrue" for w in head)


def _fell(mentions: SentenceMentions) -> Mention | None:
    """Return the verb of "It was rejected on Friday", if a sentence says no more than that of what was told."""
    verb = next((w for w in mentions.words if is_verb(w)), None)
    opens = any(w.first == 0 and w.iri == CUE + "pronoun" for w in mentions.words)
    fell = opens and verb is not None and verb.iri in _FELL and verb.form == "passive" and verb.last < _OPENING
    return verb if fell else None


def _denies_it(mentions: SentenceMentions) -> bool:
    """Tell whether somebody denies what was told before, not something that the sentence says itself."""
    deny = next((w for w in mentions.words if is_verb(w) and w.iri == _DENY), None)
    return deny is not None and not any(w.iri == CUE + "that" and w.first > deny.last for w in mentions.words)
