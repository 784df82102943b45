"""With whom a clause goes on that names no doer of its own: the one before, one before a relative, or a pronoun's."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection
from typing import TYPE_CHECKING

from dadiplo.affixes import ACCUSATIVE
from dadiplo.clauses.strangers import somebody_speaks, stranger_before
from dadiplo.clauses.tenses import tense
from dadiplo.clauses.wordorder import leaves_doer_unsaid, says
from dadiplo.folding import fold
from dadiplo.lexicon import CUE, Lexicon
from dadiplo.mentions.readings import RELATIVE_CUES, Clause, SentenceMentions
from dadiplo.model import Mention, Sentence, Span
from dadiplo.resources import DD, ID
from dadiplo.terms import ANNOUNCEMENT, DIRECT, MEASURE, STATEMENT

if TYPE_CHECKING:
    from dadiplo.clauses.scenes import Scene
    from dadiplo.events.reader import EventReader

_UNNAMED = CUE + "unnamed-source"
_DOING = {CUE + name for name in ("pronoun", "envoy", "both-sides", "a-state", "unnamed-source", "firm", "market")}
_GENDERS = {CUE + "feminine", CUE + "masculine"}
_SOMEBODY = (_UNNAMED, CUE + "envoy")
#: How many words before a verb that goes on with the doer before.
_OPENING = 4
#: How many words from the verb "the official" can stand.
_BESIDE = 4
#: How many words from its verb a state can stand that speaks.
_DOER = 2


def inherits(reader: EventReader, clause: Clause) -> bool:
    """Tell whether a clause without a doer of its own has that of the clause before.

    It has not where a word that the lexicon does not know stands before its verb ("analysts say"), or where
    a particle marks a doer.
    """
    lexicon = reader.lexicon
    if clause.verb is None:
        return True
    if lexicon.order == "VSO":
        # "The law, which recognises …": what stands before the relative does so, not the doer before.
        strange = stranger_before(lexicon, clause, clause.verb)
        return clause.opener != CUE + "which" and not strange and not _names_doer(lexicon, clause)
    if lexicon.drops_pronouns and says(clause.verb, lexicon) and _inserted(lexicon, clause, clause.verb):
        return True
    if lexicon.order == "SOV":
        if clause.first == 0 and clause.cue("subject") is None and _is_participle(clause, clause.verb):
            # "Speaking at the ceremony, X said": X spoke.
            return False
        return clause.cue("subject") is None or points_back_to_doer(reader, clause)
    doing = (m for m in clause.entities if m.form == "demonym" and clause.positions.get(m) == "subject")
    if any(m.last < clause.verb.first for m in doing):
        # "The Brazilians told them …"
        return False
    named = {i for m in clause.entities for i in range(m.first, m.last + 1)}
    known = {i for m in clause.words if _no_doer(m, named) for i in range(m.first, m.last + 1)} | named
    if _is_relative(lexicon, clause):
        # "A brewer that had signed": not who was the doer before.
        return False
    if lexicon.drops_pronouns:
        return leaves_doer_unsaid(clause, known | clause.timed, lexicon) and not _of_thing(reader, clause)
    if clause.opener == CUE + "that" and clause.verb.first == clause.first + 1:
        # "A brewer and a telephone company that had signed …".
        return False
    return all(index in known for index in range(clause.first, clause.verb.first))


def _is_participle(clause: Clause, verb: Mention) -> bool:
    return any(w.iri == CUE + "participle" and w.first == verb.last + 1 for w in clause.words)


def points_back_to_doer(reader: EventReader, clause: Clause) -> bool:
    """Tell whether the doer is that of the sentence before, for whom a pronoun stands, or the verb without one."""
    lexicon = reader.lexicon
    if lexicon.drops_pronouns and clause.verb is not None and clause.verb.form == "verb":
        doers, words = clause.in_position("subject"), clause.sentence.words
        person = clause.cue("that-person")
        named = person and person.first and CUE + "definite" in lexicon.cues_of(words[person.first - 1].text)
        if named and person and not doers and abs(person.first - clause.verb.last) <= _BESIDE:
            # "…", the official said.
            return True
        return clause.first == 0 and not doers and inherits(reader, clause)
    if lexicon.order == "VSO":
        return not _names_doer(lexicon, clause) and _goes_on_with_verb(clause, lexicon)
    pronoun, doer = clause.cue("pronoun"), clause.cue("subject")
    if pronoun is not None and doer is not None:
        # Where a particle marks the doer, it marks the pronoun or somebody else.
        return doer.first == pronoun.last + 1
    if somebody_speaks(lexicon, clause):
        # "… will be on it," a shopkeeper said.
        return False
    return pronoun is not None and (clause.verb is None or pronoun.first < clause.verb.first)


def before_relative(lexicon: Lexicon, clause: Clause, mentions: SentenceMentions) -> Mention | None:
    """Return the agent right before a relative clause that has no doer of its own."""
    if lexicon.order == "SOV":
        return _marked_antecedent(clause, mentions)
    if clause.opener != CUE + "which" and not _is_relative(lexicon, clause):
        return None
    # A part without a predicate can stand before the relative in one clause.
    at = next((w.first for w in clause.words if w.iri == clause.opener), clause.first)
    beside = [m for m in mentions.entities if m.last == at - 1 and m.kind != "place"]
    if lexicon.order == "SVO":
        # "… and Y, who flew in on Sunday": Y alone did; bodies and states before "which" may only be owners.
        held = {t.holder for t in mentions.titles for m in beside if t.owner == m.iri and t.last >= m.first}
        named = [m for m in mentions.entities if m.last < at and m.iri in held]
        speaking = clause.verb is not None and says(clause.verb, lexicon)
        # "Handed to the ministry, which says …": who speaks is no owner.
        bodies = [m for m in beside if m.kind == "organization"] if speaking else []
        # "X, the finance minister, who flew in on Sunday".
        told = {t.holder for t in mentions.titles if t.last == at - 1}
        holders = [m for m in mentions.entities if m.last < at and m.iri in told]
        beside = [m for m in beside if m.kind == "person"] or named[-1:] or holders[-1:] or bodies
    return beside[0] if beside else None


def meant_by_doer_pronoun(
    reader: EventReader, clause: Clause, latest: Mention | None, partners: tuple[Mention, ...]
) -> tuple[Mention | None, tuple[Mention, ...]]:
    """Return for whom a pronoun before the verb stands, and who else is the doer together with him.

    "He" is a person, "it" is none, and "they" are all the doers of the sentence before.
    """
    context = reader.context
    doer = latest or context.subject
    pronoun = clause.cue("pronoun")
    if pronoun is None or reader.lexicon.order == "VSO":
        return doer, partners
    cues = reader.lexicon.cues_of(clause.sentence.words[pronoun.first].text)
    if doer is None:
        return (context.person if CUE + "personal" in cues and not reader.lexicon.drops_pronouns else None), partners
    if reader.lexicon.order == "SOV":
        speaks = clause.verb is not None and says(clause.verb, reader.lexicon)
        personal = speaks and CUE + "personal" in cues and doer.kind != "person"
        return (context.person or doer if personal else doer), partners
    if CUE + "plural" in cues:
        return doer, partners or (context.partners if latest is None else ())
    if CUE + "personal" in cues:
        return _of_gender(reader, doer if doer.kind == "person" else context.person, pronoun, cues), ()
    if clause.verb is not None and clause.verb.form == "passive" and not says(clause.verb, reader.lexicon):
        # "It was initialled": a thing.
        return None, ()
    return (doer if doer.kind != "person" else context.body or doer), ()


def _is_relative(lexicon: Lexicon, clause: Clause) -> bool:
    """Tell whether nothing stands between "that" and its verb, so that it is the doer ("a firm that has signed")."""
    verb = clause.verb
    if lexicon.order != "SVO" or lexicon.drops_pronouns or clause.opener != CUE + "that" or verb is None:
        return False
    between = {i for w in clause.words if w.kind == "cue" for i in range(w.first, w.last + 1)}
    between -= {w.first for w in clause.words if w.iri in _DOING}
    small = (i for i in range(clause.first + 1, verb.first) if i not in between)
    return not any(m.first < verb.first for m in clause.entities) and all(
        fold(clause.sentence.words[i].text) in lexicon.inserted for i in small
    )


def _of_gender(reader: EventReader, person: Mention | None, pronoun: Mention, cues: Collection[str]) -> Mention | None:
    """Return a person, or the one named last who can be meant if a word before the name says that "he" is no "she"."""
    wanted = _GENDERS & set(cues)
    if person is None or not wanted or _genders(reader, person.iri) <= wanted:
        return person
    for _, iri in reader.finder.namings.before(pronoun.span.start):
        if iri.startswith(ID + "person/") and _genders(reader, iri) <= wanted:
            return person._replace(iri=iri)
    return None


def _genders(reader: EventReader, person: str) -> set[str]:
    """Return the genders that words before a person's name tell ("Mrs X", "Congressman Y")."""
    if person not in reader.genders:
        record = reader.finder.records.get(person)
        before = (_word_before(reader, span) for span in (record.mentions if record is not None else ()))
        reader.genders[person] = {cue for word in before for cue in reader.lexicon.cues_of(word)} & _GENDERS
    return reader.genders[person]


def _word_before(reader: EventReader, span: Span) -> str:
    """Return the word of its sentence before a span, or an empty string."""
    number = reader.finder.sentence_around(span)
    words = reader.finder.sentences[number].words if number is not None else ()
    at = bisect_left(words, span.start, key=lambda word: word.span.start)
    return words[at - 1].text if 0 < at < len(words) and words[at].span.start == span.start else ""


def meant_by_object_pronoun(reader: EventReader, clause: Clause) -> Mention | None:
    """Return the doer of the sentence before if a pronoun right before the verb stands for him ("lo nombró X")."""
    verb, doer = clause.verb, reader.context.subject
    if verb is None or doer is None or verb.form != "verb":
        return None
    words = clause.sentence.words[max(verb.first - 1, 0) : verb.first + 1]
    if not any(CUE + "object-pronoun" in reader.lexicon.cues_of(word.text) for word in words):
        return None
    others = all(mention.iri != doer.iri for mention in clause.entities)
    return doer if others and clause.in_position("subject", "by") else None


def goes_on_speaking(reader: EventReader, scene: Scene, doer: str) -> bool:
    """Tell whether who speaks on was named, or spoke, in the paragraph, for its first sentence in the last one.

    "He says" further on is, where verbs come first, somebody whom nobody has to know.
    """
    if reader.lexicon.order != "VSO" or scene.voice.attribution == DIRECT:
        return True
    text, at = reader.document.text, scene.clause.sentence.span.start
    since = text.rfind("\n", 0, at) + 1
    if not text[since:at].strip():
        since = text.rfind("\n", 0, len(text[:since].rstrip())) + 1
    before = Span(since, scene.clause.span.end)
    spoken = (e for e in reversed(reader.context.of_type(STATEMENT)) if any(p.span in before for p in e.passages))
    return doer in reader.finder.namings.inside(before) or any(doer in e.agents(DD + "hasSpeaker") for e in spoken)


def only_a_state(reader: EventReader, scene: Scene, verb: Mention, speakers: list[str]) -> bool:
    """Tell whether nobody but a state is said to speak that does not stand right beside an Arabic verb as its doer."""
    if reader.lexicon.order != "VSO" or not all(speaker.startswith(f"{ID}state/") for speaker in speakers):
        return False
    if ANNOUNCEMENT in reader.lexicon.values(verb.iri, DD + "evokes"):
        # "The state goes on, as it announced the creation of …".
        return False
    doing = [m for m in scene.clause.entities if m.kind == "state" and m.form != "demonym" and not m.cues]
    return not any(0 < m.first - verb.last <= _DOER or 0 < verb.first - m.last <= _DOER for m in doing)


def described_by(clause: Clause) -> Mention | None:
    """Return whom a participle between commas describes, the doer of what follows ("X, named in May, promised …")."""
    verb = clause.verb
    if verb is None or verb.form != "passive" or verb.last > verb.first or clause.first:
        return None
    if not clause.sentence.words[verb.first].after_comma:
        return None
    return next((m for m in clause.entities if m.last < verb.first and m.kind in ("person", "organization")), None)


def _of_thing(reader: EventReader, clause: Clause) -> bool:
    """Tell whether what a verb of saying says is a thing right before its clause ("the agency that liberals call for").

    Behind the verb of saying itself, or a time, "que" opens what is said.
    """
    lexicon, index = reader.lexicon, clause.first - 1
    if clause.verb is None or clause.opener not in RELATIVE_CUES or index < 0:
        return False
    ruling = lexicon.values(clause.verb.iri, DD + "evokes") == {MEASURE}
    if not says(clause.verb, lexicon) and not (ruling and tense(lexicon, clause, clause.verb) == CUE + "present"):
        return False
    word = clause.sentence.words[index]
    small = lexicon.is_common(word.text) or bool(lexicon.cues_of(word.text)) or index in clause.timed
    meant = any(w.form == "verb" for w in lexicon.find(Sentence(word.span, (word,)), ("trigger",)))
    return not small and not meant


def _inserted(lexicon: Lexicon, clause: Clause, verb: Mention) -> bool:
    """Tell whether a verb of saying without its doer is put between commas ("the post, she said, …")."""
    words = clause.sentence.words
    behind = lexicon.cues_of(words[verb.last + 1].text) if verb.last + 1 < len(words) else ()
    past = tense(lexicon, clause, verb) == CUE + "past"
    return past and words[verb.first].after_comma and CUE + "that" not in behind


def _no_doer(word: Mention, named: set[int]) -> bool:
    """Tell whether a word speaks of nobody: an office or a body without a name ("parliament said") is somebody else."""
    return word.iri not in _SOMEBODY and (word.kind not in ("office", "body-kind") or word.first in named)


def _names_doer(lexicon: Lexicon, clause: Clause) -> bool:
    """Tell whether a noun that is no entity stands behind the verb as its doer ("said the analyst")."""
    index = (clause.verb.last if clause.verb else clause.last) + 1
    if index > clause.last:
        return False
    meanings = [w for w in clause.words if w.first <= index <= w.last]
    if any(w.iri in (CUE + "honorific", _UNNAMED) for w in meanings):
        return True
    if any(m.first <= index <= m.last for m in clause.entities):
        return False
    word = clause.sentence.words[index]
    if clause.verb is not None and says(clause.verb, lexicon) and not meanings and _speaks(lexicon, clause, index):
        return True
    return not meanings and any(a.definite and not a.cues for a in lexicon.analyses(word.text))


def _speaks(lexicon: Lexicon, clause: Clause, index: int) -> bool:
    """Tell whether a noun right behind a verb of saying speaks: what is said follows ("a banker, who …, says that")."""
    words = clause.sentence.words
    if words[index].text.endswith(ACCUSATIVE) or lexicon.is_common(words[index].text):
        return False
    return any(CUE + "that" in lexicon.cues_of(word.text) for word in words[index + 1 :])


def _goes_on_with_verb(clause: Clause, lexicon: Lexicon) -> bool:
    """Tell whether an Arabic verb at the head of a sentence has no noun behind it that could be its doer."""
    verb = clause.verb
    if verb is None or clause.first or verb.form != "verb" or says(verb, lexicon) or clause.in_position("subject"):
        return False
    index = verb.last + 1
    if verb.first > _OPENING or index > clause.last:
        return False
    known = any(w.first <= index <= w.last for w in clause.words) or index in clause.timed
    return known or clause.sentence.words[index].text.endswith(ACCUSATIVE)


def _marked_antecedent(clause: Clause, mentions: SentenceMentions) -> Mention | None:
    """Return the agent named last before "which" with the particle of the doer behind it."""
    relative = clause.cue("which")
    if relative is None or relative.first - clause.first > 1:
        return None
    marked = any(w.iri == CUE + "subject" and w.first == relative.last + 1 for w in clause.words)
    before = [m for m in mentions.entities if m.last < clause.first and m.kind != "place"]
    return before[-1] if marked and before else None
