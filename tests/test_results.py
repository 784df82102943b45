"""Results of SPARQL in the W3C's formats: readers of others get back what was found."""

from __future__ import annotations

import csv
import io

import pyoxigraph
import pytest
import rdflib.query
from conftest import Run
from hypothesis import assume, given
from hypothesis import strategies as st

from dadiplo import results
from dadiplo.resources import PREFIXES
from dadiplo.store import IRI, BlankNode, Literal, Row

texts = st.text(st.characters(blacklist_categories=["Cs", "Cc"]), max_size=20)
terms = st.one_of(
    st.none(),
    st.sampled_from(["https://example.org/a", "https://example.org/ب"]).map(IRI),
    texts.map(Literal),
    st.builds(lambda text: Literal(text, language="ar"), texts),
    st.builds(lambda number: Literal(str(number), datatype=IRI(PREFIXES["xsd"] + "integer")), st.integers()),
    st.just(BlankNode("b1")),
)
rows = st.lists(st.tuples(terms, terms), max_size=5)
NAMES = ("one", "two")


@pytest.mark.parametrize(("name", "fmt"), [("json", "JSON"), ("xml", "XML"), ("tsv", "TSV")])
@given(found=rows)
def test_oxigraph_reads_back_the_terms(name: str, fmt: str, found: list[Row]) -> None:
    # Oxigraph leaves out space at the ends of text in XML.
    values = [term.value for row in found for term in row if isinstance(term, Literal)]
    assume(fmt != "XML" or all(value == value.strip() for value in values))
    text = results.FORMATS[name](NAMES, found)
    read = pyoxigraph.parse_query_results(text, format=getattr(pyoxigraph.QueryResultsFormat, fmt))
    assert [variable.value for variable in read.variables] == list(NAMES)
    assert [tuple(row) for row in read] == found


@given(found=rows)
def test_rdflib_reads_back_as_many_rows(found: list[Row]) -> None:
    for name in ("json", "xml"):
        data = io.BytesIO(results.FORMATS[name](NAMES, found).encode())
        assert len(rdflib.query.Result.parse(data, format=name)) == len(found)


@given(found=rows)
def test_csv_has_the_values(found: list[Row]) -> None:
    read = list(csv.reader(io.StringIO(results.as_csv(NAMES, found), newline="")))
    assert read[0] == list(NAMES)
    expected = [["" if t is None else "_:b1" if isinstance(t, BlankNode) else t.value for t in row] for row in found]
    assert read[1:] == expected


QUERY = "SELECT ?code { state:PAK dd:isoAlpha2|dd:isoAlpha3 ?code } ORDER BY ?code"


@pytest.mark.parametrize(
    ("fmt", "text"),
    [
        ("csv", "code\r\nPAK\r\nPK\r\n"),
        ("tsv", '?code\n"PAK"\n"PK"\n'),
        (
            "json",
            '{\n "head": {\n  "vars": [\n   "code"\n  ]\n },\n "results": {\n  "bindings": [\n   {\n    "code": {\n'
            '     "type": "literal",\n     "value": "PAK"\n    }\n   },\n   {\n    "code": {\n     "type": "literal",\n'
            '     "value": "PK"\n    }\n   }\n  ]\n }\n}\n',
        ),
    ],
)
def test_whole_result(fmt: str, text: str, run: Run, tmp_path) -> None:  # type: ignore[no-untyped-def]
    assert run("sparql", QUERY, "-f", fmt, "-o", "out").returncode == 0
    assert (tmp_path / "out").read_bytes() == text.encode()


def test_truth_in_the_formats_that_have_one(run: Run) -> None:
    ask = "ASK { ?x a dd:Visit }"
    assert run("sparql", ask).stdout == "true\n"
    assert '"boolean": true' in run("sparql", ask, "-f", "json").stdout
    assert "<boolean>true</boolean>" in run("sparql", ask, "-f", "xml").stdout


def test_rows_are_limited_and_it_is_said(run: Run) -> None:
    done = run("sparql", "SELECT ?s { ?s a dd:State } ORDER BY ?s", "-f", "csv", "--max-rows", "2")
    assert done.stdout.count("\n") == 3
    assert done.stderr == "stopped after 2 rows (--max-rows)\n"
    assert run("sparql", QUERY, "-f", "csv", "--max-rows", "2").stderr == ""


def test_format_that_does_not_fit_the_query(run: Run) -> None:
    done = run("sparql", "DESCRIBE state:PAK", "-f", "csv")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("dadiplo: -f csv cannot show the result of CONSTRUCT or DESCRIBE; choose from turtle")
    assert run("sparql", "SELECT * { ?s a dd:Visit }", "-f", "rdfxml").returncode == 2
