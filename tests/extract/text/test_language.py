from __future__ import annotations

import pytest

from kg.extract.text.language import detect_language, find_foreign


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Nordalia a levé des fonds pour le campus de Valbrune.", "fr"),
        ("Nordalia has raised money for the campus in Valbrune.", "en"),
        ("NORDALIA A LEVÉ DES FONDS POUR LE CAMPUS", "fr"),
        ("Nordalia Kerlan Bravane", ""),
        ("", ""),
        ("12 345 🚀", ""),
    ],
)
def test_the_commonest_words_tell_the_language(text: str, language: str) -> None:
    assert detect_language(text) == language


def test_as_many_words_of_both_tell_nothing() -> None:
    assert detect_language("the site, le site") == ""


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Nordalia raised $30 million.", "en"),
        ("Nordalia acquires Bravane.", "en"),
        ("NORDALIA BUYS BRAVANE", "en"),
        ("Nordalia invests $5bn", "en"),
        ("Nordalia lève 30 millions d'euros.", "fr"),
        ("Nordalia rachète Bravane.", "fr"),
        ("NORDALIA RACHÈTE BRAVANE", "fr"),
        ("Nordalia : 30 M€", "fr"),
        ("Kerlan owns a wind farm in Spain.", "en"),
        ("Nordalia builds a data center in Lyon.", "en"),
        ("Nordalia, a cloud company, raised $300 million from Bravane Capital.", "en"),
        ("Kerlan a relancé le site in extremis.", "fr"),
    ],
)
def test_a_line_is_told_by_its_words_letters_and_amounts(text: str, language: str) -> None:
    assert detect_language(text) == language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Nordalia hat das Werk in Valbrune gekauft und zahlt dafür mit Aktien.", "de"),
        ("La empresa compra la planta de Valbrune por 30 millones y la vende con las turbinas.", "es"),
        ("La società ha comprato il sito di Valbrune e anche la rete della città.", "it"),
        ("Het bedrijf koopt de centrale van Valbrune en betaalt met aandelen.", "nl"),
        ("A empresa comprou uma usina do grupo Bravane com o dinheiro da venda.", "pt"),
    ],
)
def test_a_neighbouring_language_is_not_taken_for_ours(text: str, language: str) -> None:
    assert detect_language(text) == language


def test_mostly_other_letters_tell_nothing_of_the_few_latin_ones() -> None:
    assert detect_language("נורדליה גייסה שלושים מיליון עבור האתר: for the site.") == ""


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Der Standort ist nicht an das Netz angeschlossen und wird von Valbrune gebaut.", "de"),
        ("El campus que la empresa construye en el norte será de los más grandes y del mundo.", "es"),
        ("Il campus della società è uno dei più grandi e sono gli operai che lo costruiscono.", "it"),
    ],
)
def test_another_language_is_told_from_those_that_are_read(text: str, language: str) -> None:
    assert find_foreign(text, "fr") == language


@pytest.mark.parametrize(
    "text", ["Nordalia und Kerlan", "The deal, said Die Zeit, is off.", "Kerlan SA, 12 rue des Lilas"]
)
def test_a_few_foreign_words_make_no_foreign_text(text: str) -> None:
    assert find_foreign(text, "en") == ""
