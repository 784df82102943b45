"""The named questions: SPARQL files whose ``#+`` header gives help text, options, column names and evidence.

The header follows grlc's decorators; parameters are variables whose name tells their type: ``?_state_iri`` is
required, ``?__since_date`` is optional. A value takes the place of the variable as a typed RDF term, so that it
cannot change the query.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from dadiplo.errors import UsageError
from dadiplo.lookup import find, label
from dadiplo.phrases import phrase
from dadiplo.resources import PREFIXES, expand, folder
from dadiplo.store import IRI, Literal, Row, Store, Term

_VARIABLE = re.compile(r"\?(__?)([a-z][a-z0-9_]*?)_(iri|date|integer|string)\b")
_HEADER = re.compile(r"#\+\s*([a-z]+)(?:@([a-z]{2}))?:\s*(.*)")


@dataclass(frozen=True, slots=True)
class Parameter:
    """An option of a question: its type (``iri``, ``date`` …), the kind of thing it names, its default."""

    name: str
    type: str
    required: bool
    kind: str = ""
    help: str = ""
    default: str = ""


@dataclass(frozen=True, slots=True)
class Question:
    """A question of the library."""

    name: str
    summary: Mapping[str, str]
    description: str
    tags: tuple[str, ...]
    parameters: tuple[Parameter, ...]
    columns: Mapping[str, str]
    evidence: tuple[str, ...]
    text: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Answer:
    """The rows of an answer; ``columns`` are the variables shown, ``evidence`` those a row rests on."""

    question: Question
    columns: tuple[str, ...]
    rows: tuple[dict[str, Term | None], ...]


def names() -> list[str]:
    """Return the names of all questions."""
    return sorted(path.stem for path in _folder().glob("*.rq"))


def load(name: str) -> Question:
    """Return a question by name.

    Raises:
        UsageError: there is none, with the nearest names.

    """
    path = _folder() / f"{name}.rq"
    if not re.fullmatch(r"[a-z0-9-]+", name) or not path.is_file():
        import difflib

        near = difflib.get_close_matches(name, names(), n=3, cutoff=0.4)
        hint = f"did you mean {', '.join(near)}?" if near else "see dadiplo query --list"
        raise UsageError(f"no question is called {name!r}; {hint}")
    return read(name, path.read_text(encoding="utf-8"))


def read(name: str, text: str) -> Question:
    """Return the question in a file's text."""
    header: dict[str, list[tuple[str, str]]] = {}
    for line in text.splitlines():
        found = _HEADER.match(line)
        if found:
            header.setdefault(found[1], []).append((found[2] or "en", found[3].strip()))
    values = {key: [value for _, value in items] for key, items in header.items()}
    defaults = dict(value.split(None, 1) for value in values.get("default", []))
    told = {}
    for value in values.get("parameter", []):
        left, _, help_text = value.partition(":")
        parameter_name, _, kind = left.strip().partition(" ")
        told[parameter_name] = (kind.strip(), help_text.strip())
    parameters: dict[str, Parameter] = {}
    for mark, variable, kind in _VARIABLE.findall(text):
        option = variable.replace("_", "-")
        described, help_text = told.get(option, ("", ""))
        parameters.setdefault(
            option, Parameter(option, kind, mark == "_", described, help_text, defaults.get(option, ""))
        )
    return Question(
        name=name,
        summary=dict(header.get("summary", [])),
        description=" ".join(values.get("description", [])),
        tags=tuple(tag.strip() for value in values.get("tags", []) for tag in value.split(",")),
        parameters=tuple(parameters.values()),
        columns=dict(value.split(None, 1) for value in values.get("column", [])),
        evidence=tuple(word for value in values.get("evidence", []) for word in value.split()),
        text=text,
    )


def ask(store: Store, question: Question, values: Mapping[str, str]) -> Answer:
    """Return the answer of the graph to a question.

    Args:
        store: the graph.
        question: from ``load``.
        values: option → what the user typed; ``any`` removes a default.

    Raises:
        UsageError: a parameter is unknown, missing, or names nothing.

    """
    known = {parameter.name: parameter for parameter in question.parameters}
    for name in values:
        if name not in known:
            options = ", ".join(f"--{option}" for option in known) or "none"
            raise UsageError(f"{question.name} has no parameter {name!r}; it has {options}")
    terms: dict[str, Term] = {}
    for parameter in question.parameters:
        value = values.get(parameter.name) or parameter.default
        if value and value != "any":
            terms[parameter.name] = _PARSERS[parameter.type](store, parameter, value)
        elif parameter.required:
            raise UsageError(
                f"{question.name} needs --{parameter.name}" + (f" ({parameter.help})" if parameter.help else "")
            )
    variables, rows = store.select(bind(question.text, terms))
    shown = tuple(name for name in variables if name in question.columns or not question.columns)
    found = tuple(dict(zip(variables, row, strict=True)) for row in _rows(rows))
    return Answer(question, shown, found)


def why_empty(store: Store, question: Question, values: Mapping[str, str], language: str = "en") -> str:
    """Return a line that says what the graph has where a question got no answer.

    First it is asked without the options that only narrow it; else it is said in how many events the things asked
    about take part.
    """
    from dadiplo.network import events_of

    narrowing = {p.name for p in question.parameters if not p.required and p.name in values}
    for dropped in [{name} for name in sorted(narrowing)] + [narrowing]:
        rest = {name: value for name, value in values.items() if name not in dropped}
        rest |= {p.name: "any" for p in question.parameters if p.name in dropped and p.default}
        found = len(ask(store, question, rest).rows) if dropped else 0
        if found:
            options = " ".join(f"--{name} {values[name]}" for name in sorted(dropped))
            return phrase("empty-narrow", language, options=options, count=found)
    for parameter in question.parameters:
        if parameter.name in values and parameter.type == "iri" and parameter.kind[:1].isupper():
            node = IRI(find(store, values[parameter.name], parameter.kind or "Agent"))
            events = events_of(store, node.value)
            if events:
                name = label(store, node.value, language)
                return phrase("empty-area", language, agent=name, count=len(events))
            return phrase("empty-unknown", language, agent=label(store, node.value, language))
    return phrase("empty", language)


def bind(text: str, terms: Mapping[str, Term]) -> str:
    """Return a query with the values of its parameters in place."""

    def value(match: re.Match[str]) -> str:
        term = terms.get(match[2].replace("_", "-"))
        return match[0] if term is None else str(term)

    return _VARIABLE.sub(value, text)


def _rows(rows: object) -> list[Row]:
    return list(rows)  # type: ignore[call-overload, no-any-return]


def _iri(store: Store, parameter: Parameter, value: str) -> Term:
    if value == parameter.default and value.partition(":")[0] in PREFIXES:
        return IRI(expand(value))
    return IRI(find(store, value, parameter.kind or "Agent"))


def _date(store: Store, parameter: Parameter, value: str) -> Term:
    try:
        day = dt.date.fromisoformat(value)
    except ValueError:
        raise UsageError(f"--{parameter.name}: {value!r} is not a date like 2025-07-16") from None
    return Literal(day.isoformat(), datatype=IRI(PREFIXES["xsd"] + "date"))


def _integer(store: Store, parameter: Parameter, value: str) -> Term:
    if not re.fullmatch(r"[+-]?[0-9]+", value):
        raise UsageError(f"--{parameter.name}: {value!r} is not a whole number")
    return Literal(value, datatype=IRI(PREFIXES["xsd"] + "integer"))


def _string(store: Store, parameter: Parameter, value: str) -> Term:
    return Literal(value)


_PARSERS: dict[str, Callable[[Store, Parameter, str], Term]] = {
    "iri": _iri,
    "date": _date,
    "integer": _integer,
    "string": _string,
}


def _folder() -> Path:
    return folder("queries") / "questions"
