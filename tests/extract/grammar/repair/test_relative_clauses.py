from __future__ import annotations

import pytest

from kg.extract.resources import Resources
from tests.extract.reading import parse, word


@pytest.mark.parametrize(
    ("text", "verb", "head"),
    [
        ("Nordalia owns a campus near Leeds, which will be leased to Bravane.", "leased", "campus"),
        ("Nordalia owns a campus in Leeds, Texas, which will be leased to Bravane.", "leased", "campus"),
        ("Nordalia owns a campus of Kerlan, which was founded in 2018.", "founded", "Kerlan"),
        ("Nordalia hired a lawyer in Leeds, which was founded in 1207.", "founded", "Leeds"),
    ],
)
def test_an_english_clause_after_a_site_and_its_place_is_about_the_site(
    english: Resources, text: str, verb: str, head: str
) -> None:
    sentence = parse(text, english)
    assert sentence.words[word(sentence, verb).head].text == head


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("Nordalia construit un campus au Texas qui sera alimenté par du gaz.", "alimenté"),
        ("Nordalia possède un campus près de Lille, qui sera loué à Bravane.", "loué"),
    ],
)
def test_a_french_clause_after_a_site_and_its_place_is_about_the_site(french: Resources, text: str, verb: str) -> None:
    sentence = parse(text, french)
    assert sentence.words[word(sentence, verb).head].text == "campus"
