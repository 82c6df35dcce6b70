"""Web pages: .html, .htm, .xhtml."""

from __future__ import annotations

from collections.abc import Iterator

from kg.articles.formats.source import Source
from kg.articles.html.html_page import Page, read_page
from kg.articles.metadata.article_building import build_article
from kg.articles.metadata.decoding import decode
from kg.articles.metadata.metadata import Metadata
from kg.errors import ArticleError
from kg.model import Article

__all__ = ["article_of_page", "read_pages"]


def read_pages(source: Source) -> Iterator[Article | ArticleError]:
    """Return the article of a page."""
    text, remarks = decode(source.read(), source.document, declares=True)
    yield article_of_page(read_page(text), source.document, Metadata(remarks=remarks), source.language)


def article_of_page(page: Page, document: str, known: Metadata, language: str | None) -> Article:
    """Return the article of a page of which some is `known` from elsewhere, which goes before what the page says.

    Raises:
        ArticleError: the page holds no text, or one that cannot be read.
    """
    if not page.text.strip():
        raise ArticleError("holds no text", where=document, advice="check that it is an article's page")
    return build_article(page.text, document, known.or_else(page.metadata), language)
