"""Checks of results: validate (SHACL), verify (evidence against articles), evaluate (statements against gold).

Results come in; violations, broken quotations, and figures of quality go out.

May use: kg.model, kg.errors, kg.ontology, kg.resolve, kg.rdf, kg.store, kg.inquiry.
"""
