"""The tests of the W3C's suite for service descriptions, under its own names, asked of a running server.

https://w3c.github.io/rdf-tests/sparql/sparql11/service-description/ has three, and all are here. The last holds the
description against the terms of https://www.w3.org/TR/sparql11-service-description/ with what each may join.
"""

from __future__ import annotations

import pytest
from rdflib import RDF, Graph, Namespace, URIRef

from tests.present.serve.conftest import Server

SD = Namespace("http://www.w3.org/ns/sparql-service-description#")

# The class of the subject, and that of the object where the description has to say it.
SCHEMA = {
    SD.endpoint: (SD.Service, None),
    SD.supportedLanguage: (SD.Service, None),
    SD.resultFormat: (SD.Service, None),
    SD.defaultDataset: (SD.Service, SD.Dataset),
    SD.defaultGraph: (SD.Dataset, SD.Graph),
    SD.namedGraph: (SD.Dataset, SD.NamedGraph),
    SD.name: (SD.NamedGraph, None),
    SD.graph: (SD.NamedGraph, SD.Graph),
}
LANGUAGES = {SD.SPARQL10Query, SD.SPARQL11Query, SD.SPARQL11Update}


@pytest.fixture(name="described")
def _described(server: Server) -> Graph:
    reply = server.ask("GET", "/sparql")
    assert reply.status == 200
    return Graph().parse(data=reply.text, format=reply.headers["content-type"].partition(";")[0])


def test_returns_rdf(described: Graph) -> None:
    assert len(described) > 0


def test_has_endpoint_triple(described: Graph, server: Server) -> None:
    (service,) = described.subjects(SD.endpoint, URIRef(server.endpoint))
    assert (service, RDF.type, SD.Service) in described


def test_conforms_to_schema(described: Graph) -> None:
    told = [(s, p, o) for s, p, o in described if str(p).startswith(str(SD))]
    assert {p for _, p, _ in told} == SCHEMA.keys()
    for subject, term, entity in told:
        kind, other = SCHEMA[URIRef(str(term))]
        assert (subject, RDF.type, kind) in described
        assert isinstance(entity, URIRef)
        assert other is None or (entity, RDF.type, other) in described
    assert set(described.objects(None, SD.supportedLanguage)) <= LANGUAGES
    assert all(
        len(set(described.objects(graph, SD.name))) == 1 for graph in described.subjects(RDF.type, SD.NamedGraph)
    )
