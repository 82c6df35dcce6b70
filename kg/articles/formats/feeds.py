"""Feeds, RSS and Atom (https://www.rfc-editor.org/rfc/rfc4287): each entry is an article."""

from __future__ import annotations

import html
import io
from collections.abc import Iterator, Mapping
from typing import Any

from kg.articles.formats.pages import article_of_page
from kg.articles.formats.source import Source
from kg.articles.html.html_page import read_page
from kg.articles.metadata.metadata import Metadata, clean, web_address
from kg.errors import ArticleError, NoArticlesError
from kg.model import Article

__all__ = ["read_feed"]


def read_feed(source: Source) -> Iterator[Article | ArticleError]:
    """Return the article of each entry: its full text where the feed has it, else its summary, or its headline."""
    import feedparser  # noqa: PLC0415 - only for feeds

    # Bytes in a stream: a string could be taken for an address, and be fetched.
    feed = feedparser.parse(io.BytesIO(source.read()), sanitize_html=False, resolve_relative_uris=False)
    if not feed.entries:
        raise NoArticlesError("is no feed with entries", where=source.document, advice="name an RSS or Atom file")
    language = clean(str(feed.feed.get("language") or "")).lower().partition("-")[0]
    known = Metadata(publisher=clean(str(feed.feed.get("title") or "")), language=language)
    for number, entry in enumerate(feed.entries, start=1):
        try:
            yield _article(entry, known, source, number)
        except ArticleError as error:
            yield error


def _article(entry: Mapping[str, Any], known: Metadata, source: Source, number: int) -> Article:
    link, title = web_address(_words(entry, "link")), _words(entry, "title")
    authors = (clean(str(one.get("name") or "")) for one in entry.get("authors") or ())
    metadata = Metadata(
        title=title,
        date=_words(entry, "published") or _words(entry, "updated"),
        language=_words(entry, "language").lower().partition("-")[0],
        url=link,
        authors=tuple(dict.fromkeys(name for name in authors if name)),
    )
    document = f"{source.document}#{_words(entry, 'id') or link or number}"
    contents = "\n".join(str(part.get("value") or "") for part in entry.get("content") or ())
    page = read_page(f"<article><p>{contents or entry.get('summary') or ''}</p></article>")
    if not page.text:
        page = read_page(f"<article><h1>{html.escape(title)}</h1></article>")
    return article_of_page(page, document, metadata.or_else(known), source.language)


def _words(entry: Mapping[str, Any], name: str) -> str:
    return clean(str(entry.get(name) or ""))
