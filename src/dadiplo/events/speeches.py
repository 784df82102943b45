"""Statements: who says, warns, promises or denies something, and what else verbs of saying tell of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dadiplo.affixes import HABITUAL
from dadiplo.clauses.antecedents import goes_on_speaking, inherits, only_a_state
from dadiplo.clauses.modality import is_subjunctive
from dadiplo.clauses.positions import has_pronoun
from dadiplo.clauses.scenes import Scene, noun_types, start
from dadiplo.clauses.strangers import stranger_speaks
from dadiplo.clauses.tenses import is_participle
from dadiplo.clauses.wordorder import is_unknown_noun
from dadiplo.events.appointments import read_appointment
from dadiplo.events.decisions import (
    complete_refused,
    is_court_acting,
    refuses_act,
    refuses_licence,
    votes_on_part,
    votes_on_text,
)
from dadiplo.events.doers import complete
from dadiplo.events.establishments import bodies_created
from dadiplo.events.frames import frame, plain
from dadiplo.events.retelling import only_attributes
from dadiplo.events.speakers import mistaken
from dadiplo.events.talks import held
from dadiplo.events.topics import assets_beside
from dadiplo.lexicon import CUE
from dadiplo.model import Argument, Event, Mention
from dadiplo.resources import DD, VOCAB
from dadiplo.terms import (
    ACTUAL,
    ANNOUNCED,
    ANNOUNCEMENT,
    DENIED,
    DIRECT,
    MEETING,
    PLANNED,
    POSSIBLE,
    STATEMENT,
    TRIGGER,
    VISIT,
)

if TYPE_CHECKING:
    from dadiplo.events.reader import EventReader

#: What it means that a parliament or a court rejects or backs a text.
_VOTES = {
    TRIGGER + verb: TRIGGER + vote for verb, vote in (("reject", "fail"), ("oppose", "fail"), ("support", "enact"))
}
#: What a court says is a ruling.
_RULING = {TRIGGER + name for name in ("say", "reject", "support", "deny", "urge")}
_JOINT_STATEMENT = VOCAB + "instrument-kind/joint-statement"
_SOURCE = CUE + "unnamed-source"
#: What stands before an office whose holder is known.
_NAMING = {CUE + name for name in ("definite", "possessive", "this")}
_DEFINITE = CUE + "definite"
#: Offices that many hold: "the official" has no name.
_OF_MANY = {f"{VOCAB}office/{name}" for name in ("official", "legislator", "member", "adviser", "senior-officer")}
_FROM = CUE + "about"
#: How many words from "from" the words that are quoted can stand.
_QUOTED = 7
#: What makes "while saying" of an Urdu verb in the habitual.
_PARTICIPLE = CUE + "participle"
#: How many words before the particle of the doer "an" can stand.
_SOME = 3
#: How many words behind "the meeting that" its verb can stand.
_TALKS = 12
#: "As X says", "according to what X said".
_SOURCES = {CUE + name for name in ("according-to", "as", "like")}
#: How many words behind a verb of saying an amount can begin.
_AMOUNT = 4
#: How many words behind a verb its object can stand.
_OBJECT_REACH = 5
_SPEAKER, _ADDRESSEE = DD + "hasSpeaker", DD + "hasAddressee"
_SAYING = {STATEMENT, ANNOUNCEMENT}
#: Verbs of what is done or not done, rather than said, if the clause names the act.
_ON_ACTS = (TRIGGER + "reject", TRIGGER + "propose")
#: Prepositions joined to "what".
_JOINED = {CUE + "with", CUE + "to"}
#: How many characters behind a quotation its verb stands: a mark, a comma and a space.
_CLOSING = 3


@frame(
    "say", "praise", "warn", "announce", "urge", "promise", "propose", "deny", "reject", "support", "oppose",
    "describe", "keep-silent",
)  # fmt: skip
def statement(reader: EventReader, scene: Scene, verb: Mention) -> Event | None:
    """Return the statement that a verb of saying tells of, or what else it tells ("rejected the bill")."""
    if _only_names_what_is_said(reader, scene, verb) or _leaves_open_who_says(reader, scene, verb):
        return None
    before = reader.lexicon.order != "SOV"
    if _counts(reader, scene, verb) or only_attributes(reader, scene, verb):
        return None
    if (not before or (verb.iri == TRIGGER + "propose" and reader.lexicon.order == "VSO")) and _turns_down(
        reader, scene, verb
    ):
        return None
    if (
        verb.iri in _VOTES
        and (reader.lexicon.drops_pronouns or reader.lexicon.order == "VSO")
        and votes_on_part(reader, scene, verb)
    ):
        return None
    if verb.iri in _VOTES and votes_on_text(reader, scene, verb):
        return plain(reader, scene, verb._replace(iri=_VOTES[verb.iri]))
    if verb.iri == TRIGGER + "reject" and refuses_licence(reader, scene, verb):
        return plain(reader, scene, verb._replace(iri=TRIGGER + "license"))
    if verb.iri == TRIGGER + "reject" and refuses_act(reader, scene, verb):
        complete_refused(reader, scene, verb)
        return None
    ruling = verb.iri in _RULING if before else verb.iri == TRIGGER + "urge"
    if ruling and is_court_acting(reader, scene):
        # "The court directed the government to …".
        return plain(reader, scene, verb._replace(iri=TRIGGER + "rule"))
    if _confirms(scene, verb):
        return read_appointment(reader, scene, verb._replace(iri=TRIGGER + "appoint"))
    said = scene.previous
    if said is not None and said.type == STATEMENT and _goes_on(reader, scene, verb):
        said.support(scene.passage)
        return said
    event = start(reader, scene, {ANNOUNCEMENT if verb.iri == TRIGGER + "announce" else STATEMENT}, verb)
    _set_modality(reader, scene, event, verb)
    _give_speakers(reader, scene, event, verb)
    if (before and _says_nothing(reader, scene, verb, event)) or mistaken(reader, scene, event, verb):
        return None
    return _said(reader, scene, event, verb)


def _goes_on(reader: EventReader, scene: Scene, verb: Mention) -> bool:
    """Tell whether an Arabic participle goes on with a statement of its sentence ("…, noting that …")."""
    text = scene.clause.sentence.words[verb.first].text
    return reader.lexicon.order == "VSO" and verb.form == "verb" and is_participle(reader.lexicon, verb, text)


def _only_names_what_is_said(reader: EventReader, scene: Scene, verb: Mention) -> bool:
    """Tell whether a verb of saying is part of a noun phrase: "the power to demand", "a fund called X"."""
    lexicon = reader.lexicon
    words = scene.clause.sentence.words
    before = lexicon.order != "SOV"
    narrated = lexicon.order == "VSO" and CUE + "to" in verb.cues and verb.form == "verb"
    infinitive = before and verb.last > verb.first and CUE + "to" in lexicon.cues_of(words[verb.first].text)
    aims = before and any(w.last == verb.first - 1 and w.iri in (CUE + "to", CUE + "aim") for w in scene.clause.words)
    if infinitive or aims or (CUE + "to" in verb.cues and not narrated):
        return True
    if verb.iri == TRIGGER + "describe" and verb.form == "verb" and _judges(scene, verb):
        return False
    return verb.iri == TRIGGER + "describe" and (
        not assets_beside(scene, verb) or is_unknown_noun(scene.clause, verb.first - 1, lexicon)
    )


def _judges(scene: Scene, verb: Mention) -> bool:
    """Tell whether a person's own words for something stand between quotation marks ("called the ban "a padlock"")."""
    quotes = [quote for quote in scene.mentions.quotes if quote.start > verb.span.end]
    ends = scene.clause.sentence.words[scene.clause.last].span.end
    near = any(quote.start <= ends + 1 for quote in quotes)
    return near and scene.subject is not None and scene.subject.kind == "person"


def _leaves_open_who_says(reader: EventReader, scene: Scene, verb: Mention) -> bool:
    """Tell whether nobody whom we know is said to speak, or is only named as the source ("…, as X revealed")."""
    if reader.lexicon.order == "SOV":
        unnamed_speaker = _by_others(reader, scene, verb) or _by_some_official(reader, scene)
    else:
        unnamed_speaker = _by_nobody_named(scene, verb) or _by_whoever(reader, scene, verb)
        unnamed_speaker = unnamed_speaker or (verb.iri not in _VOTES and stranger_speaks(reader.lexicon, scene, verb))
    return unnamed_speaker or any(w.iri in _SOURCES and w.last == verb.first - 1 for w in scene.mentions.words)


def _set_modality(reader: EventReader, scene: Scene, event: Event, verb: Mention) -> None:
    """Correct how a statement is put: what "may" be said or is "not ruled out" is said."""
    if reader.lexicon.order == "VSO" and CUE + "to" in verb.cues:
        # "Came out to say": where verbs come first that goes on with what is told.
        event.modality = ACTUAL
    if event.modality == POSSIBLE:
        # "Is expected to say", where the verb has a form for that, is still to come; who "may say" says.
        event.modality = PLANNED if is_subjunctive(reader.lexicon, scene, verb) else ACTUAL
    if event.modality == DENIED and verb.iri == TRIGGER + "reject" and reader.lexicon.order != "SOV":
        # Who "does not rule out" something speaks of it.
        event.modality = ACTUAL


def _give_speakers(reader: EventReader, scene: Scene, event: Event, verb: Mention) -> None:
    """Give a statement who speaks and is spoken to: by position, by a title, or by who spoke before."""
    clause = scene.clause
    subject = None if scene.subject is not None and scene.subject.form == "demonym" else scene.subject
    last = reader.voices.speaker
    if last and reader.lexicon.drops_pronouns and subject not in clause.entities and _ends_quotation(scene, verb):
        # "…", zanjó: who spoke last goes on, whoever was last a doer.
        event.arguments += [] if clause.in_position("subject") else [Argument(_SPEAKER, last)]
        subject = None
    reader.roles.assign(event, clause, subject, verb)
    quoted = _quoted(reader, scene, verb)
    if quoted is not None:
        # Who passes the words on does not say them.
        event.arguments = []
        reader.roles.give(event, quoted, "subject", verb)
    if not event.agents(_SPEAKER):
        for title in scene.mentions.titles:
            if title.owner and not title.holder and clause.first <= title.first <= clause.last:
                # "An official of the ministry said": the ministry speaks.
                event.add(_SPEAKER, title.owner, title.span)
    opens = clause.first == 0 or clause.cue("pronoun") is not None or reader.lexicon.order == "VSO"
    last_doer = reader.context.subject if scene.subject is None and opens and inherits(reader, clause) else None
    if not event.agents(_SPEAKER) and last_doer is not None and goes_on_speaking(reader, scene, last_doer.iri):
        reader.roles.give(event, last_doer, "subject", verb)
    event.arguments = [
        a
        for a in event.arguments
        if a.role != _SPEAKER or not (unnamed(reader, scene, a.value) or _only_spoken_of(scene, verb, a.value))
    ]


def _ends_quotation(scene: Scene, verb: Mention) -> bool:
    """Tell whether a verb stands right behind a quotation."""
    return any(0 < verb.span.start - quote.end <= _CLOSING for quote in scene.mentions.quotes)


def _by_some_official(reader: EventReader, scene: Scene) -> bool:
    """Tell whether somebody without a name speaks, where a particle marks the doer ("an official of the bank")."""
    clause = scene.clause
    mark = clause.cue("subject")
    by = [w.first for w in clause.words if w.form == "verb" and w.iri == TRIGGER + "say"]
    end = mark.first if mark is not None else by[0] if by else 0
    named = any(m.first < end <= m.last + 1 for m in clause.entities)
    named = named or any(t.holder and t.first < end <= t.last + 1 for t in scene.mentions.titles)
    if end <= clause.first or named:
        return False
    before = clause.sentence.words[max(end - _SOME, clause.first) : end]
    return any(CUE + "indefinite" in reader.lexicon.cues_of(word.text) for word in before)


def _said(reader: EventReader, scene: Scene, event: Event, verb: Mention) -> Event | None:
    """Return a statement that somebody other than a news outlet makes, with the body that it announces."""
    speakers = event.agents(_SPEAKER)
    outlet = bool(speakers) and reader.lexicon.is_a(speakers[0], DD + "MediaOrganization")
    if not speakers or outlet or only_a_state(reader, scene, verb, speakers):
        return None
    home = {reader.finder.state_of(speaker) for speaker in speakers}
    # Nobody addresses the own side: "X of the bank of Y thanked …".
    event.arguments = [
        a for a in event.arguments if a.role != _ADDRESSEE or reader.finder.state_of(a.value) not in home
    ]
    complete(reader, event, scene)
    reader.voices.speaker = speakers[0]
    event = reader.settle(event)
    if verb.iri == TRIGGER + "announce" and reader.lexicon.order != "SOV" and _unveils_body(scene, verb):
        for body in bodies_created(reader, scene, verb):
            body.modality = ANNOUNCED if body.modality == ACTUAL else body.modality
            event.links.append((DD + "announces", body))
    return event


def _only_spoken_of(scene: Scene, verb: Mention, speaker: str) -> bool:
    """Tell whether somebody is named only inside the words that are quoted: he does not say them."""
    quotes = [quote for quote in scene.mentions.quotes if verb.span not in quote]
    named = [m for m in scene.clause.entities if m.iri == speaker]
    english = scene.lexicon.order == "SVO" and not scene.lexicon.drops_pronouns
    if english and verb.form == "verb" and named and all(scene.clause.positions[m] == "by" for m in named):
        # "Noted the enactment by X": who speaks does not stand behind "by".
        return True
    return bool(quotes and named) and all(any(m.span in quote for quote in quotes) for m in named)


def _says_nothing(reader: EventReader, scene: Scene, verb: Mention, event: Event) -> bool:
    """Tell whether an Arabic clause with neither its speaker nor what is said only tells that somebody spoke on."""
    if reader.lexicon.order != "VSO" or {m.iri for m in scene.clause.entities} & {*event.agents(_SPEAKER)}:
        return False
    behind = (w for w in scene.mentions.words if w.first > verb.last)
    told = any(w.iri == CUE + "that" or w.kind == "topic" for w in behind)
    return not told and not scene.mentions.quotes and scene.clause.opener != CUE + "which"


def _turns_down(reader: EventReader, scene: Scene, verb: Mention) -> bool:
    """Tell whether an act is refused or proposed that the clause itself names, where verbs come last."""
    final = reader.lexicon.order == "SOV"
    acts = (noun_types(reader, noun) for noun in scene.nouns if (noun.last < verb.first) == final)
    return verb.iri in _ON_ACTS and any(types and not types & _SAYING for types in acts)


def _counts_coins(scene: Scene, verb: Mention) -> bool:
    """Tell whether a number of coins stands right behind a verb."""
    words = scene.clause.sentence.words
    number = verb.last < scene.clause.last and words[verb.last + 1].text[:1].isdigit()
    return number and any(w.kind == "topic" and w.first == verb.last + 2 for w in scene.clause.words)


def _adds_to_reserve(scene: Scene, verb: Mention) -> bool:
    """Tell whether coins stand behind a verb and, behind "to", a reserve of them ("added eight coins to the …")."""
    behind = [w for w in scene.clause.words if w.first > verb.last]
    to = next((w for w in behind if w.iri == CUE + "to"), None)
    if to is None:
        return False
    coins = any(w.kind == "topic" and w.last < to.first for w in behind)
    return coins and any(w.kind == "reserve-action" and w.first > to.last for w in behind)


def _unveils_body(scene: Scene, verb: Mention) -> bool:
    """Tell whether a body not yet known is what a verb announces ("unveiled a new task force")."""
    clause = scene.clause
    kinds = [w for w in clause.words if w.kind == "body-kind" and 0 < w.first - verb.last <= _OBJECT_REACH]
    kinds += [m for m in clause.entities if m.kind == "organization" and 0 < m.first - verb.last <= _OBJECT_REACH]
    if not kinds or verb.form == "passive":
        return False
    first = min(kinds, key=lambda w: w.first)
    between = [w for w in (*clause.words, *clause.entities) if verb.last < w.first < first.first]
    return not any(w.kind != "topic" for w in between) and clause.sentence.words[verb.last + 1].text.islower()


@frame("add")
def _addition(reader: EventReader, scene: Scene, verb: Mention) -> Event | None:
    """Coins are added to others, also to reserves; what is added else are words."""
    into = scene.clause.cue("into-reserve")
    coins = _counts_coins(scene, verb) or (into is not None and into.first > verb.last)
    if coins or _adds_to_reserve(scene, verb):
        return plain(reader, scene, verb._replace(iri=TRIGGER + "buy"))
    return statement(reader, scene, verb._replace(iri=TRIGGER + "say"))


@frame("sustain")
def _sustaining(reader: EventReader, scene: Scene, verb: Mention) -> Event | None:
    """Talks that stand before the verb are held ("la reunión que X sostuvo con Y"); else words are sustained."""
    beside = [m for m in scene.clause.in_position("with") if m.first > verb.last]
    talks = (w for w in scene.mentions.words if w.form == "noun" and 0 < verb.first - w.last <= _TALKS)
    if scene.subject is not None and beside and any(noun_types(reader, w) & {MEETING} for w in talks):
        return plain(reader, scene, verb._replace(iri=TRIGGER + "meet"))
    return statement(reader, scene, verb._replace(iri=TRIGGER + "say"))


@frame("call-on")
def _call(reader: EventReader, scene: Scene, verb: Mention) -> Event | None:
    """Who calls on somebody meets him, unless it is to make him do something."""
    clause = scene.clause
    hosts = [m for m in clause.entities if m.kind == "person" and 0 < m.first - verb.last <= _OBJECT_REACH]
    to = [w.first for w in scene.mentions.words if w.iri in (CUE + "to", CUE + "aim") and w.first > verb.last]
    talks = [w.first for w in scene.mentions.words if w.iri == TRIGGER + "discuss" and w.first > verb.last]
    asked = bool(to) and (not talks or min(talks) > min(to) + 1)
    if hosts and not asked:
        clause.positions[hosts[0]] = "object"
        return plain(reader, scene, verb._replace(iri=TRIGGER + "meet"))
    return statement(reader, scene, verb._replace(iri=TRIGGER + "urge"))


def _quoted(reader: EventReader, scene: Scene, verb: Mention) -> Mention | None:
    """Return from whom words are quoted, where verbs come first ("was reported from X his words that …")."""
    text = scene.clause.sentence.words[verb.last].text
    if reader.lexicon.order != "VSO" or not has_pronoun(text, reader.lexicon):
        return None
    beside = next((m for m in scene.mentions.entities if m.last == verb.first - 1 and m.kind != "place"), None)
    before = scene.clause.sentence.words[max(verb.first - _QUOTED, 0) : verb.first]
    return beside if any(_FROM in reader.lexicon.cues_of(word.text) for word in before) else None


def _by_nobody_named(scene: Scene, verb: Mention) -> bool:
    """Tell whether officials or sources without name or state stand before the verb ("what officials call")."""
    beside = [w for w in scene.clause.words if w.last == verb.first - 1 and (w.kind == "office" or w.iri == _SOURCE)]
    firm = any(w.last == verb.first - 1 and w.iri == CUE + "firm" for w in scene.clause.words)
    if firm and not any(m.last < verb.first for m in scene.clause.entities):
        # "The firm said".
        return True
    if not beside:
        return False
    index = beside[0].first - 1
    named = [*scene.clause.entities, *(w for w in scene.clause.words if w.iri in _NAMING)]
    told = any(m.first <= index <= m.last for m in named)
    told = told or any(title.first <= index <= title.last for title in scene.mentions.titles)
    return not told and scene.clause.sentence.words[beside[0].first].before == " " and _common(scene, index)


def _by_whoever(reader: EventReader, scene: Scene, verb: Mention) -> bool:
    """Tell whether an Arabic verb stands behind "of those who" or "with what": it only says of whom, or of what."""
    if reader.lexicon.order != "VSO" or verb.first == 0:
        return False
    before = scene.clause.sentence.words[verb.first - 1].text
    cues = reader.lexicon.cues_of(before)
    joined = any(set(a.cues) & _JOINED for a in reader.lexicon.analyses(before))
    return CUE + "of" in cues or (CUE + "which" in cues and joined)


def _by_others(reader: EventReader, scene: Scene, verb: Mention) -> bool:
    """Tell whether somebody whom the lexicon does not know speaks, where verbs come last, or nobody is said to.

    A passive names no speaker, and habits ("traders say") have no particle of the doer: it must be named, as "a
    policeman is on bail, he says" does not. Before "of saying" stands who speaks.
    """
    clause, words = scene.clause, scene.clause.sentence.words
    told = [*clause.entities, *(w for w in clause.words if w.iri == CUE + "pronoun")]
    if any(m.last < verb.first for m in clause.in_position("subject", "of", "by")):
        return False
    passive = verb.last < clause.last and any(
        w.iri == CUE + "passive" and w.first == verb.last + 1 for w in scene.mentions.words
    )
    if passive and verb.form == "verb" and clause.cue("subject") is None:
        return True
    if any(m.last < verb.first for m in told if m not in clause.entities):
        some = CUE + "indefinite" in reader.lexicon.cues_of(words[0].text)
        return some and not any(m.first < verb.first for m in scene.mentions.entities)
    if CUE + "of" in reader.lexicon.cues_of(words[verb.first].text) and verb.last > verb.first:
        unnamed = any(w.iri == _SOURCE and w.last == verb.first - 1 for w in clause.words)
        return unnamed or (verb.first > clause.first and is_unknown_noun(clause, verb.first - 1, reader.lexicon))
    return (
        clause.cue("subject") is None
        and any(word.text.endswith(HABITUAL) for word in words[verb.first : verb.last + 1])
        and not any(w.iri == _PARTICIPLE and w.first == verb.last + 1 for w in scene.mentions.words)
    )


def _common(scene: Scene, index: int) -> bool:
    """Tell whether a word before an office is no name and no "'s" of a name."""
    word = scene.clause.sentence.words[index].text
    return index >= scene.clause.first and word[:1].islower() and len(word) > 1


def _counts(reader: EventReader, scene: Scene, verb: Mention) -> bool:
    """Tell whether what a verb of saying is followed by is an amount of coins ("declares 7,700 bitcoin")."""
    words = scene.clause.sentence.words
    behind = range(verb.last + 1, min(verb.last + 1 + _AMOUNT, scene.clause.last + 1))
    number = next((i for i in behind if words[i].text[:1].isdigit()), None)
    plain_words = number is not None and all(
        words[i].text.islower() and not words[i].before.strip() for i in behind if i < number
    )
    that = CUE + "that" in reader.lexicon.cues_of(words[verb.last + 1].text) if verb.last < scene.clause.last else True
    return plain_words and not that and assets_beside(scene, verb)


def _confirms(scene: Scene, verb: Mention) -> bool:
    """Tell whether a verb of saying has a person as its object who is to hold an office ("confirmed X as chairman")."""
    objects = [m for m in scene.clause.entities if m.kind == "person" and m.first == verb.last + 1]
    return any(w.iri == CUE + "as" and w.first == m.last + 1 for m in objects for w in scene.clause.words)


def unnamed(reader: EventReader, scene: Scene, state: str) -> bool:
    """Tell whether a state only describes an official without a name ("a Salvadoran official said").

    Of ministers and governors there is one, who speaks for the state: "the Salvadoran minister of finance".
    """
    for mention in scene.clause.entities:
        if mention.iri == state and mention.form == "demonym":
            beside = {mention.first - 1, mention.last + 1}
            offices = [w for w in scene.clause.words if w.kind == "office" and {w.first, w.last} & beside]
            first = min(w.first for w in [*offices, mention])
            article = scene.clause.sentence.words[first - 1].text if first else ""
            known = _DEFINITE in reader.lexicon.cues_of(article)
            return bool(offices) and not (known and all(w.iri not in _OF_MANY for w in offices))
    return False


@frame("issue")
def _issue(reader: EventReader, scene: Scene, verb: Mention) -> Event | None:
    """A joint statement that sides issue is a statement of them; one that comes of talks is an accord."""
    joint = next((noun for noun in scene.nouns if noun.iri == _JOINT_STATEMENT), None)
    if joint is None or verb.form == "passive":
        return plain(reader, scene, verb)
    scene.used.update(noun for noun in scene.nouns if noun.first == joint.first)
    return statement(reader, scene, verb)


@frame("celebrate")
def _celebration(reader: EventReader, scene: Scene, verb: Mention) -> Event | None:
    """Tell "held a meeting" from "celebrated the law": what is held is a meeting or indefinite."""
    nouns = [*scene.nouns, *scene.references]
    talks = any(noun_types(reader, noun) & {MEETING, VISIT} for noun in nouns)
    behind = next((w for w in scene.clause.words if w.first == verb.last + 1), None)
    ends = verb.last >= scene.clause.last or _ends_quotation(scene, verb)
    definite = behind is not None and behind.iri in (CUE + "definite", CUE + "that", CUE + "possessive")
    if talks or not (definite or ends or scene.voice.attribution == DIRECT or scene.subject is None):
        return held(reader, scene, verb)
    return statement(reader, scene, verb._replace(iri=TRIGGER + "praise"))
