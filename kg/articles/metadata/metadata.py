"""What is known of an article: title, day, language, address, publisher, authors; from fields by their usual names."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields, replace
from typing import Any

from kg.articles.metadata.publication_dates import NoDayError, read_day
from kg.errors import UsageError
from kg.model import Cause, Remark

__all__ = [
    "NAMES",
    "Metadata",
    "clean",
    "day_or_remark",
    "find_field",
    "read_field_names",
    "read_fields",
    "web_address",
]

NAMES: Mapping[str, tuple[str, ...]] = {
    "text": ("text", "content", "body", "articleBody", "article_body", "maintext", "content_text", "full_text",
             "raw_text", "content_html"),
    "title": ("title", "headline", "name"),
    "date": ("date", "published", "published_at", "publishedAt", "pubDate", "pubdate", "datePublished",
             "date_published", "date_publish", "publish_date", "publication_date", "published_date",
             "published_time", "pub_date"),
    "language": ("language", "lang", "inLanguage"),
    "url": ("url", "link", "canonical", "source_url", "webUrl", "web_url"),
    "publisher": ("publisher", "source", "site_name", "sitename", "source_domain", "outlet"),
    "authors": ("authors", "author", "byline", "creator"),
}  # fmt: skip
"""The usual names of each field, by scrapers, feeds and news interfaces; the first that is filled counts."""

_LANGUAGES = {"english": "en", "anglais": "en", "eng": "en", "french": "fr", "français": "fr", "francais": "fr",
              "fra": "fr", "fre": "fr"}  # fmt: skip
_LONGEST = 500
_ADDRESS = re.compile(r"https?://[^\s<>\"{}|\\^`\x00-\x20\x7f-\x9f]{3,2000}")
# How many lists and objects the words of a field may lie in; JSON nests them by the hundred.
_DEEPEST = 8
_BAD = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Metadata:
    """What is known of an article; a field that is not known is empty.

    Attributes:
        title, url, publisher: as given, on one line; `url` is an absolute address on the web.
        date: the words of the day of publication, as given.
        language: the code of a language, without a country; or the words as given.
        authors: their names.
        reader: the reader that made the text, with its version; empty when the text is the file's own.
        remarks: what was left out, in order.
    """

    title: str = ""
    date: str = ""
    language: str = ""
    url: str = ""
    publisher: str = ""
    authors: tuple[str, ...] = ()
    reader: str = ""
    remarks: tuple[Remark, ...] = ()

    def or_else(self, other: Metadata) -> Metadata:
        """Return this with the fields of another where a field is empty; `remarks` are those of both."""
        filled = {one.name: getattr(self, one.name) or getattr(other, one.name) for one in fields(self)}
        return Metadata(**filled | {"remarks": (*self.remarks, *other.remarks)})

    def with_remarks(self, *remarks: Remark) -> Metadata:
        """Return this with further remarks."""
        return replace(self, remarks=(*self.remarks, *remarks))

    def without_remarks(self) -> Metadata:
        """Return this without remarks."""
        return replace(self, remarks=())


def read_fields(record: Mapping[str, Any], names: Mapping[str, str] | None = None) -> Metadata:
    """Return what the fields of a record say of its article, under their usual names.

    `names` gives the user's own name for a field, which alone is looked at then; `a.b` is a field within a field.
    """
    found = {field: find_field(record, field, names or {}) for field in NAMES if field != "text"}
    return Metadata(
        title=_words(found["title"]),
        date=_words(found["date"]),
        language=_language(_words(found["language"])),
        url=web_address(_words(found["url"])),
        publisher=_words(found["publisher"]),
        authors=_names(found["authors"]),
        remarks=tuple(_odd(found)),
    )


def read_field_names(given: Sequence[str]) -> dict[str, str]:
    """Return the user's names of fields by ours, each given as `OURS=THEIRS`.

    Raises:
        UsageError: one has no such form, or names a field that an article does not have.
    """
    fields = {}
    for words in given:
        ours, mark, theirs = words.partition("=")
        if not mark or not theirs or ours not in NAMES:
            advice = "write OURS=THEIRS with one of " + ", ".join(NAMES)
            raise UsageError("names no field", where=f"--field {words}", advice=advice)
        fields[ours] = theirs
    return fields


def find_field(record: Mapping[str, Any], field: str, names: Mapping[str, str]) -> Any:
    """Return the value of the first name of a field that the record fills; `None` when it fills none."""
    candidates = (names[field],) if field in names else NAMES[field]
    return next((value for name in candidates if (value := _within(record, name)) not in (None, "", [], {})), None)


def clean(words: str) -> str:
    """Return words on one line, without markup's entities, controls and half characters."""
    words = _BAD.sub("\ufffd", html.unescape(words))
    return " ".join("".join(c if c.isprintable() else " " for c in words).split())[:_LONGEST]


def web_address(words: str) -> str:
    """Return an absolute address on the web as it stands, or an empty string: other addresses are no article's."""
    return words if _ADDRESS.fullmatch(words) else ""


def _within(record: Mapping[str, Any], name: str) -> Any:
    if name in record:
        return record[name]
    outer, dot, inner = name.partition(".")
    return _within(record[outer], inner) if dot and isinstance(record.get(outer), dict) else None


def _words(value: Any, depth: int = 0) -> str:
    """Return the words of a value: its own, the name of an object, or those of the first of several."""
    if depth > _DEEPEST:
        return ""
    if isinstance(value, dict):
        value = value.get("name") or value.get("title") or value.get("@id") or value.get("url")
    if isinstance(value, list):
        return next((words for one in value if (words := _words(one, depth + 1))), "")
    return clean(str(value)) if isinstance(value, (str, int, float)) and not isinstance(value, bool) else ""


def _names(value: Any) -> tuple[str, ...]:
    several = value if isinstance(value, list) else [value]
    names = (_words(one) for one in several)
    return tuple(dict.fromkeys(name for name in names if name and not web_address(name)))


def _language(words: str) -> str:
    code = re.split(r"[-_]", words.lower())[0]
    return _LANGUAGES.get(code, code)


def _odd(found: Mapping[str, Any]) -> list[Remark]:
    """Return a remark for each field that holds what it cannot hold."""
    odd = []
    for field, value in found.items():
        read = _names(value) if field == "authors" else _words(value)
        if value is not None and not read:
            odd.append(Remark(Cause.FIELD, f"the {field} is of a kind that it cannot be of", _shown(value)))
    if (address := _words(found["url"])) and not web_address(address):
        odd.append(Remark(Cause.FIELD, "the url is no address on the web", address))
    return odd


def _shown(value: Any) -> str:
    try:
        return clean(repr(value))
    except RecursionError:
        return type(value).__name__


def day_or_remark(words: str) -> tuple[Any, tuple[Remark, ...]]:
    """Return the day that words name and no remark, or no day and why."""
    try:
        return read_day(words), ()
    except NoDayError:
        reason = "the day of publication is not understood; write it as 2025-01-31"
        return None, (Remark(Cause.FIELD, reason, words),)
