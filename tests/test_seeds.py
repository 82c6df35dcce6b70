"""The sample articles give all that a careful reader finds in them, and nothing else."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kg.config import Settings, find_ontology
from kg.inquiry.checking.evaluate import Evaluation, evaluate
from kg.inquiry.checking.gold import read_gold
from kg.ontology import read_ontology
from kg.pipeline import build
from kg.rdf.records import read_records

ROOT = Path(__file__).parent.parent


@pytest.fixture(name="out", scope="module")
def _out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the graph of the sample articles."""
    out = tmp_path_factory.mktemp("seeds")
    build([ROOT / "seeds"], out=out, settings=Settings(find_ontology()))
    return out


@pytest.fixture(scope="module")
def evaluation(out: Path) -> Evaluation:
    """Return how the statements of the sample articles match the gold ones."""
    gold = read_gold(ROOT / "tests" / "gold")
    return evaluate(gold, read_records(out / "statements.jsonl"), read_ontology(find_ontology()))


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_required_statement_is_found(evaluation: Evaluation, language: str) -> None:
    tally = evaluation.tallies[language]
    assert (tally.found, tally.required) == (25, 25)


@pytest.mark.parametrize("language", ["en", "fr"])
def test_no_statement_is_false(evaluation: Evaluation, language: str) -> None:
    assert evaluation.tallies[language].false == 0


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_modality_is_right(evaluation: Evaluation, language: str) -> None:
    assert evaluation.tallies[language].modality_accuracy == 1.0


def test_no_iri_stands_for_two_entities(evaluation: Evaluation) -> None:
    tally = evaluation.tallies["all"]
    assert (tally.figure("identity_within.precision"), tally.figure("identity_across.precision")) == (1.0, 1.0)


def test_every_sum_is_in_the_dollars_of_the_article(out: Path) -> None:
    statements = [json.loads(line) for line in (out / "statements.jsonl").read_text(encoding="utf-8").splitlines()]
    sums = [s["object"] for s in statements if s["object"]["class"] == "MonetaryAmount"]
    assert {one["unit"] for one in sums} == {"USD"}


def test_an_edge_that_both_languages_state_is_one_edge_with_two_pieces_of_evidence(out: Path) -> None:
    statements = [json.loads(line) for line in (out / "statements.jsonl").read_text(encoding="utf-8").splitlines()]
    about = [s for s in statements if s["object"]["label"] == "Blue Owl Capital"]
    edges = {(s["subject"]["iri"], s["relation"], s["object"]["iri"]) for s in about}
    assert (len(edges), sorted(s["language"] for s in about)) == (1, ["en", "fr"])


def test_the_campus_that_has_no_name_is_one_entity_in_both_languages(out: Path) -> None:
    statements = [json.loads(line) for line in (out / "statements.jsonl").read_text(encoding="utf-8").splitlines()]
    leased = [s for s in statements if s["relation"] == "leases_to"]
    assert (len({s["subject"]["iri"] for s in leased}), len(leased)) == (1, 2)
