from __future__ import annotations

from datetime import date

import pytest

from kg.articles.formats.pages import article_of_page
from kg.articles.html.html_page import READER, read_page
from kg.articles.metadata.metadata import Metadata
from tests.articles.formats.sources import WORDS, article, complaint


def test_a_page_becomes_an_article_with_what_it_says_of_itself() -> None:
    page = f'<html lang="en"><title>A deal</title><meta name="date" content="2025-03-04"><p>{WORDS}</p><nav>Home</nav>'
    found = article(page, "a.html")
    assert (found.title, found.date, found.text, found.reader) == ("A deal", date(2025, 3, 4), WORDS, READER)
    assert [remark.reason for remark in found.remarks] == ["navigation"]


def test_what_is_known_from_elsewhere_goes_before_what_the_page_says() -> None:
    found = article_of_page(read_page(f"<title>Tab</title><p>{WORDS}</p>"), "a", Metadata(title="A deal"), None)
    assert found.title == "A deal"


def test_a_page_in_the_encoding_that_it_says_is_read_and_remarked() -> None:
    page = f'<meta charset="windows-1252"><p>{WORDS} It costs €5.</p>'.encode("windows-1252")
    found = article(page, "a.htm")
    assert found.text.endswith("€5.")
    assert [remark.reason for remark in found.remarks] == ["the file was read as cp1252"]


@pytest.mark.parametrize("page", ["<script>a</script>", "<nav>Home</nav>", "<html></html>"])
def test_a_page_without_an_article_is_an_error(page: str) -> None:
    assert complaint(page, "a.xhtml") == "a.xhtml: holds no text; check that it is an article's page"
