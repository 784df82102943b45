"""A clause as its triggers see it, and what every event takes from it: modality, tense, date, kind and stage."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from dadiplo.folding import fold
from dadiplo.labels import Entry
from dadiplo.lexicon import CUE, PRESENT, Lexicon
from dadiplo.model import Event, Mention, Passage, Sentence
from dadiplo.readings import MODAL_CUES, Clause, SentenceMentions, is_verb
from dadiplo.resources import DD, VOCAB
from dadiplo.terms import (
    ACTUAL,
    DENIED,
    INDIRECT,
    INTENDED,
    KINDS,
    MEETING,
    NOUN_EVENTS,
    PLANNED,
    POSSIBLE,
    STATEMENT,
    TRIGGER,
    VISIT,
)  # fmt: skip
from dadiplo.times import Time

if TYPE_CHECKING:
    from dadiplo.events import EventReader

#: How many words before a verb, and before a noun, can bear on its modality.
NEAR = 5
_NEAR_NOUN = 9
#: Markers that bear on a verb from before its doer ("neither X nor Y commented").
_DENYING = {CUE + "negation", CUE + "failed"}
#: Markers that bear on a noun before them.
_FATES = {CUE + name for name in ("planned", "draft")}
#: How many words behind an Urdu verb its auxiliaries reach, and the ending of its infinitive.
_AUXILIARIES, _INFINITIVE = 3, "نے"
#: What stands before an infinitive that tells what came about; an agreement of one side is a decision.
_DONE = {CUE + "brought-about", CUE + "after"}
_SEVERAL = 2
_VETO = TRIGGER + "veto"
#: How many words before a noun "no" can stand.
_BESIDE = 3
#: How "that" ends that no pronoun is joined to.
_BARE_THAT = ("أن", "ان")
#: Prepositions before a verb that make it the complement of the one before.
_GOVERNING = {CUE + name for name in ("in", "to", "of", "about")}


@dataclass(slots=True)
class Scene:
    """A clause as its triggers see it: new nouns, nouns that point back, the subject, and the voice."""

    clause: Clause
    voice: Passage
    subject: Mention | None
    mentions: SentenceMentions
    nouns: list[Mention]
    references: list[Mention]
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
        if not times:
            return None
        # A day named in a speech is not the day of speaking.
        speeches = [quote for quote in self.mentions.quotes if trigger.span not in quote]
        times = [t for t in times if not any(t.span in quote for quote in speeches)]
        said = [w.first for w in self.clause.words if w.iri == CUE + "that" and w.first > trigger.last]
        times = [t for t in times if not said or t.first < said[0]]
        told = any(t.last < trigger.first and not self._parted(t, trigger) for t in times)
        # "In 2024 it sold them, today …": behind the comma another act begins.
        times = [t for t in times if not told or t.first < trigger.last or not self._comma(trigger.last, t.first)]
        # A bare year may belong to a name ("the Act of 2026"): what is more exact counts first.
        return min(times, key=lambda t: (self._parted(t, trigger), *_rank(t, trigger)), default=None)

    def _parted(self, time: Time, trigger: Mention) -> bool:
        """Tell whether commas part a time from a trigger, more than one where it stands behind."""
        before = time.first < trigger.first
        inside = (time.last, trigger.first) if before else (trigger.last, time.first)
        return self._comma(*inside) > before + (len(time.past) > len("2026"))

    def _comma(self, left: int, right: int) -> int:
        """Return how many commas stand between two words."""
        words = self.clause.sentence.words[left + 1 : right + 1]
        return sum("," in word.before or "،" in word.before for word in words)

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
    modality, earlier = _modality(reader, scene, trigger)
    given = reader.lexicon.values(trigger.iri, DD + "givesValue") & {DENIED, PLANNED}
    if modality == ACTUAL and given == {DENIED} and reader.lexicon.order == "VSO":
        # "The proposal of a ban fell": what is proposed did not come about.
        modality = DENIED
    if modality == ACTUAL and noun is not None and trigger.iri != _VETO:
        near = [w for w in scene.clause.words if 0 < noun.first - w.first <= _BESIDE and w.iri in MODAL_CUES]
        modality = reader.lexicon.value(near[-1].iri, DD + "givesValue") if near else modality
    if modality == ACTUAL and given:
        # What lapsed did not come about, what "takes effect in May" is still to come.
        modality = min(given)
    time = scene.time_of(trigger)
    if modality == ACTUAL and time is not None and time.past != time.future and _scheduled(reader, scene, trigger):
        modality = PLANNED
    event = Event(min(types), [scene.passage], modality, earlier=earlier, trigger=trigger.iri)
    before = scene.previous
    if time is None and before is not None and CUE + "and" in trigger.cues and before.modality == modality == ACTUAL:
        # "Dismissed X yesterday and named Y."
        event.date = before.date
    if time is not None:
        ahead = any(w.iri == CUE + "planned" and trigger.last < w.first < time.first for w in scene.clause.words)
        event.date = time.value(modality not in (ACTUAL, DENIED) or ahead)
        published = reader.document.published
        if modality == ACTUAL and event.type != STATEMENT and published and event.date > published.isoformat():
            # "The delegation visits X next week."
            event.modality = PLANNED
    return event


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
    return tense(reader.lexicon, scene.clause, trigger) == CUE + "present"


def tense(lexicon: Lexicon, clause: Clause, verb: Mention) -> str:
    """Return the cue that the ending of a verb has, if the lexicon tells tenses by endings."""
    if not lexicon.tenses or not is_verb(verb):
        return ""
    words = [word.text.lower() for word in clause.sentence.words[verb.first : verb.last + 1]]
    text = next((word for word in words if len(word) > len("se")), "")
    found = _by_ending(lexicon, text)
    participle = len(words) > 1 and _by_ending(lexicon, words[1]) == CUE + "past"
    if found == CUE + "infinitive" and verb.form == "verb" and participle:
        # "To have bought": what is said to be done.
        return CUE + "past"
    return found


def _by_ending(lexicon: Lexicon, word: str) -> str:
    return max(((len(letters), cue) for cue, letters in lexicon.tenses if word.endswith(letters)), default=(0, ""))[1]


def is_infinitive(lexicon: Lexicon, clause: Clause, verb: Mention) -> bool:
    """Tell whether a verb is an infinitive, by its ending."""
    return tense(lexicon, clause, verb) == CUE + "infinitive"


def _only_intended(reader: EventReader, scene: Scene, verb: Mention) -> bool:
    """Tell whether an infinitive says what is to be done: no word before it says that it came about.

    "After banning", "decided to ban", "the board agreed to ban" say so, and what opens a sentence, as in resolutions.
    """
    if not is_infinitive(reader.lexicon, scene.clause, verb) or verb.first == 0:
        return False
    words = scene.clause.sentence.words
    item = "\n" in words[verb.first].before or words[verb.first].text[:1].isupper()
    before = {w.iri for w in scene.mentions.words if w.last == verb.first - 1}
    before |= {w.iri for w in scene.mentions.words if w.last == verb.first - 2 and w.iri in _DONE}
    main = scene.clause.verb
    doers = [m for m in scene.clause.in_position("subject", "with") if m.kind != "place"]
    alone = len(doers) + len(scene.partners) < _SEVERAL
    decided = main is not None and (main.iri == TRIGGER + "enact" or (main.iri == TRIGGER + "agree" and alone))
    return not (item or before & _DONE or decided)


def is_present(lexicon: Lexicon, trigger: Mention, verb: str) -> bool:
    """Tell whether an Arabic verb is in the present tense: past forms that begin like it have a longer present."""
    other = PRESENT[0] + fold(verb)[1:]
    known = any(e.iri == trigger.iri and e.form == "verb" for e in _labels(lexicon, other))
    return verb.startswith(PRESENT) and (verb.startswith(PRESENT[0]) or known)


def _labels(lexicon: Lexicon, form: str) -> list[Entry]:
    """Return the labels that begin with a form of a verb, or with that for which it stands in labels."""
    return [e for word in (form, *lexicon.inflections.get(form, ())) for e in lexicon.entries.get(word, ())]


def _modality(reader: EventReader, scene: Scene, trigger: Mention) -> tuple[str, bool]:
    """Return how the clause puts its event, and whether as earlier than what is told.

    Letters joined to the trigger count first, then the words and endings inside it, then the marker nearest before it,
    then what a verb of denying, promising or proposing says of its complement.
    """
    lexicon = reader.lexicon
    behind = 2 if lexicon.order == "SOV" else 1
    words = scene.clause.sentence.words[trigger.first : min(trigger.last + behind, scene.clause.last + 1)]
    denying = lexicon.value(trigger.iri, DD + "complementModality") == DENIED
    # A verb of denying denies what it says, not that it is said.
    inside = [] if denying else [cue for word in words for cue in lexicon.cues_of(word.text)]
    if behind > 1 and trigger.last > trigger.first:
        # An auxiliary ends a verb of several words; before that its letters are another word ("sang").
        ends = [cue for word in words[trigger.last - trigger.first :] for cue in lexicon.cues_of(word.text)]
        inside = [cue for cue in inside if cue != CUE + "planned" or cue in ends]
    within = _within(lexicon, scene, trigger)
    inside += [] if denying else within
    verb = trigger.form in ("verb", "passive")
    since = trigger.first - (NEAR if verb else _NEAR_NOUN)
    governed = any(w.last == trigger.first - 1 and w.iri in _GOVERNING for w in scene.clause.words)
    if governed:
        # "Will not follow X in setting up …": what the main verb is denied or planned, its complement is too.
        since = scene.clause.first
    elif verb and lexicon.order != "SOV":
        # What stands before another agent bears on that agent's act ("a draft that X …").
        since = max([since, *(m.last for m in scene.clause.entities if m.last < trigger.first)])
    quoted = [quote for quote in scene.mentions.quotes if trigger.span not in quote]
    # What a quotation denies is not what the words around it deny.
    words_around = (
        [w for w in scene.clause.words if not any(w.span in quote for quote in quoted)]
        if quoted
        else scene.clause.words
    )
    before = [w for w in reversed(words_around) if w.first < trigger.first and not _without(lexicon, scene, w)]
    beside = {m.first - 1 for m in scene.clause.entities}
    before = [
        w
        for w in before
        if since <= w.first
        or (w.iri in _DENYING and (w.last in beside or _neither(w, scene.clause)))
        or _impersonal(lexicon, w, scene.clause)
    ]
    if lexicon.order != "SOV" and trigger.last < scene.clause.last:
        # "Bought no bitcoin": the object is denied.
        after = lexicon.cues_of(scene.clause.sentence.words[trigger.last + 1].text)
        inside += [cue for cue in after if cue == CUE + "failed"]
    if lexicon.order == "SOV":
        # Auxiliaries follow the verb and can run into it ("کیا" + "تھا").
        endings = [w for w in scene.clause.words if w.first <= trigger.last + 2 and trigger.last <= w.last]
        # "So that" opens what comes of the act.
        inside += [w.iri for w in endings if w.iri != CUE + "aim" or w.first <= trigger.last]
        if not verb and (_intended(lexicon, scene, trigger) or _drafted(lexicon, scene, trigger)):
            inside.append(CUE + "planned")
        if not verb and scene.clause.verb is None:
            # "No plan to buy", "a memorandum will be drafted": what follows a noun that no verb of ours carries.
            inside += [w.iri for w in scene.clause.words if w.first > trigger.last and w.iri in MODAL_CUES]
    if verb and lexicon.tenses and not is_infinitive(lexicon, scene.clause, trigger):
        # "To lead it X was named": an aim governs infinitives, and "so that" what follows.
        before = [w for w in before if w.iri != CUE + "aim" or _ends_with_that(lexicon, scene, w)]
    around = [*inside, *(word.iri for word in before), *_behind(lexicon, scene, trigger, words_around)]
    if trigger.iri == _VETO:
        # "Sent back without signing" is what a veto is.
        around = [cue for cue in around if cue != CUE + "failed"]
    earlier = _earlier(lexicon, scene, trigger) or CUE + "earlier" in within
    for cue in trigger.cues:
        if cue == CUE + "to" and trigger.form == "noun":
            return INTENDED, earlier
        value = lexicon.value(cue, DD + "givesValue")
        if value.startswith(VOCAB + "modality/"):
            return value, earlier
    for cue in around:
        if cue in MODAL_CUES:
            # "Denied that it plans to", "discussed no plan": what is planned is denied with the plan.
            denied = scene.complement == DENIED or _DENYING & set(around) or _ruled_out(lexicon, scene, trigger)
            return DENIED if denied else lexicon.value(cue, DD + "givesValue"), earlier
    if verb and _may(lexicon, scene, trigger):
        return POSSIBLE, earlier
    text = reader.document.text[trigger.span.start : trigger.span.end].split()
    for cue, ending in lexicon.endings:
        if trigger.form in ("verb", "passive") and any(word.endswith(ending) for word in text):
            return lexicon.value(cue, DD + "givesValue"), earlier
    main = scene.clause.verb
    if main is not None and main.iri != trigger.iri and (trigger.first > main.last) == (lexicon.order != "SOV"):
        # "Proposed a ban": what is proposed or denied is not done.
        given = lexicon.value(main.iri, DD + "complementModality")
        if not given and trigger.form == "noun" and lexicon.values(main.iri, DD + "evokes") & {MEETING, VISIT}:
            # "Will fly to X for talks": what the visit is for is as planned as it.
            ahead = lexicon.values(main.iri, DD + "givesValue") & {DENIED, PLANNED}
            given = min(ahead) if ahead else _modality(reader, scene, main)[0]
        return given or scene.complement or _otherwise(reader, scene, trigger), earlier
    return scene.complement or _otherwise(reader, scene, trigger), earlier


def _otherwise(reader: EventReader, scene: Scene, trigger: Mention) -> str:
    intended = _only_intended(reader, scene, trigger) or is_subjunctive(reader.lexicon, scene, trigger)
    return PLANNED if intended else ACTUAL


def is_subjunctive(lexicon: Lexicon, scene: Scene, trigger: Mention) -> bool:
    """Tell whether an Arabic verb in the present tense stands right behind "that" or "to": it is still to be done.

    Behind "that" with a pronoun, and before the doer, the same verb tells what is.
    """
    if lexicon.order != "VSO" or trigger.form not in ("verb", "passive"):
        return False
    words = scene.clause.sentence.words
    if not is_present(lexicon, trigger, words[trigger.first].text):
        return False
    before = words[trigger.first - 1].text if trigger.first > scene.clause.first else ""
    return CUE + "to" in trigger.cues or (CUE + "that" in lexicon.cues_of(before) and before.endswith(_BARE_THAT))


def _ends_with_that(lexicon: Lexicon, scene: Scene, word: Mention) -> bool:
    return CUE + "that" in lexicon.cues_of(scene.clause.sentence.words[word.last].text)


def _intended(lexicon: Lexicon, scene: Scene, trigger: Mention) -> bool:
    """Tell whether a noun is only what is planned or wished, as what stands behind it says ("a plan to buy")."""
    words = scene.clause.sentence.words
    infinitive = words[trigger.last].text.endswith(_INFINITIVE)
    behind = words[trigger.last + 1 : trigger.last + 2]
    if not infinitive and not any(CUE + "of" in lexicon.cues_of(word.text) for word in behind):
        return False
    reach = _AUXILIARIES if infinitive else 2
    return any(w.iri == CUE + "intent" and 0 < w.first - trigger.last <= reach for w in scene.clause.words)


def _ruled_out(lexicon: Lexicon, scene: Scene, noun: Mention) -> bool:
    """Tell whether a verb at the end rejects what a noun before it stands for ("ruled out the chance of …")."""
    verb = scene.clause.verb
    behind = verb is not None and lexicon.order == "SOV" and noun.form == "noun" and verb.first > noun.last
    return behind and verb is not None and lexicon.value(verb.iri, DD + "complementModality") == DENIED


def _drafted(lexicon: Lexicon, scene: Scene, noun: Mention) -> bool:
    """Tell whether an accord or a law is there as a draft only, where "of" stands behind what it is of."""
    words = scene.clause.sentence.words[noun.last + 1 : noun.last + 3]
    cues = [lexicon.cues_of(word.text) for word in words]
    return len(cues) > 1 and CUE + "of" in cues[0] and CUE + "draft" in cues[1]


def _without(lexicon: Lexicon, scene: Scene, word: Mention) -> bool:
    """Tell whether "without" stands behind what is lacking, as where verbs come last: it denies nothing behind it."""
    governs = word.iri == CUE + "failed" and lexicon.order == "SOV" and word.last > word.first
    return governs and CUE + "of" in lexicon.cues_of(scene.clause.sentence.words[word.first].text)


def _within(lexicon: Lexicon, scene: Scene, trigger: Mention) -> list[str]:
    """Return the cues inside a label of several words ("is to travel to", "had agreed upon")."""
    if trigger.first == trigger.last or lexicon.order != "SVO":
        return []
    words = scene.clause.sentence.words[trigger.first : trigger.last + 1]
    return [cue.iri for cue in lexicon.find(Sentence(trigger.span, words), ("cue",))]


def _earlier(lexicon: Lexicon, scene: Scene, trigger: Mention) -> bool:
    """Tell whether a clause tells what was before; "said it had …" only shifts the tense of what was said."""
    reach = _AUXILIARIES if lexicon.order == "SOV" else 1
    had = [w for w in scene.clause.words if w.iri == CUE + "had" and 0 < w.first - trigger.last <= reach]
    if had and not any(trigger.last < w.first < had[0].first and w.kind == "trigger" for w in scene.clause.words):
        return True
    if any(w.iri == CUE + "recalled" for w in scene.mentions.words):
        return True
    cues = [w for w in scene.clause.words if w.iri == CUE + "earlier"]
    if STATEMENT in lexicon.values(trigger.iri, DD + "evokes"):
        # "Said that it had no choice": what is said lies back, not the saying.
        cues = [w for w in cues if w.first <= trigger.last + 1]
    if lexicon.order == "SVO" and scene.voice.attribution == INDIRECT:
        cues = [
            w for w in cues if w.last > w.first or not any(w.last == v.first - 1 for v in scene.clause.words_in("verb"))
        ]
    return bool(cues)


def _may(lexicon: Lexicon, scene: Scene, trigger: Mention) -> bool:
    """Tell whether a particle before the present tense, which has a prefix of its own, means "may".

    A past form that begins with such a letter too has another form with the prefix before it.
    """
    text = scene.clause.sentence.words[trigger.first].text
    particle = any(w.iri == CUE + "may-before-present" and w.last == trigger.first - 1 for w in scene.clause.words)
    had = any(w.iri == CUE + "earlier" and w.first < trigger.first for w in scene.clause.words)
    if had or not (particle and text.startswith(PRESENT)):
        return False
    past, longer = ({e.iri for e in _labels(lexicon, fold(t))} for t in (text, PRESENT[0] + text))
    return trigger.iri not in longer and not (trigger.last > trigger.first and past & longer)


def _impersonal(lexicon: Lexicon, word: Mention, clause: Clause) -> bool:
    """Tell whether a marker opens its clause and "that" follows it ("it is planned that X …")."""
    opens = word.first - clause.first <= 1 and word.iri in MODAL_CUES
    if opens and lexicon.order == "VSO" and word.iri == CUE + "planned":
        # The verb of planning stands before its doer.
        return True
    ends = CUE + "that" in lexicon.cues_of(clause.sentence.words[word.last].text)
    return opens and (ends or any(w.iri == CUE + "that" and w.first == word.last + 1 for w in clause.words))


def _neither(word: Mention, clause: Clause) -> bool:
    """Tell whether a negation opens a clause that has another: "neither X nor Y plans to …"."""
    opens = word.first == clause.first and word.iri == CUE + "negation"
    return opens and any(w.iri == word.iri and w.first > word.last for w in clause.words)


def _behind(lexicon: Lexicon, scene: Scene, trigger: Mention, words: list[Mention]) -> list[str]:
    """Return what the words behind a noun say of its fate: "the reserve is under study", "the talks are to resume"."""
    verb = scene.clause.verb
    if trigger.form != "noun" or lexicon.order != "SVO" or (verb is not None and verb.first < trigger.first):
        return []
    said = [w for w in words if w.first > trigger.last and w.iri in _FATES]
    # "The deal will let …" tells what a deal does that is made.
    return [w.iri for w in said if w.iri != CUE + "planned" or w.last > w.first]


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
