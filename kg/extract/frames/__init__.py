"""Frames: which words state which relation, between whom.

Parsed sentences with resolved mentions come in; candidates for statements, and the reasons why a frame that was called
gave none, go out.

May use: kg.model, kg.ontology, kg.extract.text, kg.extract.amounts, kg.extract.grammar, kg.extract.grammar.parsing,
kg.extract.reference, kg.extract.factuality, kg.extract.frames.roles.
"""
