"""`kg build`: what it prints and its exit codes."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from kg.articles.file_kinds import ADVICE
from tests.cli.runs import ROOT, run

TEXT = "Nordalia raised $30 million from Kerlan Capital in 2024.\n"


@pytest.fixture(name="article")
def _article(tmp_path: Path) -> Path:
    path = tmp_path / "a.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_a_build_prints_its_statements_and_files(article: Path, tmp_path: Path) -> None:
    found = run("build", str(article), "--out", str(tmp_path / "out"))
    rows = [line.split() for line in found.stdout.splitlines()]
    assert ["Kerlan", "Capital", "funds", "Nordalia", "asserted", "0.93"] in rows
    assert "1 article, 2 statements, 2 entities, 0 sentences skipped" in found.stdout
    assert str(tmp_path / "out" / "graph.html") in found.stdout
    assert (found.returncode, found.stderr) == (0, "")


def test_a_bad_article_is_one_line_and_the_others_are_built(article: Path, tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_bytes(b"")
    found = run("build", str(tmp_path), "--out", str(tmp_path / "out"))
    line = f"kg: {tmp_path.as_posix()}/b.txt: is empty; give it a text\n"
    assert (found.returncode, found.stderr) == (2, line)
    assert (tmp_path / "out" / "statements.jsonl").read_text(encoding="utf-8").count("\n") == 2


def test_an_article_that_takes_too_long_is_one_line_and_a_record(article: Path, tmp_path: Path) -> None:
    found = run("build", str(article), "--out", str(tmp_path / "out"), KG_SECONDS="0.000001")
    line = f"kg: {article.as_posix()}: could not be read: its reading took longer than 0 s"
    assert (found.returncode, found.stderr.count("\n"), found.stderr.startswith(line)) == (2, 1, True)
    skipped = run("skipped", "--out", str(tmp_path / "out"), "--reason", "failed", "--format", "csv").stdout
    assert "failed: its reading took longer than 0 s" in skipped


def test_a_store_tells_which_articles_failed(article: Path, tmp_path: Path) -> None:
    store = str(tmp_path / "store")
    assert run("build", str(article), "--store", store, KG_SECONDS="0.000001").returncode == 2
    assert f"{article.as_posix()}: its last reading failed: " in run("status", "--store", store).stdout
    assert "failed: its reading took longer" in run("skipped", "--store", store, "--format", "csv").stdout
    assert "replaced" in run("build", str(article), "--store", store).stdout


def test_articles_come_from_standard_input_too(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "kg", "build", "-", "--out", str(tmp_path / "out")]
    found = subprocess.run(command, input=TEXT, capture_output=True, check=False, cwd=ROOT, encoding="utf-8")
    assert (found.returncode, "2 statements" in found.stdout) == (0, True)


def test_the_kind_of_standard_input_can_be_told(tmp_path: Path) -> None:
    line = '{"text": "Nordalia acquired Bravane.", "title": "Kerlan acquired Orsane."}'
    command = [sys.executable, "-m", "kg", "build", "-", "--kind", "txt", "--out", str(tmp_path / "out")]
    found = subprocess.run(command, input=line, capture_output=True, check=False, cwd=ROOT, encoding="utf-8")
    assert found.returncode == 0
    assert '{"text": "Nordalia' in (tmp_path / "out" / "statements.jsonl").read_text("utf-8").replace('\\"', '"')


def test_fields_of_records_can_be_named(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(
        '{"story": "Nordalia acquired Bravane in 2024.", "meta": {"day": "2024-05-08"}}\n', encoding="utf-8"
    )
    out, fields = str(tmp_path / "out"), ("--field", "text=story", "--field", "date=meta.day")
    assert "1 statement" in run("build", str(path), *fields, "--out", out).stdout
    assert run("verify", "--field", "text=story", "--out", out).returncode == 0
    found = run("build", str(path), "--field", "story=text", "--out", out)
    assert (found.returncode, found.stderr.startswith("kg: --field story=text: names no field; write ")) == (2, True)


def test_files_of_other_kinds_are_said_and_cost_nothing(article: Path, tmp_path: Path) -> None:
    (tmp_path / "b.csv").write_text("a", encoding="utf-8")
    (tmp_path / "c.json").write_text("{}", encoding="utf-8")
    found = run("build", str(article.parent), "--out", str(tmp_path / "out"))
    assert (found.returncode, found.stderr.splitlines()) == (
        0,
        [
            f"kg: {tmp_path}: files of kinds that are not read: 1 .csv",
            f"kg: {tmp_path}: files without articles: 1 .json",
        ],
    )


def test_the_language_can_be_told(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Nordalia raised $30 million.", encoding="utf-8")
    found = run("build", str(tmp_path / "a.txt"), "--language", "en", "--out", str(tmp_path / "out"))
    assert (found.returncode, "1 statement" in found.stdout) == (0, True)


@pytest.mark.parametrize(
    ("words", "line"),
    [
        (["nowhere"], "nowhere: no such file or folder; check the path"),
        (["kg/model.py"], "kg/model.py: unknown kind of file; " + ADVICE),
        (["seeds", "--language", "de"], "unknown language 'de'; use one of en, fr"),
        (["seeds", "--ontology", "nowhere"], "nowhere: no such folder; name a folder in the form of ontology/"),
    ],
)
def test_what_cannot_be_built_is_one_line_and_code_2(words: list[str], line: str, tmp_path: Path) -> None:
    found = run("build", *words, "--out", str(tmp_path / "out"))
    assert (found.returncode, found.stdout, found.stderr) == (2, "", f"kg: {line}\n")
    assert not (tmp_path / "out").exists()


def test_a_folder_that_cannot_be_written_is_one_line_and_code_2(article: Path) -> None:
    found = run("build", str(article), "--out", str(article))
    assert (found.returncode, found.stdout, found.stderr.count("\n")) == (2, "", 1)
    assert "cannot be written" in found.stderr
    assert article.read_text(encoding="utf-8") == TEXT


def test_a_wrong_base_is_one_line_and_code_2(article: Path, tmp_path: Path) -> None:
    found = run("build", str(article), "--out", str(tmp_path / "out"), KG_BASE="nordalia")
    assert (found.returncode, found.stderr.startswith("kg: KG_BASE=nordalia: the base IRI is not")) == (2, True)


def test_a_broken_ontology_is_named_with_its_line(article: Path, tmp_path: Path) -> None:
    folder = tmp_path / "ontology"
    folder.mkdir()
    (folder / "kg.ttl").write_text("# one\n\nkg:x a", encoding="utf-8")
    found = run("build", str(article), "--out", str(tmp_path / "out"), "--ontology", str(folder))
    assert (found.returncode, found.stderr.startswith(f"kg: {folder}/kg.ttl:3: wrong Turtle")) == (2, True)


def test_no_word_of_an_article_moves_the_cursor(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Nordalia raised $30 million from \x1b[2JKerlan\u202e in 2024.", encoding="utf-8")
    found = run("build", str(tmp_path / "a.txt"), "--out", str(tmp_path / "out"))
    assert ("\x1b" in found.stdout, "\u202e" in found.stdout) == (False, False)


def test_a_server_is_refused_as_a_folder_of_results(article: Path, tmp_path: Path) -> None:
    found = run("build", str(article), "--out", "http://localhost:7878", where=tmp_path)
    line = "kg: http://localhost:7878: is a server, and files go into a folder; name a server with --store\n"
    assert (found.returncode, found.stdout, found.stderr) == (2, "", line)
    assert [path.name for path in tmp_path.iterdir()] == ["a.txt"]


def test_a_store_is_verified_by_the_text_it_keeps_where_an_article_has_no_file(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "kg", "build", "-", "--language", "en", "--store", str(tmp_path / "store")]
    subprocess.run(command, input=TEXT, check=True, capture_output=True, cwd=ROOT, text=True)
    found = run("verify", "--store", str(tmp_path / "store"))
    assert (found.returncode, found.stderr) == (0, "")
