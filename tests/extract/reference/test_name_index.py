from __future__ import annotations

from itertools import permutations

from kg.extract.names.name_classes import is_short_form
from kg.extract.reference.name_index import Namesakes

NAMES = (
    "Kerlan",
    "Kerlan Capital",
    "Kerlan Capital Partners",
    "Anne Kerlan",
    "KERLAN",
    "Kerlan K12",
    "Kerlan 2",
    "GVN",
    "Groupe Valbrune Nord",
    "Groupe",
    "Capital",
    "GV",
    "Énergie de Bravane",
    "Bravane",
    "—",
    "",
)


def namesakes(*names: str) -> Namesakes:
    """Return the namesakes of entities that go by one name each, numbered from 0."""
    found = Namesakes()
    for key, name in enumerate(names):
        found.add(key, name)
    return found


def test_akin_are_those_of_which_one_is_a_short_form() -> None:
    assert [
        (name, other)
        for name, other in permutations(NAMES, 2)
        if bool(namesakes(other).akin(name)) != is_short_form(name, [other])
    ] == []


def test_the_same_spelling_is_found_without_case_and_accents() -> None:
    assert namesakes("Énergie Bravane", "Kerlan", "ENERGIE-BRAVANE").called("Energie Bravane") == [0, 2]


def test_a_name_that_nobody_bears_finds_nobody() -> None:
    assert (namesakes("Kerlan").called("Bravane"), namesakes("Kerlan").akin("Bravane")) == ([], [])


def test_an_entity_may_go_by_several_names() -> None:
    found = namesakes("Kerlan Capital")
    found.add(0, "Bravane Nord")
    assert (found.akin("Kerlan"), found.akin("Bravane")) == ([0], [0])
