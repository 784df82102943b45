"""SHACL validation: what is wrong, what asks for a second look, and what is not known, in English and Arabic."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from dadiplo.phrases import phrase
from dadiplo.resources import PREFIXES, compact, folder, turtle_files
from dadiplo.store import IRI, BlankNode, Literal, Quad, Store, Term, parse, triple_of

SEVERITIES = ("violation", "warning", "info")
SHAPES = "https://w3id.org/dadiplo/shapes#"
_SH = PREFIXES["sh"]
_TYPE = IRI(PREFIXES["rdf"] + "type")
_SUBCLASS = PREFIXES["rdfs"] + "subClassOf"
#: Shape files that judge data; ``terms`` judges the ontology.
DATA_SHAPES = ("must", "should", "gaps")
_AUDIT_MESSAGE = re.compile(r"^#\+ message(?:@([a-z]{2}))?: (.*)$", re.MULTILINE)


@dataclass(frozen=True, slots=True, order=True)
class Result:
    """One failure of one shape at one node."""

    severity: str
    shape: str
    focus: str
    path: str
    value: str
    messages: tuple[tuple[str, str], ...] = field(compare=False)

    def message(self, language: str) -> str:
        """Return the message in a language, or in English."""
        messages = dict(self.messages)
        return messages.get(language) or messages.get("en", "")


@dataclass(frozen=True, slots=True)
class Report:
    """The results of a validation, in a stable order: worst first."""

    results: tuple[Result, ...]

    def count(self, severity: str) -> int:
        """Return how many results have a severity."""
        return sum(result.severity == severity for result in self.results)

    def fails(self, on: str = "violation") -> bool:
        """Tell whether there is a result at least as bad as ``on``."""
        return any(self.count(severity) for severity in SEVERITIES[: SEVERITIES.index(on) + 1])


def shape_quads(*names: str) -> list[Quad]:
    """Return the shapes of the named files in ``shapes/``."""
    wanted = names or DATA_SHAPES
    paths = [path for path in turtle_files("shapes") if path.stem in wanted]
    return [quad for path in paths for quad in parse(path.read_bytes(), "turtle", name=str(path))]


def validate(data: Iterable[Quad], shapes: list[Quad], background: Iterable[Quad] = ()) -> Report:
    """Return what the shapes find in the data.

    Args:
        data: the quads to judge, all graphs together.
        shapes: from ``shape_quads``.
        background: ontology and entities that the data refer to; they help to judge and are not judged.

    """
    import pyshacl
    import rdflib

    from dadiplo.bridge import to_graph

    judged = list(data)
    used = _terms_of(shapes)
    own = [quad for quad in judged if quad.predicate.value in used]
    subjects = {triple_of(quad)[0] for quad in judged}
    mentioned = {quad.object for quad in judged if isinstance(quad.object, IRI)} | subjects
    helping = [
        quad for quad in background
        if quad.predicate.value == _SUBCLASS
        or (quad.predicate == _TYPE and quad.subject in mentioned)
        or (quad.predicate.value in used and quad.subject in subjects)
    ]  # fmt: skip
    graph = to_graph([*own, *helping])
    _, report, _ = pyshacl.validate(
        graph,
        shacl_graph=to_graph(shapes),
        inplace=True,
        advanced=False,
        meta_shacl=False,
        do_owl_imports=False,
    )
    if not isinstance(report, rdflib.Graph):
        raise RuntimeError(f"pySHACL gave no report graph but {report!r}")
    texts = _messages(shapes)
    names = {subject.value for subject in subjects}
    return Report(tuple(sorted(_results(report, texts, names), key=_order)))


def validate_nodes(store: Store, nodes: Iterable[IRI | BlankNode]) -> Report:
    """Return what the shapes find at some nodes of a graph; the types of what they refer to help to judge."""
    data = [quad for node in nodes for quad in store.match(node)]
    named = {quad.object for quad in data if isinstance(quad.object, IRI)}
    background = list(store.match(None, IRI(_SUBCLASS)))
    background += [quad for node in named for quad in store.match(node, _TYPE)]
    return validate(data, shape_quads(), background)


def _terms_of(shapes: list[Quad]) -> set[str]:
    """Return the properties and classes that shapes speak of; only quads with these properties can matter."""
    named = {quad.object.value for quad in shapes if isinstance(quad.object, IRI)}
    texts = [
        quad.object.value
        for quad in shapes
        if quad.predicate.value == _SH + "select" and isinstance(quad.object, Literal)
    ]
    return named | {iri for text in texts for iri in re.findall(r"<([^<>\s]+)>", text)} | {_TYPE.value, _SUBCLASS}


def audit(store: Store) -> Report:
    """Return what the audits of ``queries/audit`` find: queries that return nothing where all is well."""
    results = []
    for path in sorted((folder("queries") / "audit").glob("*.rq")):
        text = path.read_text(encoding="utf-8")
        messages = tuple((tag or "en", told) for tag, told in _AUDIT_MESSAGE.findall(text))
        names, rows = store.select(text)
        for row in rows:
            found = {name: term.value if term is not None else "" for name, term in zip(names, row, strict=True)}
            results.append(Result("violation", path.stem, found["focus"], "", found.get("value", ""), messages))
    return Report(tuple(sorted(results, key=_order)))


def together(*reports: Report) -> Report:
    """Return the results of several reports as one."""
    return Report(tuple(sorted((result for report in reports for result in report.results), key=_order)))


def _order(result: Result) -> tuple[int, str, str, str, str]:
    return (SEVERITIES.index(result.severity), result.shape, result.focus, result.path, result.value)


def _results(report: object, texts: dict[str, tuple[tuple[str, str], ...]], subjects: set[str]) -> set[Result]:
    import rdflib

    assert isinstance(report, rdflib.Graph)
    sh = rdflib.Namespace(_SH)
    found = set()
    for node in report.subjects(rdflib.RDF.type, sh.ValidationResult):
        # Nameless class expressions are no terms; nameless individuals are found by an audit.
        focus = str(report.value(node, sh.focusNode))
        if focus not in subjects or isinstance(report.value(node, sh.focusNode), rdflib.BNode):
            continue
        shape = str(report.value(node, sh.sourceShape))
        path = report.value(node, sh.resultPath)
        value = report.value(node, sh.value)
        severity = str(report.value(node, sh.resultSeverity)).removeprefix(_SH).lower()
        found.add(
            Result(
                severity,
                shape.removeprefix(SHAPES),
                focus,
                str(path) if isinstance(path, rdflib.URIRef) else "",
                str(value) if value is not None and not isinstance(value, rdflib.BNode) else "",
                texts.get(shape, ()),
            )
        )
    return found


def _messages(shapes: list[Quad]) -> dict[str, tuple[tuple[str, str], ...]]:
    """Return the messages of each shape; pySHACL's own reports lose the languages of some."""
    result: dict[str, list[tuple[str, str]]] = {}
    for quad in shapes:
        if (
            quad.predicate.value == _SH + "message"
            and isinstance(quad.object, Literal)
            and isinstance(quad.subject, IRI)
        ):
            result.setdefault(quad.subject.value, []).append((quad.object.language or "en", quad.object.value))
    return {shape: tuple(sorted(texts)) for shape, texts in result.items()}


def report_quads(report: Report) -> list[Quad]:
    """Return a report as a SHACL validation report (SHACL section 3.6), with names instead of blank nodes."""
    base = "https://w3id.org/dadiplo/id/report"
    quads = [_quad(base, _TYPE.value, IRI(_SH + "ValidationReport"))]
    conforms = Literal("false" if report.fails() else "true", datatype=IRI(PREFIXES["xsd"] + "boolean"))
    quads.append(_quad(base, _SH + "conforms", conforms))
    for number, result in enumerate(report.results, 1):
        node = f"{base}#{number}"
        quads += [
            _quad(base, _SH + "result", IRI(node)),
            _quad(node, _TYPE.value, IRI(_SH + "ValidationResult")),
            _quad(node, _SH + "resultSeverity", IRI(_SH + result.severity.capitalize())),
            _quad(node, _SH + "sourceShape", IRI(SHAPES + result.shape)),
            _quad(node, _SH + "focusNode", _node(result.focus)),
        ]
        if result.path:
            quads.append(_quad(node, _SH + "resultPath", IRI(result.path)))
        if result.value:
            quads.append(_quad(node, _SH + "value", _node(result.value)))
        quads += [_quad(node, _SH + "resultMessage", Literal(text, language=tag)) for tag, text in result.messages]
    return quads


def _quad(subject: str, predicate: str, obj: Term) -> Quad:
    return Quad(IRI(subject), IRI(predicate), obj)


def _node(text: str) -> Term:
    return IRI(text) if text.startswith(("http://", "https://", "urn:")) else Literal(text)


def report_text(report: Report, language: str = "en") -> str:
    """Return a report for people: one line for each result, then the counts."""
    lines = []
    for result in report.results:
        where = compact(result.focus) + (f" {compact(result.path)}" if result.path else "")
        value = f" [{compact(result.value)}]" if result.value and result.value != result.focus else ""
        severity = phrase(result.severity, language)
        lines.append(f"{severity:<9}  {result.shape:<22}  {where}{value}  {result.message(language)}")
    counted = (
        phrase("counted", language, count=report.count(severity), severity=phrase(severity, language))
        for severity in SEVERITIES
    )
    counts = phrase("comma", language).join(counted)
    return "\n".join([*lines, counts]) + "\n"


def report_dicts(report: Report) -> list[dict[str, object]]:
    """Return the results as plain objects for JSON."""
    return [
        {
            "severity": result.severity,
            "shape": result.shape,
            "focus": result.focus,
            "path": result.path or None,
            "value": result.value or None,
            "message": dict(result.messages),
        }
        for result in report.results
    ]
