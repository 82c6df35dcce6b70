from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest

from kg.errors import QueryError, UsageError
from kg.inquiry.asking.query import Request, answer, answer_as, read_bindings, read_modalities
from kg.model import Modality
from kg.rdf.quads import Literal
from kg.rdf.results_folder import write_results
from kg.resolve.resolution import resolve
from tests.world import article, entity, extraction, ontology, statement

EDGE = "SELECT ?label { ?s kg:leases_to/rdfs:label ?label } ORDER BY ?label"


@pytest.fixture(name="graph")
def _graph(tmp_path: Path) -> Path:
    where = article("A site is let to Ash, will be let to Elm, may be let to Oak, is not let to Yew.")
    site = entity("e1", "site", "Facility", named=False)
    told = [
        statement(where, site, "leases_to", entity(name, name), modality=modality)
        for name, modality in zip(("Ash", "Elm", "Oak", "Yew"), Modality, strict=True)
    ]
    write_results(resolve([extraction(where, *told)], ontology(), base="https://kg.example/"), ontology(), tmp_path)
    return tmp_path / "graph.trig"


def labels(graph: Path, question: str, modalities: Iterable[Modality] = ()) -> list[str]:
    shown = {"modalities": modalities} if modalities else {}
    found = answer(Request.of(graph, question, styles=ontology().modalities, **shown))
    return [node.text for row in found.rows for node in row if isinstance(node, Literal)]


def test_a_question_sees_facts_and_plans(graph: Path) -> None:
    assert labels(graph, EDGE) == ["Ash", "Elm"]


@pytest.mark.parametrize(
    ("word", "expected"),
    [("asserted", ["Ash"]), ("possible,denied", ["Oak", "Yew"]), ("all", ["Ash", "Elm", "Oak", "Yew"])],
)
def test_a_choice_of_modalities_narrows_or_widens_that(graph: Path, word: str, expected: list[str]) -> None:
    assert labels(graph, EDGE, read_modalities([word])) == expected


def test_one_graph_asks_for_facts_alone(graph: Path) -> None:
    question = "SELECT ?label { GRAPH kg:asserted { ?s kg:leases_to ?o } ?o rdfs:label ?label }"
    assert labels(graph, question) == ["Ash"]


def test_statements_of_all_modalities_can_be_asked_for(graph: Path) -> None:
    question = "SELECT ?label { ?s a kg:Statement ; kg:modality kg:denied ; rdf:object/rdfs:label ?label }"
    assert labels(graph, question) == ["Yew"]


def test_a_refused_query_never_runs(graph: Path) -> None:
    with pytest.raises(QueryError, match="SERVICE"):
        answer(
            Request.of(graph, "SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }", styles=ontology().modalities)
        )


def test_a_query_that_takes_too_long_is_ended(graph: Path) -> None:
    product = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
    request = replace(Request.of(graph, product, styles=ontology().modalities), timeout=0.3)
    with pytest.raises(QueryError, match="took more than"):
        answer(request)


def test_a_format_of_programs_is_written(graph: Path) -> None:
    assert answer_as(Request.of(graph, EDGE, styles=ontology().modalities), "csv") == "label\r\nAsh\r\nElm\r\n"


def test_bindings_are_words_or_iris() -> None:
    assert read_bindings(["source=IDC=x", "?to=<http://x/>"]) == {"source": Literal("IDC=x"), "to": "http://x/"}


@pytest.mark.parametrize("word", ["source", "=x", "a b=c"])
def test_what_is_no_binding_is_an_error(word: str) -> None:
    with pytest.raises(UsageError, match="variable=value"):
        read_bindings([word])


def test_an_unknown_modality_is_an_error() -> None:
    with pytest.raises(UsageError, match="maybe: no such modality"):
        read_modalities(["asserted,maybe"])


def test_an_iri_from_outside_must_be_one() -> None:
    with pytest.raises(UsageError, match="<not an iri>: is no IRI"):
        read_bindings(["from=<not an iri>"])
