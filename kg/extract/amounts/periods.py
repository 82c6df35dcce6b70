"""Calendar arithmetic in ISO 8601: days, months, quarters, parts of a year, years."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

__all__ = [
    "add_months",
    "month_of",
    "months_between",
    "nearest_day",
    "nearest_month",
    "part_of_year",
    "season_of",
    "shifted",
    "weekday_near",
]

_THIRDS = {"early": (1, 4), "mid": (5, 8), "late": (9, 12)}


def month_of(day: date) -> str:
    """Return the month of `day`."""
    return f"{day.year:04d}-{day.month:02d}"


def months_between(year: int, first: int, last: int) -> str:
    """Return the interval from one month of a year to another; numbers over 12 are in the following year."""
    return "/".join(month_of(add_months(date(year, 1, 1), month - 1)) for month in (first, last))


def part_of_year(year: int, part: str) -> str:
    """Return the third of a year that `early`, `mid` or `late` means."""
    return months_between(year, *_THIRDS[part])


def season_of(year: int, season: int) -> str:
    """Return the three months of a season, spring being 1; a winter ends in the following year."""
    return months_between(year, 3 * season, 3 * season + 2)


def add_months(day: date, months: int) -> date:
    """Return the same day `months` later, or the last day of that month if it is shorter."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def shifted(day: date, count: int, unit: str) -> str:
    """Return the date `count` units from `day`, with the unit's precision: a day, a month, a year."""
    if unit in {"day", "week"}:
        return (day + timedelta(days=count * (7 if unit == "week" else 1))).isoformat()
    if unit == "year":
        return f"{day.year + count:04d}"
    return month_of(add_months(day, count * (3 if unit == "quarter" else 1)))


def nearest_month(reference: date, month: int, direction: int | None = None) -> date:
    """Return the first day of the occurrence of a month nearest to `reference`.

    Before it when `direction` is -1, after it when 1, in the same year when 0. Of two equally near ones the later one.
    """
    if direction == 0:
        return date(reference.year, month, 1)
    distance = (month - reference.month) % 12  # months ahead
    if direction == 1:
        return add_months(reference.replace(day=1), distance or 12)
    if direction == -1:
        return add_months(reference.replace(day=1), (distance or 12) - 12)
    return add_months(reference.replace(day=1), distance if distance <= 6 else distance - 12)


def nearest_day(reference: date, month: int, day: int) -> date | None:
    """Return the occurrence of a day nearest to `reference`, or `None` when there is no such day."""
    found = [made for year in range(reference.year - 1, reference.year + 2) if (made := _day(year, month, day))]
    return min(found, key=lambda made: abs(made - reference), default=None)


def weekday_near(reference: date, weekday: int, direction: int | None = None) -> date:
    """Return the latest such weekday up to `reference`; strictly before it for -1, strictly after it for 1."""
    back = (reference.weekday() - weekday) % 7
    if direction == 1:
        return reference + timedelta(days=(7 - back) or 7)
    return reference - timedelta(days=back or 7 if direction == -1 else back)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
