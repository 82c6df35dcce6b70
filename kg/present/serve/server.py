"""Runs the application."""

from __future__ import annotations

import asyncio
import ipaddress
import os
import socket
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import uvicorn

from kg.errors import UsageError
from kg.inquiry.asking.forkserver import Charge
from kg.present.serve.app import Access, Sources, make_app
from kg.present.serve.http.security import LOOPBACK
from kg.present.serve.http.timeouts import PatientProtocol
from kg.present.serve.http.workers import Workers
from kg.present.serve.pages.graph_page import GraphPage

__all__ = ["Listening", "listen", "run"]

_QUEUE = 128


@dataclass(frozen=True, slots=True)
class Listening:
    """The address of a server.

    Attributes:
        host: the given host name or address.
        port: the port; 0 lets the system choose one.
        origins: the origins of other pages that may read responses; `*` for all.
    """

    host: str = "127.0.0.1"
    port: int = 8000
    origins: Sequence[str] = ()


def run(charge: Charge, listening: Listening, *, ready: Callable[[str], None]) -> None:
    """Serve requests until the process is interrupted; `ready` is called with the address once it listens.

    Raises:
        OutputError: there is no graph, or a broken one.
        UsageError: the system lacks what workers need, or listening at the address fails.
    """
    if not hasattr(os, "fork") or not hasattr(socket, "send_fds"):
        raise UsageError("this system cannot fork workers", advice="use Linux, macOS or the like; `kg query` runs here")
    with listen(listening) as place:
        try:
            asyncio.run(_answer(charge, listening, place, ready=ready))
        except KeyboardInterrupt:  # the usual way to stop a server in a terminal
            return


def listen(listening: Listening) -> socket.socket:
    """Return a listening socket.

    Raises:
        UsageError: the address is not local, is in use, or requires privileges.
    """
    where = f"{listening.host}:{listening.port}"
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(
            listening.host, listening.port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
        )[0]
        place = socket.socket(family, kind, protocol)
        place.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        place.bind(address)
        place.listen(_QUEUE)
    except (OSError, OverflowError) as error:
        reason = getattr(error, "strerror", None) or error
        raise UsageError(
            f"cannot listen there ({reason})", where=where, advice="name another --host or --port"
        ) from error
    return place


async def _answer(charge: Charge, listening: Listening, place: socket.socket, *, ready: Callable[[str], None]) -> None:
    workers, page = Workers(charge), GraphPage(Path(charge.graph), Path(charge.ontology))
    await workers.start()
    try:
        sources = Sources(charge.base, page, Path(charge.ontology) / "queries")
        server = uvicorn.Server(_config(make_app(workers, sources, _access(listening, place))))
        ready(_address(listening, place))
        await server.serve(sockets=[place])
    finally:
        await page.stop()
        workers.stop()


def _config(app: object) -> uvicorn.Config:
    return uvicorn.Config(
        app,  # type: ignore[arg-type]  # any ASGI application
        http=PatientProtocol,
        loop="asyncio",
        ws="none",
        lifespan="off",
        log_level="error",
        access_log=False,
        server_header=False,
        proxy_headers=False,
        limit_concurrency=256,
        timeout_keep_alive=5,
        timeout_graceful_shutdown=2,
        h11_max_incomplete_event_size=2**19,
    )


def _access(listening: Listening, place: socket.socket) -> Access:
    """Return the access rules: on loopback, only loopback host names are allowed."""
    is_loopback = ipaddress.ip_address(place.getsockname()[0]).is_loopback
    return Access(hosts=(*LOOPBACK, listening.host.lower()) if is_loopback else (), origins=listening.origins)


def _address(listening: Listening, place: socket.socket) -> str:
    host = f"[{listening.host}]" if ":" in listening.host else listening.host
    return f"http://{host}:{place.getsockname()[1]}/"
