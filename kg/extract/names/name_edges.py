"""What stands at the edges of a name and belongs to it, or does not: elisions, articles, owners, signs."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from kg.extract.text.folding import fold
from kg.model import Span

__all__ = [
    "ARTICLE",
    "ELISION",
    "OUTSIDE",
    "is_amount",
    "is_number_in_name",
    "owners_apart",
    "spelling_pattern",
    "with_sign",
]

# What is put before a name within one word: "l'Oréal", "ex-Kerlan".
ELISION = re.compile(r"(?i:[cdjlmnst]|qu|jusqu)['’]|(?i:ex|non|pro|anti)[-‑](?=[A-Z])")
# "France" in "Île-de-France" is a part of another name.
OUTSIDE = r"(?<!\w)(?<![-‑](?:de|du|la|le|en|et)[-‑])(?<![-‑](?:sur|les|des)[-‑])"
# A sign of a name that ends no sentence: "Yahoo! acquired", "Kerlan™".
_CALL = re.compile(r"!(?=[ \u00a0][a-zà-ÿ]|[,)’'])")
_MARK = re.compile(r"[®™]")
ARTICLE = re.compile(r"(?:(?:Le|La|Les)[ \u00a0]|L['’])(?=[A-ZÀ-Þ])([^ \u00a0]+)")
_OWNER = re.compile(
    r"['’]s[ \u00a0](?!(?:Inc|Corp|Co|Ltd|LLC|PLC|plc|Companies|Company|Corporation|Group|Holdings?)\b)"
)
# "3M" is a company where it does something or something is done by it, else three million.
_SUBJECT = re.compile(
    r"['’]s\b|[ \u00a0](?:\w+ed|has|is|was|will|plans|and|said|in|a|est|va|et)\b|[.,;)](?!\d)|$", re.IGNORECASE
)
_DIGITS = 2
# A capital after an article, an owner or a noun for a site: "Kerlan's Vega ", "the Vega ", "le parc Vega ".
_NUMBERED = re.compile(r"(?:\b([a-zà-ÿ]+)|['’]s)(?:[ \u00a0][A-ZÀ-Þ][a-zà-ÿ]+){1,2}[ \u00a0]$")
_DETERMINERS = frozenset("the its his their le la les du au".split())
_IN_RUN = re.compile(r"[a-zà-ÿ,][ \u00a0][A-Z][a-z]+[ \u00a0][A-ZÀ-Þ].*", re.DOTALL)
_BEFORE = re.compile(r"(?:^|\n|[.(]|[,;] |\b(?:by|with|from|and|to|par|avec|et|chez)[ \u00a0])$", re.IGNORECASE)


def owners_apart(text: str, span: Span) -> Iterator[Span]:
    """Return a run of capitals cut after each owner in it ("Kerlan's Project Bravane"), but not in "Kerlan's Corp."."""
    start = span.start
    for owner in _OWNER.finditer(text, span.start, span.end):
        yield Span(start, owner.start())
        start = owner.end()
    yield Span(start, span.end)


def spelling_pattern(spelling: str) -> str:
    """Return the pattern of a spelling, with either apostrophe; a common noun ("natural gas") matches in any case."""
    escaped = re.sub("['’]", "['’]", re.escape(spelling))
    return rf"(?i:{escaped})" if spelling.islower() else escaped


def with_sign(text: str, span: Span) -> tuple[Span, int]:
    """Return a name's span with the "!" that it ends in, and where a mark such as "™" after it ends."""
    call = _CALL.match(text, span.end)
    span = Span(span.start, call.end()) if call else span
    return span, span.end + (_MARK.match(text, span.end) is not None)


def is_number_in_name(text: str, span: Span, sites: Collection[str]) -> bool:
    """Return whether a number is a word of a name: "the Vega 3 wind farm", "by Four Peaks Energy", not "3 sites".

    `sites` are the folded nouns for sites.
    """
    number, around = span.of(text), text[max(0, span.start - 2) : span.end + 24]
    if number.isdecimal() and len(number) <= _DIGITS:
        before = _NUMBERED.search(text, max(0, span.start - 40), span.start)
        return before is not None and (not before[1] or before[1] in _DETERMINERS or fold(before[1]) in sites)
    return number.istitle() and number.isalpha() and _IN_RUN.fullmatch(around) is not None


def is_amount(text: str, span: Span) -> bool:
    """Return whether a known name that is written as an amount is one where it stands: "3M users", "$3M"."""
    if re.fullmatch(r"\d+[A-Z]", span.of(text)) is None:
        return False
    before = text[max(0, span.start - 6) : span.start]
    return not _BEFORE.search(before) or not _SUBJECT.match(text, span.end)
