"""Markup that a parser would take hours or gigabytes for, made harmless before it is parsed.

A parser goes up through all open elements at nearly every tag, compares each attribute of a tag with all before it, and
opens `<b>` and its like again in every paragraph after one that did not close them. Browsers limit the depth too.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field

__all__ = ["DEEPEST", "limit_markup"]

DEEPEST = 1_000
"""How many elements may lie around an element; those deeper are opened, if nothing can hide what is in them."""
_MOST_ATTRIBUTES = 300
_LONG_TAG = 5_000
_MOST_COPIES = 2_000_000
_TAG = re.compile(
    r"<(?:(!--)|(/?)([a-zA-Z][^\s/>]*+)((?:[^>=]++|=\s*+(?:\"[^\"]*+\"|'[^']*+'|))*+)(?:>|\Z))",
)
_ATTRIBUTE = re.compile(r"[^\s=/\"']++(?:\s*+=\s*+(?:\"[^\"]*+\"|'[^']*+'|[^\s]*+))?+")
# What is never open within its own kind, or has no end.
_FLAT = frozenset(
    "a area base br button caption col colgroup dd dt embed hr img input li link meta nobr optgroup option p param rp "
    "rt source tbody td tfoot th thead tr track wbr".split()
)
# Without markup in them; `noscript` is so for browsers, which run scripts.
_RAW = frozenset("iframe noembed noframes noscript script style textarea title xmp".split())
_COPIED = frozenset("b big code em font i s small strike strong tt u".split())
_HIDING = re.compile(r"hidden|style|class|role|id\b", re.IGNORECASE)
_NOT_READ = frozenset(
    "aside audio canvas del dialog footer form header map menu math nav noscript object s select strike svg template "
    "video".split()
)


@dataclass(slots=True)
class _Scan:
    """The state of one scan over a page; lives for one call of `limit_markup`."""

    open: list[str] = field(default_factory=list)
    count: Counter[str] = field(default_factory=Counter)
    cuts: list[tuple[int, int]] = field(default_factory=list)
    hidden_from: int = -1
    hidden_depth: int = 0
    unclosed: int = 0
    copies: int = 0


def limit_markup(page: str) -> str:
    """Return a page without `noscript`, tags that are nested too deep and attributes that are too many.

    What is deeper than `DEEPEST` in an element that may be hidden, or be something else than the article, goes with it.
    """
    scan, at = _Scan(), 0
    while match := _TAG.search(page, at):
        at = match.end()
        comment, closes, name, attributes = match.groups()
        name = (name or "").lower()
        if comment:
            at = _after(page, "-->", match.start() + 2)
        elif closes:
            _close(scan, name, match)
        else:
            _open(scan, name, attributes, match)
            if name in _RAW:
                at = _end_of_raw(page, name, at)
            if name == "noscript":
                scan.cuts.append((match.start(), at))
        if scan.copies > _MOST_COPIES:
            scan.cuts.append((match.start(), len(page)))
            break
    if scan.hidden_from >= 0:
        scan.cuts.append((scan.hidden_from, len(page)))
    return _without(page, scan.cuts) if scan.cuts else page


def _open(scan: _Scan, name: str, attributes: str, match: re.Match[str]) -> None:
    if len(attributes) > _LONG_TAG:
        _limit_attributes(scan, match)
    scan.copies += scan.unclosed
    if name in _FLAT or name in _RAW:
        return
    scan.unclosed += name in _COPIED
    scan.open.append(name)
    scan.count[name] += 1
    if len(scan.open) > DEEPEST and scan.hidden_from < 0:
        if name in _NOT_READ or _HIDING.search(attributes):
            scan.hidden_from, scan.hidden_depth = match.start(), len(scan.open)
        else:
            scan.cuts.append(match.span())


def _close(scan: _Scan, name: str, match: re.Match[str]) -> None:
    """Note the end of an element and of those within that have none of their own; that of none counts for nothing."""
    scan.unclosed -= 1 if name in _COPIED and scan.unclosed else 0
    if not scan.count[name]:
        return
    while True:
        last = scan.open.pop()
        scan.count[last] -= 1
        if last == name:
            break
    depth = len(scan.open) + 1
    if scan.hidden_from >= 0 and depth <= scan.hidden_depth:
        end = match.end() if depth == scan.hidden_depth else match.start()
        scan.cuts.append((scan.hidden_from, end))
        scan.hidden_from = -1
    elif depth > DEEPEST and scan.hidden_from < 0:
        scan.cuts.append(match.span())


def _limit_attributes(scan: _Scan, match: re.Match[str]) -> None:
    for number, attribute in enumerate(_ATTRIBUTE.finditer(match[0], match.start(4) - match.start()), start=1):
        if number > _MOST_ATTRIBUTES:
            end = match.end() - match[0].endswith(">")
            scan.cuts.append((match.start() + attribute.start(), end))
            return


def _after(page: str, words: str, start: int) -> int:
    found = page.find(words, start)
    return len(page) if found < 0 else found + len(words)


def _end_of_raw(page: str, name: str, start: int) -> int:
    found = re.compile(f"</{name}", re.IGNORECASE).search(page, start)
    return found.start() if found else len(page)


def _without(page: str, cuts: list[tuple[int, int]]) -> str:
    """Return a page without some stretches of it, which may lie within each other."""
    kept, at = [], 0
    for start, end in sorted(cuts):
        if start > at:
            kept.append(page[at:start])
        at = max(at, end)
    return "".join((*kept, page[at:]))
