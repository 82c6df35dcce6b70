"""Frames: which words state which relation between which arguments.

Takes parsed sentences with resolved mentions; returns candidates for statements, and the reasons why evoked frames
yielded none.

May use: kg.model, kg.ontology, kg.extract.text, kg.extract.amounts, kg.extract.grammar, kg.extract.grammar.parsing,
kg.extract.reference, kg.extract.factuality, kg.extract.frames.roles.
"""
