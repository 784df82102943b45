"""Names that no rule reads: organizations and places told by their words and by what stands beside them."""

from __future__ import annotations

import dataclasses
from typing import Any

import pytest

from dadiplo.annotations import annotate
from dadiplo.documents import document
from dadiplo.extraction import Extraction, extract
from dadiplo.lexicons import cached_lexicon

#: Language, text, names that only weights tell, with their kinds.
NAMES = [
    (
        "en",
        "Ghana's central bank licensed two exchanges, among them Zanebit. Zanebit, based in Wenchi, was bought by a "
        "Nairobi fund, Savanna Growth, in May. Coins are traded from Asankrangwa to Bibiani.",
        {"Savanna Growth": "Organization", "Asankrangwa": "Place", "Bibiani": "Place"},
    ),
    (
        "es",
        "El Banco Central de Chile autorizó dos plataformas, entre ellas Zanebit y su rival Tolvacoin.",
        {"Tolvacoin": "Organization"},
    ),
]


def read(language: str, text: str, **weights: Any) -> Extraction:
    lexicon = cached_lexicon(language)
    lexicon = dataclasses.replace(lexicon, weights={**lexicon.weights, **weights})
    article = f"News of the day\ndate: 2026-03-04\n\n{text}\n"
    return extract(document(article.encode(), name="x", slug="x", language=language), lexicon)


def named(extraction: Extraction) -> dict[str, str]:
    entities = annotate(extraction, extraction.reader.lexicon)["entities"]
    return {name: entity["type"] for entity in entities for name in entity["mentions"]}


@pytest.mark.parametrize(("language", "text", "names"), NAMES, ids=lambda value: value if len(value) == 2 else "")
def test_names_are_told_by_what_stands_beside_them(language: str, text: str, names: dict[str, str]) -> None:
    found = named(read(language, text))
    assert {name: found.get(name) for name in names} == names


@pytest.mark.parametrize(("language", "text", "names"), NAMES, ids=lambda value: value if len(value) == 2 else "")
def test_without_weights_no_such_name_is_read(language: str, text: str, names: dict[str, str]) -> None:
    extraction = read(language, text, names={})
    assert not set(named(extraction)) & set(names)
    shown = {extraction.document.text[span.start : span.end] for span in extraction.finder.persons.classifier.shown}
    assert set(names) <= shown


def test_a_common_word_that_opens_a_sentence_is_no_name() -> None:
    extraction = read("en", "Traders waited. Prices fell. However, nobody sold. Queues grew in the rain.")
    assert named(extraction) == {}
    assert not extraction.finder.persons.classifier.shown


def test_an_organization_is_found_again_and_is_no_official() -> None:
    text = "Ghana's central bank fined two exchanges, among them Tolvacoin. Shares of Tolvacoin fell."
    extraction = read("en", text)
    (record,) = (one for one in extraction.records.values() if "tolva" in one.iri)
    assert len(record.mentions) == 2
    assert not extraction.finder.is_official(record.iri)
    assert record.facts == set()


@pytest.mark.parametrize("name", ["Marta Quiroga", "Aster Vellinor"])
def test_two_capitals_beside_a_verb_of_saying_are_a_person(name: str) -> None:
    assert named(read("en", f"Traders laughed. {name} told neighbours that coins are for fools."))[name] == "Person"
