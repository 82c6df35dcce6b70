from __future__ import annotations

import pytest

from kg.errors import QueryError
from kg.inquiry.asking.guard import DEEPEST, LONGEST, check_question


@pytest.mark.parametrize(
    "question",
    [
        "SELECT * { ?s ?p 'SERVICE <http://x/> { }' }",
        'SELECT * { ?s ?p """a "quoted" SERVICE""" }',
        "SELECT * { ?s ?p ?service } # SERVICE here",
        "SELECT * { ?s kg:service ?o }",
        "PREFIX service: <http://x/service#> SELECT * { ?s service:of service: }",
        "SELECT * { ?s <http://x/SERVICE> ?o FILTER(?o < 3) }",
        "SELECT * { ?s ?p 'it\\'s INSERT' }",
        "PREFIX service: <http://x/> SELECT * { GRAPH service:of { ?s a service:of } }",
        'SELECT * { ?s ?p """\\u0053ERVICE \\"\\"\\" SERVICE""" }',
        "# INSERT DATA\nASK { ?insert ?p ?load }",
    ],
)
def test_words_in_strings_comments_and_names_are_no_commands(question: str) -> None:
    check_question(question)


@pytest.mark.parametrize(
    "question",
    [
        "SELECT * { SERVICE <http://x/> { ?s ?p ?o } }",
        "select * { service silent ?where { ?s ?p ?o } }",
        "SELECT * { ?s ?p 'a' .SERVICE<http://x/>{ ?s ?p ?o } }",
        "SELECT * { ?s a kg:T.SERVICE <http://x/> { ?s ?p ?o } }",
        "SELECT * { # comment\nSERVICE kg:x { ?s ?p ?o } }",
        "SELECT * { FILTER(?a<b:c)SERVICE#>\n?v { ?s ?p ?o } }",
        "SELECT * { SERVICEkg:x { ?s ?p ?o } }",
        "SELECT * { serviceSILENTkg:x#c\n{ ?s ?p ?o } }",
        "SELECT * { ?a ?b ?c.SERVICEkg:x { ?s ?p ?o } }",
        "SELECT * { ?a ?b kg:a.b.SERVICEkg:x { ?s ?p ?o } }",
        "SELECT * { ?a ?b trueSERVICE<http://x/> { ?s ?p ?o } }",
        "PREFIX SERVICEx: <http://x/> SELECT * { SERVICEx:y { ?s ?p ?o } }",
        'SELECT * { VALUES ?x { """ a" } SERVICE <http://x/> { ?s ?p ?o } # \\q """\n}',
        "SELECT * { 'open SERVICE <http://x/> { ?s ?p ?o } }",
    ],
)
def test_another_server_is_refused(question: str) -> None:
    with pytest.raises(QueryError, match="another server"):
        check_question(question)


@pytest.mark.parametrize("word", ["\\u0053ERVICE <http://x/>", "?a \\u0061", "?a ?b ?c . \\U00000053ERVICE kg:x"])
def test_a_letter_that_is_spelled_by_its_number_is_refused(word: str) -> None:
    with pytest.raises(QueryError, match="a backslash outside of strings and names could spell SERVICE"):
        check_question(f"SELECT * {{ {word} {{ ?s ?p ?o }} }}")


@pytest.mark.parametrize(
    "question",
    [
        "INSERT DATA { kg:a kg:b kg:c }",
        "PREFIX a: <http://x/> DELETE WHERE { ?s ?p ?o }",
        "LOAD <file:///etc/passwd>",
        "clear all",
        "WITH kg:asserted DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }",
    ],
)
def test_an_update_is_refused(question: str) -> None:
    with pytest.raises(QueryError, match="would change the graph"):
        check_question(question)


def test_deep_nesting_is_refused() -> None:
    with pytest.raises(QueryError, match="nested"):
        check_question("SELECT * " + "{" * (DEEPEST + 1) + "}" * (DEEPEST + 1))


def test_brackets_in_a_string_are_not_nested() -> None:
    check_question("SELECT * { ?s ?p '" + "{" * (DEEPEST + 1) + "' }")


def test_a_very_long_query_is_refused() -> None:
    with pytest.raises(QueryError, match="characters"):
        check_question("ASK { }" + " " * LONGEST)
