from __future__ import annotations

import pytest

from kg.extract.resources import Resources
from kg.model import Span


def names(text: str, resources: Resources) -> list[str]:
    return [name.text for name in resources.names.find(text, [Span(0, len(text))], [])]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The Bank for Trade and Development lends it.", ["Bank for Trade and Development"]),
        ("It met the Ministry of Water and Forests.", ["Ministry of Water and Forests"]),
        ("Coal and Solar Power Corporation paid.", ["Coal and Solar Power Corporation"]),
        ("Nordalia and Power Corporation paid.", ["Nordalia", "Power Corporation"]),
        ("Microsoft and Power Corporation paid.", ["Microsoft", "Power Corporation"]),
    ],
)
def test_what_and_joins_belongs_to_a_body_if_it_is_no_name(text: str, found: list[str], english: Resources) -> None:
    assert names(text, english) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Il a vendu les Éditions du Sud.", ["Éditions du Sud"]),
        ("La Caisse centrale de réassurance a payé.", ["Caisse centrale de réassurance"]),
    ],
)
def test_a_french_body_goes_on_in_small_letters(text: str, found: list[str], french: Resources) -> None:
    assert names(text, french) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Dominique de Kerlan parle.", ["Dominique de Kerlan"]),
        ("Bruno Le Maire parle au Maire Paul Orsane.", ["Bruno Le Maire", "Paul Orsane"]),
        ("Le groupe de Lille parle.", ["Lille"]),
    ],
)
def test_small_particles_belong_to_a_surname(text: str, found: list[str], french: Resources) -> None:
    assert names(text, french) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It met Doña Ana County in May.", ["Doña Ana County"]),
        ("It met the minister Ana Kerlan.", ["Ana Kerlan"]),
        ("She left the Office of the President.", ["Office"]),
    ],
)
def test_a_given_name_opens_a_person_unless_a_place_ends_the_name(
    text: str, found: list[str], english: Resources
) -> None:
    assert names(text, english) == found
