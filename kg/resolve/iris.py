"""Mints IRIs: they follow from content, so they are the same on every run."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from dataclasses import dataclass

from kg.config import DEFAULT_BASE
from kg.errors import OutputError
from kg.model import Value

__all__ = ["Minter", "check_iri", "clean_text", "digest", "fold", "slug", "value_key"]

# Characters that RFC 3987 forbids in an IRI; a space or a quote would end it in Turtle.
FORBIDDEN = re.compile(r'[\x00-\x20<>"{}|\\^`\x7f-\x9f\ud800-\udfff]')
# Letters that NFKD does not decompose.
LIGATURES = str.maketrans({"œ": "oe", "æ": "ae", "ß": "ss", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th"})
SLUG_LENGTH = 60


def slug(text: str) -> str:
    """Return `text` as lower-case ASCII words joined by hyphens, at most 60 characters; never empty.

    A text without any Latin letter or digit yields its digest.

    >>> slug("Énergie d'Œuvre & Cie")
    'energie-d-oeuvre-cie'
    """
    return fold(text)[:SLUG_LENGTH].strip("-") or "x" + digest(text)[:12]


def fold(text: str) -> str:
    """Return the words of `text` in lower-case ASCII, joined by hyphens, untruncated; empty when it has none."""
    letters = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).lower().translate(LIGATURES))
    plain = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def digest(*parts: str) -> str:
    """Return a hash of the parts as 20 hexadecimal digits; where one part ends matters.

    >>> digest("ab", "c") == digest("a", "bc")
    False
    """
    text = "\x1f".join(parts)
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:20]


def clean_text(text: str) -> str:
    r"""Return `text` without control characters and lone surrogates; tabs and line ends stay.

    >>> clean_text("a\x00b\tc")
    'ab\tc'
    """
    return re.sub(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]", "", text)


def check_iri(iri: str) -> str:
    """Return `iri` unchanged if it is an absolute IRI.

    Raises:
        OutputError: it has no scheme or contains a character that is forbidden in IRIs.
    """
    if not re.match(r"[A-Za-z][A-Za-z0-9+.-]*:", iri) or FORBIDDEN.search(iri):
        raise OutputError("is not an absolute IRI", where=repr(iri), advice="correct it in the ontology or in KG_BASE")
    return iri


@dataclass(frozen=True, slots=True)
class Minter:
    """Mints IRIs under one base.

    >>> Minter("https://kg.example/").iri("crusoe-energy")
    'https://kg.example/id/crusoe-energy'
    """

    base: str = DEFAULT_BASE

    def iri(self, *segments: str) -> str:
        """Return the IRI of an entity; the segments are slugs or digests."""
        return check_iri(f"{self.base}id/{'/'.join(segments)}")

    def known(self, iri: str) -> str:
        """Return the IRI of a known name, moved from the default base to this one."""
        entities = DEFAULT_BASE + "id/"
        return check_iri(self.iri(iri.removeprefix(entities)) if iri.startswith(entities) else iri)


def value_key(value: Value) -> str:
    """Return the identity of a value; the words that express it are not part of it."""
    return "|".join((value.cls, value.number, value.unit, value.bound, value.upper, value.per))
