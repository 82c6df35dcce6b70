"""Compares articles: what they corroborate, where they conflict, which are near-copies.

Takes statements of several articles; returns independent sources of edges, and conflicts.

May use: kg.model, kg.ontology, kg.resolve.
"""
