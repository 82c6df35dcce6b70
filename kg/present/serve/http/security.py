"""Security headers of responses, and the check of a request's host name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from types import MappingProxyType

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

__all__ = ["LOOPBACK", "Shield"]

LOOPBACK = ("localhost", "127.0.0.1", "[::1]")

# https://owasp.org/www-project-secure-headers/
_HEADERS = MappingProxyType(
    {
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "same-origin",
        "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
        "Cross-Origin-Opener-Policy": "same-origin",
    }
)


@dataclass(frozen=True, slots=True)
class Shield:
    """Wraps an application: adds missing security headers, and refuses requests for other host names.

    A page elsewhere can point its own host name at this machine (DNS rebinding), and a browser would then let it read
    responses; so on loopback only the names of this machine are accepted.

    Attributes:
        app: the wrapped application.
        hosts: the host names a request may use; empty for any.
    """

    app: ASGIApp
    hosts: Sequence[str] = ()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handle one request."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        app: ASGIApp = self.app
        if self.hosts and _name(Headers(scope=scope).get("host", "")) not in self.hosts:
            app = PlainTextResponse("this server goes by another name; use localhost\n", status_code=421)
        await app(scope, receive, _adding(send))


def _name(host: str) -> str:
    return re.sub(r":\d*$", "", host).lower()


def _adding(send: Send) -> Send:
    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in _HEADERS.items():
                headers.setdefault(name, value)
        await send(message)

    return sending
