from __future__ import annotations

import pytest

from kg.extract.factuality.modality_lattice import govern, report, weakest
from kg.model import Modality

ASSERTED, PLANNED, POSSIBLE, DENIED = Modality


@pytest.mark.parametrize(
    ("several", "expected"),
    [((), ASSERTED), ((None,), ASSERTED), ((PLANNED, DENIED, ASSERTED), DENIED), ((PLANNED, POSSIBLE), POSSIBLE)],
)
def test_the_weakest_of_several_holds(several: tuple[Modality | None, ...], expected: Modality) -> None:
    assert weakest(*several) == expected


@pytest.mark.parametrize("inner", Modality)
def test_what_is_asserted_above_leaves_a_clause_as_it_is(inner: Modality) -> None:
    assert (govern(inner, ASSERTED), report(inner, ASSERTED)) == (inner, inner)


@pytest.mark.parametrize("inner", [ASSERTED, PLANNED, POSSIBLE])
def test_a_denial_denies_all_but_a_denial(inner: Modality) -> None:
    assert (govern(inner, DENIED), govern(DENIED, DENIED)) == (DENIED, POSSIBLE)


def test_a_possible_denial_is_possible_and_a_planned_one_a_denial() -> None:
    assert (govern(DENIED, POSSIBLE), govern(DENIED, PLANNED)) == (POSSIBLE, DENIED)


def test_what_is_not_confirmed_is_possible_unless_denied() -> None:
    assert (report(PLANNED, DENIED), report(DENIED, DENIED)) == (POSSIBLE, DENIED)
