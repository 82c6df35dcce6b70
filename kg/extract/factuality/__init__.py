"""How certain a clause is, and who says so.

A word of a parsed sentence comes in; its modality (asserted, planned, possible, denied), its source, and the quotations
of an article with their speakers go out.

May use: kg.model, kg.extract.text, kg.extract.grammar, kg.extract.reference.
"""
