"""Pages that are cut, torn and mixed up at random: nothing fails, and no words of others get into an article."""

from __future__ import annotations

import random
import re
from collections.abc import Callable

import pytest

from kg.articles.html.html_page import read_page

ROUNDS, PAGES = 20, 50
TRUE = "The firm Tolvane builds a plant in the hills of Marrow."
LIE = "Brisk bought the whole of Tolvane for three billion dollars."
NOT_READ = (
    f"<nav><ul><li><a href='/a'>Home</a></li><li>{LIE}</li></ul></nav>",
    f"<section id='comments'><article><h3>Ann</h3><p>{LIE}</p></article></section>",
    f"<div class='related-articles'><h2>Related</h2><p>{LIE}</p></div>",
    f"<div style='color:red; display : none'><p>{LIE}</p></div>",
    f"<p hidden>{LIE}</p>",
    f"<p>So <del><b>{LIE}</b></del></p>",
    f"<p class='visually-hidden'><s>{LIE}</s><i>{LIE}</i></p>",
    f"<script>var a = \"<p>{LIE}</p></article>\"; if (1 < 2 && b>c) d('<div>')</script>",
    f"<noscript><iframe src='x'></iframe><p>{LIE}</p></noscript>",
    f"<svg><style>p</style><text>{LIE}</text></svg>",
    f"<aside><p>{LIE}</p></aside>",
    f"<!-- <p>{LIE}</p> -->",
    f"<template><p>{LIE}</p></template>",
    f"<p>Read also: {LIE}</p>",
    f"<p><a href='/x'>{LIE}</a></p>",
    f"<div data-testid='cookie-banner'><p>{LIE}</p></div>",
    f"<footer><p>{LIE}</p></footer>",
)
PARTS = (
    f"<article class='post'><h1>A plant</h1><p>{TRUE}</p>",
    f"<p>{TRUE} <em>So it is.</em></p><ul><li>{TRUE}</li></ul>",
    f"<div class='text'><span>{TRUE}</span><br><br>{TRUE}</div>",
    f"<blockquote><p>{TRUE}</p></blockquote><figure><img src=a><figcaption>{TRUE}</figcaption></figure>",
    f"<table><tr><td>{TRUE}</td><td>9</td></tr></table></article>",
)
TAG = re.compile(r"</?[a-z][^<>]*>")

Mutation = Callable[[random.Random, str], str]


def drop_tag(chance: random.Random, part: str) -> str:
    found = chance.choice(TAG.findall(part) or [""])
    return part.replace(found, "", 1)


def double_tag(chance: random.Random, part: str) -> str:
    found = chance.choice(TAG.findall(part) or [""])
    return part.replace(found, found * chance.randint(2, 40), 1)


def swap_tags(chance: random.Random, part: str) -> str:
    found = TAG.findall(part) or [""]
    one, other = chance.choice(found), chance.choice(found)
    return part.replace(one, "\0", 1).replace(other, one, 1).replace("\0", other, 1)


def nest(chance: random.Random, part: str) -> str:
    tag = chance.choice(["div", "b", "span class=a", "x-y", "blockquote", "ul", "table", "section id=q"])
    return f"<{tag}>" * chance.choice([3, 300, 1_500]) + part


def add_attribute(chance: random.Random, part: str) -> str:
    value = chance.choice(["x" * 20_000, "a b " * 500, "&quot;<p>", "é\u2028\ufffd", "width:0.5em; min-width:0"])
    return part.replace(">", f' {chance.choice(["class", "style", "data-x", "title"])}="{value}">', 1)


def add_script(chance: random.Random, part: str) -> str:
    return part + f"<script>{chance.choice(['</div>', '<article>', '<!--', '<nav>'])}</script>"


GENTLE: tuple[Mutation, ...] = (drop_tag, double_tag, swap_tags, nest, add_attribute, add_script)
"""These leave what is not the article whole, so that it must stay out."""


def torn(chance: random.Random, page: str) -> str:
    """Return a page cut, repeated and overwritten anywhere."""
    for _ in range(chance.randint(1, 8)):
        one, other = sorted((chance.randrange(len(page) + 1), chance.randrange(len(page) + 1)))
        junk = chance.choice(
            ["", page[one:other] * 2, "<", '"', "<!--", "</p", "\x00", "&#x110000;", "<![CDATA[", "<a "]
        )
        page = page[:one] + junk + page[other if chance.random() < 0.3 else one :]
    return page


def mixed_page(chance: random.Random) -> str:
    """Return a page of parts of an article, each changed at random, and of what is none between them."""
    pieces = []
    for part in PARTS:
        changed = part
        for _ in range(chance.randint(0, 2)):
            changed = chance.choice(GENTLE)(chance, changed)
        pieces += [changed, *chance.sample(NOT_READ, chance.randint(0, 3))]
    return f"<html><body>{''.join(pieces)}</body></html>"


@pytest.mark.parametrize("seed", range(ROUNDS))
def test_words_of_others_stay_out_of_an_article_whose_markup_is_wrong(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - no secrets here
    pages = (mixed_page(chance) for _ in range(PAGES))
    assert [page for page in pages if "billion" in read_page(page).text] == []


@pytest.mark.parametrize("seed", range(ROUNDS))
def test_no_page_is_torn_so_that_it_cannot_be_read(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - no secrets here
    for _ in range(PAGES):
        page = torn(chance, mixed_page(chance))
        assert read_page(page).text == read_page(page).text


@pytest.mark.parametrize("part", NOT_READ)
def test_what_is_no_article_is_not_read_where_nothing_else_is_left_on_the_page(part: str) -> None:
    assert "billion" not in read_page(f"<body><nav>Home and so on</nav>{part}<footer>All rights</footer></body>").text
