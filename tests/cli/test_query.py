from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.runs import run, write_folder


@pytest.fixture(name="out")
def _out(tmp_path: Path) -> Path:
    return write_folder(tmp_path)


def test_a_saved_question_prints_a_table(out: Path) -> None:
    found = run("query", "leases", "--out", str(out))
    assert [line.split()[:3] for line in found.stdout.splitlines() if "Oracle" in line] == [
        ["site", "Oracle", "planned"]
    ]


def test_a_plan_is_no_fact(out: Path) -> None:
    assert "Oracle" not in run("query", "leases", "--modality", "asserted", "--out", str(out)).stdout


def test_the_chain_leads_from_builder_to_user(out: Path) -> None:
    found = run("query", "chain", "--set", "from=lambda", "--format", "csv", "--out", str(out))
    assert found.stdout.splitlines() == [
        "from,builder,site,lessee,user,done",
        "lambda,Lambda,site,Oracle,OpenAI,not yet",
    ]


def test_a_site_whose_builder_no_text_names_is_not_its_own(tmp_path: Path) -> None:
    (tmp_path / "graph.trig").write_text(
        """@prefix kg: <https://kg.example/ontology#> . @prefix : <https://kg.example/id/> .
        @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
        kg:planned { :mill kg:leases_to :bo . :bo kg:provides_access_to :cy }
        :mill a kg:Facility ; rdfs:label "mill" . :bo rdfs:label "Bo" . :cy rdfs:label "Cy" ."""
    )
    found = run("query", "chain", "--format", "csv", "--out", str(tmp_path))
    assert found.stdout.splitlines()[1:] == [",,mill,Bo,Cy,not yet"]


def test_the_chain_says_when_every_step_is_done(tmp_path: Path) -> None:
    (tmp_path / "graph.trig").write_text(
        """@prefix kg: <https://kg.example/ontology#> . @prefix : <https://kg.example/id/> .
        @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
        kg:asserted { :ada kg:builds :mill . :mill kg:leases_to :bo . :bo kg:provides_access_to :cy }
        :ada rdfs:label "Ada" . :mill rdfs:label "mill" . :bo rdfs:label "Bo" . :cy rdfs:label "Cy" ."""
    )
    found = run("query", "chain", "--format", "csv", "--out", str(tmp_path))
    assert found.stdout.splitlines()[1:] == [",Ada,mill,Bo,Cy,yes"]


def test_a_value_that_nothing_has_finds_nothing(out: Path) -> None:
    found = run("query", "chain", "--set", 'from=" } #', "--format", "csv", "--out", str(out))
    assert found.stdout.splitlines() == ["from,builder,site,lessee,user,done"]


def test_json_is_for_programs(out: Path) -> None:
    found = run("query", "SELECT ?o { ?s kg:raised/schema:value ?o }", "--format", "json", "--out", str(out))
    assert json.loads(found.stdout)["results"]["bindings"][0]["o"]["value"] == "5000000"


def test_construct_gives_turtle(out: Path) -> None:
    question = "CONSTRUCT { ?s kg:leases_to ?o } WHERE { ?s kg:leases_to ?o }"
    assert "kg:leases_to id:oracle" in run("query", question, "--format", "turtle", "--out", str(out)).stdout


@pytest.mark.parametrize(
    ("question", "line"),
    [
        ("SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }", "kg: SERVICE asks another server"),
        ("LOAD <file:///etc/passwd>", "kg: LOAD would change the graph"),
        ("SELECT * " + "{" * 3000 + "}" * 3000, "kg: brackets are nested"),
        ("SELECT ?s {", "kg: wrong SPARQL"),
    ],
)
def test_a_query_that_does_not_only_read_is_refused(out: Path, question: str, line: str) -> None:
    found = run("query", question, "--out", str(out))
    assert (found.returncode, found.stderr.startswith(line), found.stderr.count("\n")) == (2, True, 1)


def test_the_list_names_the_saved_questions() -> None:
    assert "Who leases to whom" in run("query", "--list").stdout


def test_two_runs_print_the_same(out: Path) -> None:
    one, two = (run("query", "SELECT * { ?s ?p ?o }", "--out", str(out), PYTHONHASHSEED=seed) for seed in "12")
    assert one.stdout == two.stdout


def test_a_terminal_cannot_be_written_over_by_an_answer(out: Path) -> None:
    assert "\x1b" not in run("query", 'SELECT ("\\u001b[2J" AS ?x) { }', "--out", str(out)).stdout
