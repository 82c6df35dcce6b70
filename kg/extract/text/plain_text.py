"""The plain form of a text, without invisible characters, with a mapping of spans to the original.

Combining accents, soft hyphens, zero-width characters, direction marks and unusual spaces are hardly visible, but break
words. The grammar reads the plain form; offsets in the results still refer to the original text.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from bisect import bisect_left
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import Any

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
    def from_text(cls, text: str) -> PlainText:
        """Return the plain form of a text."""
        parts: list[str] = []
        starts, ends = array("l"), array("l")
        position = 0
        for match in _ODD.finditer(text):
            plain = _plain(match)
            parts += text[position : match.start()], plain
            starts.extend((*range(position, match.start()), *[match.start()] * len(plain)))
            ends.extend((*range(position + 1, match.start() + 1), *[match.end()] * len(plain)))
            position = match.end()
        starts.extend(range(position, len(text)))
        ends.extend(range(position + 1, len(text) + 1))
        return cls("".join((*parts, text[position:])), starts, ends)

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
