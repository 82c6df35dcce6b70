"""Corrects known errors of the parsers.

Takes a parsed sentence; returns the same words with corrected parts of speech, heads or functions. Every repair
preserves the tree structure.

May use: kg.extract.text, kg.extract.names, kg.extract.grammar, kg.extract.grammar.parsing.
"""
