from __future__ import annotations

import pytest

from kg.extract.grammar.syntax import Function, Sentence
from kg.extract.resources import Resources
from tests.extract.reading import parse, word


def _head(sentence: Sentence, text: str) -> str:
    head = sentence.head(word(sentence, text))
    return "" if head is None else head.text


def test_a_name_heads_what_tells_where_it_is_from(french: Resources) -> None:
    sentence = parse("Le rival canadien de Nordalia est l'Allemand Bravane, qui recrute.", french)
    assert word(sentence, "Allemand").function is Function.MODIFIER
    assert _head(sentence, "Allemand") == "Bravane"


@pytest.mark.parametrize(
    ("text", "participle", "noun"),
    [
        ("Bravane est un éditeur de logiciels fondé par Marc Tissot.", "fondé", "éditeur"),
        ("Bravane est une entreprise de conseil basée à Lyon.", "basée", "entreprise"),
        ("Bravane exploite l'usine du groupe construite par Tavane.", "construite", "usine"),
    ],
)
def test_a_participle_is_about_the_entity_it_agrees_with(
    french: Resources, text: str, participle: str, noun: str
) -> None:
    assert _head(parse(text, french), participle) == noun


def test_a_second_title_is_joined_to_the_first(french: Resources) -> None:
    sentence = parse("Anne Kerlan, cofondatrice et CEO de Nordalia, recrute.", french)
    assert _head(sentence, "CEO") == "cofondatrice"


def test_a_noun_with_a_subject_of_its_own_is_a_verb(french: Resources) -> None:
    sentence = parse("Racheté en 2018 par Orsane, Valbrune compte 300 salariés.", french)
    assert (word(sentence, "compte").pos, word(sentence, "compte").lemma) == ("VERB", "compter")
    assert word(sentence, "salariés").function is Function.OBJECT
