from __future__ import annotations

import pytest

from kg.inquiry.checking.likeness import holds_number, same_amount, same_entity, same_time, same_words


@pytest.mark.parametrize(
    ("ours", "gold"),
    [
        ("Crusoe", "Crusoe Energy"),
        ("Énergie Bleue", "energie bleue"),
        ("campus", "centre (site / campus)"),
        ("site", "campus d'Abilene (site / data center)"),
        ("centre de données", "datacenter"),
        ("data centers", "data centre"),
        ("OpenAI", "Microsoft, OpenAI"),
    ],
)
def test_names_that_a_reader_takes_for_one(ours: str, gold: str) -> None:
    assert same_entity([ours], gold)


@pytest.mark.parametrize(
    ("ours", "gold"),
    [("Oracle", "Microsoft"), ("the company", "Lambda company"), ("Energy Inc", "Crusoe Energy"), ("", "x")],
)
def test_names_that_share_common_words_alone_are_two(ours: str, gold: str) -> None:
    assert not same_entity([ours], gold)


@pytest.mark.parametrize(
    ("ours", "gold"),
    [
        ("686000000", "686 millions de dollars"),
        ("$3.4bn", "3400000000 USD"),
        ("1.5 billion", "1,5 milliard"),
        ("two gigawatts", "2 GW"),
        ("10,264,000", "10264000"),
        ("2.300", "2300"),
        ("2.300", "2.3"),
        ("tens of millions", "10 million"),
        ("1\u202f000 MW", "1 GW"),
        ("99.5", "100"),
    ],
)
def test_amounts_written_in_two_ways_are_one(ours: str, gold: str) -> None:
    assert same_amount([ours], gold)


@pytest.mark.parametrize(("ours", "gold"), [("98", "100"), ("", "5"), ("five", "5")])
def test_amounts_that_differ_by_more_than_rounding_are_two(ours: str, gold: str) -> None:
    assert not same_amount([ours], gold)


def test_seven_tenths_of_the_words_are_enough() -> None:
    ours = "demand for power grows by a third until 2030"
    assert same_words([ours], ["power demand grows by a third until the year"])


def test_three_words_are_too_few_to_tell() -> None:
    assert not same_words(["demand will grow"], ["demand will grow"])


@pytest.mark.parametrize(("amount", "counts"), [("$5m", True), ("two million", True), ("several billion", False)])
def test_an_amount_without_a_number_cannot_be_compared(amount: str, counts: bool) -> None:
    assert holds_number(amount) == counts


@pytest.mark.parametrize(
    ("ours", "gold"),
    [
        ("2025-03-14", "2025-03-14"),
        ("2025-03", "2025"),
        ("2025", "2025-03-14"),
        ("2024-02-29", "2024-02"),
        ("2025-04/2025-06", "2025-01/2025-12"),
    ],
)
def test_a_date_that_lies_in_the_other_or_holds_it_within_a_year_is_the_same(ours: str, gold: str) -> None:
    assert same_time(ours, gold)


@pytest.mark.parametrize(
    ("ours", "gold"),
    [
        ("2025-03", "2025-04"),
        ("2024/2025", "2025-03"),
        ("2025-01/2025-03", "2025-03/2025-06"),
        ("2025-13", "2025"),
        ("next year", "2026"),
        ("", "2026"),
    ],
)
def test_a_date_that_differs_is_too_wide_or_is_none_is_another(ours: str, gold: str) -> None:
    assert not same_time(ours, gold)
