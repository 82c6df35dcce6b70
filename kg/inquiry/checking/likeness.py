"""Compares names, amounts, dates and texts with the tolerance of a human judge."""

from __future__ import annotations

import calendar
import re
import unicodedata
from collections.abc import Iterable
from datetime import date
from types import MappingProxyType

__all__ = ["holds_number", "same_amount", "same_entity", "same_time", "same_words"]

# Words that many names share: two names that have only these in common are different.
COMMON = frozenset(
    word
    for words in (
        "a ai an and building buildings center centers centre centres co company corp data for group in inc its labs",
        "llc ltd near new of park phase plant plc power program project site startup the",
        "au aux centrale d de des du en entreprise et groupe ia l la le les nouveau nouvelle parc pour pres programme",
        "projet sa sas ses societe son un une usine",
        "campus cloud datacenter datacenters deal energie energy facility infrastructure infrastructures",
    )
    for word in words.split()
)
SCALES = MappingProxyType(
    {
        1e3: "k thousand mille kw kilowatts",
        1e6: "m mn million millions mw megawatt megawatts",
        1e9: "b bn billion billions milliard milliards md mds gw gigawatt gigawatts",
        1e12: "trillion",
    }
)
NUMERALS = MappingProxyType(
    {
        1: "a an un une one",
        2: "two deux multi",
        3: "three trois",
        4: "four quatre",
        5: "five cinq",
        6: "six",
        7: "seven sept",
        8: "eight huit",
        9: "nine neuf",
        10: "ten dix tens dizaines",
        12: "twelve douze",
        15: "fifteen quinze",
        20: "twenty vingt",
        30: "thirty trente",
        40: "forty quarante",
        50: "fifty cinquante",
        60: "sixty soixante",
        70: "seventy",
        80: "eighty",
        90: "ninety",
        100: "hundred hundreds cent centaines",
    }
)
# Two amounts are equal if they differ by no more than rounding to two digits.
TOLERANCE = 0.011
LEAP_YEAR = 366
SPACES = "\\s\u00a0\u202f"


def same_entity(ours: Iterable[str], gold: str) -> bool:
    """Return whether one of the extracted names is one of the gold names."""
    variants = [words for name in _variants(gold) if (words := _words(name))]
    return any(_same_name(words, theirs) for name in ours if (words := _words(name)) for theirs in variants)


def same_amount(ours: Iterable[str], gold: str) -> bool:
    """Return whether a number in one of the extracted texts is one of the gold numbers, up to rounding."""
    wanted = _numbers(gold)
    have = {number for text in ours for number in _numbers(text)}
    return any(abs(one - other) <= TOLERANCE * max(abs(other), 1) for one in have for other in wanted)


def holds_number(text: str) -> bool:
    """Return whether an amount can be compared: `several billion` cannot."""
    return bool(_numbers(text))


def same_time(ours: str, gold: str) -> bool:
    """Return whether an ISO 8601 date or interval is within the gold one, or contains it and is at most a year."""
    one, other = _stretch(ours), _stretch(gold)
    if one is None or other is None:
        return False
    inside = other[0] <= one[0] and one[1] <= other[1]
    around = one[0] <= other[0] and other[1] <= one[1]
    return inside or (around and (one[1] - one[0]).days <= LEAP_YEAR)


def same_words(ours: Iterable[str], gold: Iterable[str]) -> bool:
    """Return whether an extracted and a gold text share seven tenths of the words of the shorter one.

    Texts of fewer than four different words are too short to compare.
    """
    wanted = [_words(text) for text in gold]
    for text in ours:
        words = _words(text)
        for theirs in wanted:
            shorter = min(len(words), len(theirs))
            if shorter >= 4 and len(words & theirs) / shorter >= 0.7:
                return True
    return False


def _fold(text: str) -> str:
    """Return the text in lower-case ASCII; a data center is one word in each language."""
    broken = re.sub("[\u2010-\u2015\u2018\u2019]", " ", text)
    plain = unicodedata.normalize("NFKD", broken).encode("ascii", "ignore").decode().lower()
    return re.sub(r"data[ -]cent(?:er|re)s?|centres? de donnees", "datacenter", plain)


def _words(text: str) -> frozenset[str]:
    """Return the distinct words of a text, without the plural s."""
    words = re.findall(r"[a-z0-9]+", _fold(text))
    return frozenset(word.removesuffix("s") if len(word) > 4 else word for word in words)


def _variants(name: str) -> set[str]:
    """Return the alternatives in a gold name: the whole, the parts inside and outside parentheses, and their parts."""
    parts = [name, re.sub(r"\([^)]*\)", "", name), *re.findall(r"\(([^)]*)\)", name)]
    for mark in (" / ", " = ", ", "):
        parts.extend([piece for part in parts for piece in part.split(mark)])
    return {part.strip() for part in parts}


def _same_name(ours: frozenset[str], theirs: frozenset[str]) -> bool:
    if ours == theirs:
        return True
    shared = ours & theirs
    distinctive = shared - COMMON
    if not distinctive:
        return False
    # A name whose uncommon words are all in the other is a short form of it.
    shorter = min(ours - COMMON or ours, theirs - COMMON or theirs, key=len)
    return shorter <= shared or len(distinctive) / len((ours | theirs) - COMMON) >= 0.5


def _numbers(text: str) -> set[float]:
    """Return every number in a text, scaled: `$3.4bn` is 3.4e9, `two gigawatts` is 2e9, `2018` is 2018."""
    joined = re.sub(rf"(?<=\d)[{SPACES}](?=\d{{3}}\b)", "", text)
    written = re.findall(rf"(\d[\d.,]*\d|\d)[{SPACES}-]*([A-Za-zéû]+)?", joined)
    found = {value * (_scale(_fold(unit)) or 1) for digits, unit in written for value in _readings(digits)}
    words = re.findall("[a-z]+", _fold(joined))
    for place, word in enumerate(words[:-1]):
        following = words[place + 1 :]
        unit = following[1] if following[0] in {"of", "de"} and len(following) > 1 else following[0]
        value, scale = _numeral(word), _scale(unit) if len(unit) > 1 else None
        if value and scale:
            found.add(value * scale)
    return found


def _readings(digits: str) -> set[float]:
    """Return the possible values of digits: `2.300` is 2300 or 2.3, `1,5` is 1.5, `1,264,000` is 1264000."""
    whole = float(re.sub("[.,]", "", digits))
    marks = re.findall("[.,]", digits)
    in_threes = re.fullmatch(r"\d{1,3}(?:[.,]\d{3})+", digits) is not None
    if not marks or (in_threes and len(marks) > 1):
        return {whole}
    *front, last = re.split("[.,]", digits)
    decimal = float("".join(front) + "." + last)
    return {whole, decimal} if in_threes else {decimal}


def _stretch(text: str) -> tuple[date, date] | None:
    """Return the first and the last day of a day, month, year or interval; `None` for anything else."""
    begin, end = _days(text.partition("/")[0]), _days(text.rpartition("/")[2])
    return (begin[0], end[1]) if begin and end else None


def _days(text: str) -> tuple[date, date] | None:
    found = re.fullmatch(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?", text.strip())
    if found is None:
        return None
    year, month, day = (int(number or 0) for number in found.groups())
    try:
        return date(year, month or 1, day or 1), date(
            year, month or 12, day or calendar.monthrange(year, month or 12)[1]
        )
    except ValueError:
        return None


def _scale(unit: str) -> float | None:
    return next((scale for scale, words in SCALES.items() if unit in words.split()), None)


def _numeral(word: str) -> int | None:
    return next((value for value, words in NUMERALS.items() if word in words.split()), None)
