"""What stands on a page and is no part of its article: taken out of the tree, with the reason.

Elements say what they are by their tag, and by what their author calls them ("related-articles", "cookie-banner").
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode

from kg.articles.html.html_nodes import attribute, names_of, squeeze, words_of
from kg.model import Cause, Remark

__all__ = ["LONGEST_REMARK", "left_out", "take_out_boilerplate"]

LONGEST_REMARK = 300
_SILENT = "script, style, noscript, template, svg, iframe, object, canvas, audio, video, button, select, textarea, map"
_STRUCK = "del, s, strike"
_HIDDEN_STYLE = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|clip\s*:\s*rect\(\s*0|clip-path\s*:\s*inset\(\s*(?:50|100)%"
    r"|(?:font-size|opacity|height|max-height|width)\s*:\s*0(?:px|em|rem|%)?\s*(?:;|!|$)|text-indent\s*:\s*-\d{3,}",
    re.IGNORECASE,
)
_HIDDEN_NAMES = tuple(
    frozenset(names.split())
    for names in ("visually hidden", "sr only", "screen reader", "visuallyhidden", "hide print")
)
_BY_TAG = {"nav": "navigation", "menu": "navigation", "footer": "the foot of the page", "aside": "beside the article",
           "form": "a form", "dialog": "a dialog"}  # fmt: skip
_RELATED = "a link to other articles"
# What an element with one of these names is; a pair of names in one element counts with "+".
_CALLED = {
    "comments": "comment comments commentaire commentaires disqus respond replies coral",
    _RELATED: "related recirc recirculation readmore outbrain taboola teaser teasers trending popular mostread"
    " lireaussi alireaussi recommended recommendations recommendation upnext suggestions teads read+more read+also"
    " read+next also+like most+read lire+aussi voir+aussi meme+sujet more+stories",
    "an invitation": "newsletter newsletters subscribe subscription signup promo promotion paywall donate abonnement",
    "advertising": "ad ads adslot advert advertisement advertising sponsor sponsored pub publicite dfp",
    "a notice on cookies": "cookie cookies consent gdpr rgpd onetrust didomi",
    "navigation": "nav navbar navigation menu breadcrumb breadcrumbs ariane sitemap pagination pager skip masthead",
    "sharing": "share sharing sharebar social socials partage partager follow+us",
    "beside the article": "sidebar complementary widget widgets",
    "the foot of the page": "footer contentinfo colophon copyright",
}
_NAMES = tuple((reason, frozenset(name.split("+"))) for reason, words in _CALLED.items() for name in words.split())
_FIRST_NAMES = frozenset(name for _, names in _NAMES for name in names)
# Names of what holds the article, whatever else such an element is called: "post-with-sidebar", "main-content".
_CONTENT = frozenset("main article story post entry body page wrapper container layout".split())
_CONTENT_PARTS = frozenset({"body", "content", "text", "texte", "contenu"})
_OTHERS = frozenset({"comment", "comments", "related"})
_OF_OTHERS = frozenset({"comments", _RELATED})
_HOLDS_THE_ARTICLE = "main, h1, [itemprop=articleBody], [role=main]"
_HOLDS_ARTICLE = "article, main, h1, [itemprop=articleBody], [role=main]"


def take_out_boilerplate(tree: LexborHTMLParser) -> tuple[Remark, ...]:
    """Take out of a page what is no part of its article, and return a remark for each block of words among it.

    An element that holds the article, or all the words of the page, stays, whatever it is called.
    """
    body = tree.body
    if body is None:
        return ()
    for node in tree.css(_SILENT):
        node.decompose()
    found = [*_take(tree.css(_STRUCK), "struck out"), *_take(list(_hidden(body)), "hidden")]
    whole = len(words_of(body))
    for node, reason in [*_named(body)]:
        if node.parent is None or _is_gone(node, body):
            continue
        words = words_of(node)
        alone = whole - len(words) < 2
        if not alone and not _holds_article(node, reason):
            whole -= len(words)
            found += _take([node], reason)
    return tuple(found)


def left_out(words: str, reason: str) -> Iterator[Remark]:
    """Return the remark on words that were left out; none for no words."""
    words = squeeze(words)
    if re.search(r"\w", words):
        yield Remark(Cause.LEFT_OUT, reason, words[:LONGEST_REMARK])


def _take(nodes: list[LexborNode], reason: str) -> Iterator[Remark]:
    for node in nodes:
        yield from left_out(words_of(node), reason)
        node.decompose()


def _hidden(body: LexborNode) -> Iterator[LexborNode]:
    for node in body.css("[hidden], [style], [class]"):
        names = names_of(node)
        if (
            "hidden" in node.attributes
            or _HIDDEN_STYLE.search(attribute(node, "style"))
            or any(hidden <= names for hidden in _HIDDEN_NAMES)
        ) and not node.css_matches(_HOLDS_ARTICLE):
            yield node


def _named(body: LexborNode) -> Iterator[tuple[LexborNode, str]]:
    """Return the elements that are no article by their tag or names, the outer before the inner, and what they are."""
    for node in body.css("nav, menu, footer, aside, form, dialog, header, [class], [id], [role], [data-testid]"):
        tag, names = node.tag or "", names_of(node)
        reason = _reason(names)
        if tag == "header" and not reason and not _is_within(node, "article", "main"):
            reason = "the head of the page"
        if tag in {"body", "html", "h1", "p", "span", "a", "b", "strong", "em", "i", "td", "tr"} and tag != "p":
            continue
        if tag in _BY_TAG and not _is_content(names):
            reason = reason or _BY_TAG[tag]
        if reason:
            yield node, reason


def _reason(names: frozenset[str]) -> str:
    if not names & _FIRST_NAMES or _is_content(names):
        return ""
    return next((reason for reason, called in _NAMES if called <= names), "")


def _is_content(names: frozenset[str]) -> bool:
    """Return whether an element is called what holds an article: "main-content", "article-body"."""
    return len(names & (_CONTENT | _CONTENT_PARTS)) > 1 and bool(names & _CONTENT_PARTS) and not names & _OTHERS


def _is_within(node: LexborNode, *tags: str) -> bool:
    above = node.parent
    while above is not None:
        if above.tag in tags:
            return True
        above = above.parent
    return False


def _is_gone(node: LexborNode, body: LexborNode) -> bool:
    """Return whether an element around this one was taken out already."""
    above: LexborNode | None = node
    while above is not None:
        if above.mem_id == body.mem_id:
            return False
        above = above.parent
    return True


def _holds_article(node: LexborNode, reason: str) -> bool:
    """Return whether an element with such a name is around the article all the same; comments are `article`s too."""
    if node.tag in {"nav", "footer"} or node.css_first(_HOLDS_ARTICLE) is None:
        return False
    if reason in _OF_OTHERS:
        return node.css_first(_HOLDS_THE_ARTICLE) is not None
    return not (node.tag == "header" and node.css_first("article, main") is None and not _holds_only_headline(node))


def _holds_only_headline(header: LexborNode) -> bool:
    """Return whether the head of a page has the only headline of it."""
    top = header
    while top.parent is not None:
        top = top.parent
    return len(top.css("h1")) == len(header.css("h1"))
