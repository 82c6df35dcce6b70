"""Content negotiation: chooses the format that a client prefers, by its Accept header.

https://www.rfc-editor.org/rfc/rfc9110#name-accept
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

__all__ = ["choose", "rank"]

_RANGE = re.compile(r"\s*([!#$%&'*+.^_`|~\w-]+)/([!#$%&'*+.^_`|~\w-]+)\s*((?:;.*)?)", re.ASCII)
_QUALITY = re.compile(r";\s*q\s*=\s*(0(?:\.\d{0,3})?|1(?:\.0{0,3})?)\s*(?:;|$)", re.ASCII | re.IGNORECASE)
_ANY_QUALITY = re.compile(r";\s*q\s*=", re.ASCII | re.IGNORECASE)
_MOST = 100


@dataclass(frozen=True, slots=True)
class _Range:
    """One media range that a client accepts, with its quality."""

    kind: str
    subtype: str
    quality: float

    def precision(self, media_type: str) -> int:
        """Return how specifically the range matches the type: 0 for no match, 1 for `*/*`, 3 for the exact type."""
        kind, _, subtype = media_type.partition("/")
        if (self.kind, self.subtype) == (kind, subtype):
            return 3
        return 2 if (self.kind, self.subtype) == (kind, "*") else int(self.kind == self.subtype == "*")


def choose(accept: str, offered: Sequence[str]) -> str | None:
    """Return the media type of `offered` that the client prefers; `None` when it accepts none of them.

    Of equally preferred ones, the first offered. Without a header, anything is accepted.

    >>> choose("text/html;q=0.5, application/*", ["text/html", "application/json"])
    'application/json'
    """
    return next(iter(rank(accept, offered)), None)


def rank(accept: str, offered: Sequence[str]) -> list[str]:
    """Return the media types of `offered` that the client accepts, most preferred first.

    The most specific range that matches a type decides its quality. Invalid ranges are ignored.
    """
    if not accept.strip():
        return list(offered)
    ranges = list(_ranges(accept.split(",")[:_MOST]))
    liked = [(media_type, _quality(media_type, ranges)) for media_type in offered]
    return [media_type for media_type, quality in sorted(liked, key=lambda pair: -pair[1]) if quality > 0]


def _quality(media_type: str, ranges: Iterable[_Range]) -> float:
    best = max(((one.precision(media_type), one.quality) for one in ranges), default=(0, 0.0))
    return best[1] if best[0] else 0.0


def _ranges(parts: Iterable[str]) -> Iterable[_Range]:
    for part in parts:
        found = _RANGE.fullmatch(part)
        if not found or (found[1] == "*" and found[2] != "*"):
            continue
        quality = _QUALITY.search(found[3])
        if quality is None and _ANY_QUALITY.search(found[3]):
            continue
        yield _Range(found[1].lower(), found[2].lower(), float(quality[1]) if quality else 1.0)
