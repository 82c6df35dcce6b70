from __future__ import annotations

import pytest

from kg.extract.resources import Resources
from tests.extract.reading import parse, word


@pytest.mark.parametrize(
    ("text", "verb", "lemma"),
    [
        ("La demande doublera en 2030.", "doublera", "doubler"),
        ("L'opération valorise Nordalia à 2 milliards d'euros.", "valorise", "valoriser"),
    ],
)
def test_a_verb_that_the_parser_does_not_know_is_one(french: Resources, text: str, verb: str, lemma: str) -> None:
    found = word(parse(text, french), verb)
    assert (found.pos, found.lemma) == ("VERB", lemma)


def test_a_noun_that_looks_like_a_verb_stays_a_noun(french: Resources) -> None:
    assert word(parse("Une offre de Nordalia est attendue.", french), "offre").pos == "NOUN"
