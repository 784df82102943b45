"""The README's examples are what the commands write, and its tables leave nothing out."""

from __future__ import annotations

import re
import shlex

import pytest
from conftest import ROOT, Run

from dadiplo.cli import COMMANDS
from dadiplo.export import EXPORTERS
from dadiplo.store import Store, parse

TEXT = (ROOT / "README.md").read_text(encoding="utf-8")


def examples() -> list[tuple[str, str]]:
    found = []
    for block in re.findall(r"```console\n(.*?)```", TEXT, re.DOTALL):
        parts = re.split(r"^\$ (dadiplo .*)\n", block, flags=re.MULTILINE)[1:]
        found += list(zip(parts[::2], parts[1::2], strict=True))
    return found


@pytest.mark.parametrize(("command", "output"), examples(), ids=[command for command, _ in examples()])
def test_example_writes_what_the_readme_shows(command: str, output: str, run: Run) -> None:
    done = run(*shlex.split(command)[1:])
    assert done.returncode == 0, done.stderr
    bare = re.sub("[\u2066-\u2069]", "", done.stdout)
    expected = re.sub("[\u2066-\u2069]", "", output)
    if expected.endswith("…\n"):
        assert bare.startswith(expected.removesuffix("…\n"))
    else:
        assert bare.rstrip("\n") == expected.rstrip("\n")


def test_turtle_of_the_readme_is_in_the_graph(graph: Store) -> None:
    block = re.search(r"```turtle\n(.*?)```", TEXT, re.DOTALL)[1]
    from dadiplo.resources import PREFIXES

    prefixes = "".join(f"@prefix {name}: <{iri}> .\n" for name, iri in PREFIXES.items())
    for quad in parse(prefixes + block, "turtle", name="README.md"):
        assert graph.has(quad.subject, quad.predicate, quad.object), quad


def test_every_command_exit_code_and_format_is_told() -> None:
    for command in COMMANDS:
        assert f"`dadiplo {command}" in TEXT
    for fmt in EXPORTERS:
        assert f"`{fmt}`" in TEXT
    for code in (0, 1, 2, 3, 4, 5, 130):
        assert f"| {code} |" in TEXT


def test_commands_to_start_are_there() -> None:
    assert "python3 -m venv .venv && .venv/bin/pip install . && .venv/bin/dadiplo build" in TEXT
    assert ".venv/bin/pip install -e '.[test]' && .venv/bin/pytest" in TEXT
