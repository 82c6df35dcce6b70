"""Whether two values can both be true, considering bounds, ranges, rounding and units."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from types import MappingProxyType

from kg.model import Value
from kg.ontology.schema import Ontology

__all__ = ["Comparison", "compare", "dates_agree", "days_of", "quantity"]

# The powers of ten of unit prefixes: 1.2 GW is 1,200 MW.
SCALES = MappingProxyType({"k": 3, "M": 6, "G": 9, "T": 12})
BASES = ("W", "Wh", "J", "Btu")
ABOUT = Decimal("0.1")
"""The tolerance of "about", as a share of the number."""
ROUNDED = Decimal("0.05")
"""The tolerance of rounding, as a share: "500 million" for 505 million, but not "2 GW" for 1.5 GW."""
_END = Decimal("Infinity")
_LATEST = "9999-12-31"
_EARLIEST = "0000-01-01"


@dataclass(frozen=True, slots=True)
class Comparison:
    """The result of comparing two values: whether they agree, and whether they are comparable."""

    agree: bool
    comparable: bool = True


def quantity(value: Value) -> tuple[Decimal, str] | None:
    """Return the number in the base unit (1.2 GW in W), and that unit; `None` if it is not a number."""
    try:
        number = Decimal(value.number)
    except InvalidOperation:
        return None
    if not number.is_finite():
        return None
    prefix, base = value.unit[:1], value.unit[1:]
    if prefix in SCALES and base in BASES:
        return number.scaleb(SCALES[prefix]), base
    return number, value.unit


def compare(one: Value, other: Value, ontology: Ontology) -> Comparison:
    """Return whether two values of the same subject and relation can both be true.

    They agree when their possible ranges overlap, or one is the other rounded. Values of different classes,
    currencies, or periods ("a year", "a month") are not comparable, and neither are words.
    """
    first, second = quantity(one), quantity(other)
    kind = ontology.classes[one.cls].kind
    alike = (one.cls, one.per) == (other.cls, other.per) and kind != "words"
    if not alike or first is None or second is None or first[1] != second[1]:
        return Comparison(agree=one == other, comparable=False)
    (low, high), (bottom, top) = _reach(one, first[0]), _reach(other, second[0])
    overlap = low <= top and bottom <= high
    exact = kind in {"year", "count"}
    return Comparison(overlap or (not exact and _is_rounded(first[0], second[0])))


def days_of(text: str | None) -> tuple[str, str] | None:
    """Return the first and last day of a date, month, year or interval as ISO 8601 dates; `None` if there is none.

    >>> days_of("2025-06"), days_of("2026-07/")
    (('2025-06-01', '2025-06-31'), ('2026-07-01', '9999-12-31'))
    """
    if not text or not text.strip("/"):
        return None
    first, mark, last = text.partition("/")
    last = last if mark else first
    start = (first + "-01-01")[:10] if first else _EARLIEST
    return start, last + {4: "-12-31", 7: "-31"}.get(len(last), "") if last else _LATEST


def dates_agree(one: str | None, other: str | None) -> bool:
    """Return whether two dates can be the same, at different precisions; an unknown date agrees with any."""
    first, second = days_of(one), days_of(other)
    return first is None or second is None or (first[0] <= second[1] and second[0] <= first[1])


def _reach(value: Value, number: Decimal) -> tuple[Decimal, Decimal]:
    """Return the lowest and highest number consistent with the words."""
    if value.upper:
        upper = quantity(replace(value, number=value.upper))
        return number, max(number, upper[0]) if upper else number
    slack = abs(number) * ABOUT
    reaches = {"about": (number - slack, number + slack), "at least": (number, _END), "at most": (-_END, number)}
    return reaches.get(value.bound, (number, number))


def _is_rounded(one: Decimal, other: Decimal) -> bool:
    """Return whether one of two numbers is the other rounded to fewer digits, within `ROUNDED`."""
    if not one or not other or abs(one - other) > ROUNDED * max(abs(one), abs(other)):
        return False
    digits = min(len(number.normalize().as_tuple().digits) for number in (one, other))
    return _round(one, digits) == _round(other, digits)


def _round(number: Decimal, digits: int) -> Decimal:
    return number.quantize(Decimal(1).scaleb(number.adjusted() - digits + 1), rounding=ROUND_HALF_UP)
