"""The words of a noun phrase."""

from __future__ import annotations

from kg.extract.syntax import Function, Sentence, Word

__all__ = ["phrase", "short_phrase"]


def phrase(sentence: Sentence, word: Word) -> str:
    """Return the words of a noun phrase without its determiner, preposition, relative clauses and appositions."""
    left_out = {Function.RELATIVE, Function.APPOSITION, Function.CASE, Function.PUNCTUATION, Function.CLAUSE}
    left_out |= {Function.DETERMINER, Function.COPULA, Function.SUBJECT, Function.NEGATION, Function.ADVERBIAL_CLAUSE}
    skipped: set[int] = set()
    for child in sentence.children(word):
        pronoun = child.function is Function.POSSESSOR and child.pos == "PRON"
        borne = child.function is Function.MODIFIER and child.pos == "PROPN" and child.index > word.index
        if child.function in left_out or pronoun or borne:
            skipped |= {w.index for w in sentence.subtree(child)}
    return (
        " ".join(w.text for w in sentence.subtree(word) if w.index not in skipped).replace("' ", "'").replace("’ ", "’")
    )


def short_phrase(sentence: Sentence, word: Word) -> str:
    """Return a noun with the adjectives and nouns right around it: "nouvelle centrale solaire", "AI supercomputer"."""
    modifiers = sentence.children(word, Function.MODIFIER, Function.OBLIQUE)
    inside = {w.index for w in modifiers if not w.case and (w.unit is None or w.unit.kind == "noun")}
    start = end = word.index
    while start - 1 in inside:
        start -= 1
    while end + 1 in inside:
        end += 1
    return " ".join(w.text for w in sentence.words[start : end + 1])
