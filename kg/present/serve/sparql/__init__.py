"""The SPARQL endpoint: turns requests of the SPARQL 1.1 Protocol into tasks, and outcomes into responses.

Takes requests to `/sparql`; returns responses.

May use: kg.errors, kg.resolve, kg.store, kg.present.serve.http.
"""
