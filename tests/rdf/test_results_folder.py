from __future__ import annotations

import json
from pathlib import Path

import pyoxigraph
import pytest

from kg.atomic_files import write_text, write_texts
from kg.errors import OutputError, UsageError
from kg.model import Modality, Value
from kg.rdf.results_folder import write_results
from kg.resolve.resolution import Resolution, resolve
from tests.world import article, entity, extraction, money, ontology, statement

TEXT = "Lambda raised $5 million. A site may be let to Oracle in 2018."


def told() -> Resolution:
    where = article(TEXT)
    site = entity("e2", "site", "Facility", named=False)
    return resolve(
        [
            extraction(
                where,
                statement(where, entity("e1", "Lambda"), "raised", money("$5 million", "5000000")),
                statement(where, site, "leases_to", entity("e3", "Oracle"), modality=Modality.POSSIBLE),
                statement(where, entity("e1", "Lambda"), "founded", Value("Year", "2018", "2018")),
            )
        ],
        ontology(),
        base="https://kg.example/",
    )


def test_two_runs_give_the_same_bytes(tmp_path: Path) -> None:
    one, two = (write_results(told(), ontology(), tmp_path / name) for name in ("one", "two"))
    assert [path.read_bytes() for path in one] == [path.read_bytes() for path in two]


def test_nothing_but_the_four_files_is_left(tmp_path: Path) -> None:
    write_results(told(), ontology(), tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "graph.trig",
        "graph.ttl",
        "skipped.jsonl",
        "statements.jsonl",
    ]


def test_the_turtle_file_shows_no_possible_edge(tmp_path: Path) -> None:
    write_results(told(), ontology(), tmp_path)
    triples = pyoxigraph.parse(path=str(tmp_path / "graph.ttl"), format=pyoxigraph.RdfFormat.TURTLE)
    predicates = {triple.predicate.value.rpartition("#")[2] for triple in triples}
    assert ("raised" in predicates, "leases_to" in predicates) == (True, False)


def test_a_record_has_its_keys_in_the_documented_order(tmp_path: Path) -> None:
    write_results(told(), ontology(), tmp_path)
    records = [json.loads(line) for line in (tmp_path / "statements.jsonl").read_text().splitlines()]
    assert list(records[0]) == [
        *("id", "document", "language", "subject", "relation", "object", "modality", "attribution", "qualifiers"),
        *("evidence", "start", "end", "trigger", "frame", "confidence"),
    ]
    by_relation = {record["relation"]: record["object"] for record in records}
    assert (by_relation["raised"]["value"], by_relation["raised"]["unit"]) == (5000000, "USD")
    assert by_relation["leases_to"]["iri"] == "https://kg.example/id/oracle"
    assert by_relation["founded"]["value"] == 2018


def test_a_lone_surrogate_does_not_stop_the_writing(tmp_path: Path) -> None:
    where = article("Lambda raised $5 million.", "a\ud800.txt")
    told = statement(where, entity("e1", "Lambda"), "raised", money("$5 million", "5000000"))
    write_results(resolve([extraction(where, told)], ontology(), base="https://kg.example/"), ontology(), tmp_path)
    assert json.loads((tmp_path / "statements.jsonl").read_text())["document"] == "a?.txt"


def test_a_folder_that_is_a_file_is_an_error_that_names_it(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("")
    with pytest.raises(OutputError, match="taken"):
        write_text(tmp_path / "taken" / "graph.ttl", "")


def test_when_one_file_cannot_be_written_the_old_ones_stay(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("old")
    (tmp_path / "b.txt").mkdir()
    with pytest.raises(OutputError, match=r"b\.txt: cannot be written"):
        write_texts({tmp_path / "a.txt": "new", tmp_path / "b.txt": "new"})
    assert ((tmp_path / "a.txt").read_text(), len(list(tmp_path.iterdir()))) == ("old", 2)


def test_a_text_that_cannot_be_encoded_leaves_no_file_behind(tmp_path: Path) -> None:
    with pytest.raises(UnicodeEncodeError):
        write_text(tmp_path / "a.txt", "\ud800")
    assert list(tmp_path.iterdir()) == []


def test_the_address_of_a_server_becomes_no_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(UsageError, match="is a server"):
        write_texts({Path("http://localhost:7878/a.txt"): "new"})
    assert list(tmp_path.iterdir()) == []
