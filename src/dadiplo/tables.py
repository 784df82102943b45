"""Answers as text: tables for people (right-to-left text isolated) and formats for programs."""

from __future__ import annotations

import csv
import html
import io
import json
import unicodedata
from collections.abc import Callable, Collection, Sequence
from dataclasses import asdict, dataclass, replace

from dadiplo.citations import Citation

#: What a cell opens with that a spreadsheet takes for a formula, in full width too.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
FSI, PDI = "\u2068", "\u2069"


@dataclass(frozen=True, slots=True)
class Cell:
    """What a cell shows and, for a thing of the graph, its IRI; ``number`` if it is one, unrounded for programs."""

    text: str
    iri: str = ""
    number: int | float | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """Headings, rows and the citations of each row (numbers into ``sources``, from 1); notes stand below for people."""

    names: Sequence[str]
    headings: Sequence[str]
    rows: Sequence[Sequence[Cell]]
    cited: Sequence[Sequence[int]] = ()
    sources: Sequence[Citation] = ()
    notes: Sequence[str] = ()


def without(table: Table, names: Collection[str]) -> Table:
    """Return a table without some of its columns."""
    kept = [index for index, name in enumerate(table.names) if name not in names]
    return replace(
        table,
        names=[table.names[index] for index in kept],
        headings=[table.headings[index] for index in kept],
        rows=[[row[index] for index in kept] for row in table.rows],
    )


def isolate(text: str) -> str:
    """Return a text with its direction isolated if it has right-to-left letters (Unicode UAX 9)."""
    if any(unicodedata.bidirectional(char) in ("R", "AL", "AN") for char in text):
        return f"{FSI}{text}{PDI}"
    return text


def width(text: str) -> int:
    """Return how many columns a text takes on a terminal."""
    return sum(
        0
        if unicodedata.combining(char) or unicodedata.category(char) == "Cf"
        else 2
        if unicodedata.east_asian_width(char) in "WF"
        else 1
        for char in text
    )


def as_table(table: Table, columns: int = 100) -> str:
    """Return a table for a terminal of ``columns`` columns; long cells are wrapped, columns with nothing left out."""
    if not table.rows:
        return ""
    filled = [i for i in range(len(table.headings)) if any(row[i].text for row in table.rows)]
    headings = [table.headings[i] for i in filled] + ([""] if table.sources else [])
    cells = [[isolate(row[i].text) for i in filled] for row in table.rows]
    if table.sources:
        cells = [[*row, "".join(f"[{n}]" for n in numbers)] for row, numbers in zip(cells, table.cited, strict=True)]
    numeric = {place for place, i in enumerate(filled) if any(row[i].number is not None for row in table.rows)}
    widths = [
        # The heading of a column of numbers may take several lines: room is for words.
        max(*map(width, headings[i].split() if i in numeric else [headings[i]]), *(width(row[i]) for row in cells))
        if headings[i]
        else max(width(row[i]) for row in cells)
        for i in range(len(headings))
    ]
    widths = _fitted(widths, columns - 2 * (len(widths) - 1))
    lines = [*_lines(headings, widths), "  ".join("─" * size for size in widths)]
    for row in cells:
        lines += _lines(row, widths)
    text = "\n".join(line.rstrip() for line in lines) + "\n"
    if table.notes:
        text += "\n" + "".join(
            line.rstrip() + "\n" for note in table.notes for line in _wrapped(isolate(note), columns)
        )
    return text + (
        "\n" + "".join(f"[{n}] {reference(c)}\n" for n, c in enumerate(table.sources, 1)) if table.sources else ""
    )


def as_markdown(table: Table) -> str:
    """Return a Markdown table; sources follow as footnotes."""
    headings = [_escaped(heading) for heading in table.headings]
    lines = ["| " + " | ".join(headings) + " |", "|" + " --- |" * len(headings)]
    for index, row in enumerate(table.rows):
        cells = [_escaped(isolate(cell.text)) for cell in row]
        if table.sources and cells:
            cells[-1] += "".join(f"[^{n}]" for n in table.cited[index])
        lines.append("| " + " | ".join(cells) + " |")
    lines += (
        [""] + [f"[^{n}]: {_escaped(reference(c))}" for n, c in enumerate(table.sources, 1)] if table.sources else []
    )
    lines += [line for note in table.notes for line in ("", _escaped(isolate(note)))]
    return "\n".join(lines) + "\n"


def as_html(table: Table) -> str:
    """Return an HTML table with its sources as a numbered list; every text has its own direction."""
    return rows_as_html(table) + "\n" + (sources_as_html(table.sources) + "\n" if table.sources else "")


def rows_as_html(table: Table) -> str:
    """Return an HTML table whose rows point to the numbered sources."""
    head = "".join(f'<th scope="col">{text_as_html(heading)}</th>' for heading in table.headings)
    lines = ["<table>", f"<thead><tr>{head}</tr></thead>", "<tbody>"]
    for index, row in enumerate(table.rows):
        cells = [text_as_html(cell.text) for cell in row]
        if table.cited and cells:
            marks = "".join(f'<a href="#source-{n}">[{n}]</a>' for n in table.cited[index])
            cells[-1] += f"<sup>{marks}</sup>" if marks else ""
        lines.append("<tr>" + "".join(f"<td>{cell}</td>" for cell in cells) + "</tr>")
    return "\n".join([*lines, "</tbody>", "</table>"])


def sources_as_html(sources: Sequence[Citation]) -> str:
    """Return numbered sources as an HTML list."""
    lines = ["<ol>"]
    for n, citation in enumerate(sources, 1):
        text = text_as_html(reference(citation))
        if citation.url.startswith(("https://", "http://")):
            text = f'<a href="{html.escape(citation.url)}" rel="noopener noreferrer">{text}</a>'
        lines.append(f'<li id="source-{n}">{text}</li>')
    return "\n".join([*lines, "</ol>"])


def text_as_html(text: str) -> str:
    """Return a text as HTML that has its own direction."""
    return f"<bdi>{html.escape(text.replace(FSI, '').replace(PDI, ''))}</bdi>"


def as_csl(table: Table) -> str:
    """Return the sources alone as CSL-JSON (https://citeproc-js.readthedocs.io/en/latest/csl-json/markup.html).

    A quote is the ``note`` of its article, whose IRI with the offsets of the quote is the ``id``.
    """
    items = []
    for citation in table.sources:
        item: dict[str, object] = {
            "id": f"{citation.source}#char={citation.start},{citation.end}" if citation.quote else citation.source,
            "type": "article-newspaper" if citation.quote else "webpage",
            "title": citation.title,
        }
        if citation.speaker and not citation.quote:
            item["container-title"] = citation.speaker
        if citation.issued:
            item["issued"] = {"date-parts": [[int(part) for part in citation.issued.split("-")]]}
        if citation.url:
            item["URL"] = citation.url
        if citation.quote:
            item["note"] = citation.quote
        items.append(item)
    return json.dumps(items, ensure_ascii=False, indent=2) + "\n"


def as_json(table: Table) -> str:
    """Return a JSON list with an object for each row; things of the graph have ``label`` and ``iri``."""
    return json.dumps(_objects(table), ensure_ascii=False, indent=2) + "\n"


def as_json_lines(table: Table) -> str:
    """Return one JSON object a line."""
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in _objects(table))


def as_csv(table: Table) -> str:
    """Return comma-separated values (RFC 4180); a thing of the graph has a second column with its IRI."""
    return _separated(table, ",")


def as_tsv(table: Table) -> str:
    """Return tab-separated values; see ``as_csv``."""
    return _separated(table, "\t")


FORMATS: dict[str, Callable[[Table], str]] = {
    "table": as_table,
    "md": as_markdown,
    "json": as_json,
    "jsonl": as_json_lines,
    "csv": as_csv,
    "tsv": as_tsv,
    "html": as_html,
    "csl": as_csl,
}
#: Formats that are nothing without sources.
CITING = ("csl",)


def _objects(table: Table) -> list[dict[str, object]]:
    result = []
    for index, row in enumerate(table.rows):
        item: dict[str, object] = {name: _plain(cell) for name, cell in zip(table.names, row, strict=True)}
        if table.sources:
            item["evidence"] = [asdict(table.sources[n - 1]) for n in table.cited[index]]
        result.append(item)
    return result


def _plain(cell: Cell) -> object:
    if cell.iri:
        return {"label": cell.text, "iri": cell.iri}
    return cell.text if cell.number is None else cell.number


def _separated(table: Table, delimiter: str) -> str:
    linked = [any(row[i].iri for row in table.rows) for i in range(len(table.names))]
    out = io.StringIO()
    writer = csv.writer(out, delimiter=delimiter, lineterminator="\n")
    heading = [
        part
        for name, link in zip(table.names, linked, strict=True)
        for part in ((name, name + "_iri") if link else (name,))
    ]
    writer.writerow(heading + (["quotes", "sources"] if table.sources else []))
    for index, row in enumerate(table.rows):
        values = [
            part
            for cell, link in zip(row, linked, strict=True)
            for part in ((cell.text, cell.iri) if link else (cell.text,))
        ]
        values = [harmless(value) for value in values]
        if table.sources:
            cited = [table.sources[n - 1] for n in table.cited[index]]
            values.append(harmless(" | ".join(c.quote for c in cited if c.quote)))
            values.append(
                " | ".join(f"{c.source}#char={c.start},{c.end}" if c.quote else c.url or c.source for c in cited)
            )
        writer.writerow(values)
    return out.getvalue()


def harmless(value: str) -> str:
    """Return a value that a spreadsheet does not take for a formula."""
    return "'" + value if value.startswith(_FORMULA) else value


def reference(citation: Citation) -> str:
    """Return a citation as a line: quote, voice and place in the article, or title, publisher, date and address."""
    if citation.quote:
        quote = isolate("“" + " ".join(citation.quote.split()) + "”")
        voice = citation.attribution + (f", {isolate(citation.speaker)}" if citation.speaker else "")
        place = f"{citation.source.rsplit('/', 1)[-1]}, {citation.start}–{citation.end}"
        return f"{quote} ({voice}) — {isolate(citation.title)} [{place}]"
    parts = [isolate(citation.title), citation.speaker, citation.issued, citation.url]
    return ", ".join(part for part in parts if part)


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace("|", "\\|").replace("\n", " ")


def _fitted(widths: list[int], room: int) -> list[int]:
    """Narrow the widest columns until all fit."""
    widths = list(widths)
    while sum(widths) > room and max(widths) > 12:
        widths[widths.index(max(widths))] -= 1
    return widths


def _lines(cells: Sequence[str], widths: Sequence[int]) -> list[str]:
    wrapped = [_wrapped(cell, size) for cell, size in zip(cells, widths, strict=True)]
    height = max(len(lines) for lines in wrapped)
    result = []
    for index in range(height):
        parts = [lines[index] if index < len(lines) else "" for lines in wrapped]
        result.append("  ".join(part + " " * (size - width(part)) for part, size in zip(parts, widths, strict=True)))
    return result


def _wrapped(text: str, size: int) -> list[str]:
    """Break a text at spaces into lines of at most ``size`` columns; each line keeps its isolation."""
    bare = text.strip(FSI + PDI)
    isolated = bare != text
    lines: list[str] = []
    for word in bare.split():
        if lines and width(lines[-1]) + 1 + width(word) <= size:
            lines[-1] += " " + word
        else:
            lines.append(word)
    return [f"{FSI}{line}{PDI}" if isolated else line for line in lines] or [""]
