"""Coreference: which words mention an entity, and which mentions are one.

Parsed sentences with their names come in; mentions, draft entities and what each mention refers to, with the reason, go
out. Also the parsed article itself, which all later stages read.

May use: kg.model, kg.ontology, kg.extract.text, kg.extract.amounts, kg.extract.names, kg.extract.grammar.
"""
