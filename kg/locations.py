"""The location of a store: a `Path` everywhere in kg, so that one option can name a folder or a server.

A `Path` keeps only one of the two slashes of `http://`; this module puts the other back.
"""

from __future__ import annotations

import re
from pathlib import Path

from kg.errors import UsageError

__all__ = ["address_of", "check_local", "is_remote", "name_of"]

_ADDRESS = re.compile(r"(https?):(?:/+(.*))?", re.IGNORECASE | re.DOTALL)


def address_of(place: Path) -> str:
    """Return the address of the server that a location names; empty when it is a folder or a file.

    >>> address_of(Path("http://localhost:3030/news/")), address_of(Path("news"))
    ('http://localhost:3030/news', '')
    """
    found = _ADDRESS.fullmatch(place.as_posix())
    return f"{found[1].lower()}://{found[2] or ''}" if found else ""


def is_remote(place: Path) -> bool:
    """Return whether a location is the address of a server."""
    return bool(address_of(place))


def name_of(place: Path) -> str:
    """Return a location as a reader would write it."""
    return address_of(place) or str(place)


def check_local(place: Path) -> Path:
    """Return the location unchanged if it is local, so that files can be written there.

    Raises:
        UsageError: it is a server.
    """
    if address := address_of(place):
        raise UsageError("is a server, and files go into a folder", where=address, advice="name a server with --store")
    return place
