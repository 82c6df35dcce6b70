"""Records in JSON: an object or a list of them in .json, one a line in .jsonl; from scrapers, feeds and interfaces."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from itertools import count
from typing import Any, BinaryIO

from kg.articles.formats.pages import article_of_page
from kg.articles.formats.seen_ids import SeenIds
from kg.articles.formats.source import Source, unexpected
from kg.articles.html.html_page import read_page
from kg.articles.metadata.article_building import build_article
from kg.articles.metadata.decoding import decode
from kg.articles.metadata.metadata import find_field, read_fields
from kg.errors import ArticleError, NoArticlesError
from kg.model import Article

__all__ = ["read_json", "read_json_lines"]

_ADVICE = "write one object a line, with a 'text'"
_LISTS = ("articles", "items", "results", "data", "docs", "hits", "response", "news", "entries", "value")
_LONGEST_LINE = 50_000_000
_MOST_PARTS = 2_000_000
_BLOCKS = re.compile(r"<(?:p|div|h[1-6]|ul|ol|li|blockquote|article|section|td)\b", re.IGNORECASE)
_MARKUP = re.compile(
    r"<(?:p|br|div|span|a|b|i|em|strong|h[1-6]|ul|li|blockquote|article)\b[^>]*>|&(?:amp|#39|quot|nbsp|#\d{2,5});"
)


def read_json_lines(source: Source) -> Iterator[Article | ArticleError]:
    """Return the article of each line; blank lines count for the numbers only.

    Only a line feed ends a line: a string of JSON may hold U+2028 and its like. Lines are read one after the other, so
    a file may be of any size.
    """
    seen = SeenIds()
    for number, line in enumerate(_lines(source.stream), start=1):
        place = f"{source.document}:{number}"
        if isinstance(line, int):
            yield ArticleError(f"the line has {line} bytes", where=place, advice=f"at most {_LONGEST_LINE} are read")
        elif line.strip(b"\xef\xbb\xbf \t\r\n"):
            yield _guarded(line, source, (number, place), seen)


def read_json(source: Source) -> Iterator[Article | ArticleError]:
    """Return the articles of a file that is one object, a list of them, or an object around such a list."""
    text, _ = decode(source.read(), source.document)
    if text.count("[") + text.count("{") > _MOST_PARTS:
        raise ArticleError(
            f"has more than {_MOST_PARTS} lists and objects", where=source.document, advice="write one object a line"
        )
    seen = SeenIds()
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        # Some write one object a line into a file of this name.
        lines = [line for line in text.split("\n") if line.strip()]
        if len(lines) < 2:
            raise ArticleError(
                "is no JSON", where=source.document, advice="write an object or a list of them"
            ) from None
        for number, line in enumerate(text.split("\n"), start=1):
            if line.strip():
                yield _guarded(line.encode(), source, (number, f"{source.document}:{number}"), seen)
        return
    records = _records(found)
    if isinstance(found, dict) and records == [found]:
        yield _article(found, source.document, source)
        return
    for number, record in enumerate(records, start=1):
        place = f"{source.document}:{number}"
        try:
            yield _named(record, source, (number, place), seen)
        except ArticleError as error:
            yield error


def _lines(stream: BinaryIO) -> Iterator[bytes | int]:
    """Return the lines of a stream; for one that is too long how many bytes it has."""
    for _ in count():
        line = stream.readline(_LONGEST_LINE)
        if not line:
            return
        size = len(line)
        if size == _LONGEST_LINE and not line.endswith(b"\n"):
            while (more := stream.readline(_LONGEST_LINE)) and not more.endswith(b"\n"):
                size += len(more)
            yield size + len(more)
        else:
            yield line


def _guarded(line: bytes, source: Source, place: tuple[int, str], seen: SeenIds) -> Article | ArticleError:
    try:
        return _named(_parsed(line, place[1]), source, place, seen)
    except ArticleError as error:
        return error
    except Exception as error:
        return unexpected(error, place[1])


def _parsed(line: bytes, place: str) -> Any:
    try:
        return json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise ArticleError(f"is not UTF-8 (byte {error.start} of the line)", where=place, advice=_ADVICE) from error
    except (ValueError, RecursionError) as error:
        raise ArticleError("is no JSON", where=place, advice=_ADVICE) from error


def _named(record: Any, source: Source, place: tuple[int, str], seen: SeenIds) -> Article:
    number, where = place
    if not isinstance(record, dict):
        raise ArticleError("has no 'text'", where=where, advice=_ADVICE)
    given = record.get("id")
    identity = _clean(str(given)) if isinstance(given, (str, int)) and given != "" else ""
    if identity and not seen.add(identity):
        raise ArticleError("has the 'id' of a line before it", where=where, advice="give each line an id of its own")
    return _article(record, f"{source.document}#{identity or number}", source, where=where)


def _article(record: Mapping[str, Any], document: str, source: Source, *, where: str = "") -> Article:
    """Return the article of a record; its text may be markup.

    Raises:
        ArticleError: it has no text, or one that cannot be read.
    """
    record = {key: _clean(value) for key, value in record.items()}
    text = find_field(record, "text", source.fields)
    if not isinstance(text, str) or not text.strip():
        named = source.fields.get("text", "text")
        raise NoArticlesError(
            f"has no {named!r}", where=where or document, advice=_ADVICE + ", or name its field with --field"
        )
    metadata = read_fields(record, source.fields)
    if _MARKUP.search(text):
        page = read_page(text if _BLOCKS.search(text) else "".join(f"<p>{line}</p>" for line in text.split("\n")))
        if page.text:
            return article_of_page(page, document, metadata, source.language)
    return build_article(text, document, metadata, source.language)


def _records(found: Any) -> list[Any]:
    """Return the records in what a file holds: those of a list, or of the list that an object is around."""
    if isinstance(found, list):
        return found
    inner = (
        next((found[name] for name in _LISTS if isinstance(found.get(name), (list, dict))), None)
        if isinstance(found, dict)
        else None
    )
    if isinstance(inner, list) and all(isinstance(one, dict) for one in inner):
        return [one.get("_source") or one for one in inner]
    return _records(inner) if isinstance(inner, dict) else [found]


def _clean(value: Any) -> Any:
    """Return a text with U+FFFD for each half of a surrogate pair, which JSON can write and UTF-8 cannot."""
    return re.sub("[\ud800-\udfff]", "\ufffd", value) if isinstance(value, str) else value
