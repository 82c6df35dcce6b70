from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.extract.resources import Resources
from kg.model import Extraction, Span
from tests.extract.reading import facts

Extract = Callable[[str, str], Extraction]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It is owned by the Norwegian state.", ["Norwegian state"]),
        ("The French government has a say.", ["French government"]),
        ("The Norwegian state broadcaster called.", []),
        ("It lies in the Indian state of Gujarat.", []),
        ("The state has a say.", []),
    ],
)
def test_a_country_has_one_state_and_one_government(text: str, found: list[str], english: Resources) -> None:
    names = english.states.added(text, [Span(0, len(text))], [])
    assert [name.text for name in names] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Le gouvernement français recrute.", ["gouvernement français"]),
        ("Les autorités chiliennes recrutent.", ["autorités chiliennes"]),
        ("L'État recrute.", ["État"]),
        ("L'État de Lille recrute.", []),
        ("L'État ancien recrute.", []),
    ],
)
def test_french_names_a_state_by_a_word_for_its_nation(text: str, found: list[str], french: Resources) -> None:
    names = french.states.added(text, [Span(0, len(text))], [])
    assert [name.text for name in names] == found


def test_a_state_may_own_a_company(extract: Extract) -> None:
    assert facts(extract("Nordalia is majority-owned by the Danish state.", "en")) == [
        "Danish state | owns | Nordalia | asserted"
    ]
