"""One HTTP request and its reply, within bounds: a server that takes too long or sends too much is abandoned."""

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
    """Limits on a server's reply.

    Attributes:
        silence: maximal seconds without a byte.
        seconds: maximal seconds for the whole reply, even if bytes keep coming.
        size: maximal bytes of a reply.
    """

    silence: float = 120.0
    seconds: float = 600.0
    size: int = 2**30


def exchange(request: urllib.request.Request, bounds: Bounds, *, address: str) -> bytes:
    """Return the body of the reply to a request; `address` names the server in errors.

    Redirects are not followed, and compressed replies are not decompressed.

    Raises:
        OutputError: the reply exceeds the limit on bytes or seconds.
        urllib.error.HTTPError: the reply is an error, or a redirect.
        OSError, http.client.HTTPException: there is no complete reply.
    """

    def ask() -> bytes:
        try:
            with urllib.request.build_opener(_NoRedirect).open(request, timeout=bounds.silence) as reply:
                return _whole(reply, bounds, address)
        except urllib.error.HTTPError as error:
            raise _with_words(error) from error

    return _within(bounds, ask, address)


def _whole(reply: http.client.HTTPResponse, bounds: Bounds, address: str) -> bytes:
    """Return the complete body of a reply."""
    too_large = OutputError(
        f"answers with more than {bounds.size} bytes", where=address, advice="check the address, or ask for less"
    )
    written = reply.headers.get("Content-Length", "")
    announced = int(written) if written.isascii() and written.isdigit() else 0
    if announced > bounds.size:
        raise too_large
    body = io.BytesIO()
    while part := reply.read1(_CHUNK):
        body.write(part)
        if body.tell() > bounds.size:
            raise too_large
    if body.tell() < announced:  # reading in parts raises no error for this
        raise http.client.IncompleteRead(b"", announced - body.tell())
    return body.getvalue()


def _with_words(error: urllib.error.HTTPError) -> urllib.error.HTTPError:
    """Return the same error with the start of its body already read, so that reporting it need not wait."""
    try:
        with error:
            said = error.read(_SHOWN)
    except (OSError, http.client.HTTPException):
        said = b""
    return urllib.error.HTTPError(error.url, error.code, str(error.reason), error.headers, io.BytesIO(said))


class _NoRedirect(urllib.request.HTTPRedirectHandler):
    """Does not follow redirects: requests carry texts and a password, and a redirected update would lose its body."""

    def redirect_request(self, *_: object) -> None:
        """Return `None`, so that the reply remains an error."""


def _within(bounds: Bounds, task: Callable[[], Result], address: str) -> Result:
    """Return what a task returns, or raise what it raises, within the time limit.

    A socket's timeout applies to each wait, not to their sum. So the task runs in a thread of its own, and a late one
    is abandoned: it ends with the process, or with the server.
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
