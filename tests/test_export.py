"""Parts of the graph, RDF formats and nanopublications say what the graph says; bad calls end in one line."""

from __future__ import annotations

import io
import json
import re
import xml.etree.ElementTree as ET
from collections import defaultdict
from pathlib import Path

import pytest
import rdflib
from conftest import Run
from hypothesis import given
from pyld import jsonld as pyld
from test_turtle import quads as random_quads

from dadiplo.bridge import to_graph
from dadiplo.cli.export import FORMATS
from dadiplo.errors import NothingError
from dadiplo.excerpts import Excerpt, excerpted_events, excerpted_quads
from dadiplo.export.jsonld import context
from dadiplo.export.nanopubs import nanopubs
from dadiplo.export.rdfxml import rdfxml
from dadiplo.export.registry import RDF_WRITERS
from dadiplo.network import Selection
from dadiplo.resources import DD, GRAPH, ID, PREFIXES
from dadiplo.store import IRI, Literal, Quad, Store, graph_of, parse

ARTICLE = ID + "article/pakistan-el-salvador-bitcoin"
PAGE = ID + "source/coinalertnews-bin-saqib-and-bukele-letter-of"
LETTER = ID + "agreement/pak-slv-letter-of-intent-1"
BILAL = ID + "person/bilal-bin-saqib"


@given(random_quads)
def test_rdfxml_is_the_same_for_rdflib(data: list[Quad]) -> None:
    text = rdfxml(data)
    ET.fromstring(text)
    found = {(str(s), str(p), str(o)) for s, p, o in rdflib.Graph().parse(data=text, format="xml")}
    told = {(s, p, re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]", "\ufffd", o)) for s, p, o in strings(data)}
    assert found == told


def strings(data: list[Quad]) -> set[tuple[str, str, str]]:
    return {(q.subject.value, q.predicate.value, q.object.value) for q in data}  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("fmt", "name"),
    [("turtle", "turtle"), ("trig", "trig"), ("nquads", "nquads"), ("ntriples", "nt"), ("jsonld", "json-ld"), ("rdfxml", "xml")],
)  # fmt: skip
def test_rdf_is_the_same_for_rdflib(fmt: str, name: str, world: Store) -> None:
    quads = [quad for quad in excerpted_quads(world, Excerpt(about=LETTER)) if "_:" not in str(quad)]
    content = RDF_WRITERS[fmt][0](quads)
    reader = rdflib.Dataset(default_union=True) if fmt in ("trig", "nquads", "jsonld") else rdflib.Graph()
    reader.parse(data=content, format=name)
    assert {triple[:3] for triple in reader.triples((None, None, None))} == set(to_graph(quads))
    if isinstance(reader, rdflib.Dataset):
        graphs = {str(graph.identifier) for graph in reader.graphs() if len(graph)}
        assert graphs == {graph_of(quad) for quad in quads}


def test_published_context_gives_json_its_meaning(run: Run) -> None:
    published = json.loads(run("export", "context").stdout)
    assert published == {"@context": context()}
    node = {**published, "@id": "agreement:x", "@type": "Agreement", "hasParty": "state:PAK", "label": {"ar": "نص"}}
    (expanded,) = pyld.expand(node)
    assert expanded["@id"] == ID + "agreement/x"
    assert expanded[DD + "hasParty"] == [{"@id": ID + "state/PAK"}]
    assert expanded[PREFIXES["rdfs"] + "label"] == [{"@language": "ar", "@value": "نص"}]


def test_source_is_its_graph_and_its_share_of_the_common_one(world: Store) -> None:
    quads = excerpted_quads(world, Excerpt(source=PAGE))
    own = GRAPH + "source-coinalertnews-bin-saqib-and-bukele-letter-of"
    assert {graph_of(quad) for quad in quads} == {own, GRAPH + "curated", GRAPH + "entities"}
    assert {q for q in quads if graph_of(q) == own} == set(world.match(graph=IRI(own)))
    dates = {q.object.value for q in quads if q.subject.value == LETTER and q.predicate.value == DD + "date"}
    assert dates == {"2025-07-16", "2025-07-17"}
    assert not [quad for quad in quads if quad.subject.value == ID + "state/USA"]


def test_article_is_its_graph(world: Store) -> None:
    quads = excerpted_quads(world, Excerpt(source=ARTICLE))
    assert set(quads) == set(world.match(graph=IRI(GRAPH + "pakistan-el-salvador-bitcoin")))


def test_surroundings_have_events_participants_quotes_and_sources(world: Store) -> None:
    quads = excerpted_quads(world, Excerpt(about=BILAL))
    subjects = {quad.subject.value for quad in quads}
    events = {quad.subject.value for quad in world.match(None, IRI(DD + "hasParticipant"), IRI(BILAL))}
    assert events <= subjects
    assert len(events) > 3
    assert {ID + "state/SLV", ID + "org/pak-crypto-council", ARTICLE, ARTICLE + "#char=341,421", PAGE} <= subjects
    named = {quad.object.value for quad in quads if isinstance(quad.object, IRI) and quad.object.value.startswith(ID)}
    assert named <= subjects
    far = {quad.subject.value for quad in excerpted_quads(world, Excerpt(about=BILAL, hops=2))}
    assert subjects < far


def test_hops_reach_the_events_of_those_who_were_reached(world: Store) -> None:
    one = excerpted_events(world, Excerpt(about=BILAL))
    two = excerpted_events(world, Excerpt(about=BILAL, hops=2))
    assert all(BILAL in event.agents for event in one)
    reached = {agent for event in one for agent in event.agents}
    assert {e.iri for e in two} == {
        e.iri for e in excerpted_events(world, Excerpt()) if not reached.isdisjoint(e.agents)
    }
    assert [e.iri for e in excerpted_events(world, Excerpt(about=LETTER))] == [LETTER]


def test_events_of_a_source_are_those_it_tells(world: Store) -> None:
    told = {
        event.iri for event in excerpted_events(world, Excerpt(source=ARTICLE, selection=Selection(modality="any")))
    }
    assert LETTER in told
    assert all(next(world.match(IRI(iri), graph=IRI(GRAPH + "pakistan-el-salvador-bitcoin")), None) for iri in told)


def test_nothing_selected_is_an_error(world: Store) -> None:
    with pytest.raises(NothingError):
        excerpted_events(world, Excerpt(about=ID + "state/TUV"))


@pytest.fixture(scope="module")
def published(world: Store) -> rdflib.Dataset:
    result = rdflib.Dataset()
    result.parse(data=nanopubs(world, Excerpt(about=LETTER)), format="trig")
    return result


def test_nanopublications_are_well_formed(published: rdflib.Dataset) -> None:
    """The criteria of the guidelines: one head each, four graphs that differ, all used, each about what it should be."""
    np = rdflib.Namespace(PREFIXES["np"])
    graphs = {str(graph.identifier): graph for graph in published.graphs() if len(graph)}
    used: dict[str, int] = defaultdict(int)
    heads = [
        (name, graph.value(predicate=rdflib.RDF.type, object=np.Nanopublication))
        for name, graph in graphs.items()
        if name.endswith("#Head")
    ]
    assert len({nanopub for _, nanopub in heads}) == len(heads) > 1
    for name, nanopub in heads:
        parts = [name]
        for link in (np.hasAssertion, np.hasProvenance, np.hasPublicationInfo):
            (part,) = graphs[name].objects(nanopub, link)
            parts.append(str(part))
        assert len({*parts, str(nanopub)}) == 5
        for part in parts:
            used[part] += 1
        assert (rdflib.URIRef(parts[1]), None, None) in graphs[parts[2]]
        assert (nanopub, rdflib.DCTERMS.license, None) in graphs[parts[3]]
        assert (nanopub, rdflib.DCTERMS.creator, None) in graphs[parts[3]]
    assert set(used.values()) == {1}
    assert set(used) == set(graphs)


def test_nanopublication_keeps_what_one_source_says_apart(published: rdflib.Dataset) -> None:
    top = "https://w3id.org/dadiplo/np/"
    article = top + "pakistan-el-salvador-bitcoin/agreement/pak-slv-letter-of-intent-1"
    page = top + "source-coinalertnews-bin-saqib-and-bukele-letter-of/agreement/pak-slv-letter-of-intent-1"
    letter, date = rdflib.URIRef(LETTER), rdflib.URIRef(DD + "date")

    def part(name: str) -> rdflib.Graph:
        return published.graph(rdflib.URIRef(name))

    assert (letter, rdflib.URIRef(DD + "modality"), None) in part(article + "#assertion")
    assert (letter, date, None) not in part(article + "#assertion")
    assert [str(value) for value in part(page + "#assertion").objects(letter, date)] == ["2025-07-17"]
    derived = (rdflib.URIRef(page + "#assertion"), rdflib.PROV.wasDerivedFrom, rdflib.URIRef(PAGE))
    assert derived in part(page + "#provenance")
    quotes = {
        str(quote) for quote in part(article + "#provenance").objects(None, rdflib.URIRef(PREFIXES["oa"] + "exact"))
    }
    assert "فقد أبرم الاتفاق بين “مكتب البيتكوين السلفادوري” و”مجلس التشفير الباكستاني”" in quotes


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (("gexf", "--about", "Pakistn"), 2, "did you mean Pakistan"),
        (("turtle", "--source", "coinpedia-pakistan-turns-to-el-salvadr"), 2, "did you mean coinpedia-pakistan-turns"),
        (("gexf", "--kind", "Meetin"), 2, "did you mean Meeting"),
        (("gexf", "--topic", "minin"), 2, "did you mean"),
        (("gexf", "--modality", "actua"), 2, "did you mean actual"),
        (("gexf", "--since", "2025-13"), 2, "is not a date"),
        (("turtle", "--level", "states"), 2, "--level is for formats of networks"),
        (("gexf", "--without-inferred"), 2, "--without-inferred is for formats of RDF"),
        (("csv",), 2, "name a folder with -o"),
        (("gexf", "--hops", "0", "--about", "PK"), 2, "--hops"),
        (("dot", "--about", "Tuvalu"), 1, "no event in the graph is selected"),
        (("dot", "--level", "persons", "--topic", "mining", "--since", "2026-11-01"), 1, "no event"),
    ],
)  # fmt: skip
def test_bad_call_ends_in_a_line(arguments: tuple[str, ...], code: int, message: str, run: Run) -> None:
    done = run("export", *arguments)
    assert (done.returncode, done.stdout) == (code, "")
    assert message in done.stderr
    assert done.stderr.count("\n") == 1


def test_graph_of_somebody_else_is_written_too(run: Run, tmp_path: Path) -> None:
    (tmp_path / "foaf.ttl").write_text('<urn:a> <http://xmlns.com/foaf/0.1/name> "Ann" .')
    assert (
        run("export", "ntriples", "--graph", "foaf.ttl").stdout == '<urn:a> <http://xmlns.com/foaf/0.1/name> "Ann" .\n'
    )
    none = run("export", "gexf", "--graph", "foaf.ttl")
    assert (none.returncode, none.stderr) == (1, "dadiplo: no event in the graph is selected by these options\n")


def test_tables_go_into_a_folder(run: Run, tmp_path: Path) -> None:
    assert run("export", "csv", "--level", "states", "-o", "tables").returncode == 0
    assert sorted(path.name for path in (tmp_path / "tables").iterdir()) == ["edges.csv", "nodes.csv"]
    assert (tmp_path / "tables" / "edges.csv").read_text(encoding="utf-8").startswith("id,source,target,label,")
    (tmp_path / "file").touch()
    assert run("export", "csv", "-o", "file").returncode == 2


def test_names_are_shown_in_the_language_asked_for(run: Run) -> None:
    shown = run("export", "mermaid", "--about", LETTER, "--level", "states", "--lang", "ar").stdout
    assert '"باكستان"' in shown


def test_kinds_and_topics_are_found_in_any_language(run: Run) -> None:
    one = run("export", "dot", "--level", "states", "--kind", "memorandum of understanding", "--topic", "CBDC")
    other = run("export", "dot", "--level", "states", "--kind", "مذكرة تفاهم", "--topic", "topic:cbdc")
    assert one.stdout == other.stdout != ""


def test_many_links_are_warned_of_in_mermaid(run: Run) -> None:
    done = run("export", "mermaid")
    assert done.returncode == 0
    assert "links are many for Mermaid" in done.stderr
    assert run("export", "mermaid", "--about", LETTER).stderr == ""


def test_help_lists_every_format_with_an_example(run: Run) -> None:
    shown = run("export", "--help").stdout
    for name in FORMATS:
        assert re.search(rf"^  {name} +\S", shown, re.MULTILINE), name
    assert "Example: dadiplo export" in shown


def test_hostile_literals_survive_in_xml() -> None:
    value = "<![CDATA[]]>&amp;\u2028\u202e\r\n\t\x00"
    quad = Quad(IRI(ID + "x/y"), IRI(DD + "z"), Literal(value, language="ar"), IRI(GRAPH + "one"))
    graph = rdflib.Graph().parse(io.StringIO(rdfxml([quad])), format="xml")
    assert [str(o) for o in graph.objects()] == [value.replace("\x00", "\ufffd")]
    assert parse(rdfxml([quad]), "rdfxml", name="x")[0].object.value == value.replace("\x00", "\ufffd")
