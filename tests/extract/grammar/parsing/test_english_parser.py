from __future__ import annotations

import pytest

from kg.extract.grammar.clauses import is_passive, subjects
from kg.extract.grammar.syntax import Function
from kg.extract.resources import Resources
from tests.extract.reading import parse, word


@pytest.mark.parametrize(
    ("text", "noun", "expected"),
    [
        ("Nordalia leases the campus to Oracle.", "Oracle", "leases to"),
        ("Nordalia was founded by Anne Kerlan.", "Anne Kerlan", "founded by"),
        ("Nordalia builds a plant according to Anne Kerlan.", "Anne Kerlan", "builds according to"),
        ("Nordalia leased a plant of Bravane.", "Bravane", "plant of"),
        ("Kerlan-backed Nordalia builds a plant.", "Kerlan", "backed -"),
    ],
)
def test_a_noun_hangs_on_what_its_preposition_hung_on(english: Resources, text: str, noun: str, expected: str) -> None:
    sentence = parse(text, english)
    found = word(sentence, noun)
    assert found.function is Function.OBLIQUE
    assert f"{sentence.words[found.head].text} {found.case}" == expected


def test_the_attribute_heads_its_clause_and_the_copula_depends_on_it(english: Resources) -> None:
    sentence = parse("Nordalia is a company from Leeds.", english)
    company = word(sentence, "company")
    assert company.function is Function.ROOT
    assert {child.text: child.function for child in sentence.children(company)}["is"] is Function.COPULA
    assert word(sentence, "Nordalia").head == company.index


def test_the_subject_of_a_passive_is_told_from_that_of_an_active_verb(english: Resources) -> None:
    assert word(parse("The campus is leased.", english), "campus").function is Function.PASSIVE_SUBJECT
    assert word(parse("Nordalia leases it.", english), "Nordalia").function is Function.SUBJECT


@pytest.mark.parametrize(
    ("text", "negation"),
    [("Nordalia did not build.", "not"), ("Nordalia didn't build.", "n't"), ("Nordalia never built it.", "never")],
)
def test_negations_are_found(english: Resources, text: str, negation: str) -> None:
    assert word(parse(text, english), negation).function is Function.NEGATION


def test_a_participle_after_its_noun_is_one(english: Resources) -> None:
    sentence = parse("The campus leased by Nordalia opens soon.", english)
    leased = word(sentence, "leased")
    assert (leased.function, sentence.words[leased.head].text) == (Function.PARTICIPLE, "campus")


def test_an_amount_is_one_noun(english: Resources) -> None:
    amount = word(parse("Nordalia raised $30 million.", english), "$30 million")
    assert (amount.pos, amount.function, amount.lemma) == ("NOUN", Function.OBJECT, "#money")


@pytest.mark.parametrize("text", ["Nordalia gave Kerlan Labs access.", "Nordalia paid Kerlan Labs $3 million for it."])
def test_who_is_given_something_is_found_without_a_preposition(english: Resources, text: str) -> None:
    sentence = parse(text, english)
    receiver = word(sentence, "Kerlan Labs")
    assert (receiver.function, receiver.case) == (Function.OBLIQUE, "to")


def test_up_to_an_amount_is_still_the_object(english: Resources) -> None:
    amount = word(parse("The plant will make up to 300 MW.", english), "300 MW")
    assert (amount.function, amount.case) == (Function.OBJECT, "")


@pytest.mark.parametrize(
    "text",
    ["Bravane is majority-owned by Nordalia.", "Bravane is 60% owned by Nordalia.", "Bravane is owned by Nordalia."],
)
def test_a_participle_after_be_is_a_passive(text: str, english: Resources) -> None:
    sentence = parse(text, english)
    verb = word(sentence, "owned")
    assert is_passive(sentence, verb)
    assert [w.text for w in subjects(sentence, verb)] == ["Bravane"]
