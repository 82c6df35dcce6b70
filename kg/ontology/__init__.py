"""Reads `ontology/`, the only place that names relations, their words and their colours.

Takes a folder of Turtle files; returns one frozen `Ontology`, or raises an error with file and line.

May use: kg.model, kg.errors.
"""

from kg.ontology.folder import read_modality_styles, read_ontology
from kg.ontology.schema import Ontology, OntologyClass, Relation

__all__ = ["Ontology", "OntologyClass", "Relation", "read_modality_styles", "read_ontology"]
