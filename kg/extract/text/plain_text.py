"""The plain form of a text, without invisible characters, with a mapping of spans to the original.

Combining accents, soft hyphens, zero-width characters, direction marks and unusual spaces are hardly visible, but break
words. The grammar reads the plain form; offsets in the results still refer to the original text.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import Any

from kg.extract.text.datelines import find_agency_marks
from kg.extract.text.line_ends import find_hyphens, find_wraps
from kg.extract.text.markdown import MARK_STEPS, find_marks, find_notes
from kg.extract.text.sentences import LONGEST
from kg.model import Article, Extraction, Mention, Skipped, Span, Term, Value

__all__ = ["PlainText", "in_original"]

_MARKS = "\u0300-\u036f\u1dc0-\u1dff\u20d0-\u20f0\ufe20-\ufe2f"
_ODD = re.compile(
    "(?P<unseen>[\u00ad\u034f\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]+)"
    r"|(?P<further>\r(?=\n)|(?<=\S ) (?=\S))"
    rf"|(?P<marked>[^\W\d_]?[{_MARKS}]+)"
    r"|(?P<control>[\x00-\x08\x0e-\x1b\x7f])"
    "|(?P<grouping>(?<=\\d)[\u2000-\u200a\u205f])"
    "|(?P<space>[\u1680\u2000-\u200a\u205f\u3000]|(?<=[^\\W\\d_])[\u00a0\u202f](?=[^\\W\\d_]))"
    "|(?P<hyphen>[\u2010\u2011])"
    "|(?P<apostrophe>(?<=[^\\W\\d_])[\u00b4\u02bc\u2032](?=[^\\W\\d_]))"
    "|(?P<joined>[\ufb00-\ufb06\uff01-\uff5e])"
)
_STANDS_FOR = {"unseen": "", "further": "", "control": " ", "grouping": "\u202f", "space": " ", "hyphen": "-",
               "apostrophe": "’"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class PlainText:
    """A plain text, with the start and end of each of its characters in the original text.

    >>> plain = PlainText.from_text("une leve\u0301e de\u00adfonds")
    >>> plain.text, plain.original(Span(4, 9))
    ('une levée defonds', Span(start=4, end=10))
    """

    text: str
    starts: array[int]
    ends: array[int]

    @classmethod
    def from_text(cls, text: str, *, markdown: bool = False) -> PlainText:
        """Return the plain form of a text, which may be written in Markdown.

        Odd characters go first, then marks of Markdown and of notes, line ends within words and sentences, and what
        agencies set around a text.
        """
        plain = cls(text, array("l", range(len(text))), array("l", range(1, len(text) + 1)))
        plain = plain._edited((Span(match.start(), match.end()), _plain(match)) for match in _ODD.finditer(text))
        for step in range(MARK_STEPS if markdown else 0):
            plain = plain._edited(find_marks(plain.text, step))
        plain = plain._edited(find_notes(plain.text))
        plain = plain._edited(find_hyphens(plain.text))
        plain = plain._edited(find_wraps(plain.text, markdown=markdown))
        return plain._edited(find_agency_marks(plain.text))

    def _edited(self, edits: Iterable[tuple[Span, str]]) -> PlainText:
        """Return this with other words in the place of some, in order, each of which stands for what was there."""
        parts: list[str] = []
        starts, ends = array("l"), array("l")
        position = 0
        for span, words in edits:
            if span.start < position:
                continue
            parts += self.text[position : span.start], words
            starts.extend(self.starts[position : span.start])
            ends.extend(self.ends[position : span.start])
            if words:
                starts.extend([self.starts[span.start]] * len(words))
                ends.extend([self.ends[span.end - 1]] * len(words))
            position = span.end
        if not position:
            return self
        starts.extend(self.starts[position:])
        ends.extend(self.ends[position:])
        return PlainText("".join((*parts, self.text[position:])), starts, ends)

    def article(self, article: Article) -> Article:
        """Return the article with this plain form as its text, and its body adjusted."""
        body = Span(bisect_left(self.starts, article.body.start), bisect_left(self.starts, article.body.end))
        return replace(article, text=self.text, body=body)

    def original(self, span: Span) -> Span:
        """Return the span in the original text for a span of the plain text."""
        if span.start >= span.end:
            place = self.starts[span.start] if span.start < len(self.starts) else max(self.ends, default=0)
            return Span(place, place)
        return Span(self.starts[span.start], self.ends[span.end - 1])


def in_original(extraction: Extraction, article: Article, plain: PlainText) -> Extraction:
    """Return the extraction from an article's plain form, with spans and mentions mapped to the original article.

    Labels and names of entities keep their plain form.
    """
    restored: Extraction = _restored(replace(extraction, article=article), article, plain)
    return restored


def _restored(value: Any, article: Article, plain: PlainText) -> Any:
    if isinstance(value, Article) or value is None:
        return value
    if isinstance(value, Span):
        return plain.original(value)
    if isinstance(value, tuple):
        return tuple(_restored(part, article, plain) for part in value)
    if not is_dataclass(value):
        return value
    changed = {f.name: _restored(getattr(value, f.name), article, plain) for f in fields(value)}
    if isinstance(value, Mention):
        changed["text"] = changed["span"].of(article.text)
    if isinstance(value, Term) and isinstance(value.target, Value):
        changed["target"] = _labelled(value.target, value.mention.text, changed["mention"].text)
    if isinstance(value, Skipped):
        changed["text"] = changed["sentence"].of(article.text)[:LONGEST] if value.text else ""
    return replace(value, **changed)


def _labelled(value: Value, plain: str, words: str) -> Value:
    """Return a value whose label, and number if it is words, are in the article's original form."""
    parts = {"label": value.label, "number": value.number}
    return replace(value, **{name: words for name, part in parts.items() if part == plain})


def _plain(match: re.Match[str]) -> str:
    kind = match.lastgroup or ""
    if kind in _STANDS_FOR:
        return _STANDS_FOR[kind]
    if kind == "joined":
        return unicodedata.normalize("NFKC", match[0])
    composed = unicodedata.normalize("NFC", match[0])
    return "".join(letter for letter in composed if not unicodedata.combining(letter))
