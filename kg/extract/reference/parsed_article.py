"""A parsed article: its blocks, and its sentences with their grammar and mentions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kg.extract.amounts.dates import DateMention
from kg.extract.amounts.quantities import Quantity
from kg.extract.grammar.syntax import Sentence
from kg.extract.reference.mentions import WordMention
from kg.extract.text.blocks import Block
from kg.model import Article, Span

__all__ = ["ReadArticle", "ReadSentence"]


@dataclass(frozen=True, slots=True)
class ReadSentence:
    """A sentence with its parse and mentions.

    Attributes:
        number: its index in the article, from 0.
        block: the block it belongs to.
        within: the span of the quotation it belongs to, if any.
    """

    number: int
    block: Block
    sentence: Sentence
    mentions: tuple[WordMention, ...]
    within: Span | None = None


@dataclass(frozen=True, slots=True)
class ReadArticle:
    """A parsed article. Amounts and dates are those of the whole text, with their spans.

    `foreign` are the blocks in another language, with its code; they have no sentences.
    """

    article: Article
    blocks: tuple[Block, ...]
    sentences: tuple[ReadSentence, ...]
    quantities: Mapping[Span, Quantity]
    dates: tuple[DateMention, ...]
    quotations: tuple[Span, ...]
    foreign: tuple[tuple[Span, str], ...] = ()
