"""Graph analysis: centrality, components, paths, circles of money.

Takes statements; returns rankings, groups and paths. Uses networkx.

May use: kg.model, kg.errors, kg.ontology, kg.resolve.
"""
