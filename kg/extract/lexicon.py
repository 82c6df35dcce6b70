"""The nouns of one language that describe things."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kg.extract.folding import fold
from kg.extract.syntax import Word
from kg.ontology.schema import Noun, Ontology

__all__ = ["Lexicon"]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The descriptive nouns of one language, by their forms.

    Attributes:
        parties: the forms of those for persons and organisations.
        sites: the forms of those for what is built or planned.
    """

    nouns: Mapping[str, Noun]
    parties: frozenset[str] = frozenset()
    sites: frozenset[str] = frozenset()

    @classmethod
    def from_ontology(cls, ontology: Ontology, language: str) -> Lexicon:
        """Return the lexicon of the ontology's nouns; a form that two nouns share is the first one's."""
        found: dict[str, Noun] = {}
        for noun in ontology.nouns:
            if noun.language == language:
                for form in noun.forms:
                    found.setdefault(fold(form), noun)
        traits = {form: ontology.trait_of(noun.cls) for form, noun in found.items() if noun.cls}
        parties = {form for form, trait in traits.items() if trait in {"organization", "person"}}
        sites = {form for form, trait in traits.items() if trait in {"site", "project"}}
        return cls(found, frozenset(parties), frozenset(sites))

    def noun_of(self, word: Word) -> Noun | None:
        """Return the entry of a noun, by its words or its lemma."""
        if word.pos not in {"NOUN", "PROPN"} and word.unit is None:
            return None
        return self.nouns.get(fold(word.text)) or self.nouns.get(fold(word.lemma))
