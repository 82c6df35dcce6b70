"""Sentences with uninformative capitals: headlines in title case, and all capitals."""

from __future__ import annotations

import re

__all__ = ["is_capitalized", "is_upper_case"]

_WORD = re.compile(r"[^\W\d_]{4,}")
_SOME = 4
# Longer words that stay in lower case in title case.
_SMALL = frozenset(
    "about after against amid among around before behind below beneath between beyond despite during from into near "
    "onto over since than that through toward towards under until upon versus when while with within without".split()
)


def is_capitalized(sentence: str) -> bool:
    """Return whether a sentence is in title case, as English headlines are, or in capitals.

    >>> is_capitalized("Nordalia Raises Fresh Funds From Kerlan"), is_capitalized("Nordalia raises fresh funds")
    (True, False)
    """
    if is_upper_case(sentence):
        return True
    if sentence.rstrip('”"’)').endswith("."):
        return False
    words = _WORD.findall(sentence)
    return len(words) >= _SOME and all(word[0].isupper() or word in _SMALL for word in words)


def is_upper_case(sentence: str) -> bool:
    """Return whether a sentence is in capitals, except for a word here or there.

    >>> is_upper_case("NORDALIA RAISES FUNDS FROM KERLAN"), is_upper_case("IBM and EDF agree")
    (True, False)
    """
    words = _WORD.findall(sentence)
    return len(words) >= _SOME - 1 and sum(word.isupper() for word in words) > 0.8 * len(words)
