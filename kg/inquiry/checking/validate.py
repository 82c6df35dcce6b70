"""Validates the graph against the SHACL shapes of the ontology (https://www.w3.org/TR/shacl/)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import rdflib
from pyshacl import validate as run_shacl
from rdflib.namespace import DCTERMS, PROV, RDF, RDFS, SH

from kg.errors import OntologyError, OutputError
from kg.ontology.turtle_reader import read_turtle
from kg.rdf.namespaces import KG, PREFIXES
from kg.rdf.quads import Literal, Node
from kg.store.opening import open_graph

__all__ = ["Violation", "validate"]


@dataclass(frozen=True, slots=True, order=True)
class Violation:
    """A violation of a shape.

    Attributes:
        document: the article it comes from; empty when it is not exactly one.
        node: the node, by its label if it has one.
        problem: what is wrong, in the words of the shape.
        value: the wrong value; empty when a value is missing.
    """

    document: str
    node: str
    problem: str
    value: str


def validate(graph: Path, ontology: Path) -> tuple[Violation, ...]:
    """Return the violations of `shapes.ttl` in a graph, sorted by document and node; `graph` is as for `open_graph`.

    Raises:
        OntologyError: the shapes or the ontology cannot be read, or are not valid SHACL.
        OutputError: the graph cannot be read.
    """
    # When loading shapes fails, pySHACL leaves a setting of rdflib changed, so they are parsed here first.
    shapes = _parse(ontology / "shapes.ttl")
    if (None, RDF.type, SH.NodeShape) not in shapes:
        raise OntologyError(
            "holds no shape", where=str(ontology / "shapes.ttl"), advice="write one, as `a sh:NodeShape`"
        )
    data = _load(graph) + _parse(ontology / "kg.ttl")
    try:
        _, report, text = run_shacl(data, shacl_graph=shapes, inplace=True)
    except Exception as error:  # its many error classes have no common base class
        raise OntologyError(
            f"is no valid SHACL ({error})", where=str(ontology / "shapes.ttl"), advice="mend it"
        ) from error
    if not isinstance(report, rdflib.Graph):
        raise OutputError(f"cannot be validated ({text})", where=str(graph), advice="run `kg build` again")
    return tuple(sorted(_violations(report, data)))


def _parse(path: Path) -> rdflib.Graph:
    """Return a parsed file that has also passed a stricter parser than rdflib's."""
    read_turtle(path)
    try:
        return rdflib.Graph().parse(data=path.read_text(encoding="utf-8-sig"), format="turtle")
    except (SyntaxError, ValueError, RecursionError) as error:
        reason = getattr(error, "_why", str(error))
        raise OntologyError(f"wrong Turtle: {reason}", where=str(path), advice="mend it") from error


def _load(path: Path) -> rdflib.Graph:
    graph = rdflib.Graph()
    for prefix, iri in PREFIXES.items():
        graph.bind(prefix, iri)
    with open_graph(path) as view:
        for quad in view.quads():
            graph.add((rdflib.URIRef(quad.subject), rdflib.URIRef(quad.predicate), _term(quad.object)))
    return graph


def _term(node: Node) -> rdflib.term.Node:
    if isinstance(node, Literal):
        datatype = rdflib.URIRef(node.datatype) if node.datatype else None
        return rdflib.Literal(node.text, lang=node.language or None, datatype=datatype)
    return rdflib.BNode(node[2:]) if node.startswith("_:") else rdflib.URIRef(node)


def _violations(report: rdflib.Graph, data: rdflib.Graph) -> Iterator[Violation]:
    for result in report.subjects(RDF.type, SH.ValidationResult):
        node, value = report.value(result, SH.focusNode), report.value(result, SH.value)
        kinds = {rdflib.URIRef(KG + "Relation"), rdflib.URIRef(KG + "Article")}
        if value is not None and kinds & set(data.objects(node, RDF.type)):
            node, value = value, None  # a shape on relations or articles reports statements
        message = str(report.value(result, SH.resultMessage))
        yield Violation(_document(node, data), _name(node, data), message, _name(value, data) if value else "")


def _document(node: rdflib.term.Node | None, data: rdflib.Graph) -> str:
    """Return the document of a node: its own, its article's, or that of the only article with statements about it."""
    statements = [node, *data.subjects(RDF.subject, node), *data.subjects(RDF.object, node), *data.subjects(None, node)]
    articles = {article for one in statements for article in (one, *data.objects(one, PROV.wasDerivedFrom))}
    documents = {str(name) for article in articles for name in data.objects(article, DCTERMS.identifier)}
    return documents.pop() if len(documents) == 1 else ""


def _name(node: rdflib.term.Node | None, data: rdflib.Graph) -> str:
    """Return a readable name of a node: a statement by its parts, others by label or IRI."""
    if (node, RDF.type, rdflib.URIRef(KG + "Statement")) in data:
        ends = [data.value(node, part) for part in (RDF.subject, RDF.predicate, RDF.object)]
        return f"{str(node).rpartition('/')[2]} ({' | '.join(_label(end, data) for end in ends)})"
    return _label(node, data)


def _label(node: rdflib.term.Node | None, data: rdflib.Graph) -> str:
    labels = sorted(data.objects(node, RDFS.label), key=lambda label: (getattr(label, "language", None) != "en", label))
    if labels:
        return str(labels[0])
    return str(node).rpartition("#")[2].rpartition("/")[2] if isinstance(node, rdflib.URIRef) else str(node)
