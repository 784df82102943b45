"""Which event of an article a clause tells again, and what it adds to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dadiplo.clauses.tenses import tense
from dadiplo.isodates import compatible
from dadiplo.lexicon import CUE
from dadiplo.model import Event, Mention
from dadiplo.resources import DD, ID, VOCAB
from dadiplo.terms import (
    ACTUAL,
    AGREEMENT,
    ANNOUNCED,
    ANNOUNCEMENT,
    APPOINTMENT,
    KINDS,
    MEASURE,
    REPRESENTATION,
    STATEMENT,
    TRIGGER,
    VISIT,
)

if TYPE_CHECKING:
    from dadiplo.clauses.scenes import Scene
    from dadiplo.events.reader import EventReader

_GENERIC = VOCAB + "instrument-kind/agreement"
_SPEAKER = DD + "hasSpeaker"
_TOLD = (ACTUAL, ANNOUNCED)
_LEAVING = (TRIGGER + "resign", TRIGGER + "dismiss")
#: How many words before "said" the comma can stand.
_SPEAKER_REACH = 7


def is_same(reader: EventReader, earlier: Event, event: Event) -> bool:
    """Tell whether two events of one article are one: no kind, modality or party stands against it."""
    if earlier.type != event.type or event.type in (ANNOUNCEMENT, REPRESENTATION):
        return False
    if event.type == STATEMENT and not earlier.headline:
        # An article tells one statement of a speaker, in however many sentences.
        if earlier.modality != event.modality:
            return False
        before, now = earlier.agents(_SPEAKER), event.agents(_SPEAKER)
        return before == now or (earlier is reader.context.latest(STATEMENT) and _speaks_for(reader, before, now))
    if event.type == APPOINTMENT:
        if not event.agents(DD + "hasAppointee") and reader.lexicon.order == "SOV":
            # "She takes office in May": who was named right before.
            latest = reader.context.latest(APPOINTMENT)
            if event.trigger in _LEAVING and earlier.trigger not in _LEAVING:
                # "Her predecessor resigned in May."
                return False
            return earlier is latest and set(event.agents()) <= set(earlier.agents())
        return earlier.agents(DD + "hasAppointee") == event.agents(DD + "hasAppointee")
    if event.type == VISIT and reader.lexicon.order == "SOV" and _others(earlier, event):
        return False
    if event.type == AGREEMENT and not event.definite and _told_apart(earlier, event):
        return False
    if earlier.headline and not event.headline:
        return bool(reader.sides(event) & reader.sides(earlier))
    if (earlier.modality in _TOLD) != (event.modality in _TOLD) and not event.definite:
        return False
    if earlier.date and event.date and not compatible(earlier.date, event.date):
        return False
    for prop in (*KINDS, DD + "concernsBody"):
        one = set(earlier.values.get(prop, ())) or set(earlier.agents(prop))
        two = set(event.values.get(prop, ())) or set(event.agents(prop))
        if one and two and one != two and _GENERIC not in one | two:
            return False
    mine, theirs = reader.sides(event), reader.sides(earlier)
    if event.type == MEASURE and reader.lexicon.order == "VSO" and mine and theirs and mine.isdisjoint(theirs):
        # "In Algeria the law bans it": no other state's.
        return False
    if event.definite:
        return not _another_step(earlier, event)
    return bool(mine and theirs) and (mine <= theirs or theirs <= mine)


def _others(earlier: Event, event: Event) -> bool:
    """Tell whether two journeys name persons and bodies, and none of them is the same."""
    one, two = ({a for a in each.agents() if not a.startswith(f"{ID}state/")} for each in (earlier, event))
    return bool(one and two) and one.isdisjoint(two)


def _told_apart(earlier: Event, event: Event) -> bool:
    """Tell whether of two accords one was made before, on a day of its own, and the other is the news."""
    before, now = (earlier, event) if earlier.earlier else (event, earlier)
    return before.earlier and bool(before.date) and not now.earlier and not now.date and not now.headline


def _speaks_for(reader: EventReader, one: list[str], two: list[str]) -> bool:
    """Tell whether of two speakers one is a state and the other its official: they say one thing."""
    alone = [agents for agents in (one, two) if agents and all(a.startswith(ID + "state/") for a in agents)]
    return len(alone) == 1 and {reader.finder.said_state_of(agent) for agent in (*one, *two)} == set(alone[0])


def _another_step(earlier: Event, event: Event) -> bool:
    """Tell whether of two events of one law each is a step of its own: the vote of a day, the signature of another."""
    one, two = (set(each.values.get(DD + "stage", ())) for each in (earlier, event))
    return event.type == MEASURE and bool(one and two and event.date) and one.isdisjoint(two)


def merge(earlier: Event, event: Event) -> None:
    """Add what an event tells anew to the one of which it tells again."""
    if earlier.headline:
        # A headline shortens: kind, tense and modality are those of the text.
        earlier.headline = False
        earlier.modality, earlier.earlier = event.modality, event.earlier
        earlier.date, earlier.either = event.date, event.either
        if any(event.values.get(prop) for prop in KINDS):
            for prop in KINDS:
                earlier.values.pop(prop, None)
    if event.trigger.startswith(TRIGGER) and not earlier.trigger.startswith(TRIGGER) and event.told_of:
        # "The rules, which take effect in May": the verb tells more than the noun.
        earlier.modality, earlier.trigger = event.modality, event.trigger
        earlier.date, earlier.either = (event.date, event.either) if event.date else (earlier.date, earlier.either)
    earlier.by_noun = earlier.by_noun and event.by_noun
    for argument in event.arguments:
        earlier.add(argument.role, argument.value, event.given.get((argument.role, argument.value)))
    for prop, values in event.values.items():
        known = earlier.values.get(prop, [])
        if prop == DD + "instrumentKind" and known:
            if _GENERIC not in known or _GENERIC in values:
                continue
            del earlier.values[prop]
        for value in values:
            earlier.describe(prop, value, event.given.get((prop, value)))
    for passage in event.passages:
        earlier.support(passage)
    other_day = event.type == APPOINTMENT and event.modality != earlier.modality
    if len(event.date) > len(earlier.date) and event.type != STATEMENT and not other_day:
        earlier.date, earlier.either = event.date, event.either


def told_once(events: list[Event]) -> list[Event]:
    """Return events without those that the same words tell twice: of one type, of the same agents and day.

    "Parliament sent the Bill (Amendment) back": two nouns of it name one measure.
    """
    first: dict[tuple[object, ...], Event] = {}
    for event in events:
        agents = frozenset(event.agents())
        earlier = first.setdefault((event.type, event.passages[0].span, agents, event.modality, event.date), event)
        if earlier is not event:
            merge(earlier, event)
    return list(first.values())


def only_attributes(reader: EventReader, scene: Scene, verb: Mention) -> bool:
    """Tell whether a clause at the end only says whose word an act is ("…, the ministry said on Friday")."""
    clause, before = scene.clause, scene.previous
    if reader.lexicon.order != "SVO" or before is None or before.type in (STATEMENT, ANNOUNCEMENT):
        return False
    words, english = clause.sentence.words, not reader.lexicon.drops_pronouns
    passing_on = (TRIGGER + "say", TRIGGER + "announce") if english else (TRIGGER + "say",)
    if verb.iri not in passing_on or clause.first == 0 or (clause.last < len(words) - 1 and not english):
        return False
    opening = range(clause.first, max(clause.first - _SPEAKER_REACH, 0), -1)
    if scene.mentions.quotes or not any(clause.sentence.words[index].after_comma for index in opening):
        return False
    if reader.lexicon.drops_pronouns and verb.first == clause.first:
        # "…, informó el ministerio en un comunicado": what was done, in whose words.
        return before.modality == ACTUAL and tense(reader.lexicon, clause, verb) == CUE + "past"
    behind = range(verb.last + 1, clause.last + 1)
    end = next((i for i in behind if words[i].after_comma), clause.last + 1) if english else clause.last + 1
    # "Said on Friday, a day after the vote": the preposition too belongs to the time.
    return all({index, index + 1} & clause.timed for index in range(verb.last + 1, end))
