from __future__ import annotations

from datetime import date

import pytest

from kg.extract.extractor import FrameExtractor
from tests.extract.reading import article

MAY = date(2026, 5, 6)


def date_told(text: str, language: str, extractor: FrameExtractor) -> str | None:
    """Return the date of the only acquisition that a text of 6 May 2026 tells."""
    (found,) = extractor.extract(article(text, language, published=MAY)).statements
    return found.qualifiers.date


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Nordalia acquired Bravane in October.", "2025-10"),
        ("Nordalia acquired Bravane on 20 May.", "2025-05-20"),
        ("Bravane was acquired by Nordalia in June.", "2025-06"),
        ("Nordalia did not acquire Bravane in October.", "2025-10"),
        ("Nordalia reportedly acquired Bravane in October.", "2025-10"),
        ("Nordalia's acquisition of Bravane in October surprised investors.", "2025-10"),
        ("Nordalia will acquire Bravane in December.", "2026-12"),
        ("Nordalia plans to acquire Bravane in February.", "2027-02"),
        ("Nordalia will not acquire Bravane in December.", "2026-12"),
        ("Nordalia may acquire Bravane in December.", "2026-12"),
        ("Nordalia could have acquired Bravane in October.", "2025-10"),
        ("Nordalia is acquiring Bravane in December.", "2026-12"),
        ("Nordalia agreed to acquire Bravane on 20 April.", "2026-04-20"),
        ("Nordalia will acquire Bravane on 20 April.", "2027-04-20"),
        ("Nordalia agreed to acquire Bravane on Friday.", "2026-05-01"),
        ("Nordalia acquired Bravane in June 2027.", "2027-06"),
        ("Nordalia will acquire Bravane, which closed a plant in October.", "2025-10"),
    ],
)
def test_the_verb_tells_which_year_is_meant_in_english(text: str, value: str, extractor: FrameExtractor) -> None:
    assert date_told(text, "en", extractor) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Nordalia a racheté Bravane en octobre.", "2025-10"),
        ("Nordalia rachetait Bravane en octobre.", "2025-10"),
        ("Nordalia a racheté Bravane le 20 mai.", "2025-05-20"),
        ("Bravane a été rachetée par Nordalia en juin.", "2025-06"),
        ("Nordalia aurait racheté Bravane en octobre.", "2025-10"),
        ("Nordalia rachètera Bravane en décembre.", "2026-12"),
        ("Nordalia va racheter Bravane le 3 février.", "2027-02-03"),
        ("Nordalia rachèterait Bravane en décembre.", "2026-12"),
        ("Nordalia devrait racheter Bravane d'ici novembre.", "2026-11"),
        ("Nordalia a racheté Bravane en novembre dernier.", "2025-11"),
    ],
)
def test_the_verb_tells_which_year_is_meant_in_french(text: str, value: str, extractor: FrameExtractor) -> None:
    assert date_told(text, "fr", extractor) == value
