"""The article of a web page: its text without what surrounds it, what is known of it, and what was left out."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from selectolax.lexbor import LexborHTMLParser

from kg.articles.html.boilerplate import left_out, take_out_boilerplate
from kg.articles.html.html_blocks import HtmlBlock, Place, read_blocks
from kg.articles.html.html_metadata import add_time, read_page_metadata
from kg.articles.html.invitations import is_invitation
from kg.articles.html.main_content import find_roots
from kg.articles.html.markup_limits import limit_markup
from kg.articles.metadata.metadata import Metadata

__all__ = ["READER", "Page", "read_page"]

READER = "html/1"
"""What made the text of a page; the number changes whenever the same page may give another text."""

_ENTITY = re.compile(r"&(?:#\d{1,7}|#x[0-9a-fA-F]{1,6}|[a-zA-Z]{2,31}\d{0,2});")
_LONGEST_LABEL = 60


@dataclass(frozen=True, slots=True)
class Page:
    """What a page holds: the text of its article in the form that `kg.extract.text.blocks` reads, and its metadata.

    `metadata.remarks` names each block that was left out, and why.
    """

    text: str
    metadata: Metadata


def read_page(page: str) -> Page:
    """Return the article of a page; its text is empty where the page has none.

    The blocks are the headings, paragraphs, list items, quotes and captions of what holds the article, after its
    headline and lead, each on a paragraph of its own; where the page does not mark paragraphs, what ends like a
    sentence is one. Rows of tables of figures, invitations to other pages and bare links are left out.
    """
    tree = LexborHTMLParser(limit_markup(page))
    metadata = read_page_metadata(tree)
    if tree.body is None:
        return Page("", metadata)
    remarks = list(take_out_boilerplate(tree))
    roots = find_roots(tree.body)
    metadata = add_time(metadata, roots)
    kept = []
    for block, reason in _judged(read_blocks(tree.body, roots)):
        if reason:
            remarks += left_out(block.words, reason)
        else:
            kept.append(block)
    text = "\n\n".join(_unescaped(block.mark + block.words) for block in kept)
    return Page(text, Metadata(reader=READER).or_else(metadata).with_remarks(*remarks))


def _judged(blocks: Iterable[HtmlBlock]) -> Iterator[tuple[HtmlBlock, str]]:
    """Return each block with the reason to leave it out; with an empty one it is part of the article."""
    several = list(blocks)
    after_invitation = False
    for block in several:
        invites = is_invitation(block.words)
        listed = block.mark == "- " or block.is_link
        after_invitation = (invites and len(block.words) <= _LONGEST_LABEL) or (after_invitation and listed)
        if block.place is Place.OUTSIDE:
            yield block, "outside of the article"
        elif block.is_row:
            yield block, "a row of a table"
        elif invites or (after_invitation and listed):
            yield block, "a link to other articles"
        elif block.is_link and block.mark != "# ":
            yield block, "a link to another page"
        else:
            yield block, ""


def _unescaped(words: str) -> str:
    """Return words whose entities were encoded twice as they were meant."""
    return _ENTITY.sub(lambda match: html.unescape(match[0]), words)
