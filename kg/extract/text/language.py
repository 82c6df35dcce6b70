"""Detects the language of a text: by its most common words, and where those are inconclusive, by other signs."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from types import MappingProxyType

import simplemma

__all__ = ["LANGUAGES", "LANGUAGE_NAMES", "detect_language", "find_foreign"]

LANGUAGES = ("en", "fr")

LANGUAGE_NAMES: Mapping[str, str] = MappingProxyType(
    {
        "de": "German",
        "en": "English",
        "es": "Spanish",
        "fr": "French",
        "it": "Italian",
        "nl": "Dutch",
        "pt": "Portuguese",
    }
)
"""The languages that are distinguished; articles in those not in `LANGUAGES` are not read."""

# Unsupported languages are included so as not to be mistaken for supported ones: "la", "de", "in" are in several.
_COMMON = {
    language: frozenset(words.split())
    for language, words in {
        "en": "the of and to in is that for with on as are was by from has will its it at an be",
        "fr": "le la les de des du et en est que pour avec sur dans au aux une un par ce qui a son ses",
        "de": "der die das und in den von zu mit sich auf für ist im dem nicht ein eine als auch an hat wird bei",
        "es": "a el la los las de del y en que un una con por para su al lo se como más pero fue ha sus este",
        "it": "il la di che e in un una del della per con è dei delle nel da alla sono al si ha i gli anche",
        "nl": "de het een van en in is dat op te voor met zijn die niet aan er om ook als bij door naar wordt",
        "pt": "o a os as de do da dos das em e que um uma com para por no na ao mais foi não se",
    }.items()
}
# This many words of one language that the other lacks cannot be just a name, title or coinage.
_ENOUGH = 4
_LETTER = re.compile(r"[^\W\d_]")
_LATIN_LETTER = re.compile(r"[A-Za-z\u00aa-\u024f\u1e00-\u1eff]")
_SIGNS = {
    "en": re.compile(r"[$€£]\s?\d|\d(?:bn|m)\b|\d,\d{3}\b(?!,\d{1,2}\b)|\w['’]s\b|[“”]"),
    "fr": re.compile(r"\d\s?(?:[kMG]?[$€]|Md)|\d,\d{1,2}\b|[éèêàçùœ]|\b[cdjlmnst]['’]\w|[«»]"),
}


def detect_language(text: str) -> str:
    """Return the code of the text's language: `fr`, `en`, or an unsupported one; empty when it is unclear.

    The most common words decide. If there are none, or as many of both, as in a line or two, then words in only one
    dictionary, accented letters and number formats decide between `fr` and `en`.

    >>> detect_language("Le site est loué à Oracle."), detect_language("The site is leased to Oracle.")
    ('fr', 'en')
    >>> detect_language("Oracle leased it."), detect_language("El sitio se alquila a Oracle.")
    ('en', 'es')
    """
    start = text[:20_000]
    if 2 * len(_LATIN_LETTER.findall(start)) < len(_LETTER.findall(start)):
        return ""
    words = re.findall(r"[^\W\d_]+", start.lower())
    counts = {language: sum(word in common for word in words) for language, common in _COMMON.items()}
    most = max(counts.values())
    best = [language for language in LANGUAGES if counts[language] == most] or [max(counts, key=counts.__getitem__)]
    return best[0] if most and len(best) == 1 else _by_signs(start)


def _by_signs(text: str) -> str:
    """Return the supported language indicated by the words, letters and amounts of a short text; names do not count."""
    found = {word.lower() for word in re.findall(r"[^\W\d_]{2,}", text) if word.islower() or word.isupper()}
    words = found.difference(*_COMMON.values())
    known = {language: {word for word in words if simplemma.is_known(word, lang=language)} for language in LANGUAGES}
    shared = set.intersection(*known.values())
    signs = {language: len(known[language] - shared) + len(_SIGNS[language].findall(text)) for language in LANGUAGES}
    best = max(LANGUAGES, key=signs.__getitem__)
    return best if list(signs.values()).count(signs[best]) == 1 else ""


def find_foreign(text: str, language: str) -> str:
    """Return the language of a text if it is clearly another than `language`, else an empty string.

    >>> find_foreign("Der Standort ist nicht an das Netz angeschlossen und wird von Valbrune gebaut.", "en")
    'de'
    >>> find_foreign("Le site est loué à Oracle.", "en"), find_foreign("Nordalia, Der Spiegel und Die Zeit", "en")
    ('', '')
    """
    counts = Counter(re.findall(r"[^\W\d_]+", text[:20_000].lower()))
    sure = {}
    for other in _COMMON.keys() - {language}:
        theirs = sum(counts[word] for word in _COMMON[other] - _COMMON[language])
        ours = sum(counts[word] for word in _COMMON[language] - _COMMON[other])
        if theirs >= _ENOUGH and theirs >= 2 * ours + 2:
            sure[other] = theirs
    return max(sorted(sure), key=lambda other: sure[other], default="")
