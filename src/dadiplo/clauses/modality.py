"""How a clause puts its event: as done, planned, possible or denied, and as earlier than what is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dadiplo.affixes import OBLIQUE_INFINITIVE, PRESENT
from dadiplo.clauses.refusals import leaves_open, left_open, of_plan, on_nobody, turned_down
from dadiplo.clauses.tenses import is_infinitive, is_present, labels_of, not_until
from dadiplo.clauses.wordorder import MARK, ends_in_subjunctive
from dadiplo.folding import fold
from dadiplo.lexicon import CUE, Lexicon
from dadiplo.mentions.readings import MODAL_CUES, Clause, is_verb
from dadiplo.model import Mention, Sentence
from dadiplo.resources import DD, VOCAB
from dadiplo.terms import (
    ACTUAL,
    AGREEMENT,
    APPOINTMENT,
    DENIED,
    INDIRECT,
    INTENDED,
    MEETING,
    PLANNED,
    POSSIBLE,
    RESERVE_ACTION,
    STATEMENT,
    TRIGGER,
    VISIT,
)

if TYPE_CHECKING:
    from dadiplo.clauses.scenes import Scene
    from dadiplo.events.reader import EventReader

#: How many words before a verb, and before a noun, can bear on its modality.
NEAR = 5
_NEAR_NOUN = 9
#: Markers that bear on a verb from before its doer ("neither X nor Y commented").
_DENYING = {CUE + "negation", CUE + "failed"}
#: What a report that is false can be of, if a noun tells it.
_OF_HEARSAY = {MEETING, VISIT, RESERVE_ACTION, APPOINTMENT}
_THINGS = ("instrument-kind", "reserve-action")
#: Markers that bear on a noun before them.
_FATES = {CUE + name for name in ("planned", "draft")}
#: How many words behind a verb the first auxiliary can begin that runs into it.
_AUXILIARY = 2
#: How many words behind an Urdu verb its auxiliaries reach.
_AUXILIARIES = 3
#: What stands before an infinitive that tells what came about; an agreement of one side is a decision.
_DONE = {CUE + "brought-about", CUE + "after"}
_SEVERAL = 2
VETO = TRIGGER + "veto"
#: How "that" ends that no pronoun is joined to.
_BARE_THAT = ("أن", "ان")
#: How many words stand between a marker and whom a verb lets do something: the verb and an article.
_LET = 2
#: Prepositions before a verb that make it the complement of the one before.
_GOVERNING = {CUE + name for name in ("in", "to", "of", "about")}


def modality_of(reader: EventReader, scene: Scene, trigger: Mention) -> tuple[str, bool]:
    """Return how the clause puts its event, and whether as earlier than what is told.

    Letters joined to the trigger count first, then the words and endings inside it, then the marker nearest before it,
    then what a verb of denying, promising or proposing says of its complement.
    """
    lexicon = reader.lexicon
    by_verb = _by_main_verb(reader, scene, trigger)
    modality = (
        _by_proclitic(reader, scene, trigger)
        or _untrue(lexicon, scene, trigger)
        or on_nobody(lexicon, scene, trigger)
        or (DENIED if turned_down(lexicon, scene, trigger) is not None else "")
        or left_open(lexicon, scene, trigger)
        or _by_markers(lexicon, scene, trigger)
        or _by_form(reader, scene, trigger)
        # "Turned down, on Monday, a proposal to buy": what is proposed falls with the proposal.
        or (by_verb if scene.complement != DENIED else "")
        or scene.complement
        or _of_purpose(lexicon, scene, trigger)
        or (PLANNED if of_plan(lexicon, scene, trigger) else "")
        or (PLANNED if _still_to_be_done(lexicon, scene, trigger) else ACTUAL)
    )
    earlier = _earlier(lexicon, scene, trigger) or CUE + "earlier" in _within(lexicon, scene, trigger)
    return modality, earlier


def _of_purpose(lexicon: Lexicon, scene: Scene, trigger: Mention) -> str:
    """Return the modality of the journey that an infinitive says the purpose of ("is to travel to X to meet Y")."""
    journey = scene.previous
    if (
        lexicon.drops_pronouns
        or lexicon.order != "SVO"
        or journey is None
        or journey.type != VISIT
        or not is_verb(trigger)
    ):
        return ""
    words = scene.clause.sentence.words[max(trigger.first - 1, 0) : trigger.first + 1]
    purpose = any(CUE + "to" in lexicon.cues_of(word.text) for word in words)
    return journey.modality if purpose and journey.modality in (PLANNED, POSSIBLE, DENIED) else ""


def _by_proclitic(reader: EventReader, scene: Scene, trigger: Mention) -> str:
    """Return the modality that letters joined to a trigger give it."""
    lexicon = reader.lexicon
    for cue in trigger.cues:
        if cue == CUE + "to" and trigger.form == "noun":
            # "Denied having any plan for buying": with the plan the act is denied.
            denied = scene.complement == DENIED or _by_main_verb(reader, scene, trigger) == DENIED
            return DENIED if denied or _DENYING & {*_before(lexicon, scene, trigger, scene.clause.words)} else INTENDED
        value = lexicon.value(cue, DD + "givesValue")
        if value.startswith(VOCAB + "modality/"):
            return value
    return ""


def _untrue(lexicon: Lexicon, scene: Scene, trigger: Mention) -> str:
    """Return that an act is denied if its sentence says that what is told of it is false ("reports that … are false").

    A law or ban can be called unfounded and is there: of nouns only those for what two sides do are meant.
    """
    types = lexicon.values(trigger.iri, DD + "evokes")
    if STATEMENT in types or not (is_verb(trigger) or types & _OF_HEARSAY or trigger.kind in _THINGS):
        return ""
    untrue = [w for w in scene.mentions.words if w.iri == CUE + "untrue"]
    if not untrue:
        return ""
    opening = {w.first for w in scene.mentions.words if w.iri == CUE + "that"}
    if lexicon.order == "SOV" and any(w.last < trigger.first and w.last + 1 in opening for w in untrue):
        # "It is not true that X …".
        return DENIED
    behind = [w for w in scene.mentions.words if w.first > trigger.last]
    said = next((w.first for w in untrue if w.first > trigger.last), None)
    verbs = {w.first for w in behind if is_verb(w)}
    joined = said is not None and any(w.iri == CUE + "and" and w.last + 1 in verbs and w.first < said for w in behind)
    return DENIED if said is not None and not joined else ""


def _by_markers(lexicon: Lexicon, scene: Scene, trigger: Mention) -> str:
    """Return the modality of the marker that bears on a trigger most: inside it, nearest before it, or behind it."""
    words = [w for w in _markers(scene, trigger) if not _denies_result(lexicon, scene, trigger, w)]
    around = [
        *_inside(lexicon, scene, trigger),
        *_before(lexicon, scene, trigger, words),
        *_behind(lexicon, scene, trigger, words),
    ]
    if trigger.iri == VETO:
        # "Sent back without signing" is what a veto is.
        around = [cue for cue in around if cue != CUE + "failed"]
    marker = next((cue for cue in around if cue in MODAL_CUES), "")
    if not marker:
        return ""
    # "Denied that it plans to", "discussed no plan": what is planned is denied with the plan.
    denied = scene.complement == DENIED or _DENYING & set(around) or _ruled_out(lexicon, scene, trigger)
    denied = denied or (lexicon.order != "SOV" and _turned_down(lexicon, scene, trigger))
    return DENIED if denied else lexicon.value(marker, DD + "givesValue")


def _denies_result(lexicon: Lexicon, scene: Scene, noun: Mention, marker: Mention) -> bool:
    """Tell whether a denial is that of an accord that talks did not lead to: the talks took place."""
    main = scene.clause.verb
    if lexicon.order != "VSO" or main is None or is_verb(noun) or marker.last != main.first - 1:
        return False
    led = lexicon.values(main.iri, DD + "evokes") == {AGREEMENT} and noun.first > main.last
    return led and lexicon.values(noun.iri, DD + "evokes") <= {MEETING, VISIT} and marker.iri in _DENYING


def _turned_down(lexicon: Lexicon, scene: Scene, noun: Mention) -> bool:
    """Tell whether the verb before what is proposed says that it fell ("the house dropped a proposal to set up …")."""
    main = scene.clause.verb
    if main is None or noun.first <= main.last or is_verb(noun):
        return False
    values = lexicon.values(main.iri, DD + "givesValue") | lexicon.values(main.iri, DD + "complementModality")
    return DENIED in values and STATEMENT not in lexicon.values(noun.iri, DD + "evokes")


def _by_form(reader: EventReader, scene: Scene, trigger: Mention) -> str:
    """Return the modality that the form of a verb gives: "may" before the present tense, an ending of the future."""
    lexicon = reader.lexicon
    if not is_verb(trigger):
        return ""
    if _may(lexicon, scene, trigger):
        return POSSIBLE
    if ends_in_subjunctive(scene.clause, trigger, lexicon):
        return INTENDED
    text = reader.document.text[trigger.span.start : trigger.span.end].split()
    cues = (cue for cue, ending in lexicon.endings if any(word.endswith(ending) for word in text))
    return next((lexicon.value(cue, DD + "givesValue") for cue in cues), "")


def _by_main_verb(reader: EventReader, scene: Scene, trigger: Mention) -> str:
    """Return the modality that the verb of the clause gives to what it acts on: what is proposed is not done."""
    lexicon, main = reader.lexicon, scene.clause.verb
    if main is None or main.iri == trigger.iri or (trigger.first > main.last) != (lexicon.order != "SOV"):
        return ""
    given = lexicon.value(main.iri, DD + "complementModality")
    if given == DENIED and lexicon.order == "VSO" and leaves_open(lexicon, scene.clause, main):
        # "Did not rule out": it can come.
        return PLANNED
    if trigger.form == "noun" and CUE + "by" in lexicon.cues_of(scene.clause.sentence.words[trigger.first].text):
        # "Was dismissed by decree".
        return ""
    if not given and trigger.form == "noun" and lexicon.values(main.iri, DD + "evokes") & {MEETING, VISIT}:
        # "Will fly to X for talks": what the visit is for is as planned as it.
        values = lexicon.values(main.iri, DD + "givesValue")
        ahead = next((modality for modality in (DENIED, PLANNED) if modality in values), "")
        return ahead or modality_of(reader, scene, main)[0]
    return given


def _markers(scene: Scene, trigger: Mention) -> list[Mention]:
    """Return the markers of a clause, without those of quotations around it: what they deny it does not."""
    found = [w for w in scene.clause.words if w.iri in MODAL_CUES]
    quoted = [quote for quote in scene.mentions.quotes if trigger.span not in quote] if found else ()
    return [w for w in found if not any(w.span in quote for quote in quoted)]


def _inside(lexicon: Lexicon, scene: Scene, trigger: Mention) -> list[str]:
    """Return the cues in the words of a trigger, and in those that belong to it: its object or its auxiliaries."""
    last, final = trigger.last, lexicon.order == "SOV"
    sentence = scene.clause.sentence.words
    found: list[str] = []
    # A verb of denying denies what it says, not that it is said.
    # What is not done by a post is told in the verb itself ("did not resign").
    posts = lexicon.values(trigger.iri, DD + "evokes") == {APPOINTMENT}
    if posts or lexicon.value(trigger.iri, DD + "complementModality") != DENIED:
        words = sentence[trigger.first : min(last + (2 if final else 1), scene.clause.last + 1)]
        found = [cue for word in words for cue in lexicon.cues_of(word.text)]
        if final and last > trigger.first:
            # An auxiliary ends a verb of several words; before that its letters are another word ("sang").
            ends = [cue for word in words[last - trigger.first :] for cue in lexicon.cues_of(word.text)]
            found = [cue for cue in found if cue != CUE + "planned" or cue in ends]
        found += _within(lexicon, scene, trigger)
    if final:
        return found + _behind_final(lexicon, scene, trigger)
    # "Bought no bitcoin": the object is denied; "said no coin …" denies what is said.
    speaking = STATEMENT in lexicon.values(trigger.iri, DD + "evokes")
    after = lexicon.cues_of(sentence[last + 1].text) if last < scene.clause.last and not speaking else ()
    return found + [cue for cue in after if cue == CUE + "failed"]


def _behind_final(lexicon: Lexicon, scene: Scene, trigger: Mention) -> list[str]:
    """Return the cues behind a trigger where auxiliaries follow the verb."""
    # They can run into it ("did" + "had been").
    clause, last = scene.clause, trigger.last
    endings = [w for w in clause.words if w.first <= last + _AUXILIARY and last <= w.last]
    # "So that" opens what comes of the act.
    found = [w.iri for w in endings if w.iri != CUE + "aim" or w.first <= last]
    if is_verb(trigger):
        return found
    if _intended(lexicon, scene, trigger) or _drafted(lexicon, scene, trigger):
        found.append(CUE + "planned")
    if clause.verb is None:
        # "No plan to buy", "a memorandum will be drafted": what follows a noun that no verb of ours carries.
        found += [w.iri for w in clause.words if w.first > last and w.iri in MODAL_CUES]
    return found


def _before(lexicon: Lexicon, scene: Scene, trigger: Mention, words: list[Mention]) -> list[str]:
    """Return the cues before a trigger that bear on it, the nearest first."""
    clause = scene.clause
    before = [w for w in reversed(words) if w.first < trigger.first and not _lacks(lexicon, scene, w)]
    # "Those that do not will be cut off": the denied verb is left out. "Does not plan to" denies the plan, and Spanish
    # has "not" before the auxiliary.
    ahead = {w.first for w in words if w.iri == CUE + "planned"} if not lexicon.drops_pronouns else set()
    ahead -= {w.first for w in words if CUE + "to" in lexicon.cues_of(clause.sentence.words[w.last].text)}
    before = [w for w in before if w.iri not in _DENYING or w.last + 1 not in ahead or lexicon.order != "SVO"]
    if not before or (before[0].iri in _DENYING and not_until(lexicon, scene.clause, scene.mentions.times)):
        return []
    since = _reach_before(lexicon, clause, trigger)
    beside = {m.first - 1 for m in clause.entities}
    before = [
        w
        for w in before
        if since <= w.first
        or (w.iri in _DENYING and (w.last in beside or _neither(w, clause)))
        or _impersonal(lexicon, w, clause)
    ]
    if lexicon.order == "SVO":
        before = [w for w in before if not _in_apposition(w, trigger, clause)]
    if is_verb(trigger) and lexicon.tenses and not is_infinitive(lexicon, clause, trigger):
        # "To lead it X was named": an aim governs infinitives, and "so that" what follows.
        before = [w for w in before if w.iri != CUE + "aim" or _ends_with_that(lexicon, scene, w)]
    return [w.iri for w in before]


def _in_apposition(word: Mention, verb: Mention, clause: Clause) -> bool:
    """Tell whether a marker opens what stands between commas right before a verb ("X, never one to …, signed")."""
    marks = (clause.sentence.words[m.first].before.strip() for m in (word, verb))
    return word.first > clause.first and is_verb(verb) and all(mark == "," for mark in marks)


def _reach_before(lexicon: Lexicon, clause: Clause, trigger: Mention) -> int:
    """Return the first word of a clause from which a marker bears on a trigger."""
    if any(w.last == trigger.first - 1 and w.iri in _GOVERNING for w in clause.words):
        # "Will not follow X in setting up …": what the main verb is denied or planned, its complement is too.
        return clause.first
    since = trigger.first - (NEAR if is_verb(trigger) else _NEAR_NOUN)
    if lexicon.order == "SVO" and is_verb(trigger) and STATEMENT in lexicon.values(trigger.iri, DD + "evokes"):
        # "Bitcoin is not money, argued X": what is said denies nothing of who says it.
        words = clause.sentence.words
        since = max(
            (i for i in range(clause.first + 1, trigger.first + 1) if MARK.search(words[i].before)), default=since
        )
    if is_verb(trigger) and lexicon.order != "SOV":
        # What stands before another agent bears on that agent's act ("a draft that X …").
        others = [m for m in clause.entities if m.last < trigger.first]
        since = max([since, *(m.last for m in others)])
        let = [w.first for w in clause.words for m in others[-1:] if w.iri in MODAL_CUES and _lets(clause, w, m)]
        since = min([since, *let])
    if is_verb(trigger) and lexicon.order == "VSO":
        # "Does not hide that the ban which X imposed …": what is imposed is not denied.
        before = range(clause.first, trigger.first)
        texts = {at: clause.sentence.words[at].text for at in before}
        which = (at for at, text in texts.items() if CUE + "which" in lexicon.cues_of(text))
        since = max([since, *(at for at in which if texts[at] not in lexicon.free_relatives)])
    return since


def _lets(clause: Clause, marker: Mention, other: Mention) -> bool:
    """Tell whether a marker bears on what somebody else is let do or made do ("would let the bank of X buy …")."""
    between = clause.sentence.words[marker.last + 1 : other.first]
    return 0 < len(between) <= _LET and all(word.before == " " and word.text.islower() for word in between)


def _within(lexicon: Lexicon, scene: Scene, trigger: Mention) -> list[str]:
    """Return the cues inside a label of several words ("is to travel to", "had agreed upon")."""
    if trigger.first == trigger.last or lexicon.order != "SVO":
        return []
    words = scene.clause.sentence.words[trigger.first : trigger.last + 1]
    return [cue.iri for cue in lexicon.find(Sentence(trigger.span, words), ("cue",))]


def _lacks(lexicon: Lexicon, scene: Scene, word: Mention) -> bool:
    """Tell whether "without" stands behind what is lacking, as where verbs come last: it denies nothing behind it."""
    governs = word.iri == CUE + "failed" and lexicon.order == "SOV" and word.last > word.first
    return governs and CUE + "of" in lexicon.cues_of(scene.clause.sentence.words[word.first].text)


def _neither(word: Mention, clause: Clause) -> bool:
    """Tell whether a negation opens a clause that has another: "neither X nor Y plans to …"."""
    opens = word.first == clause.first and word.iri == CUE + "negation"
    return opens and any(w.iri == word.iri and w.first > word.last for w in clause.words)


def _impersonal(lexicon: Lexicon, word: Mention, clause: Clause) -> bool:
    """Tell whether a marker opens its clause and "that" follows it ("it is planned that X …")."""
    opens = word.first - clause.first <= 1 and word.iri in MODAL_CUES
    if opens and lexicon.order == "VSO" and word.iri == CUE + "planned":
        # The verb of planning stands before its doer.
        return True
    ends = CUE + "that" in lexicon.cues_of(clause.sentence.words[word.last].text)
    return opens and (ends or any(w.iri == CUE + "that" and w.first == word.last + 1 for w in clause.words))


def _behind(lexicon: Lexicon, scene: Scene, trigger: Mention, words: list[Mention]) -> list[str]:
    """Return what the words behind a noun say of its fate: "the reserve is under study", "the talks are to resume"."""
    verb = scene.clause.verb
    if trigger.form != "noun" or lexicon.order != "SVO" or (verb is not None and verb.first < trigger.first):
        return []
    said = [w for w in words if w.first > trigger.last and w.iri in _FATES]
    # "The deal will let …" tells what a deal does that is made.
    return [w.iri for w in said if w.iri != CUE + "planned" or w.last > w.first]


def _intended(lexicon: Lexicon, scene: Scene, trigger: Mention) -> bool:
    """Tell whether a noun is only what is planned or wished, as what stands behind it says ("a plan to buy")."""
    words = scene.clause.sentence.words
    infinitive = words[trigger.last].text.endswith(OBLIQUE_INFINITIVE)
    behind = words[trigger.last + 1 : trigger.last + 2]
    if not infinitive and not any(CUE + "of" in lexicon.cues_of(word.text) for word in behind):
        return False
    reach = _AUXILIARIES if infinitive else 2
    near = range(trigger.last + 1, min(trigger.last + reach, scene.clause.last) + 1)
    # "Voiced the wish to": the noun is part of a verb.
    inside = any(CUE + "intent" in lexicon.cues_of(words[index].text) for index in near)
    return inside or any(w.iri == CUE + "intent" and w.first in near for w in scene.clause.words)


def _drafted(lexicon: Lexicon, scene: Scene, noun: Mention) -> bool:
    """Tell whether an accord or a law is there as a draft only, where "of" stands behind what it is of."""
    words = scene.clause.sentence.words[noun.last + 1 : noun.last + 3]
    cues = [lexicon.cues_of(word.text) for word in words]
    return len(cues) > 1 and CUE + "of" in cues[0] and CUE + "draft" in cues[1]


def _ends_with_that(lexicon: Lexicon, scene: Scene, word: Mention) -> bool:
    return CUE + "that" in lexicon.cues_of(scene.clause.sentence.words[word.last].text)


def _ruled_out(lexicon: Lexicon, scene: Scene, noun: Mention) -> bool:
    """Tell whether a verb at the end rejects what a noun before it stands for ("ruled out the chance of …")."""
    verb = scene.clause.verb
    after = any(w.iri == CUE + "after" and w.first == noun.last + 1 for w in scene.clause.words)
    behind = (
        verb is not None and lexicon.order == "SOV" and noun.form == "noun" and verb.first > noun.last and not after
    )
    return behind and verb is not None and lexicon.value(verb.iri, DD + "complementModality") == DENIED


def _may(lexicon: Lexicon, scene: Scene, trigger: Mention) -> bool:
    """Tell whether a particle before the present tense, which has a prefix of its own, means "may".

    A past form that begins with such a letter too has another form with the prefix before it.
    """
    text = scene.clause.sentence.words[trigger.first].text
    if not text.startswith(PRESENT):
        return False
    particle = any(w.iri == CUE + "may-before-present" and w.last == trigger.first - 1 for w in scene.clause.words)
    had = any(w.iri == CUE + "earlier" and w.first < trigger.first for w in scene.clause.words)
    if had or not particle:
        return False
    past, longer = ({e.iri for e in labels_of(lexicon, fold(t))} for t in (text, PRESENT[0] + text))
    return trigger.iri not in longer and not (trigger.last > trigger.first and past & longer)


def _still_to_be_done(lexicon: Lexicon, scene: Scene, trigger: Mention) -> bool:
    """Tell whether an infinitive or a verb behind "that" only says what is to be done."""
    return _only_intended(lexicon, scene, trigger) or is_subjunctive(lexicon, scene, trigger)


def _only_intended(lexicon: Lexicon, scene: Scene, verb: Mention) -> bool:
    """Tell whether an infinitive says what is to be done: no word before it says that it came about.

    "After banning", "decided to ban", "the board agreed to ban", "the first country in banning" say so, and what opens
    a sentence, as in resolutions.
    """
    if not is_infinitive(lexicon, scene.clause, verb) or verb.first == 0:
        return False
    words = scene.clause.sentence.words
    item = "\n" in words[verb.first].before or words[verb.first].text[:1].isupper()
    before = {w.iri for w in scene.mentions.words if w.last == verb.first - 1}
    before |= {w.iri for w in scene.mentions.words if w.last == verb.first - 2 and w.iri in _DONE}
    first = any(w.iri == CUE + "a-state" and w.last == verb.first - 2 for w in scene.mentions.words)
    main = scene.clause.verb
    doers = [m for m in scene.clause.in_position("subject", "with") if m.kind != "place"]
    both = scene.clause.cue("both-sides") is not None
    alone = not both and len(doers) + len(scene.partners) < _SEVERAL
    decided = main is not None and (main.iri == TRIGGER + "enact" or (main.iri == TRIGGER + "agree" and alone))
    return not (item or first or before & _DONE or decided)


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


def _earlier(lexicon: Lexicon, scene: Scene, trigger: Mention) -> bool:
    """Tell whether a clause tells what was before; "said it had …" only shifts the tense of what was said."""
    reach = _AUXILIARIES if lexicon.order == "SOV" else 1
    had = [w for w in scene.clause.words if 0 < w.first - trigger.last <= reach and w.iri == CUE + "had"]
    if had and not any(trigger.last < w.first < had[0].first and w.kind == "trigger" for w in scene.clause.words):
        return True
    if any(w.iri == CUE + "recalled" for w in scene.mentions.words):
        return True
    if scene.clause.cue("earlier") is None:
        return False
    cues = [w for w in scene.clause.words if w.iri == CUE + "earlier"]
    if STATEMENT in lexicon.values(trigger.iri, DD + "evokes"):
        # "Said that it had no choice": what is said lies back, not the saying.
        cues = [w for w in cues if w.first <= trigger.last + 1]
    if lexicon.order == "SVO" and scene.voice.attribution == INDIRECT:
        cues = [
            w for w in cues if w.last > w.first or not any(w.last == v.first - 1 for v in scene.clause.words_in("verb"))
        ]
    return bool(cues)
