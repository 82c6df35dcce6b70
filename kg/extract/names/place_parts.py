"""Nations and places at the edges of a name: "American Electric Power", "Texas Instruments", "Kerlan France".

English puts what someone is before a name as well ("French Kerlan"), and either language puts a place there ("In Texas
Bravane builds …"), so what stands around tells whether the word belongs to the name.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from kg.extract.names.dictionary import is_word
from kg.extract.names.name_patterns import CAPITAL
from kg.extract.names.name_words import OPENERS
from kg.extract.text.casing import is_capitalized
from kg.extract.text.folding import fold
from kg.model import Span
from kg.ontology.schema import KnownName, Ontology

__all__ = ["PlaceParts"]

_REST = re.compile(rf"(?:[ \u00a0](?:&[ \u00a0])?{CAPITAL})+")
_BEFORE = re.compile(rf"(?<![\w’'-])({CAPITAL})[ \u00a0]$")
# Where a place stands by itself: "In Texas Bravane builds", "near Odessa Texas"; not "a stake in China Mobile".
_SET_APART = re.compile(
    r"(?:^|[.«“\"(\n—–] ?)(?:In|At|Near|From|En|À|Dans|De|Depuis)[ \u00a0]$"
    r"|\b(?:near|outside|around|across|en)[ \u00a0]$"
)
_LOCATIVE = re.compile(r"\b(?:in|near|outside|around|across|à|en|dans)[ \u00a0]$", re.IGNORECASE)
_OF = re.compile(r"\b(?:of|de|d['’]|du)[ \u00a0]?$")
_NEXT = re.compile(r"[ \u00a0]([^\W\d_]+)|([-‑/&])")
_DATELINE = re.compile(r"([A-ZÀ-Þ]{4,}(?:[ -][A-ZÀ-Þ]{4,})?)[ \u00a0](?=[A-ZÀ-Þ][a-zà-ÿ])")
_LONGEST_NATION = 40


@dataclass(frozen=True, slots=True)
class PlaceParts:
    """Tells whether a nation or place belongs to a name in one language; built once for an ontology.

    Attributes:
        nations: English words for what comes from a place; those of French are no names: "le Suédois Northvolt".
        places: folded spellings of known places.
        given: folded given names.
        persons: folded nouns for persons, which stand between a nation and a name: "French Energy Minister".
        nouns: folded forms of all nouns: "the Bravane Texas campus" is Bravane's campus in Texas.
        terms: folded nouns with a capital, such as "AI".
        kinds: folded known kinds of energy, common nouns that names contain too: "Canadian Solar".
        others: folded known names that are none of these; they stand by themselves behind a nation.
        spellings: matches each known name.
    """

    language: str
    nations: frozenset[str]
    places: frozenset[str]
    given: frozenset[str]
    persons: frozenset[str]
    nouns: frozenset[str]
    terms: frozenset[str]
    kinds: frozenset[str]
    others: frozenset[str]
    spellings: re.Pattern[str] = field(repr=False)

    @classmethod
    def from_ontology(
        cls, ontology: Ontology, language: str, known: Mapping[str, KnownName], spellings: re.Pattern[str]
    ) -> PlaceParts:
        """Return what tells it by the ontology's places, nouns and given names, and by its known names as compiled."""
        nations = frozenset(word for name in ontology.names for word in name.adjectives if word[:1].isupper())
        nouns = [noun for noun in ontology.nouns if noun.language == language]
        persons = [noun for noun in nouns if noun.cls and ontology.trait_of(noun.cls) == "person"]
        forms = [form for noun in nouns for form in noun.forms]
        kinds = frozenset(spelling for spelling, name in known.items() if ontology.trait_of(name.cls) == "kind")
        return cls(
            language,
            nations,
            places=frozenset(spelling for spelling, name in known.items() if ontology.trait_of(name.cls) == "place"),
            given=frozenset(fold(form) for word in ontology.name_words if word.first for form in word.forms),
            persons=frozenset(fold(form) for noun in persons for form in noun.forms),
            nouns=frozenset(map(fold, forms)),
            terms=frozenset(fold(form) for form in forms if form[:1].isupper()),
            kinds=kinds,
            others=frozenset(known) - kinds,
            spellings=spellings,
        )

    def nation_at(self, text: str, span: Span) -> Span | None:
        """Return where the nation that a span begins with stands."""
        words = [m.end() for m in re.finditer(r"[^\s’']+", span.of(text)[:_LONGEST_NATION])][:2]
        ends = (span.start + end for end in reversed(words))
        return next((Span(span.start, end) for end in ends if text[span.start : end] in self.nations), None)

    def dateline_at(self, text: str, span: Span) -> Span | None:
        """Return where the place in capitals that a span begins with stands: "LYON Nordalia acquires …"."""
        match = _DATELINE.match(text, span.start, span.end)
        return Span(*match.span(1)) if match is not None and fold(match[1]) in self.places else None

    def opens(self, text: str, first: Span, end: int, sentence: Span) -> bool:
        """Return whether a nation or place opens a longer name, up to `end`: "*Swiss* Re", "*Ohio* Valley Grid"."""
        rest = _REST.match(text, first.end, end)
        if rest is None or is_capitalized(sentence.of(text)):
            return False
        words = [word.strip(".'’") for word in rest[0].split() if word != "&"]
        known = self.spellings.match(text, rest.start() + 1, sentence.end)
        if fold(words[0]) in self.given | self.terms | OPENERS or any(fold(word) in self.persons for word in words):
            return False
        if known is not None and fold(known[0]) in self.others:
            return False
        if first.of(text) in self.nations:
            return self._is_worded(words)
        before = text[max(sentence.start, first.start - 12) : first.start]
        # "President of Indonesia Joko Widodo": a place ends what "of" opens, unless words of the language follow.
        ends = _OF.search(before) and not any(is_word(word, self.language) for word in words)
        return not (ends or _SET_APART.search(before))

    def ends(self, text: str, last: Span, sentence: Span) -> bool:
        """Return whether a place ends a longer name: "Kerlan *France*", but not "the Kerlan *France* site"."""
        before = _BEFORE.search(text, max(sentence.start, last.start - 40), last.start)
        if before is None or last.of(text).endswith(".") or is_capitalized(sentence.of(text)):
            return False
        word = fold(before[1])
        run = re.search(rf"(?:{CAPITAL}[ \u00a0])+$", text[sentence.start : last.start])
        opening = text[sentence.start : sentence.start + run.start()] if run else ""
        if (
            word in OPENERS | self.places | self.persons | self.terms
            or before[1].endswith(".")
            or _LOCATIVE.search(opening)
        ):
            return False
        after = _NEXT.match(text, last.end, sentence.end)
        return after is None or not (after[2] or after[1][0].isupper() or fold(after[1]) in self.nouns)

    def is_kind_within(self, text: str, span: Span, sentence: Span) -> bool:
        """Return whether a kind of energy with a capital is a word of a name: "Nordalia *Natural Gas* Partners"."""
        words = span.of(text)
        if not words.istitle() or is_capitalized(sentence.of(text)):
            return False
        before = _BEFORE.search(text, max(sentence.start, span.start - 40), span.start)
        if before is not None and fold(before[1]) not in OPENERS | self.persons and not before[1].endswith("."):
            return True
        after = _REST.match(text, span.end, sentence.end)
        first = after[0].split()[0] if after else ""
        return bool(first) and first != "&" and fold(first) not in self.others | self.terms | self.given

    def _is_worded(self, words: Sequence[str]) -> bool:
        """Return whether words after a nation belong to it; one that no dictionary has is a name: "French Kerlan"."""
        in_dictionary = any(is_word(word, "en") for word in words)
        return in_dictionary or (self.language != "en" and words[0] not in self.nations)
