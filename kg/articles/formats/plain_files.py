"""Plain text and Markdown, with YAML's or TOML's front matter."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.articles.formats.source import Source
from kg.articles.metadata.article_building import build_article
from kg.articles.metadata.decoding import decode
from kg.articles.metadata.metadata import Metadata, read_fields
from kg.errors import ArticleError
from kg.model import Article

__all__ = ["read_markdown", "read_text"]

_FENCED = (
    re.compile(r"---[ \t]*\r?\n(.*?)^---[ \t]*\r?$\n?", re.DOTALL | re.MULTILINE),
    re.compile(r"\+\+\+[ \t]*\r?\n(.*?)^\+\+\+[ \t]*\r?$\n?", re.DOTALL | re.MULTILINE),
)
_PAIR = re.compile(r"^([\w-]+)[ \t]*[:=](.+)$", re.MULTILINE)


def read_text(source: Source) -> Iterator[Article | ArticleError]:
    """Return the article of a file of plain text."""
    yield _read(source, markdown=False)


def read_markdown(source: Source) -> Iterator[Article | ArticleError]:
    """Return the article of a file of Markdown."""
    yield _read(source, markdown=True)


def _read(source: Source, *, markdown: bool) -> Article:
    text, remarks = decode(source.read(), source.document)
    metadata, start = _front_matter(text)
    metadata = metadata.with_remarks(*remarks)
    return build_article(text, source.document, metadata, source.language, start=start, markdown=markdown)


def _front_matter(text: str) -> tuple[Metadata, int]:
    """Return what the `key: value` lines between two fences at the top say, and where the text after them starts."""
    match = next(filter(None, (pattern.match(text) for pattern in _FENCED)), None)
    if not match:
        return Metadata(), 0
    pairs = {key.lower(): value.strip().strip("\"'") for key, value in _PAIR.findall(match[1])}
    return read_fields({key: value for key, value in pairs.items() if value}), match.end()
