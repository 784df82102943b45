"""The graph in the formats of others: RDF, JSON, tables, graph files.

``registry`` lists them; each is one function of the graph and an excerpt of it.
"""
