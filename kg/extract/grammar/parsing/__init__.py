"""The parser: turns tokens into a `Sentence`, independent of pipeline and annotation scheme.

Takes tokens; returns sentences of words in kg's scheme. The only package that uses spaCy. A further language needs a
pipeline in `parser` and a module for its scheme, such as `french_parser` or `english_parser`.

May use: kg.model, kg.errors, kg.ontology, kg.extract.grammar.
"""
