from __future__ import annotations

import pytest

from kg.extract.grammar.parsing.french_tense import french_tense


@pytest.mark.parametrize(
    ("form", "lemma", "tense"),
    [
        ("louera", "louer", "Tense=Fut"),
        ("construiront", "construire", "Tense=Fut"),
        ("achètera", "acheter", "Tense=Fut"),
        ("sera", "être", "Tense=Fut"),
        ("obtiendront", "obtenir", "Tense=Fut"),
        ("pourrait", "pouvoir", "Mood=Cnd"),
        ("loueraient", "louer", "Mood=Cnd"),
        ("loua", "louer", ""),
        ("entra", "entrer", ""),
        ("loue", "louer", ""),
        ("", "louer", ""),
    ],
)
def test_the_ending_after_the_stem_tells_future_and_conditional(form: str, lemma: str, tense: str) -> None:
    assert french_tense(form, lemma) == tense
