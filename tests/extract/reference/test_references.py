"""What each mention refers to, and why."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.model import Extraction

Extract = Callable[[str, str], Extraction]


def reasons(extraction: Extraction, words: str) -> list[str]:
    return [reference.reason for reference in extraction.references if reference.mention.text == words]


@pytest.mark.parametrize(
    ("text", "words", "reason"),
    [
        ("Kerlan Capital funds it. Nordalia acquired Bravane.", "Nordalia", "a name, here for the first time"),
        ("Nordalia bought Bravane. Nordalia leads.", "Nordalia", "the same name as before"),
        ("Oracle bought Bravane.", "Oracle", "a known name"),
        ("Nordalia bought Bravane. It also bought Valbrune.", "It", "the most present that agrees (singular)"),
        ("Nordalia a racheté Bravane. Elle a racheté Valbrune.", "Elle", "agrees (feminine, singular)"),
        ("The startup Nordalia bought Bravane.", "startup", "grammar makes it one with “Nordalia”"),
    ],
)  # fmt: skip
def test_a_mention_says_why_it_means_its_entity(extract: Extract, text: str, words: str, reason: str) -> None:
    assert reason in reasons(extract(text, "fr" if " a " in text else "en"), words)[-1]


def test_what_a_pronoun_goes_back_to_is_told_by_a_name(extract: Extract) -> None:
    found = extract("Nordalia bought Bravane. It grew. It also bought Valbrune.", "en")
    assert reasons(found, "It")[-1].endswith("last mentioned as “Nordalia”")


def test_entities_that_nothing_is_stated_of_have_no_references(extract: Extract) -> None:
    found = extract("Nordalia bought Bravane. Valbrune was happy.", "en")
    assert reasons(found, "Valbrune") == []
