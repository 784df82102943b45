"""Proposals that are turned down: what was proposed does not come about, and who turns it down decides."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dadiplo.lexicon import CUE, Lexicon
from dadiplo.mentions.readings import Clause, is_verb
from dadiplo.model import Mention
from dadiplo.resources import DD
from dadiplo.terms import DENIED, NOUN_EVENTS, PLANNED, STATEMENT, TRIGGER

if TYPE_CHECKING:
    from dadiplo.clauses.scenes import Scene

#: How many words behind "the proposal" the act can stand, and how many words behind its verb the proposal.
_ACT, _PROPOSAL = 12, 6
_FAIL = TRIGGER + "fail"
_DENYING = {CUE + "negation", CUE + "failed"}


def of_plan(lexicon: Lexicon, scene: Scene, act: Mention) -> bool:
    """Tell whether an English infinitive says what somebody's plan is ("a plan by X to buy …")."""
    words = scene.clause.sentence.words
    if lexicon.order != "SVO" or lexicon.drops_pronouns or not is_verb(act) or act.first < 1:
        return False
    if words[act.first].text.istitle() or CUE + "to" not in lexicon.cues_of(words[act.first - 1].text):
        return False
    plans = [
        i
        for i in range(max(act.first - _ACT, scene.clause.first), act.first - 1)
        if CUE + "intent" in lexicon.cues_of(words[i].text)
    ]
    between = (w for w in scene.clause.words if is_verb(w) or w.iri == CUE + "and")
    return bool(plans) and not any(plans[-1] < w.first < act.first for w in between)


def turned_down(lexicon: Lexicon, scene: Scene, act: Mention) -> Mention | None:
    """Return the verb by which a proposal to do an act falls ("turned down a plan to buy …"), where verbs come second.

    It stands before the proposal, or behind the act as a passive ("a plan to buy coins was rejected").
    """
    if lexicon.order != "SVO" or STATEMENT in lexicon.values(act.iri, DD + "evokes"):
        return None
    words = scene.clause.sentence.words
    nearest = range(act.last, max(act.first - _ACT, -1), -1)
    proposal = next((i for i in nearest if CUE + "intent" in lexicon.cues_of(words[i].text)), None)
    if proposal is None:
        return None
    verbs = [w for w in scene.mentions.words if is_verb(w)]
    if any(proposal < w.first < act.first for w in verbs):
        return None
    # "Failed in its bid to override": that the act fails is told by itself.
    within = max((i for i in range(proposal) if CUE + "in" in lexicon.cues_of(words[i].text)), default=-1)
    before = [w for w in verbs if max(within, proposal - _PROPOSAL - 1) < w.last and w.first < proposal]
    refusing = next((w for w in before if _refuses(lexicon, scene, w) and w.form == "verb"), None)
    if refusing is not None:
        return refusing
    behind = next((w for w in verbs if w.first > act.last), None)
    if behind is None or not _refuses(lexicon, scene, behind):
        return None
    return behind if behind.form == "passive" or behind.iri == _FAIL else None


def _refuses(lexicon: Lexicon, scene: Scene, verb: Mention) -> bool:
    """Tell whether a verb turns down what it acts on; "did not rule out" does not."""
    given = lexicon.values(verb.iri, DD + "complementModality") | lexicon.values(verb.iri, DD + "givesValue")
    negated = any(w.iri in _DENYING and w.last == verb.first - 1 for w in scene.mentions.words)
    return DENIED in given and not negated


def refused_acts(lexicon: Lexicon, scene: Scene, verb: Mention, kinds: set[str]) -> list[Mention]:
    """Return the acts of some kinds that a verb of its sentence turns down with the proposal to do them."""
    acts = [w for w in scene.mentions.words if w.kind in ("trigger", "reserve-action") and w.form]
    return [act for act in acts if _kinds(lexicon, act) & kinds and turned_down(lexicon, scene, act) == verb]


def _kinds(lexicon: Lexicon, act: Mention) -> set[str]:
    return {NOUN_EVENTS[act.kind][0]} if act.kind in NOUN_EVENTS else lexicon.values(act.iri, DD + "evokes")


def left_open(lexicon: Lexicon, scene: Scene, trigger: Mention) -> str:
    """Return that an act can come which somebody "did not rule out"."""
    main = scene.clause.verb
    if main is None or lexicon.order != "SVO" or trigger.first <= main.last:
        return ""
    denies = lexicon.value(main.iri, DD + "complementModality") == DENIED
    return PLANNED if denies and leaves_open(lexicon, scene.clause, main) else ""


def on_nobody(lexicon: Lexicon, scene: Scene, trigger: Mention) -> str:
    """Return that an act is denied whose verb has "nobody" right behind it ("has licensed nobody")."""
    words, at = scene.clause.sentence.words, trigger.last + 1
    denied = at <= scene.clause.last and CUE + "nobody" in lexicon.cues_of(words[at].text)
    return DENIED if denied and is_verb(trigger) and words[at].before == " " else ""


def leaves_open(lexicon: Lexicon, clause: Clause, verb: Mention) -> bool:
    """Tell whether a verb of denying is itself denied: who "did not rule out" something leaves it open."""
    if lexicon.order == "SVO" and verb.last > verb.first + 1:
        # "Not rule out", "declined to rule out".
        return bool(_DENYING & set(lexicon.cues_of(clause.sentence.words[verb.first].text)))
    before = any(w.iri in _DENYING and w.last == verb.first - 1 for w in clause.words)
    return lexicon.order == "VSO" and before
