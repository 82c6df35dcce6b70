from __future__ import annotations

import pytest

from kg.inquiry.comparing.agreement import Comparison, compare, dates_agree, days_of, quantity
from kg.model import Value
from tests.world import money, ontology


def power(number: str, unit: str = "MW", bound: str = "exact", upper: str = "") -> Value:
    return Value("Power", f"{number} {unit}", number, unit, bound, upper)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (power("1.2", "GW"), power("1200")),
        (power("200", bound="at least"), power("250")),
        (power("300", bound="at most"), power("250")),
        (power("200", upper="300"), power("250")),
        (power("1", "GW", upper="2"), power("1500")),
        (power("260", bound="about"), power("250")),
        (money("$505 million", "505000000"), money("$500 million", "500000000")),
        (money("$1.35 billion", "1350000000"), money("$1.4 billion", "1400000000")),
    ],
)
def test_values_that_can_both_be_true_agree(one: Value, other: Value) -> None:
    assert compare(one, other, ontology()) == compare(other, one, ontology()) == Comparison(agree=True)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (power("200", bound="at least"), power("150")),
        (power("200", upper="300"), power("350")),
        (power("2", "GW"), power("1.5", "GW")),
        (power("300", bound="about"), power("250")),
        (power("0"), power("250")),
        (money("$5.5 billion", "5500000000"), money("$6 billion", "6000000000")),
        (Value("Year", "2018", "2018"), Value("Year", "2020", "2020")),
        (Value("Count", "1,000", "1000"), Value("Count", "1,004", "1004")),
    ],
)
def test_values_that_cannot_do_not(one: Value, other: Value) -> None:
    assert compare(one, other, ontology()) == Comparison(agree=False)


@pytest.mark.parametrize(
    "other",
    [
        money("€5", "5", "EUR"),
        Value("Money", "$5 a year", "5", "USD", per="year"),
        Value("Year", "5", "5"),
        Value("Words", "five", "five"),
    ],
)
def test_other_currencies_periods_and_classes_are_not_comparable(other: Value) -> None:
    assert not compare(money("$5", "5"), other, ontology()).comparable


def test_a_number_that_is_none_is_no_quantity() -> None:
    assert quantity(Value("Money", "much", "much")) is None
    assert quantity(Value("Money", "much", "NaN")) is None


@pytest.mark.parametrize(
    ("one", "other", "agree"),
    [
        ("2025", "2025-06", True),
        ("2025-06", "2025-06-03", True),
        ("2026-07/2026-12", "2026-09", True),
        ("2026/", "2031", True),
        ("/2024", "2019", True),
        (None, "2019", True),
        ("/", "2019", True),
        ("2025-05", "2025-06", False),
        ("2024", "2026-07/2026-12", False),
    ],
)
def test_dates_agree_when_one_may_hold_the_other(one: str | None, other: str, agree: bool) -> None:
    assert dates_agree(one, other) is dates_agree(other, one) is agree


def test_a_month_ends_on_its_last_day_or_later() -> None:
    assert days_of("2025-02") == ("2025-02-01", "2025-02-31")
