from __future__ import annotations

import pytest

from kg.extract.text.folding import fold


@pytest.mark.parametrize(
    ("words", "folded"),
    [
        ("Énergies Renouvelables", "energies renouvelables"),
        ("L’Usine-École", "l usine ecole"),
        ("  AT&T\u00a0Corp. ", "at&t corp"),
        ("Straße", "strasse"),
        ("ﬁn", "fin"),
        ("—", ""),
    ],
)
def test_spellings_that_differ_in_form_alone_fold_to_one(words: str, folded: str) -> None:
    assert fold(words) == folded


def test_folding_twice_changes_nothing() -> None:
    assert fold(fold("Kerlan-Énergie’s Ågren")) == fold("Kerlan-Énergie’s Ågren")
