"""Words become statements: a pure function of one article and the ontology."""
