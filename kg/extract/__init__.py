"""Words become statements: a pure function of one article and the ontology.

An `Article` comes in, an `Extraction` goes out: entities, statements with their evidence, and what was skipped. The
modules of this folder put the stages together; each stage is a room of its own, and they use each other in one
direction: `frames` → `factuality` → `reference` → `grammar` → `names`, `amounts` → `text`.

May use: kg.model, kg.errors, kg.ontology, kg.extract.text, kg.extract.amounts, kg.extract.names, kg.extract.grammar,
kg.extract.grammar.parsing, kg.extract.grammar.repair, kg.extract.reference, kg.extract.factuality, kg.extract.frames.
"""
