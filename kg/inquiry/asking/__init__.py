"""Guarded SPARQL: saved questions, and workers that can be stopped.

Takes the text of a query; returns its answer, or a one-line error.

May use: kg.model, kg.errors, kg.config, kg.locations, kg.ontology, kg.resolve, kg.rdf, kg.store, kg.inquiry.
"""
