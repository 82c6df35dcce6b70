from __future__ import annotations

from kg.extract.frames.arguments import Filler
from kg.extract.frames.pairing import pair
from kg.model import Mention, Span


def fillers(*keys: int) -> tuple[Filler, ...]:
    return tuple(Filler(key, Mention("x", Span(key, key + 1)), "name", "") for key in keys)


def keys(found: object) -> list[tuple[object, object]]:
    return [(subject.target, obj.target) for subject, obj in found]  # type: ignore[attr-defined]  # pairs of fillers


def test_each_subject_goes_with_each_object() -> None:
    assert keys(pair(fillers(1, 2), fillers(3), symmetric=False)) == [(1, 3), (2, 3)]


def test_an_object_that_is_a_subject_too_is_left_out() -> None:
    assert keys(pair(fillers(1, 2), fillers(2, 3), symmetric=False)) == [(1, 3), (2, 3)]


def test_one_list_at_both_ends_of_a_relation_that_holds_both_ways_is_paired_once() -> None:
    both = fillers(1, 2, 3)
    assert keys(pair(both, both, symmetric=True)) == [(1, 2), (1, 3), (2, 3)]
