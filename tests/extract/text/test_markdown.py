from __future__ import annotations

import pytest

from kg.extract.text.plain_text import PlainText
from kg.model import Span


def plain(text: str) -> str:
    return PlainText.from_text(text, markdown=True).text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("**Nordalia** rents it.", "Nordalia rents it."),
        ("__Nordalia__ rents it.", "Nordalia rents it."),
        ("It costs *$3 million*.", "It costs $3 million."),
        ("It _rents_ it.", "It rents it."),
        ("***Nordalia*** rents it.", "Nordalia rents it."),
        ("Run `kg` now.", "Run kg now."),
        ("[Nordalia](https://news.example/a_(b)) rents it.", "Nordalia rents it."),
        ("[**Nordalia**](/x) rents it.", "Nordalia rents it."),
        ("[Nordalia][1] rents it.\n\n[1]: https://news.example", "Nordalia rents it.\n\n"),
        ("It rents it.[^a]\n\n[^a]: Kerlan says so.", "It rents it.\n\nKerlan says so."),
        ("![The campus](campus.png)It rents it.", "It rents it."),
        ("It rents ~~and buys~~ it.", "It rents  it."),
        ("It <b>rents</b> it.", "It rents it."),
        ("It rents 5 \\* 3.", "It rents 5 * 3."),
    ],
)
def test_marks_within_a_line_are_not_read(text: str, shown: str) -> None:
    assert plain(text) == shown


@pytest.mark.parametrize(
    "text",
    [
        "<!-- Nordalia rents it. -->",
        "```\nNordalia rents it.\n```",
        "~~~ text\nNordalia rents it.\n~~~",
        "```\nNordalia",
    ],
)
def test_comments_and_code_are_not_read(text: str) -> None:
    assert plain(f"It opens.\n\n{text}\n\nIt closes.").split() == (
        ["It", "opens."] if text.endswith("Nordalia") else ["It", "opens.", "It", "closes."]
    )


@pytest.mark.parametrize("text", ["snake_case_name", "2 * 3 * 4", "a * b", "5*3", "f(x) [sic] y", "** and **"])
def test_signs_that_mark_nothing_stay(text: str) -> None:
    assert plain(text) == text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("It raised $50 million[1].", "It raised $50 million."),
        ("It raised $50 million¹ then.", "It raised $50 million then."),
        ("Over 30 km² and 10⁹ W.", "Over 30 km² and 10⁹ W."),
        ("It [1] is.", "It [1] is."),
    ],
)
def test_marks_of_notes_are_not_read_in_any_text(text: str, shown: str) -> None:
    assert PlainText.from_text(text).text == shown


def test_what_is_read_stands_where_the_text_has_it() -> None:
    text = "So [**Nordalia**](/x) rents it."
    shown = PlainText.from_text(text, markdown=True)
    start = shown.text.index("Nordalia")
    assert shown.original(Span(start, start + 8)).of(text) == "Nordalia"


def test_marks_without_an_end_take_linear_time() -> None:
    assert len(plain("[**_`" * 40_000)) > 0
