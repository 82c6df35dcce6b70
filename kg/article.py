"""An article as read, and what was not read of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

__all__ = ["Article", "Cause", "Remark", "Span"]


class Cause(StrEnum):
    """Why words that could make a statement do not; the groups by which skipped words are counted."""

    NO_SUBJECT = "no subject"
    NO_OBJECT = "no object"
    NO_ENDS = "neither subject nor object"
    NO_AMOUNT = "no amount"
    CLASS = "class does not fit"
    UNRESOLVED = "refers to nothing known"
    UNNAMED = "no name is known"
    CONDITION = "means something else here"
    SAME_ENTITY = "both ends are one entity"
    RECEIVER = "a receiver, not a place"
    PART_OF_SPEECH = "another part of speech"
    APART = "words that do not belong together"
    REPEATED = "stated by another word"
    SPEAKER = "no speaker is known"
    LANGUAGE = "in another language"
    CUT = "cut"
    REFUSED = "not read"
    FAILED = "failed"
    LEFT_OUT = "left out of the page"
    FIELD = "a field that is not understood"
    ENCODING = "not in UTF-8"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A range of characters of an article's text.

    >>> Span(3, 7).of("un mot de trop")
    'mot '
    """

    start: int
    end: int

    def of(self, text: str) -> str:
        """Return the words of `text` that the span covers."""
        return text[self.start : self.end]

    def contains(self, other: Span) -> bool:
        """Return whether `other` lies within this span; a span contains itself."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Return whether the two spans share at least one character."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Remark:
    """What a user should know of the reading of an article: a part that was left out, a field that was not understood.

    Attributes:
        cause: the group it belongs to.
        reason: why, in words.
        text: the words that were left out, or the field; may be cut.
    """

    cause: Cause
    reason: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class Article:
    """One article as read.

    Attributes:
        document: the name it is known by: the path as given, with forward slashes, and for an article within a file
            of several `path#id`.
        language: `fr` or `en`.
        title: the title, or an empty string when unknown.
        date: the date of publication, if known.
        text: the decoded text, exactly as read, or as a reader took it out of its file; all offsets count its
            characters.
        body: the span of the article proper in `text`, after front matter.
        sha256: the hash of `text` in UTF-8, in hexadecimal.
        url: its canonical address on the web; empty when none is known.
        publisher: who published it; empty when nobody is known.
        authors: who wrote it, in the order given.
        reader: the reader that made `text` out of the file, with its version; empty when `text` is the file's own.
        markdown: whether `text` is written in Markdown.
        remarks: what was left out or not understood, in order.
    """

    document: str
    language: str
    title: str
    date: date | None
    text: str
    body: Span
    sha256: str
    url: str = ""
    publisher: str = ""
    authors: tuple[str, ...] = ()
    reader: str = ""
    markdown: bool = False
    remarks: tuple[Remark, ...] = ()
