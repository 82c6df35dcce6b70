"""Pairs subjects with objects where a frame's arguments are lists."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, product

from kg.extract.frames.arguments import Filler

__all__ = ["pair"]


def pair(
    subjects: tuple[Filler, ...], objects: tuple[Filler, ...], *, symmetric: bool
) -> Iterator[tuple[Filler, Filler]]:
    """Return each subject with each object that is not a subject; for a symmetric relation, each pair once."""
    if symmetric and len(subjects) > 1 and subjects == objects:
        yield from combinations(subjects, 2)
        return
    others = tuple(obj for obj in objects if all(obj.target != subject.target for subject in subjects))
    if {subject.target for subject in subjects} == {obj.target for obj in objects}:
        # One list fills both arguments by mistake ("les accords avec X et Y prévoient …"): nothing is paired.
        yield from ((subject, subject) for subject in subjects[:1])
        return
    yield from product(subjects, others or objects)
