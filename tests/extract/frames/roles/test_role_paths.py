"""By which way a word fills a role, in words."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.model import Extraction

Extract = Callable[[str, str], Extraction]


@pytest.mark.parametrize(
    ("text", "about", "path"),
    [
        ("Nordalia acquired Bravane.", "subject", "subject of “acquired”"),
        ("Nordalia acquired Bravane.", "object", "object of “acquired”"),
        ("Bravane was acquired by Nordalia.", "object", "subject of the passive “acquired”"),
        ("Bravane was acquired by Nordalia.", "subject", "after “by”, the agent of the passive “acquired”"),
        (
            "Bravane, which Nordalia acquired, is hiring.",
            "object",
            "object of “acquired”: the noun before its relative clause",
        ),
        (
            "Nordalia plans to acquire Bravane.",
            "subject",
            "subject of “acquire”: the subject of “plans”, which it depends on",
        ),
    ],
)
def test_the_way_to_an_end_is_told(extract: Extract, text: str, about: str, path: str) -> None:
    (found,) = [one for one in extract(text, "en").statements if one.relation == "acquires"]
    assert path in [step.text for step in found.steps if step.about == about]
