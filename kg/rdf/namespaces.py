"""The namespaces of the vocabularies used in the graph.

Relations and classes of the domain are not here: they get their IRIs from the ontology.
"""

from __future__ import annotations

from types import MappingProxyType

__all__ = ["DCTERMS", "KG", "OA", "OWL", "PREFIXES", "PROV", "QUDT", "RDF", "RDFS", "SCHEMA", "SKOS", "UNIT", "XSD"]

KG = "https://kg.example/ontology#"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
OWL = "http://www.w3.org/2002/07/owl#"
XSD = "http://www.w3.org/2001/XMLSchema#"
SKOS = "http://www.w3.org/2004/02/skos/core#"
SCHEMA = "https://schema.org/"
PROV = "http://www.w3.org/ns/prov#"
OA = "http://www.w3.org/ns/oa#"
QUDT = "http://qudt.org/schema/qudt/"
UNIT = "http://qudt.org/vocab/unit/"
DCTERMS = "http://purl.org/dc/terms/"

PREFIXES = MappingProxyType(
    {
        "dcterms": DCTERMS,
        "kg": KG,
        "oa": OA,
        "owl": OWL,
        "prov": PROV,
        "qudt": QUDT,
        "rdf": RDF,
        "rdfs": RDFS,
        "schema": SCHEMA,
        "skos": SKOS,
        "unit": UNIT,
        "xsd": XSD,
    }
)
