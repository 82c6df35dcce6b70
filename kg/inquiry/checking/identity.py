"""Whether names of the same entity have the same IRI: counted over the pairs of ends of true statements."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Hashable, Iterable
from typing import TypeAlias

from kg.inquiry.checking.scores import Comparison

__all__ = ["End", "compare_across", "compare_within"]

End: TypeAlias = tuple[str, str]
"""One end of a true statement: the gold id of its entity, and the extracted IRI."""


def compare_within(ends: Collection[End]) -> Comparison:
    """Return how many pairs of ends have the same IRI (given), the same entity (wanted), and both (right).

    >>> compare_within([("volt", "a"), ("volt", "a"), ("volt", "b")])
    Comparison(right=1, given=1, wanted=3)
    """
    return Comparison(_pairs(ends), _pairs(iri for _, iri in ends), _pairs(entity for entity, _ in ends))


def compare_across(articles: Iterable[Iterable[End]]) -> Comparison:
    """Return the same for pairs of ends in different articles; an end counts once per article.

    >>> compare_across([[("volt", "a")], [("volt", "a"), ("volt", "b")]])
    Comparison(right=1, given=1, wanted=2)
    """
    distinct = [set(ends) for ends in articles]
    inside = sum((compare_within(ends) for ends in distinct), Comparison())
    return compare_within([end for ends in distinct for end in ends]) - inside


def _pairs(values: Iterable[Hashable]) -> int:
    """Return the number of pairs of equal values."""
    return sum(count * (count - 1) // 2 for count in Counter(values).values())
