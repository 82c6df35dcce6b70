from __future__ import annotations

from selectolax.lexbor import LexborHTMLParser, LexborNode

from kg.articles.html.html_nodes import Extent, attribute, extents_of, names_of, outermost, squeeze, steps, words_of


def first(markup: str, selector: str = "body") -> LexborNode:
    node = LexborHTMLParser(markup).css_first(selector)
    assert node is not None
    return node


def test_the_steps_of_a_walk_open_and_close_each_element_in_order() -> None:
    found = [(node.tag, opens) for node, opens in steps(first("<p><b>a</b></p>", "p"))]
    assert found == [("p", True), ("b", True), ("-text", True), ("-text", False), ("b", False), ("p", False)]


def test_a_walk_ends_with_its_root() -> None:
    assert {node.tag for node, _ in steps(first("<p>a</p><div>b</div>", "p"))} == {"p", "-text"}


def test_the_names_of_an_element_are_the_words_in_its_id_classes_and_role() -> None:
    node = first('<p id="top-2" class="article__relatedLinks" role=main data-testid="Body">', "p")
    assert names_of(node) == {"top", "article", "related", "links", "main", "body"}


def test_an_element_that_nobody_named_has_no_names() -> None:
    assert names_of(first("<p class>", "p")) == frozenset()


def test_an_attribute_that_is_not_there_is_empty() -> None:
    assert (attribute(first("<p title=a>", "p"), "title"), attribute(first("<p>", "p"), "title")) == ("a", "")


def test_the_words_of_an_element_are_parted_by_single_spaces() -> None:
    assert words_of(first("<p>a<b> b</b>\n<i>c</i></p>", "p")) == "a b c"
    assert squeeze(" a\n\tb ") == "a b"


def test_the_outermost_of_some_elements_are_those_within_no_other_and_each_once() -> None:
    tree = LexborHTMLParser("<div id=a><p><b></b><div id=b></div></p></div><div id=c></div>")
    assert [node.id for node in outermost([*tree.css("div"), *tree.css("div")])] == ["a", "c"]


def test_the_extent_of_an_element_holds_those_of_what_is_within() -> None:
    body = first("<body><div>ab <p>c</p></div><p>d</p></body>")
    nodes = body.css("div, p")
    found = extents_of(body, nodes)
    outer, inner, other = (found[node.mem_id] for node in nodes)
    assert outer.start < inner.start < inner.end < outer.end < other.start
    assert (outer.letters, inner.letters, other.letters, found[body.mem_id].letters) == (3, 1, 1, 4)


def test_an_extent_is_a_value() -> None:
    assert Extent(1, 2, 3) == Extent(1, 2, 3)
