"""Words and their grammar, in one scheme for both languages: tokens, phrases, clauses, roles, lists of names.

Sentences of words come in; answers to questions of grammar go out: who is the subject, is it passive, what belongs to
the phrase. `parsing` makes these sentences, `repair` corrects them.

May use: kg.model, kg.ontology, kg.extract.text.
"""
