"""Serves the graph over HTTP, read-only: the SPARQL 1.1 Protocol for programs, pages for people.

Takes requests, returns responses. `app` defines the routes, `server` runs the application.

May use: kg.errors, kg.inquiry.asking, kg.present.serve.http, kg.present.serve.sparql, kg.present.serve.pages.
"""
