"""Amounts read together: ranges ("between 2 and 3 billion"), lists ("105, 135 et 180 kWh"), a currency said once.

And multiples: "2 x 1,650 MW" is one amount of 3,300 MW.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from kg.extract.amounts.numerals import SPACE, TIMES
from kg.model import Span

if TYPE_CHECKING:
    from collections.abc import Sequence
    from decimal import Decimal

    from kg.extract.amounts.amount_words import AmountWords
    from kg.extract.amounts.measures import Measure
    from kg.extract.amounts.units import Unit

__all__ = ["group_measures", "infer_currencies"]

_MILLION = 1_000_000
_WINDOW = 24
_LONGEST_GAP = 12
# What is multiplied by a number of units; "2 x 4 m" is a size.
_MULTIPLIED = frozenset({"power", "energy", "money"})
_NEXT_WORD = re.compile(rf"(?:{SPACE}|-)([^\W\d_]+(?:['’](?=[^\W\d_]))?)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Joints:
    until: re.Pattern[str]
    dash: re.Pattern[str]
    opens: re.Pattern[str]
    last: re.Pattern[str]
    comma: re.Pattern[str]
    of: re.Pattern[str]
    adjective: re.Pattern[str]


@lru_cache(maxsize=4)
def _joints(starts: str, until: str, links: str, adjectives: str) -> _Joints:
    return _Joints(
        until=re.compile(rf"{SPACE}(?:{until}){SPACE}", re.IGNORECASE),
        dash=re.compile(r"[ \u00a0\u202f]?[-–—][ \u00a0\u202f]?"),
        opens=re.compile(rf"\b{starts}{SPACE}?$", re.IGNORECASE),
        last=re.compile(rf",?{SPACE}(?:and|or|et|ou){SPACE}", re.IGNORECASE),
        comma=re.compile(rf",{SPACE}"),
        of=re.compile(rf"{SPACE}(?:{links}){SPACE}?", re.IGNORECASE),
        adjective=re.compile(rf"{SPACE}(?:{adjectives})\b", re.IGNORECASE),
    )


def group_measures(text: str, measures: Sequence[Measure], words: AmountWords) -> list[Measure]:
    """Return the measures with ranges merged, and the unit of a list applied to each of its members."""
    joints = _joints(words.starts, words.until, words.links, words.adjectives)
    grouped: list[Measure] = []
    listed = False
    for measure in reversed(measures):
        following = grouped[-1] if grouped else None
        joined = _range(text, joints, measure, following) if following else None
        joined = joined or (_multiple(text, measure, following) if following else None)
        if joined is not None:
            grouped[-1], listed = joined, False
            continue
        member = _member(text, joints, measure, following, listed=listed) if following else None
        listed = member is not None
        grouped.append(member or measure)
    return grouped[::-1]


def infer_currencies(text: str, measures: Sequence[Measure], words: AmountWords) -> list[Measure]:
    """Return the measures, each bare "7 milliards" with the currency of the nearest known amount.

    Only numbers of a million and more that count nothing get one, and ambiguous names such as "francs" that another
    amount disambiguates. `inferred` records this. Without any known currency nothing changes.
    """
    known = [measure for measure in measures if measure.unit and measure.unit.kind == "money" and measure.unit.symbol]
    starts = [measure.span.start for measure in known]
    inferred = []
    for measure in measures:
        if known and measure.unit is None and _is_bare_money(text, measure, words):
            unit = _nearest(known, starts, measure).unit
            measure = replace(measure, unit=unit, inferred="currency")  # noqa: PLW2901 # the enriched one replaces it
        elif measure.unit is not None and measure.unit.kind == "money" and not measure.unit.symbol:
            measure = replace(measure, unit=_namesake(text, known, measure), inferred="currency")  # noqa: PLW2901
        inferred.append(measure)
    return inferred


def _range(text: str, joints: _Joints, low: Measure, high: Measure) -> Measure | None:
    """Return the range that two neighbours form, or `None`."""
    gap = text[low.span.end : high.opening]
    if len(gap) > _LONGEST_GAP or low.upper is not None or high.upper is not None:
        return None
    opened = joints.opens.search(text, max(0, low.opening - _WINDOW), low.opening) is not None
    dashed = joints.dash.fullmatch(gap) is not None
    if not dashed and not (joints.until.fullmatch(gap) and (opened or not joints.last.fullmatch(gap))):
        return None
    if not _agree(low, high, either=opened or dashed):
        return None
    low_value = _scaled(low, high)
    high_value = high.value if high.unit or high.numeral.scale > 1 else _scaled(high, low)
    if not 0 <= low_value < high_value:
        return None
    number = Span(low.number_span.start, high.number_span.end)
    bound = low.bound if low.bound != "exact" else high.bound
    return replace(
        _with_unit_of(low, high),
        span=Span(low.span.start, high.span.end),
        value=low_value,
        upper=high_value,
        number_span=number,
        bound=bound,
        per=high.per or low.per,
    )


def _multiple(text: str, factor: Measure, measure: Measure) -> Measure | None:
    """Return the amount that a number of equal units make, or `None`."""
    gap = text[factor.span.end : measure.opening]
    counts = factor.unit is None and factor.upper is None and factor.value == factor.value.to_integral_value() > 1
    multiplied = measure.unit is not None and measure.unit.kind in _MULTIPLIED
    if not counts or not multiplied or TIMES.fullmatch(gap) is None:
        return None
    return replace(
        measure,
        numeral=factor.numeral,
        span=Span(factor.span.start, measure.span.end),
        value=factor.value * measure.value,
        upper=factor.value * measure.upper if measure.upper is not None else None,
        number_span=Span(factor.number_span.start, measure.number_span.end),
        bound=factor.bound if factor.bound != "exact" else measure.bound,
        opening=factor.opening,
    )


def _agree(low: Measure, high: Measure, *, either: bool) -> bool:
    """Return whether two ends of a range have the same unit; `either` allows the second to lack it."""
    if low.unit is None:
        return not low.numeral.shy and not high.numeral.shy
    return (high.unit is None and either) or (high.unit is not None and _same(low.unit, high.unit))


def _same(first: Unit, second: Unit) -> bool:
    return (first.kind, first.symbol) == (second.kind, second.symbol)


def _scaled(measure: Measure, other: Measure) -> Decimal:
    """Return the value with the scale of the other amount, if only that one states it ("2 to 3 billion")."""
    if (
        measure.numeral.scale == 1
        and other.numeral.scale > 1
        and measure.value < 1000
        and measure.value == measure.numeral.raw
    ):
        return measure.value * other.numeral.scale
    return measure.value


def _with_unit_of(measure: Measure, other: Measure) -> Measure:
    if measure.unit is not None or other.unit is None:
        return measure
    return replace(measure, unit=other.unit, unit_span=other.unit_span, inferred=other.inferred)


def _member(text: str, joints: _Joints, measure: Measure, following: Measure, *, listed: bool) -> Measure | None:
    """Return the measure with the unit and scale of its list, or `None` when it is not in a list."""
    if measure.unit is not None or following.unit is None or measure.numeral.shy:
        return None
    gap = text[measure.span.end : following.opening]
    if TIMES.search(following.number_span.of(text)):
        return None  # "Units 1 and 2 x 900 MW"
    if len(gap) > _LONGEST_GAP or not (joints.last.fullmatch(gap) or (listed and joints.comma.fullmatch(gap))):
        return None
    before = following.unit_span is not None and following.unit_span.start < following.number_span.start
    if before or following.unit.kind == "duration" or not (listed or following.unit_span):
        return None
    value = _scaled(measure, following)
    return replace(_with_unit_of(measure, following), value=value, unit_span=None)


def _is_bare_money(text: str, measure: Measure, words: AmountWords) -> bool:
    """Return whether a large number is followed by nothing that it could count, so that it must be money."""
    if measure.numeral.scale < _MILLION or measure.unit is not None:
        return False
    joints = _joints(words.starts, words.until, words.links, words.adjectives)
    end = measure.span.end
    adjective = joints.adjective.match(text, end)
    end = adjective.end() if adjective else end
    link = joints.of.match(text, end)
    following = _NEXT_WORD.match(text, link.start() if link else end)
    if link:
        noun = re.compile(r"[^\W\d_]+").match(text, link.end())
        return noun is not None and noun.group().lower() in words.money
    if following is None or not words.functional:
        return True
    return following.group(1).lower() in words.functional | words.money


def _nearest(known: Sequence[Measure], starts: Sequence[int], measure: Measure) -> Measure:
    after = bisect_left(starts, measure.span.start)
    around = known[max(0, after - 1) : after + 1]
    return min(around, key=lambda other: abs(other.span.start - measure.span.start))


def _namesake(text: str, known: Sequence[Measure], measure: Measure) -> Unit | None:
    """Return the nearest currency with the same name ("francs CFA" for "francs"); else the unit unchanged."""
    if measure.unit is None or measure.unit_span is None:
        return measure.unit
    stem = measure.unit_span.of(text)[:4].lower()
    same = [other for other in known if other.unit_span and stem in other.unit_span.of(text).lower()]
    nearest = min(same, key=lambda other: abs(other.span.start - measure.span.start), default=None)
    return replace(nearest.unit, inferred="currency") if nearest and nearest.unit else measure.unit
