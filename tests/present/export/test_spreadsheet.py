from __future__ import annotations

import pytest

from kg.present.export.spreadsheet import as_cell


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("=1+1", "'=1+1"),
        ("+1", "'+1"),
        ("@sum", "'@sum"),
        ("-1+1", "'-1+1"),
        (" =1", " '=1"),
        ("\t=1", "\t'=1"),
        ("\r\n=1", "\r\n'=1"),
        ("\u200b\ufeff=1", "\u200b\ufeff'=1"),
        ("\uff1d1", "'\uff1d1"),
        ("\uff0b1", "'\uff0b1"),
        ("\uff0d1", "'\uff0d1"),
        ("\uff201", "'\uff201"),
        ("==1", "'==1"),
    ],
)
def test_a_sign_that_opens_a_text_has_an_apostrophe_before_it(text: str, cell: str) -> None:
    assert as_cell(text) == cell


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("Nordalia; =1", "Nordalia; '=1"),
        ("Nordalia\n=1", "Nordalia\n'=1"),
        ("Nordalia\t+1", "Nordalia\t'+1"),
        ("Nordalia;;\n;=1;=2", "Nordalia;;\n;'=1;'=2"),
    ],
)
def test_a_sign_where_a_spreadsheet_may_begin_a_cell_has_one_too(text: str, cell: str) -> None:
    assert as_cell(text) == cell


@pytest.mark.parametrize("text", ["", "Nordalia", "a = b", "a=b", "anne@nordalia.example", "12", "-5", "-5.2", "2030"])
def test_other_texts_stay_as_they_are(text: str) -> None:
    assert as_cell(text) == text


def test_many_spaces_are_read_once() -> None:
    assert as_cell("\n" * 1_000_000 + "x") == "\n" * 1_000_000 + "x"
