"""Titles of persons in a capitalized run: "Nordalia Chief Executive Anna Berg" names a company and a person."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kg.model import Span
from kg.ontology.schema import Ontology

__all__ = ["Titles"]

_HONORIFICS = r"(?:MM?|Mr|Mrs|Ms|Mme|Mmes|Mlle|Dr|Pr|Prof|Sir|Dame|Lord|Lady)\b\.?"

_PARTICLE = re.compile(r"[^ \u00a0][ \u00a0](?:Le|La|De|Du|Des|Van|Von)[ \u00a0]$")
_INITIAL = re.compile(r"M\.?[ \u00a0]*")
_ADDRESSED = re.compile(rf"(?<![\w'’-]){_HONORIFICS}[ \u00a0]+$")


@dataclass(frozen=True, slots=True)
class Titles:
    """The titles of one language; built once for an ontology."""

    pattern: re.Pattern[str]

    @classmethod
    def from_ontology(cls, ontology: Ontology, language: str) -> Titles:
        """Return the titles: the ontology's nouns for persons, and forms of address."""
        forms = {
            form
            for noun in ontology.nouns
            if noun.language == language and noun.cls and ontology.trait_of(noun.cls) == "person"
            for form in noun.forms
        }
        titles = "|".join(re.escape(form) for form in sorted(forms, key=lambda form: (-len(form), form)))
        words = rf"(?:(?i:{titles})\b|{_HONORIFICS})" if titles else _HONORIFICS
        return cls(re.compile(rf"(?<![\w'’-])(?:{words}[ \u00a0,]*(?:(?:and|et|&)[ \u00a0]+)?)+"))

    def with_address(self, text: str, span: Span) -> Span:
        """Return a name's span extended by a form of address before it: "M. Bouchard", "Mrs. Berg"."""
        found = _ADDRESSED.search(text, max(0, span.start - 8), span.start)
        return Span(found.start(), span.end) if found is not None else span

    def apart(self, text: str, span: Span) -> Iterator[tuple[Span, bool]]:
        """Return the parts of a capitalized run between its titles, and whether a title precedes each.

        A run without a title is one part; one that consists of titles alone yields none.
        """
        start, titled = span.start, False
        for match in self.pattern.finditer(text, span.start, span.end):
            if match.start() > start and (_INITIAL.fullmatch(match[0]) or _PARTICLE.search(text, start, match.start())):
                # "Scott M. Berg": a single letter after a name is an initial. "Bruno Le Maire" is no mayor.
                continue
            yield from _piece(text, Span(start, match.start()), titled=titled)
            start, titled = match.end(), True
        yield from _piece(text, Span(start, span.end), titled=titled)


def _piece(text: str, span: Span, *, titled: bool) -> Iterator[tuple[Span, bool]]:
    end = span.start + len(span.of(text).rstrip(" \u00a0,"))
    if span.start < end:
        yield Span(span.start, end), titled
