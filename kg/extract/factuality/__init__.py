"""Factuality: how certain a clause is, and according to whom.

Takes a word of a parsed sentence; returns its modality (asserted, planned, possible, denied) and its source. Also finds
the quotations of an article with their speakers.

May use: kg.model, kg.extract.text, kg.extract.grammar, kg.extract.reference.
"""
