from __future__ import annotations

import pytest
from selectolax.lexbor import LexborHTMLParser

from kg.articles.html.boilerplate import LONGEST_REMARK, left_out, take_out_boilerplate
from kg.model import Cause, Remark

ARTICLE = "<article><h1>A plant</h1><p>Tolvane builds it in the hills.</p></article>"


def left(body: str) -> str:
    """Return the words that stay on a page."""
    tree = LexborHTMLParser(f"<body>{body}</body>")
    take_out_boilerplate(tree)
    assert tree.body is not None
    return " ".join(tree.body.text(separator=" ").split())


def reasons(body: str) -> list[str]:
    return [remark.reason for remark in take_out_boilerplate(LexborHTMLParser(f"<body>{body}</body>"))]


@pytest.mark.parametrize(
    ("element", "reason"),
    [
        ("<nav>Home</nav>", "navigation"),
        ("<footer>All rights</footer>", "the foot of the page"),
        ("<aside>Quote</aside>", "beside the article"),
        ("<form>Search</form>", "a form"),
        ("<header>The Grid</header>", "the head of the page"),
        ("<amp-ad>Buy</amp-ad>", "advertising"),
        ('<div class="cookie-banner">We use</div>', "a notice on cookies"),
        ('<div id="ad-top">Buy</div>', "advertising"),
        ('<div class="post__shareBar">Share</div>', "sharing"),
        ('<div role="navigation">Home</div>', "navigation"),
        ('<div data-testid="related">Other</div>', "a link to other articles"),
        ('<div data-component="ad-slot">Buy</div>', "advertising"),
        ('<p class="read-more">Other</p>', "a link to other articles"),
        ("<section><h3>Most read</h3><p>Other</p></section>", "a link to other articles"),
        ("<p><s>Other</s></p>", "struck out"),
        ("<p hidden>Other</p>", "hidden"),
        ('<p style="visibility:hidden">Other</p>', "hidden"),
        ('<p style="position:absolute;width:0px">Other</p>', "hidden"),
        ('<span class="screen-reader-text">Other</span>', "hidden"),
    ],
)
def test_what_is_no_part_of_an_article_is_taken_out_with_its_reason(element: str, reason: str) -> None:
    assert left(ARTICLE + element) == "A plant Tolvane builds it in the hills."
    assert reasons(ARTICLE + element) == [reason]


@pytest.mark.parametrize("tag", ["script", "style", "noscript", "template", "svg", "iframe", "button", "select"])
def test_what_is_never_words_is_taken_out_without_a_remark(tag: str) -> None:
    element = f"<{tag}>Other words</{tag}>"
    assert (left(ARTICLE + element), reasons(ARTICLE + element)) == ("A plant Tolvane builds it in the hills.", [])


@pytest.mark.parametrize(
    "style", ["min-width:0", "max-height: 0.5em; width:90%", "line-height:0", "stroke-opacity:0", "display:block"]
)
def test_a_style_that_does_not_hide_is_none(style: str) -> None:
    assert left(f'{ARTICLE}<p style="{style}">It pays.</p>').endswith("It pays.")


@pytest.mark.parametrize("name", ["post-with-sidebar", "newsletter-page", "share-wrapper", "paywall", "ad-layout"])
def test_an_element_around_the_article_stays_whatever_it_is_called(name: str) -> None:
    assert left(f'<div class="{name}">{ARTICLE}</div><nav>Home</nav>') == "A plant Tolvane builds it in the hills."


def test_comments_go_though_each_of_them_is_an_article() -> None:
    comments = '<div id="comments"><article><p>I bought it.</p></article></div>'
    assert left(ARTICLE + comments) == "A plant Tolvane builds it in the hills."


def test_the_head_of_an_article_stays() -> None:
    assert left("<article><header><h1>A plant</h1></header><p>It is here.</p></article>") == "A plant It is here."


def test_the_head_of_a_page_with_its_only_headline_stays() -> None:
    assert left("<header><h1>A plant</h1></header><article><p>It is here.</p></article>") == "A plant It is here."


def test_the_head_of_a_page_goes_where_the_article_has_a_headline_too() -> None:
    assert left(f"<header><h1>The Grid</h1></header>{ARTICLE}") == "A plant Tolvane builds it in the hills."


def test_a_part_of_what_holds_an_article_that_is_called_otherwise_too_goes_if_it_is_small() -> None:
    ad = '<div class="article-body__ad"><p>Buy it.</p></div>'
    assert left(ARTICLE.replace("</p>", f"</p>{ad}")) == "A plant Tolvane builds it in the hills."


def test_most_of_a_page_is_the_article_though_a_wall_is_around_it() -> None:
    wall = f'<div class="post-paywall"><p>{"Tolvane builds it in the hills. " * 3}</p></div><div>Home</div>'
    assert left(wall).startswith("Tolvane builds")


def test_a_remark_stands_for_an_outer_element_and_not_for_those_within() -> None:
    remarks = take_out_boilerplate(LexborHTMLParser(f"{ARTICLE}<nav><div class=ad>Buy</div><nav>Home</nav></nav>"))
    assert remarks == (Remark(Cause.LEFT_OUT, "navigation", "Buy Home"),)


def test_one_element_with_many_signs_is_taken_out_once() -> None:
    assert reasons(f'{ARTICLE}<p hidden class="sr-only" style="display:none" id="ad">Buy</p>') == ["hidden"]


def test_the_words_of_a_remark_are_cut() -> None:
    (remark,) = left_out("word " * 1_000, "a form")
    assert len(remark.text) == LONGEST_REMARK


@pytest.mark.parametrize("words", ["", " \n", "|", "— * —"])
def test_what_has_no_words_needs_no_remark(words: str) -> None:
    assert list(left_out(words, "a form")) == []
