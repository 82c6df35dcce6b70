"""Splits an article into blocks: headings, paragraphs, list items and quotes.

A heading merged with the next sentence ruins the parse, so this comes before anything else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from kg.model import Article, Span

__all__ = ["Block", "BlockKind", "find_blocks", "unwrap"]


class BlockKind(StrEnum):
    """The kind of a block."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    QUOTE = "quote"


@dataclass(frozen=True, slots=True)
class Block:
    """A block: its kind, and its span without Markdown markup."""

    kind: BlockKind
    span: Span


_MARK = re.compile(r"[ \t]*(?:(?P<heading>#{1,6})[ \t]+|(?P<item>[-*•–—][ \t]+|\d{1,2}[.)][ \t]+)|(?P<quote>>+[ \t]*))")
_WRAP = re.compile(r"(?<=[^\n]{50})(?<![:\s])\n(?=\S)")
_SENTENCE_END = re.compile(r"[.!?…:;,»”\"')\]][*_ \t]*$")


def find_blocks(article: Article) -> tuple[Block, ...]:
    """Return the blocks of the article's body, in order, without blank lines.

    In Markdown, and in plain text whose lines end within sentences, the lines up to a blank one form a block;
    otherwise each line does. A short line without a full stop that precedes a paragraph is a heading.
    """
    lines = list(_lines(article))
    wrapped = article.markdown or _is_wrapped([article.text[s.start : s.end] for s in lines])
    blocks: list[Block] = []
    previous_end = -1
    for span in lines:
        block = _block(article.text, span)
        follows = previous_end >= 0 and "\n" not in article.text[previous_end : span.start].replace("\n", "", 1)
        if blocks and follows and _continues(blocks[-1], block, wrapped=wrapped):
            blocks[-1] = Block(blocks[-1].kind, Span(blocks[-1].span.start, block.span.end))
        else:
            blocks.append(block)
        previous_end = span.end
    return tuple(_with_headings(article.text, blocks))


def unwrap(article: Article) -> Article:
    """Return the article with line breaks inside wrapped paragraphs replaced by spaces.

    So a name broken over two lines is one name; offsets do not change. Short lines stay separate: an unmarked list of
    names, an address, a verse.
    """
    parts: list[str] = []
    position = 0
    for block in find_blocks(article):
        if block.kind in {BlockKind.PARAGRAPH, BlockKind.ITEM}:
            parts += article.text[position : block.span.start], _WRAP.sub(" ", block.span.of(article.text))
            position = block.span.end
    return replace(article, text="".join((*parts, article.text[position:])))


def _lines(article: Article) -> Iterator[Span]:
    for match in re.finditer(r"[^\r\n\u2028\u2029]+", article.text[: article.body.end]):
        start, end = max(match.start(), article.body.start), match.end()
        stripped = article.text[start:end]
        if stripped.strip():
            yield Span(start + len(stripped) - len(stripped.lstrip()), start + len(stripped.rstrip()))


def _is_wrapped(lines: list[str]) -> bool:
    """Return whether paragraphs are wrapped over several lines, so that most long lines end within a sentence."""
    long = [line for line in lines if len(line) > 50]
    open_ended = [line for line in long if not _SENTENCE_END.search(line)]
    return len(long) >= 3 and len(open_ended) * 2 > len(long) and max(map(len, long)) < 140


def _block(text: str, span: Span) -> Block:
    match = _MARK.match(text, span.start, span.end)
    if not match or (match.end() == span.end and match.lastgroup != "quote"):
        return Block(BlockKind.PARAGRAPH, span)
    kind = BlockKind(match.lastgroup or "paragraph")
    return Block(kind, Span(match.end(), span.end))


def _continues(last: Block, block: Block, *, wrapped: bool) -> bool:
    if block.kind is BlockKind.QUOTE:
        return last.kind is BlockKind.QUOTE
    return block.kind is BlockKind.PARAGRAPH and wrapped and last.kind is not BlockKind.HEADING


def _with_headings(text: str, blocks: list[Block]) -> Iterator[Block]:
    """Return the blocks, with lines that look like headings marked so."""
    for index, block in enumerate(blocks):
        words = block.span.of(text)
        short = len(words) <= 120 and not _SENTENCE_END.search(words) and "\n" not in words
        before_text = index + 1 < len(blocks) and blocks[index + 1].kind is not BlockKind.HEADING
        if block.kind is BlockKind.PARAGRAPH and short and before_text:
            yield Block(BlockKind.HEADING, block.span)
        else:
            yield block
