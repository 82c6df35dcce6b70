from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from kg.errors import OutputError
from kg.inquiry.checking.verify import verify
from kg.model import Mention, Reference, Span, Step
from kg.rdf.results_folder import write_results
from kg.resolve.resolution import resolve
from tests.world import article, entity, extraction, money, ontology, statement

TEXT = "Lambda has raised about $5 million from many investors in one round, the company said."


@pytest.fixture(name="out")
def _out(tmp_path: Path) -> Path:
    path = tmp_path / "a.txt"
    path.write_text(TEXT)
    where = article(TEXT, path.as_posix())
    told = statement(where, entity("e1", "Lambda"), "raised", money("about $5 million", "5000000"))
    write_results(
        resolve([extraction(where, told)], ontology(), base="https://kg.example/"), ontology(), tmp_path / "out"
    )
    return tmp_path / "out"


def problems(out: Path, *sources: str) -> list[str]:
    return [broken.problem for broken in verify(out, sources).broken]


def test_what_was_just_built_is_whole(out: Path) -> None:
    found = verify(out)
    assert (found.articles, found.statements, found.quotations, found.broken) == (1, 1, 4, ())


def test_a_changed_quotation_is_named_with_its_statement(out: Path) -> None:
    (out.parent / "a.txt").write_text(TEXT.replace("$5", "$6"))
    broken = verify(out).broken
    assert any('object: characters 18 to 34 are no longer "about $5 million"' in one.problem for one in broken)
    assert {one.document for one in broken} == {(out.parent / "a.txt").as_posix()}


def test_a_change_anywhere_in_the_article_breaks_its_hash(out: Path) -> None:
    (out.parent / "a.txt").write_text(TEXT + " ")
    assert problems(out)[0] == "the article has changed: its hash is another"


def test_a_missing_article_is_broken(out: Path) -> None:
    (out.parent / "a.txt").unlink()
    assert problems(out) == ["the article cannot be read"]


def test_articles_that_moved_are_found_among_the_sources(out: Path) -> None:
    moved = out.parent / "moved"
    moved.mkdir()
    (out.parent / "a.txt").rename(moved / "a.txt")
    assert problems(out, str(moved)) == []


def test_an_offset_changed_in_the_graph_is_broken(out: Path) -> None:
    graph = out / "graph.trig"
    graph.write_text(graph.read_text().replace("oa:start 18", "oa:start 19"))
    assert 'object: characters 19 to 34 are no longer "about $5 million"' in problems(out)


def test_an_evidence_changed_in_the_records_is_broken(out: Path) -> None:
    records = out / "statements.jsonl"
    records.write_text(records.read_text().replace('"evidence": "Lambda', '"evidence": "Lumen'))
    assert len(problems(out)) == 1


def test_a_statement_taken_out_of_the_records_is_missed(out: Path) -> None:
    (out / "statements.jsonl").write_text("")
    assert problems(out) == ["is in graph.trig but not in statements.jsonl"]


def test_a_folder_without_results_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="kg build"):
        verify(tmp_path)


def test_mentions_and_cues_are_compared_too(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(TEXT)
    where = article(TEXT, path.as_posix())
    told = statement(where, entity("e1", "Lambda"), "raised", money("about $5 million", "5000000"))
    told = replace(told, steps=(Step("attribution", "reported", Span(81, 85)),))
    reference = Reference(where.document, "e1", Mention("company", Span(73, 80)), "it is present")
    given = replace(extraction(where, told), references=(reference,))
    write_results(resolve([given], ontology(), base="https://kg.example/"), ontology(), tmp_path / "out")
    assert verify(tmp_path / "out").quotations == 6
    path.write_text(TEXT.replace("company said", "Company Said"))
    found = problems(tmp_path / "out")
    assert any('refersTo: characters 73 to 80 are no longer "company"' in problem for problem in found)
    assert any("cue: characters 81 to 85" in problem for problem in found)
