"""Entity resolution: merges the entities of many articles.

Takes the extractions of all articles and the decisions people have made on names. Returns a `Resolution`, in which
every entity has one IRI and label, every join a reason, and every statement an id derived from its content.

May use: kg.model, kg.errors, kg.config, kg.atomic_files, kg.ontology.
"""
