"""Telling headlines whose capitals mean nothing."""

from __future__ import annotations

import pytest

from kg.extract.text.casing import is_capitalized, is_upper_case


@pytest.mark.parametrize(
    "sentence",
    [
        "Nordalia Secures Approximately $300 Million from Kerlan Capital",
        "NORDALIA RAISES $30 MILLION FROM KERLAN",
        "Chip Startup Bravane Signs Lease With Oracle",
    ],
)
def test_a_headline_in_capitals(sentence: str) -> None:
    assert is_capitalized(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Anne Kerlan, CEO of Nordalia, told Bravane:",
        "Nordalia raises $300 million from Kerlan Capital",
        "Kerlan Capital and Blue Valley Partners Fund invest in Nordalia.",
        "IBM, EDF and KKR",
    ],
)
def test_no_headline_in_capitals(sentence: str) -> None:
    assert not is_capitalized(sentence)


def test_one_small_word_keeps_nothing_from_being_in_capitals() -> None:
    assert is_upper_case("NORDALIA RAISES FRESH MONEY FROM the KERLAN FUND")
