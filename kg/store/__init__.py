"""Quad stores: the protocol of a store, Oxigraph, a remote SPARQL server, transactions and snapshots.

Takes extractions and queries; updates stores in transactions and returns answers. Only this package uses pyoxigraph as
a store.

May use: kg.model, kg.errors, kg.config, kg.locations, kg.ontology, kg.resolve, kg.rdf.
"""
