"""Coreference: which words mention an entity, and which mentions corefer.

Takes parsed sentences with their names; returns mentions, draft entities, and the referent of each mention with the
reason. Also defines the parsed article, which all later stages use.

May use: kg.model, kg.ontology, kg.extract.text, kg.extract.amounts, kg.extract.names, kg.extract.grammar.
"""
