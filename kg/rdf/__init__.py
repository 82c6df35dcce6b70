"""Statements to RDF quads and back: edges, provenance, funding rounds, values, formats.

Turns resolved statements into quads, files and records, and quads of any store back into statements.

May use: kg.model, kg.errors, kg.config, kg.atomic_files, kg.ontology, kg.resolve.
"""
