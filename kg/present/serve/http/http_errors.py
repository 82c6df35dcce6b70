"""What a client did wrong, and the status of HTTP that tells it."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from kg.errors import FormatError, KgError, LimitError, OutputError, QueryError, UsageError

__all__ = ["RequestError", "status_of"]

# The first kind that fits decides.
_STATUS: tuple[tuple[type[KgError], int], ...] = (
    (FormatError, 406),
    (LimitError, 503),
    (QueryError, 400),
    (UsageError, 404),
    (OutputError, 500),
)


class RequestError(KgError):
    """A request of HTTP that is not answered as asked.

    Attributes:
        status: the status that tells why.
        headers: what the client should know besides.
    """

    def __init__(
        self, what: str, *, status: int, advice: str = "", headers: Mapping[str, str] = MappingProxyType({})
    ) -> None:
        self.status = status
        self.headers = headers
        super().__init__(what, advice=advice)


def status_of(error: KgError) -> int:
    """Return the status for an error."""
    if isinstance(error, RequestError):
        return error.status
    return next((status for kind, status in _STATUS if isinstance(error, kind)), 500)
