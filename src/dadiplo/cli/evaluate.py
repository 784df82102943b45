"""``dadiplo evaluate``: how well the extractor reads annotated texts."""

from __future__ import annotations

import json
import shutil
from dataclasses import asdict
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

import click

from dadiplo.cli.common import hush, output_option, talk, write
from dadiplo.tables import Cell, Table, as_markdown, as_table, isolate

if TYPE_CHECKING:
    from dadiplo.evaluation import Mistake, Scores

_HEADINGS = ("language", "measure", "precision", "recall", "F1", "accuracy", "gold", "found")


@click.command(epilog="Example: dadiplo evaluate corpus/text corpus/gold --errors --lang ar")
@click.argument("texts", type=click.Path(path_type=Path))
@click.argument("gold", type=click.Path(path_type=Path))
@click.option("--errors", is_flag=True, help="Print each miss, false alarm and wrong value with its sentence.")
@click.option("--lang", "languages", multiple=True, help="Only texts of this language; may be given several times.")
@click.option("-f", "--format", "fmt", type=click.Choice(["table", "json", "md"]), default="table", show_default=True)
@output_option
def command(texts: Path, gold: Path, errors: bool, languages: tuple[str, ...], fmt: str, output: Path | None) -> None:
    """Read the articles in TEXTS and compare with the annotations in GOLD.

    TEXTS is a folder of .txt files, GOLD one of .json files of the same names, in the form that
    dadiplo extract --format json writes. Entities and events are matched one to one, the best match first.
    """
    from dadiplo.evaluation import evaluate

    scores, mistakes = evaluate(texts, gold, languages, report=lambda name: talk(f"reading {name}"))
    hush()
    if fmt == "json":
        record: dict[str, object] = {name: _object(item) for name, item in scores.items()}
        if errors:
            record["errors"] = [asdict(mistake) for mistake in mistakes]
        write(json.dumps(record, ensure_ascii=False, indent=1) + "\n", output)
        return
    table = _table(scores)
    text = as_markdown(table) if fmt == "md" else as_table(table, shutil.get_terminal_size((100, 24)).columns)
    write(text + (_told(mistakes) if errors else ""), output)


def _table(scores: dict[str, Scores]) -> Table:
    rows = []
    for language, item in scores.items():
        for measure, count in item.counts.items():
            values = [f"{value:.3f}" for value in (count.precision, count.recall, count.f1)]
            rows.append([language, measure, *values, "", str(count.gold), str(count.found)])
        for measure, count in item.accuracy.items():
            rows.append(
                [language, f"{measure} of matched events", "", "", "", f"{count.precision:.3f}", str(count.gold), ""]
            )
        silent = f"events in {item.silent_texts} of {item.texts} texts that have none"
        rows.append([language, silent, "", "", "", "", "0", str(item.false_events)])
    return Table(_HEADINGS, _HEADINGS, [[Cell(value) for value in row] for row in rows])


def _object(scores: Scores) -> dict[str, object]:
    measures: dict[str, object] = {
        measure: {
            "precision": round(count.precision, 4),
            "recall": round(count.recall, 4),
            "f1": round(count.f1, 4),
            "gold": count.gold,
            "found": count.found,
        }
        for measure, count in scores.counts.items()
    }
    accuracy = {
        measure: {"accuracy": round(count.precision, 4), "events": count.gold}
        for measure, count in scores.accuracy.items()
    }
    silent = {"texts": scores.silent_texts, "events": scores.false_events}
    return {"texts": scores.texts, **measures, **accuracy, "texts without events": silent}


def _told(mistakes: list[Mistake]) -> str:
    lines = []
    for text, group in groupby(mistakes, key=lambda mistake: mistake.text):
        lines.append(f"\n{text}")
        for mistake in group:
            lines.append(f"- {mistake.kind}: {isolate(mistake.what)}")
            lines.append(f"  {isolate(mistake.sentence)}")
    return "".join(line + "\n" for line in lines)
