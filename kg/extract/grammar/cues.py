"""The cues of one language, looked up by kind: by lemma, by phrase, or by what they govern."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from kg.extract.grammar.syntax import Function, Sentence, Word
from kg.extract.grammar.tokens import tokenize
from kg.model import Modality, Span
from kg.ontology.schema import Cue, Ontology

__all__ = ["Cues", "Phrase", "around", "plain"]

_FULL = {"d'": "de", "du": "de", "des": "de", "qu'": "que", "au": "à", "aux": "à", "s'": "si", "n'": "ne"}

_CLAUSES = frozenset(
    {Function.CLAUSE, Function.RELATIVE, Function.ADVERBIAL_CLAUSE, Function.OPEN_CLAUSE, Function.CONJUNCT}
)

_HEADED = re.compile(r"(\w+) (?:of|de|d') ?\w")


@dataclass(frozen=True, slots=True)
class Phrase:
    """A form of a cue, word by word."""

    words: tuple[str, ...]
    cue: Cue


@dataclass(frozen=True, slots=True)
class Cues:
    """Words with a grammatical function, from `cues.LANGUAGE.ttl`."""

    by_kind: Mapping[str, Mapping[str, Cue]]
    phrases: Mapping[tuple[str, str], tuple[Phrase, ...]] = field(default_factory=dict, repr=False)

    @classmethod
    def from_ontology(cls, ontology: Ontology, language: str) -> Cues:
        """Return the cues of a language; for a form given twice for a kind, the first counts."""
        found: dict[str, dict[str, Cue]] = {}
        for cue in ontology.cues:
            if cue.language == language:
                for form in cue.forms:
                    found.setdefault(cue.kind, {}).setdefault(form, cue)
        phrases: dict[tuple[str, str], list[Phrase]] = {}
        for kind, forms in found.items():
            for form, cue in forms.items():
                words = _words(form, language)
                phrases.setdefault((kind, words[0]), []).append(Phrase(words, cue))
        return cls(found, {key: tuple(sorted(several, key=_longest_first)) for key, several in phrases.items()})

    def has(self, kind: str, form: str) -> bool:
        """Return whether a lemma or form is a cue of the kind."""
        return form in self.by_kind.get(kind, {})

    def modality(self, kind: str, form: str) -> Modality | None:
        """Return the modality of a form as a cue of the kind, if any."""
        cue = self.by_kind.get(kind, {}).get(form)
        return cue.modality if cue else None

    def forms(self, kind: str) -> tuple[str, ...]:
        """Return all forms of a kind, longest first."""
        return tuple(sorted(self.by_kind.get(kind, {}), key=lambda form: (-len(form), form)))

    def at(self, kind: str, words: Sequence[Word], start: int) -> Phrase | None:
        """Return the longest cue of a kind whose consecutive words begin at `start`, or `None`."""
        found = [
            phrase
            for phrase in self._beginning(kind, words[start])
            if start + len(phrase.words) <= len(words)
            and all(form in _forms(word) for form, word in zip(phrase.words, words[start:], strict=False))
        ]
        return min(found, key=_longest_first, default=None)

    def governing(self, kinds: Sequence[str], word: Word, around: Collection[str]) -> Phrase | None:
        """Return the longest cue of the kinds that begins with a word and whose other words are `around` it."""
        found = [
            phrase for kind in kinds for phrase in self._beginning(kind, word) if set(phrase.words[1:]) <= set(around)
        ]
        return min(found, key=_longest_first, default=None)

    def _beginning(self, kind: str, word: Word) -> tuple[Phrase, ...]:
        return tuple(phrase for form in sorted(_forms(word)) for phrase in self.phrases.get((kind, form), ()))


def plain(word: Word) -> str:
    """Return a word in the form used in cues: in lower case, without elision or contraction."""
    form = word.text.lower().replace("’", "'")
    return _FULL.get(form, form)


def around(sentence: Sentence, governor: Word, governed: Word) -> Iterator[str]:
    """Return the words that may belong to a governor of several: its particles, fixed nouns, the preposition after."""
    yield from governed.case.split()
    for mark in sentence.children(governed, Function.MARKER, Function.CASE):
        yield plain(mark)
    for child in sentence.children(governor):
        if child == governed or child.function in _CLAUSES:
            continue
        yield from (plain(child), child.lemma, *child.case.split())
        for inner in sentence.children(child):
            if inner != governed:
                yield from (plain(inner), inner.lemma)


def _forms(word: Word) -> set[str]:
    forms = {plain(word), word.lemma.lower()}
    # A multi-word term also counts as its head noun: "letter of intent".
    heads = {_HEADED.match(form) for form in forms} if word.unit is not None else set()
    return forms | {head[1] for head in heads if head is not None}


def _longest_first(phrase: Phrase) -> tuple[int, tuple[str, ...]]:
    return -len(phrase.words), phrase.words


def _words(form: str, language: str) -> tuple[str, ...]:
    tokens = tokenize(form, Span(0, len(form)), language, ())
    words = (token.span.of(form).replace("’", "'") for token in tokens)
    return tuple(_FULL.get(word, word) for word in words)
