"""Entity resolution: entities of many articles become one.

The extractions of all articles, and what people have decided, come in; a `Joined` value goes out, in which every entity
has one IRI and label, every join its reason, and every statement an id that follows from its content.

May use: kg.model, kg.errors, kg.config, kg.atomic_files, kg.ontology.
"""
