"""The nouns of one language that describe entities."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from kg.extract.grammar.syntax import Word
from kg.extract.text.folding import fold
from kg.ontology.schema import Noun, Ontology

__all__ = ["Lexicon", "is_plural"]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The descriptive nouns of one language, by their forms.

    Attributes:
        parties: the forms of those for persons and organisations.
        sites: the forms of those for what is built or planned.
        organizations: the forms of those for organisations, and the words that stand for their names in a parse.
    """

    nouns: Mapping[str, Noun]
    parties: frozenset[str] = frozenset()
    sites: frozenset[str] = frozenset()
    organizations: frozenset[str] = frozenset()

    @classmethod
    def from_ontology(cls, ontology: Ontology, language: str) -> Lexicon:
        """Return the lexicon of the ontology's nouns; for a form that two nouns share, the first counts."""
        found: dict[str, Noun] = {}
        for noun in ontology.nouns:
            if noun.language == language:
                for form in noun.forms:
                    found.setdefault(fold(form), noun)
        traits = {form: ontology.trait_of(noun.cls) for form, noun in found.items() if noun.cls}
        parties = {form for form, trait in traits.items() if trait in {"organization", "person"}}
        sites = {form for form, trait in traits.items() if trait in {"site", "project"}}
        groups = [c for name, c in ontology.classes.items() if ontology.trait_of(name) == "organization"]
        acting = {form for form, trait in traits.items() if trait == "organization"}
        acting |= {kind.stand_ins[language] for kind in groups if language in kind.stand_ins}
        return cls(found, frozenset(parties), frozenset(sites), frozenset(acting))

    def is_organization(self, word: Word) -> bool:
        """Return whether a word names an organisation, or is a noun for one."""
        if word.unit is not None and word.unit.kind == "name":
            return word.unit.form in self.organizations
        return word.pos in {"NOUN", "PROPN"} and bool({fold(word.text), fold(word.lemma)} & self.organizations)

    def noun_of(self, word: Word) -> Noun | None:
        """Return the lexicon entry of a word, by its text or lemma."""
        if word.pos not in {"NOUN", "PROPN"} and word.unit is None:
            return None
        return self.nouns.get(fold(word.text)) or self.nouns.get(fold(word.lemma))


def is_plural(words: str, noun: Noun) -> bool:
    """Return whether words are the plural of a noun: longer than another of its forms only by plural endings."""
    return any(len(form) < len(words) and _stem(form) == _stem(words) for form in noun.forms)


def _stem(words: str) -> str:
    regular = (re.sub(r"(?:ies|y)$", "i", re.sub(r"(?<!e)aux$", "al", word)) for word in fold(words).split())
    return " ".join(re.sub(r"[sx]$", "", word) for word in regular)
