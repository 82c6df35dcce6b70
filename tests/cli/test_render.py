"""`kg render`: which part of the graph its page shows, and what it says of odd input."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.runs import run, write_folder

ARTICLE = (
    "Nordalia has raised $30 million from Kerlan Capital, according to Bravane.\n\n"
    "It plans to build a campus in Lille. Valbrune could buy Nordalia. The campus will be powered by wind.\n"
)


@pytest.fixture(name="out", scope="module")
def _out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_folder(tmp_path_factory.mktemp("render"))


def relations(page: Path, out: Path) -> list[str]:
    """Return the relations of the statements whose ids a page holds, sorted."""
    text = page.read_text(encoding="utf-8")
    records = map(json.loads, (out / "statements.jsonl").read_text(encoding="utf-8").splitlines())
    return sorted(record["relation"] for record in records if record["id"] in text)


def test_without_options_it_is_the_page_of_the_build(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(ARTICLE, encoding="utf-8")
    out, page = tmp_path / "out", tmp_path / "page.html"
    run("build", str(tmp_path / "a.txt"), "--out", str(out))
    found = run("render", str(page), "--out", str(out))
    assert (found.returncode, found.stdout, found.stderr) == (0, f"{page}\n", "")
    assert page.read_bytes() == (out / "graph.html").read_bytes()


@pytest.mark.parametrize(
    ("options", "kept"),
    [
        (("--focus", "openai"), ["provides_access_to"]),
        (("--focus", "OpenAI", "--depth", "2"), ["leases_to", "provides_access_to"]),
        (("--focus", "id:oracle", "--modality", "planned"), ["leases_to", "provides_access_to"]),
        (("--relation", "raised,builds"), ["builds", "raised"]),
        (("--relation", "raised", "--relation", "builds"), ["builds", "raised"]),
        (("--modality", "planned", "--modality", "denied"), ["leases_to", "provides_access_to"]),
    ],
)
def test_options_keep_a_part(out: Path, tmp_path: Path, options: tuple[str, ...], kept: list[str]) -> None:
    page = tmp_path / "page.html"
    found = run("render", str(page), "--out", str(out), *options)
    assert (found.returncode, found.stderr, relations(page, out)) == (0, "", kept)


def test_without_a_name_the_page_stands_in_the_folder_it_is_of(out: Path) -> None:
    found = run("render", "--out", str(out), "--focus", "Lambda")
    assert (found.returncode, found.stdout, found.stderr) == (0, f"{out / 'part.html'}\n", "")
    (out / "part.html").unlink()


def test_out_may_name_the_page(out: Path, tmp_path: Path) -> None:
    (tmp_path / "output").symlink_to(out)
    found = run("render", "--focus", "openai", "--out", "small.html", where=tmp_path)
    assert (found.returncode, found.stdout, found.stderr) == (0, "small.html\n", "")
    assert relations(tmp_path / "small.html", out) == ["provides_access_to"]


def test_a_page_can_go_to_standard_output(out: Path) -> None:
    found = run("render", "-", "--out", str(out), "--focus", "Lambda")
    assert (found.returncode, found.stdout[:15].lower(), found.stderr) == (0, "<!doctype html>", "")


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (("p.html", "--focus", "Lamda"), "Lamda: no entity or statement has this name; do you mean Lambda?"),
        (("p.html", "--relation", "lease_to"), "lease_to: the ontology has no such relation; do you mean leases_to"),
        (("p.html", "--modality", "sure"), "sure: no such modality; use asserted, planned, possible, denied or all"),
        (("p.html", "--depth", "2"), "--depth says how far from what; name it by --focus"),
        (("p.html", "--focus", "Lambda", "--depth", "0"), "Invalid value for '--depth'"),
        (("p.html", "--focus", "OpenAI", "--relation", "raised"), "no statement is left; name other relations or"),
        (("p.ttl",), "p.ttl: is no name of a page; end it in .html, or use `kg export`"),
        (("a.html/p.html", "--modality", "all"), "a.html/p.html: cannot be written ("),
    ],
)
def test_odd_options_are_one_line(out: Path, tmp_path: Path, words: tuple[str, ...], complaint: str) -> None:
    (tmp_path / "a.html").touch()
    found = run("render", str(tmp_path / words[0]), *words[1:], "--out", str(out))
    told = found.stderr.replace(f"{tmp_path}/", "")
    assert (found.returncode, found.stdout, told.count("\n")) == (2, "", 1)
    assert complaint in told
    assert [path.name for path in tmp_path.iterdir()] == ["a.html"]


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        (None, "no such file; run `kg build` first, or name its folder or a store"),
        ("<a> <b>", "cannot be read ("),
        ("@prefix kg: <https://kg.example/ontology#> .\n<https://kg.example/id/s> a kg:Statement .", "run `kg build`"),
    ],
)
def test_a_folder_without_a_sound_graph_is_one_line(tmp_path: Path, text: str | None, complaint: str) -> None:
    if text is not None:
        (tmp_path / "graph.trig").write_text(text, encoding="utf-8")
    found = run("render", str(tmp_path / "p.html"), "--out", str(tmp_path))
    assert (found.returncode, found.stdout, found.stderr.count("\n")) == (2, "", 1)
    assert complaint in found.stderr


def test_articles_that_cannot_be_quoted_any_more_are_told(tmp_path: Path) -> None:
    out, page = write_folder(tmp_path), tmp_path / "p.html"
    (tmp_path / "a.txt").unlink()
    found = run("render", str(page), "--out", str(out))
    line = f"kg: not where they were, or changed: {tmp_path}/a.txt; of these only the quoted words are known\n"
    assert (found.returncode, found.stderr, len(relations(page, out))) == (0, line, 4)
