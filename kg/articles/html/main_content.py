"""Which elements of a page hold its article."""

from __future__ import annotations

from dataclasses import dataclass

from selectolax.lexbor import LexborNode

from kg.articles.html.html_nodes import names_of, outermost, steps, words_of

__all__ = ["find_roots"]

_CARDS = frozenset("card cards teaser teasers preview promo related tile listing thumbnail summary item".split())
# Of several articles, those at least this long beside the longest are parts of one that advertising has cut.
_PART = 0.5
# How much of the words of sentences an element must hold to be gone into.
_MOST = 0.7
# Words in a row that are as many as in a sentence, where no element says that they are a paragraph.
_SENTENCE = 40
_WHOLE = frozenset("p blockquote li ul ol h1 h2 h3 table tr".split())


def find_roots(body: LexborNode) -> tuple[LexborNode, ...]:
    """Return the elements that hold the article, in order.

    They are the `article` with the headline, or the longest `article` and others like it; else what is inside `main`
    or the body, down to the innermost element that holds nearly all sentences.
    """
    articles = {node.mem_id: len(words_of(node)) for node in outermost(body.css("article"))}
    outer = [node for node in body.css("article") if articles.get(node.mem_id)]
    whole = [node for node in outer if not names_of(node) & _CARDS] or outer
    if whole:
        headed = [node for node in whole if node.css_first("h1")]
        longest = max(articles[node.mem_id] for node in whole)
        return tuple(headed or (node for node in whole if articles[node.mem_id] >= _PART * longest))
    mains = outermost(body.css("main, [role=main], [itemprop=articleBody]"))
    return (_innermost(next((node for node in mains if words_of(node)), body)),)


@dataclass(frozen=True, slots=True)
class _Weighed:
    """An element with the letters of sentences in it, and the way down to the innermost that has most of them."""

    node: LexborNode
    letters: int
    inner: _Weighed | None = None


def _innermost(node: LexborNode) -> LexborNode:
    """Return the innermost element that holds most of the letters of sentences, and is none itself."""
    weighed: _Weighed | None = _weigh(node)
    while weighed is not None and (inner := weighed.inner) is not None and inner.node.tag not in _WHOLE:
        weighed = inner
    return weighed.node if weighed else node


def _weigh(root: LexborNode) -> _Weighed:
    """Weigh an element and all within it, each once."""
    heaviest: list[_Weighed | None] = [None]
    letters, paragraphs, links = [0], 0, 0
    for node, opens in steps(root):
        tag = node.tag or ""
        if tag == "-text":
            words = len(node.text_content or "") if opens else 0
            letters[-1] += words if paragraphs or (words >= _SENTENCE and not links) else 0
            continue
        paragraphs += (tag == "p") * (1 if opens else -1)
        links += (tag == "a") * (1 if opens else -1)
        if opens:
            heaviest.append(None)
            letters.append(0)
        else:
            inner, whole = heaviest.pop(), letters.pop()
            done = _Weighed(node, whole, inner if inner and inner.letters >= _MOST * whole > 0 else None)
            letters[-1] += whole
            before = heaviest[-1]
            heaviest[-1] = done if before is None or done.letters > before.letters else before
    return heaviest[0] or _Weighed(root, 0)
