"""Read-only questions about results: a folder of them, or a store.

A place with results comes in; statements, explanations and figures go out. `asking` answers SPARQL, `checking` compares
results with articles, shapes and gold, `comparing` compares articles, `analysing` looks at the shape of the graph.

May use: kg.model, kg.errors, kg.config, kg.locations, kg.wording, kg.ontology, kg.articles, kg.resolve, kg.rdf,
kg.store.
"""
