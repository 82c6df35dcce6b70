from __future__ import annotations

import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode

from kg.articles.html.html_blocks import HtmlBlock, Place, read_blocks


def body_of(markup: str) -> LexborNode:
    body = LexborHTMLParser(f"<body>{markup}</body>").body
    assert body is not None
    return body


def blocks(markup: str) -> list[HtmlBlock]:
    body = body_of(markup)
    return list(read_blocks(body, [body]))


def words(markup: str) -> list[str]:
    return [block.mark + block.words for block in blocks(markup)]


def test_each_block_has_the_mark_of_its_element() -> None:
    markup = "<h2>Plants</h2><p>It builds.</p><ul><li>one</ul><blockquote>We pay.</blockquote>"
    assert words(markup) == ["## Plants", "It builds.", "- one", "> We pay."]


def test_what_stands_in_the_article_in_its_lead_and_elsewhere_is_told_apart() -> None:
    body = body_of("<p>Home.</p><h1>A plant</h1><p>Lead.</p><div><p>It builds.</p></div><p>More.</p>")
    found = read_blocks(body, body.css("div"))
    assert [(block.words, block.place) for block in found] == [
        ("Home.", Place.OUTSIDE),
        ("A plant", Place.LEAD),
        ("Lead.", Place.LEAD),
        ("It builds.", Place.ARTICLE),
        ("More.", Place.OUTSIDE),
    ]


def test_an_article_with_a_headline_has_no_lead_before_it() -> None:
    body = body_of("<h1>The Grid</h1><p>Home.</p><div><h1>A plant</h1></div>")
    assert [block.place for block in read_blocks(body, body.css("div"))] == [
        Place.OUTSIDE,
        Place.OUTSIDE,
        Place.ARTICLE,
    ]


def test_the_letters_of_links_are_counted() -> None:
    (block,) = blocks("<p>It <a href=x>builds</a>.</p>")
    assert (block.linked, block.is_link) == (6, False)


def test_a_block_that_is_nearly_all_link_is_one() -> None:
    (block,) = blocks("<p><a href=x>Brisk buys Tolvane</a>.</p>")
    assert block.is_link


def test_a_row_of_a_table_of_figures_is_one_block() -> None:
    (block,) = blocks("<table><tr><th>Owner<td>Brisk<td>9</table>")
    assert (block.words, block.is_row) == ("Owner | Brisk | 9", True)


def test_the_cells_of_a_table_that_sets_a_page_are_blocks() -> None:
    assert words("<table><tr><td><p>It builds.</p><td><p>It pays.</p></table>") == ["It builds.", "It pays."]


@pytest.mark.parametrize(
    ("markup", "found"),
    [
        ("<p>It covers 30 m<sup>2</sup> of land.</p>", "It covers 30 m² of land."),
        ("<p>It covers 30 km<sup>2</sup> of land.</p>", "It covers 30 km² of land."),
        ("<p>It builds<sup>2</sup> a plant.</p>", "It builds a plant."),
        ("<p>It builds<sup><a href=x>[3]</a></sup> a plant.</p>", "It builds a plant."),
        ("<p>The 2<sup>nd</sup> plant.</p>", "The 2nd plant."),
    ],
)
def test_powers_are_read_and_marks_of_footnotes_are_not(markup: str, found: str) -> None:
    assert words(markup) == [found]


def test_the_paragraphs_after_a_caption_are_blocks_of_their_own() -> None:
    markup = "<figure><figcaption>The plant is here.</figcaption></figure><p>It builds.</p><p>It pays.</p>"
    assert words(markup) == ["The plant is here.", "It builds.", "It pays."]


@pytest.mark.parametrize(
    "caption", ["The plant is here. Photo: A. Mor", "The plant is here. (Crédit : Ana Mor)", "The plant is here. © Ana"]
)
def test_who_took_a_picture_is_no_part_of_its_caption(caption: str) -> None:
    assert words(f"<figure><figcaption>{caption}</figcaption></figure>") == ["The plant is here."]


def test_a_paragraph_of_an_item_that_leads_elsewhere_is_a_block_of_its_own() -> None:
    markup = "<ul><li><p>It builds.</p><p><a href=x>Brisk buys Tolvane</a></p></ul>"
    assert [(block.words, block.is_link) for block in blocks(markup)] == [
        ("Brisk buys Tolvane", True),
        ("It builds.", False),
    ]


def test_a_paragraph_of_a_quote_that_invites_is_a_block_of_its_own() -> None:
    assert words("<blockquote><p>We build.</p><p>Read also: Brisk pays.</p></blockquote>") == [
        "Read also: Brisk pays.",
        "> We build.",
    ]
