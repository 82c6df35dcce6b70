"""Writes Turtle and TriG: sorted, without blank nodes, so that the same quads give the same bytes.

https://www.w3.org/TR/turtle/ and https://www.w3.org/TR/trig/
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby

from kg.config import DEFAULT_BASE
from kg.rdf.namespaces import PREFIXES, RDF, XSD
from kg.rdf.quads import DEFAULT_GRAPH, Literal, Node, Quad
from kg.resolve.iris import check_iri

__all__ = ["in_order", "write_trig", "write_turtle"]

LOCAL_NAME = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_-]*")
ESCAPES = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"})
BARE = {  # literals that Turtle writes without quotes
    XSD + "integer": re.compile(r"[+-]?\d+"),
    XSD + "decimal": re.compile(r"[+-]?\d*\.\d+"),
    XSD + "boolean": re.compile("true|false"),
}


def in_order(quads: Iterable[Quad]) -> list[Quad]:
    """Return each quad once, in the order of serialization."""
    return sorted(set(quads), key=_order)


def write_trig(quads: Iterable[Quad], base: str = DEFAULT_BASE) -> str:
    """Return the quads as TriG: the default graph, then the named graphs by IRI."""
    writer = _Writer(base)
    parts = [writer.header()]
    by_graph = groupby(in_order(quads), key=lambda quad: quad.graph)
    for graph, members in by_graph:
        body = "\n".join(writer.subjects(members))
        if graph == DEFAULT_GRAPH:
            parts.append(body)
        else:
            indented = "\n".join(f"    {line}" if line else "" for line in body.split("\n"))
            parts.append(f"{writer.iri(graph)} {{\n{indented}\n}}\n")
    return "\n".join(parts)


def write_turtle(quads: Iterable[Quad], base: str = DEFAULT_BASE) -> str:
    """Return the triples of all graphs, merged, as Turtle."""
    merged = (Quad(quad.subject, quad.predicate, quad.object) for quad in quads)
    writer = _Writer(base)
    return "\n".join([writer.header(), *writer.subjects(in_order(merged))])


def _order(quad: Quad) -> tuple[str, ...]:
    """Return the sort key of a quad: graph, subject, predicate with `a` first, object with IRIs first."""
    predicate = "" if quad.predicate == RDF + "type" else quad.predicate
    if isinstance(quad.object, Literal):
        obj = ("1", quad.object.text, quad.object.datatype, quad.object.language)
    else:
        obj = ("0", quad.object, "", "")
    return (quad.graph, quad.subject, predicate, *obj)


class _Writer:
    """Writes terms with prefixed names; caches each IRI it has written."""

    def __init__(self, base: str) -> None:
        self._prefixes: Mapping[str, str] = {**PREFIXES, "id": base + "id/"}
        self._short: dict[str, str] = {}

    def header(self) -> str:
        lines = (f"@prefix {prefix}: <{iri}> .\n" for prefix, iri in sorted(self._prefixes.items()))
        return "".join(lines)

    def subjects(self, quads: Iterable[Quad]) -> Iterator[str]:
        for subject, group in groupby(quads, key=lambda quad: quad.subject):
            lines = [
                f"    {self._predicate(predicate)} " + ", ".join(self._object(quad.object) for quad in members)
                for predicate, members in groupby(group, key=lambda quad: quad.predicate)
            ]
            yield self.iri(subject) + "\n" + " ;\n".join(lines) + " .\n"

    def iri(self, iri: str) -> str:
        short = self._short.get(iri)
        if short is None:
            short = self._short[iri] = self._shorten(iri)
        return short

    def _shorten(self, iri: str) -> str:
        if iri.startswith("_:"):  # a blank node of an answer; the graphs of kg have none
            return iri
        for prefix, start in self._prefixes.items():
            if iri.startswith(start) and LOCAL_NAME.fullmatch(iri, len(start)):
                return f"{prefix}:{iri[len(start) :]}"
        return f"<{check_iri(iri)}>"

    def _predicate(self, iri: str) -> str:
        return "a" if iri == RDF + "type" else self.iri(iri)

    def _object(self, node: Node) -> str:
        if isinstance(node, str):
            return self.iri(node)
        bare = BARE.get(node.datatype)
        if bare is not None and bare.fullmatch(node.text):
            return node.text
        quoted = f'"{node.text.translate(ESCAPES)}"'
        if node.language:
            return f"{quoted}@{node.language}"
        return f"{quoted}^^{self.iri(node.datatype)}" if node.datatype else quoted
