"""Read-only access to results in a folder or a store.

Takes a location with results; returns statements, explanations and figures. `asking` answers SPARQL, `checking`
compares results with articles, shapes and gold statements, `comparing` compares articles, `analysing` analyses the
graph.

May use: kg.model, kg.errors, kg.config, kg.locations, kg.wording, kg.ontology, kg.articles, kg.resolve, kg.rdf,
kg.store.
"""
