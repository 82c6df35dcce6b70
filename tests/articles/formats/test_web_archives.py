from __future__ import annotations

import gzip

import pytest

from kg.errors import ArticleError
from kg.model import Article
from tests.articles.formats.sources import WORDS, complaint, found_in

pytest.importorskip("warcio")

PAGE = f"<html lang=en><p>{WORDS}</p></html>"


def warc(*answers: tuple[str, str, str], packed: bool = False) -> bytes:
    """Return an archive of answers: the status, the kind and what they hold."""
    records = []
    for number, (status, kind, content) in enumerate(answers):
        answer = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n\r\n{content}"
        head = (
            f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://a.example/{number}\r\n"
            f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(answer)}\r\n\r\n"
        )
        record = f"{head}{answer}\r\n\r\n".encode()
        records.append(gzip.compress(record) if packed else record)
    return b"".join(records)


@pytest.mark.parametrize("packed", [False, True])
def test_each_page_of_an_archive_is_an_article_by_its_address(packed: bool) -> None:
    archive = warc(("200 OK", "text/html", PAGE), ("200 OK", "text/html; charset=utf-8", PAGE), packed=packed)
    found = found_in(archive, "a.warc.gz" if packed else "a.warc")
    assert [(one.url, one.text) for one in found if isinstance(one, Article)] == [
        ("https://a.example/0", WORDS),
        ("https://a.example/1", WORDS),
    ]


def test_answers_that_are_no_pages_are_passed_over() -> None:
    archive = warc(("404 No", "text/html", PAGE), ("200 OK", "image/png", "x"), ("200 OK", "text/html", PAGE))
    (found,) = found_in(archive, "a.warc")
    assert isinstance(found, Article)
    assert found.document == "a.warc#https://a.example/2"


def test_one_page_without_words_costs_no_other() -> None:
    archive = warc(("200 OK", "text/html", "<nav>Home</nav>"), ("200 OK", "text/html", PAGE))
    assert [type(one) for one in found_in(archive, "a.warc")] == [ArticleError, Article]


@pytest.mark.parametrize("content", [b"", b"WARC/1.0\r\nContent-Length: 99999999999\r\n\r\n", b"WARC/1.0\r\nabc"])
def test_an_archive_without_pages_is_an_error(content: bytes) -> None:
    assert complaint(content, "a.warc") == "a.warc: is a WARC without pages; check the file"


def test_what_is_no_archive_is_an_error() -> None:
    assert complaint(b"hello", "a.warc") == "a.warc: is no WARC that can be read; check the file"
