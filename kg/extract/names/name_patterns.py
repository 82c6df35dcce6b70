"""Patterns of names in a text: capitalized runs, and public bodies that are lower-case in French."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from kg.extract.names.name_words import LEGAL_FORM

__all__ = ["CAPITAL", "NamePatterns"]

# Links between the words of a place name: "Aix-en-Provence", "Courseulles-sur-mer".
_LINK = r"(?:sur|sous|en|l[èe]s|les?|la|de|du|des|aux?|[dl]['’])"
CAPITAL = (
    rf"(?:[A-ZÀ-ÖØ-ÞŒŠŸŽŁŚČĐŞ][\w’'.]*(?:&[A-Z]\w*)?(?:(?:[-‑]{_LINK})*[-‑](?=[A-ZÀ-Þ0-9])[\w’']+|(?:[-‑]{_LINK})+[-‑]\w+)*"
    r"|[a-z]{1,2}[A-Z]\w+)"
)
_NOTHING = r"(?!)"


@dataclass(frozen=True, slots=True)
class NamePatterns:
    """Patterns of names, built once for an ontology.

    Attributes:
        run: capitalized words, continued after "of" where a word such as "Department" allows it.
        body: such a word in lower case, continued with "de": "ministère de l'Économie".
    """

    run: re.Pattern[str]
    body: re.Pattern[str]

    @classmethod
    def of(cls, words: Iterable[str]) -> NamePatterns:
        """Return the patterns for the words after which a name may continue; their case matters."""
        given = list(words)
        capitals = [re.escape(word) for word in given if word[:1].isupper()]
        small = [f"[{word[0].upper()}{word[0]}]{re.escape(word[1:])}" for word in given if word[:1].islower()]
        joint = "|".join(rf"(?<=\b{word}) of (?:the )?" for word in capitals) or _NOTHING
        return cls(
            re.compile(
                rf"{CAPITAL}(?:(?:[ \u00a0](?:&[ \u00a0])?|{joint})(?!A/S\b)"
                rf"(?:{CAPITAL}|[IVX]+\b|\d{{1,2}}\b(?![\d.,%])))*{LEGAL_FORM}?"
            ),
            re.compile(rf"\b(?:{'|'.join(small) or _NOTHING}) (?:de (?:la |l['’])?|d['’]|du |des ){CAPITAL}"),
        )
