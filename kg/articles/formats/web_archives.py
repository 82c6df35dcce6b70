"""Archives of the web, WARC (https://iipc.github.io/warc-specifications/): each page in them is an article."""

from __future__ import annotations

from collections.abc import Iterator

from kg.articles.formats.pages import article_of_page
from kg.articles.formats.source import LARGEST, Source
from kg.articles.html.html_page import read_page
from kg.articles.metadata.decoding import decode
from kg.articles.metadata.metadata import Metadata, clean, web_address
from kg.errors import ArticleError
from kg.model import Article

__all__ = ["read_warc"]

_PAGES = ("text/html", "application/xhtml")


def read_warc(source: Source) -> Iterator[Article | ArticleError]:
    """Return the articles of the pages of an archive, in order; answers of another kind are passed over."""
    from warcio.archiveiterator import ArchiveIterator  # noqa: PLC0415 - only for archives
    from warcio.exceptions import ArchiveLoadFailed  # noqa: PLC0415

    number, pages = 0, 0
    try:
        for number, record in enumerate(ArchiveIterator(source.stream), start=1):
            answer = record.http_headers
            kind = (answer.get_header("Content-Type") or "") if answer else ""
            if record.rec_type != "response" or not kind.lower().startswith(_PAGES) or answer.get_statuscode() != "200":
                continue
            address = clean(record.rec_headers.get_header("WARC-Target-URI") or "")
            document = f"{source.document}#{address or number}"
            pages += 1
            try:
                content = record.content_stream().read(LARGEST)
                text, remarks = decode(content, document, declares=True)
                known = Metadata(url=web_address(address), remarks=remarks)
                yield article_of_page(read_page(text), document, known, source.language)
            except ArticleError as error:
                yield error
    except ArchiveLoadFailed as error:
        raise ArticleError("is no WARC that can be read", where=source.document, advice="check the file") from error
    if not pages:
        raise ArticleError("is a WARC without pages", where=source.document, advice="check the file")
