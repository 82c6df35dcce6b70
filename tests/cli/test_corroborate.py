"""`kg corroborate`: what it prints in which form, and what it says of odd input."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.runs import run

WIRE = "Bravane funds Nordalia, which cools its servers with sea water from the harbour. The regulator kept silent."
TEXTS = {
    "a.txt": WIRE,
    "b.txt": "=Cold() money from the sea. " + WIRE,
    "c.txt": "According to Kerlan Research, Bravane funds Nordalia.",
    "d.txt": "Bravane funds Nordalia, according to Kerlan Research, and this is news to its neighbours.",
}


@pytest.fixture(name="out", scope="module")
def _out(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("corroborate")
    for name, text in TEXTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    assert run("build", str(folder), "--language", "en", "--out", str(folder / "out")).returncode == 0
    return str(folder / "out")


def test_articles_are_counted_by_independent_source(out: str) -> None:
    found = run("corroborate", "Bravane", "--out", out, "--relation", "funds")
    heading, *lines = found.stdout.splitlines()
    assert heading == "Bravane funds Nordalia (asserted): 2 independent of 4 articles"
    assert ["copy of" in line for line in lines] == [False, True, False, False]
    assert ["via Kerlan Research" in line for line in lines] == [False, False, True, True]
    assert (found.returncode, found.stderr) == (0, "")


def test_json_tells_the_same(out: str) -> None:
    (edge,) = json.loads(run("corroborate", "--out", out, "--least", "2", "--format", "json").stdout)
    assert (edge["independent"], [one["source"] for one in edge["articles"]]) == (2, [1, 1, 2, 2])


def test_csv_has_a_line_for_each_article_and_no_formula(out: str) -> None:
    lines = run("corroborate", "--out", out, "--least", "2", "--format", "csv").stdout.splitlines()
    assert (len(lines), lines[0].partition(",")[0], any(",=" in line for line in lines)) == (5, "independent", False)


@pytest.mark.parametrize(
    ("words", "line"),
    [
        (["--format", "xml"], "xml: no such format; use table, json, csv"),
        (["Valbrune"], "Valbrune: no entity or statement has this name; check its spelling"),
    ],
)
def test_odd_usage_is_one_line_and_code_2(out: str, words: list[str], line: str) -> None:
    found = run("corroborate", *words, "--out", out)
    assert (found.returncode, found.stdout, found.stderr) == (2, "", f"kg: {line}\n")


def test_a_folder_that_is_none_is_said_so(tmp_path: Path) -> None:
    found = run("corroborate", "--out", str(tmp_path / "nowhere"))
    assert (found.returncode, found.stderr.startswith("kg: ")) == (2, True)
