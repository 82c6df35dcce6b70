"""The SPARQL endpoint: turns a request into a task for a worker, and its outcome into a response."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable
from dataclasses import dataclass
from typing import Any, TypeVar

from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import PlainTextResponse, Response

from kg.errors import KgError
from kg.present.serve.http.http_errors import RequestError, status_of
from kg.present.serve.http.workers import Workers
from kg.present.serve.sparql.formats import GRAPH_TYPES, forms_for
from kg.present.serve.sparql.requests import METHODS, Asked, read_query

__all__ = ["Endpoint", "tell_error", "tell_refusal", "waited_for"]

_LONGEST = 400_000
"""The maximal size of a body in bytes: the longest query, percent-encoded."""

_SECONDS = 10.0
"""The time limit for receiving a body, in seconds."""

_LEFT = 499
"""The status when the client has gone, which nobody reads."""

_METHOD = 405

Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Endpoint:
    """Answers requests at one address.

    Attributes:
        workers: the workers that answer the queries.
        largest: the maximal size of a body in bytes.
    """

    workers: Workers
    largest: int = _LONGEST

    async def respond(self, request: Request) -> Response:
        """Return the answer to a query, or the description of the service for a request without one."""
        if request.method == "OPTIONS":
            return Response(status_code=204, headers={"Allow": ", ".join(METHODS)})
        is_post = request.method == "POST"
        body = await self._body(request) if is_post else b""
        content_type = request.headers.get("content-type", "") if is_post else None
        if request.headers.get("content-encoding", "identity") != "identity":
            raise RequestError("a body is not taken compressed", status=415, headers={"Accept-Encoding": "identity"})
        asked = read_query(content_type, request.url.query, body)
        if asked is None:
            return await self.describe(request)
        return await self._answer(request, asked)

    async def describe(self, request: Request) -> Response:
        """Return the description of the service and its graph."""
        return await self._triples(request, "describe", address=str(request.url.replace(path="/sparql", query="")))

    async def tell(self, request: Request, iri: str) -> Response:
        """Return the triples about an entity, as RDF."""
        return await self._triples(request, "about", iri=iri)

    async def _triples(self, request: Request, task: str, **more: str) -> Response:
        forms = {
            form: media_type
            for form, media_type in forms_for(_accepted(request)).items()
            if form in GRAPH_TYPES.values()
        }
        if not forms:
            raise _unacceptable()
        outcome = await waited_for(request, self.workers.ask(task, forms=list(forms), **more))
        return Response(outcome.body, media_type=None, headers=_headers(forms[outcome.head["form"]]))

    async def _answer(self, request: Request, asked: Asked) -> Response:
        forms = forms_for(_accepted(request))
        if not forms:
            raise _unacceptable()
        dataset = asked.dataset and {"default": asked.dataset.default, "named": asked.dataset.named}
        task = self.workers.ask("query", question=asked.question, forms=list(forms), dataset=dataset)
        outcome = await waited_for(request, task)
        return Response(outcome.body, media_type=None, headers=_headers(forms[outcome.head["form"]]))

    async def _body(self, request: Request) -> bytes:
        """Return the body.

        Raises:
            RequestError: it is too large, takes too long, or is incomplete.
        """
        too_large = RequestError(f"the body has more than {self.largest} bytes", status=413, advice="shorten the query")
        length = request.headers.get("content-length", "0")
        if length.isascii() and length.isdigit() and int(length) > self.largest:
            raise too_large
        body = b""
        try:
            async with asyncio.timeout(_SECONDS):
                async for part in request.stream():
                    body += part
                    if len(body) > self.largest:
                        raise too_large
        except ClientDisconnect as error:
            raise RequestError("the client has gone", status=_LEFT) from error
        except TimeoutError as error:
            raise RequestError("the body takes too long to come", status=408, advice="send it at once") from error
        return body


async def waited_for(request: Request, task: Awaitable[Result]) -> Result:
    """Return the result of the task; it is cancelled when the client disconnects.

    Raises:
        RequestError: the client has disconnected.
    """
    work = asyncio.ensure_future(task)
    gone = asyncio.ensure_future(_disconnected(request))
    try:
        await asyncio.wait({work, gone}, return_when=asyncio.FIRST_COMPLETED)
        if work.done():
            return work.result()
        raise RequestError("the client has gone", status=_LEFT)
    finally:
        for future in (work, gone):
            future.cancel()
        await asyncio.gather(work, gone, return_exceptions=True)


async def tell_error(_: Request, error: Exception) -> Response:
    """Return an error as one line of text, with the status for its kind."""
    if not isinstance(error, KgError):
        raise error
    headers = dict(error.headers) if isinstance(error, RequestError) else {}
    return PlainTextResponse(f"{error}\n", status_code=status_of(error), headers=headers)


async def tell_refusal(_: Request, error: Exception) -> Response:
    """Return one line for an unknown address, or a method that is not allowed."""
    if not isinstance(error, HTTPException):
        raise error
    advice = "ask for it by GET" if error.status_code == _METHOD else "begin at /"
    line = f"{error.detail.lower()} here; {advice}\n"
    return PlainTextResponse(line, status_code=error.status_code, headers=error.headers)


async def _disconnected(request: Request) -> None:
    while True:
        message: dict[str, Any] = dict(await request.receive())
        if message["type"] == "http.disconnect":
            return


def _accepted(request: Request) -> str:
    return ", ".join(request.headers.getlist("accept"))


def _unacceptable() -> RequestError:
    return RequestError(
        "no format that is asked for can be given",
        status=406,
        advice="accept application/sparql-results+json, text/csv, text/turtle or others of the manual",
    )


def _headers(media_type: str) -> dict[str, str]:
    return {"Content-Type": media_type, "Vary": "Accept", "Cache-Control": "no-cache"}
