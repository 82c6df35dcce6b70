"""How sure a statement is, from how its ends were found."""

from __future__ import annotations

from kg.extract.arguments import Filler
from kg.model import Value

__all__ = ["confidence_of"]

_START = 0.97
# What each way of finding an end takes away: a name is sure, salience is a preference, the topic a guess.
_DOUBT = {"name": 0.0, "value": 0.0, "grammar": 0.02, "description": 0.05, "salience": 0.12, "topic": 0.2}


def confidence_of(subject: Filler, obj: Filler) -> float:
    """Return the confidence of a statement between 0 and 1, with two decimals."""
    doubt = _DOUBT[subject.how] + _DOUBT[obj.how]
    if isinstance(obj.target, Value) and obj.target.inferred:
        doubt += 0.05
    return round(_START - doubt, 2)
