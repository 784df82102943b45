"""Events that no rule reads, found by what was learned from annotated texts; what nothing makes likely; modality weighed."""

from __future__ import annotations

import dataclasses
import importlib.util
import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from conftest import ROOT, Read, states

from dadiplo.annotations import annotate
from dadiplo.documents import document, read_article
from dadiplo.events.detection import DETECTED
from dadiplo.events.tellings import TELLINGS
from dadiplo.extraction import Extraction, extract
from dadiplo.folding import fold
from dadiplo.lexicons import cached_lexicon
from dadiplo.resources import DD, folder

#: Sentences around others: an article that is longer than a short item, and on digital assets.
NEWS = (
    "Ghana and Kenya sign stablecoin accord\ndate: 2025-03-12\n\n"
    "Ghana and Kenya signed a memorandum on stablecoins in Accra on Monday.\n\n"
    "{}\n\n"
    "Ghana's parliament passed a law on crypto exchanges on Tuesday.\n\n"
    "The price of bitcoin rose by two per cent. Traders in Accra were pleased. Shops along the coast take coins too. "
    "Few of them ask where the coins come from."
)


def read_with(language: str, text: str, **weights: Any) -> Extraction:
    lexicon = dataclasses.replace(cached_lexicon(language), weights=weights or cached_lexicon(language).weights)
    return extract(document(text.encode(), name="x", slug="x", language=language), lexicon)


def told(extraction: Extraction, sentence: str) -> list[tuple[str, str]]:
    """Type and modality of the events that are told in a sentence."""
    found = annotate(extraction, cached_lexicon(extraction.document.language))["events"]
    return [(event["type"], event["modality"]) for event in found if event["evidence"] in sentence]


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("From Monday crypto exchanges in Ghana need a permit from the central bank.", "LegalMeasure"),
        ("A crypto bill lies before Kenya's parliament.", "LegalMeasure"),
    ],
)
def test_what_no_rule_reads_is_read_if_it_is_likely(sentence: str, kind: str) -> None:
    text = NEWS.format(sentence)
    assert [one for one, _ in told(read_with("en", text), sentence)] == [kind]
    assert told(read_with("en", text, events={}), sentence) == []


def test_a_detected_event_says_how_sure_it_is() -> None:
    sentence = "From Monday crypto exchanges in Ghana need a permit from the central bank."
    extraction = read_with("en", NEWS.format(sentence))
    text = extraction.document.text
    (detected,) = (e for e in extraction.events if text[e.passages[0].span.start : e.passages[0].span.end] in sentence)
    read = [event for event in extraction.events if event is not detected]
    assert 0 < detected.confidence < 1
    assert detected.confidence < min(event.confidence for event in read)
    assert {DD + "LegalMeasure", DD + "Agreement"} <= {event.type for event in read}


def test_a_text_of_tempting_words_tells_nothing(read: Read) -> None:
    text = (
        "Bitcoin exchange signs up new partner\ndate: 2025-03-12\n\n"
        "The exchange Coinlane signed a deal with the bakery chain Brodar on Monday so that buns can be paid in bitcoin.\n\n"
        "Its founder met customers in Oslo. He would like to see rules, he said. A ban would hurt everybody.\n\n"
        "The firm bought four hundred coins in May. It appointed a new treasurer in June. Analysts praised the launch. "
        "The share price of Brodar rose."
    )
    assert read("en", text)["events"] == []


def shown(language: str, sentence: str) -> tuple[float, ...]:
    reader = read_with(language, f"x\n\n{sentence}\n").reader
    return reader.detector.likelihoods(1)


@pytest.mark.parametrize(
    ("language", "sentence", "names", "others"),
    [
        ("en", "{} and {} signed an accord on stablecoins on Monday.", ("Ghana", "Kenya"), ("Peru", "Fiji")),
        ("es", "{} y {} firmaron el lunes un acuerdo sobre criptomonedas.", ("Ghana", "Kenia"), ("Chile", "Fiyi")),
        ("ar", "وقعت {} و{} اتفاقا بشأن العملات المستقرة يوم الاثنين.", ("غانا", "كينيا"), ("بيرو", "فيجي")),
        ("ur", "{} اور {} نے پیر کو کرپٹو پر معاہدے پر دستخط کیے۔", ("گھانا", "کینیا"), ("پیرو", "فجی")),
    ],
)
def test_nothing_is_learned_of_one_state(
    language: str, sentence: str, names: tuple[str, str], others: tuple[str, str]
) -> None:
    likely = shown(language, sentence.format(*names))
    assert likely == shown(language, sentence.format(*others))
    assert max(likely) == likely[DETECTED.index(DD + "Agreement")] > 0.3


def test_what_lies_years_back_is_context_and_what_is_today_is_news() -> None:
    past, now = "In 2019 Ghana banned crypto mining.", "On Tuesday Ghana banned crypto mining."
    assert told(read_with("en", NEWS.format(past)), past) == [("LegalMeasure", "background")]
    assert told(read_with("en", NEWS.format(now)), now) == [("LegalMeasure", "actual")]


def test_what_is_weighed_can_be_left_to_rules() -> None:
    text = NEWS.format("In 2019 Ghana banned crypto mining.")
    rules = annotate(read_with("en", text, events={}), cached_lexicon("en"))["events"]
    assert {event["type"] for event in rules} == {"Agreement", "LegalMeasure"}
    assert states(rules[0]) == {"GHA", "KEN"}


@pytest.mark.parametrize(
    ("name", "classes"),
    [
        ("events", DETECTED),
        ("coreference", ("same",)),
        ("candidates", ("told",)),
        ("articles", ("tells",)),
        ("participation", ("side",)),
        ("modality", TELLINGS),
    ],
)
def test_weights_are_of_the_form(name: str, classes: tuple[str, ...]) -> None:
    lines = (folder("data") / "weights" / f"{name}.tsv").read_text(encoding="utf-8").splitlines()
    assert lines == sorted(set(lines))
    for line in lines:
        language, feature, *weights = line.split("\t")
        assert language in ("*", "ar", "en", "es", "ur")
        assert (language == "*") == feature.startswith("#")
        assert not feature.startswith(("#state/", "#org/", "#person/", "#place/"))
        assert len(weights) == len(classes)
        assert any(int(weight) for weight in weights)


@pytest.mark.parametrize("name", ["x_ur04", "p_ar05", "n_ar11", "r_en07"])
def test_the_same_words_tell_an_event_of_the_same_agents_once(name: str) -> None:
    article = read_article(ROOT / "tests" / "corpus" / "development" / "text" / f"{name}.txt")
    found = extract(article, cached_lexicon(article.language)).events
    told_by = [(e.type, e.passages[0].span, frozenset(e.agents()), e.modality, e.date) for e in found]
    assert len(told_by) == len(set(told_by)) > 0


def test_one_clause_tells_measures_of_two_states() -> None:
    sentence = "Ghana banned crypto mining in May 2019 and Kenya banned crypto mining in May 2019."
    assert len(told(read_with("en", NEWS.format(sentence)), sentence)) == 2


def test_senses_are_of_the_form() -> None:
    top = folder("data") / "senses"
    classes = {row.split("\t")[0] for row in rows(top / "classes.tsv")}
    used, glossed = set(), Counter[str]()
    for language in ("ar", "en", "es", "ur"):
        words = [row.split("\t") for row in rows(top / f"{language}.tsv")]
        assert [word for word, *_ in words] == sorted({word for word, *_ in words})
        assert all(word == fold(word) and not any(c.isdigit() or c.isspace() for c in word) for word, *_ in words)
        senses = [column.split(" ") for _, *columns in words for column in columns]
        assert all(1 <= len(given) <= 2 and len(given) == len(set(given)) for given in senses)
        used.update(*(supersenses.split(" ") for _, supersenses, *_ in words))
        glossed.update(gloss for _, _, *glosses in words for given in glosses for gloss in given.split(" "))
    assert used == classes
    assert all(re.fullmatch(r"[a-z]+(-[a-z]+)*", gloss) for gloss in glossed)
    assert min(glossed.values()) > 1, "a gloss of one word teaches nothing of another"


def rows(path: Path) -> list[str]:
    """The lines of a word list below its head, which says what belongs in it."""
    lines = path.read_text(encoding="utf-8").splitlines()
    head = "\n".join(line for line in lines if line.startswith("#"))
    assert "Belongs here:" in head
    assert "Does not belong here:" in head
    return [line for line in lines if not line.startswith("#")]


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("en", "Ghana inked an accord on stablecoins.", "Ghana initialled an accord on stablecoins."),
        ("es", "Ghana rubricó un acuerdo.", "Ghana suscribió un acuerdo."),
    ],
)
def test_words_of_a_class_share_what_is_learned_of_it(language: str, one: str, other: str) -> None:
    shown = []
    for sentence in (one, other):
        reader = read_with(language, f"x\n\n{sentence}\n").reader
        shown.append({feature for feature in reader.detector.features(1) if feature.startswith("#:")})
    assert shown[0] == shown[1]
    assert {"#:sign", "#:document sign"} <= shown[0] or {"#:sign", "#:agree sign"} <= shown[0]


def test_words_of_two_languages_with_a_gloss_share_what_is_learned_of_it() -> None:
    shown = []
    for language, sentence in (("es", "Los ministros rubricaron un acuerdo."), ("ur", "وزرا نے معاہدے پر دستخط کیے۔")):
        reader = read_with(language, f"x\n\n{sentence}\n").reader
        shown.append({feature for feature in reader.detector.features(1) if feature.startswith("#=")})
    assert {"#=minister", "#=sign", "#=agree", "#=agree sign"} <= shown[0] & shown[1]


def training() -> Any:
    spec = importlib.util.spec_from_file_location("train", ROOT / "tests" / "corpus" / "train.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_training_learns_what_tells_two_classes_apart(tmp_path: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("sklearn", reason="only training needs scikit-learn")
    train = training()
    (tmp_path / "weights").mkdir()
    monkeypatch.setattr(train, "folder", lambda name: tmp_path)
    rows = [("en", {"#", "signed"}, {"a"}), ("en", {"#", "slept"}, {"b"})] * 20
    learn: Callable[..., None] = train.learn
    learn("events", rows, ("a", "b"))
    written = (tmp_path / "weights" / "events.tsv").read_text(encoding="utf-8")
    weights = {line.split("\t")[1]: [int(n) for n in line.split("\t")[2:]] for line in written.splitlines()}
    assert weights["signed"][0] > 0 > weights["signed"][1]
    assert weights["slept"][1] > 0 > weights["slept"][0]
    learn("events", rows, ("a", "b"))
    assert (tmp_path / "weights" / "events.tsv").read_text(encoding="utf-8") == written


def test_training_never_reads_what_is_set_aside() -> None:
    train = training()
    names = [name for name, *_ in train.texts()]
    aside = {path.stem for path in (ROOT / "tests" / "corpus" / "set-aside" / "gold").glob("*.json")}
    assert not aside & set(names)
    assert all(int(name[2:]) % 3 for name in names if "_" not in name)
    assert len(names) > 1000


def test_the_two_that_a_clause_names_are_enough() -> None:
    # "Nine states came to speak of storms; Jamaica and the Bahamas went aside and came back with a sheet signed."
    found = read_article(ROOT / "tests" / "corpus" / "development" / "text" / "aa_es23.txt")
    events = annotate(extract(found, cached_lexicon("es")), cached_lexicon("es"))
    agreement = next(event for event in events["events"] if event["type"] == "Agreement" and event["date"])
    names = {entity["id"]: entity["canonical_en"] for entity in events["entities"] if entity["type"] == "State"}
    assert {names[one] for one in states(agreement) & names.keys()} == {"Bahamas", "Jamaica"}


def test_how_far_assets_are_named_is_counted_in_sentences_and_paragraphs() -> None:
    text = (
        "Ministers meet\ndate: 2025-03-12\n\n"
        "They came by train. The price of bitcoin rose. Nobody cared.\n\n"
        "A law on fish was passed. It rained. It snowed. Boats stayed in the harbour.\n"
    )
    detector = read_with("en", text).reader.detector
    assert detector.assets == [False, False, True, False, False, False, False, False]
    assert detector.away == [2, 1, 0, 1, 2, 3, 3, 4]
    assert detector.in_paragraph == [False, True, True, True, False, False, False, False]
    assert read_with("en", text.replace("bitcoin", "fish")).reader.detector.away == [5] * 8


def test_a_sentence_shows_what_headline_and_neighbours_are_on() -> None:
    text = "Ministers meet on ports\n\nGhana mined gold. Kenya signed an accord. The hospital in Togo was closed.\n"
    reader = read_with("en", text).reader
    shown = {feature for feature in reader.detector.features(2) if feature.startswith("#~")}
    assert {"#~headline meet", "#~before mining", "#~behind health"} <= shown
    assert not [feature for feature in shown if "sign" in feature]
    first = {feature for feature in reader.detector.features(1) if feature.startswith("#~before")}
    assert first == set(), "the headline stands beside no sentence"
