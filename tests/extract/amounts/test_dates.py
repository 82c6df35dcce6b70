from __future__ import annotations

from datetime import date

import pytest

from kg.extract.amounts.dates import DateMention, find_dates

THURSDAY = date(2025, 11, 20)


def only(text: str, language: str, reference: date | None = None) -> DateMention:
    (found,) = find_dates(text, language, reference)
    return found


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("en 2024", "2024"),
        ("mi-2026", "2026-05/2026-08"),
        ("fin 2025", "2025-09/2025-12"),
        ("le début de 2021", "2021-01/2021-04"),
        ("au 3e trimestre 2025", "2025-07/2025-09"),
        ("au T3 2025", "2025-07/2025-09"),
        ("au second semestre 2026", "2026-07/2026-12"),
        ("à l'été 2026", "2026-06/2026-08"),
        ("le 1er mars 2025", "2025-03-01"),
        ("le mardi 28 octobre 2025", "2025-10-28"),
        ("en juin 2025", "2025-06"),
        ("le 12/05/2025", "2025-05-12"),
        ("entre 2024 et 2026", "2024/2026"),
        ("les années 2030", "2030/2039"),
    ],
)
def test_reads_absolute_dates_in_french(text: str, value: str) -> None:
    assert only(text, "fr").value == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("in 2012", "2012"),
        ("in early 2026", "2026-01/2026-04"),
        ("mid-2026", "2026-05/2026-08"),
        ("at the end of 2026", "2026-09/2026-12"),
        ("in Q3 2026", "2026-07/2026-09"),
        ("in the third quarter of 2026", "2026-07/2026-09"),
        ("in the second half of 2026", "2026-07/2026-12"),
        ("on October 27, 2025", "2025-10-27"),
        ("on 27 October 2025", "2025-10-27"),
        ("on Sept. 3, 2026", "2026-09-03"),
        ("in May 2026", "2026-05"),
        ("on 2025-06-09", "2025-06-09"),
        ("from 2024 to 2027", "2024/2027"),
        ("in the 2020s", "2020/2029"),
    ],
)
def test_reads_absolute_dates_in_english(text: str, value: str) -> None:
    assert only(text, "en").value == value


@pytest.mark.parametrize(
    ("text", "language", "value"),
    [
        ("mercredi", "fr", "2025-11-19"),
        ("lundi prochain", "fr", "2025-11-24"),
        ("début juin", "fr", "2025-06"),
        ("décembre dernier", "fr", "2024-12"),
        ("le mois dernier", "fr", "2025-10"),
        ("l'an prochain", "fr", "2026"),
        ("cette année", "fr", "2025"),
        ("dans dix mois", "fr", "2026-09"),
        ("il y a deux ans", "fr", "2023"),
        ("la fin de l'année", "fr", "2025-09/2025-12"),
        ("la fin de la décennie", "fr", "2029"),
        ("cinq prochaines années", "fr", "2025/2030"),
        ("on Monday", "en", "2025-11-17"),
        ("next Monday", "en", "2025-11-24"),
        ("June 9", "en", "2025-06-09"),
        ("in December", "en", "2025-12"),
        ("last month", "en", "2025-10"),
        ("later this year", "en", "2025"),
        ("in six months", "en", "2026-05"),
        ("three years ago", "en", "2022"),
        ("by the end of the decade", "en", "2029"),
        ("yesterday", "en", "2025-11-19"),
    ],
)
def test_counts_relative_dates_from_the_day_of_publication(text: str, language: str, value: str) -> None:
    assert only(text, language, THURSDAY).value == value


@pytest.mark.parametrize(
    "text", ["on Monday", "in December", "last month", "in six months", "June 9", "later this year"]
)
def test_leaves_relative_dates_open_without_a_day_of_publication(text: str) -> None:
    assert only(text, "en", None).value == ""


@pytest.mark.parametrize(
    ("text", "language", "relation"),
    [
        ("d'ici 2028", "fr", "by"),
        ("d'ici à 2030", "fr", "by"),
        ("à l'horizon 2021", "fr", "by"),
        ("depuis 2012", "fr", "since"),
        ("dès 2027", "fr", "since"),
        ("jusqu'en 2030", "fr", "until"),
        ("avant fin 2027", "fr", "before"),
        ("en 2024", "fr", "in"),
        ("by Q3 2026", "en", "by"),
        ("since 1990", "en", "since"),
        ("through 2030", "en", "until"),
        ("after June 30, 2026", "en", "after"),
        ("before 2028", "en", "before"),
        ("in 2012", "en", "in"),
    ],
)
def test_reads_what_leads_up_to_a_date(text: str, language: str, relation: str) -> None:
    assert only(text, language).relation == relation


def test_covers_the_date_without_what_leads_up_to_it() -> None:
    text = "La demande doublera d'ici 2028."
    assert only(text, "fr").span.of(text) == "2028"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("un site de 2000 MW", "fr"),
        ("2000 emplois", "fr"),
        ("It may march on.", "en"),
        ("It cost $2024.", "en"),
    ],
)
def test_finds_no_date_in_amounts_and_everyday_words(text: str, language: str) -> None:
    assert find_dates(text, language, THURSDAY) == ()


def test_refuses_days_that_do_not_exist() -> None:
    assert [found.value for found in find_dates("le 31 juin 2025", "fr", None)] == ["2025-06"]


def test_gives_dates_in_the_order_of_the_text() -> None:
    found = find_dates("From 2019 on, and again on 3 May 2021 and in 2023.", "en", None)
    assert [one.value for one in found] == ["2019", "2021-05-03", "2023"]


@pytest.mark.parametrize(
    ("text", "latest", "coming"),
    [
        ("in June", "2025-06", "2026-06"),
        ("in November", "2025-11", "2025-11"),
        ("on 21 November", "2024-11-21", "2025-11-21"),
        ("in the third quarter", "2025-07/2025-09", "2026-07/2026-09"),
        ("on Friday", "", ""),
        ("in June 2025", "", ""),
        ("last June", "", ""),
        ("at the end of the year", "", ""),
    ],
)
def test_gives_both_of_what_comes_every_year(text: str, latest: str, coming: str) -> None:
    found = only(text, "en", THURSDAY)
    assert (found.latest, found.next) == (latest, coming)
