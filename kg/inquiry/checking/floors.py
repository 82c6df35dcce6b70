"""Limits for figures: floors for quality measures, ceilings for error rates."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from kg.errors import UsageError
from kg.inquiry.checking.evaluate import Evaluation
from kg.inquiry.checking.scores import BETTER_LOW, MEASURES

__all__ = ["read_floors", "under_floor"]


def read_floors(words: Iterable[str], buckets: Sequence[str]) -> dict[tuple[str, str], float]:
    """Return limits by bucket and measure, from words such as `f1=0.5`, `fr.recall=0.4` or `dates.recall=0.3`.

    Raises:
        UsageError: the form is wrong, or the measure or bucket is unknown.
    """
    found: dict[tuple[str, str], float] = {}
    for word in words:
        name, _, value = word.partition("=")
        before, _, after = name.partition(".")
        bucket, measure = (before, after) if before in buckets else ("all", name)
        try:
            limit = float(value)
        except ValueError as error:
            raise UsageError("is not of the form measure=value", where=word, advice="write f1=0.5") from error
        if measure not in MEASURES:
            known = ", ".join(MEASURES)
            raise UsageError("no such measure", where=name, advice=f"use {known}, with {'. or '.join(buckets)}. before")
        found[bucket, measure] = limit
    return found


def under_floor(found: Evaluation, limits: Mapping[tuple[str, str], float]) -> list[str]:
    """Return one line for each figure that is worse than its limit; a figure without data counts as 0."""
    lines = []
    for (bucket, measure), limit in limits.items():
        figure = found.tallies[bucket].figure(measure)
        ceiling = measure in BETTER_LOW
        worst = 0.0 if figure is None else figure
        if worst > limit if ceiling else worst < limit:
            lines.append(f"{bucket}.{measure} is {figure}, {'over' if ceiling else 'under'} {limit:g}")
    return lines
