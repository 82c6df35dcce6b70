"""Clients that hold a connection: each is let go of, and who sends or takes something is not."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Coroutine
from contextlib import asynccontextmanager
from typing import Any

import pytest
import uvicorn
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import Receive, Scope, Send
from uvicorn.server import ServerState

from kg.present.serve.patience import PatientProtocol
from tests.present.serve.conftest import awaited

LARGE = 2**25
ASKED = b"GET /%s HTTP/1.1\r\nHost: localhost\r\n\r\n"
Ends = tuple[asyncio.StreamReader, asyncio.StreamWriter]


class Hasty(PatientProtocol):
    patience = 0.2


async def answer(scope: Scope, receive: Receive, send: Send) -> None:
    """Answer at once, after a while, or at length, as the address says."""
    path = Request(scope).url.path
    if path == "/slow":
        await asyncio.sleep(1)
    await Response(b"a" * (LARGE if path == "/large" else 1))(scope, receive, send)


@asynccontextmanager
async def connected() -> AsyncIterator[Ends]:
    """Return a connection to a server."""
    config = uvicorn.Config(answer, lifespan="off", log_config=None)
    config.load()
    state = ServerState()
    loop = asyncio.get_running_loop()
    async with await loop.create_server(lambda: Hasty(config, state, {}), "127.0.0.1", 0) as server:
        reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
        try:
            yield reader, writer
        finally:
            writer.close()
            while state.connections:
                await asyncio.sleep(0.01)


async def received(said: bytes) -> bytes:
    """Return what comes until the server ends the connection."""
    async with connected() as (reader, writer):
        writer.write(said)
        return await reader.read()


def run(task: Coroutine[Any, Any, bytes]) -> bytes:
    return awaited(asyncio.wait_for(task, 20))


@pytest.mark.parametrize("said", [b"", b"GET / HTTP/1.1\r\nHost: local"])
def test_a_client_that_does_not_finish_its_request_is_let_go_of(said: bytes) -> None:
    assert run(received(said)) == b""


def test_a_client_that_asks_no_more_is_let_go_of() -> None:
    assert run(received(ASKED % b"")).endswith(b"\r\n\r\na")


def test_a_client_that_waits_for_a_slow_answer_gets_it() -> None:
    assert run(received(ASKED % b"slow")).endswith(b"\r\n\r\na")


@pytest.mark.parametrize("more", [b"", b"Connection: close\r\n"])
def test_a_client_that_takes_no_answer_is_let_go_of(more: bytes) -> None:
    async def ignore() -> bytes:
        async with connected() as (reader, writer):
            writer.write((ASKED % b"large").replace(b"Host", more + b"Host"))
            await asyncio.sleep(2)  # the reader of asyncio takes little before it is asked
            return await reader.read()

    assert len(run(ignore())) < LARGE


def test_a_client_that_takes_a_large_answer_gets_all_of_it() -> None:
    async def take() -> bytes:
        taken = b""
        async with connected() as (reader, writer):
            writer.write(ASKED % b"large")
            while len(taken) < LARGE:
                taken += await reader.read(2**20)
                await asyncio.sleep(0.02)
        return taken

    assert len(run(take())) > LARGE
