"""One memorandum told in three languages is one event with three reports; two memoranda are two."""

from __future__ import annotations

from pathlib import Path

from dadiplo import pipeline, questions
from dadiplo.resources import DD, PREFIXES
from dadiplo.store import IRI

TEXTS = {
    "ar": "باكستان والسلفادور توقعان مذكرة تفاهم بشأن البيتكوين\ndate: 2026-03-10\npublisher: A\n\nوقعت باكستان والسلفادور مذكرة تفاهم بشأن البيتكوين في 9 مارس 2026.\n",
    "en": "Pakistan and El Salvador sign memorandum on bitcoin\ndate: 2026-03-11\npublisher: B\n\nPakistan and El Salvador signed a memorandum of understanding on bitcoin on 9 March 2026.\n",
    "es": "Pakistán y El Salvador firman un memorando sobre bitcoin\ndate: 2026-03-12\npublisher: C\n\nPakistán y El Salvador firmaron un memorando de entendimiento sobre bitcoin el 9 de marzo de 2026.\n",
}


def test_three_articles_tell_one_event(tmp_path: Path) -> None:
    paths = []
    for language, text in TEXTS.items():
        paths.append(tmp_path / f"memo-{language}.txt")
        paths[-1].write_text(text, encoding="utf-8")
    store = pipeline.build_graph(paths, sources=[]).store
    rows = questions.ask(store, questions.load("reports"), {}).rows
    found = [tuple(row[name].value for name in ("reports", "languages", "first", "sources", "states")) for row in rows]
    assert found == [("3", "ar, en, es", "2026-03-10", "A, B, C", "PAK, SLV")]
    assert rows[0]["kind"].value.endswith("/instrument-kind/memorandum-of-understanding")


def test_memoranda_of_two_years_and_appointments_of_two_persons_stay_apart(tmp_path: Path) -> None:
    told = {
        "first": "Kenya and Ghana signed a memorandum of understanding on crypto-assets on 2 May 2019. "
        "The president of Ghana appointed Kofi Asante governor of the Bank of Ghana.",
        "second": "Kenya and Ghana signed a memorandum of understanding on stablecoins on 10 July 2025. "
        "The president of Ghana appointed Ama Boateng governor of the Bank of Ghana.",
    }
    paths = []
    for name, text in told.items():
        paths.append(tmp_path / f"{name}.txt")
        paths[-1].write_text(f"News\ndate: 2025-07-11\npublisher: {name}\n\n{text}\n", encoding="utf-8")
    store = pipeline.build_graph(paths, sources=[]).store
    for kind in ("Agreement", "Appointment"):
        events = store.match(None, IRI(PREFIXES["rdf"] + "type"), IRI(DD + kind))
        assert len({quad.subject for quad in events}) == len(told), kind
    assert not questions.ask(store, questions.load("reports"), {}).rows
