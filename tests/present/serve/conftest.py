"""A server as a user starts it, in a process of its own, and raw requests to it."""

from __future__ import annotations

import asyncio
import http.client
import subprocess
import sys
from collections.abc import Coroutine, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any, TypeVar
from urllib.parse import quote, urlsplit

import pytest

from tests.cli.runs import ROOT, write_folder

Result = TypeVar("Result")

NOTHING: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True)
class Reply:
    """A response of HTTP."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode()


@dataclass(frozen=True)
class Server:
    """A running server and the folder it serves."""

    address: str
    folder: Path
    pid: int

    @property
    def endpoint(self) -> str:
        return f"{self.address}sparql"

    def ask(self, method: str, path: str, headers: Mapping[str, str] = NOTHING, body: bytes | None = None) -> Reply:
        """Send one request as it is written here."""
        connection = http.client.HTTPConnection(urlsplit(self.address).netloc, timeout=60)
        connection.request(method, path, body, dict(headers))
        response = connection.getresponse()
        told = {name.lower(): value for name, value in response.getheaders()}
        reply = Reply(response.status, told, response.read())
        connection.close()
        return reply

    def get(self, question: str, accept: str = "", **more: str) -> Reply:
        """Ask a query by GET."""
        further = "".join(f"&{name.replace('_', '-')}={quote(value)}" for name, value in more.items())
        headers = {"Accept": accept} if accept else {}
        return self.ask("GET", f"/sparql?query={quote(question)}{further}", headers)

    def post(self, content_type: str, body: bytes, address: str = "") -> Reply:
        """Ask by POST."""
        return self.ask("POST", f"/sparql{address}", {"Content-Type": content_type}, body)


def awaited(work: Coroutine[Any, Any, Result]) -> Result:
    """Return what a coroutine gives; in a thread of its own, as tests of pages leave a loop running in this one."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(asyncio.run, work).result()


@contextmanager
def running(folder: Path, *options: str, code: Path = ROOT) -> Iterator[Server]:
    """Start a server on a free port, of the kg whose package is in the folder `code`, and end it."""
    command = [sys.executable, "-m", "kg", "serve", "--port", "0", "--out", str(folder), *options]
    with subprocess.Popen(command, cwd=code, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        line = process.stdout.readline()
        assert line.startswith("listening at "), line
        try:
            yield Server(line.split()[2].rstrip(";"), folder, process.pid)
        finally:  # after a test that fails, too: who leaves the context waits for the process
            process.terminate()


@pytest.fixture(name="server", scope="session")
def _server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    folder = write_folder(tmp_path_factory.mktemp("served"))
    with running(folder, "--timeout", "3") as server:
        yield server
