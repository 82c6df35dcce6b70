"""The sample articles give all that a careful reader finds in them, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.config import Settings, find_ontology
from kg.inquiry.evaluate import Evaluation, evaluate
from kg.inquiry.gold import read_gold
from kg.inquiry.records import read_records
from kg.ontology import read_ontology
from kg.pipeline import build

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def evaluation(tmp_path_factory: pytest.TempPathFactory) -> Evaluation:
    """Return how the statements of the sample articles match the gold ones."""
    out = tmp_path_factory.mktemp("seeds")
    build([ROOT / "seeds"], out=out, settings=Settings(find_ontology()))
    gold = read_gold(ROOT / "tests" / "gold")
    return evaluate(gold, read_records(out / "statements.jsonl"), read_ontology(find_ontology()))


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_required_statement_is_found(evaluation: Evaluation, language: str) -> None:
    record = evaluation.tallies[language].as_record()
    assert (record["found"], record["required"]) == (25, 25)


@pytest.mark.parametrize("language", ["en", "fr"])
def test_no_statement_is_false(evaluation: Evaluation, language: str) -> None:
    assert evaluation.tallies[language].as_record()["false"] == 0


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_modality_is_right(evaluation: Evaluation, language: str) -> None:
    assert evaluation.tallies[language].as_record()["modality_accuracy"] == 1.0
