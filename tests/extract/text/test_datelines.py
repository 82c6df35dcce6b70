from __future__ import annotations

import pytest

from kg.extract.text.datelines import Dateline, find_dateline
from kg.extract.text.plain_text import PlainText


@pytest.mark.parametrize(
    ("opening", "day", "wire"),
    [
        ("OSLO, May 6, 2024 (GLOBE NEWSWIRE) -- ", "May 6, 2024", "GLOBE NEWSWIRE"),
        ("OSLO--(BUSINESS WIRE)--", "", "BUSINESS WIRE"),
        ("TROMSO, Norway, May 6, 2024 /PRNewswire/ -- ", "May 6, 2024", "PRNewswire"),
        ("NEW OSLO, May 6 (Reuters) - ", "May 6", "Reuters"),
        ("LYON (AFP) - ", "", "AFP"),
        ("LYON, 6 mai (Reuters) - ", "6 mai", "Reuters"),
        ("Oslo, May 6, 2024 (Newsfile Corp.) - ", "May 6, 2024", "Newsfile Corp."),
        ("Lyon (AFP) – ", "", "AFP"),
        ("LYON, le 6 mai 2024 – ", "6 mai 2024", ""),
        ("LYON & OSLO, France--(BUSINESS WIRE)--Regulatory News: ", "", "BUSINESS WIRE"),
        ("OSLO — ", "", ""),
    ],
)
def test_the_opening_of_an_agency_is_not_read(opening: str, day: str, wire: str) -> None:
    text = opening + "Nordalia rents it."
    found = find_dateline(text)
    assert (found and (found.day, found.wire), PlainText.from_text(text).text) == ((day, wire), "Nordalia rents it.")


@pytest.mark.parametrize(
    "text",
    [
        "Nordalia (France) - the group of Lyon - rents it.",
        "Nordalia – the group – rents it.",
        "Nordalia, the group of May 6, rents it.",
        "EDF - GDF",
    ],
)
def test_a_sentence_with_a_dash_is_none(text: str) -> None:
    assert (find_dateline(text), PlainText.from_text(text).text) == (None, text)


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Nordalia (NASDAQ: NRD) rents it.", "Nordalia rents it."),
        ("Nordalia (NRD.PA), opens new tab rents it.", "Nordalia rents it."),
        ("Nordalia (TSX: NRD; OTCQX: NRDF) rents it.", "Nordalia rents it."),
        ("Nordalia (Oslo:NRD) rents it.", "Nordalia rents it."),
        ("Nordalia (NRD) rents it.", "Nordalia (NRD) rents it."),
        ("It (see: page 5) rents it.", "It (see: page 5) rents it."),
    ],
)
def test_tickers_and_the_words_of_links_are_not_read(text: str, plain: str) -> None:
    assert PlainText.from_text(text).text == plain


def test_only_the_first_lines_have_the_dateline_of_an_article() -> None:
    assert find_dateline("It rents it. " * 400 + "\nOSLO (AFP) - Nordalia rents it.") is None


def test_a_dateline_ends_before_the_sentence() -> None:
    found = find_dateline("OSLO (AFP) - Nordalia rents it.")
    assert isinstance(found, Dateline)
    assert found.span.of("OSLO (AFP) - Nordalia rents it.") == "OSLO (AFP) - "
