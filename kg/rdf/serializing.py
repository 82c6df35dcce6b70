"""Serializes quads in the standard RDF formats: sorted, so that the same quads give the same bytes.

pyoxigraph writes N-Triples, N-Quads and RDF/XML. Its JSON-LD has no context, which makes it unreadable, so it is
compacted here.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Any

import pyoxigraph as ox

from kg.config import DEFAULT_BASE
from kg.rdf.namespaces import PREFIXES, RDF
from kg.rdf.quads import Quad
from kg.rdf.terms import to_oxigraph
from kg.rdf.turtle_writer import in_order, write_trig, write_turtle

__all__ = ["QUAD_FORMATS", "TRIPLE_FORMATS", "write_rdf"]

TRIPLE_FORMATS = ("ttl", "nt", "rdf")
"""The formats without named graphs: all triples are merged."""

QUAD_FORMATS = ("trig", "nq", "jsonld")

_OXIGRAPH = MappingProxyType({"nt": "N_TRIPLES", "nq": "N_QUADS", "rdf": "RDF_XML", "jsonld": "JSON_LD"})


def write_rdf(quads: Iterable[Quad], form: str, base: str = DEFAULT_BASE) -> str:
    """Return the quads in a format, named by its usual file extension; named graphs are merged if it has none.

    Blank nodes, which occur only in answers to queries, keep their names.
    """
    if form == "ttl":
        return write_turtle(quads, base)
    if form == "trig":
        return write_trig(quads, base)
    prefixes = {**PREFIXES, "id": base + "id/"}
    if form in QUAD_FORMATS:
        written = _serialize(in_order(quads), form, prefixes)
        return _compact(written, prefixes) if form == "jsonld" else written
    merged = in_order(Quad(quad.subject, quad.predicate, quad.object) for quad in quads)
    written = _serialize(merged, form, prefixes)
    # XML parsers turn an unescaped carriage return into a line feed: https://www.w3.org/TR/xml/#sec-line-ends
    return written.replace("\r", "&#xD;") if form == "rdf" else written


def _serialize(quads: Iterable[Quad], form: str, prefixes: Mapping[str, str]) -> str:
    wanted: ox.RdfFormat = getattr(ox.RdfFormat, _OXIGRAPH[form])
    terms: Any = map(to_oxigraph, quads)
    if not wanted.supports_datasets:
        terms = (term.triple for term in terms)
    written = ox.serialize(terms, format=wanted, prefixes=dict(prefixes))
    return (written or b"").decode()


def _compact(expanded: str, prefixes: Mapping[str, str]) -> str:
    """Return expanded JSON-LD with its context, IRIs compacted and plain strings unwrapped.

    https://www.w3.org/TR/json-ld11/#compact-iris
    """
    context = dict(sorted(prefixes.items()))
    graph = [_shortened(node, context) for node in json.loads(expanded)]
    return json.dumps({"@context": context, "@graph": graph}, ensure_ascii=False, indent=1) + "\n"


def _shortened(value: Any, context: Mapping[str, str]) -> Any:
    if isinstance(value, list):
        several = [_shortened(part, context) for part in value]
        return several[0] if len(several) == 1 else several
    if not isinstance(value, dict):
        return value
    if value.keys() == {"@value"}:
        return value["@value"]
    return dict(_entry(key, part, context) for key, part in value.items())


def _entry(key: str, part: Any, context: Mapping[str, str]) -> tuple[str, Any]:
    if key in {"@id", "@type"}:
        return key, _short(part, context)
    if key == RDF + "type":
        return "@type", [_short(one["@id"], context) for one in part]
    return _short(key, context), _shortened(part, context)


def _short(iri: str, context: Mapping[str, str]) -> str:
    found = next(((prefix, start) for prefix, start in context.items() if iri.startswith(start)), None)
    return f"{found[0]}:{iri.removeprefix(found[1])}" if found else iri
