"""Splits the text of an article into pieces, each with the statements it belongs to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from kg.model import Span

__all__ = ["Marks", "Piece", "cut"]


@dataclass(frozen=True, slots=True)
class Marks:
    """The spans of a statement in a text: its evidence, and its `subject`, `trigger` and `object`."""

    evidence: Span
    roles: Sequence[tuple[str, Span]] = ()


@dataclass(frozen=True, slots=True)
class Piece:
    """A span of text that contains no border of a mark.

    Attributes:
        text: its characters.
        begins: numbers of the statements whose evidence begins here.
        within: numbers of the statements whose evidence contains it.
        roles: its roles in any of these, sorted.
    """

    text: str
    begins: tuple[int, ...]
    within: tuple[int, ...]
    roles: tuple[str, ...]


def cut(text: str, marks: Sequence[Marks], body: Span) -> list[Piece]:
    """Return the pieces of the body of a text, in order; together they are exactly the body.

    The body is extended to contain all evidence.

    >>> [piece.text for piece in cut("Nordalia funds Kerlan.", [Marks(Span(0, 8))], Span(0, 22))]
    ['Nordalia', ' funds Kerlan.']
    """
    start = min([body.start, *(mark.evidence.start for mark in marks)])
    end = min(len(text), max([body.end, *(mark.evidence.end for mark in marks)]))
    spans = [span for mark in marks for span in (mark.evidence, *(place for _, place in mark.roles))]
    inside = {place for span in spans for place in (span.start, span.end) if start < place < end}
    borders = [start, *sorted(inside), end]
    places = (Span(first, last) for first, last in pairwise(borders) if first < last)
    return [_piece(text, place, marks) for place in places]


def _piece(text: str, place: Span, marks: Sequence[Marks]) -> Piece:
    around = [(number, mark) for number, mark in enumerate(marks) if mark.evidence.contains(place)]
    return Piece(
        place.of(text),
        tuple(number for number, mark in around if mark.evidence.start == place.start),
        tuple(number for number, _ in around),
        tuple(sorted({role for _, mark in around for role, span in mark.roles if span.contains(place)})),
    )
