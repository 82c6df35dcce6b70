"""Sentences in contrast, each with exactly what must come out of it: the files beside this one, and how they are read.

A file holds groups of sentences that differ in one thing; each sentence has the list of its statements:

    ["who buys whom"]
    "Nordalia has acquired Bravane." = ["Nordalia | acquires | Bravane | asserted"]

A fifth part names who is reported to say it; without one nobody may be. ` / ` stands between names or modalities that
are as good, ` or ` between whole statements one of which is enough, `*` for anything. `?` opens what is true and may be
missing. Nothing else may come out: a sentence with an empty list must give no statement at all.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from kg.extract.extractor import Extractor
from kg.extract.text.folding import fold
from kg.model import Extraction, Statement, Term, Value
from tests.extract.reading import article

__all__ = ["LANGUAGES", "Sentence", "count_passed", "read_sentences"]

LANGUAGES = ("en", "fr")
ANY = "*"


@dataclass(frozen=True, slots=True)
class Fact:
    """A statement as a file writes it: for each part the words that are as good."""

    subject: tuple[str, ...]
    relation: str
    object: tuple[str, ...]
    modality: tuple[str, ...]
    source: tuple[str, ...]

    @classmethod
    def from_words(cls, words: str) -> Fact:
        """Return the fact that `subject | relation | object | modality | source` says; the last part may be missing."""
        parts = [tuple(name.strip() for name in part.split(" / ")) for part in words.split(" | ")]
        subject, (relation,), obj, modality, *source = parts
        return cls(subject, relation, obj, modality, source[0] if source else ())

    def says(self, found: Statement, *, symmetric: bool) -> bool:
        """Return whether a statement says this fact; one of a symmetric relation may say it the other way round."""
        straight = _is_named(found.subject, self.subject) and _is_named(found.object, self.object)
        turned = symmetric and _is_named(found.subject, self.object) and _is_named(found.object, self.subject)
        return (
            (straight or turned)
            and found.relation == self.relation
            and found.modality in self.modality
            and (self.source == (ANY,) or _folded(found.attribution or "") in map(_folded, self.source or ("",)))
        )


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, or a few, and what must come out: lists of facts of which one is enough."""

    group: str
    language: str
    text: str
    required: tuple[tuple[Fact, ...], ...]
    allowed: tuple[Fact, ...]

    def faults(self, extraction: Extraction, symmetric: frozenset[str]) -> list[str]:
        """Return a line for each statement that is missing and each that must not be; empty when all is right."""

        def matches(fact: Fact, found: Statement) -> bool:
            return fact.says(found, symmetric=fact.relation in symmetric)

        statements = extraction.statements
        missing = [
            facts for facts in self.required if not any(matches(fact, found) for fact in facts for found in statements)
        ]
        known = (*self.allowed, *(fact for facts in self.required for fact in facts))
        unwanted = [found for found in statements if not any(matches(fact, found) for fact in known)]
        return [*(f"missing: {_written(facts[0])}" for facts in missing), *(f"unwanted: {_told(u)}" for u in unwanted)]


def read_sentences(language: str) -> tuple[Sentence, ...]:
    """Return the sentences of a language, in the order of the files' names and of their lines."""
    folder = Path(__file__).parent / language
    return tuple(
        _sentence(group, language, text, facts)
        for file in sorted(folder.glob("*.toml"))
        for group, sentences in tomllib.loads(file.read_text(encoding="utf-8")).items()
        for text, facts in sentences.items()
    )


def count_passed(extractor: Extractor, symmetric: frozenset[str], language: str) -> tuple[int, int]:
    """Return how many sentences of a language come out exactly right, and how many there are."""
    sentences = read_sentences(language)
    right = [s for s in sentences if not s.faults(extractor.extract(article(s.text, language)), symmetric)]
    return len(right), len(sentences)


def _sentence(group: str, language: str, text: str, facts: list[str]) -> Sentence:
    needed = [fact for fact in facts if not fact.startswith("?")]
    spare = [fact.removeprefix("?").strip() for fact in facts if fact.startswith("?")]
    required = tuple(tuple(Fact.from_words(one) for one in fact.split(" or ")) for fact in needed)
    return Sentence(group, language, text, required, tuple(Fact.from_words(fact) for fact in spare))


def _is_named(term: Term, names: tuple[str, ...]) -> bool:
    return ANY in names or bool({_folded(name) for name in names} & set(_names(term)))


def _names(term: Term) -> Iterator[str]:
    target = term.target
    yield from map(_folded, (term.label, term.mention.text))
    if isinstance(target, Value):
        yield from map(_folded, (target.number, f"{target.number} {target.unit}"))
    else:
        yield from map(_folded, target.names)


def _folded(words: str) -> str:
    return fold(words).strip(" .,;:!?")


def _written(fact: Fact) -> str:
    parts = (fact.subject, (fact.relation,), fact.object, fact.modality, fact.source)
    return " | ".join(" / ".join(part) for part in parts if part)


def _told(found: Statement) -> str:
    said = f" | {found.attribution}" if found.attribution else ""
    return f"{found.subject.label} | {found.relation} | {found.object.label} | {found.modality}{said} ({found.frame})"
