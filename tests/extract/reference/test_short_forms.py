from __future__ import annotations

import pytest

from kg.extract.reference.short_forms import ShortForms, is_acronym

FORMS = ShortForms(
    language="en",
    left_out=frozenset({"inc", "group", "groupe", "capital", "energy", "campus"}),
    common=frozenset({"the", "inc", "group", "capital", "energy", "bank", "european", "airlines"}),
    given=frozenset({"anne"}),
)


def short_forms(name: str) -> list[str]:
    return [short for short, _ in FORMS.of(name)]


@pytest.mark.parametrize(
    ("name", "shorter"),
    [
        ("Kerlan Capital, Inc.", ["kerlan", "kerlan capital"]),
        ("KERLAN Energy", ["kerlan"]),
        ("Blue Owl Energy", ["blue owl"]),
        ("Groupe Kerlan", ["kerlan"]),
        ("Kerlan Campus 2", ["kerlan campus"]),
        ("Anne Kerlan", ["kerlan"]),
        ("Anne de Kerlan", ["kerlan", "de kerlan"]),
        ("Anne J. Kerlan", ["kerlan", "j kerlan", "anne kerlan"]),
        ("Jorun Kerlan", ["kerlan"]),
        ("Anne-Marie Kerlan", ["kerlan"]),
    ],
)
def test_a_short_form_leaves_out_what_tells_nothing(name: str, shorter: list[str]) -> None:
    assert short_forms(name) == shorter


@pytest.mark.parametrize(
    "name",
    [
        "Kerlan Cloud",
        "Kerlan Design Center",
        "Kerlan K12",
        "European Airlines",
        "The European Bank",
        "Capital",
        "",
        "—",
    ],
)
def test_what_tells_one_from_another_is_never_left_out(name: str) -> None:
    assert short_forms(name) == []


@pytest.mark.parametrize(
    ("name", "other", "agrees"),
    [
        ("Kerlan", "Kerlan Group", True),
        ("KERLAN", "Kerlan", True),
        ("Valbrune Kerlan Nord", "VKN", True),
        ("Kerlan Group", "Kerlan Energy", False),
        ("Kerlan", "Bravane", False),
    ],
)
def test_two_longer_forms_of_one_name_are_two(name: str, other: str, agrees: bool) -> None:
    assert FORMS.agree(name, other) is agrees


@pytest.mark.parametrize(("word", "is_one"), [("VKN", True), ("KN", False), ("V", False)])
def test_initials_of_all_long_words_are_an_acronym(word: str, is_one: bool) -> None:
    assert is_acronym(word, ["Valbrune de Kerlan Nord"]) is is_one
