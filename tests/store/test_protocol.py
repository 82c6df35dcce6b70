from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import pytest

from kg.errors import OutputError, QueryError
from kg.rdf.quads import Literal, Quad
from kg.store.graph_layout import RECORDS
from kg.store.oxigraph import OxigraphStore
from kg.store.protocol import Dataset, TripleStore, View

S, P = "https://kg.example/id/s", "https://kg.example/ontology#p"
FACTS, RUMOURS = "https://kg.example/ontology#asserted", "https://kg.example/ontology#possible"
SEEN = [FACTS, RUMOURS]
QUADS = [Quad(S, P, Literal("fact"), FACTS), Quad(S, P, Literal("rumour"), RUMOURS)]


@pytest.fixture(name="filled")
def _filled(store: TripleStore) -> TripleStore:
    with store.writer() as writer:
        writer.add(QUADS)
    return store


@pytest.fixture(name="local")
def _local() -> OxigraphStore:
    store = OxigraphStore.in_memory()
    with store.writer() as writer:
        writer.add(QUADS)
    return store


def texts(view: View, question: str) -> list[str]:
    return [node.text for row in view.ask(question, {}).rows for node in row if isinstance(node, Literal)]


def test_the_default_graph_leaves_out_what_is_hidden(local: OxigraphStore) -> None:
    assert texts(local.view([RUMOURS], []), "SELECT ?o { ?s ?p ?o }") == ["fact"]


def test_a_named_graph_can_be_asked_for_even_when_hidden(local: OxigraphStore) -> None:
    assert texts(local.view([RUMOURS], []), "SELECT ?o { GRAPH kg:possible { ?s ?p ?o } }") == ["rumour"]


def test_a_view_says_which_modalities_it_shows(local: OxigraphStore) -> None:
    answer = local.view([RUMOURS], [FACTS]).ask("SELECT ?m { ?m a kg:Modality }", {})
    assert answer.rows == ((FACTS,),)


def test_a_view_does_not_see_what_is_written_later(local: OxigraphStore) -> None:
    view = local.view([], [])
    with local.writer() as writer:
        writer.add([Quad(S, P, Literal("late"), FACTS)])
    assert sorted(texts(view, "SELECT ?o { ?s ?p ?o }")) == ["fact", "rumour"]


def test_a_writer_that_fails_leaves_nothing_behind(filled: TripleStore) -> None:
    with suppress(ZeroDivisionError), filled.writer() as writer:
        writer.add([Quad(S, P, Literal("half"), FACTS)])
        raise ZeroDivisionError
    assert "half" not in texts(filled.window(SEEN), "SELECT ?o { ?s ?p ?o }")


def test_a_relative_iri_is_one_below_the_base(filled: TripleStore) -> None:
    window = filled.window([FACTS], base="https://kg.example/id/")
    assert texts(window, "SELECT ?o { <s> <../ontology#p> ?o }") == ["fact"]


def test_a_value_from_outside_is_a_value_and_no_query(filled: TripleStore) -> None:
    value = Literal('" } ; DROP ALL #')
    answer = filled.window(SEEN).ask("SELECT ?o ?x { ?s ?p ?o FILTER(?o = ?x) }", {"x": value})
    assert answer.rows == ()


@pytest.mark.parametrize(("form", "start"), [("csv", "o\r\n"), ("tsv", "?o\n"), ("json", "{"), ("xml", "<?xml")])
def test_rows_come_in_the_standard_formats(filled: TripleStore, form: str, start: str) -> None:
    assert filled.window(SEEN).write("SELECT ?o { ?s ?p ?o }", {}, form).startswith(start)


def test_triples_come_as_turtle_only(filled: TripleStore) -> None:
    view = filled.window([FACTS])
    assert 'kg:p "fact"' in view.write("CONSTRUCT WHERE { ?s ?p ?o }", {}, "turtle")
    with pytest.raises(QueryError, match="turtle"):
        view.write("CONSTRUCT WHERE { ?s ?p ?o }", {}, "csv")


def test_wrong_sparql_is_told_in_one_line(filled: TripleStore) -> None:
    with pytest.raises(QueryError, match="wrong SPARQL"):
        filled.window(SEEN).ask("SELECT ?s {", {})


def test_a_store_that_is_open_elsewhere_is_an_error_that_says_so(tmp_path: Path) -> None:
    first = OxigraphStore.in_folder(tmp_path / "store")
    with pytest.raises(OutputError, match="another process"):
        OxigraphStore.in_folder(tmp_path / "store")
    del first


def test_a_missing_file_is_an_error_with_advice(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="kg build"):
        OxigraphStore.from_file(tmp_path / "graph.trig")


def test_wrong_sparql_is_told_by_the_words_before_it() -> None:
    view = OxigraphStore.in_memory().view()
    with pytest.raises(QueryError, match=r"wrong SPARQL at 2:13, after “SELECT \* { \?x a foo:bar”: Prefix not found"):
        view.ask("SELECT * {\n?x a foo:bar }", {})


def test_wrong_sparql_is_told_as_it_was_written_whatever_its_variables_are_given(local: OxigraphStore) -> None:
    with pytest.raises(QueryError, match=r"wrong SPARQL at 1:16, after “SELECT \* \{ \?x \}”"):
        local.view().ask("SELECT * { ?x }", {"x": S})


def test_a_filter_in_braces_of_its_own_sees_the_value_of_a_variable(local: OxigraphStore) -> None:
    question = "SELECT ?o ?part { ?s ?p ?o { SELECT ?o ?part { ?a ?b ?o FILTER(CONTAINS(?o, ?part)) } } }"
    rows = local.view().ask(question, {"part": Literal("mou")}).rows
    assert rows == ((Literal("rumour"), Literal("mou")),)


def test_what_is_found_of_a_graph_is_what_was_added_to_it(store: TripleStore) -> None:
    odd = [
        Quad(S, P, Literal(text, language=language), graph)
        for text, language in [("d'où «\\n»\n\r\t", "fr"), ('"""', ""), ("\U0001f600 } ;", "en-gb")]
        for graph in ("", FACTS)
    ]
    typed = [
        Quad(S, P, Literal.of_integer(7), FACTS),
        Quad(S, P, Literal.of_decimal("1.5"), FACTS),
        Quad(S, P, S, FACTS),
    ]
    with store.writer() as writer:
        writer.add([*odd, *typed])
    assert set(store.find(FACTS)) == {quad for quad in [*odd, *typed] if quad.graph == FACTS}
    assert set(store.find("")) == {quad for quad in odd if not quad.graph}


def test_what_is_found_of_a_subject_is_what_its_graph_says_of_it(store: TripleStore) -> None:
    told = [Quad(S, P, Literal("fact"), FACTS), Quad(S, P, Literal("of no graph"))]
    with store.writer() as writer:
        writer.add([*told, Quad(P, P, Literal("another"), FACTS), Quad(P, P, S), *QUADS[1:]])
    assert [list(store.find(graph, S)) for graph in (FACTS, "")] == [told[:1], told[1:]]


def test_a_graph_that_is_not_there_is_empty(filled: TripleStore) -> None:
    assert list(filled.find("https://kg.example/none")) == []


def test_what_a_writer_removes_and_adds_is_there(filled: TripleStore) -> None:
    with filled.writer() as writer:
        writer.add(QUADS[:1])
        writer.remove([*QUADS, Quad(S, P, Literal("never there"), FACTS)])
    assert [list(filled.find(graph)) for graph in SEEN] == [QUADS[:1], []]


def test_a_writer_that_changes_nothing_leaves_the_store_as_it_was(filled: TripleStore) -> None:
    with filled.writer():
        pass
    assert set(filled.window(SEEN).quads()) == set(QUADS)


def test_a_window_sees_the_graphs_it_is_for(filled: TripleStore) -> None:
    assert texts(filled.window([FACTS]), "SELECT ?o { ?s ?p ?o }") == ["fact"]
    assert texts(filled.window(SEEN), "SELECT ?o { ?s ?p ?o } ORDER BY ?o") == ["fact", "rumour"]


def test_a_window_can_be_asked_for_any_graph_by_its_name(filled: TripleStore) -> None:
    assert texts(filled.window([FACTS]), "SELECT ?o { GRAPH kg:possible { ?s ?p ?o } }") == ["rumour"]
    assert texts(filled.window([FACTS]), "SELECT ?o { graph ?g { ?s ?p ?o } } ORDER BY ?o") == ["fact", "rumour"]


def test_a_question_of_yes_or_no_is_answered(filled: TripleStore) -> None:
    window = filled.window(SEEN)
    assert [window.ask(f"ASK {{ ?s ?p '{text}' }}", {}).rows for text in ("fact", "lie")] == [
        ((Literal("yes"),),),
        ((Literal("no"),),),
    ]


def test_triples_are_answered_in_order(filled: TripleStore) -> None:
    answer = filled.window(SEEN).ask("CONSTRUCT WHERE { ?s ?p ?o }", {})
    assert answer.rows == ((S, P, Literal("fact")), (S, P, Literal("rumour")))


def test_a_filter_sees_the_value_of_a_variable(filled: TripleStore) -> None:
    question = "SELECT ?o ?part { ?s ?p ?o FILTER(COALESCE(CONTAINS(?o, ?part), true)) } ORDER BY ?o"
    window = filled.window(SEEN)
    assert texts(window, question) == ["fact", "rumour"]
    assert window.ask(question, {"part": Literal("mou")}).rows == ((Literal("rumour"), Literal("mou")),)


def test_the_graphs_a_request_names_take_the_place_of_those_of_the_window(filled: TripleStore) -> None:
    named = Dataset(default=(RUMOURS,), named=(FACTS,))
    form, written = filled.window([FACTS]).serialize(
        "SELECT ?o ?n { ?s ?p ?o . GRAPH ?g { ?s ?p ?n } }", ["ttl", "csv"], dataset=named
    )
    assert (form, written) == ("csv", b"o,n\r\nrumour,fact\r\n")


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ("SELECT ?o FROM kg:possible { ?s ?p ?o }", ["rumour"]),
        ("SELECT ?o FROM kg:nothing { ?s ?p ?o }", []),
        ("SELECT ?o FROM NAMED kg:possible { GRAPH ?g { ?s ?p ?o } }", ["rumour"]),
        ("SELECT ?o FROM kg:possible FROM kg:asserted { ?s ?p ?o } ORDER BY ?o", ["fact", "rumour"]),
        ("# From kg:possible\nSELECT ?o { ?s ?p ?o FILTER(?o != 'from'@from) }", ["fact"]),
    ],
)
def test_the_graphs_a_question_names_take_the_place_of_those_of_the_window(
    filled: TripleStore, question: str, found: list[str]
) -> None:
    assert texts(filled.window([FACTS]), question) == found


def test_the_stores_own_graphs_are_seen_by_no_request(store: TripleStore) -> None:
    with store.writer() as writer:
        writer.add([Quad(S, P, Literal("secret"), RECORDS)])
    for named in (Dataset(default=(RECORDS,)), Dataset(named=(RECORDS,)), Dataset(default=(FACTS,), named=(RECORDS,))):
        _, written = store.window([FACTS]).serialize(
            "SELECT ?o { { ?s ?p ?o } UNION { GRAPH ?g { ?s ?p ?o } } }", ["csv"], dataset=named
        )
        assert written == b"o\r\n"


def test_a_value_that_is_no_iri_is_told_in_one_line(filled: TripleStore) -> None:
    with pytest.raises(QueryError, match="is no IRI"):
        filled.window(SEEN).ask("SELECT ?s { ?s ?p ?o }", {"s": "https://kg.example/%zz"})


def test_a_function_that_is_not_known_is_told_without_a_word_on_variables(local: OxigraphStore) -> None:
    with pytest.raises(QueryError, match=r"function <https://kg\.example/f> is not supported; change the query"):
        local.view().ask("SELECT (<https://kg.example/f>(1) AS ?x) {}", {})
