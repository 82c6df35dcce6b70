from __future__ import annotations

import pytest

from kg.extract.language import detect_language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Nordalia a levé des fonds pour le campus de Valbrune.", "fr"),
        ("Nordalia has raised money for the campus in Valbrune.", "en"),
        ("NORDALIA A LEVÉ DES FONDS POUR LE CAMPUS", "fr"),
        ("Nordalia Kerlan Bravane", ""),
        ("", ""),
        ("12 345 🚀", ""),
    ],
)
def test_the_commonest_words_tell_the_language(text: str, language: str) -> None:
    assert detect_language(text) == language


def test_as_many_words_of_both_tell_nothing() -> None:
    assert detect_language("the campus, le campus") == ""
