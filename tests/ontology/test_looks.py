"""Whether what the ontology draws can be told apart by every eye.

Shape tells entities apart, so that colour is never needed. Values may share a shape when a unit stands in it; their
colours then differ also for eyes that miss one kind of cone, as simulated with the matrices of Machado, Oliveira and
Fernandes, "A Physiologically-based Model for Simulation of Color Vision Deficiency" (2009), at full severity.
"""

from __future__ import annotations

from itertools import combinations

import pytest

from kg.config import find_ontology
from kg.ontology import read_ontology
from kg.ontology.schema import Ontology, OntologyClass

EYES = {
    "no red": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "no green": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.01182, 0.04294, 0.968881)),
    "no blue": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.3039)),
}
TO_XYZ = ((0.4124, 0.3576, 0.1805), (0.2126, 0.7152, 0.0722), (0.0193, 0.1192, 0.9505))
WHITE = (0.9505, 1.0, 1.089)
BARE_NUMBERS = {"year", "count"}
APART = 12.0

Triple = tuple[float, ...]


@pytest.fixture(scope="module")
def ontology() -> Ontology:
    return read_ontology(find_ontology())


def times(matrix: tuple[Triple, ...], triple: Triple) -> Triple:
    return tuple(sum(part * value for part, value in zip(row, triple, strict=True)) for row in matrix)


def linear(colour: str) -> Triple:
    shares = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return tuple(share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares)


def lab(rgb: Triple) -> Triple:
    """Return the colour in CIELAB, where equal distances look about equally large."""
    shares = (value / white for value, white in zip(times(TO_XYZ, rgb), WHITE, strict=True))
    x, y, z = (share ** (1 / 3) if share > 0.008856 else 7.787 * share + 16 / 116 for share in shares)
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def seen(colour: str, eye: str) -> Triple:
    return lab(tuple(min(1.0, max(0.0, part)) for part in times(EYES[eye], linear(colour))))


def distance(one: Triple, other: Triple) -> float:
    return float(sum((a - b) ** 2 for a, b in zip(one, other, strict=True)) ** 0.5)


def drawn(ontology: Ontology) -> list[OntologyClass]:
    """Return the classes that have a node; values that are words have none."""
    classes = [ontology.classes[name] for name in sorted(ontology.classes)]
    return [one for one in classes if one.shape and not (one.kind and one.shape == "text")]


def alike(ontology: Ontology) -> list[tuple[OntologyClass, OntologyClass]]:
    """Return the pairs of one shape, filled or open alike: entities are filled, values are open."""
    pairs = combinations(drawn(ontology), 2)
    return [(a, b) for a, b in pairs if (a.shape, bool(a.kind)) == (b.shape, bool(b.kind))]


def test_no_two_classes_of_entities_share_a_shape(ontology: Ontology) -> None:
    assert [(a.name, b.name) for a, b in alike(ontology) if not a.kind] == []


def test_numbers_that_have_no_unit_differ_in_shape(ontology: Ontology) -> None:
    assert [(a.name, b.name) for a, b in alike(ontology) if {a.kind, b.kind} <= BARE_NUMBERS] == []


@pytest.mark.parametrize("eye", EYES)
def test_colours_within_a_shape_stay_apart(ontology: Ontology, eye: str) -> None:
    near = [
        (a.name, b.name)
        for a, b in alike(ontology)
        if a.colour != b.colour and distance(seen(a.colour, eye), seen(b.colour, eye)) < APART
    ]
    assert near == []


def test_what_shares_shape_and_colour_is_told_by_its_unit(ontology: Ontology) -> None:
    same = {kind for a, b in alike(ontology) if a.colour == b.colour for kind in (a.kind, b.kind)}
    assert same & BARE_NUMBERS == set()


def test_each_modality_has_a_stroke_of_its_own(ontology: Ontology) -> None:
    lines = [style.line for style in ontology.modalities.values()]
    assert (len(set(lines)), len(lines)) == (4, 4)
