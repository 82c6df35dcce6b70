from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from kg.errors import OutputError
from kg.model import Cause, Extraction, Mention, Modality, Qualifiers, Reference, Skipped, Span, Step, Term, Value
from kg.store.extraction_records import read_extraction, write_extraction
from tests.world import article, entity, extraction, money, statement

WHERE = replace(article("Nordalia raised $5 million in Lille."), date=date(2025, 3, 1), title="Nordalia")
LILLE = Term(entity("e2", "Lille", "Place"), Mention("Lille", Span(30, 35)))


def whole() -> Extraction:
    told = statement(WHERE, entity("e1", "Nordalia"), "raised", money("$5 million", "5000000"))
    told = replace(
        told,
        modality=Modality.POSSIBLE,
        attribution="IDC",
        qualifiers=Qualifiers("2025-03", LILLE, Value("Money", "$1", "1", "USD", upper="2"), "2030", LILLE, "to grow"),
        steps=(Step("subject", "a name", Span(0, 8)), Step("confidence", "0.9")),
    )
    skipped = Skipped("a.txt", Span(0, 5), "raised", Cause.NO_OBJECT, "nothing", "words", Span(1, 2), "en/x")
    reference = Reference("a.txt", "e1", Mention("Nordalia", Span(0, 8)), "a name")
    return replace(extraction(WHERE, told), skipped=(skipped,), references=(reference,))


def test_what_is_written_is_read_back() -> None:
    given = whole()
    assert read_extraction(write_extraction(given)) == given


def test_a_text_with_half_characters_and_controls_is_read_back() -> None:
    given = extraction(replace(article("x"), text="half \ud83d of a pair \x00 \u2028 é"))
    text = write_extraction(given)
    assert text.isascii()
    assert "\n" not in text
    assert read_extraction(text) == given


@pytest.mark.parametrize("text", ["", "{", "[]", "{}", '{"article":{"unknown":1}}', "null"])
def test_what_is_no_extraction_is_refused(text: str) -> None:
    with pytest.raises(OutputError, match="build its articles again"):
        read_extraction(text)
