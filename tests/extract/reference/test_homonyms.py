from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.extract.reference.homonyms import is_parted
from kg.extract.resources import Resources
from kg.model import Extraction
from tests.extract.reading import facts, parse, word

Extract = Callable[[str, str], Extraction]


@pytest.mark.parametrize(
    "text",
    [
        "Kerlan Labs belongs to Kerlan.",
        "Kerlan Labs is owned by the French group Kerlan.",
        "Kerlan Labs, a unit of Kerlan, is hiring.",
    ],
)
def test_a_company_is_not_its_own_parent(text: str, english: Resources) -> None:
    sentence = parse(text, english)
    assert is_parted(sentence, word(sentence, "Kerlan"), {word(sentence, "Kerlan Labs").index})


def test_a_short_form_elsewhere_may_be_the_same(english: Resources) -> None:
    sentence = parse("Kerlan Labs said the shares of Kerlan rose.", english)
    assert not is_parted(sentence, word(sentence, "Kerlan"), {word(sentence, "Kerlan Labs").index})


def test_a_company_may_belong_to_one_whose_name_it_bears(extract: Extract) -> None:
    stated = facts(extract("Kerlan Labs belongs to the Danish group Kerlan.", "en"))
    assert "Kerlan Labs | subsidiary_of | Kerlan | asserted" in stated
