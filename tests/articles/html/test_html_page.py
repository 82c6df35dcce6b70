from __future__ import annotations

import pytest

from kg.articles.html.boilerplate import LONGEST_REMARK
from kg.articles.html.html_page import READER, read_page


def text(body: str) -> str:
    return read_page(f"<html><body>{body}</body></html>").text


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


@pytest.mark.parametrize("page", ["", "<", "<p", "</p></p>", "<!--", "<p>" * 5_000, "\x00<p>a"])
def test_broken_markup_is_no_error(page: str) -> None:
    assert isinstance(read_page(page).text, str)


def remarks(body: str) -> list[tuple[str, str]]:
    page = read_page(f"<html><body>{body}</body></html>")
    return [(remark.reason, remark.text) for remark in page.metadata.remarks]


def test_a_form_around_the_whole_page_is_no_form() -> None:
    assert text("<form><p>It builds.</p></form>") == "It builds."


@pytest.mark.parametrize(
    ("caption", "found"),
    [("The plant stands in Tolvane.", "The plant stands in Tolvane."), ("Photo: Ana Brisk", "")],
)
def test_a_caption_is_read_if_it_is_a_sentence(caption: str, found: str) -> None:
    assert text(f"<figure><img><figcaption>{caption}</figcaption></figure>") == found


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ("<p>Read also: Brisk buys Tolvane</p>", "a link to other articles"),
        ("<p>À lire aussi : Brisk rachète Tolvane</p>", "a link to other articles"),
        ("<p>Sign up for our letter on energy.</p>", "a link to other articles"),
        ('<p><a href="/x">Brisk buys Tolvane.</a></p>', "a link to another page"),
        ("<nav><p>Brisk buys Tolvane.</p></nav>", "navigation"),
        ("<p><del>Brisk buys Tolvane.</del></p>", "struck out"),
        ("<p hidden>Brisk buys Tolvane.</p>", "hidden"),
        ('<p style="display: none">Brisk buys Tolvane.</p>', "hidden"),
        ('<p class="sr-only">Brisk buys Tolvane.</p>', "hidden"),
        ('<div id="comments"><p>Brisk buys Tolvane.</p></div>', "comment"),
        ('<div class="relatedArticles"><p>Brisk buys Tolvane.</p></div>', "a link to other articles"),
        ("<table><tr><td>Brisk</td><td>Tolvane</td></tr></table>", "a row of a table"),
    ],
)
def test_what_is_left_out_is_said_with_its_reason(words: str, reason: str) -> None:
    body = f"<p>It builds a plant.</p>{words}"
    assert text(body) == "It builds a plant."
    ((said, left),) = remarks(body)
    assert said.startswith(reason)
    assert left


def test_links_after_an_invitation_lead_elsewhere_too() -> None:
    assert text("<p>It builds.</p><p>Read more:</p><ul><li>Brisk buys Tolvane.</ul><p>It pays.</p>") == (
        "It builds.\n\nIt pays."
    )


def test_a_link_within_a_sentence_is_read() -> None:
    assert text('<p>It builds <a href="/x">a large plant in the hills</a> of Tolvane.</p>') == (
        "It builds a large plant in the hills of Tolvane."
    )


def test_entities_that_were_encoded_twice_are_read_as_meant() -> None:
    assert text("<p>Brisk &amp;amp; Sons build.</p>") == "Brisk & Sons build."


def test_what_stands_outside_of_the_article_is_remarked() -> None:
    body = "<article><h1>A deal</h1><p>It builds.</p></article><div>Brisk buys a plant.</div>"
    assert text(body) == "# A deal\n\nIt builds."
    assert remarks(body) == [("outside of the article", "Brisk buys a plant.")]


def test_the_page_says_which_reader_made_its_text() -> None:
    assert read_page("<p>It builds.</p>").metadata.reader == READER


def test_a_remark_is_cut_where_the_words_are_long() -> None:
    ((_, words),) = remarks(f"<p>It builds.</p><nav>{'word ' * 1_000}</nav>")
    assert len(words) == LONGEST_REMARK
