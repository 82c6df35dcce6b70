"""The graph in the formats of other programs: RDF files, CSV, GEXF, GraphML.

Statements come in; the text of a file goes out.

May use: kg.model, kg.errors, kg.ontology, kg.resolve, kg.rdf, kg.inquiry, kg.present.layout.
"""
