"""Amounts in an article: money, power, energy, masses, sizes, percentages and counts, each with its span."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kg.extract.amounts.currencies import currency_ends
from kg.extract.amounts.dates import find_dates
from kg.extract.amounts.measure_groups import group_measures, infer_currencies
from kg.extract.amounts.measures import Measure, Measurer
from kg.extract.amounts.numerals import SPACE, Numeral, find_numerals

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from decimal import Decimal

    from kg.model import Span

__all__ = ["Quantity", "find_quantities"]

_YEARS = range(1800, 2101)
_NUMBERED_ITEM = re.compile(r"[.)](?:\s|$)")
_OTHER_UNIT = re.compile(
    rf"{SPACE}?(?:(?:hors taxes|HT|TTC|before tax){SPACE})?\({SPACE}?(?:(?:or|soit|i\.e\.){SPACE}|=)?"
    rf"|,?{SPACE}(?:soit|or){SPACE}"
)
_NAME_BEFORE = re.compile(r"(?:^|[\s(«“\"'’-])([^\W\d_][\w.&-]{0,30}|[#№]|n°)[ \u00a0\u202f]?$")
_NOUN_AFTER = re.compile(rf"{SPACE}[^\W\d_A-ZÀ-Þ]{{4,}}")
_MULTIPLIED_BEFORE = re.compile(r"\d[xX]$")
_MULTIPLIED_AFTER = re.compile(r"[xX][ \u00a0\u202f]?\d")
_WINDOW = 34


@dataclass(frozen=True, slots=True)
class Quantity:
    """An amount mentioned in a text.

    Attributes:
        kind: `money`, `power`, `energy`, `mass`, `length`, `area`, `volume`, `duration`, `percent`, or `count` for a
            number of anything else.
        span: the amount with its unit and its period ("$30 billion a year"), without "more than" and the like.
        number_span: the number with its scale ("30 billion"); the whole range in a range.
        unit_span: the words of the unit; `None` for a count, or when the unit is stated elsewhere.
        value: the number in the unit, all scales multiplied out; the lower end of a range.
        unit: an ISO 4217 code (empty when ambiguous), a symbol such as `MW`, or empty for a count.
        bound: `exact`, `about`, `at least`, `at most`.
        upper: the upper end of a range.
        per: the period of a price or flow: `year`, `quarter`, `month`, `week`, `day`, `hour`; else empty.
        inferred: `currency` when the currency was taken from an amount nearby; else empty.
        alternatives: the same amount in other units, as given after it, for instance in parentheses.
    """

    kind: str
    span: Span
    number_span: Span | None
    unit_span: Span | None
    value: Decimal
    unit: str = ""
    bound: str = "exact"
    upper: Decimal | None = None
    per: str = ""
    inferred: str = ""
    alternatives: tuple[Quantity, ...] = ()


def find_quantities(text: str, language: str) -> tuple[Quantity, ...]:
    """Return the amounts in `text`, in order and not overlapping.

    Years, days, ordinals, numbers in names ("GB300", "Phase 2"), versions and times are not amounts. A bare
    "7 milliards" takes its currency from the nearest amount of money, so pass the whole article rather than a
    sentence. Takes linear time in the length of the text.

    >>> [(found.kind, str(found.value), found.unit) for found in find_quantities("It raised $3.4bn for 1.2 GW.", "en")]
    [('money', '3400000000', 'USD'), ('power', '1.2', 'GW')]
    """
    measurer = Measurer(language)
    measures = group_measures(text, _measures(text, language, measurer), measurer.words)
    measures = infer_currencies(text, measures, measurer.words)
    return _with_alternatives(text, _kept(text, language, measures))


def _measures(text: str, language: str, measurer: Measurer) -> list[Measure]:
    found: list[Measure] = []
    end = 0
    for numeral in find_numerals(text, language, money=currency_ends(text)):
        if numeral.span.start < end:
            continue
        measure = measurer.measure(text, numeral)
        if found and _is_no_number(found[-1], measure):
            end = found.pop().span.start
        if measure.span.start >= end and not _is_inside_word(text, measure):
            found.append(measure)
            end = measure.span.end
    return found


def _is_no_number(word: Measure, measure: Measure) -> bool:
    """Return whether a word taken for a number belongs to the sign of a currency: the "A" of "A$40m"."""
    return word.numeral.shy and word.unit is None and measure.span.start < word.span.end


def _is_inside_word(text: str, measure: Measure) -> bool:
    """Return whether the digits belong to a name, a version or a time: "GB300", "F-150", "3.8.1", "10:30", "5G"."""
    start, end = measure.span.start, measure.span.end
    before, after = text[max(0, start - 2) : start], text[end : end + 2]
    # "2x50 MW": the sign is neither a part of the number before it nor of the one after it.
    before = "" if _MULTIPLIED_BEFORE.search(text, max(0, start - 3), start) else before
    after = "" if _MULTIPLIED_AFTER.match(text, end) else after
    if before[-1:].isalnum() or before[-1:] == "_":
        return True
    if before[-1:] in set("-.,:/") and (before[:1].isalpha() or (before[:1].isdigit() and before[-1:] != "-")):
        return True
    if after[:1].isalnum() or after[:1] == "_":
        return True
    return measure.unit is None and after[:1] in set(".,:/") and after[1:2].isdigit()


def _kept(text: str, language: str, measures: Iterable[Measure]) -> list[Measure]:
    days = {offset for date in find_dates(text, language, None) for offset in range(date.span.start, date.span.end)}
    return [measure for measure in measures if _is_amount(text, measure, days)]


def _is_amount(text: str, measure: Measure, days: set[int]) -> bool:
    numeral = measure.numeral
    if measure.unit is not None:
        return not numeral.shy or numeral.value != 1 or measure.unit.kind in {"power", "energy", "money"}
    if numeral.shy:
        return False
    if numeral.scale > 1 or numeral.grouped or measure.upper is not None:
        return not _is_year(numeral, measure.upper)
    if numeral.span.start in days or _is_year(numeral, None):
        return _is_round_count(text, numeral) and numeral.span.start not in days
    return not _is_label(text, measure)


def _is_year(numeral: Numeral, upper: Decimal | None) -> bool:
    plain = numeral.digits and numeral.scale == 1 and numeral.span.end - numeral.span.start == 4
    return plain and numeral.value in _YEARS and (upper is None or upper < 2101)


def _is_round_count(text: str, numeral: Numeral) -> bool:
    return numeral.value % 50 == 0 and _NOUN_AFTER.match(text, numeral.span.end) is not None


def _is_label(text: str, measure: Measure) -> bool:
    """Return whether a bare number is a label rather than a count: "Phase 2", "n° 4", "747-8", "1. First"."""
    start, end = measure.span.start, measure.span.end
    line = text[max(0, start - _WINDOW) : start]
    if text[end : end + 1] == "-" or text[max(0, start - 1) : start] == "-":
        return True
    if not line.rpartition("\n")[2].strip() and _NUMBERED_ITEM.match(text, end):
        return True
    name = _NAME_BEFORE.search(line)
    if name is None or not measure.numeral.digits or not (name.group(1)[:1].isupper() or name.group(1)[0] in "#№n"):
        return name is not None and name.group(1) in {"no.", "numéro", "number", "phase", "version"}
    return name.group(1) in {"n°", "#", "№"} or _NOUN_AFTER.match(text, end) is None


def _with_alternatives(text: str, measures: Sequence[Measure]) -> tuple[Quantity, ...]:
    found: list[Quantity] = []
    for measure in measures:
        quantity = _quantity(measure)
        if found and _says_the_same(text, found[-1], measure):
            found[-1] = replace(found[-1], alternatives=(*found[-1].alternatives, quantity))
        else:
            found.append(quantity)
    return tuple(found)


def _says_the_same(text: str, first: Quantity, second: Measure) -> bool:
    gap = text[first.span.end : second.opening]
    if len(gap) > _WINDOW or second.unit is None or second.unit.kind != first.kind:
        return False
    joint = _OTHER_UNIT.fullmatch(gap)
    return (
        joint is not None
        and second.unit.symbol != first.unit
        and ("(" not in gap or ")" in text[second.span.end :][:2])
    )


def _quantity(measure: Measure) -> Quantity:
    unit = measure.unit
    return Quantity(
        kind=unit.kind if unit else "count",
        span=measure.span,
        number_span=measure.number_span,
        unit_span=measure.unit_span,
        value=measure.value,
        unit=unit.symbol if unit else "",
        bound=measure.bound,
        upper=measure.upper,
        per=measure.per,
        inferred=measure.inferred,
    )
