"""Whether names that mean one entity have one IRI: counted over the pairs of ends of true statements."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Hashable, Iterable
from typing import TypeAlias

from kg.inquiry.checking.scores import Comparison

__all__ = ["End", "compare_across", "compare_within"]

End: TypeAlias = tuple[str, str]
"""One end of a true statement: the id that the gold gives its entity, and our IRI."""


def compare_within(ends: Collection[End]) -> Comparison:
    """Return how many pairs of ends have one IRI (given), mean one entity (wanted), and both (right).

    >>> compare_within([("volt", "a"), ("volt", "a"), ("volt", "b")])
    Comparison(right=1, given=1, wanted=3)
    """
    return Comparison(_pairs(ends), _pairs(iri for _, iri in ends), _pairs(entity for entity, _ in ends))


def compare_across(articles: Iterable[Iterable[End]]) -> Comparison:
    """Return the same over pairs of ends of two articles each; an end counts once in an article.

    >>> compare_across([[("volt", "a")], [("volt", "a"), ("volt", "b")]])
    Comparison(right=1, given=1, wanted=2)
    """
    distinct = [set(ends) for ends in articles]
    inside = sum((compare_within(ends) for ends in distinct), Comparison())
    return compare_within([end for ends in distinct for end in ends]) - inside


def _pairs(values: Iterable[Hashable]) -> int:
    """Return how many pairs of equal values there are."""
    return sum(count * (count - 1) // 2 for count in Counter(values).values())
