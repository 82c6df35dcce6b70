"""Words marked within their sentence."""

from __future__ import annotations

from kg.model import Span
from kg.present.reports.marks import around, mark


def test_words_are_marked_where_they_stand_in_the_article() -> None:
    assert mark("Nordalia grew.", {"subject": Span(100, 108)}, 100) == "⟦subject: Nordalia⟧ grew."


def test_of_overlapping_words_the_first_is_marked() -> None:
    assert mark("a big plan", {"one": Span(2, 10), "two": Span(6, 10)}) == "a ⟦one: big plan⟧"


def test_words_outside_of_the_text_are_left_out() -> None:
    assert mark("a plan", {"one": Span(4, 40)}) == "a plan"


def test_a_short_text_is_shown_whole() -> None:
    assert around("one two", Span(4, 7), 20) == ("one two", 0)


def test_a_long_text_is_cut_around_the_place_at_spaces() -> None:
    text = "word " * 50 + "here " + "word " * 50
    shown, first = around(text, Span(250, 254), 40)
    assert ("here" in shown, len(shown) <= 40, text[first : first + len(shown)] == shown) == (True, True, True)


def test_a_text_without_spaces_is_cut_too() -> None:
    shown, _ = around("x" * 500, None, 40)
    assert len(shown) == 40
