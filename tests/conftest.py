"""What the suites share: the built graph of the shipped data, and the sample article read alone."""

from __future__ import annotations

import datetime as dt
import gc
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

from dadiplo import pipeline
from dadiplo.annotations import annotate
from dadiplo.documents import document, read_article
from dadiplo.extraction import Extraction, extract
from dadiplo.resources import turtle_files
from dadiplo.store import Store

# How long an example takes depends on what else the machine does.
settings.register_profile("dadiplo", deadline=None)
settings.load_profile("dadiplo")
# Whole graphs and lexicons live as long as the run: walking them again and again finds nothing and takes a quarter of it.
gc.set_threshold(100_000, 20, 100)
ROOT = Path(__file__).resolve().parents[1]
SAMPLE = ROOT / "data" / "articles" / "ar" / "pakistan-el-salvador-bitcoin.txt"


@pytest.fixture(scope="session")
def knowledge() -> pipeline.Knowledge:
    """The shipped ontology, entities and words."""
    return pipeline.load_knowledge()


@pytest.fixture(scope="session")
def sample(knowledge: pipeline.Knowledge) -> Extraction:
    """The sample article as the extractor alone reads it."""
    return extract(read_article(SAMPLE), knowledge.lexicon("ar"))


@pytest.fixture(scope="session")
def graph() -> Store:
    """The graph of the sample article alone, with what a reviewer added to it."""
    return pipeline.build_graph(sources=turtle_files("data", "reviewed")).store


@pytest.fixture(scope="session")
def built() -> pipeline.Build:
    """All shipped data, built."""
    return pipeline.build_graph()


@pytest.fixture(scope="session")
def world(built: pipeline.Build) -> Store:
    """The graph of all shipped data."""
    return built.store


@pytest.fixture(scope="session")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A cache folder for the commands of this run."""
    return tmp_path_factory.mktemp("cache")


Run = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture
def run(cache: Path, tmp_path: Path) -> Run:
    """Run the command in an empty folder and return what it wrote and its exit code."""

    def call(*arguments: str | Path, stdin: str | bytes | None = None) -> subprocess.CompletedProcess[str]:
        environment = {**os.environ, "XDG_CACHE_HOME": str(cache), "PYTHONDONTWRITEBYTECODE": "1", "COLUMNS": "100"}
        data = stdin.encode() if isinstance(stdin, str) else stdin
        done = subprocess.run(
            [sys.executable, "-m", "dadiplo", *map(str, arguments)],
            input=data if data is not None else b"",
            capture_output=True,
            cwd=tmp_path,
            env=environment,
            timeout=120,
            check=False,
        )
        return subprocess.CompletedProcess(
            done.args, done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8")
        )

    return call


#: Headlines that say what a text is about and tell no act.
HEADS = {"en": "Digital assets", "ar": "الأصول الرقمية", "es": "Activos digitales", "ur": "ڈیجیٹل اثاثے"}
Extracted = Callable[..., Extraction]
Read = Callable[..., "dict[str, Any]"]


@pytest.fixture(scope="session")
def extracted(knowledge: pipeline.Knowledge) -> Extracted:
    """What is read in a text below a headline, published on a Wednesday."""

    def call(language: str, text: str, head: str = "", published: dt.date = dt.date(2025, 3, 12)) -> Extraction:
        data = f"{head or HEADS[language]}\n\n{text}\n".encode()
        read = document(data, name="test", slug="test", language=language, published=published)
        return extract(read, knowledge.lexicon(language))

    return call


@pytest.fixture(scope="session")
def read(extracted: Extracted, knowledge: pipeline.Knowledge) -> Read:
    """The annotations of a text; the arguments are those of ``extracted``."""
    return lambda language, *rest: annotate(extracted(language, *rest), knowledge.lexicon(language))


Told = Callable[[str], list[dict[str, Any]]]


@pytest.fixture(scope="session")
def told(extracted: Extracted, knowledge: pipeline.Knowledge) -> Told:
    """The annotated events of an Arabic text."""
    return lambda text: annotate(extracted("ar", text), knowledge.lexicon("ar"))["events"]


def states(event: dict[str, Any]) -> set[str]:
    """Return the alpha-3 codes of the states that take part."""
    return {part["id"] for part in event["participants"] if part["id"].isupper()}
