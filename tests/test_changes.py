"""What changed between two builds and what falls with a source, as whole texts in English and Arabic."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import pytest
from conftest import Run

from dadiplo import pipeline
from dadiplo.changes import changes
from dadiplo.export.turtle import trig
from dadiplo.output import DIGESTS, GRAPH_FILES, write_build
from dadiplo.phrases import phrase
from dadiplo.resources import folder
from dadiplo.retraction import find_source, retract
from dadiplo.store import Literal, Quad, Store, parse, triple_of
from dadiplo.validation import SEVERITIES

HEAD = (
    "\n".join(
        f"@prefix {name}: <https://w3id.org/dadiplo/id/{name}/> ."
        for name in ("agreement", "meeting", "org", "person", "source", "state")
    )
    + """
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix dd: <https://w3id.org/dadiplo/ontology#> .
@prefix graph: <https://w3id.org/dadiplo/graph/> .
@prefix instrument-kind: <https://w3id.org/dadiplo/vocab/instrument-kind/> .
@prefix modality: <https://w3id.org/dadiplo/vocab/modality/> .
@prefix stage: <https://w3id.org/dadiplo/vocab/stage/> .
@prefix topic: <https://w3id.org/dadiplo/vocab/topic/> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""
)
PAGES = "\n".join(
    f'source:{name} a dd:WebPage ; dcterms:identifier "https://example.org/{name}" ; '
    f'dcterms:publisher "Example News" ; dcterms:title "{name}"@en .'
    for name in ("one", "two", "three")
)
#: Between Bolivia and Paraguay the stage changes, a topic is added, a third page dates it otherwise;
#: between Bolivia and Chile a topic goes and a contradiction is settled with its source; a meeting is withdrawn.
OLD = (
    HEAD
    + f"""
graph:curated {{
    {PAGES}
    agreement:bol-pry-1 a dd:Agreement ; dcterms:source source:one , source:two ; dd:date "2026-10-02"^^xsd:date ;
        dd:hasParty state:BOL , state:PRY ; dd:hasTopic topic:mining ; dd:modality modality:actual ;
        dd:instrumentKind instrument-kind:letter-of-intent ; dd:stage stage:announced .
    agreement:bol-chl-1 a dd:Agreement ; dcterms:source source:one , source:two ; dd:date "2026-09"^^xsd:gYearMonth ;
        dd:hasParty state:BOL , state:CHL ; dd:hasTopic topic:mining , topic:regulation ; dd:modality modality:actual ;
        dd:instrumentKind instrument-kind:memorandum-of-understanding .
    meeting:bol-per-1 a dd:Meeting ; dcterms:source source:two ; dd:hasParticipant state:BOL , state:PER ;
        dd:modality modality:actual .
}}
graph:source-two {{ agreement:bol-chl-1 dcterms:source source:two ; dd:date "2026-08"^^xsd:gYearMonth . }}
"""
)
NEW = (
    HEAD
    + f"""
graph:curated {{
    {PAGES}
    agreement:bol-pry-1 a dd:Agreement ; dcterms:source source:one , source:two , source:three ;
        dd:date "2026-10-02"^^xsd:date ; dd:hasParty state:BOL , state:PRY ; dd:hasTopic topic:mining , topic:regulation ;
        dd:modality modality:actual ; dd:instrumentKind instrument-kind:letter-of-intent ; dd:stage stage:signed .
    agreement:bol-chl-1 a dd:Agreement ; dcterms:source source:one ; dd:date "2026-09"^^xsd:gYearMonth ;
        dd:hasParty state:BOL , state:CHL ; dd:hasTopic topic:regulation ; dd:modality modality:actual ;
        dd:instrumentKind instrument-kind:memorandum-of-understanding .
    agreement:bol-ury-1 a dd:Agreement ; dcterms:source source:three ; dd:hasParty state:BOL , state:URY ;
        dd:modality modality:actual ; dd:instrumentKind instrument-kind:memorandum-of-understanding .
}}
graph:source-three {{ agreement:bol-pry-1 dcterms:source source:three ; dd:date "2026-10-03"^^xsd:date . }}
"""
)

ENGLISH = """\
Memorandum of understanding: Bolivia – Chile: date no longer contested: 2026-09
Memorandum of understanding: Bolivia – Chile: has topic mining and energy removed
Memorandum of understanding: Bolivia – Chile: sources 2 → 1
Letter of intent: Bolivia – Paraguay: date now contested (2 sources): 2026-10-02, 2026-10-03
Letter of intent: Bolivia – Paraguay: has topic regulation added
Letter of intent: Bolivia – Paraguay: stage announced → signed
Letter of intent: Bolivia – Paraguay: sources 2 → 3
added: Memorandum of understanding: Bolivia – Uruguay
removed: Meeting: Bolivia – Peru
link that now follows: Bolivia has agreement with Uruguay
link that no longer follows: Bolivia met with Peru
"""
ARABIC = """\
مذكرة تفاهم: بوليفيا – تشيلي: التاريخ لم يعد محل خلاف: 2026-09
مذكرة تفاهم: بوليفيا – تشيلي: حُذف له موضوع التعدين والطاقة
مذكرة تفاهم: بوليفيا – تشيلي: المصادر 2 ← 1
خطاب نوايا: بوليفيا – باراغواي: التاريخ محل خلاف الآن (عدد المصادر: 2): 2026-10-02، 2026-10-03
خطاب نوايا: بوليفيا – باراغواي: أُضيف له موضوع التنظيم
خطاب نوايا: بوليفيا – باراغواي: المرحلة معلن ← موقَّع
خطاب نوايا: بوليفيا – باراغواي: المصادر 2 ← 3
أُضيف: مذكرة تفاهم: بوليفيا – أورغواي
حُذف: اجتماع: بوليفيا – بيرو
صلة تترتب الآن: بوليفيا طرف في اتفاق مع أورغواي
صلة لم تعد تترتب: بوليفيا طرف في لقاء مع بيرو
"""


@dataclass(frozen=True)
class Builds:
    """Two small builds on disk and in memory."""

    old: Path
    new: Path
    before: Store
    after: Store


def build(folder: Path, name: str, content: str) -> tuple[Path, Store]:
    source = folder / f"{name}-facts.trig"
    source.write_text(content, encoding="utf-8")
    store = pipeline.build_graph([], sources=[source]).store
    path = folder / f"{name}.trig"
    path.write_text(trig(store), encoding="utf-8")
    return path, store


@pytest.fixture(scope="module")
def builds(tmp_path_factory: pytest.TempPathFactory) -> Builds:
    top = tmp_path_factory.mktemp("builds")
    (old, before), (new, after) = build(top, "old", OLD), build(top, "new", NEW)
    return Builds(old, new, before, after)


def bare(text: str) -> str:
    return re.sub("[\u2066-\u2069]", "", text)


@pytest.mark.parametrize(("language", "text"), [("en", ENGLISH), ("ar", ARABIC)])
def test_diff_in_an_analysts_words(language: str, text: str, builds: Builds, run: Run) -> None:
    done = run("diff", builds.old, builds.new, "--lang", language)
    assert (bare(done.stdout), done.returncode) == (text, 0)


def test_diff_of_a_build_with_itself_is_nothing(builds: Builds, run: Run) -> None:
    done = run("diff", builds.old, builds.old)
    assert (done.stdout, done.stderr, done.returncode) == ("", "nothing changed\n", 0)


def test_diff_back_turns_each_change_round(builds: Builds) -> None:
    turned = {"added": "removed", "contested": "settled", "new-link": "lost-link", "gained": "lost"}
    turned |= {value: key for key, value in turned.items()}
    there = {(turned.get(c.kind, c.kind), c.thing, c.property) for c in changes(builds.before, builds.after)}
    back = {(c.kind, c.thing, c.property) for c in changes(builds.after, builds.before)}
    assert there == back


RETRACTED = {
    "two": """\
falls with the source: Meeting: Bolivia – Peru
survives on other sources (1): Memorandum of understanding: Bolivia – Chile
survives on other sources (1): Letter of intent: Bolivia – Paraguay
no longer contradicted: Memorandum of understanding: Bolivia – Chile, date
link that no longer follows: Bolivia met with Peru
""",
    "three": "nothing rests on this source\n",
}


@pytest.mark.parametrize("source", RETRACTED)
def test_retract_tells_what_falls_and_what_survives(source: str, builds: Builds, run: Run) -> None:
    done = run("retract", source, "--dry-run", "--graph", builds.old)
    assert (done.stdout, done.returncode) == (RETRACTED[source], 0)


def test_retract_by_address_or_iri_in_arabic(builds: Builds, run: Run) -> None:
    expected = """\
يسقط بسقوط المصدر: اجتماع: بوليفيا – بيرو
باقٍ بفضل مصادر أخرى (1): مذكرة تفاهم: بوليفيا – تشيلي
باقٍ بفضل مصادر أخرى (1): خطاب نوايا: بوليفيا – باراغواي
لم يعد متناقضًا: مذكرة تفاهم: بوليفيا – تشيلي، التاريخ
صلة لم تعد تترتب: بوليفيا طرف في لقاء مع بيرو
"""
    for name in ("https://example.org/two", "source:two"):
        done = run("retract", name, "--dry-run", "--lang", "ar", "--graph", builds.old)
        assert (bare(done.stdout), done.returncode) == (expected, 0)


def test_retract_writes_the_graph_without_the_source(builds: Builds, run: Run, tmp_path: Path) -> None:
    assert run("retract", "two", "--graph", builds.old, "-o", "without").returncode == 0
    text = (tmp_path / "without" / "dadiplo.trig").read_text(encoding="utf-8")
    assert "source:two" not in text
    assert "meeting:bol-per-1" not in text
    assert "agreement:bol-pry-1 a dd:Agreement" in text


def test_unknown_source_is_answered_with_the_nearest(builds: Builds, run: Run) -> None:
    done = run("retract", "thre", "--dry-run", "--graph", builds.old)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "dadiplo: no source is called 'thre'; did you mean three?\n"


def test_retract_needs_to_know_where_to(builds: Builds, run: Run) -> None:
    done = run("retract", "two", "--graph", builds.old)
    assert (done.returncode, done.stdout) == (2, "")
    assert "--dry-run" in done.stderr


# -- adding and taking back -----------------------------------------------------------------------------------

FACTS = (
    HEAD
    + """
graph:curated {
    agreement:bol-ury-1 a dd:Agreement ; dcterms:source source:four ; dd:hasParty org:bol-bcb , state:URY ;
        dd:date "2026-10"^^xsd:gYearMonth ; dd:modality modality:actual ;
        dd:instrumentKind instrument-kind:memorandum-of-understanding .
    source:four a dd:WebPage ; dcterms:identifier "https://example.org/four" ; dcterms:publisher "Example News" ;
        dcterms:title "Four"@en ; dcterms:issued "2026-10-20"^^xsd:date .
}
graph:source-four { agreement:bol-slv-memorandum-of-understanding-1 dcterms:source source:four ; dd:date "2025-08"^^xsd:gYearMonth . }
"""
)
ARTICLE = "عنوان\n\nوقّعت باكستان والبرازيل مذكرة تفاهم بشأن البيتكوين.\n"


def copy(store: Store) -> Store:
    result = Store()
    result.extend(store)
    return result


@pytest.fixture(scope="module")
def additions(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    top = tmp_path_factory.mktemp("additions")
    (top / "mine.txt").write_text(ARTICLE, encoding="utf-8")
    (top / "facts.trig").write_text(FACTS, encoding="utf-8")
    return top / "mine.txt", top / "facts.trig"


@pytest.fixture(scope="module")
def added(world: Store, additions: tuple[Path, Path]) -> Store:
    """The world with an article and a file of facts added to its build."""
    article, facts = additions
    return pipeline.add_to(copy(world), pipeline.read_articles([article]), [facts]).store


def test_adding_gives_what_building_everything_gives(added: Store, additions: tuple[Path, Path]) -> None:
    article, facts = additions
    whole = pipeline.build_graph([*pipeline.article_files(), article], sources=[*pipeline.source_files(), facts])
    assert trig(added) == trig(whole.store)


def test_addition_copies_what_is_unchanged_and_writes_the_same_bytes(
    additions: tuple[Path, Path], world: Store, run: Run, tmp_path: Path
) -> None:
    """With the digests of the earlier files their blocks are copied, without them everything is written anew."""
    write_build(tmp_path / "before", pipeline.Build(world, []))
    for name in ("copied", "anew"):
        assert run("build", *additions, "--from", tmp_path / "before", "-o", tmp_path / name).returncode == 0
        (tmp_path / "before" / DIGESTS).unlink(missing_ok=True)
    for name in (*GRAPH_FILES, DIGESTS):
        assert (tmp_path / "copied" / name).read_bytes() == (tmp_path / "anew" / name).read_bytes(), name
    assert (tmp_path / "copied" / "dadiplo.trig").read_text(encoding="utf-8") == trig(
        pipeline.add_to(copy(world), pipeline.read_articles(additions[:1]), additions[1:]).store
    )


def test_earlier_file_that_was_edited_is_not_copied(additions: tuple[Path, Path], run: Run, tmp_path: Path) -> None:
    article, facts = additions
    run("build", article, "--from", folder("data") / "sources" / "tenures.trig", "-o", tmp_path / "before")
    edited = tmp_path / "before" / "dadiplo.ttl"
    edited.write_text(edited.read_text(encoding="utf-8") + "\ndd:edited a dd:Agreement .\n", encoding="utf-8")
    run("build", facts, "--from", tmp_path / "before", "-o", tmp_path / "after")
    assert "dd:edited" not in (tmp_path / "after" / "dadiplo.ttl").read_text(encoding="utf-8")


def test_taking_back_what_was_added_gives_the_world_again(added: Store, world: Store) -> None:
    rest = added
    for name in ("mine", "four"):
        rest = retract(rest, find_source(rest, name)).store
    pipeline.complete(rest)
    assert trig(rest) == trig(world)


def test_reading_an_article_again_changes_nothing(world: Store) -> None:
    again = pipeline.add_to(copy(world), pipeline.read_articles(pipeline.article_files())).store
    assert set(again) == set(world)


# -- phrases --------------------------------------------------------------------------------------------------


def phrases() -> dict[str, dict[str, str]]:
    path = folder("data") / "phrases.ttl"
    found: dict[str, dict[str, str]] = {}
    quads: list[Quad] = parse(path.read_bytes(), "turtle", name=str(path))
    for subject, _, obj in map(triple_of, quads):
        assert isinstance(obj, Literal)
        found.setdefault(subject.value.rsplit("/", 1)[-1], {})[obj.language or ""] = obj.value
    return found


@pytest.mark.parametrize("name", phrases())
def test_phrase_has_four_languages_with_the_same_slots(name: str) -> None:
    texts = phrases()[name]
    assert sorted(texts) == ["ar", "en", "es", "ur"]
    slots = {language: sorted(re.findall(r"\{(\w+)\}", text)) for language, text in texts.items()}
    assert all(found == slots["en"] for found in slots.values()), slots


def test_every_phrase_is_spoken_and_every_spoken_phrase_is_there() -> None:
    # The analyses and the page have files of sentences of their own.
    paths = [path for path in folder("data").parent.joinpath("src").rglob("*.py") if path.parent.name != "analysis"]
    source = "\n".join(path.read_text(encoding="utf-8") for path in paths)
    spoken = set(re.findall(r'phrase\(\s*"([a-z-]+)"', source)) | set(re.findall(r'Change\(\s*"([a-z-]+)"', source))
    assert spoken | set(SEVERITIES) == set(phrases())
    assert phrase("added", "en", thing="x") == "added: x"
