"""A text and what is known of it become an `Article`."""

from __future__ import annotations

import hashlib
import re

from kg.articles.metadata.metadata import Metadata, day_or_remark
from kg.errors import ArticleError
from kg.extract.text.datelines import find_dateline
from kg.extract.text.language import LANGUAGES, detect_language
from kg.extract.text.plain_text import PlainText
from kg.model import Article, Span

__all__ = ["LONGEST", "build_article"]

LONGEST = 1_000_000
"""How many characters an article may have: a long novel has fewer."""
_LONGEST_TITLE = 200


def build_article(
    text: str, document: str, metadata: Metadata, language: str | None, *, start: int = 0, markdown: bool = False
) -> Article:
    """Return the article of a text, whose body begins at `start`; `language` goes before the one that is stated.

    Raises:
        ArticleError: it is empty, too long, or in a language that kg does not read.
    """
    if not text[start:].strip():
        raise ArticleError("is empty", where=document, advice="give it a text")
    if len(text) > LONGEST:
        raise ArticleError(f"has more than {LONGEST} characters", where=document, advice="cut it into articles")
    metadata = metadata.or_else(_of_dateline(text[start:]))
    day, remarks = day_or_remark(metadata.date)
    return Article(
        document=document,
        language=_language(text[start:], document, language or metadata.language),
        title=metadata.title or _first_line(text[start:]),
        date=day,
        text=text,
        body=Span(start, len(text)),
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        url=metadata.url,
        publisher=metadata.publisher,
        authors=metadata.authors,
        reader=metadata.reader,
        markdown=markdown,
        remarks=(*metadata.remarks, *remarks),
    )


def _language(text: str, document: str, stated: str) -> str:
    """Return the language that is stated, or else that of the words.

    Raises:
        ArticleError: kg does not read it, or it is not known.
    """
    language = stated or detect_language(PlainText.from_text(text).text)
    if language in LANGUAGES:
        return language
    if not language:
        advice = "name it by --language " + " or ".join(LANGUAGES)
        raise ArticleError("its language is not known from its words", where=document, advice=advice)
    complaint = f"unknown language {stated!r}" if stated else f"its words are of the language {language!r}"
    raise ArticleError(complaint, where=document, advice="use one of " + ", ".join(LANGUAGES))


def _of_dateline(text: str) -> Metadata:
    """Return what the dateline of an agency's text says: its wire is the publisher, its day that of publication."""
    found = find_dateline(text)
    if found is None:
        return Metadata()
    return Metadata(date=found.day if re.search(r"\d{4}$", found.day) else "", publisher=found.wire)


def _first_line(text: str) -> str:
    lines = (line.strip("#*_> \t\r") for line in text.splitlines())
    line = next((line for line in lines if line), "")
    return line if len(line) <= _LONGEST_TITLE else ""
