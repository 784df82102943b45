"""Every quote of a graph is cut out of its article again; one changed byte does not go unseen."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from conftest import SAMPLE, Run
from hypothesis import given, settings
from hypothesis import strategies as st

from dadiplo.extraction import Extraction
from dadiplo.store import IRI, Literal, Quad, Store, triple_of
from dadiplo.verification import Verification, verify

EXACT = "http://www.w3.org/ns/oa#exact"


@pytest.fixture(scope="module")
def store(sample: Extraction) -> Store:
    result = Store()
    result.extend(sample.quads)
    return result


def checked(store: Store, folder: Path, data: bytes) -> Verification:
    path = folder / SAMPLE.name
    path.write_bytes(data)
    return verify(store, [path])


def test_shipped_graph_is_verified(run: Run) -> None:
    done = run("verify")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.endswith(" verified\n")
    assert int(done.stdout.split()[0]) > 50


@given(st.data())
@settings(max_examples=60, deadline=None)
def test_no_changed_byte_goes_unseen(
    store: Store, tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    original = SAMPLE.read_bytes()
    place = data.draw(st.integers(0, len(original) - 1))
    byte = data.draw(st.integers(0, 255).filter(lambda value: value != original[place]))
    found = checked(store, tmp_path_factory.getbasetemp(), original[:place] + bytes([byte]) + original[place + 1 :])
    kinds = {failure.kind for failure in found.failures}
    assert kinds & {"digest", "unreadable"}, "the article is named"
    assert all(failure.file.endswith(SAMPLE.name) for failure in found.failures)


def test_changed_letter_in_a_quote_is_named_with_its_byte(store: Store, tmp_path: Path) -> None:
    text = SAMPLE.read_text(encoding="utf-8")
    place = text.index("وأسفر اللقاء") + 2
    found = checked(store, tmp_path, (text[:place] + "x" + text[place + 1 :]).encode())
    digest, passage = found.failures[0], next(failure for failure in found.failures if failure.kind == "passage")
    assert digest.kind == "digest"
    assert passage.byte == len(text[:place].encode())
    assert f"“{text[place]}” (U+{ord(text[place]):04X}) where the file has “x” (U+0078)" in passage.message
    assert checked(store, tmp_path, text.encode()).failures == ()


def test_moved_text_is_told_as_such(store: Store, tmp_path: Path) -> None:
    data = SAMPLE.read_bytes()
    found = checked(store, tmp_path, b"\n" + data)
    assert found.passages == 0
    assert "stands at character 1 now, not at 0" in found.failures[1].message


def test_changed_byte_outside_of_quotes_is_told_by_the_digest_alone(store: Store, tmp_path: Path) -> None:
    found = checked(store, tmp_path, SAMPLE.read_bytes() + b"\n")
    assert [failure.kind for failure in found.failures] == ["digest"]
    assert found.passages > 0
    assert found.articles == 0


@pytest.mark.parametrize("change", ["quote", "offset"])
def test_graph_that_was_tampered_with(change: str, sample: Extraction) -> None:
    predicate = EXACT if change == "quote" else "http://www.w3.org/ns/oa#end"
    quads = list(sample.quads)
    index = next(i for i, quad in enumerate(quads) if quad.predicate.value == predicate)
    subject, _, value = triple_of(quads[index])
    other = Literal("invented" if change == "quote" else str(int(value.value) + 1), datatype=value.datatype)
    quads[index] = Quad(subject, IRI(predicate), other, quads[index].graph_name)
    store = Store()
    store.extend(quads)
    (failure,) = verify(store, [SAMPLE]).failures
    assert (failure.kind, failure.passage) == ("offsets", subject.value)


def test_missing_article_is_told(store: Store) -> None:
    found = verify(store, [])
    assert (found.passages, found.articles) == (0, 0)
    assert [failure.kind for failure in found.failures] == ["missing"]


def test_command_with_articles_of_ones_own(run: Run, tmp_path: Path) -> None:
    line = {"id": "mine", "title": "Trade", "body": "Pakistan and Brazil agreed on Bitcoin in Brasilia."}
    assert run("extract", "-", "--jsonl", "-f", "trig", "-o", "out", stdin=json.dumps(line)).returncode == 0
    done = run("verify", "out/mine.trig")
    assert done.returncode == 1
    assert "article:mine: no file for this article" in done.stdout
    assert done.stdout.endswith("\n0 passages verified, 1 failure\n")
    done = run("verify", "out/mine.trig", "--articles", "out")
    assert done.returncode == 0, done.stdout
    assert " in 1 article verified" in done.stdout
    text = tmp_path / "out" / "mine.txt"
    text.write_text(text.read_text().replace("Brazil", "Brasil"))
    done = run("verify", "out/mine.trig", "--articles", "out", "-f", "json")
    record = json.loads(done.stdout)
    assert (done.returncode, record["verified"]) == (1, False)
    assert {failure["kind"] for failure in record["failures"]} == {"digest", "passage"}
    assert all(failure["file"] == "out/mine.txt" for failure in record["failures"])


@pytest.mark.parametrize("id_", ["a.en", "A b/c", "باكستان", "x" * 300, "قمة-2025", "..", "a.b.html"])
def test_text_beside_a_graph_is_found_again(id_: str, run: Run, tmp_path: Path) -> None:
    line = {"id": id_, "text": "Pakistan and Brazil agreed on Bitcoin in Brasilia."}
    assert run("extract", "-", "--jsonl", "-f", "trig", "-o", "out", stdin=json.dumps(line)).returncode == 0
    (graph,) = (tmp_path / "out").glob("*.trig")
    assert run("verify", graph, "--articles", "out").returncode == 0


def test_text_of_the_same_name_elsewhere_does_not_disturb(store: Store, tmp_path: Path) -> None:
    (tmp_path / SAMPLE.name).write_text("another article of that name")
    assert verify(store, [tmp_path / SAMPLE.name, SAMPLE]).failures == ()


def test_folder_that_is_not_there(run: Run, tmp_path: Path) -> None:
    shutil.copy(SAMPLE, tmp_path)
    done = run("verify", "--articles", "nowhere")
    assert (done.returncode, done.stdout) == (3, "")
    assert done.stderr == "dadiplo: nowhere: no such file or folder\n"
