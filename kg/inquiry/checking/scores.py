"""The counts of an evaluation and the figures that follow from them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields

__all__ = ["BETTER_LOW", "MEASURES", "Tally"]

MEASURES = ("precision", "recall", "strict", "f1", "modality_accuracy", "hedged_as_fact", "swapped")
"""The figures that are shares, by the names of their properties."""

BETTER_LOW = ("hedged_as_fact", "swapped")
"""Those of them that count faults."""


@dataclass(frozen=True, slots=True)
class Tally:
    """What was counted in one or more articles; tallies can be added.

    Attributes:
        required, found: gold facts that must be found, and those that were.
        true, false: our statements that match a gold statement, and those that match none.
        certain: true ones that match a required gold statement.
        modal: true ones with the gold's modality.
        hedged: true ones that say asserted where the gold says planned, possible or denied.
        swaps: false ones that would match with subject and object exchanged.
        relations: by relation, how many facts were found and required.
    """

    required: int = 0
    found: int = 0
    true: int = 0
    false: int = 0
    certain: int = 0
    modal: int = 0
    hedged: int = 0
    swaps: int = 0
    relations: Mapping[str, tuple[int, int]] = field(default_factory=dict)

    def __add__(self, other: Tally) -> Tally:
        names = [one.name for one in fields(self) if one.name != "relations"]
        relations = {
            name: (
                self.relations.get(name, (0, 0))[0] + other.relations.get(name, (0, 0))[0],
                self.relations.get(name, (0, 0))[1] + other.relations.get(name, (0, 0))[1],
            )
            for name in sorted({*self.relations, *other.relations})
        }
        return Tally(**{name: getattr(self, name) + getattr(other, name) for name in names}, relations=relations)

    @property
    def precision(self) -> float | None:
        """The share of our statements that are true; `None` when there are none."""
        return _share(self.true, self.true + self.false)

    @property
    def recall(self) -> float | None:
        """The share of the required facts that were found."""
        return _share(self.found, self.required)

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

    def as_record(self) -> dict[str, float | int | None]:
        """Return the figures and the main counts, by name, in a fixed order."""
        counts = {"found": self.found, "required": self.required, "true": self.true, "false": self.false}
        return {**{name: getattr(self, name) for name in MEASURES}, **counts}


def _share(part: int, whole: int) -> float | None:
    return round(part / whole, 4) if whole else None
