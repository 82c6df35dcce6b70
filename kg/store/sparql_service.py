"""A SPARQL 1.1 server over HTTP: the addresses of its services, authorization, and errors."""

from __future__ import annotations

import base64
import http.client
import os
import re
import urllib.error
import urllib.request
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from urllib.parse import urlencode, urlsplit

from kg.errors import KgError, OutputError, QueryError
from kg.store.http_exchange import Bounds, exchange

__all__ = ["Endpoint"]

_BOUNDS = Bounds()
_FORM = "application/x-www-form-urlencoded"
_SHOWN = 200
"""How many characters of a server's message an error quotes."""


@dataclass(frozen=True, slots=True)
class Endpoint:
    """The services of one server.

    Attributes:
        address: its name in errors.
        query, update, graphs: the addresses of its services; the last is that of the Graph Store Protocol.
        authorization: the `Authorization` header, never shown in an error or `repr`.
        bounds: the limits on its replies.
    """

    address: str
    query: str
    update: str
    graphs: str
    authorization: str = field(default="", repr=False)
    bounds: Bounds = _BOUNDS

    @classmethod
    def at(cls, address: str, environment: Mapping[str, str] | None = None, *, bounds: Bounds = _BOUNDS) -> Endpoint:
        """Return the services of a server by its address.

        An address without a path is taken as Oxigraph's: `/query`, `/update` and `/store`. One with a path is taken as
        a Fuseki dataset: `query`, `update` and `data` below it. `KG_STORE_TOKEN`, or `KG_STORE_USER` and
        `KG_STORE_PASSWORD`, are the credentials.

        Raises:
            OutputError: the address is not that of a server, or contains a user; or the credentials cannot be sent.
        """
        try:
            parts = urlsplit(address)
            named = parts.scheme in {"http", "https"} and bool(parts.hostname) and parts.port != 0
        except ValueError:
            named = False
        if "@" in address:
            raise OutputError(
                "the address of a store must not hold a name or a password",
                advice="set KG_STORE_USER, KG_STORE_PASSWORD",
            )
        if not named or re.search(r"[?#\s\x00-\x1f\x7f-\U0010ffff]", address):
            raise OutputError("is no address of a server", where=address, advice="write it as http://localhost:7878")
        root, last = address.rstrip("/"), "data" if parts.path.strip("/") else "store"
        authorization = _authorization(os.environ if environment is None else environment)
        return cls(root, f"{root}/query", f"{root}/update", f"{root}/{last}", authorization, bounds)

    def ask(self, fields: Sequence[tuple[str, str]], accept: str) -> bytes:
        """Return the answer to a query; `fields` are the form fields with its text and dataset.

        https://www.w3.org/TR/sparql11-protocol/#query-via-post-urlencoded

        Raises:
            QueryError: the server rejects the query as wrong.
            OutputError: there is no answer.
        """
        try:
            return self._send(self.query, {"Accept": accept, "Content-Type": _FORM}, urlencode(fields).encode())
        except urllib.error.HTTPError as error:
            if error.code == 400:  # https://www.w3.org/TR/sparql11-protocol/#query-failure
                raise QueryError(_words(error) or "it is refused", advice="mend the query") from error
            raise self._refused(error) from error

    def change(self, update: str) -> None:
        """Send an update and wait until the server has applied it.

        https://www.w3.org/TR/sparql11-protocol/#update-via-post-direct

        Raises:
            OutputError: it was not applied, or the outcome is unknown.
        """
        try:
            self._send(self.update, {"Content-Type": "application/sparql-update; charset=utf-8"}, update.encode())
        except urllib.error.HTTPError as error:
            raise self._refused(error) from error

    def graph(self, graph: str, accept: str) -> bytes:
        """Return one graph, serialized; `""` is the default graph; empty when there is no such graph.

        https://www.w3.org/TR/sparql11-http-rdf-update/#http-get

        Raises:
            OutputError: there is no answer.
        """
        asked = urlencode({"graph": graph}) if graph else "default"
        try:
            return self._send(f"{self.graphs}?{asked}", {"Accept": accept}, None)
        except urllib.error.HTTPError as error:
            # Servers answer 404 both for a missing graph and for a missing service.
            if error.code == 404 and graph:
                error.close()
                return b""
            raise self._refused(error) from error

    def _send(self, address: str, headers: Mapping[str, str], body: bytes | None) -> bytes:
        sent = {**headers, "Authorization": self.authorization} if self.authorization else headers
        request = urllib.request.Request(address, body, dict(sent))  # noqa: S310 - `at` takes http alone
        try:
            return exchange(request, self.bounds, address=self.address)
        except urllib.error.HTTPError:
            raise
        except (OSError, UnicodeError, http.client.HTTPException) as error:
            raise self._silent(error) from error

    def _silent(self, error: Exception) -> KgError:
        """Return the error for an incomplete or missing reply."""
        reason = getattr(error, "reason", error)
        if isinstance(reason, TimeoutError):
            what, advice = (
                f"gave no answer within {self.bounds.silence:g} seconds",
                "try again: a change may have been made",
            )
        elif isinstance(reason, ConnectionRefusedError):
            what, advice = "refuses the connection", "start the server, or name another"
        elif isinstance(reason, http.client.HTTPException):
            what, advice = f"does not speak HTTP to its end ({type(reason).__name__})", "check the address"
        else:
            what, advice = f"cannot be reached ({reason})", "check the address and the network"
        return OutputError(what, where=self.address, advice=advice)

    def _refused(self, error: urllib.error.HTTPError) -> KgError:
        """Return the error for a reply with an error status."""
        said = _words(error)
        if error.code in {401, 403}:
            what, advice = "refuses access", "set KG_STORE_USER and KG_STORE_PASSWORD, or KG_STORE_TOKEN"
        elif error.code in {404, 405}:
            what, advice = "is no SPARQL server", "name it as http://HOST:7878, or http://HOST:3030/DATASET"
        elif 300 <= error.code < 400:
            to = str(error.headers.get("Location", ""))[:_SHOWN]
            what, advice = f"sends elsewhere, to {to}", "name that address, if it is to be trusted"
        else:
            what = f"answers {error.code}" + (f": {said}" if said else "")
            advice = "look into the log of the server"
        return OutputError(what, where=self.address, advice=advice)


def _authorization(environment: Mapping[str, str]) -> str:
    token, user = environment.get("KG_STORE_TOKEN", ""), environment.get("KG_STORE_USER", "")
    password = environment.get("KG_STORE_PASSWORD", "")
    if token and not re.fullmatch(r"[\x21-\x7e]+", token):
        raise OutputError("KG_STORE_TOKEN holds characters that no token has", advice="set it anew")
    if token:
        return f"Bearer {token}"
    if bool(user) != bool(password) or ":" in user:
        raise OutputError(
            "KG_STORE_USER and KG_STORE_PASSWORD do not make a login", advice="set both, the user without a colon"
        )
    return "Basic " + base64.b64encode(f"{user}:{password}".encode()).decode() if user else ""


def _words(error: urllib.error.HTTPError) -> str:
    """Return the beginning of a server's error message; empty if it is a web page."""
    with error:
        said = error.read().decode("utf-8", errors="replace").strip()
    return "" if said.startswith("<") else "".join(c if c.isprintable() else " " for c in said)[:_SHOWN]
