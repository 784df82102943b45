"""The whole flow: sources → graph → inference → validation → files."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path

from dadiplo.dates import with_bounds
from dadiplo.description import DATASET, describe_dataset
from dadiplo.documents import read_article
from dadiplo.errors import InputError
from dadiplo.extraction import extract
from dadiplo.inference import INFERRED, infer
from dadiplo.joining import join
from dadiplo.lexicography import build_lexicon
from dadiplo.lexicon import Lexicon
from dadiplo.lexicons import cached_lexicon
from dadiplo.names import event_names, state_names
from dadiplo.processes import beside
from dadiplo.resources import DD, GRAPH, PREFIXES, folder, turtle_files
from dadiplo.store import IRI, BlankNode, Quad, Store, format_of, graph_of, parse, stable, triple_of
from dadiplo.trees import read_trees
from dadiplo.validation import Report as ShaclReport
from dadiplo.validation import audit, shape_quads, together, validate, validate_nodes
from dadiplo.weights import read_senses, read_weights

ARTICLE_SUFFIXES = (".txt", ".md")
ONTOLOGY = GRAPH + "ontology"
ENTITIES = GRAPH + "entities"
LABEL = PREFIXES["skos"] + "prefLabel"
TYPE = PREFIXES["rdf"] + "type"

Report = Callable[[str], None]


@dataclass
class Knowledge:
    """The shipped knowledge: quads of ontology and entities, and the lexicons built from them and the word lists."""

    quads: list[Quad]
    lexicons: dict[str, Lexicon] = field(default_factory=dict)

    def lexicon(self, language: str) -> Lexicon:
        """Return the lexicon of a language, built on first use."""
        if language not in self.lexicons:
            held = _parse_all([folder("data") / "sources" / "tenures.trig"])
            lexicon = build_lexicon([*self.quads, *held, *word_quads(language)], language)
            lexicon.weights, lexicon.trees = read_weights(language), read_trees()
            lexicon.supersenses, lexicon.glosses = read_senses(language)
            self.lexicons[language] = lexicon
        return self.lexicons[language]


def word_quads(language: str) -> list[Quad]:
    """Return the meanings that texts express with words, and the words of one language."""
    files = turtle_files("data", "lexicon")
    return _parse_all(path for path in files if path.stem == language or len(path.stem) > len("en"))


def load_knowledge() -> Knowledge:
    """Return the shipped ontology, vocabularies, entities and word lists."""
    ontology = [path for path in turtle_files("ontology") if path.name != "alignments.ttl"]
    quads = stable(_in_graph(_parse_all(ontology), ONTOLOGY))
    entities = _in_graph(_parse_all(turtle_files("data", "entities")), ENTITIES)
    entities += state_names(entities, ENTITIES)
    return Knowledge(quads + entities)


def article_files() -> list[Path]:
    """Return the shipped articles."""
    top = folder("data") / "articles"
    return sorted(path for path in top.rglob("*") if path.suffix in ARTICLE_SUFFIXES and path.name != "README.md")


def source_files() -> list[Path]:
    """Return the shipped files of curated facts, and of what reviewers added to articles."""
    return [*turtle_files("data", "sources"), *turtle_files("data", "reviewed")]


def curated_quads(paths: Iterable[Path]) -> list[Quad]:
    """Return the quads of files of curated facts.

    Raises:
        InputError: a file is not there or not well formed.

    """
    try:
        return _parse_all(paths)
    except OSError as error:
        raise InputError(f"{error.filename}: {error.strerror}") from None


@dataclass(frozen=True, slots=True)
class ArticleGraph:
    """What was read in an article: the quads of its graph, and of how many events and claims they tell."""

    slug: str
    quads: list[Quad]
    events: int
    claims: int


@dataclass(frozen=True)
class Build:
    """A built graph: all quads, and what was read in each article."""

    store: Store
    articles: list[ArticleGraph]
    #: The individuals that a later addition touches; empty for a whole build.
    touched: frozenset[IRI | BlankNode] = frozenset()
    #: The subjects of which something else is now said than in the build that was added to; ``None`` if all may differ.
    altered: frozenset[IRI | BlankNode] | None = None

    def quads(self) -> list[Quad]:
        """Return all quads in a stable order."""
        return sorted(self.store, key=str)

    def validate(self) -> ShaclReport:
        """Return what the shapes and the audits find in entities, sources and what follows from them."""
        shapes = beside(self.judge)
        audits = audit(self.store)
        return together(shapes(), audits)

    def judge(self) -> ShaclReport:
        """Return what the shapes find."""
        if self.touched:
            return validate_nodes(self.store, self.touched)
        data = [quad for quad in self.store if graph_of(quad) not in (ONTOLOGY, DATASET)]
        return validate(data, shape_quads(), self.store.match(graph=IRI(ONTOLOGY)))

    def counts(self) -> dict[str, int]:
        """Return how much there is, for a summary."""
        return {
            "articles": len(self.articles),
            "events": sum(article.events for article in self.articles),
            "claims": sum(article.claims for article in self.articles),
            "quads": len(self.store),
            "graphs": len(self.store.graphs()),
            "inferred": sum(1 for _ in self.store.match(graph=INFERRED)),
        }


def validate_quads(quads: list[Quad]) -> ShaclReport:
    """Return what the shapes find in quads of a user's own; they may refer to shipped entities and vocabularies."""
    knowledge = load_knowledge()
    store = Store()
    store.extend(knowledge.quads)
    # What the shipped sources describe may be referred to.
    store.extend(quad for quad in curated_quads(source_files()) if quad.predicate.value == TYPE)
    store.extend(quads)
    infer(store)
    subjects = {str(triple_of(quad)[0].value) for quad in quads}
    audited = [result for result in audit(store).results if result.focus in subjects or result.value in subjects]
    return together(validate(quads, shape_quads(), knowledge.quads), ShaclReport(tuple(audited)))


def build_graph(
    articles: Iterable[Path] | None = None,
    *,
    sources: Iterable[Path] | None = None,
    reasoner: str = "rules",
    report: Report = lambda message: None,
) -> Build:
    """Return the graph of the shipped knowledge, curated sources and articles, with what follows from them.

    Args:
        articles: article files; the shipped ones if ``None``.
        sources: files of curated facts; the shipped ones if ``None``.
        reasoner: see ``infer``.
        report: is told of each step.

    """
    report("loading ontology, entities and words")
    knowledge = load_knowledge()
    store = Store()
    store.extend(knowledge.quads)
    store.extend(curated_quads(source_files() if sources is None else sources))
    read = read_articles(article_files() if articles is None else articles, report)
    for article in read:
        store.extend(article.quads)
    report("inferring")
    complete(store, reasoner)
    return Build(store, read)


def read_articles(paths: Iterable[Path], report: Report = lambda message: None) -> list[ArticleGraph]:
    """Return what articles say, in the order of the files.

    Raises:
        InputError: an article cannot be read.

    """
    read = []
    for path in paths:
        report(f"reading {path.name}")
        document = read_article(path)
        found = extract(document, cached_lexicon(document.language))
        read.append(ArticleGraph(document.slug, found.quads, len(found.events), len(found.claims)))
    return read


def add_to(
    store: Store,
    articles: Iterable[ArticleGraph],
    sources: Iterable[Path] = (),
    *,
    report: Report = lambda message: None,
) -> Build:
    """Return an existing build with articles and curated facts added; only what is new is inferred from.

    An article that the build already has is read again and replaces what it said; what a reviewer added stays.
    """
    articles, sources = list(articles), list(sources)
    new = curated_quads(sources)
    new += with_bounds(new)
    altered = None
    replaced = [article.slug for article in articles if GRAPH + article.slug in store.graphs()]
    for slug in replaced:
        new += _reviewed(store, IRI(GRAPH + slug))
        store.drop(GRAPH + slug)
    store.extend([*new, *(quad for article in articles for quad in article.quads)])
    graphs = {GRAPH + article.slug for article in articles}
    moved = join(store) - graphs
    for graph in sorted(graphs):
        quads = [Quad(*triple_of(quad), IRI(graph)) for quad in store.match(graph=IRI(graph))]
        new += [*quads, *with_bounds(quads)]
    store.extend(new)
    report("inferring")
    described = list(store.match(graph=IRI(DATASET)))
    store.drop(DATASET)
    if replaced or moved:
        store.drop(INFERRED.value)
        complete(store)
    else:
        altered = _complete_by(store, new) | {triple_of(quad)[0] for quad in described}
    return Build(
        store,
        articles,
        frozenset(triple_of(quad)[0] for quad in new),
        None if altered is None else frozenset(altered),
    )


def _complete_by(store: Store, new: list[Quad]) -> set[IRI | BlankNode]:
    """Infer from what is new in a build, name and describe anew what it touches, and return what changed."""
    before = set(store.match(graph=INFERRED))
    followed = [quad for quad in infer(store, new=new) if quad not in before]
    followed = [*followed, *with_bounds(followed)]
    store.extend(followed)
    # What is now stated no longer follows, and what more is known of can get another name.
    stated = {triple_of(quad) for quad in new}
    touched = {triple_of(quad)[0] for quad in [*new, *followed]}
    outdated = [
        quad
        for quad in before
        if triple_of(quad) in stated or (quad.predicate.value == LABEL and quad.subject in touched)
    ]
    store.remove(outdated)
    store.extend(event_names(store, touched))
    description = describe_dataset(store)
    store.extend(description)
    return touched | {triple_of(quad)[0] for quad in [*outdated, *description]}


def _reviewed(store: Store, graph: IRI) -> list[Quad]:
    """Return what a reviewer added to an article's graph, with its passages."""
    added = {triple_of(quad)[0] for quad in store.match(None, IRI(DD + "reviewed"), graph=graph)}
    passages = {
        triple_of(quad)[2] for node in added for quad in store.match(node, IRI(DD + "evidencedBy"), graph=graph)
    }
    return [quad for quad in store.match(graph=graph) if quad.subject in added | passages]


def complete(store: Store, reasoner: str = "rules") -> None:
    """Join what sources tell alike, and add what follows: first and last days, inferences, names, description."""
    join(store)
    store.extend(list(with_bounds(store)))
    infer(store, reasoner)
    store.extend(list(with_bounds(store.match(graph=INFERRED))))
    store.extend(event_names(store))
    store.extend(describe_dataset(store))


def _parse_all(paths: Iterable[Path]) -> list[Quad]:
    return [quad for path in paths for quad in parse(path.read_bytes(), format_of(path), name=str(path))]


def _in_graph(quads: Iterable[Quad], graph: str) -> list[Quad]:
    name = IRI(graph)
    return [Quad(quad.subject, quad.predicate, quad.object, name) for quad in quads]
