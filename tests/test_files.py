"""Files are UTF-8, NFC, with LF, without hidden control characters, and open with what belongs in them."""

from __future__ import annotations

import re
import subprocess
import unicodedata
from pathlib import Path

import pytest
from conftest import ROOT

BIDI = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def tracked() -> list[Path]:
    listed = subprocess.run(
        ["git", "ls-files", "-co", "--exclude-standard"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    if listed.returncode:
        pytest.skip("not a git checkout")
    return [ROOT / line for line in listed.stdout.splitlines() if (ROOT / line).is_file()]


def by_folder() -> dict[str, list[Path]]:
    """Return the files of each folder: one test for each of ten thousand files would take longer than reading them."""
    found: dict[str, list[Path]] = {}
    for path in tracked():
        found.setdefault(str(path.parent.relative_to(ROOT)), []).append(path)
    return found


def is_clean(path: Path) -> bool:
    text = path.read_bytes().decode("utf-8")
    ends = not text or text.endswith("\n") or "articles" in path.parts
    return ends and unicodedata.is_normalized("NFC", text) and "\r" not in text and not BIDI.search(text)


@pytest.mark.parametrize(("folder", "paths"), by_folder().items(), ids=list(by_folder()))
def test_files_are_clean_text(folder: str, paths: list[Path]) -> None:
    assert [path.name for path in paths if not is_clean(path)] == [], folder


@pytest.mark.parametrize("path", sorted((ROOT / "data").rglob("*.t[rt]*")), ids=lambda path: path.name)
def test_data_file_opens_with_what_belongs_in_it(path: Path) -> None:
    if path.suffix not in (".ttl", ".trig"):
        return
    head = path.read_text(encoding="utf-8").split("@prefix")[0]
    assert "# Belongs here:" in head
    assert "# Does not belong here:" in head


def test_top_level_is_fixed() -> None:
    tops = {path.relative_to(ROOT).parts[0] for path in tracked()}
    assert tops <= {
        ".ci", ".gitignore", "CHANGELOG.md", "LICENSE", "LICENSE-DATA", "README.md", "data", "ontology", "pyproject.toml",
        "queries", "shapes", "src", "tests",
    }  # fmt: skip
