from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.model import Extraction

Extract = Callable[[str, str], Extraction]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Anna Kerlan, chief executive of Nordalia, is leaving.", "chief executive of Nordalia"),
        ("Nordalia named Anna Kerlan chief executive.", "chief executive of Nordalia"),
        ("Anna Kerlan has led Nordalia as chief executive since 2021.", "chief executive of Nordalia"),
        ("Nordalia, whose chief executive is Anna Kerlan, is hiring.", "chief executive of Nordalia"),
        ("Nordalia is hiring. Anna Kerlan is its chief executive.", "chief executive of Nordalia"),
    ],
)
def test_a_position_says_whose_it_is(text: str, title: str, extract: Extract) -> None:
    assert [s.object.label for s in extract(text, "en").statements if s.relation == "has_role"] == [title]
