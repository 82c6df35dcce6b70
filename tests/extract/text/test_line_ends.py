from __future__ import annotations

import pytest

from kg.extract.text.plain_text import PlainText


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Nordalia raised fresh capi-\ntal.", "Nordalia raised fresh capital."),
        ("Nordalia builds grid-\nscale batteries.", "Nordalia builds grid-scale batteries."),
        ("Nord-\nalia builds.", "Nordalia builds."),
        ("Aix-\nMarseille le loue.", "Aix-Marseille le loue."),
        ("un accord de finance-  \n  ment", "un accord de financement"),
    ],
)
def test_a_hyphen_at_a_line_end_parts_a_word_or_joins_two(text: str, plain: str) -> None:
    assert PlainText.from_text(text).text == plain


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Nordalia has acquired\nKerlan.", "Nordalia has acquired Kerlan."),
        ("Nordalia dit avoir loué\nun campus.", "Nordalia dit avoir loué un campus."),
        ("It pays for the\ncampus.", "It pays for the campus."),
        (
            "The campus that Nordalia has wanted for so long opens\nnear the port.",
            "The campus that Nordalia has wanted for so long opens near the port.",
        ),
    ],
)
def test_a_line_end_within_a_sentence_is_a_space(text: str, plain: str) -> None:
    assert PlainText.from_text(text).text == plain


@pytest.mark.parametrize(
    "text",
    [
        "Nordalia buys a campus\nThe price was not disclosed.",
        "The merger was approved\nKerlan will pay.",
        "# What is it for\nNordalia builds it.",
        "Nordalia\nKerlan",
        "a\nb",
    ],
)
def test_a_line_that_may_end_stays_one(text: str) -> None:
    assert PlainText.from_text(text).text == text


def test_lines_of_a_paragraph_of_markdown_are_joined() -> None:
    text = "Nordalia builds\na campus.\n\nKerlan pays.  \nIt rents."
    assert PlainText.from_text(text, markdown=True).text == "Nordalia builds a campus.\n\nKerlan pays.  \nIt rents."
