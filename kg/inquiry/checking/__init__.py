"""Checks of results: validate (SHACL), verify (evidence against articles), evaluate (against gold statements).

Takes results; returns violations, broken quotations, and quality figures.

May use: kg.model, kg.errors, kg.ontology, kg.resolve, kg.rdf, kg.store, kg.inquiry.
"""
