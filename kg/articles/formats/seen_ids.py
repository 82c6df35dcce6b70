"""Which ids a file has had already, in little room: a file may have millions of records."""

from __future__ import annotations

from array import array
from hashlib import blake2b

__all__ = ["SeenIds"]

_SMALLEST = 1_024


class SeenIds:
    """A set of ids that only grows; it holds a digest of eight bytes for each, in a table that is at most half full."""

    def __init__(self) -> None:
        self._table = array("Q", bytes(8 * _SMALLEST))
        self._count = 0

    def add(self, identity: str) -> bool:
        """Add an id, and return whether it is new.

        >>> seen = SeenIds()
        >>> seen.add("a"), seen.add("b"), seen.add("a")
        (True, True, False)
        """
        digest = int.from_bytes(blake2b(identity.encode(), digest_size=8).digest(), "big") or 1
        place = self._place(digest)
        if self._table[place]:
            return False
        self._table[place] = digest
        self._count += 1
        if 2 * self._count > len(self._table):
            self._grow()
        return True

    def _place(self, digest: int) -> int:
        """Return where a digest is, or the empty place where it goes."""
        table, place = self._table, digest % len(self._table)
        while table[place] not in {0, digest}:
            place = (place + 1) % len(table)
        return place

    def _grow(self) -> None:
        before = self._table
        self._table = array("Q", bytes(8 * 2 * len(before)))
        for digest in before:
            if digest:
                self._table[self._place(digest)] = digest
