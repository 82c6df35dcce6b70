"""French tense and mood by ending: the parser takes some futures ("mettra") for a present."""

from __future__ import annotations

import re

__all__ = ["french_tense"]

_ENDING = re.compile(r"^(?P<stem>.+r)(?:(?P<future>ai|as|a|ons|ez|ont)|(?P<conditional>ais|ait|ions|iez|aient))$")
# Irregular future stems.
_STEMS = {
    "être": "ser", "avoir": "aur", "aller": "ir", "faire": "fer", "pouvoir": "pourr", "devoir": "devr",
    "venir": "viendr", "tenir": "tiendr", "voir": "verr", "vouloir": "voudr", "acquérir": "acquerr",
    "recevoir": "recevr", "falloir": "faudr", "obtenir": "obtiendr", "détenir": "détiendr", "devenir": "deviendr",
    "parvenir": "parviendr", "savoir": "saur", "soutenir": "soutiendr", "envoyer": "enverr", "valoir": "vaudr",
    "mourir": "mourr", "courir": "courr", "maintenir": "maintiendr", "revenir": "reviendr",
    "intervenir": "interviendr",
}  # fmt: skip


def french_tense(form: str, lemma: str) -> str:
    """Return `Tense=Fut` or `Mood=Cnd` when a verb form shows it, else an empty string.

    >>> french_tense("mettra", "mettre"), french_tense("prépara", "préparer"), french_tense("devrait", "devoir")
    ('Tense=Fut', '', 'Mood=Cnd')
    """
    match = _ENDING.match(form.lower())
    stem = _STEMS.get(lemma, lemma[:-1] if lemma.endswith("re") else lemma)
    if not match or _plain(match["stem"]) != _plain(stem):
        return ""
    return "Tense=Fut" if match["future"] else "Mood=Cnd"


def _plain(stem: str) -> str:
    """Return a stem normalized for spelling changes in the future: "achètera", "appellera", "paiera"."""
    return re.sub(r"([a-z])\1", r"\1", stem.replace("è", "e").replace("é", "e").replace("ier", "yer"))
