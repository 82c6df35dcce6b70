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
    root = tree.css_first("article") or tree.css_first("main") or tree.body
    blocks = [_block(node) for node in root.css(_BLOCKS)] if root else []
    return "\n\n".join(block for block in blocks if block), facts


def _block(node: LexborNode) -> str:
    if node.css_matches("li p, blockquote p") or (node.tag in {"li", "blockquote"} and node.css_first("li")):
        return ""
    text = " ".join(node.text(separator="", strip=False).split())
    if not text:
        return ""
    tag = node.tag or ""
    heading = "#" * int(tag[1]) + " " if re.fullmatch(r"h[1-6]", tag) else ""
    return heading + {"li": "- ", "blockquote": "> "}.get(tag, "") + text


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
