"""The endpoint's self-description: its service description, and statistics of the graph in VoID.

https://www.w3.org/TR/sparql11-service-description/ and https://www.w3.org/TR/void/
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kg.rdf.namespaces import DCTERMS, KG, PREFIXES, RDF
from kg.rdf.quads import Literal, Node, Quad
from kg.store.protocol import View

__all__ = ["describe_service"]

SD = "http://www.w3.org/ns/sparql-service-description#"
VOID = "http://rdfs.org/ns/void#"
FORMATS = "http://www.w3.org/ns/formats/"
_ROWS = ("SPARQL_Results_JSON", "SPARQL_Results_XML", "SPARQL_Results_CSV", "SPARQL_Results_TSV")
_TRIPLES = ("Turtle", "N-Triples", "JSON-LD", "RDF_XML")
_TITLE = "Deals told by news articles, each edge with its evidence"
GRAPHS = "SELECT ?graph (COUNT(*) AS ?count) { GRAPH ?graph { ?s ?p ?o } } GROUP BY ?graph ORDER BY ?graph"
CLASSES = "SELECT ?class (COUNT(DISTINCT ?s) AS ?count) { ?s a ?class } GROUP BY ?class ORDER BY ?class"
PROPERTIES = "SELECT ?p (COUNT(*) AS ?count) { ?s ?p ?o } GROUP BY ?p ORDER BY ?p"
SUBJECTS = "SELECT (COUNT(DISTINCT ?s) AS ?count) { ?s ?p ?o }"
ARTICLES = "SELECT (COUNT(?s) AS ?count) { ?s a kg:Article }"


@dataclass(frozen=True, slots=True)
class _Node:
    """A subject, with methods that create its triples."""

    iri: str

    def is_a(self, *classes: str) -> Iterator[Quad]:
        for cls in classes:
            yield Quad(self.iri, RDF + "type", cls)

    def has(self, predicate: str, *entities: Node) -> Iterator[Quad]:
        for entity in entities:
            yield Quad(self.iri, predicate, entity)


def describe_service(view: View, address: str) -> list[Quad]:
    """Return the description of the endpoint at `address` and of its graph, without blank nodes."""
    service, dataset, default = _Node(address), _Node(f"{address}#dataset"), _Node(f"{address}#default-graph")
    counted = _counts(view, GRAPHS)
    return [
        *service.is_a(SD + "Service"),
        *service.has(SD + "endpoint", address),
        *service.has(SD + "supportedLanguage", SD + "SPARQL11Query"),
        *service.has(SD + "resultFormat", *(FORMATS + name for name in (*_ROWS, *_TRIPLES))),
        *service.has(SD + "defaultDataset", dataset.iri),
        *dataset.is_a(SD + "Dataset", VOID + "Dataset"),
        *dataset.has(DCTERMS + "title", Literal(_TITLE, language="en")),
        *dataset.has(VOID + "sparqlEndpoint", address),
        *dataset.has(SD + "defaultGraph", default.iri),
        *default.is_a(SD + "Graph", VOID + "Dataset"),
        *_default_graph(view, default),
        *(quad for number, row in enumerate(counted, 1) for quad in _named_graph(dataset, number, *row)),
    ]


def _default_graph(view: View, graph: _Node) -> Iterator[Quad]:
    properties = _counts(view, PROPERTIES)
    yield from graph.has(VOID + "triples", Literal.of_integer(sum(count for _, count in properties)))
    yield from graph.has(VOID + "distinctSubjects", Literal.of_integer(_counts(view, SUBJECTS)[0][1]))
    yield from graph.has(VOID + "documents", Literal.of_integer(_counts(view, ARTICLES)[0][1]))
    yield from graph.has(VOID + "vocabulary", *_vocabularies([iri for iri, _ in properties]))
    for number, (iri, count) in enumerate(_counts(view, CLASSES), 1):
        part = _Node(f"{graph.iri}-class-{number}")
        yield from graph.has(VOID + "classPartition", part.iri)
        yield from (*part.has(VOID + "class", iri), *part.has(VOID + "entities", Literal.of_integer(count)))
    for number, (iri, count) in enumerate(properties, 1):
        part = _Node(f"{graph.iri}-property-{number}")
        yield from graph.has(VOID + "propertyPartition", part.iri)
        yield from (*part.has(VOID + "property", iri), *part.has(VOID + "triples", Literal.of_integer(count)))


def _named_graph(dataset: _Node, number: int, name: str, count: int) -> Iterator[Quad]:
    named, graph = _Node(f"{dataset.iri}-graph-{number}"), _Node(f"{dataset.iri}-graph-{number}-triples")
    yield from dataset.has(SD + "namedGraph", named.iri)
    yield from (*named.is_a(SD + "NamedGraph"), *named.has(SD + "name", name), *named.has(SD + "graph", graph.iri))
    yield from (*graph.is_a(SD + "Graph"), *graph.has(VOID + "triples", Literal.of_integer(count)))


def _vocabularies(iris: list[str]) -> list[str]:
    return sorted({start for start in (*PREFIXES.values(), KG) for iri in iris if iri.startswith(start)})


def _counts(view: View, question: str) -> list[tuple[str, int]]:
    """Return each counted item with its count; for a single count, the item is empty."""
    rows = [["", *row][-2:] for row in view.ask(question, {}).rows]
    return [(str(name), int(count.text)) for name, count in rows if isinstance(count, Literal)]
