"""Grammar in one scheme for both languages: tokens, phrases, clauses, roles, lists of names.

Takes sentences of words; answers questions about grammar: what is the subject, is it passive, what belongs to the
phrase. `parsing` creates these sentences, `repair` corrects them.

May use: kg.model, kg.ontology, kg.extract.text.
"""
