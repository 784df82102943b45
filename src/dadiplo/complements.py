"""What a clause tells by its verb, and by the infinitive right behind it: promised, refused, agreed or decided acts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import dadiplo.journeys
import dadiplo.outcomes
import dadiplo.speeches  # noqa: F401
from dadiplo.frames import deciding, read_verb
from dadiplo.lexicon import CUE
from dadiplo.model import Event, Mention
from dadiplo.readings import is_verb
from dadiplo.relevance import ACTS
from dadiplo.resources import DD, VOCAB
from dadiplo.scenes import Scene, is_infinitive, noun_types, start
from dadiplo.terms import ACTUAL, AGREEMENT, MEASURE, MEETING, NOUN_EVENTS, PLANNED, STATEMENT, TRIGGER
from dadiplo.voices import own

if TYPE_CHECKING:
    from dadiplo.events import EventReader

_AGREE, _REJECT = TRIGGER + "agree", TRIGGER + "reject"
#: Verbs whose complement is an act of its own, with the modality they give it.
_GIVING = {TRIGGER + name for name in ("promise", "propose", "deny")} | {_AGREE, _REJECT}
#: Verbs by which somebody speaks for or against what others may do.
_WISHES = {TRIGGER + name for name in ("urge", "oppose", "support", "praise")}
#: What parliaments and governments do with a text that need not be called a law.
_ON_TEXTS = {TRIGGER + name for name in ("enact", "introduce", "fail", "postpone", "amend", "veto", "reject")}
_PARLIAMENT = VOCAB + "body-kind/parliament"
_BILL = VOCAB + "measure-kind/bill"
_SEVERAL = 2
#: Verbs that say nothing but that talks or an accord took place.
_HOLDING = (TRIGGER + "hold", TRIGGER + "celebrate")
_RELATIVE = (CUE + "which", CUE + "that")
#: What tells whose view something is, and how many small words can stand behind it.
_FOR = CUE + "view-of"
_VIEWS = (_FOR, CUE + "according-to")
_SMALL = 3
#: How many words behind "of" the speaker of a statement without a verb can stand.
_SPEAKER_REACH = 7
#: What a noun says at the head of a sentence without a verb.
_SPOKEN = {TRIGGER + name for name in ("praise", "warn", "urge", "deny", "support", "reject", "promise")}


def read_verbs(reader: EventReader, scene: Scene) -> list[Event]:
    """Return what the verb of a clause tells, and the infinitive right behind it ("agreed to create …").

    Refusing an act is that act, denied; what one side alone agrees to do is decided, and what two agree to sign is not
    another agreement.
    """
    verb = scene.clause.verb
    if verb is None:
        view = _view(reader, scene) or _verbless(reader, scene)
        return [view] if view is not None else []
    _texts(reader, scene, verb)
    if _only_wished(reader, scene, verb):
        return []
    second = _infinitive_behind(reader, scene, verb)
    act = read_verb(reader, scene, second) if second is not None else None
    if act is not None:
        alone = verb.iri == _AGREE and len(reader.sides(act)) < _SEVERAL
        if verb.iri == _REJECT or alone or (verb.iri == _AGREE and act.type == AGREEMENT):
            return [act]
    # Of verbs spelled alike the first that tells of something ("sent a bill", "sent a delegation").
    alike = (w for w in scene.clause.words if (w.first, w.last) == (verb.first, verb.last) and is_verb(w))
    held = _held_before(reader, scene, verb)
    if held:
        return [told for told in (read_verb(reader, scene, verb._replace(iri=held)),) if told is not None]
    event = next((told for word in alike if (told := read_verb(reader, scene, word)) is not None), None)
    return [told for told in (event, act) if told is not None]


def _held_before(reader: EventReader, scene: Scene, verb: Mention) -> str:
    """Return the trigger that "held" stands for behind what is held ("la reunión que mantuvieron X e Y")."""
    clause = scene.clause
    if verb.iri not in _HOLDING or clause.opener not in _RELATIVE or not reader.lexicon.drops_pronouns:
        return ""
    before = [w for w in scene.mentions.words if w.form == "noun" and 0 < clause.first - w.last <= _SMALL]
    types = {cls for w in before for cls in noun_types(reader, w)}
    return TRIGGER + "meet" if MEETING in types else TRIGGER + "conclude" if AGREEMENT in types else ""


def _view(reader: EventReader, scene: Scene) -> Event | None:
    """Read "for the senator X, …", "according to Y, “…”" as a statement where the sentence quotes or tells no act."""
    clause, mentions = scene.clause, scene.mentions
    cue = next((w for w in clause.words if w.iri in _VIEWS and w.first - clause.first <= 1), None)
    if cue is None or not reader.lexicon.drops_pronouns:
        return None
    holders = {t.holder for t in mentions.titles if t.holder and 0 < t.first - cue.last <= _SMALL}
    named = [
        m for m in clause.entities if m.iri in holders or (m.kind == "organization" and m.first - cue.last <= _SMALL)
    ]
    speaker = next((m for m in named if m.first > cue.last and reader.finder.is_official(m.iri)), None)
    if speaker is None or (cue.iri == _FOR and speaker.kind != "person"):
        return None
    words = clause.sentence.words
    parted = speaker.last + 1 < len(words) and "," in words[speaker.last + 1].before
    quoted = any(quote.start > speaker.span.end for quote in mentions.quotes)
    acts = any(is_verb(w) for w in mentions.words)
    topic = any(w.kind == "topic" for w in mentions.words)
    if not parted or not (quoted or (topic and not acts)):
        return None
    event = start(reader, scene, {STATEMENT}, cue)
    event.modality, event.passages = ACTUAL, [own(clause.span)]
    event.add(DD + "hasSpeaker", speaker.iri, speaker.span)
    reader.voices.speaker = speaker.iri
    return reader.settle(event)


def _verbless(reader: EventReader, scene: Scene) -> Event | None:
    """Read "a warning by the bank of …", "Egyptian praise for …" at the head of a sentence without a verb."""
    clause = scene.clause
    if reader.lexicon.order != "VSO" or clause.sentence.headline or not clause.cue("of"):
        return None
    noun = next((w for w in clause.words_in("noun") if w.iri in _SPOKEN and w.first == clause.first == 0), None)
    if noun is None:
        return None
    by = next((w for w in clause.words if w.iri == CUE + "of" and 0 < w.first - noun.last <= _SMALL), None)
    named = [m for m in clause.in_position("of", "by") if by is not None and 0 < m.first - by.last <= _SPEAKER_REACH]
    persons = [
        m for m in clause.entities if m.kind == "person" and by is not None and m.first - by.last <= _SPEAKER_REACH
    ]
    speakers = [m for m in [*persons, *named] if reader.finder.is_official(m.iri)]
    if not speakers:
        return None
    event = start(reader, scene, {STATEMENT}, noun)
    event.modality = ACTUAL
    event.add(DD + "hasSpeaker", speakers[0].iri, speakers[0].span)
    return reader.settle(event)


def _infinitive_behind(reader: EventReader, scene: Scene, verb: Mention) -> Mention | None:
    """Return the infinitive of an act right behind a verb that promises, refuses or agrees to do it."""
    if verb.iri not in _GIVING or not reader.lexicon.tenses:
        return None
    second = next((w for w in scene.clause.words if is_verb(w) and w.first == verb.last + 1), None)
    if second is None or not is_infinitive(reader.lexicon, scene.clause, second):
        return None
    return None if STATEMENT in reader.lexicon.values(second.iri, DD + "evokes") else second


def _only_wished(reader: EventReader, scene: Scene, verb: Mention) -> bool:
    """Tell whether an act is only what somebody asks others for ("urged X to ban it"): with a bill it is planned."""
    before = scene.previous
    if before is None or before.type != STATEMENT or before.trigger not in _WISHES or not reader.lexicon.tenses:
        return False
    clause = scene.clause
    asked = clause.opener == CUE + "that" or is_infinitive(reader.lexicon, clause, verb)
    if not asked or not reader.lexicon.values(verb.iri, DD + "evokes") <= set(ACTS):
        return False
    scene.complement = scene.complement or PLANNED
    return not any(noun.kind in NOUN_EVENTS for noun in [*scene.nouns, *scene.references])


def _texts(reader: EventReader, scene: Scene, verb: Mention) -> None:
    """Read "the text", "the initiative" that a parliament votes on as the bill it is."""
    if verb.iri not in _ON_TEXTS:
        return
    inside = scene.clause.sentence.words[verb.first + 1 : verb.last + 1]
    named = any(CUE + "draft-text" in reader.lexicon.cues_of(word.text) for word in inside)
    cue = verb if named else scene.clause.cue("draft-text")
    if cue is None or not (deciding(reader, scene) or _lapses(reader, scene, verb, cue)):
        return
    if not any(noun_types(reader, noun) & {MEASURE} for noun in [*scene.nouns, *scene.references]):
        scene.nouns.append(cue._replace(iri=_BILL, kind="measure-kind", form="noun"))


def _lapses(reader: EventReader, scene: Scene, verb: Mention, text: Mention) -> bool:
    """Tell whether a text fails by itself ("the initiative lapsed") in an article that names a parliament."""
    if verb.iri != TRIGGER + "fail" or verb is text or scene.clause.in_position("subject", "by"):
        return False
    known = (reader.lexicon.value(iri, DD + "bodyKind") for iri in reader.finder.records)
    told = (
        value for record in reader.finder.records.values() for prop, value in record.facts if prop == DD + "bodyKind"
    )
    return _PARLIAMENT in {*known, *told}
