"""Networks as text: DOT for Graphviz, Mermaid for Markdown pages, Cypher for graph databases."""

from __future__ import annotations

import re
from collections.abc import Mapping

from dadiplo.export.flat import Edge, Network, Value
from dadiplo.export.graphxml import color_of

_DOT = str.maketrans({"\\": "\\\\", '"': '\\"'})
_CYPHER = str.maketrans({"\\": "\\\\", "'": "\\'", '"': '\\"', "\n": "\\n", "\t": "\\t"})


def dot(network: Network) -> str:
    r"""Return DOT (https://graphviz.org/doc/info/lang.html): labels for the drawing, and the values beside them.

    All is quoted. In labels, which Graphviz decodes when it draws, ``&`` is an entity and a line end ``\n``.
    Weights are left out: in Graphviz ``weight`` is a whole number that draws edges short.
    """
    numbers = {node.id: f"n{number}" for number, node in enumerate(network.nodes)}
    kind, link = ("digraph", "->") if network.directed else ("graph", "--")
    lines = [f"{kind} dadiplo {{", '  graph [charset="UTF-8", overlap="scale"];', '  node [style="filled"];']
    for node in network.nodes:
        values = {"id": node.id, **node.values, "shape": "diamond" if "event_type" in node.values else "box"}
        lines.append(f"  {numbers[node.id]} [{_attributes({**values, 'fillcolor': color_of(node) + '55'})}];")
    for edge in network.edges:
        values = {"id": edge.id, **edge.values, "label": _caption(edge)}
        values = {name: value for name, value in values.items() if name != "weight"}
        lines.append(f"  {numbers[edge.source]} {link} {numbers[edge.target]} [{_attributes(values)}];")
    return "\n".join([*lines, "}"]) + "\n"


def mermaid(network: Network) -> str:
    """Return a Mermaid flowchart (https://mermaid.js.org/syntax/flowchart.html) with names, days and kinds alone.

    All but letters, digits and spaces is written as ``#`` and the number of the character, so that no label can be
    taken for syntax or markup.
    """
    numbers = {node.id: f"n{number}" for number, node in enumerate(network.nodes)}
    link = "-->" if network.directed else "---"
    lines = ["flowchart LR"]
    for node in network.nodes:
        opened, closed = ("{{", "}}") if "event_type" in node.values else ("[", "]")
        lines.append(f'  {numbers[node.id]}{opened}"{_entities(str(node.values["label"]))}"{closed}')
    for edge in network.edges:
        lines.append(f'  {numbers[edge.source]} {link}|"{_entities(_caption(edge))}"| {numbers[edge.target]}')
    return "\n".join(lines) + "\n"


def cypher(network: Network) -> str:
    """Return Cypher statements that can be run again without doubling anything (Neo4j 5, cypher-shell)."""
    lines = ["CREATE CONSTRAINT dadiplo_id IF NOT EXISTS FOR (n:Dadiplo) REQUIRE n.id IS UNIQUE;"]
    for node in network.nodes:
        name = re.sub(r"\W", "", str(node.values["type"]), flags=re.ASCII) or "Thing"
        values = _map(node.values, network.node_columns)
        lines.append(f"MERGE (n:Dadiplo {{id: {_string(node.id)}}}) SET n:{name}, n += {values};")
    for edge in network.edges:
        ends = f"MATCH (a:Dadiplo {{id: {_string(edge.source)}}}), (b:Dadiplo {{id: {_string(edge.target)}}})"
        values = _map(edge.values, network.edge_columns)
        lines.append(f"{ends} MERGE (a)-[r:{relation(edge)} {{id: {_string(edge.id)}}}]->(b) SET r += {values};")
    return "\n".join(lines) + "\n"


def relation(edge: Edge) -> str:
    """Return the type of a relationship in a property graph: ``LEGAL_MEASURE``, ``HAS_PARTY``."""
    name = re.sub(r"\W", "", str(edge.values.get("role") or edge.values["event_type"]), flags=re.ASCII)
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", name).upper() or "LINK"


def _caption(edge: Edge) -> str:
    """Return the name of a link with its date, and with its modality if it is not simply reported as a fact."""
    modality = str(edge.values.get("modality", ""))
    parts = [str(edge.values.get("date", "")), str(edge.values["label"]), "" if modality == "actual" else modality]
    return " ".join(part for part in parts if part)


def _attributes(values: Mapping[str, Value]) -> str:
    shown = {name: str(value).translate(_DOT) for name, value in values.items()}
    shown["label"] = shown["label"].replace("&", "&amp;").replace("\n", "\\n")
    return ", ".join(f'{name}="{value}"' for name, value in shown.items())


def _entities(text: str) -> str:
    return "".join(char if char.isalnum() or char == " " else f"#{ord(char)};" for char in text)


def _map(values: Mapping[str, Value], columns: Mapping[str, str]) -> str:
    shown = {
        name: f"date({_string(str(value))})"
        if columns.get(name) == "date"
        else _string(value)
        if isinstance(value, str)
        else str(value)
        for name, value in values.items()
    }
    return "{" + ", ".join(f"{name}: {value}" for name, value in shown.items()) + "}"


def _string(text: str) -> str:
    return f"'{text.translate(_CYPHER)}'"
