"""Many articles at once: every one is read, in order, the same whatever the number of processes; a bad one is told."""

from __future__ import annotations

import io
import json
import os
import resource
import tempfile
from pathlib import Path

import pytest
from conftest import SAMPLE, Run
from hypothesis import given, settings
from hypothesis import strategies as st

from dadiplo import bulk
from dadiplo.bulk import Settings, results
from dadiplo.errors import InputError
from dadiplo.inputs import Source, article_text, json_lines, read, sources

ENGLISH = "Pakistan and Brazil signed a memorandum of understanding on Bitcoin in Islamabad.\n"


def corpus(folder: Path, count: int = 12) -> Path:
    """A folder with articles in two languages and a sub-folder."""
    (folder / "sub").mkdir(parents=True)
    for number in range(count):
        place = folder / "sub" if number % 3 == 0 else folder
        text = SAMPLE.read_text(encoding="utf-8") if number % 4 == 0 else f"Headline {number}\n\n{ENGLISH}"
        (place / f"a{number:02}.txt").write_text(text, encoding="utf-8")
    return folder


@pytest.mark.parametrize("fmt", ["json", "jsonl", "trig", "turtle", "view"])
def test_output_is_the_same_whatever_the_number_of_workers(fmt: str, run: Run, tmp_path: Path) -> None:
    corpus(tmp_path / "in")
    outputs = [run("extract", "in", "-f", fmt, "--workers", number).stdout for number in (1, 3)]
    assert outputs[0] == outputs[1] != ""
    for number in (1, 3):
        assert run("extract", "in", "-f", fmt, "-o", f"out{number}", "--workers", number).returncode == 0
    written = [{path.name: path.read_bytes() for path in (tmp_path / f"out{number}").iterdir()} for number in (1, 3)]
    assert written[0] == written[1]
    assert len(written[0]) == 12


def test_folder_is_read_recursively_in_order(run: Run, tmp_path: Path) -> None:
    corpus(tmp_path / "in")
    (tmp_path / "in" / ".hidden.txt").write_text("hidden")
    (tmp_path / "in" / "README.md").write_text("no article")
    (tmp_path / "in" / "picture.png").write_bytes(b"\x89PNG")
    done = run("extract", "in", "-f", "jsonl")
    ids = [json.loads(line)["id"] for line in done.stdout.splitlines()]
    assert ids == [f"a{n:02}" for n in range(12) if n % 3] + [f"a{n:02}" for n in range(0, 12, 3)]


@pytest.mark.parametrize("workers", [1, 3])
def test_bad_article_is_told_in_one_line_and_the_rest_is_read(workers: int, run: Run, tmp_path: Path) -> None:
    corpus(tmp_path / "in")
    (tmp_path / "in" / "bad1.txt").write_bytes(b"\xff\xfe\x00")
    (tmp_path / "in" / "bad2.txt").write_bytes(b"")
    done = run("extract", "in", "missing.txt", "-f", "json", "-o", "out", "--workers", workers)
    assert done.returncode == 3
    assert len(list((tmp_path / "out").iterdir())) == 12
    lines = done.stderr.splitlines()
    assert len(lines) == 4
    assert "bad1.txt:1: byte 0 is not UTF-8" in lines[0]
    assert "bad2.txt: the file is empty" in lines[1]
    assert lines[2] == "dadiplo: missing.txt: No such file or directory"
    assert lines[3] == "dadiplo: 3 of 15 articles could not be read"


def test_json_lines_on_standard_input(run: Run, tmp_path: Path) -> None:
    lines = [
        {
            "id": "x/1",
            "text": f"A headline\n\n{ENGLISH}",
            "date": "2025-07-17T10:00:00Z",
            "url": "https://example.org/a",
        },
        {"id": 7, "title": "Other", "body": ENGLISH, "publisher": "The  Daily\nPaper", "language": "en"},
        {"text": SAMPLE.read_text(encoding="utf-8")},
    ]
    stdin = "\n\n".join(json.dumps(line, ensure_ascii=False) for line in lines)
    done = run("extract", "-", "--jsonl", "-f", "jsonl", stdin=stdin)
    assert done.returncode == 0, done.stderr
    records = [json.loads(line) for line in done.stdout.splitlines()]
    assert [record["id"] for record in records] == ["x/1", "7", "standard-input-5"]
    assert [record["lang"] for record in records] == ["en", "en", "ar"]
    assert records[0]["published"] == "2025-07-17"
    graph = run("extract", "-", "--jsonl", "-f", "turtle", stdin=stdin).stdout
    assert '"https://example.org/a"' in graph
    assert '"The Daily Paper"' in graph
    assert run("extract", "-", "--jsonl", "-f", "json", "-o", "out", stdin=stdin).returncode == 0
    names = {path.name for path in (tmp_path / "out").iterdir()}
    assert {"x-1.json", "x-1.txt", "7.json", "7.txt", "standard-input-5.json"} <= names, "no name leaves the folder"
    for record in (json.loads(path.read_text()) for path in (tmp_path / "out").glob("*.json")):
        name = "x-1" if record["id"] == "x/1" else record["id"]
        text = (tmp_path / "out" / f"{name}.txt").read_text(encoding="utf-8")
        assert all(event["evidence"] in text for event in record["events"])


@pytest.mark.parametrize(
    ("line", "message"),
    [
        (b"{not json", "not a JSON object"),
        (b"[1]", "not a JSON object"),
        (b"[" * 100_000, "not a JSON object"),
        (b'{"id": "x"}', "no text"),
        (b'{"text": ["a"]}', "text is not a text"),
        (b'{"text": "Pakistan", "date": "yesterday"}', "date: yesterday is not a date"),
        (b'{"text": "a\\ud800b"}', "surrogate"),
        (b'{"text": "a\\u0000b"}', "NUL"),
        (b"\xff\xfe", "not a JSON object"),
        (b'{"text": "' + b"a" * 5_000_001 + b'"}', "too long"),
    ],
)
def test_bad_line_is_told_and_the_next_is_read(line: bytes, message: str, run: Run) -> None:
    good = json.dumps({"id": "good", "text": ENGLISH}).encode()
    done = run("extract", "-", "--jsonl", "-f", "jsonl", stdin=line + b"\n" + good + b"\n")
    assert done.returncode == 3
    assert [json.loads(text)["id"] for text in done.stdout.splitlines()] == ["good"]
    assert done.stderr.count("\n") == 2
    assert done.stderr.startswith("dadiplo: standard input:1:")
    assert message in done.stderr


def test_two_articles_of_one_name_are_refused_before_anything_is_written(run: Run, tmp_path: Path) -> None:
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "same.txt").write_text(ENGLISH)
    done = run("extract", "a", "b", "-f", "json", "-o", "out")
    assert (done.returncode, done.stdout) == (2, "")
    assert "two articles would both be called same" in done.stderr
    assert not (tmp_path / "out").exists()


def test_two_lines_of_one_id_do_not_write_over_each_other(run: Run, tmp_path: Path) -> None:
    lines = "".join(json.dumps({"id": "same", "text": text}) + "\n" for text in ("First words", "Second words"))
    done = run("extract", "-", "--jsonl", "-f", "json", "-o", "out", stdin=lines)
    assert done.returncode == 3
    assert "another article is called same too" in done.stderr
    assert (tmp_path / "out" / "same.txt").read_text() == "First words"


def test_article_is_not_written_over(run: Run, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text(ENGLISH)
    done = run("extract", "in", "-f", "view", "-o", "in")
    assert done.returncode == 2
    assert "would be written over" in done.stderr
    assert (tmp_path / "in" / "a.txt").read_text() == ENGLISH


def test_article_that_the_program_cannot_cope_with_costs_no_other(monkeypatch: pytest.MonkeyPatch) -> None:
    real = bulk.extract

    def broken(document, lexicon):  # type: ignore[no-untyped-def]
        if "stumble" in document.text:
            raise KeyError("x\ny")
        return real(document, lexicon)

    monkeypatch.setattr(bulk, "extract", broken)
    given_ = [Source(f"n{n}", f"n{n}", data=text.encode()) for n, text in enumerate((ENGLISH, "stumble", ENGLISH))]
    first, second, third = results(given_, Settings("json"), 1)
    assert first.error is None
    assert third.output == first.output.replace('"n0"', '"n2"')
    assert str(second.error).startswith("n1: an error in dadiplo (KeyError: ")
    assert "\n" not in str(second.error)


def test_process_that_dies_costs_only_its_article(monkeypatch: pytest.MonkeyPatch) -> None:
    real = bulk.extract

    def deadly(document, lexicon):  # type: ignore[no-untyped-def]
        if "poison" in document.text:
            os._exit(9)
        return real(document, lexicon)

    monkeypatch.setattr(bulk, "extract", deadly)
    texts = [ENGLISH, ENGLISH, "poison", ENGLISH, ENGLISH, ENGLISH]
    given_ = [Source(f"n{n}", f"n{n}", data=text.encode()) for n, text in enumerate(texts)]
    found = list(results(given_, Settings("json"), 2))
    assert [item.called for item in found] == [f"n{n}" for n in range(6)]
    assert [item.called for item in found if item.error] == ["n2"]
    assert "died" in str(found[2].error)


def test_articles_are_taken_as_they_are_needed() -> None:
    """Memory does not grow with the number of articles: no more are taken ahead than the processes need."""
    taken = 0

    def endless():  # type: ignore[no-untyped-def]
        nonlocal taken
        while True:
            taken += 1
            yield Source(f"n{taken}", f"n{taken}", data=ENGLISH.encode())

    found = results(endless(), Settings("json"), 2)
    for number in range(1, 30):
        assert next(found).called == f"n{number}"
        assert taken <= number + 20
    found.close()


def test_memory_is_flat_over_many_articles(monkeypatch: pytest.MonkeyPatch) -> None:
    def many(count: int):  # type: ignore[no-untyped-def]
        for number in range(count):
            yield Source(f"n{number}", f"n{number}", data=f"Headline {number}\n\n{ENGLISH}".encode())

    monkeypatch.setitem(bulk.FORMATS, "json", (lambda *arguments: "x" * 100_000, ".json"))
    for _ in results(many(100), Settings("json"), 1):
        pass
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    for _ in results(many(600), Settings("json"), 1):
        pass
    grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
    assert grown < 20_000, f"{grown} KB more after results of 60,000 KB"


def test_what_a_lexicon_remembers_has_an_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bulk, "_REMEMBERED", 50)
    lexicon = bulk.cached_lexicon("en")
    for number in range(20):
        words = " ".join(f"word{number}x{n}" for n in range(20))
        bulk.result(Source("n", "n", data=words.encode()), Settings("json", language="en"))
        assert len(lexicon._analyses) < 100


ONE_LINE = st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\u2028\u2029\x85"), max_size=40)


@given(
    title=ONE_LINE.filter(str.strip),
    body=st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0")),
    publisher=ONE_LINE,
)
@settings(deadline=None, max_examples=60)
def test_title_and_body_become_an_article_that_gives_them_back(title: str, body: str, publisher: str) -> None:
    line = json.dumps({"title": title, "body": body, "publisher": publisher, "date": "2025-07-17", "id": "a"})
    (source,) = json_lines(io.BytesIO(line.encode()), called="x", stem="x")
    if not body:
        with pytest.raises(InputError):
            read(source)
        return
    document = read(source).document
    assert document.text[document.title.start : document.title.end].split() == title.lstrip("\ufeff \t").split()
    assert document.published.isoformat() == "2025-07-17"
    assert document.publisher == " ".join(publisher.split())
    assert document.text[document.body :].strip() == body.strip()


def test_text_of_an_article_file_can_be_built_from() -> None:
    text = article_text("A title", "date: not a header\n\nBody", date="2025-07-17", publisher="", url="https://e.org/x")
    assert text == "A title\ndate: 2025-07-17\nurl: https://e.org/x\n\ndate: not a header\n\nBody\n"


def test_json_lines_file_by_its_ending(tmp_path: Path) -> None:
    (tmp_path / "many.jsonl").write_text(json.dumps({"text": "one"}) + "\n" + json.dumps({"text": "two"}))
    found = list(sources([tmp_path / "many.jsonl"]))
    assert [item.stem for item in found] == ["many-1", "many-2"]
    assert [read(item).document.text for item in found] == ["one", "two"]
    with tempfile.TemporaryDirectory() as empty:
        (missing,) = sources([Path(empty) / "none.jsonl"])
        assert "No such file" in missing.error
