"""Folds spellings for comparison: without case, accents, hyphens and apostrophes."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

__all__ = ["fold"]


@lru_cache(maxsize=20_000)
def fold(words: str) -> str:
    """Return `words` in lower case, without accents, separated by single spaces.

    >>> fold("  Énergies-Renouvelables d’État ")
    'energies renouvelables d etat'
    """
    plain = unicodedata.normalize("NFKD", words)
    letters = "".join(c for c in plain if not unicodedata.combining(c)).casefold()
    return " ".join(re.sub(r"[^\w&+]+", " ", letters).split())
