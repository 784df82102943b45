"""Whatever stands in a text, it is read to its end, and each mention and each piece of evidence stands in it."""

from __future__ import annotations

import cProfile
import random
from functools import cache

import pytest
from conftest import ROOT
from hypothesis import given, settings
from hypothesis import strategies as st

from dadiplo.annotations import annotate
from dadiplo.bulk import Settings, result
from dadiplo.documents import document
from dadiplo.extraction import extract
from dadiplo.inputs import Source
from dadiplo.lexicons import cached_lexicon

LANGUAGES = ("ar", "en", "es", "ur")
#: Signs and letters of other scripts that news texts contain, between words and inside them.
STRANGE = (
    "º",
    "ª",
    "N.º",
    "№",
    "ß",
    "Ω",
    "ж",
    "中央",
    "de",
    "al",
    "O'",
    "’s",
    "№7",
    "(",
    "«",
    "€5",
    "١٠",
    "—",
    "@x",
    "1º",
)


@cache
def words_of(language: str) -> tuple[str, ...]:
    texts = sorted((ROOT / "tests" / "corpus" / "development" / "text").glob(f"[dvz]_{language}*.txt"))
    return tuple(word for path in texts for word in path.read_text(encoding="utf-8").split())


@pytest.mark.parametrize("language", LANGUAGES)
@given(seed=st.integers(0, 10**6), strange=st.lists(st.sampled_from(STRANGE), max_size=12))
@settings(deadline=None, max_examples=12)
def test_words_in_any_order_are_read(language: str, seed: int, strange: list[str]) -> None:
    chance = random.Random(seed)
    start = chance.randrange(len(words_of(language)))
    words = [*words_of(language)[start : start + 120], *strange]
    if seed % 2:
        chance.shuffle(words)
    else:
        for word in strange:
            words.insert(chance.randrange(len(words)), word)
    text = f"Title\ndate: 2025-07-18\n\n{' '.join(words)}\n"
    lexicon = cached_lexicon(language)
    found = annotate(extract(document(text.encode(), name="t", slug="t", language=language), lexicon), lexicon)
    assert all(mention in text for entity in found["entities"] for mention in entity["mentions"])
    assert all(event["evidence"] in text for event in found["events"])


def test_an_ordinal_sign_alone_is_no_name() -> None:
    text = "Gaceta\ndate: 2025-07-18\n\nLa Nota N º 214 del banco central de Perú fue publicada en Lima.\n"
    lexicon = cached_lexicon("es")
    found = annotate(extract(document(text.encode(), name="t", slug="t", language="es"), lexicon), lexicon)
    assert "Peru" in {entity["canonical_en"] for entity in found["entities"]}


ODD = [
    "Kenya banned bitcoin mining 99999999 days ago.",
    "Kenya banned bitcoin on 3 May 2025. Ghana followed 99999999 days later.",
    "Kenya banned bitcoin on 3 May 2025. Ghana followed 999996 years later.",
    f"Kenya banned bitcoin mining in {'9' * 5000}.",
    "Kenya banned bitcoin on the 29th. Kenya will ban it tomorrow. On Monday of last week it banned it.",
]


@pytest.mark.parametrize("published", ["2025-05-14", "0001-01-02", "0900-01-01", "9999-12-31"])
@pytest.mark.parametrize("text", ODD, ids=["days-ago", "days-later", "years-later", "digits", "words"])
def test_no_count_and_no_year_costs_an_article(text: str, published: str) -> None:
    data = f"Digital assets\ndate: {published}\n\n{text}\n".encode()
    assert result(Source("odd", "odd", data=data), Settings("json", language="en")).error is None


def test_a_government_is_cited_where_no_word_names_its_state() -> None:
    text = "Santo Domingo, 3 mar. — Según el Gobierno, el bitcoin es un riesgo."
    assert result(Source("gov", "gov", data=text.encode()), Settings("json", language="es")).error is None


@pytest.mark.parametrize("language", ["en", "ur"])
def test_long_articles_take_time_as_they_are_long(language: str) -> None:
    """The functions called for each character are as many in one article of 60,000 as in one of 30,000."""
    texts = sorted((ROOT / "tests" / "corpus" / "development" / "text").glob(f"*_{language}*.txt"))
    bodies = [path.read_text(encoding="utf-8").partition("\n\n")[2].strip() for path in texts]
    long = "\n\n".join(bodies)[:60_000]
    lexicon = cached_lexicon(language)

    def read(text: str) -> None:
        article = document(text.encode(), name="long.txt", slug="long", language=language)
        assert extract(article, lexicon).quads

    def calls(text: str) -> float:
        with cProfile.Profile() as profile:
            read(text)
        return sum(entry.callcount for entry in profile.getstats()) / len(text)

    # What the lexicon remembers of words is not counted.
    read(long)
    assert calls(long) < 1.1 * calls(long[:30_000])
