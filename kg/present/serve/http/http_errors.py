"""Errors of requests, and the HTTP status of each error."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from kg.errors import FormatError, KgError, LimitError, OutputError, QueryError, UsageError

__all__ = ["RequestError", "status_of"]

# The first matching class decides.
_STATUS: tuple[tuple[type[KgError], int], ...] = (
    (FormatError, 406),
    (LimitError, 503),
    (QueryError, 400),
    (UsageError, 404),
    (OutputError, 500),
)


class RequestError(KgError):
    """An HTTP request that cannot be answered as requested.

    Attributes:
        status: the HTTP status.
        headers: additional headers for the client.
    """

    def __init__(
        self, what: str, *, status: int, advice: str = "", headers: Mapping[str, str] = MappingProxyType({})
    ) -> None:
        self.status = status
        self.headers = headers
        super().__init__(what, advice=advice)


def status_of(error: KgError) -> int:
    """Return the HTTP status for an error."""
    if isinstance(error, RequestError):
        return error.status
    return next((status for kind, status in _STATUS if isinstance(error, kind)), 500)
