"""Words and sentences with their syntax, in a language-independent scheme."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from kg.extract.grammar.tokens import Unit
from kg.model import Span

__all__ = ["Function", "Sentence", "Word", "find_unrooted", "is_amount", "without_circles"]


class Function(StrEnum):
    """The grammatical function of a word; after Universal Dependencies, reduced to what frames need."""

    ROOT = "root"
    SUBJECT = "subject"
    PASSIVE_SUBJECT = "passive-subject"
    OBJECT = "object"
    OBLIQUE = "oblique"
    ATTRIBUTE = "attribute"
    APPOSITION = "apposition"
    CONJUNCT = "conjunct"
    RELATIVE = "relative"
    PARTICIPLE = "participle"
    OPEN_CLAUSE = "open-clause"
    CLAUSE = "clause"
    ADVERBIAL_CLAUSE = "adverbial-clause"
    POSSESSOR = "possessor"
    MODIFIER = "modifier"
    DETERMINER = "determiner"
    AUXILIARY = "auxiliary"
    PASSIVE_AUXILIARY = "passive-auxiliary"
    COPULA = "copula"
    NEGATION = "negation"
    MARKER = "marker"
    CASE = "case"
    COORDINATOR = "coordinator"
    PUNCTUATION = "punctuation"
    ADVERB = "adverb"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Word:
    """A word in its sentence.

    Attributes:
        index: its index in the sentence, from 0.
        span: its span in the article.
        text: its text in the article.
        lemma: its dictionary form, in lower case for common words.
        pos: its universal part of speech.
        function, head: its grammatical function and the index of its head; a root is its own head.
        case: the preposition before it ("à", "grâce à", "by"), else empty.
        features: its morphology, as `Key=Value` strings.
        unit: the unit it represents, if it is more than a plain word.
    """

    index: int
    span: Span
    text: str
    lemma: str
    pos: str
    function: Function
    head: int
    case: str
    features: frozenset[str]
    unit: Unit | None = None

    def has(self, feature: str) -> bool:
        """Return whether the word has a feature such as `Tense=Fut`."""
        return feature in self.features


def is_amount(word: Word) -> bool:
    """Return whether a word is an amount with its unit."""
    return word.unit is not None and word.unit.kind == "quantity"


def find_unrooted(words: Sequence[Word]) -> tuple[int, ...]:
    """Return the words not connected to a root, in order: those in a cycle of heads, and those attached to it.

    There are none when the words form one or more trees; a parse may have more than one root.
    """
    below: dict[int, list[int]] = {}
    for word in words:
        below.setdefault(word.head, []).append(word.index)
    waiting = [word.index for word in words if word.head == word.index]
    rooted = set(waiting)
    while waiting:
        found = [index for index in below.get(waiting.pop(), ()) if index not in rooted]
        rooted.update(found)
        waiting += found
    return tuple(word.index for word in words if word.index not in rooted)


def without_circles(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """Return the words with one word of each cycle of heads made a root, so that they form trees."""
    while unrooted := find_unrooted(words):
        index = unrooted[0]
        for _ in words:  # after this many steps up, the word is in the cycle
            index = words[index].head
        root = replace(words[index], head=index, function=Function.ROOT)
        words = (*words[:index], root, *words[index + 1 :])
    return words


@dataclass(frozen=True, slots=True)
class Sentence:
    """A parsed sentence.

    Attributes:
        span: its span in the article.
        language: `fr` or `en`.
        words: in order.
        dependents: for each word, the indices of its dependents, in order.
    """

    span: Span
    language: str
    words: tuple[Word, ...]
    dependents: tuple[tuple[int, ...], ...]

    @classmethod
    def from_words(cls, span: Span, language: str, words: tuple[Word, ...]) -> Sentence:
        """Return a sentence with these words."""
        dependents: list[list[int]] = [[] for _ in words]
        for word in words:
            if word.head != word.index:
                dependents[word.head].append(word.index)
        return cls(span, language, words, tuple(tuple(d) for d in dependents))

    def with_words(self, words: tuple[Word, ...]) -> Sentence:
        """Return the sentence with repaired words; unchanged if they are the same or do not form trees."""
        if words == self.words or find_unrooted(words):
            return self
        return Sentence.from_words(self.span, self.language, words)

    def children(self, word: Word, *functions: Function) -> Iterator[Word]:
        """Return the dependents of a word in order; only those of the functions, if any are given."""
        for index in self.dependents[word.index]:
            if not functions or self.words[index].function in functions:
                yield self.words[index]

    def child(self, word: Word, *functions: Function) -> Word | None:
        """Return the first dependent with one of the functions, or `None`."""
        return next(self.children(word, *functions), None)

    def head(self, word: Word) -> Word | None:
        """Return the head of a word; `None` for a root."""
        return None if word.head == word.index else self.words[word.head]

    def ancestors(self, word: Word) -> Iterator[Word]:
        """Return the words above this one, nearest first."""
        seen = {word.index}
        while word.head not in seen:
            word = self.words[word.head]
            seen.add(word.index)
            yield word

    def subtree(self, word: Word) -> tuple[Word, ...]:
        """Return a word and all its direct and indirect dependents, in the order of the sentence."""
        waiting, found = [word.index], {word.index}
        while waiting:
            for index in self.dependents[waiting.pop()]:
                if index not in found:
                    found.add(index)
                    waiting.append(index)
        return tuple(self.words[index] for index in sorted(found))
