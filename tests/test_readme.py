"""The README's examples are what the commands write, and its tables leave nothing out."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest
from conftest import ROOT, Run

from dadiplo.cli import COMMANDS
from dadiplo.export.registry import FORMATS
from dadiplo.resources import DD, PREFIXES
from dadiplo.store import IRI, Store, parse

TEXT = (ROOT / "README.md").read_text(encoding="utf-8")


def blocks() -> list[str]:
    return re.findall(r"```console\n(.*?)```", TEXT, re.DOTALL)


def files() -> dict[str, str]:
    """Return the files that the README shows, each named in the sentence before it."""
    return dict(re.findall(r"`([a-z]+\.(?:ttl|trig))`[^`]*(?:`[^`\n]+`[^`]*)*```turtle\n(.*?)```", TEXT, re.DOTALL))


@pytest.mark.parametrize("block", blocks(), ids=lambda block: block.partition("\n")[0])
def test_example_writes_what_the_readme_shows(block: str, run: Run, tmp_path: Path) -> None:
    for name, content in files().items():
        (tmp_path / name).write_text(content, encoding="utf-8")
    parts = re.split(r"^\$ (dadiplo .*)\n", block, flags=re.MULTILINE)[1:]
    for command, output in zip(parts[::2], parts[1::2], strict=True):
        done = run(*shlex.split(command)[1:])
        shown, _, code = output.partition("$ echo $?\n")
        assert done.returncode == int(code or 0), done.stderr
        bare = re.sub("[\u2066-\u2069]", "", done.stdout)
        if shown.endswith("…\n"):
            assert bare.startswith(shown.removesuffix("…\n"))
        else:
            assert bare.rstrip("\n") == shown.rstrip("\n")


def test_turtle_of_the_readme_is_in_the_graph(graph: Store) -> None:
    block = re.search(r"```turtle\n(.*?)```", TEXT, re.DOTALL)[1]
    prefixes = "".join(f"@prefix {name}: <{iri}> .\n" for name, iri in PREFIXES.items())
    for quad in parse(prefixes + block, "turtle", name="README.md"):
        assert graph.has(quad.subject, quad.predicate, quad.object), quad


def test_counts_are_those_of_the_graph(world: Store) -> None:
    told = re.search(r"The shipped graph holds (.*?)\. ", TEXT, re.DOTALL)[1]
    counted = {
        "agreements": "Agreement", "legal measures": "LegalMeasure", "meetings": "Meeting", "statements": "Statement",
        "actions on reserves": "ReserveAction", "on\ndigital money": "DigitalMoneyAction",
        "observations of holdings": "HoldingObservation", "bodies": "Organization", "persons": "Person", "web pages": "WebPage",
    }  # fmt: skip
    for words, name in counted.items():
        count = len({q.subject for q in world.match(None, IRI(PREFIXES["rdf"] + "type"), IRI(DD + name))})
        assert f"{count} {words}" in told


def test_every_command_exit_code_and_format_is_told() -> None:
    for command in COMMANDS:
        assert f"`dadiplo {command}" in TEXT
    for fmt in FORMATS:
        assert f"`{fmt}`" in TEXT
    for code in (0, 1, 2, 3, 4, 5, 130):
        assert f"| {code} |" in TEXT


def test_commands_to_start_are_there() -> None:
    assert "python3 -m venv .venv && .venv/bin/pip install . && .venv/bin/dadiplo build" in TEXT
    assert ".venv/bin/pip install -e '.[test]' && .venv/bin/pytest" in TEXT
