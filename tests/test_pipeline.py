"""The whole path, in one process: articles in, a folder of results out."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from kg.config import Settings, find_ontology
from kg.errors import ArticleError, OntologyError, OutputError
from kg.extract.extractor import FrameExtractor
from kg.model import Article, Extraction
from kg.pipeline import Built, build

ROOT = Path(__file__).parents[1]
SETTINGS = Settings(find_ontology())
FILES = ["graph.html", "graph.trig", "graph.ttl", "skipped.jsonl", "statements.jsonl"]

ENGLISH = "Nordalia raised $30 million from Kerlan Capital in 2024. The company will build a plant in Leeds.\n"
FRENCH = "Nordalia a levé 30 millions d'euros auprès de Kerlan Capital. Elle construit une usine à Lille.\n"


def write(folder: Path, name: str, content: str | bytes) -> Path:
    folder.mkdir(exist_ok=True)
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def build_into(out: Path, *sources: Path) -> Built:
    return build(sources, out=out, settings=SETTINGS)


def statements(out: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (out / "statements.jsonl").read_text(encoding="utf-8").splitlines()]


def in_order(found: dict[str, Any]) -> tuple[str, int, int]:
    return found["document"], found["start"], found["end"]


def test_a_folder_becomes_a_folder_of_results(tmp_path: Path) -> None:
    write(tmp_path / "in", "a.en.txt", ENGLISH)
    write(tmp_path / "in", "a.fr.md", FRENCH)
    built = build_into(tmp_path / "out", tmp_path / "in")
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == FILES
    assert (len(built.resolution.articles), built.errors) == (2, ())
    assert {found["language"] for found in statements(tmp_path / "out")} == {"en", "fr"}


def test_statements_are_sorted_by_document_and_offset_and_quote_their_article(tmp_path: Path) -> None:
    texts = {write(tmp_path / "in", name, ENGLISH).as_posix(): ENGLISH for name in ("b.txt", "a.txt")}
    build_into(tmp_path / "out", tmp_path / "in")
    found = statements(tmp_path / "out")
    assert [in_order(one) for one in found] == sorted(in_order(one) for one in found)
    assert [one for one in found if texts[one["document"]][one["start"] : one["end"]] != one["evidence"]] == []


def test_one_name_in_two_articles_is_one_entity(tmp_path: Path) -> None:
    sources = (write(tmp_path, "a.txt", ENGLISH), write(tmp_path, "b.txt", FRENCH))
    build_into(tmp_path / "out", *sources)
    raised = [one["subject"]["iri"] for one in statements(tmp_path / "out") if one["relation"] == "raised"]
    assert raised == ["https://kg.example/id/nordalia"] * 2


def test_each_article_is_reported_before_it_is_read(tmp_path: Path) -> None:
    sources = [write(tmp_path, "b.txt", ENGLISH), write(tmp_path, "a.txt", ENGLISH)]
    told: list[str] = []
    build(sources, out=tmp_path / "out", settings=SETTINGS, report=told.append)
    assert told == [path.as_posix() for path in sources]


def test_a_bad_article_is_among_the_errors_and_the_others_are_built(tmp_path: Path) -> None:
    bad = write(tmp_path / "in", "a.txt", b"\xff\xfe")
    write(tmp_path / "in", "b.txt", ENGLISH)
    built = build_into(tmp_path / "out", tmp_path / "in")
    assert [error.where for error in built.errors] == [bad.as_posix()]
    assert statements(tmp_path / "out")


def test_without_a_readable_article_nothing_is_written(tmp_path: Path) -> None:
    with pytest.raises(ArticleError, match="is empty"):
        build_into(tmp_path / "out", write(tmp_path, "a.txt", ""))
    assert not (tmp_path / "out").exists()


def test_without_a_source_there_is_nothing_to_build(tmp_path: Path) -> None:
    with pytest.raises(ArticleError, match="no articles were named; name a file or folder"):
        build_into(tmp_path / "out")


def test_a_broken_ontology_stops_before_anything_is_read(tmp_path: Path) -> None:
    with pytest.raises(OntologyError, match="no such folder"):
        build([tmp_path], out=tmp_path / "out", settings=Settings(tmp_path / "nowhere"))


def test_an_article_without_statements_is_an_empty_graph(tmp_path: Path) -> None:
    build_into(tmp_path / "out", write(tmp_path, "a.txt", "The weather is fine in the north."))
    assert (statements(tmp_path / "out"), sorted(path.name for path in (tmp_path / "out").iterdir())) == ([], FILES)


def test_a_folder_that_cannot_be_written_is_an_error(tmp_path: Path) -> None:
    article = write(tmp_path, "a.txt", ENGLISH)
    with pytest.raises(OutputError, match="cannot be written"):
        build_into(article, article)
    assert article.read_text(encoding="utf-8") == ENGLISH


def test_when_one_file_cannot_be_written_the_old_ones_stay_whole(tmp_path: Path) -> None:
    out = tmp_path / "out"
    (out / "graph.html").mkdir(parents=True)
    write(out, "statements.jsonl", "old\n")
    with pytest.raises(OutputError, match=r"graph\.html: cannot be written \(Is a directory\)"):
        build_into(out, write(tmp_path, "a.txt", ENGLISH))
    assert (out / "statements.jsonl").read_text(encoding="utf-8") == "old\n"
    assert sorted(path.name for path in out.iterdir()) == ["graph.html", "statements.jsonl"]


def test_a_second_build_in_the_same_folder_gives_the_same_bytes(tmp_path: Path) -> None:
    article = write(tmp_path, "a.txt", ENGLISH + FRENCH)
    first = [path.read_bytes() for path in build_into(tmp_path / "out", article).paths]
    second = [path.read_bytes() for path in build_into(tmp_path / "out", article).paths]
    assert first == second


def test_the_bytes_do_not_depend_on_the_hash_seed(tmp_path: Path) -> None:
    article = write(
        tmp_path, "a.txt", ENGLISH + "Oracle, Solvigne and Bravane are customers of Nordalia, said Anne Kerlan.\n"
    )
    results = []
    for seed in ("1", "2"):
        words = ["build", str(article), "--out", str(tmp_path / seed)]
        environment = {**os.environ, "PYTHONHASHSEED": seed}
        subprocess.run([sys.executable, "-m", "kg", *words], cwd=ROOT, env=environment, check=True, capture_output=True)
        results.append({path.name: path.read_bytes() for path in (tmp_path / seed).iterdir()})
    assert results[0] == results[1]


def test_hostile_articles_become_harmless_text(tmp_path: Path) -> None:
    text = "Nordalia raised $30 million \ud800 from the <b>Kerlan</b> Capital\x00\x1b[2J. 🚀 שלום"
    article = write(tmp_path, "a.jsonl", json.dumps({"id": '<x>"} /../\n#', "text": text}))
    build_into(tmp_path / "out", article)
    written = {name: (tmp_path / "out" / name).read_bytes().decode("utf-8") for name in FILES}
    (raised,) = [one for one in statements(tmp_path / "out") if one["relation"] == "raised"]
    assert raised["document"] == f'{article.as_posix()}#<x>"}} /../\n#'
    assert [name for name in FILES[1:] if re.search("[\\x00\\x1b]", written[name])] == []
    assert "<b>Kerlan</b>" not in written["graph.html"]


class Failing(FrameExtractor):
    """An extractor that fails on articles that say so."""

    def extract(self, article: Article) -> Extraction:
        if "FAIL" in article.text:
            raise ValueError("no\nsuch <b>word</b>")
        return super().extract(article)


def test_an_article_whose_reading_fails_costs_no_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kg.pipeline.FrameExtractor", Failing)
    texts = {"a.txt": ENGLISH, "b.txt": f"FAIL. {ENGLISH}", "c.txt": FRENCH}
    documents = {name: write(tmp_path / "in", name, text).as_posix() for name, text in texts.items()}
    built = build_into(tmp_path / "out", tmp_path / "in")
    assert {one["document"] for one in statements(tmp_path / "out")} == {documents["a.txt"], documents["c.txt"]}
    assert [str(error) for error in built.errors] == [
        f"{documents['b.txt']}: could not be read: ValueError: no such <b>word</b>; report this line as a bug of kg"
    ]
    skipped = [json.loads(line) for line in (tmp_path / "out" / "skipped.jsonl").read_text("utf-8").splitlines()]
    told = [(one["document"], one["reason"]) for one in skipped if one["cause"] == "failed"]
    assert told == [(documents["b.txt"], "ValueError: no such <b>word</b>")]


def test_an_article_that_takes_too_long_costs_no_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Endless(FrameExtractor):
        def extract(self, article: Article) -> Extraction:
            while "FAIL" in article.text:
                pass
            return Extraction(article, (), (), ())

    monkeypatch.setattr("kg.pipeline.FrameExtractor", Endless)
    for name, text in {"a.txt": ENGLISH, "b.txt": f"FAIL. {ENGLISH}"}.items():
        write(tmp_path / "in", name, text)
    built = build([tmp_path / "in"], out=tmp_path / "out", settings=replace(SETTINGS, seconds=0.1))
    assert [error.where.rpartition("/")[2] for error in built.errors] == ["b.txt"]
