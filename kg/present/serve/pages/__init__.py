"""Pages for people: articles with their statements marked, entities, statements, the graph, a form for queries.

Takes requests; returns HTML.

May use: kg.model, kg.errors, kg.ontology, kg.resolve, kg.rdf, kg.store, kg.inquiry, kg.inquiry.asking, kg.present.page,
kg.present.serve.http, kg.present.serve.sparql.
"""
