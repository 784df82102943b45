"""A clause as its triggers see it, and what every event takes from it: modality, date, kind and stage."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from dadiplo.clauses.modality import VETO, modality_of
from dadiplo.clauses.tenses import is_infinitive, is_plural_present, is_present, tense
from dadiplo.isodates import Time
from dadiplo.lexicon import CUE, Lexicon
from dadiplo.mentions.readings import MODAL_CUES, Clause, SentenceMentions
from dadiplo.model import Event, Mention, Passage
from dadiplo.resources import DD, VOCAB
from dadiplo.terms import (
    ACTUAL,
    APPOINTMENT,
    BILL,
    DENIED,
    INTENDED,
    KINDS,
    MEASURE,
    MEETING,
    NOUN_EVENTS,
    PLANNED,
    SPEAKING,
    STATEMENT,
    TRIGGER,
    VISIT,
)

if TYPE_CHECKING:
    from dadiplo.events.reader import EventReader

_AND, _PRONOUN, _FAILED = CUE + "and", CUE + "pronoun", CUE + "failed"
#: What opens a clause inside another: times behind it are not those of the verb before.
_OPENING = {CUE + "that", CUE + "which"}
_MODAL = {CUE + name for name in ("planned", "possible", "should")}
_POSTPONE, _DENY = TRIGGER + "postpone", TRIGGER + "deny"
#: With these, something comes about, or came about, on the day until which it is put off or not done.
_UNTIL = {TRIGGER + "postpone", CUE + "negation"}
#: Verbs that put forward what a noun tells, and the letters of "and" before an Arabic verb.
_PUTTING = {TRIGGER + name for name in ("propose", "introduce", "urge", "promise")}
#: What is still to come has no day in the past; of a bill it is that of its last step.
_AHEAD = {APPOINTMENT, MEETING, VISIT}
#: How many words before a noun "no" can stand.
_BESIDE = 3


@dataclass(slots=True)
class Scene:
    """A clause as its triggers see it: new nouns, nouns that point back, the subject, and the voice."""

    clause: Clause
    voice: Passage
    subject: Mention | None
    mentions: SentenceMentions
    nouns: list[Mention]
    references: list[Mention]
    lexicon: Lexicon
    #: Modality that a verb before gives to what it says ("denied that …"), if any.
    complement: str = ""
    #: The event of the clause before in the same sentence.
    previous: Event | None = None
    #: Who is the doer together with the subject.
    partners: tuple[Mention, ...] = ()
    #: Whom "him" or "her" before the verb means.
    pronoun: Mention | None = None
    used: set[Mention] = field(default_factory=set)

    def time_of(self, trigger: Mention) -> Time | None:
        """Return the time in the clause that stands nearest to a trigger, a bare year only if there is no other."""
        times = [t for t in self.mentions.times if self.clause.first <= t.first and t.last <= self.clause.last]
        times = [t for t in times if t.first not in self.clause.aside]
        if not any(w.iri in _UNTIL for w in self.clause.words):
            # "Put off until May" is to come then, "not passed until May" came then.
            times = [t for t in times if not self._ends(t)]
        if not times:
            return None
        # A day named in a speech is not the day of speaking.
        speeches = [quote for quote in self.mentions.quotes if trigger.span not in quote]
        times = [t for t in times if not any(t.span in quote for quote in speeches)]
        opening = {CUE + "that"} if trigger.form == "noun" else _OPENING
        said = [w.first for w in self.clause.words if w.iri in opening and w.first > trigger.last]
        if trigger.iri in SPEAKING:
            # "Said he would try after the election".
            said += [w.first for w in self.clause.words if w.iri == _PRONOUN and w.first == trigger.last + 1]
            if self.lexicon.order == "SVO":
                # "Said deliveries would be cut from May."
                said += [w.first for w in self.clause.words if w.iri in _MODAL and w.first > trigger.last]
        times = [t for t in times if not said or t.first < min(said)]
        times = [t for t in times if not self._of_next_act(t, trigger)]
        told = any(t.last < trigger.first and not self._parted(t, trigger) for t in times)
        # "In 2024 it sold them, today …": behind the comma another act begins.
        times = [t for t in times if not told or t.first < trigger.last or not self._comma(trigger.last, t.first)]
        # A bare year may belong to a name ("the Act of 2026"): what is more exact counts first.
        return min(times, key=lambda t: (self._parted(t, trigger), *_rank(t, trigger)), default=None)

    def _ends(self, time: Time) -> bool:
        """Tell whether something goes on until a time ("waived the tax until 2029")."""
        words, at = self.clause.sentence.words, max(time.first - 1, 0)
        at -= at > 0 and CUE + "definite" in self.lexicon.cues_of(words[at].text)
        return CUE + "until" in self.lexicon.cues_of(words[at].text)

    def _parted(self, time: Time, trigger: Mention) -> bool:
        """Tell whether commas part a time from a trigger, more than one where it stands behind."""
        before = time.first < trigger.first
        inside = (time.last, trigger.first) if before else (trigger.last, time.first)
        ands = [w.first for w in self.clause.words if w.iri == _AND and inside[0] < w.first < inside[1]]
        if any(self.clause.sentence.words[i].after_comma for i in ands):
            # "Trained six in October, and signed a letter in November".
            return True
        return self._comma(*inside) > before + (len(time.past) > len("2026"))

    def _of_next_act(self, time: Time, trigger: Mention) -> bool:
        """Tell whether ", and" with another doer stands before a time ("froze it, and the office … in June")."""
        doers = {m.first - 1 for m in self.clause.entities} | {
            w.first - 1 for w in self.clause.words if w.iri in (_PRONOUN, CUE + "definite")
        }
        ands = [w.last for w in self.clause.words if w.iri == _AND and trigger.last < w.first < time.first]
        return any(i in doers and self.clause.sentence.words[i].after_comma for i in ands)

    def _comma(self, left: int, right: int) -> int:
        """Return how many commas stand between two words."""
        words = self.clause.sentence.words[left + 1 : right + 1]
        return sum(word.after_comma for word in words)

    @property
    def passage(self) -> Passage:
        """The whole clause in its voice."""
        return Passage(self.clause.span, self.voice.attribution, self.voice.speaker)


def _rank(time: Time, trigger: Mention) -> tuple[bool, int, int]:
    return len(time.past) == len("2026"), _gap(time, trigger), time.first


def _gap(time: Time, trigger: Mention) -> int:
    return max(time.first - trigger.last, trigger.first - time.last, 0)


def start(reader: EventReader, scene: Scene, types: set[str], trigger: Mention, noun: Mention | None = None) -> Event:
    """Return a new event of one of the types, with the modality, the tense and the date of its clause.

    ``noun`` is what a verb acts on: "no agreement was signed" denies as "did not sign" does.
    """
    modality, earlier = _modality(reader, scene, types, trigger, noun)
    time = scene.time_of(trigger)
    time = None if time is not None and _is_of_denial(reader, scene, trigger, time) else time
    if modality == ACTUAL and time is not None and _can_be_ahead(time) and _scheduled(reader, scene, trigger):
        modality = PLANNED
    event = Event(min(types), [scene.passage], modality, earlier=earlier, trigger=trigger.iri)
    if time is None:
        event.date = _date_before(reader, scene, event, trigger)
    if time is None and event.date == "":
        time = _time_around(reader, scene, trigger)
    if time is not None:
        _date(reader, scene, event, trigger, time)
    return event


def _modality(
    reader: EventReader, scene: Scene, types: set[str], trigger: Mention, noun: Mention | None
) -> tuple[str, bool]:
    """Return the modality of an event, with regard to what its words mean, and whether it was before another."""
    modality, earlier = modality_of(reader, scene, trigger)
    given = reader.lexicon.values(trigger.iri, DD + "givesValue") & {DENIED, PLANNED}
    if modality == ACTUAL and given == {DENIED} and reader.lexicon.order == "VSO":
        # "The proposal of a ban fell": what is proposed did not come about.
        modality = DENIED
    if modality == ACTUAL and noun is not None and trigger.iri != VETO and given != {DENIED}:
        near = [w for w in scene.clause.words if 0 < noun.first - w.last <= _BESIDE and w.iri in MODAL_CUES]
        if types <= {MEETING, VISIT}:
            # "Arrived for a visit".
            near = [w for w in near if w.iri != CUE + "aim"]
        if reader.lexicon.order == "SOV":
            # "Without any accord": what lacks stands before.
            near += [w for w in scene.clause.words if w.iri == _FAILED and w.first == noun.last + 1 < w.last]
        modality = reader.lexicon.value(near[-1].iri, DD + "givesValue") if near else modality
    falls = given == {DENIED} and min(types) != STATEMENT and modality in (PLANNED, INTENDED)
    if falls and not (reader.lexicon.order == "SVO" and _ahead(scene, trigger)):
        # "A planned meeting was called off", "plans for a reserve were dropped".
        modality = DENIED
    if modality == ACTUAL and given:
        # What lapsed did not come about, what "takes effect in May" is still to come.
        modality = min(given)
    return modality, earlier


def _date_before(reader: EventReader, scene: Scene, event: Event, trigger: Mention) -> str:
    """Return the date of the event told before, if one without a time of its own has it too, or nothing."""
    before = scene.previous
    if before is None:
        return ""
    # "Dismissed X yesterday and named Y."
    joined = CUE + "and" in trigger.cues and before.modality == event.modality == ACTUAL
    # "Rejected on Wednesday the idea of buying": the purchase is off since that day.
    rejected = scene.complement == DENIED and is_infinitive(reader.lexicon, scene.clause, trigger)
    return before.date if joined or rejected else ""


def _date(reader: EventReader, scene: Scene, event: Event, trigger: Mention, time: Time) -> None:
    """Date an event by a time of the text: the next such time or the last one, as modality and tense tell."""
    modality = event.modality
    ahead = any(w.iri == CUE + "planned" and trigger.last < w.first < time.first for w in scene.clause.words)
    ahead = ahead or _in_future(reader.lexicon, scene.clause, time)
    # What was put off or proposed on Monday was so on the last one, and so was a step of a bill.
    done = _told_in_past(reader, scene, trigger, time) or _is_tabled(reader, event, scene, trigger)
    # "Had been due in March".
    done = done or (event.earlier and reader.lexicon.order == "SVO")
    coming = (modality not in (ACTUAL, DENIED) and not done) or ahead
    event.date = time.value(coming)
    event.either = (event.date, time.value(not coming))
    published = reader.document.published
    if modality == ACTUAL and event.type != STATEMENT and published and event.date > published.isoformat():
        # "The delegation visits X next week."
        event.modality = PLANNED
    elif modality == PLANNED and event.type in _AHEAD and event.date and published:
        # "Who has headed it since 2022, is to step aside."
        event.date = event.date if event.date >= published.isoformat()[: len(event.date)] else ""


def _ahead(scene: Scene, verb: Mention) -> bool:
    """Tell whether a marker other than "planned" or "draft" bears on a verb: the failure itself is still to come."""
    words = (w for w in scene.clause.words if w.iri in MODAL_CUES and w.iri != CUE + "draft")
    return verb.form == "noun" or bool(scene.complement) or any(w.first < verb.first for w in words)


def _time_around(reader: EventReader, scene: Scene, trigger: Mention) -> Time | None:
    """Return the time of what a clause without one depends on, or of the words without a verb that open its sentence.

    "Last night, and despite the protests, | the house voted"; "failed on Friday in its attempt at | lifting …".
    """
    before = reader.clauses[-1][0] if reader.clauses else None
    if reader.lexicon.order != "SVO" or before is None or before.sentence is not scene.clause.sentence:
        return None
    times = [t for t in scene.mentions.times if before.first <= t.first and t.last <= before.last]
    opens = before.first == 0 and before.verb is None and not before.entities and scene.previous is None
    depends = scene.clause.verb is trigger and is_infinitive(reader.lexicon, scene.clause, trigger)
    depends = depends and trigger.first == scene.clause.first and scene.previous is None
    return times[-1] if times and (opens or depends) else None


def _in_future(lexicon: Lexicon, clause: Clause, time: Time) -> bool:
    """Tell whether the verb right before a time has an ending of the future ("will vote in January on a bill")."""
    words = clause.sentence.words[max(clause.first, time.first - _BESIDE) : time.first]
    ahead = {letters for cue, letters in lexicon.endings if cue == CUE + "planned"}
    return any(word.text.islower() and word.text.endswith(tuple(ahead)) for word in words) if ahead else False


def _is_of_denial(reader: EventReader, scene: Scene, noun: Mention, time: Time) -> bool:
    """Tell whether a day is that on which somebody denied what a noun behind it tells, where verbs come first."""
    main = scene.clause.verb
    between = main is not None and main.iri == _DENY and main.last < time.first and time.last < noun.first
    return reader.lexicon.order == "VSO" and between and noun.form == "noun"


def _told_in_past(reader: EventReader, scene: Scene, trigger: Mention, time: Time) -> bool:
    """Tell whether the verb that a time goes with is in the past: what it puts off or proposes is put off then."""
    verb = trigger if trigger.form != "noun" else scene.clause.verb
    if trigger.iri == _POSTPONE and trigger.form != "noun":
        return not _until(reader, scene, time)
    if reader.lexicon.order != "VSO" or verb is None or trigger.form != "noun":
        return False
    beside = verb.last < time.first and (time.last < trigger.first or trigger.last < verb.first)
    word = reader.lexicon.behind(CUE + "and", scene.clause.sentence.words[verb.first].text)
    present = is_present(reader.lexicon, verb, word)
    return beside and not present and verb.iri in _PUTTING


def _until(reader: EventReader, scene: Scene, time: Time) -> bool:
    """Tell whether something is put off to a day, rather than on it."""
    words = scene.clause.sentence.words
    at = max(time.first - 1, 0)
    if CUE + "definite" in reader.lexicon.cues_of(words[at].text) and at > 0:
        # "Until the 3rd of June".
        at -= 1
    return bool({CUE + "to", CUE + "view-of"} & set(reader.lexicon.cues_of(words[at].text)))


def _can_be_ahead(time: Time) -> bool:
    return time.ahead or time.past != time.future


def _is_tabled(reader: EventReader, event: Event, scene: Scene, trigger: Mention) -> bool:
    """Tell whether a clause tells a step of a bill that is already taken ("the draft law left the ministry in May")."""
    words = {w.iri for w in scene.clause.words}
    # The auxiliary of the future can be part of the verb.
    verb = scene.clause.sentence.words[trigger.first : trigger.last + 1]
    words |= {cue for word in verb for cue in reader.lexicon.cues_of(word.text)}
    ahead = words & {CUE + "planned", CUE + "possible", CUE + "should", CUE + "aim"}
    return event.type == MEASURE and bool(words & {CUE + "draft", BILL}) and not ahead


def _scheduled(reader: EventReader, scene: Scene, trigger: Mention) -> bool:
    """Tell whether a verb in the present tense with a day tells of what is to come ("he steps down in May")."""
    if (
        trigger.form != "verb"
        or scene.clause.sentence.headline
        or STATEMENT in reader.lexicon.values(trigger.iri, DD + "evokes")
    ):
        return False
    if CUE + "from" in reader.lexicon.cues_of(scene.clause.sentence.words[trigger.last].text):
        # "Has been director since Monday."
        return False
    if reader.lexicon.order == "VSO":
        return is_present(reader.lexicon, trigger, scene.clause.sentence.words[trigger.first].text)
    told = tense(reader.lexicon, scene.clause, trigger)
    return told == CUE + "present" or (not told and is_plural_present(reader.lexicon, trigger, scene.clause))


def noun_types(reader: EventReader, noun: Mention) -> set[str]:
    """Return the classes of event that a noun can stand for."""
    return {NOUN_EVENTS[noun.kind][0]} if noun.kind in NOUN_EVENTS else reader.lexicon.values(noun.iri, DD + "evokes")


def set_kind(event: Event, noun: Mention) -> None:
    """Give an event the kind that its noun names."""
    if noun.kind in NOUN_EVENTS:
        event.describe(NOUN_EVENTS[noun.kind][1], noun.iri)


def give_values(reader: EventReader, event: Event, trigger: Mention) -> None:
    """Give an event the kind and the stage that its trigger implies, unless it has them."""
    for value in sorted(reader.lexicon.values(trigger.iri, DD + "givesValue")):
        scheme = value.removeprefix(VOCAB).split("/", 1)[0]
        if scheme == "stage" and event.modality == ACTUAL and DD + "stage" not in event.values:
            event.describe(DD + "stage", value)
        elif scheme in NOUN_EVENTS and NOUN_EVENTS[scheme][0] == event.type and not set(KINDS) & set(event.values):
            event.describe(NOUN_EVENTS[scheme][1], value)


def asset_of(reader: EventReader, word: Mention) -> str:
    """Return the digital asset that a topic such as Bitcoin names."""
    return reader.lexicon.value(word.iri, DD + "namesAsset") if word.kind == "topic" else ""
