"""Line ends that only break a line: words parted by a hyphen, and sentences set in short lines, as in text from PDF."""

from __future__ import annotations

import re
from collections.abc import Iterator

import simplemma

from kg.model import Span

__all__ = ["find_hyphens", "find_wraps"]

_HYPHEN = re.compile(r"(?<![^\W\d_])(?P<left>[^\W\d_]{2,30})[-\u00ad\u2010](?P<end>[ \t]*\r?\n[ \t]*)(?P<right>[^\W\d_]{2,30})")
# Words with which no line of a list and no heading ends, and a past participle after its auxiliary.
_OPEN_ENDED = re.compile(
    r"(?:(?<![\w'’])(?:the|an?|of|in|to|for|from|by|with|and|or|at|on|its|their|has|have|had|was|were|is|are|been|be|will|would"
    r"|that|which|who|than|as|le|la|les|un|une|des|du|de|d['’]|l['’]|à|au|aux|en|dans|pour|par|sur|avec|et|ou|son|sa|ses|leurs?"
    r"|que|qui|qu['’]|a|ont|est|sont|était|sera|seront|avait|été|être|avoir)"
    r"|(?<!\w)(?:has|have|had|was|were|is|been|be|having|now) (?:\w+ly )?\w+(?:ed|en|ght|ld)"
    r"|(?<!\w)(?:a|ont|avoir|avait|est|être|été|ayant) \w+(?:é|ée|és|ées|i|u|is))[ \t]*(?P<end>\r?\n)(?=[^\W_]|[“«\"$€£])",
    re.IGNORECASE,
)


def find_hyphens(text: str) -> Iterator[tuple[Span, str]]:
    """Return the hyphens at line ends with the line end, and what stands for them.

    That is nothing where they part a word, and a hyphen where they join two: "Capi-⏎tal" is Capital, "long-⏎term"
    long-term. A dictionary decides where it knows both halves; the right half begins with a small letter.
    """
    for match in _HYPHEN.finditer(text):
        left, right = match["left"], match["right"]
        if right[0].islower():
            joins = not _is_known(left + right) and _is_known(left) and _is_known(right)
            yield Span(match.end("left"), match.start("right")), "-" if joins else ""
        else:
            yield Span(match.start("end"), match.start("right")), ""


def find_wraps(text: str, *, markdown: bool) -> Iterator[tuple[Span, str]]:
    """Return the line ends that a space stands for: within a paragraph of Markdown, or where a sentence must go on."""
    pattern = re.compile(r"(?<=\S)(?P<end>(?<! )\r?\n)(?=[^\W_]|[“«\"$€£(*_\[])") if markdown else _OPEN_ENDED
    for match in pattern.finditer(text):
        before = text[text.rfind("\n", 0, match.start("end")) + 1 : match.start("end")].lstrip()
        if not before.startswith(("#", "|", "```", "---")):
            yield Span(match.start("end"), match.end("end")), " " * (match.end("end") - match.start("end"))


def _is_known(word: str) -> bool:
    return any(simplemma.is_known(word.lower(), lang=language) for language in ("en", "fr"))
