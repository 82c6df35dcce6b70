"""Interprets the words of a date: one function per kind of date."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING

from kg.extract.amounts.periods import (
    month_of,
    months_between,
    nearest_day,
    nearest_month,
    part_of_year,
    season_of,
    shifted,
    weekday_near,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from kg.extract.amounts.date_words import DateWords

__all__ = ["Reading", "read_date"]

Reading = tuple[str, str]


@dataclass(frozen=True, slots=True)
class _Parts:
    """The groups that a pattern found, with the words to interpret them."""

    groups: Mapping[str, str | None]
    words: DateWords
    reference: date | None

    def get(self, name: str) -> str:
        """Return the words of a group in lower case; empty when it is absent."""
        found = self.groups.get(name) or self.groups.get(f"{name}2") or ""
        return " ".join(found.lower().split())

    @property
    def direction(self) -> int | None:
        """-1 for last, 0 for this, 1 for next; `None` when not stated."""
        return self.words.directions.get(self.get("direction"))

    @property
    def year(self) -> int | None:
        """The stated year, or that of the reference shifted by the direction; `None` when neither is known."""
        if self.get("year"):
            return int(self.get("year"))
        return None if self.reference is None else self.reference.year + (self.direction or 0)

    @property
    def count(self) -> int:
        """The number of units."""
        written = self.get("count")
        return int(written) if written.isdigit() else self.words.counts[written]

    @property
    def unit(self) -> str:
        """The unit: day, week, month, quarter, year."""
        return self.words.units[self.get("unit")]


def read_date(kind: str, groups: Mapping[str, str | None], words: DateWords, reference: date | None) -> Reading | None:
    """Return the value and precision of a date of a kind, from the groups its pattern found.

    The value is empty when it is relative and `reference` is `None`. Returns `None` when there is no such day.
    """
    return _READERS[kind](_Parts(groups, words, reference))


def _iso(parts: _Parts) -> Reading | None:
    return _exact(int(parts.get("year")), int(parts.get("month_number")), int(parts.get("day")))


def _slashed(parts: _Parts) -> Reading | None:
    first, second = int(parts.get("first")), int(parts.get("second"))
    day_first = (parts.words.day_first and second <= 12) or first > 12
    day, month = (first, second) if day_first else (second, first)
    return _exact(int(parts.get("year")), month, day)


def _day(parts: _Parts) -> Reading | None:
    month, day = parts.words.months[parts.get("month")], int(parts.get("day"))
    if parts.get("year"):
        return _exact(int(parts.get("year")), month, day)
    if parts.reference is None:
        return "", "day"
    found = nearest_day(parts.reference, month, day)
    return (found.isoformat(), "day") if found else None


def _exact(year: int, month: int, day: int) -> Reading | None:
    try:
        return date(year, month, day).isoformat(), "day"
    except ValueError:
        return None


def _month(parts: _Parts) -> Reading | None:
    month = parts.words.months[parts.get("month")]
    if parts.get("year"):
        return f"{parts.get('year')}-{month:02d}", "month"
    if parts.reference is None:
        return "", "month"
    return month_of(nearest_month(parts.reference, month, parts.direction)), "month"


def _quarter(parts: _Parts) -> Reading | None:
    number = parts.words.quarters[parts.get("quarter")]
    return (months_between(parts.year, 3 * number - 2, 3 * number) if parts.year else ""), "quarter"


def _half(parts: _Parts) -> Reading | None:
    number = 1 if parts.words.halves.get(parts.get("half")) == 1 or parts.get("half") == "première" else 2
    return (months_between(parts.year, 6 * number - 5, 6 * number) if parts.year else ""), "half"


def _season(parts: _Parts) -> Reading | None:
    season = parts.words.seasons[parts.get("season")]
    return (season_of(parts.year, season) if parts.year else ""), "season"


def _part(parts: _Parts) -> Reading | None:
    part = parts.words.parts.get(parts.get("part"), "late")
    return (part_of_year(parts.year, part) if parts.year else ""), "part"


def _decade(parts: _Parts) -> Reading | None:
    if parts.year is None:
        return "", "decade"
    first = parts.year - parts.year % 10
    part = parts.words.parts.get(parts.get("part"))
    if part == "late":
        return f"{first + 9}", "year"
    return f"{first}/{first + 9}", "decade"


def _years(parts: _Parts) -> Reading | None:
    first, last = int(parts.get("year")), int(parts.get("last"))
    last = last if last > 99 else first - first % 100 + last
    return (f"{first}/{last}", "years") if first < last else None


def _year(parts: _Parts) -> Reading | None:
    return parts.get("year"), "year"


def _relative(parts: _Parts) -> Reading | None:
    if parts.reference is None:
        return "", parts.unit
    if parts.unit == "quarter":
        start = int(shifted(parts.reference, parts.direction or 0, "quarter")[5:7])
        year = int(shifted(parts.reference, parts.direction or 0, "quarter")[:4])
        first = start - (start - 1) % 3
        return months_between(year, first, first + 2), "quarter"
    value = shifted(parts.reference, parts.direction or 0, parts.unit)
    return (_week(value), "week") if parts.unit == "week" else (value, parts.unit)


def _week(day: str) -> str:
    year, week, _ = date.fromisoformat(day).isocalendar()
    return f"{year}-W{week:02d}"


def _offset(parts: _Parts) -> Reading | None:
    return ("" if parts.reference is None else shifted(parts.reference, parts.count, parts.unit)), parts.unit


def _ago(parts: _Parts) -> Reading | None:
    return ("" if parts.reference is None else shifted(parts.reference, -parts.count, parts.unit)), parts.unit


def _span(parts: _Parts) -> Reading | None:
    if parts.reference is None:
        return "", "years" if parts.unit == "year" else parts.unit
    ends = (shifted(parts.reference, count, parts.unit) for count in (0, parts.count))
    return "/".join(ends), "years" if parts.unit == "year" else parts.unit


def _weekday(parts: _Parts) -> Reading | None:
    if parts.reference is None:
        return "", "day"
    weekday = parts.words.weekdays[parts.get("weekday")]
    return weekday_near(parts.reference, weekday, parts.direction).isoformat(), "day"


def _today(parts: _Parts) -> Reading | None:
    return (
        "" if parts.reference is None else shifted(parts.reference, parts.words.days[parts.get("today")], "day")
    ), "day"


_READERS: Mapping[str, Callable[[_Parts], Reading | None]] = MappingProxyType(
    {
        "iso": _iso,
        "slashed": _slashed,
        "day": _day,
        "month": _month,
        "quarter": _quarter,
        "half": _half,
        "season": _season,
        "part": _part,
        "decade": _decade,
        "years": _years,
        "year": _year,
        "relative": _relative,
        "offset": _offset,
        "ago": _ago,
        "span": _span,
        "weekday": _weekday,
        "today": _today,
    }
)
