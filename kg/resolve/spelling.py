"""Which spellings are the same name: case, accents, legal forms, and words that short forms drop."""

from __future__ import annotations

import re

from kg.resolve.iris import digest, fold

__all__ = ["full_key", "is_short_form", "name_key"]

# Legal forms end a company's name and do not help to identify the company.
LEGAL_FORM = re.compile(
    "ab|ag|asa|bv|co|company|corp|corporation|gmbh|inc|incorporated|kk|limited|llc|llp|lp|ltd|nv|oy|plc|pte|pty"
    "|sa|sarl|sas|se|spa|srl"
)
# Words that a company's short form drops: "Crusoe" is "Crusoe Energy". A name with any other further word
# ("Aramco Digital", "Google Cloud") may well be another company and never counts as a longer form.
LEFT_OUT = re.compile(
    "advisors|ai|associates|capital|computing|energies?|energy|groupe?|holdings?|industries|international|labs"
    "|management|partners|power|solutions|systems|technologies|technology|ventures"
)


def full_key(name: str) -> str:
    """Return the key that spellings of a name share: lower case, no accents, no punctuation.

    >>> full_key("L’Énergie S.A.")
    'l-energie-sa'
    """
    resolution = re.sub(r"\b(\w)\.(?=\w\b)", r"\1", name)  # "S.A." and "U.S." are one word each
    return fold(resolution) or digest(name)  # a name in another script is its own key


def name_key(name: str) -> str:
    """Return `full_key` without the legal forms at its end; a name made of legal forms alone keeps the first.

    >>> name_key("Crusoe Energy, Inc.")
    'crusoe-energy'
    """
    words = full_key(name).split("-")
    kept = list(words)
    while len(kept) > 1 and LEGAL_FORM.fullmatch(kept[-1]):
        kept.pop()
    return "-".join(kept)


def is_short_form(short: str, long: str) -> bool:
    """Return whether `short` is the key `long` without final words that short forms drop.

    >>> is_short_form("crusoe", "crusoe-energy"), is_short_form("aramco", "aramco-digital")
    (True, False)
    """
    tail = long.removeprefix(short + "-")
    return tail != long and all(LEFT_OUT.fullmatch(word) for word in tail.split("-"))
