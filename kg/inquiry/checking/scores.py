"""The counts of an evaluation and the figures that follow from them."""

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
"""The figures of a tally that are one share each, by the names of their properties."""

COMPARED = ("dates", "amounts", "attribution", "identity_within", "identity_across")
"""What has a precision and a recall of its own: three qualifiers of true statements, and the identity of their ends."""

MEASURES = (*SHARES, *(f"{name}.{figure}" for name in COMPARED for figure in ("precision", "recall")))
"""All figures, by the names that `Tally.figure` takes."""

BETTER_LOW = ("hedged_as_fact", "swapped")
"""Those of them that count faults."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """How many answers were given, how many were wanted, and how many are right; comparisons can be added."""

    right: int = 0
    given: int = 0
    wanted: int = 0

    def __add__(self, other: Comparison) -> Comparison:
        return Comparison(self.right + other.right, self.given + other.given, self.wanted + other.wanted)

    def __sub__(self, other: Comparison) -> Comparison:
        return Comparison(self.right - other.right, self.given - other.given, self.wanted - other.wanted)

    @property
    def precision(self) -> float | None:
        """The share of the given answers that are right; `None` when none was given."""
        return _share(self.right, self.given)

    @property
    def recall(self) -> float | None:
        """The share of the wanted answers that were given; `None` when none was wanted."""
        return _share(self.right, self.wanted)


@dataclass(frozen=True, slots=True)
class Tally:
    """What was counted in one or more articles; tallies can be added.

    Attributes:
        required, found: gold facts that must be found, and those that were.
        complete: facts that were found with their modality, amount and date.
        true, false: our statements that match a gold statement, and those that match none.
        certain: true ones that match a required gold statement.
        modal: true ones with the gold's modality.
        hedged: true ones that say asserted where the gold says planned, possible or denied.
        labelled: true ones whose ends show a name that fits the gold's.
        swaps: false ones that would match with subject and object exchanged.
        relations: by relation, how many facts were found and required.
        compared: by the names in `COMPARED`, what agrees with the gold.
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
        """The share of our statements that are true; `None` when there are none."""
        return _share(self.true, self.true + self.false)

    @property
    def recall(self) -> float | None:
        """The share of the required facts that were found."""
        return _share(self.found, self.required)

    @property
    def whole(self) -> float | None:
        """The share of the required facts that were found with their modality, amount and date."""
        return _share(self.complete, self.required)

    @property
    def strict(self) -> float | None:
        """The precision when only required gold statements make one true: a lower bound."""
        return _share(self.certain, self.true + self.false)

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall; 0 when one of them is nothing."""
        precision, recall = self.precision, self.recall
        return round(2 * precision * recall / (precision + recall), 4) if precision and recall else 0.0

    @property
    def modality_accuracy(self) -> float | None:
        """The share of the true statements that have the gold's modality."""
        return _share(self.modal, self.true)

    @property
    def hedged_as_fact(self) -> float | None:
        """The share of the true statements that make a fact of what the gold says is none."""
        return _share(self.hedged, self.true)

    @property
    def swapped(self) -> float | None:
        """The share of our statements that are right but for their direction."""
        return _share(self.swaps, self.true + self.false)

    @property
    def labels(self) -> float | None:
        """The share of the true statements whose ends show a name that fits the gold's."""
        return _share(self.labelled, self.true)

    def comparison(self, name: str) -> Comparison:
        """Return what agrees with the gold in one respect, by a name in `COMPARED`."""
        return self.compared.get(name, Comparison())

    def figure(self, measure: str) -> float | None:
        """Return a figure by its name in `MEASURES`; `None` when nothing was there to measure."""
        name, _, part = measure.partition(".")
        figure: float | None = getattr(self.comparison(name), part) if part else getattr(self, name)
        return figure

    def figures(self, measures: Iterable[str] = MEASURES) -> dict[str, float | None]:
        """Return figures by name in the order asked for, all unless told otherwise."""
        return {measure: self.figure(measure) for measure in measures}


def _share(part: int, whole: int) -> float | None:
    return round(part / whole, 4) if whole else None
