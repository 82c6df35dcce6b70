from __future__ import annotations

import pytest

from kg.extract.grammar.syntax import Function
from kg.extract.resources import Resources
from tests.extract.reading import parse, word


@pytest.mark.parametrize(
    ("text", "main"),
    [
        ("Fondée en 2015 par Anne Kerlan, Nordalia fabrique des batteries.", "fabrique"),
        ("Pour construire le campus, Nordalia a levé 40 millions d'euros.", "levé"),
    ],
)
def test_the_main_verb_follows_a_clause_without_a_subject(french: Resources, text: str, main: str) -> None:
    assert word(parse(text, french), main).function is Function.ROOT


def test_the_main_verb_follows_a_participle_between_commas(english: Resources) -> None:
    sentence = parse("Kerlan, acquired last year by Nordalia, makes chips.", english)
    assert word(sentence, "makes").function is Function.ROOT
    assert word(sentence, "acquired").function is Function.PARTICIPLE
