"""Networks as JSON: Cytoscape.js (also read by Cytoscape and networkx) and CX2 (Cytoscape and NDEx)."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from dadiplo.export.flat import Network

#: What could end a script element or a line of a script, if somebody puts the document into a page.
_IN_SCRIPTS = {ord(char): f"\\u{ord(char):04x}" for char in "<>&\u2028\u2029"}


def cyjs(network: Network) -> str:
    """Return Cytoscape.js JSON (https://js.cytoscape.org/#notation/elements-json), flat data and unique ids.

    ``value`` and ``key`` repeat the ids for the reader of networkx.
    """
    nodes: list[dict[str, Any]] = []
    for node in network.nodes:
        data = {"id": node.id, "value": node.id, "name": node.values["label"], **node.values}
        place = {"position": {"x": node.position[0], "y": node.position[1]}} if node.position else {}
        nodes.append({"data": data} | place)
    edges = [
        {
            "data": {
                "id": edge.id,
                "key": edge.id,
                "source": edge.source,
                "target": edge.target,
                "interaction": edge.values.get("role", edge.values["event_type"]),
                **edge.values,
            }
        }
        for edge in network.edges
    ]
    head = f'{{"format_version": "1.0", "generated_by": "dadiplo", "directed": {_json(network.directed)}, '
    return (
        head
        + '"multigraph": true, "data": {"name": "dadiplo"}, "elements": {\n'
        + f'"nodes": {_lines(nodes)},\n"edges": {_lines(edges)}\n}}}}\n'
    )


def cx2(network: Network) -> str:
    """Return CX2 (https://cytoscape.org/cx/cx2/specification/): whole-number ids, values under ``v``."""
    numbers = {node.id: number for number, node in enumerate(network.nodes)}
    nodes = []
    for node in network.nodes:
        place = {"x": node.position[0], "y": node.position[1]} if node.position else {}
        nodes.append({"id": numbers[node.id], **place, "v": {"name": node.values["label"], **node.values}})
    edges = [
        {
            "id": number,
            "s": numbers[edge.source],
            "t": numbers[edge.target],
            "v": {"id": edge.id, "interaction": edge.values.get("role", edge.values["event_type"]), **edge.values},
        }
        for number, edge in enumerate(network.edges)
    ]
    declared = {
        "networkAttributes": {"name": {"d": "string"}, "directed": {"d": "boolean"}},
        "nodes": _declared({"name": "string", **network.node_columns}),
        "edges": _declared({"id": "string", "interaction": "string", **network.edge_columns}),
    }
    aspects: dict[str, list[Any]] = {
        "attributeDeclarations": [declared],
        "networkAttributes": [{"name": "dadiplo", "directed": network.directed}],
        "nodes": nodes,
        "edges": edges,
    }
    meta = [{"name": name, "elementCount": len(elements)} for name, elements in aspects.items()]
    parts = [{"CXVersion": "2.0", "hasFragments": False}, {"metaData": meta}]
    body = [_json(part) for part in parts]
    body += [f'{{"{name}": {_lines(elements)}}}' for name, elements in aspects.items()]
    return "[\n" + ",\n".join([*body, _json({"status": [{"success": True}]})]) + "\n]\n"


def _declared(columns: Mapping[str, str]) -> dict[str, dict[str, str]]:
    return {name: {"d": "double" if kind == "double" else "string"} for name, kind in columns.items()}


def _lines(items: list[dict[str, Any]]) -> str:
    return "[\n" + ",\n".join(map(_json, items)) + "\n]"


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False).translate(_IN_SCRIPTS)
