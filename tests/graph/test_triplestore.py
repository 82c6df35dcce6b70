from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import pytest

from kg.errors import OutputError, QueryError
from kg.graph.oxigraph import OxigraphStore
from kg.graph.quads import Literal, Quad
from kg.graph.triplestore import View

S, P = "https://kg.example/id/s", "https://kg.example/ontology#p"
FACTS, RUMOURS = "https://kg.example/ontology#asserted", "https://kg.example/ontology#possible"
QUADS = [Quad(S, P, Literal("fact"), FACTS), Quad(S, P, Literal("rumour"), RUMOURS)]


@pytest.fixture(name="store", params=["memory", "folder"])
def _store(request: pytest.FixtureRequest, tmp_path: Path) -> OxigraphStore:
    store = OxigraphStore.in_memory() if request.param == "memory" else OxigraphStore.in_folder(tmp_path / "store")
    with store.writer() as writer:
        writer.add(QUADS)
    return store


def texts(view: View, question: str) -> list[str]:
    return [node.text for row in view.ask(question, {}).rows for node in row if isinstance(node, Literal)]


def test_the_default_graph_leaves_out_what_is_hidden(store: OxigraphStore) -> None:
    assert texts(store.view([RUMOURS], []), "SELECT ?o { ?s ?p ?o }") == ["fact"]


def test_a_named_graph_can_be_asked_for_even_when_hidden(store: OxigraphStore) -> None:
    assert texts(store.view([RUMOURS], []), "SELECT ?o { GRAPH kg:possible { ?s ?p ?o } }") == ["rumour"]


def test_a_view_says_which_modalities_it_shows(store: OxigraphStore) -> None:
    answer = store.view([RUMOURS], [FACTS]).ask("SELECT ?m { ?m a kg:Modality }", {})
    assert answer.rows == ((FACTS,),)


def test_a_view_does_not_see_what_is_written_later(store: OxigraphStore) -> None:
    view = store.view([], [])
    with store.writer() as writer:
        writer.add([Quad(S, P, Literal("late"), FACTS)])
    assert sorted(texts(view, "SELECT ?o { ?s ?p ?o }")) == ["fact", "rumour"]


def test_a_writer_that_fails_leaves_nothing_behind(store: OxigraphStore) -> None:
    with suppress(ZeroDivisionError), store.writer() as writer:
        writer.add([Quad(S, P, Literal("half"), FACTS)])
        raise ZeroDivisionError
    assert "half" not in texts(store.view([], []), "SELECT ?o { ?s ?p ?o }")


def test_a_value_from_outside_is_a_value_and_no_query(store: OxigraphStore) -> None:
    value = Literal('" } ; DROP ALL #')
    answer = store.view([], []).ask("SELECT ?o ?x { ?s ?p ?o FILTER(?o = ?x) }", {"x": value})
    assert answer.rows == ()


@pytest.mark.parametrize(("form", "start"), [("csv", "o\r\n"), ("tsv", "?o\n"), ("json", "{"), ("xml", "<?xml")])
def test_rows_come_in_the_standard_formats(store: OxigraphStore, form: str, start: str) -> None:
    assert store.view([], []).write("SELECT ?o { ?s ?p ?o }", {}, form).startswith(start)


def test_triples_come_as_turtle_only(store: OxigraphStore) -> None:
    view = store.view([RUMOURS], [])
    assert 'kg:p "fact"' in view.write("CONSTRUCT WHERE { ?s ?p ?o }", {}, "turtle")
    with pytest.raises(QueryError, match="turtle"):
        view.write("CONSTRUCT WHERE { ?s ?p ?o }", {}, "csv")


def test_wrong_sparql_is_told_in_one_line(store: OxigraphStore) -> None:
    with pytest.raises(QueryError, match="wrong SPARQL"):
        store.view([], []).ask("SELECT ?s {", {})


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
