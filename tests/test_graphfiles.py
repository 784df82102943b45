"""Graph files are what other programs read: each is opened by a reader that is not ours and compared, value by value."""

from __future__ import annotations

import csv
import io
import json
import re
import shutil
import subprocess
import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Callable
from typing import Any

import networkx as nx
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from ndex2.cx2 import RawCX2NetworkFactory

from dadiplo.excerpts import Excerpt
from dadiplo.export.flat import Network, Node, clean, flatten
from dadiplo.export.graphtext import mermaid
from dadiplo.export.registry import NETWORK_WRITERS
from dadiplo.network import Selection
from dadiplo.resources import DD, GRAPH, ID, PREFIXES
from dadiplo.store import IRI, Literal, Quad, Store

LEVELS = ("states", "bodies", "persons", "agents", "events")
Read = tuple[dict[str, dict[str, Any]], list[tuple[str, str, dict[str, Any]]]]


def expected(network: Network, only: Callable[[str], bool] = lambda name: True) -> Read:
    def kept(values: Any) -> dict[str, Any]:
        return {name: value for name, value in values.items() if only(name)}

    return (
        {node.id: kept(node.values) for node in network.nodes},
        [(edge.source, edge.target, kept(edge.values)) for edge in network.edges],
    )


def columns(network: Network, read: Read) -> Read:
    """Leave of what a reader found only our columns."""
    nodes = {key: {k: v for k, v in data.items() if k in network.node_columns} for key, data in read[0].items()}
    edges = [(a, b, {k: v for k, v in data.items() if k in network.edge_columns}) for a, b, data in read[1]]
    return nodes, edges


def same(network: Network, read: Read, told: Read) -> None:
    nodes, edges = columns(network, read)
    assert nodes == told[0]

    def ends(edge: tuple[str, str, Any]) -> tuple[Any, ...]:
        pair = edge[:2] if network.directed else tuple(sorted(edge[:2]))
        return (*pair, sorted(edge[2].items(), key=str))

    assert sorted(map(ends, edges), key=str) == sorted(map(ends, told[1]), key=str)


def from_networkx(graph: nx.Graph, identity: Callable[[str], str] = lambda name: name) -> Read:
    return (
        {identity(name): dict(data) for name, data in graph.nodes(data=True)},
        [(identity(a), identity(b), dict(data)) for a, b, data in graph.edges(data=True)],
    )


def read_gexf(text: str) -> Read:
    return from_networkx(nx.read_gexf(io.BytesIO(text.encode()), version="1.3"))


def read_graphml(text: str) -> Read:
    def untoken(name: str) -> str:
        return re.sub("_x([0-9A-F]+)_", lambda found: chr(int(found[1], 16)), name)

    return from_networkx(nx.parse_graphml(text, force_multigraph=True), untoken)


def read_cyjs(text: str) -> Read:
    return from_networkx(nx.cytoscape_graph(json.loads(text)))


def read_cx2(text: str) -> Read:
    network = RawCX2NetworkFactory().get_cx2network(json.loads(text))
    names = {}
    nodes = {}
    for number, node in network.get_nodes().items():
        values = dict(node["v"])
        values.pop("name")
        names[number] = re.sub(".*/id/([a-z]+)/", r"\1:", values["iri"])
        nodes[names[number]] = values
    edges = [(names[edge["s"]], names[edge["t"]], dict(edge["v"])) for edge in network.get_edges().values()]
    return nodes, edges


def read_csv(files: dict[str, str]) -> Read:
    tables = [list(csv.DictReader(io.StringIO(files[name], newline=""))) for name in ("nodes.csv", "edges.csv")]

    def typed(row: dict[str, str]) -> dict[str, Any]:
        values = {name.partition(":")[0] if name.endswith((":date", ":double")) else name: v for name, v in row.items()}
        return {name: float(value) if name == "weight" else value for name, value in values.items() if value}

    nodes = {row.get("id") or row["id:ID"]: typed(row) for row in tables[0]}
    edges = [
        (row.get("source") or row[":START_ID"], row.get("target") or row[":END_ID"], typed(row)) for row in tables[1]
    ]
    return nodes, edges


CYPHER = re.compile(
    r"'(?:[^'\\\n]|\\.)*'|date\('[0-9-]+'\)|[A-Za-z_][A-Za-z0-9_]*|[0-9.]+|\+=|->|-|[\[\](){}:,;<>=.]|\s+"
)
ESCAPES = {"n": "\n", "t": "\t", "'": "'", '"': '"', "\\": "\\"}


def tokens(statement: str) -> list[str]:
    """Cut a statement into tokens; whatever is no token of the part of Cypher that is used is an error."""
    found, at = [], 0
    while at < len(statement):
        token = CYPHER.match(statement, at)
        assert token, statement[at : at + 40]
        found.append(token[0])
        at = token.end()
    return [token for token in found if not token.isspace()]


def read_cypher(text: str) -> Read:
    nodes: dict[str, dict[str, Any]] = {}
    edges: list[tuple[str, str, dict[str, Any]]] = []

    def value(token: str) -> Any:
        if token.startswith("date("):
            return token[6:-2]
        return re.sub(r"\\(.)", lambda found: ESCAPES[found[1]], token[1:-1]) if token[0] == "'" else float(token)

    def properties(words: list[str]) -> dict[str, Any]:
        assert words[0] == "{"
        assert words[-2:] == ["}", ";"]
        inner = words[1:-2]
        assert all(word == ":" for word in inner[1::4])
        assert all(word == "," for word in inner[3::4])
        return {name: value(word) for name, word in zip(inner[::4], inner[2::4], strict=True)}

    first, *rest = text.removesuffix("\n").split("\n")
    assert first.startswith("CREATE CONSTRAINT dadiplo_id IF NOT EXISTS")
    for line in rest:
        words = tokens(line)
        at = words.index("+=") + 1
        ids = [value(words[i + 2]) for i, word in enumerate(words[:at]) if word == "id" and words[i - 1] == "{"]
        if words[0] == "MERGE":
            assert words[:6] == ["MERGE", "(", "n", ":", "Dadiplo", "{"]
            nodes[ids[0]] = properties(words[at:])
        else:
            assert words[:6] == ["MATCH", "(", "a", ":", "Dadiplo", "{"]
            assert len(ids) == 3
            edges.append((ids[0], ids[1], properties(words[at:])))
    return nodes, edges


READERS: dict[str, Callable[[Any], Read]] = {
    "gexf": read_gexf,
    "graphml": read_graphml,
    "yed": read_graphml,
    "cyjs": read_cyjs,
    "cx2": read_cx2,
    "csv": read_csv,
    "neo4j": read_csv,
    "cypher": read_cypher,
}


pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning:pydot")


@pytest.fixture(scope="module")
def networks(world: Store) -> dict[str, Network]:
    return {level: flatten(world, Excerpt(level=level)) for level in LEVELS}


@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize("fmt", READERS)
def test_another_reader_finds_every_value(fmt: str, level: str, networks: dict[str, Network]) -> None:
    network = networks[level]
    same(network, READERS[fmt](NETWORK_WRITERS[fmt][0](network)), expected(network))


@pytest.mark.parametrize("level", LEVELS)
def test_network_has_all_that_a_reader_needs(level: str, networks: dict[str, Network]) -> None:
    network = networks[level]
    ids = [item.id for item in (*network.nodes, *network.edges)]
    assert len(set(ids)) == len(ids)
    known = {node.id for node in network.nodes}
    for edge in network.edges:
        assert {edge.source, edge.target} <= known
        assert edge.values["sources"]
        assert "actual" in str(edge.values["modality"])
        assert set(edge.values) <= set(network.edge_columns)
    for language in ("en", "ar", "es", "ur"):
        assert any(node.values.get(f"label_{language}") for node in network.nodes)
    pairs = Counter(tuple(sorted((edge.source, edge.target))) for edge in network.edges)
    assert level == "events" or max(pairs.values()) > 1


def test_quote_of_an_edge_names_whom_it_links(networks: dict[str, Network]) -> None:
    told = {edge.id: edge.values for edge in networks["bodies"].edges}
    letter = told["agreement:pak-slv-letter-of-intent-1--org:pak-crypto-council--org:slv-bitcoin-office"]
    assert "أبرم الاتفاق بين “مكتب البيتكوين السلفادوري” و”مجلس التشفير الباكستاني”" in str(letter["quote"])
    assert "https://www.arabnews.pk/node/2608365" in str(letter["sources"]).split(" | ")
    assert (letter["date"], letter["earliest"], letter["latest"]) == ("2025-07-16", "2025-07-16", "2025-07-17")


def test_gexf_has_intervals_of_whole_days_and_keeps_parallel_edges(networks: dict[str, Network]) -> None:
    root = ET.fromstring(NETWORK_WRITERS["gexf"][0](networks["states"]))
    edges = root.findall(".//{http://gexf.net/1.3}edge")
    assert len(edges) == len(networks["states"].edges)
    dated = [edge for edge in edges if edge.get("start")]
    assert len(dated) > len(edges) / 2
    for edge in dated:
        assert re.fullmatch(r"\d{4}-\d\d-\d\d", edge.get("start", ""))
        assert edge.get("start", "") <= edge.get("end", "")
    kinds = Counter((edge.get("kind"), *sorted((edge.get("source", ""), edge.get("target", "")))) for edge in edges)
    assert set(kinds.values()) == {1}


def test_yed_draws_every_name(networks: dict[str, Network]) -> None:
    root = ET.fromstring(NETWORK_WRITERS["yed"][0](networks["states"]))
    shown = {label.text for label in root.iter("{http://www.yworks.com/xml/graphml}NodeLabel")}
    assert shown == {node.values["label"] for node in networks["states"].nodes}


def test_dot_is_read_by_pydot(world: Store) -> None:
    import pydot

    network = flatten(world, Excerpt(level="states"))
    (graph,) = pydot.graph_from_dot_data(NETWORK_WRITERS["dot"][0](network))
    assert graph.get_type() == "graph"
    nodes = [node for node in graph.get_nodes() if node.get_name().startswith("n") and node.get_name() != "node"]
    names = {node.get_name(): re.sub(".*/id/([a-z]+)/", r"\1:", node.get("iri").strip('"')) for node in nodes}
    assert sorted(names.values()) == sorted(node.id for node in network.nodes)
    ends = Counter((names[edge.get_source()], names[edge.get_destination()]) for edge in graph.get_edges())
    assert ends == Counter((edge.source, edge.target) for edge in network.edges)


def read_dot(text: str) -> Read:
    """Read a file with Graphviz itself."""
    pygraphviz = pytest.importorskip("pygraphviz")
    graph = pygraphviz.AGraph(text)

    def unescaped(values: dict[str, str]) -> dict[str, str]:
        # Graphviz keeps backslashes as written, and decodes labels when it draws.
        found = {name: value.replace("\\\\", "\\") for name, value in values.items() if value and name != "label"}
        label = re.sub(r"\\(.)", lambda escape: {"n": "\n"}.get(escape[1], escape[1]), values["label"])
        return found | {"label": label.replace("&amp;", "&")}

    names = {node: re.sub(".*/id/([a-z]+)/", r"\1:", node.attr["iri"]) for node in graph.nodes()}
    nodes = {names[node]: unescaped(dict(node.attr)) for node in graph.nodes()}
    edges = [(names[e[0]], names[e[1]], unescaped(dict(e.attr))) for e in graph.edges()]
    return nodes, edges


@pytest.mark.parametrize("level", ["states", "events"])
def test_dot_is_read_by_graphviz(level: str, networks: dict[str, Network]) -> None:
    network = networks[level]
    nodes, edges = read_dot(NETWORK_WRITERS["dot"][0](network))
    told = expected(network, lambda name: name not in ("weight", "label"))
    shown = [(a, b, {name: v for name, v in data.items() if name != "label"}) for a, b, data in edges]
    same(network, ({n: {k: v for k, v in d.items() if k != "label"} for n, d in nodes.items()}, shown), told)
    assert {name: data["label"] for name, data in nodes.items()} == {n.id: n.values["label"] for n in network.nodes}


MERMAID_NODE = re.compile(r'  (n[0-9]+)(?:\["([^"]*)"\]|\{\{"([^"]*)"\}\})')
MERMAID_EDGE = re.compile(r'  (n[0-9]+) (?:---|-->)\|"([^"]*)"\| (n[0-9]+)')


def read_mermaid(text: str) -> tuple[list[str], list[tuple[int, int, str]]]:
    """Read a flowchart line by line; whatever is not of its grammar, or not encoded in a label, is an error."""
    first, *lines = text.removesuffix("\n").split("\n")
    assert first == "flowchart LR"

    def decoded(label: str) -> str:
        assert re.fullmatch(r"(?:[^\W_]| |#[0-9]+;)*", label), label
        return re.sub("#([0-9]+);", lambda found: chr(int(found[1])), label)

    nodes, edges = [], []
    for line in lines:
        if edge := MERMAID_EDGE.fullmatch(line):
            edges.append((int(edge[1][1:]), int(edge[3][1:]), decoded(edge[2])))
        else:
            node = MERMAID_NODE.fullmatch(line)
            assert node, line
            nodes.append(decoded(node[2] or node[3]))
    return nodes, edges


@pytest.mark.parametrize("level", LEVELS)
def test_mermaid_is_of_its_grammar(level: str, networks: dict[str, Network]) -> None:
    network = networks[level]
    nodes, edges = read_mermaid(mermaid(network))
    assert nodes == [node.values["label"] for node in network.nodes]
    numbers = {node.id: number for number, node in enumerate(network.nodes)}
    assert [edge[:2] for edge in edges] == [(numbers[edge.source], numbers[edge.target]) for edge in network.edges]
    assert all(str(edge.values["label"]) in label for edge, (_, _, label) in zip(network.edges, edges, strict=True))


HOSTILE = (
    "<script>alert(1)</script>", "]]></data><x/>", '"]; A-->B; click A "javascript:alert(1)"', "`**md**`", "%%{init: {}}%%",
    "=1+1", "@SUM(A1)", "-2+3", "+1", "\t=1", "\r\n=1", "＝1+1", "'); MATCH (n) DETACH DELETE n; //", "\\u0027", "\\", '\\"',
    "&amp;lt;", "end", "a:b|c,d;e", "{x}", "<b>", "\u202eevil\u2066", "\u2028\u2029\x85", "\x00\x1b[31m\x7f\ufffe", "🇸🇻👩‍👩‍👧",
    "مذكرة\u200fتفاهم", " both ends ", "\n", "x" * 10_000, "nan", "null", "1e5", "=" * 5, "#35;", "\\N", "\\G",
)  # fmt: skip


def hostile(label: str) -> Store:
    """Return a graph in which a state, an event and a quote are called so."""
    curated = IRI(GRAPH + "curated")
    agreement, passage = IRI(ID + "agreement/a"), IRI(ID + "article/x#char=0,1")
    type_, name = IRI(PREFIXES["rdf"] + "type"), IRI(PREFIXES["skos"] + "prefLabel")
    triples: list[tuple[IRI, IRI, Any]] = [
        (IRI(DD + "Agreement"), IRI(PREFIXES["rdfs"] + "subClassOf"), IRI(DD + "Event")),
        (IRI(DD + "hasParty"), IRI(PREFIXES["rdfs"] + "subPropertyOf"), IRI(DD + "hasParticipant")),
        (passage, IRI(PREFIXES["oa"] + "exact"), Literal(label)),
        (passage, IRI(DD + "inArticle"), IRI(ID + "article/x")),
    ]
    for event in (agreement, IRI(ID + "agreement/b")):
        triples += [
            (event, type_, IRI(DD + "Agreement")),
            (event, name, Literal(label, language="en")),
            (event, IRI(DD + "modality"), IRI(PREFIXES["modality"] + "actual")),
            (event, IRI(DD + "evidencedBy"), passage),
        ]
        triples += [(event, IRI(DD + "hasParty"), IRI(ID + f"state/{code}")) for code in ("AAA", "BBB")]
    for code in ("AAA", "BBB"):
        state = IRI(ID + f"state/{code}")
        triples += [(state, type_, IRI(DD + "State")), (state, name, Literal(label, language="ur"))]
    store = Store()
    store.extend([Quad(*triple, curated) for triple in triples])
    return store


def with_hostile_examples(test: Callable[..., None]) -> Callable[..., None]:
    for label in HOSTILE:
        test = example(label)(test)
    return test


labels = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=40)


@with_hostile_examples
@settings(deadline=None, max_examples=60)
@given(labels)
def test_any_label_comes_back_and_is_nothing_else(label: str) -> None:
    shown = clean(label)
    for level in ("states", "events"):
        network = flatten(hostile(label), Excerpt(level=level))
        assert {node.values["label"] for node in network.nodes} == {shown}
        assert (len(network.nodes), len(network.edges)) == ((2, 2) if level == "states" else (4, 4))
        for fmt, reader in READERS.items():
            content = NETWORK_WRITERS[fmt][0](network)
            if fmt in ("csv", "neo4j"):
                same(network, reader(content), defused(expected(network)))
            else:
                same(network, reader(content), expected(network))
                assert fmt not in ("cyjs", "cx2") or not re.search("[<>&\u2028\u2029]", content)
        nodes, edges = read_mermaid(mermaid(network))
        assert (set(nodes), len(edges)) == ({shown}, len(network.edges))


def defused(read: Read) -> Read:
    """Return values as a table for a spreadsheet has them."""

    def harmless(values: dict[str, Any]) -> dict[str, Any]:
        return {
            name: "'" + value if isinstance(value, str) and value[:1] in set("=+-@\t\r\n＝＋－＠") else value
            for name, value in values.items()
        }

    return {name: harmless(data) for name, data in read[0].items()}, [(a, b, harmless(data)) for a, b, data in read[1]]


@with_hostile_examples
@settings(deadline=None, max_examples=60)
@given(labels)
def test_any_label_is_read_by_graphviz(label: str) -> None:
    network = flatten(hostile(label), Excerpt(level="states"))
    nodes, edges = read_dot(NETWORK_WRITERS["dot"][0](network))
    assert {data["label"] for data in nodes.values()} == {clean(label)}
    assert len(edges) == 2


def test_graphviz_draws_labels_literally() -> None:
    program = shutil.which("dot")
    if program is None:
        pytest.skip("Graphviz is not installed")
    named = {f"state:S{number}": clean(label) for number, label in enumerate(HOSTILE)}
    nodes = tuple(Node(name, {"iri": name, "label": label, "type": "State"}) for name, label in named.items())
    text = NETWORK_WRITERS["dot"][0](Network(nodes, (), directed=False))
    done = subprocess.run([program, "-Tsvg"], input=text.encode(), capture_output=True, check=True)
    svg = "{http://www.w3.org/2000/svg}"
    root = ET.fromstring(done.stdout)
    drawn = {
        group.get("id"): "".join("".join(text.text or "" for text in group.iter(svg + "text")).split())
        for group in root.iter(svg + "g")
        if group.get("class") == "node"
    }
    assert drawn == {name: "".join(label.split()) for name, label in named.items()}
    assert not list(root.iter(svg + "script"))


@pytest.mark.parametrize("fmt", NETWORK_WRITERS)
def test_files_are_the_same_whatever_the_order_of_the_graph(fmt: str, world: Store) -> None:
    quads = sorted(world, key=str, reverse=True)
    other = Store()
    other.extend(quads)
    excerpt = Excerpt(level="events", selection=Selection(topic=PREFIXES["topic"] + "mining"))
    write = NETWORK_WRITERS[fmt][0]
    assert write(flatten(other, excerpt)) == write(flatten(world, excerpt))
