"""The commands as a user meets them: what they write, where, and with which exit code."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import SAMPLE, Run

from dadiplo.cli import COMMANDS
from dadiplo.store import parse


def test_build_writes_five_files_twice_the_same(run: Run, tmp_path: Path) -> None:
    for name in ("one", "two"):
        done = run("build", "-o", name)
        assert (done.returncode, done.stdout) == (0, "")
        assert "0 violation" in done.stderr
    names = ["dadiplo.jsonld", "dadiplo.sha256", "dadiplo.trig", "dadiplo.ttl", "validation.txt"]
    assert sorted(path.name for path in (tmp_path / "one").iterdir()) == names
    for name in names:
        assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes()


def test_build_takes_articles_of_ones_own(run: Run, tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text(
        "عنوان\n\nوقّعت باكستان والبرازيل مذكرة تفاهم بشأن البيتكوين.\n", encoding="utf-8"
    )
    assert run("build", "mine.txt", "-o", "out").returncode == 0
    done = run("query", "partners", "--state", "Brazil", "--graph", "out", "-f", "json", "--cite")
    (row,) = [row for row in json.loads(done.stdout) if row["partner"]["label"] == "Pakistan"]
    assert row["kind"]["label"] == "memorandum of understanding"
    assert row["evidence"][0]["quote"].startswith("وقّعت باكستان والبرازيل مذكرة تفاهم")


def test_extract_in_every_format(run: Run, tmp_path: Path) -> None:
    assert "agreement:pak-slv-letter-of-intent-1 a dd:Agreement" in run("extract", SAMPLE, "--format", "turtle").stdout
    trig = run("extract", SAMPLE, "--format", "trig").stdout
    assert {quad.graph_name.value for quad in parse(trig, "trig", name="out")} == {
        "https://w3id.org/dadiplo/graph/pakistan-el-salvador-bitcoin"
    }
    record = json.loads(run("extract", SAMPLE, "--format", "json").stdout)
    agreement = next(event for event in record["events"] if event["type"] == "Agreement")
    assert agreement["subtype"] == "letter_of_intent"
    assert {"id": "PAK", "role": "party"} in agreement["participants"]
    assert agreement["evidence"] in SAMPLE.read_text(encoding="utf-8")
    run("extract", SAMPLE, "--format", "json", "-o", "out")
    assert json.loads((tmp_path / "out" / "pakistan-el-salvador-bitcoin.json").read_text(encoding="utf-8")) == record


def test_view_shows_each_sentence_isolated_and_what_it_gave(run: Run) -> None:
    lines = run("extract", SAMPLE, "--format", "view").stdout.splitlines()
    assert lines[0] == "\u2068اتفاق تاريخي بين باكستان والسلفادور بشأن البيتكوين\u2069"
    assert lines[1] == "  agreement:pak-slv-letter-of-intent-1 a dd:Agreement"
    visit = lines.index("  visit:bilal-bin-saqib-slv-1 a dd:Visit")
    assert any("العاصمة سان سلفادور" in line for line in lines[visit - 8 : visit])
    assert all("\033" not in line for line in lines)


def test_extract_reads_standard_input(run: Run) -> None:
    done = run("extract", "-", "--format", "json", stdin=SAMPLE.read_bytes())
    assert json.loads(done.stdout)["id"] == "standard-input"


def test_query_table_with_sources(run: Run) -> None:
    done = run("query", "representatives", "--principal", "PK", "--cite", "-f", "table")
    assert done.stdout.splitlines()[0].split() == ["representative", "principal", "capacity", "event"]
    assert "[1] \u2068“حيث مثّل باكستان في التوقيع بلال بن ثاقب" in done.stdout
    assert "cited outlet, Express News" in done.stdout


def test_query_formats(run: Run) -> None:
    question = ("query", "partners", "--state", "PK", "--kind", "letter-of-intent")
    assert run(*question).stdout.splitlines() == [
        "partner,partner_iri,agreement,agreement_iri,kind,kind_iri,binding",
        "El Salvador,https://w3id.org/dadiplo/id/state/SLV,"
        "Letter of intent of the Bitcoin Office of El Salvador and the Pakistan Crypto Council,"
        "https://w3id.org/dadiplo/id/agreement/pak-slv-letter-of-intent-1,letter of intent,"
        "https://w3id.org/dadiplo/vocab/instrument-kind/letter-of-intent,",
    ]
    assert run(*question, "-f", "tsv").stdout.count("\t") == 12
    assert json.loads(run(*question, "-f", "jsonl").stdout)["partner"]["label"] == "El Salvador"
    markdown = run(*question, "-f", "md", "--cite").stdout
    assert markdown.startswith(
        "| partner | agreement | kind | bindingness |\n| --- | --- | --- | --- |\n| El Salvador |"
    )
    assert "[^1]: " in markdown
    assert "السلفادور" in run(*question, "--lang", "ar", "-f", "table").stdout


def test_query_list_and_help(run: Run) -> None:
    listed = run("query", "--list").stdout
    assert "partners\tWith which states does a state have an agreement, and of what kind?" in listed
    told = run("query", "partners", "--help").stdout
    assert "--state" in told
    assert "[required]" in told


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_with_an_example(command: str, run: Run) -> None:
    done = run(command, "--help")
    assert done.returncode == 0
    assert "Example: dadiplo" in " ".join(done.stdout.split())


def test_sparql_select_ask_construct(run: Run) -> None:
    assert run("sparql", "ASK { state:PAK dd:hasAgreementWith state:SLV }").stdout == "true\n"
    select = run("sparql", "SELECT ?state { org:slv-bitcoin-office dd:actsFor ?state }").stdout
    assert select.split() == ["state", "https://w3id.org/dadiplo/id/state/SLV"]
    construct = run(
        "sparql", "CONSTRUCT { ?a dd:cooperatesWith ?b } { ?a dd:cooperatesWith ?b . ?a a dd:State }"
    ).stdout
    assert "state:PAK dd:cooperatesWith state:SLV ." in construct


def test_sparql_reads_a_file_and_standard_input(run: Run, tmp_path: Path) -> None:
    (tmp_path / "q.rq").write_text("ASK { ?x a dd:Visit }", encoding="utf-8")
    assert run("sparql", "q.rq").stdout == "true\n"
    assert run("sparql", "-", stdin="ASK { ?x a dd:Visit }").stdout == "true\n"


@pytest.mark.parametrize(
    ("fmt", "name"), [("turtle", "turtle"), ("trig", "trig"), ("nquads", "nquads"), ("jsonld", "jsonld")]
)
def test_export_is_what_build_built(fmt: str, name: str, run: Run, built, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    done = run("export", fmt, "-o", "out")
    assert (done.returncode, done.stdout) == (0, "")
    data = parse((tmp_path / "out").read_text(encoding="utf-8"), name, name="out")
    assert len(
        {(str(q.subject), str(q.predicate), str(q.object)) for q in data if "_:" not in f"{q.subject}{q.object}"}
    ) == len(
        {(str(q.subject), str(q.predicate), str(q.object)) for q in built.store if "_:" not in f"{q.subject}{q.object}"}
    )


def test_export_without_a_file_is_written_out(run: Run, tmp_path: Path) -> None:
    run("export", "nquads", "-o", "out")
    assert run("export", "nquads").stdout == (tmp_path / "out").read_text(encoding="utf-8") != ""


def test_export_without_inferred(run: Run) -> None:
    assert "graph:inferred" not in run("export", "trig", "--without-inferred").stdout


def test_validate_text_json_turtle_and_exit_code(run: Run, tmp_path: Path) -> None:
    (tmp_path / "bad.ttl").write_text(
        """@prefix dd: <https://w3id.org/dadiplo/ontology#> . @prefix agreement: <https://w3id.org/dadiplo/id/agreement/> .
        @prefix state: <https://w3id.org/dadiplo/id/state/> .
        agreement:x-1 a dd:Agreement ; dd:hasParty state:PAK .""",
        encoding="utf-8",
    )
    done = run("validate", "bad.ttl")
    assert done.returncode == 1
    assert (
        "event-evidence          agreement:x-1  Nothing says where this is written: add dcterms:source" in done.stdout
    )
    assert "لا شيء يبيّن أين كُتب هذا: أضف dcterms:source" in run("validate", "bad.ttl", "--lang", "ar").stdout
    report = json.loads(run("validate", "bad.ttl", "--format", "json").stdout)
    assert report["conforms"] is False
    assert {"violation", "warning", "info"} == {result["severity"] for result in report["results"]}
    turtle = run("validate", "bad.ttl", "--format", "turtle").stdout
    assert any(
        q.object.value == "http://www.w3.org/ns/shacl#ValidationReport" for q in parse(turtle, "turtle", name="out")
    )


DRAFT = """
@prefix agreement: <https://w3id.org/dadiplo/id/agreement/> . @prefix dcterms: <http://purl.org/dc/terms/> .
@prefix dd: <https://w3id.org/dadiplo/ontology#> . @prefix org: <https://w3id.org/dadiplo/id/org/> .
@prefix source: <https://w3id.org/dadiplo/id/source/> .
agreement:bol-pry-1 a dd:Agreement ; dcterms:source source:page ; dd:hasParty org:bol-bcb , org:pry-bank .
source:page a dd:WebPage ; dcterms:identifier "https://example.org/page" ; dcterms:title "A page"@en .
"""
DRAFT_LACKS = {
    "en": """\
violation  dangling-reference      org:pry-bank [agreement:bol-pry-1]  This is described nowhere: check its spelling, or add a block for it (data/entities).
violation  event-modality          agreement:bol-pry-1 dd:modality  Say how the source puts the event: actual, announced, planned, denied.
violation  party-without-state     org:pry-bank [agreement:bol-pry-1]  This party of an agreement has no state; give dd:actsFor, or say what it is.
violation  source-incomplete       source:page [dcterms:publisher]  A web page needs an address (dcterms:identifier), a publisher and a title; the one in brackets is missing.
warning    agreement-kind          agreement:bol-pry-1 dd:instrumentKind  An agreement should have a kind of instrument.
info       agreement-place         agreement:bol-pry-1 dd:tookPlaceAt  Where the agreement was concluded is not said.
info       bindingness-known       agreement:bol-pry-1 dd:bindingness  Whether the agreement is binding is not said.
info       event-time              agreement:bol-pry-1  The source gives no time for this event (dd:date or dd:timeExpression).
info       text-known              agreement:bol-pry-1 dd:textPublished  Whether the text is published is not known.
4 violation, 1 warning, 4 info
""",
    "ar": """\
مخالفة     dangling-reference      org:pry-bank [agreement:bol-pry-1]  لا وصف لهذا في أي موضع: تحقق من كتابته أو أضف له كتلة (data/entities).
مخالفة     event-modality          agreement:bol-pry-1 dd:modality  بيّن كيف يقدّم المصدر الحدث: واقع أو معلن أو مخطط أو منفي.
مخالفة     party-without-state     org:pry-bank [agreement:bol-pry-1]  لا دولة لهذا الطرف في الاتفاق؛ أضف dd:actsFor أو بيّن ما هو.
مخالفة     source-incomplete       source:page [dcterms:publisher]  يلزم لصفحة الويب عنوان على الشبكة (dcterms:identifier) وناشر وعنوان؛ وما بين القوسين ناقص.
تنبيه      agreement-kind          agreement:bol-pry-1 dd:instrumentKind  ينبغي ذكر نوع الصك.
ملاحظة     agreement-place         agreement:bol-pry-1 dd:tookPlaceAt  لم يُذكر مكان إبرام الاتفاق.
ملاحظة     bindingness-known       agreement:bol-pry-1 dd:bindingness  لم يُذكر هل الاتفاق ملزم.
ملاحظة     event-time              agreement:bol-pry-1  لا يذكر المصدر زمن الحدث (dd:date أو dd:timeExpression).
ملاحظة     text-known              agreement:bol-pry-1 dd:textPublished  لا يُعرف هل نُشر النص.
\u2068مخالفة\u2069: 4، \u2068تنبيه\u2069: 1، \u2068ملاحظة\u2069: 4
""",
}


@pytest.mark.parametrize("language", DRAFT_LACKS)
def test_validate_says_in_one_line_each_what_to_add(language: str, run: Run, tmp_path: Path) -> None:
    (tmp_path / "draft.ttl").write_text(DRAFT, encoding="utf-8")
    done = run("validate", "draft.ttl", "--lang", language)
    assert (done.stdout, done.returncode) == (DRAFT_LACKS[language], 1)


def test_fail_on_chooses_the_severity(run: Run, tmp_path: Path) -> None:
    (tmp_path / "graph.trig").write_text(run("extract", SAMPLE, "--format", "trig").stdout, encoding="utf-8")
    assert run("validate", "graph.trig").returncode == 0
    assert run("validate", "graph.trig", "--fail-on", "warning").returncode == 1
    assert run("validate", "graph.trig", "--fail-on", "info").returncode == 1


def test_shell_completion_knows_commands_and_questions(run: Run, cache: Path, tmp_path: Path) -> None:
    for words, expected in (
        ("dadiplo qu", "query"),
        ("dadiplo query part", "partners"),
        ("dadiplo export js", "jsonld"),
    ):
        environment = {
            **os.environ, "_DADIPLO_COMPLETE": "bash_complete", "COMP_WORDS": words, "COMP_CWORD": str(words.count(" ")),
        }  # fmt: skip
        done = subprocess.run(
            [sys.executable, "-m", "dadiplo"],
            capture_output=True,
            text=True,
            env=environment,
            cwd=tmp_path,
            check=False,
        )
        assert expected in done.stdout, words


def test_empty_answer_is_said_on_standard_error(run: Run) -> None:
    done = run("query", "holdings", "--holder", "PK", "-f", "table")
    assert (done.returncode, done.stdout) == (0, "")
    assert "nothing in the graph answers this" in done.stderr


# -- bad input ----------------------------------------------------------------------------------------------


def article(path: Path, data: bytes) -> None:
    path.write_bytes(data)


BAD_ARTICLES = {
    "missing file": (None, 3, "No such file"),
    "empty file": (b"", 3, "is empty"),
    "not UTF-8": ("سلام".encode("cp1256"), 3, "is not UTF-8"),
    "NUL": (b"Title\n\nA\0B", 3, "NUL"),
    "50 MB": (b"word " * 10_000_000, 3, "too large"),
}


@pytest.mark.parametrize("case", BAD_ARTICLES)
def test_bad_article(case: str, run: Run, tmp_path: Path) -> None:
    data, code, message = BAD_ARTICLES[case]
    if data is not None:
        article(tmp_path / "bad.txt", data)
    for command in (("extract", "bad.txt", "-o", "out"), ("build", "bad.txt", "-o", "out")):
        done = run(*command)
        assert (done.returncode, done.stdout) == (code, "")
        assert done.stderr.count("\n") == 1
        assert done.stderr.startswith("dadiplo: bad.txt")
        assert message in done.stderr
        assert not (tmp_path / "out").exists()


def test_folder_in_place_of_an_article(run: Run, tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    done = run("extract", "folder")
    assert done.returncode == 3
    assert "folder: no articles in this folder" in done.stderr
    done = run("build", "folder")
    assert done.returncode == 3
    assert "folder: is a folder" in done.stderr


@pytest.mark.parametrize("change", ["bom", "crlf"])
def test_bom_and_crlf_are_read_as_they_are(change: str, run: Run, tmp_path: Path) -> None:
    text = SAMPLE.read_text(encoding="utf-8")
    text = "\ufeff" + text if change == "bom" else text.replace("\n", "\r\n")
    article(tmp_path / "sample.txt", text.encode())
    quads = parse(run("extract", "sample.txt", "--format", "trig").stdout, "trig", name="out")
    facts: dict[str, dict[str, str]] = {}
    for quad in quads:
        facts.setdefault(quad.subject.value, {})[quad.predicate.value.rsplit("#", 1)[-1]] = quad.object.value
    passages = [f for f in facts.values() if "exact" in f]
    assert len(passages) > 50
    assert all(text[int(f["start"]) : int(f["end"])] == f["exact"] for f in passages)
    assert any("letter-of-intent" in iri for iri in facts)


BAD_RDF = {
    "broken Turtle": ("x.ttl", "@prefix a: <http://a/> .\na:b a:c [[[", 3, r"x.ttl:2:"),
    "broken JSON-LD": ("x.jsonld", '{"@id": ', 3, "x.jsonld"),
    "deep JSON-LD": ("x.jsonld", "[" * 100_000, 3, "x.jsonld"),
    "deep Turtle": ("x.ttl", "<a:b> <a:c> " + "[ <a:d> " * 50_000, 3, "x.ttl"),
    "DOCTYPE": (
        "x.rdf",
        '<!DOCTYPE r [<!ENTITY a "b">]><r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#"/>',
        4,
        "DOCTYPE",
    ),
    "remote context": ("x.jsonld", '{"@context": "http://127.0.0.1:9/c", "@id": "a:b", "a:c": "d"}', 4, "not fetched"),
    "file context": ("x.jsonld", '{"@context": "file:///etc/hostname", "@id": "a:b", "a:c": "d"}', 4, "not fetched"),
    "unknown ending": ("x.foo", "", 3, "unknown ending"),
    "triple term": ("x.ttl", "<a:b> <a:c> <<( <a:d> <a:e> <a:f> )>> .", 3, "triple terms"),
}


@pytest.mark.parametrize("case", BAD_RDF)
def test_bad_rdf(case: str, run: Run, tmp_path: Path) -> None:
    name, content, code, message = BAD_RDF[case]
    (tmp_path / name).write_text(content, encoding="utf-8")
    for command in (("validate", name), ("query", "partners", "--state", "PK", "--graph", name)):
        done = run(*command)
        assert (done.returncode, done.stdout) == (code, ""), done.stderr
        assert done.stderr.count("\n") == 1
        assert message in done.stderr


BAD_SPARQL = {
    "SERVICE": ("SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }", 4, "SERVICE"),
    "service in lower case": ("SELECT * { service silent <http://127.0.0.1:9/> { ?s ?p ?o } }", 4, "SERVICE"),
    "LOAD": ("LOAD <file:///etc/hostname>", 4, "LOAD"),
    "INSERT": ("INSERT DATA { <a:b> <a:c> <a:d> }", 4, "INSERT"),
    "DELETE": ("DELETE WHERE { ?s ?p ?o }", 4, "DELETE"),
    "FROM file": ("SELECT * FROM <file:///etc/hostname> { ?s ?p ?o }", 4, "FROM"),
    "FROM NAMED file": ("SELECT * FROM NAMED <data.ttl> { GRAPH ?g { ?s ?p ?o } }", 4, "FROM"),
    "syntax": ("SELECT * { ?s ?p", 3, "query:1:"),
    "deep nesting": ("SELECT * " + "{" * 400 + "}" * 400, None, ""),
    "time": (
        "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i FILTER(?c > ?f && ?f > ?i) }", 5, "took longer than 0.5 s",
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", BAD_SPARQL)
def test_bad_sparql(case: str, run: Run) -> None:
    query, code, message = BAD_SPARQL[case]
    done = run("sparql", query, "--timeout", "0.5")
    if code is None:
        assert done.returncode in (0, 3)
        return
    assert (done.returncode, done.stdout) == (code, "")
    assert done.stderr.count("\n") == 1
    assert message in done.stderr


@pytest.mark.parametrize(
    "query",
    [
        'SELECT ?x { ?x skos:prefLabel "SERVICE"@en }',
        "SELECT ?x { ?x a dd:Visit } # LOAD <file:///x>",
        "SELECT ?LOAD { ?LOAD a dd:Visit }",
        "SELECT ?x { ?x a <http://example.org/SERVICE> }",
        "PREFIX load: <http://example.org/> SELECT ?x { ?x a load:INSERT }",
    ],
)
def test_harmless_words_are_not_refused(query: str, run: Run) -> None:
    assert run("sparql", query).returncode == 0


BAD_CALLS = {
    "unknown command": (("quary",), "did you mean query"),
    "unknown option": (("build", "--fast"), "--fast"),
    "unknown question": (("query", "partnrs"), "did you mean partners"),
    "missing parameter": (("query", "partners"), "needs --state"),
    "unknown parameter": (("query", "partners", "--colour", "red"), "--colour"),
    "unknown entity": (("query", "partners", "--state", "Pakistn"), "did you mean Pakistan"),
    "unknown entity in Arabic": (("query", "partners", "--state", "باكستن"), "باكستان"),
    "unknown format": (("export", "pdf"), "pdf"),
    "no standard input format": (("validate", "-"), "--input-format"),
    "bad date": (("extract", str(SAMPLE), "--published", "today"), "is not a date"),
    "same name twice": (("extract", str(SAMPLE), str(SAMPLE)), "two articles would both be called"),
    "output is a file": (("build", "-o", str(SAMPLE)), "is a file"),
}


@pytest.mark.parametrize("case", BAD_CALLS)
def test_bad_call_is_usage(case: str, run: Run) -> None:
    arguments, message = BAD_CALLS[case]
    done = run(*arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.count("\n") == 1
    assert message in done.stderr


def test_graph_that_is_not_there(run: Run, tmp_path: Path) -> None:
    assert run("query", "partners", "--state", "PK", "--graph", "none.trig").returncode == 3
    (tmp_path / "empty").mkdir()
    done = run("query", "partners", "--state", "PK", "--graph", "empty")
    assert (done.returncode, "no dadiplo.trig" in done.stderr) == (3, True)


def test_output_into_a_missing_folder(run: Run) -> None:
    done = run("export", "turtle", "-o", "no/such/folder.ttl")
    assert (done.returncode, "no such folder" in done.stderr) == (3, True)


def test_debug_shows_the_traceback(run: Run) -> None:
    assert "Traceback" in run("--debug", "extract", "none.txt").stderr


def test_reader_that_stops_reading_is_no_error(cache: Path, tmp_path: Path) -> None:
    environment = {**os.environ, "XDG_CACHE_HOME": str(cache)}
    command = f"'{sys.executable}' -m dadiplo export nquads | head -n 1; echo ${{PIPESTATUS[0]}}"
    done = subprocess.run(
        ["bash", "-c", command], capture_output=True, text=True, env=environment, cwd=tmp_path, check=False
    )
    assert done.stdout.splitlines()[-1] == "0"
    assert done.stderr == ""


def test_nothing_is_fetched_and_no_other_file_is_opened(run: Run, tmp_path: Path, cache: Path) -> None:
    """Runs the extractor under an audit hook that forbids sockets and lists the files opened for writing."""
    script = f"""
import sys
def watch(event, arguments):
    if event.startswith("socket.") and event != "socket.gethostname":
        raise SystemExit(99)
    if event == "open" and isinstance(arguments[1], str) and set(arguments[1]) & set("wax+"):
        raise SystemExit(98)
sys.addaudithook(watch)
sys.argv = ["dadiplo", "extract", {str(SAMPLE)!r}, "--format", "json"]
from dadiplo.cli import main
main()
"""
    run("extract", SAMPLE)  # The lexicon is then in the cache, the one place that is written to unasked.
    environment = {**os.environ, "XDG_CACHE_HOME": str(cache)}
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, cwd=tmp_path, env=environment, check=False
    )
    assert done.returncode == 0, done.stderr
