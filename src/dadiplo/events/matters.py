"""Acts that are only a matter: what talks, wishes and descriptions speak of, and nobody is told to have done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dadiplo.clauses.modality import NEAR
from dadiplo.clauses.scenes import Scene, noun_types
from dadiplo.clauses.strangers import says_what_text_does
from dadiplo.clauses.tenses import is_gerund, is_infinitive, is_present, tense
from dadiplo.lexicon import CUE, POSSESSIVE, Lexicon
from dadiplo.mentions.readings import MODAL_CUES, RELATIVE_CUES, Clause, is_verb
from dadiplo.model import Mention
from dadiplo.resources import DD, ID, VOCAB
from dadiplo.terms import (
    AGREEMENT,
    ANNOUNCEMENT,
    DIRECT,
    ESTABLISHMENT,
    INDIRECT,
    MEASURE,
    MEETING,
    NOUN_EVENTS,
    RESERVE_ACTION,
    STATEMENT,
    TRIGGER,
    VISIT,
)

if TYPE_CHECKING:
    from dadiplo.events.reader import EventReader

#: Measures that are also a matter to speak of.
_MATTERS = {
    VOCAB + f"measure-kind/{name}"
    for name in ("regulation", "regulatory-framework", "tax-rule", "sanctions", "licence")
}
#: Measures that only describe what is worked on or spoken of, where a preposition governs them.
_RULES = {VOCAB + f"measure-kind/{name}" for name in ("law", "mining-rule", "sandbox", "amendment", "ban-lifted")}
_GOVERNING = {CUE + name for name in ("about", "in", "to", "of", "as")}
#: How many words can stand between a preposition and what it governs.
_MODIFIERS = 4
#: How many words behind its owner a noun can stand.
_BESIDE = 2
#: How many words behind a plan its doer can stand.
_PROPOSAL = 6
#: What opens the purpose of a journey.
_PURPOSES = {CUE + "to", CUE + "aim"}
#: Cues behind a noun that make it say more of something else.
_PARTICLES = {CUE + name for name in ("of", "about", "in", "with", "as", "like", "by", "failed")}
_DOCUMENTS_AND_BODIES = ("instrument-kind", "body-kind")
_LICENCE = VOCAB + "measure-kind/licence"
#: What authorities do to those who lack a licence, and how many words from "without" it can stand.
_AGAINST = {TRIGGER + name for name in ("suspend", "ban", "sanction", "rule", "seize", "warn")}
_LACKING = 3
#: What somebody is without, whatever he does.
_WITHOUT = _MATTERS | {TRIGGER + "license", VOCAB + "reserve-action/creation"}
_SHOULD = CUE + "should"
#: Verbs that also tell under which law something stands.
_STANDING = {TRIGGER + name for name in ("license", "regulate", "tax")}
#: What is about something.
_ABOUT_SOMETHING = {AGREEMENT, MEETING, VISIT}
#: Verbs that call for or against an act.
_CALLS = {TRIGGER + name for name in ("urge", "oppose")}
#: Verbs that speak of a law and do not make it.
_SPEAKING = {
    TRIGGER + name for name in ("say", "add", "sustain", "praise", "celebrate", "warn", "urge", "support", "oppose")
}
#: Verbs that say what may be done with assets, not that it is done ("banned the purchase of bitcoin").
_ON_DEALINGS = {
    TRIGGER + name for name in ("ban", "permit", "tax", "regulate", "license", "legalise", "lift", "suspend")
}
_DEALINGS = {TRIGGER + "buy", TRIGGER + "sell", *(f"{VOCAB}reserve-action/{name}" for name in ("purchase", "sale"))}


def is_lacked(clause: Clause, noun: Mention, order: str) -> bool:
    """Tell whether a licence or a law is only what is lacking ("fined for trading without a licence")."""
    if clause.cue("failed") is None:
        return False
    if noun.kind == "measure-kind" and any(w.first == noun.last + 1 and w.iri == CUE + "failed" for w in clause.words):
        # Where verbs come last, "without" and "failed" stand behind; a law that failed has a verb of its own.
        return noun.last + 2 <= clause.last and clause.verb is not None and clause.verb.first > noun.last + 2
    lacks = [w for w in clause.words if w.iri == CUE + "failed" and 0 < noun.first - w.last <= _LACKING]
    verb = clause.verb
    if lacks and order == "SVO" and verb is not None and noun.last < verb.first and lacks[-1].first - clause.first <= 1:
        # "No licence has been issued": it does not lack, it was not given.
        return False
    beside = bool(lacks) and lacks[-1].last == noun.first - 1
    if beside and (noun.iri in _WITHOUT or (order == "SVO" and verb is None and noun.kind == "measure-kind")):
        # "Has no law on stablecoins".
        return True
    against = order == "VSO" or (verb is not None and verb.iri in _AGAINST)
    return noun.iri == _LICENCE and bool(lacks) and (against or lacks[-1].last == noun.first - 1)


def spoken_of(reader: EventReader, scene: Scene, noun: Mention) -> bool:
    """Tell whether rules are only what is spoken of or worked on ("talks on crypto rules")."""
    if reader.lexicon.order == "VSO" and noun.iri in _MATTERS | _RULES and _governed(scene, noun):
        return True
    if reader.lexicon.order == "SVO" and noun.iri in _STANDING and scene.clause.verb is None:
        # "A body that will advise on licensing."
        return _governed(scene, noun)
    if noun.iri not in _MATTERS:
        return False
    before = [w for w in scene.clause.words if w.iri == CUE + "about" and 0 < noun.first - w.last <= _MODIFIERS]
    verb = scene.clause.verb
    discussed = verb is not None and verb.iri == TRIGGER + "discuss" and verb.last < noun.first
    named = [m for m in scene.clause.entities if m.last < noun.first]
    return discussed or any(all(m.first < w.last for m in named) for w in before)


def _governed(scene: Scene, noun: Mention) -> bool:
    """Tell whether a preposition makes a noun the matter of something, where no verb of ours acts on it."""
    verb = scene.clause.verb
    if scene.time_of(noun) is not None or (verb is not None and verb.last < noun.first):
        return False
    beside = any(w.iri in _GOVERNING and w.last == noun.first - 1 for w in scene.clause.words)
    return beside or bool(set(noun.cues) & _GOVERNING)


def only_urged(reader: EventReader, scene: Scene, noun: Mention) -> bool:
    """Tell whether an act is only what somebody calls for or is against ("called for banning it")."""
    verb = scene.clause.verb
    if verb is None or verb.iri not in _CALLS or (noun.first > verb.last) != (reader.lexicon.order != "SOV"):
        return False
    since, until = min(verb.last, noun.last), max(verb.first, noun.first)
    return not any(w.kind == "measure-kind" and since < w.first < until for w in scene.clause.words)


def dealt_with(reader: EventReader, scene: Scene, noun: Mention) -> bool:
    """Tell whether a purchase or sale is only what a ban, a tax or a licence is about."""
    return noun.iri in _DEALINGS and _object_of(reader, scene, noun, _ON_DEALINGS) and not obliged(scene, noun)


def obliged(scene: Scene, noun: Mention) -> bool:
    """Tell whether a purchase is what a text obliges a state to ("a bill that binds the bank to buying …")."""
    verb = scene.clause.verb
    return noun.iri in _DEALINGS and CUE + "with" in noun.cues and verb is not None and verb.iri == TRIGGER + "regulate"


def spoken_about(reader: EventReader, scene: Scene, noun: Mention) -> bool:
    """Tell whether a law or ban is what the verb of its clause speaks of ("praised the Chilean law")."""
    return _object_of(reader, scene, noun, _SPEAKING)


def _object_of(reader: EventReader, scene: Scene, noun: Mention, verbs: set[str]) -> bool:
    verb = scene.clause.verb
    if verb is None or verb.iri not in verbs:
        return False
    return noun.last < verb.first if reader.lexicon.order == "SOV" else noun.first > verb.last


def matter_of_talks(reader: EventReader, scene: Scene, noun: Mention) -> bool:
    """Tell whether a measure is only what talks or an accord are about ("talks on banning …")."""
    if reader.lexicon.order == "SOV":
        verb = scene.clause.verb
        on = [w for w in scene.clause.words if w.iri == CUE + "about" and w.first > noun.last]
        talks = verb is not None and bool(reader.lexicon.values(verb.iri, DD + "evokes") & _ABOUT_SOMETHING)
        return talks and verb is not None and any(w.last < verb.first for w in on)
    about = _governing(reader.lexicon, scene, noun)
    if about is None and CUE + "about" not in noun.cues:
        return False
    since = about.first if about is not None else noun.first
    before = [w for w in scene.clause.words if w.first < since and w.kind in ("trigger", *NOUN_EVENTS)]
    before = [w for w in before if w.iri != TRIGGER + "hold"]
    return bool(before) and bool(noun_types(reader, max(before, key=lambda w: w.first)) & _ABOUT_SOMETHING)


def matter_of_text(reader: EventReader, scene: Scene, noun: Mention) -> bool:
    """Tell whether a reserve is only what a law or bill right before it is about ("a bill on a bitcoin reserve")."""
    about = _governing(reader.lexicon, scene, noun)
    if reader.lexicon.order != "SVO" or about is None:
        return False
    return any(MEASURE in noun_types(reader, w) for w in scene.clause.words if w.last == about.first - 1)


def purpose_of_visit(reader: EventReader, scene: Scene, noun: Mention) -> bool:
    """Tell whether a law or reserve is only what a guest comes to see, or to talk of ("flew in to study the reserve").

    No verb of ours acts on it; what comes with a day of its own is told.
    """
    verb, words = scene.clause.verb, scene.clause.sentence.words
    if reader.lexicon.order != "SVO":
        return False
    if verb is None:
        before = scene.previous
        told = before is not None and before.type in (MEETING, VISIT) and scene.clause.first > 0
        return told and scene.time_of(noun) is None
    if not _is_journey(reader, verb):
        return False
    named = {index for m in scene.mentions.entities for index in range(m.first, m.last + 1)}
    behind = [
        at + 1 for at in range(verb.last + 1, noun.first - 1) if _PURPOSES & set(reader.lexicon.cues_of(words[at].text))
    ]
    return any(at not in named and words[at].text.islower() for at in behind)


def _is_journey(reader: EventReader, verb: Mention) -> bool:
    return bool(reader.lexicon.values(verb.iri, DD + "evokes") & {MEETING, VISIT})


def _governing(lexicon: Lexicon, scene: Scene, word: Mention) -> Mention | None:
    """Return the preposition that makes a word the matter of something: "on", or "in" before a gerund."""
    gerund = is_gerund(lexicon, scene.clause.sentence.words[word.first].text)
    between = [*scene.clause.entities, *(w for w in scene.clause.words if is_verb(w))]
    for cue in reversed([w for w in scene.clause.words if 0 < word.first - w.last <= _MODIFIERS]):
        if cue.iri == CUE + "about" or (gerund and cue.iri == CUE + "in"):
            return None if any(cue.last < m.first < word.first for m in between) else cue
    return None


def is_matter(reader: EventReader, scene: Scene, verb: Mention) -> bool:
    """Tell whether what a verb says is only demanded ("must be taxed") or what another act is about ("on taxing")."""
    if reader.lexicon.order == "VSO" and _says_more(reader.lexicon, scene, verb):
        return True
    if reader.lexicon.values(verb.iri, DD + "evokes") & {STATEMENT, ANNOUNCEMENT}:
        return False
    return (
        demanded(reader.lexicon, scene, verb)
        or _about_gerund(reader, scene, verb)
        or _described(reader, scene, verb)
        or _purpose(reader, scene, verb)
        or _of_thing_before(reader, scene, verb)
        or _permitted(scene, verb)
        or _urged_with_day(reader, scene, verb)
    )


def _urged_with_day(reader: EventReader, scene: Scene, verb: Mention) -> bool:
    """Tell whether an English infinitive says what somebody was urged to do on a day ("urged X in May to ban it")."""
    before, words = scene.previous, scene.clause.sentence.words
    if before is None or before.trigger != TRIGGER + "urge" or reader.lexicon.order != "SVO":
        return False
    to = verb.first if CUE + "to" in reader.lexicon.cues_of(words[verb.first].text) else verb.first - 1
    timed = scene.clause.timed | {i - 1 for i in scene.clause.timed}
    at = next((i for i in range(to - 1, scene.clause.first - 1, -1) if i not in timed), -1)
    urged = any(m.last == at for m in scene.clause.entities) and at < to - 1
    return urged and CUE + "to" in reader.lexicon.cues_of(words[to].text)


def _permitted(scene: Scene, verb: Mention) -> bool:
    """Tell whether a sale is only what somebody may or may not do ("would not allow tokens to be sold")."""
    before = scene.previous
    dealt = before is not None and before.trigger in _ON_DEALINGS and verb.iri in _DEALINGS and verb.form == "passive"
    return dealt and any(w.iri == CUE + "to" and w.last == verb.first - 1 for w in scene.clause.words)


def _purpose(reader: EventReader, scene: Scene, verb: Mention) -> bool:
    """Tell whether an infinitive only says what an act before it is for ("an accord to license …"): no law is named."""
    if scene.previous is None or reader.lexicon.values(verb.iri, DD + "evokes") != {MEASURE}:
        return False
    aims = any(w.iri == CUE + "aim" and w.last == verb.first - 1 for w in scene.clause.words)
    nouns = [n for n in [*scene.nouns, *scene.references] if n.kind == "measure-kind" and n.first > verb.last]
    texts = any(n.iri not in _MATTERS for n in nouns)
    if not aims or texts or not is_infinitive(reader.lexicon, scene.clause, verb):
        return False
    scene.used.update(nouns)
    return True


def _of_thing_before(reader: EventReader, scene: Scene, verb: Mention) -> bool:
    """Tell whether a relative clause only says what a thing before it does ("a loan that bans hoarding coins").

    Nobody is the doer of the clause, before it stands no agent, and no time dates it.
    """
    clause = scene.clause
    if not reader.lexicon.drops_pronouns or clause.opener not in RELATIVE_CUES or verb.form != "verb":
        return False
    main = reader.clauses[-1][0].verb if reader.clauses else None
    if scene.complement and main is not None and main.last == clause.first - 1:
        # "Ruled out that the bank will buy it".
        return False
    if not reader.lexicon.values(verb.iri, DD + "evokes") <= {MEASURE, RESERVE_ACTION, ESTABLISHMENT}:
        return False
    time = scene.time_of(verb)
    # "The body that will grant the licences from January on": that is its task.
    since = time is not None and any(w.iri == CUE + "from" and w.last == time.first - 1 for w in clause.words)
    told = scene.subject is not None or clause.in_position("subject", "by") or (time is not None and not since)
    return not told and tense(reader.lexicon, clause, verb) != CUE + "past"


def _says_more(lexicon: Lexicon, scene: Scene, verb: Mention) -> bool:
    """Tell whether an Arabic verb only says what a protocol or body does that is named right before it.

    "Signed a protocol regulates …": behind an indefinite noun no "which" is needed.
    """
    words = scene.clause.sentence.words
    if verb.form != "verb" or not is_present(lexicon, verb, words[verb.first].text):
        return False
    if any(words[index].after_comma for index in range(verb.first - 1, verb.first + 1)):
        return False
    kinds = [
        w for w in scene.mentions.words if w.kind in _DOCUMENTS_AND_BODIES and 0 < verb.first - w.last <= _BESIDE + 1
    ]
    acting = any(m.last >= w.last and m.last < verb.first for w in kinds for m in scene.mentions.entities)
    return bool(kinds) and not acting and not kinds[-1].definite and kinds[-1].first > 0


def demanded(lexicon: Lexicon, scene: Scene, word: Mention) -> bool:
    """Tell whether something is only said to be necessary."""
    if lexicon.order == "SOV":
        return any(w.iri == _SHOULD and 0 < w.first - word.last <= _MODIFIERS for w in scene.clause.words)
    return any(w.iri == _SHOULD and 0 < word.first - w.last <= _MODIFIERS for w in scene.clause.words)


def _about_gerund(reader: EventReader, scene: Scene, verb: Mention) -> bool:
    """Tell whether a gerund says what a noun is about, or in what two sides work together ("in supervising")."""
    words = scene.clause.sentence.words
    if not is_gerund(reader.lexicon, words[verb.first].text):
        return False
    for at in range(verb.first - 1, max(verb.first - 1 - _MODIFIERS, -1), -1):
        cues = reader.lexicon.cues_of(words[at].text)
        if CUE + "about" in cues:
            return True
        if CUE + "in" in cues:
            return scene.previous is not None and scene.previous.type in _ABOUT_SOMETHING
        if CUE + "and" not in cues and not is_gerund(reader.lexicon, words[at].text):
            return False
    return False


def _described(reader: EventReader, scene: Scene, verb: Mention) -> bool:
    """Tell whether a verb only says under which law something stands, or what others are to do.

    "A broker licensed in X", "crypto is taxed as property"; "expect X to ban it".
    """
    clause = scene.clause
    if reader.lexicon.order != "SVO" or scene.time_of(verb) is not None:
        return False
    if verb.iri in _STANDING and verb.form == "passive":
        return CUE + "copula" in reader.lexicon.cues_of(clause.sentence.words[verb.first].text)
    cues = {w.iri for w in clause.words if w.first == verb.last + 1}
    if verb.iri in _STANDING and verb.form == "verb" and verb.first == verb.last and cues & {CUE + "in", CUE + "by"}:
        return True
    to = CUE + "to" in reader.lexicon.cues_of(clause.sentence.words[verb.first].text)
    first = verb.first if to else verb.first - 1
    to = to or any(w.iri == CUE + "to" and w.last == first for w in clause.words)
    to = to and not any(w.iri in MODAL_CUES and w.last < verb.first for w in clause.words)
    named = next((m for m in scene.mentions.entities if m.last == first - 1), None)
    return to and not clause.sentence.headline and named is not None and not _of_proposal(scene, named)


def _of_proposal(scene: Scene, doer: Mention) -> bool:
    """Tell whether a plan is that of a doer, behind whom an infinitive says what it is ("a plan by X to buy")."""
    words = scene.mentions.words
    plans = (w.last for w in words if w.iri == CUE + "intent" and 0 < doer.first - w.last <= _PROPOSAL)
    by = {w.first for w in words if w.iri in (CUE + "by", CUE + "of")}
    return any(plan + 1 in by for plan in plans)


def in_passing(reader: EventReader, scene: Scene, noun: Mention) -> bool:
    """Tell whether a measure only says more of something else, where cues stand behind ("breaches of the law").

    It does not where a noun behind tells of an act on it ("the passing of the law").
    """
    if any(w.iri == CUE + "aim" and w.last < noun.first for w in scene.clause.words):
        # "So that the rules are understood".
        return True
    particles = [w for w in scene.clause.words if w.first == noun.last + 1 and w.kind == "cue" and w.iri in _PARTICLES]
    # "Taxation of X": the verbal noun can have the noun inside it.
    acts = [w for w in scene.clause.words if w.kind == "trigger" and w.last > noun.last and w.first >= noun.first]
    acts = [w for w in acts if w.first - noun.last <= _MODIFIERS]
    acted = any(noun_types(reader, w) & {MEASURE, ANNOUNCEMENT} for w in acts)
    if not particles:
        verb = scene.clause.verb
        told = acted or (verb is not None and MEASURE in reader.lexicon.values(verb.iri, DD + "evokes"))
        return noun.iri in _MATTERS and not told and scene.time_of(noun) is None
    return not acted


def said_only(scene: Scene, noun: Mention) -> bool:
    """Tell whether a noun stands without a verb of ours and without a day in what somebody says."""
    spoken = scene.voice.attribution in (DIRECT, INDIRECT) and scene.complement == ""
    spoken = spoken and not any(w.iri in MODAL_CUES for w in scene.clause.words)
    return spoken and noun.kind == "trigger" and scene.clause.verb is None and scene.time_of(noun) is None


def owned_instrument(reader: EventReader, scene: Scene, noun: Mention) -> bool:
    """Tell whether talks only say more of an instrument behind them ("a memorandum of consultation")."""
    if reader.lexicon.order != "SOV":
        return False
    words = scene.clause.sentence.words
    at = noun.last + 1
    if at >= scene.clause.last or CUE + "of" not in reader.lexicon.cues_of(words[at].text):
        return False
    return any(w.kind == "instrument-kind" and 0 < w.first - at <= _BESIDE for w in scene.clause.words)


def sides_of_new_body(reader: EventReader) -> list[str]:
    """Return the states that set up the body told of last."""
    founding = reader.context.latest(ESTABLISHMENT)
    agents = founding.agents(DD + "hasAgent") if founding is not None else []
    return [agent for agent in agents if agent.startswith(ID + "state/")]


def own_session(reader: EventReader, scene: Scene, noun: Mention) -> bool:
    """Tell whether a meeting is one of a single body within itself, where "of" stands behind ("the bank's session").

    Two sides, or a joint body, meet each other.
    """
    clause = scene.clause
    if reader.lexicon.order != "SOV" or MEETING not in noun_types(reader, noun) or clause.cue("joint"):
        return False
    if clause.cue("first") is not None and len(sides_of_new_body(reader)) > 1:
        # "The group's first session" of a joint group told before.
        return False
    of = [w for w in clause.words if w.iri in (CUE + "of", POSSESSIVE) and 0 < noun.first - w.last <= _BESIDE]
    bodies = {m.last for m in [*clause.entities, *clause.words] if m.kind in ("organization", "body-kind")}
    owned = any(w.iri == POSSESSIVE or w.first - 1 in bodies for w in of)
    sides = {reader.finder.state_of(m.iri) for m in clause.entities} - {""}
    return owned and len(sides) < len(("one", "other")) and not clause.in_position("with", "between")


def in_denial(scene: Scene, noun: Mention) -> bool:
    """Tell whether a noun is only spoken of by a denied verb that is no trigger ("had nothing to say at the meeting").

    What is denied is that verb, not what the noun stands for.
    """
    clause = scene.clause
    if clause.verb is not None or any(
        n is not noun and n.kind == "trigger" and n.first < noun.first for n in scene.nouns
    ):
        return False
    denials = [w for w in clause.words if w.iri == CUE + "negation" and w.first < noun.first]
    return bool(denials) and noun.first - denials[-1].last > NEAR


def only_a_power(scene: Scene, noun: Mention) -> bool:
    """Tell whether an act is only what somebody may do or asks for ("the power to grant licences")."""
    powers = [w.last for w in scene.clause.words if w.iri == CUE + "power" and 0 < noun.first - w.last <= _BESIDE]
    return bool(powers) and not any(powers[-1] < m.first < noun.first for m in scene.clause.entities)


def what_a_text_allows(lexicon: Lexicon, scene: Scene, noun: Mention) -> bool:
    """Tell whether an act is only what a law allows that stands before its verb ("a law permits seizing coins")."""
    verb = scene.clause.verb
    if verb is None or noun.first <= verb.last or obliged(scene, noun):
        return False
    return says_what_text_does(lexicon, scene.clause, verb, scene.mentions.words)


def takes_no_part(lexicon: Lexicon, scene: Scene, noun: Mention) -> bool:
    """Tell whether a denial only says who is not at talks that take place ("was not part of the talks")."""
    definite = any(w.iri == CUE + "definite" and w.last == noun.first - 1 for w in scene.clause.words)
    denied = any(w.iri == CUE + "negation" and w.last < noun.first - 1 for w in scene.clause.words)
    return lexicon.order == "SVO" and definite and denied
