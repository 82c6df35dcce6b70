from __future__ import annotations

from pathlib import Path

import pytest

from kg.extract.grammar.cues import Cues
from kg.model import Modality
from kg.ontology.schema import Cue, Ontology

CUES = (
    Cue("en/plan", "en", "matrix", ("plan", "aim"), Modality.PLANNED),
    Cue("en/maybe", "en", "matrix", ("plan", "mull"), Modality.POSSIBLE),
    Cue("en/such", "en", "example", ("like", "such as")),
    Cue("fr/plan", "fr", "matrix", ("prévoir",), Modality.PLANNED),
)


@pytest.fixture(name="cues")
def _cues() -> Cues:
    return Cues.from_ontology(Ontology(Path(), {}, {}, {}, (), (), (), CUES), "en")


def test_a_form_is_looked_up_within_its_kind(cues: Cues) -> None:
    assert (cues.has("matrix", "aim"), cues.has("speech", "aim"), cues.has("matrix", "walk")) == (True, False, False)


def test_other_languages_are_left_out(cues: Cues) -> None:
    assert not cues.has("matrix", "prévoir")


def test_the_first_cue_with_a_form_counts(cues: Cues) -> None:
    assert cues.modality("matrix", "plan") is Modality.PLANNED


def test_a_cue_may_bring_no_modality(cues: Cues) -> None:
    assert (cues.modality("example", "like"), cues.modality("example", "walk")) == (None, None)


def test_forms_come_longest_first(cues: Cues) -> None:
    assert (cues.forms("example"), cues.forms("speech")) == (("such as", "like"), ())
