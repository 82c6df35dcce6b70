"""Requests that are broken or hostile: each gets one line and a status of 4xx, and the server goes on."""

from __future__ import annotations

import json
import socket
from contextlib import suppress
from urllib.parse import quote, urlsplit

import pytest
from starlette.requests import Request
from starlette.types import Message

from kg.inquiry.asking.forkserver import Charge
from kg.present.serve.http.http_errors import RequestError
from kg.present.serve.http.workers import Workers
from kg.present.serve.sparql.endpoint import Endpoint
from kg.present.serve.sparql.requests import DIRECT, FORM
from tests.present.serve.conftest import Server, awaited

ASK = "query=ASK%7B%7D"


def goes_on(server: Server) -> bool:
    return json.loads(server.get("ASK { ?s ?p ?o }").text)["boolean"] is True


@pytest.mark.parametrize(
    "address",
    [
        "query=%",
        "query=%zz",
        "query=%ff",
        "query=%00",
        "query=%ED%A0%80",
        "query=",
        "query",
        "=ASK",
        f"query={quote('ASK { <a b> ?p ?o }')}",
        f"query={quote('ASK { <http://a/%zz> ?p ?o }')}",
        f"{ASK}&default-graph-uri=http://a/%25zz",
        f"{ASK}&default-graph-uri=http://a%3Cb/",
        f"{ASK}&default-graph-uri=",
        f"{ASK}&named-graph-uri=a%0Ab",
        f"{ASK}&named-graph-uri=%00",
        f"{ASK}&default-graph-uri=http://a/%ED%A0%80",
        f"{ASK}&" + "&".join(["default-graph-uri=http://a/"] * 1_001),
    ],
    ids=lambda address: address[:50],
)
def test_a_broken_parameter_is_told(server: Server, address: str) -> None:
    reply = server.ask("GET", f"/sparql?{address}")
    assert 400 <= reply.status < 500
    assert reply.headers["content-type"].startswith("text/plain")
    assert (reply.text.count("\n"), "unexpected" in reply.text, "Traceback" in reply.text) == (1, False, False)


@pytest.mark.parametrize("graph", ["http://société.example/é", "http://a/" + "x" * 50_000, "urn:x", "u:%C3%A9"])
def test_an_odd_graph_is_one_that_is_not_there(server: Server, graph: str) -> None:
    reply = server.get("ASK { ?s ?p ?o }", default_graph_uri=graph)
    assert (reply.status, json.loads(reply.text)["boolean"]) == (200, False)


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        (DIRECT, b"\x00" * 1_000),
        (DIRECT, b"\xff\xfe" + "ASK {}".encode("utf-16-le")),
        (DIRECT, b"ASK { ?s ?p '" + b"x" * 99_900 + b"' } ASK {}"),
        (DIRECT, b"ASK { ?s ?p '" + b"x" * 200_000 + b"' }"),
        (DIRECT, b"ASK { <" + b"x" * 200_000 + b"> ?p ?o }"),
        (DIRECT, b"(" * 100_000),
        (DIRECT, b"\xed\xa0\x80"),
        (DIRECT, b"ASK { ?s ?p '\\uD800' }"),
        (FORM, b"query=" + b"%28" * 100_000),
        (FORM, b"&" * 100_000),
        (FORM, b"query=%ED%A0%80"),
        ("application/sparql-query; charset=\xff", b"ASK {}"),
        ("application/" + "x" * 5_000, b"ASK {}"),
        ("application/rdf+xml", b'<!DOCTYPE r [<!ENTITY a "aaaa">]><r>&a;</r>'),
    ],
    ids=lambda part: str(part[:25]),
)
def test_a_broken_body_is_told(server: Server, kind: str, body: bytes) -> None:
    reply = server.ask("POST", "/sparql", {"Content-Type": kind}, body)
    assert 400 <= reply.status < 500
    assert (reply.text.count("\n"), "Traceback" in reply.text) == (1, False)
    assert len(reply.text) < 500


@pytest.mark.parametrize(
    "path",
    [
        *["/id/%00", "/id/%ff", "/id/%zz", "/id/%EF%BF%BD", "/id/%5B", "/id/../../etc/passwd", "/id/" + "x" * 50_000],
        *[
            "/article/%00",
            "/article/%ff",
            "/article/%3E",
            "/article/..%2F..%2Fetc%2Fpasswd",
            "/article/" + "x" * 50_000,
        ],
        *["/static/..%2Fapp.py", "/static/%2e%2e/app.py", "/static/..%252Fapp.py", "/static/%c0%ae%c0%ae", "/nowhere"],
    ],
    ids=lambda path: path[:30],
)
@pytest.mark.parametrize("accept", ["text/html", "text/turtle"])
def test_what_has_a_broken_name_is_not_there(server: Server, path: str, accept: str) -> None:
    reply = server.ask("GET", path, {"Accept": accept})
    assert (reply.status, reply.text.count("\n")) == (404, 1)
    assert len(reply.text) < 400


def test_another_method_is_told_in_one_line(server: Server) -> None:
    reply = server.ask("DELETE", "/sparql")
    assert (reply.status, reply.text) == (405, "method not allowed here; ask for it by GET\n")
    assert "GET" in reply.headers["allow"]


def test_a_client_that_goes_in_the_middle_of_a_body_is_no_error_of_ours() -> None:
    async def gone() -> Message:
        return {"type": "http.disconnect"}

    request = Request({"type": "http", "method": "POST", "headers": [], "query_string": b""}, gone)
    endpoint = Endpoint(Workers(Charge("", "", "")))
    with pytest.raises(RequestError, match="the client has gone"):
        awaited(endpoint.respond(request))


RAW = [
    b"GET /sparql?query=" + b"x" * 2_000_000 + b" HTTP/1.1\r\nHost: localhost\r\n\r\n",
    b"GET /sparql HTTP/1.1\r\nHost: localhost\r\nX-Name: " + b"x" * 2_000_000 + b"\r\n\r\n",
    b"GET /sparql HTTP/9.9\r\n\r\n",
    b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n",
    b"POST /sparql HTTP/1.1\r\nHost: localhost\r\nContent-Length: -1\r\n\r\n",
    b"POST /sparql HTTP/1.1\r\nHost: localhost\r\nContent-Length: 4000000000\r\n\r\n",
    b"POST /sparql HTTP/1.1\r\nHost: localhost\r\nContent-Length: 3\r\nContent-Length: 4\r\n\r\nabcd",
    b"POST /sparql HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
    b"GET /sparql HTTP/1.1\r\nHost: localhost\r\nHost: localhost\r\n\r\n",
]


@pytest.mark.parametrize("request_of", RAW, ids=lambda raw: str(raw[:60]))
def test_what_is_no_http_is_refused(server: Server, request_of: bytes) -> None:
    address = urlsplit(server.address)
    with socket.create_connection((address.hostname, address.port), timeout=20) as line:
        with suppress(OSError):  # the server has heard enough
            line.sendall(request_of)
        try:
            status = line.recv(12)
        except ConnectionError:
            status = b""
    assert status.startswith(b"HTTP/1.1 4") or not status
    assert goes_on(server)
