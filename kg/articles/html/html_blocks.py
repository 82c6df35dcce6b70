"""The blocks of a page: headings, paragraphs, list items, quotes, captions and rows, in the order of the text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import Enum

from selectolax.lexbor import LexborNode

from kg.articles.html.html_nodes import squeeze, steps
from kg.articles.html.invitations import is_invitation

__all__ = ["HtmlBlock", "Place", "read_blocks"]

_MARKS = {"p": "", "li": "- ", "blockquote": "> ", "figcaption": ""} | {f"h{n}": "#" * n + " " for n in range(1, 7)}
_CUTTING = frozenset(
    "address article aside body center dd details dialog div dl dt fieldset figure footer form header hgroup hr html "
    "main menu ol pre search section summary table tbody td tfoot th thead tr ul".split()
)
_OWNING = frozenset({"li", "blockquote", "figcaption"})  # paragraphs within are parts of them
# What no element says to be a paragraph is one if it reads so, not if it is a menu, a byline or a button.
_PARAGRAPH = re.compile(r"\S+ \S+ \S+ .*[.!?…][»”\"’')\]]*")
_NOTE = re.compile(r"\s*(?:\(?\d{1,3}\)?|\[\w{1,4}\]|[*†‡§]+)\s*")
# Units that have powers: m², km³.
_MEASURED = re.compile(r"(?:^|[\d\s])(?:[kcm]?m|ha|ft|10)$")
_LONGEST_UNIT = 4
_LINKED = 0.8
_POWERS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


class Place(Enum):
    """Where a block stands: in the article, in its headline and lead before it, or elsewhere on the page."""

    ARTICLE = "article"
    LEAD = "lead"
    OUTSIDE = "outside"


@dataclass(frozen=True, slots=True)
class HtmlBlock:
    """A block: its words on one line, the mark that goes before it in Markdown, and how many characters are links."""

    words: str
    mark: str
    place: Place
    linked: int
    is_row: bool = False

    @property
    def is_link(self) -> bool:
        """Return whether nearly all of it leads to another page."""
        return self.linked >= _LINKED * len(self.words)


@dataclass(slots=True)
class _Walk:
    """The state of one walk over a page; lives for one call of `read_blocks`."""

    roots: frozenset[int]
    lead_from: int
    around: list[str] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    linked: int = 0
    links: int = 0
    rows: list[bool] = field(default_factory=list)
    inside: int = 0
    lead: bool = False
    blocks: set[int] = field(default_factory=set)
    owned: list[tuple[int, int]] = field(default_factory=list)
    raised: tuple[int, bool] = (-1, False)
    begun: bool = False

    def place(self) -> Place:
        if self.inside:
            return Place.ARTICLE
        return Place.LEAD if self.lead and not self.begun else Place.OUTSIDE

    def begin(self, node: LexborNode) -> None:
        """Note that an element that opens here is a block."""
        self.around.append(node.tag or "")
        self.blocks.add(node.mem_id)

    def paragraph(self, *, opens: bool) -> Iterator[HtmlBlock]:
        """Return the paragraph of a quote or an item that ends here, if it leads elsewhere and is no part of it."""
        if opens:
            self.owned.append((len(self.words), self.linked))
            return
        start, linked = self.owned.pop()
        text = squeeze("".join(self.words[start:]))
        part = HtmlBlock(text, "", self.place(), min(self.linked - linked, len(text)))
        if text and (part.is_link or is_invitation(text)) and self.linked >= linked:
            del self.words[start:]
            self.linked = linked
            yield part

    def cut(self) -> Iterator[HtmlBlock]:
        """Return the blocks that the words since the last cut make: two line breaks part them."""
        for part in re.split(r"\n\s*\n", "".join(self.words)):
            text = squeeze(part)
            reads = _PARAGRAPH.fullmatch(text)
            if text and (self.around or reads) and (reads or self.around[-1] != "figcaption"):
                mark = _MARKS[self.around[-1]] if self.around else ""
                yield HtmlBlock(text, mark, self.place(), min(self.linked, len(text)))
        self.words.clear()
        self.linked = 0


def read_blocks(body: LexborNode, roots: Sequence[LexborNode]) -> Iterator[HtmlBlock]:
    """Return the blocks of a page, in order, each with its place.

    Where no root has a headline, what stands between the headline of the page and the first root is the lead.
    """
    first = None if any(root.css_first("h1") for root in roots) else body.css_first("h1")
    walk = _Walk(frozenset(root.mem_id for root in roots), first.mem_id if first is not None else -1)
    for node, opens in steps(body):
        tag = node.tag or ""
        if tag == "-text":
            _add(walk, node, opens=opens)
        elif tag == "br":
            walk.words.append("\n" if opens else "")
        else:
            yield from _element(walk, node, tag, opens=opens)
    yield from walk.cut()


def _add(walk: _Walk, node: LexborNode, *, opens: bool) -> None:
    if opens and not _is_note(walk, node):
        text = re.sub(r"\s+", " ", node.text_content or "")
        walk.words.append(text.translate(_POWERS) if _is_raised(node) else text)
        walk.linked += len(text.strip()) if walk.links else 0


def _is_raised(node: LexborNode) -> bool:
    """Return whether the text is a power: "m<sup>2</sup>"."""
    above = node.parent
    return above is not None and above.tag == "sup" and (node.text_content or "").strip().isdigit()


def _is_note(walk: _Walk, node: LexborNode) -> bool:
    """Return whether the text is the mark of a footnote: digits or a star within `sup`, not after a unit of measure."""
    above = node.parent
    while above is not None and above.tag in {"a", "span", "b", "i"}:
        above = above.parent
    if above is None or above.tag != "sup" or not _NOTE.fullmatch(node.text_content or ""):
        return False
    if walk.raised[0] != above.mem_id:
        before = above.prev
        words = "" if before is None else before.text(deep=True) if before.tag != "-text" else before.text_content or ""
        walk.raised = (above.mem_id, bool(_MEASURED.search(words[-_LONGEST_UNIT:])))
    return not walk.raised[1]


def _element(walk: _Walk, node: LexborNode, tag: str, *, opens: bool) -> Iterator[HtmlBlock]:
    """Return what an element that opens or closes cuts off, and note where the walk is then."""
    is_block = _is_block(walk, tag) if opens else node.mem_id in walk.blocks
    is_root = node.mem_id in walk.roots
    if tag == "tr" and not opens and walk.rows and walk.rows[-1]:
        yield from _row(walk, node)
    if is_block or is_root or (not walk.around and (tag in _CUTTING or "-" in tag)):
        yield from walk.cut()
    elif walk.around:
        walk.words.append(" " if tag in _CUTTING or tag == "p" else "")
    if is_block:
        walk.begin(node) if opens else walk.around.pop()
    elif tag == "p":
        yield from walk.paragraph(opens=opens)
    if tag == "a":
        walk.links += 1 if opens else -1
    if tag == "table":
        walk.rows.append(True) if opens else walk.rows.pop()
    if is_root:
        walk.inside, walk.begun = walk.inside + (1 if opens else -1), True
    walk.lead = walk.lead or node.mem_id == walk.lead_from


def _is_block(walk: _Walk, tag: str) -> bool:
    """Return whether an element that opens begins a block: a paragraph within a quote or an item is a part of it."""
    return tag in _MARKS and not (tag in {"p", "figcaption"} and any(outer in _OWNING for outer in walk.around))


def _row(walk: _Walk, row: LexborNode) -> Iterator[HtmlBlock]:
    """Return a row of a table of figures as one block; the cells of a table that sets a page are blocks themselves."""
    if row.css_first("p, div, ul, ol, h1, h2, h3, table, blockquote") is not None:
        return
    cells = [squeeze(cell.text(separator=" ")) for cell in row.css("td, th")]
    if any(cells) and not any(_PARAGRAPH.fullmatch(cell) for cell in cells):
        yield HtmlBlock(" | ".join(cells), "", walk.place(), 0, is_row=True)
