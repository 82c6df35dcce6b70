"""The text of an HTML page: its article, without navigation, scripts and styles."""

from __future__ import annotations

import re

from selectolax.lexbor import LexborHTMLParser, LexborNode

__all__ = ["text_of_html"]

_NOT_TEXT = "script, style, noscript, template, svg, nav, header, footer, aside, form, figure, iframe, button"
_BLOCKS = "h1, h2, h3, h4, h5, h6, p, li, blockquote"


def text_of_html(page: str) -> tuple[str, dict[str, str]]:
    """Return the text of the page's article, in the Markdown that `blocks` reads, and what its head tells.

    The blocks are headings, paragraphs, list items and quotes of the first `article`, `main` or `body`, each on a
    paragraph of its own. The facts are `title`, `language` and `date` where the page gives them.
    """
    tree = LexborHTMLParser(page)
    facts = _facts(tree)
    for node in tree.css(_NOT_TEXT):
        node.decompose()
    for node in tree.css("br"):
        node.replace_with(" ")
    root = tree.css_first("article") or tree.css_first("main") or tree.body
    blocks = [_block(node) for node in root.css(_BLOCKS)] if root else []
    return "\n\n".join(block for block in blocks if block), facts


def _block(node: LexborNode) -> str:
    if _is_within(node, {"li", "blockquote"}) or _holds_items(node):
        return ""
    text = " ".join(node.text(separator="", strip=False).split())
    return _mark(node.tag or "") + text if text else ""


def _is_within(node: LexborNode, tags: set[str]) -> bool:
    """Return whether a paragraph stands in an item or a quote, which is a block already."""
    above = node.parent
    while node.tag == "p" and above is not None:
        if above.tag in tags:
            return True
        above = above.parent
    return False


def _holds_items(node: LexborNode) -> bool:
    # A search for a tag finds the node itself first.
    return node.tag in {"li", "blockquote"} and any(item != node for item in node.css("li"))


def _mark(tag: str) -> str:
    marks = {"li": "- ", "blockquote": "> "}
    return "#" * int(tag[1]) + " " if re.fullmatch(r"h[1-6]", tag) else marks.get(tag, "")


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
