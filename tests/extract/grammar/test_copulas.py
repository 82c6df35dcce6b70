from __future__ import annotations

import pytest

from kg.extract.grammar.copulas import find_bearers
from kg.extract.resources import Resources
from tests.extract.reading import parse, word


@pytest.mark.parametrize(
    ("text", "bearers"),
    [
        ("Anne Kerlan became CEO of Nordalia.", ["Anne Kerlan"]),
        ("Anne Kerlan serves as CEO of Nordalia.", ["Anne Kerlan"]),
        ("Anne Kerlan was appointed CEO of Nordalia.", ["Anne Kerlan"]),
        ("Nordalia named Anne Kerlan as its CEO.", ["Anne Kerlan"]),
        ("Nordalia appointed Anne Kerlan CEO.", ["Anne Kerlan"]),
        ("Nordalia appointed a CEO.", []),
        ("Anne Kerlan met the CEO.", []),
        ("Anne Kerlan leads Nordalia as CEO.", ["Anne Kerlan"]),
        ("Paul Tavane was succeeded by Anne Kerlan as CEO.", ["Anne Kerlan"]),
    ],
)
def test_a_verb_of_becoming_gives_a_title_to_its_bearer(english: Resources, text: str, bearers: list[str]) -> None:
    sentence = parse(text, english)
    assert [found.text for found in find_bearers(sentence, word(sentence, "CEO"), english.cues)] == bearers
