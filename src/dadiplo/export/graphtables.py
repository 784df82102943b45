"""Networks as tables of nodes and edges: for spreadsheets, pandas and Gephi, and for the import of Neo4j."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping

from dadiplo.export.flat import Network
from dadiplo.export.graphtext import relation
from dadiplo.tables import harmless


def csv_tables(network: Network) -> dict[str, str]:
    """Return ``nodes.csv`` and ``edges.csv`` (RFC 4180); what a spreadsheet would take for a formula gets a ``'``."""
    nodes = [["id", *network.node_columns]]
    nodes += [[node.id, *(str(node.values.get(name, "")) for name in network.node_columns)] for node in network.nodes]
    edges = [["id", "source", "target", *network.edge_columns]]
    for edge in network.edges:
        values = (str(edge.values.get(name, "")) for name in network.edge_columns)
        edges.append([edge.id, edge.source, edge.target, *values])
    return {"nodes.csv": _csv(nodes), "edges.csv": _csv(edges)}


def neo4j(network: Network) -> dict[str, str]:
    """Return the same tables with the headings of ``neo4j-admin database import`` (Neo4j 5).

    A quote with line ends needs its option ``--multiline-fields=true``.
    """
    nodes = [["id:ID", *_headings(network.node_columns), ":LABEL"]]
    for node in network.nodes:
        values = (str(node.values.get(name, "")) for name in network.node_columns)
        nodes.append([node.id, *values, f"Dadiplo;{node.values['type']}"])
    edges = [["id", ":START_ID", ":END_ID", *_headings(network.edge_columns), ":TYPE"]]
    for edge in network.edges:
        values = (str(edge.values.get(name, "")) for name in network.edge_columns)
        edges.append([edge.id, edge.source, edge.target, *values, relation(edge)])
    return {"nodes.csv": _csv(nodes), "edges.csv": _csv(edges)}


def _headings(columns: Mapping[str, str]) -> list[str]:
    return [name if kind == "string" else f"{name}:{kind}" for name, kind in columns.items()]


def _csv(rows: list[list[str]]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows([harmless(value) for value in row] for row in rows)
    return out.getvalue()
