"""Marks words within a sentence in plain text."""

from __future__ import annotations

from collections.abc import Mapping

from kg.model import Span

__all__ = ["around", "mark"]

_ELLIPSIS = "…"


def mark(text: str, marks: Mapping[str, Span], start: int = 0) -> str:
    """Return `text`, which begins at `start` of its article, with each span and its name in double brackets.

    Of overlapping spans, the first is marked; a span outside the text is left out. An empty name is not written.

    >>> mark("Nordalia raised money.", {"": Span(9, 15)})
    'Nordalia ⟦raised⟧ money.'
    """
    inside = Span(start, start + len(text))
    chosen: list[tuple[Span, str]] = []
    for name, span in marks.items():
        if inside.contains(span) and not any(span.overlaps(other) for other, _ in chosen):
            chosen.append((span, f"{name}: " if name else ""))
    for span, name in sorted(chosen, reverse=True):
        first, last = span.start - start, span.end - start
        text = f"{text[:first]}⟦{name}{text[first:last]}⟧{text[last:]}"
    return text


def around(text: str, place: Span | None, width: int) -> tuple[str, int]:
    """Return the part of `text` around `place`, about `width` characters, and its offset; all of a short text.

    >>> around("one two three four", Span(8, 13), 9)
    ('three', 8)
    """
    if len(text) <= width:
        return text, 0
    middle = (place.start + place.end) // 2 if place else 0
    first = max(0, min(middle - width // 2, len(text) - width))
    last = min(len(text), first + width)
    first = text.find(" ", first, last) + 1 if first and " " in text[first:last] else first
    end = text.rfind(" ", first, last) if last < len(text) else last
    return text[first : end if end > first else last], first
