"""The whole flow: sources → graph → inference → validation → files."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path

from dadiplo.documents import read_article
from dadiplo.errors import InputError
from dadiplo.extraction import Extraction, extract
from dadiplo.inference import INFERRED, infer
from dadiplo.jsonld import jsonld
from dadiplo.lexicon import Lexicon, build_lexicon
from dadiplo.names import event_names, state_names
from dadiplo.resources import GRAPH, folder, turtle_files
from dadiplo.store import IRI, DefaultGraph, Quad, Store, format_of, parse, stable, triple_of
from dadiplo.turtle import trig, turtle
from dadiplo.validation import Report as ShaclReport
from dadiplo.validation import audit, report_text, shape_quads, together, validate

ARTICLE_SUFFIXES = (".txt", ".md")
ONTOLOGY = GRAPH + "ontology"
ENTITIES = GRAPH + "entities"

Report = Callable[[str], None]


@dataclass
class Knowledge:
    """The shipped knowledge: quads of ontology and entities, and the words only the extractor needs."""

    quads: list[Quad]
    words: list[Quad]
    lexicons: dict[str, Lexicon] = field(default_factory=dict)

    def lexicon(self, language: str) -> Lexicon:
        """Return the lexicon of a language, built on first use."""
        if language not in self.lexicons:
            self.lexicons[language] = build_lexicon([*self.quads, *self.words], language)
        return self.lexicons[language]


def load_knowledge() -> Knowledge:
    """Return the shipped ontology, vocabularies, entities and word lists."""
    ontology = [path for path in turtle_files("ontology") if path.name != "alignments.ttl"]
    quads = _in_graph(stable(_parse_all(ontology)), ONTOLOGY)
    entities = _in_graph(_parse_all(turtle_files("data", "entities")), ENTITIES)
    entities += state_names(entities, ENTITIES)
    return Knowledge(quads + entities, _parse_all(turtle_files("data", "lexicon")))


def article_files() -> list[Path]:
    """Return the shipped articles."""
    top = folder("data") / "articles"
    return sorted(path for path in top.rglob("*") if path.suffix in ARTICLE_SUFFIXES and path.name != "README.md")


def curated_quads() -> list[Quad]:
    """Return the curated sources and what reviewers added to articles, each in the graph the file names."""
    result = []
    for path in [*turtle_files("data", "sources"), *turtle_files("data", "reviewed")]:
        for quad in parse(path.read_bytes(), format_of(path), name=str(path)):
            if isinstance(quad.graph_name, DefaultGraph):
                raise InputError(f"{path}: {quad.subject} is in no graph; write the block inside graph:… {{ }}")
            result.append(quad)
    return result


@dataclass(frozen=True)
class Build:
    """A built graph: all quads, and what was read in each article."""

    store: Store
    extractions: list[Extraction]

    def quads(self) -> list[Quad]:
        """Return all quads in a stable order."""
        return sorted(self.store, key=str)

    def validate(self) -> ShaclReport:
        """Return what the shapes and the audits find in entities, sources and what follows from them."""
        data = [quad for quad in self.store if quad.graph_name != IRI(ONTOLOGY)]
        shapes = validate(data, shape_quads(), self.store.match(graph=IRI(ONTOLOGY)))
        return together(shapes, audit(self.store))

    def counts(self) -> dict[str, int]:
        """Return how much there is, for a summary."""
        claims = sum(event.type.endswith(("Claim", "Judgement")) for item in self.extractions for event in item.events)
        return {
            "articles": len(self.extractions),
            "events": sum(len(item.events) for item in self.extractions) - claims,
            "claims": claims,
            "quads": len(self.store),
            "graphs": len(self.store.graphs()),
            "inferred": sum(1 for _ in self.store.match(graph=INFERRED)),
        }


def validate_quads(quads: list[Quad]) -> ShaclReport:
    """Return what the shapes find in quads of a user's own; they may refer to shipped entities and vocabularies."""
    knowledge = load_knowledge()
    store = Store()
    store.extend(knowledge.quads)
    store.extend(quads)
    infer(store)
    subjects = {str(triple_of(quad)[0].value) for quad in quads}
    audited = [result for result in audit(store).results if result.focus in subjects or result.value in subjects]
    return together(validate(quads, shape_quads(), knowledge.quads), ShaclReport(tuple(audited)))


def output_files(built: Build, report: ShaclReport, language: str = "en") -> dict[str, str | bytes]:
    """Return what ``build`` writes: file name → content."""
    quads = built.quads()
    return {
        "dadiplo.trig": trig(quads),
        "dadiplo.ttl": turtle(quads),
        "dadiplo.jsonld": jsonld(quads),
        "validation.txt": report_text(report, language),
    }


def build_graph(
    articles: Iterable[Path] | None = None, *, reasoner: str = "rules", report: Report = lambda message: None
) -> Build:
    """Return the graph of the shipped knowledge and the articles, with what follows from them.

    Args:
        articles: article files; the shipped ones if ``None``.
        reasoner: see ``infer``.
        report: is told of each step.

    """
    report("loading ontology, entities and words")
    knowledge = load_knowledge()
    store = Store()
    store.extend(knowledge.quads)
    store.extend(curated_quads())
    extractions = []
    for path in article_files() if articles is None else articles:
        report(f"reading {path.name}")
        document = read_article(path)
        extraction = extract(document, knowledge.lexicon(document.language))
        extractions.append(extraction)
        store.extend(extraction.quads)
    report("inferring")
    infer(store, reasoner)
    store.extend(event_names(store))
    return Build(store, extractions)


def write_files(target: Path, files: dict[str, str | bytes]) -> None:
    """Write files into a folder, each whole or not at all."""
    target.mkdir(parents=True, exist_ok=True)
    for name, content in files.items():
        data = content.encode("utf-8") if isinstance(content, str) else content
        temporary = target / f".{name}.{os.getpid()}"
        temporary.write_bytes(data)
        os.replace(temporary, target / name)


def _parse_all(paths: Iterable[Path]) -> list[Quad]:
    return [quad for path in paths for quad in parse(path.read_bytes(), format_of(path), name=str(path))]


def _in_graph(quads: Iterable[Quad], graph: str) -> list[Quad]:
    name = IRI(graph)
    return [Quad(quad.subject, quad.predicate, quad.object, name) for quad in quads]
