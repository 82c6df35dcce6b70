"""The words of amounts in each language: number words, scales, approximations, periods."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["AmountWords", "amount_words"]


@dataclass(frozen=True, slots=True)
class AmountWords:
    """The words of amounts in one language.

    Attributes:
        numbers: number words and their values; multipliers are 100 and 1000.
        joints: the regular expression of what may come between two of them.
        articles: the regular expression of words for 1; in longer numbers only before `hundred` and `thousand`.
        shy: words too common to be a number by themselves: they count only before a scale or a unit.
        scales: words that multiply the number before them.
        bare: words that replace a number before a scale ("several billion", "des dizaines").
        halves_before, halves_after: the regular expressions of "half a" and "and a half".
        links: what may come between two scales, or a number and its unit ("dizaines de milliards d'euros").
        rounded: scales that are never exact ("une dizaine").
        bounds_before, bounds_after: words that mean `at least`, `at most` or `about`.
        grouping: the separator between groups of three digits.
        adjectives: words between a number and its unit that change nothing.
        fillers: words allowed between a bound and the amount.
        periods: words for periods, with the period's name.
        per: the words before a period that make an amount a rate; `per_words` include the period.
        starts: what opens a range; `until` comes inside it.
        money: nouns that mean that a bare "7 milliards" is money; `functional` words leave it open.
    """

    numbers: Mapping[str, int]
    joints: str
    articles: str
    shy: frozenset[str]
    scales: Mapping[str, Decimal]
    rounded: frozenset[str]
    bare: str
    halves_before: str
    halves_after: str
    links: str
    bounds_before: Mapping[str, str]
    bounds_after: Mapping[str, str]
    fillers: str
    periods: Mapping[str, str]
    per: str
    per_words: Mapping[str, str]
    starts: str
    until: str
    grouping: str
    adjectives: str
    money: frozenset[str]
    functional: frozenset[str]


@lru_cache(maxsize=4)
def amount_words(language: str) -> AmountWords:
    """Return the words of `fr`, and those of `en` for any other language."""
    return _french() if language == "fr" else _english()


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


def _keyed(entries: str) -> Mapping[str, str]:
    """Return `value: word, word; value: word` inverted: the value of each word."""
    pairs = (entry.split(":") for entry in " ".join(entries.split()).split(";"))
    return MappingProxyType({word.strip(): value.strip() for value, words in pairs for word in words.split(",")})


def _values(entries: str) -> Mapping[str, int]:
    return MappingProxyType({word: int(value) for word, value in _keyed(entries).items()})


def _scales(entries: str) -> dict[str, Decimal]:
    return {word: Decimal(10) ** int(power) for word, power in _keyed(entries).items()}


def _tens(entries: str) -> dict[str, Decimal]:
    return {word: Decimal(value) for word, value in _keyed(entries).items()}


_ENGLISH_NUMBERS = """
1: one; 2: two; 3: three; 4: four; 5: five; 6: six; 7: seven; 8: eight; 9: nine; 10: ten; 11: eleven;
12: twelve; 13: thirteen; 14: fourteen; 15: fifteen; 16: sixteen; 17: seventeen; 18: eighteen; 19: nineteen;
20: twenty; 30: thirty; 40: forty; 50: fifty; 60: sixty; 70: seventy; 80: eighty; 90: ninety; 100: hundred;
1000: thousand
"""
_FRENCH_NUMBERS = """
1: un, une; 2: deux; 3: trois; 4: quatre; 5: cinq; 6: six; 7: sept; 8: huit; 9: neuf; 10: dix; 11: onze;
12: douze; 13: treize; 14: quatorze; 15: quinze; 16: seize; 20: vingt, vingts; 30: trente; 40: quarante;
50: cinquante; 60: soixante; 70: septante; 80: huitante, octante; 90: nonante; 100: cent, cents; 1000: mille
"""


_ENGLISH_SCALES = """
2: hundred, hundreds;
3: thousand, thousands;
5: lakh;
6: million, millions, mn, mln, mio;
7: crore;
9: billion, billions, bn;
12: trillion, trillions, tn;
1: tens
"""
_ENGLISH_BOUNDS_BEFORE = """
at least: more than, over, at least, upwards of, upward of, no less than, not less than, in excess of, above,
    exceeding, exceeds, exceed, exceeded, north of, a minimum of, minimum of, topping, surpassing, greater than;
at most: up to, as much as, as many as, at most, less than, fewer than, under, below, no more than, not more
    than, a maximum of, maximum of, shy of;
about: about, around, approximately, approx, roughly, nearly, almost, some, circa, close to, estimated, an
    estimated, ~, ≈
"""
_ENGLISH_BOUNDS_AFTER = """
at least: or more, at least, at a minimum;
at most: or less, at most, at maximum;
about: or so, approximately
"""
_ENGLISH_PERIODS = """
year: year, yr, annum; month: month, mo; week: week; day: day, d; hour: hour, h; quarter: quarter
"""
_ENGLISH_MONEY = """
capital cash debt equity financing funding funds loan loans investment investments credit deal deals
round raise revenue revenues sales profit profits losses contract contracts valuation facility
financings spending bonds backlog grant grants
"""
_ENGLISH_FUNCTIONAL = """
a about according across after against ago all alone also an and annually are as at back because
before being but by during each earlier every excluding following for from had has have he if in
including instead into is it its last led less later more next on or out over overall per raised
rather respectively she since so than that the their then they this through to today together total
toward towards under until up upon was we were when where which while who will with within would
yearly
"""


def _english() -> AmountWords:
    return AmountWords(
        numbers=_values(_ENGLISH_NUMBERS),
        joints=r"[ -]|(?:(?<=hundred)|(?<=thousand)) and ",
        articles=r"an?|one",
        shy=frozenset({"a", "an", "one", "hundred", "thousand"}),
        scales=_scales(_ENGLISH_SCALES) | _tens("12: dozen, dozens"),
        rounded=frozenset({"dozen"}),
        bare=r"several|(?:a )?few|multiple|multi",
        halves_before=r"half (?:of )?an?|half",
        halves_after=r"and a half",
        links=r"of the|of",
        bounds_before=_keyed(_ENGLISH_BOUNDS_BEFORE),
        bounds_after=_keyed(_ENGLISH_BOUNDS_AFTER),
        fillers=r"(?:a total of|the|an?|another|its)",
        periods=_keyed(_ENGLISH_PERIODS),
        per=r"an?|per|each|every",
        per_words=_keyed("year: annually, yearly; month: monthly; day: daily"),
        starts=r"(?:between|from)",
        until=r"to|and|through",
        grouping=",",
        adjectives=r"additional|more|extra|fresh|new",
        money=_set(_ENGLISH_MONEY),
        functional=_set(_ENGLISH_FUNCTIONAL),
    )


_FRENCH_SCALES = """
3: mille, millier, milliers;
6: million, millions, mn, mln, mio;
9: milliard, milliards, mds, mrd, mrds;
12: billion, billions;
18: trillion, trillions
"""
_FRENCH_SCALES_ROUND = """
10: dizaine, dizaines; 12: douzaine, douzaines; 15: quinzaine; 20: vingtaine; 30: trentaine; 40: quarantaine;
50: cinquantaine; 60: soixantaine; 100: centaine, centaines
"""
_FRENCH_ROUNDED = """
dizaine douzaine quinzaine vingtaine trentaine quarantaine cinquantaine soixantaine centaine millier
"""
_FRENCH_BOUNDS_BEFORE = """
at least: plus de, plus d', plus d’, au moins, au minimum, pas moins de, supérieur à, supérieure à, au-delà de,
    au delà de, dépassant, dépasse, dépasser, dépassé, excède, excédant, minimum de;
at most: jusqu'à, jusqu’à, au plus, au maximum, moins de, maximum de, inférieur à, inférieure à, plafonné à,
    plafonnée à, pas plus de, ne dépassant pas;
about: environ, près de, près d', près d’, quelque, presque, autour de, à peu près, de l'ordre de, de l’ordre
    de, aux alentours de, avoisinant, avoisine, frôle, frôlant, estimé à, estimée à, approximativement, ~, ≈
"""
_FRENCH_BOUNDS_AFTER = """
at least: au moins, au minimum, ou plus;
at most: au plus, au maximum, maximum;
about: environ, à peu près
"""
_FRENCH_PERIODS = """
year: an, année, ans; month: mois; week: semaine; day: jour, j; hour: heure, h; quarter: trimestre
"""
_FRENCH_PER_WORDS = """
year: annuels, annuelles, annuel, annuelle, annuellement;
month: mensuels, mensuelles, mensuel;
day: quotidiens, journaliers
"""
_FRENCH_MONEY = """
prêt prêts dette dettes investissement investissements financement financements capital capitaux
fonds crédit crédits aide aides subvention subventions revenu revenus bénéfice bénéfices pertes
ventes recettes dépenses budget chiffre capitalisation valorisation levée contrat contrats commandes
trésorerie dotation garanties cash valeur
"""


def _french() -> AmountWords:
    return AmountWords(
        numbers=_values(_FRENCH_NUMBERS),
        joints=r"[ -]|(?<=vingt|rente|rante|uante|xante) et (?=une?\b|onze\b)|(?<=vingt|rente|rante|uante|xante)-et-",
        articles=r"une?",
        shy=frozenset({"un", "une", "cent", "neuf"}),
        scales=_scales(_FRENCH_SCALES) | _tens(_FRENCH_SCALES_ROUND),
        rounded=_set(_FRENCH_ROUNDED),
        bare=r"plusieurs|quelques|des|multi",
        halves_before=r"une? demi|demi",
        halves_after=r"et demie?",
        links=r"de la|de|d['’]",
        bounds_before=_keyed(_FRENCH_BOUNDS_BEFORE),
        bounds_after=_keyed(_FRENCH_BOUNDS_AFTER),
        fillers=r"(?:un total de|les?|la|une?|des?|d['’])",
        periods=_keyed(_FRENCH_PERIODS),
        per=r"par|chaque",
        per_words=_keyed(_FRENCH_PER_WORDS),
        starts=r"(?:entre|de|d['’]|depuis)",
        until=r"à|et|jusqu['’]à",
        grouping=".",
        adjectives=r"supplémentaires?|additionnels?|nouveaux|en plus|de plus",
        money=_set(_FRENCH_MONEY),
        functional=frozenset(),
    )
