from __future__ import annotations

import pytest

from kg.extract.grammar.repair.word_classes import mend_headline, mend_nouns
from kg.extract.grammar.syntax import Function
from kg.extract.resources import Resources
from tests.extract.reading import parse, word


def test_a_description_after_a_copula_is_a_noun(french: Resources) -> None:
    sentence = mend_nouns(parse("Bravane est cliente de Nordalia.", french), french.lexicon)
    assert word(sentence, "cliente").pos == "NOUN"
    assert word(sentence, "Nordalia").function is Function.OBLIQUE


def test_a_bare_noun_after_a_name_and_a_comma_is_its_apposition(french: Resources) -> None:
    sentence = mend_nouns(parse("Nordalia, rival de Bravane, recrute.", french), french.lexicon)
    assert word(sentence, "rival").function is Function.APPOSITION


@pytest.mark.parametrize(("participle", "noun"), [("menée", "levée de fonds"), ("apportés", "30 millions d'euros")])
def test_a_participle_after_an_amount_is_about_what_it_agrees_with(
    french: Resources, participle: str, noun: str
) -> None:
    text = f"Nordalia annonce une levée de fonds de 30 millions d'euros {participle} par Kerlan Capital."
    sentence = mend_nouns(parse(text, french), french.lexicon)
    head = sentence.head(word(sentence, participle))
    assert head is not None
    assert head.text == noun


def test_a_headline_without_a_verb_gets_the_one_between_its_names(french: Resources) -> None:
    sentence = mend_headline(parse("Nordalia concurrence Bravane.", french))
    verb = word(sentence, "concurrence")
    assert (verb.pos, verb.lemma, verb.function) == ("VERB", "concurrencer", Function.ROOT)
    assert [w.text for w in sentence.children(verb, Function.SUBJECT, Function.OBJECT)] == ["Nordalia", "Bravane"]


def test_a_sentence_with_a_verb_is_left_as_it_is(french: Resources) -> None:
    sentence = parse("La concurrence de Bravane inquiète Nordalia.", french)
    assert mend_headline(sentence) is sentence


def test_the_last_of_two_titles_is_joined_to_the_first(french: Resources) -> None:
    sentence = parse("En ce vendredi, Anne Kerlan, cofondatrice et CEO de Nordalia, a le sourire.", french)
    head = sentence.head(word(sentence, "CEO"))
    assert head is not None
    assert head.text == "cofondatrice"


def test_a_nationality_before_a_name_belongs_to_the_name(french: Resources) -> None:
    sentence = parse("Nordalia a racheté le canadien Bravane.", french)
    assert word(sentence, "Bravane").function is Function.OBJECT
    assert word(sentence, "canadien").function is Function.MODIFIER


def test_a_participle_goes_on_telling_of_an_apposition(french: Resources) -> None:
    sentence = parse("Le site sera géré par Bravane, filiale de Nordalia, dirigée par Anne Kerlan.", french)
    head = sentence.head(word(sentence, "dirigée"))
    assert head is not None
    assert head.text == "filiale"
