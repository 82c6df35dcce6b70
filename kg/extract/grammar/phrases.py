"""Noun phrases: their words, possessors and modifiers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from kg.extract.grammar.syntax import Function, Sentence, Word, is_amount

__all__ = ["has_possessive", "is_owned", "is_specified", "join_words", "phrase", "possessors", "short_phrase"]


_LEFT_OUT = frozenset(
    {
        Function.RELATIVE,
        Function.APPOSITION,
        Function.CASE,
        Function.PUNCTUATION,
        Function.CLAUSE,
        Function.ADVERBIAL_CLAUSE,
        Function.DETERMINER,
        Function.COPULA,
        Function.SUBJECT,
        Function.NEGATION,
    }
)


def phrase(sentence: Sentence, word: Word, *, without: Iterable[Word] = ()) -> str:
    """Return a noun phrase without determiner, preposition, clauses, appositions and the bearer's name.

    The dependents in `without` are left out too.
    """
    skipped = {inner.index for left in without for inner in sentence.subtree(left)}
    for child in sentence.children(word):
        pronoun = child.function is Function.POSSESSOR and child.pos == "PRON"
        bearer = child.pos == "PROPN" and not child.case and child.index > word.index
        if child.function in _LEFT_OUT or pronoun or bearer:
            skipped |= {w.index for w in sentence.subtree(child)}
    words = [w for w in sentence.subtree(word) if w.index not in skipped or w == word]
    while len(words) > 1 and words[0].pos in {"DET", "PUNCT", "CCONJ", "PRON"}:
        words = words[1:]
    return join_words(words)


def join_words(words: Sequence[Word]) -> str:
    """Return words joined; a space separates those that are not adjacent in the text."""
    gaps = ("" if after.span.start == before.span.end else " " for before, after in pairwise(words))
    return "".join(part for word, gap in zip(words, [*gaps, ""], strict=True) for part in (word.text, gap))


def short_phrase(sentence: Sentence, word: Word) -> str:
    """Return a noun with the modifiers directly around it: "nouvelle centrale solaire", "AI supercomputer"."""
    modifiers = sentence.children(word, Function.MODIFIER, Function.OBLIQUE)
    inside = {w.index for w in modifiers if not w.case and not is_amount(w)}
    start = end = word.index
    while start - 1 in inside:
        start -= 1
    while end + 1 in inside:
        end += 1
    return join_words(sentence.words[start : end + 1])


def is_specified(sentence: Sentence, noun: Word, *, site: bool) -> bool:
    """Return whether a phrase identifies its own referent: "the makers of chips"; for a `site`, "le campus X"."""
    inside = list(sentence.children(noun, Function.OBLIQUE, Function.MODIFIER))
    named = any(w.unit is not None and w.unit.kind == "name" for w in inside)
    return (site and named) or any(w.case in {"de", "of"} for w in inside)


def is_owned(sentence: Sentence, name: Word) -> bool:
    """Return whether the noun before a name has a possessive, whose owner is another: "sa filiale X", "its unit X"."""
    head = sentence.head(name)
    nouns = [w for w in (head, *sentence.words[max(0, name.index - 1) : name.index]) if w and w.pos == "NOUN"]
    return any(has_possessive(sentence, noun) for noun in nouns if noun.index < name.index)


def possessors(sentence: Sentence, noun: Word) -> tuple[Word, ...]:
    """Return the possessors of a noun, in order: "X's", "its", "ses"."""
    return tuple(w for w in sentence.children(noun) if w.function is Function.POSSESSOR or w.has("Poss=Yes"))


def has_possessive(sentence: Sentence, noun: Word) -> bool:
    """Return whether a noun has a possessive such as "its" or "ses"."""
    return any(word.pos in {"PRON", "DET"} for word in possessors(sentence, noun))
