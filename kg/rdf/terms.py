"""Converts the nodes and quads of kg to pyoxigraph's and back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TypeGuard

import pyoxigraph as ox

from kg.errors import QueryError
from kg.rdf.namespaces import XSD
from kg.rdf.quads import DEFAULT_GRAPH, Literal, Node, Quad

__all__ = ["to_data", "to_iri", "to_node", "to_oxigraph", "to_quad", "to_term", "to_terms", "to_update"]


def to_oxigraph(quad: Quad) -> ox.Quad:
    """Return the quad as a pyoxigraph quad."""
    graph = ox.NamedNode(quad.graph) if quad.graph else ox.DefaultGraph()
    return ox.Quad(_named(quad.subject), ox.NamedNode(quad.predicate), to_term(quad.object), graph)


def to_quad(quad: ox.Quad) -> Quad:
    """Return a pyoxigraph quad as a quad of kg.

    Raises:
        QueryError: its object is a triple, as RDF 1.2 allows.
    """
    if isinstance(quad.object, ox.Triple):
        raise QueryError("a triple about a triple (RDF 1.2) cannot be told", advice="ask for its parts")
    graph = quad.graph_name.value if isinstance(quad.graph_name, ox.NamedNode) else DEFAULT_GRAPH
    subject, predicate, obj = to_node(quad.subject), to_node(quad.predicate), to_node(quad.object)
    return Quad(str(subject), str(predicate), obj or "", graph)


def to_term(node: Node) -> ox.NamedNode | ox.BlankNode | ox.Literal:
    """Return a node as a pyoxigraph term."""
    if isinstance(node, str):
        return _named(node)
    if node.language:
        return ox.Literal(node.text, language=node.language)
    return ox.Literal(node.text, datatype=ox.NamedNode(node.datatype)) if node.datatype else ox.Literal(node.text)


def to_terms(bindings: Mapping[str, Node]) -> dict[str, ox.NamedNode | ox.BlankNode | ox.Literal]:
    """Return variable bindings with their values as pyoxigraph terms.

    Raises:
        QueryError: a value that should be an IRI is not valid.
    """
    return {name: to_iri(node) if _is_iri(node) else to_term(node) for name, node in bindings.items()}


def to_iri(iri: str) -> ox.NamedNode:
    """Return an IRI given by a user as a pyoxigraph term.

    Raises:
        QueryError: it is not a valid IRI, for instance because of a malformed percent sign.
    """
    try:
        return ox.NamedNode(iri)
    except ValueError as error:
        raise QueryError(f"is no IRI ({error})", where=iri[:200], advice="write it whole and right") from error


def _is_iri(node: Node) -> TypeGuard[str]:
    return isinstance(node, str) and not node.startswith("_:")


def to_node(term: object) -> Node | None:
    """Return a pyoxigraph term as a node of kg; a blank node begins with `_:`, anything else is `None`."""
    if isinstance(term, ox.Literal):
        plain = term.language is not None or term.datatype.value == XSD + "string"
        return Literal(term.value, "" if plain else term.datatype.value, term.language or "")
    if isinstance(term, ox.BlankNode):
        return f"_:{term.value}"
    return term.value if isinstance(term, ox.NamedNode) else None


def _named(name: str) -> ox.NamedNode | ox.BlankNode:
    """Return an IRI, or the blank node of an answer; the graphs of kg have none."""
    return ox.BlankNode(name[2:]) if name.startswith("_:") else ox.NamedNode(name)


def to_update(gone: Iterable[ox.Quad], added: Iterable[ox.Quad]) -> str:
    """Return a SPARQL update that removes quads and then adds others.

    https://www.w3.org/TR/sparql11-update/#rQuads
    """
    removal, addition = to_data(gone), to_data(added)
    parts = [f"DELETE DATA {{\n{removal}\n}}"] * bool(removal) + [f"INSERT DATA {{\n{addition}\n}}"] * bool(addition)
    return " ;\n".join(parts)


def to_data(quads: Iterable[ox.Quad]) -> str:
    """Return quads as the body of an update; pyoxigraph itself serializes the terms."""
    return "\n".join(map(_datum, quads))


def _datum(quad: ox.Quad) -> str:
    triple = f"{quad.subject} {quad.predicate} {quad.object} ."
    return triple if isinstance(quad.graph_name, ox.DefaultGraph) else f"GRAPH {quad.graph_name} {{ {triple} }}"
