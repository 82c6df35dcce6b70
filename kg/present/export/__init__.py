"""Exports the graph in the formats of other programs: RDF files, CSV, GEXF, GraphML.

Takes statements; returns the text of a file.

May use: kg.model, kg.errors, kg.ontology, kg.resolve, kg.rdf, kg.inquiry, kg.present.layout.
"""
