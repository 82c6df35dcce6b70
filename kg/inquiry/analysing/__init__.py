"""The shape of the graph: centrality, components, paths, circles of money.

Statements come in; rankings, groups and paths go out. networkx is used here.

May use: kg.model, kg.errors, kg.ontology, kg.resolve.
"""
