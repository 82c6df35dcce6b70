"""The text of an HTML page: its article, without navigation, scripts and styles."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from selectolax.lexbor import LexborHTMLParser, LexborNode

__all__ = ["text_of_html"]

_NOT_TEXT = "script, style, noscript, template, svg, nav, header, footer, aside, form, figure, iframe, button"
_MARKS = {"p": "", "li": "- ", "blockquote": "> "} | {f"h{level}": "#" * level + " " for level in range(1, 7)}
_CUTTING = frozenset(
    "address article body center dd details dialog div dl dt fieldset hgroup hr html main menu ol pre search section "
    "summary table tbody td tfoot th thead tr ul".split()
)
_OWNING = frozenset({"li", "blockquote"})  # paragraphs within are parts of them
# What no element says to be a paragraph is one if it reads so, not if it is a menu, a byline or a button.
_PARAGRAPH = re.compile(r"\S+ \S+ \S+ .*[.!?…][»”\"’')\]]*")


def text_of_html(page: str) -> tuple[str, dict[str, str]]:
    """Return the text of the page's article, in the Markdown that `blocks` reads, and what its head tells.

    The blocks are headings, paragraphs, list items and quotes of the first `article`, `main` or `body` that has any,
    each on a paragraph of its own. Where the page says nothing of paragraphs, what stands between other blocks or two
    line breaks is one if it ends like a sentence. The facts are `title`, `language` and `date`, where they are given.
    """
    tree = LexborHTMLParser(page)
    facts = _facts(tree)
    for node in tree.css(_NOT_TEXT):
        node.decompose()
    roots = (tree.css_first("article"), tree.css_first("main"), tree.body)
    texts = ("\n\n".join(_blocks(root)) for root in roots if root is not None)
    return next((text for text in texts if text), ""), facts


def _blocks(root: LexborNode) -> Iterator[str]:
    """Return the blocks in a node, in order; the elements around the words tell what each is."""
    around: list[str] = []
    words: list[str] = []
    for node, opens in _steps(root):
        tag = node.tag or ""
        if tag == "-text":
            words.append(re.sub(r"\s+", " ", node.text_content or "") if opens else "")
        elif tag == "br":
            words.append("\n" if opens else "")
        elif tag in _MARKS and not (tag == "p" and any(outer in _OWNING for outer in around)):
            yield from _cut(words, around)
            words.clear()
            around.append(tag) if opens else around.pop()
        elif around:
            words.append(" " if tag in _CUTTING or tag == "p" else "")
        elif tag in _CUTTING or "-" in tag:
            yield from _cut(words, around)
            words.clear()
    yield from _cut(words, around)


def _steps(root: LexborNode) -> Iterator[tuple[LexborNode, bool]]:
    """Return the nodes of a tree as its text opens (true) and closes them; pages nest them deeper than Python calls."""
    node, opens = root, True
    while True:
        yield node, opens
        inner, after = node.child if opens else None, node.next
        if inner is not None:
            node = inner
        elif opens:
            opens = False
        elif node.mem_id == root.mem_id or node.parent is None:
            return
        else:
            node, opens = (after, True) if after is not None else (node.parent, False)


def _cut(words: Sequence[str], around: Sequence[str]) -> Iterator[str]:
    """Return the blocks that words within some elements make: two line breaks part them."""
    for part in re.split(r"\n\s*\n", "".join(words)):
        text = " ".join(part.split())
        if text and (around or _PARAGRAPH.fullmatch(text)):
            yield (_MARKS[around[-1]] if around else "") + text


def _facts(tree: LexborHTMLParser) -> dict[str, str]:
    found = {}
    title = tree.css_first("title")
    if title:
        found["title"] = " ".join(title.text().split())
    html = tree.css_first("html")
    language = (html.attributes.get("lang") or "") if html else ""
    if language:
        found["language"] = language.split("-")[0].lower()
    for selector in ('meta[property="article:published_time"]', 'meta[name="date"]', "time[datetime]"):
        node = tree.css_first(selector)
        day = (node.attributes.get("content") or node.attributes.get("datetime") or "") if node else ""
        if re.match(r"\d{4}-\d\d-\d\d", day):
            found["date"] = day[:10]
            break
    return found
