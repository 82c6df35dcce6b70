"""A SPARQL server made to harm who asks it: endless, huge, slow, or answering what nobody asked for."""

from __future__ import annotations

import gzip
import socket
import threading
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager, suppress
from itertools import chain, repeat

import pytest

from kg.errors import OutputError
from kg.rdf.quads import Literal
from kg.store.http_exchange import Bounds
from kg.store.remote_store import RemoteStore
from kg.store.sparql_service import Endpoint

G = "https://kg.example/g"
OK = b"HTTP/1.1 200 OK\r\n"
SMALL = Bounds(size=10_000)
BRIEF = Bounds(seconds=0.3)


@contextmanager
def sending(parts: Iterable[bytes], *, pause: float = 0.0) -> Iterator[str]:
    """Return the address of a server that answers the first request with these bytes, however many, and then ends."""
    ended = threading.Event()
    with socket.create_server(("127.0.0.1", 0)) as place:
        place.settimeout(5)

        def serve() -> None:
            with suppress(OSError), closing(place.accept()[0]) as line:
                line.recv(2**16)
                for part in parts:
                    line.sendall(part)
                    if ended.wait(pause):
                        return

        thread = threading.Thread(target=serve)
        thread.start()
        try:
            yield f"http://127.0.0.1:{place.getsockname()[1]}"
        finally:
            ended.set()
            place.close()
            thread.join()


def ask(address: str, bounds: Bounds = SMALL, question: str = "SELECT * { ?s ?p ?o }") -> object:
    return RemoteStore(Endpoint.at(address, {}, bounds=bounds)).window([G]).ask(question, {}).rows


def answer(body: bytes, kind: str = "application/sparql-results+json", more: str = "") -> bytes:
    head = f"Content-Type: {kind}\r\nContent-Length: {len(body)}\r\n{more}\r\n"
    return OK + head.encode() + body


CHUNK = b"1000\r\n" + b" " * 0x1000 + b"\r\n"


@pytest.mark.parametrize(
    "parts",
    [
        chain([OK + b"\r\n"], repeat(b" " * 4096)),
        chain([OK + b"Transfer-Encoding: chunked\r\n\r\n"], repeat(CHUNK)),
        [OK + b"Content-Length: 4000000000\r\n\r\n"],
    ],
    ids=["endless", "endless in chunks", "announced"],
)
def test_a_reply_that_is_too_large_is_given_up(parts: Iterable[bytes]) -> None:
    with sending(parts) as address, pytest.raises(OutputError, match="answers with more than 10000 bytes; check"):
        ask(address)


@pytest.mark.parametrize(
    "start",
    [OK + b"\r\n", b"", OK + b"X-Name: ", b"HTTP/1.1 500 Broken\r\n\r\n"],
    ids=["body", "status", "header", "error"],
)
def test_a_reply_that_drips_is_given_up(start: bytes) -> None:
    with (
        sending(chain([start], repeat(b"x")), pause=0.01) as address,
        pytest.raises(OutputError, match=r"has not ended its answer within 0\.3 seconds; try again"),
    ):
        ask(address, BRIEF)


def test_a_head_that_never_ends_is_given_up() -> None:
    with sending(chain([OK], repeat(b"X-Name: x\r\n"))) as address, pytest.raises(OutputError, match="speak HTTP"):
        ask(address)


BOMB = (
    b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;">]>'
    b'<sparql xmlns="http://www.w3.org/2005/sparql-results#">&b;</sparql>'
)
ROW = b'{"head": {"vars": ["s"]}, "results": {"bindings": [{"s": {"type": "uri", "value": "%s"}}]}}'


@pytest.mark.parametrize(
    "reply",
    [
        answer(b'{"head": {"vars": ["s"]}, "results": {"bindings": [{"s"'),
        answer(b""),
        answer(b"\xff\xfe{}"),
        answer(b"{" * 9_000),
        answer(b'{"head":' + b"[" * 9_000),
        answer(b'{"results": {"bindings": [' + b'{"s":' * 1_000),
        answer(b"<!doctype html><title>Hello</title>", "text/html"),
        answer(BOMB, "application/sparql-results+xml"),
        answer(gzip.compress(ROW % b"u:x", mtime=0), more="Content-Encoding: gzip\r\n"),
        answer(b'{"head": {"vars": ["s"]}, "results": {"bindings": [{"s": {"type": "what", "value": "x"}}]}}'),
        answer(b'{"head": {"vars": ["s"]}, "results": {"bindings": [{"s": {"type": "literal"}}]}}'),
        answer(b'{"head": {"vars": ["s"]}, "results": {"bindings": [7]}}'),
        answer(ROW % b"\\ud800"),
        answer(ROW % b"no iri"),
        answer(ROW.replace(b'"uri"', b'"literal", "datatype": "no iri"') % b"x"),
    ],
    ids=lambda reply: str(reply.partition(b"\r\n\r\n")[2][:30]),
)
@pytest.mark.parametrize("question", ["SELECT * { ?s ?p ?o }", "ASK {}", "CONSTRUCT WHERE { ?s ?p ?o }"])
def test_what_is_no_answer_is_told_in_one_line(reply: bytes, question: str) -> None:
    if b"Length: 0" in reply and question.startswith("CONSTRUCT"):
        return  # no triples are an answer
    with sending([reply]) as address, pytest.raises(OutputError, match="does not answer as a SPARQL server does"):
        ask(address, question=question)


@pytest.mark.parametrize(
    "body",
    [
        b"hello",
        b"<u:s> <u:p>",
        b"<s> <u:p> <u:o> .",
        b"<u:s> <u:p> <u:o o> .",
        b'<u:s> <u:p> "\xff" .',
        b"@prefix x: <u:> .",
    ],
)
def test_what_is_no_graph_is_told_in_one_line(body: bytes) -> None:
    with (
        sending([answer(body, "application/n-triples")]) as address,
        pytest.raises(OutputError, match="does not answer as a SPARQL server does"),
    ):
        list(RemoteStore(Endpoint.at(address, {}, bounds=SMALL)).find(G))


def test_a_type_that_is_not_the_one_asked_for_is_of_no_matter_where_the_body_is_right() -> None:
    with sending([answer(ROW % b"u:nordalia", "text/html")]) as address:
        assert ask(address) == (("u:nordalia",),)


@pytest.mark.parametrize("target", ["file:///etc/passwd", "http://127.0.0.1:1/", "ftp://nordalia.example/", "//"])
def test_a_redirect_is_not_followed_anywhere(target: str) -> None:
    reply = f"HTTP/1.1 302 Found\r\nLocation: {target}\r\nContent-Length: 0\r\n\r\n".encode()
    with sending([reply]) as address, pytest.raises(OutputError, match=f"sends elsewhere, to {target}"):
        ask(address)


def test_a_literal_of_an_answer_is_text_whatever_it_holds() -> None:
    body = b'{"head": {"vars": ["s"]}, "results": {"bindings": [{"s": {"type": "literal", "value": "<b>\\u0000"}}]}}'
    with sending([answer(body)]) as address:
        assert ask(address) == ((Literal("<b>\x00"),),)
