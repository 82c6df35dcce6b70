"""Decisions of people on names: two are the same entity, or are not; each is a line in a Turtle file they own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from kg.errors import OntologyError
from kg.ontology.turtle_reader import KG, Description, read_turtle

__all__ = ["Decision", "is_iri", "read_decisions"]

RDFS = "http://www.w3.org/2000/01/rdf-schema#"

_SAME, _DIFFERENT = "Same", "Different"
_ADVICE = 'write `[] a kg:Same ; kg:name "One", "Other" .`, or kg:Different'


@dataclass(frozen=True, slots=True)
class Decision:
    """Two names or IRIs that a person has decided to be the same entity, or different ones.

    Attributes:
        same: whether they are the same.
        ends: the two as written, sorted; an IRI begins with `http`.
        because: why, in that person's words; may be empty.
        place: file and line; the file name alone where the line is unknown.
    """

    same: bool
    ends: tuple[str, str]
    because: str = ""
    place: str = ""

    def told(self) -> str:
        """Return the decision in words, with its place and reason.

        >>> Decision(True, ("Kerlan", "Norvane"), "one register number", "names.ttl:4").told()
        'decided: same (names.ttl:4): one register number'
        """
        place = f" ({self.place})" if self.place else ""
        because = f": {self.because}" if self.because else ""
        return f"decided: {'same' if self.same else 'different'}{place}{because}"


def is_iri(end: str) -> bool:
    """Return whether an end of a decision is an IRI rather than a name."""
    return re.fullmatch(r"https?://\S+", end) is not None


def read_decisions(path: Path | None) -> tuple[Decision, ...]:
    """Return the decisions of a file, in its order; none without a file.

    Raises:
        OntologyError: the file cannot be read, its Turtle is wrong, or it holds anything but decisions on two names.
    """
    if path is None:
        return ()
    described = list(read_turtle(path).descriptions.values())
    lines = _lines(path)
    # Blank nodes have no name to search for; they come in file order, one for each line that opens one.
    places = [f":{line}" for line in lines] if len(lines) == len(described) else [""] * len(described)
    return tuple(_decision(one, path.name + place) for one, place in zip(described, places, strict=True))


def _lines(path: Path) -> list[int]:
    text = path.read_text(encoding="utf-8-sig")
    opening = re.compile(rf"[^#\"']*\ba\s+kg:({_SAME}|{_DIFFERENT})\b")
    return [number for number, line in enumerate(text.splitlines(), start=1) if opening.match(line)]


def _decision(described: Description, place: str) -> Decision:
    kinds = [kind for kind in (_SAME, _DIFFERENT) if described.is_a(KG + kind)]
    if len(kinds) != 1:
        raise OntologyError("is no kg:Same and no kg:Different", where=place, advice=_ADVICE)
    for predicate in described.properties:
        if predicate.startswith(KG) and predicate not in {KG + "name", KG + "thing"}:
            known = f"unknown key kg:{predicate.removeprefix(KG)}"
            raise OntologyError(known, where=place, advice="use kg:name for a name and kg:thing for an IRI")
    ends = sorted(_ends(described))
    if len(ends) != 2 or not all(end.strip() for end in ends):
        raise OntologyError(f"decides of {len(ends)} names, not of two", where=place, advice=_ADVICE)
    because = " ".join(described.text(RDFS + "comment").split())
    return Decision(kinds[0] == _SAME, (ends[0], ends[1]), because, place)


def _ends(described: Description) -> Iterator[str]:
    yield from (" ".join(name.split()) for name in described.texts(KG + "name"))
    yield from described.iris(KG + "thing")
