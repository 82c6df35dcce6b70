"""Runs a task in a separate process, which can be killed: SPARQL has no timeout and no memory limit."""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Callable
from multiprocessing.connection import Connection
from typing import TypeVar

from kg.errors import LimitError, QueryError

try:
    import resource
except ImportError:  # Unix only
    resource = None  # type: ignore[assignment]

__all__ = ["MEMORY", "bound", "run_apart"]

MEMORY = 4 * 2**30
"""The limit on the process's address space, in bytes."""

Result = TypeVar("Result")


def run_apart(task: Callable[[], Result], *, timeout: float | None) -> Result:
    """Return the result of `task`, run in a separate process; task and result must be picklable.

    Raises:
        QueryError: it took longer than `timeout` seconds, or the process crashed.
        Exception: what the task raised.
    """
    # A forked process starts in milliseconds; other systems start a new interpreter.
    method = "fork" if "fork" in multiprocessing.get_all_start_methods() else "spawn"
    context = multiprocessing.get_context(method)
    receiver, sender = context.Pipe(duplex=False)
    process = context.Process(target=_work, args=(sender, task), daemon=True)  # type: ignore[attr-defined]  # stubs
    process.start()
    sender.close()
    try:
        if not receiver.poll(timeout):
            raise LimitError(f"took more than {timeout:g} s", advice="narrow the query, or raise --timeout")
        outcome = receiver.recv()
    except EOFError as error:
        raise QueryError("the query needs too much memory or nesting", advice="narrow the query") from error
    finally:
        process.kill()
        process.join()
        receiver.close()
    if isinstance(outcome, BaseException):
        raise outcome
    result: Result = outcome
    return result


def bound(memory: int) -> None:
    """Limit the address space to `memory` bytes, and silence what a native library prints when it aborts."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
    if resource is None:
        return
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    limit = memory if hard == resource.RLIM_INFINITY else min(memory, hard)
    resource.setrlimit(resource.RLIMIT_AS, (limit, hard))


def _work(sender: Connection, task: Callable[[], object]) -> None:
    bound(MEMORY)
    try:
        outcome: object = task()
    except MemoryError:
        outcome = QueryError("the query needs too much memory", advice="narrow the query")
    except Exception as error:  # it is raised again in the calling process
        outcome = error
    sender.send(outcome)
