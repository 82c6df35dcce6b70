"""Parses requests of the SPARQL 1.1 Protocol: the query and its dataset, from GET or either form of POST.

https://www.w3.org/TR/sparql11-protocol/#query-operation
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import parse_qsl

from kg.errors import OutputError
from kg.present.serve.http.http_errors import RequestError
from kg.resolve.iris import check_iri
from kg.store.protocol import Dataset

__all__ = ["DIRECT", "FORM", "METHODS", "Asked", "read_form", "read_query"]

FORM, DIRECT = "application/x-www-form-urlencoded", "application/sparql-query"
METHODS = ("GET", "HEAD", "POST", "OPTIONS")
_UPDATE = "application/sparql-update"
_MOST_FIELDS = 1_000

Pairs = Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Asked:
    """A query, and the dataset that the request specifies; `None` leaves it to the query."""

    question: str
    dataset: Dataset | None


def read_query(content_type: str | None, address: str, body: bytes) -> Asked | None:
    """Return the query of a request; `None` when there is none, as in a request for the description.

    `content_type` is that of a POST and `None` for a GET; `address` is the query string, after the `?`.

    Raises:
        RequestError: it is an update, has several queries or none, or is not in a form of the protocol.
    """
    pairs = read_form(address)
    if content_type is None:
        return _asked(pairs) if pairs else None
    kind, charset = _media_type(content_type)
    if kind == _UPDATE:
        raise _unsupported("this endpoint only reads: an update is not taken")
    if kind not in {FORM, DIRECT}:
        raise _unsupported(f"a body of type {kind[:60] or 'unknown'} is no query")
    if charset not in {"", "utf-8", "utf8", "us-ascii"}:
        raise _unsupported(f"a query is in UTF-8, not in {charset[:60]}")
    if kind == FORM:
        return _asked([*pairs, *read_form(_decoded(body))])
    if any(name == "query" for name, _ in pairs):
        raise RequestError("the query stands both in the address and in the body", status=400, advice="send it once")
    return _asked([*pairs, ("query", _decoded(body))])


def read_form(text: str) -> list[tuple[str, str]]:
    """Return the names and values of a query string or a form, in order, including repeated ones.

    Raises:
        RequestError: there are too many, or they are not in UTF-8.
    """
    try:
        return parse_qsl(text, keep_blank_values=True, errors="strict", max_num_fields=_MOST_FIELDS)
    except UnicodeDecodeError as error:
        raise RequestError("the parameters are not in UTF-8", status=400, advice="encode them so") from error
    except ValueError as error:
        raise RequestError("there are too many parameters", status=400, advice="send fewer") from error


def _asked(pairs: Pairs) -> Asked:
    if _values(pairs, "update"):
        raise RequestError("this endpoint only reads: an update is not taken", status=400, advice="send a query")
    questions = _values(pairs, "query")
    if len(questions) != 1:
        count = "no query" if not questions else f"{len(questions)} queries"
        raise RequestError(f"the request holds {count}", status=400, advice="send the parameter `query` once")
    default, named = (_iris(pairs, name) for name in ("default-graph-uri", "named-graph-uri"))
    return Asked(questions[0], Dataset(default, named) if default or named else None)


def _iris(pairs: Pairs, name: str) -> tuple[str, ...]:
    try:
        return tuple(check_iri(value) for value in _values(pairs, name))
    except OutputError as error:
        raise RequestError(f"a {name} is no absolute IRI", status=400, advice="write it whole") from error


def _values(pairs: Pairs, name: str) -> list[str]:
    return [value for key, value in pairs if key == name]


def _media_type(header: str) -> tuple[str, str]:
    """Return the media type and the charset of a Content-Type header, in lower case."""
    kind, _, parameters = header.partition(";")
    charset = re.search(r"charset\s*=\s*\"?([\w.-]+)", parameters, re.IGNORECASE)
    return kind.strip().lower(), charset[1].lower() if charset else ""


def _decoded(body: bytes) -> str:
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError as error:
        raise RequestError("the body is not in UTF-8", status=400, advice="encode it so") from error


def _unsupported(what: str) -> RequestError:
    headers = {"Accept-Post": f"{FORM}, {DIRECT}"}
    return RequestError(what, status=415, advice=f"send {FORM} or {DIRECT}", headers=headers)
