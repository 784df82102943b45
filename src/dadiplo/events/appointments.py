"""Appointments, resignations and dismissals: who is appointed, by whom, to which body."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dadiplo.affixes import ACCUSATIVE
from dadiplo.clauses.antecedents import inherits
from dadiplo.clauses.positions import has_pronoun
from dadiplo.clauses.roles import is_modifier
from dadiplo.clauses.scenes import Scene, noun_types, start
from dadiplo.clauses.tenses import tense
from dadiplo.events.successions import add_post_told_last, goes_on_with_post, replaces_thing
from dadiplo.folding import fold
from dadiplo.lexicon import CUE, POSSESSIVE
from dadiplo.model import Event, Mention, Sentence
from dadiplo.resources import DD, ID, VOCAB
from dadiplo.terms import APPOINTMENT, ESTABLISHMENT, MEETING, TEXT_KINDS, TRIGGER, VISIT

if TYPE_CHECKING:
    from dadiplo.events.reader import EventReader

APPOINTING = tuple(TRIGGER + name for name in ("appoint", "take-office", "resign", "dismiss", "in-line", "pass-over"))
_TAKING = TRIGGER + "take-office"
_POST = CUE + "post"
#: Who appoints for a state.
_APPOINTERS = {VOCAB + "office/" + name for name in ("president", "prime-minister", "monarch")}
#: How many words before "resignation" the office can stand where verbs come last.
_HELD = 5
#: How many words of a verb behind its first name a post themselves.
_IDIOM = 2
#: How many words from "the appointment of" the name can stand.
_NAMED = 12
#: How many words behind a departure the office can stand: as the doer, and as whom somebody ousts.
_RIGHT_BEHIND, _GOVERNED = 3, 6


def read_appointment(reader: EventReader, scene: Scene, trigger: Mention) -> Event | None:
    """Return the appointment that a verb or noun tells of, if it names the person or the post.

    With a verb that is who stands in the position of the object, or the only person; with a noun the one beside it, or
    the doer if a pronoun is joined to the noun ("his appointment"). The body is the one named.
    """
    persons = [m for m in scene.clause.entities if m.kind == "person"]
    noun, taking = trigger.form == "noun", trigger.iri == _TAKING
    if reader.lexicon.order == "SOV" and replaces_thing(scene):
        return None
    chosen = _of_noun(reader, scene, trigger, persons) if noun else _of_verb(reader, scene, trigger, persons)
    if chosen is None:
        return _of_nobody_named(reader, scene, trigger)
    # "Took the reins" names a post, "took over" does not.
    left = scene.previous if taking and scene.previous is not None and scene.previous.type == APPOINTMENT else None
    unsaid = (noun or taking) and trigger.last - trigger.first < _IDIOM and not (left or _names_post(scene))
    if unsaid or (taking and _heads_an_event(reader, scene)):
        return None
    event = start(reader, scene, {APPOINTMENT}, trigger)
    # The decree by which somebody is appointed is no other act.
    scene.used.update(noun for noun in scene.nouns if noun.kind == "measure-kind")
    event.add(DD + "hasAppointee", chosen.iri)
    for mention in scene.clause.entities:
        role = _role_beside(reader, scene, trigger, mention) if mention is not chosen else ""
        if role:
            event.add(DD + role, mention.iri)
    _by_titles(reader, scene, event, trigger, chosen)
    for body in left.agents(DD + "concernsBody") if left is not None and not event.agents(DD + "concernsBody") else ():
        # "X resigned as head of the council and was succeeded by Y."
        event.add(DD + "concernsBody", body)
    if scene.clause.opener == CUE + "which":
        for mention in [m for m in scene.mentions.entities if m.kind == "organization"]:
            if mention.last == scene.clause.first - 1:
                # "The council, which X will chair".
                event.add(DD + "concernsBody", reader.finder.renamed.get(mention.iri, mention.iri), mention.span)
    if not any(reader.finder.is_official(agent) for agent in event.agents()):
        _by_context(reader, scene, event, trigger)
    return reader.settle(event)


def _of_nobody_named(reader: EventReader, scene: Scene, trigger: Mention) -> Event | None:
    """Return the appointment that a trigger tells of somebody without a name, in the ways of each order of words."""
    order, noun = reader.lexicon.order, trigger.form == "noun"
    if order == "SOV":
        return _of_post(reader, scene, trigger) if not noun or _office_before(scene, trigger) else None
    if order == "SVO":
        return _of_unnamed(reader, scene, trigger) if trigger.iri != _TAKING else None
    if noun and has_pronoun(scene.clause.sentence.words[trigger.last].text, reader.lexicon):
        # "His appointment": of somebody told before.
        return None
    left = _of_office_behind(reader, scene, trigger) if _is_leaving(trigger) and not noun else None
    return left or _of_unnamed(reader, scene, trigger)


def _is_leaving(trigger: Mention) -> bool:
    """Tell whether a trigger tells of anything but that the doer appoints."""
    return trigger.iri != TRIGGER + "appoint" or trigger.form == "passive"


def _role_beside(reader: EventReader, scene: Scene, trigger: Mention, mention: Mention) -> str:
    """Return the role of who is named beside a person appointed: the body, who appoints, or "" for neither."""
    position, taking = scene.clause.positions[mention], trigger.iri == _TAKING
    if is_modifier(mention, scene.clause):
        return ""
    if mention.kind == "person":
        # The office that is given stands before the verb.
        given = reader.lexicon.order == "SOV" and mention.form == "anaphor"
        # "The dismissal of X and the appointment of Y": who is named by another noun appoints nobody.
        other = trigger.form == "noun" and position not in ("subject", "by")
        # Who is succeeded appoints nobody.
        # "In place of X": he appoints nobody either.
        described = reader.lexicon.order == "SVO" and trigger.form != "noun" and position == "modifier"
        return "" if given or other or taking or described or position == "to" else "hasAppointer"
    owning = any(title.owner == mention.iri for title in scene.mentions.titles)
    if mention.kind == "organization" and (owning or taking or position != "subject"):
        return "concernsBody"
    return "hasAppointer" if mention.kind in ("state", "organization") and position != "to" else ""


def _by_titles(reader: EventReader, scene: Scene, event: Event, trigger: Mention, chosen: Mention) -> None:
    """Give an appointment the bodies and states of the offices that its clause, or else what follows it, names."""
    clause, owned = scene.clause, [title for title in scene.mentions.titles if title.owner]
    told = [t for t in owned if clause.first <= t.first <= clause.last]
    if trigger.iri in (TRIGGER + "appoint", _TAKING) and reader.lexicon.order == "SVO":
        # Who was named speaks and acts for the body from then on.
        reader.finder.offices[chosen.iri].update((t.office, t.owner) for t in told if not t.holder)
    later = [t for t in owned if not t.holder and t.first > clause.last]
    # "X was named, by a decree published today, head of …"
    for title in told or later[:1]:
        if title.owner.startswith(f"{ID}org/"):
            event.add(DD + "concernsBody", title.owner, title.span)
        elif not title.holder and not _is_leaving(trigger):
            # "The president of X appointed …": the article does not name who holds the office.
            event.add(DD + "hasAppointer", title.owner, title.span)


def named_in_accusative(reader: EventReader, scene: Scene) -> Event | None:
    """Read "X adviser to Y" without a verb, where the Arabic ending of the office says that X becomes it."""
    clause = scene.clause
    persons = [m for m in clause.entities if m.kind == "person" and m.first - clause.first <= 1]
    if reader.lexicon.order != "VSO" or not persons or clause.first:
        return None
    words, person = clause.sentence.words, persons[0]
    office = next((w for w in clause.words if w.kind == "office" and w.first == person.last + 1), None)
    if office is None or words[office.first].before.strip() or not words[office.first].text.endswith(ACCUSATIVE):
        return None
    event = start(reader, scene, {APPOINTMENT}, office._replace(iri=TRIGGER + "appoint"))
    event.add(DD + "hasAppointee", person.iri)
    for mention in clause.entities:
        if mention.first > office.last and mention.kind in ("state", "organization"):
            body = mention.kind == "organization"
            event.add(DD + ("concernsBody" if body else "hasAppointer"), mention.iri)
    if not any(reader.finder.is_official(agent) for agent in event.agents()):
        _by_context(reader, scene, event, office)
    return reader.settle(event)


def _of_unnamed(reader: EventReader, scene: Scene, trigger: Mention) -> Event | None:
    """Return the appointment or departure of somebody told only by office, and by body or state.

    "The governor of the bank resigned", "the cabinet put a lawyer in charge of the council": an office, or a verb that
    itself names one ("took the reins"), says that it is a post, and a public body or a state whose it is.
    """
    clause = scene.clause
    if any(w.kind in TEXT_KINDS and w.last == trigger.first - 1 for w in clause.words):
        # "Wants the bill stood down".
        return None
    before = trigger.iri != TRIGGER + "appoint" and trigger.form != "noun"
    titles = [t for t in scene.mentions.titles if clause.first <= t.first <= clause.last]
    owned = [t for t in titles if t.owner.startswith(f"{ID}org/") and (t.last < trigger.first or not before)]
    owner = owned[-1] if owned and not owned[-1].holder else None
    held = {i for t in titles if t.holder for i in range(t.first, t.last + 1)}
    posts = [w for w in clause.words if w.kind == "office" and w.first not in held]
    # "The whole board of the agency resigned."
    posts += [w for w in clause.words if w.iri == CUE + "organ"]
    naming = trigger.iri == TRIGGER + "appoint" and trigger.form == "verb"
    posts = [w for w in posts if not naming or w.first > trigger.last]
    idiom = trigger.form != "noun" and _is_idiom(reader, scene, trigger)
    bodies = [m for m in clause.entities if m.kind == "organization" and reader.finder.is_official(m.iri)]
    states = [m for m in clause.entities if m.kind == "state"]
    if scene.clause.sentence.headline and len(reader.finder.sentences) > 1:
        return None
    doers = [m for m in clause.entities if m.kind == "person" and naming and _names_somebody(scene, m, trigger)]
    official = any(reader.finder.is_official(m.iri) for m in doers)
    if owner is None and not ((posts or idiom) and (bodies or states or official)):
        return None
    event = start(reader, scene, {APPOINTMENT}, trigger)
    if owner is not None:
        event.add(DD + "concernsBody", owner.owner, owner.span)
        holder = reader.finder.holders.get((owner.office, owner.owner))
        if holder:
            event.add(DD + "hasAppointee", holder, owner.span)
    for body in bodies:
        acts = clause.positions[body] in ("subject", "by") and trigger.form != "noun"
        event.add(DD + ("hasAppointer" if acts else "concernsBody"), body.iri)
    for appointer in (*doers, *states):
        event.add(DD + "hasAppointer", appointer.iri)
    return reader.settle(event)


def _is_idiom(reader: EventReader, scene: Scene, trigger: Mention) -> bool:
    """Tell whether a verb is one of several words, of which only the first may stand here ("put … in charge")."""
    first = scene.clause.sentence.words[trigger.first].text
    if trigger.last > trigger.first:
        # "Was named", "has chosen" name no post.
        return tense(reader.lexicon, scene.clause, trigger) != CUE + "past"
    stems = {fold(first), *(analysis.stem for analysis in reader.lexicon.analyses(first))}
    entries = (entry for stem in stems for entry in reader.lexicon.entries.get(stem, ()))
    return not any(e.iri == trigger.iri and len(e.words) == 1 and not e.tail for e in entries)


def _of_office_behind(reader: EventReader, scene: Scene, trigger: Mention) -> Event | None:
    """Return the departure of who is told only by office, right behind the verb or governed by it ("ousted the …")."""
    if trigger.iri == TRIGGER + "appoint":
        return None
    words = scene.clause.sentence.words
    titles = [t for t in scene.mentions.titles if trigger.last < t.first <= scene.clause.last and t.owner]
    governed = trigger.iri == TRIGGER + "dismiss" and trigger.form == "verb"
    title = next((t for t in titles if t.first - trigger.last <= (_GOVERNED if governed else _RIGHT_BEHIND)), None)
    if title is None or title.holder or CUE + "to" in reader.lexicon.cues_of(words[title.first - 1].text):
        return None
    event = start(reader, scene, {APPOINTMENT}, trigger)
    role = "concernsBody" if title.owner.startswith(f"{ID}org/") else "hasAppointer"
    event.add(DD + role, title.owner, title.span)
    return reader.settle(event)


def _office_before(scene: Scene, noun: Mention) -> bool:
    """Tell whether a noun is said of an office right before it ("the resignation of the governor")."""
    return any(w.kind == "office" and 0 < noun.first - w.last <= _HELD for w in scene.clause.words)


def _of_post(reader: EventReader, scene: Scene, trigger: Mention) -> Event | None:
    """Return what happens to a post whose holder is not named, where verbs come last.

    "The governor of the bank was dismissed", "the cabinet gave her the helm of the council": the clause must name an
    office, besides that of the doer, or what else stands for a post.
    """
    clause = scene.clause
    taken = goes_on_with_post(reader, scene, trigger)
    if taken is not None:
        return taken
    doer = clause.cue("subject") if trigger.form != "passive" and trigger.iri != TRIGGER + "resign" else None
    since = doer.last if doer is not None else clause.first - 1
    offices = [w for w in clause.words if w.kind == "office" and since < w.first <= trigger.last]
    words = clause.sentence.words[trigger.first : trigger.last + 1]
    offices += reader.lexicon.find(Sentence(trigger.span, words), ("office",))
    told = offices or clause.cue("post") or any(_POST in reader.lexicon.cues_of(word.text) for word in words)
    talks = any(since < n.first and noun_types(reader, n) & {MEETING, VISIT} for n in scene.nouns)
    if not told or talks or clause.cue("envoy") is not None or clause.cue("firm") is not None:
        return None
    event = start(reader, scene, {APPOINTMENT}, trigger)
    for title in scene.mentions.titles:
        if not title.owner or title.first < clause.first or title.last >= trigger.first:
            continue
        if title.owner.startswith(f"{ID}org/") and title.first > since:
            event.add(DD + "concernsBody", title.owner, title.span)
        elif not title.holder:
            event.add(DD + "hasAppointer", title.owner, title.span)
    for mention in clause.entities:
        if mention.kind == "organization" and mention.first > since:
            event.add(DD + "concernsBody", mention.iri)
        elif mention.kind in ("state", "organization", "person") and clause.positions[mention] not in ("with", "to"):
            event.add(DD + "hasAppointer", mention.iri)
    if not event.arguments and scene.subject is not None:
        event.add(DD + ("hasAppointee" if _is_person(scene.subject) else "hasAppointer"), scene.subject.iri)
    if not any(reader.finder.is_official(agent) for agent in event.agents()):
        _by_context(reader, scene, event, trigger)
    return reader.settle(event)


def _by_context(reader: EventReader, scene: Scene, event: Event, trigger: Mention) -> None:
    """Add who appoints where only an office is told ("by the president"), or the body just created ("to lead it")."""
    if any(w.kind == "office" and w.iri in _APPOINTERS for w in scene.clause.words) and reader.finder.homes.main:
        event.add(DD + "hasAppointer", reader.finder.homes.main, scene.passage.span)
        return
    if trigger.iri == TRIGGER + "resign" and reader.lexicon.order == "SOV":
        # "Her predecessor resigned": from the post told last.
        add_post_told_last(reader, event)
        return
    created = reader.context.latest(ESTABLISHMENT)
    if created is None or trigger.iri not in (TRIGGER + "appoint", _TAKING):
        return
    for body in created.agents(DD + "concernsBody"):
        event.add(DD + "concernsBody", body)
    for state in sorted({reader.finder.state_of(agent) for agent in created.agents(DD + "hasAgent")} - {""}):
        event.add(DD + "hasAppointer", state)


def _names_post(scene: Scene) -> bool:
    """Tell whether a clause names an office or a body: "the inauguration of X" alone is told as a date."""
    named = [*scene.clause.words, *scene.clause.entities]
    beside = [m for m in scene.mentions.entities if m.last == scene.clause.first - 1]
    return any(mention.kind in ("office", "organization") for mention in [*named, *beside])


def _heads_an_event(reader: EventReader, scene: Scene) -> bool:
    """Tell whether what somebody heads is a meeting or a delegation, not a body."""
    nouns = [*scene.nouns, *scene.references]
    return scene.clause.cue("envoy") is not None or any(noun_types(reader, n) & {MEETING, VISIT} for n in nouns)


def _of_verb(reader: EventReader, scene: Scene, verb: Mention, persons: list[Mention]) -> Mention | None:
    """Return who is appointed or leaves by what a verb says: where it names nobody, the doer spoken of."""
    if scene.pronoun is not None and verb.iri != _TAKING:
        return scene.pronoun if _is_person(scene.pronoun) else None
    if not persons and reader.lexicon.order != "SVO":
        leaving = verb.iri == TRIGGER + "resign" or verb.form == "passive" or scene.clause.opener == CUE + "which"
        doer = scene.subject or (reader.context.subject if inherits(reader, scene.clause) else None)
        return doer if leaving and doer is not None and doer.kind == "person" else None
    if reader.lexicon.order == "SOV":
        return _of_last_verb(reader, scene, verb, persons)
    if not persons and verb.form == "passive" and verb.last - scene.clause.first <= 1:
        # "Named head of the commission in May, X promised …"
        return next((m for m in scene.mentions.entities if m.kind == "person" and m.first > scene.clause.last), None)
    objects = [m for m in persons if scene.clause.positions[m] == "object"]
    if verb.iri == _TAKING:
        by = "by" if verb.form == "passive" else "subject"
        doers = [m for m in persons if scene.clause.positions[m] == by]
        spoken = scene.subject if _is_person(scene.subject) else None
        return next(iter(doers), None) or spoken or next(iter(persons[-1:]), None)
    behind = [m for m in persons if m.first > verb.last]
    if verb.iri == TRIGGER + "dismiss" and verb.form == "verb" and behind:
        return behind[0]
    if verb.iri != TRIGGER + "appoint" or verb.form == "passive":
        beside = [m for m in persons if m.last < verb.first] if verb.form == "passive" else []
        objects = beside or objects or persons
        return objects[0] if objects else None
    if reader.lexicon.order == "SVO":
        # "X swore in the first commissioner": who stands before the verb appoints.
        persons = [m for m in persons if not _names_somebody(scene, m, verb)]
        # "Designó a X en reemplazo de Y": Y is only described.
        named = [m for m in persons if scene.clause.positions[m] == "to" and m.first > verb.last]
        objects = objects or (named if reader.lexicon.drops_pronouns else [])
    return next(iter(objects or persons[-1:]), None)


def _names_somebody(scene: Scene, person: Mention, verb: Mention) -> bool:
    """Tell whether a person before an active verb is its doer."""
    return person.last < verb.first and scene.clause.positions[person] == "subject"


def _is_person(mention: Mention | None) -> bool:
    return mention is not None and mention.kind == "person"


def _of_last_verb(reader: EventReader, scene: Scene, verb: Mention, persons: list[Mention]) -> Mention | None:
    """Return whom a verb at the end names: who has the particle of the object, never who appoints.

    The office that is given points back to nobody.
    """
    positions = scene.clause.positions
    named = [m for m in persons if m.form != "anaphor"] or persons
    objects = [m for m in named if positions[m] == "to"] or [m for m in named if positions[m] == "object"]
    if objects or verb.form == "passive" or verb.iri == TRIGGER + "resign":
        return next(iter(objects or [m for m in named if m.last < verb.first] or named), None)
    doers = {m.iri for m in named if positions[m] in ("subject", "by")}
    others = [m for m in named if m.iri not in doers]
    if not others and doers:
        # "X appointed him": the person told of before.
        before = [m for m in scene.mentions.entities if m.kind == "person" and m.last < scene.clause.first]
        spoken = reader.context.subject
        others = [m for m in reversed(before) if m.iri not in doers]
        others += [spoken] if spoken is not None and spoken.kind == "person" and spoken.iri not in doers else []
    return next(iter(others or persons[-1:]), None)


def _of_noun(reader: EventReader, scene: Scene, noun: Mention, persons: list[Mention]) -> Mention | None:
    """Return whose appointment or resignation a noun is."""
    if reader.lexicon.order == "SOV":
        named = [m for m in reversed(persons) if 0 < noun.first - m.last <= _NAMED]
    else:
        named = [m for m in persons if 0 < m.first - noun.last <= _NAMED]
        # "X's appointment".
        words, owning = scene.clause.sentence.words, reader.lexicon.genitives
        named = [m for m in persons if m.last == noun.first - 2 and words[m.last + 1].text in owning] or named
        if noun.iri == TRIGGER + "in-line":
            # "X, the likeliest to head …"
            named = named or [m for m in reversed(persons) if m.last < noun.first]
    if named:
        return named[0]
    text = scene.clause.sentence.words[noun.last].text
    joined = any(analysis.possessive for analysis in reader.lexicon.analyses(text))
    joined = joined or any(w.iri == POSSESSIVE and w.last == noun.first - 1 for w in scene.clause.words)
    cues = reader.lexicon.cues_of(scene.clause.sentence.words[noun.first].text)
    joined = joined or (noun.last > noun.first and POSSESSIVE in cues)
    doer = scene.subject or reader.context.subject
    if joined and doer is None:
        # "In his first words since his appointment, X said …"
        doer = next((m for m in scene.mentions.entities if m.kind == "person" and m.first > noun.last), None)
    return doer if joined and doer is not None and doer.kind == "person" else None
