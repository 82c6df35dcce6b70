"""Operations on sets of spans: merging, subtraction, trimming."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from kg.model import Span

__all__ = ["merged", "stripped", "without"]


def merged(spans: Iterable[Span]) -> list[Span]:
    """Return the spans in order, with overlapping ones merged."""
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and span.start < merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return merged


def without(span: Span, blocked: Sequence[Span], text: str) -> Iterator[Span]:
    """Return the parts of a span outside the blocked ones, which are sorted and do not overlap."""
    position = span.start
    for index in range(bisect_right(blocked, span.start, key=lambda b: b.end), len(blocked)):
        other = blocked[index]
        if other.start >= span.end:
            break
        if position < other.start:
            yield stripped(Span(position, other.start), text)
        position = max(position, other.end)
    if position < span.end:
        yield stripped(Span(position, span.end), text)


def stripped(span: Span, text: str) -> Span:
    """Return a span without spaces, ampersands and apostrophes at its start, and spaces and ampersands at its end."""
    words = span.of(text)
    start = span.start + len(words) - len(words.lstrip(" \u00a0&'’"))
    return Span(start, max(start, span.start + len(words.rstrip(" \u00a0&"))))
