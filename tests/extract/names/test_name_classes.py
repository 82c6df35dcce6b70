from __future__ import annotations

import pytest

from kg.extract.names.name_classes import NameClasses

CLASSES = NameClasses({"capital": "Fund", "campus": "Site"}, {"anne": "Person"}, "Place")


@pytest.mark.parametrize(
    ("name", "votes"),
    [
        ("Kerlan Capital", {"Fund": 2}),
        ("Anne Kerlan", {"Person": 2}),
        ("Anne Kerlan Capital", {"Person": 2, "Fund": 2}),
        ("Capital", {}),
        ("Anne", {}),
        ("Capital Kerlan", {"Fund": 1}),
        ("KERLAN CÂMPUS", {"Site": 2}),
    ],
)
def test_the_words_of_a_name_speak_for_its_class(name: str, votes: dict[str, int]) -> None:
    assert CLASSES.votes(name, "", "en") == votes


@pytest.mark.parametrize(("case", "language"), [("near", "en"), ("au sud de", "fr"), ("près de", "fr")])
def test_a_preposition_of_place_speaks_for_a_place(case: str, language: str) -> None:
    assert CLASSES.votes("Valbrune", case, language) == {"Place": 1}


@pytest.mark.parametrize(
    ("case", "language", "maybe"), [("in", "en", True), ("à", "fr", True), ("by", "en", False), ("par", "fr", False)]
)
def test_some_prepositions_stand_before_places_and_others(case: str, language: str, maybe: bool) -> None:
    assert CLASSES.may_be_place(case, language) is maybe
