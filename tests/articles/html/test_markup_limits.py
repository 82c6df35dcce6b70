from __future__ import annotations

import time

import pytest

from kg.articles.html.html_page import read_page
from kg.articles.html.markup_limits import DEEPEST, limit_markup

WORDS = "<p>Tolvane builds a plant.</p>"


@pytest.mark.parametrize(
    "page",
    [
        "",
        "<",
        f"<div class='a>b' id=\"c'd\">{WORDS}</div>",
        "<p>5 < 6 and a<b</p>",
        "<!-- <div> --><div>a</div>",
        f"<div>{WORDS}</div>" * 2_000,
        f"<p>{WORDS}<li>" * 2_000,
        f"<div><span>{WORDS}</div>" * 2_000,
        f"<script>{'<div>' * 2_000}</script>{WORDS}",
        f"<img src='data:{'A' * 9_000}'>",
    ],
)
def test_a_page_within_the_limits_stays_as_it_is(page: str) -> None:
    assert limit_markup(page) == page


def test_tags_that_are_nested_too_deep_are_opened() -> None:
    deep = "<div>" * (DEEPEST + 5) + WORDS + "</div>" * (DEEPEST + 5)
    assert limit_markup(deep) == "<div>" * DEEPEST + WORDS + "</div>" * DEEPEST


@pytest.mark.parametrize("tag", ["<div hidden>", "<nav>", "<div class=ad>", "<s>", "<template>"])
def test_what_may_be_hidden_goes_with_its_words_where_it_is_too_deep(tag: str) -> None:
    end = f"</{tag[1:-1].split(maxsplit=1)[0]}>"
    deep = "<div>" * DEEPEST + tag + "Brisk pays." + end + WORDS
    assert limit_markup(deep) == "<div>" * DEEPEST + WORDS


def test_noscript_is_left_out_with_its_words() -> None:
    assert limit_markup(f"<noscript><p>Brisk pays.</p></noscript>{WORDS}") == f"</noscript>{WORDS}"


def test_attributes_that_are_too_many_are_left_out() -> None:
    limited = limit_markup("<div " + " ".join(f"a{number}='x y'" for number in range(5_000)) + f">{WORDS}</div>")
    assert limited.count("='x y'") == 300
    assert limited.endswith(f">{WORDS}</div>")


def test_elements_that_a_parser_would_open_again_and_again_end_a_page() -> None:
    page = "<p>" + "".join(f"<b id={number}>" for number in range(900)) + "<p>a" * 20_000
    assert len(limit_markup(page)) < len(page) / 2


@pytest.mark.parametrize(
    "unit",
    ["<div>", "<div class=a>", "<nav>", "<ul><li><p>a", "<table><tr><td>", "<x-y>", "<article><p>a b.</p>", "<b id=1>",
     "<header><h1>a</h1>", "<blockquote><p>a</p>", "<p hidden>", "<svg>", "<a href=x><p>a", "<form>", "<sup>1<a>2</a>",
     "<!--", "<script>", "<div a='", "<del>", "<main><div>", "<h1>a</h1>", "<div class=related><h1>a</h1>"],
)  # fmt: skip
def test_ten_thousand_of_a_tag_take_little_time(unit: str) -> None:
    started = time.process_time()
    read_page(unit * 10_000 + WORDS)
    assert time.process_time() - started < 3
