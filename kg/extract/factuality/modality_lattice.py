"""The modality lattice: how the context of a clause changes its modality.

Four ordered values, from done to rejected: asserted, planned, possible, denied. The context of a clause acts on it from
the inside out, in one of three ways: it weakens, governs, or reports it.
"""

from __future__ import annotations

from kg.model import Modality

__all__ = ["govern", "report", "weakest"]

_ORDER = (Modality.ASSERTED, Modality.PLANNED, Modality.POSSIBLE, Modality.DENIED)


def weakest(*modalities: Modality | None) -> Modality:
    """Return the weakest of the modalities; asserted when there is none.

    This is how tense and hedges work: "reportedly will build" is possible, "reportedly refused" still denied.

    >>> weakest(Modality.PLANNED, None, Modality.POSSIBLE)
    <Modality.POSSIBLE: 'possible'>
    """
    return max((m for m in modalities if m), key=_ORDER.index, default=Modality.ASSERTED)


def govern(inner: Modality, outer: Modality) -> Modality:
    """Return the modality of a clause under an operator that has scope over it: a modal, "consider", "refuse", "not".

    A denied denial is possible ("did not rule out"), and so is a possible one ("may cancel").

    >>> govern(Modality.DENIED, Modality.DENIED), govern(Modality.PLANNED, Modality.DENIED)
    (<Modality.POSSIBLE: 'possible'>, <Modality.DENIED: 'denied'>)
    """
    doubted = inner is Modality.DENIED and outer in {Modality.POSSIBLE, Modality.DENIED}
    return Modality.POSSIBLE if doubted else weakest(inner, outer)


def report(content: Modality, speech: Modality) -> Modality:
    """Return the modality of a reported clause, given that of the report: what is not confirmed may still be true.

    >>> report(Modality.ASSERTED, Modality.DENIED)
    <Modality.POSSIBLE: 'possible'>
    """
    return weakest(content, Modality.POSSIBLE if speech is Modality.DENIED else speech)
