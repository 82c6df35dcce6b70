"""How words begin that lead a reader elsewhere: to other articles, a newsletter, a subscription."""

from __future__ import annotations

import re

__all__ = ["is_invitation"]

# A whole block if the pattern ends with "$".
_INVITES = re.compile(
    "|".join((
        r"(?:à |a )?lire (?:aussi|également)", r"à lire\b", r"voir aussi", r"(?:sur|dans) le même (?:sujet|dossier)",
        r"pour aller plus loin", r"(?:also )?read(?: also| more| next)?\s*:", r"read also", r"also read", r"see also",
        r"related (?:articles?|stories|coverage|news|topics?)", r"related\s*:", r"more (?:on|from|stories)\b",
        r"recommended", r"you (?:may|might) also like", r"in our newsletter", r"newsletter\s*:", r"sign up (?:for|to)",
        r"subscribe (?:to|now)", r"inscrivez-vous", r"abonnez-vous", r"recevez (?:chaque|notre|nos)", r"advertisement$",
        r"publicité$", r"don['’]t miss", r"ne manquez pas", r"follow us", r"suivez-nous", r"share this",
        r"partage[rz]\b", r"click here", r"cliquez ici",
    )),
    re.IGNORECASE,
)  # fmt: skip


def is_invitation(words: str) -> bool:
    """Return whether words lead elsewhere: "Read also: …", "À lire aussi", "Sign up for our newsletter"."""
    return _INVITES.match(words) is not None
