"""The media types of answers, and negotiation among them."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from kg.present.serve.http.negotiation import rank

__all__ = ["GRAPH_TYPES", "ROW_TYPES", "forms_for"]

# Media types to formats; the first of each table is the default for clients that accept anything.
ROW_TYPES: Mapping[str, str] = MappingProxyType(
    {
        "application/sparql-results+json": "json",
        "application/sparql-results+xml": "xml",
        "text/csv": "csv",
        "text/tab-separated-values": "tsv",
        "application/json": "json",
        "application/xml": "xml",
        "text/xml": "xml",
    }
)
GRAPH_TYPES: Mapping[str, str] = MappingProxyType(
    {
        "text/turtle": "ttl",
        "application/n-triples": "nt",
        "application/ld+json": "jsonld",
        "application/rdf+xml": "rdf",
        "application/x-turtle": "ttl",
        "application/json": "jsonld",
        "application/xml": "rdf",
        "text/xml": "rdf",
        "text/plain": "nt",
    }
)


def forms_for(accept: str) -> dict[str, str]:
    """Return the formats that a client accepts, rows before triples, most preferred first, with their media types.

    >>> forms_for("text/csv, text/turtle")
    {'csv': 'text/csv; charset=utf-8', 'ttl': 'text/turtle; charset=utf-8'}
    """
    found: dict[str, str] = {}
    for table in (ROW_TYPES, GRAPH_TYPES):
        for media_type in rank(accept, list(table)):
            found.setdefault(table[media_type], _with_charset(media_type))
    return found


def _with_charset(media_type: str) -> str:
    """Return a media type as a header value; text types need a charset."""
    return f"{media_type}; charset=utf-8" if media_type.startswith("text/") else media_type
