"""Statements as RDF quads, and back: edges, provenance, funding rounds, values, formats.

Resolved statements come in; quads, files and records go out; quads of any store become statements again.

May use: kg.model, kg.errors, kg.config, kg.atomic_files, kg.ontology, kg.resolve.
"""
