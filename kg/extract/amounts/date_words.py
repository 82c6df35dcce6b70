"""The words of dates in each language: months, weekdays, parts of a year, and words before them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["DateWords", "date_words"]


@dataclass(frozen=True, slots=True)
class DateWords:
    """The words of dates in one language.

    Attributes:
        months, weekdays, quarters, halves, seasons: numbers by word; Monday is 0, spring 1.
        parts: `early`, `mid` or `late` by word.
        directions: -1 for last, 0 for this, 1 for next, by word.
        days: offsets in days from the date of publication, by word.
        units: `day`, `week`, `month`, `quarter`, `year`, by word.
        counts: number words up to fifty.
        relations: `by`, `since`, `until`, `after`, `before`, by the words before a date.
        day_first: whether 12/05/2025 is in May.
        fillers: the regular expression of what may come between those words and the date.
        patterns: kinds of dates with regular expressions; `{month}` and the like are placeholders for the words above.
    """

    months: Mapping[str, int]
    weekdays: Mapping[str, int]
    quarters: Mapping[str, int]
    halves: Mapping[str, int]
    seasons: Mapping[str, int]
    parts: Mapping[str, str]
    directions: Mapping[str, int]
    days: Mapping[str, int]
    units: Mapping[str, str]
    counts: Mapping[str, int]
    relations: Mapping[str, str]
    day_first: bool
    fillers: str
    patterns: tuple[tuple[str, str], ...]


@lru_cache(maxsize=4)
def date_words(language: str) -> DateWords:
    """Return the words of `fr`, and those of `en` for any other language."""
    return _french() if language == "fr" else _english()


def _words(entries: str) -> Mapping[str, str]:
    """Return `value: word, word; value: word` turned round: each word to its value."""
    pairs = (entry.split(":") for entry in " ".join(entries.split()).split(";"))
    return MappingProxyType({word.strip(): value.strip() for value, words in pairs for word in words.split(",")})


def _numbers(entries: str) -> Mapping[str, int]:
    return MappingProxyType({word: int(value) for word, value in _words(entries).items()})


# The same in both languages. The order is by reliability: of two matches with the same start the longer one wins, then
# the earlier in this list.
_COMMON = (
    ("iso", r"(?P<year>{year4})-(?P<month_number>\d\d)-(?P<day>\d\d)(?!\d)"),
    ("slashed", r"(?P<first>\d{1,2})/(?P<second>\d{1,2})/(?P<year>{year4})(?![\d/])"),
    ("years", r"(?P<year>{year4})\s?[-–/]\s?(?P<last>(?:20)?\d\d)(?![\d-])"),
    ("year", r"(?P<year>{year4})"),
)


_ENGLISH_PATTERNS = (
    _COMMON[0],
    _COMMON[1],
    ("day", r"(?:{weekday},? )?(?P<month>{month})\s(?P<day>{day})(?:st|nd|rd|th)?(?:,?\s(?P<year>{year4}))?"),
    ("day", r"(?:{weekday},? )?(?P<day>{day})(?:st|nd|rd|th)?\s(?P<month>{month})(?:,?\s(?P<year>{year4}))?"),
    ("quarter", r"(?P<quarter>q[1-4])(?:,?\s(?:of\s)?(?:fiscal\s)?(?P<year>{year4}))?"),
    ("quarter", r"(?P<quarter>{quarter})\squarter(?:,?\s(?:of\s)?(?:fiscal\s)?(?:year\s)?(?P<year>{year4}))?"),
    ("half", r"(?P<half>h[12])\s(?:of\s)?(?P<year>{year4})"),
    ("half", r"(?P<half>{half})\shalf\sof\s(?:(?P<year>{year4})|(?P<direction>{direction})\syear|the\syear)"),
    ("season", r"(?P<season>{season})(?:\s(?:of\s)?(?P<year>{year4}))"),
    ("season", r"(?P<direction>{direction})\s(?P<season>{season})"),
    ("month", r"(?:(?P<part>{part})[\s-])?(?P<month>{month}),?\s(?:of\s)?(?P<year>{year4})"),
    ("month", r"(?:(?P<part>{part})[\s-]|(?P<direction>{direction})\s)(?P<month>{month})"),
    ("month", r"(?P<month>{plain_month})"),
    ("month", r"(?<=\bin |\bby )(?P<month>may|march)|(?<=since |until )(?P<month2>may|march)"),
    ("part", r"(?P<part>{part})(?:[\s-]in\s|[\s-])?(?:fiscal\s)?(?:year\s)?(?P<year>{year4})"),
    ("part", r"(?P<part>{part})\s(?:(?P<direction>{direction})\s|the\s)year\b|year-end\b"),
    ("decade", r"(?:(?P<part>{part})\s)?(?:the|this)\s(?P<decade>decade)"),
    ("decade", r"(?:the\s)?(?P<year>{year4})s\b"),
    ("years", r"(?P<year>{year4})\s(?:to|through|and)\s(?P<last>20\d\d)"),
    ("relative", r"(?:(?:later|earlier)\s)?(?P<direction>{direction})\s(?P<unit>{unit})"),
    ("span", r"(?:the\s)?next\s(?P<count>{count})\s(?P<unit>{unit})"),
    ("offset", r"(?:in|within)\s(?P<count>{count})\s(?P<unit>{unit})"),
    ("ago", r"(?P<count>{count})\s(?P<unit>{unit})\sago"),
    ("weekday", r"(?:(?P<direction>{direction})\s)?(?P<weekday>{weekday})"),
    ("today", r"(?P<today>{today})"),
    _COMMON[2],
    _COMMON[3],
)
_ENGLISH_MONTHS = """
1: january, jan.; 2: february, feb.; 3: march, mar.; 4: april, apr.; 5: may; 6: june; 7: july; 8: august, aug.;
9: september, sept., sep.; 10: october, oct.; 11: november, nov.; 12: december, dec.
"""
_ENGLISH_PARTS = """
early: early, start of, the start of, beginning of, the beginning of;
mid: mid, middle of, the middle of;
late: late, end of, the end of, end-
"""
_ENGLISH_UNITS = """
day: day, days;
week: week, weeks;
month: month, months;
quarter: quarter, quarters;
year: year, years
"""
_ENGLISH_COUNTS = """
1: a, an, one; 2: two; 3: three; 4: four; 5: five; 6: six; 7: seven; 8: eight; 9: nine; 10: ten; 11: eleven; 12:
twelve; 15: fifteen; 18: eighteen; 20: twenty; 30: thirty; 50: fifty
"""
_ENGLISH_RELATIONS = """
by: by, no later than, not later than;
since: since, from, starting, starting in, beginning in, as early as;
until: until, till, through, up to;
after: after, following;
before: before, ahead of, prior to
"""


def _english() -> DateWords:
    return DateWords(
        months=_numbers(_ENGLISH_MONTHS),
        weekdays=_numbers("0: monday; 1: tuesday; 2: wednesday; 3: thursday; 4: friday; 5: saturday; 6: sunday"),
        quarters=_numbers("1: q1, first, 1st; 2: q2, second, 2nd; 3: q3, third, 3rd; 4: q4, fourth, 4th, final"),
        halves=_numbers("1: h1, first, 1st; 2: h2, second, 2nd"),
        seasons=_numbers("1: spring; 2: summer; 3: autumn, fall; 4: winter"),
        parts=_words(_ENGLISH_PARTS),
        directions=_numbers("-1: last, past, previous; 0: this, the current; 1: next, the coming, coming"),
        days=_numbers("0: today, tonight; -1: yesterday; 1: tomorrow"),
        units=_words(_ENGLISH_UNITS),
        counts=_numbers(_ENGLISH_COUNTS),
        relations=_words(_ENGLISH_RELATIONS),
        day_first=False,
        fillers=r"(?:at |in |on |around |about |the |fiscal |about the )?",
        patterns=_ENGLISH_PATTERNS,
    )


_FRENCH_PATTERNS = (
    _COMMON[0],
    _COMMON[1],
    ("day", r"(?:{weekday}\s)?(?P<day>{day})(?:er)?\s(?P<month>{month})(?:\s(?P<year>{year4}))?"),
    ("quarter", r"(?P<quarter>t[1-4]|[1-4]t)(?:\s(?P<year>{year4}))?"),
    ("quarter", r"(?P<quarter>{quarter})\strimestre(?:\s(?:de\s(?:l['’]année\s)?)?(?P<year>{year4}))?"),
    ("half", r"(?P<half>s[12])\s(?P<year>{year4})"),
    ("half", r"(?P<half>{half})\ssemestre(?:\s(?:de\s(?:l['’]année\s)?)?(?P<year>{year4}))?"),
    ("half", r"(?P<half>première|seconde|deuxième)\smoitié\sde\s(?:l['’]année\s)?(?P<year>{year4})?"),
    ("season", r"(?P<season>{season})\s(?:de\s)?(?P<year>{year4})"),
    ("season", r"(?P<season>{season})\s(?P<direction>{direction})|cet(?:te)?\s(?P<season2>{season})"),
    ("month", r"(?:(?P<part>{part})[\s-])?(?:mois\sde\s)?(?P<month>{month})\s(?P<year>{year4})"),
    ("month", r"(?:(?P<part>{part})[\s-])?(?:mois\sde\s)?(?P<month>{month})(?:\s(?P<direction>{direction}))?"),
    ("part", r"(?P<part>{part})(?:[\s-]|(?<=['’]))(?:l['’]année\s)?(?P<year>{year4})"),
    ("part", r"(?P<part>{part})\s(?:l['’]|d['’])(?:an\b|année\b)(?:\s(?P<direction>{direction}))?"),
    ("decade", r"(?:(?P<part>{part})\s)?(?:la|cette)\s(?P<decade>décennie)"),
    ("decade", r"années\s(?P<year>{year4})"),
    ("years", r"(?P<year>{year4})\s(?:à|et)\s(?P<last>20\d\d)"),
    ("relative", r"(?:plus\st(?:ôt|ard)\s)?(?:cette|cet|ce)\s(?P<unit>année|mois|semaine|trimestre)(?:-ci)?"),
    ("relative", r"(?:l['’]|la\s|le\s)?(?P<unit>{unit})\s(?P<direction>{direction})"),
    ("span", r"(?P<count>{count})\sprochaine?s\s(?P<unit>{unit})"),
    ("offset", r"(?:dans|sous|d['’]ici(?:\sà)?)\s(?P<count>{count})\s(?P<unit>{unit})"),
    ("ago", r"il\sy\sa\s(?P<count>{count})\s(?P<unit>{unit})"),
    ("weekday", r"(?P<weekday>{weekday})(?:\s(?P<direction>{direction}))?"),
    ("today", r"(?P<today>{today})"),
    _COMMON[2],
    _COMMON[3],
)
_FRENCH_MONTHS = """
1: janvier, janv.; 2: février, févr., fév.; 3: mars; 4: avril, avr.; 5: mai; 6: juin; 7: juillet, juil.; 8:
août, aout; 9: septembre, sept.; 10: octobre, oct.; 11: novembre, nov.; 12: décembre, déc.
"""
_FRENCH_QUARTERS = """
1: t1, 1t, 1er, premier;
2: t2, 2t, 2e, 2ème, deuxième, second;
3: t3, 3t, 3e, 3ème, troisième;
4: t4, 4t, 4e, 4ème, quatrième, dernier
"""
_FRENCH_PARTS = """
early: début, le début de, le début d', le début d’, début de;
mid: mi, milieu, courant, le milieu de, le courant de;
late: fin, la fin, la fin de, la fin d', la fin d’, fin de
"""
_FRENCH_DIRECTIONS = """
-1: dernier, dernière, passé, passée, précédent, précédente;
0: en cours;
1: prochain, prochaine, suivant, suivante, à venir
"""
_FRENCH_UNITS = """
day: jour, jours;
week: semaine, semaines;
month: mois;
quarter: trimestre, trimestres;
year: an, ans, année, années
"""
_FRENCH_COUNTS = """
1: un, une; 2: deux; 3: trois; 4: quatre; 5: cinq; 6: six; 7: sept; 8: huit; 9: neuf; 10: dix; 11: onze; 12:
douze; 15: quinze; 18: dix-huit; 20: vingt; 30: trente; 50: cinquante
"""
_FRENCH_RELATIONS = """
by: d'ici, d’ici, d'ici à, d’ici à, d'ici à la, à l'horizon, à l’horizon, horizon, au plus tard, au plus tard
    en;
since: depuis, dès, à partir de, à partir du, à partir d', à compter de, à compter du, depuis le;
until: jusqu'en, jusqu’en, jusqu'à, jusqu’à, jusqu'au, jusqu’au;
after: après, à l'issue de;
before: avant, avant la
"""


def _french() -> DateWords:
    return DateWords(
        months=_numbers(_FRENCH_MONTHS),
        weekdays=_numbers("0: lundi; 1: mardi; 2: mercredi; 3: jeudi; 4: vendredi; 5: samedi; 6: dimanche"),
        quarters=_numbers(_FRENCH_QUARTERS),
        halves=_numbers("1: s1, 1er, premier; 2: s2, 2e, 2ème, deuxième, second"),
        seasons=_numbers("1: printemps; 2: été; 3: automne; 4: hiver"),
        parts=_words(_FRENCH_PARTS),
        directions=_numbers(_FRENCH_DIRECTIONS),
        days=_numbers("0: aujourd'hui, aujourd’hui, ce jour; -1: hier; 1: demain"),
        units=_words(_FRENCH_UNITS),
        counts=_numbers(_FRENCH_COUNTS),
        relations=_words(_FRENCH_RELATIONS),
        day_first=True,
        fillers=r"(?:à la |à |au |en |le |la |l['’]|fin de )?",
        patterns=_FRENCH_PATTERNS,
    )
