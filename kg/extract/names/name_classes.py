"""Classifies names by their words, and recognizes short forms and acronyms."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from kg.extract.text.folding import fold
from kg.ontology.schema import Ontology

__all__ = ["LOCATIVE", "NameClasses", "is_acronym", "is_short_form", "may_be_left_out"]

LOCATIVE: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "en": frozenset({"near", "outside"}),
        "fr": frozenset({"en", "au sud de", "au nord de", "à l'est de", "à l'ouest de", "près de", "à proximité de"}),
    }
)
"""Prepositions that only precede places, by language."""

# "loué à X", "invest in X": a place or a receiver.
_MAYBE_LOCATIVE = {"en": frozenset({"in", "at", "-"}), "fr": frozenset({"à", "dans"})}


@dataclass(frozen=True, slots=True)
class NameClasses:
    """Classifies names by their words; built once for an ontology."""

    inner: dict[str, str]
    first: dict[str, str]
    place: str

    @classmethod
    def from_ontology(cls, ontology: Ontology) -> NameClasses:
        """Return the classifier for the ontology's name words."""
        inner = {fold(form): word.cls for word in ontology.name_words if not word.first for form in word.forms}
        first = {fold(form): word.cls for word in ontology.name_words if word.first for form in word.forms}
        return cls(inner, first, ontology.class_of_trait("place"))

    def votes(self, name: str, case: str, language: str) -> Counter[str]:
        """Return how strongly a name's words, and the preposition before it, indicate each class."""
        found: Counter[str] = Counter()
        words = fold(name).split()
        if len(words) > 1 and words[0] in self.first:
            found[self.first[words[0]]] += 2
        for word in words if len(words) > 1 else ():
            if word in self.inner:
                found[self.inner[word]] += 2
        if case in LOCATIVE[language]:
            found[self.place] += 1
        return found

    def is_locative(self, case: str, language: str) -> bool:
        """Return whether a preposition can precede places, such as "in" or "near"."""
        return case in LOCATIVE[language] or case in _MAYBE_LOCATIVE[language]

    def may_be_place(self, case: str, language: str) -> bool:
        """Return whether a preposition can precede places as well as other entities."""
        return case in _MAYBE_LOCATIVE[language]


def is_short_form(name: str, others: Iterable[str]) -> bool:
    """Return whether one name is the other shortened at the end or start, or its initials.

    >>> is_short_form("Blue Owl", ["Blue Owl Capital"]), is_short_form("Lochmiller", ["Chase Lochmiller"])
    (True, True)
    >>> is_short_form("SNE", ["Société nationale d'électricité"]), is_short_form("Energy", ["Blue Energy Capital"])
    (True, False)
    """
    words = fold(name).split()
    for other in others:
        theirs = fold(other).split()
        short, long = sorted((words, theirs), key=len)
        if not short or len(short) == len(long):
            continue
        begins, ends = long[: len(short)] == short, long[-len(short) :] == short
        if (begins and may_be_left_out(long[len(short) :])) or (ends and may_be_left_out(long[: -len(short)])):
            return True
        if len(short) == 1 and len(short[0]) > 2 and is_acronym(short[0], [other]):
            return True
    return False


def may_be_left_out(words: Sequence[str]) -> bool:
    """Return whether a short form of a name may lack these words; a model designation makes it another entity.

    A number alone counts sites and phases, which are also called by the name without it.

    >>> may_be_left_out(["Energy"]), may_be_left_out(["K12"]), may_be_left_out(["2"])
    (True, False, True)
    """
    is_number = len(words) == 1 and words[0].isdecimal()
    return is_number or not any(character.isdecimal() for word in words for character in word)


def is_acronym(word: str, names: Iterable[str]) -> bool:
    """Return whether a word consists of the initials of one of the names.

    >>> is_acronym("TG", ["Tessaly Grid"]), is_acronym("SNE", ["Société nationale d'électricité"])
    (True, True)
    """
    initials = ("".join(part[0] for part in fold(name).split() if len(part) > 2) for name in names)
    return len(word) > 1 and fold(word) in initials
