"""`kg analyse`: its sections, in which forms, and what it says of odd input."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.runs import run

TEXT = """Kerlan has invested $100 million in Nordalia.

Nordalia is a customer of Bravane Labs. Bravane Labs is a customer of Kerlan.

Valbrune could acquire Orsane.
"""


@pytest.fixture(name="out", scope="module")
def _out(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("analyse")
    (folder / "a.txt").write_text(TEXT, encoding="utf-8")
    assert run("build", str(folder), "--language", "en", "--out", str(folder / "out")).returncode == 0
    return str(folder / "out")


def test_a_circle_of_money_is_told_step_by_step_with_its_amount(out: str) -> None:
    found = run("analyse", "--of", "circles", "--out", out)
    count, circle, first, second, third = found.stdout.splitlines()
    assert (count, circle.strip()) == (
        "circles of money: 1",
        "Bravane Labs → Kerlan → Nordalia → Bravane Labs (asserted)",
    )
    assert "Bravane Labs pays Kerlan: Bravane Labs customer_of Kerlan (asserted)" in first
    assert "Kerlan pays Nordalia: Kerlan funds Nordalia (asserted), $100 million" in second
    assert third.endswith("“Nordalia is a customer of Bravane Labs.”")
    assert (found.returncode, found.stderr) == (0, "")


def test_without_options_all_sections_but_paths_are_told(out: str) -> None:
    found = run("analyse", "--out", out).stdout
    assert [line for line in found.splitlines() if not line.startswith(" ")] == [
        "central: the first 3 of 3 by betweenness",
        "components: 1",
        "circles of money: 1",
    ]


def test_what_is_only_possible_counts_when_asked_for(out: str) -> None:
    found = json.loads(
        run("analyse", "--modality", "all", "--of", "components", "--format", "json", "--out", out).stdout
    )
    assert [[one["entity"] for one in group] for group in found["components"]][1] == ["Orsane", "Valbrune"]


def test_paths_need_no_section_when_their_ends_are_named(out: str) -> None:
    found = json.loads(run("analyse", "--from", "kerlan", "--to", "nordalia", "--format", "json", "--out", out).stdout)
    assert [[leg["to"] for leg in path] for path in found["paths"]] == [["Nordalia"], ["Bravane Labs", "Nordalia"]]
    assert found["paths"][0][0]["sentence"] == "Kerlan has invested $100 million in Nordalia."


@pytest.mark.parametrize(("section", "rows"), [("central", 3), ("components", 3), ("circles", 3)])
def test_csv_is_one_section(out: str, section: str, rows: int) -> None:
    assert len(run("analyse", "--of", section, "--format", "csv", "--out", out).stdout.splitlines()) == rows + 1


@pytest.mark.parametrize(
    ("words", "line"),
    [
        (["--of", "money"], "money: no such section; use central, components, paths, circles"),
        (["--of", "paths"], "paths need two ends; name them by --from and --to"),
        (["--from", "Kerlan"], "paths need two ends; name them by --from and --to"),
        (["--format", "csv"], "csv holds one table; name one section by --of, such as --of circles"),
        (["--from", "Kerlan", "--to", "Tavane"], "Tavane: no entity or statement has this name; check its spelling"),
    ],
)
def test_odd_usage_is_one_line_and_code_2(out: str, words: list[str], line: str) -> None:
    found = run("analyse", *words, "--out", out)
    assert (found.returncode, found.stdout, found.stderr) == (2, "", f"kg: {line}\n")


def test_a_statement_is_no_end_of_a_path(out: str) -> None:
    line = (Path(out) / "statements.jsonl").read_text(encoding="utf-8").splitlines()[0]
    found = run("analyse", "--from", json.loads(line)["id"], "--to", "Kerlan", "--out", out)
    assert (found.returncode, "is a statement, not an entity; name an entity" in found.stderr) == (2, True)
