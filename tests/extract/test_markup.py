from __future__ import annotations

import pytest

from kg.extract.markup import text_of_html


def text(body: str) -> str:
    return text_of_html(f"<html><body>{body}</body></html>")[0]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("<h2>Nordalia</h2><p>It builds.</p>", "## Nordalia\n\nIt builds."),
        ("<ul><li>one<li>two</ul>", "- one\n\n- two"),
        ("<ol><li><p>one</p></li></ol>", "- one"),
        ("<blockquote>We build.</blockquote>", "> We build."),
        ("<blockquote><p>We build.</p></blockquote>", "> We build."),
        ("<p>Nordalia <b>builds</b>\n  well</p>", "Nordalia builds well"),
        ("<p>Nordalia<br>builds</p>", "Nordalia builds"),
        ("<p>5 &lt; 6 &amp; &eacute;</p>", "5 < 6 & é"),
        ("<p></p><p> </p>", ""),
    ],
)
def test_blocks_become_markdown(body: str, found: str) -> None:
    assert text(body) == found


@pytest.mark.parametrize("tag", ["script", "style", "nav", "aside", "footer", "form", "noscript", "template"])
def test_what_is_no_article_is_left_out(tag: str) -> None:
    assert text(f"<p>It builds.</p><{tag}><p>Nordalia raised $1.</p></{tag}>") == "It builds."


def test_only_the_article_is_read_where_the_page_has_one() -> None:
    assert text("<p>Menu</p><article><p>It builds.</p></article><p>More</p>") == "It builds."


def test_the_head_tells_title_language_and_date() -> None:
    page = (
        '<html lang="fr-FR"><head><title> Nordalia\nloue </title>'
        '<meta property="article:published_time" content="2025-03-04T10:00:00Z"></head><body></body></html>'
    )
    assert text_of_html(page)[1] == {"title": "Nordalia loue", "language": "fr", "date": "2025-03-04"}


def test_a_page_that_tells_nothing_gives_no_facts() -> None:
    assert text_of_html('<p>It builds.</p><time datetime="soon"></time>')[1] == {}


@pytest.mark.parametrize("page", ["", "<", "<p", "</p></p>", "<!--", "<p>" * 5_000, "\x00<p>a"])
def test_broken_markup_is_no_error(page: str) -> None:
    assert isinstance(text_of_html(page)[0], str)
