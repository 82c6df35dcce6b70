"""One request and its reply over HTTP, within bounds: a server that never ends or sends too much is given up."""

from __future__ import annotations

import http.client
import io
import threading
import urllib.error
import urllib.request
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from kg.errors import OutputError

__all__ = ["Bounds", "exchange"]

_CHUNK = 2**16
_SHOWN = 10_000

Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Bounds:
    """What a server may take.

    Attributes:
        silence: seconds without a byte.
        seconds: seconds for the whole reply, however it is dripped.
        size: bytes that a reply may have.
    """

    silence: float = 120.0
    seconds: float = 600.0
    size: int = 2**30


def exchange(request: urllib.request.Request, bounds: Bounds, *, address: str) -> bytes:
    """Return the body of the reply to a request; `address` is what errors call the server.

    No redirect is followed, and nothing that comes compressed is unpacked.

    Raises:
        OutputError: the reply has more bytes or takes more seconds than it may.
        urllib.error.HTTPError: the reply is an error, or a redirect.
        OSError, http.client.HTTPException: there is no whole reply.
    """

    def ask() -> bytes:
        try:
            with urllib.request.build_opener(_NoRedirect).open(request, timeout=bounds.silence) as reply:
                return _whole(reply, bounds, address)
        except urllib.error.HTTPError as error:
            raise _with_words(error) from error

    return _within(bounds, ask, address)


def _whole(reply: http.client.HTTPResponse, bounds: Bounds, address: str) -> bytes:
    """Return the body of a reply, all of it."""
    too_large = OutputError(
        f"answers with more than {bounds.size} bytes", where=address, advice="check the address, or ask for less"
    )
    told = reply.headers.get("Content-Length", "")
    announced = int(told) if told.isascii() and told.isdigit() else 0
    if announced > bounds.size:
        raise too_large
    body = io.BytesIO()
    while part := reply.read1(_CHUNK):
        body.write(part)
        if body.tell() > bounds.size:
            raise too_large
    if body.tell() < announced:  # which is told by no error when a reply is read in parts
        raise http.client.IncompleteRead(b"", announced - body.tell())
    return body.getvalue()


def _with_words(error: urllib.error.HTTPError) -> urllib.error.HTTPError:
    """Return the same error with the first words of its body at hand, so that whoever tells of it need not wait."""
    try:
        with error:
            said = error.read(_SHOWN)
    except (OSError, http.client.HTTPException):
        said = b""
    return urllib.error.HTTPError(error.url, error.code, str(error.reason), error.headers, io.BytesIO(said))


class _NoRedirect(urllib.request.HTTPRedirectHandler):
    """Follows no redirect: what is sent holds texts and a password, and an update sent on would lose its body."""

    def redirect_request(self, *_: object) -> None:
        """Return nothing, by which the reply stays what it is: an error."""


def _within(bounds: Bounds, task: Callable[[], Result], address: str) -> Result:
    """Return what a task returns, or raise what it raises.

    A socket has a limit for each wait and none for all of them. So the task has a thread of its own, and one that is
    late is left to itself: it ends with the process, or with the server.
    """
    results: list[Result] = []
    errors: list[BaseException] = []

    def work() -> None:
        try:
            results.append(task())
        except BaseException as error:
            errors.append(error)

    thread = threading.Thread(target=work, daemon=True)
    thread.start()
    thread.join(bounds.seconds)
    if errors:
        raise errors[0]
    if not results:
        what = f"has not ended its answer within {bounds.seconds:g} seconds"
        raise OutputError(what, where=address, advice="try again: a change may have been made")
    return results[0]
