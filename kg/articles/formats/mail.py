"""Messages of mail (https://www.rfc-editor.org/rfc/rfc5322), such as newsletters and press releases: .eml."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from email import message_from_bytes, policy
from email.message import EmailMessage, MIMEPart
from email.utils import parseaddr

from kg.articles.formats.pages import article_of_page
from kg.articles.formats.source import Source
from kg.articles.html.html_page import read_page
from kg.articles.metadata.article_building import build_article
from kg.articles.metadata.decoding import encoding_named
from kg.articles.metadata.metadata import Metadata, clean
from kg.errors import ArticleError
from kg.model import Article

__all__ = ["read_mail"]

READER = "mail/1"
_SIGNATURE = re.compile(r"^-- ?\r?$", re.MULTILINE)


def read_mail(source: Source) -> Iterator[Article | ArticleError]:
    """Return the article of a message: its plain part, or else its page, without the signature."""
    message, part = _opened(source)
    if part is None:
        raise ArticleError("the message has no text", where=source.document, advice="save its attachment by itself")
    text = _text(part)
    sender, _ = parseaddr(
        _header(message, "From")
    )  # an address alone publishes nothing; the text's dateline may say who
    metadata = Metadata(
        title=_header(message, "Subject"),
        date=_header(message, "Date"),
        publisher=clean(sender),
        reader=READER,
    )
    if part.get_content_type() == "text/html":
        yield article_of_page(read_page(text), source.document, metadata, source.language)
    else:
        yield build_article(_SIGNATURE.split(text)[0].replace("\r\n", "\n"), source.document, metadata, source.language)


def _opened(source: Source) -> tuple[EmailMessage, MIMEPart | None]:
    """Return a message and the part of it that is read."""
    try:
        message = message_from_bytes(source.read(), policy=policy.default)
        return message, message.get_body(("plain", "html"))
    except RecursionError as error:
        advice = "save the part with the text by itself"
        raise ArticleError("the message has parts in parts too deep", where=source.document, advice=advice) from error


def _text(part: MIMEPart) -> str:
    charset = part.get_content_charset("ascii")
    if encoding_named(charset):
        with suppress(LookupError, UnicodeError):
            return str(part.get_content())
    return bytes(part.get_payload(decode=True) or b"").decode("utf-8", "replace")


def _header(message: EmailMessage, name: str) -> str:
    try:
        return clean(str(message.get(name) or ""))
    except (ValueError, IndexError, AttributeError, RecursionError):  # a header that the library cannot parse
        return ""
