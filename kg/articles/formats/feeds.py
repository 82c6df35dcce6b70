"""Feeds, RSS and Atom (https://www.rfc-editor.org/rfc/rfc4287): each entry is an article."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from typing import Any

from kg.articles.formats.pages import article_of_page
from kg.articles.formats.source import Source
from kg.articles.metadata.metadata import Metadata, clean, web_address
from kg.errors import ArticleError, NoArticlesError
from kg.model import Article

__all__ = ["read_feed"]


def read_feed(source: Source) -> Iterator[Article | ArticleError]:
    """Return the article of each entry: its full text where the feed has it, else its summary."""
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
    link = web_address(clean(str(entry.get("link") or "")))
    name = clean(str(entry.get("id") or "")) or link or str(number)
    title = clean(str(entry.get("title") or ""))
    text = "\n".join(str(part.get("value") or "") for part in entry.get("content") or ()) or str(
        entry.get("summary") or ""
    )
    metadata = Metadata(
        title=title,
        date=clean(str(entry.get("published") or entry.get("updated") or "")),
        language=clean(str(entry.get("language") or "")).lower().partition("-")[0],
        url=link,
        authors=tuple(
            dict.fromkeys(filter(None, (clean(str(one.get("name") or "")) for one in entry.get("authors") or ())))
        ),
    )
    document = f"{source.document}#{name}"
    if not text.strip():
        raise ArticleError("the entry has no text", where=document, advice="feeds of headlines alone cannot be read")
    return article_of_page(f"<article><p>{text}</p></article>", document, metadata.or_else(known), source.language)
