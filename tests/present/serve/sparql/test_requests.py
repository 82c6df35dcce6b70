"""What the SPARQL 1.1 Protocol asks of requests, https://www.w3.org/TR/sparql11-protocol/."""

from __future__ import annotations

import json

import pytest

from kg.present.serve.http.http_errors import RequestError
from kg.present.serve.sparql.requests import DIRECT, FORM, Asked, read_query
from kg.store.protocol import Dataset
from tests.present.serve.conftest import Server

SELECT = "SELECT ?label { ?s kg:leases_to/rdfs:label ?label }"
ROWS, GRAPH = "application/sparql-results+json", "text/turtle"
KG = "https://kg.example/ontology#"


def labels(text: str) -> list[str]:
    return [row["label"]["value"] for row in json.loads(text)["results"]["bindings"]]


def test_a_query_by_get(server: Server) -> None:
    reply = server.get(SELECT)
    assert (reply.status, reply.headers["content-type"], labels(reply.text)) == (200, ROWS, ["Oracle"])


def test_a_query_by_post_of_a_form(server: Server) -> None:
    reply = server.post(FORM, b"query=ASK+%7B+%3Fs+kg:leases_to+%3Fo+%7D")
    assert (reply.status, json.loads(reply.text)["boolean"]) == (200, True)


def test_a_query_by_post_as_it_is(server: Server) -> None:
    reply = server.post(f"{DIRECT}; charset=UTF-8", SELECT.encode())
    assert (reply.status, labels(reply.text)) == (200, ["Oracle"])


def test_a_form_may_be_sent_in_utf_8_without_encoding_it() -> None:
    assert read_query(FORM, "", "query=ASK{?s ?p 'Société'}".encode()) == Asked("ASK{?s ?p 'Société'}", None)


def test_the_head_alone(server: Server) -> None:
    reply = server.ask("HEAD", "/sparql?query=ASK%7B%7D")
    assert (reply.status, reply.body) == (200, b"")


@pytest.mark.parametrize(
    ("question", "accept", "begins"),
    [
        (SELECT, "application/sparql-results+xml", "<?xml"),
        (SELECT, "text/csv", "label\r\n"),
        (SELECT, "text/tab-separated-values", "?label\n"),
        ("CONSTRUCT WHERE { ?s kg:leases_to ?o }", "text/turtle", "@prefix"),
        ("CONSTRUCT WHERE { ?s kg:leases_to ?o }", "application/n-triples", "<https://"),
        ("CONSTRUCT WHERE { ?s kg:leases_to ?o }", "application/ld+json", '{\n "@context"'),
        ("DESCRIBE <https://kg.example/id/oracle>", "application/rdf+xml", "<?xml"),
        ("CONSTRUCT { _:a kg:of ?o } { ?s kg:leases_to ?o }", "application/ld+json", "{"),
        ("CONSTRUCT { _:a kg:of ?o } { ?s kg:leases_to ?o }", "text/turtle", "@prefix"),
    ],
)
def test_answers_come_in_the_format_that_is_asked_for(server: Server, question: str, accept: str, begins: str) -> None:
    reply = server.get(question, accept)
    told = f"{accept}; charset=utf-8" if accept.startswith("text/") else accept
    assert (reply.status, reply.headers["content-type"]) == (200, told)
    assert reply.text.startswith(begins)


@pytest.mark.parametrize(("question", "accept"), [(SELECT, "image/png"), (SELECT, GRAPH), ("DESCRIBE <u:x>", ROWS)])
def test_a_format_that_cannot_be_given_is_refused(server: Server, question: str, accept: str) -> None:
    assert server.get(question, accept).status == 406


def test_the_request_names_the_graphs_in_place_of_the_query(server: Server) -> None:
    question = "ASK FROM kg:planned { ?s kg:leases_to ?o }"
    found = [
        json.loads(server.get(question, **graphs).text)["boolean"]
        for graphs in ({}, {"default_graph_uri": KG + "asserted"}, {"default_graph_uri": KG + "planned"})
    ]
    assert found == [True, False, True]


def test_several_graphs_are_merged(server: Server) -> None:
    question = "SELECT (COUNT(*) AS ?label) { ?s ?p ?o }"
    both = server.post(
        FORM,
        f"query={question}&default-graph-uri={KG}asserted&default-graph-uri={KG}planned".replace("#", "%23").encode(),
    )
    each = [server.get(question, default_graph_uri=KG + name) for name in ("asserted", "planned")]
    assert int(labels(both.text)[0]) == sum(int(labels(one.text)[0]) for one in each) > 0


def test_only_the_named_graphs_of_the_request_are_there(server: Server) -> None:
    question = "SELECT ?label { GRAPH ?label { ?s kg:leases_to ?o } }"
    assert labels(server.get(question).text) == [KG + "planned"]
    assert labels(server.get(question, named_graph_uri=KG + "planned").text) == [KG + "planned"]
    assert labels(server.get(question, named_graph_uri=KG + "asserted").text) == []
    assert labels(server.get(question, default_graph_uri=KG + "planned").text) == []


@pytest.mark.parametrize(
    ("content_type", "address", "body", "status"),
    [
        (None, "query=ASK%7B%7D&query=ASK%7B%7D", b"", 400),
        (None, "default-graph-uri=http://x/", b"", 400),
        (None, "update=CLEAR+ALL", b"", 400),
        (None, "query=ASK%7B%7D&update=CLEAR+ALL", b"", 400),
        (None, "query=%ff%fe", b"", 400),
        (None, "query=ASK%7B%7D&default-graph-uri=relative", b"", 400),
        (None, "query=ASK%7B%7D&named-graph-uri=http://a%20b/", b"", 400),
        (None, "&".join(["a=b"] * 2000), b"", 400),
        (FORM, "", b"", 400),
        (FORM, "", b"update=CLEAR+ALL", 400),
        (FORM, "", b"query=ASK%7B%7D&query=ASK%7B%7D", 400),
        (FORM, "query=ASK%7B%7D", b"query=ASK%7B%7D", 400),
        (FORM, "", b"query=\xff", 400),
        (DIRECT, "query=ASK%7B%7D", b"ASK{}", 400),
        (DIRECT, "", "ASK{}".encode("utf-16"), 400),
        (f"{DIRECT}; charset=utf-16", "", "ASK{}".encode("utf-16"), 415),
        ("application/sparql-update", "", b"CLEAR ALL", 415),
        ("text/plain", "", b"ASK{}", 415),
        ("multipart/form-data; boundary=x", "", b"query=ASK{}", 415),
        ("", "", b"query=ASK{}", 415),
    ],
)
def test_what_is_no_request_of_the_protocol(content_type: str | None, address: str, body: bytes, status: int) -> None:
    with pytest.raises(RequestError) as caught:
        read_query(content_type, address, body)
    assert caught.value.status == status


def test_a_request_without_any_parameter_asks_for_the_description() -> None:
    assert read_query(None, "", b"") is None


def test_the_graphs_of_a_request_are_kept_in_order() -> None:
    asked = read_query(DIRECT, "default-graph-uri=u:b&default-graph-uri=u:a&named-graph-uri=u:c", b"ASK{}")
    assert asked == Asked("ASK{}", Dataset(("u:b", "u:a"), ("u:c",)))


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH"])
def test_other_methods_are_refused(server: Server, method: str) -> None:
    reply = server.ask(method, "/sparql")
    assert (reply.status, sorted(reply.headers["allow"].split(", "))) == (405, ["GET", "HEAD", "OPTIONS", "POST"])


def test_the_methods_can_be_asked_for(server: Server) -> None:
    assert server.ask("OPTIONS", "/sparql").headers["allow"] == "GET, HEAD, POST, OPTIONS"


@pytest.mark.parametrize(
    ("question", "reason"),
    [
        ("SELECT ?s { ?s ?p", "wrong SPARQL at 1:"),
        ("INSERT DATA { <u:a> <u:b> <u:c> }", "INSERT would change the graph"),
        ("LOAD <file:///etc/passwd>", "LOAD would change the graph"),
        ("SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }", "SERVICE asks another server"),
    ],
)
def test_a_wrong_or_refused_query_gets_one_line(server: Server, question: str, reason: str) -> None:
    reply = server.get(question)
    assert (reply.status, reply.headers["content-type"]) == (400, "text/plain; charset=utf-8")
    assert reason in reply.text
    assert reply.text.count("\n") == 1


def test_a_body_over_the_limit_is_not_read(server: Server) -> None:
    assert server.post(DIRECT, b"ASK{}" + b" " * 500_000).status == 413


def test_a_compressed_body_is_not_taken(server: Server) -> None:
    headers = {"Content-Type": DIRECT, "Content-Encoding": "gzip"}
    assert server.ask("POST", "/sparql", headers, b"x").status == 415


@pytest.mark.parametrize("path", ["/sparql", "/.well-known/void"])
@pytest.mark.parametrize(("accept", "begins"), [("*/*", "@prefix"), ("application/rdf+xml", "<?xml")])
def test_the_service_describes_itself(server: Server, path: str, accept: str, begins: str) -> None:
    reply = server.ask("GET", path, {"Accept": accept})
    assert (reply.status, reply.text.startswith(begins)) == (200, True)
    assert "sparql-service-description#" in reply.text
    assert server.endpoint in reply.text


def test_no_rows_can_describe_the_service(server: Server) -> None:
    assert server.ask("GET", "/sparql", {"Accept": "text/csv"}).status == 406
