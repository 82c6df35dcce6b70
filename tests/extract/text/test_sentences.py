from __future__ import annotations

import time

import pytest

from kg.extract.text.sentences import find_quoted, split_sentences
from kg.model import Span


def quoted(text: str) -> list[str]:
    return [span.of(text) for span in find_quoted(text, Span(0, len(text)))]


def sentences(text: str) -> list[str]:
    span = Span(0, len(text))
    return [found.of(text) for found in split_sentences(text, span, find_quoted(text, span))]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Anne dit « nous louons » et « nous payons ».", ["nous louons", "nous payons"]),
        ("She said “we lease” today.", ["we lease"]),
        ('She said "we lease" and "we pay".', ["we lease", "we pay"]),
        ("„wir mieten“", ["wir mieten"]),
        ("an open « mark", []),
        ("closed » before « open", []),
        ("nothing between «  »", []),
        ("« outer “inner” words »", ["outer “inner” words"]),
    ],
)
def test_what_stands_in_quotation_marks_is_found_without_them(text: str, words: list[str]) -> None:
    assert quoted(text) == words


def test_a_mark_without_its_partner_hides_no_other_quotation() -> None:
    assert quoted("« open, then “we lease” and » later “we pay”") == ["open, then “we lease” and", "we pay"]
    assert quoted("“ open, then « nous louons »") == ["nous louons"]


def test_only_the_span_is_looked_at() -> None:
    assert find_quoted("“one” “two”", Span(5, 11)) == (Span(7, 10),)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Nordalia builds. It leases.", ["Nordalia builds.", "It leases."]),
        ("Nordalia builds! Does it lease? Yes…", ["Nordalia builds!", "Does it lease?", "Yes…"]),
        ("Kerlan Inc. Builds well.", ["Kerlan Inc. Builds well."]),
        ("Mme. Kerlan paie. Dr. Roy aussi.", ["Mme. Kerlan paie.", "Dr. Roy aussi."]),
        ("It cost 1.5 billion. 2025 follows.", ["It cost 1.5 billion.", "2025 follows."]),
        ("A line\nAnother line", ["A line", "Another line"]),
        ("a wrapped\nline goes on", ["a wrapped\nline goes on"]),
        ("(It builds.) It leases.", ["(It builds.)", "It leases."]),
        ("   ", []),
    ],
)
def test_sentences_end_at_punctuation(text: str, found: list[str]) -> None:
    assert sentences(text) == found


def test_a_full_stop_within_a_quotation_ends_no_sentence() -> None:
    assert sentences("“We build. We lease,” said Anne. She left.") == [
        "“We build. We lease,” said Anne.",
        "She left.",
    ]


def test_a_full_stop_that_closes_a_quotation_ends_the_sentence() -> None:
    assert sentences("Anne said: “We build. We lease.” She left.") == ["Anne said: “We build. We lease.”", "She left."]


def test_what_never_ends_is_cut_at_white_space() -> None:
    found = sentences("word " * 2_000)
    assert max(map(len, found)) <= 2_000
    assert " ".join(found).split() == ["word"] * 2_000


def test_no_cut_of_an_endless_sentence_falls_into_a_quotation() -> None:
    words = "word " * 390 + "“" + "spoken " * 300 + "” " + "word " * 400
    assert sum(sentence.count("“") == sentence.count("”") == 1 for sentence in sentences(words)) == 1


@pytest.mark.parametrize("text", ["." * 200_000, "“" * 100_000, '" ' * 50_000, "…\n" * 50_000, "a" * 200_000])
def test_hostile_punctuation_takes_linear_time(text: str) -> None:
    start = time.process_time()
    sentences(text)
    assert time.process_time() - start < 2
