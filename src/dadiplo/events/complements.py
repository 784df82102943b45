"""What a clause tells by its verb, and by the infinitive right behind it: promised, refused, agreed or decided acts."""

from __future__ import annotations

from collections.abc import Set
from typing import TYPE_CHECKING

# These modules register their readers of verbs.
import dadiplo.events.creations
import dadiplo.events.dismissals
import dadiplo.events.journeys
import dadiplo.events.outcomes
import dadiplo.events.talks  # noqa: F401
from dadiplo.clauses.scenes import Scene, noun_types
from dadiplo.clauses.tenses import is_gerund, is_infinitive
from dadiplo.clauses.wordorder import says
from dadiplo.events.decisions import read_texts
from dadiplo.events.frames import read_verb
from dadiplo.events.relevance import ACTS
from dadiplo.events.verbless import read_without_verb
from dadiplo.lexicon import CUE
from dadiplo.mentions.readings import RELATIVE_CUES, is_verb
from dadiplo.model import Event, Mention
from dadiplo.resources import DD
from dadiplo.terms import AGREEMENT, APPOINTMENT, MEETING, NOUN_EVENTS, PLANNED, STATEMENT, TRIGGER

if TYPE_CHECKING:
    from dadiplo.events.reader import EventReader

_AGREE, _REJECT, _ENACT, _PROPOSE, _COOPERATE, _DENY = (
    TRIGGER + name for name in ("agree", "reject", "enact", "propose", "cooperate", "deny")
)
#: Verbs whose complement is an act of its own, with the modality they give it.
_GIVING = {TRIGGER + name for name in ("promise", "propose", "deny")} | {_AGREE, _REJECT, _ENACT}
#: Verbs whose gerund is an act that is not done.
_DENYING = {_REJECT, _DENY}
#: Verbs by which somebody speaks for or against what others may do.
_WISHES = {TRIGGER + name for name in ("urge", "oppose", "support", "praise")}
_SEVERAL = 2
#: Verbs that say nothing but that talks or an accord took place.
_HOLDING = (TRIGGER + "hold", TRIGGER + "celebrate")
#: How many words before a relative clause what is held can stand.
_ANTECEDENT = 3


def read_verbs(reader: EventReader, scene: Scene) -> list[Event]:
    """Return what the verb of a clause tells, and the infinitive right behind it ("agreed to create …").

    Refusing an act is that act, denied; what one side alone agrees to do is decided, and what two agree to sign is not
    another agreement.
    """
    verb = scene.clause.verb
    if verb is None or any(verb.span in quote for quote in scene.mentions.quotes):
        statements = read_without_verb(reader, scene)
        if statements and verb is not None and reader.lexicon.order == "VSO":
            # "X to reporters: “We did not buy”".
            return [*statements, *filter(None, [read_verb(reader, scene, verb)])]
        if statements or verb is None or _says_in_quotation(reader, scene, verb):
            return statements
    read_texts(reader, scene, verb)
    if _only_wished(reader, scene, verb):
        return []
    second = _infinitive_behind(reader, scene, verb) or _gerund_behind(reader, scene, verb)
    if second is not None and verb.iri == _AGREE and second.iri == _COOPERATE:
        # "Agreed to supervise together": that is the accord.
        second = None
    act = read_verb(reader, scene, second) if second is not None else None
    if act is not None:
        alone = verb.iri == _AGREE and len(reader.sides(act)) < _SEVERAL
        gerund = second is not None and is_gerund(reader.lexicon, scene.clause.sentence.words[second.first].text)
        if (verb.iri in (_REJECT, _PROPOSE) and not gerund) or alone or (verb.iri == _AGREE and act.type == AGREEMENT):
            return [act]
    # Of verbs spelled alike the first that tells of something ("sent a bill", "sent a delegation").
    alike = [w for w in scene.clause.words if (w.first, w.last) == (verb.first, verb.last) and is_verb(w)]
    if len(alike) > 1 and reader.lexicon.order == "VSO":
        alike.sort(key=lambda word: not _told_of(reader, scene, word))
    held = _held_before(reader, scene, verb)
    if held:
        return [told for told in (read_verb(reader, scene, verb._replace(iri=held)),) if told is not None]
    event = next((told for word in alike if (told := read_verb(reader, scene, word)) is not None), None)
    if event is not None and event.type == APPOINTMENT:
        # "Was dismissed by decree".
        cues_of, words = reader.lexicon.cues_of, scene.clause.sentence.words
        scene.used.update(
            n for n in scene.nouns if n.kind == "measure-kind" and CUE + "by" in cues_of(words[n.first].text)
        )
    return [told for told in (event, act) if told is not None]


def _says_in_quotation(reader: EventReader, scene: Scene, verb: Mention) -> bool:
    """Tell whether an English verb of saying inside a quotation has no doer by name ("I shall put it back …")."""
    western = reader.lexicon.order == "SVO" and not reader.lexicon.drops_pronouns
    return western and says(verb, reader.lexicon) and not scene.clause.in_position("subject", "by")


def _told_of(reader: EventReader, scene: Scene, verb: Mention) -> bool:
    """Tell whether the noun behind a verb is one that it tells of ("saw the light": a law, an agreement, a body)."""
    noun = next(
        (n for n in scene.clause.words if n.form == "noun" and n.first > verb.last and noun_types(reader, n)), None
    )
    return noun is not None and bool(noun_types(reader, noun) & reader.lexicon.values(verb.iri, DD + "evokes"))


def _held_before(reader: EventReader, scene: Scene, verb: Mention) -> str:
    """Return the trigger that "held" stands for behind what is held ("la reunión que mantuvieron X e Y")."""
    clause = scene.clause
    if verb.iri not in _HOLDING or clause.opener not in RELATIVE_CUES:
        return ""
    before = [w for w in scene.mentions.words if w.form == "noun" and 0 < clause.first - w.last <= _ANTECEDENT]
    types = {cls for w in before for cls in noun_types(reader, w)}
    return TRIGGER + "meet" if MEETING in types else TRIGGER + "conclude" if AGREEMENT in types else ""


def _infinitive_behind(reader: EventReader, scene: Scene, verb: Mention) -> Mention | None:
    """Return the infinitive of an act right behind a verb that promises, refuses or agrees to do it."""
    if verb.iri not in _GIVING or not reader.lexicon.tenses:
        return None
    # "Negó haber comprado": one label can end with the auxiliary with which the other begins.
    verbs = [w for w in scene.clause.words if is_verb(w) and w.first >= verb.last and w.last > verb.last]
    second = next((w for w in verbs if w.first > verb.first), None)
    if second is None or not set(range(verb.last + 1, second.first)) <= _adverbs(scene):
        return None
    if not is_infinitive(reader.lexicon, scene.clause, second) and not _perfect(reader, scene, second):
        return None
    if STATEMENT in reader.lexicon.values(second.iri, DD + "evokes"):
        return None
    return second._replace(first=max(second.first, verb.last + 1))


def _perfect(reader: EventReader, scene: Scene, verb: Mention) -> bool:
    """Tell whether a verb is an infinitive of what was done ("haber comprado")."""
    word = scene.clause.sentence.words[verb.first].text
    return verb.last > verb.first and any(
        cue == CUE + "infinitive" and word.endswith(letters) for cue, letters in reader.lexicon.tenses
    )


def _gerund_behind(reader: EventReader, scene: Scene, verb: Mention) -> Mention | None:
    """Return the gerund of an act right behind an English verb that rules out or denies it ("ruled out buying …")."""
    if verb.iri not in _DENYING or reader.lexicon.order != "SVO" or reader.lexicon.drops_pronouns:
        return None
    second = next((w for w in scene.clause.words if is_verb(w) and w.first == verb.last + 1), None)
    if second is None or not is_gerund(reader.lexicon, scene.clause.sentence.words[second.first].text):
        return None
    return None if STATEMENT in reader.lexicon.values(second.iri, DD + "evokes") else second


def _adverbs(scene: Scene) -> Set[int]:
    """Return the words that may stand between a verb and its infinitive ("proposed on Monday to …")."""
    inserted = {w.first for w in scene.clause.words if w.iri == CUE + "inserted"}
    articles = {i - 1 for i in scene.clause.timed}
    return scene.clause.timed | inserted | articles


def _only_wished(reader: EventReader, scene: Scene, verb: Mention) -> bool:
    """Tell whether an act is only what somebody asks others for ("urged X to ban it"): with a bill it is planned."""
    before = scene.previous
    if before is None or before.type != STATEMENT or before.trigger not in _WISHES or not reader.lexicon.tenses:
        return False
    clause = scene.clause
    asked = clause.opener == CUE + "that" or is_infinitive(reader.lexicon, clause, verb)
    evoked = reader.lexicon.values(verb.iri, DD + "evokes")
    if not asked or not evoked <= {*ACTS, AGREEMENT}:
        return False
    scene.complement = scene.complement or PLANNED
    if evoked == {AGREEMENT}:
        # "Invited X to join a trial": what it is asked to do is still to come.
        return False
    return not any(noun.kind in NOUN_EVENTS for noun in [*scene.nouns, *scene.references])
