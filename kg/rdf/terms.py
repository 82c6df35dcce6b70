"""Our nodes and quads as pyoxigraph has them, and back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TypeGuard

import pyoxigraph as ox

from kg.errors import QueryError
from kg.rdf.namespaces import XSD
from kg.rdf.quads import DEFAULT_GRAPH, Literal, Node, Quad

__all__ = ["to_data", "to_iri", "to_node", "to_oxigraph", "to_quad", "to_term", "to_terms", "to_update"]


def to_oxigraph(quad: Quad) -> ox.Quad:
    """Return the quad as pyoxigraph has it."""
    graph = ox.NamedNode(quad.graph) if quad.graph else ox.DefaultGraph()
    return ox.Quad(_named(quad.subject), ox.NamedNode(quad.predicate), to_term(quad.object), graph)


def to_quad(quad: ox.Quad) -> Quad:
    """Return a quad of pyoxigraph as one of ours.

    Raises:
        QueryError: it is about a triple, as RDF 1.2 allows.
    """
    if isinstance(quad.object, ox.Triple):
        raise QueryError("a triple about a triple (RDF 1.2) cannot be told", advice="ask for its parts")
    graph = quad.graph_name.value if isinstance(quad.graph_name, ox.NamedNode) else DEFAULT_GRAPH
    subject, predicate, obj = to_node(quad.subject), to_node(quad.predicate), to_node(quad.object)
    return Quad(str(subject), str(predicate), obj or "", graph)


def to_term(node: Node) -> ox.NamedNode | ox.BlankNode | ox.Literal:
    """Return a node as pyoxigraph has it."""
    if isinstance(node, str):
        return _named(node)
    if node.language:
        return ox.Literal(node.text, language=node.language)
    return ox.Literal(node.text, datatype=ox.NamedNode(node.datatype)) if node.datatype else ox.Literal(node.text)


def to_terms(bindings: Mapping[str, Node]) -> dict[str, ox.NamedNode | ox.BlankNode | ox.Literal]:
    """Return the values of variables as pyoxigraph has them.

    Raises:
        QueryError: one is no IRI and looks like one.
    """
    return {name: to_iri(node) if _is_iri(node) else to_term(node) for name, node in bindings.items()}


def to_iri(iri: str) -> ox.NamedNode:
    """Return an IRI that somebody asks for as pyoxigraph has it.

    Raises:
        QueryError: it is none, as one with a broken percent sign.
    """
    try:
        return ox.NamedNode(iri)
    except ValueError as error:
        raise QueryError(f"is no IRI ({error})", where=iri[:200], advice="write it whole and right") from error


def _is_iri(node: Node) -> TypeGuard[str]:
    return isinstance(node, str) and not node.startswith("_:")


def to_node(term: object) -> Node | None:
    """Return a term of pyoxigraph as one of ours; a blank node begins with `_:`, what is no node is `None`."""
    if isinstance(term, ox.Literal):
        plain = term.language is not None or term.datatype.value == XSD + "string"
        return Literal(term.value, "" if plain else term.datatype.value, term.language or "")
    if isinstance(term, ox.BlankNode):
        return f"_:{term.value}"
    return term.value if isinstance(term, ox.NamedNode) else None


def _named(name: str) -> ox.NamedNode | ox.BlankNode:
    """Return an IRI, or the blank node of an answer; our own graphs have none."""
    return ox.BlankNode(name[2:]) if name.startswith("_:") else ox.NamedNode(name)


def to_update(gone: Iterable[ox.Quad], added: Iterable[ox.Quad]) -> str:
    """Return a SPARQL update that takes quads away and adds others, in this order.

    https://www.w3.org/TR/sparql11-update/#rQuads
    """
    removal, addition = to_data(gone), to_data(added)
    parts = [f"DELETE DATA {{\n{removal}\n}}"] * bool(removal) + [f"INSERT DATA {{\n{addition}\n}}"] * bool(addition)
    return " ;\n".join(parts)


def to_data(quads: Iterable[ox.Quad]) -> str:
    """Return quads as the body of an update; the library itself writes their terms."""
    return "\n".join(map(_datum, quads))


def _datum(quad: ox.Quad) -> str:
    triple = f"{quad.subject} {quad.predicate} {quad.object} ."
    return triple if isinstance(quad.graph_name, ox.DefaultGraph) else f"GRAPH {quad.graph_name} {{ {triple} }}"
