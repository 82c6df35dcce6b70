"""Stores of quads that grow: the protocol of a store, Oxigraph, a remote SPARQL server, transactions and snapshots.

Extractions and questions come in; a store that changes in transactions, and answers, go out. pyoxigraph as a store is
known here alone.

May use: kg.model, kg.errors, kg.config, kg.locations, kg.ontology, kg.resolve, kg.rdf.
"""
