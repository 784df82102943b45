"""Every event the ontology names and every meaning a text can express has words in each language."""

from __future__ import annotations

import re
from collections import defaultdict

import pytest
from conftest import ROOT

from dadiplo.pipeline import Knowledge
from dadiplo.resources import DD, VOCAB, compact

LANGUAGES = ("ar", "en", "es", "ur")

#: Events that no word evokes: they are compiled from pages, not read in articles.
ONLY_COMPILED = {"dd:Accession", "dd:Withdrawal", "dd:DigitalMoneyAction"}
#: Triggers that Spanish tells apart: elsewhere these verbs belong to others, or say nothing by themselves.
SPANISH = {f"trigger:{name}" for name in ("celebrate", "sustain")}
#: Triggers that English, or English and Spanish, tell apart.
ENGLISH = {f"trigger:{name}" for name in ("arrange", "call-on", "give", "invite", "permit")}
#: Triggers for which only Arabic has nouns ("the likeliest to head", "no successor to").
WITH_NOUNS_IN_ARABIC = {"trigger:in-line", "trigger:pass-over", "trigger:refuse-reserve"}
#: Those of them that Spanish does not tell apart.
ONLY_ENGLISH = {"trigger:call-on", "trigger:invite"}
#: Those that all but Urdu tell apart.
BUT_URDU = {"trigger:add"}
WESTERN = {"trigger:arrive", "trigger:take-office"}
#: Those of them that Urdu tells apart too.
URDU = {f"trigger:{name}" for name in ("arrange", "take-office")}
#: Those whose Urdu verbs are in the infinitive, which is a noun too.
VERBAL_NOUNS = {f"trigger:{name}" for name in ("arrange", "pass-over", "reach", "refuse-reserve", "take-office")}
#: What only Urdu tells apart.
URDU_ALONE = {"trigger:set-up"}
#: What takes effect is no doer, so Arabic has it as passive forms.
#: Languages whose verbs of motion say more than auxiliaries do have them among the verbs of visits.
WITHOUT_VERB = {
    "ar": {"trigger:attend", "trigger:go", "trigger:take-effect"},
    "en": {"trigger:attend", "trigger:go"},
    "es": {"trigger:attend", "trigger:go"},
}
#: Verbs of which the noun is an instrument or a measure of its own ("agreement", "rules"), or that have none.
WITHOUT_NOUN = {
    "ar": {"trigger:agree", "trigger:attend", "trigger:go", "trigger:hold", "trigger:result"},
    "en": {
        "trigger:agree",
        "trigger:attend",
        "trigger:designate",
        "trigger:go",
        "trigger:hold",
        "trigger:reach",
        "trigger:regulate",
    },
    "es": {
        "trigger:attend",
        "trigger:designate",
        "trigger:go",
        "trigger:hold",
        "trigger:reach",
        "trigger:regulate",
        "trigger:result",
    },
    "ur": {"trigger:reach"},
}
#: Grammar that a language expresses by position, by joined letters, or not at all.
WITHOUT_WORD = {
    "ar": {
        "copula",
        "definite",
        "had",
        "indefinite",
        "intent",
        "participants",
        "passive",
        "personal",
        "plural",
        "possessive",
        "recalled",
    },
    "en": {"addressed", "ending", "had", "may-before-present", "participants", "passive", "recalled"},
    "es": {"ending", "had", "may-before-present", "participants", "passive", "recalled"},
    "ur": {"definite", "ending", "may-before-present", "plural", "since"},
}
POSITIONS = {"inflected", "subject", "object"}
#: What endings of verbs tell, where the language has them.
TENSES = {"present", "past", "gerund", "infinitive"}
#: Cues for what Spanish tells by words before and behind its infinitives, pronouns and names of boards.
OF_SPANISH = {"brought-about", "draft-text", "from", "object-pronoun", "office-without-accent", "organ", "that-person"}
OF_SPANISH |= {"view-of"}
#: Words of what laws say, behind which Arabic verbs need no relative.
OF_ARABIC = {"part-of-month", "provision", "power", "guest", "day-after-tomorrow", "for-side"}
#: Words for persons of one sex, of several or of none, which English needs where others have endings.
OF_ENGLISH = {"masculine", "feminine", "nobody", "second-person"}
#: Words for posts inside idioms, by which Urdu tells what happens to a post whose holder is not named.
OF_URDU = {"auxiliary", "participle", "asked", "letter", "post", "under"}
#: Cues that help where names are told by capitals ("at", holidays, given names), or where they are not.
OF_NAMES = {"at-name", "name-connector", "other-name", "given-name", "everyday-name"}
OF_NAMES |= {
    "everyday-word",
    "person-follows",
    "place-kind",
    "portfolio",
    "product",
    "stance",
    "attribute",
    "way",
    "near",
    "firm-follows",
    "place-first",
    "firm-head",
    "body-name",
}
#: Kinds of which texts speak with a word that stands for an event, a body or a time.
SPOKEN = ("instrument-kind", "measure-kind", "reserve-action", "body-kind", "office", "month", "weekday", "topic")


def forms(knowledge: Knowledge, language: str) -> dict[str, set[str]]:
    """Return for each meaning the forms of words it has in a language."""
    found: dict[str, set[str]] = defaultdict(set)
    for entries in knowledge.lexicon(language).entries.values():
        for entry in entries:
            found[entry.iri].add(entry.form)
    return found


def concepts(knowledge: Knowledge, scheme: str) -> set[str]:
    return {iri for iri in knowledge.lexicon("en").facts if iri.startswith(f"{VOCAB}{scheme}/")}


def evoking(knowledge: Knowledge) -> dict[str, set[str]]:
    """Return for each class the triggers that evoke it."""
    lexicon = knowledge.lexicon("en")
    found: dict[str, set[str]] = defaultdict(set)
    for trigger in concepts(knowledge, "trigger"):
        for cls in lexicon.values(trigger, DD + "evokes"):
            found[cls].add(trigger)
    return found


def test_every_event_is_evoked_by_some_word(knowledge: Knowledge) -> None:
    lexicon = knowledge.lexicon("en")
    events = {cls for cls in list(lexicon.facts) if DD + "Event" in lexicon.superclasses(cls)} - {DD + "Event"}
    assert {compact(cls) for cls in events - set(evoking(knowledge))} == ONLY_COMPILED


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_event_can_be_told_with_a_verb_and_a_noun(language: str, knowledge: Knowledge) -> None:
    words = forms(knowledge, language)
    for cls, triggers in evoking(knowledge).items():
        have = set().union(*(words.get(trigger, set()) for trigger in triggers))
        assert "verb" in have, cls
        assert "noun" in have or cls == DD + "resultedIn", cls


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_trigger_has_a_verb_and_a_noun(language: str, knowledge: Knowledge) -> None:
    words = forms(knowledge, language)
    triggers = concepts(knowledge, "trigger")
    lacking = {form: {compact(t) for t in triggers if form not in words.get(t, ())} for form in ("verb", "noun")}
    told = SPANISH if language != "es" else set()
    told = (
        told
        | (ONLY_ENGLISH if language == "es" else ENGLISH if language != "en" else set())
        | (WESTERN if language not in ("en", "es") else set())
    )
    told = (told - URDU) | BUT_URDU if language == "ur" else told | URDU_ALONE
    verbs, nouns = WITHOUT_VERB.get(language, set()), WITHOUT_NOUN[language]
    nouns = nouns | SPANISH | ENGLISH | WESTERN | BUT_URDU | (URDU_ALONE if language != "ur" else set())
    nouns = nouns | (WITH_NOUNS_IN_ARABIC if language != "ar" else set())
    assert lacking == {"verb": verbs | told, "noun": nouns - (VERBAL_NOUNS if language == "ur" else set())}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_way_of_reporting_has_verbs(language: str, knowledge: Knowledge) -> None:
    """Who says, warns, promises, denies or announces must be told whichever verb the language uses for it."""
    words = forms(knowledge, language)
    reporting = evoking(knowledge)
    triggers = reporting[DD + "Statement"] | reporting[DD + "Announcement"]
    assert {compact(t) for t in triggers if "verb" not in words.get(t, ())} <= SPANISH | ENGLISH | BUT_URDU | URDU_ALONE
    assert len(triggers) > 9


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_cue_has_words(language: str, knowledge: Knowledge) -> None:
    words = forms(knowledge, language)
    lacking = {iri.rsplit("/", 1)[1] for iri in concepts(knowledge, "cue") if not words.get(iri)}
    told = {"ur": {"draft-text"}, "en": {"view-of"}, "ar": {"that-person"}}.get(language, set())
    elsewhere = (OF_SPANISH - told if language != "es" else set()) | (OF_URDU if language != "ur" else set())
    elsewhere |= OF_ARABIC if language != "ar" else set()
    elsewhere |= OF_ENGLISH if language != "en" else set()
    elsewhere |= {"until"} if language in ("ar", "ur") else set()
    assert lacking - OF_NAMES - POSITIONS - TENSES == WITHOUT_WORD[language] | elsewhere


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("scheme", SPOKEN)
def test_every_kind_has_words(language: str, scheme: str, knowledge: Knowledge) -> None:
    words = forms(knowledge, language)
    assert {compact(iri) for iri in concepts(knowledge, scheme) if not words.get(iri)} == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_modality_of_events_has_words(language: str, knowledge: Knowledge) -> None:
    lexicon = knowledge.lexicon(language)
    words = forms(knowledge, language)
    given: dict[str, set[str]] = defaultdict(set)
    for meaning in concepts(knowledge, "cue") | concepts(knowledge, "trigger"):
        for prop in ("givesValue", "complementModality"):
            for value in lexicon.values(meaning, DD + prop):
                given[value] |= words.get(meaning, set())
    modalities = concepts(knowledge, "modality")
    # What is told without any such word is told as a fact.
    assert {compact(iri) for iri in modalities if not given[iri]} == {"modality:actual"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_labels_are_words_and_no_patterns(language: str) -> None:
    text = (ROOT / "data" / "lexicon" / f"{language}.ttl").read_text(encoding="utf-8")
    labels = re.findall(rf'"([^"]+)"@{language}\b', text)
    assert labels
    assert not [label for label in labels if re.search(r"[()\[\]*]|[^A-Z]/|/[^A-Z]|\s\s|^\s|\s$", label)]


def test_english_articles_fit_what_they_stand_before() -> None:
    text = (ROOT / "data" / "lexicon" / "en.ttl").read_text(encoding="utf-8")
    labels = re.findall(r'"([^"]+)"@en\b', text)
    assert not [label for label in labels if re.search(r"\ba [aei][a-tv-z]|\ban [bcdfgjklmnpqrstvwxyz][a-z]", label)]
