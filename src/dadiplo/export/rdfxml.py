"""RDF/XML: sorted, an element a subject, byte-identical for equal data.

Oxigraph's serialiser writes invalid XML for types without a local name and for control characters, and loses CR; hence
this writer (RDF 1.1 XML Syntax).
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterable

from dadiplo.errors import InputError
from dadiplo.resources import PREFIXES
from dadiplo.store import LANG_STRING, XSD_STRING, BlankNode, Literal, Quad, Term, Triple, stable, triple_of

_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_LOCAL = re.compile(r"[^\W\d][\w.-]*$")


def rdfxml(quads: Iterable[Quad]) -> str:
    """Return the triples of all graphs together as one RDF/XML document.

    XML 1.0 has no way to write most control characters (section 2.2): they become U+FFFD.

    Raises:
        InputError: a property has no local name, so that no element can be called after it (section 2.4).

    """
    triples = sorted({triple_of(quad) for quad in stable(quads)}, key=lambda triple: tuple(map(str, triple)))
    names = _names(triples)
    root = ET.Element("rdf:RDF", {f"xmlns:{prefix}": namespace for namespace, prefix in sorted(names.items())})
    described: dict[Term, ET.Element] = {}
    for subject, predicate, obj in triples:
        if subject not in described:
            described[subject] = ET.SubElement(root, "rdf:Description", _reference(subject, "rdf:about"))
        namespace, local = _split(predicate.value)
        element = ET.SubElement(described[subject], f"{names[namespace]}:{local}")
        if isinstance(obj, Literal):
            element.text = _NOT_XML.sub("\ufffd", obj.value)
            if obj.language:
                element.set("xml:lang", obj.language)
            elif obj.datatype.value not in (XSD_STRING, LANG_STRING):
                element.set("rdf:datatype", obj.datatype.value)
        else:
            element.attrib.update(_reference(obj, "rdf:resource"))
    ET.indent(root, "  ")
    # A parser reads CR as LF unless it is a reference (XML 1.0, section 2.11).
    text = ET.tostring(root, encoding="unicode").replace("\r", "&#13;")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{text}\n'


def _names(triples: Iterable[Triple]) -> dict[str, str]:
    """Return a prefix for the namespace of each property."""
    known = {namespace: prefix for prefix, namespace in PREFIXES.items()}
    used = {_split(predicate.value)[0] for _, predicate, _ in triples} | {PREFIXES["rdf"]}
    others = sorted(used - known.keys())
    return {name: known[name] for name in used & known.keys()} | {name: f"ns{n}" for n, name in enumerate(others)}


def _split(iri: str) -> tuple[str, str]:
    local = _LOCAL.search(iri)
    if local is None or not iri[: local.start()]:
        raise InputError(f"the property <{iri}> cannot be written in RDF/XML, as it has no local name")
    return iri[: local.start()], local[0]


def _reference(term: Term, attribute: str) -> dict[str, str]:
    return {"rdf:nodeID": f"b{term.value}"} if isinstance(term, BlankNode) else {attribute: term.value}
