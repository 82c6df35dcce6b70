from __future__ import annotations

from kg.extract.reference.name_index import Namesakes
from kg.extract.reference.short_forms import ShortForms

FORMS = ShortForms("en", frozenset({"capital"}), frozenset({"capital"}), frozenset({"anne"}))


def namesakes(*names: str) -> Namesakes:
    """Return the namesakes of entities that go by one name each, numbered from 0."""
    found = Namesakes(FORMS)
    for key, name in enumerate(names):
        found.add(key, name)
    return found


def akin(found: Namesakes, name: str, *, persons: tuple[int, ...] = ()) -> list[int]:
    return found.akin(name, lambda key: key in persons)


def test_akin_are_longer_and_shorter_forms_and_initials() -> None:
    assert akin(namesakes("Kerlan Capital", "Bravane", "Anne Kerlan"), "Kerlan") == [0, 2]
    assert akin(namesakes("Kerlan", "Capital", "Kerlan"), "Kerlan Capital") == [0, 2]
    assert akin(namesakes("Valbrune Kerlan Nord"), "VKN") == [0]


def test_what_is_left_out_is_no_name_of_another_unless_of_a_person() -> None:
    found = namesakes("Kerlan", "Kerlan Azurra")
    assert (akin(found, "Azurra"), akin(found, "Azurra", persons=(1,))) == ([], [1])


def test_the_same_spelling_is_found_without_case_and_accents() -> None:
    assert namesakes("Énergie Bravane", "Kerlan", "ENERGIE-BRAVANE").called("Energie Bravane") == [0, 2]


def test_a_name_that_nobody_bears_finds_nobody() -> None:
    assert (namesakes("Kerlan").called("Bravane"), akin(namesakes("Kerlan"), "Bravane")) == ([], [])


def test_an_entity_may_go_by_several_names() -> None:
    found = namesakes("Kerlan Capital")
    found.add(0, "Bravane Capital")
    assert (akin(found, "Kerlan"), akin(found, "Bravane")) == ([0], [0])
