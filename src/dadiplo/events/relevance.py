"""Which of the events read belong to the diplomacy of states, and which of them are told only as context."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from dadiplo.affixes import HABITUAL
from dadiplo.lexicon import CUE
from dadiplo.model import Document, Event, Mention, Sentence, Span
from dadiplo.resources import DD, ID, VOCAB
from dadiplo.terms import (
    ACTUAL,
    AGREEMENT,
    ANNOUNCEMENT,
    APPOINTMENT,
    DENIED,
    ESTABLISHMENT,
    INTENDED,
    KINDS,
    MEASURE,
    MEETING,
    PLANNED,
    POSSIBLE,
    REPRESENTATION,
    RESERVE_ACTION,
    STATEMENT,
    TENURE,
    TRIGGER,
    VISIT,
)

if TYPE_CHECKING:
    from dadiplo.events.reader import EventReader

#: Acts of one side, which need a doer in public office.
ACTS = (MEASURE, RESERVE_ACTION, ESTABLISHMENT)
#: What stands behind the clause that heads the paragraphs of a note.
_HEADS_A_LIST = re.compile(r"\s*:\s*\n")
#: What one side does alone with an accord of others.
JOINING = {TRIGGER + "join", TRIGGER + "withdraw"}
#: What firms and private persons do as states do.
OF_ANYBODY = {TRIGGER + name for name in ("buy", "sell", "seize")}
#: Verbs that tell of an agreement only with both its sides.
_OF_SEVERAL = {TRIGGER + name for name in ("cooperate", "agree")}
#: Verbs that can only say whose word something is.
_TELLING = {TRIGGER + name for name in ("say", "announce")}
#: How a statement is told that was not made, or not yet.
_UNSAID = (DENIED, PLANNED, POSSIBLE)
#: A meeting or an agreement is of two sides.
_TWO = 2
#: What the diplomacy of digital assets is about: a text that names none of these tells of other things.
_DIGITAL = {
    VOCAB + "topic/" + name
    for name in (
        "digital-assets", "bitcoin", "blockchain", "stablecoins", "cbdc", "wholesale-cbdc", "retail-cbdc",
        "tokenisation", "strategic-reserve", "mining", "legal-tender", "digital-diplomacy", "defi",
    )
}  # fmt: skip
_MINING = VOCAB + "topic/mining"
_AHEAD = (PLANNED, POSSIBLE, INTENDED)
#: How many sentences are the head of an article, with the headline, if the first paragraph is long.
_HEAD = 3
#: Beside how many events assets must be named where headline and lead do not.
_ENOUGH = 2
#: How many sentences, with the headline, a short item has: it is all about what its headline names, and need not say
#: who acts.
_SHORT = 5
#: How many events of states make a text one of states.
_MUCH = 4
#: What only says who holds a post or acts for whom.
_POSTS = (REPRESENTATION, TENURE)
_ORDER = VOCAB + "measure-kind/order"
_SPEAKER = DD + "hasSpeaker"
_OTHER_MATTER, _SEPARATE_MATTER = CUE + "other-matter", CUE + "separate-matter"
#: Among how many words at the head of a sentence "on another note" begins.
_OPENING = 3
#: What is not told where neither who does it nor what it is on is named.
_GUESSED = (MEASURE, MEETING, AGREEMENT, APPOINTMENT, RESERVE_ACTION)
#: What is on something, and not of digital assets if it is said to be on something else.
_ON_SOMETHING = (AGREEMENT, MEETING, MEASURE, ESTABLISHMENT, STATEMENT)


def about_digital_assets(reader: EventReader, events: list[Event]) -> list[Event]:
    """Return the events of an article that is about digital assets, else none.

    It is if a sentence of its lead that names them tells of an event, or if two events stand in or beside sentences
    that do; under a headline that names them one will do, and of a few sentences none. A text that only mentions coins
    beside a trade deal is not, and a trade deal beside them is none of its events.
    """
    aside = _beside_the_matter(reader)
    events = [event for event in events if not any(event.passages[0].span in span for span in aside)]
    events = [event for event in events if not _is_of_other_matter(reader, event)]
    if not events:
        return []
    text, sentences = reader.document.text, reader.finder.sentences
    assets = reader.detector.assets
    named = sentences[0].headline and assets[0]
    if named and is_short(reader):
        return events
    body = reader.document.body
    told = sorted(event.told_first(body).span.start for event in events)
    beside: set[int] = set()
    for number, sentence in enumerate(sentences):
        if not assets[number]:
            continue
        start, end = text.rfind("\n", 0, sentence.span.start), text.find("\n", sentence.span.end)
        start = max(start, sentences[max(number - 1, 0)].span.start)
        end = min(end if end >= 0 else len(text), sentences[min(number + 1, len(sentences) - 1)].span.end)
        beside |= set(range(bisect_left(told, start), bisect_left(told, end)))
        head = number < _HEAD and sentence.span.start <= reader.lead
        inside = bisect_left(told, sentence.span.end) > bisect_left(told, sentence.span.start)
        # A minister's joke about coins makes no text one of them.
        # Who answers need not name again what he is asked about.
        enough = (len(beside) >= _ENOUGH or bool(reader.answering)) and sum(assets) >= _ENOUGH
        if (head and inside) or enough or (named and beside):
            return events
    return []


def names_assets(reader: EventReader, sentence: Sentence) -> bool:
    """Tell whether a sentence names digital assets or what is made of them.

    Mines are of marble too: mining counts where coins are named beside it or in the lead.
    """
    named = reader.finder.assets_in(sentence)
    topics = [topic for topic in named if topic.iri in _DIGITAL]
    if any(not _of_any_mine(reader, sentence, topic) for topic in topics):
        return True
    if not topics:
        return any(_names_coin(reader, sentence, topic) for topic in named)
    lead = reader.finder.sentences[: reader.finder.sentence_from(reader.lead + 1)]
    coins = (topic.iri for one in lead for topic in reader.finder.assets_in(one))
    return any(iri in _DIGITAL - {_MINING} for iri in coins)


def _of_any_mine(reader: EventReader, sentence: Sentence, topic: Mention) -> bool:
    """Tell whether words for mining name no coin themselves ("bitcoin mining" does)."""
    return topic.iri == _MINING and not _names_coin(reader, sentence, topic)


def _names_coin(reader: EventReader, sentence: Sentence, topic: Mention) -> bool:
    """Tell whether digital assets are named inside the words for a topic ("crypto gains", "token tax")."""
    parts = (sentence.words[topic.first : topic.last], sentence.words[topic.first + 1 : topic.last + 1])
    coins = (m for part in parts for m in reader.lexicon.find(Sentence(topic.span, part), ("topic",)))
    return topic.last > topic.first and any(coin.iri in _DIGITAL - {_MINING} for coin in coins)


def _beside_the_matter(reader: EventReader) -> list[Span]:
    """Return what stands from "on another note" to the end of its paragraph, where that names no asset."""
    text, found = reader.document.text, []
    for sentence, words in zip(reader.finder.sentences, reader.finder.found, strict=True):
        opening = (cue.first for cue in words if cue.iri == _SEPARATE_MATTER)
        if min(opening, default=_OPENING) >= _OPENING:
            continue
        end = text.find("\n", sentence.span.end)
        rest = Span(sentence.span.start, end if end >= 0 else len(text))
        first, behind = map(reader.finder.sentence_from, (rest.start, rest.end))
        others = zip(reader.finder.sentences[first:behind], reader.detector.assets[first:behind], strict=True)
        if not any(named for other, named in others if other.span in rest):
            found.append(rest)
    return found


def _is_of_other_matter(reader: EventReader, event: Event) -> bool:
    """Tell whether an event is said to be on trade, roads or fish, in a sentence that names no topic of ours."""
    if event.type not in _ON_SOMETHING:
        return False
    span = event.passages[0].span
    sentences = reader.finder.sentences
    number = reader.finder.sentence_around(span)
    if number is None or reader.finder.assets_in(sentences[number]):
        return False
    if event.type == AGREEMENT and span.end < sentences[number].span.end:
        # "Signed an agreement that removes duties on rice": what it is on stands behind.
        span = Span(span.start, sentences[number].span.end)
    if _on_other_matter(reader, sentences[number], span):
        return True
    return event.type == STATEMENT and _goes_on_with_other_matter(reader, number)


def _goes_on_with_other_matter(reader: EventReader, number: int) -> bool:
    """Tell whether a sentence goes on with one of its paragraph on other matter ("the treaty opens a door …")."""
    sentences, text = reader.finder.sentences, reader.document.text
    before = sentences[number - 1] if number else None
    if before is None or "\n" in text[before.span.end : sentences[number].span.start]:
        return False
    return not reader.finder.assets_in(before) and _on_other_matter(reader, before, before.span)


def _on_other_matter(reader: EventReader, sentence: Sentence, span: Span) -> bool:
    return any(cue.iri == _OTHER_MATTER and cue.span in span for cue in reader.finder.cues_in(sentence))


def is_short(reader: EventReader) -> bool:
    """Tell whether a text is a short item, all about what its headline names."""
    return len(reader.finder.sentences) <= _SHORT


def kept(reader: EventReader, events: list[Event]) -> list[Event]:
    """Return the events that belong to the diplomacy of states.

    Of whose post nothing is said ("her predecessor, X, resigned"), it is a public one in a text that tells much of
    states. What nobody is said to do a state does only in a text that tells of something else that a state or one of
    its bodies does.
    """
    if reader.lexicon.order == "SOV":
        events = [event for event in events if not _only_attributes(reader, event, events)]
    sure = [event for event in events if is_kept(reader, event)]
    if not is_short(reader) and all(event.by_default or event.type in _POSTS for event in sure):
        return [event for event in sure if not event.by_default]
    if sum(event.type not in _POSTS for event in sure) < _MUCH:
        return sure
    known = {id(event) for event in sure}
    return [event for event in events if id(event) in known or _is_of_any_post(reader, event)]


def _only_attributes(reader: EventReader, event: Event, events: list[Event]) -> bool:
    """Tell whether a body is only named as who tells of another event: "the ministry said that X and Y had signed"."""
    if event.trigger not in _TELLING or event.modality != ACTUAL or len(event.passages) > 1:
        return False
    if not all(speaker.startswith(ID + "org/") for speaker in event.agents(_SPEAKER)):
        return False
    span = event.passages[0].span
    number = reader.finder.sentence_around(span)
    sentence = reader.finder.sentences[number].span if number is not None else span
    others = [e for e in events if e.type in (*ACTS, AGREEMENT, MEETING, VISIT, APPOINTMENT)]
    told = [e for e in others if any(p.span in sentence and p.span.start > span.start for p in e.passages)]
    return bool(told) and all(e.modality != DENIED for e in told)


def _is_of_any_post(reader: EventReader, event: Event) -> bool:
    firm = any(reader.finder.is_firm(agent) for agent in event.agents())
    return event.type == APPOINTMENT and bool(event.agents(DD + "hasAppointee")) and not firm


def is_kept(reader: EventReader, event: Event) -> bool:
    """Tell whether an event is one of states and their bodies; what only firms and private persons do is not."""
    if event.headline and event.type in (STATEMENT, MEASURE, MEETING, AGREEMENT) and len(reader.finder.sentences) > 1:
        return False
    if event.type in (STATEMENT, ANNOUNCEMENT):
        return _is_official_statement(reader, event)
    if event.type in (ESTABLISHMENT, APPOINTMENT) and _decided_by_firm(reader, event):
        return False
    if _is_guessed(reader, event):
        return False
    if event.type == APPOINTMENT:
        # Firms and clubs appoint and dismiss too: the post, the body or who appoints must be public.
        return any(reader.finder.is_official(agent) for agent in event.agents())
    if event.modality == DENIED and event.values.get(DD + "measureKind") == [_ORDER]:
        # "No decision has been taken."
        return False
    if event.type in ACTS:
        return _is_public_act(reader, event)
    if event.type in (AGREEMENT, MEETING, VISIT):
        return _is_of_states(reader, event)
    return True


def _is_official_statement(reader: EventReader, event: Event) -> bool:
    """Tell whether an official says something; of what is not said, or not yet, it must be sure whose and on what."""
    if all(_HEADS_A_LIST.match(reader.document.text, passage.span.end) for passage in event.passages):
        # "The ministry informs:" heads what it says.
        return False
    whose = not reader.lexicon.drops_pronouns or _names_speaker(reader, event)
    sure = whose and event.type == STATEMENT
    told = event.modality == ACTUAL or (sure and event.modality in _UNSAID and DD + "hasTopic" in event.values)
    return told and any(reader.finder.is_official(agent) for agent in event.agents(_SPEAKER))


def _is_guessed(reader: EventReader, event: Event) -> bool:
    """Tell whether who does something is only filled in, and what it is on is not named where it is told."""
    if event.headline or event.type not in _GUESSED or names_anybody(reader, event):
        return False
    if event.type in (AGREEMENT, MEETING) and event.modality in (DENIED, *_AHEAD):
        # "We signed nothing", "the first session is due in May": it is told with what was told before.
        return False
    if event.type in (APPOINTMENT, RESERVE_ACTION):
        # "Her predecessor had resigned in May" needs no name.
        return not event.earlier if event.type == APPOINTMENT else event.by_default
    sentences = reader.finder.sentences
    numbers = [n for n in (reader.finder.sentence_around(p.span) for p in event.passages) if n is not None]
    around = {at for n in numbers for at in (n - 1, n, n + 1) if 0 <= at < len(sentences)}
    if any(reader.finder.assets_in(sentences[n]) for n in around):
        return False
    texts = (reader.lexicon.find(sentences[n], ("measure-kind",)) for n in numbers)
    return event.type != MEASURE or event.by_noun or not any(texts)


def names_anybody(reader: EventReader, event: Event) -> bool:
    """Tell whether a clause that tells of an event names one of those who take part in it."""
    named = {iri for passage in event.passages for iri in reader.finder.namings.inside(passage.span)}
    return not named.isdisjoint(event.agents())


def _decided_by_firm(reader: EventReader, event: Event) -> bool:
    """Tell whether a firm sets up a body or appoints: firms are made by firms; who comes from one a state can name."""
    deciding = event.agents() if event.type == ESTABLISHMENT else event.agents(DD + "hasAppointer", DD + "concernsBody")
    return any(reader.finder.is_firm(agent) for agent in deciding)


def _is_public_act(reader: EventReader, event: Event) -> bool:
    """Tell whether an act of one side is done in public office, or by nobody who is told."""
    agents = event.agents(DD + "hasAgent")
    unsaid = not agents and event.trigger not in OF_ANYBODY
    nobody = unsaid or (event.by_default and reader.lexicon.order == "SOV")
    if nobody and event.type == MEASURE and event.modality == POSSIBLE:
        # "Elsewhere they may be banned": nobody is said to think of it.
        return bool(event.date)
    if event.modality == ACTUAL and reader.lexicon.order == "SOV" and _is_habit(reader, event):
        return False
    if any(reader.finder.is_firm(a) and not reader.lexicon.values(a, DD + "partOf") for a in agents):
        # "Japan's Metaplanet bought coins": the state only says where the firm is from.
        agents = [agent for agent in agents if not agent.startswith(ID + "state/")]
    return unsaid or any(reader.finder.is_official(agent) for agent in agents)


def _is_habit(reader: EventReader, event: Event) -> bool:
    """Tell whether what is told is only what some do ("some governments ban it"): nobody who does so is named."""
    told = (re.findall(r"\w+", reader.document.text[p.span.start : p.span.end])[-2:] for p in event.passages)
    named = {iri for p in event.passages for iri in reader.finder.namings.inside(p.span)}
    return named.isdisjoint(event.agents()) and all(
        len(words) > 1 and words[0].endswith(HABITUAL) and CUE + "auxiliary" in reader.lexicon.cues_of(words[1])
        for words in told
    )


def _is_of_states(reader: EventReader, event: Event) -> bool:
    """Tell whether a meeting, a visit or an agreement has a side in public office, or is news of talks to come."""
    official, firm = reader.finder.is_official, reader.finder.is_firm
    if _only_spoken_of(reader, event):
        return False
    alone = event.by_noun and event.trigger not in JOINING and len(reader.sides(event)) < _TWO
    if event.type == AGREEMENT and event.modality == DENIED and alone:
        # "A session of four hours and no agreement."
        return False
    several = event.type == AGREEMENT and event.trigger in _OF_SEVERAL and not set(KINDS) & set(event.values)
    if several and (len(reader.sides(event)) < _TWO or _only_agreed(reader, event)):
        return False
    visitors = [agent for agent in event.agents(DD + "hasVisitor") if not agent.startswith(ID + "state/")]
    if event.type == VISIT and visitors and all(map(firm, visitors)):
        return False
    order = reader.lexicon.order
    if (order == "SVO" and event.type == VISIT and _is_at_home(reader, event)) or (
        order == "SOV" and _goes_unnamed(reader, event)
    ):
        return False
    named = [agent for agent in event.agents() if not agent.startswith(ID + "place/")]
    private = event.type == MEETING and named and not any(map(official, named))
    if event.modality in _AHEAD and not private and (event.type == MEETING or (event.type == VISIT and event.agents())):
        # "Talks open on Wednesday": in a text about digital assets it is those of whom it tells.
        return True
    return any(map(official, event.agents()))


def _is_at_home(reader: EventReader, event: Event) -> bool:
    """Tell whether those who travel stay in their own state ("the Chilean minister flew to Antofagasta")."""
    visitors, hosts = (
        {reader.finder.state_of(agent) for agent in event.agents(DD + role)} for role in ("hasVisitor", "hasHost")
    )
    return len(visitors) == 1 and "" not in visitors and visitors == hosts


def _goes_unnamed(reader: EventReader, event: Event) -> bool:
    """Tell whether nobody of whom we know is said to go somewhere ("it will move to X"), and no delegation."""
    if event.type != VISIT or event.by_noun or event.agents(DD + "hasVisitor"):
        return False
    text = reader.document.text
    words = (word for p in event.passages for word in text[p.span.start : p.span.end].split())
    return not any(CUE + "envoy" in reader.lexicon.cues_of(word) for word in words)


def _only_spoken_of(reader: EventReader, event: Event) -> bool:
    """Tell whether "the meeting" is of one side and without a day, so that nothing is told of it."""
    undated = event.type == MEETING and event.modality in (ACTUAL, DENIED) and not event.date and event.by_noun
    named = [agent for agent in event.agents() if not agent.startswith((ID + "state/", ID + "place/"))]
    return undated and len(reader.sides(event)) < _TWO and len(named) < _TWO


def _only_agreed(reader: EventReader, event: Event) -> bool:
    """Tell whether "the sides agreed that …" names no side, where verbs come last: what they agreed on is told."""
    text = reader.document.text
    told = [text[p.span.start :].partition("\n")[0].split() for p in event.passages]
    said = all(any(CUE + "that" in reader.lexicon.cues_of(word) for word in words) for words in told)
    named = (iri for passage in event.passages for iri in reader.finder.namings.inside(passage.span))
    return reader.lexicon.order == "SOV" and said and set(event.agents()).isdisjoint(named)


def _names_speaker(reader: EventReader, event: Event) -> bool:
    """Tell whether a statement is told in a clause that names who makes it."""
    named = (iri for passage in event.passages for iri in reader.finder.namings.inside(passage.span))
    return not set(event.agents(_SPEAKER)).isdisjoint(named)


def lead_end(document: Document) -> int:
    """Return where the first paragraph of the body ends: news stands before, context may stand after it."""
    text = document.text
    start = document.body + len(text[document.body :]) - len(text[document.body :].lstrip())
    end = text.find("\n", start)
    return len(text) if end < 0 else end
