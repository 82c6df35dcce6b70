from __future__ import annotations

import pytest
from kg.articles.pages import text_of_html


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
        ("<p>It builds.</p><p>It pays.</p>", "It builds.\n\nIt pays."),
        ("<p>It builds.<br><br>It pays.</p>", "It builds.\n\nIt pays."),
        ("<blockquote><p>We build.</p><p>We pay.</p></blockquote><p>So.</p>", "> We build. We pay.\n\nSo."),
        ("<ul><li>one<ul><li>two</ul>three</ul>", "- one\n\n- two\n\n- three"),
        ("<ul><li><h3>Plants</h3><div>one</div><div>two</div></ul>", "### Plants\n\n- one two"),
    ],
)
def test_blocks_become_markdown(body: str, found: str) -> None:
    assert text(body) == found


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("<div>Nordalia raised $30 million.</div>", "Nordalia raised $30 million."),
        ("<div><span>Nordalia</span> raised <b>$30 million</b>.</div>", "Nordalia raised $30 million."),
        ("<div>It builds a plant.<div>It pays for it.</div></div>", "It builds a plant.\n\nIt pays for it."),
        ("It builds a plant.<br>It pays.<br> <br>It will let it.", "It builds a plant. It pays.\n\nIt will let it."),
        (
            "<x-text>It builds a plant.</x-text><x-text>It pays for it.</x-text>",
            "It builds a plant.\n\nIt pays for it.",
        ),
        ("<table><tr><td>It builds a plant.<td>Owner<td>Kerlan SA</table>", "It builds a plant."),
        ("<div>Home</div><div>Share this with your friends</div><div>Read on.</div>", ""),
        ("<article></article><div>It builds a plant.</div>", "It builds a plant."),
    ],
)
def test_what_no_element_calls_a_paragraph_is_one_if_it_reads_so(body: str, found: str) -> None:
    assert text(body) == found


@pytest.mark.parametrize("tag", ["div", "span", "blockquote", "li"])
def test_deep_nesting_is_read(tag: str) -> None:
    assert "It builds a plant." in text(f"<{tag}>" * 20_000 + "It builds a plant.")


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
