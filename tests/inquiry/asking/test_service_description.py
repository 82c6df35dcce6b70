from __future__ import annotations

from kg.inquiry.asking.service_description import SD, VOID, describe_service
from kg.rdf.namespaces import KG, RDF, XSD
from kg.rdf.quads import Literal, Quad
from kg.store.oxigraph import OxigraphStore

SERVICE = "http://localhost/sparql"
NORDALIA, KERLAN = "https://kg.example/id/nordalia", "https://kg.example/id/kerlan"


def described() -> set[tuple[str, str, object]]:
    store = OxigraphStore.in_memory()
    with store.writer() as writer:
        writer.add(
            [Quad(NORDALIA, KG + "funds", KERLAN, KG + "asserted"), Quad(NORDALIA, RDF + "type", KG + "Company")]
        )
    return {(quad.subject, quad.predicate, quad.object) for quad in describe_service(store.view(), SERVICE)}


def number(count: int) -> Literal:
    return Literal(str(count), XSD + "integer")


def test_the_service_tells_its_address_and_language() -> None:
    assert {
        (SERVICE, RDF + "type", SD + "Service"),
        (SERVICE, SD + "endpoint", SERVICE),
        (SERVICE, SD + "supportedLanguage", SD + "SPARQL11Query"),
    } <= described()


def test_the_default_graph_tells_what_it_holds() -> None:
    graph = f"{SERVICE}#default-graph"
    assert {
        (f"{SERVICE}#dataset", SD + "defaultGraph", graph),
        (graph, VOID + "triples", number(2)),
        (f"{graph}-class-1", VOID + "class", KG + "Company"),
        (f"{graph}-class-1", VOID + "entities", number(1)),
        (f"{graph}-property-2", VOID + "property", KG + "funds"),
        (f"{graph}-property-2", VOID + "triples", number(1)),
    } <= described()


def test_each_named_graph_has_its_name_and_its_size() -> None:
    named = f"{SERVICE}#dataset-graph-1"
    assert {
        (named, SD + "name", KG + "asserted"),
        (named, SD + "graph", f"{named}-triples"),
        (f"{named}-triples", VOID + "triples", number(1)),
    } <= described()
