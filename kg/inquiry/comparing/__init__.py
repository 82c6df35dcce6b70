"""Articles compared: what they corroborate, where they conflict, which are near-copies.

Statements of several articles come in; independent sources of an edge, and conflicts, go out.

May use: kg.model, kg.ontology, kg.resolve.
"""
