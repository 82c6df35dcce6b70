"""What agencies and press releases add to a text: datelines, tickers and labels, which belong to no sentence.

"TORONTO, May 6, 2024 (GLOBE NEWSWIRE) -- Nordalia Corp. (TSX: NRD) announced …" states that Nordalia announced.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kg.model import Span

__all__ = ["Dateline", "find_agency_marks", "find_dateline"]

_MONTHS = (
    r"(?i:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|janv|févr|fevr|mars|avr|mai|juin|juil|août|aout|déc)"
    r"[^\W\d_]{0,7}\.?"
)
_DAY = rf"(?:(?:{_MONTHS} \d{{1,2}}|\d{{1,2}}(?:er)? {_MONTHS})(?:,? \d{{4}})?)"
# A place in capitals, as agencies set it, with what follows it: "AUSTIN, Texas", "PARIS & LYON, France".
_CAPITALS = r"[A-ZÀ-ÖØ-Þ]{2}[A-ZÀ-ÖØ-Þ.'’-]*(?:(?:[ ]&[ ]|[ ])[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ.'’-]*){0,5}"
_NAMED = r"[A-ZÀ-ÖØ-Þ][\w.'’-]*(?:[ ][A-ZÀ-ÖØ-Þ][\w.'’-]*){0,3}"
_PLACES = rf"{_CAPITALS}(?:,[ ]{_NAMED}){{0,2}}"
_ANYWHERE = rf"{_NAMED}(?:,[ ]{_NAMED}){{0,2}}"
_WIRE = r"(?:\((?P<wire{0}>[A-Z][\w .&/’'-]{{1,40}})\)|/(?P<slashed{0}>[A-Z][\w .&-]{{1,40}})/)"
_AGENCIES = (
    r"\((?P<agency>AFP|AP|Reuters|Bloomberg|dpa|DPA|ANSA|EFE|Xinhua|PTI|ATS|AWP|Belga|TASS|UPI|PA Media|Kyodo|Yonhap"
    r"|AFX|Dow Jones|MarketWatch|CNW|Anadolu|Relaxnews|APM|AEF|ACCESSWIRE|GLOBE NEWSWIRE|BUSINESS WIRE"
    r"|Newsfile Corp\.?)\)"
)
_DASH = r"[ \t]*(?:-{1,3}|–|—|:)[ \t]*"
_SPACE = r",?[ ]?(?:-{1,2}|–|—)?[ ]?(?:le[ ](?=\d))?"
_DATELINE = re.compile(
    rf"[ \t>]*(?:"
    rf"{_PLACES}{_SPACE}(?P<day1>{_DAY})?{_SPACE}{_WIRE.format(1)}{_DASH}"
    rf"|{_ANYWHERE}{_SPACE}(?P<day2>{_DAY}){_SPACE}{_WIRE.format(2)}{_DASH}"
    rf"|(?:{_ANYWHERE})?{_SPACE}(?P<day3>{_DAY})?{_SPACE}{_AGENCIES}{_DASH}"
    rf"|{_PLACES},[ ](?:le[ ])?(?P<day4>{_DAY}){_DASH}(?=[A-ZÀ-Þ“«\"])"
    rf"|{_PLACES}[ ](?:—|–|--)[ ](?=[A-ZÀ-Þ“«\"])"
    rf")"
)
# How far into a line its dateline may reach, and a sign that there is one.
_REACH = 160
_SIGN = re.compile(r"[-–—(/]")
_LINE = re.compile(r"[^\n]+")
_LABEL = re.compile(
    r"(?:Regulatory News|Press release|Communiqué de presse|News provided by[^\n:]{0,60})[ \t]*:[ \t]*", re.IGNORECASE
)
_EXCHANGE = r"[A-Z][A-Za-z .]{1,24}?[ ]?:[ ]?[A-Z0-9][A-Z0-9.\-]{0,9}"
_TICKER = re.compile(
    rf"[ \t]{{0,3}}\((?:(?:{_EXCHANGE})(?:[;,/][ ]?(?:{_EXCHANGE}|[A-Z0-9.]{{1,8}}))*|[A-Z0-9]{{1,8}}\.[A-Z]{{1,3}}"
    r"|(?i:ticker|symbol|isin|code)[ ]?:?[ ][A-Z0-9.]{1,14})\)"
)
_OPENS_TAB = re.compile(r",?[ \t]{0,3}\(?opens (?:in )?(?:a )?new (?:tab|window)\)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Dateline:
    """The opening of an agency's text: its span, and the words for its day and its wire, empty where it has none."""

    span: Span
    day: str
    wire: str


def find_dateline(text: str) -> Dateline | None:
    """Return the first dateline among the first lines of a text."""
    return next(_datelines(text[:3_000]), None)


def find_agency_marks(text: str) -> Iterator[tuple[Span, str]]:
    """Return the datelines with the labels after them, tickers and such marks, in order, and nothing for each."""
    spans = [dateline.span for dateline in _datelines(text)]
    spans += [Span(match.start(), match.end()) for pattern in (_TICKER, _OPENS_TAB) for match in pattern.finditer(text)]
    last = 0
    for span in sorted(spans):
        if span.start >= last:
            yield span, ""
            last = span.end


def _datelines(text: str) -> Iterator[Dateline]:
    for line in _LINE.finditer(text):
        end = min(line.end(), line.start() + _REACH)
        match = _DATELINE.match(text, line.start(), end) if _SIGN.search(text, line.start(), end) else None
        if match is None:
            continue
        given = {re.sub(r"\d", "", name): words for name, words in match.groupdict().items() if words}
        label = _LABEL.match(text, match.end())
        start = match.start() + len(match[0]) - len(match[0].lstrip(" \t>"))
        wire = given.get("wire") or given.get("slashed") or given.get("agency") or ""
        yield Dateline(Span(start, label.end() if label else match.end()), given.get("day", ""), wire)
