"""The process that holds the graph for a server, and forks a worker for each request.

A worker shares the memory of the graph, so it starts in milliseconds; it can be killed, and a crash affects nothing
else. The server neither parses queries nor holds the graph. The two communicate over a socket: for each request the
server sends one byte and one end of a new pair of sockets, over which the worker gets the request and answers.
"""

from __future__ import annotations

import gc
import json
import os
import select
import signal
import socket
import sys
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path
from typing import Any

from kg.errors import KgError, OutputError, QueryError
from kg.inquiry.asking.tasks import TASKS, Held
from kg.inquiry.asking.worker import bound

__all__ = ["ASK", "END", "PID_BYTES", "Charge", "serve_forks"]

ASK, END = b"q", b"k"
"""Messages of the server: a request, with a socket; the order to kill a worker, with its process id."""

PID_BYTES = 8
_LATE = 5.0
"""Seconds after its time limit when a worker ends itself, if nobody has killed it."""


@dataclass(frozen=True, slots=True)
class Charge:
    """The configuration of a fork server, with the limits of its workers.

    Attributes:
        graph: a folder of results or of a store.
        ontology: the folder of the ontology.
        base: the IRI under which entities are named.
        timeout: seconds for an answer.
        memory: maximal bytes of a worker in addition to the graph.
        largest: maximal bytes of an answer.
    """

    graph: str
    ontology: str
    base: str
    timeout: float = 30.0
    memory: int = 2**30
    largest: int = 2**26

    def as_json(self) -> str:
        """Return the charge as one line, an argument of the fork server's command."""
        return json.dumps(asdict(self))


def serve_forks(control: socket.socket, charge: Charge) -> None:
    """Serve requests from `control` until it is closed; the first line sent reports whether the start succeeded."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the server; this process ends with it
    try:
        held = Held.read(Path(charge.graph), Path(charge.ontology), charge.base)
    except KgError as error:
        control.sendall(_line(_error_head(error)))
        return
    except OSError as error:  # a name that is too long, a folder without permission
        unreadable = OutputError(f"cannot be read ({error.strerror})", where=charge.graph, advice="check the path")
        control.sendall(_line(_error_head(unreadable)))
        return
    control.sendall(_line({"ok": True}))
    workers: set[int] = set()
    try:
        _serve(control, charge, held, workers=workers)
    finally:
        for pid in workers:
            os.kill(pid, signal.SIGKILL)


def _serve(control: socket.socket, charge: Charge, held: Held, *, workers: set[int]) -> None:
    taken = _taken()  # once for many workers: asking the system takes longer than a small query
    while True:
        ready, _, _ = select.select([control], [], [], 1.0)
        # The system reuses a worker's process id only after it has been waited for.
        workers.difference_update([pid for pid in workers if os.waitpid(pid, os.WNOHANG)[0]])
        if not ready:
            continue
        message, given, _, _ = socket.recv_fds(control, 1, 1)
        if message == ASK:
            before, held = held, _refreshed(held)
            taken = taken if held is before else _taken()
            asker = socket.socket(fileno=given[0])
            workers.add(_fork(asker, control, partial(_work, held=held, charge=charge, memory=taken + charge.memory)))
        elif message == END:
            pid = int.from_bytes(control.recv(PID_BYTES, socket.MSG_WAITALL), "big")
            if pid in workers:
                os.kill(pid, signal.SIGKILL)
        else:
            return


def _refreshed(held: Held) -> Held:
    """Return the current graph; the previous one when the file is gone or broken."""
    try:
        return held.refreshed()
    except KgError as error:
        sys.stderr.write(f"kg: {error}; what was read before is still served\n")
        return held.as_seen()


def _fork(asker: socket.socket, control: socket.socket, work: Callable[[socket.socket], None]) -> int:
    """Return the process id of a new worker that does the work for `asker` and exits."""
    gc.freeze()  # a garbage collection in the worker would copy every shared page
    pid = os.fork()
    if pid:
        asker.close()
        return pid
    try:
        control.close()
        work(asker)
    finally:
        os._exit(0)


def _work(asker: socket.socket, *, held: Held, charge: Charge, memory: int) -> None:
    """Read a request, perform its task, and send the head of the answer as a line and then its body."""
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    signal.setitimer(signal.ITIMER_REAL, charge.timeout + _LATE)
    os.nice(5)
    bound(memory)
    with asker, asker.makefile("rb") as lines:
        asker.sendall(os.getpid().to_bytes(PID_BYTES, "big"))
        head, body = _answer(json.loads(lines.read()), held, charge)
        asker.sendall(_line(head) + body)


def _answer(asked: Mapping[str, Any], held: Held, charge: Charge) -> tuple[Mapping[str, Any], bytes]:
    try:
        head, body = TASKS[asked["task"]](held, asked)
        if len(body) <= charge.largest:
            return {"ok": True, **head}, body
        error: KgError = QueryError(f"the answer has more than {charge.largest} bytes", advice="add a LIMIT")
    except MemoryError:
        error = QueryError("the query needs too much memory", advice="narrow the query")
    except KgError as known:
        error = known
    except Exception as unknown:  # including errors of native libraries
        error = QueryError(f"cannot be answered ({unknown})", advice="change the query")
    return _error_head(error), b""


def _error_head(error: KgError) -> dict[str, object]:
    return {"ok": False, "kind": type(error).__name__, "what": error.what, "where": error.where, "advice": error.advice}


def _line(head: Mapping[str, object]) -> bytes:
    return json.dumps(head).encode() + b"\n"


def _taken() -> int:
    """Return the address space of the process in bytes, or a large default where the system does not report it."""
    try:
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
    except OSError:
        return 2**32
    return pages * os.sysconf("SC_PAGE_SIZE")


if __name__ == "__main__":
    serve_forks(socket.socket(fileno=int(sys.argv[1])), Charge(**json.loads(sys.argv[2])))
