"""Pictures of the graph: networks, maps and timelines as SVG and PNG."""
