"""What is not known: ranked, in two languages, never an empty shrug; and answers with footnotes in every format."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from conftest import ROOT, Run

from dadiplo.gaps import gaps
from dadiplo.resources import ID
from dadiplo.store import Store

RULES = sorted(path.stem for path in (ROOT / "queries" / "gaps").glob("*.rq"))
#: Rule → a thing where it finds something, and one where it does not.
CASES = {
    "founding-unknown": ("org/bol-bcb", "org/pak-crypto-council"),
    "head-unknown": ("org/are-dfsa", "org/pak-crypto-council"),
    "legal-status-unknown": ("state/TUV", "state/SLV"),
    "office-unknown": ("person/heather-shemilt", "person/bilal-bin-saqib"),
    "one-source": ("state/BTN", "state/TUV"),
    "outcome-unknown": ("org/gha-bog", "state/TUV"),
    "regulator-unknown": ("state/TUV", "state/PAK"),
}


def test_every_rule_has_a_case() -> None:
    assert sorted(CASES) == RULES


@pytest.mark.parametrize("rule", RULES)
def test_rule_finds_what_it_should_and_nothing_else(rule: str, world: Store) -> None:
    found, silent = CASES[rule]
    assert rule in {gap.rule for gap in gaps(world, ID + found)}
    assert rule not in {gap.rule for gap in gaps(world, ID + silent)}


def test_contradictions_come_first_and_own_gaps_before_those_of_events(world: Store) -> None:
    found = gaps(world, f"{ID}state/PAK")
    assert found[0].message == "Sources differ on “date”: 2025-07-16, 2025-07-17."
    assert [gap.rank for gap in found] == sorted(gap.rank for gap in found)
    letter = gaps(world, f"{ID}agreement/pak-slv-letter-of-intent-1")
    own = [gap for gap in letter if gap.rank == 4 and not gap.indirect]
    assert "Whether the text is published is not known." in {gap.message for gap in own}


def test_arabic_and_the_rest_are_counted(run: Run) -> None:
    done = run("gaps", "PK", "--limit", "1", "--lang", "ar", "-f", "tsv")
    assert done.stdout.splitlines()[0].split("\t")[0] == "thing"
    assert "تختلف المصادر في" in done.stdout
    assert done.stderr.startswith("و")


def test_footnotes_as_html_and_csl(run: Run, tmp_path: Path) -> None:
    page = run("query", "partners", "--state", "PY", "--cite", "-f", "html").stdout
    assert page.count("<li id=") == 4
    assert '<a href="#source-1">[1]</a>' in page
    items = json.loads(run("query", "representatives", "--principal", "PK", "-f", "csl").stdout)
    assert items[0]["note"].startswith("حيث مثّل باكستان")
    assert items[0]["id"].endswith("/article/pakistan-el-salvador-bitcoin#char=341,421")
    sources = json.loads(run("query", "partners", "--state", "PY", "-f", "csl").stdout)
    assert {"webpage"} == {item["type"] for item in sources}
    assert all(item["URL"].startswith("http") and item["container-title"] for item in sources)


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (["partners", "--state", "Tuvalu"], "nothing in the graph answers this; it knows no event of Tuvalu at all\n"),
        (
            ["legal-status", "--state", "SLV", "--as-of", "2015-01-01"],
            "nothing in the graph answers this; without --as-of 2015-01-01 there are 4 rows\n",
        ),
        (
            ["partners", "--state", "Kenya"],
            "nothing in the graph answers this; Kenya takes part in 1 events of it (dadiplo query timeline)\n",
        ),
    ],
)
def test_empty_answer_says_whether_the_graph_has_the_area(arguments: list[str], line: str, run: Run) -> None:
    done = run("query", *arguments, "-f", "table")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", line)


def test_ambiguous_name_gives_the_candidates_with_their_states(run: Run) -> None:
    done = run("gaps", "Central Bank")
    assert done.returncode == 2
    assert "org:alb-boa (Bank of Albania, Albania)" in done.stderr
