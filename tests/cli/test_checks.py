"""`kg verify`, `kg validate` and `kg evaluate`: what they print and their exit codes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.runs import TEXT, run, write_folder


@pytest.fixture(name="out")
def _out(tmp_path: Path) -> Path:
    return write_folder(tmp_path)


def test_verify_counts_what_matches(out: Path) -> None:
    found = run("verify", "--out", str(out))
    assert (found.returncode, found.stdout) == (0, "16 quotations of 4 statements match their 1 article\n")


def test_verify_leaves_with_1_when_a_quotation_is_broken(out: Path) -> None:
    (out.parent / "a.txt").write_text(TEXT.replace("$5", "$6"))
    found = run("verify", "--out", str(out))
    assert (found.returncode, "no longer" in found.stdout) == (1, True)


def test_validate_keeps_all_shapes(out: Path) -> None:
    found = run("validate", "--out", str(out))
    assert (found.returncode, found.stdout) == (0, "the graph conforms to all shapes\n")


def test_validate_leaves_with_1_on_a_violation(out: Path) -> None:
    graph = out / "graph.trig"
    graph.write_text(graph.read_text().replace('schema:currency "USD"', 'schema:currency "dollars"'))
    found = run("validate", "--out", str(out))
    assert (found.returncode, "exactly one currency" in found.stdout) == (1, True)


@pytest.fixture(name="gold")
def _gold(tmp_path: Path) -> Path:
    statement = {"subject": "Lambda", "relation": "raised", "object": "5 million dollars", "modality": "asserted"}
    (tmp_path / "gold").mkdir()
    (tmp_path / "gold" / "a.gold.json").write_text(json.dumps([{**statement, "evidence": "Lambda raised"}]))
    return tmp_path / "gold"


def test_evaluate_prints_figures(out: Path, gold: Path) -> None:
    found = run("evaluate", str(gold), "--out", str(out), "--json")
    figures = json.loads(found.stdout)
    assert (figures["all"]["recall"], figures["all"]["precision"], figures["by_relation"]) == (
        1.0,
        0.25,
        {"raised": "1/1"},
    )


def test_the_figures_fit_into_80_columns(out: Path, gold: Path) -> None:
    lines = run("evaluate", str(gold), "--out", str(out)).stdout.splitlines()
    assert (max(map(len, lines)) <= 80, any(line.split() == ["dates.wanted", "0", "0"] for line in lines)) == (
        True,
        True,
    )


def test_evaluate_measures_identity_by_the_entities_beside_the_gold(out: Path, gold: Path) -> None:
    (gold / "a.things.json").write_text(json.dumps({"lambda": {"names": ["Lambda"]}}))
    figures = json.loads(run("evaluate", str(gold), "--out", str(out), "--json").stdout)
    assert figures["all"]["identity_within"] == {"precision": None, "recall": None, "pairs": 0}


def test_evaluate_leaves_with_1_under_its_floor(out: Path, gold: Path) -> None:
    found = run("evaluate", str(gold), "--out", str(out), "--floor", "precision=0.5", "--errors")
    assert (found.returncode, "all.precision is 0.25, under 0.5" in found.stdout) == (1, True)


def test_an_unknown_measure_is_wrong_usage(out: Path, gold: Path) -> None:
    assert run("evaluate", str(gold), "--out", str(out), "--floor", "beauty=1").returncode == 2


def test_gold_without_its_articles_says_what_is_missing(gold: Path) -> None:
    found = run("evaluate", str(gold))
    assert (found.returncode, "holds gold statements but not their articles" in found.stderr) == (2, True)


def test_a_line_that_is_no_statement_is_named(out: Path, gold: Path) -> None:
    (out / "statements.jsonl").write_text('{"subject": 1}\n')
    for command in (("verify",), ("evaluate", str(gold))):
        found = run(*command, "--out", str(out))
        assert (found.returncode, "statements.jsonl:1: lacks document" in found.stderr) == (2, True)
