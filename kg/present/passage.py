"""The words of the article around a statement, cut where its subject, trigger and object begin and end."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from kg.model import Article, Span, Statement

__all__ = ["Piece", "cut_passage"]

_CONTEXT = 420
_BLANK_LINE = re.compile(r"\n[ \t\r]*\n")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a passage and what it is in the statement: `evidence`, `subject`, `trigger`, `object`, `asset`."""

    text: str
    roles: tuple[str, ...]


def cut_passage(statement: Statement, article: Article | None) -> tuple[Piece, ...]:
    """Return the paragraph that holds the evidence, in pieces that follow each other.

    Without the article, or when its text is not the one that the statement was read in, the evidence stands alone.
    A paragraph that goes on for long is cut near the evidence, which an ellipsis shows. Roles may overlap.
    """
    evidence = statement.evidence.span
    if article is None or evidence.of(article.text) != statement.evidence.text:
        return _cut(statement.evidence.text, evidence.start, (evidence, statement))
    paragraph = _paragraph(article, evidence)
    start = _near(article.text, paragraph.start, evidence.start)
    end = _near(article.text, paragraph.end, evidence.end)
    pieces = _cut(article.text[start:end], start, (evidence, statement))
    before = (Piece("… ", ()),) if start > paragraph.start else ()
    after = (Piece(" …", ()),) if end < paragraph.end else ()
    return before + pieces + after


def _paragraph(article: Article, evidence: Span) -> Span:
    """Return the paragraph around the evidence: up to a blank line, or to the line's end in a text without any."""
    text, body = article.text, article.body
    if not body.contains(evidence):
        body = Span(0, len(text))
    ends = r"\n[ \t\r]*\n" if _BLANK_LINE.search(text, body.start, body.end) else r"\n"
    breaks = [match.span() for match in re.finditer(ends, text[body.start : body.end])]
    start = max((body.start + end for _, end in breaks if body.start + end <= evidence.start), default=body.start)
    end = min((body.start + begin for begin, _ in breaks if body.start + begin >= evidence.end), default=body.end)
    return Span(start, end)


def _near(text: str, border: int, evidence: int) -> int:
    """Return the border of the paragraph, or a space on the way to it when it is too far from the evidence."""
    if abs(border - evidence) <= _CONTEXT:
        return border
    if border < evidence:
        space = text.find(" ", evidence - _CONTEXT, evidence)
        return evidence - _CONTEXT if space < 0 else space + 1
    space = text.rfind(" ", evidence, evidence + _CONTEXT)
    return evidence + _CONTEXT if space < 0 else space


def _cut(text: str, offset: int, shown: tuple[Span, Statement]) -> tuple[Piece, ...]:
    """Return `text`, which begins at `offset` of the article, cut at every border of a role."""
    evidence, statement = shown
    roles = [("evidence", evidence), ("subject", statement.subject.mention.span)]
    roles += [("trigger", statement.trigger), ("object", statement.object.mention.span)]
    if statement.qualifiers.asset is not None:
        roles.append(("asset", statement.qualifiers.asset.mention.span))
    whole = Span(offset, offset + len(text))
    borders = {border for _, span in roles for border in (span.start, span.end)}
    cuts = sorted({whole.start, whole.end} | {border for border in borders if whole.start < border < whole.end})
    stretches = [Span(start, end) for start, end in pairwise(cuts)]
    return tuple(
        Piece(
            text[stretch.start - offset : stretch.end - offset],
            tuple(role for role, span in roles if span.contains(stretch)),
        )
        for stretch in stretches
    )
