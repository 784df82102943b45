"""JSON-LD 1.1 with a context made from the ontology: short names, typed values, labels by language."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache
from typing import Any

from dadiplo.export.turtle import Blocks
from dadiplo.resources import DD, PREFIXES, compact, expand, turtle_files
from dadiplo.store import IRI, LANG_STRING, XSD_STRING, BlankNode, Literal, Quad, Term, graph_of, parse, triple_of

_RDF, _RDFS, _OWL, _XSD, _SKOS = (PREFIXES[name] for name in ("rdf", "rdfs", "owl", "xsd", "skos"))
_BY_LANGUAGE = {
    "label": _RDFS + "label",
    "prefLabel": _SKOS + "prefLabel",
    "altLabel": _SKOS + "altLabel",
    "hiddenLabel": _SKOS + "hiddenLabel",
    "definition": _SKOS + "definition",
    "scopeNote": _SKOS + "scopeNote",
    "example": _SKOS + "example",
    "demonym": DD + "demonym",
    "title": PREFIXES["dcterms"] + "title",
}
_LINKS = {
    "broader": _SKOS + "broader",
    "inScheme": _SKOS + "inScheme",
    "isDefinedBy": _RDFS + "isDefinedBy",
    # Not "source", which is the prefix of the IRIs of sources.
    "dcterms:source": PREFIXES["dcterms"] + "source",
}
_TYPED = {
    "exact": (PREFIXES["oa"] + "exact", ""),
    "start": (PREFIXES["oa"] + "start", _XSD + "integer"),
    "end": (PREFIXES["oa"] + "end", _XSD + "integer"),
    "earliest": (DD + "earliest", _XSD + "date"),
    "latest": (DD + "latest", _XSD + "date"),
}

#: The start of a node's line: its name.
_LINE = re.compile(r'\{"@id": ("(?:[^"\\]|\\.)*")')


@lru_cache(maxsize=1)
def context() -> dict[str, Any]:
    """Return the JSON-LD context of the ontology: prefixes, classes and properties."""
    terms: dict[str, Any] = {"@version": 1.1, **PREFIXES}
    for path in turtle_files("ontology"):
        if path.parent.name != "ontology":
            continue
        for quad in parse(path.read_bytes(), "turtle", name=str(path)):
            if (
                quad.predicate.value != _RDF + "type"
                or not isinstance(quad.object, IRI)
                or not isinstance(quad.subject, IRI)
            ):
                continue
            name = quad.subject.value.removeprefix(DD)
            if not quad.subject.value.startswith(DD) or name in terms:
                continue
            if quad.object.value == _OWL + "Class":
                terms[name] = f"dd:{name}"
            elif quad.object.value == _OWL + "ObjectProperty":
                terms[name] = {"@id": f"dd:{name}", "@type": "@id"}
            elif quad.object.value in (_OWL + "DatatypeProperty", _OWL + "AnnotationProperty"):
                terms[name] = f"dd:{name}"
    for name, iri in _LINKS.items():
        terms[name] = {"@id": compact(iri), "@type": "@id"}
    for name, (iri, datatype) in _TYPED.items():
        terms[name] = {"@id": compact(iri), "@type": compact(datatype)} if datatype else compact(iri)
    for name, iri in _BY_LANGUAGE.items():
        terms[name] = {"@id": compact(iri), "@container": "@language"}
    return dict(sorted(terms.items()))


def context_text() -> str:
    """Return the context as a document of its own, to be published or loaded beside one's own JSON."""
    return json.dumps({"@context": context()}, ensure_ascii=False, indent=2) + "\n"


def jsonld(quads: Iterable[Quad], kept: Blocks | None = None) -> str:
    """Return quads as one JSON-LD document: named graphs in the order of their IRIs, nodes sorted.

    Args:
        quads: what to write.
        kept: lines written before, of nodes that are not in ``quads``, to stand among the others.

    """
    graphs: dict[str, dict[str, dict[str, list[Term]]]] = defaultdict(lambda: defaultdict(lambda: defaultdict(list)))
    for quad in quads:
        subject, predicate, obj = triple_of(quad)
        graphs[graph_of(quad)][_id(subject)][predicate.value].append(obj)
    terms = _Terms()
    content: list[str] = []
    earlier = kept or {}
    for name in sorted(graphs.keys() | earlier.keys()):
        # A node a line: short to read and compare, and fast to write.
        lines = {compact(subject): line for subject, line in earlier.get(name, {}).items()}
        lines |= {subject: _json(terms.node(subject, facts)) for subject, facts in graphs[name].items()}
        nodes = [lines[subject] for subject in sorted(lines)]
        inside = ",\n".join(nodes)
        content += nodes if not name else [f'{{"@id": {_json(compact(name))}, "@graph": [\n{inside}\n]}}']
    return f'{{\n"@context": {_json(context())},\n"@graph": [\n' + ",\n".join(content) + "\n]\n}\n"


def lines_of(text: str) -> Blocks:
    """Return the nodes of a document that ``jsonld`` wrote, a line each."""
    graph = ""
    found: Blocks = defaultdict(dict)
    for line in text.split("\n"):
        opened = _LINE.match(line)
        if opened is None:
            continue
        name = _full(json.loads(opened[1]))
        if line.endswith('"@graph": ['):
            graph = name
        else:
            found[graph][name] = line.removesuffix(",")
    return found


def _full(name: str) -> str:
    return expand(name) if name.partition(":")[0] in PREFIXES else name


class _Terms:
    """Writes nodes and values with the names of the context."""

    def __init__(self) -> None:
        self._names: dict[str, str] = {}
        self._links: set[str] = set()
        self._types: dict[str, str] = {}
        self._languages: set[str] = set()
        for name, value in context().items():
            told = value if isinstance(value, dict) else {"@id": value}
            iri = str(told.get("@id", ""))
            prefix, _, local = iri.partition(":")
            if name in PREFIXES or prefix not in PREFIXES:
                continue
            full = PREFIXES[prefix] + local
            self._names[full] = name
            if told.get("@type") == "@id":
                self._links.add(full)
            elif "@type" in told:
                self._types[full] = PREFIXES["xsd"] + told["@type"].partition(":")[2]
            if told.get("@container") == "@language":
                self._languages.add(full)

    def node(self, subject: str, facts: dict[str, list[Term]]) -> dict[str, Any]:
        result: dict[str, Any] = {"@id": subject}
        types = facts.get(_RDF + "type")
        if types:
            names = sorted(self._names.get(term.value, compact(term.value)) for term in types if isinstance(term, IRI))
            result["@type"] = names[0] if len(names) == 1 else names
        for predicate in sorted(facts, key=lambda iri: self._names.get(iri, compact(iri))):
            if predicate == _RDF + "type":
                facts[predicate] = [term for term in facts[predicate] if not isinstance(term, IRI)]
            fitting = [term for term in facts[predicate] if self._fits(predicate, term)]
            others = [term for term in facts[predicate] if not self._fits(predicate, term)]
            if fitting:
                result[self._names[predicate]] = self._values(predicate, fitting)
            if others:
                # Under its compact IRI a property has no type of its own, so that any value can stand there.
                result[compact(predicate)] = _one([_value(term) for term in _sorted(others)])
        return result

    def _fits(self, predicate: str, term: Term) -> bool:
        """Tell whether a value is of the kind that the context gives the property."""
        if predicate not in self._names:
            return False
        if predicate in self._links:
            return not isinstance(term, Literal)
        if predicate in self._languages:
            return isinstance(term, Literal) and bool(term.language)
        if predicate in self._types:
            return isinstance(term, Literal) and term.datatype.value == self._types[predicate]
        return True

    def _values(self, predicate: str, terms: list[Term]) -> Any:
        if predicate in self._languages:
            by_language: dict[str, list[str]] = defaultdict(list)
            for term in terms:
                by_language[str(getattr(term, "language", ""))].append(term.value)
            return {tag: _one(sorted(texts)) for tag, texts in sorted(by_language.items())}
        if predicate in self._links:
            return _one(sorted(_id(term) for term in terms if not isinstance(term, Literal)))
        if predicate in self._types:
            return _one(sorted(term.value for term in terms))
        return _one([_value(term) for term in _sorted(terms)])


def _value(term: Term) -> Any:
    if isinstance(term, (IRI, BlankNode)):
        return {"@id": _id(term)}
    if term.language:
        return {"@language": term.language, "@value": term.value}
    if term.datatype.value in (XSD_STRING, LANG_STRING):
        return term.value
    return {"@type": compact(term.datatype.value), "@value": term.value}


def _sorted(terms: list[Term]) -> list[Term]:
    return sorted(terms, key=str) if len(terms) > 1 else terms


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


def _one(values: list[Any]) -> Any:
    return values[0] if len(values) == 1 else values


def _id(term: IRI | BlankNode) -> str:
    return compact(term.value) if isinstance(term, IRI) else f"_:{term.value}"
