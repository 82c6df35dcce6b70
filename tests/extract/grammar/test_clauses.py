from __future__ import annotations

import pytest

from kg.extract.grammar.clauses import antecedent, bearer, is_passive, later_owners, owner, subjects
from kg.extract.resources import Resources
from tests.extract.reading import parse, word


@pytest.mark.parametrize(
    ("text", "verb", "passive"),
    [
        ("The campus is leased to Oracle.", "leased", True),
        ("The campus leased by Nordalia opens soon.", "leased", True),
        ("Nordalia has leased the campus.", "leased", False),
        ("Nordalia leases the campus.", "leases", False),
        ("Nordalia leased the campus.", "leased", False),
    ],
)
def test_voice_in_english(english: Resources, text: str, verb: str, passive: bool) -> None:
    sentence = parse(text, english)
    assert is_passive(sentence, word(sentence, verb)) is passive


@pytest.mark.parametrize(
    ("text", "verb", "passive"),
    [
        ("Le campus est loué à Oracle.", "loué", True),
        ("Le campus loué par Nordalia ouvrira.", "loué", True),
        ("Nordalia a loué le campus.", "loué", False),
        ("Nordalia est entrée au capital.", "entrée", False),
        ("Nordalia loue le campus.", "loue", False),
    ],
)
def test_voice_in_french(french: Resources, text: str, verb: str, passive: bool) -> None:
    sentence = parse(text, french)
    assert is_passive(sentence, word(sentence, verb)) is passive


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("Nordalia builds a plant.", "builds"),
        ("Nordalia wants to build a plant.", "build"),
        ("Nordalia, which builds a plant, is hiring.", "builds"),
        ("Nordalia leased a site and built a plant.", "built"),
        ("Nordalia, which is one of the makers of turbines, has bought Kerlan, and added that it will stay.", "bought"),
    ],
)
def test_the_subject_is_found_over_control_relatives_and_coordination(english: Resources, text: str, verb: str) -> None:
    sentence = parse(text, english)
    assert [found.text for found in subjects(sentence, word(sentence, verb))] == ["Nordalia"]


def test_a_relative_pronoun_stands_for_its_noun(french: Resources) -> None:
    sentence = parse("Nordalia, qui construit une usine, recrute.", french)
    assert antecedent(sentence, word(sentence, "qui"), word(sentence, "construit")).text == "Nordalia"


def test_any_other_word_stands_for_itself(french: Resources) -> None:
    sentence = parse("Nordalia construit une usine.", french)
    assert antecedent(sentence, word(sentence, "usine"), word(sentence, "construit")).text == "usine"


@pytest.mark.parametrize("subject", ["Nordalia", "la société Nordalia"])
def test_a_fronted_possessive_points_to_the_subject_after_the_comma(french: Resources, subject: str) -> None:
    sentence = parse(f"Comme ses rivaux, {subject} recrute des ingénieurs.", french)
    assert [w.text for w in later_owners(sentence, word(sentence, "ses"))] == ["Nordalia"]


def test_whose_stands_for_the_noun_that_its_clause_is_about(english: Resources) -> None:
    sentence = parse("Nordalia, whose founder was Anna Kerlan, is hiring.", english)
    assert owner(sentence, word(sentence, "whose")) == word(sentence, "Nordalia")


def test_a_title_shares_the_place_of_the_name_after_it(english: Resources) -> None:
    sentence = parse("Nordalia is led by chief executive Anna Kerlan.", english)
    assert bearer(sentence, word(sentence, "chief executive")) == word(sentence, "Anna Kerlan")


def test_a_participle_after_a_place_is_about_the_company_there(english: Resources) -> None:
    sentence = parse("Nordalia is a software company based in Lille, founded by Anna Kerlan.", english)
    assert [w.text for w in subjects(sentence, word(sentence, "founded"))] == ["company"]
