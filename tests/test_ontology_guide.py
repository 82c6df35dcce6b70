"""What docs/ontology.md shows works, and it leaves no key out."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from kg.config import find_ontology
from kg.ontology import folder as classes
from kg.ontology import lexical_entries as entries
from tests.cli.runs import run
from tests.watchdogs.source import ROOT

GUIDE = (ROOT / "docs" / "ontology.md").read_text(encoding="utf-8")


def kg(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return run(*arguments, where=folder)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the guide's ontology and its article."""
    folder = tmp_path_factory.mktemp("guide")
    shutil.copytree(find_ontology(), folder / "mine")
    for name, turtle in re.findall(r"^Add to `([\w.]+)`[^`]*\n\n```turtle\n(.*?)```", GUIDE, re.DOTALL | re.MULTILINE):
        with (folder / "mine" / name).open("a", encoding="utf-8") as file:
            file.write("\n" + turtle)
    article = re.search(r'^echo "(.*)" > a\.txt$', GUIDE, re.MULTILINE)
    assert article is not None
    (folder / "a.txt").write_text(article[1] + "\n", encoding="utf-8")
    return folder


def test_the_examples_of_the_new_relation_come_out(folder: Path) -> None:
    complaints = kg(folder, "ontology", "check", "--ontology", "mine").stdout.splitlines()
    assert [line for line in complaints if "insure" in line or "assure" in line] == []


def test_the_new_relation_is_found_and_drawn_without_a_line_of_python(folder: Path) -> None:
    built = kg(folder, "build", "a.txt", "--ontology", "mine", "--out", "out")
    assert built.returncode == 0, built.stderr
    found = kg(folder, "query", "SELECT ?who ?what { ?who kg:insures ?what }", "--ontology", "mine", "--out", "out")
    assert ("id:orsane" in found.stdout, "id:tavane" in found.stdout) == (True, False)
    assert kg(folder, "validate", "--ontology", "mine", "--out", "out").returncode == 0
    assert "#5A7D9A" in (folder / "out" / "graph.html").read_text(encoding="utf-8")


def test_every_key_is_explained() -> None:
    keys = {*entries.FRAME_KEYS, *entries.NOUN_KEYS, *entries.CUE_KEYS, *entries.EXAMPLE_KEYS}
    keys |= {*classes.CLASS_KEYS, *classes.RELATION_KEYS}
    assert [key for key in sorted(keys) if f"`kg:{key}" not in GUIDE] == []


def test_every_word_with_a_meaning_is_explained() -> None:
    words = {*entries.CUE_KINDS, *classes.TRAITS, *classes.KINDS, *classes.SHAPES, *classes.LINES}
    words |= {*classes.ROUND_ROLES, *classes.HOLDS, *classes.HAPPENS, *classes.PAYS}
    assert [word for word in sorted(words) if f"`{word}`" not in GUIDE] == []


def test_every_role_that_is_no_preposition_is_explained() -> None:
    frames = "".join(path.read_text(encoding="utf-8") for path in sorted(find_ontology().glob("frames.*.ttl")))
    ends = re.findall(r'kg:(?:subject|object|amount|asset|organization) "([^"]*)"', frames)
    roles = {role.strip() for end in ends for role in end.split("|")}
    named = {role for role in roles if re.fullmatch(r"[a-z]+-[a-z]+|-", role)}
    named |= roles & {"subject", "object", "self", "possessor", "modifier", "head", "predicate", "topic", "clause"}
    assert [role for role in sorted(named) if f"`{role}`" not in GUIDE] == []
