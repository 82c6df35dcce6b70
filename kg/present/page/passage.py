"""The passage of the article around a statement, with the spans of its roles."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kg.model import Article, Span, Statement

__all__ = ["Passage", "find_passage", "find_roles"]

_WHOLE = 1_200
_CONTEXT = 420
_BLANK_LINE = re.compile(r"\n[ \t\r]*\n")


@dataclass(frozen=True, slots=True)
class Passage:
    """Words around a statement.

    Attributes:
        text: the words, with an ellipsis where it was cut.
        start: the offset of `text` in the article, in characters, minus the length of a leading ellipsis.
        spans: the span of each role in `text`, in the order `evidence`, `subject`, `trigger`, `object`, `asset`,
            `organization`; in UTF-16 code units, as in JavaScript. Roles outside the passage are left out.
    """

    text: str
    start: int
    spans: Mapping[str, Span]


def find_passage(statement: Statement, article: Article | None) -> Passage:
    """Return the paragraph that contains the evidence.

    Without the article, or when its text has changed, the passage is the evidence alone. A long paragraph is cut near
    the evidence. Roles may overlap.
    """
    evidence = statement.evidence.span
    if article is None or evidence.of(article.text) != statement.evidence.text:
        return _passage((statement.evidence.text, ""), evidence.start, statement)
    paragraph = _paragraph(article, evidence)
    whole = paragraph.end - paragraph.start <= _WHOLE
    start = paragraph.start if whole else _near(article.text, paragraph.start, evidence.start)
    end = paragraph.end if whole else _near(article.text, paragraph.end, evidence.end)
    before, after = "… " * (start > paragraph.start), " …" * (end < paragraph.end)
    return _passage((article.text[start:end], before), start, statement, after=after)


def find_roles(statement: Statement) -> Iterator[tuple[str, Span]]:
    """Yield each role of the statement with its span in the article."""
    yield "evidence", statement.evidence.span
    yield "subject", statement.subject.mention.span
    yield "trigger", statement.trigger
    yield "object", statement.object.mention.span
    if statement.qualifiers.asset is not None:
        yield "asset", statement.qualifiers.asset.mention.span
    if statement.qualifiers.organization is not None:
        yield "organization", statement.qualifiers.organization.mention.span


def _passage(shown: tuple[str, str], offset: int, statement: Statement, *, after: str = "") -> Passage:
    """Return the passage for words at `offset` of the article and the ellipsis before them, with its roles."""
    words, before = shown
    ends = Span(offset, offset + len(words))

    def shift(place: int) -> int:
        return len(before) + _units(words[: place - offset])

    spans = {
        role: Span(shift(span.start), shift(span.end)) for role, span in find_roles(statement) if ends.contains(span)
    }
    return Passage(before + words + after, offset - len(before), spans)


def _units(text: str) -> int:
    """Return the number of UTF-16 code units in the text; a lone surrogate counts as one.

    >>> _units("a😀")
    3
    """
    return len(text) + sum(character > "\uffff" for character in text)


def _paragraph(article: Article, evidence: Span) -> Span:
    """Return the paragraph around the evidence: up to blank lines, or line breaks in a text without blank lines."""
    text, body = article.text, article.body
    if not body.contains(evidence):
        body = Span(0, len(text))
    ends = r"\n[ \t\r]*\n" if _BLANK_LINE.search(text, body.start, body.end) else r"\n"
    breaks = [match.span() for match in re.finditer(ends, text[body.start : body.end])]
    start = max((body.start + end for _, end in breaks if body.start + end <= evidence.start), default=body.start)
    end = min((body.start + begin for begin, _ in breaks if body.start + begin >= evidence.end), default=body.end)
    return Span(start, end)


def _near(text: str, border: int, evidence: int) -> int:
    """Return the border of the paragraph, or a space between if it is too far from the evidence."""
    if abs(border - evidence) <= _CONTEXT:
        return border
    if border < evidence:
        space = text.find(" ", evidence - _CONTEXT, evidence)
        return evidence - _CONTEXT if space < 0 else space + 1
    space = text.rfind(" ", evidence, evidence + _CONTEXT)
    return evidence + _CONTEXT if space < 0 else space
