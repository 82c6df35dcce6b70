"""`kg skipped`: what it lists, in which forms, and what it says of odd input."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.runs import run

TEXT = """Nordalia and its rival Kerlan Labs are hiring.

Valbrune funded the study\x1b\u202e.

Nordalia leases the site to Bravane.
"""


@pytest.fixture(name="out", scope="module")
def _out(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("skipped")
    (folder / "a.txt").write_text(TEXT, encoding="utf-8")
    (folder / "b.txt").write_bytes(b"")
    run("build", str(folder), "--language", "en", "--out", str(folder / "out"))
    return str(folder / "out")


def test_reasons_are_counted_before_the_sentences_with_the_word_marked(out: str) -> None:
    found = run("skipped", "--out", out, COLUMNS="300")
    counted, _, listed = found.stdout.partition("article ")
    assert "another part of speech   1       1" in counted
    assert "Nordalia and its ⟦rival⟧ Kerlan Labs" in listed
    assert "Valbrune ⟦funded⟧ the" in listed
    assert (found.returncode, found.stderr) == (0, "")


def test_an_article_that_could_not_be_read_is_among_them(out: str) -> None:
    (record,) = json.loads(run("skipped", "--out", out, "--article", "b.txt", "--format", "json").stdout)
    assert (record["cause"], record["reason"].partition(";")[0]) == ("not read", "is empty")


def test_reasons_can_be_chosen(out: str) -> None:
    records = json.loads(run("skipped", "--out", out, "--reason", "PART OF SPEECH", "--format", "json").stdout)
    assert [record["trigger"] for record in records] == ["rival"]


def test_words_that_became_statements_are_shown_when_all_are_asked_for(out: str) -> None:
    assert "leases_to" not in run("skipped", "--out", out, "--format", "csv").stdout
    assert "Nordalia ⟦leases⟧ the site to Bravane." in run("skipped", "--out", out, "--format", "csv", "--all").stdout


@pytest.mark.parametrize("form", ["table", "csv", "json"])
def test_no_word_of_an_article_moves_the_cursor(out: str, form: str) -> None:
    found = run("skipped", "--out", out, "--format", form).stdout
    assert ("\x1b" in found, "\u202e" in found) == (False, False)


def test_a_sentence_is_no_formula_for_a_spreadsheet(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("=Nordalia() funded the study.", encoding="utf-8")
    run("build", str(tmp_path / "a.txt"), "--language", "en", "--out", str(tmp_path / "out"))
    found = run("skipped", "--out", str(tmp_path / "out"), "--format", "csv").stdout
    assert (",'=Nordalia() ⟦funded⟧" in found, ",=" in found) == (True, False)


@pytest.mark.parametrize(
    ("words", "line"),
    [
        (
            ["--out", "nowhere"],
            "nowhere/statements.jsonl: cannot be read (No such file or directory); run `kg build` first",
        ),
        (["--format", "xml"], "xml: no such format; use table, json, csv"),
    ],
)
def test_odd_usage_is_one_line_and_code_2(words: list[str], line: str) -> None:
    found = run("skipped", *words)
    assert (found.returncode, found.stdout, found.stderr) == (2, "", f"kg: {line}\n")


def test_records_without_their_keys_are_refused_with_their_line(tmp_path: Path) -> None:
    (tmp_path / "statements.jsonl").write_text("", encoding="utf-8")
    (tmp_path / "skipped.jsonl").write_text('{"document": "a.txt"}\n', encoding="utf-8")
    found = run("skipped", "--out", str(tmp_path))
    assert (found.returncode, "skipped.jsonl:1: lacks start" in found.stderr) == (2, True)


def test_a_store_tells_what_a_folder_of_the_same_articles_tells(out: str, tmp_path: Path) -> None:
    store, text = str(tmp_path / "store"), Path(out).parent / "a.txt"
    run("build", str(text), "--language", "en", "--store", store, "--out", str(tmp_path / "out"))
    one, two = (
        run("skipped", flag, place, "--all", "--format", "json")
        for flag, place in (("--store", store), ("--out", str(tmp_path / "out")))
    )
    assert one.stdout == two.stdout
    assert "became a statement" in one.stdout
