from __future__ import annotations

import pytest

from kg.extract.grammar.syntax import Function
from kg.extract.resources import Resources
from tests.extract.reading import parse, word


@pytest.mark.parametrize(
    ("text", "noun", "case"),
    [
        ("Nordalia loue le campus à Oracle.", "Oracle", "à"),
        ("Nordalia lève 30 millions d'euros auprès de Kerlan Capital.", "Kerlan Capital", "auprès de"),
        ("Le site sera alimenté par du gaz naturel.", "gaz naturel", "par"),
        ("Le site sera alimenté grâce à du gaz naturel.", "gaz naturel", "grâce à"),
        ("Nordalia construit une usine au sud de Lille.", "Lille", "au sud de"),
        ("Nordalia construit une usine près de Lille.", "Lille", "près de"),
    ],
)
def test_a_noun_knows_its_preposition_also_one_of_several_words(
    french: Resources, text: str, noun: str, case: str
) -> None:
    assert word(parse(text, french), noun).case == case


def test_the_future_is_seen_where_the_parser_takes_it_for_a_present(french: Resources) -> None:
    assert word(parse("Nordalia mettra le campus à disposition.", french), "mettra").has("Tense=Fut")


def test_the_subject_of_a_passive_is_told_from_that_of_an_active_verb(french: Resources) -> None:
    passive = parse("Le campus est loué à Oracle.", french)
    active = parse("Nordalia loue le campus.", french)
    assert word(passive, "campus").function is Function.PASSIVE_SUBJECT
    assert word(active, "Nordalia").function is Function.SUBJECT


@pytest.mark.parametrize("particle", ["n'", "pas"])
def test_both_halves_of_a_negation_are_negations(french: Resources, particle: str) -> None:
    sentence = parse("Nordalia n'a pas construit d'usine.", french)
    assert word(sentence, particle).function is Function.NEGATION


def test_a_participle_after_its_noun_is_one(french: Resources) -> None:
    sentence = parse("Le campus loué par Nordalia ouvrira.", french)
    leased = word(sentence, "loué")
    assert (leased.function, sentence.words[leased.head].text) == (Function.PARTICIPLE, "campus")


def test_a_relative_clause_hangs_on_its_noun(french: Resources) -> None:
    sentence = parse("Le campus que Nordalia loue à Oracle ouvrira.", french)
    loue = word(sentence, "loue")
    assert (loue.function, sentence.words[loue.head].text) == (Function.RELATIVE, "campus")


def test_a_name_keeps_its_words_as_lemma(french: Resources) -> None:
    name = word(parse("Nous finançons Kerlan Capital.", french), "Kerlan Capital")
    assert (name.lemma, name.pos) == ("Kerlan Capital", "PROPN")


def test_a_participle_in_a_comparison_is_no_verb(french: Resources) -> None:
    assert word(parse("Le site est plus grand que prévu.", french), "prévu").pos == "ADV"


def test_ever_denies_nothing_without_its_other_half(french: Resources) -> None:
    sentence = parse("C'est le plus grand parc jamais construit par Nordalia.", french)
    assert all(w.function is not Function.NEGATION for w in sentence.words)
