"""What a verb makes of its clause: the event it evokes, or what a reader registered for it does instead."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from dadiplo.clauses.scenes import Scene, give_values, noun_types, set_kind, start
from dadiplo.clauses.strangers import acts_by_stranger
from dadiplo.clauses.tenses import is_gerund
from dadiplo.clauses.wordorder import ROLE_CUES
from dadiplo.events.appointments import APPOINTING, read_appointment
from dadiplo.events.doers import complete, sides_within
from dadiplo.events.establishments import bodies_created
from dadiplo.events.matters import is_matter
from dadiplo.events.topics import assets_beside
from dadiplo.lexicon import CUE
from dadiplo.mentions.bodykinds import STATE_ENTERPRISE
from dadiplo.mentions.readings import MODAL_CUES, RELATIVE_CUES, is_verb
from dadiplo.model import Event, Mention, Sentence
from dadiplo.resources import DD, VOCAB
from dadiplo.terms import (
    ACTUAL,
    AGREEMENT,
    BILL,
    DENIED,
    ESTABLISHMENT,
    FATES,
    KINDS,
    MEASURE,
    MEETING,
    NOUN_EVENTS,
    PLANNED,
    TEXT_KINDS,
    TRIGGER,
    VISIT,
)

if TYPE_CHECKING:
    from dadiplo.events.reader import EventReader

#: What makes a bill a law; another bill is still only planned.
_PASSING = {TRIGGER + name for name in ("enact", "adopt", "sign", "veto", "take-effect", "fail")}
#: What officials do with a bill or law that the text need not name again.
_ON_A_TEXT = {TRIGGER + name for name in ("enact", "introduce", "amend", "repeal")}
#: How many words from "the third country in the region" its infinitive can stand.
_KIND_OF = 5
#: Verbs that tell of a measure of another kind than the one they act on.
_UNDOING = {TRIGGER + name for name in ("lift", "repeal", "amend")}
#: What officials do with a decree on a person.
_CARRYING = {TRIGGER + name for name in ("enact", "license", "issue", "adopt", "sign", "order", "agree")}
_HEADS_OF_STATE = {VOCAB + "office/" + name for name in ("president", "monarch")}
#: "Became", of persons and of states.
_BECOME = TRIGGER + "take-office"
#: How many words behind a law or accord a name can stand that says whose it is.
_OWNER = 2
#: Verbs after which none of the nouns they act on tells of more.
_WHOLLY = _UNDOING | {TRIGGER + "fail", TRIGGER + "postpone"}
#: How many words "the firm" has.
_THE_FIRM = 2
#: What no firm does.
_OF_PUBLIC_BODIES = {MEASURE, ESTABLISHMENT}

Frame = Callable[["EventReader", Scene, Mention], Event | None]
FRAMES: dict[str, Frame] = dict.fromkeys(APPOINTING, read_appointment)


def frame(*triggers: str) -> Callable[[Frame], Frame]:
    """Register a reader for triggers by their local names."""

    def register(function: Frame) -> Frame:
        for trigger in triggers:
            FRAMES[TRIGGER + trigger] = function
        return function

    return register


def read_verb(reader: EventReader, scene: Scene, verb: Mention) -> Event | None:
    """Return the event that a verb evokes in its clause."""
    if _says_what_for(reader, scene, verb):
        # The law itself is told of before.
        scene.used.update(noun for noun in scene.nouns if noun.last < scene.clause.first)
        return None
    if _carries_appointment(scene, verb) or is_matter(reader, scene, verb) or _lacked(reader, scene, verb):
        return None
    if acts_by_stranger(reader.lexicon, scene.clause, verb, scene.mentions.words):
        return None
    private = is_done_by_firm(reader, scene, verb)
    evoked = reader.lexicon.values(verb.iri, DD + "evokes")
    if private and evoked & _OF_PUBLIC_BODIES:
        return None
    if VISIT in evoked and reader.lexicon.order == "SOV" and _traders_go(scene):
        return None
    if evoked == {VISIT} and any(w.kind in TEXT_KINDS and w.last == verb.first - 1 for w in scene.clause.words):
        # "The bill is due back in parliament."
        return None
    return FRAMES.get(verb.iri, plain)(reader, scene, verb)


def _lacked(reader: EventReader, scene: Scene, verb: Mention) -> bool:
    """Tell whether a participle only says what something has not got ("las plataformas no autorizadas")."""
    words, at = scene.clause.sentence.words, verb.first - 1
    bare = reader.lexicon.drops_pronouns and verb.form == "passive" and verb.first == verb.last and at > 0
    return bare and CUE + "negation" in reader.lexicon.cues_of(words[at].text) and words[at].before == " "


def _traders_go(scene: Scene) -> bool:
    """Tell whether a common noun for firms or traders opens a clause without a particle ("miners will go to X")."""
    clause = scene.clause
    firms = [w for w in clause.words if w.iri == CUE + "firm" and w.first - clause.first <= 1]
    return any(not any(w.iri in ROLE_CUES and w.first == firm.last + 1 for w in clause.words) for firm in firms)


def is_done_by_firm(reader: EventReader, scene: Scene, verb: Mention) -> bool:
    """Tell whether a firm, by name or as a common noun, is the doer of a verb."""
    return _by_firm(scene, reader.lexicon.order) or _by_named_firm(reader, scene, verb)


def _by_firm(scene: Scene, order: str) -> bool:
    """Tell whether a common noun for a firm is the doer, before its particle or the verb: it makes no law."""
    doer, verb = scene.clause.cue("subject"), scene.clause.verb
    firms = [w.last for w in scene.clause.words if w.iri == CUE + "firm"]
    if doer is None and order == "SVO" and verb is not None and verb.form == "verb" and scene.clause.first == 0:
        # "The firm set up an advisory board".
        alone = not any(m.last < verb.first for m in scene.clause.entities)
        return alone and verb.first - 1 in firms and verb.first <= _THE_FIRM
    return doer is not None and doer.first - 1 in firms


def _by_named_firm(reader: EventReader, scene: Scene, verb: Mention) -> bool:
    """Tell whether a firm is the doer before an active verb ("the exchange X froze …"): what it does is no law."""
    if not reader.lexicon.drops_pronouns or verb.form != "verb":
        return False
    doers = [m for m in scene.clause.in_position("subject") if m.last < verb.first and m.form != "demonym"]
    of_state = (STATE_ENTERPRISE in reader.lexicon.values(m.iri, DD + "bodyKind") for m in doers)
    return bool(doers) and all(reader.finder.is_firm(m.iri) for m in doers) and not any(of_state)


def _carries_appointment(scene: Scene, verb: Mention) -> bool:
    """Tell whether a decree or approval is only that of an appointment, which a noun tells ("approved naming X")."""
    named = any(m.kind == "person" for m in scene.clause.entities)
    if verb.iri not in _CARRYING or not named or not any(n.iri in APPOINTING for n in scene.nouns):
        return False
    scene.used.update(noun for noun in scene.nouns if noun.kind == "measure-kind")
    return True


def _says_what_for(reader: EventReader, scene: Scene, verb: Mention) -> bool:
    """Tell whether an infinitive only says what a law is for ("a bill to ban"), or what a state is the first to do."""
    words = scene.mentions.words
    if reader.lexicon.order == "VSO" and _right_behind_law(reader, scene, verb):
        return True
    if reader.lexicon.order != "SVO" or verb.iri == TRIGGER + "adopt":
        return False
    if _says_what_it_does(reader, scene, verb):
        return True
    to = next((w for w in words if w.last == verb.first - 1 and w.iri in (CUE + "to", CUE + "aim")), None)
    first = to.first if to is not None else verb.first
    if to is None and CUE + "to" not in reader.lexicon.cues_of(scene.clause.sentence.words[verb.first].text):
        return False
    near = [w for w in words if first - _KIND_OF <= w.last < first]
    laws = [w for w in near if w.kind == "measure-kind" and w.form == "noun" and w.last == first - 1]
    states = [w for w in near if w.iri == CUE + "a-state"]
    return bool(laws) or (bool(states) and not _becomes(scene, states[0]))


def _right_behind_law(reader: EventReader, scene: Scene, verb: Mention) -> bool:
    """Tell whether an Arabic verb stands right behind a law without article, of which it says what it does."""
    evoked = reader.lexicon.values(verb.iri, DD + "evokes")
    if verb.form != "verb" or evoked != {MEASURE} or verb.iri in _PASSING | _UNDOING:
        return False
    return (
        any(
            w.kind == "measure-kind" and w.form == "noun" and w.last == verb.first - 1 and not w.definite
            for w in scene.mentions.words
        )
        and scene.clause.sentence.words[verb.first].before == " "
    )


def _becomes(scene: Scene, kind: Mention) -> bool:
    """Tell whether a state named before becomes what is told of it ("X became the first country to ban mining")."""
    named = [m for m in scene.mentions.entities if m.kind == "state" and m.last < kind.first]
    if not named:
        return False
    verbs = [w for w in scene.mentions.words if is_verb(w) and named[-1].last < w.first < kind.first]
    verbs = [verb for verb in verbs if verb.iri != _BECOME]
    between = scene.clause.sentence.words[named[-1].last + 2 : kind.first + 1]
    return not verbs and not any(word.after_comma for word in between)


def _says_what_it_does(reader: EventReader, scene: Scene, verb: Mention) -> bool:
    """Tell whether a clause only says what a law or an accord right before it does ("a bill that bans mining")."""
    clause = scene.clause
    evoked = reader.lexicon.values(verb.iri, DD + "evokes")
    if verb.form != "verb" or evoked != {MEASURE} or verb.iri in _PASSING | _UNDOING:
        return False
    if clause.opener in RELATIVE_CUES:
        first = clause.first
    elif is_gerund(reader.lexicon, clause.sentence.words[verb.first].text):
        first = verb.first
    else:
        return False
    named = scene.mentions.entities
    if any(first <= m.first < verb.first for m in named):
        return False
    texts = [w for w in scene.mentions.words if w.kind in TEXT_KINDS and w.form == "noun" and w.last < first]
    words = clause.sentence.words
    if not texts or words[first].before not in (" ", ", "):
        return False
    # "A loan to Chad that requires …", "bill 312, which orders …".
    owned = any(m.last == first - 1 and m.first - texts[-1].last <= _OWNER for m in named)
    numbered = first - texts[-1].last == _OWNER and words[first - 1].text[:1].isdigit()
    return texts[-1].last == first - 1 or owned or numbered


def plain(reader: EventReader, scene: Scene, verb: Mention) -> Event | None:
    """The event that the verb evokes; a noun in the clause tells which, where the verb leaves it open."""
    evoked = reader.lexicon.values(verb.iri, DD + "evokes")
    nouns = [*scene.nouns, *scene.references, *inside(reader, scene, verb)]
    objects = [noun for noun in nouns if noun_types(reader, noun) & evoked]
    # "Put off the entry into force of the rules": the rules tell what kind of act it is.
    objects.sort(key=lambda noun: len(noun_types(reader, noun) & evoked))
    if objects:
        noun = _head(reader, scene, verb, objects)
        _use(reader, scene, verb, noun, objects)
        approved = reader.lexicon.order == "SOV" or verb.iri == TRIGGER + "enact"
        bodies = bodies_created(reader, scene, noun) if approved and noun.iri == TRIGGER + "create" else []
        if bodies:
            # "Gave its approval to the founding of X".
            return bodies[0]
        if verb.iri in FATES and noun.iri == TRIGGER + "create" and not _of_body(reader, scene, noun):
            # "Put off the launch of its bond."
            return None
        if reader.lexicon.order == "SVO":
            # "Signed a bill into law", "passed a law on licences".
            behind = [other for other in objects if other.kind == noun.kind and noun.last < other.first]
            scene.used.update(other for other in behind if not _joined(scene, noun, other))
        event = _of_object(reader, scene, verb, noun, evoked)
    elif _tells_more(reader, scene, verb, evoked):
        return scene.previous
    elif reader.lexicon.value(verb.iri, DD + "needsObject") == "true" and not _points_to_measure(reader, scene, verb):
        return None
    else:
        event = start(reader, scene, left_open(reader, scene, evoked), verb)
    give_values(reader, event, verb)
    _give_sides(reader, scene, event, verb)
    if event.type in (MEETING, AGREEMENT) and not event.arguments and not event.definite:
        return None
    if reader.lexicon.value(verb.iri, DD + "needsTopic") == "true" and not assets_beside(scene, verb):
        return None
    complete(reader, event, scene)
    return reader.settle(event)


def _of_body(reader: EventReader, scene: Scene, creating: Mention) -> bool:
    """Tell whether a body, or a kind of body, stands where what a noun of creating is about does."""
    told = [w for w in scene.clause.words if w.kind == "body-kind"]
    told += [m for m in scene.clause.entities if m.kind == "organization"]
    return any(m.first > creating.last or reader.lexicon.order == "SOV" for m in told)


def _use(reader: EventReader, scene: Scene, verb: Mention, noun: Mention, objects: list[Mention]) -> None:
    """Mark the nouns that tell of the same act as the one that a verb acts on."""
    scene.used.update(other for other in objects if other.kind == noun.kind and other.first <= noun.last + 1)
    scene.used.update(other for other in objects if verb.iri in _WHOLLY or other.first == noun.first)
    if reader.lexicon.order == "SOV":
        scene.used.update(other for other in objects if not _joined(scene, other, noun))


def _joined(scene: Scene, left: Mention, right: Mention) -> bool:
    """Tell whether "and" stands between two nouns: it joins another act."""
    return any(w.iri == CUE + "and" and left.last < w.first < right.first for w in scene.clause.words)


def _of_object(reader: EventReader, scene: Scene, verb: Mention, noun: Mention, evoked: set[str]) -> Event:
    """Return the event of the kind that the noun tells on which a verb acts."""
    event = start(reader, scene, noun_types(reader, noun) & evoked, verb, noun)
    if verb.iri in _UNDOING and event.type == MEASURE:
        # What lifts a ban is no ban.
        give_values(reader, event, verb)
    else:
        set_kind(event, noun)
    if noun.iri == BILL and verb.iri not in _PASSING and event.modality == ACTUAL:
        event.modality = PLANNED
    event.told_of = noun.last < scene.clause.first
    event.definite = noun in scene.references or event.told_of
    return event


def _give_sides(reader: EventReader, scene: Scene, event: Event, verb: Mention) -> None:
    """Give an event the agents of its clause, and those with or for whom they act."""
    reader.roles.assign(event, scene.clause, scene.subject, verb, reader.context.sides)
    for partner in scene.partners:
        if partner not in scene.clause.entities or scene.clause.positions[partner] != "subject":
            reader.roles.give(event, partner, "subject", verb)
    if scene.pronoun is not None and event.type == MEETING:
        reader.roles.give(event, scene.pronoun, "object", verb)
    if event.type == AGREEMENT and not event.arguments and _among_those_told_of(reader, scene, event, verb):
        # "No agreement was signed" between those spoken of.
        for side in reader.context.sides:
            event.add(DD + "hasParty", side)
    sides_within(reader, event, scene)


def _among_those_told_of(reader: EventReader, scene: Scene, event: Event, verb: Mention) -> bool:
    """Tell whether an accord without sides is one of those spoken of: a denied one, or one that "was signed" there."""
    told = reader.context.latest(MEETING, VISIT) is not None and not scene.clause.entities
    return event.modality == DENIED or (told and verb.form == "passive" and set(KINDS) & set(event.values) != set())


def inside(reader: EventReader, scene: Scene, verb: Mention) -> list[Mention]:
    """Return the nouns inside a verb of several words that needs an object ("is drafting a law")."""
    if verb.last == verb.first or reader.lexicon.value(verb.iri, DD + "needsObject") != "true":
        return []
    words = scene.clause.sentence.words[verb.first : verb.last + 1]
    found = reader.lexicon.find(Sentence(verb.span, words), tuple(NOUN_EVENTS))
    if reader.lexicon.order == "VSO":
        # "Called off the meeting" in one label.
        rest = reader.lexicon.find(Sentence(verb.span, words[1:]), ("trigger",))
        found += [n._replace(first=n.first + 1, last=n.last + 1) for n in rest if _is_gathering(reader, n)]
    return [noun._replace(first=noun.first + verb.first, last=noun.last + verb.first) for noun in found]


def _is_gathering(reader: EventReader, noun: Mention) -> bool:
    return noun.form == "noun" and noun_types(reader, noun) <= {MEETING, VISIT}


def left_open(reader: EventReader, scene: Scene, evoked: set[str]) -> set[str]:
    """Return which of the events it is that a verb leaves open: a head of state signs the bill told last."""
    heads = any(w.kind == "office" and w.iri in _HEADS_OF_STATE for w in scene.clause.words)
    alone = not scene.clause.in_position("with", "between")
    last = reader.context.latest(MEASURE, AGREEMENT)
    if {MEASURE, AGREEMENT} <= evoked and heads and alone and last is not None and last.type == MEASURE:
        return {MEASURE}
    return evoked - {MEASURE} if len(evoked) > 1 else evoked


def _tells_more(reader: EventReader, scene: Scene, verb: Mention, evoked: set[str]) -> bool:
    """Tell whether a clause without agents only dates the event before ("an accord, signed in December")."""
    event = scene.previous
    if event is None or event.type not in evoked or scene.clause.entities:
        return False
    time = scene.time_of(verb)
    ahead = any(word.iri in MODAL_CUES for word in scene.clause.words) and event.modality == ACTUAL
    if time is not None and not event.date and not ahead:
        event.date = time.value(event.modality not in (ACTUAL, DENIED))
    given = reader.lexicon.values(verb.iri, DD + "givesValue") & {DENIED, PLANNED}
    event.modality = min(given, default=event.modality)
    give_values(reader, event, verb)
    event.support(scene.passage)
    return True


def _head(reader: EventReader, scene: Scene, verb: Mention, objects: list[Mention]) -> Mention:
    """Return the noun that a verb acts on: where verbs come last, of "a bill of taxation" the one nearest the verb."""
    first = objects[0]
    if reader.lexicon.order != "SOV":
        return first
    also = [w.first for w in scene.clause.words if w.iri == CUE + "and"]
    chain = [n for n in objects if n.kind == first.kind and first.first <= n.first < verb.first]
    return max(
        (n for n in chain if not any(first.last < place < n.first for place in also)),
        key=lambda n: n.first,
        default=first,
    )


def _points_to_measure(reader: EventReader, scene: Scene, verb: Mention) -> bool:
    """Tell whether an official passes or vetoes something that the text need not name again ("approved the text")."""
    official = scene.subject is not None and reader.finder.is_official(scene.subject.iri)
    return verb.iri in _ON_A_TEXT and official and reader.context.latest(MEASURE) is not None
