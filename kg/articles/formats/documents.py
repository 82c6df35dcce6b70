"""Documents of word processors and printers: .docx and .pdf; they need the extra `kg[documents]`."""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from kg.articles.formats.source import Source
from kg.articles.metadata.article_building import build_article
from kg.articles.metadata.metadata import Metadata, clean
from kg.errors import ArticleError
from kg.model import Article, Cause, Remark

__all__ = ["read_docx", "read_pdf"]

_PDF, _DOCX = "pdf/1", "docx/1"
_EXTRA = "install the extra: pip install 'kg[documents]'"


def read_pdf(source: Source) -> Iterator[Article | ArticleError]:
    """Return the article of a PDF: the text of its pages, with the line ends that they have."""
    try:
        from pypdf import PdfReader  # noqa: PLC0415 - an extra
    except ImportError as error:
        raise ArticleError("is a PDF, which needs pypdf", where=source.document, advice=_EXTRA) from error

    try:
        reader = PdfReader(io.BytesIO(source.read()))
        text = "\n\n".join(page.extract_text() for page in reader.pages)
        given = reader.metadata
        metadata = _metadata(
            given.title if given else "", given.creation_date if given else None, given.author if given else "", _PDF
        )
    except ArticleError:
        raise
    except Exception as error:  # the library raises whatever a broken file makes it
        advice = "check that it opens, and that it is not locked"
        raise ArticleError("is no PDF that can be read", where=source.document, advice=advice) from error
    if not text.strip():
        advice = "scanned pages are pictures: recognise their text first"
        raise ArticleError("holds no text", where=source.document, advice=advice)
    yield build_article(text, source.document, metadata, source.language)


def read_docx(source: Source) -> Iterator[Article | ArticleError]:
    """Return the article of a document of Word: its headings, paragraphs and lists; rows of tables are left out."""
    try:
        from docx import Document  # noqa: PLC0415 - an extra
    except ImportError as error:
        raise ArticleError("is a .docx, which needs python-docx", where=source.document, advice=_EXTRA) from error

    try:
        document = Document(io.BytesIO(source.read()))
        blocks = [_block(one.style.name if one.style else "", one.text) for one in document.paragraphs]
        rows = [" | ".join(cell.text for cell in row.cells) for table in document.tables for row in table.rows]
        given = document.core_properties
        metadata = _metadata(given.title, None, given.author, _DOCX)
    except ArticleError:
        raise
    except Exception as error:  # as above
        advice = "check that it opens"
        raise ArticleError("is no .docx that can be read", where=source.document, advice=advice) from error
    remarks = (Remark(Cause.LEFT_OUT, "a row of a table", clean(row)) for row in rows if row.strip(" |"))
    text = "\n\n".join(block for block in blocks if block.strip())
    yield build_article(text, source.document, metadata.with_remarks(*remarks), source.language)


def _block(style: str, text: str) -> str:
    words = " ".join(text.split())
    if words and style.startswith(("Heading", "Title")):
        level = style.rpartition(" ")[2]
        return "#" * (int(level) if level.isdigit() else 1) + " " + words
    return "- " + words if words and style.startswith("List") else words


def _metadata(title: Any, day: datetime | None, author: Any, reader: str) -> Metadata:
    """Return what a document says of itself; of a PDF the day is when it was made, often the article's."""
    authors = (clean(str(author)),) if author else ()
    return Metadata(
        title=clean(str(title or "")), date=day.date().isoformat() if day else "", authors=authors, reader=reader
    )
