"""Labels are found in running text whatever the spelling, the joined letters or the script of the digits."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dadiplo.documents import document, sentences
from dadiplo.folding import fold
from dadiplo.pipeline import Knowledge
from dadiplo.resources import compact


def found(knowledge: Knowledge, language: str, text: str) -> dict[str, str]:
    doc = document(text.encode(), name="test", slug="test")
    mentions = [m for s in sentences(doc) for m in knowledge.lexicon(language).find(s)]
    return {compact(m.iri): doc.text[m.span.start : m.span.end] for m in mentions}


@pytest.mark.parametrize(
    ("text", "iri", "words"),
    [
        ("التقى بالرئيس", "office:president", "الرئيس"),
        ("وبالبيتكوين", "topic:bitcoin", "البيتكوين"),
        ("وقّعت", "trigger:sign", "وقّعت"),
        ("اتفاقًا", "instrument-kind:agreement", "اتفاقًا"),
        ("زيارته", "trigger:visit", "زيارته"),
        ("مذكّرة التفاهم", "instrument-kind:memorandum-of-understanding", "مذكّرة التفاهم"),
        ("والســلفادور", "state:SLV", "السلفادور"),
        ("الاصول الرقميه", "topic:digital-assets", "الاصول الرقميه"),
    ],
)
def test_arabic_word_is_found_under_its_prefixes_and_signs(
    knowledge: Knowledge, text: str, iri: str, words: str
) -> None:
    mentions = found(knowledge, "ar", text)
    assert iri in mentions
    assert mentions[iri].replace("ـ", "") == words


def test_longest_label_wins(knowledge: Knowledge) -> None:
    assert "instrument-kind:agreement" not in found(knowledge, "ar", "خطاب نوايا")
    assert set(found(knowledge, "ar", "مذكرة تفاهم")) == {"instrument-kind:memorandum-of-understanding"}


@pytest.mark.parametrize("text", ["الدعم المالي", "القطاع المالي"])
def test_adjective_is_not_taken_for_a_state(knowledge: Knowledge, text: str) -> None:
    """The word for "financial" is spelled like Mali; with the article it is never the state."""
    assert "state:MLI" not in found(knowledge, "ar", text)


@pytest.mark.parametrize(
    "words",
    ["dio luz verde", "dará luz verde", "dan luz verde", "había dado luz verde", "dieron ayer luz verde"],
)
def test_labels_of_several_words_have_one_form_of_their_verb(knowledge: Knowledge, words: str) -> None:
    mentions = found(knowledge, "es", f"El Senado {words}.")
    assert mentions["trigger:enact"] == words


@pytest.mark.parametrize("words", ["put her name to", "put my name to", "puts the name to", "putting its name to"])
def test_words_that_mean_the_same_stand_once_in_labels(knowledge: Knowledge, words: str) -> None:
    assert found(knowledge, "en", f"Kenya's minister {words} a treaty.")["trigger:sign"] == words


@pytest.mark.parametrize("words", ["selló un pacto", "sellarán su convenio", "había sellado su tratado"])
def test_spanish_words_that_mean_the_same_stand_once_in_labels(knowledge: Knowledge, words: str) -> None:
    assert found(knowledge, "es", f"Chile {words} con Perú.")["trigger:conclude"] == words


@pytest.mark.parametrize("words", ["quedará designada", "fueron designados", "ha resultado designado"])
def test_passives_have_one_form_of_to_be_and_one_participle_in_labels(knowledge: Knowledge, words: str) -> None:
    assert found(knowledge, "es", f"En Chile {words} ayer.")["trigger:appoint"] == words


def test_form_of_a_verb_has_not_the_other_meanings_of_the_form_in_labels(knowledge: Knowledge) -> None:
    assert not any(iri.startswith("trigger:") for iri in found(knowledge, "es", "Chile dará pan y había pan."))


def test_name_is_not_found_across_punctuation(knowledge: Knowledge) -> None:
    assert "place:slv-san-salvador" not in found(knowledge, "en", "San. Salvador")
    assert found(knowledge, "en", "San Salvador")["place:slv-san-salvador"] == "San Salvador"


@pytest.mark.parametrize(
    ("language", "name"), [("en", "Pakistan"), ("ar", "باكستان"), ("es", "Pakistán"), ("ur", "پاکستان")]
)
def test_states_are_known_in_every_language(knowledge: Knowledge, language: str, name: str) -> None:
    assert "state:PAK" in found(knowledge, language, name)


def test_every_state_has_a_name_and_a_demonym_in_every_language(knowledge: Knowledge) -> None:
    for language in ("en", "ar", "es", "ur"):
        lexicon = knowledge.lexicon(language)
        forms: dict[str, set[str]] = {}
        for entries in lexicon.entries.values():
            for entry in entries:
                if entry.kind == "state":
                    forms.setdefault(entry.iri, set()).add(entry.form)
        states = {iri for iri, types in lexicon.types.items() if any(t.endswith("#State") for t in types)}
        assert len(states) > 195
        lacking = {compact(state) for state in states if not {"word", "demonym"} <= forms.get(state, set())}
        assert lacking == set(), language


@given(st.text())
def test_folding_is_stable(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize(
    ("one", "other"), [("ی", "ي"), ("ک", "ك"), ("أحمد", "احمد"), ("مُحَمَّد", "محمد"), ("José", "jose"), ("ہ", "ه")]
)
def test_spellings_fold_alike(one: str, other: str) -> None:
    assert fold(one) == fold(other)
