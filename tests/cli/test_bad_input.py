"""RDF and SPARQL from outside that is broken, hostile or of another kind: one line, and what was there stays."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from kg.cli.main import main
from kg.config import find_ontology
from tests.cli.runs import write_folder

LARGE = 100_000_000
BOMB = (
    '<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]>'
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">&b;&b;&b;</rdf:RDF>'
)
BAD: dict[str, bytes] = {
    "half": b"<u:nordalia> <u:funds",
    "prose": b"Nordalia funds Kerlan.",
    "space in an IRI": b"<http://a b/> <u:p> <u:o> .",
    "bracket in an IRI": b"<http://a<b/> <u:p> <u:o> .",
    "relative IRI": b"<a> <u:p> <u:o> .",
    "broken percent": b"<http://a/%zz> <u:p> <u:o> .",
    "lone surrogate": b'<u:s> <u:p> "\\ud800" .',
    "UTF-16": '<u:s> <u:p> "x" .'.encode("utf-16"),
    "Latin-1": '<u:s> <u:p> "é" .'.encode("latin-1"),
    "NUL": b"<u:s>\x00<u:p> <u:o> .",
    "binary": bytes(range(256)),
    "RDF/XML": BOMB.encode(),
    "JSON": b'{"@id": "u:s"}',
    "nested": b"<u:s> <u:p> " + b"[" * 50_000,
}
FINE: dict[str, bytes] = {
    "IDN": "<http://société.example/é> <u:p> <u:o> .".encode(),
    "long IRI": b"<http://a/" + b"x" * 1_000_000 + b"> <u:p> <u:o> .",
    "control characters": b'<u:s> <u:p> "a\\u0000\\u0001b\x02" .',
    "long line": b"# " + b"x" * 1_000_000,
    "nothing": b"",
}


@dataclass(frozen=True)
class Told:
    """What a run of `kg` said, and its exit code."""

    code: int
    out: str
    err: str

    def is_one_line(self, *words: str) -> bool:
        """Return whether it failed as it should: one line with these words, that somebody foresaw."""
        is_foreseen = self.err.startswith("kg: ") and "unexpected" not in self.err and len(self.err) < 700
        return self.code == 2 and self.err.count("\n") == 1 and is_foreseen and all(word in self.err for word in words)


Kg = Callable[..., Told]


@pytest.fixture(name="kg")
def _kg(capfd: pytest.CaptureFixture[str]) -> Kg:
    def run(*words: object) -> Told:
        with pytest.raises(SystemExit) as ended:
            main([str(word) for word in words])
        told = capfd.readouterr()
        return Told(int(ended.value.code or 0), told.out, told.err)

    return run


@pytest.fixture(name="results", scope="module")
def _results(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_folder(tmp_path_factory.mktemp("built"))


@pytest.fixture(name="ontology_folder")
def _ontology_folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(find_ontology(), tmp_path / "ontology"))


@pytest.fixture(name="large", scope="module")
def _large() -> bytes:
    return b"x" * LARGE


@pytest.mark.parametrize("name", BAD)
@pytest.mark.parametrize("command", [["query", "ASK { ?s ?p ?o }"], ["export", "-", "--format", "ttl"]])
def test_a_broken_graph_is_told(kg: Kg, tmp_path: Path, name: str, command: list[str]) -> None:
    (tmp_path / "graph.trig").write_bytes(BAD[name])
    assert kg(*command, "--out", tmp_path).is_one_line("graph.trig: cannot be read")


@pytest.mark.parametrize("name", FINE)
def test_an_odd_graph_is_read(kg: Kg, tmp_path: Path, name: str) -> None:
    (tmp_path / "graph.trig").write_bytes(FINE[name])
    assert kg("query", "ASK { ?s ?p ?o }", "--out", tmp_path).code == 0


@pytest.mark.parametrize("name", BAD)
def test_a_broken_file_of_the_ontology_is_told(kg: Kg, results: Path, ontology_folder: Path, name: str) -> None:
    for file, command in (("names.ttl", ["ontology", "show"]), ("shapes.ttl", ["validate", "--out", results])):
        before = (ontology_folder / file).read_bytes()
        (ontology_folder / file).write_bytes(BAD[name])
        assert kg(*command, "--ontology", ontology_folder).is_one_line(file)
        (ontology_folder / file).write_bytes(before)


@pytest.mark.parametrize(
    "command", [["export", "-", "--format", "ttl"], ["query", "CONSTRUCT WHERE { ?s ?p ?o }", "--format", "turtle"]]
)
def test_a_triple_about_a_triple_is_told(kg: Kg, tmp_path: Path, command: list[str]) -> None:
    (tmp_path / "graph.trig").write_text("<u:s> <u:p> <<( <u:a> <u:b> <u:c> )>> .")
    assert kg(*command, "--out", tmp_path).is_one_line("a triple about a triple")


def test_an_ontology_without_a_shape_keeps_no_shapes(kg: Kg, results: Path, ontology_folder: Path) -> None:
    (ontology_folder / "shapes.ttl").write_text("# to be written\n")
    told = kg("validate", "--out", results, "--ontology", ontology_folder)
    assert told.is_one_line("shapes.ttl: holds no shape")


def test_a_mark_at_the_beginning_of_a_file_is_passed_over(kg: Kg, results: Path, ontology_folder: Path) -> None:
    for path in ontology_folder.glob("*.ttl"):
        path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    question = ontology_folder / "queries" / "marked.rq"
    question.write_bytes(b"\xef\xbb\xbf# Marked\nASK { ?s ?p ?o }")
    assert kg("query", "marked", "--out", results, "--ontology", ontology_folder).code == 0
    assert kg("validate", "--out", results, "--ontology", ontology_folder).code == 0


@pytest.mark.parametrize("name", BAD)
def test_a_broken_file_of_decisions_changes_nothing(kg: Kg, tmp_path: Path, name: str) -> None:
    article, store, names = tmp_path / "a.txt", tmp_path / "store", tmp_path / "names.ttl"
    article.write_text("Nordalia raised 12 million dollars from Kerlan.")
    names.write_bytes(BAD[name])
    told = kg("build", article, "--store", store, "--names", names, "--language", "en")
    assert told.is_one_line("names.ttl")
    assert not store.exists()


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("{", "wrong SPARQL"),
        ("SELECT * {", "wrong SPARQL"),
        ("ASK { <a b> ?p ?o }", "wrong SPARQL"),
        ("ASK { <http://a<b> ?p ?o }", "wrong SPARQL"),
        ("ASK { <http://a/%zz> ?p ?o }", "wrong SPARQL"),
        ("ASK { ?s ?p '\\uD800' }", "wrong SPARQL"),
        ("ASK { <http://a/" + "x" * 1_000_000 + "> ?p ?o }", "more than 100000 characters"),
        ("\x1b[31m{", "wrong SPARQL"),
        ("DROP ALL", "would change the graph"),
        ("ASK {\x00}", "wrong SPARQL"),
    ],
    ids=lambda text: text[:20],
)
def test_a_broken_question_is_told(kg: Kg, results: Path, question: str, words: str) -> None:
    told = kg("query", question, "--out", results)
    assert told.is_one_line(words)
    assert "\x1b" not in told.err


@pytest.mark.parametrize("content", ["ASK {}".encode("utf-16"), "ASK { ?s ?p 'é' }".encode("latin-1"), b"\xff"])
def test_a_file_that_holds_no_question_is_told(kg: Kg, results: Path, tmp_path: Path, content: bytes) -> None:
    (tmp_path / "ask.rq").write_bytes(content)
    assert kg("query", tmp_path / "ask.rq", "--out", results).is_one_line("ask.rq: cannot be read (it is not UTF-8)")


@pytest.mark.parametrize(
    "setting", ["s=<a b>", "s=<relative>", "s=<http://a/%zz>", "s=<http://a/\udcff>", "<http://a/>"]
)
def test_a_value_that_is_none_is_told(kg: Kg, results: Path, setting: str) -> None:
    assert kg("query", "SELECT * { ?s ?p ?o }", "--set", setting, "--out", results).is_one_line()


def test_a_text_of_a_hundred_megabytes_is_told_at_once(kg: Kg, results: Path, tmp_path: Path, large: bytes) -> None:
    for name, before, after in (
        ("graph.trig", b'<u:s> <u:p> "', b'" .'),
        ("names.ttl", b'[] a <u:Same> ; <u:name> "', b'" .'),
        ("ask.rq", b"ASK { ?s ?p '", b"' }"),
        ("a.txt", b"Nordalia funds ", b"."),
    ):
        (tmp_path / name).write_bytes(before + large + after)
    article = Path(results).parent / "a.txt"
    assert kg("query", "ASK {}", "--out", tmp_path).is_one_line("more than 16 MiB")
    assert kg("build", article, "--names", tmp_path / "names.ttl").is_one_line("more than 16 MiB")
    assert kg("query", tmp_path / "ask.rq", "--out", results).is_one_line("more than 100000 characters")
    assert kg("build", tmp_path / "a.txt", "--out", tmp_path / "out").is_one_line("a.txt: has more than 50000000 bytes")


@pytest.mark.parametrize("command", [["query", "ASK {}"], ["validate"], ["verify"], ["export", "-", "--format", "nt"]])
def test_what_is_no_folder_of_results_is_told(kg: Kg, tmp_path: Path, command: list[str]) -> None:
    (tmp_path / "graph.rdf").write_text(BOMB)
    (tmp_path / "loop").symlink_to("loop")
    (tmp_path / "folder" / "graph.trig").mkdir(parents=True)
    (tmp_path / "pipe").mkdir()
    os.mkfifo(tmp_path / "pipe" / "graph.trig")
    for place in ("graph.rdf", "loop", "folder", "pipe", "nowhere", "x" * 300):
        assert kg(*command, "--out", tmp_path / place).is_one_line(place)


@pytest.mark.parametrize("place", ["http://", "https:///", "http://a b/", "http://localhost:port"])
def test_what_is_no_address_becomes_no_folder(
    kg: Kg, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, place: str
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text("Nordalia funds Kerlan.")
    assert kg("build", "a.txt", "--language", "en", "--store", place).is_one_line("is no address of a server")
    assert [path.name for path in tmp_path.iterdir()] == ["a.txt"]
