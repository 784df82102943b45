"""Results of SELECT and ASK queries in the W3C's formats: JSON, XML, CSV and TSV (SPARQL 1.1).

Oxigraph writes these too, but only whole results and in its own order; here rows are limited and sorted first.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Sequence
from xml.etree import ElementTree

from dadiplo.store import IRI, LANG_STRING, XSD_STRING, BlankNode, Row, Term

_NAMESPACE = "http://www.w3.org/2005/sparql-results#"


def as_json(names: Sequence[str], rows: Sequence[Row]) -> str:
    """Return SPARQL 1.1 Query Results JSON (https://www.w3.org/TR/sparql11-results-json/)."""
    bindings = [{name: _json(term) for name, term in zip(names, row, strict=True) if term is not None} for row in rows]
    return _dump({"head": {"vars": list(names)}, "results": {"bindings": bindings}})


def as_xml(names: Sequence[str], rows: Sequence[Row]) -> str:
    """Return SPARQL Query Results XML (https://www.w3.org/TR/rdf-sparql-XMLres/)."""
    root = _root(names)
    results = ElementTree.SubElement(root, "results")
    for row in rows:
        result = ElementTree.SubElement(results, "result")
        for name, term in zip(names, row, strict=True):
            if term is not None:
                _xml(ElementTree.SubElement(result, "binding", name=name), term)
    return _document(root)


def as_csv(names: Sequence[str], rows: Sequence[Row]) -> str:
    """Return SPARQL 1.1 Query Results CSV (https://www.w3.org/TR/sparql11-results-csv-tsv/): values without types."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(names)
    writer.writerows(["" if term is None else _plain(term) for term in row] for row in rows)
    return out.getvalue()


def as_tsv(names: Sequence[str], rows: Sequence[Row]) -> str:
    """Return SPARQL 1.1 Query Results TSV (https://www.w3.org/TR/sparql11-results-csv-tsv/): terms as in Turtle."""
    lines = ["\t".join(f"?{name}" for name in names)]
    lines += ["\t".join("" if term is None else str(term).replace("\t", "\\t") for term in row) for row in rows]
    return "\n".join(lines) + "\n"


def truth_as_json(truth: bool) -> str:
    """Return the answer of an ASK as SPARQL 1.1 Query Results JSON."""
    return _dump({"head": {}, "boolean": truth})


def truth_as_xml(truth: bool) -> str:
    """Return the answer of an ASK as SPARQL Query Results XML."""
    root = _root(())
    ElementTree.SubElement(root, "boolean").text = _word(truth)
    return _document(root)


#: Name on the command line → writer of rows.
FORMATS: dict[str, Callable[[Sequence[str], Sequence[Row]], str]] = {
    "json": as_json,
    "xml": as_xml,
    "csv": as_csv,
    "tsv": as_tsv,
}
#: Name on the command line → writer of a truth value; the others write the word.
TRUTH_FORMATS: dict[str, Callable[[bool], str]] = {"json": truth_as_json, "xml": truth_as_xml}


def _word(truth: bool) -> str:
    return "true" if truth else "false"


def _json(term: Term) -> dict[str, str]:
    if isinstance(term, IRI):
        return {"type": "uri", "value": term.value}
    if isinstance(term, BlankNode):
        return {"type": "bnode", "value": term.value}
    if term.language:
        return {"type": "literal", "value": term.value, "xml:lang": term.language}
    if term.datatype.value in (XSD_STRING, LANG_STRING):
        return {"type": "literal", "value": term.value}
    return {"type": "literal", "value": term.value, "datatype": term.datatype.value}


def _xml(binding: ElementTree.Element, term: Term) -> None:
    told = _json(term)
    element = ElementTree.SubElement(binding, told["type"])
    # XML 1.0 has no way to write most control characters.
    element.text = "".join(char if char >= " " or char in "\t\n\r" else "\ufffd" for char in told["value"])
    if "xml:lang" in told:
        element.set("xml:lang", told["xml:lang"])
    if "datatype" in told:
        element.set("datatype", told["datatype"])


def _root(names: Sequence[str]) -> ElementTree.Element:
    root = ElementTree.Element("sparql", xmlns=_NAMESPACE)
    head = ElementTree.SubElement(root, "head")
    for name in names:
        ElementTree.SubElement(head, "variable", name=name)
    return root


def _document(root: ElementTree.Element) -> str:
    ElementTree.indent(root, " ")
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ElementTree.tostring(root, encoding="unicode") + "\n"


def _dump(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


def _plain(term: Term) -> str:
    return f"_:{term.value}" if isinstance(term, BlankNode) else term.value
