from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from kg.errors import OutputError, UsageError
from kg.inquiry.results import find_focus, read_folder
from kg.inquiry.selection import Focus, Selection
from kg.model import Article, Value
from kg.rdf.results_folder import write_results
from kg.rdf.triples import graph_quads
from kg.resolve.resolution import Resolution, resolve
from tests.world import article, entity, extraction, ontology, statement

BASE = "https://kg.example/"
TEXT = "Nordalia\x92s founder told that Nordalia funds Bravane. Kerlan\x92s own, said Bravane."
KERLAN, NORDALIA, BRAVANE = entity("e1", "Kerlan", "Person"), entity("e2", "Nordalia"), entity("e3", "Bravane")


def built(out: Path, text: str = TEXT) -> tuple[Resolution, Article]:
    out.mkdir()
    path = out / "a.txt"
    path.write_bytes(text.encode())
    where = article(text, path.as_posix())
    words = text[text.index("Kerlan") : text.index(", said")]
    said = statement(where, KERLAN, "said", Value("Words", words, words))
    funds = replace(statement(where, NORDALIA, "funds", BRAVANE), attribution="IDC")
    resolution = resolve([extraction(where, funds, said)], ontology(), base=BASE)
    write_results(resolution, ontology(), out)
    return resolution, where


def test_a_folder_gives_back_what_it_was_built_of_with_characters_that_rdf_cannot_carry(tmp_path: Path) -> None:
    resolution, where = built(tmp_path / "out")
    folder = read_folder(tmp_path / "out", ontology())
    assert (folder.statements, folder.articles, folder.without_text) == (resolution.statements, (where,), ())


@pytest.mark.parametrize("text", [None, "Another text in the same place, about Nordalia and what it will build."])
def test_an_article_that_is_gone_or_has_changed_is_without_its_text(tmp_path: Path, text: str | None) -> None:
    _, where = built(tmp_path / "out", TEXT.replace("\x92", "’"))
    path = Path(where.document)
    path.unlink() if text is None else path.write_text(text, encoding="utf-8")
    folder = read_folder(tmp_path / "out", ontology())
    assert (folder.articles[0].text, folder.without_text) == ("", (where.document,))
    assert folder.statements[0].evidence.text == TEXT.replace("\x92", "’")


def test_a_part_has_the_wanted_statements_and_a_whole_is_the_same(tmp_path: Path) -> None:
    built(tmp_path / "out")
    folder = read_folder(tmp_path / "out", ontology())
    assert [one.relation for one in folder.part(Selection(relations=("said",))).statements] == ["said"]
    assert folder.part(Selection()) is folder


def test_a_part_without_statements_is_refused(tmp_path: Path) -> None:
    built(tmp_path / "out")
    with pytest.raises(UsageError, match="no statement is left"):
        read_folder(tmp_path / "out", ontology()).part(Selection(relations=("builds",)))


def test_a_focus_is_an_entity_a_source_with_what_it_says_or_a_statement(tmp_path: Path) -> None:
    resolution, _ = built(tmp_path / "out")
    view, name = read_folder(tmp_path / "out", ontology()).view(), resolution.statements[0].id
    assert find_focus(view, "nordalia", base=BASE) == Focus(BASE + "id/nordalia")
    assert find_focus(view, "IDC", base=BASE) == Focus(BASE + "id/source/idc", frozenset({name}))
    assert find_focus(view, name[:9], base=BASE) == Focus("", frozenset({name}))


def test_the_quads_of_a_view_are_those_that_were_written(tmp_path: Path) -> None:
    resolution, _ = built(tmp_path / "out")
    found = read_folder(tmp_path / "out", ontology()).quads
    assert (set(found), len(found)) == (set(graph_quads(resolution, ontology())), len(set(found)))


@pytest.mark.parametrize(("text", "complaint"), [(None, "no such file"), ("<a> <b> .", "cannot be read")])
def test_a_folder_without_a_sound_graph_is_an_error(tmp_path: Path, text: str | None, complaint: str) -> None:
    if text is not None:
        (tmp_path / "graph.trig").write_text(text, encoding="utf-8")
    with pytest.raises(OutputError, match=complaint):
        read_folder(tmp_path, ontology())


def test_an_empty_graph_is_an_empty_folder(tmp_path: Path) -> None:
    (tmp_path / "graph.trig").write_text("", encoding="utf-8")
    folder = read_folder(tmp_path, ontology())
    assert (folder.statements, folder.articles) == ((), ())
