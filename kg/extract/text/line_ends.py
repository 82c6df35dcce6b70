"""Line ends that only break a line: words parted by a hyphen, and sentences set in short lines, as in text from PDF."""

from __future__ import annotations

import re
from collections.abc import Iterator

import simplemma

from kg.model import Span

__all__ = ["find_hyphens", "find_wraps"]

_HYPHEN = re.compile(
    r"(?<![^\W\d_])(?P<left>[^\W\d_]{2,30})[-\u00ad\u2010](?P<end>[ \t]*\r?\n[ \t]*)(?P<right>[^\W\d_]{2,30})"
)
_LINE_END = re.compile(r"(?<=\S)\r?\n(?=\S)")
_LINE_MARK = re.compile(r"[ \t]*(?:#|\||```|---|>)")
_GOES_ON = re.compile(r"[^\W_]|[“«\"$€£(*_\[]")
# Words with which no line of a list and no heading ends, and a past participle after "have".
_OPEN_ENDED = re.compile(
    r"(?<![\w'’])(?:(?:the|an?|of|in|to|for|from|by|with|and|or|at|on|its|their|has|have|had|was|were|is|are|been|be|will"
    r"|would|that|which|who|than|as|le|la|les|un|une|des|du|de|d['’]|l['’]|à|au|aux|en|dans|pour|par|sur|avec|et|ou|son"
    r"|sa|ses|leurs?|que|qui|qu['’]|a|ont|est|sont|était|sera|seront|avait|été|être|avoir)"
    r"|(?:has|have|had|having) (?:\w+ly )?\w+(?:ed|en|ght|ld)"
    r"|(?:a|ont|avoir|avait|ayant) \w+(?:é|ée|és|ées|i|u|is))$",
    re.IGNORECASE,
)
_TAIL = 60
_LONG = re.compile(r"[^\n]{30,}[^.!?:;…\n]$")
_SMALL = re.compile(r"[a-zà-ÿ]{2}")


def find_hyphens(text: str) -> Iterator[tuple[Span, str]]:
    """Return the hyphens at line ends with the line end, and what stands for them, in order.

    That is nothing where they part a word, and a hyphen where they join two: "Capi-⏎tal" is Capital, "long-⏎term"
    long-term. A dictionary decides where it knows both halves and not the whole.
    """
    for match in _HYPHEN.finditer(text):
        left, right = match["left"], match["right"]
        if right[0].islower():
            joins = not _is_known(left + right) and _is_known(left) and _is_known(right)
            yield Span(match.end("left"), match.start("right")), "-" if joins else ""
        else:
            yield Span(match.start("end"), match.start("right")), ""


def find_wraps(text: str, *, markdown: bool) -> Iterator[tuple[Span, str]]:
    """Return the line ends that spaces stand for, in order: those within a paragraph of Markdown, or a sentence.

    A sentence goes on after a word that ends none, and after a long line where the next begins with a small letter.
    """
    for match in _LINE_END.finditer(text):
        start, end = match.span()
        before = text[max(text.rfind("\n", 0, start) + 1, start - _TAIL) : start]
        if _LINE_MARK.match(before) or not _GOES_ON.match(text, end):
            continue
        long = _LONG.search(before) and _SMALL.match(text, end)
        if (markdown and not before.endswith("  ")) or (" " in before and _OPEN_ENDED.search(before)) or long:
            yield Span(start, end), " " * (end - start)


def _is_known(word: str) -> bool:
    return any(simplemma.is_known(word.lower(), lang=language) for language in ("en", "fr"))
