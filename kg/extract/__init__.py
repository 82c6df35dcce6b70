"""Extraction of statements: a pure function of one article and the ontology.

Takes an `Article`, returns an `Extraction`: entities, statements with their evidence, and skipped words. The modules of
this folder combine the stages; each stage is a subpackage, and they depend on each other in one direction:
`frames` → `factuality` → `reference` → `grammar` → `names`, `amounts` → `text`.

May use: kg.model, kg.errors, kg.ontology, kg.extract.text, kg.extract.amounts, kg.extract.names, kg.extract.grammar,
kg.extract.grammar.parsing, kg.extract.grammar.repair, kg.extract.reference, kg.extract.factuality, kg.extract.frames.
"""
