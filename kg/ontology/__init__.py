"""Reading `ontology/`: the only place that names a relation, its words and its colour.

A folder of Turtle comes in; one frozen `Ontology` goes out, or an error with file and line.

May use: kg.model, kg.errors.
"""

from kg.ontology.folder import read_modality_styles, read_ontology
from kg.ontology.schema import Ontology, OntologyClass, Relation

__all__ = ["Ontology", "OntologyClass", "Relation", "read_modality_styles", "read_ontology"]
