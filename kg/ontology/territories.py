"""The names of countries and parts of the world, in both languages, from the CLDR (https://cldr.unicode.org) by Babel.

A name that is a given name as well ("Chad", "Dominique"), a word of the language ("Réunion") or a technical code of the
CLDR is left out: in a text it would mean someone or something else.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterator, Sequence

from kg.ontology.schema import KnownName

__all__ = ["read_territories"]

_IRI = "https://kg.example/id/"
# The world, and what is no territory: unions, test locales, what is unknown.
_NO_PLACES = frozenset({"001", "EU", "EZ", "QO", "UN", "XA", "XB", "ZZ"})
_AMBIGUOUS = frozenset({"Réunion", "Grenade"})
_SHORT = (("St. ", "Saint "), (" & ", " and "), ("’", "'"))


def read_territories(
    cls: str, languages: Sequence[str], taken: Collection[str], given: Collection[str]
) -> Iterator[KnownName]:
    """Return the known names of territories, in the order of their codes.

    Args:
        cls: their class.
        languages: those in which they are named, English among them.
        taken: spellings that the ontology gives itself; a territory with one of them is left to it.
        given: given names.
    """
    from babel import Locale  # noqa: PLC0415 - a tenth of a second, which only a build needs

    names = {language: Locale(language).territories for language in languages}
    for code in sorted(set.intersection(*(set(table) for table in names.values())) - _NO_PLACES):
        labels = {language: re.sub(r" ?\(.*\)", "", names[language][code]) for language in languages}
        spellings = list(dict.fromkeys(s for language in languages for s in _spellings(names[language][code])))
        kept = tuple(s for s in spellings if s not in given and s not in _AMBIGUOUS and s[0].isupper())
        if kept and not any(spelling in taken for spelling in spellings):
            yield KnownName(_IRI + _slug(labels["en"]), cls, labels, kept)


def _slug(name: str) -> str:
    """Return what the IRI of an entity with this label ends in, as for entities that the ontology does not know."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")


def _spellings(name: str) -> Iterator[str]:
    """Return how a name is written: with "and" for "&", each of two that stand in brackets."""
    outside, *inside = re.split(r" \(|\)", name)
    for spelling in (outside, *(inside[:1] if " " not in "".join(inside[:1]) else ())):
        yield spelling
        for sign, words in _SHORT:
            if sign in spelling:
                yield spelling.replace(sign, words)
