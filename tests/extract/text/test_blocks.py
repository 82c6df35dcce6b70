from __future__ import annotations

import pytest

from kg.extract.text.blocks import BlockKind, find_blocks, unwrap
from kg.model import Span
from tests.extract.reading import article


def blocks(text: str, document: str = "a.md") -> list[tuple[str, str]]:
    found = article(text, document=document)
    return [(block.kind.value, block.span.of(found.text)) for block in find_blocks(found)]


@pytest.mark.parametrize(
    ("line", "kind", "words"),
    [
        ("# Nordalia lève des fonds", "heading", "Nordalia lève des fonds"),
        ("###### Small", "heading", "Small"),
        ("- 30 millions d'euros.", "item", "30 millions d'euros."),
        ("• Item one.", "item", "Item one."),
        ("3. Item three.", "item", "Item three."),
        ("> We build.", "quote", "We build."),
        ("#hashtag is none.", "paragraph", "#hashtag is none."),
        ("-5 degrees.", "paragraph", "-5 degrees."),
    ],
)
def test_the_mark_of_a_line_tells_its_kind_and_is_left_out(line: str, kind: str, words: str) -> None:
    assert blocks(line) == [(kind, words)]


def test_lines_of_markdown_up_to_a_blank_one_are_a_paragraph() -> None:
    assert blocks("Nordalia builds\na plant.\n\nIt leases it.") == [
        ("paragraph", "Nordalia builds\na plant."),
        ("paragraph", "It leases it."),
    ]


def test_a_heading_does_not_run_into_the_next_line() -> None:
    assert blocks("# Title\nNordalia builds.") == [("heading", "Title"), ("paragraph", "Nordalia builds.")]


def test_lines_of_a_quote_belong_together() -> None:
    assert blocks("> We build.\n> We lease.") == [("quote", "We build.\n> We lease.")]


def test_lines_of_plain_text_are_paragraphs() -> None:
    assert blocks("Nordalia builds.\nIt leases.", "a.txt") == [
        ("paragraph", "Nordalia builds."),
        ("paragraph", "It leases."),
    ]


def test_plain_text_that_is_wrapped_is_put_together() -> None:
    text = (
        "Nordalia is building a plant near the northern harbour and\n"
        "will let it to whoever pays the price that the board has\n"
        "set for the coming year, which is more than many of them\n"
        "would like.\n"
    )
    assert blocks(text, "a.txt") == [("paragraph", text.strip())]


def test_a_short_line_without_a_full_stop_before_text_is_a_heading() -> None:
    assert blocks("A new campus\n\nNordalia builds.", "a.txt")[0] == ("heading", "A new campus")


def test_a_short_last_line_is_no_heading() -> None:
    assert blocks("Nordalia builds.\n\nAnne Kerlan, CEO", "a.txt")[1] == ("paragraph", "Anne Kerlan, CEO")


def test_line_ends_of_windows_are_line_ends() -> None:
    assert blocks("# Title\r\n\r\nNordalia builds.\r\n") == [("heading", "Title"), ("paragraph", "Nordalia builds.")]


def test_front_matter_is_in_no_block() -> None:
    whole = article("---\ntitle: T\n---\nNordalia builds.", document="a.md")
    body = type(whole)(**{name: getattr(whole, name) for name in whole.__slots__} | {"body": Span(17, 33)})
    assert [block.span for block in find_blocks(body)] == [Span(17, 33)]


@pytest.mark.parametrize("text", ["", "\n\n", "#", "- ", "***", "\ufeff"])
def test_a_text_of_marks_alone_is_no_heading_or_item(text: str) -> None:
    assert {kind for kind, _ in blocks(text)} <= {BlockKind.PARAGRAPH}


LONG = "After two years of talks with its many creditors, Nordalia acquired Kerlan"


@pytest.mark.parametrize(
    ("text", "unwrapped"),
    [
        (f"{LONG}\nEnergy.", f"{LONG} Energy."),
        (f"- {LONG}\nEnergy.", f"- {LONG} Energy."),
        (f"> {LONG}\n> Energy.", f"> {LONG}\n> Energy."),
        (f"# {LONG}\nEnergy.", f"# {LONG}\nEnergy."),
        (f"{LONG}:\nEnergy.", f"{LONG}:\nEnergy."),
        (f"{LONG}  \nEnergy.", f"{LONG}  \nEnergy."),
        ("Anne Kerlan\nNordalia", "Anne Kerlan\nNordalia"),
    ],
    ids=["paragraph", "item", "quote", "heading", "colon", "break", "short"],
)
def test_a_line_end_within_a_paragraph_of_long_lines_is_a_space(text: str, unwrapped: str) -> None:
    assert unwrap(article(text, document="a.md")).text == unwrapped
