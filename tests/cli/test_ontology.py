"""`kg ontology`: what it prints and its exit codes."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from kg.config import find_ontology
from tests.cli.runs import run


@pytest.fixture(name="folder")
def _folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(find_ontology(), tmp_path / "ontology"))


def change(folder: Path, name: str, old: str, new: str) -> None:
    text = (folder / name).read_text(encoding="utf-8")
    assert old in text
    (folder / name).write_text(text.replace(old, new, 1), encoding="utf-8")


def test_check_passes_our_own_ontology() -> None:
    found = run("ontology", "check")
    assert (found.returncode, found.stderr) == (0, ""), found.stdout
    assert found.stdout.endswith(" 0 failures\n")


def test_check_leaves_with_1_when_an_example_gives_something_else(folder: Path) -> None:
    change(folder, "frames.en.ttl", '"Nordalia | raised | $30 million', '"Nordalia | raised | $40 million')
    for name in ("frames.fr.ttl", "cues.fr.ttl"):  # one language is enough, and half as slow
        (folder / name).write_text("", encoding="utf-8")
    found = run("ontology", "check", "--ontology", str(folder))
    assert (found.returncode, " 1 failures\n" in found.stdout) == (1, True)
    assert "frames.en.ttl:" in found.stdout
    assert "does not give “Nordalia | raised | $40 million | asserted”; it gives: " in found.stdout


@pytest.mark.parametrize(
    ("name", "change_to", "words"),
    [
        ("frames.fr.ttl", ("    kg:object ", "    kg:objet "), "unknown key kg:objet; use one of kg:adjective"),
        ("frames.fr.ttl", ("kg:states kg:raised", "kg:states kg:razed"), "kg.ttl has no kg:razed"),
        ("cues.en.ttl", ("kg:modality kg:planned", "kg:modality kg:sure"), "unknown modality kg:sure; use asserted"),
        ("names.ttl", ("a kg:Organization", "a kg:Organisation"), "kg.ttl has no kg:Organisation"),
    ],
)
def test_what_is_unknown_is_one_line_and_code_2(
    folder: Path, name: str, change_to: tuple[str, str], words: str
) -> None:
    change(folder, name, *change_to)
    found = run("ontology", "check", "--ontology", str(folder))
    assert (found.returncode, found.stdout, found.stderr.count("\n")) == (2, "", 1)
    assert found.stderr.startswith(f"kg: {folder}/{name}:")
    assert words in found.stderr


def test_show_prints_each_relation_with_its_words_and_ends() -> None:
    found = run("ontology", "show")
    (line,) = [line for line in found.stdout.splitlines() if line.split()[:1] == ["headquartered_in"]]
    assert [part.strip() for part in line.split("  ") if part.strip()][1:5] == [
        "headquartered in",
        "a son siège à",
        "Organization",
        "Place",
    ]
    assert found.returncode == 0
