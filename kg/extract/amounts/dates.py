"""Dates in an article, in ISO 8601: years, months, days, quarters, "fin 2025", "by the end of the decade"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from kg.extract.amounts.date_readings import read_date
from kg.extract.amounts.date_words import DateWords, date_words
from kg.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

__all__ = ["DateMention", "find_dates"]

_YEAR = r"(?:19|20)\d\d(?!\d)"
_DAY = r"(?:3[01]|[12]\d|0?[1-9])(?!\d)"
_WINDOW = 32
# What recurs every year: without a year, the tense of the verb decides.
_YEARLY = frozenset({"day", "month", "quarter"})
# What follows a number that is no year: a unit, a currency, more digits.
_AMOUNT_AFTER = re.compile(
    r"[.,]\d|[ \u00a0\u202f-]?(?:[%$€£°]|(?:[kMGT]?Wh?|km|m2|m²|ha|MMBtu|ch|milli\w+|billion\w*"
    r"|(?:mega|giga|méga)watts?|euros?|dollars?|tonnes?|tons|people|personnes|ans|years|employees|salariés|emplois|jobs)\b)"
)
_ROUND_COUNT = re.compile(r"[ \u00a0\u202f][a-zà-ÿ]{3,}s\b")
_TIME_BEFORE = re.compile(
    r"(?:\b(?:in|en|by|since|depuis|until|de|of|fiscal|from|d['’]ici|à l['’]horizon|dès|avant|before|après|after)[ ]"
    r"|jusqu['’]en )$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date or period mentioned in a text.

    Attributes:
        span: its words, without "by", "since", "d'ici" and the like.
        value: ISO 8601: a year, month, day, or interval; empty when it is relative and no reference is known.
        precision: `day`, `week`, `month`, `quarter`, `half`, `season`, `part` (a third of a year), `year`, `years`,
            `decade`.
        relation: `in`, `by`, `since`, `until`, `after` or `before`.
        latest, next: of a day, month or quarter without a year, the last one that has begun and the first one that is
            not over; empty for all others.
    """

    span: Span
    value: str
    precision: str
    relation: str
    latest: str = ""
    next: str = ""


@dataclass(frozen=True, slots=True)
class _Grammar:
    words: DateWords
    patterns: tuple[tuple[str, re.Pattern[str]], ...]
    relation: re.Pattern[str]


def find_dates(text: str, language: str, reference: date | None) -> tuple[DateMention, ...]:
    """Return the dates in `text`, in order and not overlapping.

    What is relative ("mercredi", "last month", "in June") is counted from `reference`, the day of publication; without
    one its value is empty. A weekday is the latest one, a month or day without a year the nearest; which one is meant
    is for the verb to say, so both others are given beside it. Today's date is never used.

    >>> [(time.value, time.relation) for time in find_dates("d'ici 2028, puis fin 2030", "fr", None)]
    [('2028', 'by'), ('2030-09/2030-12', 'in')]
    """
    grammar = _grammar(language)
    found: list[DateMention] = []
    for kind, match in _candidates(grammar, text):
        if found and match.start() < found[-1].span.end:
            continue
        if kind == "year" and not _is_year(text, match):
            continue
        reading = read_date(kind, match.groupdict(), grammar.words, reference)
        if reading is not None:
            value, precision = reading
            relation = _relation(grammar, text, match, kind)
            around = _around(kind, match, grammar.words, reference) if reference else ("", "")
            found.append(DateMention(Span(*match.span()), value, precision, relation, *around))
    return tuple(found)


def _around(kind: str, match: re.Match[str], words: DateWords, reference: date) -> tuple[str, str]:
    """Return the last such time that has begun and the first that is not over; empty when its year is said."""
    groups = match.groupdict()
    if kind not in _YEARLY or groups.get("year") or groups.get("direction"):
        return "", ""
    years = [str(reference.year + count) for count in (-1, 0, 1)]
    readings = [read_date(kind, {**groups, "year": year}, words, reference) for year in years]
    values = [reading[0] for reading in readings if reading is not None]
    today = reference.isoformat()
    begun = [value for value in values if (start := value.split("/")[0]) <= today[: len(start)]]
    open_still = [value for value in values if (end := value.split("/")[-1]) >= today[: len(end)]]
    return begun[-1] if begun else "", open_still[0] if open_still else ""


@lru_cache(maxsize=4)
def _grammar(language: str) -> _Grammar:
    words = date_words(language)
    names = {
        "month": _any(words.months),
        "plain_month": _any({word: 0 for word in words.months if word not in {"may", "march", "mar."}}),
        "weekday": _any(words.weekdays),
        "quarter": _any(words.quarters),
        "half": _any(words.halves),
        "season": _any(words.seasons),
        "part": _any(words.parts),
        "direction": _any(words.directions),
        "today": _any(words.days),
        "unit": _any(words.units),
        "count": rf"\d{{1,3}}|{_any(words.counts)}",
        "year4": _YEAR,
        "day": _DAY,
    }
    patterns = tuple((kind, _compiled(pattern, names)) for kind, pattern in words.patterns)
    relation = rf"\b({_any(words.relations)})\s?{words.fillers}$"
    return _Grammar(words, patterns, re.compile(relation, re.IGNORECASE))


def _compiled(pattern: str, names: Mapping[str, str]) -> re.Pattern[str]:
    """Return a pattern with its placeholders filled in; braces around digits are repetitions and stay."""
    parts = re.split(r"\{([a-z_]+4?)\}", pattern)
    filled = "".join(f"(?:{names[part]})" if index % 2 else part for index, part in enumerate(parts))
    return re.compile(rf"(?<![\w$€£.,/-])(?:{filled})(?!\w)", re.IGNORECASE)


def _any(words: Mapping[str, object]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))


def _candidates(grammar: _Grammar, text: str) -> Iterator[tuple[str, re.Match[str]]]:
    """Yield possible dates by start; of those with the same start the longest first, then the most reliable."""
    found = [
        (match.start(), -match.end(), rank, kind, match)
        for rank, (kind, pattern) in enumerate(grammar.patterns)
        for match in pattern.finditer(text)
    ]
    found.sort(key=lambda candidate: candidate[:3])
    yield from ((kind, match) for *_, kind, match in found)


def _is_year(text: str, match: re.Match[str]) -> bool:
    if _AMOUNT_AFTER.match(text, match.end()):
        return False
    if int(match.group()) % 50 or _ROUND_COUNT.match(text, match.end()) is None:
        return True
    return _TIME_BEFORE.search(text[max(0, match.start() - _WINDOW) : match.start()]) is not None


def _relation(grammar: _Grammar, text: str, match: re.Match[str], kind: str) -> str:
    before = grammar.relation.search(text[max(0, match.start() - _WINDOW) : match.start()])
    if before is not None:
        return grammar.words.relations[" ".join(before.group(1).lower().split())]
    by = kind == "offset" and match.group().lower().startswith(("within", "sous", "d'ici", "d’ici"))
    return "by" if by else "in"
