"""Clients that hold a connection: each is let go of, and who sends or takes something is not."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from typing import Any, TypeVar

import pytest
import uvicorn
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import Receive, Scope, Send
from uvicorn.server import ServerState

from kg.present.serve.http.timeouts import PatientProtocol
from tests.present.serve.conftest import awaited

ASKED = b"GET /%s HTTP/1.1\r\nHost: localhost\r\n\r\n"
TAKEN = 2**16
"""Bytes that a client must take between two looks."""

Result = TypeVar("Result")


class Connection(asyncio.Transport):
    """A connection whose client takes as much as the test says."""

    unsent = 0
    is_ended = is_aborted = False

    def write(self, data: bytes | bytearray | memoryview) -> None:
        pass

    def get_write_buffer_size(self) -> int:
        return self.unsent

    def is_closing(self) -> bool:
        return self.is_ended

    def close(self) -> None:
        self.is_ended = True

    def abort(self) -> None:
        self.is_ended = self.is_aborted = True


class Watched(PatientProtocol):
    """Looks when the test says so, and not by the clock."""

    def __init__(self, connection: Connection) -> None:
        self.is_looking = False
        config = uvicorn.Config(answer, lifespan="off", log_config=None, ws="none")
        super().__init__(config, ServerState(), {})
        self.connection = connection
        self.connection_made(connection)

    def _look_later(self) -> None:
        self.is_looking = True

    def look(self) -> bool:
        """Return whether the client is still there after a look."""
        assert self.is_looking
        self.is_looking = False
        self._look()
        return not self.connection.is_aborted

    async def answered(self) -> None:
        """Return when the answers to all requests are written."""
        await asyncio.gather(*self.tasks)


async def answer(scope: Scope, receive: Receive, send: Send) -> None:
    """Answer at once, or after an hour at `/slow`."""
    if Request(scope).url.path == "/slow":
        await asyncio.sleep(3600)
    await Response("a")(scope, receive, send)


def run(task: Coroutine[Any, Any, Result]) -> Result:
    return awaited(asyncio.wait_for(task, 60))


@pytest.mark.parametrize("parts", [[], [b"GET / HTTP/1.1\r\n", b"Host: local"]])
def test_a_client_that_does_not_finish_its_request_is_let_go_of(parts: list[bytes]) -> None:
    async def stays() -> bool:
        watched = Watched(Connection())
        for part in parts:
            watched.data_received(part)
        return watched.look()

    assert not run(stays())


def test_a_client_that_asks_no_more_is_let_go_of_at_the_second_look() -> None:
    async def stays() -> list[bool]:
        watched = Watched(Connection())
        watched.data_received(ASKED % b"")
        await watched.answered()
        return [watched.look(), watched.look()]

    assert run(stays()) == [True, False]


def test_a_client_that_asks_again_stays() -> None:
    async def stays() -> list[bool]:
        watched, found = Watched(Connection()), []
        for _ in range(5):
            watched.data_received(ASKED % b"")
            await watched.answered()
            found.append(watched.look())
        return found

    assert run(stays()) == [True] * 5


def test_a_client_that_waits_for_a_slow_answer_stays() -> None:
    async def stays() -> list[bool]:
        watched = Watched(Connection())
        watched.data_received(ASKED % b"slow")
        return [watched.look() for _ in range(5)]

    assert run(stays()) == [True] * 5


@pytest.mark.parametrize("is_last", [False, True])
def test_a_client_that_takes_too_little_of_an_answer_is_let_go_of(*, is_last: bool) -> None:
    async def stays() -> list[bool]:
        connection = Connection()
        watched = Watched(connection)
        watched.data_received(ASKED % b"")
        await watched.answered()
        connection.is_ended, found = is_last, []
        for connection.unsent in (10 * TAKEN, 9 * TAKEN, 8 * TAKEN + 1):
            found.append(watched.look())
        return found

    assert run(stays()) == [True, True, False]


def test_a_client_that_takes_its_answer_stays_until_it_has_all() -> None:
    async def stays() -> list[bool]:
        connection = Connection()
        watched = Watched(connection)
        watched.data_received(ASKED % b"")
        await watched.answered()
        found = []
        for connection.unsent in (3 * TAKEN, 2 * TAKEN, TAKEN, 0, 0):
            found.append(watched.look())
        return found

    assert run(stays()) == [True, True, True, True, False]


def test_a_connection_that_has_ended_is_not_looked_at_again() -> None:
    async def looks_on() -> bool:
        watched = Watched(Connection())
        watched.connection.close()
        watched.look()
        return watched.is_looking

    assert not run(looks_on())


def test_a_server_looks_by_itself() -> None:
    class Hasty(PatientProtocol):
        patience = 0.01

    async def received() -> bytes:
        """Return what a client that says nothing gets until the server ends the connection."""
        config = uvicorn.Config(answer, lifespan="off", log_config=None, ws="none")
        state, loop = ServerState(), asyncio.get_running_loop()
        async with await loop.create_server(lambda: Hasty(config, state, {}), "127.0.0.1", 0) as server:
            reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
            said = await reader.read()
            writer.close()
        return said

    assert run(received()) == b""
