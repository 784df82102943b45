"""Where sources contradict one another: one property, two values, each kept in the graph of the source that gives it.

What is a contradiction is decided in ``changes`` (``Thing.contested``), as for the changes between two builds: two
values of a property that can have one, in the graphs of two sources. Dates of different precision are none, nor are
several offices of one person (each tenure is a thing of its own) or later stages.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass

from dadiplo.changes import things
from dadiplo.citations import Citation, passage_citation, source_citation
from dadiplo.folding import words_of
from dadiplo.lookup import label
from dadiplo.phrases import phrase
from dadiplo.resources import DD, GRAPH, PREFIXES
from dadiplo.store import IRI, Literal, Store, Term
from dadiplo.tables import Cell, Table

_EVIDENCED = IRI(DD + "evidencedBy")
_SOURCE = IRI(PREFIXES["dcterms"] + "source")
_LABELS = (IRI(PREFIXES["skos"] + "prefLabel"), IRI(PREFIXES["skos"] + "altLabel"))
#: Quotes shown of an article none of whose quotes names the value.
_QUOTES = 2


@dataclass(frozen=True, slots=True)
class Side:
    """One of the values, the graphs that state it, and the quotes and web sources on which these rest."""

    value: Term
    graphs: tuple[str, ...]
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class Conflict:
    """A thing and a property on which sources differ, with all the values."""

    thing: str
    property: str
    sides: tuple[Side, ...]


def conflicts(store: Store, about: str = "", language: str = "en") -> list[Conflict]:
    """Return the contradictions of a graph, sorted by thing and property.

    Args:
        store: the graph.
        about: IRI of the only thing that they are to be of, or that takes part in what they are of.
        language: for titles and names in citations.

    """
    found = []
    for iri, thing in sorted(things(store).items()):
        if about and iri != about and next(store.match(IRI(iri), None, IRI(about)), None) is None:
            continue
        for prop in sorted(thing.values):
            contested = thing.contested(prop)
            if contested:
                stating = set().union(*contested.values())
                sides = [
                    Side(value, tuple(sorted(graphs)), _citations(store, iri, value, graphs, stating, language))
                    for value, graphs in sorted(contested.items(), key=lambda item: item[0].value)
                ]
                found.append(Conflict(iri, prop, tuple(sides)))
    return found


def as_table(store: Store, found: list[Conflict], language: str = "en") -> Table:
    """Return contradictions as a table, a row for each value, with the sources of each."""
    rows, numbers = [], []
    sources: dict[Citation, int] = {}
    for conflict in found:
        for side in conflict.sides:
            rows.append([_cell(store, IRI(part), language) for part in (conflict.thing, conflict.property)])
            rows[-1].append(_cell(store, side.value, language))
            numbers.append([sources.setdefault(citation, len(sources) + 1) for citation in side.citations])
    headings = [label(store, DD + "Event", language), phrase("property", language), phrase("value", language)]
    return Table(("thing", "property", "value"), headings, rows, numbers, list(sources))


def as_objects(store: Store, found: list[Conflict], language: str = "en") -> list[dict[str, object]]:
    """Return contradictions as plain objects for JSON."""
    return [
        {
            "thing": {"label": label(store, conflict.thing, language), "iri": conflict.thing},
            "property": {"label": label(store, conflict.property, language), "iri": conflict.property},
            "values": [
                {
                    "value": side.value.value,
                    "label": _cell(store, side.value, language).text,
                    "graphs": list(side.graphs),
                    "evidence": [asdict(citation) for citation in side.citations],
                }
                for side in conflict.sides
            ],
        }
        for conflict in found
    ]


def _citations(
    store: Store, thing: str, value: Term, graphs: set[str], stating: set[str], language: str
) -> tuple[Citation, ...]:
    """Return what a value of a thing rests on in some graphs, where ``stating`` are all graphs that give one.

    A source that gives another value in a graph of its own is none of this one, although curated facts may name it.
    Of an article only the quotes that name the value are shown, else the first that tell of the thing.
    """
    found = set()
    for graph in graphs:
        quotes = sorted(
            passage_citation(store, quad.object, language)
            for quad in store.match(IRI(thing), _EVIDENCED, None, IRI(graph))
            if isinstance(quad.object, IRI)
        )
        names = _names(store, value)
        naming = [quote for quote in quotes if any(name in " ".join(words_of(quote.quote)) for name in names)]
        found |= set(naming or quotes[:_QUOTES])
        for quad in store.match(IRI(thing), _SOURCE, None, IRI(graph)):
            if isinstance(quad.object, IRI):
                own = f"{GRAPH}source-{quad.object.value.rsplit('/', 1)[-1]}"
                if own in graphs or own not in stating:
                    found.add(source_citation(store, quad.object, language))
    return tuple(sorted(found))


def _names(store: Store, value: Term) -> list[str]:
    """Return what a value is called, folded, in any language; figures are their own name."""
    if not isinstance(value, IRI):
        return [" ".join(words_of(value.value))]
    labels = [quad.object for name in _LABELS for quad in store.match(value, name)]
    return [" ".join(words_of(text.value)) for text in labels if isinstance(text, Literal)]


def _cell(store: Store, term: Term, language: str) -> Cell:
    return Cell(label(store, term.value, language), term.value) if isinstance(term, IRI) else Cell(term.value)
