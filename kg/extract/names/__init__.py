"""Finding names, and what a name says of its class.

A text, the names that the ontology knows and the words around them come in; `Name` values with their spans go out.

May use: kg.model, kg.ontology, kg.extract.text.
"""
