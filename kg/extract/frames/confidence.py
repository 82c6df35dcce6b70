"""The confidence of a statement, from how its arguments were found, and the explanation in steps."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kg.extract.frames.arguments import Filler
from kg.model import Step, Value

__all__ = ["confidence_of", "explain_confidence", "steps_of"]

_START = 0.97
# The penalty for each way of finding an argument, estimated from error rates on annotated articles: names and what
# grammar ties to them are certain, unnamed entities less so, salience is a preference, the topic a guess.
_DOUBT = {"name": 0.0, "value": 0.0, "grammar": 0.01, "description": 0.08, "salience": 0.12, "topic": 0.25}
_WORDS = {
    "grammar": "a description that grammar ties to a name",
    "description": "a description without a name",
    "salience": "a reference to what is most present",
    "topic": "left open by the grammar, and filled with what the text is about",
}
_FAR = 0.12
_UNCLASSIFIED = 0.04
_INFERRED = 0.05
_LEAST = 0.3


def confidence_of(subject: Filler, obj: Filler) -> float:
    """Return the confidence of a statement between 0 and 1, with two decimals."""
    return round(max(_LEAST, _START - sum(doubt for doubt, _ in _doubts(subject, obj))), 2)


def explain_confidence(subject: Filler, obj: Filler) -> Step:
    """Return the step that explains the confidence: each penalty and its reason."""
    penalties = "".join(f" − {doubt:.2f} ({why})" for doubt, why in _doubts(subject, obj))
    whole = penalties or " (both ends are named or are amounts)"
    return Step("confidence", f"{_START:.2f}{whole}")


def steps_of(fillers: Mapping[str, Filler]) -> Iterator[Step]:
    """Return for each argument or qualifier its grammatical path, and why the words refer to it."""
    for end, filler in fillers.items():
        if filler.path:
            yield Step(end, filler.path, filler.mention.span)
        if filler.step:
            yield Step(end, filler.step, filler.mention.span)


def _doubts(subject: Filler, obj: Filler) -> Iterator[tuple[float, str]]:
    for end, filler in (("subject", subject), ("object", obj)):
        if _DOUBT[filler.how]:
            yield _DOUBT[filler.how], f"the {end} is {_WORDS[filler.how]}"
        if filler.far:
            yield _FAR, f"the {end} stands with another word than the one that states the relation"
        if filler.untold:
            yield _UNCLASSIFIED, f"nothing tells what kind of thing the {end} is"
    if isinstance(obj.target, Value) and obj.target.inferred:
        yield _INFERRED, f"the {obj.target.inferred} of the object is inferred"
