from __future__ import annotations

import pytest

from kg.extract.grammar.coordination import coordinated, examples
from kg.extract.resources import Resources
from tests.extract.reading import parse, word


@pytest.mark.parametrize("first", ["Kerlan", "Bravane", "Solvigne"])
def test_names_in_a_list_belong_together_whichever_is_asked(french: Resources, first: str) -> None:
    sentence = parse("Kerlan, Bravane et Solvigne financent Nordalia.", french)
    found = [w.text for w in coordinated(sentence, word(sentence, first), french.cues)]
    assert found == ["Kerlan", "Bravane", "Solvigne"]


def test_a_list_ends_after_the_name_behind_its_conjunction(english: Resources) -> None:
    sentence = parse("Kerlan and Bravane fund Nordalia and Solvigne.", english)
    assert [w.text for w in coordinated(sentence, word(sentence, "Kerlan"), english.cues)] == ["Kerlan", "Bravane"]


def test_names_with_a_comma_alone_are_no_list(english: Resources) -> None:
    sentence = parse("We saw Kerlan, Bravane paid.", english)
    assert [w.text for w in coordinated(sentence, word(sentence, "Kerlan"), english.cues)] == ["Kerlan"]


def test_common_nouns_are_coordinated_by_the_parse(english: Resources) -> None:
    sentence = parse("Cats, dogs and birds pay.", english)
    assert [w.text for w in coordinated(sentence, word(sentence, "Cats"), english.cues)] == ["Cats", "dogs", "birds"]


@pytest.mark.parametrize("marker", ["such as", "including"])
def test_a_noun_announces_names_as_examples(english: Resources, marker: str) -> None:
    sentence = parse(f"It serves customers {marker} Oracle, Bravane and Solvigne.", english)
    found = [w.text for w in examples(sentence, word(sentence, "customers"), english.cues)]
    assert found == ["Oracle", "Bravane", "Solvigne"]


@pytest.mark.parametrize("marker", ["comme", "tels que", "notamment", "dont"])
def test_a_french_noun_announces_names_as_examples(french: Resources, marker: str) -> None:
    sentence = parse(f"Elle sert des clients {marker} Oracle, Bravane ou Solvigne.", french)
    found = [w.text for w in examples(sentence, word(sentence, "clients"), french.cues)]
    assert found == ["Oracle", "Bravane", "Solvigne"]


def test_a_name_announces_nothing(english: Resources) -> None:
    sentence = parse("Nordalia, such as Oracle, pays.", english)
    assert list(examples(sentence, word(sentence, "Nordalia"), english.cues)) == []


@pytest.mark.parametrize(
    "text",
    [
        "Its customers include Bravane and Solvigne.",
        "Its customers are Bravane and Solvigne.",
        "Nordalia counts Bravane and Solvigne among its customers.",
        "Among its customers are Bravane and Solvigne.",
    ],
)
def test_a_verb_lists_names_under_a_noun(english: Resources, text: str) -> None:
    sentence = parse(text, english)
    found = [w.text for w in examples(sentence, word(sentence, "customers"), english.cues)]
    assert found == ["Bravane", "Solvigne"]


def test_names_after_a_comma_tell_who_a_plural_noun_means(english: Resources) -> None:
    sentence = parse("Nordalia has two subsidiaries, Kerlan Labs and Bravane.", english)
    found = examples(sentence, word(sentence, "subsidiaries"), english.cues)
    assert [w.text for w in found] == ["Kerlan Labs", "Bravane"]


def test_the_name_in_a_plural_nouns_phrase_is_none_of_the_list_after_it(english: Resources) -> None:
    sentence = parse("The founders of Nordalia, Anna Kerlan and Paul Tavane, met in Lille.", english)
    found = examples(sentence, word(sentence, "founders"), english.cues)
    assert [w.text for w in found] == ["Anna Kerlan", "Paul Tavane"]
    assert [w.text for w in coordinated(sentence, word(sentence, "Nordalia"), english.cues)] == ["Nordalia"]


def test_amounts_in_brackets_do_not_part_a_list(english: Resources) -> None:
    sentence = parse("Bravane is owned by Nordalia (80%) and Kerlan Labs (20%).", english)
    found = coordinated(sentence, word(sentence, "Nordalia"), english.cues)
    assert [w.text for w in found] == ["Nordalia", "Kerlan Labs"]


def test_a_name_that_ends_the_text_has_no_list_after_it(english: Resources) -> None:
    sentence = parse("Nordalia met the rivals of Kerlan", english)
    assert [w.text for w in coordinated(sentence, word(sentence, "Kerlan"), english.cues)] == ["Kerlan"]
