"""The marks of Markdown within lines, and what it shows to nobody (https://spec.commonmark.org).

Marks at the start of a line (headings, items, quotes) are blocks': see `kg.extract.text.blocks`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.model import Span

__all__ = ["MARK_STEPS", "find_marks", "find_notes"]

# Every part is bounded, so that no text takes more than linear time.
_UNSHOWN = re.compile(
    r"(?P<code>^(?P<fence>```|~~~)[^\n]*\n(?:(?!^(?P=fence))[^\n]*\n)*(?:^(?P=fence)[^\n]*|[^\n]*\Z))"
    r"|(?P<comment><!--(?:(?!-->).){0,20000}-->)"
    r"|(?P<definition>^ {0,3}\[[^\]\n^]{1,100}\]:[ \t]+<?(?:https?:|/|#|mailto:)[^\n]*)"
    r"|(?P<label>^ {0,3}\[\^[^\]\n]{1,40}\]:[ \t]*)"
    r"|(?P<note>\[\^[^\]\n]{1,40}\])"
    r"|(?P<picture>!\[[^\]\n]{0,300}\](?:\([^()\n]{0,500}(?:\([^()\n]{0,200}\)[^()\n]{0,200})?\)|\[[^\]\n]{0,100}\]))"
    r"|(?P<struck>~~(?=\S)[^~\n]{1,500}~~)"
    r"|(?P<tag></?(?:a|abbr|b|br|center|div|em|font|i|img|kbd|mark|p|small|span|strong|sub|sup|u)\b[^<>\n]{0,500}>)"
    r"|(?P<address><https?://[^<>\s]{1,500}>)",
    re.MULTILINE | re.DOTALL,
)
_LINK = re.compile(
    r"\[(?P<words>[^\[\]\n]{1,300}(?:\n[^\[\]\n]{1,300})?)\]"
    r"(?:\((?:[^()\n]{0,1000}(?:\([^()\n]{0,200}\)[^()\n]{0,500})?)\)|\[[^\]\n]{0,100}\])"
)
_EMPHASIS = (
    re.compile(r"(?<![*\\\w])\*\*(?=\S)(?P<words>[^*\n]{1,500}(?:\n[^*\n]{1,500})?)(?<=\S)\*\*(?!\*)|\*\*(?=\w)(?P<more>[^*\n]{1,300})(?<=\w)\*\*"),
    re.compile(r"(?<![_\\\w])__(?=\S)(?P<words>[^\n]{1,500}?)(?<=\S)__(?![_\w])"),
    re.compile(r"(?<![*\\\w])\*(?=[^\s*])(?P<words>[^*\n]{1,500}(?:\n[^*\n]{1,500})?)(?<=[^\s*])\*(?![*\w])"),
    re.compile(r"(?<![_\\\w])_(?=[^\s_])(?P<words>[^_\n]{1,500})(?<=[^\s_])_(?![_\w])"),
    re.compile(r"(?<!`)`(?P<words>[^`\n]{1,300})`(?!`)"),
)  # fmt: skip
MARK_STEPS = len(_EMPHASIS) + 3
"""How many steps `find_marks` has."""
_ESCAPED = re.compile(r"\\(?=[\\`*_{}\[\]()#+\-.!|~>$])")
# Marks of notes in any text: "million[1]", "million¹"; not powers of units or of ten.
_NOTE = re.compile(r"(?<=[\w)%»”\"’.,])\[\d{1,3}\](?!\()|(?<=[^\W\d_]{3})[¹²³⁴⁵⁶⁷⁸⁹⁰]{1,3}(?!\w)|(?<=\d{4})[¹²³](?!\w)")


def find_marks(text: str, step: int) -> Iterator[tuple[Span, str]]:
    """Return what Markdown does not show, and what stands for it, in order; of one of `MARK_STEPS` steps.

    A step finds what lies within what an earlier one took off: emphasis within a link.
    """
    if step == 0:
        for match in _UNSHOWN.finditer(text):
            yield Span(match.start(), match.end()), " " if match["tag"] and match["tag"].startswith("<br") else ""
    elif step == 1:
        yield from _kept(_LINK, text)
    elif step <= len(_EMPHASIS) + 1:
        yield from _kept(_EMPHASIS[step - 2], text)
    else:
        yield from ((Span(match.start(), match.end()), "") for match in _ESCAPED.finditer(text))


def find_notes(text: str) -> Iterator[tuple[Span, str]]:
    """Return the marks of footnotes in any text."""
    return ((Span(match.start(), match.end()), "") for match in _NOTE.finditer(text))


def _kept(pattern: re.Pattern[str], text: str) -> Iterator[tuple[Span, str]]:
    """Return what stands around the words that a pattern keeps."""
    for match in pattern.finditer(text):
        group = next(name for name in pattern.groupindex if match[name] is not None)
        yield Span(match.start(), match.start(group)), ""
        yield Span(match.end(group), match.end()), ""
