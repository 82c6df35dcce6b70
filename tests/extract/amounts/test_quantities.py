from __future__ import annotations

import time
from decimal import Decimal

import pytest

from kg.extract.amounts.quantities import Quantity, find_quantities


def only(text: str, language: str) -> Quantity:
    (found,) = find_quantities(text, language)
    return found


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("L'entreprise a levé 300 millions de dollars.", "300000000", "USD"),
        ("Le coût atteint 4,2 milliards de dollars.", "4200000000", "USD"),
        ("Il promet 1,2 milliard € au projet.", "1200000000", "EUR"),
        ("Un budget de 12 Md€ est voté.", "12000000000", "EUR"),
        ("Une dette de 300 M€ demeure.", "300000000", "EUR"),
        ("Il faut 150 000 000 000 $ de plus.", "150000000000", "USD"),
        ("Il faut 150\u202f000\u202f000\u00a0$ de plus.", "150000000", "USD"),
        ("Elle reçoit 21 milliards de francs CFA.", "21000000000", "XOF"),
        ("Elle verse un demi-milliard d'euros.", "500000000", "EUR"),
        ("Elle verse un milliard et demi d'euros.", "1500000000", "EUR"),
        ("Une vente de 300 millions de dollars canadiens.", "300000000", "CAD"),
        ("L'usine vaut 20 millions de livres sterling.", "20000000", "GBP"),
        ("Le prix est de 3 euros.", "3", "EUR"),
        ("Elle a levé 12 MCHF.", "12000000", "CHF"),
        ("Elle a levé 12 M CAD.", "12000000", "CAD"),
        ("Elle a levé 12 kEUR.", "12000", "EUR"),
        ("Elle a levé 12 M$ CA.", "12000000", "CAD"),
        ("Elle a levé 12 millions de dollars CA.", "12000000", "CAD"),
        ("Elle a levé 12 millions de dollars au total.", "12000000", "USD"),
        ("Elle a levé 12 millions de dollars singapouriens.", "12000000", "SGD"),
        ("Elle a levé CHF 12 mio.", "12000000", "CHF"),
        ("Elle a levé 12 MAD.", "12", "MAD"),
    ],
)
def test_reads_money_in_french(text: str, value: str, unit: str) -> None:
    found = only(text, "fr")
    assert (found.kind, found.value, found.unit) == ("money", Decimal(value), unit)


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("Twelve million dollars can help.", "12000000", "USD"),
        ("It raised $3.4bn.", "3400000000", "USD"),
        ("It raised $3.4 billion.", "3400000000", "USD"),
        ("It raised $505M.", "505000000", "USD"),
        ("It raised €1.5bn.", "1500000000", "EUR"),
        ("It raised £200m.", "200000000", "GBP"),
        ("It raised US$5 million.", "5000000", "USD"),
        ("It raised C$20m.", "20000000", "CAD"),
        ("It raised ¥300 billion.", "300000000000", "JPY"),
        ("It raised CHF 300 million.", "300000000", "CHF"),
        ("It raised half a billion dollars.", "500000000", "USD"),
        ("It raised 40 million Swedish kronor.", "40000000", "SEK"),
        ("It raised zł30 million.", "30000000", "PLN"),
        ("It raised $30M CAD.", "30000000", "CAD"),
        ("It raised $30 million (AUD).", "30000000", "AUD"),
        ("It raised $30 million Canadian.", "30000000", "CAD"),
        ("It raised $30 million, Canadian investors said.", "30000000", "USD"),
        ("It raised $30 million EUR loans aside.", "30000000", "USD"),
        ("It raised 30m USD.", "30000000", "USD"),
        ("It raised 30m euros.", "30000000", "EUR"),
        ("It raised GBP 30 mio. in May.", "30000000", "GBP"),
        ("It raised A$30m.", "30000000", "AUD"),
    ],
)
def test_reads_money_in_english(text: str, value: str, unit: str) -> None:
    found = only(text, "en")
    assert (found.kind, found.value, found.unit) == ("money", Decimal(value), unit)


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("un site de 350 MW", "fr", ("power", "350", "MW")),
        ("1.000 mégawatts", "fr", ("power", "1000", "MW")),
        ("200 mégawatts électriques", "fr", ("power", "200", "MW")),
        ("une centrale de 100 MWc", "fr", ("power", "100", "MW")),
        ("a 1.4-gigawatt plant", "en", ("power", "1.4", "GW")),
        ("51,7 gigawattheures", "fr", ("energy", "51.7", "GWh")),
        ("45 kilowatt-hours", "en", ("energy", "45", "kWh")),
        ("2,5 milliards de tonnes de CO2", "fr", ("mass", "2500000000", "t")),
        ("500 million metric tons", "en", ("mass", "500000000", "t")),
        ("a 14-mile line", "en", ("length", "14", "mi")),
        ("50 000 m2", "fr", ("area", "50000", "m2")),
        ("3.5 million square feet", "en", ("area", "3500000", "ft2")),
        ("45 pour cent", "fr", ("percent", "45", "%")),
        ("100% renewable", "en", ("percent", "100", "%")),
        ("six months", "en", ("duration", "6", "month")),
    ],
)
def test_reads_quantities_with_a_unit(text: str, language: str, expected: tuple[str, str, str]) -> None:
    found = only(text, language)
    assert (found.kind, str(found.value), found.unit) == expected


@pytest.mark.parametrize(
    ("text", "language", "value"),
    [
        ("2.300 salariés", "fr", "2300"),
        ("150 000 ménages", "fr", "150000"),
        ("deux cent mille emplois", "fr", "200000"),
        ("quatre-vingt-dix-sept sites", "fr", "97"),
        ("vingt et un pays", "fr", "21"),
        ("une dizaine de sites", "fr", "10"),
        ("5,000 jobs", "en", "5000"),
        ("one hundred and five buildings", "en", "105"),
        ("two dozen sites", "en", "24"),
        ("7 billion people", "en", "7000000000"),
        ("2000 employees", "en", "2000"),
    ],
)
def test_reads_counts_in_digits_and_words(text: str, language: str, value: str) -> None:
    found = only(text, language)
    assert (found.kind, found.value, found.unit) == ("count", Decimal(value), "")


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Fondée en 2018, elle grandit.", "fr"),
        ("On October 27, 2025 it opened.", "en"),
        ("Its GB300 chips and the F-150 truck.", "en"),
        ("Polaris Forge 1 in Ellendale.", "en"),
        ("Phase 2 of the plan.", "en"),
        ("Version 3.8.1 came at 10:30.", "en"),
        ("Le 3e trimestre et la 5G.", "fr"),
        ("Un data center neuf.", "fr"),
        ("1. The first item", "en"),
    ],
)
def test_finds_no_amount_in_years_days_names_and_versions(text: str, language: str) -> None:
    assert find_quantities(text, language) == ()


@pytest.mark.parametrize(
    ("text", "language", "bound"),
    [
        ("plus de 21 millions d'euros", "fr", "at least"),
        ("plus d'un milliard d'euros", "fr", "at least"),
        ("près de 12 milliards €", "fr", "about"),
        ("jusqu'à 2 milliards de dollars", "fr", "at most"),
        ("100 millions d'euros au moins", "fr", "at least"),
        ("moins de 5 %", "fr", "at most"),
        ("more than $1 billion", "en", "at least"),
        ("up to nearly 1.2 GW", "en", "at most"),
        ("approximately 900 MW", "en", "about"),
        ("200+ MW", "en", "at least"),
        ("tens of billions of dollars", "en", "at least"),
        ("a multibillion-dollar deal", "en", "at least"),
        ("a multi-gigawatt campus", "en", "at least"),
        ("$5 million", "en", "exact"),
    ],
)
def test_says_how_exact_an_amount_is(text: str, language: str, bound: str) -> None:
    assert only(text, language).bound == bound


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("entre 2 et 3 milliards d'euros", "fr", ("2000000000", "3000000000", "EUR")),
        ("entre 800 millions et 1 milliard d'euros", "fr", ("800000000", "1000000000", "EUR")),
        ("de 54 à 200 MW", "fr", ("54", "200", "MW")),
        ("between 2 and 3 billion dollars", "en", ("2000000000", "3000000000", "USD")),
        ("from 54 megawatts to more than 200", "en", ("54", "200", "MW")),
        ("54-200 MW", "en", ("54", "200", "MW")),
        ("$2-3 billion", "en", ("2000000000", "3000000000", "USD")),
    ],
)
def test_reads_a_range_as_one_amount(text: str, language: str, expected: tuple[str, str, str]) -> None:
    found = only(text, language)
    assert (str(found.value), str(found.upper), found.unit) == expected


def test_gives_the_unit_of_a_list_to_each_member() -> None:
    found = find_quantities("des batteries de 105, 135 et 180 kWh", "fr")
    assert [(str(one.value), one.unit) for one in found] == [("105", "kWh"), ("135", "kWh"), ("180", "kWh")]


def test_leaves_separate_amounts_apart() -> None:
    assert len(find_quantities("Airbus met 116 millions d'euros et Safran 58 millions d'euros", "fr")) == 2


@pytest.mark.parametrize(
    ("text", "language", "per"),
    [
        ("$30 billion a year", "en", "year"),
        ("30 milliards de dollars par an", "fr", "year"),
        ("12 millions d'euros annuels", "fr", "year"),
        ("$5 million per month", "en", "month"),
        ("450K MMBtu/day", "en", "day"),
    ],
)
def test_reads_the_period_of_a_price_into_the_span(text: str, language: str, per: str) -> None:
    found = only(text, language)
    assert (found.per, found.span.of(text)) == (per, text)


def test_keeps_the_same_amount_in_another_currency_as_an_alternative() -> None:
    found = only("It raised AU$330 million (approximately $215 million).", "en")
    (other,) = found.alternatives
    assert (found.unit, other.value, other.unit, other.bound) == ("AUD", Decimal(215_000_000), "USD", "about")


def test_infers_the_currency_of_the_nearest_amount_and_says_so() -> None:
    text = "Altan a levé 12 milliards de dollars. Borée a obtenu 500 millions pour ses usines."
    found = find_quantities(text, "fr")[1]
    assert (found.kind, found.value, found.unit, found.inferred) == ("money", Decimal(500_000_000), "USD", "currency")


def test_infers_no_currency_for_what_is_counted() -> None:
    found = find_quantities("Il coûte 5 millions d'euros et sert 2 millions de ménages.", "fr")[1]
    assert (found.kind, found.inferred) == ("count", "")


def test_infers_no_currency_when_none_is_known() -> None:
    assert only("Elle a obtenu 500 millions pour ses usines.", "fr").kind == "count"


def test_takes_the_country_of_francs_from_another_amount() -> None:
    found = find_quantities("Il coûte 2 milliards de francs CFA, soit 48 francs le kilo.", "fr")[-1]
    assert (found.unit, found.inferred) == ("XOF", "currency")


def test_covers_the_amount_with_its_unit_and_not_the_words_before() -> None:
    text = "Il promet plus de 686 millions de dollars."
    found = only(text, "fr")
    assert found.number_span is not None
    assert found.unit_span is not None
    parts = (found.span.of(text), found.number_span.of(text), found.unit_span.of(text))
    assert parts == ("686 millions de dollars", "686 millions", "dollars")


def test_reads_an_amount_over_the_end_of_a_line_but_not_of_a_paragraph() -> None:
    assert only("3 milliards\nd'euros", "fr").kind == "money"
    assert only("3 milliards\n\nd'euros", "fr").kind == "count"


@pytest.mark.parametrize("text", ["1" * 200_000, " " * 200_000, "111 " * 50_000, "cent " * 40_000, "million " * 25_000])
def test_takes_little_time_for_hostile_text(text: str) -> None:
    started = time.process_time()
    find_quantities(text, "fr")
    assert time.process_time() - started < 5


@pytest.mark.parametrize(
    ("text", "value", "words"),
    [
        ("It has 3 x 1,200 MW.", "3600", "3 x 1,200 MW"),
        ("It has 3x40MW.", "120", "3x40MW"),
        ("It has two × 40 MW.", "80", "two × 40 MW"),
        ("It has up to 3 x 40 MW.", "120", "3 x 40 MW"),
    ],
)
def test_multiplies_a_number_of_units(text: str, value: str, words: str) -> None:
    found = only(text, "en")
    assert (found.value, found.unit, found.span.of(text)) == (Decimal(value), "MW", words)


def test_multiplies_in_french() -> None:
    assert [str(only(text, "fr").value) for text in ("3 x 1 200 MW", "trois fois 1 200 MW")] == ["3600", "3600"]


@pytest.mark.parametrize("text", ["a hall of 3 x 40 m", "1.5 x 40 MW", "units 1 and 3 grew 2 x from 40 MW"])
def test_a_size_a_fraction_and_a_growth_are_no_multiples(text: str) -> None:
    assert all("x" not in found.span.of(text) for found in find_quantities(text, "en"))
