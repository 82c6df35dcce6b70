"""Names of companies and persons on both sides of a title."""

from __future__ import annotations

import pytest

from kg.extract.names.person_titles import Titles
from kg.model import Span
from kg.ontology import Ontology


@pytest.fixture(name="titles")
def _titles(ontology: Ontology) -> Titles:
    return Titles.from_ontology(ontology, "en")


def apart(titles: Titles, words: str) -> list[tuple[str, bool]]:
    return [(span.of(words), titled) for span, titled in titles.apart(words, Span(0, len(words)))]


def test_a_title_parts_a_company_from_a_person(titles: Titles) -> None:
    found = apart(titles, "Nordalia Chief Business Officer Anna Berg")
    assert found == [("Nordalia", False), ("Anna Berg", True)]


def test_two_titles_are_one(titles: Titles) -> None:
    assert apart(titles, "Founder and CEO Anna Berg") == [("Anna Berg", True)]


def test_a_title_alone_names_nobody(titles: Titles) -> None:
    assert apart(titles, "Managing Director") == []


def test_a_run_without_a_title_is_one_piece(titles: Titles) -> None:
    assert apart(titles, "Kerlan Capital Partners") == [("Kerlan Capital Partners", False)]


def test_a_title_within_a_word_is_none(titles: Titles) -> None:
    assert apart(titles, "Presidential Power") == [("Presidential Power", False)]


@pytest.mark.parametrize(("text", "expected"), [("dit M. Berg", "M. Berg"), ("dit Anna Berg", "Anna Berg")])
def test_a_form_of_address_belongs_to_the_name(titles: Titles, text: str, expected: str) -> None:
    name = Span(text.rindex("Anna") if "Anna" in text else text.index("Berg"), len(text))
    assert titles.with_address(text, name).of(text) == expected


def test_one_letter_after_a_given_name_is_no_form_of_address(titles: Titles) -> None:
    assert apart(titles, "Anna M. Berg") == [("Anna M. Berg", False)]
