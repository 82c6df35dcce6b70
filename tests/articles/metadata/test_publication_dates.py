from __future__ import annotations

from datetime import date

import pytest

from kg.articles.metadata.publication_dates import NoDayError, read_day


@pytest.mark.parametrize(
    "words",
    [
        "2025-03-04",
        "20250304",
        "2025/3/4",
        "2025-03-04T23:59:00+01:00",
        "2025-03-04 08:00",
        "Tue, 04 Mar 2025 10:00:00 +0100",
        "4 Mar 2025 10:00:00 GMT",
        "4 March 2025",
        "March 4, 2025",
        "Mar. 4th, 2025",
        "4 mars 2025",
        "mardi 4 mars 2025 à 10h00",
        "Published on March 4 2025 by Ana",
        "1741082400",
        "1741082400000",
        " 2025-03-04 \n",
    ],
)
def test_a_day_is_read_in_the_forms_that_people_and_machines_write(words: str) -> None:
    assert read_day(words) == date(2025, 3, 4)


def test_the_first_of_a_month_in_french_is_read() -> None:
    assert read_day("1er août 2025") == date(2025, 8, 1)


@pytest.mark.parametrize(("words", "day"), [("25/03/2025", 25), ("03/25/2025", 25), ("4.4.2025", 4)])
def test_figures_are_read_where_they_can_be_read_in_one_way(words: str, day: int) -> None:
    found = read_day(words)
    assert found is not None
    assert found.day == day


@pytest.mark.parametrize("words", ["", " ", "2004", "2004-06", "2004/2005", "2004-11/2005-02"])
def test_a_year_a_month_or_a_period_names_no_day(words: str) -> None:
    assert read_day(words) is None


@pytest.mark.parametrize(
    "words", ["last week", "03/04/2025", "2025-02-30", "32 March 2025", "0001-01-01", "9999-01-01", "12", "4 Foo 2025"]
)
def test_what_is_no_day_or_two_is_an_error(words: str) -> None:
    with pytest.raises(NoDayError):
        read_day(words)


def test_long_words_take_little_time() -> None:
    with pytest.raises(NoDayError):
        read_day("1 a" * 200_000)
