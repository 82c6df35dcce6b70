"""`kg conflicts`: what it prints in which form, and when it leaves with 1."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.runs import run

LINES = [
    {"id": "a", "date": "2026-01-05", "text": "Nordalia was founded in 2018. Nordalia raised $40 million."},
    {"id": "b", "date": "2026-01-06", "text": "Nordalia was founded in 2019. Nordalia raised €35 million."},
    {"id": "c", "date": "2026-06-01", "text": "=Nordalia raised $90 million."},
]


@pytest.fixture(name="out", scope="module")
def _out(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("conflicts")
    lines = "".join(json.dumps(line) + "\n" for line in LINES)
    (folder / "news.jsonl").write_text(lines, encoding="utf-8")
    assert run("build", str(folder), "--language", "en", "--out", str(folder / "out")).returncode == 0
    return str(folder / "out")


def test_each_conflict_has_both_sentences_and_a_suggestion(out: str) -> None:
    found = run("conflicts", "Nordalia", "--out", out)
    founded, first, second, raised, *_, note, counted = found.stdout.splitlines()
    assert founded == (
        "Nordalia founded_in: 2018 or 2019; suggested: contradiction, there can be only one, at any time"
    )
    assert (first.endswith("#a, 2026-01-05: “Nordalia was founded in 2018.”"), "2019" in second) == (True, True)
    assert "$40 million or $90 million; suggested: different round" in raised
    assert note == "not compared: Nordalia raised: $40 million and €35 million are in two currencies"
    assert counted == "2 conflicts; suggested: 0 update, 1 different round, 0 correction, 1 contradiction"
    assert (found.returncode, found.stderr) == (0, "")


@pytest.mark.parametrize(("relation", "code"), [("founded_in", 1), ("raised", 0)])
def test_a_check_leaves_with_1_at_a_contradiction(out: str, relation: str, code: int) -> None:
    assert run("conflicts", "--check", "--relation", relation, "--out", out).returncode == code


def test_json_has_conflicts_and_what_was_not_compared(out: str) -> None:
    found = json.loads(run("conflicts", "--out", out, "--format", "json").stdout)
    assert [one["suggestion"] for one in found["conflicts"]] == ["contradiction", "different round"]
    assert found["conflicts"][0]["second"]["said"] == "2019"
    assert [one["reason"] for one in found["not_compared"]] == ["amounts in two currencies are not compared"]


def test_csv_has_a_line_each_and_no_formula(out: str) -> None:
    lines = run("conflicts", "--out", out, "--format", "csv").stdout.splitlines()
    assert (len(lines), lines[0].split(",")[:4], any(",=" in line for line in lines)) == (
        4,
        ["subject", "relation", "about", "suggestion"],
        False,
    )


def test_odd_usage_is_one_line_and_code_2(out: str, tmp_path: Path) -> None:
    found = run("conflicts", "--relation", "eats", "--out", out)
    assert (found.returncode, found.stderr.startswith("kg: eats: the ontology has no such relation")) == (2, True)
    assert run("conflicts", "--out", str(tmp_path)).returncode == 2
