from __future__ import annotations

import pytest

from kg.extract.grammar.parsing.lemmas import french_lemma


@pytest.mark.parametrize(
    ("form", "pos", "lemma"),
    [
        ("finance", "VERB", "financer"),
        ("finance", "NOUN", "finance"),
        ("achète", "VERB", "acheter"),
        ("construira", "VERB", "construire"),
        ("fondée", "VERB", "fonder"),
        ("alimentés", "VERB", "alimenter"),
        ("louée", "ADJ", "louer"),
        ("mis", "VERB", "mettre"),
        ("livre", "VERB", "livrer"),
        ("livre", "NOUN", "livre"),
        ("obtenue", "VERB", "obtenir"),
        ("fournis", "VERB", "fournir"),
        ("ouverte", "VERB", "ouvrir"),
        ("produite", "VERB", "produire"),
        ("dément", "VERB", "démentir"),
        ("prendre", "VERB", "prendre"),
        ("sera", "AUX", "être"),
        ("usines", "NOUN", "usine"),
        ("Projets", "NOUN", "projet"),
        ("zorglubées", "NOUN", "zorglubées"),
    ],
)
def test_the_part_of_speech_decides_the_dictionary_form(form: str, pos: str, lemma: str) -> None:
    assert french_lemma(form, pos) == lemma
