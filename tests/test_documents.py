"""Articles are read unaltered, and offsets are offsets into the file."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from conftest import SAMPLE
from hypothesis import given
from hypothesis import strategies as st

from dadiplo.annotations import annotate
from dadiplo.documents import detect_language, document, read_article, sentences, slug, slug_of
from dadiplo.errors import InputError
from dadiplo.extraction import extract
from dadiplo.pipeline import Knowledge


def read(text: str) -> list[str]:
    doc = document(text.encode(), name="test", slug="test")
    return [doc.text[s.span.start : s.span.end] for s in sentences(doc)]


@given(st.text(st.characters(blacklist_categories=["Cs"], blacklist_characters="\0"), min_size=1))
def test_words_are_at_their_offsets_in_any_text(text: str) -> None:
    if not text.strip("\ufeff \t\r\n"):
        return
    try:
        doc = document(text.encode(), name="test", slug="test")
    except InputError as error:
        assert "is not a date" in str(error)
        return
    assert doc.text == text
    last = 0
    for sentence in sentences(doc):
        for word in sentence.words:
            assert text[word.span.start : word.span.end] == word.text
            assert last <= word.span.start < word.span.end
            last = word.span.end


def test_sample_is_read_as_it_is() -> None:
    doc = read_article(SAMPLE)
    assert doc.text == SAMPLE.read_bytes().decode("utf-8")
    assert (doc.slug, doc.language) == ("pakistan-el-salvador-bitcoin", "ar")
    assert doc.published is None
    assert doc.text[doc.title.start : doc.title.end] == "اتفاق تاريخي بين باكستان والسلفادور بشأن البيتكوين"


def test_header_lines_are_read_and_are_no_body() -> None:
    text = "Headline\ndate: 2025-07-16\npublisher: The Paper\nurl: https://paper.example/1\n\nBody one. Body two.\n"
    doc = document(text.encode(), name="test", slug="test")
    assert (doc.published, doc.publisher, doc.url) == (dt.date(2025, 7, 16), "The Paper", "https://paper.example/1")
    assert read(text) == ["Headline", "Body one.", "Body two."]


def test_list_and_quotation_belong_to_the_sentence_that_opens_them() -> None:
    assert read("T\n\nThey spoke of:\n\n• mining\n\n• tax\n\nThen they left.") == [
        "T",
        "They spoke of:\n\n• mining\n\n• tax",
        "Then they left.",
    ]
    assert read("ع\n\nوقال:\n\n“نعم.”\n\nثم غادر.") == ["ع", "وقال:\n\n“نعم.”", "ثم غادر."]


def test_abbreviations_and_decimals_do_not_end_a_sentence() -> None:
    assert read("T\n\nThe U.S. holds 1.5 million. Dr. Khan said so.") == [
        "T",
        "The U.S. holds 1.5 million.",
        "Dr. Khan said so.",
    ]


@pytest.mark.parametrize("stop", [".", "؟", "۔", "!", "…"])
def test_sentence_ends_of_every_script(stop: str) -> None:
    assert read(f"T\n\nواحد{stop} اثنان{stop}") == ["T", f"واحد{stop}", f"اثنان{stop}"]


def test_crlf_and_bom_are_kept_in_the_offsets() -> None:
    doc = document("\ufeffHead\r\ndate: 2025-01-02\r\n\r\nBody.\r\n".encode(), name="test", slug="test")
    assert doc.published == dt.date(2025, 1, 2)
    assert [(s.span.start, s.span.end) for s in sentences(doc)] == [(1, 5), (27, 32)]


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "is empty"),
        (b"\xef\xbb\xbf \n", "is empty"),
        (b"good\nbad \xff", r"test:2: byte 9 is not UTF-8"),
        (b"one\ntwo\0", r"test:2: a NUL character"),
        (b"Head\ndate: yesterday\n\nx", "yesterday is not a date"),
        (b"a" * 5_000_001, "too large"),
    ],
)
def test_unreadable_articles_are_refused_in_one_line(data: bytes, message: str) -> None:
    with pytest.raises(InputError, match=message) as caught:
        document(data, name="test", slug="test")
    assert "\n" not in str(caught.value)


def test_missing_file_and_folder(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="No such file"):
        read_article(tmp_path / "none.txt")
    with pytest.raises(InputError, match="is a folder"):
        read_article(tmp_path)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("وقعت باكستان والسلفادور اتفاقا", "ar"),
        ("پاکستان اور سلواڈور نے معاہدے پر دستخط کیے ہیں", "ur"),
        ("El presidente firmó el acuerdo con la ministra de Hacienda", "es"),
        ("The president signed the agreement with the minister of finance", "en"),
    ],
)
def test_language_is_found_by_letters_and_common_words(text: str, language: str) -> None:
    assert detect_language(text) == language


def test_slugs_are_ascii() -> None:
    assert slug("بلال بن ثاقب") == "blal-bn-thaqb" or slug("بلال بن ثاقب").isascii()
    assert slug_of("Acuerdo México–Perú.es.txt") == "acuerdo-mexico-peru"
    assert len(slug_of("؟.txt")) == 16


@pytest.mark.parametrize("text", ["…", "... ...\n", "—\n\n—\n"])
def test_a_text_without_words_tells_nothing(text: str, knowledge: Knowledge) -> None:
    read = document(text.encode(), name="a", slug="a", language="en")
    assert annotate(extract(read, knowledge.lexicon("en")), knowledge.lexicon("en"))["events"] == []
