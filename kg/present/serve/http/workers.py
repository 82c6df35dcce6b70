"""The server's side of the workers: limits their number and time, and kills those nobody waits for."""

from __future__ import annotations

import asyncio
import json
import socket
import subprocess
import sys
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

import kg.errors
from kg.errors import KgError, LimitError, OutputError, QueryError
from kg.inquiry.asking.forkserver import ASK, END, PID_BYTES, Charge
from kg.present.serve.http.http_errors import RequestError

__all__ = ["Outcome", "Workers"]

_CHUNK = 2**18
_PATIENCE = 2.0


@dataclass(frozen=True, slots=True)
class Outcome:
    """A worker's answer."""

    head: Mapping[str, Any]
    body: bytes


class Workers:
    """Runs tasks in workers, `most` at once; another request waits for two seconds, then is asked to retry."""

    def __init__(self, charge: Charge, *, most: int = 4) -> None:
        self._charge = charge
        self._free = asyncio.Semaphore(most)
        self._starting = asyncio.Lock()
        self._control: socket.socket | None = None
        self._forkserver: subprocess.Popen[bytes] | None = None

    async def start(self) -> None:
        """Start the process that holds the graph, and wait until it has read the graph.

        Raises:
            OutputError: there is no graph, or a broken one.
        """
        async with self._starting:
            self.stop()
            ours, theirs = socket.socketpair()
            command = [
                sys.executable,
                "-m",
                "kg.inquiry.asking.forkserver",
                str(theirs.fileno()),
                self._charge.as_json(),
            ]
            with theirs:
                self._forkserver = subprocess.Popen(command, pass_fds=[theirs.fileno()])  # noqa: S603 - ourselves
            ours.setblocking(False)
            line = await _read_line(ours)
            if not line:
                raise OutputError("the process that holds the graph does not start", advice="look for its error above")
            _raise_error(json.loads(line))
            self._control = ours

    def stop(self) -> None:
        """Stop the process that holds the graph, and its workers."""
        if self._control is not None:
            self._control.close()
            self._control = None
        if self._forkserver is not None:
            self._forkserver.terminate()
            self._forkserver.wait()
            self._forkserver = None

    async def ask(self, task: str, **request: object) -> Outcome:
        """Return a worker's answer to a task.

        When the caller is cancelled, the worker is killed.

        Raises:
            RequestError: all workers are busy, or reading the graph takes longer than a query may take.
            LimitError: it took too long.
            QueryError: the query is refused or wrong, or crashed its worker.
        """
        async with self._place():
            for _ in range(2):
                asker = self._send()
                if asker is not None:
                    with asker:
                        await asyncio.get_running_loop().sock_sendall(
                            asker, json.dumps({"task": task, **request}).encode()
                        )
                        asker.shutdown(socket.SHUT_WR)
                        pid = await self._pid(asker)
                        if pid:
                            return await self._outcome(asker, pid)
                await self.start()
        raise OutputError("the process that holds the graph has ended", advice="start the server again")

    @asynccontextmanager
    async def _place(self) -> AsyncIterator[None]:
        try:
            async with asyncio.timeout(_PATIENCE):
                await self._free.acquire()
        except TimeoutError as error:
            raise _come_back("all workers are busy") from error
        try:
            yield
        finally:
            self._free.release()

    def _send(self) -> socket.socket | None:
        """Return the server's end of the connection to a new worker; `None` when the fork server is gone."""
        if self._control is None:
            return None
        ours, theirs = socket.socketpair()
        with theirs:
            try:
                socket.send_fds(self._control, [ASK], [theirs.fileno()])
            except OSError:
                ours.close()
                return None
        ours.setblocking(False)
        return ours

    async def _pid(self, asker: socket.socket) -> bytes:
        """Return the process id of the new worker, as bytes; empty when the fork server is gone."""
        try:
            async with asyncio.timeout(self._charge.timeout):
                return await _read_exactly(asker, PID_BYTES)
        except TimeoutError as error:
            raise _come_back("the graph is being read") from error

    async def _outcome(self, asker: socket.socket, pid: bytes) -> Outcome:
        seconds = self._charge.timeout
        try:
            async with asyncio.timeout(seconds):
                answered = await _read_all(asker)
        except TimeoutError as error:
            self._end(pid)
            raise LimitError(f"took more than {seconds:g} s and was ended", advice="narrow the query") from error
        except asyncio.CancelledError:
            self._end(pid)
            raise
        head, ended, body = answered.partition(b"\n")
        if not ended:
            raise QueryError("the query needs too much memory or nesting", advice="narrow the query")
        return Outcome(_raise_error(json.loads(head)), body)

    def _end(self, pid: bytes) -> None:
        if self._control is not None:
            self._control.send(END + pid)


def _come_back(why: str) -> RequestError:
    return RequestError(why, status=503, advice="ask again", headers={"Retry-After": "2"})


def _raise_error(head: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return the head of an answer.

    Raises:
        KgError: the head reports an error, which is raised with the same class.
    """
    if head["ok"]:
        return head
    kind = getattr(kg.errors, head["kind"], KgError)
    raise kind(head["what"], where=head["where"], advice=head["advice"])


async def _read_exactly(source: socket.socket, size: int) -> bytes:
    """Return `size` bytes; empty when the other end closes first."""
    found = b""
    while len(found) < size:
        part = await _receive(source, size - len(found))
        if not part:
            return b""
        found += part
    return found


async def _read_all(source: socket.socket) -> bytes:
    parts = []
    while part := await _receive(source, _CHUNK):
        parts.append(part)
    return b"".join(parts)


async def _read_line(source: socket.socket) -> bytes:
    found = b""
    while not found.endswith(b"\n"):
        part = await _receive(source, 1)
        if not part:
            return b""
        found += part
    return found


async def _receive(source: socket.socket, size: int) -> bytes:
    try:
        return await asyncio.get_running_loop().sock_recv(source, size)
    except ConnectionError:  # the process at the other end was killed
        return b""
