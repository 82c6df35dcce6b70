"""What French words for where someone is from look like: "malien", "chilienne", "péruviens"; not "burkinabè"."""

from __future__ import annotations

import re

__all__ = ["NATIONALITY", "may_be_nationality"]

NATIONALITY = (
    r"(?!anci|moy|quotidi|souver|proch|loint|cert|hum|urb|contempor|gr|sec)"
    r"[a-zà-ÿ]{3,}(?:ais|ois|ien|éen|ain|and|ol)(?:e|ne)?s?"
)
"""The pattern of such a word, in small letters; common adjectives of the same form are left out."""


def may_be_nationality(word: str) -> bool:
    """Return whether a French word has the form of one for a nationality, whatever its capitals.

    >>> may_be_nationality("Vietnamien"), may_be_nationality("ancien")
    (True, False)
    """
    return re.fullmatch(NATIONALITY, word.lower()) is not None
