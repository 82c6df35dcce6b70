"""Which elements of a page hold its article."""

from __future__ import annotations

from collections.abc import Sequence

from selectolax.lexbor import LexborNode

from kg.articles.html.html_nodes import contains, names_of, words_of

__all__ = ["find_roots"]

_CARDS = frozenset("card cards teaser teasers preview promo related tile listing thumbnail summary item".split())
# Of several articles, those at least this long beside the longest are parts of one that advertising has cut.
_PART = 0.5
# How much of the words of sentences an element must hold to be gone into.
_MOST = 0.7


def find_roots(body: LexborNode) -> tuple[LexborNode, ...]:
    """Return the elements that hold the article, in order.

    They are the `article` with the headline, or the longest `article` and others like it; else what is inside `main`
    or the body, down to the innermost element that holds nearly all paragraphs.
    """
    articles = [node for node in body.css("article") if words_of(node)]
    outer = [node for node in articles if not any(one is not node and _is_inside(node, one) for one in articles)]
    whole = [node for node in outer if not names_of(node) & _CARDS] or outer
    if whole:
        headed = [node for node in whole if node.css_first("h1")]
        longest = max(len(words_of(node)) for node in whole)
        return tuple(headed or (node for node in whole if len(words_of(node)) >= _PART * longest))
    mains = [node for node in body.css("main, [role=main], [itemprop=articleBody]") if words_of(node)]
    return (_innermost(mains[0] if mains else body),)


def _is_inside(node: LexborNode, other: LexborNode) -> bool:
    return node.mem_id != other.mem_id and contains(other, node)


def _innermost(node: LexborNode) -> LexborNode:
    """Return the innermost element that holds most of the words of paragraphs, and is none itself."""
    while True:
        whole = _weight(node)
        child = next((one for one in _children(node) if whole and _weight(one) >= _MOST * whole), None)
        if child is None or child.tag in {"p", "blockquote", "li", "ul", "ol", "h1", "h2", "h3", "table"}:
            return node
        node = child


def _children(node: LexborNode) -> Sequence[LexborNode]:
    return [child for child in node.iter() if child.tag not in {None, "-text", "-comment"}]


def _weight(node: LexborNode) -> int:
    paragraphs = sum(len(words_of(one)) for one in node.css("p"))
    return paragraphs or len(words_of(node))
