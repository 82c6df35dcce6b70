"""Days of publication, in the forms that pages, feeds, mail and people write them."""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime

__all__ = ["NoDayError", "read_day"]

# Years before printed news, or beyond any plan, are numbers of something else.
_FIRST_YEAR, _LAST_YEAR = 1600, 2200
_MONTHS_OF_YEAR = 12
_MILLISECONDS = 100_000_000_000
_PERIOD = re.compile(r"\d{4}(?:-\d{2})?(?:/\d{4}(?:-\d{2})?)?", re.ASCII)
_ISO = re.compile(r"(\d{4})-?(\d\d)-?(\d\d)(?=\D|$)", re.ASCII)
_SLASHED = re.compile(r"(\d{4})[/.](\d{1,2})[/.](\d{1,2})(?=\D|$)", re.ASCII)
_DAY_FIRST = re.compile(r"(\d{1,2})[/.](\d{1,2})[/.](\d{4})(?=\D|$)", re.ASCII)
_WORDED = re.compile(
    r"(?:(?P<day>\d{1,2})(?:er|st|nd|rd|th)?\s+)?(?P<month>[^\W\d_]{3,9})\.?\s*(?:(?P<after>\d{1,2})(?:st|nd|rd|th)?)?"
    r",?\s+(?P<year>\d{4})\b"
)
_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january janvier jan janv", "february fevrier février feb fevr févr", "march mars mar",
            "april avril apr avr",
            "may mai", "june juin jun", "july juillet jul juil", "august aout août aug", "september septembre sept sep",
            "october octobre oct", "november novembre nov", "december decembre décembre dec déc",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip


class NoDayError(ValueError):
    """The words are no date, or one that can be read in two ways."""


def read_day(words: str) -> date | None:
    """Return the day that the words of a field name; `None` when they name a year, a month or a period alone.

    Days are read as ISO 8601 (https://www.w3.org/TR/NOTE-datetime), as RFC 5322 (feeds and mail), as seconds or
    milliseconds since 1970, and as people write them in French and English. A time does not count, nor does its zone.

    Raises:
        NoDayError: they are no date, or a day and month in figures that could be either.
    """
    words = " ".join(words.split())
    if not words or _PERIOD.fullmatch(words):
        return None
    for read in (_iso, _epoch, _rfc, _worded, _figures):
        with suppress(OverflowError, ValueError):
            found = read(words)
            if found is not None:
                return found
    raise NoDayError(words)


def _date(year: str | int, month: str | int, day: str | int) -> date | None:
    found = date(int(year), int(month), int(day))
    return found if _FIRST_YEAR <= found.year <= _LAST_YEAR else None


def _iso(words: str) -> date | None:
    match = _ISO.match(words) or _SLASHED.match(words)
    return _date(*match.groups()) if match else None


def _epoch(words: str) -> date | None:
    if not re.fullmatch(r"\d{9,13}(\.\d+)?", words, re.ASCII):
        return None
    seconds = float(words)
    return datetime.fromtimestamp(seconds / 1000 if seconds >= _MILLISECONDS else seconds, UTC).date()


def _rfc(words: str) -> date | None:
    found = parsedate_to_datetime(words) if re.search(r"\d:\d\d|\b\d{4} *$", words) else None
    return _date(found.year, found.month, found.day) if found else None


def _worded(words: str) -> date | None:
    match = _WORDED.search(words)
    month = _MONTHS.get(match["month"].lower()) if match else None
    day = match and (match["day"] or match["after"])
    return _date(match["year"], month, day) if match and month and day else None


def _figures(words: str) -> date | None:
    match = _DAY_FIRST.match(words)
    if not match:
        return None
    first, second, year = map(int, match.groups())
    if first != second and first <= _MONTHS_OF_YEAR and second <= _MONTHS_OF_YEAR:
        return None
    return _date(year, second, first) if second <= _MONTHS_OF_YEAR else _date(year, first, second)
