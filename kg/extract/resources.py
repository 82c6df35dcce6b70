"""The resources for reading one language, built once from the ontology: parser, names, nouns, cues."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from kg.extract.grammar.cues import Cues
from kg.extract.grammar.lexicon import Lexicon, is_plural
from kg.extract.grammar.parsing.parser import Parser
from kg.extract.grammar.parsing.third_person import head_verbs
from kg.extract.grammar.tokens import Unit
from kg.extract.names.finder import Name, NameFinder
from kg.extract.names.governments import States
from kg.extract.names.name_classes import NameClasses
from kg.extract.reference.short_forms import ShortForms
from kg.extract.text.folding import fold
from kg.model import Span
from kg.ontology.schema import Noun, Ontology

__all__ = ["Resources"]

_QUOTATION_FORMS = {"en": "this", "fr": "cela"}


@dataclass(frozen=True, slots=True)
class Resources:
    """The resources of one language.

    Attributes:
        ontology: what they are built from.
        term_pattern: finds nouns of several words, or with a stand-in.
        terms_by_form: the nouns that `term_pattern` finds, by folded form.
        head_verbs: verbs that look like nouns, by their form (`kg.extract.grammar.parsing.third_person`).
    """

    ontology: Ontology
    language: str
    parser: Parser
    names: NameFinder
    states: States
    classes: NameClasses
    short_forms: ShortForms
    lexicon: Lexicon
    cues: Cues
    term_pattern: re.Pattern[str] = field(repr=False)
    terms_by_form: dict[str, Noun] = field(repr=False)
    head_verbs: Mapping[str, tuple[str, frozenset[str]]] = field(repr=False)

    @classmethod
    def load(cls, ontology: Ontology, language: str) -> Resources:
        """Return the grammar of a language; loading its parser takes a second or two."""
        terms = {
            fold(form): noun
            for noun in ontology.nouns
            if noun.language == language
            for form in noun.forms
            if noun.stand_in or " " in form or "-" in form
        }
        forms = [f for n in ontology.nouns if n.language == language for f in n.forms if fold(f) in terms]
        alternatives = "|".join(re.escape(form) for form in sorted(forms, key=lambda f: (-len(f), f)))
        return cls(
            ontology,
            language,
            Parser(language),
            NameFinder.from_ontology(ontology, language),
            States.from_ontology(ontology, language),
            NameClasses.from_ontology(ontology),
            ShortForms.from_ontology(ontology, language),
            Lexicon.from_ontology(ontology, language),
            Cues.from_ontology(ontology, language),
            re.compile(rf"(?<![\w-])(?:{alternatives})(?![\w-])", re.IGNORECASE) if forms else re.compile(r"(?!)"),
            terms,
            head_verbs(ontology.frames) if language == "en" else {},
        )

    @property
    def quotation_form(self) -> str:
        """The word that replaces a quotation when its sentence is parsed."""
        return _QUOTATION_FORMS[self.language]

    def unit(self, name: Name) -> Unit:
        """Return a name as a unit, with the common word that replaces it in the parse."""
        votes = self.classes.votes(name.text, "", self.language)
        likeliest = name.known.cls if name.known else max(votes, key=lambda c: (votes[c], c), default="")
        ancestors = self.ontology.classes[likeliest or self.ontology.class_of_trait("organization")].ancestors
        forms = (self.ontology.classes[ancestor].stand_ins.get(self.language) for ancestor in ancestors)
        return Unit(name.span, next(filter(None, forms), name.text), "name", is_classified=bool(likeliest))

    def terms(self, text: str, span: Span) -> Iterator[Unit]:
        """Return the terms in a span of text as units, in order."""
        for match in self.term_pattern.finditer(text, span.start, span.end):
            noun = self.terms_by_form[fold(match[0])]
            ending = "s" if is_plural(match[0], noun) and not noun.stand_in.endswith("s") else ""
            yield Unit(
                Span(*match.span()), noun.stand_in + ending if noun.stand_in else match[0], "noun", noun.forms[0]
            )
