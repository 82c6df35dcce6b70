from __future__ import annotations

import pytest

from kg.extract.resources import Resources
from tests.extract.reading import parse, word


@pytest.mark.parametrize(
    ("text", "form", "lemma"),
    [
        ("Kerlan Capital funds Nordalia.", "funds", "fund"),
        ("Nordalia partners with Kerlan Labs.", "partners", "partner"),
        ("Kerlan Labs leases a campus.", "leases", "lease"),
        ("Nordalia powers its campus.", "powers", "power"),
    ],
)
def test_a_verb_that_looks_like_a_noun_is_a_verb_between_a_name_and_its_object(
    english: Resources, text: str, form: str, lemma: str
) -> None:
    found = word(parse(text, english), form)
    assert (found.lemma, found.pos) == (lemma, "VERB")


@pytest.mark.parametrize("text", ["Kerlan Capital funds are rising.", "Many funds paid."])
def test_funds_elsewhere_stay_funds(english: Resources, text: str) -> None:
    assert word(parse(text, english), "funds").pos == "NOUN"
