"""A SPARQL server that answers wrong, late or not at all: each time one clear line."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from kg.errors import OutputError, QueryError
from kg.rdf.quads import Literal, Quad
from kg.store.http_exchange import Bounds
from kg.store.remote_store import RemoteStore
from kg.store.sparql_service import Endpoint
from tests.server import free_port

ASK = [("query", "ASK {}")]
SECRET = {"KG_STORE_USER": "anna", "KG_STORE_PASSWORD": "s3cret"}


@contextmanager
def answering(status: int, body: str = "", **headers: str) -> Iterator[tuple[str, list[dict[str, str]]]]:
    """Return the address of a server that answers all requests in one way, and the headers of those it got."""
    got: list[dict[str, str]] = []

    class Handler(BaseHTTPRequestHandler):
        def answer(self) -> None:
            got.append({"at": self.path, **dict(self.headers)})
            self.rfile.read(int(self.headers.get("Content-Length", 0)))
            self.send_response(status)
            for name, value in {"Content-Length": str(len(body.encode())), **headers}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body.encode())

        do_GET = do_POST = answer  # noqa: N815 - as http.server calls them

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    with HTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}", got
        finally:
            server.shutdown()
            thread.join()


def test_an_address_without_a_path_is_that_of_oxigraph() -> None:
    found = Endpoint.at("http://localhost:7878/", {})
    assert (found.query, found.update, found.graphs) == (
        "http://localhost:7878/query",
        "http://localhost:7878/update",
        "http://localhost:7878/store",
    )


def test_an_address_with_a_path_is_that_of_a_dataset_of_fuseki() -> None:
    found = Endpoint.at("https://graph.nordalia.example/news", {})
    assert (found.query, found.graphs) == (
        "https://graph.nordalia.example/news/query",
        "https://graph.nordalia.example/news/data",
    )


@pytest.mark.parametrize(
    "address", ["http://", "http:///news", "ftp://localhost", "http://localhost:port", "http://a b", "http://a/?q"]
)
def test_what_is_no_address_is_said_to_be_none(address: str) -> None:
    with pytest.raises(OutputError, match="is no address of a server; write it as http://localhost:7878"):
        Endpoint.at(address, {})


def test_a_password_in_an_address_is_refused_and_not_repeated() -> None:
    with pytest.raises(OutputError, match="KG_STORE_PASSWORD") as caught:
        Endpoint.at("http://anna:s3cret@localhost:7878", {})
    assert "s3cret" not in str(caught.value)


@pytest.mark.parametrize(
    ("environment", "sent"),
    [
        (SECRET, "Basic YW5uYTpzM2NyZXQ="),
        ({"KG_STORE_TOKEN": "t0ken"}, "Bearer t0ken"),
        ({}, None),
    ],
)
def test_the_environment_says_who_asks(environment: dict[str, str], sent: str | None) -> None:
    with answering(200, "{}") as (address, got):
        Endpoint.at(address, environment).ask(ASK, "text/plain")
    assert got[0].get("Authorization") == sent


@pytest.mark.parametrize(
    "environment", [{"KG_STORE_USER": "anna"}, {"KG_STORE_PASSWORD": "s3cret"}, {"KG_STORE_TOKEN": "s3cret\r\nHost: x"}]
)
def test_a_login_that_is_none_is_refused_and_not_repeated(environment: dict[str, str]) -> None:
    with pytest.raises(OutputError, match="KG_STORE_") as caught:
        Endpoint.at("http://localhost:7878", environment)
    assert "s3cret" not in str(caught.value)


@pytest.mark.parametrize(
    ("status", "body", "told"),
    [
        (401, "who?", "refuses access; set KG_STORE_USER"),
        (403, "", "refuses access"),
        (404, "", "is no SPARQL server; name it as"),
        (500, "disk\nfull", "answers 500: disk full; look into the log"),
        (503, "<html>busy</html>", "answers 503; look"),
    ],
)
def test_a_refusal_is_told_in_one_line_without_a_secret(status: int, body: str, told: str) -> None:
    with answering(status, body) as (address, _), pytest.raises(OutputError, match=told) as caught:
        Endpoint.at(address, SECRET).change("CLEAR ALL")
    assert str(caught.value).startswith(address)
    assert "s3cret" not in repr(caught.value) + repr(Endpoint.at(address, SECRET))


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_a_redirect_is_told_and_not_followed(status: int) -> None:
    with answering(200) as (other, got), answering(status, Location=other) as (address, _):
        endpoint = Endpoint.at(address, SECRET)
        reading = partial(endpoint.ask, ASK, "*/*"), partial(endpoint.graph, "", "*/*")
        for act in (partial(endpoint.change, "CLEAR ALL"), *reading):
            with pytest.raises(OutputError, match=f"sends elsewhere, to {other}; name that address"):
                act()
    assert got == []


def test_a_server_that_is_not_there_is_told() -> None:
    with pytest.raises(OutputError, match="refuses the connection; start the server"):
        Endpoint.at(f"http://127.0.0.1:{free_port()}", {}).change("CLEAR ALL")


def test_a_host_that_is_none_is_told() -> None:
    with pytest.raises(OutputError, match="cannot be reached"):
        Endpoint.at("http://a..b", {}).change("CLEAR ALL")


def test_a_silent_server_is_given_up() -> None:
    with HTTPServer(("127.0.0.1", 0), BaseHTTPRequestHandler) as silent:
        address = f"http://127.0.0.1:{silent.server_port}"
        with pytest.raises(OutputError, match=r"gave no answer within 0\.05 seconds; try again"):
            Endpoint.at(address, {}, bounds=Bounds(silence=0.05)).change("CLEAR ALL")


def test_an_answer_that_ends_too_early_is_told() -> None:
    with answering(200, "{", **{"Content-Length": "9"}) as (address, _), pytest.raises(OutputError, match="its end"):
        Endpoint.at(address, {}).ask(ASK, "*/*")


@pytest.mark.parametrize("question", ["SELECT * { ?s ?p ?o }", "CONSTRUCT WHERE { ?s ?p ?o }"])
def test_an_answer_that_is_not_sparql_is_told(question: str) -> None:
    with answering(200, "<html>hello</html>") as (address, _), pytest.raises(OutputError, match="as a SPARQL server"):
        RemoteStore(Endpoint.at(address, {})).window(["https://kg.example/g"]).ask(question, {})


def test_a_graph_that_is_not_rdf_is_told() -> None:
    with answering(200, "hello") as (address, _), pytest.raises(OutputError, match="as a SPARQL server"):
        list(RemoteStore(Endpoint.at(address, {})).find("https://kg.example/g"))


def test_a_query_that_a_server_calls_wrong_is_wrong() -> None:
    with (
        answering(400, "Lexical error") as (address, _),
        pytest.raises(QueryError, match="SPARQL: Lexical error"),
    ):
        RemoteStore(Endpoint.at(address, {})).window([]).ask("SELECT * {", {})


def test_a_blank_node_is_refused_before_anything_is_sent() -> None:
    with (
        pytest.raises(OutputError, match="a blank node cannot"),
        RemoteStore.at("http://localhost:1").writer() as writer,
    ):
        writer.add([Quad("_:b", "https://kg.example/p", Literal("1"))])


def test_a_wrong_query_is_told_by_the_words_before_it(empty_server: str) -> None:
    with pytest.raises(QueryError, match=r"wrong SPARQL at 2:13, after “SELECT \* { \?x a foo:bar”: Prefix not found"):
        RemoteStore.at(empty_server).window([]).ask("SELECT * {\n?x a foo:bar }", {})
