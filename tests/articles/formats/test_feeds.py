from __future__ import annotations

import socket
from datetime import date
from typing import Any

import pytest

from kg.errors import ArticleError
from kg.model import Article
from tests.articles.formats.sources import WORDS, article, complaint, found_in

BOMB = "<!DOCTYPE a [<!ENTITY l0 'Brisk pays.'>" + "".join(
    f"<!ENTITY l{number} '{f'&l{number - 1};' * 10}'>" for number in range(1, 10)
)


def feed(item: str, before: str = "") -> str:
    return f"<?xml version='1.0'?>{before}<rss version='2.0'><channel><title>The Grid</title>{item}</channel></rss>"


def item(inner: str) -> str:
    return f"<item><title>A deal</title>{inner}</item>"


def test_an_entry_says_what_is_known_of_its_article() -> None:
    found = article(
        feed(
            item(
                f"<guid>g1</guid><link>https://a.example/x</link><pubDate>Tue, 04 Mar 2025 10:00:00 GMT</pubDate>"
                f"<author>Ana Mor</author><description>{WORDS}</description>"
            )
        ),
        "a.rss",
    )
    assert (found.document, found.title, found.date) == ("a.rss#g1", "A deal", date(2025, 3, 4))
    assert (found.url, found.publisher, found.authors) == ("https://a.example/x", "The Grid", ("Ana Mor",))
    assert found.text == WORDS


def test_the_full_text_goes_before_the_summary() -> None:
    atom = (
        "<feed xmlns='http://www.w3.org/2005/Atom'><title>The Grid</title><entry><id>1</id><summary>Short.</summary>"
        f"<content type='html'>&lt;p&gt;{WORDS}&lt;/p&gt;&lt;nav&gt;Home&lt;/nav&gt;</content></entry></feed>"
    )
    assert article(atom, "a.atom").text == WORDS


def test_entries_without_an_id_go_by_their_address_or_number() -> None:
    entries = item(f"<link>https://a.example/x</link><description>{WORDS}</description>") + item(
        f"<description>{WORDS}</description>"
    )
    found = [one.document for one in found_in(feed(entries), "a.xml") if isinstance(one, Article)]
    assert found == ["a.xml#https://a.example/x", "a.xml#2"]


def test_one_entry_that_cannot_be_read_costs_no_other() -> None:
    entries = "<item><guid>1</guid></item>" + item(f"<description>{WORDS}</description>")
    assert [type(one) for one in found_in(feed(entries), "a.rss")] == [ArticleError, Article]


@pytest.mark.parametrize("content", ["<rss></rss>", "no feed", "<html><p>It is.</p></html>"])
def test_what_has_no_entries_is_an_error(content: str) -> None:
    assert complaint(content, "a.rss") == "a.rss: is no feed with entries; name an RSS or Atom file"


@pytest.mark.parametrize(
    "before",
    [
        f"{BOMB}]>",
        "<!DOCTYPE a [<!ENTITY l9 SYSTEM 'file:///etc/hostname'>]>",
        "<!DOCTYPE a [<!ENTITY l9 SYSTEM 'http://a.example/x'>]>",
        "<!DOCTYPE a SYSTEM 'http://a.example/x.dtd'>",
        "<?xml-stylesheet href='http://a.example/x.xsl'?>",
    ],
)
def test_entities_and_references_are_neither_expanded_nor_fetched(before: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: Any, **__: Any) -> None:
        raise AssertionError("a request was made")

    for name in ("create_connection", "getaddrinfo"):
        monkeypatch.setattr(socket, name, refuse)
    (found,) = found_in(feed(item(f"<description>{WORDS} &l9;</description>"), before), "a.rss")
    assert isinstance(found, Article)
    assert found.text.startswith(WORDS)
    assert len(found.text) < 100


def test_a_feed_whose_name_is_an_address_is_not_fetched(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: pytest.fail("a request was made"))
    assert "is no feed with entries" in complaint("http://a.example/feed", "a.rss")
