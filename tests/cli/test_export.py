"""`kg export`: the formats that it writes, and what it says of odd input."""

from __future__ import annotations

import os
import threading
from pathlib import Path

import pytest

from tests.cli.runs import run, write_folder

ENDINGS = ("ttl", "nt", "nq", "trig", "jsonld", "rdf", "graphml", "gexf", "csv")


@pytest.fixture(name="out", scope="module")
def _out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_folder(tmp_path_factory.mktemp("export"))


@pytest.mark.parametrize("ending", ENDINGS)
def test_each_ending_gives_a_file_with_every_relation(out: Path, tmp_path: Path, ending: str) -> None:
    file = tmp_path / f"graph.{ending}"
    found = run("export", str(file), "--out", str(out))
    assert (found.returncode, found.stdout, found.stderr) == (0, f"{file}\n", "")
    text = file.read_text(encoding="utf-8")
    assert [name for name in ("raised", "leases_to", "provides_access_to", "builds") if name not in text] == []


def test_a_part_is_written_where_options_ask_for_one(out: Path) -> None:
    found = run("export", "-", "--format", "csv", "--out", str(out), "--focus", "OpenAI", "--depth", "2")
    rows = found.stdout.splitlines()
    assert (found.returncode, len(rows), found.stderr) == (0, 3, "")
    assert ("leases_to" in rows[1], "provides_access_to" in rows[2]) == (True, True)


def test_the_graph_of_an_export_can_be_asked_like_that_of_a_build(out: Path, tmp_path: Path) -> None:
    run("export", str(tmp_path / "graph.trig"), "--out", str(out), "--relation", "raised,leases_to")
    asked = run(
        "query", "SELECT ?what { ?who kg:leases_to|kg:builds ?what }", "--out", str(tmp_path), "--format", "csv"
    )
    assert asked.stdout.split() == ["what", "https://kg.example/id/oracle"]
    assert run("validate", "--out", str(tmp_path)).returncode == 0


def test_a_link_stays_a_link_and_a_pipe_a_pipe(out: Path, tmp_path: Path) -> None:
    link, target, pipe = tmp_path / "link.nt", tmp_path / "target.nt", tmp_path / "pipe.nt"
    link.symlink_to(target)
    run("export", str(link), "--out", str(out))
    assert (link.is_symlink(), target.is_file()) == (True, True)
    os.mkfifo(pipe)
    reader = threading.Thread(target=lambda: (tmp_path / "read.nt").write_bytes(pipe.read_bytes()))
    reader.start()
    found = run("export", str(pipe), "--out", str(out))
    reader.join(timeout=60)
    assert (found.returncode, found.stdout, pipe.is_fifo()) == (0, "", True)
    assert (tmp_path / "read.nt").read_bytes() == target.read_bytes()


def test_a_full_device_is_one_line(out: Path) -> None:
    found = run("export", "/dev/full", "--format", "nt", "--out", str(out))
    assert (found.returncode, found.stdout, found.stderr.count("\n")) == (2, "", 1)
    assert "No space left on device" in found.stderr


def test_articles_that_are_gone_are_no_obstacle(tmp_path: Path) -> None:
    out = write_folder(tmp_path)
    (tmp_path / "a.txt").unlink()
    found = run("export", "-", "--format", "trig", "--out", str(out))
    assert (found.returncode, found.stdout) == (0, (out / "graph.trig").read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (("g.xlsx",), "g.xlsx: its ending tells no format; use .ttl, .nt, .nq, .trig, .jsonld, .rdf, .graphml, .gexf"),
        (("g.ttl", "--format", "xlsx"), "xlsx: no such format; use ttl, nt, nq, trig, jsonld, rdf, graphml, gexf, csv"),
        (("g.ttl", "--focus", "Oracl"), "Oracl: no entity or statement has this name; do you mean Oracle"),
        (("g.ttl", "--relation", "leases"), "leases: the ontology has no such relation; do you mean leases_to"),
        (("a.txt/g.ttl",), "a.txt/g.ttl: cannot be written ("),
        (("folder.ttl",), "folder.ttl: cannot be written (Is a directory)"),
    ],
)
def test_odd_options_are_one_line(out: Path, tmp_path: Path, words: tuple[str, ...], complaint: str) -> None:
    (tmp_path / "a.txt").touch()
    (tmp_path / "folder.ttl").mkdir()
    found = run("export", str(tmp_path / words[0]), *words[1:], "--out", str(out))
    told = found.stderr.replace(f"{tmp_path}/", "")
    assert (found.returncode, found.stdout, told.count("\n")) == (2, "", 1)
    assert complaint in told
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.txt", "folder.ttl"]


def test_an_empty_folder_is_one_line(tmp_path: Path) -> None:
    found = run("export", str(tmp_path / "g.csv"), "--out", str(tmp_path))
    line = f"kg: {tmp_path}/graph.trig: no such file; run `kg build` first, or name its folder or a store\n"
    assert (found.returncode, found.stdout, found.stderr) == (2, "", line)
