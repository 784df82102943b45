"""The wheel has what the folders have, and answers alone in an empty folder."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from conftest import ROOT

FOLDERS = ("ontology", "shapes", "queries", "data")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(target), str(ROOT)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return next(target.glob("*.whl"))


def test_wheel_holds_every_file_of_the_folders_and_nothing_else(wheel: Path) -> None:
    names = {name for name in zipfile.ZipFile(wheel).namelist() if not name.split("/")[0].endswith(".dist-info")}
    listed = subprocess.run(
        ["git", "ls-files", "-co", "--exclude-standard", *FOLDERS, "src"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    expected = {
        line.replace("src/dadiplo/", "dadiplo/") if line.startswith("src/") else f"dadiplo/{line}"
        for line in listed.stdout.splitlines()
        if (ROOT / line).is_file()
    }
    assert names == expected


def test_wheel_has_licences_and_command(wheel: Path) -> None:
    archive = zipfile.ZipFile(wheel)
    names = archive.namelist()
    assert any(name.endswith("LICENSE") for name in names)
    assert any(name.endswith("LICENSE-DATA") for name in names)
    entry = next(name for name in names if name.endswith("entry_points.txt"))
    assert "dadiplo = dadiplo.cli:main" in archive.read(entry).decode()


def test_wheel_alone_answers_a_question(wheel: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    install = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--target", str(site), str(wheel)]
    subprocess.run(install, check=True, capture_output=True)
    empty = tmp_path / "empty"
    empty.mkdir()
    environment = {**os.environ, "PYTHONPATH": str(site), "XDG_CACHE_HOME": str(tmp_path / "cache")}
    script = (
        "import dadiplo, sys; assert dadiplo.__file__.startswith(sys.argv.pop(1)); from dadiplo.cli import main; main()"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, str(site), "query", "partners", "--state", "PK"],
        capture_output=True, text=True, cwd=empty, env=environment, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert "El Salvador" in done.stdout
    assert list(empty.iterdir()) == []
