"""Which module may know which: one boundary for each foreign library, text apart from graph, nothing imports the CLI."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest
from conftest import ROOT

SOURCE = ROOT / "src" / "dadiplo"
MODULES = sorted(SOURCE.rglob("*.py"))

#: Foreign library → the modules that may import it.
BOUNDARIES = {
    "pyoxigraph": {"store"},
    "rdflib": {"bridge", "graph", "inference", "validation"},
    "pyshacl": {"validation"},
    "owlrl": {"inference"},
    "babel": {"names"},
    "networkx": {"network", "analysis.measures", "graph"},
    "anyascii": {"documents"},
    "trafilatura": {"pages"},
    "resvg_py": {"raster"},
    "fontpkg_amiri": {"raster"},
}
TEXT = {
    "folding",
    "documents",
    "pages",
    "inputs",
    "labels",
    "lexicon",
    "lexicography",
    "readings",
    "mentions",
    "namesakes",
    "namings",
    "contexts",
    "places",
    "bodies",
    "bodykinds",
    "capitals",
    "constructs",
    "firms",
    "positions",
    "wordorder",
    "persons",
    "officers",
    "interviews",
    "dismissals",
    "introductions",
    "appositions",
    "owners",
    "portfolios",
    "isodates",
    "times",
    "homes",
    "homographs",
    "relatives",
    "clauses",
    "roles",
    "relevance",
    "retelling",
    "doers",
    "sides",
    "datings",
    "rumours",
    "voices",
    "posts",
    "modality",
    "refusals",
    "scenes",
    "tenses",
    "subjects",
    "antecedents",
    "topics",
    "decisions",
    "legaltender",
    "talks",
    "creations",
    "establishments",
    "appointments",
    "frames",
    "speeches",
    "verbless",
    "strangers",
    "views",
    "journeys",
    "outcomes",
    "abbreviations",
    "anaphors",
    "complements",
    "matters",
    "nouns",
    "events",
    "claims",
    "resolution",
}
GRAPH = {
    "explorer",
    "layout",
    "page.__init__",
    "page.packing",
    "drawing",
    "illustrations",
    "picture",
    "projection",
    "raster",
    "inference",
    "validation",
    "questions",
    "citations",
    "lookup",
    "answers",
    "sparql",
    "excerpts",
    "flat",
    "graphjson",
    "graphtables",
    "graphtext",
    "graphxml",
    "nanopubs",
    "rdfxml",
    "export",
    "jsonld",
    "cache",
    "network",
    "filters",
    "paths",
    "explanation",
    "joining",
    "gaps",
    "graph",
    "results",
    "analysis",
}


def imports(path: Path) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module)
    return found


def name(path: Path) -> str:
    return ".".join(path.relative_to(SOURCE).with_suffix("").parts)


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_foreign_libraries_have_one_boundary(path: Path) -> None:
    for library, allowed in BOUNDARIES.items():
        if name(path) not in allowed:
            assert not any(module.split(".")[0] == library for module in imports(path)), library
    if not name(path).startswith("cli"):
        assert "click" not in imports(path)


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_direction_of_imports(path: Path) -> None:
    own = {module.removeprefix("dadiplo.") for module in imports(path) if module.startswith("dadiplo.")}
    packages = {module.partition(".")[0] for module in own}
    if name(path) in TEXT:
        assert not packages & {*GRAPH, "pipeline", "turtle", "view"}
    if name(path).partition(".")[0] in GRAPH:
        assert not packages & (TEXT - {"folding"})
    if not name(path).startswith(("cli", "__main__")):
        assert not any(module.startswith("cli") for module in own)


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_modules_are_small(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 480


def test_code_has_no_words_of_the_articles() -> None:
    """Names, sentences and offsets belong to data; only letters of a writing system may stand in code."""
    for path in MODULES:
        text = path.read_text(encoding="utf-8")
        arabic = re.findall("[\u0621-\u064a\u066e-\u06d3]{3,}", re.sub(r"#.*", "", text))
        assert not arabic, (path, arabic)
        assert not re.search(
            r"bukele|saqib|pakistan|salvador", re.sub(r'"""[\s\S]*?"""|Example: .*|\.\.\..*', "", text).lower()
        ), path


def test_help_does_not_import_heavy_libraries() -> None:
    import subprocess
    import sys

    script = "import sys, dadiplo.cli, dadiplo.cli.query, dadiplo.cli.sparql, dadiplo.cli.extract, dadiplo.cli.analyze; print([m for m in ('rdflib', 'pyshacl', 'networkx', 'owlrl', 'babel', 'trafilatura', 'lxml') if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
