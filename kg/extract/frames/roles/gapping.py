"""Gapping: one verb with two objects, each with its complement ("put $2 million in X and $5 million in Y")."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.grammar.roles import Roles
from kg.extract.grammar.syntax import Function, Sentence, Word, is_amount

__all__ = ["find_gapped"]


def find_gapped(sentence: Sentence, verb: Word, roles: Roles) -> Iterator[Roles]:
    """Return the roles of each elided occurrence of the verb; roles of its other complements are unchanged."""
    for noun, complement in _pairs(sentence, verb):
        if complement.case in roles and complement not in roles[complement.case]:
            yield {**roles, "object": (noun,), complement.case: (complement,)}


def _pairs(sentence: Sentence, verb: Word) -> Iterator[tuple[Word, Word]]:
    """Return the coordinated nouns that have a complement parallel to one of the verb's, with that complement."""
    obliques = tuple(sentence.children(verb, Function.OBLIQUE))
    cases = {word.case for word in obliques if word.case}
    for above in (verb, *obliques, *sentence.children(verb, Function.OBJECT)):
        for noun in sentence.children(above, Function.CONJUNCT):
            loose = noun.pos in {"NOUN", "PROPN", "NUM"} and (not noun.case or is_amount(noun))
            # A conjunct of the verb's object is coordinated with it, not gapped, unless it is an amount.
            gapped = above.function is not Function.OBJECT or is_amount(noun)
            for complement in sentence.children(noun, Function.OBLIQUE) if loose and gapped else ():
                if complement.case in cases:
                    yield noun, complement
