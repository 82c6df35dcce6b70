"""Splits a block into sentences, and finds quotations.

The parser's own sentence boundaries are wrong for names, amounts and detached participles ("Fondée en 2018, …"); these
rules use only punctuation. Quotations are found first: a full stop within them does not end a sentence of the article.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise

from kg.model import Span

__all__ = ["LONGEST", "find_overlong", "find_quoted", "split_sentences"]

_OPENING = re.compile('[«“"„]')
_CLOSING = str.maketrans('«“"„', '»”"“')
# The look-behind prevents a match attempt at each of many full stops in a run.
_END = re.compile(r"(?:(?<![.!?…])[.!?…]+|(?=\n))(?:[ \u00a0\u202f]?[)\]»”\"’])*\s+(?=[^\s])")
LONGEST = 2_000
"""The maximal length of a sentence; anything longer is a table or a list, and is read in parts."""
_CLOSED = re.compile(r"\s*[»”\"“]?")
_ABBREVIATION = re.compile(
    r"(?:\b(?:[^\W\d_]|M|MM|Mme|Mlle|Dr|Pr|St|Ste|Mr|Mrs|Ms|Jr|Sr|Inc|Corp|Co|Ltd|No|vs|approx|etc|cf|env|al|Sen|Rep|Gov|"
    r"Jan|Feb|Aug|Sept?|Oct|Nov|Dec|janv|févr|juil|[A-Z](?:\.[A-Z])+))\.\s+$"
)


def find_quoted(text: str, span: Span) -> tuple[Span, ...]:
    """Return the quotations in `span`, without quotation marks, in order and not nested.

    A mark that is not closed within `span` is ignored. Straight marks are paired in order.
    """
    found: list[Span] = []
    position, unclosed = span.start, set[str]()
    while (opening := _OPENING.search(text, position, span.end)) is not None:
        mark, position = opening[0], opening.end()
        end = -1 if mark in unclosed else text.find(mark.translate(_CLOSING), position, span.end)
        if end < 0:
            unclosed.add(mark)
            continue
        inner = _strip(text, Span(position, end))
        if inner.start < inner.end and text[inner.end - 1] == ",":
            # In English, the comma of the sentence comes before the closing mark.
            inner = Span(inner.start, inner.end - 1)
        if inner.start < inner.end:
            found.append(inner)
        position = end + 1
    return tuple(found)


def split_sentences(text: str, span: Span, quoted: tuple[Span, ...]) -> tuple[Span, ...]:
    """Return the sentences of a block, in order, without surrounding white space.

    Text without a sentence end for more than `LONGEST` characters is cut at white space, but not within `quoted`, which
    must be sorted.
    """
    bounds = [span.start, *_cuts(text, span, quoted), span.end]
    pieces = (Span(start, end) for start, end in pairwise(bounds))
    parts = (part for piece in pieces for part in _parts(text, piece, quoted))
    return tuple(stripped for part in parts if (stripped := _strip(text, part)).start < stripped.end)


def find_overlong(text: str, span: Span, quoted: tuple[Span, ...]) -> tuple[Span, ...]:
    """Return the spans longer than `LONGEST` without a sentence end, which `split_sentences` cuts at white space."""
    if span.end - span.start <= LONGEST:
        return ()
    bounds = [span.start, *_cuts(text, span, quoted), span.end]
    return tuple(Span(start, end) for start, end in pairwise(bounds) if end - start > LONGEST)


def _cuts(text: str, span: Span, quoted: Sequence[Span]) -> Iterator[int]:
    for match in _END.finditer(text, span.start, span.end):
        cut = match.end()
        following = text[cut]
        around = _around(match.start(), quoted)
        # Only the last sentence end in a quotation can end the sentence around it.
        if around is not None and re.search(r"\w", text[match.start() : around.end]):
            continue
        if _ABBREVIATION.search(text[max(span.start, cut - 14) : cut]):
            continue
        if following.isupper() or following.isdigit() or following in "«“\"'([–—-‘":
            yield cut


def _parts(text: str, span: Span, quoted: Sequence[Span]) -> Iterator[Span]:
    start = span.start
    while span.end - start > LONGEST:
        limit = start + LONGEST
        around = _around(limit, quoted)
        space = text.rfind(" ", start + 1, limit)
        end = space if space > 0 else limit
        if around is not None and (closed := _CLOSED.match(text, around.end, span.end)):
            end = closed.end()
        yield Span(start, end)
        start = end
    yield Span(start, span.end)


def _around(position: int, quoted: Sequence[Span]) -> Span | None:
    """Return the quotation that contains a position, if any."""
    index = bisect_right(quoted, position, key=lambda quotation: quotation.start) - 1
    return quoted[index] if index >= 0 and position < quoted[index].end else None


def _strip(text: str, span: Span) -> Span:
    words = span.of(text)
    start = span.start + len(words) - len(words.lstrip())
    return Span(start, max(start, span.start + len(words.rstrip())))
