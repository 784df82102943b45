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
    "resvg_py": {"pictures.raster"},
    "fontpkg_amiri": {"pictures.raster"},
}
#: Packages and modules that know texts, and no graph; those that know the graph, and no text.
TEXT = {
    "affixes",
    "clauses",
    "documents",
    "events",
    "folding",
    "inputs",
    "isodates",
    "labels",
    "lexicography",
    "lexicon",
    "mentions",
    "pages",
    "resolution",
}
GRAPH = {
    "analysis",
    "answers",
    "cache",
    "citations",
    "excerpts",
    "explanation",
    "export",
    "filters",
    "gaps",
    "graph",
    "inference",
    "joining",
    "lookup",
    "network",
    "page",
    "paths",
    "pictures",
    "questions",
    "results",
    "sparql",
    "validation",
}
#: The stages of reading in their order: none knows a later one, but for the types of what it is given.
STAGES = ("mentions", "clauses", "events")


def imports(path: Path, *, types: bool = True) -> set[str]:
    """Modules that a module imports; without those that only the type checker reads, if ``types`` is false."""
    found = set()
    tree = ast.parse(path.read_text(encoding="utf-8"))
    if not types:
        tree.body = [node for node in tree.body if not (isinstance(node, ast.If) and "TYPE_CHECKING" in ast.dump(node))]
    for node in ast.walk(tree):
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
    if name(path).partition(".")[0] in TEXT:
        assert not packages & {*GRAPH, "pipeline", "view"}
    if name(path).partition(".")[0] in GRAPH:
        assert not packages & (TEXT - {"folding"})
    if not name(path).startswith(("cli", "__main__")):
        assert not any(module.startswith("cli") for module in own)


@pytest.mark.parametrize("stage", STAGES)
def test_stages_of_reading_know_no_later_one(stage: str) -> None:
    later = STAGES[STAGES.index(stage) + 1 :]
    for path in (SOURCE / stage).glob("*.py"):
        own = {module.removeprefix("dadiplo.").partition(".")[0] for module in imports(path, types=False)}
        assert not own & set(later), path


def test_no_folder_is_a_heap() -> None:
    """Who opens a folder sees at once what is in it."""
    for folder in {path.parent for path in MODULES}:
        assert len(list(folder.glob("*.py"))) <= 60, folder


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
