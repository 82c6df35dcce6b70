from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
import typer

from kg.cli import main
from tests.cli.runs import ROOT, run, write_folder


@pytest.fixture(name="out")
def _out(tmp_path: Path) -> Path:
    return write_folder(tmp_path)


@pytest.mark.parametrize(
    ("words", "line"),
    [
        (["sing"], "No such command 'sing'"),
        (["query", "--loud"], "No such option: --loud"),
        (["query", "rents"], "rents: no such question"),
        (["query", "ASK {", "--out", "nowhere"], "nowhere/graph.trig: no such file"),
        (["verify", "--out", "nowhere"], "nowhere/graph.trig: no such file"),
        (["evaluate", "docs"], "docs: holds no gold statements"),
    ],
)
def test_wrong_usage_is_one_line_and_code_2(words: list[str], line: str) -> None:
    found = run(*words)
    assert (found.returncode, found.stdout) == (2, "")
    assert found.stderr.startswith(f"kg: {line}")
    assert found.stderr.count("\n") == 1


def test_a_build_of_nothing_asks_for_articles(tmp_path: Path) -> None:
    found = run("build", where=tmp_path)
    assert (found.returncode, found.stderr) == (
        2,
        "kg: no articles were named, and no folder seeds/ is here; name files or folders, or - for standard input\n",
    )


def test_without_a_command_the_help_is_printed() -> None:
    found = run()
    assert (found.returncode, "Commands:" in found.stdout) == (0, True)


def test_a_group_without_a_command_prints_its_help() -> None:
    found = run("ontology")
    assert (found.returncode, found.stdout.startswith("Usage: kg ontology"), found.stderr) == (2, True, "")


def test_an_unexpected_error_is_one_line_too(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail() -> typer.Typer:
        raise ZeroDivisionError("twice\nover")

    monkeypatch.setattr(main, "make_app", fail)
    monkeypatch.delenv("KG_DEBUG", raising=False)
    with pytest.raises(SystemExit) as caught:
        main.main([])
    assert caught.value.code == 2
    assert capsys.readouterr().err.startswith("kg: unexpected ZeroDivisionError: twice over; run again with KG_DEBUG=1")


def test_text_is_utf_8_under_an_ascii_locale(out: Path) -> None:
    found = run("query", "SELECT ('é' AS ?e) { }", "--out", str(out), LC_ALL="C", PYTHONUTF8="0")
    assert "é" in found.stdout


def test_a_reader_who_leaves_early_causes_no_complaint(out: Path) -> None:
    kg = f"{sys.executable} -m kg query 'SELECT * {{ ?s ?p ?o }}' --out {out}"
    found = subprocess.run(
        ["bash", "-c", f"{kg} | head -1; exit ${{PIPESTATUS[0]}}"], capture_output=True, check=False, cwd=ROOT
    )
    assert (found.returncode, found.stderr) == (0, b"")


def test_a_table_for_a_reader_who_leaves_early_causes_no_complaint() -> None:
    kg = f"{sys.executable} -m kg ontology show"
    found = subprocess.run(
        ["bash", "-c", f"{kg} | head -1; exit ${{PIPESTATUS[0]}}"], capture_output=True, check=False, cwd=ROOT
    )
    assert (found.returncode, found.stderr) == (0, b"")


@pytest.mark.parametrize(
    ("closing", "code"),
    [("<&-", 0), (">&-", 0), ("2>&-", 0), (">/dev/full", 2)],
    ids=["stdin", "stdout", "stderr", "full"],
)
def test_closed_streams_break_nothing(closing: str, code: int) -> None:
    found = subprocess.run(
        ["bash", "-c", f"{sys.executable} -m kg query --list {closing}"], capture_output=True, check=False, cwd=ROOT
    )
    assert (found.returncode, b"unexpected" in found.stderr, found.stderr.count(b"\n")) == (code, False, code // 2)
