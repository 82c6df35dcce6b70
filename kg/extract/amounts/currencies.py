"""Names of currencies: signs, ISO 4217 codes, and the CLDR names in each language."""

from __future__ import annotations

import re
from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = [
    "currency_after",
    "currency_again",
    "currency_before",
    "currency_ends",
    "currency_words",
    "dollar_spellings",
    "glued_currencies",
]

_SIGNS = (
    ("USD", "US$ $US $ USD$ USD"),
    ("AUD", "AU$ $AU A$ $A AUD$ $AUD AUD"),
    ("CAD", "CA$ $CA C$ $C CAD$ $CAD CDN$ Cdn$ CAD"),
    ("NZD", "NZ$ $NZ NZD$ $NZD NZD"),
    ("HKD", "HK$ $HK HKD$ HKD"),
    ("SGD", "S$ SG$ SGD$ SGD"),
    ("TWD", "NT$ TWD"),
    ("BRL", "R$ BRL"),
    ("MXN", "MX$ MXN"),
    ("EUR", "€ EUR"),
    ("GBP", "£ GBP"),
    ("JPY", "¥ JP¥ JPY"),
    ("CNY", "CN¥ RMB CNY"),
    ("INR", "₹ Rs Rs. INR"),
    ("KRW", "₩ KRW"),
    ("ILS", "₪ ILS NIS"),
    ("TRY", "₺ TRY"),
    ("NGN", "₦ NGN"),
    ("CHF", "CHF SFr SFr. Fr."),
    ("SEK", "SEK"),
    ("NOK", "NOK"),
    ("DKK", "DKK"),
    ("PLN", "PLN zł"),
    ("CZK", "CZK Kč"),
    ("HUF", "HUF"),
    ("AED", "AED Dh"),
    ("SAR", "SAR"),
    ("QAR", "QAR"),
    ("ZAR", "ZAR"),
    ("XOF", "XOF FCFA CFA"),
    ("XAF", "XAF"),
    ("RUB", "₽ RUB"),
    ("UAH", "₴ UAH"),
    ("VND", "₫ VND"),
    ("THB", "฿ THB"),
    *((code, code) for code in "RON BGN IDR MYR MAD EGP KES GHS ARS CLP ISK KWD PKR BDT KZT".split()),
)
# Which dollars a "$" or "dollars" before it means; in these capitals only, for "dollars au total" are not Australian.
_DOLLARS = (
    ("USD", "USD US"),
    ("CAD", "CAD CA CAN Cdn CDN"),
    ("AUD", "AUD AU"),
    ("NZD", "NZD NZ"),
    ("HKD", "HKD HK"),
    ("SGD", "SGD SG"),
    ("TWD", "TWD"),
)
_ADJECTIVES = (("CAD", "Canadian canadiens"), ("AUD", "Australian australiens"))
# Names used without a country; under `?` those that are ambiguous without one.
_EVERYDAY = (
    ("USD", "dollar dollars buck bucks"),
    ("EUR", "euro euros"),
    ("GBP", "pound pounds livre livres sterling"),
    ("JPY", "yen yens"),
    ("CNY", "yuan yuans renminbi"),
    ("INR", "rupee rupees roupie roupies"),
    ("KRW", "won wons"),
    ("BRL", "real reais"),
    ("SAR", "riyal riyals"),
    ("ILS", "shekel shekels"),
    ("PLN", "zloty zlotys"),
    ("ZAR", "rand rands"),
    ("NGN", "naira nairas"),
    ("RUB", "rouble roubles ruble rubles"),
    ("?", "franc francs couronne couronnes krona kronor kroner dirham dirhams dinar dinars peso pesos"),
)
_PHRASES = (
    ("USD", "dollars américains", "dollar américain", "us dollars", "u s dollars", "dollars us"),
    ("NZD", "dollars néo zélandais"),
    ("HKD", "dollars hongkongais"),
    ("SGD", "dollars singapouriens", "singaporean dollars"),
    ("TWD", "dollars taïwanais", "taiwan dollars"),
    ("GBP", "livres sterling", "livre sterling", "pounds sterling"),
    ("CHF", "francs suisses", "franc suisse"),
    ("XPF", "francs pacifique", "francs cfp"),
    ("KRW", "won sud coréens", "south korean won", "korean won"),
    ("CNY", "chinese yuan", "yuans chinois"),
    ("AED", "dirhams émiratis", "emirati dirhams"),
    ("SEK", "swedish krona", "swedish crowns"),
    ("NOK", "norwegian kroner", "norwegian crowns"),
    ("DKK", "danish kroner", "danish crowns"),
)
# Two currencies share this name, at the same rate; the West African one is more common.
_SHARED = (("XOF", "francs cfa", "franc cfa", "f cfa", "cfa francs", "cfa franc"),)
_COMMON_WORDS = frozenset({"won", "wons", "real", "reais", "livre", "livres", "rand", "buck", "bucks"})
_WINDOW = 6


def currency_words(language: str) -> Iterator[tuple[str, str, str]]:
    """Yield the names of currencies in a language: name, ISO 4217 code, and `currency` when the name is ambiguous.

    The names with a country are those of the CLDR, from babel; later entries override earlier ones. A name that
    several currencies share without a default has an empty code.
    """
    yield from _cldr(language)
    for code, names in _EVERYDAY:
        for name in names.split():
            yield name, "" if code == "?" else code, "currency" if code == "?" else ""
    for code, *phrases in _PHRASES:
        yield from ((phrase, code, "") for phrase in phrases)
    for code, *phrases in _SHARED:
        yield from ((phrase, code, "currency") for phrase in phrases)


def dollar_spellings() -> Iterator[tuple[str, str]]:
    """Yield the names of dollars with the abbreviation of their country, in exact spelling, and their code."""
    for code, countries in _DOLLARS:
        for country in countries.split():
            yield from ((f"{noun} {country}", code) for noun in ("dollar", "dollars"))


def currency_before(text: str, position: int) -> tuple[str, int] | None:
    """Return the currency whose sign or code ends at `position`, or a space before it, and where it starts."""
    window = text[max(0, position - _WINDOW) : position]
    if window.rstrip()[-1:] not in _last_letters():
        return None
    found = _before().search(window)
    if found is None:
        return None
    return _codes()[found.group(1)], position - len(found.group())


def currency_after(text: str, position: int) -> tuple[str, int] | None:
    """Return the currency whose sign or code starts at `position`, and where it ends."""
    found = _after().match(text, position)
    if found is None:
        return None
    country = _dollars_after().match(text, found.end()) if found.group() == "$" else None
    return (_named_dollars()[country.group(1)], country.end()) if country else (_codes()[found.group()], found.end())


def currency_again(text: str, position: int, code: str) -> tuple[str, int] | None:
    """Return the currency that a code after the number names once more, or more exactly: "$40M CAD", "€40m EUR".

    A short word such as "CA" after the number may be the next word of the sentence, and an adjective such as "Canadian"
    belongs to the amount only where nothing follows that it could describe.
    """
    found = _again().match(text, position)
    if found is None:
        return None
    written = found.group(1) or found.group(2)
    named = _named_dollars().get(written) or _codes().get(written, "")
    dollars = code == "USD" and named in {name for name, _ in _DOLLARS}
    return (named, found.end()) if dollars or named == code else None


def glued_currencies() -> str:
    """Return the regular expression of what makes "m" or "M" before it a million: signs, codes and names."""
    codes = sorted(sign for sign in _codes() if sign.isalpha() and sign.isupper())
    names = {name for code, several in _EVERYDAY for name in several.split()} - _COMMON_WORDS
    return rf"(?:[$€£¥]|zł|Kč|(?:{'|'.join(codes)})(?!\w)|[ \u00a0\u202f](?:{'|'.join(sorted(names))})\b)"


def currency_ends(text: str) -> frozenset[int]:
    """Return the offsets at which a number would follow the sign or code of a currency."""
    return frozenset(match.end() for match in _sign().finditer(text))


def _cldr(language: str) -> Iterator[tuple[str, str, str]]:
    # Imported late: listing the commands does not need it.
    from babel import Locale  # noqa: PLC0415
    from babel.numbers import get_currency_name, list_currencies  # noqa: PLC0415

    locale = Locale.parse(language)
    for code in sorted(list_currencies(locale)):
        for count in (1, 2):
            name = get_currency_name(code, count=count, locale=locale)
            if " " in name and "(" not in name:
                yield name, code, ""


@lru_cache(maxsize=1)
def _codes() -> MappingProxyType[str, str]:
    return MappingProxyType({sign: code for code, signs in _SIGNS for sign in signs.split()})


def _alternatives() -> str:
    return "|".join(re.escape(sign) for sign in sorted(_codes(), key=lambda sign: (-len(sign), sign)))


@lru_cache(maxsize=1)
def _last_letters() -> frozenset[str]:
    return frozenset(sign[-1] for sign in _codes())


@lru_cache(maxsize=1)
def _sign() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{_alternatives()})[ \u00a0\u202f]?(?=\d)")


@lru_cache(maxsize=1)
def _before() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w$])({_alternatives()})[ \u00a0\u202f]?$")


@lru_cache(maxsize=1)
def _after() -> re.Pattern[str]:
    return re.compile(rf"(?:{_alternatives()})(?!\w)")


@lru_cache(maxsize=1)
def _named_dollars() -> MappingProxyType[str, str]:
    return MappingProxyType({name: code for code, names in (*_DOLLARS, *_ADJECTIVES) for name in names.split()})


@lru_cache(maxsize=1)
def _dollars_after() -> re.Pattern[str]:
    names = "|".join(name for _, several in _DOLLARS for name in several.split())
    return re.compile(rf"[ \u00a0\u202f]?({names})(?![\w-])")


@lru_cache(maxsize=1)
def _again() -> re.Pattern[str]:
    codes = "|".join(sorted(sign for sign in {*_codes(), "Cdn", "CDN"} if sign.isalpha() and len(sign) == 3))
    adjectives = "|".join(name for _, several in _ADJECTIVES for name in several.split())
    return re.compile(rf"[ \u00a0\u202f]?\(?({codes})(?![\w-])\)?|[ \u00a0\u202f]({adjectives})(?=[.,;:)]|$)")
