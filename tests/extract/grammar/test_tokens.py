from __future__ import annotations

import pytest

from kg.extract.grammar.tokens import Unit, tokenize
from kg.model import Span


def forms(text: str, language: str, *units: Unit) -> list[str]:
    return [token.form for token in tokenize(text, Span(0, len(text)), language, units)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("L’usine qu'a louée Nordalia", ["L'", "usine", "qu'", "a", "louée", "Nordalia"]),
        ("aujourd'hui, d’ici 2030", ["aujourd'hui", ",", "d'ici", "2030"]),
        ("a-t-il levé", ["a", "-t-", "il", "levé"]),
        ("dit-elle", ["dit", "-", "elle"]),
        ("Aix-en-Provence", ["Aix-en-Provence"]),
        ("11,5 Md€", ["11,5", "Md", "€"]),
        ("l'Oise...", ["l'", "Oise", "..."]),
    ],
)
def test_french_is_cut_at_elisions_and_clitics(text: str, found: list[str]) -> None:
    assert forms(text, "fr") == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Nordalia’s plant", ["Nordalia", "'s", "plant"]),
        ("It doesn't, they've", ["It", "does", "n't", ",", "they", "'ve"]),
        ("Nvidia-backed", ["Nvidia", "-", "backed"]),
        ("$1.5bn", ["$", "1.5", "bn"]),
        ("Kerlan Inc. builds", ["Kerlan", "Inc.", "builds"]),
        ("the U.S. grid", ["the", "U.S.", "grid"]),
    ],
)
def test_english_is_cut_at_contractions_and_hyphens(text: str, found: list[str]) -> None:
    assert forms(text, "en") == found


@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_line_drawn_with_one_sign_is_one_token(language: str) -> None:
    assert forms("a ****** b ---- c !!! d", language) == ["a", "******", "b", "----", "c", "!", "!", "!", "d"]


def test_a_unit_is_one_token_under_its_stand_in() -> None:
    assert forms("Kerlan Capital pays", "en", Unit(Span(0, 14), "Microsoft", "name")) == ["Microsoft", "pays"]


def test_a_unit_without_a_stand_in_keeps_its_words_which_know_it() -> None:
    unit = Unit(Span(5, 16), "", "quantity", "#money")
    tokens = tokenize("pays $30 million", Span(0, 16), "en", [unit])
    assert [(token.form, token.unit) for token in tokens] == [
        ("pays", None),
        ("$", unit),
        ("30", unit),
        ("million", unit),
    ]


def test_a_unit_outside_the_sentence_is_ignored() -> None:
    unit = Unit(Span(0, 8), "Microsoft", "name")
    assert [token.form for token in tokenize("Nordalia pays", Span(9, 13), "en", [unit])] == ["pays"]


@pytest.mark.parametrize("text", ["", " \n ", "🚀", "\ud800", "שלום", "a\u0301", "___"])
def test_every_character_but_white_space_is_in_a_token(text: str) -> None:
    tokens = tokenize(text, Span(0, len(text)), "en", [])
    assert "".join(token.span.of(text) for token in tokens) == "".join(text.split())
