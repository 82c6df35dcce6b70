"""What a page holds besides its article: removed from the tree, with the reason.

Elements say what they are by their tag, and by what their author calls them ("related-articles", "cookie-banner").
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from selectolax.lexbor import LexborHTMLParser, LexborNode

from kg.articles.html.html_nodes import Extent, extents_of, names_of, outermost, squeeze, words_of
from kg.articles.html.invitations import is_label
from kg.model import Cause, Remark

__all__ = ["LONGEST_REMARK", "left_out", "take_out_boilerplate"]

LONGEST_REMARK = 300
_SILENT = "script, style, noscript, template, svg, iframe, object, canvas, audio, video, button, select, textarea, map"
_STRUCK = "del, s, strike"
_HIDDEN_STYLE = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|clip\s*:\s*rect\(\s*0|clip-path\s*:\s*inset\(\s*(?:50|100)%"
    r"|(?<![\w-])(?:font-size|opacity|height|max-height|width)\s*:\s*0(?:px|em|rem|%)?\s*(?:;|!|$)|text-indent\s*:\s*-\d{3,}",
    re.IGNORECASE,
)
# Few elements are called so: the others need no closer look.
_MAY_HIDE = re.compile(r"hid|sr|screen", re.IGNORECASE)
_HIDDEN_NAMES = tuple(
    frozenset(names.split())
    for names in ("visually hidden", "sr only", "screen reader", "visuallyhidden", "hide print")
)
_BY_TAG = {"nav": "navigation", "menu": "navigation", "footer": "the foot of the page", "aside": "beside the article",
           "form": "a form", "dialog": "a dialog", "amp-ad": "advertising",
           "amp-embed": "advertising", "amp-sticky-ad": "advertising", "amp-consent": "a notice on cookies",
           "amp-user-notification": "a notice on cookies", "amp-sidebar": "navigation"}  # fmt: skip
_RELATED = "a link to other articles"
# What an element with one of these names is; a pair of names in one element counts with "+".
_CALLED = {
    "comments": "comment comments commentaire commentaires disqus respond replies coral",
    _RELATED: "related recirc recirculation readmore outbrain taboola teaser teasers trending popular mostread"
    " lireaussi alireaussi recommended recommendations recommendation upnext suggestions teads"
    " relatedposts relatedarticles relatedcontent relatedlinks relatedstories readnext mostpopular read+more read+also"
    " read+next also+like most+read lire+aussi voir+aussi meme+sujet more+stories",
    "an invitation": "newsletter newsletters subscribe subscription signup promo promotion paywall donate abonnement",
    "advertising": "ad ads adslot advert advertisement advertising sponsor sponsored pub publicite dfp",
    "a notice on cookies": "cookie cookies consent gdpr rgpd onetrust didomi",
    "navigation": "nav navbar navigation menu breadcrumb breadcrumbs ariane sitemap pagination pager skip masthead",
    "sharing": "sharedaddy addtoany addthis share sharing sharebar social socials partage partager follow+us",
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
# What is named so may be around all that is left of a page; what is named otherwise, around all of it from the start.
_AROUND = frozenset({"an invitation", "sharing", "beside the article", "a form", "the head of the page"})
_AMONG = frozenset({"an invitation", "sharing"})
_HOLDS_THE_ARTICLE = "main, h1, [itemprop=articleBody], [role=main]"
_HOLDS_ARTICLE = (
    "article, main, h1, [itemprop=articleBody], [role=main], .entry-content, .post-content, .post-body, .article-body, "
    ".article-content, .article__body, .article__content, .story-body, .e-content"
)
_ARTICLE = "article, main"
_WITH_NAMES = ", ".join((*_BY_TAG, "header", "[class]", "[id]", "[role]", "[data-testid]", "[data-component]"))
_SECTIONS = frozenset({"div", "section", "aside", "li", "ul"})
_HEADINGS = "h2, h3, h4, h5, h6"
# An element is still the article, whatever it is called, with this share of the letters of a page.
_MOST = 0.5
# ... and with this one if it is called what holds an article too.
_MUCH = 0.3
_NEVER = frozenset("body html h1 span a b strong em i td tr".split())


@dataclass(frozen=True, slots=True)
class _Found:
    """An element that may be no part of the article, why, and whether its names say that it holds one too."""

    node: LexborNode
    reason: str
    is_content: bool


@dataclass(slots=True)
class _Page:
    """What is known of a page while elements are taken out of it; lives for one call of `take_out_boilerplate`."""

    extents: dict[int, Extent]
    holders: dict[str, list[int]]
    articles: list[Extent]
    whole: int
    letters: int
    taken: list[Extent] = field(default_factory=list)

    def holds(self, extent: Extent, selector: str) -> bool:
        """Return whether an element, or one within, is what a selector names."""
        starts = self.holders[selector]
        first = bisect_left(starts, extent.start)
        return first < len(starts) and starts[first] < extent.end

    def holds_only_headline(self, extent: Extent) -> bool:
        """Return whether an element has all headlines that are left of the page."""
        headlines = self.holders["h1"]
        while headlines and headlines[0] < extent.start and _is_in(headlines[0], self.taken):
            del headlines[0]
        return bool(headlines) and extent.start <= headlines[0] and headlines[-1] < extent.end

    def is_within_article(self, extent: Extent) -> bool:
        """Return whether an element lies in an `article` or `main`."""
        return _is_in(extent.start, self.articles)


def take_out_boilerplate(tree: LexborHTMLParser) -> tuple[Remark, ...]:
    """Remove from a page what is not part of its article, and return a remark for each block of words removed.

    An element that holds the article, or all the words of the page, stays, whatever it is called.
    """
    body = tree.body
    if body is None:
        return ()
    for node in [*outermost(tree.css(_SILENT))]:
        node.decompose()
    found = [*_take([*outermost(tree.css(_STRUCK))], "struck out")]
    found += _take([*outermost(_hidden(body))], "hidden")
    return (*found, *_take_named(body))


def _take_named(body: LexborNode) -> Iterator[Remark]:
    named = {found.node.mem_id: found for found in (*_headed(body), *_named(body))}
    page = _survey(body, [found.node for found in named.values()])
    taken: list[tuple[LexborNode, str]] = []
    for found in sorted(named.values(), key=lambda found: page.extents[found.node.mem_id].start):
        extent = page.extents[found.node.mem_id]
        is_gone = page.taken and extent.start < page.taken[-1].end
        if not is_gone and (reason := _final_reason(page, found, extent)):
            page.letters -= extent.letters
            page.taken.append(extent)
            taken.append((found.node, reason))
    for node, reason in taken:
        yield from _take([node], reason)


def _survey(body: LexborNode, named: Sequence[LexborNode]) -> _Page:
    holders = {selector: body.css(selector) for selector in (_HOLDS_ARTICLE, _HOLDS_THE_ARTICLE, _ARTICLE, "h1")}
    extents = extents_of(body, [*named, *(node for several in holders.values() for node in several)])
    starts = {
        selector: sorted({extents[node.mem_id].start for node in several}) for selector, several in holders.items()
    }
    articles = [extents[node.mem_id] for node in outermost(holders[_ARTICLE])]
    letters = extents[body.mem_id].letters
    return _Page(extents, starts, articles, letters, letters)


def left_out(words: str, reason: str) -> Iterator[Remark]:
    """Return the remark on words that were left out; none for no words."""
    words = squeeze(words)
    if re.search(r"\w", words):
        yield Remark(Cause.LEFT_OUT, reason, words[:LONGEST_REMARK])


def _take(nodes: Iterable[LexborNode], reason: str) -> Iterator[Remark]:
    for node in nodes:
        yield from left_out(words_of(node), reason)
        node.decompose()


def _hidden(body: LexborNode) -> Iterator[LexborNode]:
    """Return the elements that are not shown, in order, but none that holds the article: scripts may show it later."""
    nodes = {node.mem_id: node for node in body.css("[hidden], [style], [class]")}
    hidden = [node for node in nodes.values() if _is_hidden(node)]
    if not hidden:
        return
    holders = body.css(_HOLDS_ARTICLE)
    extents = extents_of(body, [*hidden, *holders])
    starts = sorted(extents[node.mem_id].start for node in holders)
    for node in hidden:
        extent = extents[node.mem_id]
        first = bisect_left(starts, extent.start)
        if first == len(starts) or starts[first] >= extent.end:
            yield node


def _is_hidden(node: LexborNode) -> bool:
    attributes = node.attributes
    if "hidden" in attributes or _HIDDEN_STYLE.search(attributes.get("style") or ""):
        return True
    if not any(_MAY_HIDE.search(attributes.get(name) or "") for name in ("class", "id")):
        return False
    names = names_of(node)
    return any(hidden <= names for hidden in _HIDDEN_NAMES)


def _named(body: LexborNode) -> Iterator[_Found]:
    """Return the elements that are no article by their tag or names, and what they are.

    The head of a page may have no reason yet: it depends on where it stands.
    """
    nodes = {node.mem_id: node for node in body.css(_WITH_NAMES)}
    for node in nodes.values():
        tag = node.tag or ""
        if tag in _NEVER:
            continue
        names = names_of(node)
        reason = _reason(names) or _BY_TAG.get(tag, "")
        if reason or tag == "header":
            yield _Found(node, reason, _is_content(names))


def _headed(body: LexborNode) -> Iterator[_Found]:
    """Return the elements that begin with a heading such as "Newsletter" or "Related stories"."""
    for heading in body.css(_HEADINGS):
        before = heading.prev
        while before is not None and not squeeze(before.text_content or ""):
            before = before.prev
        above = heading.parent
        if before is None and above is not None and above.tag in _SECTIONS and is_label(words_of(heading)):
            yield _Found(above, _RELATED, is_content=True)


def _reason(names: frozenset[str]) -> str:
    if not names & _FIRST_NAMES:
        return ""
    return next((reason for reason, called in _NAMES if called <= names), "")


def _is_content(names: frozenset[str]) -> bool:
    """Return whether an element is called what holds an article: "main-content", "article-body"."""
    return len(names & (_CONTENT | _CONTENT_PARTS)) > 1 and bool(names & _CONTENT_PARTS) and not names & _OTHERS


def _final_reason(page: _Page, found: _Found, extent: Extent) -> str:
    """Return why an element is taken out; empty if it is around the article, or a header within it, all the same."""
    reason = found.reason or ("" if page.is_within_article(extent) else "the head of the page")
    enough = page.letters if reason in _AROUND else page.whole
    if reason in _AMONG:
        enough = min(enough, int(page.letters * _MOST) + 1)
    if found.is_content:
        enough = min(enough, int(page.letters * _MUCH) + 1)
    return "" if extent.letters >= enough or _holds_article(page, found.node, extent, reason) else reason


def _holds_article(page: _Page, node: LexborNode, extent: Extent, reason: str) -> bool:
    """Return whether an element with such a name is around the article all the same; comments are `article`s too."""
    if node.tag in {"nav", "footer"} or not page.holds(extent, _HOLDS_ARTICLE):
        return False
    if reason in _OF_OTHERS:
        return page.holds(extent, _HOLDS_THE_ARTICLE)
    return node.tag != "header" or page.holds(extent, _ARTICLE) or page.holds_only_headline(extent)


def _is_in(start: int, extents: Sequence[Extent]) -> bool:
    """Return whether a place is within one of some extents, which are in order and apart."""
    at = bisect_right(extents, start, key=lambda extent: extent.start)
    return at > 0 and start < extents[at - 1].end
