"""What a page says of its article: JSON-LD (https://schema.org/NewsArticle), Open Graph, `meta`, `time`.

The first that says something counts, in this order. A `time` counts within the article only: that of the masthead is
the day on which the page was opened.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from selectolax.lexbor import LexborHTMLParser, LexborNode

from kg.articles.html.html_nodes import attribute, words_of
from kg.articles.metadata.metadata import Metadata, clean, read_fields, web_address

__all__ = ["add_time", "read_page_metadata"]

_ARTICLES = frozenset(
    "article newsarticle reportagenewsarticle analysisnewsarticle backgroundnewsarticle opinionnewsarticle blogposting "
    "liveblogposting socialmediaposting report scholarlyarticle techarticle advertisercontentarticle".split()
)
_DEEPEST = 12
_METAS = {
    "title": ("og:title", "twitter:title", "dc.title", "parsely-title", "sailthru.title", "headline"),
    "date": (
        "article:published_time", "og:published_time", "og:article:published_time", "parsely-pub-date",
        "dc.date.issued",
        "dcterms.issued", "dcterms.date", "dcterms.created", "dc.date", "dc.date.created", "date", "pubdate",
        "publishdate", "publish-date", "publish_date", "publication_date", "publicationdate", "date.issued",
        "sailthru.date", "article.published", "article_date_original", "cxenseparse:recs:publishtime", "datepublished",
        "published_time", "originalpublicationdate", "citation_publication_date",
    ),
    "url": ("og:url", "twitter:url", "parsely-link"),
    "publisher": ("og:site_name", "dc.publisher", "publisher", "application-name"),
    "language": ("og:locale", "language", "dc.language", "content-language"),
    "authors": ("author", "article:author", "parsely-author", "dc.creator", "sailthru.author", "byl"),
}  # fmt: skip


def read_page_metadata(tree: LexborHTMLParser) -> Metadata:
    """Return what the page says outside of its text; the day is that of no `time`."""
    return _json_ld(tree).or_else(_metas(tree)).or_else(_elements(tree))


def add_time(metadata: Metadata, roots: Sequence[LexborNode]) -> Metadata:
    """Return the metadata with the day of the first `time` within the article, where no other was given."""
    if metadata.date:
        return metadata
    times = [node for root in roots for node in root.css("time[datetime], [itemprop=datePublished]")]
    times.sort(key=lambda node: attribute(node, "itemprop") != "datePublished" and "pubdate" not in node.attributes)
    stated = (attribute(node, "datetime") or attribute(node, "content") or words_of(node) for node in times)
    day = next((words for words in stated if re.match(r"\d{4}-?\d\d-?\d\d", words)), "")
    return Metadata(date=clean(day)).or_else(metadata)


def _json_ld(tree: LexborHTMLParser) -> Metadata:
    for script in tree.css('script[type="application/ld+json"]'):
        for found in _objects(_parsed(script.text()), 0):
            kinds = found.get("@type")
            names = kinds if isinstance(kinds, list) else [kinds]
            if any(str(name).rpartition("/")[2].lower() in _ARTICLES for name in names):
                page = found.get("mainEntityOfPage")
                address = page.get("@id") if isinstance(page, dict) else page
                given = {
                    key: found.get(key) for key in ("headline", "datePublished", "inLanguage", "publisher", "author")
                }
                return read_fields({**given, "url": found.get("url") or address}).without_remarks()
    return Metadata()


def _parsed(text: str) -> Any:
    try:
        return json.loads(text.strip().removeprefix("<!--").removesuffix("-->"), strict=False)
    except (ValueError, RecursionError):
        return None


def _objects(value: Any, depth: int) -> Iterator[dict[str, Any]]:
    """Return the objects within what a script holds, the outer before the inner."""
    if depth > _DEEPEST:
        return
    if isinstance(value, dict):
        yield value
        inner: Iterable[Any] = (
            value[key] for key in ("@graph", "mainEntity", "hasPart", "itemListElement") if key in value
        )
        for one in inner:
            yield from _objects(one, depth + 1)
    elif isinstance(value, list):
        for one in value:
            yield from _objects(one, depth + 1)


def _metas(tree: LexborHTMLParser) -> Metadata:
    given: dict[str, list[str]] = {}
    for node in tree.css("meta[content]"):
        name = attribute(node, "property") or attribute(node, "name") or attribute(node, "itemprop")
        given.setdefault((name or attribute(node, "http-equiv")).lower(), []).append(attribute(node, "content"))

    def first(field: str) -> str:
        return next((words for name in _METAS[field] for words in map(clean, given.get(name, ())) if words), "")

    authors = next((given[name] for name in _METAS["authors"] if name in given), [])
    return Metadata(
        title=first("title"),
        date=first("date"),
        language=re.split(r"[-_]", first("language").lower())[0],
        url=web_address(first("url")),
        publisher=first("publisher"),
        authors=tuple(dict.fromkeys(name for name in map(clean, authors) if name and not web_address(name))),
    )


def _elements(tree: LexborHTMLParser) -> Metadata:
    headlines = [words for node in tree.css("h1") if (words := words_of(node))]
    title, html, link = tree.css_first("title"), tree.css_first("html"), tree.css_first('link[rel="canonical"]')
    language = re.split(r"[-_]", attribute(html, "lang").lower())[0] if html else ""
    return Metadata(
        title=clean(headlines[0] if len(headlines) == 1 else title.text() if title else ""),
        language=language,
        url=web_address(attribute(link, "href")) if link else "",
    )
