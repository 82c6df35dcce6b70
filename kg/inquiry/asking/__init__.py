"""SPARQL behind its guard: saved questions, and workers that can be stopped.

The text of a query comes in; its answer goes out, or one line that says why there is none.

May use: kg.model, kg.errors, kg.config, kg.locations, kg.ontology, kg.resolve, kg.rdf, kg.store, kg.inquiry.
"""
