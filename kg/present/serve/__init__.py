"""The graph over HTTP: the SPARQL 1.1 Protocol for programs, pages for people; it only reads.

Requests come in, responses go out. `app` says which address answers what, `server` where it listens and until when.

May use: kg.errors, kg.inquiry.asking, kg.present.serve.http, kg.present.serve.sparql, kg.present.serve.pages.
"""
