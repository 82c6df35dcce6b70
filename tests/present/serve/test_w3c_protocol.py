"""The tests of the W3C's suite for the SPARQL 1.1 Protocol, under its own names, asked of a running server.

https://w3c.github.io/rdf-tests/sparql/sparql11/protocol/ tells what each sends and what has to come back. All 34 of the
suite are here, with data of our own. The sixteen for queries and the eight requests that are wrong queries or ask for
no query hold as the suite has them. The service only reads, so of the others the eight that update (`update_…`) have
to be refused like the six wrong updates (`bad_…update…`), and to leave the graph as it was. What the suite asks after
an update, to see what it did, is left out: nothing was done.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import quote, urlencode

import pytest

from kg.present.serve.sparql.requests import DIRECT, FORM
from tests.present.serve.conftest import Reply, Server, running

pytestmark = pytest.mark.process

BASE = "http://graphs.example/"
ONE, TWO, THREE = (f"{BASE}{name}" for name in ("one", "two", "three"))
DATA = "\n".join(f"<{graph}> {{ <{graph}> a <{BASE}Document> }}" for graph in (ONE, TWO, THREE))
UPDATE = "application/sparql-update"

ROWS = {"application/sparql-results+json", "application/sparql-results+xml", "text/csv", "text/tab-separated-values"}
BOOLEAN = {"application/sparql-results+json", "application/sparql-results+xml"}
TRIPLES = {"application/rdf+xml", "text/turtle", "application/n-triples", "application/ld+json"}


@dataclass(frozen=True)
class Sent:
    """A request: what follows the `?`, and the body with its type; without a body it is a GET."""

    address: str = ""
    body: str | None = None
    kind: str | None = None
    method: str = ""
    encoding: str = "utf-8"

    def to(self, server: Server) -> Reply:
        path = f"/sparql?{self.address}" if self.address else "/sparql"
        headers = {} if self.kind is None else {"Content-Type": self.kind}
        body = None if self.body is None else self.body.encode(self.encoding)
        return server.ask(self.method or ("GET" if body is None else "POST"), path, headers, body)


def graphs(**named: tuple[str, ...]) -> str:
    """Return fields that name graphs, as they stand in an address."""
    return urlencode([(f"{name.replace('_', '-')}-uri", graph) for name, given in named.items() for graph in given])


def direct(question: str, address: str = "") -> Sent:
    return Sent(address, question, DIRECT)


BOTH = f"ASK {{ <{ONE}> a ?a . <{TWO}> a ?b }}"
ANY = "ASK { GRAPH ?g { ?s ?p ?o } }"
BOTH_DEFAULT, BOTH_NAMED = graphs(default_graph=(ONE, TWO)), graphs(named_graph=(ONE, TWO))

TRUE = {
    "query_get": Sent("query=ASK%20%7B%7D"),
    "query_post_form": Sent(body="query=ASK%20%7B%7D", kind=FORM),
    "query_post_direct": direct("ASK {}"),
    "query_dataset_default_graphs_get": Sent(f"query={quote(BOTH)}&{BOTH_DEFAULT}"),
    "query_dataset_default_graphs_post": direct(BOTH, BOTH_DEFAULT),
    "query_dataset_named_graphs_get": Sent(f"query={quote(ANY)}&{BOTH_NAMED}"),
    "query_dataset_named_graphs_post": direct(ANY, BOTH_NAMED),
}
TYPES = {
    "query_content_type_select": ("SELECT (1 AS ?value) {}", ROWS),
    "query_content_type_ask": ("ASK {}", BOOLEAN),
    "query_content_type_describe": ("DESCRIBE <http://example.org/>", TRIPLES),
    "query_content_type_construct": ("CONSTRUCT { <s> <p> 1 } WHERE {}", TRIPLES),
}
ALONE = {"query_dataset_full", "query_multiple_dataset"}
BAD_QUERIES = {
    "bad_query_method": Sent("query=ASK%20%7B%7D", method="PUT"),
    "bad_multiple_queries": Sent("query=ASK%20%7B%7D&query=SELECT%20%2A%20%7B%7D"),
    "bad_query_wrong_media_type": Sent(body="ASK {}", kind="text/plain"),
    "bad_query_missing_form_type": Sent(body="query=ASK%20%7B%7D"),
    "bad_query_missing_direct_type": Sent(body="ASK {}"),
    "bad_query_non_utf8": Sent(body="ASK {}", kind=f"{DIRECT}; charset=UTF-16", encoding="utf-16"),
    "bad_query_syntax": Sent("query=ASK%20%7B"),
}
ADDING = f"CLEAR ALL ; INSERT DATA {{ GRAPH <{ONE}> {{ <{ONE}> a <{BASE}Copy> }} }}"
WITH = f"WITH <{ONE}> DELETE {{ ?s ?p ?o }} INSERT {{ ?o ?p ?s }} WHERE {{ ?s ?p ?o }}"
UPDATES = {
    "update_dataset_default_graph": Sent(graphs(using_graph=(ONE,)), ADDING, UPDATE),
    "update_dataset_default_graphs": Sent(graphs(using_graph=(ONE, TWO)), ADDING, UPDATE),
    "update_dataset_named_graphs": Sent(graphs(using_named_graph=(ONE, TWO)), ADDING, UPDATE),
    "update_dataset_full": Sent(graphs(using_graph=(ONE,), using_named_graph=(TWO,)), ADDING, UPDATE),
    "update_post_form": Sent(body="update=CLEAR%20ALL", kind=FORM),
    "update_post_direct": Sent(body="CLEAR ALL", kind=UPDATE),
    "update_base_uri": Sent(body=f"INSERT DATA {{ GRAPH <{ONE}> {{ <{ONE}> a <test> }} }}", kind=UPDATE),
    "bad_update_get": Sent("update=CLEAR%20ALL"),
    "bad_multiple_updates": Sent(body="update=CLEAR%20NAMED&update=CLEAR%20DEFAULT", kind=FORM),
    "bad_update_wrong_media_type": Sent(body="CLEAR NAMED", kind="text/plain"),
    "bad_update_missing_form_type": Sent(body="update=CLEAR%20NAMED"),
    "bad_update_non_utf8": Sent(body="CLEAR NAMED", kind=f"{UPDATE}; charset=UTF-16", encoding="utf-16"),
    "bad_update_syntax": Sent(body="update=CLEAR%20XYZ", kind=FORM),
    "bad_update_dataset_conflict": Sent(body=f"{graphs(using_named_graph=(ONE,))}&update={quote(WITH)}", kind=FORM),
}


@pytest.fixture(name="suite", scope="module")
def _suite(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    folder = tmp_path_factory.mktemp("suite")
    (folder / "graph.trig").write_text(DATA)
    with running(folder) as server:
        yield server


def media_type(reply: Reply) -> str:
    return reply.headers["content-type"].partition(";")[0]


def test_every_test_of_the_suite_is_here() -> None:
    assert len({*TRUE, *TYPES, *ALONE, *BAD_QUERIES, *UPDATES}) == 34


@pytest.mark.parametrize("name", TRUE)
def test_a_query_is_answered_with_yes(suite: Server, name: str) -> None:
    reply = TRUE[name].to(suite)
    assert (reply.status, media_type(reply) in BOOLEAN) == (200, True)
    assert json.loads(reply.text)["boolean"] is True


def test_query_dataset_full(suite: Server) -> None:
    dataset = graphs(default_graph=(THREE,), named_graph=(ONE, TWO))
    reply = direct("SELECT ?g ?x ?s { ?x ?y ?o GRAPH ?g { ?s ?p ?o } }", dataset).to(suite)
    rows = json.loads(reply.text)["results"]["bindings"]
    found = sorted(tuple(row[name]["value"] for name in "gxs") for row in rows)
    assert (reply.status, found) == (200, [(ONE, THREE, ONE), (TWO, THREE, TWO)])


def test_query_multiple_dataset(suite: Server) -> None:
    reply = direct(f"ASK FROM <{ONE}> {{ <{ONE}> ?p ?o }}", graphs(default_graph=(TWO,))).to(suite)
    assert (reply.status, json.loads(reply.text)["boolean"]) == (200, False)


@pytest.mark.parametrize("name", TYPES)
def test_an_answer_has_a_type_that_fits_it(suite: Server, name: str) -> None:
    question, types = TYPES[name]
    reply = direct(question).to(suite)
    assert (reply.status, media_type(reply) in types) == (200, True)


@pytest.mark.parametrize("name", [*BAD_QUERIES, *UPDATES])
def test_what_is_wrong_or_an_update_is_refused_and_changes_nothing(suite: Server, name: str) -> None:
    everything = "CONSTRUCT { ?s ?p ?o } { GRAPH ?g { ?s ?p ?o } }"
    before = direct(everything).to(suite).text
    reply = (BAD_QUERIES | UPDATES)[name].to(suite)
    assert 400 <= reply.status < 500
    assert reply.text.count("\n") <= 1
    assert direct(everything).to(suite).text == before
    assert ONE in before
