"""Commands whose store is on another server: they do there what they do in a folder."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.runs import run

WORDS = "Nordalia raised $5 million. Nordalia leases its campus to Bravane."


@pytest.fixture(name="address")
def _address(empty_server: str, tmp_path: Path) -> str:
    (tmp_path / "a.txt").write_text(WORDS, encoding="utf-8")
    built = run("build", str(tmp_path / "a.txt"), "--language", "en", "--store", empty_server)
    assert (built.returncode, built.stderr) == (0, "")
    assert built.stdout.splitlines()[-1].startswith(f"{empty_server}: 1 article, ")
    return empty_server


def test_every_command_that_reads_says_what_it_says_of_a_folder(address: str, tmp_path: Path) -> None:
    folder = str(tmp_path / "store")
    run("build", str(tmp_path / "a.txt"), "--language", "en", "--store", folder)
    for words in (
        ("query", "leases", "--format", "csv"),
        ("query", "SELECT ?g { GRAPH ?g { ?s kg:raised ?o } }"),
        ("explain", "Nordalia"),
        ("verify",),
        ("validate",),
        ("skipped", "--all", "--format", "json"),
        ("export", "-", "--format", "trig"),
    ):
        one, two = run(*words, "--store", address), run(*words, "--store", folder)
        assert (one.returncode, one.stdout, one.stderr) == (two.returncode, two.stdout, two.stderr), words


def test_an_article_is_listed_and_forgotten(address: str) -> None:
    listed = run("status", "--store", address)
    assert "a.txt" in listed.stdout
    assert listed.stdout.splitlines()[-1].startswith("1 article, ")
    assert run("forget", "a.txt", "--store", address).returncode == 0
    assert run("status", "--store", address).stdout.splitlines()[-1] == "0 articles, 0 statements"


def test_the_page_of_a_part_goes_where_the_reader_is(address: str, tmp_path: Path) -> None:
    assert run("render", "--store", address, where=tmp_path).stdout == "part.html\n"
    assert (tmp_path / "part.html").is_file()


def test_a_copy_is_for_folders(address: str, tmp_path: Path) -> None:
    found = run("backup", str(tmp_path / "copy"), "--store", address)
    assert (found.returncode, found.stderr.startswith(f"kg: {address}: is no folder; ")) == (2, True)


def test_a_server_that_is_not_there_is_told_in_one_line() -> None:
    found = run("query", "leases", "--store", "http://127.0.0.1:1")
    assert (found.returncode, found.stderr) == (
        2,
        "kg: http://127.0.0.1:1: refuses the connection; start the server, or name another\n",
    )
