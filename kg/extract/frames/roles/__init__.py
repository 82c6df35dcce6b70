"""Semantic roles: which words fill the roles around a verb or a noun.

A trigger in a parsed sentence comes in; the words in each role go out, in active, passive, relative clause and
infinitive alike.

May use: kg.extract.grammar.
"""
