"""Networks as XML: GEXF for Gephi, GraphML for Cytoscape, igraph and networkx, and GraphML as yEd draws it."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Callable, Mapping

from dadiplo.export.flat import Edge, Network, Node, Value

_GEXF = "http://gexf.net/1.3"
_VIZ = "http://gexf.net/1.3/viz"
_GRAPHML = "http://graphml.graphdrawing.org/xmlns"
_YED = "http://www.yworks.com/xml/graphml"
_COLORS = {
    "State": "#4477aa",
    "Person": "#ccbb44",
    "Company": "#ee6677",
    "MediaOrganization": "#bbbbbb",
    "InternationalOrganization": "#66ccee",
}
_BODY, _EVENT = "#228833", "#aa3377"


def gexf(network: Network) -> str:
    """Return GEXF 1.3 (https://gexf.net/schema.html) with the days that an event can mean as interval.

    Gephi joins edges of one kind between the same nodes: so the first edge of a pair has the class of its event as
    kind, the second of that class ``Agreement 2``, and so on.
    """
    root = ET.Element("gexf", {"xmlns": _GEXF, "xmlns:viz": _VIZ, "version": "1.3"})
    meta = ET.SubElement(root, "meta")
    ET.SubElement(meta, "creator").text = "dadiplo"
    graph = ET.SubElement(
        root,
        "graph",
        mode="dynamic",
        timeformat="date",
        timerepresentation="interval",
        defaultedgetype="directed" if network.directed else "undirected",
    )
    for name, columns in (("node", network.node_columns), ("edge", network.edge_columns)):
        listed = ET.SubElement(graph, "attributes", {"class": name, "mode": "static"})
        for column, kind in columns.items():
            ET.SubElement(listed, "attribute", id=column, title=column, type="double" if kind == "double" else "string")
    nodes = ET.SubElement(graph, "nodes")
    for node in network.nodes:
        element = ET.SubElement(nodes, "node", {"id": node.id, "label": str(node.values["label"]), **_interval(node)})
        _attvalues(element, node.values)
        if node.position:
            ET.SubElement(element, "viz:position", x=str(node.position[0]), y=str(node.position[1]))
        red, green, blue = (str(int(color_of(node)[at : at + 2], 16)) for at in (1, 3, 5))
        ET.SubElement(element, "viz:color", r=red, g=green, b=blue)
    edges = ET.SubElement(graph, "edges")
    parallel: Counter[tuple[str, ...]] = Counter()
    for edge in network.edges:
        kind = str(edge.values["event_type"])
        pair = (kind, edge.source, edge.target) if network.directed else (kind, *sorted((edge.source, edge.target)))
        parallel[pair] += 1
        count = f" {parallel[pair]}" if parallel[pair] > 1 else ""
        told = {"id": edge.id, "source": edge.source, "target": edge.target, "label": str(edge.values["label"])}
        weight = {"weight": str(edge.values["weight"])} if "weight" in edge.values else {}
        element = ET.SubElement(edges, "edge", {**told, "kind": kind + count, **weight, **_interval(edge)})
        _attvalues(element, edge.values)
    return _text(root)


def graphml(network: Network) -> str:
    """Return GraphML (http://graphml.graphdrawing.org/specification.html): a key a column, ids as NMTOKEN."""
    return _graphml(network, lambda element, node: None, lambda element, edge: None)


def yed(network: Network) -> str:
    """Return GraphML with the shapes and labels that yEd draws, and the values as properties."""
    return _graphml(network, _shape, _line, drawn=True)


def color_of(node: Node) -> str:
    """Return the colour of a node's type, ``#rrggbb``, told apart by readers with any colour vision (Tol 2021)."""
    kind = str(node.values["type"])
    return _EVENT if "event_type" in node.values else _COLORS.get(kind, _BODY)


def _graphml(
    network: Network,
    shape: Callable[[ET.Element, Node], None],
    line: Callable[[ET.Element, Edge], None],
    *,
    drawn: bool = False,
) -> str:
    root = ET.Element("graphml", {"xmlns": _GRAPHML} | ({"xmlns:y": _YED} if drawn else {}))
    columns = (("node", network.node_columns), ("edge", network.edge_columns))
    for name, listed in columns:
        for column, kind in listed.items():
            told = {"id": f"{name}-{column}", "for": name, "attr.name": column}
            ET.SubElement(root, "key", {**told, "attr.type": "double" if kind == "double" else "string"})
        if drawn:
            ET.SubElement(root, "key", {"id": f"{name}graphics", "for": name, "yfiles.type": f"{name}graphics"})
    graph = ET.SubElement(
        root, "graph", id="dadiplo", edgedefault="directed" if network.directed else "undirected"
    )  # fmt: skip
    for node in network.nodes:
        element = ET.SubElement(graph, "node", id=_token(node.id))
        _data(element, "node", node.values)
        shape(element, node)
    for edge in network.edges:
        ends = {"source": _token(edge.source), "target": _token(edge.target)}
        element = ET.SubElement(graph, "edge", {"id": _token(edge.id), **ends})
        _data(element, "edge", edge.values)
        line(element, edge)
    return _text(root)


def _shape(element: ET.Element, node: Node) -> None:
    label = str(node.values["label"])
    shape = ET.SubElement(ET.SubElement(element, "data", key="nodegraphics"), "y:ShapeNode")
    x, y = node.position or (0.0, 0.0)
    width = str(40 + 7 * min(len(label), 60))
    ET.SubElement(shape, "y:Geometry", x=str(x), y=str(y), width=width, height="30")
    ET.SubElement(shape, "y:Fill", color=color_of(node), transparent="false")
    ET.SubElement(shape, "y:NodeLabel").text = label
    ET.SubElement(shape, "y:Shape", type="diamond" if "event_type" in node.values else "roundrectangle")


def _line(element: ET.Element, edge: Edge) -> None:
    line = ET.SubElement(ET.SubElement(element, "data", key="edgegraphics"), "y:PolyLineEdge")
    target = "standard" if "role" in edge.values else "none"
    ET.SubElement(line, "y:Arrows", source="none", target=target)
    ET.SubElement(line, "y:EdgeLabel").text = str(edge.values["label"])


def _token(identifier: str) -> str:
    """Return an id as an XML name token; characters that may not stand in one are written as ``_x2F_``."""
    return re.sub(r"[^A-Za-z0-9.:_-]", lambda found: f"_x{ord(found[0]):X}_", identifier)


def _interval(item: Node | Edge) -> dict[str, str]:
    ends = {"start": item.values.get("earliest", ""), "end": item.values.get("latest", "")}
    return {name: str(day) for name, day in ends.items() if day and "event_type" in item.values}


def _attvalues(element: ET.Element, values: Mapping[str, Value]) -> None:
    listed = ET.SubElement(element, "attvalues")
    for column, value in values.items():
        ET.SubElement(listed, "attvalue", {"for": column, "value": str(value)})


def _data(element: ET.Element, name: str, values: Mapping[str, Value]) -> None:
    for column, value in values.items():
        ET.SubElement(element, "data", key=f"{name}-{column}").text = str(value)


def _text(root: ET.Element) -> str:
    ET.indent(root, "  ")
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ET.tostring(root, encoding="unicode") + "\n"
