from __future__ import annotations

import pytest

from kg.extract.factuality.reporting_clauses import find_interjection
from kg.extract.resources import Resources
from tests.extract.reading import parse


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Nordalia, the regulator said, has bought Kerlan.", "regulator"),
        ("Nordalia has bought Kerlan, it said on Tuesday.", "it"),
        ("Nordalia has bought Kerlan, said Anna Morel.", "Anna Morel"),
    ],
)
def test_english_speech_between_commas_names_its_speaker(english: Resources, text: str, speaker: str) -> None:
    found = find_interjection(parse(text, english), english.cues)
    assert found is not None
    assert found.speaker.text == speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Nordalia, indique Anne Morel, a racheté Kerlan.", "Anne Morel"),
        ("Nordalia a racheté Kerlan, a indiqué le régulateur.", "régulateur"),
        ("Nordalia a racheté Kerlan, a-t-elle annoncé mardi.", "elle"),
        ("Nordalia a racheté Kerlan, a indiqué mercredi un quotidien belge.", "quotidien"),
        ("Nordalia a racheté Kerlan, a annoncé hier soir Anne Morel.", "Anne Morel"),
    ],
)
def test_french_speech_between_commas_names_its_speaker(french: Resources, text: str, speaker: str) -> None:
    found = find_interjection(parse(text, french), french.cues)
    assert found is not None
    assert found.speaker.text == speaker


@pytest.mark.parametrize(
    "text",
    [
        "Last year, Nordalia announced a plant in Lille.",
        "Nordalia, which said little, has bought Kerlan.",
        "Nordalia has bought Kerlan, and Valbrune said that it regrets this.",
    ],
)
def test_a_clause_that_says_something_itself_is_not_thrown_in(english: Resources, text: str) -> None:
    assert find_interjection(parse(text, english), english.cues) is None
