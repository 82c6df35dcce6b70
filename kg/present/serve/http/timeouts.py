"""uvicorn's HTTP protocol, with timeouts for clients that hold a connection without sending or receiving.

uvicorn waits forever for the head of a request, and for a client to receive a response; a few hundred such connections
would lock out everybody else, and the responses would stay in memory.
"""

from __future__ import annotations

import asyncio

from uvicorn.protocols.http.h11_impl import H11Protocol, RequestResponseCycle

__all__ = ["PatientProtocol"]

_SLOWEST = 2**16


class PatientProtocol(H11Protocol):
    """Checks its connection every `patience` seconds, and aborts it if there was no progress since the last check.

    Progress is a request, a response, or the transfer of 64 KiB of a response.
    """

    patience = 10.0
    _looked_at: RequestResponseCycle | None = None
    _unsent = 0

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]  # as uvicorn has it
        """Start checking the connection."""
        super().connection_made(transport)
        self._look_later()

    def _look_later(self) -> None:
        self.loop.call_later(self.patience, self._look)

    def _look(self) -> None:
        if self.transport.is_closing() and not self.transport.get_write_buffer_size():
            return
        answered = self.cycle is None or self.cycle.response_complete
        unsent = self.transport.get_write_buffer_size()
        is_idle = answered and self.cycle is self._looked_at and self._unsent == unsent == 0
        is_stuck = 0 < self._unsent < unsent + _SLOWEST
        if is_idle or is_stuck:
            self.transport.abort()
            return
        self._looked_at, self._unsent = self.cycle, unsent
        self._look_later()
