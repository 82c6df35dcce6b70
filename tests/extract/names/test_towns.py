from __future__ import annotations

import pytest

from kg.extract.names.finder import Name
from kg.extract.names.towns import with_towns
from kg.model import Span


def names(text: str, *words: str) -> list[Name]:
    return [Name(Span(text.index(w), text.index(w) + len(w)), w) for w in words]


@pytest.mark.parametrize(
    "text", ["offices in Kerlan, Ohio", "moved to Kerlan, Ohio, in May", "une usine à Kerlan (Ohio)"]
)
def test_a_name_before_its_state_is_a_town(text: str) -> None:
    assert [name.placed for name in with_towns(text, names(text, "Kerlan", "Ohio"), {"ohio"})] == [True, False]


@pytest.mark.parametrize(
    "text", ["a stake in Kerlan, Ohio's largest bank", "works for Kerlan, Ohio", "in Kerlan and Ohio", "in Kerlan"]
)
def test_other_names_before_a_place_stay_what_they_are(text: str) -> None:
    found = names(text, *(w for w in ("Kerlan", "Ohio") if w in text))
    assert list(with_towns(text, found, {"ohio"})) == found
