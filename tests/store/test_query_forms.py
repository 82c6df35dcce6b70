from __future__ import annotations

import pytest

from kg.errors import QueryError
from kg.store.query_forms import asks_graphs, form_of, names_graphs, planned, with_values


@pytest.mark.parametrize(
    ("question", "form"),
    [
        ("select ?s { ?s ?p ?o }", "SELECT"),
        ("# SELECT\nPREFIX ask: <https://kg.example/ask> CONSTRUCT WHERE { ?s ask:construct 'ASK' }", "CONSTRUCT"),
        ("BASE <https://kg.example/> DESCRIBE <select>", "DESCRIBE"),
        ("hello", ""),
    ],
)
def test_the_form_of_a_question_is_its_first_word_that_is_one(question: str, form: str) -> None:
    assert form_of(question) == form


def test_a_word_for_graphs_in_a_name_or_a_text_asks_for_none() -> None:
    assert asks_graphs("SELECT ?s { graph<https://kg.example/g> { ?s ?p ?o } }")
    assert not asks_graphs("SELECT ?graph { ?graph kg:graph 'GRAPH' } # GRAPH")
    assert not asks_graphs("SELECT ?s { ?s kg:a\\'b\\-graph ?o }")


@pytest.mark.parametrize("mark", ['"""', "'''"])
@pytest.mark.parametrize("text", ["a long one", "\\\\", "\\" + "'", '\\"', "a\nFROM"])
def test_a_long_text_ends_where_a_parser_ends_it(mark: str, text: str) -> None:
    assert not names_graphs(f"ASK {{ ?s ?p {mark}FROM {text}{mark} }}")
    assert names_graphs(f"ASK FROM <u:g> {{ ?s ?p {mark}{text}{mark} }}")
    assert asks_graphs(f"ASK {{ ?s ?p {mark}{text}{mark} GRAPH ?g {{ }} FILTER(?o != {mark}.{mark}) }}")


@pytest.mark.parametrize(
    ("question", "asked"),
    [
        ("SELECT ?a { ?a ?b ?c }", "SELECT ?a { VALUES (?x) { (1) } ?a ?b ?c }"),
        ("SELECT (EXISTS { ?s ?p ?o } AS ?a) {}", "SELECT (EXISTS { ?s ?p ?o } AS ?a) { VALUES (?x) { (1) }}"),
        ("CONSTRUCT { ?a ?b '{' } WHERE { }", "CONSTRUCT { ?a ?b '{' } WHERE { VALUES (?x) { (1) } }"),
    ],
)
def test_values_stand_at_the_beginning_of_the_pattern(question: str, asked: str) -> None:
    assert with_values(question, {"x": "1"}) == asked


def test_a_question_that_takes_away_is_not_begun_with_its_values() -> None:
    question = "SELECT ?s { MINUS { ?s a ?x } ?s ?p ?o # MINUS\n}"
    assert planned(question, {"x": "1"}) == question
    assert planned(question.replace("MINUS {", "OPTIONAL {"), {"x": "1"}) != question


def test_a_question_without_a_pattern_takes_no_values() -> None:
    with pytest.raises(QueryError, match="no place for the values"):
        with_values("DESCRIBE <https://kg.example/id/kerlan>", {"x": "1"})
