"""The SPARQL endpoint: requests of the SPARQL 1.1 Protocol become tasks, outcomes become responses.

Requests to `/sparql` come in; responses go out.

May use: kg.errors, kg.resolve, kg.store, kg.present.serve.http.
"""
