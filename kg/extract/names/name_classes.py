"""Classifies names by their words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from kg.extract.text.folding import fold
from kg.ontology.schema import Ontology

__all__ = ["LOCATIVE", "NameClasses"]

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
        for index, word in enumerate(words if len(words) > 1 else ()):
            cls, is_last = self.inner.get(word), index == len(words) - 1
            if cls is not None and (cls != self.place or is_last or index == 0):
                # The last word tells most: a "Reactor Fund" is a fund, an "Ohio Valley Grid" no valley.
                found[cls] += 2 if is_last else 1
        if case in LOCATIVE[language]:
            found[self.place] += 1
        return found

    def is_locative(self, case: str, language: str) -> bool:
        """Return whether a preposition can precede places, such as "in" or "near"."""
        return case in LOCATIVE[language] or case in _MAYBE_LOCATIVE[language]

    def may_be_place(self, case: str, language: str) -> bool:
        """Return whether a preposition can precede places as well as other entities."""
        return case in _MAYBE_LOCATIVE[language]
