"""Which entity a description means: what was introduced, before what is only spoken of in general."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.model import Extraction

Extract = Callable[[str, str], Extraction]


def subjects(extraction: Extraction, relation: str) -> list[str]:
    """Return the mentions of the entities that are the subject of a relation, and all their names."""
    return [
        " ".join(sorted({one.subject.mention.text, one.subject.label, *one.subject.target.names}))  # type: ignore[union-attr]
        for one in extraction.statements
        if one.relation == relation
    ]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (
            (
                "L'objectif de Nordalia : fournir l'infrastructure nécessaire à l'IA. Nordalia bâtit un campus à Lille."
                " Le site coûtera 3 milliards d'euros."
            ),
            "fr",
        ),
        (
            (
                "Nordalia's aim is to supply the infrastructure that AI needs. Nordalia is building a campus in Leeds."
                " The site will cost $3 billion."
            ),
            "en",
        ),
    ],
)
def test_what_stands_under_an_aim_is_no_entity_that_the_site_can_mean(
    extract: Extract, text: str, language: str
) -> None:
    (names,) = subjects(extract(text, language), "cost")
    assert "campus" in names
    assert "infrastructure" not in names


def test_two_sites_of_two_towns_are_two(extract: Extract) -> None:
    found = extract("Nordalia builds a plant in Leeds. Bravane builds a plant in York.", "en")
    assert len({one.object.target for one in found.statements if one.relation == "builds"}) == 2


def test_another_site_is_another(extract: Extract) -> None:
    found = extract("Nordalia builds a plant in Leeds. Nordalia will build a second plant in Leeds.", "en")
    assert len({one.object.target for one in found.statements if one.relation == "builds"}) == 2


def test_a_name_that_two_entities_have_is_a_name_of_neither(extract: Extract) -> None:
    found = extract("Nordalia builds a campus in Lille. Bravane builds a campus in Brest.", "en")
    names = {one.object.target.names for one in found.statements if one.relation == "builds"}  # type: ignore[union-attr]
    assert all("campus" not in some for some in names)
