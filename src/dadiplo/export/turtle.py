"""Turtle and TriG for reading: sorted, one block per subject, grouped by kind, byte-identical for equal data.

Oxigraph's own serialiser writes neither nested blank nodes and lists nor a stable order of prefixes, and
these files are what an analyst reads and a reviewer compares; hence this writer (RDF 1.1 Turtle and TriG).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import TypeAlias

from dadiplo.resources import ID, PREFIXES, VOCAB, compact, expand
from dadiplo.store import IRI, LANG_STRING, XSD_STRING, BlankNode, Literal, Quad, Term, Triple, graph_of, triple_of

RDF = PREFIXES["rdf"]
_LOCAL = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_-]*")
_SPECIAL = re.compile(r'[\\"\x00-\x1f\x7f]')
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"}
#: Predicates that come first in a block, in this order; the others follow by IRI.
_FIRST = [
    RDF + "type",
    PREFIXES["rdfs"] + "label",
    PREFIXES["skos"] + "prefLabel",
    PREFIXES["skos"] + "altLabel",
    PREFIXES["skos"] + "definition",
    PREFIXES["oa"] + "exact",
    PREFIXES["oa"] + "start",
    PREFIXES["oa"] + "end",
]
_RANK = {predicate: rank for rank, predicate in enumerate(_FIRST)}
_WIDTH = 100
#: Graph → subject → what was written of it.
Blocks: TypeAlias = dict[str, dict[str, str]]
#: A string or an IRI in full, which are passed over, or a prefix.
_PREFIX = re.compile(r'"(?:[^"\\]|\\.)*"|<[^>]*>|(?<![\w<])([a-z][a-z-]*):')


def turtle(quads: Iterable[Quad], kept: Blocks | None = None) -> str:
    """Return the triples of all graphs together as one Turtle document; ``kept`` is that of ``trig``."""
    body = "\n".join(_blocks({triple_of(quad) for quad in quads}, "", (kept or {}).get("", {})))
    return _header(body) + body


def trig(quads: Iterable[Quad], kept: Blocks | None = None) -> str:
    """Return the quads as one TriG document, a block for each graph in the order of their IRIs.

    Args:
        quads: what to write.
        kept: blocks written before, of subjects that are not in ``quads``, to stand among the others.

    """
    graphs: dict[str, set[Triple]] = defaultdict(set)
    for quad in quads:
        graphs[graph_of(quad)].add(triple_of(quad))
    earlier = kept or {}
    names = {graph: iri_text(graph) if graph else "" for graph in graphs.keys() | earlier.keys()}
    parts = []
    for graph, name in sorted(names.items(), key=lambda pair: pair[1]):
        known = earlier.get(graph, {})
        if name:
            parts.append(name + " {\n\n" + "\n".join(_blocks(graphs[graph], "    ", known)) + "\n}\n")
        else:
            parts.append("\n".join(_blocks(graphs[graph], "", known)))
    body = "\n".join(parts)
    return _header(body) + body


def blocks_of(text: str) -> Blocks:
    """Return the blocks of a document that ``turtle`` or ``trig`` wrote; in Turtle they are in the graph ``""``."""
    graph = ""
    found: Blocks = defaultdict(dict)
    for block in text.split("\n\n"):
        lines = block.removeprefix("}\n").lstrip("\n")
        first = lines.lstrip(" ").partition(" ")[0]
        if lines.endswith(" {"):
            graph = _iri(first)
        elif first and first[0] not in "@#_}":
            found[graph][_iri(first)] = lines.removesuffix("\n}").rstrip("\n") + "\n"
    return found


def _iri(name: str) -> str:
    if name.startswith("<"):
        return name[1:-1]
    return expand(name)


@lru_cache(maxsize=65536)
def iri_text(iri: str) -> str:
    """Return an IRI as Turtle writes it, with a prefix where one fits."""
    short = compact(iri)
    return short if short != iri and _LOCAL.fullmatch(short.partition(":")[2]) else f"<{iri}>"


def literal_text(literal: Literal) -> str:
    """Return a literal as Turtle writes it."""
    value = literal.value
    if _SPECIAL.search(value):
        value = _SPECIAL.sub(lambda found: _ESCAPES.get(found[0]) or f"\\u{ord(found[0]):04X}", value)
    quoted = f'"{value}"'
    if literal.language:
        return f"{quoted}@{literal.language}"
    datatype = literal.datatype.value
    if datatype in (XSD_STRING, LANG_STRING):
        return quoted
    if datatype == PREFIXES["xsd"] + "integer" and re.fullmatch(r"[+-]?[0-9]+", literal.value):
        return literal.value
    if datatype == PREFIXES["xsd"] + "boolean" and literal.value in ("true", "false"):
        return literal.value
    if datatype == PREFIXES["xsd"] + "decimal" and re.fullmatch(r"[+-]?[0-9]*\.[0-9]+", literal.value):
        return literal.value
    return f"{quoted}^^{iri_text(datatype)}"


def _header(body: str) -> str:
    used = set(_PREFIX.findall(body))
    lines = [f"@prefix {prefix}: <{PREFIXES[prefix]}> ." for prefix in sorted(used & PREFIXES.keys())]
    return "\n".join(lines) + "\n\n" if lines else ""


def _blocks(triples: set[Triple], indent: str, kept: dict[str, str]) -> Iterator[str]:
    nodes = _Nodes(triples)
    section = None
    for subject in sorted([*nodes.tops(), *map(IRI, kept)], key=_subject_key):
        heading = _section(subject)
        if heading != section:
            section = heading
            if heading:
                yield f"{indent}# {heading}\n"
        if subject.value in kept:
            yield kept[subject.value]
            continue
        lines = nodes.predicate_lines(subject, indent + "    ")
        yield indent + nodes.text(subject) + " " + " ;\n".join(lines).lstrip() + " .\n"


def _section(subject: IRI | BlankNode) -> str:
    """Name the group that a subject is listed in: its kind of individual or its scheme."""
    if isinstance(subject, IRI):
        for top in (ID, VOCAB):
            if subject.value.startswith(top) and "/" in subject.value[len(top) :]:
                kind = subject.value[len(top) :].split("/", 1)[0]
                return "passage" if "#char=" in subject.value else kind
    return ""


def _subject_key(subject: IRI | BlankNode) -> tuple[object, ...]:
    if isinstance(subject, BlankNode):
        return (2, subject.value)
    return (1 if "#char=" in subject.value else 0, _section(subject), _natural(subject.value), subject.value)


@lru_cache(maxsize=65536)
def _natural(text: str) -> str:
    """Return a text that sorts with its numbers in the order of their size."""
    return re.sub(r"\d+", lambda found: found[0].zfill(9), text)


def _predicate_key(predicate: IRI) -> tuple[int, str]:
    return (_RANK.get(predicate.value, len(_RANK)), predicate.value)


def _object_key(term: Term) -> tuple[str, str, str]:
    """Literals by language, so that translations stand in one order everywhere; in the end by all they are."""
    return ((term.language or "") if isinstance(term, Literal) else "", _natural(term.value), str(term))


class _Nodes:
    """The triples of one graph by subject; blank nodes used once are written where they are used."""

    def __init__(self, triples: set[Triple]) -> None:
        self.by_subject: dict[IRI | BlankNode, dict[IRI, list[Term]]] = defaultdict(lambda: defaultdict(list))
        uses: dict[BlankNode, int] = defaultdict(int)
        for subject, predicate, obj in triples:
            self.by_subject[subject][predicate].append(obj)
            if isinstance(obj, BlankNode):
                uses[obj] += 1
        self.nested = {node for node, count in uses.items() if count == 1 and node in self.by_subject}
        self.names: dict[BlankNode, str] = {}

    def tops(self) -> list[IRI | BlankNode]:
        """Return the subjects that get a block of their own."""
        return [subject for subject in self.by_subject if subject not in self.nested]

    def predicate_lines(self, subject: IRI | BlankNode, indent: str) -> list[str]:
        lines = []
        by_predicate = self.by_subject[subject]
        for predicate in sorted(by_predicate, key=_predicate_key):
            objects = by_predicate[predicate]
            if len(objects) > 1:
                objects = sorted(objects, key=_object_key)
            values = [self.text(obj) for obj in objects]
            if len(values) > 1 and any(isinstance(obj, BlankNode) for obj in objects):
                values.sort()
            name = "a" if predicate.value == RDF + "type" else iri_text(predicate.value)
            line = f"{indent}{name} " + " , ".join(values)
            if len(line) > _WIDTH and len(values) > 1:
                line = f"{indent}{name}\n" + " ,\n".join(f"{indent}    {value}" for value in values)
            lines.append(line)
        return lines

    def text(self, term: Term) -> str:
        if isinstance(term, IRI):
            return iri_text(term.value)
        if isinstance(term, Literal):
            return literal_text(term)
        if term not in self.nested:
            return f"_:{self.names.setdefault(term, f'b{len(self.names)}')}"
        items = self._list(term)
        if items is not None:
            return "( " + " ".join(items) + " )"
        return "[ " + " ; ".join(line.strip() for line in self.predicate_lines(term, "")) + " ]"

    def _list(self, node: Term) -> list[str] | None:
        items: list[str] = []
        while isinstance(node, BlankNode):
            parts = {predicate.value: values for predicate, values in self.by_subject[node].items()}
            if set(parts) != {RDF + "first", RDF + "rest"} or len(parts[RDF + "first"]) != 1:
                return None
            items.append(self.text(parts[RDF + "first"][0]))
            node = parts[RDF + "rest"][0]
        return items if isinstance(node, IRI) and node.value == RDF + "nil" else None
