"""Which agent takes which role in an event: by its position in the clause and the role patterns of the lexicon."""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache
from itertools import islice

from dadiplo.affixes import DUAL, FEMININE, OPEN_TA
from dadiplo.lexicon import CUE, Lexicon
from dadiplo.mentions.anaphors import bodies_meant
from dadiplo.mentions.bodykinds import FIRMS
from dadiplo.mentions.finder import MentionFinder
from dadiplo.mentions.readings import Clause, is_verb
from dadiplo.model import Event, Mention
from dadiplo.resources import DD, ID, VOCAB
from dadiplo.terms import AGREEMENT, ANNOUNCEMENT, ESTABLISHMENT, KINDS, MEASURE, MEETING, STATEMENT, TRIGGER, VISIT

_CLASSES = {"state": DD + "State", "org": DD + "Organization", "person": DD + "Person"}
#: Class of event → the role that "the two sides" have in it.
_OF_BOTH_SIDES = {
    AGREEMENT: DD + "hasParty", MEETING: DD + "hasParticipant", STATEMENT: DD + "hasSpeaker",
    ANNOUNCEMENT: DD + "hasSpeaker", MEASURE: DD + "hasAgent", ESTABLISHMENT: DD + "hasAgent",
}  # fmt: skip
#: What one side cannot do alone.
_OF_TWO = (AGREEMENT, MEETING)
_BOTH_SIDES = CUE + "both-sides"
#: What a demonym beside it stands for a state with ("his Turkish counterpart", "the Turkish side").
_DESCRIBED = (CUE + "counterpart", CUE + "envoy", CUE + "both-sides", CUE + "capital", CUE + "organ")
#: Nouns for what two sides do, beside which both may stand as adjectives.
_OF_SIDES = {TRIGGER + name for name in ("meet", "discuss", "cooperate", "agree")}
_AT_PLACES = (VISIT, MEETING, AGREEMENT)
#: What is told of the people of a state where it is meant ("no talks with the Malaysians").
_OF_PEOPLES = (AGREEMENT, MEETING)


class Roles:
    """Gives the agents of a clause their roles (``data/lexicon/roles.ttl``)."""

    def __init__(self, lexicon: Lexicon, finder: MentionFinder) -> None:
        self.lexicon = lexicon
        self.finder = finder
        self._patterns = _patterns(lexicon)

    def assign(
        self,
        event: Event,
        clause: Clause,
        subject: Mention | None,
        trigger: Mention,
        sides: tuple[str, ...] = (),
    ) -> None:
        """Give every agent of a clause, its subject and "the two sides" their roles in an event."""
        for mention in clause.entities:
            said = event.type == STATEMENT and is_inside_speech(mention, clause, self.lexicon)
            people = event.type in _OF_PEOPLES and _is_people(mention, clause, self.lexicon)
            if not said and (people or not is_modifier(mention, clause)):
                self.give(event, mention, self._position(event, mention, clause), trigger)
        elsewhere = subject is not None and all(mention.iri != subject.iri for mention in clause.entities)
        if subject is not None and (elsewhere or clause.positions.get(subject) == "of"):
            self.give(event, subject, "subject", trigger)
        self.of_both_sides(event, clause.words, sides)

    def _position(self, event: Event, mention: Mention, clause: Clause) -> str:
        """Return where a mention stands for an event: behind the marked doer of a visit "of" is where one goes."""
        position, doer, verb = clause.positions[mention], clause.cue("subject"), clause.verb
        if self.lexicon.order != "SOV" or event.type != VISIT or position != "of" or verb is None:
            return position
        if mention.first > verb.last and is_verb(verb):
            # "X will go to Y, where he meets officials of Z".
            return ""
        if doer is None:
            return position
        return "to" if doer.last < mention.first and mention.last < verb.first else position

    def of_both_sides(self, event: Event, words: list[Mention], sides: tuple[str, ...]) -> None:
        """Give the two sides spoken of before their role, where "the two sides" stands and no two others are named."""
        role = _OF_BOTH_SIDES.get(event.type, "")
        both = next((word for word in words if word.iri == _BOTH_SIDES), None) if role else None
        if both is None:
            return
        named = {self.finder.state_of(agent) for agent in event.agents(role)} - {""}
        enough = bool(event.agents(role)) if event.type not in _OF_TWO else len(named) > 1
        if not enough:
            for side in self._two_bodies(both) or sides:
                event.add(role, side)

    def _two_bodies(self, word: Mention) -> tuple[str, ...]:
        """Return the two bodies named last of the kind that an Arabic dual names ("the two banks")."""
        if self.lexicon.order != "VSO":
            return ()
        text = self.finder.document.text[word.span.start : word.span.end]
        dual = text.split(maxsplit=1)[0]
        if not dual.endswith(DUAL):
            return ()
        singular = dual[:-2]
        noun = singular[:-1] + FEMININE if singular.endswith(OPEN_TA) else singular
        found = list(islice(bodies_meant(self.finder, noun), 2))
        return tuple(found) if len(found) > 1 else ()

    def give(self, event: Event, mention: Mention, position: str, trigger: Mention) -> None:
        """Give one agent or place its role, if there is one for its position."""
        if event.type == VISIT and position == "with" and position in {cue.removeprefix(CUE) for cue in mention.cues}:
            # Letters that mean "with" before a name mean "in" before a place: "arrived in X".
            position = "in" if mention.kind == "place" else "to"
        if event.type == VISIT and position == "about" and mention.first == trigger.last + 1:
            # "Left for X": the verb ends in the preposition.
            position = "to"
        if event.type == MEETING and position == "about" and is_verb(trigger) and mention.first == trigger.last + 1:
            # "Called on X".
            position = "object"
        if event.type == VISIT and position == "object" and mention.kind == "person" and self.lexicon.order == "VSO":
            # "Arrived a delegation of X led by Y": Y arrived too.
            position = "subject"
        if event.type == VISIT and position == "of" and mention.last == trigger.first - 1:
            # "X's visit did": where verbs come last the genitive of the compound is where one goes.
            position = "to" if self.lexicon.order == "SOV" and trigger.form == "verb" else position
        if mention.kind == "place":
            self._place(event, mention.iri, position)
            return
        if event.type == VISIT and position == "to" and mention.kind == "organization" and self.lexicon.order == "SOV":
            state = self.finder.state_of(mention.iri)
            if state:
                event.add(DD + "hasHost", state)
            return
        kinds = (kind for prop in KINDS for kind in event.values.get(prop, ()))
        for key in (trigger.iri, *kinds, *self.lexicon.superclasses(event.type)):
            for filler, role in self._patterns.get((key, position), ()):
                if self.fills(mention.iri, filler):
                    event.add(role, mention.iri)
                    return

    def fills(self, iri: str, cls: str) -> bool:
        """Tell whether an entity is of a class."""
        record = self.finder.records.get(iri)
        by_kind = _CLASSES.get(iri.removeprefix(ID).split("/", 1)[0])
        return cls in (DD + "Agent", by_kind) or self.lexicon.is_a(iri, cls) or bool(record and record.type == cls)

    def _place(self, event: Event, place: str, position: str) -> None:
        if event.type not in _AT_PLACES or position not in ("in", "to", "object", "of", "subject"):
            return
        event.add(DD + "tookPlaceAt", place)
        state = self.lexicon.state_around(place)
        if event.type == VISIT and state and position in ("to", "object", "in"):
            event.add(DD + "hasHost", state)


def is_inside_speech(mention: Mention, clause: Clause, lexicon: Lexicon) -> bool:
    """Tell whether a mention stands in what a verb says, where verbs come last: behind "said that"."""
    that, verb = clause.cue("that"), clause.verb
    if lexicon.order != "SOV" or that is None or verb is None:
        return False
    return verb.last < that.first < mention.first


def is_modifier(mention: Mention, clause: Clause) -> bool:
    """Tell whether a demonym only describes a noun that the lexicon does not know ("Pakistani banks").

    Several in a row right beside talks or an accord are its sides ("Syrian-Qatari talks").
    """
    if mention.form != "demonym":
        return _in_brackets(mention, clause)
    first, last = _row(mention, clause)
    if first != last and clause.positions.get(mention) == "between" and not mention.cues:
        return False
    kinds = ("office", "body-kind")
    named = (w for w in clause.words if (w.kind in kinds and w.iri not in FIRMS) or w.iri in _DESCRIBED)
    if any({w.first, w.last} & {first - 1, last + 1} for w in named):
        return False
    nouns = (w for w in clause.words if w.kind == "instrument-kind" or (w.form == "noun" and w.iri in _OF_SIDES))
    # "The X-Y bitcoin dialogue".
    behind = {last + 1, *(w.last + 1 for w in clause.words if w.kind == "topic" and w.first == last + 1)}
    return first == last or all(w.last != first - 1 and w.first not in behind for w in nouns)


def _is_people(mention: Mention, clause: Clause, lexicon: Lexicon) -> bool:
    """Tell whether a demonym names its people: right behind the article, and with nothing behind it that it describes.

    Where an article opens the name of a firm or person, a word in capitals follows.
    """
    words, index = clause.sentence.words, mention.last + 1
    if mention.form != "demonym" or lexicon.order != "SVO" or mention.first == 0:
        return False
    if CUE + "definite" not in lexicon.cues_of(words[mention.first - 1].text):
        return False
    if index >= len(words) or words[index].before.strip():
        return True
    small = any(w.first == index and (w.kind == "cue" or is_verb(w)) for w in clause.words)
    return words[index].text[:1].islower() and (lexicon.drops_pronouns or small)


def _in_brackets(mention: Mention, clause: Clause) -> bool:
    """Tell whether a state stands alone in brackets, as whose the firm or body before it is."""
    words = clause.sentence.words
    behind = words[mention.last + 1].before if mention.last + 1 < len(words) else clause.sentence.tail
    opened = mention.first > 0 and words[mention.first].before.strip() == "("
    return mention.kind == "state" and opened and behind.startswith(")")


def _row(mention: Mention, clause: Clause) -> tuple[int, int]:
    """Return the first and last word of the demonyms in a row to which one belongs."""
    places = {i for m in clause.entities if m.form == "demonym" for i in range(m.first, m.last + 1)}
    places |= {w.first for w in clause.words if w.iri == CUE + "and" and {w.first - 1, w.last + 1} <= places}
    first, last = mention.first, mention.last
    while first - 1 in places:
        first -= 1
    while last + 1 in places:
        last += 1
    return first, last


@lru_cache(maxsize=8)
def _patterns(lexicon: Lexicon) -> dict[tuple[str, str], list[tuple[str, str]]]:
    """Return (event class or trigger, position) → [(class of agent, role)]."""
    result: dict[tuple[str, str], list[tuple[str, str]]] = defaultdict(list)
    for subject in sorted(name for name in lexicon.facts if name.startswith(VOCAB + "role/")):
        role = lexicon.value(subject, DD + "patternRole")
        for event in lexicon.values(subject, DD + "patternEvent"):
            for cue in lexicon.values(subject, DD + "patternCue"):
                for filler in sorted(lexicon.values(subject, DD + "patternFiller")):
                    result[event, cue.removeprefix(CUE)].append((filler, role))
    return result
