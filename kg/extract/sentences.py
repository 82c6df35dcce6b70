"""Cutting a block into sentences, and finding what stands in quotation marks.

The parser's own sentence ends err on names, amounts and detached participles ("Fondée en 2018, …"); these rules look
at punctuation alone. Quoted words are found first: a full stop within them ends no sentence of the article.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from kg.model import Span

__all__ = ["find_quoted", "split_sentences"]

_PAIRS = (("«", "»"), ("“", "”"), ('"', '"'), ("„", "“"))
_END = re.compile(r"(?:[.!?…]+|[.!?…]*(?=\n))[)\]»”\"’]*\s+(?=[^\s])")
_ABBREVIATION = re.compile(
    r"(?:\b(?:[^\W\d_]|M|MM|Mme|Mlle|Dr|Pr|St|Ste|Mr|Mrs|Ms|Jr|Sr|Inc|Corp|Co|Ltd|No|vs|approx|etc|cf|env|al|Sen|Rep|Gov|"
    r"Jan|Feb|Aug|Sept?|Oct|Nov|Dec|janv|févr|juil|[A-Z](?:\.[A-Z])+))\.\s+$"
)


def find_quoted(text: str, span: Span) -> tuple[Span, ...]:
    """Return what stands within quotation marks in `span`, without the marks, in order, never nested.

    A mark that is not closed within `span` opens nothing. Straight marks pair up in order.
    """
    found: list[Span] = []
    position = span.start
    while position < span.end:
        closing = next((close for opened, close in _PAIRS if text[position] == opened), None)
        end = text.find(closing, position + 1, span.end) if closing else -1
        if end > position:
            inner = text[position + 1 : end]
            start = position + 1 + len(inner) - len(inner.lstrip())
            found.append(Span(start, max(start, position + 1 + len(inner.rstrip()))))
            position = end
        position += 1
    return tuple(quoted for quoted in found if quoted.start < quoted.end)


def split_sentences(text: str, span: Span, quoted: tuple[Span, ...]) -> tuple[Span, ...]:
    """Return the sentences of a block, in order, without the white space around them."""
    bounds = [span.start, *_cuts(text, span, quoted), span.end]
    pieces = (Span(start, end) for start, end in pairwise(bounds))
    return tuple(stripped for piece in pieces if (stripped := _strip(text, piece)).start < stripped.end)


def _cuts(text: str, span: Span, quoted: tuple[Span, ...]) -> Iterator[int]:
    for match in _END.finditer(text, span.start, span.end):
        cut = match.end()
        following = text[cut]
        if any(q.start <= match.start() < q.end for q in quoted) and not _closes(text, match.start(), quoted):
            continue
        if _ABBREVIATION.search(text[max(span.start, cut - 14) : cut]):
            continue
        if following.isupper() or following.isdigit() or following in "«“\"'([–—-‘":
            yield cut


def _closes(text: str, end: int, quoted: tuple[Span, ...]) -> bool:
    """Return whether the sentence's end is the last of a quotation, so that the quotation ends the sentence."""
    return any(q.start <= end < q.end and not re.search(r"\w", text[end : q.end]) for q in quoted)


def _strip(text: str, span: Span) -> Span:
    words = span.of(text)
    start = span.start + len(words) - len(words.lstrip())
    return Span(start, max(start, span.start + len(words.rstrip())))
