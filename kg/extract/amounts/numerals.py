"""Numerals in articles: 2.300, 1,5, 150 000, deux cent mille, half a billion, 3.4bn, tens of billions."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING

from kg.extract.amounts.amount_words import AmountWords, amount_words
from kg.extract.amounts.currencies import glued_currencies
from kg.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["SPACE", "TIMES", "Numeral", "find_numerals"]

# A space between two words of one amount; it may be a line break but not a paragraph break.
SPACE = r"(?:[ \t\u00a0\u202f\u2009]{1,2}|[ \t]?\r?\n)"
# What multiplies one number by the next: "2 x 1,650 MW", "deux fois 900 MW".
TIMES = re.compile(r"[ \u00a0\u202f]?[xX×*][ \u00a0\u202f]?|[ \u00a0\u202f](?:fois|times)[ \u00a0\u202f]")
_DIGITS = r"\d{1,3}(?:[ \u00a0\u202f\u2009'’]\d{3}){1,6}(?!\d)|\d{1,18}(?!\d)(?:[.,]\d{1,12}(?!\d)){0,6}"
_GROUPED = re.compile(r"-?[1-9]\d{0,2}([.,])\d{3}(?:\1\d{3})*")
# Two separators that do not form groups of three digits: a version, a section, a date.
_VERSION = re.compile(r"(?!-?[1-9]\d{0,2}([.,])\d{3}(?:\1\d{3})*(?:[.,]\d+)?$)\d+(?:[.,]\d+){2,}")
_SPACED = re.compile(r"[ \u00a0\u202f\u2009'’]")
# Letters that multiply: unambiguous abbreviations, letters that must touch the number or come before a currency sign,
# and letters that are scales only for money.
_ABBREVIATIONS = "bn:9 Bn:9 BN:9 Md:9 Mds:9 Mrd:9 Mrds:9 md:9 mds:9 mn:6 mln:6 tn:12"
_LETTERS = "k:3 K:3 M:6 B:9"
_MONEY_LETTERS = "m:6 b:9 T:12 G:9 MM:6"


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number with its scale.

    Attributes:
        span: the number and its scale.
        value: the number times its scale.
        raw: the number without its scale.
        scale: the factor of the scale words; 1 when there are none.
        bound: `exact`, or `at least` and `about` when the words themselves say so ("tens of", "une dizaine").
        shy: whether the word alone ("a", "un") is a number only if a scale or a unit follows.
        digits: whether it is written in digits.
    """

    span: Span
    value: Decimal
    raw: Decimal
    scale: Decimal
    bound: str = "exact"
    shy: bool = False
    digits: bool = True

    @property
    def grouped(self) -> bool:
        """Whether it is too long for a year or a day, because groups of three digits are separated."""
        return self.digits and self.scale == 1 and self.span.end - self.span.start > 4


@dataclass(frozen=True, slots=True)
class _Grammar:
    words: AmountWords
    start: re.Pattern[str]
    word: re.Pattern[str]
    scale: re.Pattern[str]
    half: re.Pattern[str]
    letters: re.Pattern[str]
    money_letters: re.Pattern[str]


def find_numerals(text: str, language: str, *, money: frozenset[int] = frozenset()) -> Iterator[Numeral]:
    """Yield the numbers in `text`, in order.

    `money` holds the offsets where currency signs end: right after one, "m" and "b" are scales too. Takes linear time
    in the length of any text.
    """
    grammar = _grammar(language)
    end = 0
    for match in grammar.start.finditer(text):
        if match.start() < end or _VERSION.fullmatch(match.group()):
            continue
        numeral = _read(grammar, text, match, money=match.start() in money)
        end = max(numeral.span.end, end)
        yield numeral


@lru_cache(maxsize=4)
def _grammar(language: str) -> _Grammar:
    words = amount_words(language)
    known = "|".join(sorted(words.numbers, key=lambda word: (-len(word), word)))
    scales = "|".join(sorted(words.scales, key=lambda word: (-len(word), word)))
    several = "|".join(
        sorted((word for word in words.scales if word.endswith("s")), key=lambda word: (-len(word), word))
    )
    more = rf"(?:(?:{words.joints})(?:{known})\b){{0,9}}"
    start = (
        rf"(?P<digits>(?:(?<=[\s(])[-−])?(?:{_DIGITS}))"
        rf"|(?P<half>\b(?:{words.halves_before})(?:[ -]+)(?=[^\W\d_]))"
        rf"|(?P<bare>\b(?:{words.bare})(?:[ -]?)(?=(?:{scales})\b|(?:giga|mega|méga|kilo)watt))"
        rf"|(?P<plural>\b(?=(?:{several}) (?:{words.links})))"
        rf"|(?P<words>\b(?:{words.articles})(?:(?=[ -](?:hundred|thousand)\b){more})?\b|\b(?:{known}){more}\b)"
    )
    every = " ".join((_ABBREVIATIONS, _LETTERS, _MONEY_LETTERS))
    return _Grammar(
        words=words,
        start=re.compile(start, re.IGNORECASE),
        word=re.compile(r"[^\W\d_]+"),
        scale=re.compile(rf"(?:[ -]?|{SPACE})(?:(?:{words.links}){SPACE}?)?({scales})(?![\w])", re.IGNORECASE),
        half=re.compile(rf"{SPACE}{words.halves_after}\b", re.IGNORECASE),
        letters=re.compile(
            rf"(?:(?:[ \u00a0\u202f]?({_any_of(_ABBREVIATIONS)})|({_any_of(_LETTERS)}))"
            rf"(?![\w/])|[ \u00a0\u202f]?({_any_of(every)})(?=[ \u00a0\u202f]?{glued_currencies()}))"
        ),
        money_letters=re.compile(rf"[ \u00a0\u202f]?({_any_of(every)})(?![\w/])"),
    )


def _any_of(letters: str) -> str:
    return "|".join(sorted(_powers(letters), key=lambda letter: (-len(letter), letter)))


def _powers(letters: str) -> dict[str, int]:
    return {letter: int(power) for letter, _, power in (entry.partition(":") for entry in letters.split())}


def _read(grammar: _Grammar, text: str, match: re.Match[str], *, money: bool) -> Numeral:
    raw, bound, shy = _start(grammar, text, match)
    value, end = raw, match.end()
    half = grammar.half.match(text, end)
    if half:
        value, end = value + Decimal("0.5"), half.end()
    scale, last, rounded = _scale(grammar, text, end, money=money)
    value *= scale
    if last > end:
        end = last
        half = grammar.half.match(text, end)
        if half:
            value, end = value + scale / 2, half.end()
    end = match.start() + len(text[match.start() : end].rstrip(" -"))
    if rounded and bound == "exact":
        bound = "about"
    digits = match.lastgroup == "digits"
    return Numeral(Span(match.start(), end), _plain(value), raw, scale, bound, shy=shy and scale == 1, digits=digits)


def _plain(value: Decimal) -> Decimal:
    """Return an equal number that prints without an exponent and trailing zeros."""
    return value.quantize(Decimal(1)) if value == value.to_integral_value() else Decimal(f"{value.normalize():f}")


def _start(grammar: _Grammar, text: str, match: re.Match[str]) -> tuple[Decimal, str, bool]:
    """Return the value before any scale, its bound, and whether it is shy."""
    written = match.group()
    if match.lastgroup == "digits":
        singular = text[match.end() : match.end() + 12].strip().lower().startswith(("milliard ", "million "))
        return _decimal(written, grammar.words, singular=singular), "exact", False
    if match.lastgroup == "half":
        return Decimal("0.5"), "exact", True
    if match.lastgroup in {"bare", "plural"}:
        one = match.lastgroup == "plural" or written.strip().lower() == "des"
        return Decimal(1 if one else 2), "at least", True
    words = [word.lower() for word in grammar.word.findall(written)]
    alone = len(words) == 1 and words[0] in grammar.words.shy
    return Decimal(_worded(words, grammar.words)), "exact", alone


def _decimal(written: str, words: AmountWords, *, singular: bool) -> Decimal:
    """Return the value of digits with points, commas and spaces, which French and English use in opposite ways.

    Three digits after one separator are a group if it is the grouping one ("2.300" in French, "2,300" in English);
    several are always groups. "1.850 milliard", in the singular, is less than two.
    """
    plain = _SPACED.sub("", written).replace("−", "-")
    marks = {mark for mark in plain if mark in ".,"}
    if not marks:
        return Decimal(plain)
    grouped = _GROUPED.fullmatch(plain)
    if grouped and not singular and (plain.count(grouped.group(1)) > 1 or grouped.group(1) == words.grouping):
        return Decimal(plain.replace(grouped.group(1), ""))
    whole, _, fraction = plain.replace(",", ".").rpartition(".")
    return Decimal(f"{whole.replace('.', '')}.{fraction}")


def _worded(words: list[str], known: AmountWords) -> int:
    total = current = 0
    for word in words:
        value = known.numbers.get(word, 1 if word in {"a", "an"} else 0)
        if value == 1000:
            total, current = total + max(1, current) * 1000, 0
        elif value == 100:
            current = max(1, current) * 100
        elif value == 20 and current % 100 == 4:
            current += 76  # quatre-vingts: four twenties
        else:
            current += value
    return total + current


def _scale(grammar: _Grammar, text: str, position: int, *, money: bool) -> tuple[Decimal, int, bool]:
    """Return the factor of scale words and letters, where they end, and whether one of them is approximate."""
    pattern = grammar.money_letters if money else grammar.letters
    letter = pattern.match(text, position)
    if letter:
        powers = _powers(" ".join((_ABBREVIATIONS, _LETTERS, _MONEY_LETTERS)))
        return Decimal(10) ** powers[letter.group(letter.lastindex or 0)], letter.end(), False
    scale, rounded = Decimal(1), False
    for _ in range(3):
        match = grammar.scale.match(text, position)
        if match is None or scale >= 1_000_000:
            break
        word = match.group(1).lower()
        scale *= grammar.words.scales[word]
        rounded = rounded or word in grammar.words.rounded
        position = match.end()
    return scale, position, rounded
