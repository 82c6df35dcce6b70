"""Names of states and governments: "the Norwegian state", "le gouvernement français"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from heapq import merge

from kg.extract.names.finder import Name
from kg.extract.names.name_words import OPENERS
from kg.extract.text.nationalities import NATIONALITY
from kg.model import Span
from kg.ontology.schema import Ontology

__all__ = ["States"]

# A following noun means something else: "the Norwegian state broadcaster", "the Indian state of Gujarat".
_NEXT = re.compile(r"[ \u00a0]([^\W\d_]+)|[-‑]")
# "L'État rachète …", not "l'État hébreu".
_STATE = r"(?<=[Ll]['’])[ÉE]tat(?=[ \u00a0](?:a|est|va|doit|peut|et|à|pour|ne|n['’]|qui|s['’]|[a-zà-ÿ]+e)\b|[,.;)])"
_NARROWING = frozenset({"of", "de", "du", "des", "d"})


@dataclass(frozen=True, slots=True)
class States:
    """Finds such names in one language; built once for an ontology."""

    language: str
    pattern: re.Pattern[str] = field(repr=False)

    @classmethod
    def from_ontology(cls, ontology: Ontology, language: str) -> States:
        """Return the finder for the ontology's `of_place` nouns next to the adjectives of its places."""
        nouns = [form for n in ontology.nouns if n.language == language and n.of_place for form in n.forms[:1]]
        adjectives = sorted({re.escape(word) for name in ontology.names for word in name.adjectives})
        if not nouns or not adjectives:
            return cls(language, re.compile(r"(?!)"))
        kinds, places = "|".join(map(re.escape, nouns)), "|".join(adjectives)
        if language == "fr":
            order = rf"(?:{kinds})[ \u00a0](?:{places}|{NATIONALITY})|{_STATE}"
        else:
            order = rf"(?:{places})[ \u00a0](?:{kinds})"
        return cls(language, re.compile(rf"(?<![\w-])(?:{order})(?!\w)"))

    def added(self, text: str, sentences: Sequence[Span], names: Sequence[Name]) -> tuple[Name, ...]:
        """Return the names, with states and governments in the text added, in order."""
        found = [name for sentence in sentences for name in self._found(text, sentence)]
        apart = (name for name in names if not any(name.span.overlaps(other.span) for other in found))
        return tuple(merge(apart, found, key=lambda name: name.span))

    def _found(self, text: str, sentence: Span) -> Iterator[Name]:
        for match in self.pattern.finditer(text, sentence.start, sentence.end):
            after = _NEXT.match(text, match.end(), sentence.end)
            word = (after[1] or "").lower() if after is not None else ""
            ends = word in OPENERS if self.language == "en" else bool(word)
            if after is None or (ends and word not in _NARROWING):
                yield Name(Span(*match.span()), match[0])
