"""The gazetteer: every place once, in its state, with a name in each language that nothing else has."""

from __future__ import annotations

import re

import pytest
from conftest import ROOT, Read

from dadiplo.pipeline import Knowledge
from dadiplo.resources import DD, ID, compact

LANGUAGES = ("ar", "en", "es", "ur")
FILES = sorted((ROOT / "data" / "entities").glob("places*.ttl"))
REGIONS = [path for path in FILES if path.stem not in ("places", "places-west")]
_SUBJECT = re.compile(r"^place:(\S+) a dd:Place ", re.MULTILINE)


def subjects(text: str) -> list[str]:
    return _SUBJECT.findall(text)


@pytest.mark.parametrize("path", REGIONS, ids=lambda path: path.stem)
def test_places_of_a_file_stand_in_order(path) -> None:  # type: ignore[no-untyped-def]
    found = subjects(path.read_text(encoding="utf-8"))
    assert found
    assert found == sorted(found)


def test_no_place_stands_in_two_files() -> None:
    files = [*FILES, *(ROOT / "data" / "entities" / "states").glob("*.ttl")]
    found = [place for path in files for place in subjects(path.read_text(encoding="utf-8"))]
    assert sorted(found) == sorted(set(found))


def test_every_place_has_a_state_and_a_name_in_every_language(knowledge: Knowledge) -> None:
    lexicon = knowledge.lexicon("en")
    for path in FILES:
        for place in subjects(path.read_text(encoding="utf-8")):
            assert set(LANGUAGES) <= set(lexicon.labels[f"{ID}place/{place}"]), place
            assert lexicon.values(f"{ID}place/{place}", DD + "inState"), place


@pytest.mark.parametrize("language", LANGUAGES)
def test_name_of_a_place_means_nothing_else(language: str, knowledge: Knowledge) -> None:
    """A name that is a word, a person's or another place's as well is written with its state in the data."""
    lexicon = knowledge.lexicon(language)
    new = {f"{ID}place/{place}" for path in REGIONS for place in subjects(path.read_text(encoding="utf-8"))}
    meant: dict[tuple[bool, tuple[str, ...]], set[str]] = {}
    for entries in lexicon.entries.values():
        for entry in entries:
            if not entry.tail:
                meant.setdefault((entry.definite, entry.words), set()).add(entry.iri)
    shared = [sorted(map(compact, iris)) for iris in meant.values() if len(iris) > 1 and iris & new]
    assert shared == []


# language, text, its one place
NAMED = [
    ("en", "The bank opened a branch in Rovaniemi.", "place:fin-rovaniemi"),
    ("ar", "افتتح المصرف فرعا في دمياط.", "place:egy-damietta"),
    ("es", "El banco abrió una oficina en Neuquén.", "place:arg-neuquen"),
    ("ur", "بینک نے آگرہ میں شاخ کھولی۔", "place:ind-agra"),
    ("en", "The bank opened a branch in Luganville.", "place:vut-luganville"),
    ("ar", "افتتح المصرف فرعا في ماتولا.", "place:moz-matola"),
    ("es", "El banco abrió una oficina en Shkodër.", "place:alb-shkoder"),
    ("ur", "بینک نے کٹیما مولیلو میں شاخ کھولی۔", "place:nam-katima-mulilo"),
]


@pytest.mark.parametrize(("language", "text", "place"), NAMED)
def test_place_is_named(language: str, text: str, place: str, read: Read) -> None:
    assert [e["id"] for e in read(language, text)["entities"] if e["type"] == "Place"] == [place.removeprefix("place:")]


# language, text, the places that the graph does not know, told by their kind or by what stands before them
UNKNOWN = [
    ("en", "The convoy stopped on Harbour Road on Monday.", {"Harbour Road"}),
    ("en", "The miners of the village of Kalenga in Zambia said nothing.", {"Kalenga"}),
    ("en", "The bypass between Mubende and Kagadi opened on Monday.", {"Mubende", "Kagadi"}),
    ("en", "Ruth Adeyemi, MP for Kipembe North, took no questions.", {"Kipembe North"}),
    ("en", "The ministers met at Cedar Lodge on Monday.", {"Cedar Lodge"}),
    ("en", "Analysts at Falcon Research took no questions.", set()),
    ("en", "The machines stood in Tampere, Oulu and Warsaw.", {"Tampere", "Oulu", "Warsaw"}),
    ("en", "Lorries arrived in Kalenga within days.", {"Kalenga"}),
    ("en", "Someone read it aloud in the market at Kalenga.", {"Kalenga"}),
    ("en", "The reporters stood outside the Kalenga hotel.", {"Kalenga"}),
    ("en", "A bridge over the Kalenga opened on Monday.", {"Kalenga"}),
    ("en", "The machines stood in the Himalayas.", {"Himalayas"}),
    ("es", "Las máquinas estaban en la isla de Coiba y junto al río Bayano.", {"Coiba", "Bayano"}),
    ("es", "Los pescadores de Puerto Almendro no dijeron nada.", {"Puerto Almendro"}),
    ("en", "The minister flew back from Santa Eulalia.", {"Santa Eulalia"}),
    ("es", "El presidente viajó a Brasilia la semana pasada.", {"Brasilia"}),
    ("es", "Muchos eran jubilados de Kalenga y no dijeron nada.", {"Kalenga"}),
    ("es", "La compañía con sede en Kalenga no dijo nada.", {"Kalenga"}),
    ("es", "La inflación cerró 2025 en un nivel bajo.", set()),
    ("es", "El programa «Puente Norte» empezó el lunes.", set()),
    ("ar", "افتتح الوزير فرعا في لواء دير علا يوم الاثنين.", {"لواء دير"}),
    ("ar", "يقبل البائع الدفع في سوق غيكومبا.", {"سوق غيكومبا"}),
    ("ar", "قال الخبراء إن الطريق الجديد مفتوح.", set()),
    ("ur", "وزیر نے کوہستان روڈ کا افتتاح کیا۔", {"کوہستان روڈ"}),
    ("ur", "دریائے کنہار کے کنارے مشینیں لگی ہیں۔", {"دریائے کنہار"}),
    ("ur", "وہ کالنگا میں رہتے ہیں۔", {"کالنگا"}),
    ("ur", "کالنگا کے راستے ٹرک چلیں گے۔", {"کالنگا"}),
    ("ur", "ٹوکیو اور سیئول کے بازار بند ہوئے۔", {"ٹوکیو", "سیئول"}),
    ("ur", "ہمارے شہر میں مشینیں لگی ہیں۔", set()),
]


@pytest.mark.parametrize(("language", "text", "names"), UNKNOWN)
def test_unknown_place_is_told_by_what_stands_beside_it(language: str, text: str, names: set[str], read: Read) -> None:
    found = {mention for e in read(language, text)["entities"] if e["type"] == "Place" for mention in e["mentions"]}
    assert found == names


@pytest.mark.parametrize(
    ("language", "text", "state"),
    [
        ("ar", "الأردن: لا عودة عن المنع.", "الأردن"),
        ("ur", "کینیا: پابندی برقرار۔", "کینیا"),
        ("ar", "الكويت: لا عودة عن المنع.", "الكويت"),
    ],
)
def test_state_before_a_colon_opens_an_item_of_news_in_brief(language: str, text: str, state: str, read: Read) -> None:
    found = [(e["type"], e["mentions"]) for e in read(language, text)["entities"]]
    assert found == [("State", [state])]


# language, the place at the head of a paragraph, the entity that it is
WHERE_WRITTEN = [
    ("ar", "تونس - قال البنك المركزي إن الباب مفتوح.", "tun-tunis"),
    ("ar", "سنغافورة - قال البنك المركزي إن الباب مفتوح.", "sgp-singapore"),
]


@pytest.mark.parametrize(("language", "text", "place"), WHERE_WRITTEN)
def test_state_that_opens_a_paragraph_is_the_city_of_its_name(language: str, text: str, place: str, read: Read) -> None:
    assert place in {e["id"] for e in read(language, text)["entities"]}


@pytest.mark.parametrize(
    ("language", "text"), [("es", "ARGENTINA - El banco no dijo nada."), ("ur", "مصر: بینک نے کچھ نہیں کہا۔")]
)
def test_state_that_opens_a_paragraph_is_no_place_told_apart_by_it(language: str, text: str, read: Read) -> None:
    assert [e for e in read(language, text)["entities"] if e["type"] == "Place"] == []


def test_letter_of_the_future_stands_before_no_place(read: Read) -> None:
    assert [e["id"] for e in read("ar", "بيعت سمكة في مكة.")["entities"] if e["type"] == "Place"] == ["sau-mecca"]
    assert [e for e in read("ar", "بيعت سمكة أمس.")["entities"] if e["type"] == "Place"] == []


@pytest.mark.parametrize(("dam", "hosts"), [("Guri", {"VEN"}), ("Itaipu", set())])
def test_place_in_two_states_tells_no_host(dam: str, hosts: set[str], read: Read) -> None:
    text = f"The energy minister of Uzbekistan visited the {dam} Dam on Monday to discuss bitcoin mining."
    text += " Brazil, Paraguay and Venezuela have power to spare."
    told = [p["id"] for e in read("en", text)["events"] for p in e["participants"] if p["role"] == "host"]
    assert set(told) == hosts
