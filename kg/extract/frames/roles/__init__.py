"""Semantic roles: which words fill the roles around a verb or a noun.

Takes a trigger in a parsed sentence; returns the words in each role, normalized across active, passive, relative
clause and infinitive.

May use: kg.extract.grammar.
"""
