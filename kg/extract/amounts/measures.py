"""Single amounts: a number with its unit, bound and period."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from kg.extract.amounts.amount_words import AmountWords, amount_words
from kg.extract.amounts.currencies import currency_after, currency_again, currency_before
from kg.extract.amounts.numerals import SPACE, Numeral
from kg.extract.amounts.units import Unit, unit_table
from kg.model import Span

if TYPE_CHECKING:
    from collections.abc import Mapping
    from decimal import Decimal

__all__ = ["Measure", "Measurer"]

_WINDOW = 40
_LAST = frozenset("'’~≈")
# Names of currencies that are also common words ("300 livres", "they won 5"): money only with a scale, as in millions.
_AMBIGUOUS = frozenset({"livre", "livres", "won", "real"})


@dataclass(frozen=True, slots=True)
class Measure:
    """A number in its context, before it is compared with its neighbours.

    Attributes:
        numeral: the number; the first one of a range.
        span: the number with its unit and period.
        value: the number, all scales multiplied out.
        number_span: the words of the number, without its unit.
        unit: its unit; `None` for a bare number.
        unit_span: the words of the unit.
        bound: `exact`, `about`, `at least`, `at most`.
        per: the period of a rate.
        opening: where the amount begins, including words such as "more than a total of".
        upper: the upper end of a range.
        inferred: what is inferred rather than stated.
    """

    numeral: Numeral
    span: Span
    value: Decimal
    number_span: Span
    unit: Unit | None = None
    unit_span: Span | None = None
    bound: str = "exact"
    per: str = ""
    opening: int = 0
    upper: Decimal | None = None
    inferred: str = ""


class Measurer:
    """Reads the context of numbers, in one language."""

    def __init__(self, language: str) -> None:
        """Prepare the patterns of `language`, which are cached."""
        self.words: AmountWords = amount_words(language)
        self._units = unit_table(language)
        self._patterns = _patterns(language)

    def measure(self, text: str, numeral: Numeral) -> Measure:
        """Return the number with its unit, bound and period, as far as stated next to it."""
        start, end = numeral.span.start, numeral.span.end
        plus = text.startswith("+", end)
        unit, unit_span = self._unit(text, numeral, end + plus) or (None, None)
        if unit is not None and unit_span is not None:
            again = currency_again(text, end, unit.symbol) if unit_span.start < start and unit.kind == "money" else None
            unit = replace(unit, symbol=again[0]) if again else unit
            start, end = min(start, unit_span.start), max(end, unit_span.end, again[1] if again else 0)
        per, end = self._per(text, end, unit)
        bound, opening = self._bound(text, Span(start, end), numeral)
        bound = "at least" if plus and bound == "exact" else bound
        inferred = unit.inferred if unit else ""
        return Measure(
            numeral, Span(start, end), numeral.value, numeral.span, unit, unit_span, bound, per, opening, None, inferred
        )  # fmt: skip

    def _unit(self, text: str, numeral: Numeral, end: int) -> tuple[Unit, Span] | None:
        before = currency_before(text, numeral.span.start)
        if before is not None:
            sign = text[before[1] : numeral.span.start].rstrip()
            return Unit("money", before[0]), Span(before[1], before[1] + len(sign))
        for position in self._patterns.unit_starts(text, end, plain=numeral.shy):
            after = currency_after(text, position)
            if after is not None:
                return Unit("money", after[0]), Span(position, after[1])
            known = self._units.read(text, position)
            if known is not None and (numeral.scale > 1 or known[1].of(text).lower() not in _AMBIGUOUS):
                return known
        return None

    def _per(self, text: str, end: int, unit: Unit | None) -> tuple[str, int]:
        if unit is None or unit.kind == "duration":
            return "", end
        found = self._patterns.per.match(text, end)
        if found is None:
            return "", end
        word = (found.group(1) or found.group(2)).lower()
        return self.words.periods.get(word) or self.words.per_words[word], found.end()

    def _bound(self, text: str, span: Span, numeral: Numeral) -> tuple[str, int]:
        before = self._before(text, span.start)
        if before is not None:
            return self.words.bounds_before[_spaced(before.group(1))], before.start(1)
        after = self._patterns.after.match(text, span.end)
        if after is not None:
            return self.words.bounds_after[_spaced(after.group(1))], span.start
        return numeral.bound, span.start

    def _before(self, text: str, start: int) -> re.Match[str] | None:
        # Most numbers do not follow such a word; checking one character first keeps long lists of numbers cheap.
        last = text[max(0, start - 2) : start].rstrip()[-1:]
        if not last.isalpha() and last not in _LAST:
            return None
        return self._patterns.before.search(text, max(0, start - _WINDOW), start)


@dataclass(frozen=True, slots=True)
class _Patterns:
    before: re.Pattern[str]
    after: re.Pattern[str]
    per: re.Pattern[str]
    link: re.Pattern[str]
    touching: re.Pattern[str]

    def unit_starts(self, text: str, end: int, *, plain: bool) -> tuple[int, ...]:
        """Return where a unit may start after a number: immediately, after a space, and unless `plain` after "de"."""
        link = None if plain else self.link.match(text, end)
        touching = self.touching.match(text, end)
        return tuple(match.end() for match in (link, touching) if match is not None)


@lru_cache(maxsize=4)
def _patterns(language: str) -> _Patterns:
    words = amount_words(language)
    before, periods, whole = (_any(table) for table in (words.bounds_before, words.periods, words.per_words))
    return _Patterns(
        before=re.compile(
            rf"(?:(?<=[\s(\"«“'’/-])|^)({before})(?:{SPACE}?(?:{before}))?(?:{SPACE}?{words.fillers})?{SPACE}?$",
            re.IGNORECASE,
        ),
        after=re.compile(rf"{SPACE}({_any(words.bounds_after)})\b", re.IGNORECASE),
        per=re.compile(
            rf"(?:[ ]?/[ ]?|(?:{SPACE}|-)(?:{words.per})(?:{SPACE}|-))({periods})\b|(?:{SPACE}|-)({whole})\b",
            re.IGNORECASE,
        ),
        link=re.compile(
            rf"{SPACE}(?:(?:{words.adjectives}){SPACE})?(?:{words.links}){SPACE}?|{SPACE}(?:{words.adjectives}){SPACE}",
            re.IGNORECASE,
        ),
        touching=re.compile(rf"{SPACE}|-|"),
    )


def _any(table: Mapping[str, str]) -> str:
    longest = sorted(table, key=lambda phrase: (-len(phrase), phrase))
    return "|".join(re.escape(phrase).replace(r"\ ", SPACE) for phrase in longest)


def _spaced(words: str) -> str:
    return " ".join(words.lower().split())
