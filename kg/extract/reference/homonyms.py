"""Names that are part of a longer name but refer to another entity: "Kerlan Labs belongs to Kerlan"."""

from __future__ import annotations

from collections.abc import Collection

from kg.extract.grammar.syntax import Function, Sentence, Word

__all__ = ["is_parted"]


def is_parted(sentence: Sentence, word: Word, seen: Collection[int]) -> bool:
    """Return whether a name differs from the longer one at the words `seen`, because the clause relates the two.

    "Kerlan Labs belongs to Kerlan", "Kerlan Labs, a unit of Kerlan", "Kerlan Labs, owned by the French group Kerlan".
    """
    inner = sentence.head(word) if word.function is Function.APPOSITION else word
    if inner is None or inner.function is not Function.OBLIQUE:
        return False
    head = sentence.head(inner)
    if head is None:
        return False
    tied = {child.index for child in sentence.children(head, Function.SUBJECT, Function.PASSIVE_SUBJECT)}
    if head.function in {Function.APPOSITION, Function.PARTICIPLE, Function.RELATIVE}:
        tied.add(head.head)
    return bool(tied & set(seen))
