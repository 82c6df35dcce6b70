"""Bytes as readers are given them, and what they give."""

from __future__ import annotations

import io

from kg.articles.file_kinds import read_source, suffix_of
from kg.articles.formats.source import Source
from kg.errors import ArticleError
from kg.model import Article

__all__ = ["WORDS", "article", "complaint", "found_in"]

WORDS = "Tolvane will lease the plant in the hills to the town of Marrow."


def found_in(content: bytes | str, name: str) -> list[Article | ArticleError]:
    """Return what is read from a file of some name."""
    content = content if isinstance(content, bytes) else content.encode()
    return list(read_source(Source(name, io.BytesIO(content)), suffix_of(name)))


def article(content: bytes | str, name: str) -> Article:
    """Return the only article of a file."""
    (found,) = found_in(content, name)
    assert isinstance(found, Article), found
    return found


def complaint(content: bytes | str, name: str) -> str:
    """Return the only error of a file."""
    (found,) = found_in(content, name)
    assert isinstance(found, ArticleError), found
    return str(found)
