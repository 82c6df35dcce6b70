"""The graph over HTTP: SPARQL 1.1 Protocol for programs, pages for people; it only reads."""
