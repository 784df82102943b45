"""One memorandum told in three languages is one event with three reports."""

from __future__ import annotations

from pathlib import Path

from dadiplo import pipeline, questions

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
    found = [tuple(row[name].value for name in ("reports", "languages", "first", "sources")) for row in rows]
    assert found == [("3", "ar, en, es", "2026-03-10", "A, B, C")]
