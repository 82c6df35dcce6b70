"""Joining, cutting and trimming stretches of text."""

from __future__ import annotations

from kg.extract.text.spans import merged, stripped, without
from kg.model import Span


def test_overlapping_spans_become_one() -> None:
    assert merged([Span(4, 8), Span(0, 5), Span(9, 10)]) == [Span(0, 8), Span(9, 10)]


def test_what_lies_outside_of_others_is_left() -> None:
    text = "Nordalia and Bravane"
    assert [span.of(text) for span in without(Span(0, 20), [Span(9, 12)], text)] == ["Nordalia", "Bravane"]


def test_white_space_and_ampersands_are_trimmed() -> None:
    assert stripped(Span(0, 11), " & Nordalia") == Span(3, 11)
