"""Documents of word processors and printers: .docx and .pdf; they need the extra `kg[documents]`."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator

from kg.articles.formats.source import Source
from kg.articles.metadata.article_building import build_article
from kg.articles.metadata.metadata import Metadata, clean
from kg.errors import ArticleError
from kg.model import Article, Cause, Remark

__all__ = ["read_docx", "read_pdf"]

_PDF, _DOCX = "pdf/1", "docx/1"
# How much of the usual width a line must fill, and how many characters, to be one that goes on.
_FULL, _NARROW = 0.8, 30
_EXTRA = "install the extra: pip install 'kg[documents]'"


def read_pdf(source: Source) -> Iterator[Article | ArticleError]:
    """Return the article of a PDF: the text of its boxes, in which a space stands for a line end within a paragraph."""
    try:
        import pdfminer.high_level  # noqa: PLC0415, F401 - an extra
    except ImportError as error:
        raise ArticleError("is a PDF, which needs pdfminer.six", where=source.document, advice=_EXTRA) from error

    content = io.BytesIO(source.read())
    try:
        metadata, text = _pdf_metadata(content), "\n\n".join(_pdf_pages(content))
    except Exception as error:  # the library raises whatever a broken file makes it
        advice = "check that it opens, and that it is not locked"
        raise ArticleError("is no PDF that can be read", where=source.document, advice=advice) from error
    if not text.strip():
        advice = "scanned pages are pictures: recognise their text first"
        raise ArticleError("holds no text", where=source.document, advice=advice)
    yield build_article(text, source.document, metadata, source.language)


def _pdf_pages(content: io.BytesIO) -> Iterator[str]:
    """Return the text of each page, its boxes parted by blank lines."""
    from pdfminer.high_level import extract_pages  # noqa: PLC0415 - an extra
    from pdfminer.layout import LTTextContainer  # noqa: PLC0415

    for page in extract_pages(content):
        boxes = [box.get_text() for box in page if isinstance(box, LTTextContainer)]
        widths = sorted(len(line) for box in boxes for line in box.split("\n") if line.strip())
        full = _FULL * widths[int(0.9 * (len(widths) - 1))] if widths else 0
        yield "\n\n".join(words for box in boxes if (words := _joined(box, max(full, _NARROW))))


def _joined(box: str, full: float) -> str:
    """Return the words of a box with a space for each line end after a full line, which only breaks a paragraph.

    Lines that end with a hyphen stay, for whoever reads the text to join the word.
    """
    lines = [" ".join(line.split()) for line in box.split("\n")]
    ends = (" " if len(line) >= full and not line.endswith("-") else "\n" for line in lines)
    return "".join(line + end for line, end in zip(lines, ends, strict=True)).strip()


def _pdf_metadata(content: io.BytesIO) -> Metadata:
    """Return what a PDF says of itself; the day is when it was made, often the article's."""
    from pdfminer.pdfdocument import PDFDocument  # noqa: PLC0415 - an extra
    from pdfminer.pdfparser import PDFParser  # noqa: PLC0415
    from pdfminer.utils import decode_text  # noqa: PLC0415

    given = PDFDocument(PDFParser(content)).info
    known = {name: decode_text(value) for one in given for name, value in one.items() if isinstance(value, bytes)}
    made = re.match(r"D:(\d{4})(\d\d)(\d\d)", known.get("CreationDate", ""))
    author = clean(known.get("Author", ""))
    return Metadata(
        title=clean(known.get("Title", "")),
        date="-".join(made.groups()) if made else "",
        authors=(author,) if author else (),
        reader=_PDF,
    )


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
        author = clean(given.author or "")
        metadata = Metadata(title=clean(given.title or ""), authors=(author,) if author else (), reader=_DOCX)
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
