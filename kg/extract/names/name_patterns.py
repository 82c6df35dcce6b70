"""The forms that names have in a text: runs of capitals."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from kg.extract.names.name_words import LEGAL_FORM

__all__ = ["CAPITAL", "SURNAME", "NamePatterns"]

# Links between the words of a place name: "Aix-en-Provence", "Courseulles-sur-mer".
_LINK = r"(?:sur|sous|en|l[èe]s|les?|la|de|du|des|aux?|[dl]['’])"
CAPITAL = (
    rf"(?:[A-ZÀ-ÖØ-ÞŒŠŸŽŁŚČĐŞ][\w’'.]*(?:&[A-Z]\w*)?(?:(?:[-‑]{_LINK})*[-‑](?=[A-ZÀ-Þ0-9])[\w’']+|(?:[-‑]{_LINK})+[-‑]\w+)*"
    r"|[a-z]{1,2}[A-Z]\w+)"
)
SURNAME = re.compile(
    rf"[ \u00a0](?:(?:de la|de|du|des|von der|von|van der|van den|van|ter|da|dos|di|bin|al|el)[ \u00a0]|d['’])"
    rf"{CAPITAL}(?:[ \u00a0]{CAPITAL})?"
)
"""A surname that opens with a small particle, after a given name: "de Villepin", "van der Kerlan"."""

# "3i Group", "10x Genomics", "23andMe".
_COUNTED = r"(?<![$€£¥.,\d])\d{1,3}(?:[a-z](?=[ \u00a0][A-Z])|[a-z]{2,6}[A-Z]\w*)"
_NOTHING = r"(?!)"


@dataclass(frozen=True, slots=True)
class NamePatterns:
    """Patterns of names, built once for an ontology.

    Attributes:
        run: words with a capital, and what goes on after "of" behind a word that a name goes on after.
    """

    run: re.Pattern[str]

    @classmethod
    def of(cls, words: Iterable[str]) -> NamePatterns:
        """Return the patterns for the words that a name goes on after behind "of"; small ones are not English."""
        capitals = [re.escape(word) for word in words if word[:1].isupper()]
        joint = "|".join(rf"(?<=\b{word}) of (?:the )?" for word in capitals) or _NOTHING
        return cls(
            re.compile(
                rf"(?<!\w)(?:{_COUNTED}|{CAPITAL})(?:(?:[ \u00a0](?:&[ \u00a0])?|{joint})(?!A/S\b)"
                rf"(?:{CAPITAL}|[IVX]+\b|\d{{1,2}}\b(?![\d.,%])))*{LEGAL_FORM}?"
            )
        )
