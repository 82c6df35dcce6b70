"""The counts of an evaluation and the figures derived from them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields

__all__ = ["BETTER_LOW", "COMPARED", "MEASURES", "SHARES", "Comparison", "Tally"]

SHARES = (
    "precision",
    "recall",
    "whole",
    "strict",
    "f1",
    "modality_accuracy",
    "hedged_as_fact",
    "swapped",
    "labels",
)
"""The figures of a tally that are simple shares, by the names of their properties."""

COMPARED = ("dates", "amounts", "attribution", "identity_within", "identity_across")
"""What has its own precision and recall: three qualifiers of true statements, and the identity of their ends."""

MEASURES = (*SHARES, *(f"{name}.{figure}" for name in COMPARED for figure in ("precision", "recall")))
"""All figures, by the names that `Tally.figure` takes."""

BETTER_LOW = ("hedged_as_fact", "swapped")
"""The figures that measure errors."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """The numbers of given, wanted and right answers; comparisons can be added."""

    right: int = 0
    given: int = 0
    wanted: int = 0

    def __add__(self, other: Comparison) -> Comparison:
        return Comparison(self.right + other.right, self.given + other.given, self.wanted + other.wanted)

    def __sub__(self, other: Comparison) -> Comparison:
        return Comparison(self.right - other.right, self.given - other.given, self.wanted - other.wanted)

    @property
    def precision(self) -> float | None:
        """The share of given answers that are right; `None` when none was given."""
        return _share(self.right, self.given)

    @property
    def recall(self) -> float | None:
        """The share of wanted answers that were given correctly; `None` when none was wanted."""
        return _share(self.right, self.wanted)


@dataclass(frozen=True, slots=True)
class Tally:
    """The counts over one or more articles; tallies can be added.

    Attributes:
        required, found: required gold facts, and those found.
        complete: facts found with their modality, amount and date.
        true, false: statements that match a gold statement, and those that match none.
        certain: true ones that match a required gold statement.
        modal: true ones with the gold modality.
        hedged: true ones that are asserted where the gold says planned, possible or denied.
        labelled: true ones whose labels fit the gold names.
        swaps: false ones that would match with subject and object swapped.
        relations: by relation, the numbers of facts found and required.
        compared: by the names in `COMPARED`, the agreement with the gold.
    """

    required: int = 0
    found: int = 0
    complete: int = 0
    true: int = 0
    false: int = 0
    certain: int = 0
    modal: int = 0
    hedged: int = 0
    labelled: int = 0
    swaps: int = 0
    relations: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    compared: Mapping[str, Comparison] = field(default_factory=dict)

    def __add__(self, other: Tally) -> Tally:
        counts = {one.name for one in fields(self)} - {"relations", "compared"}
        relations = {
            name: (
                self.relations.get(name, (0, 0))[0] + other.relations.get(name, (0, 0))[0],
                self.relations.get(name, (0, 0))[1] + other.relations.get(name, (0, 0))[1],
            )
            for name in sorted({*self.relations, *other.relations})
        }
        compared = {name: self.comparison(name) + other.comparison(name) for name in COMPARED}
        added = {name: getattr(self, name) + getattr(other, name) for name in counts}
        return Tally(**added, relations=relations, compared=compared)

    @property
    def precision(self) -> float | None:
        """The share of statements that are true; `None` when there are none."""
        return _share(self.true, self.true + self.false)

    @property
    def recall(self) -> float | None:
        """The share of required facts that were found."""
        return _share(self.found, self.required)

    @property
    def whole(self) -> float | None:
        """The share of required facts that were found with their modality, amount and date."""
        return _share(self.complete, self.required)

    @property
    def strict(self) -> float | None:
        """The precision if only matches with required gold statements count: a lower bound."""
        return _share(self.certain, self.true + self.false)

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall; 0 when one of them is 0 or `None`."""
        precision, recall = self.precision, self.recall
        return round(2 * precision * recall / (precision + recall), 4) if precision and recall else 0.0

    @property
    def modality_accuracy(self) -> float | None:
        """The share of true statements with the gold modality."""
        return _share(self.modal, self.true)

    @property
    def hedged_as_fact(self) -> float | None:
        """The share of true statements that assert what the gold does not."""
        return _share(self.hedged, self.true)

    @property
    def swapped(self) -> float | None:
        """The share of statements that are right except for their direction."""
        return _share(self.swaps, self.true + self.false)

    @property
    def labels(self) -> float | None:
        """The share of true statements whose labels fit the gold names."""
        return _share(self.labelled, self.true)

    def comparison(self, name: str) -> Comparison:
        """Return the agreement with the gold in one respect, by a name in `COMPARED`."""
        return self.compared.get(name, Comparison())

    def figure(self, measure: str) -> float | None:
        """Return a figure by its name in `MEASURES`; `None` when there was nothing to measure."""
        name, _, part = measure.partition(".")
        figure: float | None = getattr(self.comparison(name), part) if part else getattr(self, name)
        return figure

    def figures(self, measures: Iterable[str] = MEASURES) -> dict[str, float | None]:
        """Return figures by name in the requested order, by default all."""
        return {measure: self.figure(measure) for measure in measures}


def _share(part: int, whole: int) -> float | None:
    return round(part / whole, 4) if whole else None
