from __future__ import annotations

import io
import sys
from collections.abc import Sequence
from datetime import date

import pytest

from kg.model import Cause
from tests.articles.formats.sources import WORDS, article, complaint

docx = pytest.importorskip("docx")
pytest.importorskip("pdfminer")


def pdf(*pages: str) -> bytes:
    """Return a document of some pages, each of lines."""
    count = len(pages)
    kids = " ".join(f"{4 + 2 * number} 0 R" for number in range(count))
    objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Count {count}/Kids[{kids}]>>",
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    fonts = "<</Font<</F1 3 0 R>>>>"
    for number, lines in enumerate(pages):
        drawn = "".join(f"({line}) Tj T* " for line in lines.split("\n"))
        content = f"BT /F1 12 Tf 14 TL 72 720 Td {drawn}ET"
        objects += [
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Resources {fonts}/Contents {5 + 2 * number} 0 R>>",
            f"<</Length {len(content)}>>stream\n{content}\nendstream",
        ]
    objects.append("<</Title(A deal)/Author(Ana Mor)/CreationDate(D:20250304100000Z)>>")
    return _with_table(objects)


def _with_table(objects: Sequence[str]) -> bytes:
    written, places = b"%PDF-1.4\n", []
    for number, one in enumerate(objects, start=1):
        places.append(len(written))
        written += f"{number} 0 obj\n{one}\nendobj\n".encode()
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    size = len(objects) + 1
    end = f"xref\n0 {size}\n0000000000 65535 f \n{table}trailer<</Size {size}/Root 1 0 R/Info {size - 1} 0 R>>\n"
    return written + f"{end}startxref\n{len(written)}\n%%EOF".encode()


def test_a_pdf_is_read_page_after_page() -> None:
    found = article(pdf(WORDS, "It will pay for it."), "a.pdf")
    assert found.text.split() == [*WORDS.split(), "It", "will", "pay", "for", "it."]
    assert found.reader == "pdf/1"


def test_a_pdf_says_what_is_known_of_it() -> None:
    found = article(pdf(WORDS), "a.pdf")
    assert (found.title, found.date, found.authors) == ("A deal", date(2025, 3, 4), ("Ana Mor",))


def test_a_pdf_without_words_is_an_error() -> None:
    assert complaint(pdf(""), "a.pdf").startswith("a.pdf: holds no text; scanned pages are pictures")


@pytest.mark.parametrize("content", [b"%PDF", b"%PDF-1.4\nabc", pdf(WORDS)[:200], b"no"])
def test_a_broken_pdf_is_an_error(content: bytes) -> None:
    assert complaint(content, "a.pdf").startswith("a.pdf: ")


def word(*paragraphs: tuple[str, str], row: Sequence[str] = ()) -> bytes:
    document, written = docx.Document(), io.BytesIO()
    for words, style in paragraphs:
        document.add_paragraph(words, style)
    if row:
        cells = document.add_table(1, len(row)).rows[0].cells
        for cell, words in zip(cells, row, strict=True):
            cell.text = words
    document.core_properties.title, document.core_properties.author = "A deal", "Ana Mor"
    document.save(written)
    return written.getvalue()


def test_a_docx_is_read_with_its_headings_and_lists() -> None:
    found = article(word(("Plants", "Heading 2"), (WORDS, "Normal"), ("It pays.", "List Bullet")), "a.docx")
    assert found.text == f"## Plants\n\n{WORDS}\n\n- It pays."
    assert (found.title, found.authors, found.reader) == ("A deal", ("Ana Mor",), "docx/1")


def test_the_rows_of_a_docx_are_left_out_and_remarked() -> None:
    found = article(word((WORDS, "Normal"), row=("Brisk", "9")), "a.docx")
    assert found.text == WORDS
    assert [(remark.cause, remark.text) for remark in found.remarks] == [(Cause.LEFT_OUT, "Brisk | 9")]


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04abc", word((WORDS, "Normal"))[:-200]])
def test_a_broken_docx_is_an_error(content: bytes) -> None:
    assert complaint(content, "a.docx") == "a.docx: is no .docx that can be read; check that it opens"


@pytest.mark.parametrize(("name", "library"), [("a.pdf", "pdfminer.high_level"), ("a.docx", "docx")])
def test_without_the_extra_it_is_said_how_to_install_it(
    name: str, library: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, library, None)
    assert complaint(b"%PDF", name).endswith("install the extra: pip install 'kg[documents]'")
